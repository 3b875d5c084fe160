import { digitExponent } from '../money/amount';
import { type Check } from './rule';

/** How unlikely, as odds, exact sums must be under rounding before a document counts as exact. */
const ODDS = 1000;

/** Largest number of inexact sums that single slips may cause in a document that is otherwise exact. */
const MOST_SLIPS = 12;

/**
 * Whether a document's sums show that its figures were not rounded one by one, so that rounding explains no difference in it.
 * The sums of rounded figures are exact only by chance (about 3 in 4 for two addends, half for six); a document whose other sums are all
 * exact would need more luck than one in a thousand, counted over every choice of the inexact ones.
 * Shape: `sums` are the checks of the footing rules; sums of one figure prove nothing and are left out.
 */
export function isExactDocument(sums: readonly Check[], hasRoundingNote: boolean): boolean {
  if (hasRoundingNote) return false;
  let evidence = 0;
  let exact = 0;
  let inexact = 0;
  for (const check of sums) {
    const addends = roundedAddends(check);
    if (addends < 2) continue;
    if (check.outcome === 'agrees') {
      exact += 1;
      evidence -= Math.log(chanceOfExactness(addends));
    } else inexact += 1;
  }
  return inexact <= MOST_SLIPS && evidence > Math.log(ODDS) + logChoices(exact + inexact, inexact);
}

/** How many rounded figures a sum adds, from its bound: (n + 1) half units. */
function roundedAddends(check: Check): number {
  if (check.outcome === 'not-checkable' || check.bound === null || check.printed === null || check.bound.coefficient === 0) return 0;
  const halfUnits = 2 * check.bound.coefficient * 10 ** (digitExponent(check.bound) - digitExponent(check.printed));
  return Math.max(0, Math.round(halfUnits) - 1);
}

/**
 * Chance that n independently rounded addends meet their rounded total exactly: that the sum of n errors rounds to zero.
 * Source: the normal approximation of the Irwin–Hall distribution, with variance n/12; within 0.01 of the exact value for n ≥ 2.
 */
function chanceOfExactness(addends: number): number {
  return errorFunction(0.5 / Math.sqrt((2 * addends) / 12));
}

/** Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return 1 - polynomial * Math.exp(-x * x);
}

function logChoices(total: number, chosen: number): number {
  let log = 0;
  for (let step = 0; step < chosen; step += 1) log += Math.log((total - step) / (step + 1));
  return log;
}
