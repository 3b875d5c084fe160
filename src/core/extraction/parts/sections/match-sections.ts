import { areEqualAmounts } from '../../../money/amount';
import { normalizeTitle, titleSimilarity } from '../../titles/title-match';
import { type OverviewTitle, type ProseSection } from './prose-section';

/** Titles this alike are the same title in other words; below, order and amount must agree. */
const SAME_TITLE = 0.72;
const LIKE_TITLE = 0.45;

/** For every section the index of its overview row, -1 when it has none: by title, then by order and amount. */
export function matchSections(sections: readonly ProseSection[], titles: readonly OverviewTitle[]): number[] {
  const rows = sections.map(() => -1);
  const taken = new Set<number>();
  const assign = (section: number, row: number) => {
    rows[section] = row;
    taken.add(row);
  };
  sections.forEach((section, index) => {
    const exact = titles.findIndex((title, row) => !taken.has(row) && normalizeTitle(title.title) === normalizeTitle(section.title.text));
    if (exact >= 0) assign(index, exact);
  });
  for (const threshold of [SAME_TITLE, LIKE_TITLE, 0]) {
    sections.forEach((section, index) => {
      if (rows[index] !== -1 || (threshold < SAME_TITLE && section.leads.length === 0)) return;
      const row = bestRow(section, index, rows, titles, taken, threshold);
      if (row >= 0) assign(index, row);
    });
  }
  return rows;
}

/** The free row most like a section; below the threshold for equal wording only rows between its neighbours' with its amount count. */
function bestRow(section: ProseSection, index: number, rows: readonly number[], titles: readonly OverviewTitle[], taken: ReadonlySet<number>, threshold: number): number {
  const after = Math.max(-1, ...rows.slice(0, index));
  const behind = rows.slice(index + 1).filter((row) => row >= 0);
  const before = behind.length === 0 ? titles.length : Math.min(...behind);
  let best = -1;
  let bestScore = 0;
  titles.forEach((title, row) => {
    if (taken.has(row)) return;
    const isInOrder = row > after && row < before;
    const hasAmount = section.leads.some((lead) => title.total !== null && areEqualAmounts(lead.mention.amount, title.total));
    if (threshold < SAME_TITLE && !(isInOrder && hasAmount)) return;
    const similarity = titleSimilarity(section.title.text, title.title, threshold);
    if (similarity < threshold) return;
    const score = 0.01 + similarity + (hasAmount ? 0.3 : 0) + (isInOrder ? 0.1 : 0);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  });
  return best;
}
