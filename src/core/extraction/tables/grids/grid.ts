import { type Position } from '../../../budget/position';
import { type TextLine } from '../../lines/document-text';
import { isFigure, splitFigures } from '../../lines/figures';

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

/** Whether a text is one figure and nothing else. */
export function isFigureText(text: string): boolean {
  if (text === '' || text.length > 30) return false;
  if (isFigure(text)) return true;
  const split = splitFigures(text);
  return split.label === '' && split.figures.length === 1;
}

/** Whether a text is a year as headers print it, alone or as one end of a period that wraps: "2026", "2026*", "(2026-", "2029)". */
export function isYearText(text: string): boolean {
  return /^\(?(?:19|20)\d\d[-–)*]{0,3}$/.test(text);
}
