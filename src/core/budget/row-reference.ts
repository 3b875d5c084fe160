import { type Amount } from '../money/amount';
import { type Agreement, type Mention, type Pool } from './agreement';
import { type Position } from './position';
import { type Cell, type Column, type Row } from './table';

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

/** The heading of the amount in a row of an amount of the text. */
export const MENTION_HEADING = 'stated';

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
