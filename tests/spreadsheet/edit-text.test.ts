import { readEntry } from '../../src/spreadsheet/cells/entry';
import { danish } from '../../src/spreadsheet/cells/number-format';
import { editText } from '../../src/spreadsheet/cells/edit-text';

test.each([
  [3.14159, '0.0', '3,14159'],
  [1234567.891, '#,##0.0', '1234567,891'],
  [0.125, '0%', '12,5%'],
  [0.07, '0.0%', '7%'],
  [46022, 'dd-mm-yyyy', '31-12-2025'],
  [46022, 'd. mmmm yyyy', '31-12-2025'],
  [0.5208333333333334, 'hh:mm', '12:30:00'],
  [-2.5, '#,##0.0;[Red]-#,##0.0', '-2,5'],
  [true, 'General', 'SAND'],
])('%p as %s is edited as %s, and typed again it is the same', (value, numberFormat, text) => {
  expect(editText({ value, style: { numberFormat } }, danish)).toBe(text);
  expect(readEntry(text, numberFormat, danish)).toMatchObject({ kind: 'constant', value });
});

test('formulas, marked texts and empty cells', () => {
  expect(editText({ value: 3, formula: '=1+2' }, danish)).toBe('=1+2');
  expect(editText({ value: '007', hasQuotePrefix: true }, danish)).toBe("'007");
  expect(editText({ value: null }, danish)).toBe('');
});

test.each([
  ['12:30', 0.5208333333333334, 'hh:mm'], ['31-12-25', 46022, 'dd-mm-yyyy'], ['31/12-25', '31/12-25', undefined], ['31/12/1930', 11323, 'dd-mm-yyyy'], ['1.5', '1.5', undefined], ['25:00', '25:00', undefined],
])('typed %s', (text, value, numberFormat) => {
  expect(readEntry(text, 'General', danish)).toEqual({ kind: 'constant', value, ...(numberFormat ? { numberFormat } : {}) });
});
