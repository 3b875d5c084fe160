import { type Amount, zeroAmount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type Cell, type Column, type Row } from './table';

/** The cell under the given year, undefined when the table has no such column. */
export function yearCell(columns: readonly Column[], row: Row, year: number): Cell | undefined {
  const index = columns.findIndex((column) => column.kind === 'year' && column.year === year);
  return index < 0 ? undefined : row.cells[index];
}

/** The cell under the total column, undefined when the table has none. */
export function totalCell(columns: readonly Column[], row: Row): Cell | undefined {
  const index = columns.findIndex((column) => column.kind === 'total');
  return index < 0 ? undefined : row.cells[index];
}

/**
 * The money that a cell grants: its amount, zero for a dash, null when it is blank, unreadable or text.
 * A dash has the decimals of nothing: it adds no rounding of its own.
 */
export function cellAmount(cell: Cell | undefined, unit: Unit | null): Amount | null {
  if (cell === undefined) return null;
  if (cell.kind === 'amount') return cell.amount;
  if (cell.kind === 'nil' && unit !== null) return zeroAmount(unit);
  return null;
}

/** The fiscal years of the columns, as printed from left to right. */
export function columnYears(columns: readonly Column[]): number[] {
  return columns.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
}
