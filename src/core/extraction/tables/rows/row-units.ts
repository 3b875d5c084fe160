import { type Unit } from '../../../money/unit';
import { type RawRow, type RawTable } from '../raw-table';
import { readPriceLevel, readUnit } from '../header/stated-unit';
import { COUNT_IN_LABEL, LABEL_UNIT, NO_MONEY_UNIT, UNIT_COLUMN, UNIT_ROW } from '../../vocabulary';

/** What a row says of its own figures: their unit, null for the table's, or that they are no money. */
export type UnitOfRow = Unit | 'no-money' | null;

/** A table's rows without those that only state a unit, each with its own. `unit` and `priceLevel` are what stands alone above the first row of figures. */
export interface UnitsOfRows {
  readonly rows: readonly RawRow[];
  readonly units: readonly UnitOfRow[];
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
}

/** The units that rows state: in a column of units, at the end of the label ("Delloft (mia. kr.)"), or on a row of its own for those below it. */
export function readRowUnits({ columns, rows }: Pick<RawTable, 'columns' | 'rows'>): UnitsOfRows {
  const unitColumn = columns.findIndex((column) => column.kind === 'text' && UNIT_COLUMN.test(column.header));
  const kept: RawRow[] = [];
  const units: UnitOfRow[] = [];
  let first: string | null = null;
  let below: Unit | null = null;
  let hasFigures = false;
  for (const row of rows) {
    const label = row.label ?? '';
    const isEmpty = row.cells.every((cell) => cell === null);
    if (isEmpty && UNIT_ROW.test(label) && readUnit(label) !== null) {
      if (hasFigures) below = readUnit(label);
      else first = label;
      continue;
    }
    hasFigures ||= !isEmpty;
    kept.push(row);
    units.push(unitOf(row, unitColumn) ?? below);
  }
  return { rows: kept, units, unit: readUnit(first ?? ''), priceLevel: readPriceLevel(first ?? '') };
}

function unitOf(row: RawRow, unitColumn: number): UnitOfRow {
  const stated = unitColumn < 0 ? '' : (row.cells[unitColumn]?.text ?? '').trim();
  if (stated !== '') return readUnit(stated) ?? (NO_MONEY_UNIT.test(stated) ? 'no-money' : null);
  const label = row.label ?? '';
  if (COUNT_IN_LABEL.test(label)) return 'no-money';
  return readUnit(LABEL_UNIT.exec(label)?.[1] ?? '');
}
