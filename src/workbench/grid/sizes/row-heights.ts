import { displayText, danish } from '../../../spreadsheet/cells/number-format';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../../../spreadsheet/model/cell-sizes';
import { numberFormatAt } from '../../../spreadsheet/model/cell-text';
import { type SheetModel, keyColumn, keyRow } from '../../../spreadsheet/model/sheet';
import { defaultStyle } from '../../../spreadsheet/model/style';

const lineFactor = 1.36;
/** What the grid leaves empty beside a text, both sides together. */
const marginPoints = 3;

/** The width of a text in points, in the grid's font. */
export type MeasureText = (text: string, fontSize: number, isBold: boolean) => number;

/** How much of a cell's width, in points, its text cannot have. */
export type TakenWidth = (row: number, column: number) => number;

/** The heights, in points, of the rows that are not of the usual height: set ones, and those that wrapped text makes taller. */
export function rowHeights(sheet: SheetModel, measure: MeasureText, taken: TakenWidth = () => 0): Map<number, number> {
  const heights = new Map<number, number>();
  for (const [key, cell] of sheet.cells) {
    const size = cell.style?.fontSize ?? defaultStyle.fontSize;
    if (!cell.style?.wrapText && size <= defaultStyle.fontSize) continue;
    const row = keyRow(key);
    const lines = cell.style?.wrapText ? wrappedLines(sheet, key, (text) => measure(text, size, cell.style?.bold === true), taken) : 1;
    const height = Math.max(DEFAULT_ROW_HEIGHT, Math.ceil(lines * size * lineFactor));
    if (height > (heights.get(row) ?? DEFAULT_ROW_HEIGHT)) heights.set(row, height);
  }
  for (const [row, height] of sheet.rowHeights) heights.set(row, height);
  return heights;
}

function wrappedLines(sheet: SheetModel, key: number, widthOf: (text: string) => number, taken: TakenWidth): number {
  const [row, column] = [keyRow(key), keyColumn(key)];
  const merge = sheet.mergeAt(row, column);
  let width = 0;
  for (let index = column; index < column + (merge?.columns ?? 1); index += 1) width += sheet.columnWidths.get(index) ?? DEFAULT_COLUMN_WIDTH;
  const text = displayText(sheet.valueAt(row, column), numberFormatAt(sheet, row, column), danish);
  const room = width - marginPoints - taken(row, column);
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, room, widthOf), 0);
}

/** How many lines a text takes in a width: broken between words, and within a word that is wider than the line. */
function linesOf(text: string, width: number, widthOf: (text: string) => number): number {
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    let rest = widthOf(word);
    if (used > 0 && used + space + rest > width) {
      lines += 1;
      used = 0;
    }
    rest += used > 0 ? space : 0;
    const further = Math.max(0, Math.ceil((used + rest) / Math.max(1, width)) - 1);
    lines += further;
    used += rest - further * width;
  }
  return lines;
}
