import { type Agreement } from '../budget/agreement';
import { entriesOf, type CatalogueEntry } from '../catalogue/entries';
import { addendsOfEntry, amountOfEntry, priceLevelsOfEntry } from '../catalogue/entry-amount';
import { zeroAmount, type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { isDashText, isDate, isError, isFigure, isNumberText, type Grid, type GridValue, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { compareConverted, convertFigure, leadsTo } from './compare-converted';
import { compareOwnAmount } from './compare-own-amount';
import { isSamePriceLevel, type IndexSeries } from '../price-level/index-series';
import { matchColumns } from './match-columns';
import { keyOf, matchRows } from './match-rows';
import { matchUnit } from './match-unit';
import { amountOfNumber, ownAmountOf } from './sheet-amount';
import { markPartialSums } from './partial-sums';
import { type ColumnMatch, type RowMatch, type TieOut, type TieOutCell, type TieOutChoices, type TieOutGap, type TieOutRefusal } from './tie-out';

/**
 * A user's table against an agreement: every cell under a year or total of a row that is matched, with its verdict and bound.
 * Shape: two rows matched to one initiative are compared with nothing, because only one of them can be it, and neither are two columns of one year;
 * a sum that adds other rows than the agreement's is checked as a sum only. Figures in a price level other than the agreement's
 * are compared with the agreement's converted by the user's index, and refused without one that leads there.
 */
export function compareTable(grid: Grid, reading: WorksheetReading, agreement: Agreement, choices: TieOutChoices = {}): TieOut | TieOutRefusal {
  const columns = matchColumns(grid, reading, choices);
  if (columns.length === 0) return { kind: 'no-column-matches' };
  const rows = markPartialSums(grid, reading, agreement, matchRows(grid, reading, agreement, choices.rows));
  const matched = rows.filter((match) => match.entry !== null);
  if (matched.length === 0) return { kind: 'no-row-matches' };
  const foreign = foreignPriceLevel(matched, columns, choices.index);
  if (foreign !== null) return foreign;
  const unit = matchUnit(grid, reading, matched, columns, choices.unit);
  if ('kind' in unit) return unit;
  const scale: Scale = { unit: unit.unit, decimals: shownDecimals(grid, matched, columns), index: choices.index };
  const compared = columns.filter(({ isShared }) => !isShared);
  const cells = matched.flatMap((match) => (isCompared(match) ? compared.flatMap((column) => compareCell(grid.values[match.row]?.[column.column], match, column, scale) ?? []) : []));
  const isThere = new Set(matched.flatMap(({ entry }) => (entry === null ? [] : [keyOf(entry)])));
  return {
    unit,
    decimals: scale.decimals,
    rows,
    columns,
    cells,
    onlyHere: rows.filter((match) => match.entry === null && columns.some(({ column }) => isFigure(grid.values[match.row]?.[column]))),
    onlyThere: entriesOf(agreement).filter((entry) => entry.kind === 'initiative' && !isThere.has(keyOf(entry))),
  };
}

/** Whether a comparison could be made. */
export function isTieOut(result: TieOut | TieOutRefusal): result is TieOut {
  return 'cells' in result;
}

/** Whether the cells of a row are compared with the agreement. */
export function isCompared({ entry, isShared, isSumOnly }: RowMatch): boolean {
  return entry !== null && !isShared && isSumOnly !== true;
}

/** What the user's figures are in, to how many decimals all of them are shown, and the index for those of another price level. */
interface Scale {
  readonly unit: Unit;
  readonly decimals: number;
  readonly index: IndexSeries | undefined;
}

/** The refusal of a table of which every figure is in a price level other than the agreement's and no index leads there; null where one can be compared. */
function foreignPriceLevel(rows: readonly RowMatch[], columns: readonly ColumnMatch[], index: IndexSeries | undefined): TieOutRefusal | null {
  let refusal: TieOutRefusal | null = null;
  for (const { entry } of rows) {
    if (entry === null) continue;
    for (const { priceLevel } of columns) {
      const there = otherPriceLevel(entry, priceLevel);
      if (there === null || priceLevel === null || leadsTo(index, there, priceLevel)) return null;
      refusal ??= { kind: 'other-price-level', statedHere: priceLevel, statedThere: there };
    }
  }
  return refusal;
}

/** The price level of an entry, where it is another than the stated one; null where they are one or either is not stated. */
function otherPriceLevel(entry: CatalogueEntry, stated: string | null): string | null {
  if (stated === null) return null;
  const [level] = priceLevelsOfEntry(entry);
  return level === undefined || isSamePriceLevel(level, stated) ? null : level;
}

/** The decimals of the finest figure: a column that shows 6,3 shows 6,0 where it keeps 6. */
function shownDecimals(grid: Grid, rows: readonly RowMatch[], columns: readonly ColumnMatch[]): number {
  let decimals = 0;
  for (const { row } of rows) {
    for (const { column } of columns) {
      const value = grid.values[row]?.[column];
      if (typeof value === 'number') decimals = Math.max(decimals, amountOfNumber(value, 'kr.', { least: decimals })?.decimals ?? 0);
    }
  }
  return decimals;
}

/** One cell; null where neither side says anything. */
function compareCell(value: GridValue | undefined, { row, entry }: RowMatch, { column, target, priceLevel }: ColumnMatch, scale: Scale): TieOutCell | null {
  if (entry === null) return null;
  const there = amountThere(entry, target);
  const here = amountHere(value, scale);
  const base = { row, column, entry, target, here: here.amount, there: there.amount, residual: null, bound: null };
  if (here.gap === 'blank' && (there.gap === 'not-in-agreement' || there.amount?.coefficient === 0)) return null;
  if (here.amount !== null && here.amount.coefficient === 0 && there.gap === 'not-in-agreement') return null;
  const level = otherPriceLevel(entry, priceLevel);
  const converted = level === null || priceLevel === null || there.amount === null || scale.index === undefined ? null : convertFigure(there.amount, level, priceLevel, scale.index);
  const gap = here.gap ?? there.gap ?? (level === null || converted !== null ? null : 'other-price-level');
  if (gap !== null || here.amount === null || there.amount === null) return { ...base, outcome: 'not-checkable', gap: gap ?? 'not-readable' };
  const rounding = { isOwnRounded: true, addends: addendsOfEntry(entry, target === 'total' ? null : target) };
  const comparison = converted === null ? compareOwnAmount(here.amount, there.amount, rounding) : compareConverted(here.amount, there.amount, converted, rounding);
  if (comparison === null) return { ...base, outcome: 'not-checkable', gap: 'too-large' };
  return { ...base, ...comparison, gap: null, ...(converted === null ? {} : { converted }) };
}

interface Side {
  readonly amount: Amount | null;
  readonly gap: TieOutGap | null;
}

function amountHere(value: GridValue | undefined, { unit, decimals }: Scale): Side {
  if (typeof value === 'number') {
    const amount = ownAmountOf(value, unit, decimals);
    return { amount, gap: amount === null ? 'too-large' : null };
  }
  if (isDashText(value)) return { amount: zeroAmount(unit), gap: null };
  if (value === null || value === undefined || value === '') return { amount: null, gap: 'blank' };
  return { amount: null, gap: gapOf(value) };
}

/** Why something that is neither a number nor nothing is no figure. */
function gapOf(value: GridValue): TieOutGap {
  if (typeof value === 'string') return isNumberText(value) ? 'number-as-text' : 'not-a-number';
  if (isError(value)) return 'error-value';
  return typeof value === 'object' && value !== null && !isDate(value) ? 'merged-cells' : 'not-a-number';
}

/** The agreement's own figure, as printed: a finer unit here does not make it finer. */
function amountThere(entry: CatalogueEntry, target: number | 'total'): Side {
  const answer = amountOfEntry(entry, target === 'total' ? null : target);
  if (answer.kind === 'amount') return { amount: answer.amount, gap: null };
  const gaps = { 'no-such-year': 'not-in-agreement', unread: 'not-readable', 'no-unit': 'other-unit', 'mixed-price-levels': 'not-readable' } as const;
  return { amount: null, gap: gaps[answer.kind] };
}
