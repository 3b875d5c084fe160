import { type Column } from '../../../budget/table';
import { isRowNumber } from '../../lines/figures';
import { cellAt, type GridRow, isFigureText } from './grid';
import { type HyphenEvidence, joinAll } from '../../lines/join-lines';
import { canBeMoney, isTotalWord, readSpan, readUnit, spanColumn, withEstimateYears, withoutPriceLevel } from '../table-header';
import { NUMBER_COLUMN, TOTAL_IN_HEADER, TOTAL_WORDS, YEAR_BASIS } from '../../vocabulary';

/** A column of a grid: what it is for, and as which column of a table its cells are read (null for labels and numbers). */
export interface GridColumn {
  readonly index: number;
  readonly header: string;
  readonly role: 'label' | 'group' | 'number' | 'amount' | 'text';
  readonly column: Column | null;
}

/** What the cells of one column hold. */
interface Content {
  readonly figures: number;
  readonly percents: number;
  readonly texts: number;
  readonly numbers: number;
  readonly filled: number;
  /** Cells that go on from the row above: a column of groups merges them. */
  readonly continued: number;
}

/** A label column is one where at most this share of the rows is blank; a sparser one before it names groups. */
const SPARSE = 0.6;
/** A header of a year and the name of a column under it. */
const YEAR_AND_NAME = /^((?:19|20)\d\d)\s+(\p{L}.*)$/u;

/** The columns of a grid by their headers and by what they hold. */
export function readGridColumns(count: number, header: readonly GridRow[], body: readonly GridRow[], evidence: HyphenEvidence): GridColumn[] {
  const headers = spreadYears(Array.from({ length: count }, (_, index) => headerOf(header, index, count, evidence)));
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
  const years = new Set<number>();
  const columns = headers.map((text, index): GridColumn => {
    const role = roles[index] ?? 'text';
    if (role === 'label' || role === 'group' || role === 'number') return { index, header: text, role, column: null };
    if (role === 'text') return { index, header: text, role, column: isEmpty(contents[index]) && text === '' ? null : { kind: 'text', header: text } };
    return { index, header: text, role, column: index === total || isTotal(text) ? { kind: 'total', header: text } : amountColumn(text, years, headers) };
  });
  const read = columns.flatMap(({ column }) => column ?? []);
  const dated = new Map(withEstimateYears(read).map((column, index) => [read[index], column]));
  return columns.map((column) => (column.column === null ? column : { ...column, column: dated.get(column.column) ?? column.column }));
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
 * columns only. Years without a cell that spans their columns belong to as many columns each, in their order. Any other headers as they are.
 */
function spreadYears(headers: readonly string[]): string[] {
  const first = headers.findIndex((header) => YEAR_AND_NAME.test(header));
  const parts = headers.slice(Math.max(0, first)).map((header) => ({ year: YEAR_AND_NAME.exec(header)?.[1], name: header.replace(YEAR_AND_NAME, '$2') }));
  const years = parts.flatMap((part) => part.year ?? []);
  const size = parts.length / years.length;
  const names = parts.slice(0, size).map((part) => part.name);
  const isRecurring = first > 0 && years.length > 1 && new Set(years).size === years.length && Number.isInteger(size) && size > 1 && new Set(names).size === size && parts.every((part, index) => part.name !== '' && part.name === names[index % size]);
  return isRecurring ? [...headers.slice(0, first), ...parts.map((part, index) => `${years[Math.floor(index / size)] ?? ''} ${part.name}`)] : [...headers];
}

function contentOf(rows: readonly GridRow[], column: number): Content {
  const content = { figures: 0, percents: 0, texts: 0, numbers: 0, filled: 0, continued: 0 };
  for (const row of rows) {
    const cell = cellAt(row, column);
    if (cell?.isContinuation === true) content.continued += 1;
    if (cell === undefined || cell.text === '' || cell.isContinuation || cell.column !== column) continue;
    content.filled += 1;
    if (isRowNumber(cell.text)) content.numbers += 1;
    if (cell.text.endsWith('%')) content.percents += 1;
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
  const found = headers.findIndex((text, index) => index > 0 && isMoney(text, contents[index]) && !NUMBER_COLUMN.test(text));
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

/** Whether a column holds money: mostly figures, or a year or total above cells that say nothing else. */
function isMoney(header: string, content: Content | undefined): boolean {
  if (content === undefined || !canBeMoney(header)) return false;
  if (content.percents > content.figures) return false;
  if (content.filled === 0) return yearOf(header) !== null || isTotalHeader(header);
  return content.figures > content.texts;
}

/** The one column of money of a table without years: its figure is the row's total. */
function singleAmount(headers: readonly string[], roles: readonly GridColumn['role'][]): number {
  const amounts = roles.flatMap((role, index) => (role === 'amount' ? [index] : []));
  const only = amounts[0];
  return amounts.length === 1 && only !== undefined && yearOf(headers[only] ?? '') === null ? only : -1;
}

function amountColumn(header: string, years: Set<number>, headers: readonly string[]): Column {
  const year = yearOf(header);
  if (year === null) {
    const span = readSpan(header);
    const named = headers.flatMap((other) => yearOf(other) ?? []);
    return span === null || named.length === 0 ? { kind: 'amount', header } : spanColumn(span, header, named, headers.some(isTotalHeader));
  }
  if (years.has(year)) return { kind: 'amount', header };
  years.add(year);
  return { kind: 'year', year, basis: basisOf(header), header };
}

/** Whether a header is the word for a total, with or without the period, the unit and the price level beside it. */
function isTotalHeader(header: string): boolean {
  return isTotalText(header) || isTotalText(header.replace(/\s+/g, '').replace(GLUED_TOTAL, (glued) => TOTAL_OF_GLUED.get(glued.toLowerCase()) ?? glued));
}

/** Whether a header is the name that the first years bear ("Bevilling 2027", "Bevilling 2028") with the word for a total: "Bevilling i alt". */
function isTotalUnderName(header: string, headers: readonly string[]): boolean {
  const first = headers.find((other) => yearOf(other) !== null);
  if (first === undefined || !TOTAL_IN_HEADER.test(header) || yearOf(header) !== null) return false;
  const name = nameIn(first, YEAR_WORD);
  return name !== '' && name === nameIn(header, TOTAL_IN_HEADER);
}

const YEAR_WORD = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** What a header says besides its year or its word for a total. */
function nameIn(header: string, word: RegExp): string {
  return withoutPriceLevel(header).replace(word, ' ').replace(/[*\s]+/g, ' ').trim().toLowerCase();
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

/** The one year that a header names; a price level, a range and a share are no years. */
function yearOf(header: string): number | null {
  const text = withoutPriceLevel(header);
  if (/\b(?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)?\d\d)\b/.test(text)) return null;
  const years = new Set([...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => Number(match[0])));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

function basisOf(header: string): string | null {
  for (const word of header.split(/[\s\-()]+/)) {
    if (YEAR_BASIS.test(word)) return word;
    const glued = /^(R|F|BO[1-9]?|B|FL|FFL)(?:19|20)\d\d$/i.exec(word);
    if (glued !== null) return glued[1] ?? null;
  }
  return null;
}
