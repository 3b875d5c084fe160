import { formatArea, parseArea, shiftArea, splitAddress } from '../../src/spreadsheet/cells/address';
import { readEntry } from '../../src/spreadsheet/cells/entry';
import { american, danish, displayText } from '../../src/spreadsheet/cells/number-format';
import { toInvariantFormula } from '../../src/spreadsheet/formula/rewrite';

test.each(['A1', 'B2:D10', 'A:C', '3:7', 'AA100', 'XFD1048576'])('address %s there and back', (address) => {
  const area = parseArea(address);
  expect(area && formatArea(area)).toBe(address);
});

test('what is no address', () => {
  expect(['A0', 'ABCD1', 'XFE1', 'A1:B', 'Tal', ''].map((text) => parseArea(text))).toEqual([null, null, null, null, null, null]);
  expect(splitAddress("'Bo''s ark'!A1")).toEqual({ sheetName: "Bo's ark", local: 'A1' });
});

test('a deletion shortens an area, or takes it whole', () => {
  const rows = (at: number, count: number) => ({ axis: 'row' as const, at, count, crossFrom: 0, crossTo: 16383 });
  const area = { row: 2, column: 1, rows: 4, columns: 2 };
  expect(shiftArea(area, rows(3, -2))).toEqual({ ...area, rows: 2 });
  expect(shiftArea(area, rows(0, -1))).toEqual({ ...area, row: 1 });
  expect(shiftArea(area, rows(2, -4))).toBeNull();
  expect(shiftArea(area, rows(2, 3))).toEqual({ ...area, row: 5 });
});

test.each([
  [6.6, 'General', '6,6'],
  [1234.5, '#,##0.00', '1.234,50'],
  [-0.04, '0.0', '0,0'],
  [-1.25, '0.0', '-1,3'],
  [1.005, '0.00', '1,01'],
  [0, '#,##0.0;-#,##0.0;"–"', '–'],
  [-5, '#,##0.0;[Red]-#,##0.0', '-5,0'],
  [0.125, '0.0%', '12,5%'],
  [46000, 'dd-mm-yyyy', '09-12-2025'],
  [46000, 'd. mmmm yyyy', '9. december 2025'],
  [1500000, '#,##0.0,,', '1,5'],
  ['tekst', '#,##0', 'tekst'],
  [true, 'General', 'SAND'],
])('%p as %s shows %s', (value, format, text) => {
  expect(displayText(value, format, danish)).toBe(text);
});

describe('what written text becomes', () => {
  const constant = (value: unknown) => expect.objectContaining({ kind: 'constant', value }) as unknown;

  test.each([
    ['1.5', 1.5], ['007', 7], ['12%', 0.12], ['-5', -5], ['(5)', -5], ['TRUE', true], ['2025-01-31', 45688], ['1,234', 1234], ['tekst', 'tekst'], ["'=1+1", '=1+1'], ['1.2.3', '1.2.3'],
  ])('%s as a client writes it', (text, value) => {
    expect(readEntry(text, 'General', american)).toEqual(constant(value));
  });

  test.each([['1,5', 1.5], ['1.234,5', 1234.5], ['12,5%', 0.125], ['31-12-2025', 46022], ['SAND', true]])('%s as a Dane types it', (text, value) => {
    expect(readEntry(text, 'General', danish)).toEqual(constant(value));
  });

  test('text that starts like a formula is one, unless the cell is text', () => {
    expect(readEntry('=1+1', 'General')).toEqual({ kind: 'formula', formula: '=1+1' });
    expect(readEntry('- heraf drift', 'General')).toEqual({ kind: 'formula', formula: '=- heraf drift' });
    expect(readEntry('@navn', 'General')).toEqual({ kind: 'formula', formula: '=navn' });
    expect(readEntry('- heraf drift', '@')).toEqual(constant('- heraf drift'));
    expect(readEntry('=1+1', '@')).toEqual(constant('=1+1'));
    expect(readEntry('0042', '@')).toEqual(constant('0042'));
  });
});

test('formulas typed the Danish way', () => {
  expect(toInvariantFormula('=SUM(A1;1,5)')).toBe('=SUM(A1,1.5)');
  expect(toInvariantFormula('=F("a;b";2)')).toBe('=F("a;b",2)');
  expect(toInvariantFormula('=SUM(A1,B1)')).toBe('=SUM(A1,B1)');
  expect(toInvariantFormula('=1,5*2')).toBe('=1.5*2');
  expect(toInvariantFormula('=SUM({1;2})')).toBe('=SUM({1;2})');
});
