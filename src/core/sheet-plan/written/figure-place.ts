import { componentRowId, initiativeRowId, MENTION_HEADING, poolRowId, totalRowId, type RowReference } from '../../budget/row-reference';
import { type Cell, type Column, type Row } from '../../budget/table';
import { type CheckedColumn, type CheckedPlace } from '../../reconciliation/rule';
import { type TableRole } from '../plan';

/** What a part of a sheet holds: one of an import's tables, a single initiative's own table, the named sum of a year above the overview, or a table of the user's that is compared. */
export type SheetRole = TableRole | 'initiative' | 'year-total' | 'compared';

/** A printed figure of an agreement as a row and column of one of its tables in the workbook. Shape: `insertion` is the name of the table where that is a single initiative's, the comparison's id where it is a table of the user's. */
export interface FigurePlace {
  readonly table: SheetRole;
  readonly rowId: string;
  readonly columnKey: string;
  readonly insertion?: string;
}

/** The row id of a year's named sum, and those of the two rows under a single initiative's table. */
export const YEAR_TOTAL_ROW = 'Σ';
export const PRINTED_ROW = 'printed';
export const CHECK_ROW = 'check';

/** The key of a printed column, null for text columns: they hold no figures. */
export function columnKey(column: Column): string | null {
  if (column.kind === 'year') return `year:${column.year}`;
  if (column.kind === 'total') return 'printed-total';
  return column.kind === 'amount' ? `amount:${column.header}` : null;
}

/** The key of the column of amounts of the text. */
export const MENTION_COLUMN_KEY = `amount:${MENTION_HEADING}`;

/** The printed cell in a row under a column key, undefined when that row has no such column. */
export function printedCell(columns: readonly Column[], row: Row, key: string): Cell | undefined {
  const index = columns.findIndex((column) => columnKey(column) === key);
  return index < 0 ? undefined : row.cells[index];
}

/** Which table a row stands in. */
export function tableOfRow(reference: RowReference): TableRole {
  if (reference.pool !== undefined) return 'pools';
  if (reference.mention !== undefined) return 'mentions';
  if (reference.total !== null) return 'totals';
  return reference.component === null ? 'overview' : 'components';
}

/**
 * The cell that a check is about: its figure, or the row's name where it is not about a figure; of a pool its initiative's, where that is known.
 * Errors: null where the checked thing stands in no table (a table of the document that no initiative owns, the document as a whole).
 */
export function placeOfCheck(place: CheckedPlace): FigurePlace | null {
  const column = keyOfColumn(place.column);
  if (place.total !== null) return { table: 'totals', rowId: totalRowId(place.total), columnKey: column };
  if (place.initiative === null) return place.pool === null ? null : { table: 'pools', rowId: poolRowId(place.pool), columnKey: column };
  if (place.component === null) return { table: 'overview', rowId: initiativeRowId(place.initiative), columnKey: column };
  return { table: 'components', rowId: componentRowId(place.initiative, place.component), columnKey: column };
}

/** The key of the column that shows what a check, or a reader, calls a column; the row's name where that is none. */
export function keyOfColumn(column: CheckedColumn): string {
  if (typeof column === 'number') return `year:${column}`;
  return column === null ? 'title' : column === 'total' ? 'printed-total' : column;
}

/** What a check calls the column of a key; null for one that shows no figure of the document's tables. */
export function columnOfKey(key: string): CheckedColumn {
  const year = /^year:(\d+)$/.exec(key)?.[1];
  if (year !== undefined) return Number(year);
  if (key === 'printed-total' || key === 'total') return 'total';
  return isAmountKey(key) && key !== MENTION_COLUMN_KEY ? key : null;
}

function isAmountKey(key: string): key is `amount:${string}` {
  return key.startsWith('amount:');
}

/** One text for a figure's place, to look it up by. */
export function placeKey(place: FigurePlace): string {
  const figure = `${place.rowId}|${place.columnKey}`;
  return place.insertion === undefined ? figure : `${place.insertion}!${figure}`;
}
