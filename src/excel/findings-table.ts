import { type Agreement } from '../core/budget/agreement';
import { type Check } from '../core/reconciliation/rule';
import { cellEntry } from '../core/sheet-plan/cell-entry';
import { findingColumns, findingRows, type FindingStatus } from '../core/sheet-plan/findings-sheet';
import { type Language } from '../core/sheet-plan/plan';
import { type SheetTable } from '../core/sheet-plan/sheet-table';

/**
 * Queues that a findings table lists exactly these findings; queues nothing when it does. Whether anything was queued.
 * Rows are added or deleted at the end of the table, whatever stands below it moves.
 */
export function rewriteFindings(context: Excel.RequestContext, table: SheetTable, agreement: Agreement, checks: readonly Check[], language: Language, statuses: ReadonlyMap<string, FindingStatus>): boolean {
  const { rows } = findingRows(agreement, checks, language, statuses);
  const keys = findingColumns(language).map(({ key }) => key);
  const columns = table.keys.map((key) => (key === null ? -1 : keys.indexOf(key)));
  const entries = rows.map((row) => columns.map((column) => (column < 0 ? null : cellEntry(row[column] ?? { kind: 'blank', format: 'General' }))));
  const isSame = entries.length === table.values.length && entries.every((row, index) => row.every((entry, column) => entry === null || table.values[index]?.[column] === entry.expected));
  if (isSame) return false;
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const width = table.keys.length;
  const surplus = table.values.length - entries.length;
  if (surplus > 0) sheet.getRangeByIndexes(table.row + entries.length, table.column, surplus, width).delete('Up');
  if (surplus < 0) {
    const blank = Array.from({ length: -surplus }, () => Array.from({ length: width }, () => ''));
    context.workbook.tables.getItem(table.name).rows.add(undefined, blank);
  }
  const body = sheet.getRangeByIndexes(table.row, table.column, entries.length, width);
  body.numberFormat = entries.map((row) => row.map((entry) => entry?.format ?? null));
  body.values = entries.map((row) => row.map((entry) => entry?.written ?? null));
  body.format.wrapText = true;
  body.format.verticalAlignment = 'Top';
  body.format.autofitRows();
  return true;
}
