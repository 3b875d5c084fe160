import { clusterLines } from './lines';
import { type Piece } from '../text/pieces';

/** A stretch of a line without a wide gap. */
interface Segment {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
  readonly characters: number;
}

/** A gap at least this share of the type size wide may part two columns of running text. */
const GUTTER = 1;

/** Running text in columns has at least so many lines in each, of at least so many characters on average, nearly all of them letters. */
const LEAST_LINES = 6;
const LEAST_CHARACTERS = 25;
const LEAST_LETTER_SHARE = 0.85;

/** Running text fills its column: most lines reach this share of the column's width. */
const FILLED = 0.7;

/**
 * The parts of a page in reading order, each as its lines: columns of running text one after the other, everything else as one part.
 * Tables are never taken apart: figures, short lines or rows that start on the same heights with gaps between keep a page whole.
 */
export function readingParts(pieces: readonly Piece[]): Piece[][][] {
  const lines = clusterLines(pieces);
  const split = findGutter(lines.flatMap(splitAtGaps));
  if (split === null) return [lines];
  const [above = [], left = [], right = [], below = []] = [split.above, split.left, split.right, split.below].map((group) =>
    group.flatMap((segment) => segment.pieces),
  );
  return [clusterLines(above), clusterLines(left), ...readingParts(right), ...readingParts(below)].filter((part) => part.length > 0);
}

function splitAtGaps(line: readonly Piece[]): Segment[] {
  const segments: Piece[][] = [];
  for (const piece of line) {
    const current = segments.at(-1);
    const last = current?.at(-1);
    if (current === undefined || last === undefined || piece.left - last.right > GUTTER * Math.max(last.size, piece.size)) segments.push([piece]);
    else current.push(piece);
  }
  return segments.map(measure);
}

function measure(pieces: readonly Piece[]): Segment {
  let { left, right, top, bottom, baseline, size } = pieces[0] as Piece;
  let characters = 0;
  for (const piece of pieces) {
    left = Math.min(left, piece.left);
    right = Math.max(right, piece.right);
    top = Math.min(top, piece.top);
    bottom = Math.max(bottom, piece.bottom);
    baseline = Math.max(baseline, piece.baseline);
    size = Math.max(size, piece.size);
    characters += piece.text.length;
  }
  return { pieces, left, right, top, bottom, baseline, size, characters };
}

interface Split {
  readonly above: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly below: readonly Segment[];
}

function findGutter(segments: readonly Segment[]): Split | null {
  if (segments.length < 2 * LEAST_LINES) return null;
  const sorted = [...segments].sort((one, other) => one.baseline - other.baseline);
  const starts = [...new Set(segments.map((segment) => Math.round(segment.left)))];
  let best: Split | null = null;
  for (const start of starts) {
    const x = start - 2;
    if (segments.filter((segment) => Math.abs(segment.left - start) <= 2).length < LEAST_LINES) continue;
    const split = longestSplit(sorted, x);
    if (split !== null && (best === null || split.left.length + split.right.length > best.left.length + best.right.length)) best = split;
  }
  return best;
}

/** The longest run of segments, from the top down, that a vertical line does not cross, if both sides are running text. */
function longestSplit(sorted: readonly Segment[], x: number): Split | null {
  let from = 0;
  let longest: [number, number] = [0, 0];
  for (let index = 0; index <= sorted.length; index += 1) {
    const segment = sorted[index];
    if (segment === undefined || (segment.left < x && segment.right > x)) {
      if (index - from > longest[1] - longest[0]) longest = [from, index];
      from = index + 1;
    }
  }
  longest = withoutTornLines(sorted, longest);
  longest[1] = withoutTable(sorted, longest);
  const run = sorted.slice(...longest);
  const left = run.filter((segment) => segment.right <= x);
  const right = run.filter((segment) => segment.left >= x);
  if (!isRunningText(left) || !isRunningText(right) || !overlapVertically(left, right) || isGrid(left, right)) return null;
  return { above: sorted.slice(0, longest[0]), left, right, below: sorted.slice(longest[1]) };
}

/** A run without what stands on one height with the segment that bounds it: the head of a table whose other cells the line crosses is no end of a column. */
function withoutTornLines(sorted: readonly Segment[], [from, to]: readonly [number, number]): [number, number] {
  let [start, end] = [from, to];
  while (end > start && isOneHeight(sorted[end - 1], sorted[to])) end -= 1;
  while (end > start && isOneHeight(sorted[start], sorted[from - 1])) start += 1;
  return [start, end];
}

/** The end of a run without the rows of a table under its columns, which the line need not cross: three stretches and more on one height, and the lines close above them. */
function withoutTable(sorted: readonly Segment[], [from, to]: readonly [number, number]): number {
  let end = to;
  for (let index = to; index > from; ) {
    let start = index - 1;
    while (start > from && isOneHeight(sorted[start - 1], sorted[index - 1])) start -= 1;
    if (index - start >= LEAST_CELLS) end = start;
    else if (end - index > MOST_BETWEEN_ROWS || index - start > 1) break;
    index = start;
  }
  while ((end < to || isHeadBehind(sorted, to)) && end > from && isCloseAbove(sorted[end - 1], sorted[end])) end -= 1;
  return end;
}

/** Whether a row of a table begins behind a run. */
function isHeadBehind(sorted: readonly Segment[], to: number): boolean {
  return sorted[to + LEAST_CELLS - 1] !== undefined && isOneHeight(sorted[to], sorted[to + LEAST_CELLS - 1]);
}

/** A row of a table has so many stretches at least; rows with fewer (headings, captions) stand between them in so small a number. */
const LEAST_CELLS = 3;
const MOST_BETWEEN_ROWS = 2;

function isOneHeight(one: Segment | undefined, other: Segment | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one.baseline - other.baseline) < 2;
}

/** Whether a line stands as close above another as lines of one paragraph, or on one height with it. */
function isCloseAbove(upper: Segment | undefined, lower: Segment | undefined): boolean {
  return upper !== undefined && lower !== undefined && lower.baseline - upper.baseline < PARAGRAPH_PITCH * lower.size;
}

/** Lines further apart than so many type sizes are of two paragraphs. */
const PARAGRAPH_PITCH = 1.7;

function isRunningText(segments: readonly Segment[]): boolean {
  if (segments.length < LEAST_LINES) return false;
  const characters = segments.reduce((sum, segment) => sum + segment.characters, 0);
  if (characters < LEAST_CHARACTERS * segments.length) return false;
  const [left, right] = [lowest(segments, (segment) => segment.left), highest(segments, (segment) => segment.right)];
  if (segments.filter((segment) => segment.right - left >= FILLED * (right - left)).length < 0.6 * segments.length) return false;
  const text = segments.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('');
  return text.replace(/[^\p{L}]/gu, '').length >= LEAST_LETTER_SHARE * characters;
}

function overlapVertically(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [leftTop, leftBottom] = extent(left);
  const [rightTop, rightBottom] = extent(right);
  const shared = Math.min(leftBottom, rightBottom) - Math.max(leftTop, rightTop);
  return shared >= 0.5 * Math.min(leftBottom - leftTop, rightBottom - rightTop);
}

function extent(segments: readonly Segment[]): [number, number] {
  return [lowest(segments, (segment) => segment.top), highest(segments, (segment) => segment.bottom)];
}

function lowest(segments: readonly Segment[], of: (segment: Segment) => number): number {
  return segments.reduce((least, segment) => Math.min(least, of(segment)), Number.POSITIVE_INFINITY);
}

function highest(segments: readonly Segment[], of: (segment: Segment) => number): number {
  return segments.reduce((most, segment) => Math.max(most, of(segment)), Number.NEGATIVE_INFINITY);
}

/** Whether both sides begin anew at the same heights, as the rows of a table do. */
function isGrid(left: readonly Segment[], right: readonly Segment[]): boolean {
  const starts = rowStarts(right);
  const shared = rowStarts(left).filter((start) => starts.some((other) => Math.abs(other - start) < 2));
  return shared.length >= 2;
}

/** Baselines that stand further below the last than those of one paragraph. */
function rowStarts(segments: readonly Segment[]): number[] {
  return segments.flatMap((segment, index) => {
    const last = segments[index - 1];
    return last !== undefined && segment.baseline - last.baseline > PARAGRAPH_PITCH * segment.size ? [segment.baseline] : [];
  });
}
