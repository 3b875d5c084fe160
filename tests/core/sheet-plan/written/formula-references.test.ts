import { referencesOf } from '../../../../src/core/sheet-plan/written/formula-references';

describe('what a formula mentions', () => {
  test('cells with their sheets, names and functions, and quoted texts', () => {
    const { cells, sheets, words, texts } = referencesOf(`=SUM('Lars'' ark'!$B$2:C3,Ark2!A1,D4)+Sum2026_i+Tabel[2026]&"E5 ""x"""`);
    expect(cells).toEqual([
      { sheet: "Lars' ark", area: { row: 1, column: 1, rows: 2, columns: 2 } },
      { sheet: 'Ark2', area: { row: 0, column: 0, rows: 1, columns: 1 } },
      { sheet: null, area: { row: 3, column: 3, rows: 1, columns: 1 } },
    ]);
    expect(sheets).toEqual(["Lars' ark", 'Ark2']);
    expect([...words]).toEqual(['SUM', 'SUM2026_I', 'TABEL']);
    expect(texts).toEqual(['E5 "x"']);
  });
});
