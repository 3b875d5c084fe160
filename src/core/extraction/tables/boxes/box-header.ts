import { type BoxLine, type Item, leftmost, overlaps, textOfItem, yearsIn } from './box-items';
import { figuresBehindLabels, isYearLine, leftOfFigures, type Region, TIGHT } from './box-region';
import { endsIn, startsSmall } from '../../lines/join-lines';
import { startsNote } from '../notes';
import { isTotalWord } from '../header/column-words';
import { readUnit } from '../header/stated-unit';
import { TABLE_LINE } from '../../vocabulary';

/** The lines of a document by their indexes, as a table sees them. */
export type LinesAt = (index: number) => BoxLine | null | undefined;

/** A header has at most so many lines. */
const MAX_HEADER_LINES = 7;
/** A line this many type sizes below the line before does not belong to the same header. */
const HEADER_GAP = 2.4;
/** A heading in larger type is no line of the header below. */
const OTHER_TYPE = 1.2;
/** A line in columns that heads figures may stand so many type sizes above them. */
const WIDE_HEADER_GAP = 5;

/** The lines of a body without the header lines that stand again at the top of every page. */
export function withoutRepeatedHeaders(body: readonly BoxLine[], header: readonly BoxLine[]): BoxLine[] {
  const texts = new Set(header.map((line) => line.line.text));
  let isTop = false;
  let page = header[header.length - 1]?.line.page ?? null;
  return body.filter((line) => {
    if (line.line.page !== page) isTop = header.length > 0;
    page = line.line.page;
    isTop &&= texts.has(line.line.text);
    return !isTop;
  });
}

/** Words between the years and the first figures are still header when they stand over the columns; a label on the left is not. */
export function headerEndIn(lines: readonly BoxLine[], firstBody: number): number {
  let end = 0;
  const figures = lines.slice(firstBody).flatMap((other) => other.items.filter((item) => item.isFigure));
  for (let index = 0; index < firstBody; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const isOverFigures = line.items.some((item) => figures.some((figure) => overlaps(item, figure)));
    if (isYearLine(line) || isOverFigures || (end === index && (isRestOfHeader(lines, index, firstBody) || goesOnWithHeader(lines[index - 1], line)))) end = index + 1;
  }
  return end;
}

/** Words close under a header line, with more room between them and the first figures: the rest of the header's label. */
function isRestOfHeader(lines: readonly BoxLine[], index: number, firstBody: number): boolean {
  const pitches = lines.slice(index, firstBody + 1).map((line, order) => line.bottom - (lines[index + order - 1]?.bottom ?? line.bottom));
  const own = pitches[0] ?? 0;
  const size = lines[index]?.size ?? 0;
  return index > 0 && own > 0 && own < TIGHT * size && pitches.slice(1).some((pitch) => pitch > 1.2 * own);
}

/** Whether words go on closely under words of the header, in small letters, with no label beside them. */
function goesOnWithHeader(above: BoxLine | undefined, line: BoxLine): boolean {
  if (above === undefined || above.line.page !== line.line.page || line.bottom - above.bottom >= TIGHT * line.size) return false;
  return line.items.every((item) => !item.isFigure && startsSmall(textOfItem(item)) && item.left > (above.items[0]?.right ?? 0) && above.items.some((other) => overlaps(item, other)));
}

/** The header lines above a region: close above it, over its columns, no caption and no sentence. */
export function linesAbove(linesAt: LinesAt, region: Region, floor: number, headerEnd: number): BoxLine[] {
  const header: BoxLine[] = [];
  const figures = figuresBehindLabels(region.data);
  let below = region.lines[0];
  const hasYears = region.lines.slice(0, headerEnd).some(isYearLine);
  const isHead = headTest(region.data, figures);
  for (let index = (below?.index ?? 0) - 1; index >= floor && header.length < MAX_HEADER_LINES; index -= 1) {
    const line = linesAt(index);
    if (line === null || line === undefined || below === undefined || line.line.page !== below.line.page) break;
    const gap = below.bottom - line.bottom;
    if (line.size > OTHER_TYPE * below.size) break;
    const isOver = line.items.some((item) => figures.some((figure) => overlaps(item, figure)));
    const isColumnar = line.items.length > 1 && (isOver || line.items.some(isHead));
    if (gap > (isColumnar && header.length === 0 && !hasYears ? WIDE_HEADER_GAP : HEADER_GAP) * line.size || gap < 0 || TABLE_LINE.test(line.line.text.trim()) || startsNote(line.line)) break;
    const isParted = line.items.length > 1;
    if (line.items.some((item) => isSentence(item, figures))) break;
    const isTight = gap < TIGHT * line.size;
    if (!isOver && !isTight && !isParted && !isUnderHeader(linesAt, index, floor, figures)) break;
    const isHeader = isTight || isUnitOrTotal(line) || isWithinFigures(line, figures);
    if (hasYears && (!isOver || !isParted) && !isHeader) break;
    header.unshift(line);
    below = line;
  }
  while (!hasYears && header.length > 0 && !header.some((line) => isHeading(line, figures) || line.items.some(isHead))) header.shift();
  while (header.length > 0 && header[0] !== undefined && !isHeading(header[0], figures) && !header[0].items.some(isHead) && !isUnitOrTotal(header[0]) && header[0].items.length === 1 && !isTightAbove(header)) header.shift();
  while (hasYears && header.length > 0 && header[0] !== undefined && isCaptionOver(header[0], figures, region.data)) header.shift();
  return header;
}

/** Tells a head that stands beside the figures of its wide cell: behind all labels, and not behind all figures. */
function headTest(data: readonly BoxLine[], figures: readonly Item[]): (item: Item) => boolean {
  const left = leftOfFigures(data);
  const labels = data.flatMap((line) => line.items.filter((item) => !item.isFigure && item.left < left));
  const from = labels.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
  const to = figures.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
  return (item) => labels.length > 0 && item.left > from && item.right < to;
}

/** Whether a line that starts over the labels ends over columns of figures: a caption or its end, no head of those columns. */
function isCaptionOver(line: BoxLine, figures: readonly Item[], data: readonly BoxLine[]): boolean {
  const [item, ...others] = line.items;
  if (item === undefined || others.length > 0 || readUnit(line.line.text) !== null) return false;
  const left = leftOfFigures(data);
  const isOver = figures.some((figure) => overlaps(item, figure));
  const isOverLabels = data.some(({ items }) => items.some((other) => other.left < left && !other.isFigure && Math.min(item.right, other.right) - item.left > 0));
  return isOver && isOverLabels && item.left < left - line.size;
}

/** Lines less than so many type sizes apart stand beside each other, as heads of one line beside those of two. */
const LINE_APART = 0.9;

/** Whether a line goes on with the label of a header line that stands closely above it, with other lines of the label between. */
function isUnderHeader(linesAt: LinesAt, index: number, floor: number, figures: readonly Item[]): boolean {
  let lower = linesAt(index);
  const left = lower?.items[0]?.left ?? 0;
  for (let above = index - 1; above >= floor; above -= 1) {
    const upper = linesAt(above);
    if (upper === null || upper === undefined || lower === null || lower === undefined || upper.line.page !== lower.line.page) return false;
    const gap = lower.bottom - upper.bottom;
    const isOneBand = gap < LINE_APART * lower.size;
    if (gap <= 0 || gap >= TIGHT * lower.size || (!isOneBand && Math.abs((upper.items[0]?.left ?? 0) - left) > lower.size)) return false;
    if (upper.items.length > 1 && upper.items.some((item) => figures.some((figure) => overlaps(item, figure)))) return true;
    lower = upper;
  }
  return false;
}

/** Whether a line stands over columns of figures only: captions and sentences begin left of them. */
function isWithinFigures(line: BoxLine, figures: readonly Item[]): boolean {
  const left = leftmost(figures);
  return line.items.every((item) => item.left > left - line.size && figures.some((figure) => overlaps(item, figure)));
}

/** Words across the columns that are too many for a header, or end as a sentence does. */
function isSentence(item: Item, figures: readonly Item[]): boolean {
  const isAcross = figures.filter((figure) => overlaps(item, figure)).length > 1;
  return isAcross && yearsIn(item) < 2 && (item.words.length > 6 || (item.words.length > 3 && endsIn(textOfItem(item), '.!?') && !/\b(?:kr|mio|mia|pct)\.$/i.test(textOfItem(item))));
}

function isTightAbove(header: readonly BoxLine[]): boolean {
  const [first, second] = header;
  return first !== undefined && second !== undefined && second.bottom - first.bottom < TIGHT * first.size;
}

function isHeading(line: BoxLine, figures: readonly Item[]): boolean {
  return line.items.some((item) => figures.some((figure) => overlaps(item, figure))) || isYearLine(line);
}

function isUnitOrTotal(line: BoxLine): boolean {
  const text = line.line.text.trim();
  return isTotalWord(text) || (readUnit(text) !== null && text.length < 60);
}
