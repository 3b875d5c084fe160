import { type SheetModel } from '../sheet';
import { type ChartModel } from './chart';

const DEFAULT_WIDTH = 48;
const DEFAULT_HEIGHT = 15;

/** Where a chart lies on its sheet. Units: points from the first cell's corner. */
export function chartPlace(sheet: SheetModel, { anchor }: Pick<ChartModel, 'anchor'>): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const widthOf = (column: number): number => (sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? DEFAULT_WIDTH));
  const heightOf = (row: number): number => (sheet.hiddenRows.has(row) ? 0 : (sheet.rowHeights.get(row) ?? DEFAULT_HEIGHT));
  return { left: sumOf(0, anchor.column, widthOf), top: sumOf(0, anchor.row, heightOf), width: sumOf(anchor.column, anchor.columns, widthOf), height: sumOf(anchor.row, anchor.rows, heightOf) };
}

function sumOf(first: number, count: number, sizeOf: (index: number) => number): number {
  let sum = 0;
  for (let index = first; index < first + count; index += 1) sum += sizeOf(index);
  return sum;
}
