import { newChart } from '../../src/spreadsheet/model/charts/new-chart';
import { ExcelSide } from '../../src/workbench/excel-side/excel-side';

/** A workbook with one of everything that a file keeps. */
export function fullWorkbook(): ExcelSide {
  const side = new ExcelSide();
  const { workbook } = side;
  const sheet = workbook.activeSheet;
  workbook.renameSheet(sheet, 'Bo & Co\'s "tal"');
  const put = (address: string, rows: unknown[][]): void => side.enter(sheet, { ...side.areaOf(address), rows: rows.length, columns: rows[0]?.length ?? 0 }, (row, column) => rows[row]?.[column]);
  put('A1', [['Navn', 'År\n2026', 'I alt'], ['æbler <rå>', 1.5, null], ["'=ikke formel", 2, null]]);
  const table = workbook.addTable(sheet, side.areaOf('A1:C3'), true, 'user');
  workbook.renameTable(table, 'Tal');
  put('C2', [['=[@[År\n2026]]*2'], ['=[@[År\n2026]]*2']]);
  workbook.setTotalsRow(table, true, 'user');
  put('E1', [['=SUM(Tal[I alt])', '=IF(E1>3,"stor","lille")', '=E1>3', '=1/0', '=SORT(B2:B3,1,-1)', '=XLOOKUP(2,B2:B3,A2:A3)'], ['31-12-2026', '12,5%', 'SAND', '_x0041_ tekst', null, null]]);
  workbook.restyle(sheet, side.areaOf('A6:B7'), () => ({ bold: true, italic: true, fontSize: 14, fontColor: '#FF0000', fontName: 'Arial', fill: '#FFF2CC', wrapText: true, horizontalAlignment: 'Right', verticalAlignment: 'Top', indentLevel: 2, locked: false, underline: 'Single', strikethrough: true, numberFormat: '#,##0.0;[Red]-#,##0.0', borders: { EdgeTop: { style: 'Double', color: '#00FF00', weight: 'Thick' } } }), 'user');
  workbook.addComment(sheet, 1, 1, 'Tråd: er det rigtigt?', 'Anne Holm', 'user');
  workbook.comments.push({ id: workbook.newGuid(), sheet, row: 2, column: 1, content: 'En note\nmed linjer', author: 'Reserve', created: '', isResolved: false, isNote: true });
  workbook.addName('Sats', '=0.25', null, 'moms');
  workbook.addName('Lokal', `='Bo & Co''s "tal"'!$B$2`, sheet);
  sheet.conditionalFormats.push({ id: 'a', area: side.areaOf('B2:B3'), type: 'Custom', settings: new Map<string, unknown>([['Formula', '=$B2>1'], ['Fill.Color', '#FFC7CE'], ['Font.Bold', true]]) });
  sheet.conditionalFormats.push({ id: 'b', area: side.areaOf('C2:C3'), type: 'CellValue', settings: new Map<string, unknown>([['Rule', { formula1: '=1', formula2: '=3', operator: 'Between' }], ['Font.Color', '#9C0006']]) });
  sheet.columnWidths.set(0, 120);
  sheet.rowHeights.set(5, 30);
  sheet.hiddenColumns.add(7);
  sheet.hiddenRows.add(9);
  sheet.freeze = { rows: 1, columns: 1 };
  sheet.tabColor = '#4472C4';
  sheet.showGridlines = false;
  workbook.merge(sheet, side.areaOf('A9:B9'), false);
  for (const [name, value] of Object.entries({ Orientation: 'Landscape', Zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 }, LeftHeader: 'Bo && Co', RightFooter: 'side &P af &N', LeftMargin: 36, PrintTitleRows: '$1:$1' })) sheet.pageLayout.set(name, value);
  sheet.touch(10, 0).hyperlink = { address: 'https://example.org/?a=1&b=2', screenTip: 'Se' };
  side.enter(sheet, side.areaOf('A11'), () => 'et link');
  const chart = workbook.addChart(sheet, newChart(sheet, { sheet, area: side.areaOf('A1:C3') }, 'BarStacked', 'Columns', workbook.newGuid()));
  const axis = { isTitleShown: true, numberFormat: '#,##0.0', isReversed: true, crossing: 'Maximum', minimum: null } as const;
  Object.assign(chart, { name: 'Mit billede', title: 'Bo & Co: "tal" < 3', legend: { position: 'Bottom', isShown: true }, gapWidth: 60, valueAxis: { ...axis, title: 'mio. kr.', minimum: -2.5 }, categoryAxis: { ...axis, title: 'År', numberFormat: null } });
  Object.assign(chart.series[0] ?? {}, { color: '#0F6CBD' });
  workbook.addChart(sheet, newChart(sheet, { sheet, area: side.areaOf('A2:C3') }, 'ColumnClustered', null, workbook.newGuid()));
  const hidden = workbook.addSheet('Lager');
  side.enter(hidden, side.areaOf('A1'), () => "=SUM('Bo & Co''s \"tal\"'!B2:B3)");
  workbook.setVisibility(hidden, 'VeryHidden');
  workbook.protect(workbook.addSheet('Låst'), { options: {}, password: null });
  workbook.settle();
  return side;
}
