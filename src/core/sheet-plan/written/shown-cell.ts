import { type Agreement } from '../../budget/agreement';
import { parseRowId, rowOf, type HeadedRow } from '../../budget/row-reference';
import { type Cell } from '../../budget/table';
import { parseAddress } from '../addresses';
import { printedCell } from './figure-place';
import { isFigureColumn, type SheetTable } from './sheet-table';

/** The tables of an import as they were last read, with the agreement that they show. */
export interface ShownTables {
  readonly agreement: Agreement;
  readonly tables: readonly SheetTable[];
}

/** The printed row that a cell of the workbook shows. Shape: `figure` is the cell's own where it shows one, null for the row's name and id; `value` is what the cell held when it was last read. */
export interface ShownCell extends HeadedRow {
  readonly agreement: Agreement;
  readonly figure: Cell | null;
  readonly value: unknown;
}

/** Columns that stand for their row as a whole. */
const ROW_COLUMNS = new Set(['title', 'id']);

/**
 * What a cell of an import's tables shows: a printed figure, or a row's own name or id.
 * Shape: `sheet` is the sheet's name, `row` and `column` are 0-based in it. Errors: null for every other cell (of sums, checks, groups, rows of others).
 */
export function shownCell(imports: readonly ShownTables[], sheet: string, row: number, column: number): ShownCell | null {
  for (const { agreement, tables } of imports) {
    for (const table of tables) {
      if (table.role === 'compared' || table.sheetName !== sheet) continue;
      const key = table.keys[column - table.column];
      const rowId = table.rowIds[row - table.row];
      const reference = typeof key === 'string' && rowId !== undefined ? parseRowId(rowId) : null;
      const headed = reference === null ? null : rowOf(agreement, reference);
      if (headed === null || typeof key !== 'string') continue;
      const figure = isFigureColumn(key) ? (printedCell(headed.columns, headed.row, key) ?? null) : null;
      if (figure !== null || ROW_COLUMNS.has(key)) return { ...headed, agreement, figure, value: table.values[row - table.row]?.[column - table.column] };
    }
  }
  return null;
}

/** A rectangle of a sheet by name. Shape: 0-based with counts. */
export interface SheetRectangle {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The rectangle of an address with its sheet: "'Ark 1'!B2:C4". Errors: null where it names no sheet, or is not one rectangle. */
export function parseSheetAddress(address: string): SheetRectangle | null {
  const bang = address.lastIndexOf('!');
  const area = bang < 1 ? null : parseAddress(address);
  if (area === null) return null;
  const name = address.slice(0, bang);
  const sheet = name.length > 2 && name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, ...area };
}
