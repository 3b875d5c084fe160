import { MONEY_AFTER, REFERENCE_BEFORE, SHARE_AFTER } from '../vocabulary';
import { type PrintedNumber } from './printed-numbers';

/** How far before a number the word that it refers to is looked for. */
const REACH_BEFORE = 16;
/** A number that only names the unit with the words behind it: "1.000 kr.". */
const UNIT_NUMBER = /^1[.,]?000$/;
/** A date in digits, a time of day or a range of both, a number of a section, a telephone number. */
const DATE_OR_TIME = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d|\d{1,2}(?:\.\d{1,2}){2,4}|\d\d \d\d \d\d \d\d)$/;
const YEAR = /^(?:19|20)\d\d$/;
const ROW_NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}$/;

/** Whether words make a number money: a unit behind it or a currency in front, a stated unit ("1.000 kr.") aside. `next` is what the line after says. */
export function isMoneyByWords(text: string, number: PrintedNumber, next: string): boolean {
  const printed = text.slice(number.start, number.end);
  const tail = text.slice(number.end, number.end + 40);
  const after = tail.length < 8 && /^\s*\p{Ll}/u.test(next) ? `${tail} ${next.trimStart().slice(0, 20)}` : tail;
  MONEY_AFTER.lastIndex = 0;
  return MONEY_AFTER.test(after) && !isUnitNumber(printed);
}

/** Whether a number that stands in a table is proven to be none of its figures: a share, a reference, a date, a part of a word, the number of its row, a stated unit. */
export function isProvenNoMoney(text: string, number: PrintedNumber): boolean {
  const printed = text.slice(number.start, number.end);
  const before = text.slice(Math.max(0, number.start - REACH_BEFORE), number.start);
  const after = text.slice(number.end, number.end + REACH_BEFORE);
  SHARE_AFTER.lastIndex = 0;
  return (
    SHARE_AFTER.test(after) ||
    isPartOfWord(before, after) ||
    REFERENCE_BEFORE.test(before) ||
    isUnitNumber(printed) ||
    isInDate(text, number) ||
    (ROW_NUMBER.test(printed) && before.trim() === '' && /^[.):]?\s+\p{L}/u.test(after))
  );
}

/** Whether a text is the number of a unit as headers print it: "1.000 kr.". */
export function isUnitNumber(text: string): boolean {
  return UNIT_NUMBER.test(text);
}

/** Whether a text is a year as headers print it. */
export function isYear(text: string): boolean {
  return YEAR.test(text);
}

/** "2-årig", "COVID-19", "2026-pl", "§ 15", "A4". */
function isPartOfWord(before: string, after: string): boolean {
  return /[\p{L}§](?:[-–/.]?)$/u.test(before) || /^(?:[-–/]?\p{L})/u.test(after);
}

/** Whether the word or words in which a number stands are a date, a time or the number of a section. */
function isInDate(text: string, { start, end }: PrintedNumber): boolean {
  let [from, to] = [start, end];
  while (from > 0 && isInDateWord(text.charAt(from - 1)) && start - from < MOST_AROUND) from -= 1;
  while (to < text.length && isInDateWord(text.charAt(to)) && to - end < MOST_AROUND) to += 1;
  return DATE_OR_TIME.test(text.slice(from, to).replace(/[.:]$/, ''));
}

/** How much of a date may stand on either side of one of its numbers. */
const MOST_AROUND = 12;

function isInDateWord(character: string): boolean {
  return (character >= '0' && character <= '9') || './:–-'.includes(character);
}
