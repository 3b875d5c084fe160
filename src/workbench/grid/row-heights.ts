import { displayText, danish } from '../excel-side/cells/number-format';
import { type SheetModel, keyColumn, keyRow } from '../excel-side/model/sheet';
import { defaultStyle } from '../excel-side/model/style';
import { defaultColumnPoints } from './number-fit';

const lineFactor = 1.36;
const pointsPerCharacter = 5.3;

/** The heights, in points, of the rows that are not of the usual height: set ones, and those that wrapped text makes taller. */
export function rowHeights(sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  for (const [key, cell] of sheet.cells) {
    const size = cell.style?.fontSize ?? defaultStyle.fontSize;
    if (!cell.style?.wrapText && size <= defaultStyle.fontSize) continue;
    const row = keyRow(key);
    const lines = cell.style?.wrapText ? wrappedLines(sheet, key, size) : 1;
    const height = Math.max(15, Math.ceil(lines * size * lineFactor));
    if (height > (heights.get(row) ?? 15)) heights.set(row, height);
  }
  for (const [row, height] of sheet.rowHeights) heights.set(row, height);
  return heights;
}

function wrappedLines(sheet: SheetModel, key: number, size: number): number {
  const [row, column] = [keyRow(key), keyColumn(key)];
  const merge = sheet.mergeAt(row, column);
  let width = 0;
  for (let index = column; index < column + (merge?.columns ?? 1); index += 1) width += sheet.columnWidths.get(index) ?? defaultColumnPoints;
  const style = sheet.styleAt(row, column);
  const text = displayText(sheet.valueAt(row, column), style?.numberFormat ?? defaultStyle.numberFormat, danish);
  const perLine = Math.max(1, Math.floor((width - 4) / ((pointsPerCharacter * size) / defaultStyle.fontSize)));
  return text.split('\n').reduce((lines, line) => lines + wordWrap(line, perLine), 0);
}

function wordWrap(line: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    if (used > 0 && used + 1 + word.length > perLine) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    while (used > perLine) {
      lines += 1;
      used -= perLine;
    }
  }
  return lines;
}
