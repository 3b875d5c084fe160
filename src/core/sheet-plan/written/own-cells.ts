import { cellEntry } from '../cell-entry';
import { parseRowId } from '../../budget/row-reference';
import { CHECK_ROW, PRINTED_ROW } from './figure-place';
import { type PlannedBlock } from '../plan';
import { type SheetTable } from './sheet-table';
import { isSheetText } from '../sheet-texts';

/** A rectangle of a sheet. Shape: 0-based first cell with counts. */
export interface CellRectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell in which something stands: its value and, where it has one, its formula. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
  readonly formula: string | null;
}

/** The cells of a sheet, told apart. Shape: `areas` are an import's own, `others` is everything else in which something stands. */
export interface OwnCells {
  readonly areas: readonly CellRectangle[];
  readonly others: readonly FoundCell[];
}

/**
 * Which cells of a sheet are an import's own: in its tables those of its own rows and columns, elsewhere those that read as they were planned.
 * Shape: `blocks` are the planned cells outside tables, where they stand now.
 */
export function ownCells(blocks: readonly PlannedBlock[], tables: readonly SheetTable[], cells: readonly FoundCell[]): OwnCells {
  const inTables = tables.flatMap(tableAreas);
  const rest = cells.filter(({ row, column }) => !inTables.some((area) => holds(area, row, column)));
  const planned = new Set(blocks.flatMap((block) => rest.filter((cell) => isAsPlanned(block, cell))));
  return { areas: [...inTables, ...mergeCells([...planned])], others: rest.filter((cell) => !planned.has(cell)) };
}

/** Whether a rectangle holds a cell. */
export function holds(area: CellRectangle, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function tableAreas(table: SheetTable): CellRectangle[] {
  const rows = runsOf([-1, ...table.rowIds.flatMap((rowId, row) => (isOwnRow(table, rowId, row) ? [row] : []))]);
  const columns = runsOf(table.keys.flatMap((key, column) => (key === null ? [] : [column])));
  return rows.flatMap((down) => columns.map((across) => ({ row: table.row + down.first, column: table.column + across.first, rows: down.count, columns: across.count })));
}

function isOwnRow(table: SheetTable, rowId: string, row: number): boolean {
  const texts = (): unknown[] => [...(table.values[row] ?? [])];
  if (table.role === 'findings') return rowId !== '' || texts().some((text) => isSheetText('noFindings', text));
  if (table.role === 'sources') return /^K\d+$/.test(rowId);
  if (rowId === PRINTED_ROW) return isSheetText('printedRow', texts()[0]);
  if (rowId === CHECK_ROW) return isSheetText('componentCheck', texts()[0]);
  return parseRowId(rowId) !== null;
}

/** Runs of numbers that follow each other. Shape: `offset` is where a run begins among them. */
export function runsOf(numbers: readonly number[]): { readonly first: number; readonly count: number; readonly offset: number }[] {
  const runs: { first: number; count: number; offset: number }[] = [];
  numbers.forEach((number, offset) => {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === number) last.count += 1;
    else runs.push({ first: number, count: 1, offset });
  });
  return runs;
}

/** Whether a cell reads as it was planned; where a formula was planned, any formula stands for it. */
function isAsPlanned(block: PlannedBlock, { row, column, value, formula }: FoundCell): boolean {
  const planned = block.cells[row - block.row]?.[column - block.column];
  if (planned === undefined) return false;
  return planned.kind === 'formula' ? formula !== null : value !== '' && cellEntry(planned).expected === value;
}

/** Cells as few rectangles: runs of a row, joined with those just as wide in the rows below. */
export function mergeCells(cells: readonly { readonly row: number; readonly column: number }[]): CellRectangle[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const columns = rows.get(row);
    if (columns === undefined) rows.set(row, [column]);
    else columns.push(column);
  }
  const spans = new Map<string, { readonly column: number; readonly columns: number; readonly rows: number[] }>();
  for (const [row, columns] of [...rows].sort(([a], [b]) => a - b)) {
    for (const { first, count } of runsOf(columns.sort((a, b) => a - b))) {
      const key = `${first}:${count}`;
      const span = spans.get(key) ?? { column: first, columns: count, rows: [] };
      span.rows.push(row);
      spans.set(key, span);
    }
  }
  return [...spans.values()].flatMap(({ column, columns, rows: down }) => runsOf(down).map(({ first, count }) => ({ row: first, column, rows: count, columns })));
}

/** Rectangles without single cells of them, which stay. */
export function withoutCells(areas: readonly CellRectangle[], kept: readonly { readonly row: number; readonly column: number }[]): CellRectangle[] {
  return kept.reduce<CellRectangle[]>((rest, { row, column }) => rest.flatMap((area) => splitAround(area, row, column)), [...areas]);
}

function splitAround(area: CellRectangle, row: number, column: number): CellRectangle[] {
  if (!holds(area, row, column)) return [area];
  const { rows, columns } = area;
  const above = row - area.row;
  const left = column - area.column;
  return [
    { ...area, rows: above },
    { ...area, row: row + 1, rows: rows - above - 1 },
    { row, column: area.column, rows: 1, columns: left },
    { row, column: column + 1, rows: 1, columns: columns - left - 1 },
  ].filter((piece) => piece.rows > 0 && piece.columns > 0);
}
