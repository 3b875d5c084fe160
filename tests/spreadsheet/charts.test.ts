import { chartData } from '../../src/spreadsheet/model/charts/chart-data';
import { chartPlace } from '../../src/spreadsheet/model/charts/chart-place';
import { newChart } from '../../src/spreadsheet/model/charts/new-chart';
import { type ChartModel } from '../../src/spreadsheet/model/charts/chart';
import { type SheetModel } from '../../src/spreadsheet/model/sheet';
import { ExcelSide } from '../../src/workbench/excel-side/excel-side';

let side: ExcelSide;
let sheet: SheetModel;
let chart: ChartModel;

const put = (address: string, rows: unknown[][]): void => side.enter(sheet, { ...side.areaOf(address), rows: rows.length, columns: rows[0]?.length ?? 0 }, (row, column) => rows[row]?.[column]);
const source = (address: string): { readonly sheet: SheetModel; readonly area: ReturnType<ExcelSide['areaOf']> } => ({ sheet, area: side.areaOf(address) });
const partsOf = ({ series }: ChartModel): unknown => series.map(({ name, categories, values }) => [name, categories, values]);

beforeEach(() => {
  side = new ExcelSide();
  sheet = side.workbook.activeSheet;
  put('A1', [['', "'2026", "'2027"], ['Drift', 1.5, 2], ['Løn', 3, '=B3*2']]);
  chart = side.workbook.addChart(sheet, newChart(sheet, source('A1:C3'), 'ColumnStacked', 'Rows', 'c1'));
  side.history.commit();
});

const ROWS = [["='Ark1'!$A$2", "='Ark1'!$B$1:$C$1", "='Ark1'!$B$2:$C$2"], ["='Ark1'!$A$3", "='Ark1'!$B$1:$C$1", "='Ark1'!$B$3:$C$3"]];

test('names and categories are the texts around the numbers, by rows or by columns', () => {
  expect(partsOf(chart)).toEqual(ROWS);
  expect(partsOf(newChart(sheet, source('A1:C3'), 'BarClustered', 'Columns', 'c2'))).toEqual([["='Ark1'!$B$1", "='Ark1'!$A$2:$A$3", "='Ark1'!$B$2:$B$3"], ["='Ark1'!$C$1", "='Ark1'!$A$2:$A$3", "='Ark1'!$C$2:$C$3"]]);
  expect(partsOf(newChart(sheet, source('B2:C3'), 'BarClustered', 'Columns', 'c3'))).toEqual([[null, null, "='Ark1'!$B$2:$B$3"], [null, null, "='Ark1'!$C$2:$C$3"]]);
});

test('it shows what its cells show, and nothing where a cell holds no number', () => {
  expect(chartData(side.workbook, chart)).toEqual({
    categories: ['2026', '2027'], numberFormat: 'General',
    series: [{ name: 'Drift', color: '#4472C4', values: [1.5, 2] }, { name: 'Løn', color: '#ED7D31', values: [3, 6] }],
  });
  put('B3', [['ukendt']]);
  expect(chartData(side.workbook, chart).series[1]?.values).toEqual([null, null]);
});

test('it follows its cells and its sheet', () => {
  side.workbook.renameSheet(sheet, 'Mit ark');
  side.workbook.shiftCells(sheet, { row: 0, column: 0, rows: 2, columns: 16_384 }, 'row', false, 'user');
  expect(partsOf(chart)).toEqual([["='Mit ark'!$A$4", "='Mit ark'!$B$3:$C$3", "='Mit ark'!$B$4:$C$4"], ["='Mit ark'!$A$5", "='Mit ark'!$B$3:$C$3", "='Mit ark'!$B$5:$C$5"]]);
  expect(chart.anchor).toEqual({ row: 3, column: 1, rows: 15, columns: 8 });
  const copy = side.workbook.copySheet(sheet, 'Kopi', 1);
  expect(copy.charts.map(({ series }) => series[0]?.values)).toEqual(['=Kopi!$B$4:$C$4']);
  side.workbook.deleteSheet(sheet);
  expect(chartData(side.workbook, { ...chart, series: chart.series.map((series) => ({ ...series, values: '=#REF!' })) }).categories).toEqual([]);
});

test('a chart without its rows keeps a place', () => {
  side.workbook.shiftCells(sheet, { row: 1, column: 0, rows: 20, columns: 16_384 }, 'row', true, 'user');
  expect(chart.anchor).toEqual({ row: 1, column: 1, rows: 1, columns: 8 });
  expect(chartPlace(sheet, chart)).toEqual({ left: 48, top: 15, width: 384, height: 15 });
});

test('it is undone and done again like everything else', () => {
  side.workbook.changeCharts(sheet, () => Object.assign(chart, { title: 'Nyt' }));
  side.history.commit();
  side.undo();
  expect(sheet.charts.map(({ title }) => title)).toEqual(['']);
  side.undo();
  expect(sheet.charts).toEqual([]);
  side.redo();
  side.redo();
  expect(sheet.charts.map(({ title, series }) => [title, series.length])).toEqual([['Nyt', 2]]);
});

test('a saved workbook keeps it, one from before charts opens', () => {
  const saved = side.save();
  const other = new ExcelSide();
  other.open(JSON.parse(JSON.stringify(saved)) as typeof saved);
  expect(partsOf(other.workbook.activeSheet.charts[0] ?? chart)).toEqual(ROWS);
  const earlier = { ...saved, sheets: saved.sheets.map(({ charts: _charts, ...rest }) => rest) };
  other.open(earlier);
  expect(other.workbook.activeSheet.charts).toEqual([]);
});
