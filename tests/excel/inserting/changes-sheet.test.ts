import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, printedRow } from '../../support/sample-agreement';

const OLD = agreementOf([initiativeOf('Natteravne', 10, '1,0 2,0 - - 3,0', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)]), initiativeOf('Rådgivning', 40, '0,5 0,5 - - 1,0', [])]);
const NEW = agreementOf([initiativeOf('Natteravne', 30, '1,0 2,5 - - 3,5', [printedRow('component', 'Drift', '1,0 2,5 - - 3,5', 34)]), initiativeOf('Havnefest', 60, '0,3 - - - 0,3', [])], { document: { ...OLD.document, name: 'rettet.txt', sha256: 'b'.repeat(64) } });

let excel: HeadlessExcel;

beforeEach(async () => {
  excel = await startHeadlessExcel();
});

afterEach(() => excel.close());

function workbook(language: 'da' | 'en' = 'da'): ExcelWorkbook {
  return new ExcelWorkbook({ language, addinVersion: '1.0.0' });
}

/** The rows below the headings, as they show. */
function rows(sheet: string, count: number): string[][] {
  return Array.from({ length: count }, (_none, row) => ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'I', 'J'].map((column) => excel.cell(sheet, `${column}${row + 6}`).text));
}

describe('the sheet of changes', () => {
  it('shows every change with both amounts, both places and the difference as a live formula', async () => {
    expect(await workbook().insertChanges(OLD, NEW, new Map())).toEqual({ ok: true, value: { sheet: 'Ændringer 2026-2029', address: 'A1', isPrintSet: true } });
    expect(rows('Ændringer 2026-2029', 8)).toEqual([
      ['Natteravne', '', 'forhøjet, ændrede delposter', '2027', '2,0', '2,5', '+0,5', 'l. 20', 'l. 40'],
      ['Natteravne', '', 'forhøjet, ændrede delposter', 'I alt', '3,0', '3,5', '+0,5', 'l. 20', 'l. 40'],
      ['Natteravne', 'Drift', 'forhøjet', '2027', '2,0', '2,5', '+0,5', 'l. 14', 'l. 34'],
      ['Natteravne', 'Drift', 'forhøjet', 'I alt', '3,0', '3,5', '+0,5', 'l. 14', 'l. 34'],
      ['Havnefest', '', 'ny', '2026', '', '0,3', '+0,3', '', 'l. 70'],
      ['Havnefest', '', 'ny', 'I alt', '', '0,3', '+0,3', '', 'l. 70'],
      ['Rådgivning', '', 'udgået', '2026', '0,5', '', '-0,5', 'l. 50', ''],
      ['Rådgivning', '', 'udgået', '2027', '0,5', '', '-0,5', 'l. 50', ''],
    ]);
    expect(excel.cell('Ændringer 2026-2029', 'H6').formula).toBe('=G6-F6');
    await excel.userEdits('Ændringer 2026-2029', 'G6', 3);
    expect(excel.cell('Ændringer 2026-2029', 'H6').text).toBe('+1,0');
  });

  it('takes a free name, follows the pairing that the user chose, and says where there is nothing', async () => {
    await workbook('en').insertChanges(OLD, OLD, new Map());
    expect(excel.cell('Changes 2026-2029', 'A6').text).toBe('No changes: everything that could be compared is the same.');
    await workbook('en').insertChanges(OLD, NEW, new Map([[1, 1]]));
    expect(excel.cell('Changes 2026-2029 (2)', 'A10').text).toBe('Rådgivning → Havnefest');
    expect(excel.cell('Changes 2026-2029 (2)', 'K10').text).toBe('chosen by you');
  });

  it('is refused where the workbook is protected', async () => {
    excel.workbook.isStructureProtected = true;
    expect(await workbook().insertChanges(OLD, NEW, new Map())).toEqual({ ok: false, failure: { code: 'workbook-protected' } });
  });
});
