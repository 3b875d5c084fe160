import { cellText } from '../cell-text';
import { type WorkbookModel } from '../workbook';
import { type TableColumnModel, type TableModel } from './table';

/** Shows only those rows of a table whose cell in a column shows one of some texts; null takes the column's filter away. What other columns filter stays. */
export function filterTable(workbook: WorkbookModel, table: TableModel, column: TableColumnModel, shown: readonly string[] | null): void {
  workbook.checkWritable(table.sheet, table.area);
  column.shown = shown === null ? undefined : [...shown];
  applyFilters(workbook, table);
}

/** Takes every filter of a table away. */
export function clearFilters(workbook: WorkbookModel, table: TableModel): void {
  for (const column of table.columns) column.shown = undefined;
  applyFilters(workbook, table);
}

/** Hides and shows rows as the filters say of what stands there now; without a filter all are seen. */
export function applyFilters(workbook: WorkbookModel, table: TableModel): void {
  workbook.settle();
  const { row: first, rows } = table.dataArea;
  const isSeen = rowFilter(workbook, table);
  workbook.changeLayout(table.sheet, ({ hiddenRows }) => {
    for (let row = first; row < first + rows; row += 1) {
      if (isSeen(row)) hiddenRows.delete(row);
      else hiddenRows.add(row);
    }
  });
  workbook.emit({ kind: 'tableRestyled', table, actor: 'user' });
}

/** Whether a row passes the filters of a table's columns, but for one column if wanted. */
export function rowFilter(workbook: WorkbookModel, table: TableModel, except?: number): (row: number) => boolean {
  const filters = table.columns.flatMap(({ shown }, index) => (shown === undefined || index === except ? [] : [{ index, texts: new Set(shown) }]));
  return (row) => filters.every(({ index, texts }) => texts.has(shownText(workbook, table, row, index)));
}

/** The text that a filter goes by: what the cell shows. */
export function shownText(workbook: WorkbookModel, { sheet, area }: TableModel, row: number, columnIndex: number): string {
  return cellText(workbook, sheet, row, area.column + columnIndex).trim();
}
