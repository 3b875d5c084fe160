import { createHash } from 'node:crypto';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type RemovalReport } from '../../../src/excel/workbook-port';
import { newChart } from '../../../src/spreadsheet/model/charts/new-chart';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const COMPONENTS = 'Delposter 2026-2029';
const FINDINGS = 'Afstemning 2026-2029';
const DATA = 'ReserveData';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let importId: string;

afterEach(() => excel.close());

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = newWorkbook();
});

function addChart(name: string): unknown {
  const sheet = excel.sheet(name);
  return excel.workbook.addChart(sheet, newChart(sheet, { sheet, area: { row: 4, column: 0, rows: 2, columns: 2 } }, 'ColumnClustered', null, 'chart-1'));
}

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm' });
}

async function importSample(agreement = sampleAgreement(), kind: 'new-sheets' | 'selection' = 'new-sheets'): Promise<void> {
  const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  ({ importId } = result.value);
}

async function removed(): Promise<RemovalReport | null> {
  const value = valueOf(await workbook.removeImport(importId));
  await excel.settled();
  return value;
}

function sheetNames(): string[] {
  return excel.workbook.sheets.map(({ name }) => name);
}

/** Everything that stands on a sheet. */
function contentOf(name: string): unknown[] {
  return excel.values(`'${name}'!A1:Z40`).flat().filter((value) => value !== '');
}

describe('formulas that lose their source', () => {
  async function dependents(): Promise<readonly [readonly string[], number]> {
    const result = await workbook.dependentFormulas(importId);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return [result.value.formulas.map(({ place, formula }) => `${place.sheet}!${place.address} ${formula}`), result.value.count];
  }

  it('are named before anything goes: those at its tables, names, sheets and cells, and what only it answers', async () => {
    await importSample();
    const table = excel.workbook.tables.find(({ sheet }) => sheet.name === OVERVIEW)?.name ?? '';
    const name = excel.workbook.names[0]?.name ?? '';
    const title = sampleAgreement().initiatives[0]?.title ?? '';
    const written = [`=SUM(${table}[2026])`, `=${name}*2`, `='${OVERVIEW}'!G5`, `=RESERVE.TOTAL("${title}")`, '=RESERVE.TOTAL(B6)', '=SUM(B1:B2)', '="Oversigt 2026-2029!G5"'];
    for (const [row, formula] of written.entries()) await excel.userEdits('Ark1', `A${row + 1}`, formula);
    await excel.userEdits('Ark1', 'B6', title);
    const other = agreementOf([initiativeOf('Noget andet', 2, '9,0 1,0 1,0 1,0 12,0', [])], { document: { name: 'andet.txt', sha256: 'c'.repeat(64), layout: 'initiative-sheets', pages: null } });
    const own = importId;
    await importSample(other);
    importId = own;
    const steps = excel.undoCount;
    const [formulas, count] = await dependents();
    expect(formulas.map((line) => line.slice(0, 7))).toEqual(['Ark1!A1', 'Ark1!A2', 'Ark1!A3', 'Ark1!A4', 'Ark1!A5']);
    expect([formulas[0], count]).toEqual([`Ark1!A1 =SUM(${table}[2026])`, 5]);
    expect(excel.undoCount).toBe(steps);
  });

  it('are named where they stand on a sheet of the import, or beside an import on a sheet of the user', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'T30', '=G5');
    expect(await dependents()).toEqual([[`${OVERVIEW}!T30 =G5`], 1]);
  });

  it('are counted beyond the first twenty; without any there are none', async () => {
    await importSample();
    expect(await dependents()).toEqual([[], 0]);
    for (let row = 1; row <= 23; row += 1) await excel.userEdits('Ark1', `A${row}`, `='${OVERVIEW}'!G5`);
    const [formulas, count] = await dependents();
    expect([formulas.length, count]).toEqual([20, 23]);
  });

  it('show an error once it is gone', async () => {
    await importSample();
    await excel.userEdits('Ark1', 'A1', `='${OVERVIEW}'!G5`);
    await removed();
    expect(String(excel.cell('Ark1', 'A1').value)).toMatch(/^#/);
  });
});

describe('taking an import back', () => {
  it("leaves a sheet on which the user has written, with what he wrote, and says so", async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'T30', 'mit eget tal');
    expect(await removed()).toEqual({ kept: [OVERVIEW] });
    expect(sheetNames()).toEqual(['Ark1', OVERVIEW]);
    expect(contentOf(OVERVIEW)).toEqual(['mit eget tal']);
    expect([excel.workbook.tables, excel.workbook.names]).toEqual([[], []]);
  });

  it.each([
    ['a formula that shows nothing', () => excel.userEdits(FINDINGS, 'T30', '=""')],
    ['a column of his own in a table', () => excel.userEdits(COMPONENTS, 'B5', 'B5').then(() => addColumn(COMPONENTS, 'Min note', 'husk'))],
    ['a comment', () => Promise.resolve(excel.workbook.addComment(excel.sheet(OVERVIEW), 4, 5, 'Reserve: det skal vi tale om', 'Anne', 'user'))],
    ['a chart', () => Promise.resolve(addChart(OVERVIEW))],
    ['a picture', () => Promise.resolve((excel.sheet(OVERVIEW).drawings.shapes = 1))],
    ['a table of his own', () => ownTable(OVERVIEW)],
  ])('leaves a sheet with %s', async (_what, happening) => {
    await importSample();
    await happening();
    const before = excel.workbook.comments.length;
    const report = await removed();
    expect(report?.kept).toHaveLength(1);
    expect(sheetNames()).toContain(report?.kept[0]);
    expect(excel.workbook.comments).toHaveLength(before);
  });

  it('takes corrected figures along, for they were asked about', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await workbook.checkWorkbook();
    expect(await removed()).toBeNull();
    expect(sheetNames()).toEqual(['Ark1']);
    expect(excel.workbook.comments).toEqual([]);
  });

  it("never deletes a sheet of the user's that bears a stored name", async () => {
    await importSample();
    excel.workbook.renameSheet(excel.sheet(OVERVIEW), 'Mit overblik');
    const own = excel.workbook.addSheet(OVERVIEW);
    await excel.userEdits(OVERVIEW, 'A1', 'budget');
    expect(await removed()).toBeNull();
    expect(sheetNames()).toEqual(['Ark1', OVERVIEW]);
    expect(own.valueAt(0, 0)).toBe('budget');
  });

  it("takes a table off a sheet of the user's that it was moved to, and nothing else", async () => {
    await importSample();
    excel.workbook.renameSheet(excel.sheet(COMPONENTS), 'Mit budget');
    excel.workbook.renameSheet(excel.sheet('Ark1'), COMPONENTS);
    await excel.userEdits('Mit budget', 'T3', 12);
    expect(await removed()).toEqual({ kept: ['Mit budget'] });
    expect(contentOf('Mit budget')).toEqual([12]);
    expect(sheetNames()).toEqual([COMPONENTS, 'Mit budget']);
  });

  it('deletes nothing that a store names which somebody wrote by hand, its hash computed anew', async () => {
    await importSample();
    await excel.userEdits('Ark1', 'A1', [['Konto', 'Beløb'], ['4711', 12]]);
    excel.workbook.addTable(excel.sheet('Ark1'), excel.side.areaOf('A1:B2'), true, 'user');
    const [own] = excel.workbook.tables.filter(({ sheet }) => sheet.name === 'Ark1');
    await rewriteState((state) => ({
      ...state,
      ownSheets: [{ id: excel.sheet('Ark1').id, name: 'Ark1' }],
      tables: [{ role: 'overview', id: own?.id, name: own?.name, columns: [{ key: 'id', header: 'Konto' }, { key: 'year:2026', header: 'Beløb' }] }],
    }));
    workbook = newWorkbook();
    await workbook.removeImport(importId);
    await excel.settled();
    expect(contentOf('Ark1')).toEqual(['Konto', 'Beløb', 4711, 12]);
  });

  it('shows an error in formulas that pointed at what went away, and never a 0', async () => {
    await excel.userSelects('Ark1', 'C5');
    await importSample(sampleAgreement(), 'selection');
    await excel.userEdits('Ark1', 'A1', [['=SUM(Initiativer2026[2026])'], ['=H9'], ["=SUM('Delposter 2026-2029'!A4:Z20)"], ['=Reserve2026'], ['=SUM(Delposter2026[2026])']]);
    expect(excel.cell('Ark1', 'A2').value).toBe(1.6);
    expect(excel.values('Ark1!A1:A5').flat().every((value) => typeof value === 'number' && value > 0)).toBe(true);
    expect(await removed()).toBeNull();
    expect(excel.values('Ark1!A1:A5').flat()).toEqual([expect.stringMatching(/^#/), expect.stringMatching(/^#/), expect.stringMatching(/^#/), expect.stringMatching(/^#/), expect.stringMatching(/^#/)]);
  });

  it("keeps the user's comment on a cell of the import", async () => {
    await excel.userSelects('Ark1', 'C5');
    await importSample(sampleAgreement(), 'selection');
    excel.workbook.addComment(excel.sheet('Ark1'), 7, 6, 'Hvorfor så lidt?', 'Anne', 'user');
    await removed();
    expect(excel.workbook.comments.map(({ content }) => content)).toEqual(['Hvorfor så lidt?']);
    expect(contentOf('Ark1')).toEqual([]);
  });

  it('does not touch what was never finished but has become somebody else\'s', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'T30', 'mit');
    await rewriteState((state) => ({ ...state, status: 'writing' }));
    workbook = newWorkbook();
    const other = agreementOf([initiativeOf('Andet', 10, '1,0 2,0 - - 3,0', [])], { document: { ...sampleAgreement().document, sha256: 'b'.repeat(64) } });
    await importSample(other);
    expect(contentOf(OVERVIEW)).toEqual(['mit']);
    expect(sheetNames()).not.toContain(COMPONENTS);
  });
});

function addColumn(sheetName: string, header: string, value: string): void {
  const table = excel.workbook.tables.find(({ sheet }) => sheet.name === sheetName);
  if (table === undefined) throw new Error('no table');
  const { area } = table;
  excel.workbook.resizeTable(table, { ...area, columns: area.columns + 1 }, 'user');
  excel.side.enter(table.sheet, { ...area, column: area.column + area.columns, rows: 1, columns: 1 }, () => header);
  excel.side.enter(table.sheet, { ...area, row: area.row + 1, column: area.column + area.columns, rows: 1, columns: 1 }, () => value);
}

async function ownTable(sheetName: string): Promise<void> {
  await excel.userEdits(sheetName, 'T30', [['Konto', 'Beløb'], ['4711', 12]]);
  excel.workbook.addTable(excel.sheet(sheetName), excel.side.areaOf('T30:U31'), true, 'user');
}

/** Writes the stored state anew, as somebody could who knows how it is kept. */
async function rewriteState(change: (state: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const cells = excel.values(`${DATA}!A1:E2`);
  const row = cells.findIndex(([, kind]) => kind === 'state') + 1;
  const chunk = String(excel.cell(DATA, `F${row}`).value).slice(1);
  const json = JSON.stringify(change(JSON.parse(chunk) as Record<string, unknown>));
  await excel.userEdits(DATA, `F${row}`, `|${json}`);
  await excel.userEdits(DATA, `D${row}`, `|${createHash('sha256').update(json).digest('hex')}`);
}
