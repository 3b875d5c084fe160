import { isFigure, readPrintedFigure } from './printed-figure';
import { rememberLately } from './remember-lately';
import { APPROXIMATELY, CELL_WORD, CURRENCY_BEFORE_FIGURE, UNKNOWN_FIGURE } from '../vocabulary';

/** A row of plain text as its label and the run of figures at its right end. */
export interface SplitRow {
  readonly label: string;
  readonly figures: readonly string[];
}

/** One figure whose sign stands apart or whose thousands blanks part. */
const CELL_FIGURE = /^([-–−+]?) *(\d{1,3}(?: \d{3})+(?:,\d{1,3})?|\d[\d.,]*)$/;

/** A line longer than this is no row of a table. */
export const MAX_ROW_LENGTH = 600;

/** Splits a line at its last word that is no figure; figures are numbers, dashes and percentages. */
export function splitFigures(text: string): SplitRow {
  return text.length > MAX_ROW_LENGTH ? { label: text.trim(), figures: [] } : splitRow(text);
}

const splitRow = rememberLately((text: string): SplitRow => {
  const tokens = joinCells(tokenize(text));
  const figures: string[] = [];
  let index = tokens.length - 1;
  while (index >= 0) {
    const token = tokens[index] ?? '';
    if (token === '%' && isFigure(tokens[index - 1] ?? '')) {
      figures.unshift(`${tokens[index - 1] ?? ''} %`);
      index -= 2;
    } else if (isFigure(token) || UNKNOWN_FIGURE.test(token)) {
      figures.unshift(token);
      index -= 1;
    } else break;
  }
  return { label: tokens.slice(0, index + 1).join(' '), figures };
});

/** A figure of a row takes at most so many words with what stands around it: "ca. 1,2 mio. kr.". */
const MOST_CELL_WORDS = 4;
/** So many figures of a line must have words around them, or the words are words of a sentence. */
const LEAST_WORDED_CELLS = 2;

/** The words of a line with each figure at its end in one piece with its unit or "ca.", where several have one: "Løn 1.250.000 kr. 1.300.000 kr.", "Løn ca. 5,0 ca. 6,0". */
function joinCells(tokens: readonly string[]): readonly string[] {
  if (!tokens.some((token) => CELL_WORD.test(token))) return tokens;
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

/** The label of a row when only its last `count` figures are cells: the figures before belong to the label. */
export function takeFigures(row: SplitRow, count: number): SplitRow {
  const spare = row.figures.length - count;
  if (spare <= 0) return row;
  return { label: [row.label, ...row.figures.slice(0, spare)].filter((part) => part !== '').join(' '), figures: row.figures.slice(spare) };
}

/** The words of a line; no-break blanks do not part digits, and neither do the blanks of a figure that tabs part from its neighbours. The division sign is a minus, however far from its digits. */
export const tokenize = rememberLately((text: string): readonly string[] => {
  const joined = text.includes('÷') ? text.replace(/(^|\s)÷ +(?=\d)/g, '$1÷') : text;
  const parts = joined.includes('\t') ? joined.split('\t').map(joinFigure) : [joined];
  return parts.flatMap((part) => part.split(' ')).filter((token) => token !== '');
});

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
