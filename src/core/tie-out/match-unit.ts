import { amountOfEntry } from '../catalogue/entry-amount';
import { readPriceLevel, readUnit } from '../extraction/tables/table-header';
import { compareAmounts } from '../money/amount';
import { UNITS, type Unit } from '../money/unit';
import { type Grid, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { amountOfNumber } from './sheet-amount';
import { type ColumnMatch, type RowMatch, type UnitMatch } from './tie-out';

/** How many cells decide in which unit a table without a heading is. */
const SAMPLE_CELLS = 400;
/** A unit is told from the figures when at least this share of the compared cells is near the agreement's figures in it. */
const FITTING_SHARE = 0.5;
/** A figure is near another when it lies within this share of it. */
const NEAR = 0.02;

/**
 * The unit of a table: chosen, stated in its headings or corner, else the one in which most of its figures are near those of the agreement;
 * null when neither tells.
 */
export function matchUnit(grid: Grid, reading: WorksheetReading, rows: readonly RowMatch[], columns: readonly ColumnMatch[], chosen?: Unit): UnitMatch | null {
  if (chosen !== undefined) return { unit: chosen, reason: 'user' };
  const stated = new Set(headingTexts(grid, reading).flatMap((text) => readUnit(text) ?? []));
  const [header] = stated;
  if (stated.size === 1 && header !== undefined) return { unit: header, reason: 'header' };
  const unit = unitByMagnitude(grid, rows, columns);
  return unit === null ? null : { unit, reason: 'magnitude' };
}

/** The price level that the headings of a table name; null when they name none, or several. */
export function statedPriceLevel(grid: Grid, reading: WorksheetReading): string | null {
  const stated = new Set(headingTexts(grid, reading).flatMap((text) => readPriceLevel(text) ?? []));
  const [level] = stated;
  return stated.size === 1 ? (level ?? null) : null;
}

function headingTexts(grid: Grid, reading: WorksheetReading): string[] {
  const headers = grid.values.filter((_row, index) => reading.rows[index]?.role === 'header');
  return headers.flatMap((row) => row.flatMap((value) => (typeof value === 'string' ? [value] : [])));
}

function unitByMagnitude(grid: Grid, rows: readonly RowMatch[], columns: readonly ColumnMatch[]): Unit | null {
  const near = new Map<Unit, number>();
  let compared = 0;
  for (const { row, entry } of rows) {
    for (const { column, target } of columns) {
      const value = grid.values[row]?.[column];
      if (entry === null || typeof value !== 'number' || value === 0 || compared >= SAMPLE_CELLS) continue;
      const answer = amountOfEntry(entry, target === 'total' ? null : target);
      if (answer.kind !== 'amount' || answer.amount.coefficient === 0) continue;
      compared += 1;
      for (const unit of UNITS) {
        const here = amountOfNumber(value, unit);
        const [low, high] = [1 - NEAR, 1 + NEAR].map((share) => amountOfNumber(answer.amount.coefficient * share, answer.amount.unit, { moved: answer.amount.decimals }));
        const size = here === null || low === null || high === null || low === undefined || high === undefined ? null : [compareAmounts(here, low), compareAmounts(here, high)];
        if (size !== null && (size[0] ?? 0) * (size[1] ?? 0) <= 0) near.set(unit, (near.get(unit) ?? 0) + 1);
      }
    }
  }
  const [best] = [...near].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] >= FITTING_SHARE * compared ? best[0] : null;
}
