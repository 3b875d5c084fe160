import { amountOf, convertAmount, sumAmounts, type Amount } from '../money/amount';
import { convertPriceLevel, priceLevelYear, type IndexSeries } from '../price-level/index-series';
import { compareWithin, type OwnComparison, type OwnRounding } from './compare-own-amount';

/** Digits beyond the printed ones to which a figure is converted, so that the conversion adds no rounding of its own that would matter. */
const FINER = 3;

/** The agreement's figure at the table's price level. Shape: `series` is the index that the user gave, with its edition and source. */
export interface ConvertedFigure {
  readonly amount: Amount;
  readonly from: string;
  readonly to: string;
  readonly series: IndexSeries;
}

/** Whether an index leads from one price level to another. */
export function leadsTo(series: IndexSeries | undefined, from: string, to: string): boolean {
  return series !== undefined && convertFigure(amountOf(1, 0, 'kr.'), from, to, series) !== null;
}

/** A printed figure at another price level, finer than it was printed; null where the index lacks one of the years. */
export function convertFigure(printed: Amount, from: string, to: string, series: IndexSeries): ConvertedFigure | null {
  const [fromYear, toYear] = [priceLevelYear(from), priceLevelYear(to)];
  const finer = printed.coefficient * 10 ** FINER;
  if (fromYear === null || toYear === null || !Number.isSafeInteger(finer)) return null;
  const converted = convertPriceLevel(amountOf(finer, printed.decimals + FINER, printed.unit), fromYear, toYear, series);
  return converted === null ? null : { amount: converted.amount, from, to, series };
}

/**
 * An amount of the user's against the agreement's figure at his price level. The agreement's is rounded as printed and then converted, his to the last
 * digit that his table shows: half a unit of the one, converted, and half a unit of the other are nobody's error. A dash stays an exact zero.
 * Errors: null when the figures leave the exactly representable integers, or the index does not lead there.
 * @example 6.930 (1.000 kr., 2027-pl) against 6,6 mio. kr. (2026-pl) at 100 and 105: residual 0, bound 53
 */
export function compareConverted(own: Amount, printed: Amount, { amount, from, to, series }: ConvertedFigure, { addends = 1 }: OwnRounding): OwnComparison | null {
  return compareWithin(own, amount, () => {
    const half = convertFigure(amountOf(5 * addends, printed.decimals + 1, printed.unit), from, to, series);
    if (half === null) return null;
    const isExact = printed.coefficient === 0 && printed.decimals === 0;
    return isExact ? amountOf(0, 0, own.unit) : sumAmounts([convertAmount(half.amount, own.unit), amountOf(5, own.decimals + 1, own.unit)], own.unit);
  });
}
