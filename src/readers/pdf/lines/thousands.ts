import { type Box } from '../../../core/budget/position';
import { type Word } from '../../../core/extraction/lines/document-text';
import { type DraftLine } from './lines';

/** Figures in groups of three with a gap up to this share of the type size may be one number. */
const THOUSANDS_GAP = 0.4;
/** Where both stand free, as in a cell, the gap is the blank of the type: at most so many digits wide. */
const BLANK_IN_DIGITS = 0.58;
/** A figure stands free of words when gaps of so many type sizes are on both its sides. */
const FREE_GAP = 0.7;
/** Figures end at one edge when their ends differ by less, on lines that are at most so many type sizes apart. Units of the first: points. */
const SAME_EDGE_PT = 1.3;
const EDGE_REACH = 30;

const HEAD = /^[-–−(]?[1-9]\d{0,2}(?:\u00A0\d{3})*$/;
const GROUP = /^\d{3}(?:,\d+)?\)?$/;
const CELL_FIGURE = /^[-–−(]?\d[\d.,]*\)?$/;
/** A figure that has its decimals, or waits for them, has no more groups behind it. */
const ENDED = /,\d*\)?$/;

/** A figure that stands free on its line. Units: points. */
interface Cell {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly isEnded: boolean;
}

/**
 * The lines of a page with figures that a no-break blank parts into groups of three ("1 234,5") as one word, with that blank kept.
 * Shape: only the blank of the type parts such groups. Where another figure ends at the place of the first group, a column does, and the two are figures of two columns.
 */
export function joinThousands(lines: readonly DraftLine[]): DraftLine[] {
  if (!lines.some(({ words }) => hasPair(words))) return [...lines];
  const cells = cellsByEnd(lines);
  return lines.map((line) => (hasPair(line.words) ? { ...line, words: joinLine(line, cells) } : line));
}

function hasPair(words: readonly Word[]): boolean {
  return words.some((word, index) => isThousandsPair(words[index - 1], word));
}

function joinLine({ words, baseline, size }: DraftLine, cells: ReadonlyMap<number, readonly Cell[]>): Word[] {
  const joined: Word[] = [];
  words.forEach((word, index) => {
    const last = joined.at(-1);
    const [lastBox, box] = [last?.box ?? null, word.box];
    const isOne = last !== undefined && lastBox !== null && box !== null && isThousandsPair(last, word) && isBlank(words, index) && !endsColumn(lastBox, baseline, size, cells);
    if (!isOne) joined.push(word);
    else joined[joined.length - 1] = { ...last, text: `${last.text}\u00A0${word.text}`, box: { ...lastBox, top: Math.min(lastBox.top, box.top), right: box.right, bottom: Math.max(lastBox.bottom, box.bottom) } };
  });
  return joined;
}

/** Whether two neighbours of one type may be the groups of one number. */
function isThousandsPair(last: Word | undefined, next: Word): boolean {
  if (last === undefined || last.isSuperscript || next.isSuperscript || last.box === null || next.box === null) return false;
  if (!GROUP.test(next.text) || !HEAD.test(last.text)) return false;
  return next.box.left - last.box.right <= THOUSANDS_GAP * (next.fontSizePt ?? 0) && Math.abs((last.fontSizePt ?? 0) - (next.fontSizePt ?? 0)) < 0.5;
}

/** Whether the gap before a group is the blank of its type; in running text, which may be justified, a wider one is. */
function isBlank(words: readonly Word[], index: number): boolean {
  const room = roomAround(words[index]);
  if (gapBefore(words, index - 1) < room || gapBefore(words, index + 1) < room) return true;
  const { text, box } = words[index] ?? { text: '', box: null };
  const digits = [...text].reduce((sum, letter) => sum + (/\d/.test(letter) ? 1 : 0.5), 0);
  return box !== null && gapBefore(words, index) <= (BLANK_IN_DIGITS * (box.right - box.left)) / digits;
}

/** The gap in front of a word, or behind the last one. Units: points, without end at the ends of the line. */
function gapBefore(words: readonly Word[], index: number): number {
  const [before, box] = [words[index - 1]?.box ?? null, words[index]?.box ?? null];
  return before === null || box === null ? Number.POSITIVE_INFINITY : box.left - before.right;
}

function roomAround(word: Word | undefined): number {
  return FREE_GAP * (word?.fontSizePt ?? 0);
}

/** The figures of a page that stand free, or beside others that have their decimals, by where they end. */
function cellsByEnd(lines: readonly DraftLine[]): Map<number, Cell[]> {
  const cells = new Map<number, Cell[]>();
  for (const { words, baseline } of lines) {
    words.forEach(({ text, box }, index) => {
      if (box === null || !CELL_FIGURE.test(text) || !isCell(words, index)) return;
      const key = Math.round(box.right);
      const same = cells.get(key) ?? [];
      same.push({ left: box.left, right: box.right, baseline, isEnded: ENDED.test(text) });
      cells.set(key, same);
    });
  }
  return cells;
}

/** Whether wide gaps or the line's ends are on both sides of a figure; a figure that has its decimals may stand close to others that have theirs. */
function isCell(words: readonly Word[], index: number): boolean {
  const isEnded = (at: number): boolean => CELL_FIGURE.test(words[at]?.text ?? '') && ENDED.test(words[at]?.text ?? '');
  const room = roomAround(words[index]);
  return [index - 1, index + 1].every((at) => gapBefore(words, Math.max(at, index)) >= room || (isEnded(index) && isEnded(at)));
}

/** Whether a figure of another line ends where this one does, and does not start there too as the figures of a column do that is set to the left. */
function endsColumn(box: Box, baseline: number, size: number, cells: ReadonlyMap<number, readonly Cell[]>): boolean {
  const key = Math.round(box.right);
  const near = [key - 2, key - 1, key, key + 1, key + 2].flatMap((place) => cells.get(place) ?? []);
  return near.some((cell) => Math.abs(cell.right - box.right) <= SAME_EDGE_PT && Math.abs(cell.baseline - baseline) <= EDGE_REACH * size && (cell.isEnded || Math.abs(cell.left - box.left) > SAME_EDGE_PT));
}
