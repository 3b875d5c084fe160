import { type Agreement } from '../../../src/core/budget/agreement';
import { type Cell, type Column, type Row } from '../../../src/core/budget/table';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type TakeOverChoices, type TakeOverPreview, type TakeOverReceipt, type WorkbookState } from '../../../src/excel/workbook-port';
import { offerFigureCards } from '../../support/figure-cards';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, overOtherYears, printedRow, printedTotalOf } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const LOG = 'Afstemningslog';

const OLD = agreementOf([
  initiativeOf('Natteravne', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)], { number: '1' }),
  initiativeOf('Rådgivning', 40, '0,5 0,5 - - 1,5', [printedRow('component', 'Løn', '0,5 0,5 - - 1,0', 44)], { number: '2' }),
  initiativeOf('Svømmehal', 70, '4,0 6,0 - - 10,0', [printedRow('component', 'Anlæg', '4,0 6,0 - - 10,0', 74)], { number: '3' }),
]);

/** The same agreement corrected: one new initiative in front, one gone, one with other years, one as it was with its old slip. */
const NEW = edition([
  initiativeOf('Havnefest', 8, '0,3 - - - 0,3', [printedRow('component', 'Scene', '0,3 - - - 0,3', 12)], { number: '1' }),
  initiativeOf('Natteravne', 30, '1,0 2,0 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 34)], { number: '2' }),
  initiativeOf('Svømmehal', 90, '3,0 7,0 - - 10,0', [printedRow('component', 'Anlæg', '3,0 7,0 - - 10,0', 94)], { number: '3' }),
]);

function edition(initiatives: Agreement['initiatives'], more: Partial<Agreement> = {}): Agreement {
  return agreementOf(initiatives, { document: { ...OLD.document, name: 'aftale-rettet.txt', sha256: 'b'.repeat(64) }, ...more });
}

/** A row in thousands of kroner. */
function inThousands(row: Row): Row {
  return { ...row, cells: row.cells.map((cell): Cell => (cell.kind === 'amount' ? { ...cell, amount: { ...cell.amount, coefficient: cell.amount.coefficient * 100, decimals: 0, unit: '1.000 kr.' }, text: String(cell.amount.coefficient * 100) } : cell)) };
}

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let importId: string;
let announced: readonly Agreement[] = [];

function newWorkbook(signer: string | null = 'Anne Holm'): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => signer, now: () => new Date('2026-11-28T10:00:00Z'), onAgreementsChanged: (agreements) => (announced = agreements) });
}

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = newWorkbook();
  const result = await workbook.importAgreement(OLD, reconcile(OLD), { kind: 'new-sheets' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  ({ importId } = result.value);
});

afterEach(() => excel.close());

const NO_CHOICES: TakeOverChoices = { pairing: new Map(), overwritten: new Set() };

async function taken(now = NEW, choices: Partial<TakeOverChoices> = {}): Promise<TakeOverReceipt> {
  const value = valueOf(await workbook.takeOver(importId, now, reconcile(now), { ...NO_CHOICES, ...choices }));
  await excel.settled();
  return value;
}

/** A budget of the user's over the initiatives of the old edition, compared and remembered. */
async function compared(): Promise<void> {
  await excel.userEdits('Ark1', 'B3', [['mio. kr.', 2026, 2027], ['Natteravne', 1, 2], ['Rådgivning', 0.5, 0.5], ['Svømmehal', 4, 6]]);
  await excel.userSelects('Ark1', 'B3:D6');
  const selection = await workbook.checkSelection();
  if (!selection.ok) throw new Error(JSON.stringify(selection.failure));
  const remembered = await workbook.rememberComparison({ selection: selection.value, sha256: OLD.document.sha256, choices: {} });
  if (!remembered.ok) throw new Error(JSON.stringify(remembered.failure));
}

/** Each difference between the user's table and the agreement: the cell, and the figures of both. */
async function ownDifferences(): Promise<string[]> {
  const state = await workbook.checkWorkbook();
  if (!state.ok) throw new Error(JSON.stringify(state.failure));
  const own = state.value.findings.filter(({ check }) => check.rule === 'own-table-tie-out' && check.outcome === 'differs');
  return own.map(({ place, check }) => `${place?.address ?? ''} ${check.initiative ?? ''}`).sort();
}

async function previewed(now = NEW): Promise<TakeOverPreview> {
  return valueOf(await workbook.previewTakeOver(importId, now, reconcile(now), NO_CHOICES));
}

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

/** The rows of a sheet's table under some headings. */
function rowsOf(sheetName: string, ...headings: readonly string[]): unknown[][] {
  const table = excel.workbook.tables.find(({ sheet }) => sheet.name === sheetName);
  if (table === undefined) throw new Error('no table');
  const columns = headings.map((heading) => table.columns.findIndex(({ name }) => name === heading));
  excel.workbook.settle();
  const { row, column, rows } = table.area;
  return Array.from({ length: rows - 1 }, (_none, index) => columns.map((at) => excel.cell(sheetName, `${String.fromCharCode(65 + column + at)}${row + index + 2}`).value));
}

/** What a workbook that took the edition over shows, and one that imported it; the ids of imports aside. */
function shown(): unknown {
  const valueOf = (value: unknown): unknown => (/^[\da-f]{8}-[\da-f-]{27}$/.test(String(value)) ? 'id' : value);
  return excel.workbook.sheets.filter(({ name }) => name !== 'ReserveData' && name !== LOG && name !== 'Ark1').map(({ name }) => [name, excel.values(`'${name}'!A1:S12`).map((row) => row.map(valueOf))]);
}

describe('taking a corrected edition over', () => {
  it('gives the same sheets, tables, figures, formulas and findings as importing it anew', async () => {
    const [sheets, tables, names] = [excel.workbook.sheets.map(({ name }) => name), excel.workbook.tables.map(({ name }) => name), excel.workbook.names.map(({ name }) => name)];
    await taken();
    expect(excel.workbook.sheets.map(({ name }) => name).filter((name) => name !== LOG)).toEqual(sheets);
    expect(excel.workbook.tables.map(({ name }) => name).filter((name) => name !== 'ReserveLog')).toEqual(tables);
    expect(excel.workbook.names.map(({ name }) => name)).toEqual(names);
    const here = shown();
    const state = await checked();
    await excel.close();
    excel = await startHeadlessExcel();
    workbook = newWorkbook();
    await workbook.importAgreement(NEW, reconcile(NEW), { kind: 'new-sheets' });
    expect(here).toEqual(shown());
    const anew = await checked();
    expect(state.findings.map(({ check, place }) => [check.message.da, place])).toEqual(anew.findings.map(({ check, place }) => [check.message.da, place]));
    expect(state.notices).toEqual([]);
  });

  it('keeps the import, logs who did it and why, and says what it did', async () => {
    const receipt = await taken();
    expect(receipt).toMatchObject({ importId, rows: { gone: 2, added: 2, kept: 0 }, keptEdits: 0, leftTables: [] });
    const state = await checked();
    expect(state.imports.map(({ importId: id, agreement }) => [id, agreement.document.name])).toEqual([[importId, 'aftale-rettet.txt']]);
    const [entry] = rowsOf(LOG, 'Hvem', 'Beslutning', 'Begrundelse', 'Post');
    expect(entry).toEqual(['Anne Holm', 'udgave erstattet', expect.stringMatching(/ny: 1.*udgået: 1|udgået: 1.*ny: 1/) as string, 'aftale.txt → aftale-rettet.txt']);
  });

  it('lets the new edition answer, and the old one by its name', async () => {
    await taken();
    expect(announced.map(({ document, supersededBy }) => [document.name, supersededBy])).toEqual([['aftale.txt', 'b'.repeat(64)], ['aftale-rettet.txt', undefined]]);
  });

  it('leaves formulas that point into the tables where their rows are', async () => {
    await excel.userEdits('Ark1', 'A1', [[`='${OVERVIEW}'!D7`], ['=SUM(Initiativer2026[2026])'], ['=Reserve2027'], [`=SUM('${OVERVIEW}'!D5:D7)`]]);
    expect(excel.values('Ark1!A1:A4').flat()).toEqual([4, 5.5, 8.5, 5.5]);
    await taken();
    expect(excel.values('Ark1!A1:A3').flat()).toEqual([3, 4.3, 9]);
    expect(excel.cell('Ark1', 'A1').formula).toBe(`='${OVERVIEW}'!D7`);
  });

  it('keeps the order that the user sorted the rows in, his rows, columns and notes beside the table', async () => {
    const table = excel.workbook.tables.find(({ sheet }) => sheet.name === OVERVIEW);
    if (table === undefined) throw new Error('no table');
    const end = table.area.column + table.area.columns;
    const letter = String.fromCharCode(65 + end);
    excel.workbook.resizeTable(table, { ...table.area, columns: table.area.columns + 1 }, 'user');
    await excel.userEdits(OVERVIEW, `${letter}4`, [['Min note'], ['ring til Ole'], [''], ['anlæg']]);
    await excel.userEdits(OVERVIEW, 'V5', [['beside Natteravne'], [''], ['beside Svømmehal']]);
    await taken();
    expect(rowsOf(OVERVIEW, 'Initiativ', 'Id', 'Min note')).toEqual([['Havnefest', 'I1', ''], ['Natteravne', 'I2', 'ring til Ole'], ['Svømmehal', 'I3', 'anlæg']]);
    expect(excel.values(`'${OVERVIEW}'!V5:V7`).flat()).toEqual(['', 'beside Natteravne', 'beside Svømmehal']);
  });

  it('keeps a row that is gone for what the user has in it, without its figures', async () => {
    excel.workbook.addComment(excel.sheet(OVERVIEW), 5, 1, 'hvorfor udgår den?', 'Anne', 'user');
    const receipt = await taken();
    expect(receipt.rows).toEqual({ gone: 1, added: 2, kept: 1 });
    expect(rowsOf(OVERVIEW, 'Initiativ', '2026', 'Id')).toEqual([['Havnefest', 0.3, 'I1'], ['Natteravne', 1, 'I2'], ['Rådgivning', '', ''], ['Svømmehal', 3, 'I3']]);
    expect(excel.workbook.comments.map(({ content }) => content)).toContain('hvorfor udgår den?');
    expect((await checked()).findings.map(({ check }) => check.rule)).not.toContain('imported-table');
  });
});

describe('an edition with other columns', () => {
  const LATER = overOtherYears(NEW);

  /** What an import of it anew shows. */
  async function imported(now: Agreement): Promise<unknown> {
    await excel.close();
    excel = await startHeadlessExcel();
    workbook = newWorkbook();
    await workbook.importAgreement(now, reconcile(now), { kind: 'new-sheets' });
    return shown();
  }

  it('is taken over in place: a year comes, a year goes, and everything is as importing it anew', async () => {
    const receipt = await taken(LATER);
    expect(receipt.columns).toEqual({ added: ['2025'], gone: ['2029'] });
    expect(excel.workbook.names.map(({ name }) => name).filter((name) => name.startsWith('Reserve2')).sort()).toEqual(['Reserve2025', 'Reserve2026', 'Reserve2027', 'Reserve2028']);
    const state = await checked();
    expect(state.notices).toEqual([]);
    const widths = [...excel.sheet(OVERVIEW).hiddenColumns].sort();
    const here = shown();
    expect(here).toEqual(await imported(LATER));
    expect(widths).toEqual([...excel.sheet(OVERVIEW).hiddenColumns].sort());
    const anew = await checked();
    expect(state.findings.map(({ check, place }) => [check.message.da, place])).toEqual(anew.findings.map(({ check, place }) => [check.message.da, place]));
  });

  it.each([
    ['amounts for good beside the years', (row: Row) => ({ ...row, cells: [...row.cells, ...row.cells.slice(0, 1)] }), (columns: readonly Column[]): Column[] => [...columns, { kind: 'amount', header: 'Varigt' }], 'mio. kr.'],
    ['no totals of rows', (row: Row) => ({ ...row, cells: row.cells.slice(0, 4) }), (columns: readonly Column[]) => columns.slice(0, 4), 'mio. kr.'],
    ['its columns in another order', (row: Row) => ({ ...row, cells: [...row.cells.slice(4), ...row.cells.slice(0, 4)] }), (columns: readonly Column[]) => [...columns.slice(4), ...columns.slice(0, 4)], 'mio. kr.'],
    ['another unit', inThousands, (columns: readonly Column[]) => columns, '1.000 kr.'],
  ] as const)('with %s shows the same as importing it anew', async (_what, change, columnsOf, unit) => {
    const now = edition(NEW.initiatives.map((one) => ({ ...one, unit, columns: columnsOf(one.columns), total: one.total === null ? null : change(one.total), components: one.components.map(change) })), { unit });
    await taken(now);
    const state = await checked();
    expect(state.notices).toEqual([]);
    const here = shown();
    expect(here).toEqual(await imported(now));
    expect(state.findings.map(({ check }) => check.message.da)).toEqual((await checked()).findings.map(({ check }) => check.message.da));
  });

  it('comes back with the edition before, and the log tells of both', async () => {
    const before = shown();
    await taken(LATER);
    await taken({ ...edition(OLD.initiatives), document: { ...OLD.document, sha256: 'c'.repeat(64) } });
    expect(shown()).toEqual(before);
    expect(rowsOf(LOG, 'Begrundelse').flat()).toEqual([expect.stringContaining('Kolonner: + 2025, − 2029.'), expect.stringContaining('Kolonner: + 2029, − 2025.')]);
    expect((await checked()).notices).toEqual([]);
  });

  it("keeps the user's columns, among the years, too, and his formulas over what stays", async () => {
    const table = excel.workbook.tables.find(({ sheet }) => sheet.name === OVERVIEW);
    if (table === undefined) throw new Error('no table');
    excel.workbook.shiftCells(excel.sheet(OVERVIEW), { row: 0, column: 3, rows: 1048576, columns: 1 }, 'column', false, 'user');
    await excel.userEdits(OVERVIEW, 'D4', [['2025'], ['=[@2026]*2'], ['=[@2026]*2'], ['=[@2026]*2']]);
    await excel.userEdits('Ark1', 'A1', [['=SUM(Initiativer2026[2026])'], ['=Reserve2027'], [`='${OVERVIEW}'!E7`], ['=VLOOKUP("Svømmehal",Initiativer2026[],4,FALSE)']]);
    const preview = await previewed(LATER);
    expect(preview.columns).toEqual({ added: ['2025 2', '2025'], gone: ['2029'] });
    expect(preview.counting.formulas.map(({ place }) => place.address)).toEqual(['A4']);
    await taken(LATER);
    expect(rowsOf(OVERVIEW, 'Initiativ', '2025', '2025 2', '2026', 'I alt')).toEqual([['Havnefest', expect.anything(), 0, 0.3, 0.3], ['Natteravne', 2, 0, 1, 3], ['Rådgivning', 0, '', '', ''], ['Svømmehal', 6, 0, 3, 10]]);
    expect(excel.values('Ark1!A1:A3').flat()).toEqual([4.3, 9, 3]);
    expect((await checked()).notices).toEqual([]);
  });

  it('is taken over on a sheet of the user, whose other cells stay where they are', async () => {
    await workbook.removeImport(importId);
    await excel.userSelects('Ark1', 'C5');
    const result = valueOf(await workbook.importAgreement(OLD, reconcile(OLD), { kind: 'selection' }));
    ({ importId } = result);
    const before = excel.values('Ark1!C5:H7');
    await excel.userEdits('Ark1', 'A1', [['mit', 1, '', '', 'over'], ['=E9', '']]);
    await excel.userEdits('Ark1', 'E20', 'under');
    await taken(LATER);
    expect(rowsOf('Ark1', 'Initiativ', '2025', '2026', 'Id')).toEqual([['Havnefest', 0, 0.3, 'I1'], ['Natteravne', 0, 1, 'I2'], ['Svømmehal', 0, 3, 'I3']]);
    expect(excel.values('Ark1!A1:E1')).toEqual([['mit', 1, '', '', 'over']]);
    expect(excel.cell('Ark1', 'E20').value).toBe('under');
    expect((await checked()).notices).toEqual([]);
    await taken({ ...edition(OLD.initiatives), document: { ...OLD.document, name: 'aftale.txt', sha256: 'c'.repeat(64) } });
    expect(excel.values('Ark1!C5:H7')).toEqual(before);
  });
});

describe("the user's own corrections", () => {
  it('are named before, stay with a flag, and give way where he says so', async () => {
    await excel.userEdits(OVERVIEW, 'D7', 5);
    await workbook.checkWorkbook();
    const preview = await previewed();
    expect(preview.edited).toEqual([{ key: 'I3|year:2026', sheet: OVERVIEW, address: 'D7', rowTitle: 'Svømmehal', column: '2026', imported: 4, current: 5, next: 3 }]);
    const saved = excel.save();
    expect((await taken()).keptEdits).toBe(1);
    expect(rowsOf(OVERVIEW, '2026').flat()).toEqual([0.3, 1, 5]);
    expect((await checked()).findings.map(({ place }) => place)).toContainEqual({ sheet: OVERVIEW, address: 'D7' });
    expect(excel.cell(OVERVIEW, 'D7').fill).not.toBeNull();

    excel.load(saved);
    workbook = newWorkbook();
    await taken(NEW, { overwritten: new Set(['I3|year:2026']) });
    expect(rowsOf(OVERVIEW, '2026').flat()).toEqual([0.3, 1, 3]);
    expect(excel.cell(OVERVIEW, 'D7').fill).toBeNull();
  });

  it('of figures that do not change stay as they are', async () => {
    await excel.userEdits(OVERVIEW, 'D5', 1.5);
    expect((await previewed()).edited).toEqual([]);
    await taken();
    expect(rowsOf(OVERVIEW, '2026').flat()).toEqual([0.3, 1.5, 3]);
  });

  it('of headings and of a formula are kept', async () => {
    await excel.userEdits(OVERVIEW, 'H4', 'Total ifølge aftalen');
    await taken();
    const [added] = rowsOf(OVERVIEW, 'Total ifølge aftalen', 'Årene mod i alt', 'Delposter mod i alt');
    expect(added).toEqual([0.3, '✓ stemmer', '✓ stemmer']);
    expect((await checked()).notices).toEqual([]);
  });
});

describe('decisions', () => {
  it('on figures that are unchanged stay, wherever their row is now; the others are reopened', async () => {
    const before = await checked();
    const keys = before.findings.filter(({ check }) => check.outcome === 'differs').map(({ key }) => key);
    expect(keys.length).toBeGreaterThanOrEqual(2);
    await workbook.acceptFindings(keys, 'kendt trykfejl');
    const preview = await previewed();
    const receipt = await taken();
    const accepted = (await checked()).findings.filter(({ acceptance }) => (acceptance ?? null) !== null);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted.map(({ check }) => check.initiative))).toEqual(new Set(['Natteravne']));
    expect([receipt.acceptances.kept, receipt.acceptances.reopened]).toEqual([accepted.length, keys.length - accepted.length]);
    expect(preview.acceptances).toBe(receipt.acceptances.reopened);
    const third = edition([...NEW.initiatives].reverse(), { document: { ...OLD.document, name: 'tredje.txt', sha256: 'c'.repeat(64) } });
    await taken(third);
    expect((await checked()).findings.filter(({ acceptance }) => (acceptance ?? null) !== null).map(({ check }) => check.initiative)).toEqual(accepted.map(({ check }) => check.initiative));
    expect(announced.map(({ document }) => document.name)).toEqual(['aftale.txt', 'aftale-rettet.txt', 'tredje.txt']);
  });

  it('whose figures changed are open again, and that is said', async () => {
    const key = (await checked()).findings.find(({ check }) => check.outcome === 'differs' && check.initiative === 'Natteravne')?.key ?? '';
    await workbook.acceptFinding(key, 'kendt trykfejl');
    const changed = edition([initiativeOf('Natteravne', 10, '1,0 2,0 - - 3,7', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)], { number: '1' }), ...OLD.initiatives.slice(1)]);
    expect((await taken(changed)).acceptances).toEqual({ kept: 0, reopened: 1 });
    expect((await checked()).findings.filter(({ isReopened }) => isReopened === true).map(({ check }) => check.initiative)).toEqual(['Natteravne']);
  });
});

it('the cards of figures tell of the new edition, also of those that did not change', async () => {
  await excel.close();
  excel = await startHeadlessExcel({ apiVersion: '1.19' });
  const cardAt = offerFigureCards(excel);
  workbook = newWorkbook();
  const result = await workbook.importAgreement(OLD, reconcile(OLD), { kind: 'new-sheets' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  ({ importId } = result.value);
  await excel.userEdits(OVERVIEW, 'E7', 5);
  await taken();
  expect(cardAt(OVERVIEW, 'D6')).toMatchObject({ Kilde: 'aftale-rettet.txt', Linje: 40 });
  expect(cardAt(OVERVIEW, 'D5')).toMatchObject({ Kilde: 'aftale-rettet.txt', Linje: 18 });
  expect([excel.cell(OVERVIEW, 'E7').value, cardAt(OVERVIEW, 'E7')]).toEqual([5, null]);
});

describe('before anything is written', () => {
  it('formulas that lose their row, or whose id becomes another row, are named', async () => {
    await excel.userEdits('Ark1', 'A1', [[`='${OVERVIEW}'!C6`], ['=RESERVE.TOTAL("I3")'], ['=RESERVE.TOTAL("Rådgivning")'], ['=RESERVE.TOTAL("Svømmehal")'], ['=SUM(Initiativer2026[2026])'], ['=RESERVE.TOTAL("I1")']]);
    const { formulas } = await previewed();
    expect(formulas.formulas.map(({ place }) => place.address)).toEqual(['A1', 'A3', 'A6']);
    expect(excel.workbook.tables.some(({ name }) => name === 'ReserveLog')).toBe(false);
  });

  it.each([
    ['a protected sheet', () => excel.protectSheet(OVERVIEW), 'sheet-protected'],
    ['a correction in a column that goes', () => excel.userEdits(OVERVIEW, 'G5', 5), 'edition-columns'],
    ['a sum below a column that goes', () => excel.userEdits(OVERVIEW, 'G12', '=1+1'), 'edition-columns'],
    ['a note in a column that goes', () => excel.workbook.addComment(excel.sheet(OVERVIEW), 5, 6, 'hvorfor?', 'Anne', 'user'), 'edition-columns'],
    ['a formula on a column that goes', () => excel.userEdits('Ark1', 'A1', '=SUM(Initiativer2026[2029])'), 'edition-columns'],
    ['a formula on a name that goes', () => excel.userEdits('Ark1', 'A1', '=Reserve2029*2'), 'edition-columns'],
    ['a formula on a cell that goes', () => excel.userEdits('Ark1', 'A1', `='${OVERVIEW}'!G5`), 'edition-columns'],
    ['an edition that stands in the workbook already', () => undefined, 'already-imported'],
    ['nobody who tells who decides', () => (workbook = newWorkbook(null)), 'signer-needed'],
  ])('%s is said, and everything is as it was', async (what, happen, code) => {
    const now = what.endsWith('that goes') ? overOtherYears(NEW) : what.startsWith('an edition') ? OLD : NEW;
    await happen();
    await workbook.checkWorkbook();
    const before = excel.save();
    const result = await workbook.takeOver(importId, now, reconcile(now), NO_CHOICES);
    expect(result).toMatchObject({ ok: false, failure: { code } });
    expect(excel.save().sheets).toEqual(before.sheets);
  });

  it('an import that is not there is told', async () => {
    expect(await workbook.takeOver('nowhere', NEW, [], NO_CHOICES)).toMatchObject({ ok: false, failure: { code: 'host', workbook: 'unchanged' } });
  });
});

describe('a fault in the middle of the writing', () => {
  it.each([
    ['cells and new rows are written back', NEW, 'restored'],
    ['columns, names and the head are written back', overOtherYears(NEW), 'restored'],
    ['cells are written back', edition([initiativeOf('Natteravne', 10, '1,5 2,0 - - 3,5', [printedRow('component', 'Drift', '1,5 2,0 - - 3,5', 14)], { number: '1' }), ...OLD.initiatives.slice(1)]), 'restored'],
  ])('%s', async (_what, now, outcome) => {
    const before = shown();
    const probe = excel.save();
    excel.resetCounters();
    await taken(now);
    const syncs = excel.syncCount;
    excel.load(probe);
    workbook = newWorkbook();
    let result: unknown = null;
    for (let sync = 1; sync <= syncs && outcome !== (result as { failure?: { workbook?: string } } | null)?.failure?.workbook; sync += 1) {
      excel.load(probe);
      workbook = newWorkbook();
      excel.resetCounters();
      excel.intercept(({ index }) => {
        if (index === sync) excel.protectSheet('Delposter 2026-2029');
        return null;
      });
      result = await workbook.takeOver(importId, now, reconcile(now), NO_CHOICES);
      excel.intercept(null);
    }
    expect(result).toMatchObject({ ok: false, failure: { workbook: outcome } });
    excel.workbook.protect(excel.sheet('Delposter 2026-2029'), null);
    expect(shown()).toEqual(before);
    expect(excel.workbook.tables.some(({ name }) => name === 'ReserveLog')).toBe(false);
    expect((await checked()).imports[0]?.agreement.document.name).toBe('aftale.txt');
  });
});

describe('a sheet that comes with an edition', () => {
  const TOTALS = 'Totaler 2026-2029';
  const WITH_TOTALS = edition(NEW.initiatives, { totals: [printedTotalOf('I alt', [], '4,3 9,0 - - 13,8', 5)] });

  it('is set up for print as those of an import', async () => {
    expect(await taken(WITH_TOTALS)).toMatchObject({ isPrintSet: true });
    const [own, first] = [TOTALS, OVERVIEW].map((name) => Object.fromEntries(excel.sheet(name).pageLayout));
    expect(own).toMatchObject({ Orientation: 'Landscape', PaperSize: 'A4', LeftHeader: '&A' });
    expect(Object.keys(own ?? {})).toEqual(Object.keys(first ?? {}));
  });

  it('stands, and that is said, where Excel refuses the paper size', async () => {
    excel.intercept(({ body }) => (body.Actions.some(({ Name }) => Name === 'PaperSize') ? { mode: 'not-applied', code: 'InvalidArgument' } : null));
    expect(await taken(WITH_TOTALS)).toMatchObject({ isPrintSet: false });
    expect(rowsOf(TOTALS, '2026')).toContainEqual([4.3]);
    expect(await checked()).toMatchObject({ notices: [] });
  });
});

describe('what stands elsewhere', () => {
  it("an import at the selection is taken over on the user's sheet, and what is below and beside it stays", async () => {
    await workbook.removeImport(importId);
    await excel.userSelects('Ark1', 'C5');
    const result = await workbook.importAgreement(OLD, reconcile(OLD), { kind: 'selection' });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    ({ importId } = result.value);
    await excel.userEdits('Ark1', 'A1', [['mit', 1], ['=E9', '']]);
    await excel.userEdits('Ark1', 'C14', 'under tabellen');
    const receipt = await taken();
    expect(receipt.rows.added).toBe(2);
    expect(rowsOf('Ark1', 'Initiativ', 'Id')).toEqual([['Havnefest', 'I1'], ['Natteravne', 'I2'], ['Svømmehal', 'I3']]);
    expect(excel.values('Ark1!C13:C15').flat()).toContain('under tabellen');
    expect(excel.values('Ark1!A1:B1')).toEqual([['mit', 1]]);
  });

  it("a single initiative's table follows where its rows are the same, and stays the user's where they are not", async () => {
    await excel.userSelects('Ark1', 'B2');
    await workbook.insertInitiative(OLD, 2);
    await excel.userSelects('Ark1', 'B20');
    await workbook.insertInitiative(OLD, 1);
    const receipt = await taken();
    expect(receipt.leftTables).toEqual(['Rådgivning']);
    expect(excel.values('Ark1!B2:D6').map(([, year]) => year)).toContain(3);
    const state = await checked();
    expect(state.notices).toEqual([]);
    expect(state.findings.filter(({ place }) => place?.sheet === 'Ark1')).toEqual([]);
  });

  it('a part that only the new edition prints gets a sheet', async () => {
    const pool = { title: 'Pulje til natteravne', initiative: 'Natteravne', amounts: [], total: null, administrationPercent: 3, roundYears: [2026], supportFrom: 2026, supportTo: 2027, hasEarlierFrame: false, position: { page: null, line: 2, box: null } };
    await taken(edition(NEW.initiatives, { pools: [pool] }));
    expect(excel.workbook.sheets.map(({ name }) => name)).toContain('Puljer 2026-2029');
    expect((await checked()).notices).toEqual([]);
    expect(await workbook.removeImport(importId)).toEqual({ ok: true, value: null });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1', LOG]);
  });

  it('Ctrl+Z takes it back, with the flags after it in two steps, and nothing of it is left', async () => {
    await excel.close();
    excel = await startHeadlessExcel({ apiVersion: '1.20' });
    workbook = newWorkbook();
    const result = await workbook.importAgreement(OLD, reconcile(OLD), { kind: 'new-sheets' });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    ({ importId } = result.value);
    const before = shown();
    const steps = excel.undoCount;
    await taken();
    expect((await checked()).imports[0]?.agreement.document.name).toBe('aftale-rettet.txt');
    const taking = excel.undoCount - steps;
    expect(taking).toBeLessThanOrEqual(2);
    for (let step = 0; step < taking; step += 1) await excel.userUndoes();
    expect(shown()).toEqual(before);
    const state = await checked();
    expect(state.imports[0]?.agreement.document.name).toBe('aftale.txt');
    expect(state.notices).toEqual([]);
  });
});

describe('a table of the user that is compared with the edition before', () => {
  it('is compared with the new one: figures that changed differ, and the row that went is told', async () => {
    await compared();
    expect(await ownDifferences()).toEqual([]);
    await taken();
    const state = await workbook.checkWorkbook();
    expect(state.ok && state.value.comparisons).toMatchObject([{ importId, sha256: NEW.document.sha256, place: { sheet: 'Ark1', address: 'B3:D6' } }]);
    expect(await ownDifferences()).toEqual(['C6 Svømmehal', 'D6 Svømmehal']);
    const gone = state.ok ? state.value.findings.filter(({ check }) => check.rule === 'own-table-tie-out' && check.outcome !== 'differs') : [];
    expect(gone.map(({ place, check }) => `${place?.address ?? ''} ${check.message.da}`)).toContainEqual(expect.stringMatching(/^C5 .*Rådgivning/));
    expect([excel.cell('Ark1', 'C6').value, excel.cell('Ark1', 'D6').value]).toEqual([4, 6]);
  });

  it('is so again when the workbook is opened again', async () => {
    await compared();
    await taken();
    workbook = newWorkbook();
    expect(await ownDifferences()).toEqual(['C6 Svømmehal', 'D6 Svømmehal']);
  });
});
