import { type Position } from '../../../budget/position';
import { type Cell } from '../../../budget/table';
import { amountOf } from '../../../money/amount';
import { isDash, type NumberStyle, readNumber } from '../../../money/danish-number';
import { type Unit } from '../../../money/unit';
import { isDamagedFigure, isFootnoteMark, isPercentText, type PrintedFigure, readPrintedFigure } from '../../lines/figures/printed-figure';
import { type RawCell } from '../raw-table';

/** How the figures of a table are to be read: the unit, the number style and the decimals that its other figures print. */
export interface CellContext {
  readonly unit: Unit | null;
  readonly style: NumberStyle;
  readonly decimals: number;
}

/** A cell with the footnote marks that were glued to its figure. */
export interface ReadCell {
  readonly cell: Cell;
  readonly marks: readonly string[];
}

/** Stars or raised digits behind a figure. */
const MARKS = /(\*{1,4}|[¹²³⁰⁴-⁹]{1,2})$/u;
/** A footnote digit with its closing parenthesis behind a figure: "-0,51)", "-1)". */
const GLUED_NOTE = /^([^()]*?)(\d)\)$/;

/**
 * What a printed cell says: an amount, nil, text, or a figure that cannot be read. The unit in the cell itself goes before the table's;
 * without either no figure is an amount.
 */
export function readCell(raw: RawCell, context: CellContext): ReadCell {
  const taken = takeMarks(raw, context);
  const text = raw.text.trim();
  if (taken.text === '') return { cell: { kind: 'blank', position: raw.position }, marks: taken.marks };
  return { cell: readText(text, taken.text, raw.position, context), marks: taken.marks };
}

function readText(text: string, bare: string, position: Position, context: CellContext): Cell {
  if (isPercentText(bare)) return { kind: 'text', text, position };
  if (isDamagedFigure(bare)) return { kind: 'unreadable', text, position };
  const printed = readPrintedFigure(bare);
  const number = readNumber(printed?.digits ?? bare, context.style);
  if (number.kind === 'nil') return { kind: 'nil', text, position };
  if (number.kind === 'malformed') {
    const isFigure = printed !== null || (/\d/.test(bare) && !/[a-zæøå]{2}/i.test(bare));
    return { kind: isFigure ? 'unreadable' : 'text', text, position };
  }
  const unit = printed?.unit ?? context.unit;
  if (unit === null) return { kind: 'unreadable', text, position };
  const amount = amountOf(number.coefficient, number.decimals, unit);
  return { kind: 'amount', amount, text, position, ...(printed?.isApproximate === true ? { isApproximate: true } : {}) };
}

/** The one figure of a cell, its footnote marks aside; null when it holds none. */
export function figureOfCell(text: string): PrintedFigure | null {
  return readPrintedFigure(withoutMarks(text.trim()));
}

function withoutMarks(text: string): string {
  return isFootnoteMark(text.charCodeAt(text.length - 1)) ? text.replace(MARKS, '') : text;
}

/** The digits of every cell that holds one figure, for what all of them tell together. */
export function digitsOf(texts: readonly string[]): string[] {
  return texts.map((text) => figureOfCell(text)?.digits ?? text);
}

/** The decimals that most figures of a table print. */
export function usualDecimals(texts: readonly string[], style: NumberStyle): number {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const number = readNumber(withoutMarks(text), style);
    if (number.kind === 'number') counts.set(number.decimals, (counts.get(number.decimals) ?? 0) + 1);
  }
  let best = 0;
  let bestCount = 0;
  for (const [decimals, count] of counts) {
    if (count > bestCount) {
      best = decimals;
      bestCount = count;
    }
  }
  return best;
}

/**
 * Which marks a table's figures use. Two marks in one figure (alike: both part thousands), or one mark with one or two digits behind it, are evidence; three digits are none,
 * and take the evidence from their mark: a table does not print decimals and thousands behind the same one.
 * Shape: null when the figures do not tell.
 */
export function detectNumberStyle(texts: readonly string[]): NumberStyle | null {
  let danish = 0;
  let english = 0;
  let hasCommaGroups = false;
  let hasPointGroups = false;
  for (const text of texts) {
    const comma = text.lastIndexOf(',');
    const point = text.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      if (comma > point) danish += 1;
      else english += 1;
      continue;
    }
    const mark = Math.max(comma, point);
    if (mark < 0) continue;
    if (text.indexOf(text.charAt(mark)) < mark) {
      if (comma >= 0) english += 1;
      else danish += 1;
      continue;
    }
    const digits = /^\d*/.exec(text.slice(mark + 1))?.[0].length ?? 0;
    if (digits === 3 && comma >= 0) hasCommaGroups = true;
    if (digits === 3 && point >= 0) hasPointGroups = true;
    if (digits === 3 || digits === 0) continue;
    if (comma >= 0) danish += 1;
    else english += 1;
  }
  if (danish === english || (danish > english ? hasCommaGroups : hasPointGroups)) return null;
  return danish > english ? 'danish' : 'english';
}

function takeMarks(raw: RawCell, context: CellContext): { text: string; marks: readonly string[] } {
  const text = raw.text.trim();
  const behind = isFootnoteMark(text.charCodeAt(text.length - 1)) ? MARKS.exec(text) : null;
  if (behind !== null) return { text: text.slice(0, -(behind[1] ?? '').length).trimEnd(), marks: [...raw.marks, behind[1] ?? ''] };
  const glued = text.endsWith(')') ? GLUED_NOTE.exec(text) : null;
  if (glued === null) return { text, marks: raw.marks };
  const figure = (glued[1] ?? '').trim();
  const mark = `${glued[2] ?? ''})`;
  if (figure.length > 0 && [...figure].every(isDash)) return { text: figure, marks: [...raw.marks, mark] };
  const number = readNumber(figure, context.style);
  return number.kind === 'number' && number.decimals === context.decimals ? { text: figure, marks: [...raw.marks, mark] } : { text, marks: raw.marks };
}
