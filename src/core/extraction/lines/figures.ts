import { isDash, isMinus } from '../../money/danish-number';
import { CURRENCY_IN_CELLS, CURRENCY_WORD, UNKNOWN_FIGURE } from '../vocabulary';

/** A row of plain text as its label and the run of figures at its right end. */
export interface SplitRow {
  readonly label: string;
  readonly figures: readonly string[];
}

/** The first and the last group of a figure whose thousands stand apart. */
const GROUP_START = /^[-–−+(]?[1-9]\d{0,2}$/;
const GROUP_END = /^\d{3}\)?$/;

/** One figure whose sign stands apart or whose thousands blanks part. */
const CELL_FIGURE = /^([-–−+]?) *(\d{1,3}(?: \d{3})+(?:,\d{1,3})?|\d[\d.,]*)$/;

/** A line longer than this is no row of a table. */
export const MAX_ROW_LENGTH = 600;

/** Splits a line at its last word that is no figure; figures are numbers, dashes and percentages. */
export function splitFigures(text: string): SplitRow {
  if (text.length > MAX_ROW_LENGTH) return { label: text.trim(), figures: [] };
  const tokens = hasCurrencyInCells(text) ? tokenize(text).filter((token) => !CURRENCY_WORD.test(token)) : tokenize(text);
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
}

/** Whether a line is a row whose every figure bears its currency: the words for it are no words of the row. */
export function hasCurrencyInCells(text: string): boolean {
  return text.length <= MAX_ROW_LENGTH && CURRENCY_IN_CELLS.test(text);
}

/** The label of a row when only its last `count` figures are cells: the figures before belong to the label. */
export function takeFigures(row: SplitRow, count: number): SplitRow {
  const spare = row.figures.length - count;
  if (spare <= 0) return row;
  return { label: [row.label, ...row.figures.slice(0, spare)].filter((part) => part !== '').join(' '), figures: row.figures.slice(spare) };
}

/**
 * A row whose figures part thousands by a blank ("4 500 12 000"), in one piece each; null when its figures are no such pairs for every column.
 * `isKnown` tells that another row of the table prints them so: then figures below a thousand may stand among them.
 */
export function joinGroups(row: SplitRow, count: number, isKnown: boolean): SplitRow | null {
  const { figures } = row;
  const isPairs = figures.length === 2 * count && figures.every((figure, index) => (index % 2 === 0 ? GROUP_START : GROUP_END).test(figure));
  if (!isPairs && (!isKnown || figures.length <= count)) return null;
  const joined: string[] = [];
  for (let index = figures.length - 1; index >= 0; index -= 1) {
    const [figure, before] = [figures[index] ?? '', figures[index - 1] ?? ''];
    const isPair = GROUP_END.test(figure) && GROUP_START.test(before);
    joined.unshift(isPair ? `${before}\u00A0${figure}` : figure);
    if (isPair) index -= 1;
  }
  return joined.length === count ? { label: row.label, figures: joined } : null;
}

/** The words of a line; no-break blanks do not part digits, and neither do the blanks of a figure that tabs part from its neighbours. The division sign is a minus, however far from its digits. */
export function tokenize(text: string): string[] {
  const joined = text.includes('÷') ? text.replace(/(^|\s)÷ +(?=\d)/g, '$1÷') : text;
  const parts = joined.includes('\t') ? joined.split('\t').map(joinFigure) : [joined];
  return parts.flatMap((part) => part.split(/[ \t]+/)).filter((token) => token !== '');
}

/** A cell that holds one figure, its sign and groups of digits parted by blanks, as one word; any other as it is. */
function joinFigure(cell: string): string {
  const match = CELL_FIGURE.exec(cell.trim());
  return match === null ? cell : `${match[1] ?? ''}${(match[2] ?? '').replaceAll(' ', '\u00A0')}`;
}

/** Whether a word can be a table cell with a figure: digits with marks, signs, parentheses, a per cent sign and footnote marks, or a dash. */
export function isFigure(token: string): boolean {
  if (token.length === 0 || token.length > 30) return false;
  if (token.length <= 2 && [...token].every(isDash)) return true;
  const core = token.replace(/\*{1,4}$/, '').replace(/%$/, '');
  let digits = 0;
  for (let index = 0; index < core.length; index += 1) {
    const character = core.charAt(index);
    if (character >= '0' && character <= '9') {
      digits += 1;
      continue;
    }
    if (character === ',' || character === '.' || character === '\u00A0' || character === '\u202F' || character === '\u2009') {
      if (index === 0 || index === core.length - 1) return false;
      continue;
    }
    const isEdge = index <= 1 || index === core.length - 1;
    if (isEdge && (isMinus(character) || character === '(' || character === ')' || character === '+')) continue;
    return false;
  }
  return digits > 0;
}

/** Whether a text is one whole number, as numbers of rows are. */
export function isRowNumber(text: string): boolean {
  return /^\d{1,4}\.?$/.test(text) || /^\d{1,2}(?:\.\d{1,2}){1,3}\.?$/.test(text);
}
