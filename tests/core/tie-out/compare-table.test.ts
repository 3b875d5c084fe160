import { type IndexSeries } from '../../../src/core/price-level/index-series';
import { cellMessage } from '../../../src/core/tie-out/own-table/own-table-texts';
import { type Agreement } from '../../../src/core/budget/agreement';
import { amountToNumber } from '../../../src/core/money/amount';
import { type GridValue, readWorksheet } from '../../../src/core/reconciliation/worksheet/worksheet-reading';
import { compareTable, isTieOut } from '../../../src/core/tie-out/compare-table';
import { type TieOut, type TieOutChoices, type TieOutRefusal } from '../../../src/core/tie-out/tie-out';
import { buildAgreement } from '../../support/agreement-builder';

const AGREEMENT = buildAgreement(`
title Aftale om kystpuljen
#1 Fyrvagter på Anholt
| år | 2026 | 2027 | I alt |
| = I alt | 6,0 | 5,5 | 11,5 |
| Lønninger | 4,0 | 4,5 | 8,5 |
#2 Redningsveste til børn
| år | 2026 | 2027 | I alt |
| = I alt | 5,0 | - | 5,0 |
#3 Kort over sejlrender
| år | 2026 | 2027 | I alt |
| = I alt | 3,3 | 6,7 | 10,0 |
`);

function compare(values: readonly (readonly GridValue[])[], choices: TieOutChoices = {}, agreement: Agreement = AGREEMENT): TieOut | TieOutRefusal {
  const grid = { values };
  const reading = readWorksheet(grid);
  if (reading === null) throw new Error('No table');
  return compareTable(grid, reading, agreement, choices);
}

function tieOut(values: readonly (readonly GridValue[])[], choices: TieOutChoices = {}, agreement: Agreement = AGREEMENT): TieOut {
  const result = compare(values, choices, agreement);
  if (!isTieOut(result)) throw new Error(result.kind);
  return result;
}

const differing = ({ cells }: TieOut): string[] =>
  cells.flatMap(({ row, target, outcome, residual, entry }) => (outcome === 'differs' ? [`${row} ${entry.title} ${target}: ${residual === null ? '' : amountToNumber(residual)}`] : []));

describe("a budget in thousands against an agreement in millions", () => {
  const BUDGET: GridValue[][] = [
    ['1.000 kr.', '2026', '2027', 'I alt'],
    ['Fyrvagter på Anholt', 6000, 5500, 11500],
    ['Redningsveste til børn', 5000, 0, 5000],
    ['Kort over sejlrender', 3300, 6700, 10000],
  ];

  it('agrees where it is the same money', () => {
    const result = tieOut(BUDGET);
    expect(result.unit).toEqual({ unit: '1.000 kr.', reason: 'header' });
    expect(result.cells.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 9 }, () => expect.stringMatching(/^agrees/)));
    expect([result.onlyHere, result.onlyThere]).toEqual([[], []]);
  });

  it('shows just the cells that are wrong, in whatever order the rows stand', () => {
    const wrong = BUDGET.map((row) => [...row]);
    (wrong[1] as GridValue[])[2] = 5700;
    (wrong[3] as GridValue[])[1] = 3000;
    expect(differing(tieOut(wrong))).toEqual(['1 Fyrvagter på Anholt 2027: -200', '3 Kort over sejlrender 2026: 300']);
    const sorted = [wrong[0], wrong[3], wrong[1], wrong[2]] as GridValue[][];
    expect(differing(tieOut(sorted))).toEqual(['1 Kort over sejlrender 2026: 300', '2 Fyrvagter på Anholt 2027: -200']);
  });

  it('takes a difference that printing in millions explains for rounding', () => {
    const finer = BUDGET.map((row) => [...row]);
    (finer[3] as GridValue[])[1] = 3337;
    const cell = tieOut(finer).cells.find(({ row, target }) => row === 3 && target === 2026);
    expect([cell?.outcome, cell?.bound === null || cell === undefined ? null : amountToNumber(cell.bound)]).toEqual(['agrees-within-rounding', 50]);
  });

  it('takes nothing for rounding where the agreement prints a dash', () => {
    const granted = BUDGET.map((row) => [...row]);
    (granted[2] as GridValue[])[2] = 40;
    expect(differing(tieOut(granted))).toEqual(['2 Redningsveste til børn 2027: -40']);
  });
});

describe('rows', () => {
  const row = (label: string, ...more: GridValue[]): GridValue[][] => [['mio. kr.', '2026', '2027'], [label, 6, 5.5, ...more], ['Redningsveste til børn', 5, 0]];

  it.each([
    ['its name in other letters', 'FYRVAGTER PÅ ANHOLT', 'name', 'Fyrvagter på Anholt'],
    ['the only name that holds it', 'Fyrvagter', 'part-of-name', 'Fyrvagter på Anholt'],
    ['likeness', 'Anholt: fyrvagter (ny bevilling)', 'likeness', 'Fyrvagter på Anholt'],
    ['a row id', 'I1', 'row-id', 'Fyrvagter på Anholt'],
    ['a part of an initiative', 'Lønninger', 'name', 'Lønninger'],
  ])('are matched by %s', (_name, label, reason, title) => {
    const [match] = tieOut(row(label)).rows;
    expect([match?.reason, match?.entry?.title]).toEqual([reason, title]);
  });

  it('that match nothing are listed, and so are initiatives without a row', () => {
    const result = tieOut([...row('Fyrvagter på Anholt'), ['Kaffe til ministeren', 1, 1]]);
    expect(result.onlyHere.map(({ label }) => label)).toEqual(['Kaffe til ministeren']);
    expect(result.onlyThere.map(({ title }) => title)).toEqual(['Kort over sejlrender']);
  });

  it('of which two are matched to one initiative are compared with nothing', () => {
    const result = tieOut([...row('Fyrvagter på Anholt'), ['Fyrvagter på Anholt', 1, 1]]);
    expect(result.rows.filter(({ isShared }) => isShared)).toHaveLength(2);
    expect(result.cells.map(({ row: index }) => index)).toEqual([2, 2]);
  });

  it('of which two are matched to one initiative are told apart by the user', () => {
    const result = tieOut([...row('Fyrvagter på Anholt'), ['Fyrvagter på Anholt', 1, 1]], { rows: new Map([[1, 'I1']]) });
    expect(result.cells.filter(({ entry }) => entry.rowId === 'I1').map(({ row: index, outcome }) => `${index} ${outcome}`)).toEqual(['1 agrees', '1 agrees']);
  });

  it('are what the user says they are', () => {
    const result = tieOut(row('Fyr'), { rows: new Map([[1, 'I3'], [2, null]]) });
    expect(result.rows.map(({ entry }) => entry?.title ?? null)).toEqual(['Kort over sejlrender', null]);
  });
});

describe('units', () => {
  it('are told from the size of the figures where no heading states one', () => {
    expect(tieOut([['Initiativ', '2026', '2027'], ['Fyrvagter på Anholt', 6_000_000, 5_500_000], ['Kort over sejlrender', 3_300_000, 6_700_000]]).unit).toEqual({ unit: 'kr.', reason: 'magnitude' });
  });

  it('that the heading states wrongly are asked for instead of making every cell differ', () => {
    const values: GridValue[][] = [['mio. kr.', '2026', '2027'], ['Fyrvagter på Anholt', 6000, 5500], ['Kort over sejlrender', 3300, 6700]];
    expect(compare(values)).toEqual({ kind: 'unit-doubtful', stated: 'mio. kr.', fitting: '1.000 kr.' });
    expect(differing(tieOut(values, { unit: '1.000 kr.' }))).toEqual([]);
    expect(tieOut(values, { unit: 'mio. kr.' }).cells.every(({ outcome }) => outcome === 'differs')).toBe(true);
  });
});

describe('figures shown with decimals', () => {
  it('are not taken for whole millions where a sheet keeps 6 for 6,0', () => {
    expect(differing(tieOut([['mio. kr.', '2026', '2027'], ['Fyrvagter på Anholt', 6, 5.5], ['Kort over sejlrender', 3, 6.7]]))).toEqual(['2 Kort over sejlrender 2026: 0.3']);
  });
});

describe('columns', () => {
  it('of which two have one year are compared with nothing, until the user says which one it is', () => {
    const values: GridValue[][] = [['mio. kr.', 'Budget 2026', 'Forbrug 2026'], ['Fyrvagter på Anholt', 6, 2.5], ['Kort over sejlrender', 3.3, 1.1]];
    expect([tieOut(values).cells, tieOut(values).columns.map(({ isShared }) => isShared)]).toEqual([[], [true, true]]);
    const chosen = tieOut(values, { columns: new Map([[1, 2026]]) });
    expect([differing(chosen), chosen.cells.map(({ column }) => column)]).toEqual([[], [1, 1]]);
  });

  it('in another price level are not compared while the others are', () => {
    const levelled = AGREEMENT;
    const { cells } = tieOut([['mio. kr.', '2026 (2026-pl)', '2027 (2025-pl)'], ['Fyrvagter på Anholt', 6, 5.4], ['Kort over sejlrender', 3.3, 6.6]], {}, levelled);
    expect(cells.map(({ outcome, gap }) => gap ?? outcome)).toEqual(['agrees', 'other-price-level', 'agrees', 'other-price-level']);
  });

  it('in another price level are compared with the agreement converted by an index of the user, and the index is named', () => {
    const index: IndexSeries = { name: 'pl-indeks', edition: 'august 2026', source: 'Finansministeriet', values: [{ year: 2025, coefficient: 1000, decimals: 1 }, { year: 2026, coefficient: 1025, decimals: 1 }] };
    const values: GridValue[][] = [['1.000 kr.', '2026 (2025-pl)', '2027 (2025-pl)'], ['Fyrvagter på Anholt', 5854, 5366], ['Kort over sejlrender', 3220, 6900]];
    expect(compare(values, {})).toMatchObject({ kind: 'other-price-level' });
    const { cells } = tieOut(values, { index });
    expect(cells.map(({ outcome }) => outcome)).toEqual(['agrees-within-rounding', 'agrees-within-rounding', 'agrees-within-rounding', 'differs']);
    const [, , , wrong] = cells;
    if (wrong === undefined) throw new Error('No cell');
    expect(cellMessage(wrong, false).da).toBe('I arket står 6.900 t.kr., i aftalen 6,7 mio. kr. (2026-pl), omregnet til 2025-pl 6,5366 mio. kr. med pl-indeks, udgave august 2026, kilde: Finansministeriet: arket er 363,4 t.kr. højere (højst 49,28 kan skyldes afrunding).');
    const short = { ...index, values: index.values.slice(1) };
    expect(compare(values, { index: short })).toMatchObject({ kind: 'other-price-level' });
  });

  it('are in the price level that the user says', () => {
    const levelled = AGREEMENT;
    const values: GridValue[][] = [['mio. kr.', '2026', '2027'], ['Fyrvagter på Anholt', 6, 5.5]];
    expect(compare(values, { priceLevel: '2025-pl' }, levelled)).toEqual({ kind: 'other-price-level', statedHere: '2025-pl', statedThere: '2026-pl' });
    expect(isTieOut(compare(values, { priceLevel: '2026-PL' }, levelled))).toBe(true);
  });
});

describe('sums of the table', () => {
  const WITH_TOTAL = buildAgreement(`
title Aftale om kystpuljen
#1 Fyrvagter på Anholt
| år | 2026 | I alt |
| = I alt | 6,0 | 6,0 |
#2 Redningsveste til børn
| år | 2026 | I alt |
| = I alt | 5,0 | 5,0 |
totals
| år | 2026 | I alt |
| = I alt | 11,0 | 11,0 |
`);

  it('that add what the agreement adds are compared with its total', () => {
    const { rows, cells } = tieOut([['mio. kr.', '2026'], ['Fyrvagter på Anholt', 6], ['Redningsveste til børn', 5], ['I alt', 11.2]], {}, WITH_TOTAL);
    expect(rows.some(({ isSumOnly }) => isSumOnly === true)).toBe(false);
    expect(cells.map(({ outcome }) => outcome)).toEqual(['agrees', 'agrees', 'differs']);
  });

  it.each([
    ['some of its initiatives', [['mio. kr.', '2026'], ['Fyrvagter på Anholt', 6], ['I alt', 6]]],
    ['rows of their own', [['mio. kr.', '2026'], ['Fyrvagter på Anholt', 6], ['Redningsveste til børn', 5], ['Egen finansiering', 2], ['I alt', 13]]],
  ])('that add %s are checked as sums only', (_name, values) => {
    const { rows, cells } = tieOut(values as GridValue[][], {}, WITH_TOTAL);
    expect(rows.find(({ label }) => label === 'I alt')?.isSumOnly).toBe(true);
    expect(cells.every(({ outcome }) => outcome === 'agrees')).toBe(true);
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['no row is in the agreement', [['mio. kr.', '2026', '2027'], ['Kaffe', 1, 2], ['Te', 3, 4]], 'no-row-matches'],
    ['no column is a year or a total', [['mio. kr.', 'Beløb', 'Andet'], ['Fyrvagter på Anholt', 1, 2], ['Te', 3, 4]], 'no-column-matches'],
    ['the price level is another', [['mio. kr., 2025-pl', '2026', '2027'], ['Fyrvagter på Anholt', 6, 5.5], ['Kort over sejlrender', 3.3, 6.7]], 'other-price-level'],
  ])('%s', (_name, values, kind) => {
    expect(compare(values as GridValue[][])).toMatchObject({ kind });
  });

  it('blank cells and words are named, not taken for zero', () => {
    const { cells } = tieOut([['mio. kr.', '2026', '2027'], ['Fyrvagter på Anholt', 6, null], ['Redningsveste til børn', 5, 0], ['Kort over sejlrender', 'afventer', 6.7]]);
    expect(cells.flatMap(({ gap }) => gap ?? [])).toEqual(['blank', 'not-a-number']);
  });

  it('figures that are stored as text, errors and merged figures are named for what they are', () => {
    const { cells } = tieOut([['1.000 kr.', '2026', '2027'], ['Fyrvagter på Anholt', 6000, 5500], ['Redningsveste til børn', '5.000', 0], ['Kort over sejlrender', { error: '#REF!' }, { merged: true }]]);
    expect(cells.flatMap(({ gap }) => gap ?? [])).toEqual(['number-as-text', 'error-value', 'merged-cells']);
  });
});
