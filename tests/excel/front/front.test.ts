import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, printedRow } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const FRONT = 'Forside';
const OVERVIEW = 'Oversigt 2026-2029';

const first = agreementOf([initiativeOf('Fyrvagter', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)])]);
const second = agreementOf([initiativeOf('Stenrev', 10, '4,0 2,0 - - 6,0', [])], {
  document: { name: 'rev.txt', sha256: 'c'.repeat(64), layout: 'initiative-sheets', pages: null },
  title: 'Aftale om stenrev 2026-2029',
});

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

afterEach(() => excel.close());

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm' });
});

async function imported(agreement = first): Promise<string> {
  const value = valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' }));
  await excel.settled();
  return value.importId;
}

async function checked(): Promise<void> {
  valueOf(await workbook.checkWorkbook());
  await excel.settled();
}

async function removed(importId: string): Promise<void> {
  valueOf(await workbook.removeImport(importId));
  await excel.settled();
}

/** The front's rows: title, status, open errors, open warnings, total. */
function rows(): unknown[][] {
  return excel.values(`${FRONT}!A5:G9`).flatMap((row) => (row.some((value) => value !== '') ? [[...row.slice(0, 4), row[6]]] : []));
}

function sheetNames(): string[] {
  return excel.workbook.sheets.map(({ name }) => name);
}

describe('the front of the workbook', () => {
  it('comes with the first agreement, in front of everything, and has a row for each', async () => {
    await imported();
    await imported(second);
    expect(sheetNames()[0]).toBe(FRONT);
    expect(rows()).toEqual([
      ['Aftale om udmøntning af reserven 2026-2029', '✗ fejl', 1, 0, 3],
      ['Aftale om stenrev 2026-2029', '✓ stemmer', 0, 0, 6],
    ]);
  });

  it('leads to every sheet of an agreement, and hides the columns that none needs', async () => {
    await imported();
    const links = excel.workbook.sheets.find(({ name }) => name === FRONT);
    expect(excel.cell(FRONT, 'H5').formula).toBe(`=HYPERLINK("#'${OVERVIEW}'!A4","Oversigt")`);
    expect([...(links?.hiddenColumns ?? [])].length).toBeGreaterThan(2);
    expect(excel.values(`${FRONT}!H5:O5`)[0]?.filter((value) => value !== '')).toEqual(['Oversigt', 'Delposter', 'Afstemning', 'Kilder']);
  });

  it('is right without the add-in: a sum that stops to agree makes its agreement an error, and its total follows', async () => {
    await imported(second);
    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, '2026', 5), 9);
    expect(rows()).toEqual([['Aftale om stenrev 2026-2029', '✗ fejl', 0, 0, 11]]);
  });

  it('is an error where a text stands for a figure, so that its sums cannot be reckoned', async () => {
    await imported(second);
    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, 'I alt ifølge aftalen', 5), 'seks');
    expect(excel.values(`${OVERVIEW}!B5`)).toEqual([['✗ fejl']]);
    expect(rows()[0]?.[1]).toBe('✗ fejl');
  });

  it('says what a check finds, and writes nothing when that is there', async () => {
    await imported(second);
    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, '2026', 5), 9);
    await checked();
    expect(rows()[0]?.slice(1, 4)).toEqual(['✗ fejl', 1, 0]);
    const steps = excel.undoCount;
    await checked();
    expect(excel.undoCount).toBe(steps);
  });

  it('never takes a sheet of the user for its own, and gets another name beside it', async () => {
    await excel.userEdits('Ark1', 'A1', 'mit');
    excel.workbook.renameSheet(excel.sheet('Ark1'), FRONT);
    await imported();
    expect(excel.cell(FRONT, 'A1').value).toBe('mit');
    expect(sheetNames()[0]).toBe('Forside (2)');
  });

  it('is not made again by a check when the user deletes it, and comes back with the next agreement', async () => {
    await imported();
    excel.workbook.deleteSheet(excel.sheet(FRONT), 'user');
    await checked();
    expect(sheetNames()).not.toContain(FRONT);
    await imported(second);
    expect(rows()).toEqual([['Aftale om stenrev 2026-2029', '✓ stemmer', 0, 0, 6]]);
  });

  it('keeps what the user writes into it, and is left alone where it is protected', async () => {
    await imported();
    await excel.userEdits(FRONT, 'A5', 'Mit eget navn');
    await excel.userEdits(FRONT, 'G5', 42);
    await excel.userEdits(FRONT, 'A7', 'En note nedenunder');
    await checked();
    expect([excel.cell(FRONT, 'A5').value, excel.cell(FRONT, 'G5').value]).toEqual(['Mit eget navn', 42]);
    excel.protectSheet(FRONT);
    await imported(second);
    expect(excel.cell(FRONT, 'A6').value).toBe('');
    expect(excel.cell(FRONT, 'A7').value).toBe('En note nedenunder');
  });
});

describe('the front after a removal', () => {
  it('loses the row, and goes whole with the last one', async () => {
    const one = await imported();
    const two = await imported(second);
    await removed(one);
    expect(rows()).toEqual([['Aftale om stenrev 2026-2029', '✓ stemmer', 0, 0, 6]]);
    await removed(two);
    expect(sheetNames()).toEqual(['Ark1']);
    expect(excel.workbook.names).toEqual([]);
  });

  it('keeps the notes of the user where they stand', async () => {
    const one = await imported();
    await imported(second);
    await excel.userEdits(FRONT, 'AA6', 'husk stenrev');
    await removed(one);
    expect(excel.cell(FRONT, 'AA6').value).toBe('husk stenrev');
    expect(excel.cell(FRONT, 'A6').value).toBe('Aftale om stenrev 2026-2029');
    expect(excel.cell(FRONT, 'A5').value).toBe('');
  });

  it('stays when the user has written on it', async () => {
    const one = await imported();
    await excel.userEdits(FRONT, 'C20', 'min note');
    await removed(one);
    expect(sheetNames()).toEqual([FRONT, 'Ark1']);
    expect(excel.cell(FRONT, 'C20').value).toBe('min note');
  });

  it('does not name its own formulas among those that lose their source', async () => {
    const one = await imported();
    const result = await workbook.dependentFormulas(one);
    expect(result).toEqual({ ok: true, value: { formulas: [], count: 0 } });
  });
});
