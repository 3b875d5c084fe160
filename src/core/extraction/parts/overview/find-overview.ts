import { type BudgetTable } from '../../../budget/table';
import { type TextLine } from '../../lines/document-text';
import { joinAll } from '../../lines/join-lines';
import { type ReadTable } from '../../tables/rows/budget-table';
import { isSameTitle, normalizeTitle } from '../../titles/title-match';
import { LEAD_START, OVERVIEW_CAPTION, SECTION_TOTAL } from '../../vocabulary';
import { findAnnexes } from '../pools/find-annexes';
import { linesOf, type Reading, type Span, tablesIn } from '../reading';

/** A table with at least this many rows under groups, or with numbered rows, is an overview. */
const MIN_OVERVIEW_ROWS = 2;
/** Between two sentences of a line. */
const BEFORE_SENTENCE = /(?<=[.!?])\s+(?=\p{Lu})/u;
/** A line of a title is no longer than this. */
const MAX_TITLE_LENGTH = 160;

/** The overview of a span without sheets and forms: where its text grants initiatives their totals the table whose rows stand under groups or bear numbers, else one whose rows repeat its headings, or whose caption says so before an annex of pools; null when there is none. */
export function findOverview(reading: Reading, span: Span): ReadTable | null {
  const tables = tablesIn(reading, span);
  const ordered = grantsInProse(reading, span) ? tables.filter(({ table }) => isOrdered(table) && componentsOf(table).length > 0) : [];
  const several = ordered.filter(({ table }) => componentsOf(table).length >= MIN_OVERVIEW_ROWS);
  return largestOf(several) ?? largestOf(tables.filter((table) => repeatsHeadings(reading, span, table))) ?? largestOf(ordered) ?? largestOf(tables.filter((table) => isBeforePools(reading, span, table)));
}

/** The largest of some tables by their rows; null without any. */
export function largestOf(tables: readonly ReadTable[]): ReadTable | null {
  return [...tables].sort((a, b) => b.table.rows.length - a.table.rows.length)[0] ?? null;
}

/** Whether a table prints the groups of its rows, or their numbers. */
export function isOrdered(table: BudgetTable): boolean {
  const components = componentsOf(table);
  const isGrouped = table.rows.some((row) => row.kind === 'subtotal' || row.kind === 'heading');
  return isGrouped || components.filter((row) => row.number !== null).length > components.length / 2;
}

/**
 * Whether a table that is no sheet's own lists the initiatives of some sheets: its rows bear their titles, or its caption says so and it grants money.
 * `isApart` tells that it stands outside every sheet or behind a heading of its own; one in the midst of a sheet has to name two of them.
 */
export function isOverviewOf({ table }: ReadTable, titles: readonly string[], isApart: boolean): boolean {
  const components = componentsOf(table);
  if (components.length === 0 || !table.columns.some((column) => column.kind === 'year' || column.kind === 'total')) return false;
  const named = components.filter((row) => titles.some((title) => isSameTitle(row.label ?? '', title))).length;
  if (named >= Math.min(2, titles.length) && (isApart || named >= 2)) return true;
  return isApart && components.length >= MIN_OVERVIEW_ROWS && table.unit !== null && OVERVIEW_CAPTION.test(table.caption?.text ?? '');
}

/** Whether the text of a span grants an initiative its total. */
function grantsInProse(reading: Reading, span: Span): boolean {
  const lines = linesOf(reading, span);
  return lines.some((line, index) => line.text.length < 400 && SECTION_TOTAL.test(`${line.text.trim()} ${lines[index + 1]?.text.trim().slice(0, 200) ?? ''}`));
}

/** Whether at least half of a table's rows bear titles that stand as headings above it, with as many grants among them. */
function repeatsHeadings(reading: Reading, { from }: Span, { table, firstLine }: ReadTable): boolean {
  const labels = componentsOf(table).map((row) => normalizeTitle(row.label ?? ''));
  if (labels.length < MIN_OVERVIEW_ROWS || table.columns.some((column) => column.kind === 'text')) return false;
  const lines = linesOutsidePools(reading, { from, to: firstLine });
  const grants = lines.filter((line) => /\d/.test(line.text) && line.text.trim().split(BEFORE_SENTENCE).some((sentence) => LEAD_START.test(sentence)));
  if (2 * grants.length < labels.length) return false;
  const printed = new Set<string>();
  lines.forEach(({ text }, index) => {
    if (text.length > MAX_TITLE_LENGTH) return;
    printed.add(normalizeTitle(text));
    printed.add(normalizeTitle(joinAll([text, (lines[index + 1]?.text ?? '').slice(0, MAX_TITLE_LENGTH)])));
  });
  return 2 * labels.filter((label) => label !== '' && printed.has(label)).length >= labels.length;
}

/** Whether a table stands before an annex of pools, which belong to its rows, and is called the overview. */
function isBeforePools(reading: Reading, span: Span, { table, firstLine }: ReadTable): boolean {
  const start = poolsStart(reading, span);
  return start !== null && firstLine < start && componentsOf(table).length >= MIN_OVERVIEW_ROWS && OVERVIEW_CAPTION.test(table.caption?.text ?? '');
}

/** The lines of a span before its annexes of pools: what is granted there is a part of an initiative. */
function linesOutsidePools(reading: Reading, span: Span): readonly TextLine[] {
  return linesOf(reading, { from: span.from, to: poolsStart(reading, span) ?? span.to });
}

/** Where the first annex of pools starts; null without any. */
function poolsStart(reading: Reading, span: Span): number | null {
  return findAnnexes(reading, span).find(({ isPools }) => isPools)?.start ?? null;
}

function componentsOf(table: BudgetTable): BudgetTable['rows'] {
  return table.rows.filter((row) => row.kind === 'component');
}
