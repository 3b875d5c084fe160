import { absoluteAmount, compareAmounts, digitExponent } from '../money/amount';
import { placeKey } from './checking/check-building';
import { type Check } from './rule';

/** How unlikely, as odds, exact sums must be under rounding before a document counts as exact. */
const ODDS = 200;

/** Largest number of slips that a document may hold and still be exact otherwise. */
const MOST_SLIPS = 8;

/**
 * Whether a document's sums show that its figures were not rounded one by one, so that rounding explains no difference in it.
 * The sums of rounded figures are exact only by chance (about 3 in 4 for two addends, half for six); a document whose other sums are all
 * exact would need more luck than one in two hundred, counted over every choice of the figures that slipped.
 * Shape: `sums` are the checks of the footing rules; sums of one figure prove nothing and are left out.
 */
export function isExactDocument(sums: readonly Check[], hasRoundingNote: boolean): boolean {
  if (hasRoundingNote) return false;
  let evidence = 0;
  let figures = 0;
  const inexact: Check[] = [];
  for (const check of sums) {
    const addends = roundedAddends(check);
    if (addends < 2) continue;
    figures += addends;
    if (check.outcome === 'agrees') evidence -= Math.log(chanceOfExactness(addends));
    else inexact.push(check);
  }
  // A slip explains two sums at most.
  if (inexact.length > 2 * MOST_SLIPS) return false;
  const slips = countSlips(inexact);
  return slips <= MOST_SLIPS && evidence > Math.log(ODDS) + logChoices(figures, slips);
}

/** How few wrong figures explain the inexact sums: a row and a column that miss by the same amount and share a figure are one slip. */
function countSlips(inexact: readonly Check[]): number {
  const open = [...inexact];
  let slips = 0;
  while (open.length > 0) {
    const first = open.pop();
    slips += 1;
    const partner = open.findIndex((other) => first !== undefined && isSameSize(first, other) && sharesFigure(first, other));
    if (partner >= 0) open.splice(partner, 1);
  }
  return slips;
}

function isSameSize(a: Check, b: Check): boolean {
  return a.residual !== null && b.residual !== null && compareAmounts(absoluteAmount(a.residual), absoluteAmount(b.residual)) === 0;
}

function sharesFigure(a: Check, b: Check): boolean {
  const keys = new Set([a.place, ...a.related].map(placeKey));
  return [b.place, ...b.related].some((place) => keys.has(placeKey(place)));
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
