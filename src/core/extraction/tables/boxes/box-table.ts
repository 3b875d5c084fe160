import { bodyRow, headerRow, joinHeaderRows } from './box-cells';
import { type BoxColumn, findBoxColumns } from './columns/box-columns';
import { headerEndIn, type LinesAt, linesAbove, withoutRepeatedHeaders } from './box-header';
import { type BoxLine, findFigureEdges, type Item, textOfItem, toBoxLine } from './box-items';
import { growRegion, isDataLine, isNumberLine, isYearLine, type Region, takeHead } from './box-region';
import { groupRows } from './rows/box-rows';
import { widestLines } from './cut-words';
import { withoutFlowed } from './flowed-rows';
import { readAlignments } from './columns/merged-figures';
import { splitSwallowed } from './columns/swallowed-figures';
import { withoutNumbersInWords } from './numbers-in-words';
import { type TextLine } from '../../lines/document-text';
import { type Grid } from '../grids/grid';
import { NO_EVIDENCE, type HyphenEvidence } from '../../lines/join-lines';

/** Words that start at one place differ by less. Units: points. */
const SAME_LEFT_PT = 3;

/** The tables of lines whose words have places (PDF) as grids: columns by coordinates, labels that wrap around their figures as one row. */
export function findBoxGrids(lines: readonly TextLine[], evidence: HyphenEvidence = NO_EVIDENCE): Grid[] {
  if (!lines.some((line) => line.box !== null)) return [];
  const edges = findFigureEdges(lines);
  const boxLines = withoutNumbersInWords(withoutFlowed(lines.map((line, index) => toBoxLine(line, index, edges))));
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

/** The grids of a region: one, or two that stand side by side, each with its own labels under a head that repeats the years. */
function readBesides(lines: readonly (BoxLine | null)[], region: Region, floor: number, evidence: HyphenEvidence): Grid[] {
  const grid = readRegion((index) => lines[index], region, floor, evidence);
  if (grid === null) return [];
  const border = borderBetween(lines.slice(grid.firstLine, grid.lastLine + 1).flatMap((line) => line ?? []));
  if (border === null) return [grid];
  return [(item: Item) => item.left < border, (item: Item) => item.left >= border].flatMap((isOn) => {
    const partOf = (line: BoxLine): BoxLine => ({ ...line, items: line.items.filter(isOn) });
    const part: LinesAt = (index) => {
      const line = lines[index];
      return line === null || line === undefined || index < grid.firstLine || index > grid.lastLine ? line : partOf(line);
    };
    const own = (of: readonly BoxLine[]): BoxLine[] => of.map(partOf).filter((line) => line.items.length > 0);
    return readRegion(part, { lines: own(region.lines), data: own(region.data), tail: own(region.tail) }, grid.firstLine, evidence) ?? [];
  });
}

/** Where the second of two tables starts: at the words behind a head's years from which on the same years stand again, over words at one place and across no others. Null for one table. */
function borderBetween(lines: readonly BoxLine[]): number | null {
  const head = lines.find((line) => isYearLine(line));
  if (head === undefined) return null;
  const body = lines.slice(lines.indexOf(head) + 1);
  for (const item of head.items) {
    if (item.isFigure) continue;
    const yearsOn = (isOn: (other: Item) => boolean): string => head.items.filter((other) => other.isFigure && isOn(other)).map(textOfItem).join(' ');
    const before = yearsOn((other) => other.right < item.left);
    if (before === '' || before !== yearsOn((other) => other.left > item.right)) continue;
    const border = item.left - SAME_LEFT_PT;
    const labelled = body.filter((line) => line.items.some((other) => !other.isFigure && Math.abs(other.left - item.left) < SAME_LEFT_PT));
    const beside = body.filter((line) => line.items.some((other) => other.left >= border));
    if (2 * labelled.length >= beside.length && labelled.length > 1 && !body.some((line) => line.items.some((other) => other.left < border && other.right > border))) return border;
  }
  return null;
}

function readRegion(linesAt: LinesAt, region: Region, floor: number, evidence: HyphenEvidence): Grid | null {
  const firstBody = region.lines.findIndex((line) => isDataLine(line) && !isYearLine(line));
  if (firstBody < 0) return null;
  const headerEnd = headerEndIn(region.lines, firstBody);
  const header = [...linesAbove(linesAt, region, floor, headerEnd), ...region.lines.slice(0, headerEnd)];
  const printed = withoutRepeatedHeaders([...region.lines.slice(headerEnd), ...region.tail], header);
  const known = columnsOf(printed, header, region.tail);
  const body = printed.map((line) => splitSwallowed(line, known));
  const data = body.filter((line) => isDataLine(line) && !isNumberLine(line));
  if (data.length < 2 && !header.some(isYearLine) && !header.some((line) => line.items.length > 1)) return null;
  const columns = body.every((line, index) => line === printed[index]) ? known : columnsOf(body, header, body.slice(body.length - region.tail.length));
  if (columns.filter((column) => column.kind === 'figures').length === 0) return null;
  const grouped = groupRows(body, columns, region.tail.length);
  const cuts = { evidence, widest: widestLines([...header, ...body], columns) };
  const alignments = readAlignments(data, columns);
  const rows = [
    ...joinHeaderRows(header.map((line) => headerRow(line, columns)), cuts),
    ...grouped.rows.map((group) => bodyRow(group, columns, cuts, alignments)),
  ];
  const [first, last] = [header[0] ?? body[0], body[body.length - 1 - grouped.spare]];
  if (first === undefined || last === undefined) return null;
  return { rows, columnCount: columns.length, firstLine: first.index, lastLine: last.index };
}

function columnsOf(body: readonly BoxLine[], header: readonly BoxLine[], tail: readonly BoxLine[]): BoxColumn[] {
  return findBoxColumns(body.filter(isDataLine), header, body.filter((line) => !isDataLine(line) && !tail.includes(line)));
}
