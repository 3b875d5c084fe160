import { type Amount, amountOf, zeroAmount } from '../money/amount';
import { type Unit } from '../money/unit';

/** Noise of binary fractions, as a share of the figure: that of adding some tens of doubles; and what no figure of money means. */
const NOISE_SHARE = 1e-14;
const LEAST_NOISE = 1e-7;

/** Decimals beyond which a worksheet figure counts as computed; it is then rounded there. */
const MOST_DECIMALS = 6;

/**
 * A worksheet number as an exact amount with the decimals that it shows; null beyond exact integers.
 * Shape: `moved` counts decimals that the number is already shifted by; `least` decimals are shown at least, because a sheet shows 6,0 and keeps 6.
 * @example amountOfNumber(6.6, 'mio. kr.') // coefficient 66, decimals 1
 */
export function amountOfNumber(value: number, unit: Unit, { moved = 0, least = 0 }: { readonly moved?: number; readonly least?: number } = {}): Amount | null {
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals += 1) {
    const scaled = value * 10 ** decimals;
    const coefficient = Math.round(scaled);
    if (!Number.isSafeInteger(coefficient)) return null;
    const isExact = Math.abs(scaled - coefficient) < Math.max(LEAST_NOISE, Math.abs(scaled) * NOISE_SHARE);
    if (isExact || decimals === MOST_DECIMALS) return amountOf(coefficient, decimals + moved, unit);
  }
  return null;
}

/** A figure of the user's as an amount, with at least the decimals that his other figures show; 0 is nothing at all. Errors: null beyond exact integers. */
export function ownAmountOf(value: number, unit: Unit, decimals: number): Amount | null {
  return value === 0 ? zeroAmount(unit) : amountOfNumber(value, unit, { least: decimals });
}
