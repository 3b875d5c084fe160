import { type Agreement } from '../../../budget/agreement';
import { type Column, type Row } from '../../../budget/table';
import { amountToNumber } from '../../../money/amount';
import { printedCell } from '../../written/figure-place';
import { type FigureOrigin, type PlanCell } from '../../plan';

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

/** The format of the sum of a row's years: of a row that prints no amount for a year it shows nothing, because nothing is not zero. */
export function rowSumFormat(columns: readonly Column[], row: Row | null, decimals: number): string {
  const hasYear = columns.some(({ kind }, index) => kind === 'year' && (row?.cells[index]?.kind === 'amount' || row?.cells[index]?.kind === 'nil'));
  return hasYear ? amountFormat(decimals) : `${amountFormat(decimals)};`;
}

/** What was found of agreements before, because every row of a plan asks. */
const finest = new WeakMap<Agreement, number>();

/** The most decimals that any amount of the agreement's tables has; 0 when there are none. */
export function finestDecimals(agreement: Agreement): number {
  const known = finest.get(agreement) ?? findFinest(agreement);
  finest.set(agreement, known);
  return known;
}

function findFinest(agreement: Agreement): number {
  let decimals = 0;
  for (const initiative of agreement.initiatives) {
    for (const row of initiative.total === null ? initiative.components : [initiative.total, ...initiative.components]) {
      for (const cell of row.cells) if (cell.kind === 'amount') decimals = Math.max(decimals, cell.amount.decimals);
    }
  }
  return decimals;
}

/**
 * What a row prints under a column key, as a planned cell: an amount with its own decimals, a dash as a zero shown as "–";
 * what is empty, absent or unreadable stays empty, because missing is not zero.
 */
export function figureCell(columns: readonly Column[], row: Row | null, key: string, decimals: number): PlanCell {
  const cell = row === null ? undefined : printedCell(columns, row, key);
  if (row === null || cell === undefined || (cell.kind !== 'amount' && cell.kind !== 'nil')) return { kind: 'blank', format: amountFormat(decimals) };
  const amount = cell.kind === 'amount' ? cell.amount : null;
  const origin: FigureOrigin = { position: cell.position, printed: cell.text, quote: quoteOf(row), unit: amount?.unit ?? null };
  if (amount === null) return { kind: 'number', value: 0, format: dashFormat(decimals), origin };
  return { kind: 'number', value: amountToNumber(amount), format: amountFormat(amount.decimals), origin };
}

/** A row as the document prints it: its number, its label and its cells, two spaces apart. */
export function quoteOf(row: Row): string {
  const cells = row.cells.map((cell) => (cell.kind === 'blank' ? null : cell.text));
  return [row.number, row.label, ...cells].filter((text) => text !== null && text !== '').join('  ');
}
