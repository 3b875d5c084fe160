import { type Amount } from '../../money/amount';
import { damagedFigureAt } from '../lines/damaged-figures';

/** A number as printed in a text. Shape: `key` is the same for every printing of its digits; `isDamaged` where letters or "#" stand in their place. */
export interface PrintedNumber {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isDamaged: boolean;
}

/** So many digits behind a mark may be thousands or decimals: a key does not tell which. */
const THOUSANDS = 3;
const NUMBER = /#{2,}|\d(?:[\d.,]*\d)?/g;
/** Every number of a text from left to right; linear in its length. */
export function printedNumbers(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match !== null; match = NUMBER.exec(text)) {
    const damaged = damagedFigureAt(text, match.index, match.index + match[0].length);
    if (damaged !== null) NUMBER.lastIndex = damaged.end;
    found.push(damaged !== null ? { key: text.slice(damaged.start, damaged.end).replace(/[^\dA-Za-z]/g, ''), ...damaged, isDamaged: true } : { key: keyOf(match[0]), start: match.index, end: match.index + match[0].length, isDamaged: match[0].startsWith('#') });
  }
  return found;
}

/** The key of an amount as it was printed. */
export function keyOfAmount({ coefficient, decimals }: Amount): string {
  const digits = String(Math.abs(coefficient)).padStart(decimals + 1, '0');
  return decimals === 0 || decimals === THOUSANDS ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

function keyOf(printed: string): string {
  if (printed.startsWith('#')) return '#';
  const mark = Math.max(printed.lastIndexOf(','), printed.lastIndexOf('.'));
  if (mark < 0) return printed;
  const fraction = printed.slice(mark + 1);
  const digits = printed.slice(0, mark).replace(/[.,]/g, '');
  return fraction.length === THOUSANDS ? digits + fraction : `${digits},${fraction}`;
}
