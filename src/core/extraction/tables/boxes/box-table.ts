import { bodyRow, headerRow, joinHeaderRows } from './box-cells';
import { type BoxColumn, findBoxColumns } from './box-columns';
import { type BoxLine, findFigureEdges, type Item, overlaps, textOfItem, toBoxLine, withNumbersInLabels, wordItems } from './box-items';
import { groupRows } from './box-rows';
import { widestLines } from './cut-words';
import { withoutFlowed } from './flowed-rows';
import { splitSwallowed } from './swallowed-figures';
import { type TextLine } from '../../lines/document-text';
import { type Grid, isYearText } from '../grids/grid';
import { isOpenEnded, NO_EVIDENCE, startsSmall, type HyphenEvidence } from '../../lines/join-lines';
import { startsNote } from '../notes';
import { isTotalWord, readUnit } from '../table-header';
import { TABLE_LINE } from '../../vocabulary';

/** Lines of words between two lines of figures of one table are at most so many, more where a label goes on over a page, and lines of a header. */
const MAX_WORD_LINES = 8;
const MAX_LABEL_LINES = 20;
const MAX_HEADER_LINES = 7;
/** A line this many type sizes below the line before does not belong to the same header. */
const HEADER_GAP = 2.4;
/** A heading in larger type is no line of the header below. */
const OTHER_TYPE = 1.2;
/** A line in columns that heads figures may stand so many type sizes above them. */
const WIDE_HEADER_GAP = 5;
/** Lines of one cell are at most so many type sizes apart. */
const TIGHT = 1.45;
/** Lines under a table that are further apart than so many type sizes are no rest of its last row. */
const CLOSE = 1.7;
/** A gap of so many type sizes ends a table. */
const TABLE_GAP = 6;

/** Words that start at one place differ by less. Units: points. */
const SAME_LEFT_PT = 3;
/** The number of a row. */
const ROW_NUMBER = /^\d{1,3}$/;

/** The stretch of lines that a table of figures takes, header not included. */
interface Region {
  readonly lines: BoxLine[];
  readonly data: BoxLine[];
  /** Lines of words close under the last ones: the rest of the last row, or what follows the table. */
  readonly tail: BoxLine[];
}

/** The tables of lines whose words have places (PDF) as grids: columns by coordinates, labels that wrap around their figures as one row. */
export function findBoxGrids(lines: readonly TextLine[], evidence: HyphenEvidence = NO_EVIDENCE): Grid[] {
  const edges = findFigureEdges(lines);
  const boxLines = withNumbersInLabels(withoutUnits(withoutFlowed(lines.map((line, index) => toBoxLine(line, index, edges)))));
  const grids: Grid[] = [];
  let floor = 0;
  let index = 0;
  while (index < boxLines.length) {
    const line = boxLines[index];
    if (line === null || line === undefined || !isDataLine(line)) {
      index += 1;
      continue;
    }
    const region = growRegion(boxLines, index);
    takeHead(region, boxLines, floor);
    const found = readBesides(boxLines, region, floor, evidence);
    const last = Math.max(-1, ...found.map((grid) => grid.lastLine));
    index = Math.max(last, region.lines[region.lines.length - 1]?.index ?? index) + 1;
    if (found.length === 0) continue;
    grids.push(...found);
    floor = last + 1;
  }
  return grids;
}

/** The thousand of a unit that wraps ("1.000" above "kr.") is a word, no figure. */
function withoutUnits(lines: readonly (BoxLine | null)[]): (BoxLine | null)[] {
  return lines.map((line, index) => {
    const below = lines[index + 1];
    if (line === null || below === null || below === undefined) return line;
    const isUnit = (item: Item): boolean => item.isFigure && readUnit(`${textOfItem(item)} kr.`) === '1.000 kr.' && below.items.flatMap(wordItems).some((other) => overlaps(item, other) && isUnitWord(textOfItem(other)));
    return line.items.some(isUnit) ? { ...line, items: line.items.map((item) => (isUnit(item) ? { ...item, isFigure: false } : item)) } : line;
  });
}

function isUnitWord(text: string): boolean {
  return text.length < 8 && readUnit(text) === 'kr.';
}

/** A line with a figure that stands alone and is not the line's only word among prose. */
function isDataLine(line: BoxLine): boolean {
  return line.items.some((item) => item.isFigure) && !startsNote(line.line) && !TABLE_LINE.test(line.line.text.trim());
}

/** A line whose only figure is the number of a row, in front of its label or alone at its place: it stands at another height than the row's figures. */
function isNumberLine(line: BoxLine): boolean {
  const [first, ...others] = line.items;
  return first?.isFigure === true && ROW_NUMBER.test(textOfItem(first)) && others.length > 0 && !others.some((item) => item.isFigure);
}

/** Years and totals alone head columns; they are no data. */
function isYearLine(line: BoxLine): boolean {
  const figures = line.items.filter((item) => item.isFigure);
  return figures.length > 0 && figures.every((item) => isYearText(textOfItem(item)));
}

/** Takes lines as long as figures keep standing under figures. */
function growRegion(lines: readonly (BoxLine | null)[], start: number): Region {
  const region: Region = { lines: [], data: [], tail: [] };
  let waiting: BoxLine[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === null || line === undefined) break;
    const previous = waiting[waiting.length - 1] ?? region.lines[region.lines.length - 1];
    if (previous !== undefined && (endsTable(previous, line) || waiting.length > (isOverPage(waiting) && isBesideFigures(waiting, region.data) ? MAX_LABEL_LINES : MAX_WORD_LINES))) break;
    if (previous !== undefined && isRestOfLabel(line, previous, region.data)) {
      waiting.push({ ...line, items: line.items.map((item) => ({ ...item, isFigure: false })) });
    } else if (isNumberLine(line) || (isLoneNumber(line, region.data))) waiting.push(line);
    else if (isDataLine(line) && (region.data.length === 0 || standsUnder(line, region.data))) {
      if (isYearLine(line) && region.data.some((other) => !isYearLine(other)) && !repeatsHeader(line, region)) break;
      region.lines.push(...waiting, line);
      region.data.push(line);
      waiting = [];
    } else if (isDataLine(line) || isProse(line, region.data)) break;
    else waiting.push(line);
  }
  takeTail(region, waiting);
  return region;
}

/** Whether a line is a number alone, left of the figures of a table. */
function isLoneNumber(line: BoxLine, data: readonly BoxLine[]): boolean {
  const [first, ...others] = line.items;
  return first !== undefined && others.length === 0 && data.length > 0 && ROW_NUMBER.test(textOfItem(first)) && data.every((other) => other.items.every((item) => !item.isFigure || item.left > first.right || overlaps(item, first))) && data.some((other) => other.items.some((item) => item.left > first.right && !item.isFigure));
}

/** Whether lines of words keep to the left of all figures, as labels do that wrap. */
function isBesideFigures(lines: readonly BoxLine[], data: readonly BoxLine[]): boolean {
  const left = leftOfFigures(data);
  return lines.every((line) => line.items.every((item) => item.right <= left));
}

function isOverPage(lines: readonly BoxLine[]): boolean {
  return lines[0]?.line.page !== lines[lines.length - 1]?.line.page;
}

/** The figures of a table, numbers of rows before the labels apart; all where no label tells them. */
function figuresBehindLabels(data: readonly BoxLine[]): Item[] {
  const figures = data.flatMap((line) => line.items.filter((item) => item.isFigure));
  const behind = figures.filter((item) => item.left >= leftOfFigures(data));
  return behind.length === 0 ? figures : behind;
}

function leftOfFigures(data: readonly BoxLine[]): number {
  const label = Math.min(...data.flatMap((line) => line.items.flatMap((item) => (item.isFigure ? [] : [item.left]))));
  return Math.min(...data.flatMap((line) => line.items.flatMap((item) => (item.isFigure && item.left > label ? [item.left] : []))));
}

/** Whether a line under an open label, or close under words over which no figure stands, is their rest although it is a figure ("2022-" / "2025", "Akt. 112" / "2021"). */
function isRestOfLabel(line: BoxLine, previous: BoxLine, data: readonly BoxLine[]): boolean {
  const [item, ...others] = line.items;
  if (item?.isFigure !== true || others.length > 0) return false;
  const label = previous.items.find((other) => !other.isFigure && overlaps(other, item));
  const isClose = isYearText(textOfItem(item)) && previous.line.page === line.line.page && line.bottom - previous.bottom < TIGHT * line.size && previous.items.some((other) => other.isFigure);
  return label !== undefined && (isClose || isOpenEnded(textOfItem(label))) && !data.some((other) => other.items.some((figure) => figure.isFigure && overlaps(figure, item)));
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
  return readsOn && isBesideFigures([line], data);
}

/** Lines of words close above the first figures, with more room above them, are the start of the first row's label or remark. */
function takeHead(region: Region, lines: readonly (BoxLine | null)[], floor: number): void {
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
    if (line.items.some((item) => item.isFigure || figures.some((figure) => overlaps(item, figure))) || readUnit(line.line.text) !== null) return;
    head.unshift(line);
  }
}

function endsTable(previous: BoxLine, line: BoxLine): boolean {
  if (startsNote(line.line) || TABLE_LINE.test(line.line.text.trim())) return true;
  const isSamePage = previous.line.page === line.line.page;
  return isSamePage && (line.top - previous.bottom > TABLE_GAP * line.size || line.bottom < previous.top);
}

/** Whether most of a line's figures stand where the figures of the region stand. */
function standsUnder(line: BoxLine, data: readonly BoxLine[]): boolean {
  const figures = line.items.filter((item) => item.isFigure);
  const known = data.flatMap((other) => other.items.filter((item) => item.isFigure));
  const matching = figures.filter((item) => known.some((other) => overlaps(item, other)));
  return matching.length * 2 >= figures.length;
}

function repeatsHeader(line: BoxLine, region: Region): boolean {
  return region.data.some((other) => isYearLine(other) && other.line.text === line.line.text);
}

/** A line of words across the columns of figures is running text. */
function isProse(line: BoxLine, data: readonly BoxLine[]): boolean {
  const figures = data.flatMap((other) => other.items.filter((item) => item.isFigure));
  return line.items.some((item) => figures.filter((figure) => overlaps(item, figure)).length > 0 && item.words.length > 6 && figures.some((figure) => item.left < figure.left - 3 * line.size && item.right > figure.right));
}

/** The grids of a region: one, or two that stand side by side, each with its own labels under a head that repeats the years. */
function readBesides(lines: readonly (BoxLine | null)[], region: Region, floor: number, evidence: HyphenEvidence): Grid[] {
  const grid = readRegion(lines, region, floor, evidence);
  if (grid === null) return [];
  const border = borderBetween(grid.rows.flatMap((row) => lines[row.index] ?? []));
  if (border === null) return [grid];
  return [(item: Item) => item.left < border, (item: Item) => item.left >= border].flatMap((isOn) => {
    const part = lines.map((line) => (line === null || line.index < grid.firstLine || line.index > grid.lastLine ? line : { ...line, items: line.items.filter(isOn) }));
    const own = (of: readonly BoxLine[]): BoxLine[] => of.flatMap((line) => part[line.index] ?? []).filter((line) => line.items.length > 0);
    return readRegion(part, { lines: own(region.lines), data: own(region.data), tail: own(region.tail) }, grid.firstLine, evidence) ?? [];
  });
}

/** Where the second of two tables starts: at the words behind a head's years from which on the same years stand again, over words in most rows. Null for one table. */
function borderBetween(lines: readonly BoxLine[]): number | null {
  const head = lines.find((line) => isYearLine(line));
  const body = lines.filter((line) => line.items.some((item) => item.isFigure) && !isYearLine(line));
  for (const item of head?.items ?? []) {
    if (item.isFigure || head === undefined) continue;
    const yearsOn = (isOn: (other: Item) => boolean): string => head.items.filter((other) => other.isFigure && isOn(other)).map(textOfItem).join(' ');
    const before = yearsOn((other) => other.right < item.left);
    if (before === '' || before !== yearsOn((other) => other.left > item.right)) continue;
    const labelled = body.filter((line) => line.items.some((other) => !other.isFigure && Math.abs(other.left - item.left) < SAME_LEFT_PT));
    if (2 * labelled.length > body.length) return item.left - SAME_LEFT_PT;
  }
  return null;
}

function readRegion(lines: readonly (BoxLine | null)[], region: Region, floor: number, evidence: HyphenEvidence): Grid | null {
  const firstBody = region.lines.findIndex((line) => isDataLine(line) && !isYearLine(line));
  if (firstBody < 0) return null;
  const headerEnd = headerEndIn(region.lines, firstBody);
  const header = [...linesAbove(lines, region, floor, headerEnd), ...region.lines.slice(0, headerEnd)];
  const printed = withoutRepeatedHeaders([...region.lines.slice(headerEnd), ...region.tail], header);
  const known = columnsOf(printed, header, region.tail);
  const body = printed.map((line) => splitSwallowed(line, known));
  const data = body.filter((line) => isDataLine(line) && !isNumberLine(line));
  if (data.length < 2 && !header.some(isYearLine) && !header.some((line) => line.items.length > 1)) return null;
  const columns = body.every((line, index) => line === printed[index]) ? known : columnsOf(body, header, body.slice(body.length - region.tail.length));
  if (columns.filter((column) => column.kind === 'figures').length === 0) return null;
  const grouped = groupRows(body, columns, region.tail.length);
  const cuts = { evidence, widest: widestLines([...header, ...body], columns) };
  const rows = [
    ...joinHeaderRows(header.map((line) => headerRow(line, columns)), cuts),
    ...grouped.rows.map((group) => bodyRow(group, columns, cuts)),
  ];
  const [first, last] = [header[0] ?? body[0], body[body.length - 1 - grouped.spare]];
  if (first === undefined || last === undefined) return null;
  return { rows, columnCount: columns.length, firstLine: first.index, lastLine: last.index };
}

function columnsOf(body: readonly BoxLine[], header: readonly BoxLine[], tail: readonly BoxLine[]): BoxColumn[] {
  return findBoxColumns(body.filter(isDataLine), header, body.filter((line) => !isDataLine(line) && !tail.includes(line)));
}

/** The lines of a body without the header lines that stand again at the top of every page. */
function withoutRepeatedHeaders(body: readonly BoxLine[], header: readonly BoxLine[]): BoxLine[] {
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
function headerEndIn(lines: readonly BoxLine[], firstBody: number): number {
  let end = 0;
  for (let index = 0; index < firstBody; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const figures = lines.slice(firstBody).flatMap((other) => other.items.filter((item) => item.isFigure));
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
function linesAbove(lines: readonly (BoxLine | null)[], region: Region, floor: number, headerEnd: number): BoxLine[] {
  const header: BoxLine[] = [];
  const figures = figuresBehindLabels(region.data);
  let below = region.lines[0];
  const hasYears = region.lines.slice(0, headerEnd).some(isYearLine);
  for (let index = (below?.index ?? 0) - 1; index >= floor && header.length < MAX_HEADER_LINES; index -= 1) {
    const line = lines[index];
    if (line === null || line === undefined || below === undefined || line.line.page !== below.line.page) break;
    const gap = below.bottom - line.bottom;
    if (line.size > OTHER_TYPE * below.size) break;
    const isColumnar = line.items.length > 1 && line.items.some((item) => figures.some((figure) => overlaps(item, figure)));
    if (gap > (isColumnar && header.length === 0 && !hasYears ? WIDE_HEADER_GAP : HEADER_GAP) * line.size || gap < 0 || TABLE_LINE.test(line.line.text.trim()) || startsNote(line.line)) break;
    const isOver = line.items.some((item) => figures.some((figure) => overlaps(item, figure)));
    const isParted = line.items.length > 1;
    if (line.items.some((item) => isSentence(item, figures))) break;
    const isTight = gap < TIGHT * line.size;
    if (!isOver && !isTight && !isParted && !isUnderHeader(lines, index, floor, figures)) break;
    const isHeader = isTight || isUnitOrTotal(line) || isWithinFigures(line, figures);
    if (hasYears && (!isOver || !isParted) && !isHeader) break;
    header.unshift(line);
    below = line;
  }
  while (!hasYears && header.length > 0 && !header.some((line) => isHeading(line, figures))) header.shift();
  while (header.length > 0 && header[0] !== undefined && !isHeading(header[0], figures) && !isUnitOrTotal(header[0]) && header[0].items.length === 1 && !isTightAbove(header)) header.shift();
  while (hasYears && header.length > 0 && header[0] !== undefined && isCaptionOver(header[0], figures, leftOfFigures(region.data))) header.shift();
  return header;
}

/** Whether a line that starts over the labels ends over columns of figures: a caption or its end, no head of those columns. */
function isCaptionOver(line: BoxLine, figures: readonly Item[], left: number): boolean {
  const [item, ...others] = line.items;
  if (item === undefined || others.length > 0 || readUnit(line.line.text) !== null) return false;
  const isOver = figures.some((figure) => overlaps(item, figure));
  return isOver && item.left < left - line.size;
}

/** Whether a line goes on with the label of a header line that stands closely above it, with other lines of the label between. */
function isUnderHeader(lines: readonly (BoxLine | null)[], index: number, floor: number, figures: readonly Item[]): boolean {
  let lower = lines[index];
  const left = lower?.items[0]?.left ?? 0;
  for (let above = index - 1; above >= floor; above -= 1) {
    const upper = lines[above];
    if (upper === null || upper === undefined || lower === null || lower === undefined || upper.line.page !== lower.line.page) return false;
    const gap = lower.bottom - upper.bottom;
    if (gap <= 0 || gap >= TIGHT * lower.size || Math.abs((upper.items[0]?.left ?? 0) - left) > lower.size) return false;
    if (upper.items.length > 1 && upper.items.some((item) => figures.some((figure) => overlaps(item, figure)))) return true;
    lower = upper;
  }
  return false;
}

/** Whether a line stands over columns of figures only: captions and sentences begin left of them. */
function isWithinFigures(line: BoxLine, figures: readonly Item[]): boolean {
  const left = Math.min(...figures.map((figure) => figure.left));
  return line.items.every((item) => item.left > left - line.size && figures.some((figure) => overlaps(item, figure)));
}

/** Words across the columns that are too many for a header, or end as a sentence does. */
function isSentence(item: Item, figures: readonly Item[]): boolean {
  const isAcross = figures.filter((figure) => overlaps(item, figure)).length > 1;
  return isAcross && (item.words.length > 6 || (item.words.length > 3 && /[.!?]$/.test(textOfItem(item)) && !/\b(?:kr|mio|mia|pct)\.$/i.test(textOfItem(item))));
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
