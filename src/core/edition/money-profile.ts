import { type Amount, digitExponent } from '../money/amount';

/** The money of a row by what it is for: a year, or the heading of another amount. Units: øre, so that sums are exact; nothing granted is not there. */
export type MoneyProfile = ReadonlyMap<string, number>;

/** The profile of amounts. Shape: null when an amount is beyond exact integers. */
export function profileOf(amounts: Iterable<readonly [string, Amount]>): MoneyProfile | null {
  const profile = new Map<string, number>();
  for (const [target, amount] of amounts) {
    const oere = oereOf(amount);
    if (!Number.isSafeInteger(oere)) return null;
    if (oere !== 0) profile.set(target, oere);
  }
  return profile;
}

/** An amount in øre, which every printed unit is a whole number of. */
export function oereOf(amount: Amount): number {
  return Math.round(amount.coefficient * 10 ** (digitExponent(amount) + 2));
}

/** Two profiles added, or with −1 the second taken from the first. */
export function addProfiles(a: MoneyProfile, b: MoneyProfile, sign: 1 | -1 = 1): MoneyProfile {
  const sum = new Map(a);
  for (const [target, oere] of b) {
    const total = (sum.get(target) ?? 0) + sign * oere;
    if (total === 0) sum.delete(target);
    else sum.set(target, total);
  }
  return sum;
}

/** One text for a profile: the same money in the same years has the same, in whatever unit it is printed. */
export function profileKey(profile: MoneyProfile): string {
  return [...profile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([target, oere]) => `${target}=${oere}`).join(' ');
}
