import { type Agreement, type Initiative, type Mention, type Pool, type PrintedTotal } from '../../budget/agreement';
import { type Cell, type Column, type Row } from '../../budget/table';
import { amountOf, amountToNumber } from '../../money/amount';
import { type Unit } from '../../money/unit';
import { componentRowId, initiativeRowId, mentionRowId, NO_ROW, poolRowId, rowOfMention, rowOfPool, totalRowId, type RowReference } from '../../budget/row-reference';
import { columnKey, placeKey, tableOfRow, type FigurePlace, type SheetRole } from './figure-place';
import { gridValue } from '../../reconciliation/worksheet/grid-value';
import { shiftDecimals, shownDecimals } from '../layout/figures/decimals';

/** Decimals beyond which a worksheet figure counts as computed, not typed. */
const MOST_DECIMALS = 9;

/** What a worksheet cell holds now. Shape: `value` as Excel gives it, an empty text for an empty cell; `format` is its number format. */
export interface CurrentCell {
  readonly value: string | number | boolean;
  readonly format: string;
}

/** The figures that stand in the workbook now, by the place that `placeKey` names; what is missing has no entry. */
export type CurrentFigures = ReadonlyMap<string, CurrentCell>;

/** A figure that no longer reads as it was imported. Shape: `current` is null when its cell is gone. */
export interface FigureEdit {
  readonly place: FigurePlace;
  readonly reference: RowReference;
  readonly column: Column;
  readonly label: string | null;
  readonly printed: Cell;
  readonly current: Cell | null;
  /** What the worksheet cell itself holds; null when it is gone. */
  readonly found: CurrentCell | null;
}

/** The agreement as its figures stand in the workbook, and every figure that was changed. */
export interface CurrentAgreement {
  readonly agreement: Agreement;
  readonly edits: readonly FigureEdit[];
}

/**
 * The stored agreement with the workbook's figures in place of the printed ones.
 * A figure that reads as imported is the very same cell, so its rounding is unchanged; an edited one has the decimals that its cell shows.
 * Shape: only tables named in `present` are compared; a figure of a table that is not there is not an edit, nor one of a column that
 * `isGone` says is not there.
 */
export function currentAgreement(stored: Agreement, figures: CurrentFigures, present: ReadonlySet<SheetRole>, isGone: (table: SheetRole, key: string) => boolean = () => false): CurrentAgreement {
  const edits: FigureEdit[] = [];
  const read = (row: Row, columns: readonly Column[], reference: RowReference, rowId: string, unit: Unit | null): Row => {
    const table = tableOfRow(reference);
    if (!present.has(table) || row.kind === 'heading') return row;
    const cells = row.cells.map((printed, index): Cell => {
      const column = columns[index];
      const key = column === undefined ? null : columnKey(column);
      if (column === undefined || key === null || isGone(table, key)) return printed;
      const place: FigurePlace = { table, rowId, columnKey: key };
      const found = figures.get(placeKey(place)) ?? null;
      const current = currentCell(printed, found, unit);
      if (current !== printed) edits.push({ place, reference, column, label: row.label, printed, current, found });
      return current ?? { kind: 'blank', position: printed.position };
    });
    return cells.every((cell, index) => cell === row.cells[index]) ? row : { ...row, cells };
  };
  const initiatives = stored.initiatives.map((initiative, index): Initiative => {
    const total = initiative.total === null ? null : read(initiative.total, initiative.columns, { initiative: index, component: null, total: null }, initiativeRowId(index), initiative.unit);
    const components = initiative.components.map((row, component) =>
      read(row, initiative.columns, { initiative: index, component, total: null }, componentRowId(index, component), initiative.unit),
    );
    return { ...initiative, total, components };
  });
  const totals = stored.totals.map((total, index): PrintedTotal => {
    return { ...total, row: read(total.row, total.columns, { initiative: null, component: null, total: index }, totalRowId(index), stored.unit) };
  });
  const pools = stored.pools.map((pool, index): Pool => {
    const { columns, row } = rowOfPool(pool);
    const now = read(row, columns, { ...NO_ROW, pool: index }, poolRowId(index), unitOfPool(pool));
    return now === row ? pool : poolWith(pool, now.cells);
  });
  const mentions = stored.mentions.map((mention, index): Mention => {
    const { columns, row } = rowOfMention(mention);
    const [now] = read(row, columns, { ...NO_ROW, mention: index }, mentionRowId(index), mention.amount.unit).cells;
    return now === row.cells[0] || now?.kind !== 'amount' ? mention : { ...mention, amount: now.amount };
  });
  return { agreement: { ...stored, initiatives, totals, pools, mentions }, edits };
}

function unitOfPool({ total, amounts }: Pool): Unit | null {
  return (total ?? amounts[0]?.amount)?.unit ?? null;
}

/** A pool with the figures of its row, as `rowOfPool` orders them; what is no amount now is not there. */
function poolWith(pool: Pool, cells: readonly Cell[]): Pool {
  const amounts = pool.amounts.flatMap((one, index) => {
    const cell = cells[index];
    return cell?.kind === 'amount' ? [{ ...one, amount: cell.amount }] : [];
  });
  const total = pool.total === null ? undefined : cells[pool.amounts.length];
  return { ...pool, amounts, total: total?.kind === 'amount' ? total.amount : null };
}

/** The printed cell itself when the worksheet says the same, else what the worksheet says; null when there is no such cell. */
export function currentCell(printed: Cell, current: CurrentCell | null, unit: Unit | null): Cell | null {
  if (current === null) return null;
  const { value, format } = current;
  const { position } = printed;
  const seen = gridValue(value, format);
  if (typeof seen === 'object' && seen !== null && 'date' in seen) return { kind: 'unreadable', text: seen.date, position };
  if (typeof value === 'number') {
    if (printed.kind === 'amount' && isSameNumber(amountToNumber(printed.amount), value)) return printed;
    if (printed.kind === 'nil' && value === 0) return printed;
    const decimals = Math.min(MOST_DECIMALS, Math.max(formatDecimals(format), shownDecimals(value)));
    const coefficient = Math.round(shiftDecimals(value, decimals));
    if (unit === null || !Number.isSafeInteger(coefficient)) return { kind: 'unreadable', text: String(value), position };
    return { kind: 'amount', amount: amountOf(coefficient, decimals, unit), text: String(value), position };
  }
  const text = String(value).trim();
  if (text === '') return printed.kind === 'amount' || printed.kind === 'nil' ? { kind: 'blank', position } : printed;
  return printed.kind !== 'amount' && printed.kind !== 'nil' && printed.kind !== 'blank' && printed.text === text ? printed : { kind: 'unreadable', text, position };
}

function isSameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** How many decimals a number format shows. @example formatDecimals('#,##0.00;-#,##0.00') // 2 */
export function formatDecimals(format: string): number {
  const first = format.replace(/"[^"]*"/g, '').split(';')[0] ?? '';
  return /\.([0#?]+)/.exec(first)?.[1]?.length ?? 0;
}
