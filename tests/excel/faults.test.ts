import { type Failure } from '../../src/core/failure';
import { reconcile } from '../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type Fault } from '../../src/workbench/excel-side/excel-side';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { sampleAgreement } from '../support/sample-agreement';

const CODES = [
  'AccessDenied', 'InvalidOperation', 'InvalidOperationInCellEditMode', 'ItemAlreadyExists', 'ItemNotFound', 'InvalidReference', 'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded', 'OperationCellsExceedLimit', 'GeneralException', 'RequestAborted', 'Conflict', 'InactiveWorkbook', 'MergedRangeConflict',
  'NonBlankCellOffSheet', 'UndoNotSupported', 'ApiNotFound', 'SomethingNew',
];
const MODES = ['not-applied', 'applied-but-error'] as const;

/** Every code takes minutes; a run takes every fifth, another fifth at each sync. RESERVE_FAULTS=all takes them all. */
function codesFor(sync: number): readonly string[] {
  return process.env['RESERVE_FAULTS'] === 'all' ? CODES : CODES.filter((_, index) => index % 5 === sync % 5);
}

const agreement = sampleAgreement();
const checks = reconcile(agreement);

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

afterEach(() => excel.close());

beforeEach(async () => {
  excel = await startHeadlessExcel();
  await excel.userEdits('Ark1', 'A1', [['mit', 1], ['=B1*2', 'fast']]);
  await excel.userSelects('Ark1', 'C5');
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
});

/** Makes the given sync of the next action fail once. */
function failAt(sync: number, fault: Fault): void {
  let isSpent = false;
  excel.resetCounters();
  excel.intercept((request) => {
    if (isSpent || request.index !== sync) return null;
    isSpent = true;
    return fault;
  });
}

/** What is there besides the user's own cells, in one comparable text. */
function footprint(): string {
  const { sheets, tables, names, comments } = excel.workbook;
  return JSON.stringify([sheets.map((sheet) => sheet.name), tables.map((table) => table.name), names.map((name) => name.name), comments.map((comment) => comment.content)]);
}

const USER_CELLS = [['mit', 1], [2, 'fast']];
const UNTOUCHED = JSON.stringify([['Ark1'], [], [], []]);

async function importSample(kind: 'new-sheets' | 'selection' = 'new-sheets'): Promise<Failure | null> {
  const result = await workbook.importAgreement(agreement, checks, { kind });
  excel.intercept(null);
  await excel.settled();
  return result.ok ? null : result.failure;
}

/** The import is absent or complete, and what it said is so. */
async function expectAllOrNothing(failure: Failure | null): Promise<void> {
  expect(excel.values('Ark1!A1:B2')).toEqual(USER_CELLS);
  if (failure === null) {
    expect(excel.workbook.tables).toHaveLength(4);
    const state = await workbook.checkWorkbook();
    expect(state.ok && state.value.imports).toHaveLength(1);
    if (state.ok) await workbook.removeImport(state.value.imports[0]?.importId ?? '');
  } else if (failure.code === 'host') expect(failure.workbook).toMatch(/unchanged|restored/);
  expect(footprint()).toBe(UNTOUCHED);
  expect(excel.values('Ark1!C1:R20').flat().filter((value) => value !== '')).toEqual([]);
}

describe.each(MODES)('a sync of an import that fails (%s)', (mode) => {
  it.each([1, 2, 3, 4, 5])('sync %i: the import is absent or complete, and a retry succeeds', async (sync) => {
    for (const code of codesFor(sync)) {
      failAt(sync, { mode, code });
      await expectAllOrNothing(await importSample());
    }
    expect(await importSample()).toBeNull();
  });

  it.each([1, 2, 3, 4])('sync %i of an import at the selection', async (sync) => {
    for (const code of codesFor(sync)) {
      failAt(sync, { mode, code });
      await expectAllOrNothing(await importSample('selection'));
    }
  });

  it.each([1, 2, 3])('sync %i of a removal: the import is there or gone', async (sync) => {
    for (const code of codesFor(sync)) {
      await importSample();
      const state = await workbook.checkWorkbook();
      const importId = state.ok ? (state.value.imports[0]?.importId ?? '') : '';
      failAt(sync, { mode, code });
      const result = await workbook.removeImport(importId);
      excel.intercept(null);
      if (!result.ok) {
        expect(excel.workbook.tables).toHaveLength(4);
        expect(await workbook.removeImport(importId)).toEqual({ ok: true, value: null });
      }
      expect(footprint()).toBe(UNTOUCHED);
    }
  });

  it.each([1, 2, 3])('sync %i of an inserted initiative', async (sync) => {
    for (const code of codesFor(sync)) {
      failAt(sync, { mode, code });
      const result = await workbook.insertInitiative(agreement, 1);
      excel.intercept(null);
      expect(result.ok).toBe(false);
      expect(excel.values('Ark1!A1:B2')).toEqual(USER_CELLS);
      expect(excel.values('Ark1!C1:R20').flat().filter((value) => value !== '')).toEqual([]);
      expect(footprint()).toBe(UNTOUCHED);
    }
    expect(await workbook.insertInitiative(agreement, 1)).toMatchObject({ ok: true });
  });

  it.each([1, 2, 3, 4, 5, 6])('sync %i of a working paper: it is there whole or not at all, and what was said is so', async (sync) => {
    await importSample();
    const state = await workbook.checkWorkbook();
    const importId = state.ok ? (state.value.imports[0]?.importId ?? '') : '';
    const before = footprint();
    for (const code of codesFor(sync)) {
      failAt(sync, { mode, code });
      const result = await workbook.insertWorkingPaper(importId);
      excel.intercept(null);
      expect(excel.values('Ark1!A1:B2')).toEqual(USER_CELLS);
      expect(footprint()).toBe(before);
      expect(result.ok ? null : result.failure).toMatchObject(sync < 5 && code === 'InvalidOperationInCellEditMode' ? { code: 'cell-edit-mode' } : { code: 'host', hostCode: code, workbook: sync === 6 || (sync === 5 && mode === 'applied-but-error') ? 'restored' : 'unchanged' });
    }
    expect(await workbook.insertWorkingPaper(importId)).toMatchObject({ ok: true, value: { sheet: 'Arbejdspapir 2026-2029' } });
  });

  it.each([1, 2, 3, 4])('sync %i of a check: no figure changes and the next check is right', async (sync) => {
    await importSample();
    await excel.userEdits('Oversigt 2026-2029', 'F5', 4);
    const before = excel.values("'Oversigt 2026-2029'!A1:O8");
    for (const code of codesFor(sync)) {
      failAt(sync, { mode, code });
      await workbook.checkWorkbook();
      excel.intercept(null);
      expect(excel.values("'Oversigt 2026-2029'!A1:O8")).toEqual(before);
    }
    const state = await workbook.checkWorkbook();
    expect(state.ok && state.value.findings.length).toBeGreaterThan(0);
    expect(excel.cell('Oversigt 2026-2029', 'F5').comment).toContain('Ændret efter importen');
    expect(excel.workbook.comments.filter(({ sheet, row, column }) => sheet.name === 'Oversigt 2026-2029' && row === 4 && column === 5)).toHaveLength(1);
  });
});

describe('Excel never answers', () => {
  it.each([
    [2, false],
    [2, true],
    [4, true],
  ])('sync %i of an import (carried out: %p)', async (sync, isApplied) => {
    workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', timeoutMs: 1000 });
    failAt(sync, { mode: 'never-answers', isApplied });
    await expectAllOrNothing(await importSample());
    expect(await importSample()).toBeNull();
  });
});

describe('somebody else between two syncs', () => {
  function between(sync: number, happening: () => void): void {
    excel.resetCounters();
    excel.intercept((request) => {
      if (request.index === sync) happening();
      return null;
    });
  }

  it('makes a sheet with the name that the import wanted: it stays', async () => {
    between(2, () => {
      const sheet = excel.workbook.addSheet('Oversigt 2026-2029');
      excel.side.enter(sheet, excel.side.areaOf('B2'), () => 'en kollegas', 'coauthor');
    });
    expect(await importSample()).toMatchObject({ code: 'host' });
    expect(excel.cell('Oversigt 2026-2029', 'B2').value).toBe('en kollegas');
    expect(excel.workbook.tables).toEqual([]);
  });

  it('writes into the selected place: the import is refused and what was written stays', async () => {
    between(3, () => excel.side.enter(excel.sheet('Ark1'), excel.side.areaOf('E9'), () => 'en kollegas', 'coauthor'));
    expect(await importSample('selection')).not.toBeNull();
    expect(excel.values('Ark1!C1:R20').flat().filter((value) => value !== '')).toEqual(['en kollegas']);
    expect(excel.workbook.tables).toEqual([]);
  });

  it('deletes the overview: the check says so and removal still works', async () => {
    await importSample();
    excel.workbook.deleteSheet(excel.sheet('Oversigt 2026-2029'));
    const state = await workbook.checkWorkbook();
    expect(state).toMatchObject({ ok: true, value: { imports: [{ sheets: ['Delposter 2026-2029', 'Totaler 2026-2029', 'Afstemning 2026-2029'] }] } });
    if (state.ok) expect(await workbook.removeImport(state.value.imports[0]?.importId ?? '')).toEqual({ ok: true, value: null });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
  });

  it('renames a sheet: flags and removal follow the tables', async () => {
    await importSample();
    excel.workbook.renameSheet(excel.sheet('Oversigt 2026-2029'), 'Mit ark');
    await excel.userEdits('Mit ark', 'F5', 4);
    const state = await workbook.checkWorkbook();
    expect(excel.cell('Mit ark', 'F5').comment).toContain('Ændret efter importen');
    if (state.ok) await workbook.removeImport(state.value.imports[0]?.importId ?? '');
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
  });
});
