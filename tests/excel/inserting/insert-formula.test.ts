import { insertFormula } from '../../../src/excel/inserting/insert-formula';
import { type HeadlessExcel, startHeadlessExcel } from '../../support/headless-excel';

let excel: HeadlessExcel;

beforeEach(async () => {
  excel = await startHeadlessExcel();
});

afterEach(() => excel.close());

describe('insertFormula', () => {
  it('writes in the selected cell, with the commas of Excel itself', async () => {
    await excel.userSelects('Ark1', 'C4:D5');
    expect(await insertFormula('=SUM(1,2)', {})).toEqual({ ok: true, value: { sheet: 'Ark1', address: 'C4' } });
    expect(excel.cell('Ark1', 'C4')).toMatchObject({ formula: '=SUM(1,2)', value: 3 });
  });

  it('leaves a cell that is not empty, and a protected sheet, as they are', async () => {
    await excel.userEdits('Ark1', 'B2', 'min egen');
    await excel.userSelects('Ark1', 'B2');
    expect(await insertFormula('=SUM(1,2)', {})).toMatchObject({ ok: false, failure: { code: 'target-not-empty' } });
    excel.protectSheet('Ark1');
    await excel.userSelects('Ark1', 'C2');
    expect(await insertFormula('=SUM(1,2)', {})).toEqual({ ok: false, failure: { code: 'sheet-protected', sheet: 'Ark1' } });
    expect(excel.cell('Ark1', 'B2').value).toBe('min egen');
  });
});
