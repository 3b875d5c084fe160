import { type TextLine, type Word } from '../lines/document-text';
import { factsOf } from '../lines/line-facts';
import { isFigure } from '../lines/figures/printed-figure';
import { SHARE_SIGN } from '../lines/figures/split-figures';
import { isTotalWord } from '../tables/header/column-words';
import { FIGURE_WORDS, QUALIFIER } from '../vocabulary';
import { isMoneyByWords, isProvenNoMoney, isUnitNumber, isYear } from './not-money';
import { type PrintedNumber, printedNumbers } from './printed-numbers';
import { type TablePlace } from './table-lines';
import { endsIn } from '../lines/join-lines';

/**
 * A number of a line. `isMoney`: it must stand in what was read, because words make it money, or because it stands in something laid out as a table and nothing
 * proves it to be none. `isCell`: it is a figure of a row by its place and its marks, so that no label may hold it.
 */
export interface LineFigure {
  readonly key: string;
  readonly text: string;
  readonly isMoney: boolean;
  readonly isCell: boolean;
}

/** A row outside every table ends in so many figures, or in fewer that have marks. */
const LEAST_FIGURES = 3;
const LEAST_MARKED = 2;
/** A gap of so many blanks, a tab, or so many type sizes parts a figure from words as columns are parted. */
const COLUMN_GAP = /\S(?: {2,}|[^\S\t]*\t\s*)$/;
const COLUMN_GAP_SIZES = 1;
const DEFAULT_SIZE = 10;
const MARKED = /\d[.,]\d/;
/** Decimals or groups of thousands, as numbers of sections have none. */
const FIGURE_MARK = /\d,\d|\d\.\d{3}(?!\d)/;
const DIGIT_OR_HASH = /\d|##/;
const MAX_ROW_LENGTH = 600;
/** A row that ends in words is no longer than this where nothing but single blanks parts them. */
const MAX_WORDED_ROW = 140;
/** The groups of an amount in running text that blanks part, before the last: "1 250 000 kr.". */
const GROUPS_BEFORE = /(?:^|[^\d.,\s§-]\s|[(])([1-9]\d{0,2}[ \u00A0\u202F\u2009\u2007](?:\d{3}[ \u00A0\u202F\u2009\u2007])*)$/;
const GROUPS_REACH = 24;
const LAST_GROUP = /^\d{3}(?:,\d{1,3})?$/;
const GAP_AT_END = /\t$|^ {2}$/;
const GAP_AT_START = /^(?: *\t| {2,}| *$)/;

/** Every number of a line, last first, those that must be money before the others: the figures of a row stand behind the numbers of its label. */
export function figuresOfLine(line: TextLine, next: TextLine | undefined, place: TablePlace): LineFigure[] {
  if (line.cells === null) return factsOf(line).hasDigit || line.text.includes('##') ? figuresOfText(line, next?.text ?? '', place) : [];
  const isHeader = line.cells.every(({ text }) => !isFigureCell(text) || /^\(?(?:19|20)\d\d\)?\*{0,3}$/.test(text.trim()));
  return [...line.cells].reverse().flatMap((cell) => (cell.isContinuation ? [] : figuresOfCell(cell.text, isHeader))).sort(moneyFirst);
}

function moneyFirst(one: LineFigure, other: LineFigure): number {
  return Number(other.isMoney) - Number(one.isMoney);
}

function figuresOfCell(text: string, isHeader: boolean): LineFigure[] {
  const isFigureOnly = !isHeader && isFigureCell(text);
  return printedNumbers(text).reverse().map((number): LineFigure => {
    const byWords = isMoneyByWords(text, number, '');
    const isInTable = isFigureOnly && !isProvenNoMoney(text, number);
    return { key: number.key, text: text.slice(number.start, number.end), isMoney: byWords || isInTable || number.isDamaged, isCell: isInTable && FIGURE_MARK.test(text) };
  });
}

/** Whether a cell holds figures and no words but those that stand beside one: units, "ca.". */
function isFigureCell(text: string): boolean {
  return text.length < 60 && DIGIT_OR_HASH.test(text) && !/\p{L}{2}/u.test(text.replace(FIGURE_WORDS, ' '));
}

function figuresOfText(line: TextLine, next: string, place: TablePlace): LineFigure[] {
  const { text } = line;
  const numbers = printedNumbers(text);
  const tail = rowTail(line, place === 'inside');
  return numbers.reverse().map((number): LineFigure => {
    const printed = text.slice(number.start, number.end);
    const isInRow = number.start >= tail || (FIGURE_MARK.test(printed) && isCellOfWords(text, number));
    const isMarked = place !== 'outside' && (place === 'inside' ? MARKED : FIGURE_MARK).test(printed);
    const isTorn = place === 'inside' && /^,(?:\s|$)/.test(text.slice(number.end, number.end + 2)) && hasGapBefore(line, number.start);
    const isUnrefuted = (isInRow || isMarked) && !isProvenNoMoney(text, number);
    const isMoneyHere = isMoneyByWords(text, number, next);
    const isMoney = isUnrefuted || isTorn || isMoneyHere || (number.isDamaged && tail < text.length);
    const groups = isMoneyHere && place === 'outside' && LAST_GROUP.test(printed) ? (GROUPS_BEFORE.exec(text.slice(Math.max(0, number.start - GROUPS_REACH), number.start))?.[1] ?? '') : '';
    return { key: groups.replace(/\s/g, '') + number.key, text: printed, isMoney, isCell: isTorn || (isUnrefuted && isInRow && FIGURE_MARK.test(printed)) };
  }).sort(moneyFirst);
}

/** Whether words before and behind a figure are cells of its row: gaps as between columns part them, or no sentence has them, which goes on in small letters and ends in a mark. */
function isCellOfWords(text: string, { start, end }: PrintedNumber): boolean {
  const before = text.slice(Math.max(0, start - MAX_WORDED_ROW), start).replace(/[-–−(]$/, '');
  const after = text.slice(end, end + MAX_WORDED_ROW).replace(/^\)/, '');
  if (GAP_AT_END.test(before.slice(-2)) && GAP_AT_START.test(after)) return true;
  if (text.length > MAX_WORDED_ROW || !/\p{L}/u.test(before) || endsIn(text.trimEnd(), '.:;,')) return false;
  return before.endsWith(' ') && (/^ \p{Lu}\p{Ll}/u.test(after) || (after.trim() === '' && isTotalWord(before)));
}

/** Where the figures at the end of a row start; beyond the line where it is no row of a table. */
function rowTail(line: TextLine, isInTable: boolean): number {
  const { text } = line;
  const beyond = text.length + 1;
  if (text.length > MAX_ROW_LENGTH) return beyond;
  const tail = tailOf(text);
  const first = tail.at(-1);
  const figures = tail.filter((word) => DIGIT_OR_HASH.test(word.text) && !isYear(word.text.replace(/[()*–-]/g, '')) && !isUnitNumber(word.text));
  if (first === undefined || figures.length === 0) return beyond;
  const marked = figures.filter((word) => MARKED.test(word.text) || word.text.startsWith('##')).length;
  if (isInTable || (tail.length >= LEAST_FIGURES && figures.length >= LEAST_MARKED) || (figures.length >= LEAST_MARKED && marked > 0)) return first.start;
  return marked > 0 && (first.start === text.length - text.trimStart().length || hasGapBefore(line, first.start)) ? first.start : beyond;
}

/** The figures at the end of a text, last first; units and qualifiers may stand among them. */
function tailOf(text: string): TailWord[] {
  const tail: TailWord[] = [];
  for (let word = wordBefore(text, text.length); word !== null; word = wordBefore(text, word.start)) {
    if (isTailWord(word.text)) tail.push(word);
    else if (!QUALIFIER.test(word.text)) break;
  }
  return tail;
}

function isTailWord(word: string): boolean {
  return isFigure(word) || SHARE_SIGN.test(word) || (DIGIT_OR_HASH.test(word) && printedNumbers(word)[0]?.isDamaged === true);
}

/** A word with its place in its line. */
interface TailWord {
  readonly text: string;
  readonly start: number;
}

/** The last word that ends before a place; null where none does. */
function wordBefore(text: string, place: number): TailWord | null {
  let end = place;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && !isBlank(text.charCodeAt(start - 1))) start -= 1;
  return end === start ? null : { text: text.slice(start, end), start };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Whether a gap as between columns stands before the figures. */
function hasGapBefore(line: TextLine, start: number): boolean {
  if (COLUMN_GAP.test(line.text.slice(Math.max(0, start - 40), start))) return true;
  let [offset, index] = [0, 0];
  while (index < line.words.length && offset < start) {
    offset = line.text.indexOf(line.words[index]?.text ?? '', offset) + (line.words[index]?.text.length ?? 0) + 1;
    index += 1;
  }
  return isWideGap(line.words[index - 1], line.words[index]);
}

function isWideGap(one: Word | undefined, other: Word | undefined): boolean {
  const [left, right] = [one?.box ?? null, other?.box ?? null];
  return left !== null && right !== null && right.left - left.right >= COLUMN_GAP_SIZES * (other?.fontSizePt ?? DEFAULT_SIZE);
}
