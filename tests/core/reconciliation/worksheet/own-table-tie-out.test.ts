import { type GridValue, readWorksheet } from '../../../../src/core/reconciliation/worksheet/worksheet-reading';
import { compareTable, isTieOut } from '../../../../src/core/tie-out/compare-table';
import { columnKeysOf } from '../../../../src/core/tie-out/own-table/identity';
import { ownTableChecks, type OwnTableChecks } from '../../../../src/core/tie-out/own-table/own-table-checks';
import { buildAgreement } from '../../../support/agreement-builder';

const AGREEMENT = buildAgreement(`
title Aftale om kystpuljen
#1 Fyrvagter på Anholt
| år | 2026 | 2027 | I alt |
| = I alt | 6,0 | 5,5 | 11,5 |
#2 Redningsveste til børn
| år | 2026 | 2027 | I alt |
| = I alt | 5,0 | - | 5,0 |
#3 Kort over sejlrender
| år | 2026 | 2027 | I alt |
| = I alt | 3,3 | 6,7 | 10,0 |
totals
| år | 2026 | 2027 | I alt |
| = I alt | 14,3 | 12,2 | 26,5 |
`);

const HEADER: GridValue[] = ['1.000 kr.', '2026', '2027', 'I alt'];

function check(rows: readonly (readonly GridValue[])[], hiddenRows: readonly number[] = []): OwnTableChecks {
  const grid = { values: [HEADER, ...rows], hiddenRows };
  const reading = readWorksheet(grid);
  const result = reading === null ? null : compareTable(grid, reading, AGREEMENT);
  if (reading === null || result === null || !isTieOut(result)) throw new Error('not compared');
  const rowIds = grid.values.map((row) => String(row[0]));
  return ownTableChecks({ id: 'own', grid, reading, result, rowIds, columnKeys: columnKeysOf(reading), vanished: [] });
}

/** Which cells bear a flag, and how many checks each cause explains. */
function found({ checks, causes }: OwnTableChecks): { readonly flags: string[]; readonly causes: string[] } {
  return {
    flags: checks.flatMap(({ check: { label, place }, isFlagged }) => (isFlagged ? [`${label ?? ''} ${String(place.column)}`] : [])),
    causes: causes.map(({ kind, checks: explained }) => `${kind} ${checks[explained[0] ?? -1]?.check.label ?? ''}: ${explained.length}`),
  };
}

const RIGHT: GridValue[][] = [
  ['Fyrvagter på Anholt', 6000, 5500, 11500],
  ['Redningsveste til børn', 5000, 0, 5000],
  ['Kort over sejlrender', 3300, 6700, 10000],
  ['I alt', 14300, 12200, 26500],
];

function changed(...cells: readonly (readonly [row: number, column: number, value: GridValue])[]): GridValue[][] {
  const rows = RIGHT.map((row) => [...row]);
  for (const [row, column, value] of cells) (rows[row] as GridValue[])[column] = value;
  return rows;
}

describe('the checks of a table of the user’s', () => {
  it('say nothing where it is right', () => {
    const result = check(RIGHT);
    expect(found(result)).toEqual({ flags: [], causes: [] });
    expect(result.checks.every(({ check: { outcome } }) => outcome.startsWith('agrees'))).toBe(true);
  });

  it('have one cause for a wrong figure and the sums of constants that it breaks', () => {
    expect(found(check(changed([0, 1, 6100])))).toEqual({ flags: ['Fyrvagter på Anholt 2026'], causes: ['figure Fyrvagter på Anholt: 3'] });
  });

  it('have one cause for a wrong figure and the totals that are computed from it', () => {
    expect(found(check(changed([0, 1, 6100], [0, 3, 11600], [3, 1, 14400], [3, 3, 26600])))).toEqual({ flags: ['Fyrvagter på Anholt 2026'], causes: ['figure Fyrvagter på Anholt: 4'] });
  });

  it('have two causes for two wrong figures of one column', () => {
    expect(found(check(changed([0, 1, 6100], [2, 1, 3000]))).causes).toEqual(['figure Fyrvagter på Anholt: 3', 'figure Kort over sejlrender: 2']);
  });

  it('ask for the figure of the agreement and name the slip', () => {
    const [cause] = check(changed([2, 2, 7600])).causes;
    expect(cause?.message.da).toBe('Er 7.600 i virkeligheden 6.700 (Kort over sejlrender, 2027)? Så forsvinder 3 afvigelser. Måske er to cifre byttet om.');
  });

  it('check a sum that is no figure of the agreement as a sum', () => {
    const rows: GridValue[][] = [...RIGHT.slice(0, 3), ['Egen finansiering', 100, 100, 200], ['I alt', 14400, 12200, 26700]];
    expect(found(check(rows)).flags).toEqual(['I alt 2027', 'I alt total']);
  });

  it('say both figures, which is higher, and what rounding explains', () => {
    const { checks } = check(changed([0, 1, 6100]), [1]);
    expect(checks[0]?.check.message).toEqual({
      da: 'I arket står 6.100 t.kr., i aftalen 6,0 mio. kr.: arket er 100 t.kr. højere (højst 50 kan skyldes afrunding). Rækken er skjult.',
      en: 'The sheet says 6,100 thousand kr, the agreement 6.0 million kr: the sheet is 100 thousand kr higher (at most 50 may be due to rounding). The row is hidden.',
    });
  });

  it('tell what was not compared once for each column, and a cell to mend by itself', () => {
    const { checks } = check([['Fyrvagter på Anholt', null, '5.500', 11500], ['Redningsveste til børn', null, 0, 5000], ['Kort over sejlrender', 3300, 6700, 10000]]);
    const gaps = checks.filter(({ check: { outcome, rule } }) => outcome === 'not-checkable' && rule === 'own-table-tie-out');
    expect(gaps.map(({ check: { message }, isFlagged }) => [message.da, isFlagged])).toEqual([
      ['Ikke sammenlignet: cellen er tom, men aftalen har et beløb (Fyrvagter på Anholt; Redningsveste til børn).', false],
      ['Ikke sammenlignet: tallet er gemt som tekst, så Excel regner ikke med det (Fyrvagter på Anholt).', true],
    ]);
  });

  it('tell what stands on one side only, and rows that are one thing', () => {
    const { checks } = check([['Fyrvagter på Anholt', 6000, 5500, 11500], ['Fyrvagter på Anholt', 1, 1, 2], ['Kaffe', 1, 1, 2], ['Kort over sejlrender', 3300, 6700, 10000]]);
    expect(checks.flatMap(({ check: { place, message } }) => (/!(?:shared|only)/.test(place.sheetCell ?? '') ? [message.da] : []))).toEqual([
      'Flere rækker svarer til »Fyrvagter på Anholt«, så ingen af dem er sammenlignet: Fyrvagter på Anholt (2); Fyrvagter på Anholt (3). Vælg i ruden, hvilken det er.',
      'Kun i arket, ikke i aftalen: Kaffe.',
      'Kun i aftalen, ikke i arket: Redningsveste til børn.',
    ]);
  });
});
