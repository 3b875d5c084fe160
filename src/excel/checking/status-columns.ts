import { statusText, type RowStatus } from '../../core/sheet-plan/sheet-texts';
import { STATUS_KEY, VERDICT_KEY } from '../../core/sheet-plan/layout/status-column';
import { type Language } from '../../core/sheet-plan/plan';
import { runsOf } from '../../core/sheet-plan/written/own-cells';
import { formulaIn, type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { parseRowId } from '../../core/budget/row-reference';

/**
 * Queues that a table's rows say their status; queues nothing where they do. Whether anything was queued.
 * Only the import's own rows are written to, and only the column that keeps what a check found: the user's formulas and rows stay.
 */
export function rewriteStatuses(context: Excel.RequestContext, table: SheetTable, statuses: ReadonlyMap<string, RowStatus>, language: Language): boolean {
  const column = table.keys.includes(VERDICT_KEY) ? table.keys.indexOf(VERDICT_KEY) : table.keys.indexOf(STATUS_KEY);
  if (column < 0 || table.role === 'findings') return false;
  const wanted = table.rowIds.map((rowId, row) => {
    const found = table.values[row]?.[column];
    return parseRowId(rowId) === null || formulaIn(table, row, column) !== null ? found : statusText(statuses.get(rowId) ?? 'unchecked', language);
  });
  const differing = wanted.flatMap((text, row) => (text === table.values[row]?.[column] ? [] : [row]));
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  for (const { first, count } of runsOf(differing)) {
    sheet.getRangeByIndexes(table.row + first, table.column + column, count, 1).values = wanted.slice(first, first + count).map((text) => [text]);
  }
  return differing.length > 0;
}
