import { type TextLine } from '../../lines/document-text';
import { positionOf } from '../../lines/running-text';
import { type Grid, type GridCell, type GridRow } from '../grids/grid';

/** A table takes at least so many lines with tabs. */
const LEAST_LINES = 2;
/** A heading between rows is one line without tabs, no longer than this. */
const MAX_HEADING_LENGTH = 80;

/**
 * Tables of plain text whose cells tabs part, as a range copied out of a sheet or a Word table is pasted.
 * Shape: a run of lines with tabs, a line without one between two of them being a heading over its first column; a grid like those of real cells.
 */
export function findTabbedGrids(lines: readonly TextLine[]): Grid[] {
  const grids: Grid[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (!isTabbed(lines[start]) && !(isLoneHeader(lines[start]) && isTabbed(lines[start + 1]))) continue;
    let end = start + 1;
    while (isTabbed(lines[end]) || (isHeading(lines[end]) && isTabbed(lines[end + 1]))) end += 1;
    const grid = gridOf(lines, start, end);
    if (grid !== null) grids.push(grid);
    start = end;
  }
  return grids;
}

function isTabbed(line: TextLine | undefined): line is TextLine {
  return line !== undefined && line.cells === null && line.box === null && line.text.trimStart().includes('\t');
}

/** A header of one column over an empty cell: a tab in front and none behind. */
function isLoneHeader(line: TextLine | undefined): boolean {
  return line !== undefined && line.cells === null && line.box === null && line.text.startsWith('\t') && line.text.length <= MAX_HEADING_LENGTH;
}

function isHeading(line: TextLine | undefined): boolean {
  return line !== undefined && line.cells === null && line.box === null && line.blankLinesBefore === 0 && line.text.length <= MAX_HEADING_LENGTH;
}

function gridOf(lines: readonly TextLine[], start: number, end: number): Grid | null {
  const rows = lines.slice(start, end).map((line, index): GridRow => ({ cells: cellsOf(line), line, index: start + index }));
  const columnCount = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  return rows.length < LEAST_LINES ? null : { rows, columnCount, firstLine: start, lastLine: end - 1 };
}

function cellsOf(line: TextLine): GridCell[] {
  const position = positionOf(line);
  return line.text.split('\t').map((text, column): GridCell => ({ text: text.trim(), marks: [], position, column, columnSpan: 1, isContinuation: false }));
}
