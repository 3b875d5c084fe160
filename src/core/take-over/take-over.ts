import { type CellStyle, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable, type TableRole } from '../sheet-plan/plan';
import { type WrittenSheet } from '../import-store/store-records';
import { type SheetTable, type WrittenTable } from '../sheet-plan/written/sheet-table';
import { type RowMap } from './row-map';

/** A cell to write. Shape: in a table's own rows and columns, counted from its first data cell once its new rows and columns are there. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly cell: PlanCell;
}

/** A column that a table gets. Shape: `column` from the table's first, once the new ones before it are there; `style` is that of its data cells. */
export interface AddedColumn {
  readonly column: number;
  readonly planned: PlannedColumn;
  readonly style: CellStyle | null;
}

/**
 * What becomes of a table's columns. Shape: `inserts` in order, `deletes` as they stand once all new ones are there. `moves`: whole columns of the sheet, where it is
 * the import's own; else those of the table alone, and of the row of sums above it where `hasSums` holds.
 */
export interface ColumnUpdate {
  readonly inserts: readonly AddedColumn[];
  readonly deletes: readonly number[];
  readonly moves: 'sheet' | 'table';
  readonly hasSums: boolean;
}

/** What a table gets. Shape: `inserts` in order, each where it stands once those before it are there; `deletes` once all are there. */
export interface TableUpdate {
  readonly name: string;
  readonly sheetName: string;
  /** Whether whole rows of the sheet move, because something stands beside the table. */
  readonly movesSheetRows: boolean;
  readonly columns: ColumnUpdate;
  readonly inserts: readonly { readonly row: number; readonly count: number; readonly isAtEnd: boolean }[];
  readonly writes: readonly CellWrite[];
  readonly deletes: readonly number[];
  /** Rows of the old edition that stay because something of the user's is in them or beside them. Shape: current rows, 0-based. */
  readonly kept: readonly number[];
  /** Rows whose flags go with what they were about. Shape: ids of the old edition. */
  readonly goneRows: readonly string[];
}

/** Cells to write outside tables. Shape: 0-based in the sheet, once the new columns are there. */
export interface BlockUpdate {
  readonly sheetName: string;
  readonly writes: readonly CellWrite[];
}

/** A cell that the user changed and that the new edition changes too. Shape: `key` names its place in the old edition. Units: as in the cell. */
export interface EditedCell {
  readonly key: string;
  readonly sheet: string;
  readonly address: string;
  readonly rowTitle: string;
  readonly column: string;
  readonly imported: string | number;
  readonly current: string | number;
  readonly next: string | number;
}

/** Everything that taking a new edition over in place comes to. */
export interface TakeOverPlan {
  readonly rows: RowMap;
  readonly tables: readonly TableUpdate[];
  readonly blocks: readonly BlockUpdate[];
  /** Sheets for what the old edition had none of. */
  readonly newSheets: readonly PlannedSheet[];
  /** Single initiatives' tables that have other rows now: they stay as they are, as the user's own. Shape: names of tables. */
  readonly leftTables: readonly string[];
  readonly edited: readonly EditedCell[];
  /** The import's sheets and tables as they are to be remembered. */
  readonly ownSheets: readonly WrittenSheet[];
  readonly written: readonly WrittenTable[];
  readonly names: readonly string[];
  /** Columns that the new edition no longer has. Shape: "overview|year:2026". */
  readonly goneColumns: ReadonlySet<string>;
  /** Names of sums that come, each with the cell that it names once the new columns are there, and names that go. */
  readonly newNames: readonly { readonly name: string; readonly sheetName: string; readonly row: number; readonly column: number }[];
  readonly goneNames: readonly string[];
}

/** The tables that a take-over writes to, as they stand, each with what it gets. */
export function updatedTables({ plan, tables }: { readonly plan: Pick<TakeOverPlan, 'tables'>; readonly tables: readonly SheetTable[] }): { readonly update: TableUpdate; readonly table: SheetTable }[] {
  return plan.tables.flatMap((update) => {
    const table = tables.find(({ name }) => name === update.name);
    return table === undefined ? [] : [{ update, table }];
  });
}

/** Which column of a table, as it stands, is one that will be once the new ones are there; null for a new one. */
export function columnBefore({ inserts }: Pick<ColumnUpdate, 'inserts'>, column: number): number | null {
  return inserts.some((added) => added.column === column) ? null : column - inserts.filter((added) => added.column < column).length;
}

/** Why an edition cannot take the place of another: something of the user's stands in columns that go. Shape: headings of the columns; the cells, 0-based. */
export interface TakeOverRefusal {
  readonly kind: 'columns-in-use';
  readonly columns: readonly string[];
  readonly cells: readonly { readonly sheet: string; readonly row: number; readonly column: number }[];
}

/** A planned table whose cells are found by row id and column key. */
export interface PlannedRows {
  readonly role: TableRole | 'initiative';
  readonly rowIds: readonly string[];
  readonly columns: readonly PlannedColumn[];
  readonly cellAt: (rowId: string, key: string) => PlanCell | undefined;
}

/** The cells of a planned table by row id and column key. */
export function plannedRows({ role, rowIds, columns, rows }: Pick<PlannedTable, 'rowIds' | 'columns' | 'rows'> & { readonly role: TableRole | 'initiative' }): PlannedRows {
  const [byRow, byKey] = [new Map(rowIds.map((rowId, index) => [rowId, index])), new Map(columns.map(({ key }, index) => [key, index]))];
  return { role, rowIds, columns, cellAt: (rowId, key) => rows[byRow.get(rowId) ?? -1]?.[byKey.get(key) ?? -1] };
}
