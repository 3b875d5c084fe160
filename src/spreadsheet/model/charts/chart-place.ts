import { heightOfRows, widthOfColumns } from '../cell-sizes';
import { type SheetModel } from '../sheet';
import { type ChartModel } from './chart';

/** Where a chart lies on its sheet. Units: points from the first cell's corner. */
export function chartPlace(sheet: SheetModel, { anchor }: Pick<ChartModel, 'anchor'>): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const { row, column, rows, columns } = anchor;
  return { left: widthOfColumns(sheet, 0, column), top: heightOfRows(sheet, 0, row), width: widthOfColumns(sheet, column, columns), height: heightOfRows(sheet, row, rows) };
}
