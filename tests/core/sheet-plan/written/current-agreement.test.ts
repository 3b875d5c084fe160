import { currentAgreement, formatDecimals, type CurrentCell } from '../../../../src/core/sheet-plan/written/current-agreement';
import { planImport } from '../../../../src/core/sheet-plan/import-plan';
import { type TableRole } from '../../../../src/core/sheet-plan/plan';
import { agreementOf, initiativeOf, sampleAgreement } from '../../../support/sample-agreement';

const ALL: ReadonlySet<TableRole> = new Set(['overview', 'components', 'totals']);

/** The figures that an import would leave in the workbook, by place. */
function figuresAsImported(agreement = sampleAgreement()): Map<string, CurrentCell> {
  const figures = new Map<string, CurrentCell>();
  for (const sheet of planImport(agreement, [], { language: 'da', taken: { sheets: [], tablesAndNames: [] }, importedAt: '2026-03-01T08:00:00Z' }).sheets) {
    for (const table of sheet.tables) {
      table.rows.forEach((row, index) =>
        row.forEach((cell, column) => {
          const key = table.columns[column]?.key ?? '';
          if (cell.kind === 'number') figures.set(`${table.rowIds[index]}|${key}`, { value: cell.value, format: cell.format });
          else if (cell.kind === 'blank') figures.set(`${table.rowIds[index]}|${key}`, { value: '', format: cell.format });
        }),
      );
    }
  }
  return figures;
}

function with2027(value: CurrentCell['value'], format = '#,##0.0'): ReturnType<typeof currentAgreement> {
  return currentAgreement(sampleAgreement(), figuresAsImported().set('I1|year:2027', { value, format }), ALL);
}

it('finds no edit in what was imported, dashes and unreadable cells included', () => {
  const damaged = agreementOf([initiativeOf('Ulæselig', 10, '1,0 2x? - _ 3,0', [])]);
  for (const agreement of [sampleAgreement(), damaged]) {
    const current = currentAgreement(agreement, figuresAsImported(agreement), ALL);
    expect(current.edits).toEqual([]);
    expect(current.agreement).toEqual(agreement);
  }
});

it('takes an edited figure with the decimals of its cell', () => {
  const { edits } = with2027(4);
  expect(edits).toHaveLength(1);
  expect(edits[0]?.current).toMatchObject({ kind: 'amount', amount: { coefficient: 40, decimals: 1, unit: 'mio. kr.' } });
});

it('takes more decimals when the figure needs them, without the noise of binary fractions', () => {
  expect(with2027(4.25).edits[0]?.current).toMatchObject({ amount: { coefficient: 425, decimals: 2 } });
  expect(with2027(0.1 + 0.2).edits[0]?.current).toMatchObject({ amount: { coefficient: 3, decimals: 1 } });
  expect(with2027(1e-7).edits[0]?.current).toMatchObject({ amount: { decimals: 7 } });
});

it('tells a text, an emptied cell and a lost row apart', () => {
  expect(with2027('ca. 4').edits[0]?.current).toMatchObject({ kind: 'unreadable', text: 'ca. 4' });
  expect(with2027('').edits[0]?.current).toMatchObject({ kind: 'blank' });
  const figures = figuresAsImported();
  for (const key of [...figures.keys()]) if (key.startsWith('I1|')) figures.delete(key);
  expect(currentAgreement(sampleAgreement(), figures, ALL).edits.map(({ current }) => current)).toEqual([null, null, null, null, null]);
});

it('does not compare a table that is not there', () => {
  expect(currentAgreement(sampleAgreement(), new Map(), new Set()).edits).toEqual([]);
});

it.each([
  ['#,##0.0;-#,##0.0', 1],
  ['#,##0', 0],
  ['General', 0],
  ['0.00"x.000"', 2],
])('%p shows %i decimals', (format, decimals) => {
  expect(formatDecimals(format)).toBe(decimals);
});
