import { type Column, type YearSpan } from '../../../budget/table';
import { readYears } from '../../prose/periods';
import { readUnit, withoutPriceLevel } from './stated-unit';
import { COUNT_TABLE, NON_MONEY_HEADER, PERCENT_HEADER, RATE_HEADER, REFERRED_YEAR, TOTAL_WORDS, TWO_DIGIT_YEAR } from '../../vocabulary';

/** Whether a header leaves it open that its figures are money: it names no count, share, rate, date or number of a case. */
export function canBeMoney(header: string): boolean {
  return !NON_MONEY_HEADER.test(header) && !PERCENT_HEADER.test(header) && !RATE_HEADER.test(header);
}

/** Whether words over a table say that it counts, and so holds no money: they name counts and no unit. */
export function areCounts(texts: readonly string[]): boolean {
  return texts.some((text) => COUNT_TABLE.test(text.trim())) && texts.every((text) => readUnit(text) === null);
}

/** Columns whose figures are no money: kept as printed. */
export function asTexts(columns: readonly Column[]): Column[] {
  return columns.map(({ header }) => ({ kind: 'text', header }));
}

/** The one year that a header names; a price level, a range and a year that it only refers to ("Overført fra 2025") are none. */
export function headerYear(header: string): number | null {
  const text = withoutPriceLevel(header).replace(REFERRED_YEAR, ' ');
  if (/\b(?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)?\d\d)\b/.test(text)) return null;
  const full = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => Number(match[0]));
  const years = new Set(full.length > 0 ? full : text.split(/[\s()]+/).flatMap((word) => readShortYear(word)?.year ?? []));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** A year of two digits with its basis: "R23", "'26"; null for any other word. */
export function readShortYear(word: string): { readonly year: number; readonly basis: string | null } | null {
  const match = TWO_DIGIT_YEAR.exec(word);
  return match === null ? null : { year: 2000 + Number(match[2]), basis: match[1] ?? null };
}

/** Whether a text is no more than the word for a total, footnote marks aside. */
export function isTotalWord(text: string): boolean {
  if (text.length > MAX_TOTAL_LENGTH || !TOTAL_ENDS.includes(text.charAt(text.length - 1))) return false;
  return TOTAL_WORDS.has(text.replace(FOOTNOTE_BEHIND, '').replace(/(?<![*:.\s])[*:.\s]+$/, '').replace(/\s+/g, ' ').trim().toLowerCase());
}

/** A footnote mark behind a word, raised or with its parenthesis: "I alt²", "I alt 1)". */
const FOOTNOTE_BEHIND = /(?<=\p{L})(?:[¹²³⁰⁴-⁹]{1,2}|\s?\d\))$/u;
/** A word for a total with all that may stand around it is no longer than this. */
const MAX_TOTAL_LENGTH = 40;
/** What such a word, or what may stand behind it, ends in. */
const TOTAL_ENDS = 'tlmTLM*:. \u00A0\t)¹²³⁰⁴⁵⁶⁷⁸⁹';

/** Whether a text is a header's second part: the period of the total column, in parentheses or plain. */
export function isPeriodText(text: string): boolean {
  return /^\(?\s*(?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)?\d\d)\s*\)?\*{0,3}$/.test(text.trim());
}

/** The years that a header names as one span ("2026-2028"); null for any other. */
export function readSpan(text: string): YearSpan | null {
  const years = isPeriodText(text) ? readYears(text.trim().replace(/^\(\s*/, '')) : null;
  return years === null || years.to <= years.from ? null : { from: years.from, to: years.to };
}

/** A span among a header's columns: the total of the years beside it when it spans them all and nothing else is the total, else an amount of years that have no column of their own. */
export function spanColumn(span: YearSpan, header: string, years: readonly number[], hasTotal: boolean): Column {
  if (!hasTotal && years.every((year) => year >= span.from && year <= span.to)) return { kind: 'total', header };
  const isApart = years.every((year) => year < span.from || year > span.to);
  return isApart ? { kind: 'amount', header, years: span } : { kind: 'amount', header };
}
