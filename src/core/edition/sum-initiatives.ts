import { type Agreement, type Initiative } from '../budget/agreement';
import { cellAmount, columnYears, yearCell } from '../budget/cells';
import { type Cell, type Column } from '../budget/table';
import { rowTotal } from '../catalogue/entry-amount';
import { sumAmounts, type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type MeasuredRow } from './compare-figures';

/** Some initiatives as one row: the sums of their years and their totals, with the place of the first; an initiative alone as it is printed. Null where they have none. */
export function sumOfInitiatives(agreement: Agreement, places: readonly number[]): MeasuredRow | null {
  const initiatives = places.flatMap((place) => agreement.initiatives[place] ?? []);
  const [first] = initiatives;
  if (first === undefined || first.total === null || first.unit === null) return null;
  const { unit, priceLevel } = first;
  if (initiatives.length === 1) return { columns: first.columns, row: first.total, unit, priceLevel };
  const years = [...new Set(initiatives.flatMap(({ columns }) => columnYears(columns)))].sort((a, b) => a - b);
  const columns: Column[] = [...years.map((year): Column => ({ kind: 'year', year, basis: null, header: String(year) })), { kind: 'total', header: '' }];
  const cells = [...years.map((year) => sumOf(initiatives.map((one) => amountIn(one, year)), unit, first)), sumOf(initiatives.map((one) => totalOf(one)), unit, first)];
  return { columns, row: { ...first.total, cells }, unit, priceLevel };
}

function amountIn({ columns, total, unit }: Initiative, year: number): Amount | null {
  return total === null ? null : cellAmount(yearCell(columns, total, year), unit);
}

function totalOf({ columns, total, unit }: Initiative): Amount | null {
  return total === null || unit === null ? null : rowTotal(columns, total, unit);
}

function sumOf(amounts: readonly (Amount | null)[], unit: Unit, { total, position }: Initiative): Cell {
  const known = amounts.filter((amount) => amount !== null);
  const at = total?.position ?? position;
  return known.length === 0 ? { kind: 'blank', position: at } : { kind: 'amount', amount: sumAmounts(known, unit), text: '', position: at };
}
