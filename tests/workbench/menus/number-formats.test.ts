import { withDecimals } from '../../../src/workbench/menus/number-formats';

test.each([
  ['General', 1, '0.0'],
  ['General', -1, '0'],
  ['0', 1, '0.0'],
  ['#,##0', 1, '#,##0.0'],
  ['#,##0.0', 1, '#,##0.00'],
  ['#,##0.0', -1, '#,##0'],
  ['#,##0', -1, '#,##0'],
  ['#,##0.0;-#,##0.0;"–"', 1, '#,##0.00;-#,##0.00;"–"'],
  ['#,##0 "kr. 2.0"', 1, '#,##0.0 "kr. 2.0"'],
  ['0.0%', 1, '0.00%'],
  ['dd-mm-yyyy', 1, 'dd-mm-yyyy'],
  ['@', -1, '@'],
] as const)('%s with %i decimals: %s', (format, change, expected) => {
  expect(withDecimals(format, change)).toBe(expected);
});
