import { type Language } from '../money/danish-number';
import { type Severity } from '../reconciliation/rule';

export type { Language };

/** How a cell looks beyond its number format. */
export type CellStyle = 'title' | 'subtle' | 'strong' | 'total' | 'wrapped' | 'right';

/**
 * What one planned cell holds.
 * Units: `format` is a number format in Excel's locale-neutral (en-US) codes; formulas are in the same en-US spelling with structured references
 * in the long form `Table[[#This Row],[Column]]`, which files, Excel and the workbench all understand.
 */
export type PlanCell =
  | { readonly kind: 'text'; readonly text: string; readonly style?: CellStyle }
  | { readonly kind: 'number'; readonly value: number; readonly format: string; readonly style?: CellStyle }
  | { readonly kind: 'formula'; readonly formula: string; readonly format: string; readonly style?: CellStyle }
  | { readonly kind: 'blank'; readonly format: string };

/** Cells outside the tables. Shape: `row` and `column` are 0-based and name the top left cell; every row of `cells` has the same length. */
export interface PlannedBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

/** What a planned table is for. */
export type TableRole = 'overview' | 'components' | 'totals' | 'findings';

/**
 * A column of a planned table.
 * Shape: `key` says what the column is, whatever its header reads: `year:2026`, `amount:Budget`, `printed-total`, `title`, `id` …
 * Units: `width` in characters.
 */
export interface PlannedColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
}

/**
 * An Excel table with its cells.
 * Shape: the header stands in row `row`, `rows` below it; `rowIds` runs parallel to `rows` and stands in the sheet too, in the column `id`,
 * so that a row is recognised after sorting and inserting.
 */
export interface PlannedTable {
  readonly role: TableRole;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly (readonly PlanCell[])[];
  readonly rowIds: readonly string[];
}

/** A flag on a cell: a fill and a comment, never the fill alone. Shape: `row` and `column` 0-based in the sheet. */
export interface PlannedFlag {
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  readonly text: string;
}

/** A defined name for a cell of its sheet. Shape: `row` and `column` 0-based. */
export interface PlannedName {
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

/** One sheet. Shape: `widths` in characters from column A; `frozenRows` stay in view. */
export interface PlannedSheet {
  readonly role: TableRole | 'initiative' | 'working-paper' | 'log';
  readonly name: string;
  readonly visibility: 'visible' | 'very-hidden';
  readonly blocks: readonly PlannedBlock[];
  readonly tables: readonly PlannedTable[];
  readonly names: readonly PlannedName[];
  readonly flags: readonly PlannedFlag[];
  readonly widths: readonly number[];
  readonly frozenRows: number;
}

/** Everything that is to be put in a workbook, as data. */
export interface SheetPlan {
  readonly language: Language;
  readonly sheets: readonly PlannedSheet[];
}

/** The names that a workbook already uses, so that planned ones are free. Shape: compared without case, as Excel does. */
export interface TakenNames {
  readonly sheets: readonly string[];
  readonly tablesAndNames: readonly string[];
}

/** The smallest rectangle from A1 that holds all cells of a sheet. */
export function sheetExtent(sheet: PlannedSheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const block of sheet.blocks) {
    rows = Math.max(rows, block.row + block.cells.length);
    columns = Math.max(columns, block.column + (block.cells[0]?.length ?? 0));
  }
  for (const table of sheet.tables) {
    rows = Math.max(rows, table.row + table.rows.length + 1);
    columns = Math.max(columns, table.column + table.columns.length);
  }
  return { rows, columns };
}

/** Columns of figures: their headings stand over the digits. */
const FIGURE_COLUMN = /^(year:|amount:|sum:|total$|printed-total$|component-sum$|printed$|computed$|difference$|bound$)/;

/** The header cells of a table, always text: a year as a header is a name, not a number. */
export function headerCells(table: PlannedTable): PlanCell[] {
  return table.columns.map((column) => ({ kind: 'text', text: column.header, ...(FIGURE_COLUMN.test(column.key) ? { style: 'right' as const } : {}) }));
}
