import { type Amount } from './amount';
import { type Unit } from './unit';

/** Which marks a document's numbers use: Danish `1.234,5` or English `1,234.5`. */
export type NumberStyle = 'danish' | 'english';

/** The language of a message. */
export type Language = 'da' | 'en';

/** Why a text with digits is not a number. */
export type MalformedReason = 'grouping' | 'decimals' | 'sign' | 'not-a-number' | 'too-large';

/**
 * What a printed figure says: a number as exact integer and decimals, a dash (nothing), or a text that is no number, with the reason.
 * Shape: "1.234,5" is coefficient 12345 with 1 decimal.
 */
export type ReadNumber =
  | { readonly kind: 'number'; readonly coefficient: number; readonly decimals: number }
  | { readonly kind: 'nil' }
  | { readonly kind: 'malformed'; readonly reason: MalformedReason };

/** Hyphen-minus, en dash, minus sign, hyphen, no-break hyphen, em dash: one meaning in a cell, nil alone and minus before a number. */
const DASHES = '-–−‐\u2011—';

/** What may stand between groups of three digits and parts no words: no-break, narrow no-break, thin and figure space, and the apostrophe. */
const GROUP_MARKS = '\u00A0\u202F\u2009\u2007\u2019\'';

/** Whether a character before or behind digits makes them negative: a dash, or the division sign that Danish offices print for minus. */
export function isMinus(character: string): boolean {
  return isDash(character) || character === '÷';
}

/** Whether a character parts groups of three digits wherever it stands between digits: a blank that does not break, an apostrophe. */
export function isGroupMark(character: string): boolean {
  return character !== '' && GROUP_MARKS.includes(character);
}

/** Whether a character is one of the dashes that documents print for nil and for minus. */
export function isDash(character: string): boolean {
  return character === '-' || (character > '~' && DASHES.includes(character));
}

/**
 * The number that a cell or token prints, exactly.
 * Accepted: every dash and "÷" as minus in front or behind, parentheses as minus, a plus sign, groups of three digits parted by the style's mark, a blank or an apostrophe.
 * Refused with the reason: groups that are not of three digits ("330.00"), a mark without digits, two signs, more digits than are exact.
 * @example readNumber('1.234,5') // { kind: 'number', coefficient: 12345, decimals: 1 }
 */
export function readNumber(text: string, style: NumberStyle = 'danish'): ReadNumber {
  const trimmed = text.trim();
  if (trimmed === '') return malformed('not-a-number');
  if (trimmed.length <= 2 && [...trimmed].every(isDash)) return { kind: 'nil' };
  const signed = takeSign(trimmed);
  if (signed === null) return malformed('sign');
  const number = readUnsigned(signed.digits, style);
  if (number.kind !== 'number' || !signed.isNegative) return number;
  return { ...number, coefficient: number.coefficient === 0 ? 0 : -number.coefficient };
}

/** The printed figure without its unit, with all its printed decimals, in the language's style. */
export function formatNumber(amount: Pick<Amount, 'coefficient' | 'decimals'>, language: Language): string {
  const digits = String(Math.abs(amount.coefficient)).padStart(amount.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - amount.decimals);
  const fraction = digits.slice(digits.length - amount.decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'da' ? '.' : ',');
  const sign = amount.coefficient < 0 ? '-' : '';
  return fraction === '' ? sign + grouped : `${sign}${grouped}${language === 'da' ? ',' : '.'}${fraction}`;
}

const UNIT_WORDS: Readonly<Record<Language, Readonly<Record<Unit, string>>>> = {
  da: { 'kr.': 'kr.', '1.000 kr.': 't.kr.', 'mio. kr.': 'mio. kr.', 'mia. kr.': 'mia. kr.' },
  en: { 'kr.': 'kr', '1.000 kr.': 'thousand kr', 'mio. kr.': 'million kr', 'mia. kr.': 'billion kr' },
};

/**
 * An amount as a message prints it, unit and all printed decimals included.
 * @example formatAmount({ coefficient: 66, decimals: 1, unit: 'mio. kr.' }, 'da') // '6,6 mio. kr.'
 */
export function formatAmount(amount: Amount, language: Language): string {
  return `${formatNumber(amount, language)} ${UNIT_WORDS[language][amount.unit]}`;
}

/** The name of a unit in a message. */
export function formatUnit(unit: Unit, language: Language): string {
  return UNIT_WORDS[language][unit];
}

function takeSign(text: string): { digits: string; isNegative: boolean } | null {
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  let digits = text;
  let signs = 0;
  let isNegative = false;
  if (first === '(' && last === ')') {
    digits = digits.slice(1, -1).trim();
    isNegative = true;
    signs += 1;
  }
  if (isMinus(digits.charAt(0)) || digits.startsWith('+')) {
    isNegative ||= isMinus(digits.charAt(0));
    digits = digits.slice(1).trimStart();
    signs += 1;
  }
  if (isMinus(digits.charAt(digits.length - 1))) {
    digits = digits.slice(0, -1).trimEnd();
    isNegative = true;
    signs += 1;
  }
  return signs > 1 ? null : { digits, isNegative };
}

function readUnsigned(text: string, style: NumberStyle): ReadNumber {
  const decimalMark = style === 'danish' ? ',' : '.';
  const groupMark = style === 'danish' ? '.' : ',';
  const mark = text.indexOf(decimalMark);
  const whole = mark < 0 ? text : text.slice(0, mark);
  const fraction = mark < 0 ? '' : text.slice(mark + 1);
  if (!hasDigit(text)) return malformed('not-a-number');
  if (mark >= 0 && (fraction === '' || !isAllDigits(fraction))) return malformed(hasOnlyNumberMarks(fraction) ? 'decimals' : 'not-a-number');
  const wholeDigits = joinGroups(whole, groupMark);
  if (wholeDigits === null) return malformed(hasOnlyNumberMarks(whole) ? 'grouping' : 'not-a-number');
  const digits = wholeDigits + fraction;
  const coefficient = digits.length > 16 ? Number.NaN : Number(digits);
  if (!Number.isSafeInteger(coefficient)) return malformed('too-large');
  return { kind: 'number', coefficient, decimals: fraction.length };
}

/** The digits of "1.234" or "1 234" without their marks; null when a group is not of three digits or two marks are mixed. */
function joinGroups(text: string, groupMark: string): string | null {
  if (text === '') return null;
  if (isAllDigits(text)) return text;
  let separator = '';
  for (const character of text) {
    if (isDigit(character)) continue;
    const isMark = character === groupMark || character === ' ' || isGroupMark(character);
    if (!isMark || (separator !== '' && separator !== character)) return null;
    separator = character;
  }
  const groups = text.split(separator);
  const isGrouped = groups.every((group, index) => (index === 0 ? group.length >= 1 && group.length <= 3 : group.length === 3));
  return isGrouped ? groups.join('') : null;
}

function malformed(reason: MalformedReason): ReadNumber {
  return { kind: 'malformed', reason };
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isAllDigits(text: string): boolean {
  for (const character of text) if (!isDigit(character)) return false;
  return text !== '';
}

function hasDigit(text: string): boolean {
  for (const character of text) if (isDigit(character)) return true;
  return false;
}

function hasOnlyNumberMarks(text: string): boolean {
  for (const character of text) if (!isDigit(character) && character !== '.' && character !== ',' && character !== ' ' && !isGroupMark(character)) return false;
  return true;
}
