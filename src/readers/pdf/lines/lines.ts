import { raisedTail, raiseMark } from '../../characters';
import { type Word } from '../../../core/extraction/lines/document-text';
import { type Piece } from '../text/pieces';

/** A line of a page while it is being made. `part` numbers the columns of running text that a page is read in. */
export interface DraftLine {
  readonly words: readonly Word[];
  readonly part: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
  /** The fonts of its text, raised marks apart, by the names that pdf.js gives them. */
  readonly fonts: readonly string[];
  /** Whether most of it is printed twice a hair's breadth apart: a poor man's bold. */
  readonly isBold: boolean;
  role: 'body' | 'furniture' | 'footnote';
}

/** Pieces whose baselines differ by less than this share of the type size stand on one line. */
const SAME_BASELINE = 0.22;

/** A gap narrower than this share of the type size is no gap between words. Source: pdf.js takes 0.102 for a blank. */
const WORD_GAP = 0.12;

/** A mark is at most this share of the type that it stands beside, and raised by a share within these bounds. */
const MARK_SIZE = 0.82;
const LEAST_RAISE = 0.08;
const GREATEST_RAISE = 0.75;
const GREATEST_RAISE_OF_FIGURE = 0.55;
const MARK_GAP = 0.2;
const GREATEST_DROP = 0.35;

/** Groups pieces to lines by their baselines, from the top down; raised marks join the line that they belong to. */
export function clusterLines(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((one, other) => one.baseline - other.baseline || one.left - other.left);
  const lines: { baseline: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && piece.baseline - line.baseline <= SAME_BASELINE * Math.min(line.size, piece.size)) {
      line.pieces.push(piece);
      line.size = Math.max(line.size, piece.size);
    } else {
      lines.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
    }
  }
  joinMarks(lines);
  return lines.filter((line) => line.pieces.length > 0).map((line) => line.pieces.sort((one, other) => one.left - other.left));
}

/** Moves small raised (or lowered) pieces to the line of the larger text that they touch. */
function joinMarks(lines: { baseline: number; size: number; pieces: Piece[] }[]): void {
  for (const [index, line] of lines.entries()) {
    for (const piece of line.pieces) {
      if (piece.size > MARK_SIZE * line.size) continue;
      if (line.pieces.some((other) => isMarkOf(piece, other) && piece.baseline < other.baseline - LEAST_RAISE * other.size)) piece.isRaised = true;
    }
    for (const step of [1, 2, -1, -2]) {
      const host = lines[index + step];
      if (host === undefined || Math.abs(host.baseline - line.baseline) > GREATEST_RAISE * host.size) continue;
      const isAbove = line.baseline < host.baseline;
      const staying: Piece[] = [];
      for (const piece of line.pieces) {
        const base = host.pieces.find((other) => isMarkOf(piece, other) || (isAbove && isRaisedFigure(piece, other)));
        if (base === undefined) staying.push(piece);
        else {
          piece.isRaised = isAbove;
          host.pieces.push(piece);
        }
      }
      line.pieces.splice(0, line.pieces.length, ...staying);
    }
  }
}

/** Whether a piece is small and right beside a larger one, within its height. */
function isMarkOf(piece: Piece, base: Piece): boolean {
  if (piece === base || piece.size > MARK_SIZE * base.size) return false;
  return touches(piece, base) && isWithinHeight(piece, base);
}

/** Whether a piece of ordinary size is a figure or an asterisk that is raised beside a word. */
function isRaisedFigure(piece: Piece, base: Piece): boolean {
  const gap = piece.left - base.right;
  const raise = base.baseline - piece.baseline;
  return piece !== base && /^[\d*)†‡,]{1,3}$/.test(piece.text) && piece.size <= base.size * 1.02 && gap > -0.3 * base.size && gap < MARK_GAP * base.size && raise <= GREATEST_RAISE_OF_FIGURE * base.size;
}

function touches(piece: Piece, base: Piece): boolean {
  const after = piece.left - base.right;
  const before = base.left - piece.right;
  return (after > -0.3 * base.size && after < 0.45 * base.size) || (before > -0.2 * base.size && before < 0.6 * base.size);
}

function isWithinHeight(piece: Piece, base: Piece): boolean {
  const raise = base.baseline - piece.baseline;
  return raise <= GREATEST_RAISE * base.size && raise >= -GREATEST_DROP * base.size;
}

/** One line with its words, from pieces that stand on it from left to right. */
export function makeLine(pieces: readonly Piece[], part: number): DraftLine {
  const words = joinWords(pieces);
  let letters = 0;
  let boldLetters = 0;
  for (const word of words) {
    letters += word.text.length;
    if (word.isBold) boldLetters += word.text.length;
  }
  let widest = pieces[0] as Piece;
  let { left, right, top, bottom } = widest;
  const fonts: string[] = [];
  for (const piece of pieces) {
    if (!piece.isRaised && !fonts.includes(piece.font)) fonts.push(piece.font);
    if (piece.right - piece.left > widest.right - widest.left) widest = piece;
    left = Math.min(left, piece.left);
    right = Math.max(right, piece.right);
    top = Math.min(top, piece.top);
    bottom = Math.max(bottom, piece.bottom);
  }
  return { words, part, left, right, top, bottom, baseline: widest.baseline, size: widest.size, fonts, isBold: boldLetters * 2 > letters, role: 'body' };
}

function joinWords(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let group: Piece[] = [];
  const flush = (): void => {
    addWord(words, group);
    group = [];
  };
  for (const piece of pieces) {
    const last = group.at(-1);
    if (last !== undefined && !isOneWord(last, piece)) flush();
    group.push(piece);
  }
  flush();
  return words;
}

function isOneWord(last: Piece, next: Piece): boolean {
  if (last.isRaised !== next.isRaised) return false;
  const size = Math.max(last.size, next.size);
  const gap = next.left - last.right;
  if (gap < -0.3 * size) return false;
  return gap < (next.hasBlankBefore ? WORD_GAP / 2 : WORD_GAP) * size;
}

/** A word from the pieces that touch; a raised tail in raised signs becomes a mark of its own. */
function addWord(words: Word[], group: readonly Piece[]): void {
  const [first] = group;
  if (first === undefined) return;
  let text = first.text;
  let { top, right, bottom } = first;
  for (let index = 1; index < group.length; index += 1) {
    const piece = group[index] as Piece;
    text += piece.text;
    top = Math.min(top, piece.top);
    right = Math.max(right, piece.right);
    bottom = Math.max(bottom, piece.bottom);
  }
  const fontSizePt = first.size;
  const isBold = first.isDoubled;
  const box = { left: first.left, top, right, bottom };
  if (first.isRaised) {
    words.push({ text: raiseMark(text), box, fontSizePt, isBold, isSuperscript: true });
    return;
  }
  const tail = raisedTail(text);
  if (tail === null) {
    words.push({ text, box, fontSizePt, isBold, isSuperscript: false });
    return;
  }
  const middle = box.left + ((right - box.left) * tail) / text.length;
  words.push({ text: text.slice(0, tail), box: { ...box, right: middle }, fontSizePt, isBold, isSuperscript: false });
  words.push({ text: text.slice(tail), box: { ...box, left: middle }, fontSizePt, isBold, isSuperscript: true });
}
