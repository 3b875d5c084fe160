import { type BoxLine, type Item, leftmost, overlaps, textOfItem } from './box-items';
import { isYearText } from '../grids/grid';
import { isOpenEnded, startsSmall } from '../../lines/join-lines';
import { startsNote } from '../notes';
import { isTotalWord } from '../header/column-words';
import { readUnit } from '../header/stated-unit';
import { ANNEX_HEADING, TABLE_LINE } from '../../vocabulary';

/** Lines of words between two lines of figures of one table are at most so many, more where a label goes on beside the figures. */
const MAX_WORD_LINES = 8;
const MAX_LABEL_LINES = 20;
/** Lines of one cell are at most so many type sizes apart. */
export const TIGHT = 1.45;
/** Lines under a table that are further apart than so many type sizes are no rest of its last row. */
const CLOSE = 1.7;
/** A gap of so many type sizes ends a table. */
const TABLE_GAP = 6;
/** The number of a row. */
const ROW_NUMBER = /^\d{1,3}$/;

/** The stretch of lines that a table of figures takes, header not included. */
export interface Region {
  readonly lines: BoxLine[];
  readonly data: BoxLine[];
  /** Lines of words close under the last ones: the rest of the last row, or what follows the table. */
  readonly tail: BoxLine[];
}

/** A line with a figure that stands alone and is not the line's only word among prose. */
export function isDataLine(line: BoxLine): boolean {
  return line.items.some((item) => item.isFigure) && !startsNote(line.line) && !TABLE_LINE.test(line.line.text.trim());
}

/** A line whose only figure is the number of a row, in front of its label or alone at its place: it stands at another height than the row's figures. */
export function isNumberLine(line: BoxLine): boolean {
  const [first, ...others] = line.items;
  return first?.isFigure === true && ROW_NUMBER.test(textOfItem(first)) && others.length > 0 && !others.some((item) => item.isFigure);
}

/** Years and totals alone head columns; they are no data. */
export function isYearLine(line: BoxLine): boolean {
  const figures = line.items.filter((item) => item.isFigure);
  return figures.length > 0 && figures.every((item) => isYearText(textOfItem(item)));
}

/** Takes lines as long as figures keep standing under figures. */
export function growRegion(lines: readonly (BoxLine | null)[], start: number): Region {
  const region: Region = { lines: [], data: [], tail: [] };
  const figures = new KnownFigures();
  let waiting: BoxLine[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === null || line === undefined) break;
    const previous = waiting[waiting.length - 1] ?? region.lines[region.lines.length - 1];
    if (previous !== undefined && (endsTable(previous, line) || waiting.length > (waiting.length > MAX_WORD_LINES && isBesideFigures(waiting, figures.leftBehindLabels()) ? MAX_LABEL_LINES : MAX_WORD_LINES))) break;
    if (previous !== undefined && isRestOfLabel(line, previous, figures.all)) {
      waiting.push({ ...line, items: line.items.map((item) => ({ ...item, isFigure: false })) });
    } else if (isNumberLine(line) || isLoneNumber(line, region.data, figures.all)) waiting.push(line);
    else if (isDataLine(line) && (region.data.length === 0 || standsUnder(line, figures.all))) {
      if (isYearLine(line) && region.data.some((other) => !isYearLine(other)) && (!repeatsHeader(line, region) || isHeaded(waiting, line))) break;
      region.lines.push(...waiting, line);
      region.data.push(line);
      figures.add(line);
      waiting = [];
    } else if (isDataLine(line) || isProse(line, figures.all)) break;
    else waiting.push(line);
  }
  takeTail(region, waiting);
  return region;
}

/** The figures of a table while it grows, with the word for a total beside the years over them, one of each width at each place: they tell its columns however many rows it has. */
class KnownFigures {
  readonly all: Item[] = [];
  private readonly places = new Set<string>();
  private label = Number.POSITIVE_INFINITY;

  /** Where the first figures behind the labels start. */
  leftBehindLabels(): number {
    return leftmost(this.all.filter((item) => item.left > this.label));
  }

  /** Adds what a line has at places of its own. */
  add(line: BoxLine): void {
    const isHead = isYearLine(line);
    for (const item of line.items) {
      if (!item.isFigure) this.label = Math.min(this.label, item.left);
      const place = `${item.left.toFixed(1)}:${item.right.toFixed(1)}`;
      if (!(item.isFigure || (isHead && isTotalWord(textOfItem(item)))) || this.places.has(place)) continue;
      this.places.add(place);
      this.all.push(item);
    }
  }
}

/** Whether a line is a number alone, left of the figures of a table. */
function isLoneNumber(line: BoxLine, data: readonly BoxLine[], figures: readonly Item[]): boolean {
  const [first, ...others] = line.items;
  return first !== undefined && others.length === 0 && data.length > 0 && ROW_NUMBER.test(textOfItem(first)) && figures.every((item) => item.left > first.right || overlaps(item, first)) && data.some((other) => other.items.some((item) => item.left > first.right && !item.isFigure));
}

/** Whether lines of words keep to the left of all figures, as labels do that wrap. */
function isBesideFigures(lines: readonly BoxLine[], left: number): boolean {
  return lines.every((line) => line.items.every((item) => item.right <= left));
}

/** The figures of a table, numbers of rows before the labels apart; all where no label tells them. */
export function figuresBehindLabels(data: readonly BoxLine[]): Item[] {
  const figures = data.flatMap((line) => line.items.filter((item) => item.isFigure));
  const left = leftOfFigures(data);
  const behind = figures.filter((item) => item.left >= left);
  return behind.length === 0 ? figures : behind;
}

export function leftOfFigures(data: readonly BoxLine[]): number {
  const items = data.flatMap((line) => line.items);
  const label = leftmost(items.filter((item) => !item.isFigure));
  return leftmost(items.filter((item) => item.isFigure && item.left > label));
}

/** Whether a line under an open label, or close under words over which no figure stands, is their rest although it is a figure ("2022-" / "2025", "Akt. 112" / "2021"). */
function isRestOfLabel(line: BoxLine, previous: BoxLine, figures: readonly Item[]): boolean {
  const [item, ...others] = line.items;
  if (item?.isFigure !== true || others.length > 0) return false;
  const label = previous.items.find((other) => !other.isFigure && overlaps(other, item));
  const isClose = isYearText(textOfItem(item)) && previous.line.page === line.line.page && line.bottom - previous.bottom < TIGHT * line.size && previous.items.some((other) => other.isFigure);
  return label !== undefined && (isClose || isOpenEnded(textOfItem(label))) && !figures.some((figure) => overlaps(figure, item));
}

/** Lines of words that read on from the last row are its rest; lines close under it may be. */
function takeTail(region: Region, waiting: readonly BoxLine[]): void {
  for (const line of waiting) {
    const previous = region.tail.at(-1) ?? region.lines.at(-1);
    if (previous === undefined) return;
    if (previous.line.page !== line.line.page) {
      if (region.tail.length > 0 || !goesOnOverPage(previous, line, region.data)) return;
      region.lines.push(line);
      continue;
    }
    if (line.bottom - previous.bottom > CLOSE * line.size) return;
    if (region.tail.length === 0 && isOpenEnded(previous.line.text)) region.lines.push(line);
    else region.tail.push(line);
  }
}

/** Whether the first line of a page is the rest of the label that the last page ends with: it reads on from it, in the label's column. */
function goesOnOverPage(previous: BoxLine, line: BoxLine, data: readonly BoxLine[]): boolean {
  const [rest, ...others] = line.items;
  const label = previous.items.find((item) => !item.isFigure && rest !== undefined && Math.abs(item.left - rest.left) < line.size);
  if (rest === undefined || label === undefined || others.length > 0 || line.line.blankLinesBefore > 0) return false;
  const readsOn = startsSmall(line.line.text) || line.line.text.startsWith('(') || isOpenEnded(textOfItem(label));
  return readsOn && isBesideFigures([line], leftOfFigures(data));
}

/** Lines of words close above the first figures, with more room above them, are the start of the first row's label or remark. */
export function takeHead(region: Region, lines: readonly (BoxLine | null)[], floor: number): void {
  const first = region.lines[0];
  if (first === undefined || isYearLine(first)) return;
  const figures = region.data.flatMap((line) => line.items.filter((item) => item.isFigure));
  const head: BoxLine[] = [];
  for (let index = first.index - 1; index >= floor; index -= 1) {
    const [line, below] = [lines[index], head[0] ?? first];
    if (line === null || line === undefined || line.line.page !== below.line.page) break;
    const gap = below.bottom - line.bottom;
    if (gap <= 0 || gap >= TIGHT * line.size) {
      if (gap > TIGHT * line.size) region.lines.unshift(...head);
      return;
    }
    if (line.items.some((item) => item.isFigure || figures.some((figure) => overlaps(item, figure))) || readUnit(line.line.text) !== null) {
      if (readsThrough([...head, first])) region.lines.unshift(...head);
      return;
    }
    head.unshift(line);
  }
}

/** Whether words read on from line to line, the first of which starts as a label does. */
function readsThrough(lines: readonly BoxLine[]): boolean {
  const texts = lines.map((line) => line.items.filter((item) => !item.isFigure).map(textOfItem)[0] ?? '');
  return !startsSmall(texts[0] ?? '') && texts.every((text, index) => index === 0 || startsSmall(text) || isOpenEnded(texts[index - 1] ?? ''));
}

function endsTable(previous: BoxLine, line: BoxLine): boolean {
  if (startsNote(line.line) || TABLE_LINE.test(line.line.text.trim())) return true;
  const isSamePage = previous.line.page === line.line.page;
  return isSamePage && (line.top - previous.bottom > TABLE_GAP * line.size || line.bottom < previous.top);
}

/** Whether most of a line's figures stand where the figures of the region stand. */
function standsUnder(line: BoxLine, known: readonly Item[]): boolean {
  const figures = line.items.filter((item) => item.isFigure);
  const matching = figures.filter((item) => known.some((other) => overlaps(item, other)));
  return matching.length * 2 >= figures.length;
}

function repeatsHeader(line: BoxLine, region: Region): boolean {
  return region.data.some((other) => isYearLine(other) && other.line.text === line.line.text);
}

/** Whether the words above a header that stands again are the heading of another table: they stand between them on one page, or name an annex. */
function isHeaded(words: readonly BoxLine[], header: BoxLine): boolean {
  const last = words.at(-1);
  return last !== undefined && (ANNEX_HEADING.test(last.line.text.trim()) || words[0]?.line.page === header.line.page);
}

/** A line of words across the columns of figures is running text. */
function isProse(line: BoxLine, figures: readonly Item[]): boolean {
  return line.items.some((item) => figures.filter((figure) => overlaps(item, figure)).length > 0 && item.words.length > 6 && figures.some((figure) => item.left < figure.left - 3 * line.size && item.right > figure.right));
}
