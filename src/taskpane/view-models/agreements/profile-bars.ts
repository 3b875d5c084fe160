import { type Initiative } from '../../../core/budget/agreement';
import { cellAmount, columnYears, yearCell } from '../../../core/budget/cells';
import { amountToNumber } from '../../../core/money/amount';

/** An initiative's amount in a year. Units: `share` of the largest amount of its years, below 0 for a cut. */
export interface ProfileBar {
  readonly year: number;
  readonly share: number;
}

/** The profile of an initiative over its years; null where fewer than two are printed, where one cannot be read, or where all are nothing. */
export function profileBars({ columns, total, unit }: Initiative): ProfileBar[] | null {
  const years = [...new Set(columnYears(columns))];
  if (total === null || years.length < 2) return null;
  const cells = years.map((year) => ({ year, cell: yearCell(columns, total, year) }));
  if (cells.some(({ cell }) => cell?.kind === 'unreadable')) return null;
  const amounts = cells.map(({ year, cell }) => ({ year, amount: cellAmount(cell, unit) })).map(({ year, amount }) => ({ year, value: amount === null ? 0 : amountToNumber(amount) }));
  const largest = Math.max(...amounts.map(({ value }) => Math.abs(value)));
  return largest === 0 ? null : amounts.map(({ year, value }) => ({ year, share: value / largest }));
}
