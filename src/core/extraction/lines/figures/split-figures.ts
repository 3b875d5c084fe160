import { isFigure, readPrintedFigure } from './printed-figure';
import { APPROXIMATELY, CELL_WORD, CURRENCY_BEFORE_FIGURE, FIGURE_END, UNKNOWN_FIGURE } from '../../vocabulary';

/** A row of plain text as its label and the run of figures at its right end. */
export interface SplitRow {
  readonly label: string;
  readonly figures: readonly string[];
}

/** One figure whose sign stands apart or whose thousands blanks part. */
const CELL_FIGURE = /^([-–−+]?) *(\d{1,3}(?: \d{3})+(?:,\d{1,3})?|\d[\d.,]*)$/;

/** A line longer than this is no row of a table. */
export const MAX_ROW_LENGTH = 600;

/** What makes the figure in front of it a share. */
export const SHARE_SIGN = /^(?:%|pct\.?|procent)$/i;

/** No figures. */
const NONE: readonly string[] = [];

/** Splits a line at its last word that is no figure; figures are numbers, dashes and percentages. */
export function splitFigures(text: string): SplitRow {
  if (text.length > MAX_ROW_LENGTH) return { label: text.trim(), figures: NONE };
  return canEndInFigure(text) ? splitRow(text) : { label: withSingleBlanks(text), figures: NONE };
}

/** Whether the last word of a text can be a figure or the end of one; a text of which it cannot be ends in no figures. */
function canEndInFigure(text: string): boolean {
  const word = lastWord(text);
  const isLong = word.length > LONGEST_UNIT && isPlainWord(word);
  if (isLong) return false;
  return isFigure(word) || (ENDS_OF_WORDS.includes(word.charAt(word.length - 1)) && (SHARE_SIGN.test(word) || FIGURE_END.test(word) || UNKNOWN_FIGURE.test(word)));
}

/** What the words of a unit or a share, and those for a figure that is not known, end in. */
const ENDS_OF_WORDS = 'adeklnorstADEKLNORST%.)…';

/** No unit has more letters: "milliarder". */
const LONGEST_UNIT = 11;

/** Whether a word starts and ends with a small letter of ASCII, as no figure does. */
function isPlainWord(word: string): boolean {
  return isSmallLetter(word.charCodeAt(0)) && isSmallLetter(word.charCodeAt(word.length - 1));
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The last word of a text, as `tokenize` parts them. */
export function lastWord(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && !isBlank(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function withSingleBlanks(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('  ') || trimmed.includes('\t') ? tokenize(trimmed).join(' ') : trimmed;
}

function splitRow(text: string): SplitRow {
  const tokens = joinCells(tokenize(text));
  const figures: string[] = [];
  let index = tokens.length - 1;
  while (index >= 0) {
    const token = tokens[index] ?? '';
    if (SHARE_SIGN.test(token) && isFigure(tokens[index - 1] ?? '')) {
      figures.push(`${tokens[index - 1] ?? ''} ${token}`);
      index -= 2;
    } else if ((isFigure(token) && !closesWords(tokens, index)) || UNKNOWN_FIGURE.test(token)) {
      const start = qualifiedStart(tokens, index);
      figures.push(start === index ? token : tokens.slice(start, index + 1).join('\u00A0'));
      index = start - 1;
    } else break;
  }
  return { label: tokens.slice(0, index + 1).join(' '), figures: figures.reverse() };
}

/** Whether a word ends a parenthesis that words in front of it open: "Natur i byen (fase 2)". */
function closesWords(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] ?? '';
  if (!token.endsWith(')') || token.startsWith('(')) return false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const before = tokens[index] ?? '';
    if (before.endsWith(')')) return false;
    if (before.startsWith('(')) return true;
  }
  return false;
}

/** A figure of a row takes at most so many words with what stands around it: "ca. 1,2 mio. kr.". */
const MOST_CELL_WORDS = 4;
/** So many figures of a line must have words around them, or the words are words of a sentence. */
const LEAST_WORDED_CELLS = 2;

/** The words of a line with each figure at its end in one piece with its unit or "ca.", where several have one: "Løn 1.250.000 kr. 1.300.000 kr.", "Løn ca. 5,0 ca. 6,0". */
function joinCells(tokens: readonly string[]): readonly string[] {
  if (tokens.filter((token) => CELL_WORD.test(token) || token.includes('±')).length < LEAST_WORDED_CELLS) return tokens;
  const cells: string[] = [];
  let index = tokens.length - 1;
  while (index >= 0) {
    const start = cellStart(tokens, index);
    if (start === null) break;
    cells.unshift(tokens.slice(start, index + 1).join('\u00A0'));
    index = start - 1;
  }
  const isWorded = cells.filter((cell) => CELL_WORD.test(cell.split('\u00A0')[0] ?? '') || CELL_WORD.test(cell.split('\u00A0').at(-1) ?? '') || cell.includes('±')).length >= LEAST_WORDED_CELLS;
  return isWorded ? [...tokens.slice(0, index + 1), ...cells] : tokens;
}

/** Where the cell starts that ends with a word: the fewest words that make a figure, and what in front of them belongs to it. */
function cellStart(tokens: readonly string[], end: number): number | null {
  const textFrom = (from: number): string => tokens.slice(from, end + 1).join(' ');
  let start = end;
  while (start > end - MOST_CELL_WORDS && start > 0 && readPrintedFigure(textFrom(start)) === null) start -= 1;
  const figure = readPrintedFigure(textFrom(start));
  if (figure === null) return null;
  if (tokens[start - 1] === '±' && readPrintedFigure(textFrom(start - 2)) !== null) start -= 2;
  const isCurrency = (index: number): boolean => CURRENCY_BEFORE_FIGURE.test(`${tokens[index] ?? ''} 1`);
  if (figure.unit === null && isCurrency(start - 1)) start -= 1;
  if (start > 0 && APPROXIMATELY.test(`${tokens[start - 1] ?? ''} 1`)) start -= 1;
  return start;
}

/** Where the cell starts whose figure is a word: at the words in front that call it rough ("ca. 5,0", "op til 5,0", "23,3 ± 6,7"), else at the word itself. */
export function qualifiedStart(tokens: readonly string[], at: number): number {
  if (at === 0 || isFigure(tokens[at - 1] ?? '') || !/\d/.test(tokens[at] ?? '')) return at;
  const start = tokens[at - 1] === '±' && isFigure(tokens[at - 2] ?? '') ? at - 2 : at;
  const words = [2, 1].find((count) => start >= count && isQualifier(tokens.slice(start - count, start).join(' ')));
  return start - (words ?? 0);
}

/** Whether words do nothing but call the figure behind them rough. */
function isQualifier(text: string): boolean {
  return APPROXIMATELY.exec(`${text} 1`)?.[0] === `${text} `;
}

/** The label of a row when only its last `count` figures are cells: the figures before belong to the label. */
export function takeFigures(row: SplitRow, count: number): SplitRow {
  const spare = row.figures.length - count;
  if (spare <= 0) return row;
  return { label: [row.label, ...row.figures.slice(0, spare).map((figure) => figure.replaceAll('\u00A0', ' '))].filter((part) => part !== '').join(' '), figures: row.figures.slice(spare) };
}

/** The words of a line; no-break blanks do not part digits, and neither do the blanks of a figure that tabs part from its neighbours. The division sign is a minus, however far from its digits. */
export function tokenize(text: string): readonly string[] {
  const joined = text.includes('÷') ? text.replace(/(^|\s)÷ +(?=\d)/g, '$1÷') : text;
  const words = joined.includes('\t') ? joined.split('\t').flatMap((part) => joinFigure(part).split(' ')) : joined.split(' ');
  return words.includes('') ? words.filter((word) => word !== '') : words;
}

/** A cell that holds one figure, with its sign, its unit and groups of digits parted by blanks, as one word; any other as it is. */
function joinFigure(cell: string): string {
  const match = CELL_FIGURE.exec(cell.trim());
  if (match !== null) return `${match[1] ?? ''}${(match[2] ?? '').replaceAll(' ', '\u00A0')}`;
  return /\S\s/.test(cell.trim()) && readPrintedFigure(cell) !== null ? cell.trim().replaceAll(' ', '\u00A0') : cell;
}

/** Whether a text is one whole number, as numbers of rows are. */
export function isRowNumber(text: string): boolean {
  return /^\d{1,4}\.?$/.test(text) || /^\d{1,2}(?:\.\d{1,2}){1,3}\.?$/.test(text);
}
