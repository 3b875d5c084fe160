import fc from 'fast-check';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { cleanCellText } from '../../../src/core/sheet-plan/cell-entry';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, printedRow } from '../../support/sample-agreement';

const COUNT = 1000;

/** Texts that Excel would take for a formula, a number, a date, a truth value or a prefix. */
const trigger = fc.tuple(
  fc.constantFrom('=', '+', '-', '@', "'", '"', '\t=', '\n=', '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", '1/2', '1-2', '2026', '12%', '1e5', 'SAND', 'TRUE', '#REF!', '(1)', '31-12-2026', 'maj 2026', '_x0041_'),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
).map(([start, rest]) => `${start}${rest}`);

let excel: HeadlessExcel;

beforeEach(async () => {
  excel = await startHeadlessExcel();
});

afterEach(() => excel.close());

it(`writes ${COUNT} trigger strings as the text that they are, through every table`, async () => {
  const texts = fc.sample(trigger, { numRuns: COUNT, seed: 20260101 });
  const initiatives = Array.from({ length: COUNT / 4 }, (_, index) => {
    const [title = '', label = '', group = '', footnote = ''] = texts.slice(index * 4, index * 4 + 4);
    return initiativeOf(title, 10 + index * 20, '1,0 2,0 - - 3,0', [printedRow('component', label, '1,0 2,0 - - 3,0', 15 + index * 20, [footnote])], { group: [group] });
  });
  const agreement = agreementOf(initiatives, { title: texts[0] ?? '' });
  const workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
  const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const [overview = '', components = ''] = result.value.sheets;
  const written = (sheet: string, column: string, first: number): (string | null)[] =>
    initiatives.map((_, index) => (excel.cell(sheet, `${column}${first + index}`).formula === null ? String(excel.cell(sheet, `${column}${first + index}`).value) : null));
  expect(written(overview, 'C', 5)).toEqual(initiatives.map(({ group }) => cleanCellText(group[0] ?? '')));
  expect(written(overview, 'A', 5)).toEqual(initiatives.map(({ title }) => cleanCellText(title ?? '')));
  expect(written(components, 'B', 5)).toEqual(initiatives.map((initiative) => cleanCellText(initiative.components[0]?.label ?? '')));
  expect(written(components, 'M', 5)).toEqual(initiatives.map((initiative) => cleanCellText(initiative.components[0]?.footnotes[0] ?? '')));
});
