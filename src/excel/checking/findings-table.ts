import { type Agreement } from '../../core/budget/agreement';
import { type LinkTarget } from '../../core/sheet-plan/layout/cell-links';
import { sourceColumns, sourceLines, sourceRows } from '../../core/sheet-plan/sheets/sources-sheet';
import { cellEntry, type CellEntry } from '../../core/sheet-plan/cell-entry';
import { findingColumns, findingRows, isShownOnDemand, type FindingFacts } from '../../core/sheet-plan/sheets/findings-sheet';
import { type Language, type PlanCell, type PlannedColumn } from '../../core/sheet-plan/plan';
import { runsOf } from '../../core/sheet-plan/written/own-cells';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { isSheetText, sheetText } from '../../core/sheet-plan/sheet-texts';

/**
 * Queues that a findings table lists exactly these findings; queues nothing when it does. Whether anything was queued.
 * Rows that somebody else wrote into the table stay as they are; rows of findings are added at its end or deleted, whatever stands below it moves.
 */
export function rewriteFindings(context: Excel.RequestContext, table: SheetTable, facts: FindingFacts, language: Language): boolean {
  return rewriteList(context, table, { columns: findingColumns(language), rows: findingRows(facts, language).rows }, language);
}

/** Queues that a table of sources shows the lines of an agreement, which another edition may have changed; queues nothing when it does. */
export function rewriteSources(context: Excel.RequestContext, table: SheetTable, agreement: Agreement, targets: readonly LinkTarget[], language: Language): boolean {
  return rewriteList(context, table, { columns: sourceColumns(language), rows: sourceRows(agreement, sourceLines(agreement), targets, language) }, language);
}

/** Rows of a list as planned. */
interface PlannedList {
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly (readonly PlanCell[])[];
}

function rewriteList(context: Excel.RequestContext, table: SheetTable, { columns: planned, rows }: PlannedList, language: Language): boolean {
  const keys = planned.map(({ key }) => key);
  const columns = table.keys.map((key) => (key === null ? -1 : keys.indexOf(key)));
  const entries = rows.map((row) => columns.map((column) => (column < 0 ? null : entryOf(row[column] ?? { kind: 'blank', format: 'General' }, language))));
  const own = ownRows(table);
  if (areListed(entries, own.map((row) => table.values[row] ?? []))) return false;
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const width = table.keys.length;
  const missing = Math.max(0, entries.length - own.length);
  if (missing > 0) {
    const blank = Array.from({ length: missing }, () => Array.from({ length: width }, () => ''));
    context.workbook.tables.getItem(table.name).rows.add(undefined, blank);
  }
  const targets = [...own, ...Array.from({ length: missing }, (_none, index) => table.values.length + index)].slice(0, entries.length);
  for (const { first, count, offset } of runsOf(targets)) writeRows(sheet.getRangeByIndexes(table.row + first, table.column, count, width), entries.slice(offset, offset + count));
  for (const [column, key] of table.keys.entries()) {
    const isFilled = isShownOnDemand(key) && entries.some((row) => typeof row[column]?.written === 'number');
    if (isFilled) sheet.getRangeByIndexes(0, table.column + column, 1, 1).getEntireColumn().columnHidden = false;
  }
  const surplus = own.slice(entries.length);
  for (const { first, count } of runsOf(surplus).reverse()) sheet.getRangeByIndexes(table.row + first, table.column, count, width).delete('Up');
  return true;
}

/** Whether rows read as planned, in whichever order somebody has sorted them. */
function areListed(entries: readonly (readonly (CellEntry | null)[])[], rows: readonly (readonly unknown[])[]): boolean {
  const spell = (cells: readonly unknown[]): string => JSON.stringify(cells.filter((_, column) => entries[0]?.[column] !== null));
  const left = new Map<string, number>();
  for (const row of rows) left.set(spell(row), (left.get(spell(row)) ?? 0) + 1);
  return entries.length === rows.length && entries.every((row) => {
    const text = spell(row.map((entry) => entry?.expected ?? null));
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}

/** What to write for a cell; a formula here is a link, which reads as its words. */
function entryOf(cell: PlanCell, language: Language): CellEntry {
  return cell.kind === 'formula' ? { written: cell.formula, format: cell.format, expected: sheetText('show', language) } : cellEntry(cell);
}

/** The rows of a list that are its own: those with an id, and the one that says that there are none. Shape: indexes of rows. */
function ownRows({ keys, values, rowIds }: SheetTable): number[] {
  if (!keys.includes('id')) return values.map((_row, index) => index);
  return values.flatMap((row, index) => (rowIds[index] !== '' || row.every((value) => value === '' || isSheetText('noFindings', value)) ? [index] : []));
}

function isFormula(entry: CellEntry | null): boolean {
  return entry !== null && entry.written !== entry.expected && String(entry.written).startsWith('=');
}

function writeRows(body: Excel.Range, entries: readonly (readonly (CellEntry | null)[])[]): void {
  body.numberFormat = entries.map((row) => row.map((entry) => entry?.format ?? null));
  body.values = entries.map((row) => row.map((entry) => (isFormula(entry) ? null : (entry?.written ?? null))));
  const links = entries[0]?.flatMap((_, column) => (entries.some((row) => isFormula(row[column] ?? null)) ? [column] : [])) ?? [];
  for (const column of links) body.getColumn(column).formulas = entries.map((row) => [row[column]?.written ?? '']);
  body.format.wrapText = true;
  body.format.verticalAlignment = 'Top';
  body.format.autofitRows();
}
