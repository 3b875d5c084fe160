import { type Amount, amountOf } from '../../money/amount';
import { isDash, isGroupMark, isMinus, type NumberStyle, readNumber } from '../../money/danish-number';
import { damagedFigureAt } from '../lines/figures/damaged-figures';
import {
  AFTER_BARE_SCALE,
  AMBIGUOUS_UNIT_LINK,
  BETWEEN,
  FIGURE_NOT_PRINTED,
  FOREIGN_CURRENCY_AFTER,
  FOREIGN_CURRENCY_BEFORE,
  LOOKALIKES,
  MINUS_BEFORE,
  NUMBER_WORD_BEFORE,
  NUMBER_WORDS,
  RESPECTIVELY,
  SCALE_AFTER,
  SCALED_RANGE_LINK,
  SCALED_KRONER,
  SCALED_UNIT,
  SCALED_UNIT_BEFORE,
  SHARED_LIST_LINK,
  SHARED_UNIT_LINK,
  UNIT_BEFORE,
  UNITS_AFTER,
  type UnitWord,
} from '../vocabulary';

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

/** Before an amount: how many times it is meant ("2x3 mio. kr."). */
const TIMES_BEFORE = /(?<![\d.,])\d{1,4}(?:[.,]\d{1,3})?\s?[x×*]\s?$/i;
const DIGIT = /[0-9]/g;
/** Behind the digits of a number and a half. */
const HALF = /^ ?½/;

/** A number in a text. */
interface NumberPlace {
  readonly start: number;
  readonly end: number;
}

/** A unit with the end of its words in the text. */
interface PlacedUnit {
  readonly word: UnitWord;
  readonly end: number;
}

/** How far before a number a currency word is looked for. */
const UNIT_BEFORE_REACH = 16;
/** How many numbers may share one unit, and how long the words between two of them are. */
const MAX_SHARING = 7;
const MAX_LINK = 12;
/** How far before the first of them "mellem" is looked for, and behind the last "hhv.". */
const BETWEEN_REACH = 12;
/** How far before a unit a number in words is looked for. */
const NUMBER_WORD_REACH = 40;
/** Groups of digits before the last one, behind a word or the start of the text. */
const BLANK_GROUPS = /(?:^|[^\d.,\s§-]\s|[(])([1-9]\d{0,2} (?:\d{3} )*)$/;
const BLANK_GROUPS_REACH = 24;
/** A unit that marks part from its number. */
const CUT_OFF_UNIT = /^\s?[^\s\p{L}\d;:]{1,3}\s?(?:mio\.|mia\.|mill\.|kr\.|kroner\b)/iu;
const CUT_OFF_REACH = 12;

/** Every amount of money in a text, in order; linear in the text's length. */
export function findAmounts(text: string, style: NumberStyle): Found[] {
  const found: Found[] = [];
  let previousEnd = 0;
  let pending: NumberPlace[] = [];
  for (let start = nextDigit(text, 0), index = 0; start >= 0; start = nextDigit(text, index)) {
    const end = numberEnd(text, start);
    index = end;
    const damaged = damagedFigureAt(text, start, end);
    if (damaged !== null) {
      const unit = unitAt(text, skipBlanks(text, damaged.end));
      if (unit !== null) found.push({ kind: 'malformed-amount', start: damaged.start, end: unit.end });
      pending = [];
      index = Math.max(end, unit?.end ?? damaged.end);
      continue;
    }
    if ((isPartOfWord(text, start) && !isMultiplied(text, start)) || HALF.test(text.slice(end, end + 2))) continue;
    const first = groupStart(text, start, end, previousEnd);
    const range = readScaledRange(text, first, end, style, previousEnd);
    if (range !== null) {
      found.push(...range);
      pending = [];
      previousEnd = range[1].end;
      index = previousEnd;
      continue;
    }
    const item = readAt(text, first, end, style, previousEnd);
    if (item === null) {
      pending = [...pending.slice(1 - MAX_SHARING), { start, end }];
      continue;
    }
    found.push(...readSharing(text, pending.filter((place) => place.end <= first), item, style), item);
    pending = [];
    previousEnd = item.end;
    index = Math.max(index, item.end);
  }
  const others = [...findNumberWords(text), ...findUnprinted(text)];
  return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.start - b.start);
}

/** "########", "l,O mio. kr.": the place of an amount without a digit of it. */
function findUnprinted(text: string): FoundOddity[] {
  if (!text.includes('##') && !LOOKALIKES.test(text)) return [];
  return [...text.matchAll(FIGURE_NOT_PRINTED)].map((match) => ({ kind: 'malformed-amount', start: match.index, end: match.index + match[0].length }));
}

/** Amounts whose number is a word or ends in a half: "halvanden mio. kr.", "to millioner kroner", "1½ mia. kr.". */
function findNumberWords(text: string): FoundAmount[] {
  const found: FoundAmount[] = [];
  SCALED_UNIT.lastIndex = 0;
  for (let match = SCALED_UNIT.exec(text); match !== null; match = SCALED_UNIT.exec(text)) {
    if (!isBlank(text.charCodeAt(match.index - 1)) || isDigitAt(text, match.index - 2)) continue;
    const amount = numberWordAmount(text, match.index, SCALED_UNIT.lastIndex);
    if (amount !== null) found.push(amount);
  }
  return found;
}

/** The amount whose unit starts with a scale at a place, behind a number in words; null for any other. */
function numberWordAmount(text: string, scale: number, scaleEnd: number): FoundAmount | null {
  const from = Math.max(0, scale - NUMBER_WORD_REACH);
  const word = NUMBER_WORD_BEFORE.exec(text.slice(from, scale));
  SCALED_KRONER.lastIndex = scaleEnd;
  if (word === null || !SCALED_KRONER.test(text)) return null;
  const number = readNumberWord((word[1] ?? '').toLowerCase().replace(/\s+/g, ' '));
  const behind = unitAt(text, scale);
  if (number === undefined || behind?.word.isWhole !== true) return null;
  return { kind: 'amount', start: from + word.index, end: behind.end, amount: amountOf(number.coefficient, number.decimals, behind.word.unit), isUnitWhole: true, sharesUnit: false };
}

function readNumberWord(word: string): { readonly coefficient: number; readonly decimals: number } | undefined {
  return word.endsWith('½') ? { coefficient: Number(word.slice(0, -1)) * 10 + 5, decimals: 1 } : NUMBER_WORDS.get(word);
}

/** Where a number starts whose last group this is, parted from the others by plain blanks: "1 250 000 kr.". */
function groupStart(text: string, start: number, end: number, previousEnd: number): number {
  if (end - start < 3 || !/^\d{3}(?!\d)/.test(text.slice(start, end))) return start;
  const groups = BLANK_GROUPS.exec(text.slice(Math.max(previousEnd, start - BLANK_GROUPS_REACH), start));
  return groups === null ? start : start - (groups[1] ?? '').length;
}

/** The next digit; -1 when there is none. */
function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from;
  return DIGIT.exec(text)?.index ?? -1;
}

function readAt(text: string, start: number, end: number, style: NumberStyle, previousEnd: number): Found | null {
  const unitStart = skipBlanks(text, krEnd(text, end));
  if (isForeign(text, start, unitStart)) return { kind: 'foreign-currency', start, end: foreignEnd(text, unitStart, end) };
  const unit = unitOf(text, start, end, unitStart, previousEnd);
  if (unit === null) return isCutOff(text, end) ? { kind: 'malformed-amount', start, end: Math.min(text.length, end + CUT_OFF_REACH) } : null;
  if (!unit.word.isWhole && !AFTER_BARE_SCALE.test(text.slice(unit.end, unit.end + 20))) return null;
  const times = TIMES_BEFORE.exec(text.slice(Math.max(previousEnd, start - UNIT_BEFORE_REACH), start));
  if (times !== null) return { kind: 'malformed-amount', start: start - times[0].length, end: unit.end };
  const number = readNumber(text.slice(start, end), style);
  if (number.kind !== 'number' || isDenominator(text, start)) return { kind: 'malformed-amount', start, end: unit.end };
  const minus = isNegativeAt(text, start) ? 1 : (MINUS_BEFORE.exec(text.slice(Math.max(previousEnd, start - UNIT_BEFORE_REACH), start))?.[0].length ?? 0);
  const isNegative = minus > 0;
  return {
    kind: 'amount',
    start: start - minus,
    end: unit.end,
    amount: amountOf(isNegative ? -number.coefficient : number.coefficient, number.decimals, unit.word.unit),
    isUnitWhole: unit.word.isWhole,
    sharesUnit: false,
  };
}

/** Two amounts behind one currency, which share the scale behind the second; null for any other number. */
function readScaledRange(text: string, start: number, end: number, style: NumberStyle, previousEnd: number): [FoundAmount, FoundAmount] | null {
  if (!UNIT_BEFORE.test(wordsBefore(text, start, previousEnd)) || looksLikeYear(text.slice(start, end))) return null;
  SCALED_RANGE_LINK.lastIndex = end;
  const link = SCALED_RANGE_LINK.exec(text);
  const second = end + (link?.[0].length ?? 0);
  if (link === null || !isDigitAt(text, second)) return null;
  const secondEnd = numberEnd(text, second);
  const scale = firstMatch(SCALE_AFTER, text, skipBlanks(text, secondEnd));
  const [low, high] = [readNumber(text.slice(start, end), style), readNumber(text.slice(second, secondEnd), style)];
  if (scale === null || low.kind !== 'number' || high.kind !== 'number') return null;
  const { unit } = scale.word;
  return [
    { kind: 'amount', start, end, amount: amountOf(low.coefficient, low.decimals, unit), isUnitWhole: true, sharesUnit: true },
    { kind: 'amount', start: second, end: scale.end, amount: amountOf(high.coefficient, high.decimals, unit), isUnitWhole: true, sharesUnit: false },
  ];
}

function unitOf(text: string, start: number, end: number, unitStart: number, previousEnd: number): PlacedUnit | null {
  const behind = unitAt(text, unitStart);
  if (behind?.word.isWhole === true && !isNextCurrency(text, start, behind, previousEnd)) return behind;
  const before = unitBefore(text, start, end, unitStart, previousEnd);
  if (before !== null) return before;
  const kr = krEnd(text, end);
  return kr > end ? { word: { pattern: UNIT_BEFORE, unit: 'kr.', isWhole: true }, end: kr } : behind;
}

/** Whether the currency behind a number is the next number's: "kr. 5.000 kr. 6.000". */
function isNextCurrency(text: string, start: number, behind: PlacedUnit, previousEnd: number): boolean {
  const hasOwn = UNIT_BEFORE.test(wordsBefore(text, start, previousEnd));
  return hasOwn && behind.word.unit === 'kr.' && /^\s+[-–−]?\d/.test(text.slice(behind.end, behind.end + UNIT_BEFORE_REACH));
}

/** Behind the ",-" that stands for whole kroner ("12.500,-"); the end of the number when there is none. */
function krEnd(text: string, end: number): number {
  return text.charAt(end) === ',' && isDash(text.charAt(end + 1)) && !isDigitAt(text, end + 2) ? end + 2 : end;
}

/** Whether a unit of money follows a number although some mark parts them: "(3,4) mio. kr.". */
function isCutOff(text: string, end: number): boolean {
  return CUT_OFF_UNIT.test(text.slice(end, end + CUT_OFF_REACH));
}

/** The numbers right before an amount that share its unit: "2.500 eller 5.000 kr.", "3-4 mio. kr.", "mellem 3 og 5 mio. kr.", "6,0, 7,0 og 8,0 mio. kr.". */
function readSharing(text: string, pending: readonly NumberPlace[], amount: Found, style: NumberStyle): FoundAmount[] {
  if (amount.kind !== 'amount') return [];
  const sharing: NumberPlace[] = [];
  for (let index = pending.length - 1, next = amount.start; index >= 0; index -= 1) {
    const place = pending[index];
    if (place === undefined || next - place.end > MAX_LINK) break;
    const link = text.slice(place.end, next);
    const isLink = sharing.length === 0 ? SHARED_UNIT_LINK.test(link) || (link.length === 1 && isDash(link)) : SHARED_LIST_LINK.test(link);
    if (!isLink || looksLikeYear(text.slice(place.start, place.end))) break;
    sharing.unshift(place);
    next = place.start;
  }
  const first = sharing[0];
  if (first === undefined) return [];
  const link = text.slice(sharing[sharing.length - 1]?.end ?? 0, amount.start);
  const isSure = !AMBIGUOUS_UNIT_LINK.test(link) || sharing.length > 1 || BETWEEN.test(text.slice(Math.max(0, first.start - BETWEEN_REACH), first.start)) || RESPECTIVELY.test(text.slice(amount.end, amount.end + BETWEEN_REACH));
  if (!isSure) return [];
  return sharing.flatMap(({ start, end }): FoundAmount[] => {
    const number = readNumber(text.slice(start, end), style);
    return number.kind === 'number' ? [{ kind: 'amount', start, end, amount: amountOf(number.coefficient, number.decimals, amount.amount.unit), isUnitWhole: amount.isUnitWhole, sharesUnit: true }] : [];
  });
}

function unitAt(text: string, at: number): PlacedUnit | null {
  return firstMatch(UNITS_AFTER, text, at);
}

/** "kr. 5.000", "DKK 5 million", "mio. kr. 4,5": the currency stands before the number and is not the unit of the amount before. */
function unitBefore(text: string, start: number, end: number, scaleStart: number, previousEnd: number): PlacedUnit | null {
  const before = wordsBefore(text, start, previousEnd);
  if (!UNIT_BEFORE.test(before)) return null;
  const scaled = SCALED_UNIT_BEFORE.find((word) => word.pattern.test(before));
  if (scaled !== undefined) return looksLikeYear(text.slice(start, end)) ? null : { word: scaled, end };
  return firstMatch(SCALE_AFTER, text, scaleStart) ?? { word: { pattern: UNIT_BEFORE, unit: 'kr.', isWhole: true }, end: krEnd(text, end) };
}

/** What stands right before a number and its minus, up to the amount before. */
function wordsBefore(text: string, start: number, previousEnd: number): string {
  return text.slice(Math.max(previousEnd, start - UNIT_BEFORE_REACH), isNegativeAt(text, start) ? start - 1 : start);
}

function firstMatch(words: readonly UnitWord[], text: string, at: number): PlacedUnit | null {
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
    else if (isGroupMark(text.charAt(end)) && isDigitAt(text, end + 1) && isDigitAt(text, end + 2) && isDigitAt(text, end + 3) && !isDigitAt(text, end + 4)) end += 4;
    else break;
  }
  return end;
}

/** Whether a number stands right behind the sign for times and another: "2x3". */
function isMultiplied(text: string, start: number): boolean {
  return /\dx$/i.test(text.slice(Math.max(0, start - 2), start));
}

function isPartOfWord(text: string, start: number): boolean {
  if (start === 0) return false;
  const before = text.charAt(start - 1);
  return before.toLowerCase() !== before.toUpperCase() || before === '§';
}

/** Whether a number stands under a stroke: "3 1/2". */
function isDenominator(text: string, start: number): boolean {
  return text.charAt(start - 1) === '/' && isDigitAt(text, start - 2);
}

function isNegativeAt(text: string, start: number): boolean {
  if (start === 0 || !isMinus(text.charAt(start - 1))) return false;
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

/** Units start with one of b, d, k, m, t, or are "1.000 kr.". */
function isUnitInitial(code: number): boolean {
  const lower = code | 32;
  return code === 49 || lower === 98 || lower === 100 || lower === 107 || lower === 109 || lower === 116;
}
