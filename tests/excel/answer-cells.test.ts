import { reconcile } from '../../src/core/reconciliation/engine';
import { generateFunctionsMetadata } from '../../scripts/functions-metadata';
import { cellAddress } from '../../src/core/sheet-plan/addresses';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { setShownTables } from '../../src/functions/asked-cells';
import { associateFunctions } from '../../src/functions/associate';
import { setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { sampleAgreement } from '../support/sample-agreement';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
/** What Excel was asked to calculate. */
let asked: string[];

beforeEach(async () => {
  excel = await startHeadlessExcel();
  setFunctionLanguage('da');
  setAgreements([]);
  associateFunctions();
  excel.useCustomFunctions(JSON.parse(await generateFunctionsMetadata()) as Parameters<HeadlessExcel['useCustomFunctions']>[0], 'RESERVE');
  workbook = new ExcelWorkbook({
    language: 'da',
    addinVersion: '1.0.0',
    onAgreementsChanged: (agreements) => {
      setAgreements(agreements, agreements);
      void workbook.recalculate();
    },
    onTablesRead: (imports) => {
      if (setShownTables(imports)) void workbook.recalculate();
    },
  });
  asked = [];
});

afterEach(() => excel.close());

/** Notes every request to calculate: "SetDirty 0,0,1,1" with the range's row, column and size, "Calculate Full" of the whole workbook. */
function listen(): void {
  excel.intercept(({ body }) => {
    for (const { Name: name, ObjectPathId: path, ArgumentInfo: given } of body.Actions) {
      if (name !== 'SetDirty' && name !== 'Calculate') continue;
      const { Arguments: own } = body.ObjectPaths[String(path)]?.ArgumentInfo ?? {};
      asked.push(`${name} ${[...(given?.Arguments ?? []), ...(own ?? [])].join()}`);
    }
    return null;
  });
}

async function settled(): Promise<void> {
  await workbook.checkWorkbook();
  await workbook.checkWorkbook();
  await excel.settled();
}

async function importSample(): Promise<string> {
  const agreement = sampleAgreement();
  const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  await settled();
  return result.value.importId;
}

const formulas = [['=RESERVE.TOTAL("SletDet")', '=SUM(1,2)'], ['=A1*2', '="RESERVE.TOTAL"'], ['=Bevilling', '=reserve.amount("SletDet",2027)']];
const values = (): unknown[] => excel.values('Ark1!A1:B3').flat();

async function ask(): Promise<void> {
  excel.workbook.addName('Bevilling', '=RESERVE.TOTAL("SletDet")', null, '');
  await excel.userEdits('Ark1', 'A1', formulas);
  expect(values()).toEqual(['#N/A', 3, '#N/A', 'RESERVE.TOTAL', '#N/A', '#N/A']);
}

it('only the cells that ask RESERVE are calculated again when an agreement comes and goes, and what looks at them', async () => {
  await ask();
  listen();
  const importId = await importSample();
  expect(values()).toEqual([6.6, 3, 13.2, 'RESERVE.TOTAL', 6.6, 3]);
  expect(asked).toEqual(['SetDirty 0,0,1,1', 'SetDirty 2,0,1,2', 'Calculate Recalculate']);
  asked = [];
  await workbook.removeImport(importId);
  await settled();
  expect(values()).toEqual(['#N/A', 3, '#N/A', 'RESERVE.TOTAL', '#N/A', '#N/A']);
  expect(asked).toEqual(['SetDirty 0,0,1,1', 'SetDirty 2,0,1,2', 'Calculate Recalculate']);
});

it('the source of a cell of the table is told by where it stands, after an edit too', async () => {
  await importSample();
  const overview = 'Oversigt 2026-2029';
  const cells = excel.values(`${overview}!A1:Z40`).map((row) => row.map(String));
  const row = cells.findIndex((texts) => texts.some((text) => text.startsWith('SletDet')));
  const figure = cellAddress(row, cells.find((texts) => texts.includes('2027'))?.indexOf('2027') ?? 0);
  const printed = 'I alt | 1,6 | 3,0 | 2,0 | - | 6,6';
  await excel.userEdits('Ark1', 'D1', `=RESERVE.SOURCE('${overview}'!${figure})`);
  expect(excel.values('Ark1!D1:G1')).toEqual([[expect.stringContaining('Aftale'), '–', 20, printed]]);
  await excel.userEdits(overview, figure, 3.5);
  await settled();
  expect(excel.values('Ark1!G1')).toEqual([[printed]]);
});

it('nothing is calculated where no cell asks', async () => {
  await excel.userEdits('Ark1', 'A1', '=SUM(1,2)');
  listen();
  await importSample();
  expect(asked).toEqual([]);
});

it('nothing but these cells is calculated where the user does it by hand', async () => {
  await ask();
  excel.workbook.calculationMode = 'Manual';
  listen();
  await importSample();
  expect(['A1', 'A2', 'A3', 'B3'].map((address) => excel.cell('Ark1', address).value)).toEqual([6.6, '#N/A', 6.6, 3]);
  expect(asked).toEqual(['Calculate 0,0,1,1', 'Calculate 2,0,1,2']);
});
