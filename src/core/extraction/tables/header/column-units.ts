import { type Column } from '../../../budget/table';
import { type Unit, UNITS } from '../../../money/unit';
import { readUnit } from './stated-unit';
import { BROKEN_SCALE, MONEY_HEADER, UNIT_LEAD } from '../../vocabulary';

/** The unit of a table with its columns as their own headers have it. `units` runs parallel to `columns`: null where a column's figures are in the table's unit, or are no money. */
export interface UnitsOfColumns {
  readonly unit: Unit | null;
  readonly columns: readonly Column[];
  readonly units: readonly (Unit | null)[];
  /** Headers of money columns whose unit cannot be told among the others'. */
  readonly unknown: readonly string[];
}

/**
 * Which unit each column is in. `stated` is what the table states for all its columns; a header's own unit goes before it.
 * Shape: where units stand in headers only, a column that names neither unit nor money is text; the table's unit is the largest, so that the
 * amounts of every column keep their printed digits in it.
 */
export function readColumnUnits(columns: readonly Column[], stated: Unit | null): UnitsOfColumns {
  const across = columns.map((column, index) => unitAcross(columns[index - 1]?.header ?? '', column.header));
  const shared = across.find((unit) => unit !== null) ?? stated;
  const own = columns.map((column, index) => (column.kind === 'text' || across[index] !== null ? null : readUnit(column.header)));
  const named = UNITS.filter((unit) => own.includes(unit));
  const [only] = named;
  if (only === undefined) return { unit: shared, columns, units: columns.map(() => null), unknown: [] };
  const isEach = shared === null && !leadsAll(columns, own);
  const rest = shared ?? (named.length === 1 ? only : null);
  const unknown: string[] = [];
  const kept = columns.map((column, index): Column => {
    if (column.kind === 'text' || own[index] !== null) return column;
    if (isEach && column.kind === 'amount' && column.years === undefined && !MONEY_HEADER.test(column.header)) return { kind: 'text', header: column.header };
    if (rest !== null) return column;
    unknown.push(column.header);
    return { kind: 'text', header: column.header };
  });
  const isRestUsed = kept.some((column, index) => column.kind !== 'text' && own[index] === null);
  const unit = [...UNITS].reverse().find((candidate) => named.includes(candidate) || (isRestUsed && rest === candidate)) ?? only;
  const units = kept.map((column, index) => {
    const printed = own[index] ?? rest;
    return column.kind === 'text' || printed === unit ? null : printed;
  });
  return { unit, columns: kept, units, unknown };
}

/** The unit of a header over several columns whose words stand apart over them, as coordinates give it: "Bevilling (mio." over one year, "kr.)" over the next. */
function unitAcross(before: string, header: string): Unit | null {
  const scale = BROKEN_SCALE.exec(before)?.[1];
  return scale === undefined || !/^kr(?![a-zæøå])/i.test(header) ? null : readUnit(`${scale} kr.`);
}

/** Whether the one unit stands in front of the first column's name, as a unit of all that a reader took for part of the first header. */
function leadsAll(columns: readonly Column[], own: readonly (Unit | null)[]): boolean {
  const money = columns.flatMap((column, index) => (column.kind === 'text' ? [] : [index]));
  const first = money[0];
  return first !== undefined && money.every((index) => (own[index] !== null) === (index === first)) && UNIT_LEAD.test(columns[first]?.header ?? '');
}
