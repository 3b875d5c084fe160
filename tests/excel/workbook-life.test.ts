import { createHash } from 'node:crypto';
import { reconcile } from '../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type WorkbookState } from '../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { offerNotes } from '../support/notes';
import { agreementOf, initiativeOf, sampleAgreement } from '../support/sample-agreement';
import { valueOf } from '../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const COMPONENTS = 'Delposter 2026-2029';
const DATA = 'ReserveData';
const FLAG_FILL = '#FBC9C4';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

afterEach(() => excel.close());

async function begin(options: Parameters<typeof startHeadlessExcel>[0] = {}): Promise<void> {
  excel = await startHeadlessExcel(options);
  workbook = newWorkbook();
}

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm' });
}

async function importIt(agreement = sampleAgreement()): Promise<string> {
  return valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' })).importId;
}

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

function columnOf(sheetName: string, header: string): number {
  const table = excel.workbook.tables.find(({ sheet }) => sheet.name === sheetName);
  if (table === undefined) throw new Error('no table');
  return table.area.column + table.columns.findIndex(({ name }) => name === header);
}

function deleteColumn(sheetName: string, header: string): void {
  excel.workbook.shiftCells(excel.sheet(sheetName), { row: 0, column: columnOf(sheetName, header), rows: 1_048_576, columns: 1 }, 'column', true, 'user');
}

/** Writes the stored state anew. */
async function rewriteState(change: (state: Record<string, unknown>) => Record<string, unknown>, version = 2): Promise<void> {
  const row = excel.values(`${DATA}!A1:E2`).findIndex(([, kind]) => kind === 'state') + 1;
  const json = JSON.stringify(change(JSON.parse(String(excel.cell(DATA, `F${row}`).value).slice(1)) as Record<string, unknown>));
  await excel.userEdits(DATA, `F${row}`, `|${json}`);
  await excel.userEdits(DATA, `D${row}`, `|${createHash('sha256').update(json).digest('hex')}`);
  await excel.userEdits(DATA, `C${row}`, version);
  workbook = newWorkbook();
}

describe('tables that people rename, move and change', () => {
  it('are known by their ids: a renamed overview loses no check', async () => {
    await begin();
    await importIt();
    const { summary } = await checked();
    for (const table of [...excel.workbook.tables]) excel.workbook.renameTable(table, `Min${table.name}`);
    expect(await checked()).toMatchObject({ summary, findings: [], notices: [] });
    await excel.userEdits(OVERVIEW, 'G5', 4);
    expect((await checked()).findings.map(({ place }) => place)).toContainEqual({ sheet: OVERVIEW, address: 'G5' });
    expect(excel.cell(OVERVIEW, 'G5').fill).not.toBeNull();
    workbook = newWorkbook();
    expect((await checked()).findings.map(({ place }) => place)).toContainEqual({ sheet: OVERVIEW, address: 'G5' });
  });

  it('are known by their headings and rows where ids and names are gone', async () => {
    await begin();
    await importIt();
    const { summary } = await checked();
    for (const table of [...excel.workbook.tables]) excel.workbook.renameTable(table, `Min${table.name}`);
    await rewriteState((state) => ({ ...state, tables: (state['tables'] as object[]).map((table) => ({ ...table, id: 'en anden' })) }));
    expect(await checked()).toMatchObject({ summary });
  });

  it('are known row by row by their texts where the column of ids is gone, and that is said', async () => {
    await begin();
    await importIt(agreementOf([initiativeOf('Første', 10, '1,0 2,0 - - 3,0', []), initiativeOf('Andet', 30, '1,0 3,0 - - 4,0', [])]));
    const { summary } = await checked();
    deleteColumn(OVERVIEW, 'Id');
    const state = await checked();
    expect(state.summary.notCheckable).toBe(summary.notCheckable);
    expect(state.summary.agrees).toBe(summary.agrees);
    expect(state.notices).toMatchObject([{ code: 'ids-gone' }]);
    await excel.userEdits(OVERVIEW, 'E6', 4);
    expect((await checked()).findings.map(({ place }) => place)).toContainEqual({ sheet: OVERVIEW, address: 'E6' });
  });
});

describe('the list of findings', () => {
  it('keeps rows that somebody else wrote into it, however it grows and shrinks', async () => {
    await begin();
    await importIt(agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', []), initiativeOf('Også forkert', 30, '1,0 3,0 - - 4,5', [])]));
    const list = excel.workbook.tables.find(({ sheet }) => sheet.name === 'Afstemning 2026-2029');
    if (list === undefined) throw new Error('no list');
    const findings = list.area.rows - 1;
    await excel.userEdits(list.sheet.name, `A${list.area.row + list.area.rows + 1}`, [['mit', 'spørg ministeriet']]);
    excel.workbook.resizeTable(list, { ...list.area, rows: list.area.rows + 1 }, 'user');
    const rows = (): unknown[][] => excel.values(`'Afstemning 2026-2029'!A5:B${list.area.row + list.area.rows}`);
    await excel.userEdits(OVERVIEW, 'E5', 4);
    await checked();
    expect(rows().length).toBeGreaterThan(findings + 1);
    expect(rows()).toContainEqual(['mit', 'spørg ministeriet']);
    await excel.userEdits(OVERVIEW, 'E5', 1);
    await excel.userEdits(OVERVIEW, 'H5', 3);
    await checked();
    expect(rows()).toContainEqual(['mit', 'spørg ministeriet']);
  });
});

describe('what reads like a flag and is not', () => {
  it("a user's comment that begins like one, and his fill in a flag's colour, stay", async () => {
    await begin();
    await importIt();
    excel.workbook.addComment(excel.sheet(OVERVIEW), 4, 6, 'Reserve: husk at spørge', 'Anne', 'user');
    excel.workbook.restyle(excel.sheet(OVERVIEW), excel.side.areaOf('G5:H6'), (style) => ({ ...style, fill: FLAG_FILL }), 'user');
    await checked();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    await excel.userEdits(OVERVIEW, 'G5', 3);
    await checked();
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ fill: FLAG_FILL, comment: 'Reserve: husk at spørge' });
    expect(excel.cell(OVERVIEW, 'G6').fill).toBe(FLAG_FILL);
    await workbook.showFlags(false);
    expect(excel.cell(OVERVIEW, 'G5').fill).toBe(FLAG_FILL);
  });

  it('a flag that the user wrote into, or coloured over, is his', async () => {
    await begin();
    await importIt(agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]));
    const [comment] = excel.workbook.comments;
    if (comment === undefined) throw new Error('no flag');
    excel.workbook.changeComment(comment, { content: 'Reserve: set, Anne' }, 'user');
    excel.workbook.restyle(excel.sheet(OVERVIEW), excel.side.areaOf('H5'), (style) => ({ ...style, fill: '#00FF00' }), 'user');
    await workbook.showFlags(false);
    expect(excel.cell(OVERVIEW, 'H5')).toMatchObject({ fill: '#00FF00', comment: 'Reserve: set, Anne' });
  });

  it('flags of a workbook of the first version are known, and go', async () => {
    await begin();
    await importIt(agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]));
    await rewriteState(({ marks: _marks, ...state }) => ({ ...state, ownSheets: (state['ownSheets'] as { name: string }[]).map(({ name }) => name), fills: {} }), 1);
    expect((await checked()).imports).toHaveLength(1);
    await workbook.showFlags(false);
    expect(excel.cell(OVERVIEW, 'H5')).toMatchObject({ fill: null, comment: null });
  });
});

describe('where Excel has notes', () => {
  it('flags are notes, move and go like comments, and leave notes of the user alone', async () => {
    await begin({ apiVersion: '1.18' });
    const notes = offerNotes(excel);
    await importIt(agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]));
    expect(excel.workbook.comments).toEqual([]);
    expect(notes).toMatchObject([{ row: 4, column: 7, content: expect.stringMatching(/^Reserve: /) as string }]);
    await excel.userEdits(OVERVIEW, 'H5', 3);
    await checked();
    const [flag] = notes;
    expect(notes).toHaveLength(1);
    Object.assign(flag ?? {}, { content: 'min egen note' });
    await excel.userEdits(OVERVIEW, 'H5', 3.5);
    await workbook.showFlags(false);
    expect(notes.map(({ content }) => content)).toContain('min egen note');
  });
});

describe('co-authors', () => {
  it("one's edit, and what is calculated after it, is left to his own add-in to flag", async () => {
    await begin();
    await importIt();
    const told: number[] = [];
    workbook.onStateChanged((state) => told.push(state.findings.length));
    await excel.settled();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await excel.userEdits(OVERVIEW, 'G5', 4, 'coauthor');
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told.at(-1)).toBeGreaterThan(0);
    expect([excel.cell(OVERVIEW, 'G5').fill, excel.workbook.comments]).toEqual([null, []]);
  });
});

describe('the store', () => {
  it('takes no import that it would not read again', async () => {
    await begin();
    await importIt();
    const [state, model] = excel.values(`${DATA}!A1:E2`);
    await excel.userEdits(DATA, 'A3', Array.from({ length: 398 }, (_none, index) => ['|andet', index % 2 === 0 ? state?.[1] : model?.[1], 2, '|0', 0]));
    const other = agreementOf([initiativeOf('Andet', 10, '1,0 2,0 - - 3,0', [])], { document: { ...sampleAgreement().document, sha256: 'b'.repeat(64) } });
    expect(await workbook.importAgreement(other, [], { kind: 'new-sheets' })).toEqual({ ok: false, failure: { code: 'store-full', limit: 200 } });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Forside', 'Ark1', DATA, OVERVIEW, COMPONENTS, 'Totaler 2026-2029', 'Afstemning 2026-2029', 'Kilder 2026-2029']);
  });

  it.each([
    ['with a budget on it', [['Konto', 'Beløb'], [4711, 12]]],
    ['that is still empty', [['', '']]],
  ])("is never put on a sheet of the user's of the same name %s", async (_what, cells) => {
    await begin();
    excel.workbook.addSheet('reservedata');
    await excel.userEdits('reservedata', 'A1', cells);
    await excel.userSelects('Ark1', 'C5');
    const before = excel.save();
    const refused = { ok: false, failure: { code: 'store-sheet-taken', sheet: DATA } };
    expect(await workbook.importAgreement(sampleAgreement(), [], { kind: 'new-sheets' })).toEqual(refused);
    expect(await workbook.insertInitiative(sampleAgreement(), 0)).toEqual(refused);
    expect((await checked()).imports).toEqual([]);
    expect(await workbook.removeImport('import-1')).toMatchObject({ ok: true });
    expect(excel.save()).toEqual(before);
    excel.workbook.renameSheet(excel.sheet('reservedata'), 'Mit budget');
    await importIt();
    expect(excel.sheet('Mit budget').valueAt(0, 0)).toBe(cells[0]?.[0] === '' ? null : 'Konto');
  });

  it('is known where somebody has made it visible', async () => {
    await begin();
    await importIt();
    excel.workbook.setVisibility(excel.sheet(DATA), 'Visible');
    workbook = newWorkbook();
    expect((await checked()).imports).toHaveLength(1);
  });

  it('keeps names free of what the workbook has, whoever made it', async () => {
    await begin();
    for (const name of [OVERVIEW, COMPONENTS]) excel.workbook.addSheet(name);
    await importIt();
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining([`${OVERVIEW} (2)`, `${COMPONENTS} (2)`]));
  });
});
