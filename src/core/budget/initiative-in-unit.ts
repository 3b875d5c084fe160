import { convertAmount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type Initiative } from './agreement';
import { type Row } from './table';

/** An initiative with the figures of its tables in another unit, exactly; what its text states stays as it is printed. */
export function initiativeInUnit(initiative: Initiative, unit: Unit): Initiative {
  const converted = (row: Row): Row => ({ ...row, cells: row.cells.map((cell) => (cell.kind === 'amount' ? { ...cell, amount: convertAmount(cell.amount, unit) } : cell)) });
  return { ...initiative, unit, total: initiative.total === null ? null : converted(initiative.total), components: initiative.components.map(converted) };
}
