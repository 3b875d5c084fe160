import { gridValue } from '../../reconciliation/worksheet/grid-value';
import { type GridValue } from '../../reconciliation/worksheet/worksheet-reading';
import { cellAddress } from '../addresses';
import { type CurrentCell } from './current-agreement';
import { parseRowId } from '../../budget/row-reference';
import { placeKey, type FigurePlace, type SheetRole } from './figure-place';
import { cellEntry } from '../cell-entry';
import { type PlanCell, type TableRole } from '../plan';

/** A column of a table as an import wrote it. Shape: `formula` where all rows have one, `formulas` by row id where each has its own. */
export interface WrittenColumn {
  readonly key: string;
  readonly header: string;
  readonly formula?: string;
  readonly formulas?: Readonly<Record<string, string>>;
}

/**
 * A table as an import wrote it, whatever language it was written in.
 * Shape: `id` is Excel's own, absent until it has told it; `name` as last seen; `initiative`, `rows` and `hasFooter` are a single initiative's: which one, the text of each row's source column with the row's id,
 * and whether the printed total and its checks stand in two rows below.
 */
export interface WrittenTable {
  readonly role: TableRole | 'initiative';
  readonly id?: string;
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly initiative?: number;
  readonly rows?: readonly { readonly source: string; readonly rowId: string }[];
  readonly hasFooter?: boolean;
}

/** A cell's own fill; null for none. Shape: `color` null where the pattern has no background colour of its own. */
export interface CellFill {
  readonly color: string | null;
  readonly pattern: string | null;
  readonly patternColor: string | null;
}

/**
 * An import's table as it stands now. Shape: `row` and `column` name its first data cell, 0-based; `keys` and `headers` run over its columns,
 * `rowIds` over its rows: the ids of the import's own rows, "I5+2" for a row's second copy, "+1", "+2" … for rows of others.
 */
export interface SheetTable {
  readonly role: SheetRole;
  readonly name: string;
  readonly sheetName: string;
  readonly sheetId: string;
  readonly isProtected: boolean;
  readonly row: number;
  readonly column: number;
  readonly keys: readonly (string | null)[];
  readonly headers: readonly string[];
  readonly rowIds: readonly string[];
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly string[])[];
  readonly fills: readonly (readonly (CellFill | null)[])[];
  /** Rows that are hidden, as indexes into `rowIds`; none while the table is filtered, for a filter is a view of it that Excel shows and that is taken off again. */
  readonly hiddenRows: readonly number[];
  /** Headings that were changed: what they read now, in capitals, and what the import wrote. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The columns of a table by its headings: a changed heading is known by its place when the one that stood there is gone. */
export function readHeadings(headers: readonly string[], written: readonly WrittenColumn[]): { keys: (string | null)[]; renamed: Map<string, string> } {
  const spelled = headers.map((header) => header.trim().toLowerCase());
  const keyOf = new Map(written.map((column) => [column.header.toLowerCase(), column.key]));
  const renamed = new Map<string, string>();
  const keys = headers.map((header, index) => {
    const key = keyOf.get(spelled[index] ?? '');
    if (key !== undefined) return key;
    const meant = written[index];
    if (meant === undefined || spelled.includes(meant.header.toLowerCase())) return null;
    renamed.set(header.trim().toUpperCase(), meant.header);
    return meant.key;
  });
  return { keys, renamed };
}

/** The ids of a table's rows from what its rows say of themselves: each id counts once, further rows with it are copies, the rest is others'. */
export function readRowIds(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  let others = 0;
  return texts.map((text) => {
    if (parseRowId(text) === null) {
      others += 1;
      return `+${others}`;
    }
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text}+${count}`;
  });
}

/** The place of a cell of a table. */
export function placeIn(table: SheetTable, rowId: string, columnKey: string): FigurePlace {
  return { table: table.role, rowId, columnKey, ...(table.role === 'initiative' || table.role === 'compared' ? { insertion: table.name } : {}) };
}

/** What a cell of a table holds. */
export function cellIn(table: SheetTable, row: number, column: number): GridValue {
  return gridValue(table.values[row]?.[column], table.formats[row]?.[column]);
}

/** The formula of a cell, null where it holds a constant. */
export function formulaIn(table: SheetTable, row: number, column: number): string | null {
  const formula = table.formulas[row]?.[column];
  return typeof formula === 'string' && formula.startsWith('=') ? formula : null;
}

/** Whether a cell reads as it was planned: the formula, or the value and no formula. */
export function readsAs(table: SheetTable, row: number, column: number, cell: PlanCell): boolean {
  const formula = formulaIn(table, row, column);
  if (cell.kind === 'formula') return formula === cell.formula;
  return formula === null && (table.values[row]?.[column] ?? '') === cellEntry(cell).expected;
}

/** The figures of a table by their places; of a row that was copied, the first counts. */
export function figuresOf(table: SheetTable): Map<string, CurrentCell> {
  const figures = new Map<string, CurrentCell>();
  forEachCell(table, (rowId, columnKey, row, column) => {
    if (isFigureColumn(columnKey)) figures.set(placeKey(placeIn(table, rowId, columnKey)), currentCellIn(table, row, column));
  });
  return figures;
}

/** A cell of a table with the format that it shows. */
export function currentCellIn(table: SheetTable, row: number, column: number): CurrentCell {
  const value = table.values[row]?.[column];
  return { value: typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? ''), format: table.formats[row]?.[column] ?? 'General' };
}

/** Where the cells of a table are, by their places. Shape: A1 addresses without the sheet. */
export function addressesOf(table: SheetTable): Map<string, string> {
  const addresses = new Map<string, string>();
  forEachCell(table, (rowId, columnKey, row, column) => addresses.set(placeKey(placeIn(table, rowId, columnKey)), cellAddress(table.row + row, table.column + column)));
  return addresses;
}

/** Visits every cell under a heading that is ours. */
export function forEachCell(table: SheetTable, visit: (rowId: string, columnKey: string, row: number, column: number) => void): void {
  table.rowIds.forEach((rowId, row) => {
    table.keys.forEach((columnKey, column) => {
      if (columnKey !== null) visit(rowId, columnKey, row, column);
    });
  });
}

/** Whether a column holds printed figures. */
export function isFigureColumn(key: string): boolean {
  return key === 'printed-total' || key.startsWith('year:') || key.startsWith('amount:');
}
