import { type Position } from '../../../budget/position';
import { type TextLine } from '../../lines/document-text';
import { isDamagedFigure, isPercentText, readPrintedFigure } from '../../lines/figures/printed-figure';
import { UNKNOWN_FIGURE } from '../../vocabulary';

/** A cell of a grid: its words without footnote marks, the marks, and which grid columns it covers. */
export interface GridCell {
  readonly text: string;
  readonly marks: readonly string[];
  readonly position: Position;
  readonly column: number;
  readonly columnSpan: number;
  /** Whether it continues a cell of the row above. */
  readonly isContinuation: boolean;
}

/** A row of a grid. `index` is the index of its first line among the document's lines. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly line: TextLine;
  readonly index: number;
}

/** A table as rows and columns, before anything is known about what the columns hold. Shape: lines are indexes, both included. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly columnCount: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The cell that covers a column; undefined when none does. */
export function cellAt(row: GridRow, column: number): GridCell | undefined {
  return row.cells.find((cell) => column >= cell.column && column < cell.column + cell.columnSpan);
}

/** The text under a column, '' when there is none. */
export function textAt(row: GridRow, column: number): string {
  return cellAt(row, column)?.text ?? '';
}

/** Whether a text is one figure and nothing but what stands beside one in its cell ("ca. 5,0", "1.200 kr."), or what is left of a figure ("1O,5", "####"). */
export function isFigureText(text: string): boolean {
  return readPrintedFigure(text) !== null || isPercentText(text) || isDamagedFigure(text) || UNKNOWN_FIGURE.test(text);
}

/** Whether a text is a year as headers print it, alone or as one end of a period that wraps: "2026", "2026*", "(2026-", "2029)". */
export function isYearText(text: string): boolean {
  return /^\(?(?:19|20)\d\d[-–)*]{0,3}$/.test(text);
}

/** The grid without the columns in which no cell starts, as Word leaves them where rows have edges of their own: a cell over two of them covers one. */
export function withoutEmptyColumns(grid: Grid): Grid {
  const starts = new Set(grid.rows.flatMap((row) => row.cells.map((cell) => cell.column)));
  const places: number[] = [];
  for (let column = 0; column <= grid.columnCount; column += 1) places.push(column === 0 ? 0 : (places[column - 1] ?? 0) + (starts.has(column - 1) ? 1 : 0));
  const columnCount = places[grid.columnCount] ?? 0;
  if (columnCount === grid.columnCount) return grid;
  const placeOf = (column: number): number => places[Math.min(column, grid.columnCount)] ?? 0;
  const moved = (cell: GridCell): GridCell => ({ ...cell, column: placeOf(cell.column), columnSpan: Math.max(1, placeOf(cell.column + cell.columnSpan) - placeOf(cell.column)) });
  return { ...grid, columnCount, rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map(moved) })) };
}
