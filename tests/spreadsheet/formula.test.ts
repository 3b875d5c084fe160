import { toWireValue } from '../../src/spreadsheet/cells/value';
import { ExcelSide } from '../../src/workbench/excel-side/excel-side';
import { type WorkbookModel } from '../../src/spreadsheet/model/workbook';

let side: ExcelSide;
let workbook: WorkbookModel;

beforeEach(() => {
  side = new ExcelSide();
  workbook = side.workbook;
});

function enter(address: string, written: unknown, sheetName = 'Ark1'): void {
  const sheet = workbook.sheetNamed(sheetName);
  if (!sheet) throw new Error(sheetName);
  const area = side.areaOf(address);
  const matrix = Array.isArray(written) ? (written as unknown[][]) : [[written]];
  workbook.write(sheet, { ...area, rows: matrix.length, columns: matrix[0]?.length ?? 1 }, (row, column) => matrix[row]?.[column], 'user');
}

function value(address: string, sheetName = 'Ark1'): unknown {
  workbook.settle();
  const { row, column } = side.areaOf(address);
  return toWireValue(workbook.sheetNamed(sheetName)?.valueAt(row, column) ?? null);
}

test.each([
  ['=1+2*3', 7],
  ['=-2^2', 4],
  ['=(1+2)*3%', 0.09],
  ['="a"&1&TRUE', 'a1TRUE'],
  ['=1/0', '#DIV/0!'],
  ['=IFERROR(1/0,"-")', '-'],
  ['=IF(2>1,"ja","nej")', 'ja'],
  ['=IF(FALSE,1)', false],
  ['=ROUND(2.345,2)', 2.35],
  ['=ROUND(-0.05,1)', -0.1],
  ['=ABS(-1.5)', 1.5],
  ['=AND(1<2,"b">"a")', true],
  ['=OR(FALSE,1=2)', false],
  ['=0.1+0.2-0.3', 0],
  ['=SUM(0.1,0.2,-0.3)', 0],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
  ['=SUMPRODUCT({1,2;3,4})', 10],
  ['=UKENDT(1)', '#NAME?'],
  ['=ikkedefineret', '#NAME?'],
  ['=Findesikke!A1', '#REF!'],
  ['=SUMIFS(#REF!,#REF!,"a")', '#REF!'],
  ['=SUMIF(#REF!,1)', '#REF!'],
  ['=IF(COUNTIFS(#REF!,"a",#REF!,"b")=0,"intet","noget")', '#REF!'],
  ['=COUNTBLANK(#REF!)', '#REF!'],
  ['=INDEX(#REF!,1)', '#REF!'],
  ['=COUNT(#REF!)', 0],
  ['=IFERROR(SUMIFS(#REF!,A1:A2,1),"væk")', 'væk'],
  ['=HYPERLINK("https://example.org","her")', 'her'],
  ['=MATCH("b",{"a","b"},0)', 2],
  ['=YEAR(DATE(2026,2,28))', 2026],
  ['="x"*1', '#VALUE!'],
])('%s is %p', (formula, expected) => {
  enter('H1', formula);
  expect(value('H1')).toBe(expected);
});

describe('references', () => {
  beforeEach(() => {
    enter('A1', [['Navn', 'Beløb', 'År'], ['Sol', 1.5, 2026], ['Måne', 2.5, 2027], ['Sol', 4, 2027]]);
  });

  test('ranges, whole columns and other sheets', () => {
    workbook.addSheet('Andet ark');
    enter('A1', "=SUM('Ark1'!B2:B4)", 'Andet ark');
    enter('E1', '=SUM(B:B)');
    enter('E2', '=SUMIFS(B2:B4,A2:A4,"Sol",C2:C4,">2026")');
    enter('E3', '=COUNTIF(A2:A4,"S*")');
    expect([value('A1', 'Andet ark'), value('E1'), value('E2'), value('E3')]).toEqual([8, 8, 4, 2]);
  });

  test('structured references, also with an underscore in the name and after renaming', () => {
    const sheet = workbook.activeSheet;
    const table = workbook.addTable(sheet, side.areaOf('A1:C4'), true, 'user');
    workbook.renameTable(table, 'Tal_2026');
    enter('D1', 'Dobbelt');
    workbook.resizeTable(table, side.areaOf('A1:D4'), 'user');
    enter('D2', [['=[@Beløb]*2'], ['=Tal_2026[[#This Row],[Beløb]]*2'], ['=Tal_2026[@Beløb]*2']]);
    enter('F1', '=SUM(Tal_2026[Dobbelt])');
    enter('F2', '=SUM(Tal_2026[[Beløb]:[År]])');
    enter('F3', '=Tal_2026[[#Headers],[Beløb]]');
    workbook.renameTable(table, 'Nyt_navn');
    expect([value('F1'), value('F2'), value('F3')]).toEqual([16, 6088, 'Beløb']);
    expect(sheet.cell(0, 5)?.formula).toBe('=SUM(Nyt_navn[Dobbelt])');
  });

  test('structured references follow a header that gets another name, and two that change places', () => {
    const sheet = workbook.activeSheet;
    const table = workbook.addTable(sheet, side.areaOf('A1:C4'), true, 'user');
    workbook.renameTable(table, 'Tal');
    enter('D1', 'Dobbelt');
    workbook.resizeTable(table, side.areaOf('A1:D4'), 'user');
    enter('D2', [['=[@Beløb]*2'], ['=Tal[[#This Row],[Beløb]]*2'], ['=SUM(Tal[@[Beløb]:[År]])']]);
    enter('F1', '=SUM(Tal[beløb])');
    enter('F2', '=SUM(Andet[Beløb],Tal[[#Headers],[Beløb]])');
    workbook.addName('Alle', '=Tal[Beløb]', null);
    const formulas = (): (string | null | undefined)[] => ['D2', 'D3', 'D4', 'F1', 'F2'].map((address) => {
      const { row, column } = side.areaOf(address);
      return sheet.cell(row, column)?.formula;
    });
    const before = [value('F1'), value('D2'), value('D4')];
    enter('B1', "Beløb [mio.]");
    expect(formulas()).toEqual(["=[@[Beløb '[mio.']]]*2", "=Tal[[#This Row],[Beløb '[mio.']]]*2", "=SUM(Tal[@[Beløb '[mio.']]:[År]])", "=SUM(Tal[Beløb '[mio.']])", "=SUM(Andet[Beløb],Tal[[#Headers],[Beløb '[mio.']]])"]);
    expect([value('F1'), value('D2'), value('D4')]).toEqual(before);
    enter('B1', 'Beløb');
    expect(formulas()[2]).toBe('=SUM(Tal[@[Beløb]:[År]])');
    enter('B1', [['År', 'Beløb']]);
    expect(formulas().slice(2, 4)).toEqual(['=SUM(Tal[@[År]:[Beløb]])', '=SUM(Tal[År])']);
    expect([value('F1'), value('D4')]).toEqual([before[0], before[2]]);
    expect(workbook.names[0]?.formula).toBe('=Tal[År]');
  });

  test('names, and SUBTOTAL over hidden rows', () => {
    workbook.addName('Basis', '=Ark1!$B$2:$B$4', null);
    enter('E1', '=SUM(Basis)');
    enter('E2', '=SUBTOTAL(109,B2:B4)');
    enter('E3', '=SUBTOTAL(9,B2:B4,E2)');
    workbook.changeLayout(workbook.activeSheet, (sheet) => sheet.hiddenRows.add(2));
    expect([value('E1'), value('E2'), value('E3')]).toEqual([8, 5.5, 8]);
  });

  test('rows that come in and go out move what refers to them', () => {
    enter('E1', '=SUM(B2:B4)');
    enter('E2', '=$B$4');
    const sheet = workbook.activeSheet;
    workbook.shiftCells(sheet, side.areaOf('3:3'), 'row', false, 'user');
    expect(sheet.cell(0, 4)?.formula).toBe('=SUM(B2:B5)');
    expect(sheet.cell(1, 4)?.formula).toBe('=$B$5');
    workbook.shiftCells(sheet, side.areaOf('5:5'), 'row', true, 'user');
    expect(sheet.cell(1, 4)?.formula).toBe('=#REF!');
    expect(value('E1')).toBe(4);
  });
});

test('arrays spill, give way, and can be referred to', () => {
  enter('A1', '=SEQUENCE(3)');
  enter('C1', '=SUM(A1#)');
  expect([value('A3'), value('C1')]).toEqual([3, 6]);
  enter('A2', 'i vejen');
  expect([value('A1'), value('A2'), value('A3')]).toEqual(['#SPILL!', 'i vejen', '']);
  enter('A2', '');
  expect(value('A3')).toBe(3);
});

test('long chains compute, circles count as 0', () => {
  enter('A1', Array.from({ length: 5000 }, (_, row) => [row === 0 ? 1 : `=A${row}+1`]));
  enter('B1', [['=B2+1'], ['=B1+1']]);
  enter('D1', Array.from({ length: 400 }, (_, row) => [`=D${row === 399 ? 1 : row + 2}+1`]));
  expect(value('A5000')).toBe(5000);
  expect(typeof value('B1')).toBe('number');
  expect(typeof value('D1')).toBe('number');
});
