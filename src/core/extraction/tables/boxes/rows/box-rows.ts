import { isDash, readNumber } from '../../../../money/danish-number';
import { type BoxColumn, columnOf } from '../columns/box-columns';
import { type BoxLine, textOfItem } from '../box-items';
import { costOfParting, costOfPlaces, costOfRow, type Pitch, type Place, PLACES, type RowCost, usualPitch } from './row-costs';
import { readRowColumns, type RowColumns, type RowLine, toRowLine } from './row-lines';
import { isOpenEnded, startsSmall } from '../../../lines/join-lines';

/** A row has at most so many lines. */
const MOST_LINES = 14;

/** The rows that a body's lines make, and how many of its last lines are none of the table's. */
export interface GroupedRows {
  readonly rows: readonly (readonly BoxLine[])[];
  readonly spare: number;
}

/**
 * Lines of a table's body as printed rows: of all divisions the one that fits best how lines are spaced, where figures and labels stand in their rows,
 * and how labels read on. A label may stand above, around or below its figures; a row without figures is a heading.
 * Shape: `optional` is how many lines at the end may be the rest of the last row or what follows the table.
 */
export function groupRows(lines: readonly BoxLine[], columns: readonly BoxColumn[], optional = 0): GroupedRows {
  const rowColumns = readRowColumns(lines, columns);
  const rowLines = lines.map((line) => toRowLine(line, rowColumns));
  const rows = bestDivision(rowLines, rowColumns).map((row) => row.map(({ line }) => line));
  let spare = 0;
  while (spare < optional && rows.length > 1 && rows.at(-1)?.some(hasFigures) === false) spare += rows.pop()?.length ?? 0;
  return { rows: joinBroken(rows, columns), spare };
}

function hasFigures(line: BoxLine): boolean {
  return line.items.some((item) => item.isFigure);
}

/** The cheapest division of lines into rows, among all places that the table's figures and labels can have in their rows. */
function bestDivision(lines: readonly RowLine[], columns: RowColumns): RowLine[][] {
  const pitch = usualPitch(lines);
  const costs = lines.map((_, start) => costsFrom(lines, start, columns, pitch));
  let best: Division | null = null;
  for (const figures of PLACES) {
    for (const label of PLACES) {
      const division = cheapestDivision(lines, costs, { figures, label, pitch });
      if (best === null || division.cost < best.cost) best = division;
    }
  }
  return best?.rows ?? [];
}

/** What the rows that start at a line cost, by how many lines they take: where some lines cannot be one row, more of them cannot either. */
function costsFrom(lines: readonly RowLine[], start: number, columns: RowColumns, pitch: Pitch): RowCost[] {
  const costs: RowCost[] = [];
  for (let end = start + 1; end <= Math.min(lines.length, start + MOST_LINES); end += 1) {
    const cost = costOfRow(lines.slice(start, end), columns, pitch);
    if (cost === null) break;
    costs.push(cost);
  }
  return costs;
}

interface Division {
  readonly rows: RowLine[][];
  readonly cost: number;
}

/** The habits of a table that a division is measured by. */
interface Habits {
  readonly figures: Place;
  readonly label: Place;
  readonly pitch: Pitch;
}

/** Dynamic programming over the ends of rows: the cheapest way to each end goes on from the cheapest ways to where its last row starts. */
function cheapestDivision(lines: readonly RowLine[], costs: readonly (readonly RowCost[])[], { figures, label, pitch }: Habits): Division {
  const ways: { cost: number; start: number }[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= lines.length; end += 1) {
    let way = { cost: Number.POSITIVE_INFINITY, start: end - 1 };
    for (let start = Math.max(0, end - MOST_LINES); start < end; start += 1) {
      const row = costs[start]?.[end - start - 1];
      const before = ways[start];
      if (row === undefined || before === undefined) continue;
      const parting = start === 0 ? 0 : costOfParting(lines.slice(before.start, start), lines.slice(start, end), pitch);
      const cost = before.cost + costOfPlaces(row, figures, label, pitch) + parting;
      if (cost < way.cost) way = { cost, start };
    }
    ways.push(way);
  }
  const rows: RowLine[][] = [];
  for (let end = lines.length; end > 0; end = ways[end]?.start ?? 0) rows.push(lines.slice(ways[end]?.start ?? 0, end));
  return { rows: rows.reverse(), cost: ways.at(-1)?.cost ?? 0 };
}

/** Rows that a page break cuts through their figures, as one. */
function joinBroken(rows: readonly BoxLine[][], columns: readonly BoxColumn[]): BoxLine[][] {
  const joined: BoxLine[][] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last !== undefined && isBrokenByPage(last, row, columns)) last.push(...row);
    else joined.push([...row]);
  }
  return joined;
}

function continuesLabel(previous: BoxLine, line: BoxLine): boolean {
  const label = previous.items.filter((item) => !item.isFigure).flatMap((item) => item.words.map((word) => word.text)).join(' ');
  return isOpenEnded(label) || startsSmall(line.line.text) || (line.line.page !== previous.line.page && line.line.text.trimStart().startsWith('('));
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
