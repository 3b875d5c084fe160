import { total } from '../../src/functions/functions';
import { agreementsArrived, awaitAgreements, setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { associateFunctions } from '../../src/functions/associate';
import { generateFunctionsMetadata } from '../../scripts/functions-metadata';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { sampleAgreement } from '../support/sample-agreement';

let excel: HeadlessExcel;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  setFunctionLanguage('en');
});

afterEach(async () => {
  agreementsArrived();
  await excel.close();
});

it('makes no error of what is not known yet: a cell is busy until the agreements have arrived', async () => {
  awaitAgreements();
  setAgreements([]);
  associateFunctions();
  excel.useCustomFunctions(JSON.parse(await generateFunctionsMetadata()) as Parameters<HeadlessExcel['useCustomFunctions']>[0], 'RESERVE');
  await excel.userEdits('Ark1', 'A1', '=RESERVE.TOTAL("SletDet",2027)');
  expect(excel.cell('Ark1', 'A1').value).toBe('#BUSY!');
  setAgreements([sampleAgreement()], [sampleAgreement()]);
  agreementsArrived();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await excel.settled();
  expect(excel.cell('Ark1', 'A1').value).toBe(3);
  expect(total('SletDet')).toBe(6.6);
});

it('fills a table from one call, an error only in its own cell, whatever empty cells are', async () => {
  setAgreements([sampleAgreement()], [sampleAgreement()]);
  associateFunctions();
  excel.useCustomFunctions(JSON.parse(await generateFunctionsMetadata()) as Parameters<HeadlessExcel['useCustomFunctions']>[0], 'RESERVE');
  await excel.userEdits('Ark1', 'A2', [['SletDet'], ['Findes ikke'], ['Styrket rådgivning']]);
  await excel.userEdits('Ark1', 'B1', [[2026, 2031]]);
  await excel.userEdits('Ark1', 'B2', '=RESERVE.AMOUNT(A2:A4,B1:C1,H1,H2)');
  expect(excel.values('Ark1!B2:C4')).toEqual([[1.6, '#N/A'], ['#N/A', '#N/A'], [2.5, '#N/A']]);
});
