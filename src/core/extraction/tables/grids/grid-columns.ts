import { type Column, type YearSpan } from '../../../budget/table';
import { isDash } from '../../../money/danish-number';
import { isRowNumber } from '../../lines/figures/split-figures';
import { isPercentText } from '../../lines/figures/printed-figure';
import { cellAt, type GridRow, isFigureText, isYearText } from './grid';
import { type HyphenEvidence, joinAll } from '../../lines/join-lines';
import { canBeMoney, headerYear, isTotalWord, readShortYear, readSpan, spanColumn } from '../header/column-words';
import { readUnit, withoutPriceLevel } from '../header/stated-unit';
import { withEstimateYears } from '../header/table-header';
import { BEFORE_YEAR, MONEY_HEADER, NUMBER_COLUMN, OF_WHICH, STAGE_OF_MONEY, TOTAL_IN_HEADER, TOTAL_WORDS, YEAR_BASIS } from '../../vocabulary';

/** A column of a grid: what it is for, and as which column of a table its cells are read (null for labels and numbers). */
export interface GridColumn {
  readonly index: number;
  readonly header: string;
  readonly role: 'label' | 'group' | 'number' | 'amount' | 'text';
  readonly column: Column | null;
  /** The years of the columns whose merged cells it holds, where it is no column of the grid. */
  readonly covers?: YearSpan;
}

/** What the cells of one column hold. */
interface Content {
  readonly figures: number;
  readonly percents: number;
  readonly texts: number;
  readonly numbers: number;
  /** Figures that look like years. */
  readonly years: number;
  readonly dashes: number;
  readonly filled: number;
  /** Cells that go on from the row above: a column of groups merges them. */
  readonly continued: number;
}

/** A label column is one where at most this share of the rows is blank; a sparser one before it names groups. */
const SPARSE = 0.6;
/** A header of a year and the name of a column under it. */
const YEAR_AND_NAME = /^((?:19|20)\d\d)\s+(\p{L}.*)$/u;

/** The name of several columns before the year, or the word for a total, of the one that it stands over. */
const NAME_AND_COLUMN = new RegExp(`^(\\p{L}.*?)\\s((?:19|20)\\d\\d|${TOTAL_IN_HEADER.source})$`, 'iu');

/** What stands over the labels with the year of the first column behind it. */
const UNIT_AND_YEAR = /^(.*\S)\s((?:19|20)\d\d)$/;

/** The columns of a grid by their headers and by what they hold. */
export function readGridColumns(count: number, header: readonly GridRow[], body: readonly GridRow[], evidence: HyphenEvidence): GridColumn[] {
  const headers = withYearOfLabels(spreadYears(spreadNames(Array.from({ length: count }, (_, index) => headerOf(header, index, count, evidence)))));
  const contents = headers.map((_, index) => contentOf(body, index));
  const firstFigure = firstFigureColumn(headers, contents);
  const label = labelColumn(headers, contents, firstFigure);
  const roles = headers.map((text, index): GridColumn['role'] => {
    if (index === label) return 'label';
    if (index < label) return leadingRole(text, contents[index], contents[label]);
    return isMoney(text, contents[index]) ? 'amount' : 'text';
  });
  const total = singleAmount(headers, roles);
  const isTotal = (text: string): boolean => isTotalHeader(text) || (!headers.some(isTotalHeader) && isTotalUnderName(text, headers));
  const isMoneyColumn = (index: number): boolean => roles[index] === 'amount';
  const columns = headers.map((text, index): GridColumn => {
    const role = roles[index] ?? 'text';
    if (role === 'label' || role === 'group' || role === 'number') return { index, header: text, role, column: null };
    if (role === 'text') return { index, header: text, role, column: isEmpty(contents[index]) && text === '' ? null : { kind: 'text', header: text } };
    return { index, header: text, role, column: index === total || isTotal(text) ? { kind: 'total', header: text } : amountColumn(index, headers, isMoneyColumn) };
  });
  const read = columns.flatMap(({ column }) => column ?? []);
  const dated = new Map(withEstimateYears(read).map((column, index) => [read[index], column]));
  return columns.map((column) => (column.column === null ? column : { ...column, column: dated.get(column.column) ?? column.column }));
}

/** The columns that some headers name, where nothing but the headers tells what they hold. */
export function columnsOfHeaders(headers: readonly string[]): Column[] {
  const isMoneyColumn = (index: number): boolean => canBeMoney(headers[index] ?? '');
  return headers.map((header, index): Column => {
    if (!isMoneyColumn(index)) return { kind: 'text', header };
    return isTotalHeader(header) ? { kind: 'total', header } : amountColumn(index, headers, isMoneyColumn);
  });
}

/** All header cells over a column from top to bottom, each text once; cells over the whole width are captions. */
function headerOf(rows: readonly GridRow[], column: number, count: number, evidence: HyphenEvidence): string {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = cellAt(row, column);
    const isCaption = rows.length > 1 && cell !== undefined && cell.columnSpan >= count;
    if (cell !== undefined && cell.text !== '' && !isCaption && !texts.includes(cell.text)) texts.push(cell.text);
  }
  return joinAll(texts, evidence);
}

/**
 * Headers whose names recur under fewer years, each with its year: "2026 Ansøgt", "2027 Bevilget", "Ansøgt", "Bevilget" as the years stand over the first
 * columns only, or each over one of its columns. Years without a cell that spans their columns belong to as many columns each, in their order; columns of
 * other names may stand before and behind them. Any other headers as they are.
 */
function spreadYears(headers: readonly string[]): string[] {
  const parts = headers.map((header) => ({ year: YEAR_AND_NAME.exec(header)?.[1], name: header.replace(YEAR_AND_NAME, '$2') }));
  const years = parts.flatMap(({ year }) => year ?? []);
  const first = parts.findIndex(({ year }) => year !== undefined);
  const run = first < 1 || years.length < 2 || new Set(years).size < years.length ? null : recurringNames(parts.map(({ name }) => name), first, years.length);
  const spread = run === null || parts.some(({ year }, index) => year !== undefined && (index < run.start || index >= run.start + run.size * years.length)) ? headers : headers.map((header, index) => {
    const year = years[Math.floor((index - run.start) / run.size)];
    return index < run.start || year === undefined ? header : `${year} ${parts[index]?.name ?? ''}`;
  });
  return spread.map((header) => nameFirst(header, spread));
}

/**
 * Headers of which the same years recur under names that each stand over one of their columns, each with its name: "Drift 2026", "Drift 2027" where "Drift" stands
 * over the middle or the first of them, without a cell that spans all. Any other headers as they are.
 */
function spreadNames(headers: readonly string[]): readonly string[] {
  const parts = headers.map((header) => {
    const [, name = '', column = ''] = NAME_AND_COLUMN.exec(header) ?? [];
    return isTotalWord(header) || column === '' ? { name: '', column: header } : { name, column };
  });
  const first = parts.findIndex(({ column }) => isBareYear(column));
  const names = parts.slice(Math.max(1, first)).flatMap(({ name }) => (name === '' ? [] : [name]));
  const run = first < 1 || new Set(names).size < Math.max(2, names.length) ? null : recurringNames(parts.map(({ column }) => column), first, names.length);
  if (run === null || run.start !== first) return headers;
  const groups = names.map((_, group) => parts.slice(run.start + group * run.size, run.start + (group + 1) * run.size).flatMap(({ name }) => (name === '' ? [] : [name])));
  if (groups.some((own) => own.length !== 1)) return headers;
  return headers.map((header, index) => {
    const name = index < run.start ? undefined : groups[Math.floor((index - run.start) / run.size)]?.[0];
    return name === undefined ? header : `${name} ${parts[index]?.column ?? ''}`;
  });
}

/** Where names start to recur so many times, two and more different ones each time, at a column or before it; null where they do not. */
function recurringNames(names: readonly string[], first: number, times: number): { readonly start: number; readonly size: number } | null {
  for (let start = first; start >= 1; start -= 1) {
    for (let size = Math.floor((names.length - start) / times); size >= 2; size -= 1) {
      const own = names.slice(start, start + size);
      const isRecurring = new Set(own).size === size && !own.includes('') && names.slice(start, start + size * times).every((name, index) => name === own[index % size]);
      if (isRecurring) return { start, size };
    }
  }
  return null;
}

/** Headers whose first year stands close behind the unit over the labels ("Mio. kr., 2026-pl 2026") and heads the column beside it, which has no other. */
function withYearOfLabels(headers: readonly string[]): string[] {
  const at = headers.findIndex((header, index) => header === '' && index > 0 && isBareYear(headers[index + 1] ?? ''));
  const [, unit, year] = UNIT_AND_YEAR.exec(headers[at - 1] ?? '') ?? [];
  if (unit === undefined || year === undefined || readUnit(unit) === null || headerYear(headers[at + 1] ?? '') !== Number(year) + 1) return [...headers];
  return headers.map((header, index) => (index === at - 1 ? unit : index === at ? year : header));
}

/** A part of a year that other columns share, by its name: "Drift 2026" where the year stands over "Drift" and "Anlæg". */
function nameFirst(header: string, headers: readonly string[]): string {
  const [, year, name] = YEAR_AND_NAME.exec(header) ?? [];
  const isShared = year !== undefined && !STAGE_OF_MONEY.test(header) && headers.some((other) => other !== header && YEAR_AND_NAME.exec(other)?.[1] === year);
  return isShared ? `${name ?? ''} ${year}` : header;
}

function contentOf(rows: readonly GridRow[], column: number): Content {
  const content = { figures: 0, percents: 0, texts: 0, numbers: 0, years: 0, dashes: 0, filled: 0, continued: 0 };
  for (const row of rows) {
    const cell = cellAt(row, column);
    if (cell?.isContinuation === true) content.continued += 1;
    if (cell === undefined || cell.text === '' || cell.isContinuation || cell.column !== column) continue;
    content.filled += 1;
    if (isRowNumber(cell.text)) content.numbers += 1;
    if (isYearText(cell.text)) content.years += 1;
    if (isDash(cell.text)) content.dashes += 1;
    if (isPercentText(cell.text)) content.percents += 1;
    else if (isFigureText(cell.text)) content.figures += 1;
    else content.texts += 1;
  }
  return content;
}

function isEmpty(content: Content | undefined): boolean {
  return content === undefined || content.filled === 0;
}

/** The first column whose header or cells make it one of money. */
function firstFigureColumn(headers: readonly string[], contents: readonly Content[]): number {
  const isFigures = (text: string, content: Content | undefined): boolean => isMoney(text, content) && (isBareYear(text) || (content?.figures ?? 0) >= (content?.texts ?? 0));
  const found = headers.findIndex((text, index) => index > 0 && isFigures(text, contents[index]) && !NUMBER_COLUMN.test(text));
  return found < 0 ? headers.length : found;
}

/** The last well-filled column of words before the first figures; the first column when there is none. */
function labelColumn(headers: readonly string[], contents: readonly Content[], firstFigure: number): number {
  let best = 0;
  let mostTexts = -1;
  for (let index = 0; index < firstFigure; index += 1) {
    const content = contents[index];
    if (content === undefined || NUMBER_COLUMN.test(headers[index] ?? '')) continue;
    const isGroup = content.continued > 0 && index + 1 < firstFigure;
    if (!isGroup && content.texts > mostTexts && content.texts >= content.figures) {
      best = index;
      mostTexts = content.texts;
    }
  }
  return best;
}

function leadingRole(header: string, content: Content | undefined, label: Content | undefined): GridColumn['role'] {
  if (content === undefined || content.filled === 0) return 'text';
  if (NUMBER_COLUMN.test(header) || content.numbers >= content.filled / 2) return 'number';
  return content.continued > 0 || content.filled < (label?.filled ?? 0) * SPARSE ? 'group' : 'text';
}

/**
 * Whether a column holds money: mostly figures, or a year, a total, a unit or a word for money above some. Words among them are cells without a figure ("afventer").
 * Shape: what only counts, shares or dates is proven to be none by its header, its signs or its figures.
 */
function isMoney(header: string, content: Content | undefined): boolean {
  if (content === undefined || !canBeMoney(header) || content.percents > content.figures) return false;
  const isNamed = headerYear(header) !== null || isTotalHeader(header);
  if (content.figures <= content.texts) return isBareYear(header) || isTotalHeader(header) || (content.figures > 0 && (isNamed || MONEY_HEADER.test(header) || readUnit(header) !== null));
  return isNamed || MONEY_HEADER.test(header) || content.years === 0 || content.years + content.dashes < content.figures;
}

/** Whether a header says no more than its year and basis. */
function isBareYear(header: string): boolean {
  return headerYear(header) !== null && withoutPriceLevel(header).replace(/(?:19|20)\d\d/g, ' ').split(/[\s().,*-]+/).every((word) => word === '' || YEAR_BASIS.test(word) || readShortYear(word) !== null);
}

/** The one column of money of a table without years: its figure is the row's total. */
function singleAmount(headers: readonly string[], roles: readonly GridColumn['role'][]): number {
  const amounts = roles.flatMap((role, index) => (role === 'amount' ? [index] : []));
  const only = amounts[0];
  return amounts.length === 1 && only !== undefined && headerYear(headers[only] ?? '') === null ? only : -1;
}

function amountColumn(index: number, headers: readonly string[], isMoneyColumn: (index: number) => boolean): Column {
  const header = headers[index] ?? '';
  const year = headerYear(header);
  if (year !== null) {
    const same = headers.flatMap((other, place) => (isMoneyColumn(place) && headerYear(other) === year ? [place] : []));
    return columnOfYear(index, same, headers) ? { kind: 'year', year, basis: basisOf(header), header } : { kind: 'amount', header, ...(isBareYear(header) || STAGE_OF_MONEY.test(header) ? {} : { years: { from: year, to: year } }) };
  }
  const span = readSpan(header);
  const named = headers.flatMap((other) => headerYear(other) ?? []);
  return span === null || named.length === 0 ? { kind: 'amount', header } : spanColumn(span, header, named, headers.some(isTotalHeader));
}

/**
 * Whether a column is its year's: the only one of it, the first that names the year alone or its total, the first where each names a stage of the same money
 * ("Ansøgt 2026", "Bevilget 2026"), or the only one that names no part of it ("heraf løn 2026").
 */
function columnOfYear(index: number, same: readonly number[], headers: readonly string[]): boolean {
  const textOf = (place: number): string => headers[place] ?? '';
  const bare = same.filter((place) => isBareYear(textOf(place)) || isTotalWord(textOf(place).replace(YEAR_WORD, ' ').trim()));
  if (bare.length > 0) return bare[0] === index;
  if (same.every((place) => STAGE_OF_MONEY.test(textOf(place)))) return same[0] === index;
  const whole = same.filter((place) => !OF_WHICH.test(textOf(place)));
  return whole.length === 1 && whole[0] === index;
}

/** Whether a header is the word for a total, with or without the period, the unit and the price level beside it. */
function isTotalHeader(header: string): boolean {
  return isTotalText(header) || isTotalText(header.replace(/\s+/g, '').replace(GLUED_TOTAL, (glued) => TOTAL_OF_GLUED.get(glued.toLowerCase()) ?? glued));
}

/** Whether a header is the name that the first years bear ("Bevilling 2027", "Bevilling 2028") with the word for a total: "Bevilling i alt". */
function isTotalUnderName(header: string, headers: readonly string[]): boolean {
  const first = headers.find((other) => headerYear(other) !== null);
  if (first === undefined || !TOTAL_IN_HEADER.test(header) || headerYear(header) !== null) return false;
  const name = nameIn(first, YEAR_WORD);
  return name !== '' && name === nameIn(header, TOTAL_IN_HEADER);
}

const YEAR_WORD = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** What a header says besides its year or its word for a total. */
function nameIn(header: string, word: RegExp): string {
  return withoutPriceLevel(header).replace(word, ' ').replace(/[*\s]+/g, ' ').trim().toLowerCase().replace(BEFORE_YEAR, '');
}

/** The words for a total without their blanks, as a cell holds them that is so narrow that it breaks every word ("I al" above "t"). */
const TOTAL_OF_GLUED: ReadonlyMap<string, string> = new Map([...TOTAL_WORDS].map((words) => [words.replace(/ /g, ''), words]));
const GLUED_TOTAL = /^\p{L}+/u;

function isTotalText(header: string): boolean {
  const bare = withoutPriceLevel(header)
    .replace(/\(?\b(?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)?\d\d)\b\)?/g, '')
    .replace(/[(),]/g, ' ')
    .trim();
  return isTotalWord(bare) || (readUnit(bare) !== null && isTotalWord(bare.replace(/\b(?:mio|mia|mill|t|1[.,]000|kr|dkk)\b\.?/gi, '')));
}

function basisOf(header: string): string | null {
  for (const word of header.split(/[\s\-()]+/)) {
    if (YEAR_BASIS.test(word)) return word;
    const short = readShortYear(word);
    if (short !== null) return short.basis;
    const glued = /^(R|F|BO[1-9]?|B|FL|FFL)(?:19|20)\d\d$/i.exec(word);
    if (glued !== null) return glued[1] ?? null;
  }
  return null;
}
