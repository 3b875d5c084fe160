import { amountOf, amountToNumber } from '../../../src/core/money/amount';
import { convertPriceLevel, type IndexSeries, priceLevelYear } from '../../../src/core/price-level/index-series';

const SERIES: IndexSeries = {
  name: 'Pl-indeks',
  edition: 'Prøveudgave',
  source: 'Testens eget',
  values: [
    { year: 2022, coefficient: 1000, decimals: 1 },
    { year: 2026, coefficient: 1125, decimals: 1 },
    { year: 2027, coefficient: 0, decimals: 0 },
  ],
};

describe('convertPriceLevel', () => {
  it.each([
    [70, 2022, 2026, 7.9],
    [-70, 2022, 2026, -7.9],
    [79, 2026, 2022, 7.0],
    [70, 2022, 2022, 7.0],
  ])('%i tenths from %i to %i', (coefficient, from, to, expected) => {
    const converted = convertPriceLevel(amountOf(coefficient, 1, 'mio. kr.'), from, to, SERIES);
    expect(converted === null ? null : amountToNumber(converted.amount)).toBe(expected);
    expect(converted?.series.edition).toBe('Prøveudgave');
  });

  it('converts nothing without both years', () => {
    expect(convertPriceLevel(amountOf(70, 1, 'mio. kr.'), 2022, 2025, SERIES)).toBeNull();
    expect(convertPriceLevel(amountOf(70, 1, 'mio. kr.'), 2022, 2027, SERIES)).toBeNull();
  });

  it('converts nothing beyond exact integers', () => {
    const steep = { ...SERIES, values: [{ year: 2022, coefficient: 1, decimals: 9 }, { year: 2026, coefficient: 900_000_000, decimals: 0 }] };
    expect(convertPriceLevel(amountOf(70, 1, 'mio. kr.'), 2022, 2026, steep)).toBeNull();
  });

  it.each([['2026-pl', 2026], ['2023-PL', 2023], ['2026 pl', 2026], ['løbende priser', null]])('reads %s', (text, year) => {
    expect(priceLevelYear(text)).toBe(year);
  });
});
