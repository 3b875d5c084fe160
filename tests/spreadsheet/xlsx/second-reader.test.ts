import { Workbook, type Cell, type Worksheet } from 'exceljs';
import { planWorkbook } from '../../../src/cli/answers/workbook-output';
import { buildWorkbook } from '../../../src/cli/xlsx/build-workbook';
import { formatArea, MAX_COLUMNS } from '../../../src/spreadsheet/cells/address';
import { CellError } from '../../../src/spreadsheet/cells/value';
import { type SheetModel } from '../../../src/spreadsheet/model/sheet';
import { type WorkbookModel } from '../../../src/spreadsheet/model/workbook';
import { formulaInFile } from '../../../src/spreadsheet/xlsx/formulas';
import { workbookFile } from '../../../src/spreadsheet/xlsx/write/workbook-file';
import { fullWorkbook } from '../../support/full-workbook';
import { sampleAgreement } from '../../support/sample-agreement';

/** What both readers are asked for: values, formulas, tables, names and notes, by sheet. */
interface Contents {
  readonly values: readonly (readonly [string, unknown])[];
  readonly formulas: readonly (readonly [string, string])[];
  readonly tables: readonly unknown[];
  readonly notes: readonly (readonly [string, string])[];
}

function addressOf(row: number, column: number): string {
  return formatArea({ row, column, rows: 1, columns: 1 });
}

const inOrder = <T>(pairs: readonly (readonly [string, T])[]): (readonly [string, T])[] => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

/** A sheet as our own model has it. */
function written(workbook: WorkbookModel, sheet: SheetModel): Contents {
  const cells = [...sheet.cells.keys(), ...sheet.spills.keys()].map((key) => ({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS }));
  const places = [...new Map(cells.map((place) => [addressOf(place.row, place.column), place]))];
  const ownTable = (row: number, column: number): string | null => workbook.tableAt(sheet, row, column)?.name ?? null;
  return {
    values: inOrder(places.flatMap(([address, { row, column }]) => {
      const value = sheet.valueAt(row, column);
      return value === null || value === '' ? [] : [[address, value instanceof CellError ? value.code : value] as const];
    })),
    formulas: inOrder(places.flatMap(([address, { row, column }]) => {
      const formula = sheet.cell(row, column)?.formula;
      return formula === undefined ? [] : [[address, formulaInFile(formula, ownTable(row, column))] as const];
    })),
    tables: workbook.tablesOn(sheet).map(({ name, area }) => ({ name, area: formatArea(area) })),
    notes: inOrder(workbook.comments.filter((comment) => comment.sheet === sheet).map(({ row, column, content }) => [addressOf(row, column), content] as const)),
  };
}

/** The same sheet as exceljs reads it. */
function read(sheet: Worksheet): Contents {
  const cells: Cell[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => void (cell.isMerged && cell.master !== cell ? undefined : cells.push(cell))));
  const tables = Object.values((sheet as unknown as { readonly tables: Record<string, { readonly table: ReadTable }> }).tables).map(({ table }) => table);
  return {
    values: inOrder(cells.flatMap((cell) => {
      const value = plainValue(cell.result ?? cell.value);
      return value === null || value === '' ? [] : [[cell.address, value] as const];
    })),
    formulas: inOrder(cells.flatMap((cell) => (cell.formula === undefined ? [] : [[cell.address, cell.formula] as const]))),
    tables: tables.map(({ name, tableRef }) => ({ name, area: tableRef })),
    notes: inOrder(cells.flatMap((cell) => (cell.note === undefined ? [] : [[cell.address, noteText(cell.note)] as const]))),
  };
}

/** A table as exceljs knows it; of its columns it reads those before the first calculated one, so that the headings are told by their cells. */
interface ReadTable {
  readonly name: string;
  readonly tableRef: string;
}

/** A value without what exceljs adds to it: dates are days, links their text, errors their code. */
function plainValue(value: unknown): unknown {
  if (value instanceof Date) return (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
  if (typeof value !== 'object' || value === null) return value;
  return 'text' in value ? value.text : 'error' in value ? value.error : null;
}

function noteText(note: Cell['note']): string {
  return typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');
}

/** The names of places, which is what exceljs keeps of names. */
function placeNames(workbook: WorkbookModel): string[] {
  return workbook.names.flatMap(({ name, formula }) => (/^='?[^"(]*!\$[A-Z]+\$\d+$/.test(formula) || /\$[A-Z]+\$\d+$/.test(formula) ? [`${name} ${formula.slice(1)}`] : [])).sort();
}

async function sampleWorkbook(): Promise<WorkbookModel> {
  const importedAt = new Date(Date.UTC(2026, 10, 27));
  return buildWorkbook(planWorkbook([sampleAgreement()], 'da', importedAt), { importedAt, addinVersion: '1.0.0', language: 'da' });
}

const FILES: readonly (readonly [string, () => Promise<WorkbookModel>])[] = [
  ['a workbook with one of everything', () => Promise.resolve(fullWorkbook().workbook)],
  ['the workbook of an agreement', sampleWorkbook],
];

it.each(FILES)('%s says the same to another reader: sheets, values, formulas, tables, names and notes', async (_what, make) => {
  const workbook = await make();
  workbook.settle(true);
  const other = new Workbook();
  await other.xlsx.load(new Uint8Array(workbookFile(workbook)).buffer);
  expect(other.worksheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
  for (const sheet of workbook.sheets) {
    const found = other.getWorksheet(sheet.name);
    expect(found && read(found)).toEqual(written(workbook, sheet));
  }
  expect(other.definedNames.model.map(({ name, ranges }) => `${name} ${ranges.join()}`).sort()).toEqual(placeNames(workbook));
});
