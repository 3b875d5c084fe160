import { isDash, isGroupMark, isMinus } from '../../../money/danish-number';
import { type Unit } from '../../../money/unit';
import { APPROXIMATELY, CELL_MARGIN, CELL_UNITS, CURRENCY_BEFORE_FIGURE, FORMULA_ERROR } from '../../vocabulary';

/** What a cell prints besides a figure's digits. Shape: `digits` with its sign, as `readNumber` takes it. */
export interface PrintedFigure {
  readonly digits: string;
  /** The unit that stands in the cell itself; null where none does. */
  readonly unit: Unit | null;
  /** Whether the cell calls its figure rough: "ca. 5,0", "23,3 ± 6,7". */
  readonly isApproximate: boolean;
}

/** A text longer than this is no cell of one figure. */
const MAX_LENGTH = 40;
/** A figure whose thousands single blanks part, its sign aside: one cell, one figure. */
const BLANK_GROUPS = /^[-–−‐\u2011—÷+(]? ?[1-9]\d{0,2}(?:[ \u00A0\u202F\u2009\u2007]\d{3})+(?:,\d{1,3})?\)?$/;
const SIGN_APART = /^([-–−‐\u2011—÷+]) +(?=\d)/;
const KRONER_DASH = /(?<=\d),[-–—]$/;
const PERCENT = /\d\s*(?:%|pct\.?|procent)\**$/i;

/** A word longer than this is no figure, and more footnote stars than this stand behind none. */
const MAX_FIGURE_LENGTH = 30;
const MOST_STARS = 4;

/** A footnote mark of its own: "1)". */
const NOTE_MARK = /^\d\)$/;
/** Signs that stand close to a figure and call it rough. */
const ROUGH_SIGN = /^[~≈]/;
/** A spreadsheet's answer where a figure finds no room. */
const HASHES = /^#{2,}$/;
/** Letters that scanning puts in the place of digits, in a figure with marks and in a whole number. */
const LOOKALIKE = /[OoIlS|B]/;
/** What such a figure can end in. */
const DAMAGED_ENDS = '0123456789OoIlS|B)';
const DAMAGED_MARKED = /^[-–−(]?(?:[\dOoIlS|B]{1,3}(?:\.[\dOoIlS|B]{3})+(?:,[\dOoIlS|B]{1,2})?|[\dOoIlS|B]{1,9},[\dOoIlS|B]{1,3}|\d[\dOoIlS|B]{0,8}\.[\dOoIlS|B]{1,2})\)?$/;
const DAMAGED_WHOLE = /^[-–−(]?\d(?:[\dO]|[lI](?=[\dO])){1,9}\)?$/;

/** The one figure that a cell prints, with what stands around it; null when it prints none, or more than a figure. */
export function readPrintedFigure(text: string): PrintedFigure | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  if (isPlainFigure(trimmed) && (isDigit(trimmed.charCodeAt(trimmed.length - 1)) || !KRONER_DASH.test(trimmed))) return { digits: trimmed, unit: null, isApproximate: false };
  const isEnclosed = trimmed.startsWith('(') && trimmed.endsWith(')');
  const stripped = strip(isEnclosed ? trimmed.slice(1, -1).trim() : trimmed);
  if (stripped === null) return null;
  return isEnclosed ? { ...stripped, digits: `(${stripped.digits})` } : stripped;
}

/** Whether a text is a share: "40,0 %", "25 pct.". */
export function isPercentText(text: string): boolean {
  return text.length <= MAX_LENGTH && !isDigit(text.charCodeAt(text.length - 1)) && PERCENT.test(text.trim());
}

/** Whether a text stands where a figure stood and is none any more: letters among its digits ("1O,5", "l,2"), or "####". */
export function isDamagedFigure(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  if (text.startsWith('#')) return HASHES.test(text) || FORMULA_ERROR.test(text);
  if (!DAMAGED_ENDS.includes(text.charAt(text.length - 1))) return false;
  return LOOKALIKE.test(text) && /\d|^[Oo],[Oo]$/.test(text) && (DAMAGED_MARKED.test(text) || DAMAGED_WHOLE.test(text));
}

function strip(text: string): PrintedFigure | null {
  let rest = text;
  let unit: Unit | null = null;
  let isApproximate = false;
  const margin = CELL_MARGIN.exec(rest);
  if (margin !== null) {
    rest = rest.slice(0, margin.index).trimEnd();
    isApproximate = true;
  }
  const behind = CELL_UNITS.find(({ pattern }) => pattern.test(rest));
  if (behind !== undefined) {
    rest = rest.replace(behind.pattern, '').trimEnd();
    unit = behind.unit;
  } else if (KRONER_DASH.test(rest)) {
    rest = rest.replace(KRONER_DASH, '');
    unit = 'kr.';
  }
  for (let round = 0; round < 2; round += 1) {
    const called = APPROXIMATELY.exec(rest);
    if (called !== null) {
      rest = rest.slice(called[0].length);
      isApproximate = true;
    }
    const currency = CURRENCY_BEFORE_FIGURE.exec(rest);
    if (currency !== null) {
      rest = `${currency[1] ?? ''}${rest.slice(currency[0].length)}`;
      unit ??= 'kr.';
    }
  }
  const digits = rest.replace(SIGN_APART, '$1');
  const isWhole = isPlainFigure(digits) || BLANK_GROUPS.test(digits) || (digits !== '' && digits.length <= 2 && [...digits].every(isDash));
  return isWhole ? { digits, unit, isApproximate } : null;
}

/**
 * Whether a word can be a table cell with a figure: a figure of its own, one joined by no-break blanks with what stands around it, or what is left of one.
 */
export function isFigure(token: string): boolean {
  if (ROUGH_SIGN.test(token)) return /\d/.test(token) && isPlainFigure(token.slice(1));
  return isPlainFigure(token) || isDamagedFigure(token) || (token.includes('\u00A0') && readPrintedFigure(token) !== null);
}

/** Whether a word is a figure of its own: digits with marks, signs, parentheses, a per cent sign and footnote marks, or a dash. */
function isPlainFigure(token: string): boolean {
  const { length } = token;
  if (length === 0 || length > MAX_FIGURE_LENGTH || NOTE_MARK.test(token)) return false;
  const end = coreEnd(token);
  let digits = 0;
  for (let index = 0; index < end; index += 1) {
    const code = token.charCodeAt(index);
    if (isDigit(code)) digits += 1;
    else if (code === COMMA || code === FULL_STOP || isGroupMark(token.charAt(index))) {
      if (index === 0 || index === end - 1) return false;
    } else if ((index > 1 && index !== end - 1) || !isFigureEdge(token.charAt(index))) return false;
  }
  return digits > 0 || (length <= 2 && isDash(token.charAt(0)) && isDash(token.charAt(length - 1)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Where a figure ends, the footnote marks and the per cent sign behind it aside. */
function coreEnd(token: string): number {
  let end = token.length;
  while (end > token.length - MOST_STARS && isFootnoteMark(token.charCodeAt(end - 1))) end -= 1;
  return token.charCodeAt(end - 1) === 37 ? end - 1 : end;
}

/** A star or a raised digit. */
export function isFootnoteMark(code: number): boolean {
  return code === 42 || code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2074 && code <= 0x2079) || code === 0x2070;
}

const COMMA = 44;
const FULL_STOP = 46;

function isFigureEdge(character: string): boolean {
  return character === '(' || character === ')' || character === '+' || isMinus(character);
}
