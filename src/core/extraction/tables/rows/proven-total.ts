import { type BudgetTable } from '../../../budget/table';
import { valuesOf } from './sum-rows';

/** So many rows, and this share of all, must bear out that a column is the sum of the years. */
const LEAST_ROWS = 2;
const SHARE = 0.75;

/**
 * A table whose last column of money is the sum of its years as the rows bear out, whatever its header calls it ("Samlet bevilling", "Hele perioden"): its total.
 * Shape: tables with a total, with fewer than two years or with other columns of money besides stay as they are.
 */
export function markProvenTotal(table: BudgetTable): BudgetTable {
  const money = table.columns.flatMap((column, index) => (column.kind === 'text' ? [] : [index]));
  const years = money.filter((index) => table.columns[index]?.kind === 'year');
  const last = money.at(-1) ?? -1;
  const column = table.columns[last];
  const isApart = column?.kind === 'amount' && column.years === undefined;
  if (!isApart || years.length < 2 || years.length !== money.length - 1) return table;
  const rows = valuesOf(table).filter((own) => own !== undefined && own.filter((value) => value !== 0).length > 1);
  const fits = rows.filter((own) => isSum(own ?? [])).length;
  if (fits < LEAST_ROWS || fits < SHARE * rows.length) return table;
  return { ...table, columns: table.columns.map((one, index) => (index === last ? { kind: 'total', header: one.header } : one)) };
}

/** Whether the last value is the sum of the others, give or take a unit of the last digit for each. */
function isSum(own: readonly number[]): boolean {
  const sum = own.slice(0, -1).reduce((total, value) => total + value, 0);
  return Math.abs(sum - (own.at(-1) ?? 0)) <= own.length / 2;
}
