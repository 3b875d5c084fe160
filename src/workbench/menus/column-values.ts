import { rowFilter, shownText } from '../../spreadsheet/model/tables/table-filter';
import { type TableModel } from '../../spreadsheet/model/tables/table';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';

/** A text that cells of a column show, and whether its rows are to be seen. */
export interface ColumnValue {
  readonly text: string;
  readonly isShown: boolean;
}

/** The texts in a table's column, numbers by their size and the empty one last; those that other columns' filters hide are left out, as in Excel. */
export function columnValues(workbook: WorkbookModel, table: TableModel, index: number): ColumnValue[] {
  const { sheet, area, dataArea, columns } = table;
  const isSeenOtherwise = rowFilter(workbook, table, index);
  const shown = columns[index]?.shown;
  const own = shown && new Set(shown);
  const values = new Map<string, number | null>();
  for (let row = dataArea.row; row < dataArea.row + dataArea.rows; row += 1) {
    if (!isSeenOtherwise(row)) continue;
    const value = sheet.valueAt(row, area.column + index);
    values.set(shownText(workbook, table, row, index), typeof value === 'number' ? value : null);
  }
  return [...values].sort(([a, x], [b, y]) => byValue(a, x, b, y)).map(([text]) => ({ text, isShown: own === undefined || own.has(text) }));
}

function byValue(a: string, x: number | null, b: string, y: number | null): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  if (x !== null && y !== null) return x - y;
  return Number(x === null) - Number(y === null) || a.localeCompare(b, 'da');
}
