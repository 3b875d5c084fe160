import { type BudgetTable, type Row } from '../../../budget/table';
import { valuesOf } from './sum-rows';
import { DASHED_LABEL } from '../../vocabulary';

/**
 * A table whose rows behind a dash are parts of the row above them ("Stat", "- Umiddelbart provenu", "- Tilbageløb").
 * Shape: unless its total adds them up; a list of which every row has its dash stays as it is, and so do rows of which each is the head of such rows, above a total.
 */
export function markDashedParts(table: BudgetTable): BudgetTable {
  const isDashed = dashedBehind(table.rows);
  if (!isDashed.includes(true) || addsUp(table) || areGroups(table.rows, isDashed)) return table;
  return { ...table, rows: table.rows.map((row, index) => (isDashed[index] === true ? { ...row, kind: 'of-which' as const } : row)) };
}

/** Which rows have a dash and stand, with nothing but such between, under one without. */
function dashedBehind(rows: readonly Row[]): boolean[] {
  let hasParent = false;
  return rows.map(({ kind, label }) => {
    const isDashed = DASHED_LABEL.test(label ?? '');
    if (kind === 'component' && !isDashed) hasParent = true;
    else if (kind !== 'component' && kind !== 'of-which') hasParent = false;
    return kind === 'component' && isDashed && hasParent;
  });
}

/** Whether every row without a dash heads rows with one, and the totals stand below: those are groups with their sums. */
function areGroups(rows: readonly Row[], isDashed: readonly boolean[]): boolean {
  const heads = rows.flatMap((row, index) => (row.kind === 'component' && isDashed[index] === false ? [index] : []));
  const firstTotal = rows.findIndex((row) => row.kind === 'total' || row.kind === 'subtotal');
  return heads.every((index) => isDashed[index + 1] === true) && (heads[0] ?? 0) < firstTotal;
}

/** Whether the one printed total is what all rows come to, in every column. */
function addsUp(table: BudgetTable): boolean {
  const values = valuesOf(table);
  const totals = table.rows.flatMap((row, index) => (row.kind === 'total' ? [values[index]] : []));
  const [total] = totals;
  if (total === undefined || totals.length !== 1) return false;
  const addends = table.rows.flatMap((row, index) => (row.kind === 'component' ? [values[index] ?? []] : []));
  return total.every((value, column) => addends.reduce((sum, own) => sum + (own[column] ?? 0), 0) === value);
}
