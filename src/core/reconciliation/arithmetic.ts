import { type Amount, amountOf, digitExponent } from '../money/amount';
import { unitExponent, type Unit } from '../money/unit';
import { type Cell } from '../budget/table';
import { type Outcome } from './rule';

/**
 * How a figure was rounded before it was printed. `printed`: to its last digit. `approximate`: to its last digit and called "ca.",
 * one unit wider. `exact`: not at all; a dash is an exact zero, because it says that nothing is granted ("0,0" says less: rounded to zero).
 */
export type Rounding = 'printed' | 'approximate' | 'exact';

/** An amount with the rounding that it carries. */
export interface Figure {
  readonly amount: Amount;
  readonly rounding: Rounding;
}

/**
 * What came out of comparing a computed figure with a printed one.
 * Units: `computed`, `residual` (computed − printed) and `bound` are in the printed figure's unit.
 */
export interface Comparison {
  readonly printed: Amount;
  readonly computed: Amount;
  readonly residual: Amount;
  readonly bound: Amount;
  readonly outcome: Exclude<Outcome, 'not-checkable'>;
  readonly isUnusual: boolean;
}

/** A figure as printed, rounded to its last digit. */
export function printedFigure(amount: Amount, approximate = false): Figure {
  return { amount, rounding: approximate ? 'approximate' : 'printed' };
}

/** The figure of a cell: its amount, an exact zero for a dash, null when the cell holds no figure. */
export function cellFigure(cell: Cell | undefined, unit: Unit | null): Figure | null {
  if (cell?.kind === 'amount') return printedFigure(cell.amount, cell.isApproximate);
  if (cell?.kind === 'nil') return { amount: amountOf(0, 0, unit ?? 'kr.'), rounding: 'exact' };
  return null;
}

/** Width of the rounding interval, counted in units of the figure's own last digit. */
const WIDTH: Readonly<Record<Rounding, number>> = { printed: 1, approximate: 3, exact: 0 };

/**
 * Compares a sum with its printed total: |sum − total| ≤ ½ (Σ|wᵢ|uᵢ + u_total), where u is the worth of each figure's last printed digit.
 * A total of one rounded figure and dashes is that figure printed twice, so nothing is left for rounding to explain.
 * Shape: `weights` are +1 or −1 per addend (all +1 without); null when the figures leave the exactly representable integers.
 * Source: XBRL Calculations 1.1, round-to-nearest: the intervals [x − u/2, x + u/2] overlap.
 * @example 12,5 + 3,1 + 2,8 + 2,1 against 20,6: residual −0,1, bound 0,25, agrees within rounding
 */
export function compareSum(addends: readonly Figure[], total: Figure, weights?: readonly number[]): Comparison | null {
  const finest = finestExponent([...addends, total]);
  let sum = 0;
  let width = 0;
  let squares = 0;
  let rounded = 0;
  let single: Figure | null = null;
  addends.forEach((addend, index) => {
    const scale = 10 ** (exponentOf(addend, finest) - finest);
    sum += (weights?.[index] ?? 1) * addend.amount.coefficient * scale;
    if (addend.rounding === 'exact') return;
    const own = WIDTH[addend.rounding] * scale;
    width += own;
    squares += own * own;
    rounded += 1;
    single = addend;
  });
  const totalScale = 10 ** (exponentOf(total, finest) - finest);
  const totalWidth = WIDTH[total.rounding] * totalScale;
  width += totalWidth;
  squares += totalWidth * totalWidth;
  if (rounded === 1 && isRestated(single, total)) width = 0;
  if (rounded === 0) width = 0;
  return comparison(sum, total.amount, total.amount.coefficient * totalScale, width, squares, finest);
}

/**
 * Compares two printings of the same figure: bound 0 at equal precision, because the same rounding gives the same digits;
 * half a unit of each where the precisions differ; one unit more for each "ca.".
 * Shape: `stated` is the figure under test (printed), `source` the one it repeats (computed).
 */
export function compareRestated(stated: Figure, source: Figure): Comparison | null {
  const finest = finestExponent([stated, source]);
  const statedScale = 10 ** (exponentOf(stated, finest) - finest);
  const sourceScale = 10 ** (exponentOf(source, finest) - finest);
  const isSamePrecision = statedScale === sourceScale || stated.rounding === 'exact' || source.rounding === 'exact';
  const width =
    (isSamePrecision ? 0 : statedScale + sourceScale) +
    (stated.rounding === 'approximate' ? 2 * statedScale : 0) +
    (source.rounding === 'approximate' ? 2 * sourceScale : 0);
  return comparison(source.amount.coefficient * sourceScale, stated.amount, stated.amount.coefficient * statedScale, width, width * width, finest);
}

/** Largest residual, in whole units of the finest digit, that 99 % of true rounding differences stay within: ceil(2.58 u √((n+1)/12)). */
export function usualResidual(squaredUnits: number): number {
  return Math.ceil(2.58 * Math.sqrt(squaredUnits / 12) - 1e-9);
}

function comparison(computed: number, printedAmount: Amount, printed: number, width: number, squares: number, finest: number): Comparison | null {
  const { unit } = printedAmount;
  const residual = computed - printed;
  if (![computed, printed, residual, width * 5].every(Number.isSafeInteger)) return null;
  const isWithin = 2 * Math.abs(residual) <= width;
  return {
    printed: printedAmount,
    computed: atExponent(computed, finest, unit),
    residual: atExponent(residual, finest, unit),
    bound: trimZeros(atExponent(width * 5, finest - 1, unit), unitExponent(unit) - finest),
    outcome: residual === 0 ? 'agrees' : isWithin ? 'agrees-within-rounding' : 'differs',
    isUnusual: residual !== 0 && isWithin && Math.abs(residual) > usualResidual(squares),
  };
}

function isRestated(addend: Figure | null, total: Figure): boolean {
  return (
    addend !== null &&
    addend.rounding === 'printed' &&
    total.rounding === 'printed' &&
    digitExponent(addend.amount) === digitExponent(total.amount)
  );
}

/** Exact zeros have no last digit of their own, so they take the finest one. */
function exponentOf(figure: Figure, finest: number): number {
  return figure.rounding === 'exact' && figure.amount.coefficient === 0 ? finest : digitExponent(figure.amount);
}

function finestExponent(figures: readonly Figure[]): number {
  let finest = Infinity;
  for (const figure of figures) {
    if (figure.rounding === 'exact' && figure.amount.coefficient === 0) continue;
    finest = Math.min(finest, digitExponent(figure.amount));
  }
  return finest === Infinity ? digitExponent(figures[0]?.amount ?? amountOf(0, 0, 'kr.')) : finest;
}

function atExponent(coefficient: number, exponent: number, unit: Unit): Amount {
  const decimals = unitExponent(unit) - exponent;
  return decimals >= 0 ? amountOf(coefficient, decimals, unit) : amountOf(coefficient * 10 ** -decimals, 0, unit);
}

function trimZeros(amount: Amount, leastDecimals: number): Amount {
  let { coefficient, decimals } = amount;
  while (decimals > Math.max(0, leastDecimals) && coefficient % 10 === 0) {
    coefficient /= 10;
    decimals -= 1;
  }
  return amountOf(coefficient, decimals, amount.unit);
}
