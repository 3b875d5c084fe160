import { type Amount, amountOf } from '../money/amount';

/** One year's index value as published. Shape: `value` in the last digit that the edition prints, as an exact decimal (coefficient and decimals). */
export interface IndexValue {
  readonly year: number;
  readonly coefficient: number;
  readonly decimals: number;
}

/**
 * A price and wage index that the user supplied or chose; the product ships none.
 * Shape: `edition` and `source` are shown wherever a converted amount is.
 */
export interface IndexSeries {
  readonly name: string;
  readonly edition: string;
  readonly source: string;
  readonly values: readonly IndexValue[];
}

/** An amount moved to another price level, with the factor's origin. Units: rounded to the decimals that the amount was printed with. */
export interface ConvertedAmount {
  readonly amount: Amount;
  readonly fromYear: number;
  readonly toYear: number;
  readonly series: IndexSeries;
}

/** The year of a price level: 2026 for "2026-pl"; null when the text names none, or there is none. */
export function priceLevelYear(priceLevel: string | null): number | null {
  if (priceLevel === null) return null;
  const found = /^((?:19|20)\d\d)-?pl$/i.exec(priceLevel.replace(/\s/g, ''));
  return found === null ? null : Number(found[1]);
}

/** Whether two price levels are one, however they are written. */
export function isSamePriceLevel(one: string, other: string): boolean {
  const [a, b] = [one, other].map((level) => priceLevelYear(level) ?? level.toLowerCase());
  return a === b;
}

/**
 * The amount at another year's price level by the index: amount × index(to) ÷ index(from), rounded half away from zero to its printed decimals.
 * Null when the series lacks one of the years, has a value that is not positive, or leads beyond exact integers.
 */
export function convertPriceLevel(amount: Amount, fromYear: number, toYear: number, series: IndexSeries): ConvertedAmount | null {
  const [from, to] = [valueOf(series, fromYear), valueOf(series, toYear)];
  if (from === null || to === null) return null;
  const numerator = BigInt(amount.coefficient) * BigInt(to.coefficient) * 10n ** BigInt(from.decimals);
  const denominator = BigInt(from.coefficient) * 10n ** BigInt(to.decimals);
  const coefficient = Number(divideRounded(numerator, denominator));
  if (!Number.isSafeInteger(coefficient)) return null;
  return { amount: amountOf(coefficient, amount.decimals, amount.unit), fromYear, toYear, series };
}

function valueOf(series: IndexSeries, year: number): IndexValue | null {
  const found = series.values.find((value) => value.year === year);
  return found === undefined || found.coefficient <= 0 ? null : found;
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  return (sign * (2n * size + denominator)) / (2n * denominator);
}
