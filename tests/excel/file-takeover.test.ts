import { planWorkbook } from '../../src/cli/answers/workbook-output';
import { buildWorkbook } from '../../src/cli/xlsx/build-workbook';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { readWorkbookFile } from '../../src/spreadsheet/xlsx/read/workbook-file';
import { workbookFile } from '../../src/spreadsheet/xlsx/write/workbook-file';
import { reconcile } from '../../src/core/reconciliation/engine';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { sampleAgreement } from '../support/sample-agreement';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm', now: () => new Date(Date.UTC(2026, 10, 27)) });
});

afterEach(() => excel.close());

async function openFileOf(): Promise<void> {
  const built = await buildWorkbook(planWorkbook([sampleAgreement()], 'da', new Date(Date.UTC(2026, 10, 27))), { importedAt: new Date(Date.UTC(2026, 10, 27)), addinVersion: '1.0.0', language: 'da' });
  excel.side.openModel(readWorkbookFile(workbookFile(built)).workbook);
}

test('the add-in goes on with a file of the command line: it knows the agreement, checks it and flags what is changed', async () => {
  await openFileOf();
  const before = await workbook.checkWorkbook();
  if (!before.ok) throw new Error(JSON.stringify(before.failure));
  expect(before.value.imports.map(({ agreement }) => agreement.title)).toEqual([sampleAgreement().title]);
  const open = (found: typeof before.value): number => found.findings.filter(({ check }) => check.outcome === 'differs').length;
  await excel.userEdits('Oversigt 2026-2029', 'G5', 4);
  const after = await workbook.checkWorkbook();
  if (!after.ok) throw new Error(JSON.stringify(after.failure));
  expect(open(after.value)).toBeGreaterThan(open(before.value));
  expect(excel.cell('Oversigt 2026-2029', 'G5').fill).not.toBeNull();
});

test('it is not imported a second time', async () => {
  await openFileOf();
  const again = await workbook.importAgreement(sampleAgreement(), reconcile(sampleAgreement()), { kind: 'new-sheets' });
  expect(again).toMatchObject({ ok: false, failure: { code: 'already-imported' } });
});

test('the sheets are those that an import makes, cell by cell', async () => {
  const imported = await workbook.importAgreement(sampleAgreement(), reconcile(sampleAgreement()), { kind: 'new-sheets' });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  const contents = (): unknown => imported.value.sheets.map((name) => {
    const sheet = excel.sheet(name);
    return [...sheet.cells].filter(([, cell]) => cell.value !== null || cell.formula !== undefined).sort(([a], [b]) => a - b)
      .map(([key, cell]) => [key, cell.formula ?? cell.value, cell.style?.bold ?? false, cell.style?.fill ?? null, cell.style?.horizontalAlignment ?? null]);
  });
  const ofImport = contents();
  await openFileOf();
  excel.workbook.settle(true);
  expect(contents()).toEqual(ofImport);
});

test('an import whose sheet was renamed before the file was saved is removed whole from it', async () => {
  const imported = await workbook.importAgreement(sampleAgreement(), reconcile(sampleAgreement()), { kind: 'new-sheets' });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  excel.workbook.renameSheet(excel.sheet('Oversigt 2026-2029'), 'Mit overblik');
  excel.side.openModel(readWorkbookFile(workbookFile(excel.workbook)).workbook);
  const removed = await workbook.removeImport(imported.value.importId);
  expect(removed).toMatchObject({ ok: true });
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
});
