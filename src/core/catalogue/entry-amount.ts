import { cellAmount, columnYears, totalCell, yearCell } from '../budget/cells';
import { type Column, type Row } from '../budget/table';
import { convertAmount, sumAmounts, type Amount } from '../money/amount';
import { UNITS, type Unit } from '../money/unit';
import { priceLevelYear } from '../price-level/index-series';
import { type CatalogueEntry, type EntryRow } from './entries';

/** Why an entry has no amount: no such year in its table, a cell that is empty or could not be read, or rows that must not be added. */
export type AmountAnswer =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'no-such-year'; readonly years: readonly number[] }
  | { readonly kind: 'unread' }
  | { readonly kind: 'no-unit' }
  | { readonly kind: 'mixed-price-levels'; readonly priceLevels: readonly string[] };

/** Which figure of a row is meant: a year's, the total, or that of another column, found by its header. */
export type Period = number | null | ((header: string) => boolean);

const answered = new WeakMap<CatalogueEntry, Map<number, AmountAnswer>>();

/** Beyond the last year that a table can have, so that one number names a year and a unit. */
const YEARS = 10_000;

/**
 * The money of an entry in a year, or in all when the period is null: the printed total, else the exact sum of its years.
 * Units: `unit`, else the entry's own. A dash is zero; an empty or unreadable cell makes the answer `unread`, never zero.
 * Shape: rows of several price levels are never added.
 */
export function amountOfEntry(entry: CatalogueEntry, period: Period, unit: Unit | null = null): AmountAnswer {
  if (typeof period === 'function' || Math.abs(period ?? 0) >= YEARS) return computeAmount(entry, period, unit);
  const known = answered.get(entry) ?? new Map<number, AmountAnswer>();
  answered.set(entry, known);
  const question = (period ?? 0) + YEARS * (unit === null ? 0 : 1 + UNITS.indexOf(unit));
  const answer = known.get(question) ?? computeAmount(entry, period, unit);
  known.set(question, answer);
  return answer;
}

/** How many printed figures other than nothing the amount of an entry is the sum of; at least 1. */
export function addendsOfEntry({ rows }: CatalogueEntry, period: Period): number {
  if (rows.length < 2) return 1;
  return Math.max(1, rows.filter((row) => (amountOfRow(row, period)?.coefficient ?? 0) !== 0).length);
}

/** The years of an entry's tables, ascending. */
export function yearsOfEntry(entry: CatalogueEntry): number[] {
  return [...new Set(entry.rows.flatMap(({ columns }) => columnYears(columns)))].sort((a, b) => a - b);
}

/** The price levels of an entry's rows, each once; empty where the agreement states none. */
export function priceLevelsOfEntry(entry: CatalogueEntry): string[] {
  const byYear = new Map(entry.rows.flatMap(({ priceLevel }) => (priceLevel === null ? [] : [[priceLevelYear(priceLevel) ?? priceLevel, priceLevel] as const])));
  return [...byYear.values()];
}

/** The total of a row: printed, else the exact sum of its years; null when any of them is missing. Units: `unit`. */
export function rowTotal(columns: readonly Column[], row: Row, unit: Unit): Amount | null {
  const printed = cellAmount(totalCell(columns, row), unit);
  if (printed !== null) return printed;
  const parts = columns.flatMap((column, index) => (isPartOfTotal(column) ? [cellAmount(row.cells[index], unit)] : []));
  const read = parts.filter((amount) => amount !== null);
  return read.length === parts.length && read.length > 0 ? sumAmounts(read, unit) : null;
}

/** Whether a column holds the money of a year, or of several years in one. */
function isPartOfTotal(column: Column): boolean {
  return column.kind === 'year' || (column.kind === 'amount' && column.years !== undefined);
}

function computeAmount(entry: CatalogueEntry, period: Period, wanted: Unit | null): AmountAnswer {
  const unit = wanted ?? entry.unit;
  if (unit === null || entry.rows.some((row) => row.unit === null)) return { kind: 'no-unit' };
  const years = yearsOfEntry(entry);
  if (typeof period === 'number' && !years.includes(period)) return { kind: 'no-such-year', years };
  const priceLevels = priceLevelsOfEntry(entry);
  if (priceLevels.length > 1) return { kind: 'mixed-price-levels', priceLevels };
  const amounts = entry.rows.map((row) => amountOfRow(row, period));
  const read = amounts.filter((amount) => amount !== null);
  if (read.length === 0 || read.length < amounts.length) return { kind: 'unread' };
  const [only, second] = read;
  return { kind: 'amount', amount: only !== undefined && second === undefined ? convertAmount(only, unit) : sumAmounts(read, unit) };
}

function amountOfRow({ columns, row, unit }: EntryRow, period: Period): Amount | null {
  if (unit === null) return null;
  if (period === null) return rowTotal(columns, row, unit) ?? onlyAmount(columns, row, unit);
  if (typeof period === 'number') return cellAmount(yearCell(columns, row, period), unit);
  const index = columns.findIndex((column) => column.kind !== 'text' && period(column.header));
  return index < 0 ? null : cellAmount(row.cells[index], unit);
}

/** The figure of a row that has no years and no total but one amount, as an amount of the text is. */
function onlyAmount(columns: readonly Column[], row: Row, unit: Unit): Amount | null {
  const [index, second] = columns.flatMap((column, place) => (column.kind === 'amount' ? [place] : []));
  return index === undefined || second !== undefined || columnYears(columns).length > 0 ? null : cellAmount(row.cells[index], unit);
}
