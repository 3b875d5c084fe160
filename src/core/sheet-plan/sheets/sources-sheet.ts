import { type Agreement, type CitedLine } from '../../budget/agreement';
import { isBefore, positionKey, type Position } from '../../budget/position';
import { componentRowId, initiativeRowId, mentionRowId, poolRowId, rowOf, totalRowId, parseRowId } from '../../budget/row-reference';
import { linkFormula, type LinkTarget } from '../layout/cell-links';
import { quoteOf } from '../layout/figures/number-formats';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { type SheetFrame } from '../layout/sheet-frame';
import { machineColumn, namedColumns } from '../layout/table-columns';
import { sheetOfTable } from '../layout/table-sheet';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { sheetText, sourceText } from '../sheet-texts';
import { MENTION_COLUMN_KEY, tableOfRow } from '../written/figure-place';

/** A line of the document that a row of the sheets comes from, or that nothing was made of. Shape: `rowIds` in the order of the sheets. */
export interface SourceLine {
  readonly position: Position;
  readonly text: string;
  readonly rowIds: readonly string[];
}

/** The id of a source's row: K1, K2 … */
export function sourceRowId(index: number): string {
  return `K${index + 1}`;
}

/** Every line that an import's rows come from, in document order, with what it says where that is kept; and what was not understood. */
export function sourceLines(agreement: Agreement): SourceLine[] {
  const lines = new Map<string, { position: Position; rowIds: string[] }>();
  const cite = (position: Position, rowId: string | null): void => {
    const key = positionKey(position);
    const known = lines.get(key) ?? { position, rowIds: [] };
    if (rowId !== null && !known.rowIds.includes(rowId)) known.rowIds.push(rowId);
    lines.set(key, known);
  };
  agreement.initiatives.forEach(({ total, position, components, places }, index) => {
    cite(total?.position ?? position, initiativeRowId(index));
    components.forEach((row, component) => cite(row.position, componentRowId(index, component)));
    for (const place of places) cite(place.position, initiativeRowId(index));
  });
  agreement.totals.forEach(({ row }, index) => cite(row.position, totalRowId(index)));
  agreement.pools.forEach(({ position }, index) => cite(position, poolRowId(index)));
  agreement.mentions.forEach(({ position }, index) => cite(position, mentionRowId(index)));
  for (const { position } of agreement.unread) cite(position, null);
  const texts = citedTexts(agreement);
  return [...lines.entries()]
    .map(([key, { position, rowIds }]) => ({ position, rowIds, text: texts.get(key)?.text ?? printedRow(agreement, rowIds) }))
    .sort((a, b) => (isBefore(a.position, b.position) ? -1 : isBefore(b.position, a.position) ? 1 : 0));
}

/** What is kept of the document's lines. */
export function citedTexts({ citedLines = [] }: Agreement): ReadonlyMap<string, CitedLine> {
  return new Map(citedLines.map((line) => [positionKey(line), line]));
}

/** A row as printed, of which only names and figures are kept. */
function printedRow(agreement: Agreement, rowIds: readonly string[]): string {
  const reference = parseRowId(rowIds[0] ?? '');
  const found = reference === null ? null : rowOf(agreement, reference);
  return found === null ? '' : quoteOf(found.row);
}

/** The sheet of all sources: each line with what it says, which rows come from it, and a link to the first of them; null where there are none. */
export function planSources(frame: SheetFrame, lines: readonly SourceLine[], targets: readonly LinkTarget[]): PlannedSheet | null {
  const { agreement, names, language } = frame;
  if (lines.length === 0) return null;
  const columns = sourceColumns(language);
  const table: PlannedTable = {
    role: 'sources',
    name: names.table.sources,
    row: ROWS_ABOVE_TABLE,
    column: 0,
    columns,
    rows: sourceRows(agreement, lines, targets, language),
    rowIds: lines.map((_, index) => sourceRowId(index)),
  };
  return { ...sheetOfTable(table, names.sheet.sources, [sheetHead(frame, 'sources')]), frozenColumns: 1 };
}

/** The rows of the table of sources. */
export function sourceRows(agreement: Agreement, lines: readonly SourceLine[], targets: readonly LinkTarget[], language: Language): PlanCell[][] {
  return lines.map((line, index) => sourceCells(agreement, line, index, targets, language));
}

/** The columns of the table of sources, the same for every agreement. */
export function sourceColumns(language: Language): PlannedColumn[] {
  const column = namedColumns(language);
  return [column('source', 'source', 14), column('text', 'asPrinted', 90), column('used', 'usedIn', 52), column('cell', 'cell', 8), machineColumn('id', sheetText('id', language))];
}

function sourceCells(agreement: Agreement, { position, text, rowIds }: SourceLine, index: number, targets: readonly LinkTarget[], language: Language): PlanCell[] {
  const [first = ''] = rowIds;
  const reference = parseRowId(first);
  const link = reference === null ? null : linkFormula(targets, { table: tableOfRow(reference), rowId: first, columnKey: reference.mention === undefined ? 'title' : MENTION_COLUMN_KEY }, sheetText('show', language));
  const used = rowIds.length === 0 ? sheetText('notRead', language) : [...new Set(rowIds.flatMap((rowId) => useOf(agreement, rowId, language)))].join('\n');
  return [
    { kind: 'text', text: sourceText(position, language) },
    { kind: 'text', text, style: 'wrapped' },
    { kind: 'text', text: used, style: 'wrapped' },
    link === null ? { kind: 'text', text: '' } : { kind: 'formula', formula: link, format: 'General', style: 'link' },
    { kind: 'text', text: sourceRowId(index), style: 'subtle' },
  ];
}

/** Which sheet shows a row, and what the row is called there. */
function useOf(agreement: Agreement, rowId: string, language: Language): string[] {
  const reference = parseRowId(rowId);
  if (reference === null) return [];
  const { initiative, component } = reference;
  const name = initiative === null || component !== null ? (rowOf(agreement, reference)?.row.label ?? null) : (agreement.initiatives[initiative]?.title ?? null);
  return [[sheetText(tableOfRow(reference), language), name].filter((part) => part !== null && part !== '').join(': ')];
}
