import { endsIn } from '../../../lines/join-lines';
import { type Column } from '../../../../budget/table';
import { isFigure, isPercentText } from '../../../lines/figures/printed-figure';
import { type TextLine } from '../../../lines/document-text';
import { qualifiedStart, SHARE_SIGN } from '../../../lines/figures/split-figures';
import { factsOf } from '../../../lines/line-facts';
import { MOST_STATUS_WORDS, STATUS_CELL, UNKNOWN_FIGURE } from '../../../vocabulary';

/** A row of plain text with its label and a cell for each column, null where nothing is printed. */
export interface WordedRow {
  readonly label: string;
  readonly cells: readonly (string | null)[];
}

/** A line longer than this is no row. */
const MAX_LENGTH = 200;
/** The most words of one figure: "op til 23,3 ± 6,7". */
const MOST_FIGURE_WORDS = 5;
const MARKED = /\d[.,]\d/;

/**
 * A row of which not every cell is a figure: words where a figure is not known yet ("Kaj 10,0 12,0 afventer"), words and shares in the columns behind those of money.
 * Shape: null unless every figure and word has one column; of the last columns, those of words may be empty.
 */
export function readWordedRow(line: Pick<TextLine, 'text'>, columns: readonly Column[]): WordedRow | null {
  const { text, hasDigit, tokens } = factsOf(line);
  if (!hasDigit || text.length > MAX_LENGTH || endsIn(text, '.;:')) return null;
  const money = columns.findIndex((column) => column.kind === 'text') < 0 ? columns.length : columns.findIndex((column) => column.kind === 'text');
  if (money === 0 || columns.slice(money).some((column) => column.kind !== 'text')) return null;
  for (let start = 0; start < tokens.length; start += 1) {
    if (!startsCell(tokens, start)) continue;
    const cells = cellsFrom(tokens, start, money, columns.length - money);
    if (cells !== null) return { label: tokens.slice(0, start).join(' '), cells: [...cells, ...new Array<null>(columns.length - cells.length).fill(null)] };
  }
  return null;
}

function startsCell(tokens: readonly string[], at: number): boolean {
  return figureLength(tokens, at) > 0 || statusLength(tokens, at) > 0;
}

/** How many words a figure takes that starts at a word, with those that call it rough ("ca. 5,0"); 0 when none starts there. */
function figureLength(tokens: readonly string[], at: number): number {
  for (let count = MOST_FIGURE_WORDS; count > 1; count -= 1) {
    const last = at + count - 1;
    if (isFigureWord(tokens[last] ?? '') && qualifiedStart(tokens, last) === at) return count;
  }
  return isFigureWord(tokens[at] ?? '') ? 1 : 0;
}

function isFigureWord(token: string): boolean {
  return isFigure(token) || UNKNOWN_FIGURE.test(token);
}

/** How many words of a status start at a word; 0 when none does. */
function statusLength(tokens: readonly string[], at: number): number {
  for (let count = MOST_STATUS_WORDS; count > 0; count -= 1) {
    if (at + count <= tokens.length && STATUS_CELL.test(tokens.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

/** The cells from a word on: one for each column of money, then those of the columns of words as far as they go; null when they do not come out. */
function cellsFrom(tokens: readonly string[], start: number, money: number, texts: number): string[] | null {
  const cells: string[] = [];
  let at = start;
  while (cells.length < money && at < tokens.length) {
    const words = figureLength(tokens, at);
    const count = words > 0 ? words : statusLength(tokens, at);
    if (count === 0) return null;
    cells.push(tokens.slice(at, at + count).join(words > 1 ? '\u00A0' : ' '));
    at += count;
  }
  const figures = cells.filter((cell) => isFigure(cell));
  if (cells.length < money || figures.length === 0 || (money === 1 && !MARKED.test(figures[0] ?? ''))) return null;
  const rest = restCells(tokens.slice(at), texts);
  return rest === null ? null : [...cells, ...rest];
}

/** What stands behind the money, in cells: figures and shares one by one, words together. */
function restCells(tokens: readonly string[], most: number): string[] | null {
  const cells: string[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const isShareSign = SHARE_SIGN.test(token) && cells.length > 0;
    if (isShareSign || (isOpen && !isFigureWord(token))) cells[cells.length - 1] = `${cells.at(-1) ?? ''} ${token}`;
    else cells.push(token);
    isOpen = !isFigureWord(token) && !isPercentText(cells.at(-1) ?? '');
  }
  if (cells.length > most && most === 1 && !isFigureWord(tokens[0] ?? '')) return [tokens.join(' ')];
  return cells.length > most ? null : cells;
}
