import { type Agreement, type LayoutName, type Mention, type Unread } from '../../budget/agreement';
import { columnYears } from '../../budget/cells';
import { type BudgetTable, type Column } from '../../budget/table';
import { type NumberStyle } from '../../money/danish-number';
import { type Unit } from '../../money/unit';
import { type ReadTable } from '../tables/budget-table';
import { type DocumentText, type TextLine } from '../lines/document-text';
import { type HyphenEvidence } from '../lines/join-lines';
import { findMentions, type MentionInContext } from '../prose/mentions';
import { toRunningText } from '../lines/running-text';

/** A document on its way to an agreement: body lines, tables, and what every layout needs to know about both. */
export interface Reading {
  readonly document: DocumentText;
  /** Body lines only; tables name their places by indexes into these. */
  readonly lines: readonly TextLine[];
  readonly tables: readonly ReadTable[];
  readonly evidence: HyphenEvidence;
  readonly style: NumberStyle;
}

/** What a layout makes of a reading; the rest of the agreement is the same for all layouts. */
export type LayoutResult = Pick<Agreement, 'title' | 'initiatives' | 'totals' | 'pools' | 'unmatchedSections' | 'countClaims'> & {
  readonly mentions: readonly MentionInContext[];
  readonly unread: readonly Unread[];
  /** The tables that initiatives own; the others are handed on as they are. */
  readonly ownedTables: ReadonlySet<BudgetTable>;
  /** The initiatives, by id, whose sections print tables besides their own. */
  readonly tableOwners?: ReadonlyMap<BudgetTable, string>;
  /** Tables that the layout read by its own means and no initiative owns. */
  readonly otherTables: readonly BudgetTable[];
};

/** The mentions of some lines with everything in them that was not understood. */
export function mentionsOf(reading: Reading, lines: readonly TextLine[]): { mentions: readonly MentionInContext[]; unread: readonly Unread[] } {
  if (lines.length === 0) return { mentions: [], unread: [] };
  return findMentions(toRunningText(lines, reading.evidence), reading.style);
}

/** The body lines from one index to another, tables left out. */
export function proseLines(reading: Reading, from: number, to: number): TextLine[] {
  const prose: TextLine[] = [];
  let next = reading.tables.findIndex((table) => table.lastLine >= from);
  let table = next < 0 ? undefined : reading.tables[next];
  for (let index = from; index < to; index += 1) {
    while (table !== undefined && table.lastLine < index) {
      next += 1;
      table = reading.tables[next];
    }
    if (table !== undefined && index >= table.firstLine) continue;
    const line = reading.lines[index];
    if (line !== undefined) prose.push(line);
  }
  return prose;
}

/** The one value that all share, null when there is none or more than one. */
export function sharedValue<T extends string>(values: readonly (T | null)[]): T | null {
  const known = new Set(values.filter((value) => value !== null));
  if (known.size !== 1) return null;
  return [...known][0] ?? null;
}

/** A layout's result as an agreement: years, unit and price level from the tables, mentions in document order. */
export function toAgreement(reading: Reading, layout: LayoutName, result: LayoutResult, hasRoundingNote: boolean): Agreement {
  const allColumns: (readonly Column[])[] = [...result.initiatives.map((initiative) => initiative.columns), ...reading.tables.map((table) => table.table.columns)];
  const granted = result.initiatives.filter((initiative) => initiative.total !== null);
  const units: (Unit | null)[] = granted.length > 0 ? granted.map((initiative) => initiative.unit) : reading.tables.map((table) => table.table.unit);
  const levels = granted.length > 0 ? granted.map((initiative) => initiative.priceLevel) : reading.tables.map((table) => table.table.priceLevel);
  const mentions: Mention[] = result.mentions.map((found) => found.mention);
  return {
    document: { name: reading.document.name, sha256: reading.document.sha256, layout, pages: reading.document.pages },
    title: result.title,
    priceLevel: sharedValue(levels),
    unit: sharedValue(units),
    years: [...new Set(allColumns.flatMap((columns) => columnYears(columns)))].sort((a, b) => a - b),
    initiatives: result.initiatives,
    totals: result.totals,
    pools: result.pools,
    mentions,
    unread: [...result.unread, ...reading.tables.flatMap((table) => table.unread), ...unreadablePages(reading.document), ...hiddenText(reading.document)].sort(byPlace),
    unmatchedSections: result.unmatchedSections,
    countClaims: result.countClaims,
    tables: [...reading.tables.flatMap(({ table }) => (result.ownedTables.has(table) ? [] : [withOwner(table, result.tableOwners?.get(table))])), ...result.otherTables],
    hasRoundingNote,
    isPartlyRead: reading.document.isPartlyRead,
  };
}

function withOwner(table: BudgetTable, initiative: string | undefined): BudgetTable {
  return initiative === undefined ? table : { ...table, initiative };
}

/** In the order in which a reader of the document meets them. */
function byPlace(a: Unread, b: Unread): number {
  return (a.position.page ?? 0) - (b.position.page ?? 0) || a.position.line - b.position.line;
}

function hiddenText(document: DocumentText): Unread[] {
  return (document.hiddenText ?? []).map(({ page, text }) => ({ text, reason: 'hidden-text', position: { page, line: 1, box: null } }));
}

function unreadablePages(document: DocumentText): Unread[] {
  return document.unreadablePages.map((page) => ({ text: '', reason: 'no-text-on-page', position: { page, line: 1, box: null } }));
}
