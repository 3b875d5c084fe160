import { type Amount, amountOf } from '../money/amount';
import { isDash, type NumberStyle, readNumber } from '../money/danish-number';
import {
  AFTER_BARE_SCALE,
  FOREIGN_CURRENCY_AFTER,
  FOREIGN_CURRENCY_BEFORE,
  SCALE_AFTER,
  SHARED_UNIT_LINK,
  UNIT_BEFORE,
  UNITS_AFTER,
  type UnitWord,
} from './vocabulary';

/**
 * An amount of money in a text, from the first digit (or sign) to the end of its unit.
 * Shape: `isUnitWhole` is false for "mio." without "kr."; `sharesUnit` marks the first of two numbers that one unit serves ("2-3 mio. kr.").
 */
export interface FoundAmount {
  readonly kind: 'amount';
  readonly start: number;
  readonly end: number;
  readonly amount: Amount;
  readonly isUnitWhole: boolean;
  readonly sharesUnit: boolean;
}

/** Something that has a unit of money but is no amount in kroner: a malformed number, or another currency. */
export interface FoundOddity {
  readonly kind: 'malformed-amount' | 'foreign-currency';
  readonly start: number;
  readonly end: number;
}

export type Found = FoundAmount | FoundOddity;

const DIGIT = /[0-9]/g;

/** How far before a number a currency word is looked for. */
const UNIT_BEFORE_REACH = 8;

/** Every amount of money in a text, in order; linear in the text's length. */
export function findAmounts(text: string, style: NumberStyle): Found[] {
  const found: Found[] = [];
  let previousEnd = 0;
  let pending: { start: number; end: number } | null = null;
  for (let start = nextDigit(text, 0), index = 0; start >= 0; start = nextDigit(text, index)) {
    const end = numberEnd(text, start);
    index = end;
    if (isPartOfWord(text, start)) continue;
    const item = readAt(text, start, end, style, previousEnd);
    if (item === null) {
      pending = { start, end };
      continue;
    }
    const shared = pending === null ? null : readShared(text, pending, item, style);
    if (shared !== null) found.push(shared);
    found.push(item);
    pending = null;
    previousEnd = item.end;
    index = Math.max(index, item.end);
  }
  return found;
}

/** The next digit; -1 when there is none. */
function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from;
  return DIGIT.exec(text)?.index ?? -1;
}

function readAt(text: string, start: number, end: number, style: NumberStyle, previousEnd: number): Found | null {
  const unitStart = skipBlanks(text, end);
  if (isForeign(text, start, unitStart)) return { kind: 'foreign-currency', start, end: foreignEnd(text, unitStart, end) };
  const behind = unitAt(text, unitStart);
  const unit = behind?.word.isWhole === true ? behind : (unitBefore(text, start, end, unitStart, previousEnd) ?? behind);
  if (unit === null) return null;
  if (!unit.word.isWhole && !AFTER_BARE_SCALE.test(text.slice(unit.end, unit.end + 20))) return null;
  const number = readNumber(text.slice(start, end), style);
  if (number.kind !== 'number') return { kind: 'malformed-amount', start, end: unit.end };
  const isNegative = isNegativeAt(text, start);
  return {
    kind: 'amount',
    start: isNegative ? start - 1 : start,
    end: unit.end,
    amount: amountOf(isNegative ? -number.coefficient : number.coefficient, number.decimals, unit.word.unit),
    isUnitWhole: unit.word.isWhole,
    sharesUnit: false,
  };
}

/** "2.500 eller 5.000 kr.", "3-4 mio. kr.": the first number shares the second's unit. */
function readShared(text: string, first: { start: number; end: number }, second: Found, style: NumberStyle): Found | null {
  if (second.kind !== 'amount') return null;
  const link = text.slice(first.end, second.start);
  const isRange = link.length === 1 && isDash(link);
  if (!isRange && !(link.length < 10 && SHARED_UNIT_LINK.test(link))) return null;
  const number = readNumber(text.slice(first.start, first.end), style);
  if (number.kind !== 'number' || (isRange && looksLikeYear(text.slice(first.start, first.end)))) return null;
  return { kind: 'amount', start: first.start, end: first.end, amount: amountOf(number.coefficient, number.decimals, second.amount.unit), isUnitWhole: second.isUnitWhole, sharesUnit: true };
}

function unitAt(text: string, at: number): { word: UnitWord; end: number } | null {
  return firstMatch(UNITS_AFTER, text, at);
}

/** "kr. 5.000", "DKK 5 million": the currency stands before the number and is not the unit of the amount before. */
function unitBefore(text: string, start: number, end: number, scaleStart: number, previousEnd: number): { word: UnitWord; end: number } | null {
  const reachStart = Math.max(previousEnd, start - UNIT_BEFORE_REACH);
  if (!UNIT_BEFORE.test(text.slice(reachStart, start))) return null;
  return firstMatch(SCALE_AFTER, text, scaleStart) ?? { word: { pattern: UNIT_BEFORE, unit: 'kr.', isWhole: true }, end };
}

function firstMatch(words: readonly UnitWord[], text: string, at: number): { word: UnitWord; end: number } | null {
  if (!isUnitInitial(text.charCodeAt(at))) return null;
  for (const word of words) {
    word.pattern.lastIndex = at;
    const match = word.pattern.exec(text);
    if (match !== null) return { word, end: at + match[0].length };
  }
  return null;
}

function isForeign(text: string, start: number, unitStart: number): boolean {
  FOREIGN_CURRENCY_AFTER.lastIndex = unitStart;
  return FOREIGN_CURRENCY_AFTER.test(text) || FOREIGN_CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 5), start));
}

function foreignEnd(text: string, unitStart: number, end: number): number {
  FOREIGN_CURRENCY_AFTER.lastIndex = unitStart;
  const match = FOREIGN_CURRENCY_AFTER.exec(text);
  return match === null ? end : unitStart + match[0].length;
}

/** Digits with marks between digits; a no-break or thin blank joins groups of three. */
function numberEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    if (isDigitAt(text, end)) end += 1;
    else if (isMark(text.charCodeAt(end)) && isDigitAt(text, end + 1)) end += 1;
    else if (isGroupBlank(text.charCodeAt(end)) && isDigitAt(text, end + 1) && isDigitAt(text, end + 2) && isDigitAt(text, end + 3) && !isDigitAt(text, end + 4)) end += 4;
    else break;
  }
  return end;
}

function isPartOfWord(text: string, start: number): boolean {
  if (start === 0) return false;
  const before = text.charAt(start - 1);
  return before.toLowerCase() !== before.toUpperCase() || before === '§';
}

function isNegativeAt(text: string, start: number): boolean {
  if (start === 0 || !isDash(text.charAt(start - 1))) return false;
  return start === 1 || /[\s(]/.test(text.charAt(start - 2));
}

function looksLikeYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function skipBlanks(text: string, at: number): number {
  let index = at;
  while (index < text.length && index - at < 4 && isBlank(text.charCodeAt(index))) index += 1;
  return index;
}

function isDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

function isMark(code: number): boolean {
  return code === 44 || code === 46;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009;
}

function isGroupBlank(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2009;
}

/** Units start with one of b, d, k, m, t, or are "1.000 kr.". */
function isUnitInitial(code: number): boolean {
  const lower = code | 32;
  return code === 49 || lower === 98 || lower === 100 || lower === 107 || lower === 109 || lower === 116;
}
