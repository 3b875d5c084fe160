import { type Unit, UNITS } from '../../../money/unit';
import { type RawCell, type RawTable } from '../raw-table';
import { figureOfCell } from './read-cell';
import { type UnitOfRow } from './row-units';

/** The unit that all amounts of a table are kept in, and the unit in which each cell is printed. */
export interface UnitsOfCells {
  readonly unit: Unit | null;
  readonly units: readonly (readonly UnitOfRow[])[];
}

/**
 * Which unit each cell is printed in: its own goes before its row's, its column's and the table's; where only cells state one, and all the same, the others share it.
 * Shape: the table's unit is the largest in use, so that every amount keeps its printed digits in it.
 */
export function readTableUnits(raw: Pick<RawTable, 'columns' | 'rows' | 'units'>, rows: readonly UnitOfRow[], stated: Unit | null): UnitsOfCells {
  const isMoney = raw.columns.map((column) => column.kind !== 'text');
  const printed = raw.rows.map((row) => row.cells.map((cell, index) => (cell === null || isMoney[index] !== true ? null : figureOfCell(cell.text))));
  const inCells = new Set(printed.flat().flatMap((figure) => figure?.unit ?? []));
  const [only] = inCells;
  const shared = stated ?? (inCells.size === 1 ? (only ?? null) : null);
  const units = raw.rows.map((row, at) => row.cells.map((cell, index): UnitOfRow => (isMoney[index] === true ? unitOf(cell, printed[at]?.[index]?.unit ?? null, rows[at] ?? null, raw.units?.[index] ?? shared) : null)));
  const used = new Set(units.flatMap((row, at) => row.filter((_, index) => hasDigits(raw.rows[at]?.cells[index] ?? null))));
  return { unit: [...UNITS].reverse().find((unit) => used.has(unit)) ?? shared, units };
}

function unitOf(cell: RawCell | null, inCell: Unit | null, ofRow: UnitOfRow, ofColumn: Unit | null): UnitOfRow {
  if (cell === null) return null;
  return ofRow === 'no-money' ? ofRow : (inCell ?? ofRow ?? ofColumn);
}

function hasDigits(cell: RawCell | null): boolean {
  return cell !== null && /\d/.test(cell.text);
}
