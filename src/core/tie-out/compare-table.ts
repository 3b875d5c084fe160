import { type Agreement } from '../budget/agreement';
import { entriesOf, type CatalogueEntry } from '../catalogue/entries';
import { amountOfEntry } from '../catalogue/entry-amount';
import { zeroAmount, type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { compareRestated, printedFigure, type Figure } from '../reconciliation/arithmetic';
import { isDashText, isFigure, type Grid, type GridValue, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { matchRows, keyOf } from './match-rows';
import { matchUnit, statedPriceLevel } from './match-unit';
import { amountOfNumber } from './sheet-amount';
import { type ColumnMatch, type RowMatch, type TieOut, type TieOutCell, type TieOutChoices, type TieOutGap, type TieOutRefusal } from './tie-out';

/**
 * A user's table against an agreement: every cell under a year or total of a row that is matched, with its verdict and bound.
 * Shape: two rows matched to one initiative are compared with nothing, because only one of them can be it. Figures in a price level other
 * than the agreement's are refused, never converted.
 */
export function compareTable(grid: Grid, reading: WorksheetReading, agreement: Agreement, choices: TieOutChoices = {}): TieOut | TieOutRefusal {
  const columns = matchColumns(reading, choices.columns);
  if (columns.length === 0) return { kind: 'no-column-matches' };
  const rows = matchRows(grid, reading, agreement, choices.rows);
  const matched = rows.filter((match) => match.entry !== null);
  if (matched.length === 0) return { kind: 'no-row-matches' };
  const [statedHere, statedThere] = [statedPriceLevel(grid, reading), agreement.priceLevel];
  if (statedHere !== null && statedThere !== null && statedHere.toLowerCase() !== statedThere.toLowerCase()) return { kind: 'other-price-level', statedHere, statedThere };
  const unit = matchUnit(grid, reading, matched, columns, choices.unit);
  if (unit === null) return { kind: 'no-unit' };
  const scale: Scale = { unit: unit.unit, decimals: shownDecimals(grid, matched, columns) };
  const cells = matched.flatMap((match) => (match.isShared ? [] : columns.flatMap(({ column, target }) => compareCell(grid.values[match.row]?.[column], match, column, target, scale) ?? [])));
  const isThere = new Set(matched.flatMap(({ entry }) => (entry === null ? [] : [keyOf(entry)])));
  return {
    unit,
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

/** What each column is compared with: its year, or the total; what the user chose overrules. */
export function matchColumns(reading: WorksheetReading, chosen?: TieOutChoices['columns']): ColumnMatch[] {
  return reading.columns.flatMap(({ role, year }, column): ColumnMatch[] => {
    const target = chosen?.has(column) === true ? (chosen.get(column) ?? null) : role === 'year' ? year : role === 'total' ? 'total' : null;
    return target === null ? [] : [{ column, target }];
  });
}

/** What the user's figures are in, and to how many decimals all of them are shown. */
interface Scale {
  readonly unit: Unit;
  readonly decimals: number;
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
function compareCell(value: GridValue | undefined, { row, entry }: RowMatch, column: number, target: number | 'total', scale: Scale): TieOutCell | null {
  if (entry === null) return null;
  const there = amountThere(entry, target);
  const here = amountHere(value, scale);
  const base = { row, column, entry, target, here: here.amount, there: there.amount, residual: null, bound: null };
  if (here.gap === 'blank' && (there.gap === 'not-in-agreement' || there.amount?.coefficient === 0)) return null;
  if (here.amount !== null && here.amount.coefficient === 0 && there.gap === 'not-in-agreement') return null;
  const gap = here.gap ?? there.gap;
  if (gap !== null || here.amount === null || there.amount === null) return { ...base, outcome: 'not-checkable', gap: gap ?? 'not-readable' };
  const comparison = compareRestated(toFigure(here.amount), toFigure(there.amount));
  if (comparison === null) return { ...base, outcome: 'not-checkable', gap: 'too-large' };
  return { ...base, outcome: comparison.outcome, residual: comparison.residual, bound: comparison.bound, gap: null };
}

interface Side {
  readonly amount: Amount | null;
  readonly gap: TieOutGap | null;
}

/** A zero without decimals is nothing at all, as a dash is; every other figure was rounded to its last digit. */
function toFigure(amount: Amount): Figure {
  return amount.coefficient === 0 && amount.decimals === 0 ? { amount, rounding: 'exact' } : printedFigure(amount);
}

function amountHere(value: GridValue | undefined, { unit, decimals }: Scale): Side {
  if (typeof value === 'number') {
    const amount = value === 0 ? zeroAmount(unit) : amountOfNumber(value, unit, { least: decimals });
    return { amount, gap: amount === null ? 'too-large' : null };
  }
  if (isDashText(value)) return { amount: zeroAmount(unit), gap: null };
  if (value === null || value === undefined || value === '') return { amount: null, gap: 'blank' };
  return { amount: null, gap: typeof value === 'object' && 'merged' in value ? 'merged-cells' : 'not-a-number' };
}

/** The agreement's own figure, as printed: a finer unit here does not make it finer. */
function amountThere(entry: CatalogueEntry, target: number | 'total'): Side {
  const answer = amountOfEntry(entry, target === 'total' ? null : target);
  if (answer.kind === 'amount') return { amount: answer.amount, gap: null };
  const gaps = { 'no-such-year': 'not-in-agreement', unread: 'not-readable', 'no-unit': 'other-unit', 'mixed-price-levels': 'not-readable' } as const;
  return { amount: null, gap: gaps[answer.kind] };
}
