import { WorkbookModel } from '../../../../src/spreadsheet/model/workbook';
import { rowHeights } from '../../../../src/workbench/grid/sizes/row-heights';

/** A font in which every character of size 10 is 5 points wide. */
const measure = (text: string, fontSize: number, isBold: boolean): number => text.length * fontSize * (isBold ? 0.6 : 0.5);

/** The height of the row of a wrapped text, in lines of size 10, in a column of so many points. */
function lines(text: string, width: number, isBold = false): number {
  const workbook = new WorkbookModel();
  const sheet = workbook.addSheet('Ark1');
  sheet.columnWidths.set(0, width);
  workbook.write(sheet, { row: 2, column: 0, rows: 1, columns: 1 }, () => text, 'user');
  sheet.restyle({ row: 2, column: 0, rows: 1, columns: 1 }, () => ({ wrapText: true, fontSize: 10, bold: isBold }));
  return Math.round((rowHeights(sheet, measure).get(2) ?? 15) / 13.6);
}

describe('the height of a row with wrapped text', () => {
  it.each([
    ['one two', 38, 1],
    ['one two', 37, 2],
    ['one two', 200, 1],
    ['one two three', 38, 2],
    ['one\ntwo', 200, 2],
    ['onetwothreefour', 33, 3],
    ['a onetwothreefour', 33, 4],
  ])('%j in %i points takes %i lines', (text, width, expected) => {
    expect(lines(text, width)).toBe(expected);
  });

  it('is that of the bold font where the text is bold', () => {
    expect(lines('one two', 41)).toBe(1);
    expect(lines('one two', 41, true)).toBe(2);
  });
});
