import { type BudgetTable, type Column } from '../../../budget/table';
import { valuesOf } from './sum-rows';

/** How many rows bear out that their total is the sum of some columns, and how many of those tell it from a sum of one. */
interface Evidence {
  readonly fits: number;
  readonly telling: number;
}

/**
 * A table with the columns marked that its total adds up besides the years: "Overført fra 2025", "Drift 2026" beside "Anlæg 2026".
 * Shape: as most rows bear out. Columns that share a year and are no such parts name it no longer, so that nothing adds them up.
 */
export function markAddends(table: BudgetTable): BudgetTable {
  const total = table.columns.findIndex((column) => column.kind === 'total');
  const named = table.columns.flatMap((column, index) => (column.kind === 'amount' && !isOfSpan(column) ? [index] : []));
  if (total < 0 || named.length === 0) return table;
  const years = table.columns.flatMap((column, index) => (column.kind === 'year' || isOfSpan(column) ? [index] : []));
  const parts = named.filter((index) => isPart(table.columns[index]));
  if (years.length === 0 && parts.length === 0) return table;
  const values = valuesOf(table);
  const order = table.columns.flatMap((column, index) => (column.kind === 'text' ? [] : [index]));
  const weigh = (addends: readonly number[]): Evidence => evidenceOf(values, order.indexOf(total), addends.map((index) => order.indexOf(index)));
  const alone = years.length === 0 ? { fits: 0, telling: 0 } : weigh(years);
  const chosen = [parts, named].find((more) => more.length > 0 && isBorneOut(weigh([...years, ...more]), alone)) ?? [];
  return { ...table, columns: table.columns.map((column, index) => (named.includes(index) ? markedColumn(column, chosen.includes(index)) : column)) };
}

/** Whether a column is of years as it stands: several in one, or one that its header prints a second time. */
function isOfSpan(column: Column): boolean {
  return column.kind === 'amount' && column.years !== undefined && (column.years.from < column.years.to || column.likelyYear !== undefined);
}

/** One of several columns of one year. */
function isPart(column: Column | undefined): boolean {
  return column?.kind === 'amount' && column.years !== undefined && column.years.from === column.years.to;
}

function isBorneOut(evidence: Evidence, alone: Evidence): boolean {
  return evidence.telling > 0 && evidence.fits > alone.fits;
}

function evidenceOf(values: readonly (readonly number[] | undefined)[], total: number, addends: readonly number[]): Evidence {
  let [fits, telling] = [0, 0];
  for (const own of values) {
    if (own === undefined) continue;
    const figures = addends.map((index) => own[index] ?? 0);
    if (figures.reduce((sum, value) => sum + value, 0) !== (own[total] ?? 0)) continue;
    fits += 1;
    if (figures.filter((value) => value !== 0).length > 1) telling += 1;
  }
  return { fits, telling };
}

function markedColumn(column: Column, isAddend: boolean): Column {
  if (column.kind !== 'amount') return column;
  return isAddend ? { ...column, isAddend: true } : { kind: 'amount', header: column.header };
}
