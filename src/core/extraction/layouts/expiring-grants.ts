import { type CountClaim, type Initiative, type PrintedTotal, type StatedAmount, type Unread } from '../../budget/agreement';
import { type PlacedText } from '../../budget/position';
import { totalledGroup } from '../budget-table';
import { findAgreementTitle } from '../agreement-title';
import { type TextLine } from '../document-text';
import { joinAll } from '../join-lines';
import { type MentionInContext } from '../mentions';
import { type LayoutResult, mentionsOf, type Reading } from '../reading';
import { positionOf, toRunningText } from '../running-text';
import { statedRole } from '../stated-role';
import { titleSimilarity } from '../title-match';
import { COUNT_CLAIM, COUNTED_RECOMMENDATIONS, EFFECT_HEADING, RECOMMENDATION_SENTENCE, SECTION_BUDGET_YEAR } from '../vocabulary';
import { findGrantTable, type GrantRow, type GrantTable, readRecommendation } from './grant-table';

const MAX_TITLE_LINES = 3;
/** A section heading this like a row's label is about that row; else order decides. */
const LIKE_TITLE = 0.6;

/** A section about one grant. */
interface GrantSection {
  readonly title: PlacedText;
  readonly start: number;
  readonly lines: readonly TextLine[];
}

/** A committee paper on expiring grants: one table of amounts with recommendations, then a section for every grant. */
export function readExpiringGrants(reading: Reading): LayoutResult {
  const grantTable = findGrantTable(reading);
  if (grantTable === null) throw new Error('A paper on expiring grants has a grant table');
  const labels = grantTable.grants.map((grant) => grant.row.label ?? '');
  const sections = findSections(reading, grantTable.lastLine + 1, labels);
  const matched = matchSections(sections, labels);
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [...grantTable.unread];
  const take = (lines: readonly TextLine[]) => {
    const found = mentionsOf(reading, lines);
    mentions.push(...found.mentions);
    unread.push(...found.unread);
    return found.mentions;
  };
  take(reading.lines.slice(0, grantTable.firstLine));
  take(reading.lines.slice(grantTable.lastLine + 1, sections[0]?.start ?? reading.lines.length));
  const stated = sections.map((section) => take(section.lines).map((found): StatedAmount => ({ ...found.mention, role: statedRole(found, 'background', null) })));
  const initiatives = grantTable.grants.map((grant, index) => toInitiative(reading, grantTable, grant, index, sections, stated, matched.indexOf(index)));
  return {
    title: findAgreementTitle(reading, 0, grantTable.firstLine) ?? firstHeading(reading, grantTable.firstLine),
    initiatives,
    totals: printedTotals(grantTable),
    pools: [],
    unmatchedSections: sections.flatMap((section, index) => (matched[index] === -1 ? [{ title: section.title, stated: stated[index] ?? [] }] : [])),
    countClaims: readCountClaims(reading, reading.lines.slice(0, grantTable.firstLine)),
    mentions,
    unread,
    ownedTables: new Set(reading.tables.map((table) => table.table)),
    otherTables: grantTable.others === null ? [] : [grantTable.others],
  };
}

function printedTotals(grantTable: GrantTable): PrintedTotal[] {
  const row = reader(grantTable);
  return row === null ? [] : [{ label: totalledGroup(row.label ?? '') || (row.label ?? ''), group: [], columns: grantTable.table.columns, row }];
}

function reader(grantTable: GrantTable) {
  return grantTable.table.rows.find((row) => row.kind === 'total') ?? null;
}

/** Sections are found by their "Indsats og effekt"; the heading is the one to three lines above that are most like a row's label. */
function findSections(reading: Reading, from: number, labels: readonly string[]): GrantSection[] {
  const anchors = reading.lines.flatMap((line, index) => (index >= from && EFFECT_HEADING.test(line.text.trim()) ? [index] : []));
  const starts = anchors.map((anchor, index) => headingStart(reading, Math.max(from, (anchors[index - 1] ?? from - 1) + 1), anchor, labels));
  return anchors.map((anchor, index) => {
    const start = starts[index] ?? anchor;
    const end = starts[index + 1] ?? reading.lines.length;
    const first = reading.lines[start];
    if (first === undefined) throw new Error('A section beyond the document');
    return { title: { text: joinAll(reading.lines.slice(start, anchor).map((line) => line.text), reading.evidence), position: positionOf(first) }, start, lines: reading.lines.slice(start, end) };
  });
}

function headingStart(reading: Reading, from: number, anchor: number, labels: readonly string[]): number {
  let best = Math.max(from, anchor - 1);
  let bestSimilarity = -1;
  for (let start = anchor - 1; start >= Math.max(from, anchor - MAX_TITLE_LINES); start -= 1) {
    const title = joinAll(reading.lines.slice(start, anchor).map((line) => line.text), reading.evidence).replace(SECTION_BUDGET_YEAR, '');
    const similarity = Math.max(0, ...labels.map((label) => titleSimilarity(title, label)));
    if (similarity > bestSimilarity) {
      best = start;
      bestSimilarity = similarity;
    }
  }
  return best;
}

/** For every section the index of its row: the most like label that is free, else the row at the same place in the order. */
function matchSections(sections: readonly GrantSection[], labels: readonly string[]): number[] {
  const taken = new Set<number>();
  const rows = sections.map((section) => {
    const title = section.title.text.replace(SECTION_BUDGET_YEAR, '');
    const scored = labels.map((label, index) => ({ index, similarity: taken.has(index) ? 0 : titleSimilarity(title, label) })).sort((a, b) => b.similarity - a.similarity);
    const best = scored[0];
    if (best === undefined || best.similarity < LIKE_TITLE) return -1;
    taken.add(best.index);
    return best.index;
  });
  return rows.map((row, index) => {
    if (row !== -1 || sections.length !== labels.length || taken.has(index)) return row;
    taken.add(index);
    return index;
  });
}

function toInitiative(
  reading: Reading,
  grantTable: GrantTable,
  grant: GrantRow,
  index: number,
  sections: readonly GrantSection[],
  stated: readonly StatedAmount[][],
  sectionIndex: number,
): Initiative {
  const section = sections[sectionIndex];
  return {
    id: `i${index + 1}`,
    number: null,
    title: grant.row.label,
    titleDamaged: grant.row.label === null,
    group: [],
    unit: grantTable.table.unit,
    priceLevel: grantTable.table.priceLevel,
    caption: null,
    columns: grantTable.table.columns,
    total: grant.row,
    components: [],
    stated: stated[sectionIndex] ?? [],
    lead: null,
    section: section?.title ?? null,
    recommendation: grant.recommendation,
    sectionRecommendation: section === undefined ? null : findSectionRecommendation(reading, section),
    notes: [],
    sources: [],
    position: grant.row.position,
  };
}

function findSectionRecommendation(reading: Reading, section: GrantSection): PlacedText | null {
  for (let index = 0; index < section.lines.length; index += 1) {
    const line = section.lines[index];
    if (line === undefined || !/kategoriseret/i.test(line.text)) continue;
    const match = RECOMMENDATION_SENTENCE.exec(joinAll(section.lines.slice(index, index + 2).map((part) => part.text), reading.evidence));
    if (match === null) continue;
    const text = (match[1] ?? '').trim();
    return { text: readRecommendation(text) ?? text, position: positionOf(line) };
  }
  return null;
}

/** "4 bevillingsudløb bør videreføres": counts of rows by their recommendation. */
function readCountClaims(reading: Reading, lines: readonly TextLine[]): CountClaim[] {
  if (lines.length === 0) return [];
  const running = toRunningText(lines, reading.evidence);
  const claims: CountClaim[] = [];
  COUNT_CLAIM.lastIndex = 0;
  for (let match = COUNT_CLAIM.exec(running.text); match !== null; match = COUNT_CLAIM.exec(running.text)) {
    const words = match[2] ?? '';
    const subject = COUNTED_RECOMMENDATIONS.find((candidate) => candidate.pattern.test(words))?.value;
    if (subject !== undefined) claims.push({ count: Number(match[1]), subject, position: positionOf(running.lineAt(match.index)) });
  }
  return claims;
}

function firstHeading(reading: Reading, to: number): string | null {
  const first = reading.lines[0];
  if (first === undefined || to === 0) return null;
  let end = 1;
  while (end < Math.min(to, MAX_TITLE_LINES) && (reading.lines[end]?.blankLinesBefore ?? 1) === 0) end += 1;
  return joinAll(reading.lines.slice(0, end).map((line) => line.text), reading.evidence);
}
