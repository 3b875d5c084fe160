import { endsIn, isOpenEnded } from '../lines/join-lines';
import { headingLines, isHeadingLine } from '../titles/first-heading';
import { normalizeTitle } from '../titles/title-match';
import { AGREEMENT_TITLE, TABLE_LINE } from '../vocabulary';
import { isBudget } from './budget-tables';
import { isAnnexHeading } from './pools/find-annexes';
import { type Reading, type Span, tablesIn } from './reading';

/** How many lines a title may take. */
const MAX_TITLE_LINES = 4;

/** One span for every agreement of a file: a new one starts at a title of an agreement, with tables that grant money before and behind it. */
export function splitAgreements(reading: Reading): Span[] {
  const end = reading.lines.length;
  const titles = reading.lines.flatMap((_, index) => (isAgreementStart(reading, index) ? [index] : []));
  const starts: number[] = [];
  let known = new Set<string>();
  titles.forEach((title, order) => {
    const name = titleAt(reading, title);
    const isBehindTables = grants(reading, { from: starts.at(-1) ?? 0, to: title });
    if (isBehindTables && !known.has(name) && grants(reading, { from: title, to: titles[order + 1] ?? end })) starts.push(title);
    known = known.add(name);
  });
  return [0, ...starts].map((from, index) => ({ from, to: starts[index] ?? end }));
}

function grants(reading: Reading, span: Span): boolean {
  return tablesIn(reading, span).some(isBudget);
}

function titleAt({ lines }: Reading, index: number): string {
  return normalizeTitle(headingLines(lines, index, MAX_TITLE_LINES).map((line) => line.text).join(' '));
}

/** Whether a line is the title of an agreement that stands by itself: no caption, no annex, and a sentence before the first table behind it. */
function isAgreementStart({ lines, tables }: Reading, index: number): boolean {
  const [line, above] = [lines[index], lines[index - 1]];
  if (line === undefined || !AGREEMENT_TITLE.test(line.text.trim()) || isAnnexHeading(line) || !isHeadingLine(line)) return false;
  if (above !== undefined && ((line.blankLinesBefore === 0 && !line.isPageStart) || isOpenEnded(above.text) || TABLE_LINE.test(above.text.trim()))) return false;
  if (tables.some((table) => index >= table.firstLine && index <= table.lastLine)) return false;
  const next = tables.find((table) => table.firstLine > index)?.firstLine ?? lines.length;
  return lines.slice(index + 1, next).some(({ text }) => endsIn(text.trimEnd(), '.!?'));
}
