import { canonicalFormula, isSummed, summedCells } from '../../../../src/core/reconciliation/worksheet/formula-reading';

const TABLE = { name: 'Initiativer2026', headers: ['Initiativ', '2026', '2027', "Note [a]'s"], row: 4, column: 1, rows: 10 };
const PLACE = { row: 6, table: 'Initiativer2026', tables: [TABLE] };

describe('canonicalFormula', () => {
  it.each([
    ['=SUM(Initiativer2026[[#This Row],[2026]:[2027]])', '=SUM(Initiativer2026[@[2026]:[2027]])'],
    ['=SUM(Initiativer2026[[#This Row],[2026]])', '=sum( [@2026] )'],
    ['=SUM(Initiativer2026[2026])', '=SUM(initiativer2026[[2026]])'],
    ['=$C$4+D5', '=C4 + d5'],
    ["=[@[Note '[a']''s]]", "=Initiativer2026[[#This Row],[Note '[a']''s]]"],
    ['=IF(A1=0,"✓ stemmer", B1)', '=if(A1=0,"✓ stemmer",B1)'],
  ])('takes %s and %s for one formula', (one, other) => {
    expect(canonicalFormula(one, 'Initiativer2026')).toBe(canonicalFormula(other, 'Initiativer2026'));
  });

  it.each([
    ['=SUM(C4:C5)', '=SUM(C4:C6)'],
    ['=IF(A1=0,"a b",1)', '=IF(A1=0,"ab",1)'],
    ['=SUM(T[2026])', '=SUM(T[@2026])'],
    ['=SUM(T[2026])', '=SUM(U[2026])'],
  ])('tells %s from %s', (one, other) => {
    expect(canonicalFormula(one, null)).not.toBe(canonicalFormula(other, null));
  });

  it('follows a heading that was renamed', () => {
    const renamed = new Map([['T', new Map([['BUDGET 2026', '2026']])]]);
    expect(canonicalFormula('=SUM(T[Budget 2026])', null, renamed)).toBe(canonicalFormula('=SUM(T[2026])', null));
  });
});

describe('summedCells', () => {
  it.each([
    ['=SUM(C5:D7)', [{ row: 4, column: 2, rows: 3, columns: 2 }]],
    ['=SUM(D7:C5)', [{ row: 4, column: 2, rows: 3, columns: 2 }]],
    ['=C5+SUM($AA$6,C7)', [{ row: 4, column: 2, rows: 1, columns: 1 }, { row: 5, column: 26, rows: 1, columns: 1 }, { row: 6, column: 2, rows: 1, columns: 1 }]],
    ['=SUM([@[2026]:[2027]])', [{ row: 6, column: 2, rows: 1, columns: 2 }]],
    ['=SUM(Initiativer2026[2027])', [{ row: 4, column: 3, rows: 10, columns: 1 }]],
    ['=SUM(C:C)', [{ row: 0, column: 2, rows: 1_048_576, columns: 1 }]],
  ])('%s', (formula, areas) => {
    expect(summedCells(formula, PLACE)).toEqual({ areas, isOpen: false });
  });

  it.each(['=C5*2', '=SUM(C5:C7)-C6', '=AVERAGE(C5:C7)', '=SUMIFS(C5:C7,D5:D7,"x")', "=SUM(Ark2!C5:C7)", '=5', '=SUM(C5:C7)*1'])('%s is no plain sum', (formula) => {
    expect(summedCells(formula, PLACE)).toBeNull();
  });

  it('cannot follow a table that is not at hand, and then misses nothing', () => {
    const summed = summedCells('=SUM(Andre[2026])', PLACE);
    expect(summed).toEqual({ areas: [], isOpen: true });
    expect(summed !== null && isSummed(summed, 0, 0)).toBe(true);
  });
});
