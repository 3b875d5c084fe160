import { type Agreement } from '../core/budget/agreement';
import { type Check } from '../core/reconciliation/rule';
import { cellEntry, type CellEntry } from '../core/sheet-plan/cell-entry';
import { findingColumns, findingRows, type FindingStatus } from '../core/sheet-plan/sheets/findings-sheet';
import { type Language } from '../core/sheet-plan/plan';
import { type SheetTable } from '../core/sheet-plan/written/sheet-table';
import { isSheetText } from '../core/sheet-plan/sheet-texts';

/**
 * Queues that a findings table lists exactly these findings; queues nothing when it does. Whether anything was queued.
 * Rows that somebody else wrote into the table stay as they are; rows of findings are added at its end or deleted, whatever stands below it moves.
 */
export function rewriteFindings(context: Excel.RequestContext, table: SheetTable, agreement: Agreement, checks: readonly Check[], language: Language, statuses: ReadonlyMap<string, FindingStatus>): boolean {
  const { rows } = findingRows(agreement, checks, language, statuses);
  const keys = findingColumns(language).map(({ key }) => key);
  const columns = table.keys.map((key) => (key === null ? -1 : keys.indexOf(key)));
  const entries = rows.map((row) => columns.map((column) => (column < 0 ? null : cellEntry(row[column] ?? { kind: 'blank', format: 'General' }))));
  const own = ownRows(table);
  const isSame = entries.length === own.length && entries.every((row, index) => row.every((entry, column) => entry === null || table.values[own[index] ?? -1]?.[column] === entry.expected));
  if (isSame) return false;
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const width = table.keys.length;
  const missing = Math.max(0, entries.length - own.length);
  if (missing > 0) {
    const blank = Array.from({ length: missing }, () => Array.from({ length: width }, () => ''));
    context.workbook.tables.getItem(table.name).rows.add(undefined, blank);
  }
  const targets = [...own, ...Array.from({ length: missing }, (_none, index) => table.values.length + index)].slice(0, entries.length);
  for (const { first, count, offset } of runsOf(targets)) writeRows(sheet.getRangeByIndexes(table.row + first, table.column, count, width), entries.slice(offset, offset + count));
  const surplus = own.slice(entries.length);
  for (const { first, count } of runsOf(surplus).reverse()) sheet.getRangeByIndexes(table.row + first, table.column, count, width).delete('Up');
  return true;
}

/** The rows of findings: those with an id, and the one that says that there are none. Shape: indexes of rows. */
function ownRows({ keys, values, rowIds }: SheetTable): number[] {
  if (!keys.includes('id')) return values.map((_row, index) => index);
  return values.flatMap((row, index) => (rowIds[index] !== '' || row.every((value) => value === '' || isSheetText('noFindings', value)) ? [index] : []));
}

/** Numbers in runs that follow each other. Shape: `offset` is where a run begins among them. */
function runsOf(numbers: readonly number[]): { readonly first: number; readonly count: number; readonly offset: number }[] {
  const runs: { first: number; count: number; offset: number }[] = [];
  numbers.forEach((number, offset) => {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === number) last.count += 1;
    else runs.push({ first: number, count: 1, offset });
  });
  return runs;
}

function writeRows(body: Excel.Range, entries: readonly (readonly (CellEntry | null)[])[]): void {
  body.numberFormat = entries.map((row) => row.map((entry) => entry?.format ?? null));
  body.values = entries.map((row) => row.map((entry) => entry?.written ?? null));
  body.format.wrapText = true;
  body.format.verticalAlignment = 'Top';
  body.format.autofitRows();
}
