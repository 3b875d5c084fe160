import { amountOf, type Amount } from '../../src/core/money/amount';
import { type Unit } from '../../src/core/money/unit';

/** A plain Danish decimal ("1,5", "-0,25", "1.234") as an amount; for test data only. */
export function readDanishAmount(text: string, unit: Unit): Amount {
  const match = /^(-?)(\d[\d.]*)(?:,(\d+))?$/.exec(text);
  if (!match) throw new Error(`Not a Danish decimal: ${text}`);
  const fraction = match[3] ?? '';
  const coefficient = Number(`${(match[2] ?? '').replaceAll('.', '')}${fraction}`);
  return amountOf(match[1] === '-' ? -coefficient : coefficient, fraction.length, unit);
}
