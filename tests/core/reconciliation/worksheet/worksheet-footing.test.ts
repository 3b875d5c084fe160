import { checkWorksheet, spellGridCheck } from '../../../../src/core/reconciliation/worksheet/worksheet-footing';
import { type GridValue, readWorksheet } from '../../../../src/core/reconciliation/worksheet/worksheet-reading';
import { buildGrid } from '../../../support/grid-text';

const TABLE = `
  | Initiativ | 2026 | 2027 | I alt |
  | A | 1,5 | 2,5 | 4,0 |
  | B | 3,0 | 1,0 | 3,0 |
  | I alt | 4,5 | 2,5 | 7,0 |`;

describe('worksheet-footing', () => {
  it('says what it took the selection for', () => {
    const reading = readWorksheet(buildGrid(TABLE));
    expect(reading?.columns.map((column) => column.role)).toEqual(['label', 'year', 'year', 'total']);
    expect(reading?.rows.map((row) => row.role)).toEqual(['header', 'component', 'component', 'total']);
  });

  it('spells its arithmetic in both languages', () => {
    const grid = buildGrid(TABLE);
    const reading = readWorksheet(grid);
    const wrong = reading === null ? [] : checkWorksheet(grid, reading).filter((check) => check.outcome === 'differs');
    expect(wrong.map((check) => spellGridCheck(check).da)).toEqual([
      '3 + 1 = 4, men der står 3: forskel 1 (højst 0,15 kan skyldes afrunding).',
      '2,5 + 1,0 = 3,5, men der står 2,5: forskel 1,0 (højst 0,15 kan skyldes afrunding).',
    ]);
    expect(wrong.map((check) => spellGridCheck(check).en)[0]).toBe('3 + 1 = 4, but the cell says 3: difference 1 (at most 0.15 may be due to rounding).');
  });

  it('shortens long sums, and spells minus signs and what stands alone', () => {
    const spelled = (text: string): string[] => {
      const grid = buildGrid(text);
      const reading = readWorksheet(grid);
      return reading === null ? [] : checkWorksheet(grid, reading).filter(({ outcome }) => outcome === 'differs').map((check) => spellGridCheck(check).da);
    };
    const rows = Array.from({ length: 20 }, (_none, index) => `| Post ${index} | ${index + 1} |`).join('\n');
    expect(spelled(`| Post | 2026 |\n${rows}\n| I alt | 230 |`)).toEqual(['1 + 2 + 3 + 4 + 5 + 6 + … (20 tal) … + 18 + 19 + 20 = 210, men der står 230: forskel -20 (højst 10,5 kan skyldes afrunding).']);
    expect(spelled('| Post | 2026 | 2027 | I alt |\n| A | 12,5 | -3,1 | 18,5 |\n| B | 1,0 | 1,0 | 2,0 |\n| I alt | 13,5 | -2,1 | 20,5 |')).toContain('12,5 - 3,1 = 9,4, men der står 18,5: forskel -9,1 (højst 0,15 kan skyldes afrunding).');
  });

  it('checks what the user says the rows are', () => {
    const grid = buildGrid('| Navn | Beløb |\n| A | 10 |\n| Resultat | 30 |\n| B | 20 |');
    const reading = readWorksheet(grid);
    if (reading === null) throw new Error('No table');
    const rows = reading.rows.map((row, index) => (index === 2 ? { role: 'total' as const, reason: 'user' as const } : row));
    expect(checkWorksheet(grid, { ...reading, rows, areTotalsFirst: false }).map((check) => [check.printed, check.computed, check.outcome])).toEqual([[30, 10, 'differs']]);
  });

  it('adds doubles without their noise', () => {
    const values: GridValue[][] = [['', 2026], ...Array.from({ length: 10 }, (): GridValue[] => ['x', 0.1]), ['I alt', 1]];
    const reading = readWorksheet({ values });
    expect(reading === null ? [] : checkWorksheet({ values }, reading).map((check) => check.outcome)).toEqual(['agrees']);
  });

  it('is not lost in a million cells', () => {
    const rows = 20_000;
    const values: GridValue[][] = [['Navn', 2026, 2027, 'I alt']];
    for (let row = 0; row < rows; row += 1) values.push([`Række ${row}`, 1.5, 2.5, 4]);
    values.push(['I alt', 1.5 * rows, 2.5 * rows, 4 * rows]);
    const reading = readWorksheet({ values });
    const checks = reading === null ? [] : checkWorksheet({ values }, reading);
    expect(checks).toHaveLength(rows + 4);
    expect(checks.every((check) => check.outcome === 'agrees')).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['text', [['a', 'b'], ['c', 'd']]],
    ['blanks', [[null, null], [null, null]]],
  ] as const)('finds no table in %s', (_name, values) => {
    expect(readWorksheet({ values })).toBeNull();
  });
});
