/**
 * The unit in which an amount is printed, in the document's own spelling.
 * Source: the units that Danish budget documents print; "1.000 kr." is the thousand of municipal papers.
 */
export type Unit = 'kr.' | '1.000 kr.' | 'mio. kr.' | 'mia. kr.';

/** Every unit, smallest first. */
export const UNITS: readonly Unit[] = ['kr.', '1.000 kr.', 'mio. kr.', 'mia. kr.'];

const EXPONENT: Readonly<Record<Unit, number>> = { 'kr.': 0, '1.000 kr.': 3, 'mio. kr.': 6, 'mia. kr.': 9 };

/** Power of ten of one unit in kroner: 6 for "mio. kr.". */
export function unitExponent(unit: Unit): number {
  return EXPONENT[unit];
}

/** Whether a stored or typed text is one of the units. */
export function isUnit(text: unknown): text is Unit {
  return typeof text === 'string' && Object.hasOwn(EXPONENT, text);
}
