import { type Column } from '../../../budget/table';
import { type Unit } from '../../../money/unit';
import { lastWord, tokenize } from '../../lines/figures/split-figures';
import { canBeMoney, isPeriodText, isTotalWord, readShortYear, readSpan, spanColumn } from './column-words';
import { markRepeatedYear } from './repeated-year';
import { readPriceLevel, readUnit, withoutPriceLevel } from './stated-unit';
import { AMOUNT_IN_WORDS, COLUMN_START, ESTIMATE_YEAR, NUMBER_COLUMN, ORDINAL_OF_PART, PART_OF_YEAR, PERMANENT_COLUMN, REFERRED_YEAR, REFERRING_END, STAGE_OF_MONEY, TEXT_HEADER, YEAR_BASIS } from '../../vocabulary';

/** What a header line says: its columns from left to right, and what stands before them. */
export interface TableHeader {
  readonly columns: readonly Column[];
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  readonly hasNumberColumn: boolean;
  /** The words before the columns. */
  readonly lead: string;
}

/** A header line longer than this is running text. */
const MAX_HEADER_LENGTH = 300;
/** A header of one year is no longer than this, and nothing stands before its year but the names of the rows and their numbers. */
const MAX_LONE_YEAR = 70;
const LONE_LEAD = /^(?:(?:[Nn]r|[Nn]o|#)\.?)?\s?(?:\p{Lu}[\p{L}-]{1,24}(?:\s[\p{L}-]{2,24}){0,2})?$/u;
/** A raised footnote mark behind a word or a year. */
const RAISED_MARK = /(?<=[\p{L}\d.)])[¹²³⁰⁴-⁹]{1,2}/gu;
const YEAR = /^(?:19|20)\d\d(?:\/(?:19|20)?\d\d)?\*{0,3}$/;
const FULL_YEARS = /(?:19|20)\d\d/g;
const FULL_YEAR = /(?:19|20)\d\d/;
/** A year of two digits, with its basis or an apostrophe. */
const SHORT_YEAR = /(?:^|\s)(?:R|F|BO|B|FL|FFL|[’'‘])[-’'‘]?\d\d(?:\*|\s|$)/i;
const BASIS_AND_YEAR = /^(R|F|BO[1-9]?|B|FL|FFL)[-\s]?((?:19|20)\d\d)\*{0,3}$/i;

/**
 * The columns that a line of plain text heads, or null when it is no header.
 * A header ends in at least two years, or in one year after a unit; a total column may stand first or last.
 */
export function readHeaderLine(printed: string): TableHeader | null {
  if (printed.length > MAX_HEADER_LENGTH) return null;
  const text = printed.replace(RAISED_MARK, '');
  const fullYears = countYears(text);
  if (fullYears === 0 && !SHORT_YEARS.test(text)) return null;
  const parts = fullYears < LEAST_PARTS ? null : readPartsOfYears(text);
  if (parts !== null) return parts;
  const header = headerOfRun(text);
  if (header === null || AMOUNT_IN_WORDS.test(header.lead)) return null;
  const { columns, unit, lead, priceLevel } = header;
  const years = columns.filter((column) => column.kind === 'year' || isPartOfYear(column)).length;
  if (years === 1 && FULL_YEAR.test(withoutPriceLevel(lead).replace(REFERRED_YEAR, ' '))) return null;
  if (years === 0 || (years === 1 && unit === null && priceLevel === null)) return null;
  if (years >= 2 && unit === null && !hasRisingYears(columns) && !hasRepeatedYear(columns)) return null;
  return header;
}

/** A header of one year that states no unit ("Nr. Initiativ 2028", "Budget 2028 Bemærkning"); null for any other line. Whether it heads a table is for the lines around it to tell. */
export function readLoneYear(printed: string): TableHeader | null {
  if (printed.length > MAX_LONE_YEAR || countYears(printed) !== 1) return null;
  const header = headerOfRun(printed.replace(RAISED_MARK, ''));
  return header !== null && header.unit === null && LONE_LEAD.test(header.lead) ? header : null;
}

/** The columns at the end of a header with what stands before them. */
function headerOfRun(text: string): TableHeader | null {
  const tokens = tokenize(withoutRecurringName(text));
  const run = readColumnRun(tokens);
  if (run === null) return null;
  const lead = tokens.slice(0, run.start).join(' ');
  return { columns: run.columns, unit: readUnit(lead), priceLevel: readPriceLevel(lead), hasNumberColumn: tokens.slice(0, 2).some((token) => NUMBER_COLUMN.test(token)), lead };
}

/** Two years of two digits, or one before an estimate year: "R23 B24", "B24 BO1", "'26 '27". */
const SHORT_YEARS = /(?:^|\s)(?:R|F|BO|B|FL|FFL|[’'‘])[-’'‘]?\d\d\s+(?:(?:R|F|BO|B|FL|FFL|[’'‘])[-’'‘]?\d\d|BO[1-9])(?:\s|$)/i;

/** A name and its year, one after the other, and what may stand behind the last. */
const NAME_AND_YEAR = /(\p{L}[^\d]{1,60}?)\s+((?:19|20)\d\d)(?=\s|$)/gu;

/** Columns that share their years are so many at least. */
const LEAST_PARTS = 4;

function countYears(text: string): number {
  let count = 0;
  FULL_YEARS.lastIndex = 0;
  while (FULL_YEARS.test(text)) count += 1;
  return count;
}

/** A header of columns that share their years: "Mio. kr. Drift 2026 Anlæg 2026 Drift 2027 Anlæg 2027 I alt"; null for any other. */
function readPartsOfYears(text: string): TableHeader | null {
  const matches = [...withoutPriceLevel(text).replace(/\s+/g, ' ').matchAll(NAME_AND_YEAR)];
  const years = matches.map((match) => Number(match[2]));
  const last = matches.at(-1);
  if (last === undefined || matches.length < LEAST_PARTS || new Set(years).size === years.length) return null;
  const isRow = matches.every((match, index) => index === 0 || match.index === (matches[index - 1]?.index ?? 0) + (matches[index - 1]?.[0].length ?? 0) + 1);
  const behind = last.input.slice(last.index + last[0].length).trim();
  const names = matches.slice(1).map((match) => match[1] ?? '');
  const first = names.find((name) => (matches[0]?.[1] ?? '').endsWith(name));
  if (!isRow || first === undefined || (behind !== '' && !isTotalWord(behind)) || names.some((name) => YEAR_BASIS.test(name))) return null;
  const isStage = [first, ...names].every((name) => STAGE_OF_MONEY.test(name));
  const columns = [first, ...names].map((name, index): Column => {
    const year = years[index] ?? 0;
    if (!isStage) return { kind: 'amount', header: `${name} ${year}`, years: { from: year, to: year } };
    return years.indexOf(year) === index ? { kind: 'year', year, basis: null, header: `${name} ${year}` } : { kind: 'amount', header: `${name} ${year}` };
  });
  const lead = text.slice(0, text.indexOf(`${first} ${years[0] ?? ''}`)).trim();
  return { columns: behind === '' ? columns : [...columns, { kind: 'total', header: behind }], unit: readUnit(lead), priceLevel: readPriceLevel(lead), hasNumberColumn: NUMBER_COLUMN.test(lead.split(' ')[0] ?? ''), lead };
}

/** A header whose every column bears one name ("Bevilling 2027 Bevilling 2028 Bevilling i alt") with the years and the total alone; any other text as it is. */
function withoutRecurringName(text: string): string {
  const name = NAME_BETWEEN_YEARS.exec(text)?.[1];
  if (name === undefined) return text;
  const [lead = '', ...parts] = text.split(name);
  const isEach = parts.every((part, index) => (index === parts.length - 1 && (isTotalWord(part) || isYearAndText(part.trim()))) || YEAR.test(part.trim()));
  return isEach && parts.length > 1 ? [lead, ...parts].join(' ') : text;
}

/** A year with the header of a column of words behind it: "2028 Ministerium". */
function isYearAndText(text: string): boolean {
  const [year = '', ...words] = text.split(' ');
  return YEAR.test(year) && TEXT_HEADER.test(words.join(' '));
}

/** A name of a few words, the first with a capital, between two years. */
const NAME_BETWEEN_YEARS = /(?<!\d)(?:19|20)\d\d\s+(\p{Lu}[^\d]{2,60}?)\s+(?:19|20)\d\d(?!\d)/u;

/** The columns of a line that holds nothing else ("2027", "2028 2029 I alt"); null for any other line. */
export function readColumns(text: string): readonly Column[] | null {
  if (text.length > MAX_HEADER_LENGTH || !COLUMN_START.test(text) || !(FULL_YEAR.test(text) || SHORT_YEAR.test(text))) return null;
  const run = readColumnRun(tokenize(text));
  return run?.start === 0 ? run.columns : null;
}

/** A line of basis words alone ("B BO1 BO2 BO3") heads the years of the line below or above. */
export function readBasisLine(text: string): string[] | null {
  if (text.length > MAX_HEADER_LENGTH || !YEAR_BASIS.test(lastWord(text))) return null;
  const tokens = tokenize(text);
  let start = tokens.length;
  while (start > 0 && YEAR_BASIS.test(tokens[start - 1] ?? '')) start -= 1;
  return tokens.length - start >= 2 ? tokens.slice(start) : null;
}

/** The columns at the right end of a header, from the first token that starts one. */
function readColumnRun(tokens: readonly string[]): { columns: Column[]; start: number } | null {
  if (!tokens.some(isYearWord)) return null;
  const columns: Column[] = [];
  let index = tokens.length - 1;
  while (index >= 0) {
    const step = readColumnBackwards(tokens, index) ?? readSpanBackwards(tokens, index, columns) ?? readCountBackwards(tokens, index, columns);
    if (step === null) break;
    columns.unshift(step.column);
    index = step.next;
  }
  if (!columns.some((column) => column.kind === 'year' || isPartOfYear(column))) return null;
  return { columns: withEstimateYears(columns), start: index + 1 };
}

/** Columns named by their place behind the budget year ("2026 BO1 BO2") as the years that they are. */
export function withEstimateYears(columns: readonly Column[]): Column[] {
  let budgetYear: number | null = null;
  return columns.map((column): Column => {
    if (column.kind === 'year') budgetYear = column.year;
    const place = column.kind === 'amount' ? ESTIMATE_YEAR.exec(column.header)?.[1] : undefined;
    if (place === undefined || budgetYear === null) return column;
    return { kind: 'year', year: budgetYear + Number(place), basis: `BO${place}`, header: column.header };
  });
}

function readColumnBackwards(tokens: readonly string[], index: number): { column: Column; next: number } | null {
  const token = tokens[index] ?? '';
  const before = tokens[index - 1] ?? '';
  const two = `${before} ${token}`;
  if (isTotalWord(two) && before !== '') return { column: { kind: 'total', header: two }, next: index - 2 };
  if (isTotalWord(token)) return { column: { kind: 'total', header: token }, next: index - 1 };
  if (isPeriodText(token) && isTotalWord(before)) return { column: { kind: 'total', header: two }, next: index - 2 };
  if (isPeriodText(token) && isTotalWord(`${tokens[index - 2] ?? ''} ${before}`)) return { column: { kind: 'total', header: `${tokens[index - 2] ?? ''} ${two}` }, next: index - 3 };
  if (PERMANENT_COLUMN.test(token) && (isYearWord(before) || isTotalWord(before) || isTotalWord(`${tokens[index - 2] ?? ''} ${before}`) || isPeriodText(before))) return { column: { kind: 'amount', header: token }, next: index - 1 };
  const glued = BASIS_AND_YEAR.exec(token);
  if (glued !== null) return { column: yearColumn(glued[2] ?? '', glued[1] ?? null, token), next: index - 1 };
  const referred = YEAR.test(token) ? readReferredBackwards(tokens, index) : null;
  if (referred !== null) return referred;
  const short = readShortYear(token);
  if (short !== null) return { column: { kind: 'year', year: short.year, basis: short.basis, header: token }, next: index - 1 };
  if (YEAR.test(token) && PART_OF_YEAR.test(before)) {
    const start = ORDINAL_OF_PART.test(tokens[index - 2] ?? '') ? index - 2 : index - 1;
    const year = Number(token.slice(0, 4));
    return { column: { kind: 'amount', header: tokens.slice(start, index + 1).join(' '), years: { from: year, to: year } }, next: start - 1 };
  }
  if (YEAR.test(token)) {
    const hasBasis = YEAR_BASIS.test(before);
    return { column: yearColumn(token, hasBasis ? before : null, hasBasis ? two : token), next: index - (hasBasis ? 2 : 1) };
  }
  if (ESTIMATE_YEAR.test(token) && (isYearWord(before) || ESTIMATE_YEAR.test(before))) return { column: { kind: 'amount', header: token }, next: index - 1 };
  const basisBehind = /^\((.{1,12})\)$/.exec(token);
  if (basisBehind !== null && YEAR_BASIS.test(basisBehind[1] ?? '') && YEAR.test(before)) return { column: yearColumn(before, basisBehind[1] ?? null, two), next: index - 2 };
  return null;
}

/** What such a word ends in. */
const YEAR_ENDS = '0123456789*';

/** Whether a word heads a year's column, with or without its basis. */
function isYearWord(word: string): boolean {
  if (!YEAR_ENDS.includes(word.charAt(word.length - 1))) return false;
  return YEAR.test(word) || BASIS_AND_YEAR.test(word) || readShortYear(word) !== null;
}

/** A column of amounts whose header only refers to a year: "Overført fra 2025". */
function readReferredBackwards(tokens: readonly string[], index: number): { column: Column; next: number } | null {
  if (!REFERRING_END.test(tokens[index - 1] ?? '')) return null;
  for (let start = index - 1; start > index - MOST_HEADER_WORDS && start >= 0; start -= 1) {
    const header = tokens.slice(start, index + 1).join(' ');
    if (/^\p{Lu}/u.test(header) && REFERRED_YEAR.test(header)) return { column: { kind: 'amount', header }, next: start - 1 };
  }
  return null;
}

/** A header of one column has at most so many words. */
const MOST_HEADER_WORDS = 4;

/** A column of words, counts or shares behind those of money: "2026 2027 I alt Årsværk Andel (pct.) Ministerium". */
function readCountBackwards(tokens: readonly string[], index: number, behind: readonly Column[]): { column: Column; next: number } | null {
  if (behind.some((column) => column.kind !== 'text')) return null;
  for (let start = Math.max(1, index - MOST_HEADER_WORDS + 1); start <= index; start += 1) {
    const header = tokens.slice(start, index + 1).join(' ');
    const first = tokens[start] ?? '';
    const isNoMoney = TEXT_HEADER.test(header) || ((start === index || /^\p{Lu}[^\d\p{Lu}]*$/u.test(header)) && !canBeMoney(first));
    if (isNoMoney) return { column: { kind: 'text', header }, next: start - 1 };
  }
  return null;
}

/** A span of years next to the single years before or behind it; next to none, or over years that have columns of their own behind it, it is part of a name. */
function readSpanBackwards(tokens: readonly string[], index: number, behind: readonly Column[]): { column: Column; next: number } | null {
  const token = tokens[index] ?? '';
  const span = readSpan(token);
  if (span === null) return null;
  const yearsBefore: number[] = [];
  for (let place = index - 1; place >= 0; ) {
    const before = readColumnBackwards(tokens, place);
    if (before?.column.kind !== 'year') break;
    yearsBefore.push(before.column.year);
    place = before.next;
  }
  const yearsBehind = behind.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
  const isNext = yearsBefore[0] === span.from - 1 || yearsBehind[0] === span.to + 1;
  const isTotal = behind.every((column) => column.kind === 'text') && yearsBefore.length > 1 && yearsBefore[0] === span.to && yearsBefore.at(-1) === span.from;
  if (!isTotal && !isNext) return null;
  return { column: spanColumn(span, token, [...yearsBefore, ...yearsBehind], behind.some((column) => column.kind === 'total')), next: index - 1 };
}

function yearColumn(year: string, basis: string | null, header: string): Column {
  return { kind: 'year', year: Number(year.slice(0, 4)), basis, header };
}

/** A column of a part of a year: "1. kvartal 2026". */
function isPartOfYear(column: Column): boolean {
  return column.kind === 'amount' && column.years !== undefined && column.years.from === column.years.to;
}

/** Whether one year stands twice where another belongs: a slip of the header, which heads its table all the same. */
function hasRepeatedYear(columns: readonly Column[]): boolean {
  return markRepeatedYear(columns).some((column) => column.kind === 'amount' && column.likelyYear !== undefined);
}

function hasRisingYears(columns: readonly Column[]): boolean {
  let last = 0;
  for (const column of columns) {
    if (column.kind !== 'year') continue;
    if (column.year <= last) return false;
    last = column.year;
  }
  return true;
}
