import { type Agreement, type Mention, type Pool } from '../budget/agreement';
import { type Amount } from '../money/amount';
import { type Position } from '../budget/position';
import { type Cell, type Column, type Row } from '../budget/table';
import { type CheckedColumn, type CheckedPlace } from '../reconciliation/rule';
import { type TableRole } from './plan';

/** What a part of a sheet holds: one of an import's tables, a single initiative's own table, or the named sum of a year above the overview. */
export type SheetRole = TableRole | 'initiative' | 'year-total';

/** A printed figure of an agreement as a row and column of one of its tables in the workbook. Shape: `insertion` is the name of the table where that is a single initiative's. */
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

/** What a row id names. Shape: indexes into the agreement, 0-based; what does not apply is null, and not there for pools and amounts of the text. */
export interface RowReference {
  readonly initiative: number | null;
  readonly component: number | null;
  readonly total: number | null;
  readonly pool?: number;
  readonly mention?: number;
}

/** A reference to no row, to say one thing of it at a time. */
export const NO_ROW: RowReference = { initiative: null, component: null, total: null };

/** The id of an initiative's row in the overview: I1, I2 … */
export function initiativeRowId(initiative: number): string {
  return `I${initiative + 1}`;
}

/** The id of a component's row: I3D2 is the second component of the third initiative. */
export function componentRowId(initiative: number, component: number): string {
  return `I${initiative + 1}D${component + 1}`;
}

/** The id of a printed total's row: T1, T2 … */
export function totalRowId(total: number): string {
  return `T${total + 1}`;
}

/** The id of an application pool's row: P1, P2 … */
export function poolRowId(pool: number): string {
  return `P${pool + 1}`;
}

/** The id of the row of an amount of the text: M1, M2 … */
export function mentionRowId(mention: number): string {
  return `M${mention + 1}`;
}

/** What a row id names, null when it is none of ours. */
export function parseRowId(rowId: string): RowReference | null {
  const match = /^(?:I(\d+)(?:D(\d+))?|T(\d+)|P(\d+)|M(\d+))$/.exec(rowId);
  if (!match) return null;
  const index = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits) - 1);
  const [pool, mention] = [index(match[4]), index(match[5])];
  return { initiative: index(match[1]), component: index(match[2]), total: index(match[3]), ...(pool === null ? {} : { pool }), ...(mention === null ? {} : { mention }) };
}

/** The key of a printed column, null for text columns: they hold no figures. */
export function columnKey(column: Column): string | null {
  if (column.kind === 'year') return `year:${column.year}`;
  if (column.kind === 'total') return 'printed-total';
  return column.kind === 'amount' ? `amount:${column.header}` : null;
}

/** A row of an agreement with the columns that head it. */
export interface HeadedRow {
  readonly columns: readonly Column[];
  readonly row: Row;
}

/** A pool as a row: its years, then its total where it has one. */
export function rowOfPool({ title, amounts, total, position }: Pool): HeadedRow {
  const years = amounts.map(({ year, amount, position: at }) => ({ column: { kind: 'year', year, basis: null, header: String(year) } as const, cell: statedCell(amount, at) }));
  const all = total === null ? years : [...years, { column: { kind: 'total', header: '' } as const, cell: statedCell(total, position) }];
  return { columns: all.map(({ column }) => column), row: statedRow(title, all.map(({ cell }) => cell), position) };
}

/** The heading of the amount in a row of amounts of the text, and the key of its column. */
const MENTION_HEADING = 'stated';
export const MENTION_COLUMN_KEY = `amount:${MENTION_HEADING}`;

/** An amount of the text as a row of one figure. */
export function rowOfMention({ amount, purpose, position }: Mention): HeadedRow {
  return { columns: [{ kind: 'amount', header: MENTION_HEADING }], row: statedRow(purpose, [statedCell(amount, position)], position) };
}

function statedCell(amount: Amount, position: Position): Cell {
  return { kind: 'amount', amount, text: '', position };
}

function statedRow(label: string | null, cells: readonly Cell[], position: Position): Row {
  return { kind: 'component', number: null, label, cells, footnotes: [], level: 0, position };
}

/** The row that an id names; null when the agreement has no such row. */
export function rowOf(agreement: Agreement, reference: RowReference): HeadedRow | null {
  if (reference.pool !== undefined) {
    const pool = agreement.pools[reference.pool];
    return pool === undefined ? null : rowOfPool(pool);
  }
  if (reference.mention !== undefined) {
    const mention = agreement.mentions[reference.mention];
    return mention === undefined ? null : rowOfMention(mention);
  }
  if (reference.total !== null) return agreement.totals[reference.total] ?? null;
  const initiative = reference.initiative === null ? undefined : agreement.initiatives[reference.initiative];
  if (initiative === undefined) return null;
  const row = reference.component === null ? initiative.total : initiative.components[reference.component];
  return row ? { columns: initiative.columns, row } : null;
}

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
