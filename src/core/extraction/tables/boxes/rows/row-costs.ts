import { isOpenEnded, startsSmall } from '../../../lines/join-lines';
import { type RowColumns, type RowLine } from './row-lines';

/** Where figures, or labels, stand in the height of their row. */
export type Place = 'top' | 'middle' | 'bottom';

/** The heights at which the parts of a row stand. Units: points. */
interface Heights {
  readonly row: Extent;
  readonly label: Extent | null;
  readonly figures: Extent | null;
  readonly number: number | null;
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** What it costs to take some lines for one row: `base` whatever the table's habits, and the heights that tell how well it keeps them. */
export interface RowCost {
  readonly base: number;
  readonly heights: Heights | null;
}

/** What is usual in a table: the distance between lines of one cell, and whether rows stand further apart than these. Units: points. */
export interface Pitch {
  readonly line: number;
  readonly isPadded: boolean;
}

/** A distance so many times the usual one is still that of lines of one cell; a greater one parts cells, the surer the greater. */
const SAME_PITCH = 1.12;
const PARTED_PITCH = 1.2;
const WIDE_PITCH = 1.35;
const TOO_WIDE_PITCH = 1.7;
/** Lines of one cell are at most so many type sizes apart, most are closer, and where nothing tells, so many. */
const MOST_SPACED = 1.9;
const WITHIN_CELL = 1.35;
const USUAL_PITCH = 1.2;

/** Lines around figures are at most so many type sizes apart, and the figures off their middle by at most this share of that. */
const MOST_AROUND = 2.02;
const MIDDLE = 0.08;

/** What speaks against a division into rows, each in the same currency: 1 is what a heading costs that nothing else calls for. */
const COST = { heading: 0.5, bareFigures: 4, bareWords: 3, moreHeights: 1.5, overPage: 1.5, wide: 1.5, tooWide: 5, never: 14, wouldFit: 2.5, capital: 0.7, otherSize: 2, tight: 2, readsOn: 2, misplaced: 4 } as const;
/** No label starts with a parenthesis, a dash or a year. */
const GOES_ON = /^(?:\(|[–-]\s|(?:19|20)\d\d)/;
/** Lines of two rows are at least so many lines apart. */
const LINE_APART = 0.9;
/** A part of a row may stand so far from its place before that counts, and so far that it counts in full. Units: lines. */
const PLACED = 0.16;
const MISPLACED = 0.5;

/** The distances that are usual between the lines of a table's body. */
export function usualPitch(lines: readonly RowLine[]): Pitch {
  const size = Math.max(1, ...lines.map((line) => line.size));
  const gaps = columnGaps(lines).sort((a, b) => a - b);
  const line = pitchAround(lines) ?? linePitch(gaps, size);
  const between = lines.slice(1).flatMap((lower, index) => {
    const upper = lines[index];
    return upper !== undefined && upper.page === lower.page && upper.label !== null && lower.label !== null && upper.figures.length > 0 && lower.figures.length > 0 ? [lower.baseline - upper.baseline] : [];
  });
  const sure = (between.length > 0 ? between : gaps).sort((a, b) => a - b);
  const isPadded = (sure[Math.floor(sure.length / 2)] ?? 0) > SAME_PITCH * line || (between.length === 0 && gaps.some((gap) => gap > SAME_PITCH * line));
  return { line, isPadded };
}

/** The distance of two lines of words between which figures stand in the middle, too close to both for lines of their own, as labels of two lines stand around theirs; null where none do. */
function pitchAround(lines: readonly RowLine[]): number | null {
  const pitches = lines.slice(2).flatMap((lower, index) => {
    const [upper, middle] = [lines[index], lines[index + 1]];
    if (upper === undefined || middle === undefined || upper.page !== lower.page || upper.label === null || lower.label === null) return [];
    const pitch = lower.baseline - upper.baseline;
    const isAround = middle.label === null && middle.figures.length > 0 && upper.figures.length + lower.figures.length === 0;
    const isMiddle = Math.abs(middle.baseline - (upper.baseline + lower.baseline) / 2) < MIDDLE * pitch;
    return isAround && isMiddle && pitch <= MOST_AROUND * lower.size ? [pitch] : [];
  });
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? null;
}

/** The distance between lines of one cell: the smallest that recurs, if lines are set so closely or others stand further apart. */
function linePitch(gaps: readonly number[], size: number): number {
  const close = gaps.filter((gap) => gap <= MOST_SPACED * size);
  const smallest = close[Math.floor(close.length / 8)] ?? USUAL_PITCH * size;
  const isParted = gaps.filter((gap) => gap > PARTED_PITCH * smallest).length * 6 > gaps.length;
  return smallest <= WITHIN_CELL * size || isParted ? smallest : USUAL_PITCH * size;
}

/** The distances between lines that follow each other in one column of words. */
function columnGaps(lines: readonly RowLine[]): number[] {
  const last = new Map<number, RowLine>();
  const gaps: number[] = [];
  for (const line of lines) {
    for (const column of line.texts) {
      const upper = last.get(column);
      if (upper !== undefined && upper.page === line.page && line.baseline > upper.baseline + 0.5 * line.size) gaps.push(line.baseline - upper.baseline);
      last.set(column, line);
    }
  }
  return gaps;
}

/** What it costs to take lines that follow each other for one row; null when they cannot be one, because a column has figures in two of them. */
export function costOfRow(lines: readonly RowLine[], columns: RowColumns, pitch: Pitch): RowCost | null {
  const seen = new Set<number>();
  let numbers = 0;
  let base = 0;
  const last = new Map<number, RowLine>();
  let label: RowLine | null = null;
  lines.forEach((line, index) => {
    const upper = lines[index - 1];
    if (upper !== undefined && upper.page !== line.page) base += COST.overPage;
    for (const column of line.figures) if (lines.slice(0, index).some((other) => other.figures.includes(column))) base = Number.POSITIVE_INFINITY;
    for (const column of line.figures) seen.add(column);
    if (line.hasNumber) numbers += 1;
    for (const column of line.texts) {
      const above = last.get(column);
      if (above !== undefined && above.page === line.page) base += costOfGap((line.baseline - above.baseline) / pitch.line);
      last.set(column, line);
    }
    if (line.label === null) return;
    if (label !== null) base += costOfReading(label, line, columns);
    label = line;
  });
  if (numbers > 1 || base === Number.POSITIVE_INFINITY) return null;
  const withFigures = lines.filter((line) => line.figures.length > 0);
  if (withFigures.length > 1) base += COST.moreHeights * (withFigures.length - 1);
  if (seen.size === 0) base += numbers > 0 || (columns.label >= 0 && label === null) ? COST.bareWords : COST.heading;
  else if (columns.label >= 0 && label === null) base += COST.bareFigures;
  return { base, heights: heightsOf(lines) };
}

function costOfGap(ratio: number): number {
  if (ratio <= SAME_PITCH) return 0;
  if (ratio <= WIDE_PITCH) return COST.wide;
  return ratio <= TOO_WIDE_PITCH ? COST.tooWide : COST.never;
}

/** Whether the words of a lower line are those that a label wraps: it would not have wrapped where the next word had room, and seldom wraps before a capital. */
function costOfReading(upper: RowLine, lower: RowLine, { labelRight }: RowColumns): number {
  if (isOpenEnded(upper.labelText)) return 0;
  const size = Math.abs(upper.size - lower.size) > 0.1 * lower.size ? COST.otherSize : 0;
  if (startsSmall(lower.labelText)) return size;
  return size + (GOES_ON.test(lower.labelText) ? 0 : COST.capital) + (wouldFit(upper, lower, labelRight) ? COST.wouldFit : 0);
}

/** Whether the first word of a lower line would have had room behind an upper one. */
function wouldFit(upper: RowLine, lower: RowLine, labelRight: number): boolean {
  const box = lower.label?.words[0]?.box ?? null;
  if (box === null || upper.label === null) return false;
  return upper.label.right + 0.4 * upper.size + (box.right - box.left) < labelRight;
}

function heightsOf(lines: readonly RowLine[]): Heights | null {
  if (lines.some((line) => line.page !== lines[0]?.page)) return null;
  const extent = (wanted: (line: RowLine) => boolean): Extent | null => {
    const baselines = lines.filter(wanted).map((line) => line.baseline);
    return baselines.length === 0 ? null : { top: Math.min(...baselines), bottom: Math.max(...baselines) };
  };
  const row = extent(() => true);
  const figures = extent((line) => line.figures.length > 0);
  if (row === null || figures === null) return null;
  return { row, figures, label: extent((line) => line.label !== null), number: lines.find((line) => line.hasNumber)?.baseline ?? null };
}

/** What it costs that a row's parts do not stand where the table has them. Numbers may stand anywhere that cells put them. */
export function costOfPlaces({ base, heights }: RowCost, figures: Place, label: Place, pitch: Pitch): number {
  if (heights === null || heights.figures === null) return base;
  const number = heights.number === null ? null : { top: heights.number, bottom: heights.number };
  const ofNumber = number === null ? 0 : Math.min(...PLACES.map((place) => misplaced(number, heights.row, place, pitch)));
  return base + misplaced(heights.figures, heights.row, figures, pitch) + (heights.label === null ? 0 : misplaced(heights.label, heights.row, label, pitch)) + ofNumber;
}

/** The places that cells can put their words at. */
export const PLACES: readonly Place[] = ['top', 'middle', 'bottom'];

function misplaced(part: Extent, row: Extent, place: Place, pitch: Pitch): number {
  const distance = place === 'top' ? part.top - row.top : place === 'bottom' ? row.bottom - part.bottom : Math.abs(part.top + part.bottom - row.top - row.bottom) / 2;
  const lines = distance / pitch.line;
  return COST.misplaced * Math.min(1, Math.max(0, (lines - PLACED) / (MISPLACED - PLACED)));
}

/** What it costs to part two rows: rows are a line apart at least, more where the table has room between them, and no label reads on in the next row. */
export function costOfParting(upper: readonly RowLine[], lower: readonly RowLine[], pitch: Pitch): number {
  const [last, first] = [upper.at(-1), lower[0]];
  const isWithinLine = last !== undefined && first !== undefined && last.page === first.page && first.baseline - last.baseline < LINE_APART * pitch.line;
  return (isWithinLine ? COST.tight : 0) + costOfLabels(upper, lower, pitch);
}

function costOfLabels(upper: readonly RowLine[], lower: readonly RowLine[], pitch: Pitch): number {
  const above = upper.filter((line) => line.label !== null).at(-1);
  const below = lower.find((line) => line.label !== null);
  if (above === undefined || below === undefined) return 0;
  const isOpen = isOpenEnded(above.labelText) || startsSmall(below.labelText) || GOES_ON.test(below.labelText);
  const isTight = above.page === below.page && pitch.isPadded && below.baseline - above.baseline <= SAME_PITCH * pitch.line;
  return (isOpen ? COST.readsOn : 0) + (isTight ? COST.tight : 0);
}
