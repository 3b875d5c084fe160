import { danish } from '../../../../src/spreadsheet/cells/number-format';
import { SheetModel } from '../../../../src/spreadsheet/model/sheet';
import { fitNumber, neededPoints } from '../../../../src/workbench/grid/sizes/number-fit';

const shown = (text: string, format: string, width?: number): string => {
  const sheet = new SheetModel('s', 'Ark1');
  if (width !== undefined) sheet.columnWidths.set(0, width);
  return fitNumber(text, format, sheet, 0, 0, danish);
};

test.each([
  ['1234,5', 'General', '1234,5'],
  ['0,123456789', 'General', '0,123457'],
  ['1,00000001', 'General', '1'],
  ['100000000,5', 'General', '#######'],
  ['1.234.567,89', '#,##0.00', '#######'],
  ['31-12-2025', 'dd-mm-yyyy', '#######'],
])('%s as %s in a column of the usual width shows %s', (text, format, expected) => {
  expect(shown(text, format)).toBe(expected);
});

test('a column of the needed width shows every digit', () => {
  expect(shown('1.234.567,89', '#,##0.00', neededPoints('1.234.567,89', 11))).toBe('1.234.567,89');
});
