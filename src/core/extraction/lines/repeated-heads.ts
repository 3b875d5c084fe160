import { type Box } from '../../budget/position';
import { type TextLine } from './document-text';
import { isFigure } from './figures/printed-figure';
import { startsNote } from '../tables/notes';
import { readUnit } from '../tables/header/stated-unit';
import { CONTINUED_HEAD, TABLE_LINE } from '../vocabulary';

/** A head takes at most so many lines, and lines of one head start at the same place within so many points. */
const MAX_HEAD_LINES = 12;
const SAME_PLACE_PT = 2;
/** A line of so many words and more over so much of a table's width, without a gap of so many type sizes, is running text. */
const PROSE_WORDS = 7;
const PROSE_SHARE = 0.6;
const COLUMN_GAP = 0.9;
/** A gap narrower than so many type sizes is a blank. */
const BLANK = 0.5;

/** Stretches of lines, by the index of the first and of the first line behind. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Lines whose words have places, without the heads that a table prints again at the top of every page that it goes on to ("Tabel 1 (fortsat)" among them).
 * Shape: a head is repeated when the page before has the same lines at the same places, and nothing but rows stands between; the head of a table whose
 * rows only start on the next page stays there.
 */
export function withoutRepeatedHeads(lines: readonly TextLine[]): TextLine[] {
  const dropped = new Set<number>();
  for (let index = 1; index < lines.length; index += 1) {
    const [last, line] = [lines[index - 1], lines[index]];
    if (!hasPlace(line) || !hasPlace(last) || line.page === last.page) continue;
    const stretch = repeatedHead(lines, index);
    if (stretch !== null) for (let at = stretch.from; at < stretch.to; at += 1) dropped.add(at);
  }
  return dropped.size === 0 ? [...lines] : withoutLines(lines, dropped);
}

function hasPlace(line: TextLine | undefined): line is TextLine & { box: Box } {
  return line !== undefined && line.box !== null;
}

/** What to drop for the page that starts at a line: its repeated head, or the same head without rows at the end of the page before. */
function repeatedHead(lines: readonly TextLine[], start: number): Stretch | null {
  const announced = countAnnouncing(lines, start);
  const top = start + announced;
  const page = lines[start - 1]?.page;
  for (let first = start - 1; first >= 0 && lines[first]?.page === page; first -= 1) {
    let count = 0;
    while (count < MAX_HEAD_LINES && first + count < start && isSameLine(lines[first + count], lines[top + count], lines[top]?.page ?? null)) count += 1;
    const head = lines.slice(top, top + count);
    if (count === 0 || !isHead(head) || !areRows(lines.slice(first + count, start), head)) continue;
    return first + count === start && announced === 0 ? { from: first, to: start } : { from: start, to: top + count };
  }
  return null;
}

/** Lines at the top of a page that only say that a table goes on. */
function countAnnouncing(lines: readonly TextLine[], start: number): number {
  let count = 0;
  while (count < 2 && CONTINUED_HEAD.test(lines[start + count]?.text ?? '') && TABLE_LINE.test(lines[start]?.text.trim() ?? '')) count += 1;
  return count;
}

function isSameLine(one: TextLine | undefined, other: TextLine | undefined, page: number | null): boolean {
  if (!hasPlace(one) || !hasPlace(other) || other.page !== page) return false;
  const isSameText = one.text === other.text || one.text === other.text.replace(CONTINUED_HEAD, '');
  return isSameText && Math.abs(one.box.left - other.box.left) <= SAME_PLACE_PT && !one.words.some((word) => isFigure(word.text) && /\d[.,]\d|^\D+$/.test(word.text) && readUnit(`${word.text} kr.`) !== '1.000 kr.');
}

/** Whether lines head columns: they name a unit or several years. */
function isHead(lines: readonly TextLine[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  return (text.match(/\b(?:19|20)\d\d\b/g)?.length ?? 0) >= 2 || readUnit(text) !== null || hasUnitOverLines(lines);
}

/** "1.000" above "kr.", with other cells' words between them. */
function hasUnitOverLines(lines: readonly TextLine[]): boolean {
  return lines.some((line) => line.words.some((word) => word.text === 'kr.')) && lines.some((line) => line.words.some((word) => /^(?:1[.,]000|mio\.|mia\.|t\.)$/i.test(word.text)));
}

/** Whether lines can be rows of a table: no caption, no note, no running text across the columns of its head. */
function areRows(between: readonly TextLine[], head: readonly TextLine[]): boolean {
  const columns = columnsOf(head);
  const width = (columns[columns.length - 1]?.right ?? 0) - (columns[0]?.left ?? 0);
  return between.every((line) => line.box !== null && !TABLE_LINE.test(line.text.trim()) && !startsNote(line) && !isProse(line, width) && !isAcross(line, columns.slice(1)));
}

interface Extent {
  left: number;
  right: number;
}

/** The stretches of a head's words from left to right, parted where no line of it prints anything. */
function columnsOf(head: readonly TextLine[]): Extent[] {
  const extents = head.flatMap((line) => stretchesOf(line)).sort((one, other) => one.left - other.left);
  const columns: Extent[] = [];
  for (const { left, right } of extents) {
    const last = columns[columns.length - 1];
    if (last === undefined || left > last.right) columns.push({ left, right });
    else last.right = Math.max(last.right, right);
  }
  return columns;
}

/** The words of a line as stretches that blanks alone part; years in a row are cells each. */
function stretchesOf(line: TextLine): Extent[] {
  const stretches: Extent[] = [];
  let last: string | null = null;
  for (const { text, box } of line.words) {
    if (box === null) continue;
    const open = stretches[stretches.length - 1];
    const isCell = isFigure(text) && last !== null && isFigure(last);
    if (open === undefined || isCell || box.left - open.right >= BLANK * (line.fontSizePt ?? 0)) stretches.push({ left: box.left, right: box.right });
    else open.right = box.right;
    last = text;
  }
  return stretches;
}

/** Whether words go on over several columns behind the first. */
function isAcross(line: TextLine, columns: readonly Extent[]): boolean {
  return stretchesOf(line).some(({ left, right }) => columns.filter((column) => Math.min(right, column.right) - Math.max(left, column.left) > 0.5 * (column.right - column.left)).length > 1 && left >= (columns[0]?.left ?? 0) - (line.fontSizePt ?? 0));
}

function isProse(line: TextLine, width: number): boolean {
  if (line.words.length < PROSE_WORDS || line.box === null || line.box.right - line.box.left < PROSE_SHARE * width) return false;
  return line.words.every((word, index) => (word.box?.left ?? 0) - (line.words[index - 1]?.box?.right ?? word.box?.left ?? 0) < COLUMN_GAP * (line.fontSizePt ?? 0));
}

/** The lines that stay. What stands behind a repeated head goes on with the table: neither a page nor a paragraph starts there. */
function withoutLines(lines: readonly TextLine[], dropped: ReadonlySet<number>): TextLine[] {
  return lines.flatMap((line, index) => {
    if (dropped.has(index)) return [];
    return dropped.has(index - 1) && line.page === lines[index - 1]?.page ? [{ ...line, isPageStart: false, blankLinesBefore: 0 }] : [line];
  });
}
