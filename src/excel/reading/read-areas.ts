import { type CellFill } from '../../core/sheet-plan/written/sheet-table';
import { sendQueued } from '../requests/run-excel';

/** Bytes of one answer. Source: well under 1 MB, which a pane takes in without a pause. */
const ANSWER_BYTES = 800_000;

/** What of a cell's looks is read: its own fill. */
export const FILL: Excel.CellPropertiesLoadOptions = { format: { fill: { color: true, pattern: true, patternColor: true } } };

/** How the reading goes on: how far it is, and whether it is to stop. */
export interface ReadingProgress {
  readonly onPart: (done: number, total: number) => void;
  /** Errors: signals that the reading was cancelled. */
  readonly stopIfAsked: () => void;
}

/** Cells to read. Shape: 0-based first cell with counts; `bytesOfRow` is about what a row takes in an answer; with `isValuesOnly` nothing but values is read. */
export interface CellArea {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly bytesOfRow: number;
  readonly isValuesOnly: boolean;
}

/** What was read of an area, row by row. Shape: `hiddenRows` 0-based in the area; what was not asked for is empty. */
export interface AreaCells {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly formats: string[][];
  readonly fills: (CellFill | null)[][];
  readonly hiddenRows: number[];
}

interface Piece {
  readonly area: CellArea;
  readonly offset: number;
  readonly rows: number;
  readonly bytes: number;
}

interface ReadPiece extends Piece {
  readonly range: Excel.Range;
  readonly cells: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
  readonly visibility: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
}

/**
 * The cells of areas, in their order. Takes one sync for all of them together, and one more for each 800 kB beyond.
 * Errors: signals when an answer is refused for its size, which is never "no differences".
 */
export async function readAreas(context: Excel.RequestContext, areas: readonly CellArea[], progress: ReadingProgress, refuse: () => never): Promise<AreaCells[]> {
  const batches = batchesOf(areas.flatMap(piecesOf));
  const cells = new Map<CellArea, AreaCells>(areas.map((area) => [area, { values: [], formulas: [], formats: [], fills: [], hiddenRows: [] }]));
  for (const [index, batch] of batches.entries()) {
    progress.stopIfAsked();
    progress.onPart(index, batches.length);
    const pieces = batch.map((piece) => queryPiece(context, piece));
    await sendQueued(context);
    for (const piece of pieces) takePiece(piece, cells.get(piece.area), refuse);
  }
  if (batches.length === 0) await sendQueued(context);
  progress.onPart(batches.length, batches.length);
  return [...cells.values()];
}

function piecesOf(area: CellArea): Piece[] {
  const step = Math.max(1, Math.floor(ANSWER_BYTES / Math.max(1, area.bytesOfRow)));
  const pieces: Piece[] = [];
  for (let offset = 0; offset < area.rows; offset += step) {
    const rows = Math.min(step, area.rows - offset);
    pieces.push({ area, offset, rows, bytes: rows * area.bytesOfRow });
  }
  return pieces;
}

/** Pieces in groups that fit one answer, in order. */
function batchesOf(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let bytes = 0;
  for (const piece of pieces) {
    const last = batches.at(-1);
    if (last === undefined || bytes + piece.bytes > ANSWER_BYTES) {
      batches.push([piece]);
      bytes = piece.bytes;
    } else {
      last.push(piece);
      bytes += piece.bytes;
    }
  }
  return batches;
}

function queryPiece(context: Excel.RequestContext, piece: Piece): ReadPiece {
  const { sheetId, row, column, columns, isValuesOnly } = piece.area;
  const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row + piece.offset, column, piece.rows, columns);
  if (isValuesOnly) {
    range.load('values');
    return { ...piece, range, cells: null, visibility: null };
  }
  range.load('values,formulas,numberFormat');
  return { ...piece, range, cells: range.getCellProperties(FILL), visibility: range.getRowProperties({ rowHidden: true }) };
}

function takePiece({ range, cells, visibility, offset }: ReadPiece, into: AreaCells | undefined, refuse: () => never): void {
  const values = range.values as unknown[][] | null;
  if (values === null || into === undefined) refuse();
  into.values.push(...values);
  if (cells === null || visibility === null) return;
  const formulas = range.formulas as unknown[][] | null;
  if (formulas === null) refuse();
  into.formulas.push(...formulas);
  into.formats.push(...(range.numberFormat as string[][]));
  into.fills.push(...cells.value.map((row) => row.map((cell) => fillOf(cell.format?.fill))));
  visibility.value.forEach((row, index) => {
    if (row.rowHidden === true) into.hiddenRows.push(offset + index);
  });
}

/** A cell's own fill; null for none. Source: Excel reports no fill as white, or as an empty text, without a pattern; a white fill has the pattern "Solid". */
export function fillOf(fill: Excel.CellPropertiesFill | undefined): CellFill | null {
  const shown = (fill?.pattern as string | null | undefined) ?? null;
  const color = (fill?.color ?? '').toUpperCase();
  const own = color === '' || (color === '#FFFFFF' && shown !== 'Solid') ? null : color;
  const pattern = shown === null || shown === 'None' || shown === 'Solid' ? null : shown;
  if (own === null && pattern === null) return null;
  return { color: own, pattern, patternColor: pattern === null ? null : (fill?.patternColor ?? null) };
}
