import { amountToNumber } from '../money/amount';
import { sumBlocks, type GridCheck } from '../reconciliation/worksheet/worksheet-footing';
import { type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { type TieOutCell } from './tie-out';

/** What follows from one wrong cell. Shape: `cell` indexes the compared cells, `cells` and `sums` those that differ only because of it. */
export interface Explained {
  readonly cell: number;
  readonly cells: readonly number[];
  readonly sums: readonly number[];
}

/** Differences of plain worksheet numbers smaller than this share of them are noise of binary fractions. */
const NOISE = 1e-9;

/**
 * The cells that differ from the agreement with what follows from each: a total of the table that differs by just what its addends differ, and a sum of the table that
 * would be right with the agreement's figures in their cells. Of several wrong addends the first is said to be the cause.
 * Shape: every differing cell and every explained sum is in exactly one of the answers; a sum that nothing explains is in none.
 */
export function explainDifferences(reading: WorksheetReading, cells: readonly TieOutCell[], sums: readonly GridCheck[]): Explained[] {
  const differing = new Map<string, Differing>();
  cells.forEach((cell, index) => {
    if (cell.outcome === 'differs' && cell.residual !== null) differing.set(at(cell), { index, residual: amountToNumber(cell.residual), follows: null });
  });
  if (differing.size === 0) return [];
  const addends = addendFinder(reading);
  const ordered = sums.map((sum, index) => ({ sum, index })).sort((a, b) => directionRank(a.sum) - directionRank(b.sum));
  const explainedSums = new Map<number, Differing>();
  for (const { sum, index } of ordered) {
    const wrong = addends(sum).flatMap((place) => differing.get(place) ?? []);
    const total = differing.get(at(sum));
    const shift = wrong.reduce((all, { residual }) => all + residual, 0);
    if (total !== undefined && wrong[0] !== undefined && isNear(total.residual, shift, sum)) total.follows = wrong[0];
    const [cause] = wrong.length > 0 ? wrong : total === undefined ? [] : [total];
    if (sum.outcome !== 'differs' || sum.residual === null || cause === undefined) continue;
    if (isNear(sum.residual + shift - (total?.residual ?? 0), 0, sum)) explainedSums.set(index, cause);
  }
  return gather(differing, explainedSums);
}

/** A differing cell. Shape: `follows` is the cell of which it is a sum, null where it follows from none. Units: `residual` (agreement − own) in the table's unit. */
interface Differing {
  readonly index: number;
  readonly residual: number;
  follows: Differing | null;
}

function gather(differing: ReadonlyMap<string, Differing>, explainedSums: ReadonlyMap<number, Differing>): Explained[] {
  const found = new Map<number, { cell: number; cells: number[]; sums: number[] }>();
  const all = [...differing.values()];
  for (const { index, follows } of all) if (follows === null) found.set(index, { cell: index, cells: [], sums: [] });
  for (const one of all) if (one.follows !== null) found.get(rootOf(one).index)?.cells.push(one.index);
  for (const [sum, cause] of explainedSums) found.get(rootOf(cause).index)?.sums.push(sum);
  return [...found.values()].sort((a, b) => a.cell - b.cell);
}

/** The cell from which another follows in the end: a sum always follows from one that it adds. */
function rootOf(one: Differing): Differing {
  let root = one;
  while (root.follows !== null) root = root.follows;
  return root;
}

/** Rows are added across before columns are added down, so that a column of totals knows which of them follow from others. */
function directionRank({ direction }: GridCheck): number {
  return direction === 'across' ? 0 : 1;
}

/** Where the addends of a sum stand. */
function addendFinder(reading: WorksheetReading): (sum: GridCheck) => string[] {
  const years = reading.columns.flatMap(({ role }, index) => (role === 'year' ? [index] : []));
  const covered = new Map(sumBlocks(reading).map(({ sum, covered: rows }) => [sum, rows]));
  return ({ row, column, direction }) => {
    if (direction === 'down') return (covered.get(row) ?? []).map((one) => at({ row: one, column }));
    const parts = years.length > 0 ? years : reading.columns.flatMap(({ role }, index) => (role === 'amount' && index < column ? [index] : []));
    return parts.map((part) => at({ row, column: part }));
  };
}

function at({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row} ${column}`;
}

/** Whether two differences are one, but for what rounding explains of the sum. */
function isNear(a: number, b: number, { bound, printed }: GridCheck): boolean {
  return Math.abs(a - b) <= (bound ?? 0) + NOISE * Math.max(1, Math.abs(printed ?? 0));
}
