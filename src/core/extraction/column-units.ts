import { type Column } from '../budget/table';
import { type Unit, UNITS } from '../money/unit';
import { readUnit } from './table-header';
import { MONEY_HEADER, UNIT_LEAD } from './vocabulary';

/** The unit of a table with its columns as their own headers have it. `units` runs parallel to `columns`: null where a column's figures are in the table's unit, or are no money. */
export interface UnitsOfColumns {
  readonly unit: Unit | null;
  readonly columns: readonly Column[];
  readonly units: readonly (Unit | null)[];
  /** Headers of money columns whose unit cannot be told among the others'. */
  readonly unknown: readonly string[];
}

/**
 * Which unit each column is in. `shared` is what the table states for all its columns; a header's own unit goes before it.
 * Shape: where units stand in headers only, a column that names neither unit nor money is text; the table's unit is the largest, so that the
 * amounts of every column keep their printed digits in it.
 */
export function readColumnUnits(columns: readonly Column[], shared: Unit | null): UnitsOfColumns {
  const own = columns.map((column) => (column.kind === 'text' ? null : readUnit(column.header)));
  const stated = UNITS.filter((unit) => own.includes(unit));
  const [only] = stated;
  if (only === undefined) return { unit: shared, columns, units: columns.map(() => null), unknown: [] };
  const isEach = shared === null && !leadsAll(columns, own);
  const rest = shared ?? (stated.length === 1 ? only : null);
  const unknown: string[] = [];
  const kept = columns.map((column, index): Column => {
    if (column.kind === 'text' || own[index] !== null) return column;
    if (isEach && column.kind === 'amount' && column.years === undefined && !MONEY_HEADER.test(column.header)) return { kind: 'text', header: column.header };
    if (rest !== null) return column;
    unknown.push(column.header);
    return { kind: 'text', header: column.header };
  });
  const isRestUsed = kept.some((column, index) => column.kind !== 'text' && own[index] === null);
  const unit = [...UNITS].reverse().find((candidate) => stated.includes(candidate) || (isRestUsed && rest === candidate)) ?? only;
  const units = kept.map((column, index) => {
    const printed = own[index] ?? rest;
    return column.kind === 'text' || printed === unit ? null : printed;
  });
  return { unit, columns: kept, units, unknown };
}

/** Whether the one unit stands in front of the first column's name, as a unit of all that a reader took for part of the first header. */
function leadsAll(columns: readonly Column[], own: readonly (Unit | null)[]): boolean {
  const money = columns.flatMap((column, index) => (column.kind === 'text' ? [] : [index]));
  const first = money[0];
  return first !== undefined && money.every((index) => (own[index] !== null) === (index === first)) && UNIT_LEAD.test(columns[first]?.header ?? '');
}
