import { displayText } from '../cells/number-format';
import { type SheetModel } from './sheet';
import { defaultStyle } from './style';
import { type WorkbookModel } from './workbook';

/** The number format of a cell. */
export function numberFormatAt(sheet: SheetModel, row: number, column: number): string {
  return sheet.styleAt(row, column)?.numberFormat ?? defaultStyle.numberFormat;
}

/** What a cell shows: its value in its number format. */
export function cellText({ culture }: WorkbookModel, sheet: SheetModel, row: number, column: number): string {
  return displayText(sheet.valueAt(row, column), numberFormatAt(sheet, row, column), culture);
}
