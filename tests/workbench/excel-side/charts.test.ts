import { type HeadlessExcel, startHeadlessExcel } from '../../support/headless-excel';

let host: HeadlessExcel;

beforeEach(async () => {
  host = await startHeadlessExcel();
  await host.userEdits('Ark1', 'A1', [['', "'2026", "'2027"], ['Drift', 1.5, 2], ['Løn', 3, 4]]);
});

afterEach(() => host.close());

const run = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run((context) => act(context.workbook.worksheets.getItem('Ark1'), context));

async function refusal(act: (sheet: Excel.Worksheet) => void): Promise<string> {
  return run(async (sheet, context) => {
    act(sheet);
    await context.sync();
    return 'done';
  }).catch((error: OfficeExtension.Error) => error.code);
}

test('a chart is made, named, titled, coloured, placed, read back and deleted', async () => {
  const seen = await run(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A1:C3'), 'Rows');
    chart.name = 'Profil';
    chart.title.text = 'Beløb pr. år';
    chart.legend.position = 'Bottom';
    chart.axes.valueAxis.title.text = 'mio. kr.';
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.position = 'Maximum';
    chart.axes.valueAxis.numberFormat = '#,##0';
    chart.axes.valueAxis.minimum = 0;
    chart.setPosition('E2', 'J12');
    chart.series.getItemAt(1).format.fill.setSolidColor('#0f6cbd');
    chart.series.getItemAt(0).gapWidth = 60;
    await context.sync();
    const found = sheet.charts.getItem('profil');
    found.load('id,name,left,top,width,height,chartType');
    found.title.load('text,visible');
    found.legend.load('position,visible');
    found.axes.valueAxis.load('numberFormat,minimum');
    found.axes.valueAxis.title.load('text');
    found.series.load('items/name,count');
    const missing = sheet.charts.getItemOrNullObject('andet');
    sheet.charts.load('items/name,count');
    const count = sheet.charts.getCount();
    await context.sync();
    const { name, left, top, width, height, chartType } = found;
    return { name, left, top, width, height, chartType, title: found.title.text, legend: found.legend.position, axis: found.axes.valueAxis.title.text, format: found.axes.valueAxis.numberFormat, minimum: found.axes.valueAxis.minimum, series: found.series.items.map((one) => one.name), missing: missing.isNullObject, names: sheet.charts.items.map((one) => one.name), count: count.value };
  });
  expect(seen).toEqual({
    name: 'Profil', left: 192, top: 15, width: 288, height: 165, chartType: 'ColumnStacked', title: 'Beløb pr. år', legend: 'Bottom', axis: 'mio. kr.', format: '#,##0', minimum: 0,
    series: ['Drift', 'Løn'], missing: true, names: ['Profil'], count: 1,
  });
  expect(host.sheet('Ark1').charts.map(({ gapWidth, series, categoryAxis }) => [gapWidth, series[1]?.color, categoryAxis.isReversed, categoryAxis.crossing])).toEqual([[60, '#0F6CBD', true, 'Maximum']]);
  await run(async (sheet, context) => {
    sheet.charts.getItem('Profil').delete();
    await context.sync();
  });
  expect(host.sheet('Ark1').charts).toEqual([]);
});

test('what it does not know it refuses and never answers wrongly', async () => {
  expect(await refusal((sheet) => sheet.charts.add('Pie', sheet.getRange('A1:C3')))).toBe('ApiNotFound');
  expect(await refusal((sheet) => sheet.charts.getItem('intet').delete())).toBe('ItemNotFound');
  expect(await refusal((sheet) => sheet.charts.add('BarClustered', sheet.getRange('A1:C3'), 'Diagonal' as 'Rows'))).toBe('InvalidArgument');
  expect(await refusal((sheet) => (sheet.charts.add('BarClustered', sheet.getRange('A1:C3')).legend.position = 'Corner'))).toBe('ApiNotFound');
  expect(await refusal((sheet) => (sheet.charts.add('BarClustered', sheet.getRange('A1:C3')).height = 10))).toBe('ApiNotFound');
  expect(await refusal((sheet) => sheet.charts.add('BarClustered', sheet.getRange('A1:C3')).series.getItemAt(7).format.fill.clear())).toBe('ItemNotFound');
});

test('a protected sheet takes no chart', async () => {
  host.protectSheet('Ark1');
  expect(await refusal((sheet) => sheet.charts.add('BarClustered', sheet.getRange('A1:C3')))).toBe('AccessDenied');
});
