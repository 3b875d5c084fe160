import { absoluteAmount, amountOf, compareAmounts, convertAmount, digitExponent, negateAmount, sumAmounts, type Amount } from '../money/amount';
import { type Outcome } from '../reconciliation/rule';

/** What is known of the two figures besides their digits. */
export interface OwnRounding {
  /** Whether the user's figures are rounded to the decimals that they show; without it they count as exact. */
  readonly isOwnRounded?: boolean;
  /** How many printed figures the agreement's is the sum of, each of them rounded; 1 for a printed figure. */
  readonly addends?: number;
}

/** How an amount of the user's stands against the agreement's. Units: `residual` (agreement − own) and `bound` in the unit of the user's amount. */
export interface OwnComparison {
  readonly outcome: Exclude<Outcome, 'not-checkable'>;
  readonly residual: Amount;
  readonly bound: Amount;
}

/**
 * An amount of the user's against the agreement's figure: the one allowance for rounding of every comparison, formulas included.
 * A finer amount agrees when the agreement prints it rounded: half a unit of the last printed digit, for each figure that is added. A coarser one agrees
 * when it is the agreement's, rounded by the user: half a unit of his last digit, where his table shows that he rounds. Of equal digits nothing is allowed.
 * A dash is an exact zero, and whole kroner, millions and billions of an agreement are not taken for rounded.
 * Errors: null when the figures leave the exactly representable integers.
 * @example compareOwnAmount(6.640 (1.000 kr.), 6,6 mio. kr.) // agrees within rounding: residual −40, bound 50
 */
export function compareOwnAmount(own: Amount, printed: Amount, rounding: OwnRounding = {}): OwnComparison | null {
  return compareWithin(own, printed, () => allowance(own, printed, rounding));
}

/**
 * An amount of the user's against another one, which may be off by a bound.
 * Errors: null when the figures leave the exactly representable integers, or there is no bound.
 */
export function compareWithin(own: Amount, other: Amount, boundOf: () => Amount | null): OwnComparison | null {
  try {
    const residual = sumAmounts([negateAmount(own), other], own.unit);
    const bound = boundOf();
    if (bound === null) return null;
    const outcome = residual.coefficient === 0 ? 'agrees' : compareAmounts(absoluteAmount(residual), bound) <= 0 ? 'agrees-within-rounding' : 'differs';
    return { outcome, residual, bound };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether the agreement prints more digits than the user's amount shows. */
export function isCoarserThan(own: Amount, printed: Amount): boolean {
  return own.coefficient !== 0 && digitExponent(own) > digitExponent(printed);
}

/** The largest difference that rounding explains. Units: the user's. */
function allowance(own: Amount, printed: Amount, { isOwnRounded = false, addends = 1 }: OwnRounding): Amount {
  const exact = amountOf(0, 0, own.unit);
  if (isCoarserThan(own, printed)) return isOwnRounded ? amountOf(5, own.decimals + 1, own.unit) : exact;
  if (digitExponent(own) >= digitExponent(printed) || !mayBeRounded(printed)) return exact;
  return withoutEndZeros(convertAmount(amountOf(5 * addends, printed.decimals + 1, printed.unit), own.unit));
}

function mayBeRounded({ coefficient, decimals, unit }: Amount): boolean {
  return decimals > 0 || (unit === '1.000 kr.' && coefficient !== 0);
}

function withoutEndZeros(amount: Amount): Amount {
  let { coefficient, decimals } = amount;
  while (decimals > 0 && coefficient % 10 === 0) {
    coefficient /= 10;
    decimals -= 1;
  }
  return amountOf(coefficient, decimals, amount.unit);
}
