import { type Amount, amountOf } from '../money/amount';
import { type Unit } from '../money/unit';

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
    const isExact = Math.abs(scaled - coefficient) < 1e-7 * Math.max(1, Math.abs(scaled) * 1e-3);
    if (isExact || decimals === MOST_DECIMALS) return amountOf(coefficient, decimals + moved, unit);
  }
  return null;
}
