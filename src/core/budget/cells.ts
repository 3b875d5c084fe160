import { type Amount, convertAmount, sumAmounts, zeroAmount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type Cell, type Column, type Row } from './table';

/**
 * The cell under the given year, undefined when the table has no such column.
 * Shape: where several columns share the year ("Drift 2026", "Anlæg 2026") and the totals bear out that they add up, their sum, with the place of the first.
 */
export function yearCell(columns: readonly Column[], row: Row, year: number): Cell | undefined {
  const index = columns.findIndex((column) => column.kind === 'year' && column.year === year);
  return index < 0 ? sumOfParts(columns, row, year) : row.cells[index];
}

function sumOfParts(columns: readonly Column[], row: Row, year: number): Cell | undefined {
  const cells = columns.flatMap((column, index) => (column.kind === 'amount' && column.isAddend === true && partYear(column) === year ? [row.cells[index]] : []));
  const amounts = cells.flatMap((cell) => (cell?.kind === 'amount' ? [cell.amount] : []));
  const first = cells.find((cell) => cell?.kind === 'amount') ?? cells[0];
  if (first?.kind !== 'amount' || cells.some((cell) => cell?.kind !== 'amount' && cell?.kind !== 'nil')) return first?.kind === 'nil' && cells.every((cell) => cell?.kind === 'nil') ? first : undefined;
  return { ...first, amount: sumAmounts(amounts, first.amount.unit) };
}

/** The one year that a column of amounts shares with others; null for any other column. */
function partYear(column: Column): number | null {
  return column.kind === 'amount' && column.years !== undefined && column.years.from === column.years.to ? column.years.from : null;
}

/** The row with its amounts in another unit. */
export function rowInUnit(row: Row, unit: Unit): Row {
  return { ...row, cells: row.cells.map((cell) => (cell.kind === 'amount' ? { ...cell, amount: convertAmount(cell.amount, unit) } : cell)) };
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

/** The fiscal years of the columns, as printed from left to right; a year that several columns share counts once. */
export function columnYears(columns: readonly Column[]): number[] {
  const years = columns.flatMap((column) => (column.kind === 'year' ? [column.year] : (partYear(column) ?? [])));
  return years.some((year) => columns.some((column) => partYear(column) === year)) ? [...new Set(years)] : years;
}
