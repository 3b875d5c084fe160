import { type Culture } from '../../../spreadsheet/cells/number-format';
import { DEFAULT_COLUMN_WIDTH } from '../../../spreadsheet/model/cell-sizes';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { defaultStyle } from '../../../spreadsheet/model/style';

const paddingPoints = 2;
const digitWidth = 0.556;
/** Widths of the characters of shown numbers, in parts of the font size; Arial's and Calibri's hardly differ. */
const characterWidths: Readonly<Record<string, number>> = { '.': 0.278, ',': 0.278, ' ': 0.278, '-': 0.333, ':': 0.278, '/': 0.278, '(': 0.333, ')': 0.333, '%': 0.889 };

function textPoints(text: string, fontSize: number): number {
  return [...text].reduce((width, character) => width + (characterWidths[character] ?? digitWidth), 0) * fontSize;
}

/** The column width, in points, that a shown number needs. */
export function neededPoints(text: string, fontSize: number): number {
  return Math.ceil(textPoints(text, fontSize)) + 2 * paddingPoints;
}

/** A shown number as it goes into its column: whole, with fewer decimals where the format leaves that open, or as hash signs; never cut off. */
export function fitNumber(text: string, numberFormat: string, sheet: SheetModel, row: number, column: number, culture: Culture): string {
  const style = sheet.styleAt(row, column);
  if (style?.wrapText || sheet.mergeAt(row, column)) return text;
  const fontSize = style?.fontSize ?? defaultStyle.fontSize;
  const room = (sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH) - paddingPoints;
  if (textPoints(text, fontSize) <= room) return text;
  if (numberFormat === 'General') {
    const [whole = '', fraction = ''] = text.split(culture.decimalSeparator);
    for (let decimals = fraction.length - 1; decimals >= 0 && !text.includes('E'); decimals -= 1) {
      const shorter = Number(`${whole}.${fraction}`).toFixed(decimals).replace('.', culture.decimalSeparator);
      if (textPoints(shorter, fontSize) <= room) return decimals > 0 ? shorter.replace(/[.,]?0+$/, '') : shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / (digitWidth * fontSize))));
}
