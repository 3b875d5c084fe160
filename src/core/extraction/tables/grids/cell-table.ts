import { type LineCell, type TextLine, type Word } from '../../lines/document-text';
import { type Grid, type GridCell, type GridRow } from './grid';
import { positionOf } from '../../lines/running-text';

/** The real tables of a document (DOCX, HTML, rows of cells from the clipboard) as grids. */
export function findCellGrids(lines: readonly TextLine[]): Grid[] {
  const grids: Grid[] = [];
  let rows: GridRow[] = [];
  let table: number | null = null;
  const close = (): void => {
    const [first, last] = [rows[0], rows[rows.length - 1]];
    if (first !== undefined && last !== undefined) grids.push({ rows, columnCount: columnCountOf(rows), firstLine: first.index, lastLine: last.index });
    rows = [];
  };
  lines.forEach((line, index) => {
    if (line.cells === null || line.table !== table) close();
    table = line.table;
    if (line.cells !== null) rows.push({ cells: line.cells.map((cell) => toGridCell(cell, line)), line, index });
  });
  close();
  return grids;
}

/** Words as a text and the footnote marks that were raised among them. */
export function splitMarks(words: readonly Word[], text: string): { text: string; marks: string[] } {
  const raised = words.filter((word) => word.isSuperscript && isMark(word.text));
  if (raised.length === 0) return { text: text.trim(), marks: [] };
  const plain = words.filter((word) => !raised.includes(word)).map((word) => word.text);
  return { text: plain.join(' '), marks: raised.flatMap((word) => word.text.split(',')).filter((mark) => mark !== '') };
}

/** Raised letters behind a figure ("m²", "1ste") are no marks; figures, asterisks and single letters are. */
function isMark(text: string): boolean {
  return /^[\d⁰¹²³⁴-⁹⁺⁻⁽⁾*†‡()., ]{1,8}$/.test(text) || /^[a-z]\)?$/i.test(text);
}

function toGridCell(cell: LineCell, line: TextLine): GridCell {
  const { text, marks } = splitMarks(cell.words, cell.text);
  return { text, marks, position: positionOf(line), column: cell.column, columnSpan: cell.columnSpan, isContinuation: cell.isContinuation };
}

function columnCountOf(rows: readonly GridRow[]): number {
  return rows.reduce((most, row) => row.cells.reduce((right, cell) => Math.max(right, cell.column + cell.columnSpan), most), 0);
}
