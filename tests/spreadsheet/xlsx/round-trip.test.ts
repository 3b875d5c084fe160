import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { between, parseArea } from '../../../src/spreadsheet/cells/address';
import { BORDER_KINDS } from '../../../src/spreadsheet/border-kinds';
import { formulaFromFile, formulaInFile } from '../../../src/spreadsheet/xlsx/formulas';
import { UnreadableWorkbook } from '../../../src/spreadsheet/xlsx/read/package';
import { readWorkbookFile } from '../../../src/spreadsheet/xlsx/read/workbook-file';
import { workbookFile } from '../../../src/spreadsheet/xlsx/write/workbook-file';
import { ExcelSide } from '../../../src/workbench/excel-side/excel-side';
import { fullWorkbook } from '../../support/full-workbook';

/** What a person sees of a workbook, and what lies behind it. */
function seen({ workbook }: ExcelSide): unknown {
  workbook.settle(true);
  return workbook.sheets.map((sheet) => ({
    name: sheet.name, visibility: sheet.visibility, freeze: sheet.freeze, tabColor: sheet.tabColor, showGridlines: sheet.showGridlines, merges: sheet.merges, isProtected: sheet.protection !== null,
    cells: [...sheet.cells].filter(([, cell]) => cell.value !== null || cell.formula !== undefined || cell.style || cell.hyperlink).sort(([a], [b]) => a - b)
      .map(([key, { value, formula, style, hyperlink, hasQuotePrefix }]) => [key, value, formula && formulaFromFile(formulaInFile(formula, workbook.tables[0]?.name ?? null)), style, hyperlink, hasQuotePrefix ?? false]),
    spills: [...sheet.spills].map(([key, { value }]) => [key, value]),
    widths: [...sheet.columnWidths], heights: [...sheet.rowHeights], hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    print: ['Orientation', 'Zoom', 'LeftHeader', 'RightFooter', 'LeftMargin', 'PrintTitleRows'].map((name) => sheet.pageLayout.get(name)),
    rules: sheet.conditionalFormats.map(({ area, type, settings }) => [area, type, Object.fromEntries([...settings].sort(([a], [b]) => (a < b ? -1 : 1)))]),
    tables: workbook.tablesOn(sheet).map(({ id: _id, sheet: _sheet, columns, ...table }) => ({ ...table, columns: columns.map(({ name }) => name) })),
    charts: sheet.charts.map(({ id: _id, ...chart }) => chart),
    comments: workbook.comments.filter((comment) => comment.sheet === sheet).sort((a, b) => a.row - b.row).map(({ row, column, content, author, isNote }) => [row, column, content, author, isNote ?? false]),
    names: workbook.names.filter((name) => name.sheet === sheet || name.sheet === null).map(({ name, formula, comment }) => [name, formula, comment]),
  }));
}

function opened(bytes: Uint8Array): ExcelSide {
  const side = new ExcelSide();
  side.openModel(readWorkbookFile(bytes).workbook);
  return side;
}

test('everything of a workbook comes back from its file', () => {
  const side = fullWorkbook();
  expect(seen(opened(workbookFile(side.workbook)))).toEqual(seen(side));
});

test('threaded comments keep their ids, by which an add-in knows its own', () => {
  const side = fullWorkbook();
  const ids = (from: ExcelSide): string[] => from.workbook.comments.filter(({ isNote }) => isNote !== true).map(({ id }) => id);
  expect(ids(opened(workbookFile(side.workbook)))).toEqual(ids(side));
});

test('sheets keep their ids, by which an add-in knows them under new names; none has that of another', () => {
  const side = new ExcelSide();
  side.workbook.addSheet('Bilag');
  side.workbook.addSheet('Fra gitteret', 'user', 'k3Jd-9');
  const file = workbookFile(side.workbook);
  const back = opened(file).workbook;
  expect(back.sheets.slice(0, 2).map(({ id }) => id)).toEqual(side.workbook.sheets.slice(0, 2).map(({ id }) => id));
  expect(new Set([...back.sheets, back.addSheet(null)].map(({ id }) => id)).size).toBe(4);
  const files = unzipSync(file);
  const first = files['xl/worksheets/sheet1.xml'];
  if (first === undefined) throw new Error('The file has no first sheet.');
  const twice = opened(zipSync({ ...files, 'xl/worksheets/sheet2.xml': first })).workbook;
  expect(new Set(twice.sheets.map(({ id }) => id)).size).toBe(3);
});

test('every line of a border comes back, and one that files have no name for as the nearest', () => {
  const side = new ExcelSide();
  const lines = [...Object.values(BORDER_KINDS), { style: 'Dot', weight: 'Thick' }];
  const sheet = side.workbook.activeSheet;
  lines.forEach((kind, row) => sheet.restyle(between(row, 0, row, 0), (style) => ({ ...style, borders: { EdgeLeft: { ...kind, color: '#C00000' } } })));
  const back = opened(workbookFile(side.workbook)).workbook.activeSheet;
  expect(lines.map((_, row) => back.styleAt(row, 0)?.borders?.EdgeLeft)).toEqual(lines.map((kind) => ({ style: kind.style, weight: kind.style === 'Dot' ? 'Thin' : kind.weight, color: '#C00000' })));
});

test('a file of a file is the same file', () => {
  const first = workbookFile(fullWorkbook().workbook);
  const texts = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const second = texts(workbookFile(opened(first).workbook));
  const sheets = (all: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(all).filter(([name]) => /worksheets\/sheet|tables\//.test(name)));
  expect(sheets(second)).toEqual(sheets(texts(first)));
});

test('formulas stand in a file as the format wants them', () => {
  expect(formulaInFile('=[@[I alt]]+[@a]+Tal[@]', 'Tal')).toBe('Tal[[#This Row],[I alt]]+Tal[[#This Row],[a]]+Tal[#This Row]');
  expect(formulaInFile('=xlookup(1,A:A,B:B)+FILTER(A1:A3,B1:B3)+SUM(1)', null)).toBe('_xlfn.XLOOKUP(1,A:A,B:B)+_xlfn._xlws.FILTER(A1:A3,B1:B3)+SUM(1)');
  expect(formulaFromFile('_xlfn._xlws.SORT(A1:A3)+_xlfn.IFNA(A1,0)')).toBe('=SORT(A1:A3)+IFNA(A1,0)');
});

describe("what other programs write", () => {
  const withSheet = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
    const files = unzipSync(workbookFile(new ExcelSide().workbook));
    const head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(`${head}${sheet}</worksheet>`), ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])) });
  };
  const valueAt = (bytes: Uint8Array, address: string): unknown => {
    const place = parseArea(address) ?? { row: 0, column: 0 };
    return readWorkbookFile(bytes).workbook.activeSheet.cell(place.row, place.column);
  };

  test('shared formulas are written out, rich text is joined, inline strings are read', () => {
    const rows = '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>4</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>8</v></c><c r="B2" t="inlineStr"><is><t>inde</t></is></c></row></sheetData>';
    const strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>fed </t></r><r><t>og mager</t></r><rPh sb="0" eb="1"><t>udtale</t></rPh></si></sst>';
    const bytes = withSheet(rows, { 'xl/sharedStrings.xml': strings });
    expect(valueAt(bytes, 'A2')).toMatchObject({ value: 8, formula: '=B2*$C$1' });
    expect([valueAt(bytes, 'B1'), valueAt(bytes, 'B2')]).toMatchObject([{ value: 'fed og mager' }, { value: 'inde' }]);
  });

  test('cells without places, theme colours and prefixed names are read', () => {
    const styles = '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fonts><x:font/></x:fonts><x:fills><x:fill/><x:fill><x:patternFill patternType="solid"><x:fgColor theme="4" tint="0.5"/></x:patternFill></x:fill></x:fills><x:cellXfs><x:xf/><x:xf fillId="1" numFmtId="14"/></x:cellXfs></x:styleSheet>';
    const bytes = withSheet('<sheetData><row><c><v>1</v></c><c s="1"><v>46000</v></c></row></sheetData>', { 'xl/styles.xml': styles });
    expect(valueAt(bytes, 'B1')).toMatchObject({ value: 46000, style: { fill: '#A2B9E2', numberFormat: 'dd-mm-yyyy' } });
  });

  test.each([
    ['text', new TextEncoder().encode('a;b'), 'not-xlsx'],
    ['an encrypted file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'encrypted'],
    ['a broken package', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'damaged'],
    ['a package of something else', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'not-xlsx'],
    ['a part that is no XML', withSheet('<sheetData><row>'), 'damaged'],
    ['a document type', withSheet('', { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }), 'damaged'],
    ['dates counted from 1904', zipSync({ ...unzipSync(withSheet('')), 'xl/workbook.xml': strToU8('<workbook><workbookPr date1904="1"/></workbook>') }), 'date-system-1904'],
  ])('%s is refused with its reason', (_, bytes, reason) => {
    let refusal: unknown = null;
    try {
      readWorkbookFile(bytes);
    } catch (error) {
      refusal = error instanceof UnreadableWorkbook ? error.reason : error;
    }
    expect(refusal).toBe(reason);
  });
});

test('the filters of a table and the rows they hide come back from its file', () => {
  const side = fullWorkbook();
  const table = side.workbook.tables[0];
  const column = table?.columns[0];
  if (!table || !column) throw new Error('no table');
  side.workbook.filterTable(table, column, ['æbler <rå>', '']);
  const again = opened(workbookFile(side.workbook)).workbook;
  expect(again.tables[0]?.columns.map(({ shown }) => shown)).toEqual([['æbler <rå>', ''], undefined, undefined]);
  expect(again.sheets[0]?.hiddenRows).toEqual(side.workbook.sheets[0]?.hiddenRows);
});
