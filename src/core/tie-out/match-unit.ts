import { amountOfEntry } from '../catalogue/entry-amount';
import { readUnit } from '../extraction/tables/header/stated-unit';
import { compareAmounts } from '../money/amount';
import { UNITS, type Unit } from '../money/unit';
import { type Grid, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { amountOfNumber } from './sheet-amount';
import { type ColumnMatch, type RowMatch, type TieOutRefusal, type UnitMatch } from './tie-out';

/** How many cells decide in which unit a table without a heading is. */
const SAMPLE_CELLS = 400;
/** A unit is told from the figures when at least this share of the compared cells is near the agreement's figures in it. */
const FITTING_SHARE = 0.5;
/** A figure is near another when it lies within this share of it. */
const NEAR = 0.02;
/** One figure can be near another by chance; a heading is doubted on no less than two. */
const LEAST_DOUBT = 2;

/**
 * The unit of a table: chosen, stated in its headings or corner, else the one in which most of its figures are near those of the agreement.
 * Errors: `no-unit` when neither tells; `unit-doubtful` when the heading says one and the figures are near the agreement's in another.
 */
export function matchUnit(grid: Grid, reading: WorksheetReading, rows: readonly RowMatch[], columns: readonly ColumnMatch[], chosen?: Unit): UnitMatch | TieOutRefusal {
  if (chosen !== undefined) return { unit: chosen, reason: 'user' };
  const stated = new Set(headingTexts(grid, reading).flatMap((text) => readUnit(text) ?? []));
  const [header] = stated;
  const { fitting, near } = unitByMagnitude(grid, rows, columns);
  if (stated.size === 1 && header !== undefined) {
    const isDoubtful = fitting !== null && fitting !== header && (near.get(fitting) ?? 0) >= LEAST_DOUBT && !near.has(header);
    return isDoubtful ? { kind: 'unit-doubtful', stated: header, fitting } : { unit: header, reason: 'header' };
  }
  return fitting === null ? { kind: 'no-unit' } : { unit: fitting, reason: 'magnitude' };
}

function headingTexts(grid: Grid, reading: WorksheetReading): string[] {
  const headers = grid.values.filter((_row, index) => reading.rows[index]?.role === 'header');
  return headers.flatMap((row) => row.flatMap((value) => (typeof value === 'string' ? [value] : [])));
}

/** How many figures are near the agreement's in each unit, and the one in which most are. */
function unitByMagnitude(grid: Grid, rows: readonly RowMatch[], columns: readonly ColumnMatch[]): { readonly fitting: Unit | null; readonly near: ReadonlyMap<Unit, number> } {
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
  return { fitting: best !== undefined && best[1] >= FITTING_SHARE * compared ? best[0] : null, near };
}
