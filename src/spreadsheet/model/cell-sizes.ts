import { type SheetModel } from './sheet';

/** The sizes of columns and rows that were given none. Units: points. */
export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;

/** How wide some columns are together; hidden ones take no room. Units: points. */
export function widthOfColumns({ hiddenColumns, columnWidths }: SheetModel, first: number, count: number): number {
  return sumOf(first, count, (column) => (hiddenColumns.has(column) ? 0 : (columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH)));
}

/** How high some rows are together; hidden ones take no room. Units: points. */
export function heightOfRows({ hiddenRows, rowHeights }: SheetModel, first: number, count: number): number {
  return sumOf(first, count, (row) => (hiddenRows.has(row) ? 0 : (rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT)));
}

function sumOf(first: number, count: number, sizeOf: (index: number) => number): number {
  let sum = 0;
  for (let index = first; index < first + count; index += 1) sum += sizeOf(index);
  return sum;
}
