import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { american, danish } from '../../../src/spreadsheet/cells/number-format';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';

let excel: HeadlessExcel;
afterEach(() => excel.close());

const told = async (): Promise<unknown> => new ExcelWorkbook({ language: 'en', addinVersion: '1.0.0' }).listSeparator();

describe('listSeparator', () => {
  it.each([
    ['a semicolon where the comma is the decimal sign, whatever the menus’ language', danish, ';'],
    ['a comma elsewhere', american, ','],
  ])('is %s', async (_name, culture, separator) => {
    excel = await startHeadlessExcel();
    excel.side.workbook.culture = culture;
    expect(await told()).toEqual({ ok: true, value: separator });
  });

  it('is not told by an Excel that is too old', async () => {
    excel = await startHeadlessExcel({ apiVersion: '1.10' });
    expect(await told()).toEqual({ ok: true, value: null });
  });
});
