import { unitExponent, type Unit } from './unit';

/**
 * An exact amount of money as printed: coefficient × 10^(−decimals) units.
 * Shape: `{ coefficient: 66, decimals: 1, unit: 'mio. kr.' }` is the printed "6,6 mio. kr.".
 * Units: the printed unit; the number of decimals is what was printed, because the rounding bound follows from it.
 * Errors: operations throw a RangeError when a coefficient leaves the exactly representable integers.
 */
export interface Amount {
  readonly coefficient: number;
  readonly decimals: number;
  readonly unit: Unit;
}

/** An amount from its parts; throws when the coefficient is not an exact integer. */
export function amountOf(coefficient: number, decimals: number, unit: Unit): Amount {
  assertExact(coefficient);
  return { coefficient: coefficient === 0 ? 0 : coefficient, decimals, unit };
}

/** The zero of a unit with the given printed decimals. */
export function zeroAmount(unit: Unit, decimals = 0): Amount {
  return { coefficient: 0, decimals, unit };
}

/** Power of ten, in kroner, of the last printed digit: 5 for "6,6 mio. kr.". */
export function digitExponent(amount: Amount): number {
  return unitExponent(amount.unit) - amount.decimals;
}

/**
 * The same money in another unit, exactly; decimals grow as needed and are never rounded away.
 * @example convertAmount({ coefficient: 13767, decimals: 0, unit: '1.000 kr.' }, 'mio. kr.') // 13767 with 3 decimals
 */
export function convertAmount(amount: Amount, unit: Unit): Amount {
  const decimals = amount.decimals + unitExponent(unit) - unitExponent(amount.unit);
  if (decimals >= 0) return amountOf(amount.coefficient, decimals, unit);
  return amountOf(amount.coefficient * 10 ** -decimals, 0, unit);
}

/** The amount with its sign turned. */
export function negateAmount(amount: Amount): Amount {
  return amountOf(-amount.coefficient, amount.decimals, amount.unit);
}

/** The size of the amount without its sign. */
export function absoluteAmount(amount: Amount): Amount {
  return amount.coefficient < 0 ? negateAmount(amount) : amount;
}

/**
 * Exact sum in the unit of the first addend, with as many decimals as the finest addend needs.
 * Shape: the zero of `unit` when there are no addends.
 */
export function sumAmounts(amounts: readonly Amount[], unit: Unit): Amount {
  let finest = unitExponent(unit);
  for (const amount of amounts) finest = Math.min(finest, digitExponent(amount));
  let coefficient = 0;
  for (const amount of amounts) {
    coefficient += amount.coefficient * 10 ** (digitExponent(amount) - finest);
    assertExact(coefficient);
  }
  return amountOf(coefficient, unitExponent(unit) - finest, unit);
}

/** a − b, in the unit of a. */
export function subtractAmounts(a: Amount, b: Amount): Amount {
  return sumAmounts([a, negateAmount(b)], a.unit);
}

/** Negative, zero or positive as a is less than, equal to or more than b, across units and decimals. */
export function compareAmounts(a: Amount, b: Amount): number {
  const finest = Math.min(digitExponent(a), digitExponent(b));
  const left = a.coefficient * 10 ** (digitExponent(a) - finest);
  const right = b.coefficient * 10 ** (digitExponent(b) - finest);
  assertExact(left);
  assertExact(right);
  return left - right;
}

/** Whether two amounts are the same money. */
export function areEqualAmounts(a: Amount, b: Amount): boolean {
  return compareAmounts(a, b) === 0;
}

/** Powers of ten that a double holds exactly. */
const EXACT_POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** The amount as a spreadsheet number in its own unit: the nearest double of the printed decimal, because both parts of the division are exact. */
export function amountToNumber({ coefficient, decimals }: Amount): number {
  const power = EXACT_POWERS[decimals];
  return power === undefined ? Number(`${coefficient}e-${decimals}`) : coefficient / power;
}

/** The amount as a number of million kroner. */
export function amountToMillion(amount: Amount): number {
  return Number(`${amount.coefficient}e${digitExponent(amount) - 6}`);
}

function assertExact(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError('Amount beyond exact integers');
}
