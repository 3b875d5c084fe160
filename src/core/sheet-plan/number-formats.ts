import { type Agreement } from '../budget/agreement';
import { type Cell } from '../budget/table';
import { amountToNumber } from '../money/amount';
import { type PlanCell } from './plan';

/**
 * The number format of an amount with the given decimals, in Excel's locale-neutral codes: a Danish Excel shows 1.234,5.
 * @example amountFormat(1) // '#,##0.0;-#,##0.0'
 */
export function amountFormat(decimals: number): string {
  const digits = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  return `${digits};-${digits}`;
}

/** The format of an amount whose zero is printed as a dash. */
export function dashFormat(decimals: number): string {
  return `${amountFormat(decimals)};"–"`;
}

/** The most decimals that any amount of the agreement's tables has; 0 when there are none. */
export function finestDecimals(agreement: Agreement): number {
  let decimals = 0;
  for (const initiative of agreement.initiatives) {
    for (const row of initiative.total === null ? initiative.components : [initiative.total, ...initiative.components]) {
      for (const cell of row.cells) if (cell.kind === 'amount') decimals = Math.max(decimals, cell.amount.decimals);
    }
  }
  return decimals;
}

/**
 * A printed cell as a planned one: an amount with its own decimals, a dash as a zero shown as "–";
 * what is empty, absent or unreadable stays empty, because missing is not zero.
 */
export function figureCell(cell: Cell | undefined, decimals: number): PlanCell {
  if (cell?.kind === 'amount') return { kind: 'number', value: amountToNumber(cell.amount), format: amountFormat(cell.amount.decimals) };
  if (cell?.kind === 'nil') return { kind: 'number', value: 0, format: dashFormat(decimals) };
  return { kind: 'blank', format: amountFormat(decimals) };
}
