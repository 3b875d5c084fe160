import { type Amount } from '../../money/amount';
import { damagedFigureAt } from '../lines/figures/damaged-figures';

/** A number as printed in a text. Shape: `key` is the same for every printing of its digits; `isDamaged` where letters or "#" stand in their place. */
export interface PrintedNumber {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isDamaged: boolean;
}

/** So many digits behind a mark may be thousands or decimals: a key does not tell which. */
const THOUSANDS = 3;
const APOSTROPHES = '\'\u2019';
const HASH = 35;
const COMMA = 44;
const FULL_STOP = 46;
/** Every number of a text from left to right; linear in its length. */
export function printedNumbers(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const code = text.charCodeAt(start);
    const end = isDigit(code) ? numberEnd(text, start) : code === HASH ? hashesEnd(text, start) : start;
    if (end === start) continue;
    const number = numberAt(text, start, end);
    found.push(number);
    start = Math.max(end, number.end) - 1;
  }
  return found;
}

function numberAt(text: string, start: number, end: number): PrintedNumber {
  const damaged = damagedFigureAt(text, start, end);
  if (damaged !== null) return { key: text.slice(damaged.start, damaged.end).replace(/[^\dA-Za-z]/g, ''), start: damaged.start, end: damaged.end, isDamaged: true };
  const printed = text.slice(start, end);
  return { key: keyOf(printed), start, end, isDamaged: printed.startsWith('#') };
}

/** Behind the last digit of digits, commas and full stops, and of groups of three digits that apostrophes part. */
function numberEnd(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) end = at + 1;
    else if (code !== COMMA && code !== FULL_STOP && !(APOSTROPHES.includes(text.charAt(at)) && isGroup(text, at + 1))) break;
  }
  return end;
}

/** Whether three digits and no fourth stand at a place. */
function isGroup(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3));
}

/** Behind two signs "#" or more; where they start when there is only one. */
function hashesEnd(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === HASH) end += 1;
  return end - start > 1 ? end : start;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The key of an amount as it was printed. */
export function keyOfAmount({ coefficient, decimals }: Amount): string {
  const digits = String(Math.abs(coefficient)).padStart(decimals + 1, '0');
  return decimals === 0 || decimals === THOUSANDS ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

function keyOf(text: string): string {
  if (text.startsWith('#')) return '#';
  const printed = text.replace(/['\u2019]/g, '');
  const mark = Math.max(printed.lastIndexOf(','), printed.lastIndexOf('.'));
  if (mark < 0) return printed;
  const fraction = printed.slice(mark + 1);
  const whole = printed.slice(0, mark);
  const digits = whole.includes('.') || whole.includes(',') ? whole.replace(/[.,]/g, '') : whole;
  return fraction.length === THOUSANDS ? digits + fraction : `${digits},${fraction}`;
}
