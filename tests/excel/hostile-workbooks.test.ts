import { reconcile } from '../../src/core/reconciliation/engine';
import { type Agreement } from '../../src/core/budget/agreement';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type RemovalReport, type WorkbookState } from '../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { agreementOf, initiativeOf, sampleAgreement } from '../support/sample-agreement';
import { valueOf } from '../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const COMPONENTS = 'Delposter 2026-2029';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = newWorkbook();
});

afterEach(() => excel.close());

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm' });
}

async function importIt(agreement: Agreement = sampleAgreement()): Promise<string> {
  return valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' })).importId;
}

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

async function removed(importId: string): Promise<RemovalReport | null> {
  return valueOf(await workbook.removeImport(importId));
}

/** Cuts the table of a sheet and pastes it, with its header, on another. */
function cutTable(from: string, to: string, row: number, column: number): void {
  const table = excel.workbook.tables.find(({ sheet }) => sheet.name === from);
  if (table === undefined) throw new Error('no table');
  excel.workbook.moveCells(table.sheet, table.area, excel.sheet(to), row, column, 'user');
}

const another = (title: string, sha: string): Agreement =>
  agreementOf([initiativeOf('SletDet (Red Barnet)', 10, '1,0 2,0 - - 3,0', []), initiativeOf(title, 30, '1,0 - - - 1,0', [])], { title: `Aftale om ${title}`, document: { ...sampleAgreement().document, sha256: sha.repeat(64) } });

describe("a table that was cut to the user's own sheet", () => {
  it('is checked and flagged there, and taken from there, with everything of his left', async () => {
    const importId = await importIt();
    await excel.userEdits('Ark1', 'A1', [['Konto', 'Beløb'], [4711, 12]]);
    cutTable(OVERVIEW, 'Ark1', 9, 3);
    const { summary } = await checked();
    expect(summary.notCheckable).toBe(0);
    const overview = excel.workbook.tables.find(({ sheet }) => sheet.name === 'Ark1');
    const year = overview?.columns.findIndex(({ name }) => name === '2026') ?? 0;
    const cell = { row: 10, column: 3 + year };
    excel.side.enter(excel.sheet('Ark1'), { ...cell, rows: 1, columns: 1 }, () => 99);
    expect((await checked()).findings.some(({ place }) => place?.sheet === 'Ark1')).toBe(true);
    expect(excel.sheet('Ark1').styleAt(cell.row, cell.column)?.fill).toBeDefined();
    await removed(importId);
    expect(excel.workbook.sheets.map(({ name }) => name)).toContain('Ark1');
    expect(excel.values('Ark1!A1:B2')).toEqual([['Konto', 'Beløb'], [4711, 12]]);
    expect([excel.workbook.tables, excel.workbook.comments]).toEqual([[], []]);
  });
});

describe("a sheet of the user's that was given an import's name", () => {
  it('stays as it is when the import goes, though the import\'s own sheet is gone', async () => {
    const importId = await importIt();
    excel.workbook.deleteSheet(excel.sheet(COMPONENTS));
    excel.workbook.renameSheet(excel.sheet('Ark1'), COMPONENTS);
    await excel.userEdits(COMPONENTS, 'A1', [['Initiativ', 'Delpost'], ['SletDet (Red Barnet)', 'Drift']]);
    await removed(importId);
    expect(excel.values(`'${COMPONENTS}'!A1:B2`)).toEqual([['Initiativ', 'Delpost'], ['SletDet (Red Barnet)', 'Drift']]);
  });
});

describe('what the user takes apart', () => {
  it('a table made a range, or cleared, is told as gone: none of its figures counts as agreeing', async () => {
    await importIt();
    const { summary: before } = await checked();
    const overview = excel.workbook.tables.find(({ sheet }) => sheet.name === OVERVIEW);
    if (overview === undefined) throw new Error('no overview');
    await excel.userEdits('Ark1', 'A1', `=SUM('${OVERVIEW}'!F5:F8)`);
    excel.workbook.removeTable(overview, true, 'user');
    const { summary, findings } = await checked();
    expect(summary.agrees).toBeLessThan(before.agrees);
    expect(findings.length).toBeGreaterThan(0);
    expect(Number(excel.cell('Ark1', 'A1').value)).toBeGreaterThan(0);
  });

  it('a cleared sheet is told; its import goes, and what nobody can tell for its own stays and is named', async () => {
    const importId = await importIt();
    excel.workbook.clear(excel.sheet(OVERVIEW), excel.side.areaOf('A1:Z40'), 'Contents', 'user');
    expect((await checked()).findings.length).toBeGreaterThan(0);
    expect(await removed(importId)).toEqual({ kept: [OVERVIEW] });
    expect(excel.workbook.tables.map(({ sheet }) => sheet.name)).toEqual([OVERVIEW]);
  });
});

describe('a column among the years', () => {
  const YEAR = 5;
  const wholeColumn = (column: number) => ({ row: 0, column, rows: 1_048_576, columns: 1 });

  it("of the user's own is told where the total of each row adds it; one of texts is nobody's business", async () => {
    await importIt();
    excel.workbook.shiftCells(excel.sheet(OVERVIEW), wholeColumn(YEAR + 2), 'column', false, 'user');
    await excel.userEdits(OVERVIEW, 'H4', [['Note'], ['ring'], [''], [''], ['']]);
    expect((await checked()).findings).toEqual([]);
    await excel.userEdits(OVERVIEW, 'H5', 100);
    expect((await checked()).findings.map(({ place, check }) => [place?.address, check.message.da])).toEqual([['K5', expect.stringContaining('Formlen lægger andet til end det, den skal: den giver 106,6')]]);
  });

  it('that was moved out of the sum from the first to the last is told', async () => {
    await importIt();
    const last = excel.values(`'${OVERVIEW}'!I4:I8`);
    excel.workbook.shiftCells(excel.sheet(OVERVIEW), wholeColumn(YEAR + 3), 'column', true, 'user');
    excel.workbook.shiftCells(excel.sheet(OVERVIEW), wholeColumn(YEAR), 'column', false, 'user');
    await excel.userEdits(OVERVIEW, 'F4', last);
    expect((await checked()).findings.map(({ place, check }) => `${place?.address ?? ''} ${check.message.da}`)).toContainEqual(expect.stringMatching(/^J5 .*mangler 2027 \(3\), 2028 \(2\)/));
  });
});

it('an import goes whose sheets were made very hidden', async () => {
  const importId = await importIt();
  excel.sheet(OVERVIEW).visibility = 'VeryHidden';
  expect(await removed(importId)).toBeNull();
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
});

describe('several agreements with the same initiative', () => {
  it('stand beside each other: an edit is found in its own, and one goes without the others', async () => {
    const first = await importIt(another('Første', 'a'));
    await importIt(another('Anden', 'b'));
    const third = await importIt(another('Tredje', 'c'));
    const sheets = excel.workbook.sheets.filter(({ name }) => name.startsWith('Oversigt'));
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(3);
    const [, own] = sheets;
    await excel.userEdits(own?.name ?? '', 'C5', 9);
    const { findings } = await checked();
    expect(new Set(findings.filter(({ place }) => place?.address === 'C5').map(({ place }) => place?.sheet))).toEqual(new Set([own?.name]));
    expect(await removed(first)).toBeNull();
    expect(await removed(third)).toBeNull();
    expect((await checked()).imports.map(({ agreement }) => agreement.title)).toEqual(['Aftale om Anden']);
    expect(excel.workbook.sheets.map(({ name }) => name)).toContain(own?.name);
    expect(excel.cell(own?.name ?? '', 'C5').value).toBe(9);
  });
});

describe('undo after a check that wrote nothing', () => {
  it("takes the user's own edit, and nothing of the add-in's", async () => {
    await importIt();
    await excel.userEdits('Ark1', 'A1', 'mit');
    await checked();
    await checked();
    await excel.userUndoes();
    expect(excel.cell('Ark1', 'A1').value).toBe('');
    expect(excel.workbook.tables.length).toBeGreaterThan(0);
  });
});
