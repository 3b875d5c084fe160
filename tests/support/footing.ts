import { cellAmount, totalCell } from '../../src/core/budget/cells';
import { type Column, type Row } from '../../src/core/budget/table';
import { areEqualAmounts, sumAmounts } from '../../src/core/money/amount';
import { type Unit } from '../../src/core/money/unit';

/** Whether the years of a row add up to its printed total, exactly; true for a row without a total. */
export function footsAcross(columns: readonly Column[], row: Row, unit: Unit): boolean {
  const total = cellAmount(totalCell(columns, row), unit);
  if (total === null) return true;
  const years = columns.flatMap((column, index) => {
    const amount = column.kind === 'year' ? cellAmount(row.cells[index], unit) : null;
    return amount === null ? [] : [amount];
  });
  return areEqualAmounts(sumAmounts(years, unit), total);
}

/** Whether some rows add up to a total row in every column of amounts, exactly. */
export function footsDown(columns: readonly Column[], rows: readonly Row[], total: Row, unit: Unit): boolean {
  return columns.every((column, index) => {
    if (column.kind === 'text') return true;
    const printed = cellAmount(total.cells[index], unit);
    if (printed === null) return true;
    const amounts = rows.flatMap((row) => {
      const amount = row.kind === 'of-which' ? null : cellAmount(row.cells[index], unit);
      return amount === null ? [] : [amount];
    });
    return areEqualAmounts(sumAmounts(amounts, unit), printed);
  });
}
