import { between } from '../../../src/spreadsheet/cells/address';
import { newChart } from '../../../src/spreadsheet/model/charts/new-chart';
import { ExcelSide } from '../../../src/workbench/excel-side/excel-side';
import { printedArea } from '../../../src/workbench/printing/page-setup';

test('what is printed reaches to the end of the charts, unless an area is set', () => {
  const side = new ExcelSide();
  const { workbook } = side;
  const sheet = workbook.activeSheet;
  expect(printedArea(sheet)).toBeNull();
  side.enter(sheet, between(0, 0, 2, 1), (row, column) => (row + 1) * (column + 1));
  expect(printedArea(sheet)).toEqual(between(0, 0, 2, 1));
  const chart = newChart(sheet, { sheet, area: between(0, 0, 2, 1) }, 'BarClustered', 'Columns', 'c1');
  workbook.addChart(sheet, { ...chart, anchor: between(4, 1, 18, 7) });
  expect(printedArea(sheet)).toEqual(between(0, 0, 18, 7));
  sheet.pageLayout.set('PrintArea', 'Ark1!A1:B3');
  expect(printedArea(sheet)).toEqual(between(0, 0, 2, 1));
});
