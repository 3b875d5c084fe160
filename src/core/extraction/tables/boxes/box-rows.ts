import { isDash, readNumber } from '../../../money/danish-number';
import { type BoxColumn, columnOf } from './box-columns';
import { type BoxLine, textOfItem } from './box-items';
import { isOpenEnded, startsSmall } from '../../lines/join-lines';

/** Lines closer than this share of the usual distance between rows, and as close as lines of one paragraph, are one row. */
const WITHIN_ROW = 0.85;
/** Lines of one paragraph are at most so many type sizes apart. */
const CLOSE_LINES = 1.6;

/** Lines of a table's body as printed rows: a label that wraps above, around or below its figures is one row; a line of words apart is a heading. */
export function groupRows(lines: readonly BoxLine[], columns: readonly BoxColumn[]): BoxLine[][] {
  const pitch = usualPitch(lines);
  const blocks: BoxLine[][] = [];
  for (const line of lines) {
    const block = blocks[blocks.length - 1];
    const previous = block?.[block.length - 1];
    if (block !== undefined && previous !== undefined && distance(previous, line) < Math.min(WITHIN_ROW * pitch, CLOSE_LINES * line.size)) block.push(line);
    else blocks.push([line]);
  }
  return joinLoose(blocks.flatMap((block) => splitBlock(block, columns)), columns);
}

/** Baseline to baseline, without end over a page break. */
function distance(upper: BoxLine, lower: BoxLine): number {
  return upper.line.page === lower.line.page ? Math.abs(lower.bottom - upper.bottom) : Number.POSITIVE_INFINITY;
}

/** The usual distance between rows: between lines of figures that follow each other, else between all. */
function usualPitch(lines: readonly BoxLine[]): number {
  const between = (wanted: (one: BoxLine, other: BoxLine) => boolean): number[] =>
    lines.slice(1).flatMap((line, index) => {
      const before = lines[index];
      return before !== undefined && before.line.page === line.line.page && wanted(before, line) ? [distance(before, line)] : [];
    });
  const figures = between((one, other) => hasFigures(one) && hasFigures(other));
  const distances = (figures.length > 0 ? figures : between(() => true)).sort((a, b) => a - b);
  const widest = distances[distances.length - 1] ?? 0;
  const isOverPages = new Set(lines.filter(hasFigures).map(({ line }) => line.page)).size > 1;
  if (figures.length === 0) return isOverPages ? Math.max(widest, (CLOSE_LINES * (lines[0]?.size ?? 0)) / WITHIN_ROW) : widest;
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

function hasFigures(line: BoxLine): boolean {
  return line.items.some((item) => item.isFigure);
}

/** Whether a line has words in the first column of words, its label. */
function hasLabel(line: BoxLine, columns: readonly BoxColumn[]): boolean {
  const label = columns.findIndex((column) => column.kind === 'text');
  return line.items.some((item) => !item.isFigure && columnOf(item, columns) === label);
}

/** A block with several lines of figures holds several rows: words between two go with the one whose label they continue, or that lacks a label. */
function splitBlock(block: readonly BoxLine[], columns: readonly BoxColumn[]): BoxLine[][] {
  const anchors = block.flatMap((line, index) => (hasFigures(line) ? [index] : []));
  if (isOneRow(block.filter(hasFigures), columns)) return [[...block]];
  if (anchors.length <= 1) return [[...block]];
  const starts = anchors.map((anchor, order) => {
    const before = anchors[order - 1];
    if (before === undefined) return 0;
    return before + 1 + linesOfRowAbove(block, before, anchor, columns);
  });
  return starts.map((start, order) => block.slice(start, starts[order + 1] ?? block.length));
}

/** Whether lines of figures, closely set, fill every column of figures once: the cells of one row stand at different heights. */
function isOneRow(lines: readonly BoxLine[], columns: readonly BoxColumn[]): boolean {
  const filled = lines.flatMap((line) => line.items.flatMap((item) => (item.isFigure ? [columnOf(item, columns)] : [])));
  const isNumberOrFigures = (column: BoxColumn, index: number): boolean => column.kind === 'figures' && columns.slice(0, index).some((other) => other.kind === 'text');
  const expected = columns.filter(isNumberOrFigures).length;
  return lines.length > 1 && expected > 1 && new Set(filled).size === filled.length && columns.every((column, index) => !isNumberOrFigures(column, index) || filled.includes(index));
}

/** How many of the lines of words between two lines of figures belong to the upper one. */
function linesOfRowAbove(block: readonly BoxLine[], upper: number, lower: number, columns: readonly BoxColumn[]): number {
  const between = block.slice(upper + 1, lower);
  const [above, below] = [block[upper], block[lower]];
  if (above === undefined || below === undefined || between.length === 0) return 0;
  if (!hasLabel(below, columns)) return hasLabel(above, columns) && continuesLabel(above, between[0]) ? countContinuing(above, between.slice(0, -1)) : splitAround(between, above, columns);
  return countContinuing(above, between);
}

/** Labels stand around their figures: half of the lines above, half below, the first ones by how they read on. */
function splitAround(between: readonly BoxLine[], above: BoxLine, columns: readonly BoxColumn[]): number {
  if (hasLabel(above, columns)) return 0;
  let count = Math.floor(between.length / 2);
  while (count < between.length - 1 && continuesLabel(between[count - 1], between[count])) count += 1;
  return count;
}

function countContinuing(above: BoxLine, between: readonly BoxLine[]): number {
  let count = 0;
  let previous = above;
  for (const line of between) {
    if (!continuesLabel(previous, line)) break;
    count += 1;
    previous = line;
  }
  return count;
}

function continuesLabel(previous: BoxLine | undefined, line: BoxLine | undefined): boolean {
  if (previous === undefined || line === undefined) return false;
  const label = previous.items.filter((item) => !item.isFigure).flatMap((item) => item.words.map((word) => word.text)).join(' ');
  return isOpenEnded(label) || startsSmall(line.line.text) || (line.line.page !== previous.line.page && line.line.text.trimStart().startsWith('('));
}

/** The next printed line of the same label: close below or first on the next page, and read on from it. */
function continuesClose(previous: BoxLine, line: BoxLine | undefined): boolean {
  if (line === undefined) return false;
  return (line.line.page !== previous.line.page || distance(previous, line) < CLOSE_LINES * line.size) && continuesLabel(previous, line);
}

/** Whether a page break parts a row and its figures: the label reads on, and no column has a whole figure in both parts. A row of dashes alone is whole. */
function isBrokenByPage(row: readonly BoxLine[], block: readonly BoxLine[], columns: readonly BoxColumn[]): boolean {
  const [last, first] = [row[row.length - 1], block[0]];
  if (last === undefined || first === undefined || last.line.page === first.line.page || !continuesLabel(last, first)) return false;
  const [above, below] = [figuresByColumn(row, columns), figuresByColumn(block, columns)];
  const all = new Set([...above.keys(), ...below.keys()]).size;
  const isPart = (upper: string, lower: string): boolean => [...upper].every(isDash) || readNumber(upper).kind === 'malformed' || readNumber(lower).kind === 'malformed';
  return above.size > 0 && below.size > 0 && above.size < all && [...above].every(([column, text]) => !below.has(column) || isPart(text, below.get(column) ?? ''));
}

function figuresByColumn(lines: readonly BoxLine[], columns: readonly BoxColumn[]): Map<number, string> {
  return new Map(lines.flatMap((line) => line.items.flatMap((item): [number, string][] => (item.isFigure ? [[columnOf(item, columns), textOfItem(item)]] : []))));
}

/** Blocks of words alone: a continuation joins the row above, a label without figures the row below that lacks one; the rest are headings. */
function joinLoose(blocks: readonly BoxLine[][], columns: readonly BoxColumn[]): BoxLine[][] {
  const rows: BoxLine[][] = [];
  blocks.forEach((block, index) => {
    const row = rows[rows.length - 1];
    const last = row?.[row.length - 1];
    const isLoose = !block.some(hasFigures);
    const next = blocks[index + 1];
    const nextLacksLabel = next !== undefined && next.some(hasFigures) && !next.some((line) => hasLabel(line, columns));
    if (isLoose && row !== undefined && last !== undefined && row.some(hasFigures) && !nextLacksLabel && continuesLabel(last, block[0])) row.push(...block);
    else if (row !== undefined && last !== undefined && isBrokenByPage(row, block, columns)) row.push(...block);
    else if (isLoose && row !== undefined && last !== undefined && !row.some(hasFigures) && continuesClose(last, block[0])) row.push(...block);
    else if (row !== undefined && last !== undefined && !row.some(hasFigures) && block.some(hasFigures) && (!block.some((line) => hasLabel(line, columns)) || continuesClose(last, block[0]))) row.push(...block);
    else rows.push([...block]);
  });
  return rows;
}
