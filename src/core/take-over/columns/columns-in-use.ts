import { type SheetTable } from '../../sheet-plan/written/sheet-table';
import { isHeadCell, plannedBlocks } from './cells-above';
import { isOwnSheet, plannedOf, type Frame } from '../frame';
import { type PlannedRows, type TakeOverRefusal } from '../take-over';
import { isUsersCell } from '../update-table';

/** What of the user's stands in columns that go: edited cells, rows of his own, notes, and on a sheet of the import's everything above and below. */
export function columnsInUse(frame: Frame): TakeOverRefusal | null {
  const found = frame.workbook.tables.flatMap((table) => {
    const [widened, old] = [frame.widened.get(table.name), plannedOf(frame.old, table)];
    return widened === undefined || old === null ? [] : widened.gone.flatMap((column) => cellsInUse(table, { index: widened.from[column] ?? 0, wide: column }, old, frame));
  });
  if (found.length === 0) return null;
  return { kind: 'columns-in-use', columns: [...new Set(found.map(({ header }) => header))], cells: found.map(({ sheet, row, column }) => ({ sheet, row, column })) };
}

/** The user's cells of one column that goes: in the sheet, 0-based, with the column's heading. Shape: `index` is its place as the table stands, `wide` once it has its new columns. */
function cellsInUse(table: SheetTable, { index, wide }: { readonly index: number; readonly wide: number }, old: PlannedRows, frame: Frame): { readonly header: string; readonly sheet: string; readonly row: number; readonly column: number }[] {
  const { workbook } = frame;
  const column = table.column + index;
  const edited = table.rowIds.flatMap((_rowId, row) => (isUsersCell(table, old, row, index, { isFormulaChanged: (place) => workbook.changed.has(place) }) ? [table.row + row] : []));
  const isInTable = (row: number): boolean => row >= table.row - 1 && row < table.row + table.rowIds.length;
  const commented = (workbook.commented.get(table.sheetName) ?? []).filter((cell) => cell.column === column && (isInTable(cell.row) || isOwnSheet(table, workbook))).map(({ row }) => row);
  const planned = plannedBlocks(table, frame.old, frame);
  const others = isOwnSheet(table, workbook) ? (workbook.cells.get(table.sheetName) ?? []).filter((cell) => cell.column === column && !isInTable(cell.row) && !isHeadCell(planned.get(`${cell.row},${table.column + wide}`), cell, frame)).map(({ row }) => row) : [];
  return [...new Set([...edited, ...commented, ...others])].sort((a, b) => a - b).map((row) => ({ header: table.headers[index] ?? '', sheet: table.sheetName, row, column }));
}

