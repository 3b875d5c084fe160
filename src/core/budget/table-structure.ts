import { type Row } from './table';

/** A total sums above every subtotal; an ordinary row has rank 0; headings and of-which rows are never added. */
function rankOf(row: Row): number {
  if (row.kind === 'total') return Number.MAX_SAFE_INTEGER;
  if (row.kind === 'subtotal') return Math.max(1, row.level);
  return row.kind === 'component' ? 0 : -1;
}

/** Whether a row is printed as the sum of others. */
export function isSumRow(row: Row): boolean {
  return rankOf(row) > 0;
}

/**
 * Which rows a printed sum row adds up, as indexes into `rows`, each once: the next lower subtotals in its reach and the rows under none of them.
 * Shape: sums stand above their rows when the first sum of that rank precedes every lower row ("I alt" first), else below them.
 * Empty when the row is not a sum or covers nothing.
 */
export function coveredRows(rows: readonly Row[], index: number): number[] {
  const ranks = rows.map(rankOf);
  const rank = ranks[index] ?? -1;
  if (rank <= 0) return [];
  const reach = reachOf(ranks, index, rank);
  const lowerRanks = [...new Set(reach.map((row) => ranks[row] ?? -1))].filter((lower) => lower >= 0).sort((a, b) => b - a);
  const covered = new Set<number>();
  const addends: number[] = [];
  for (const lower of lowerRanks) {
    for (const row of reach) {
      if (ranks[row] !== lower || covered.has(row)) continue;
      addends.push(row);
      if (lower > 0) for (const below of reachOf(ranks, row, lower)) covered.add(below);
    }
  }
  return addends.sort((a, b) => a - b);
}

/** The rows between a sum row and the next sum of its rank or above, on the side on which the table prints its rows. */
function reachOf(ranks: readonly number[], index: number, rank: number): number[] {
  const firstSum = ranks.indexOf(rank);
  const firstLower = ranks.findIndex((other) => other >= 0 && other < rank);
  const step = firstSum < firstLower ? 1 : -1;
  const reach: number[] = [];
  for (let row = index + step; row >= 0 && row < ranks.length; row += step) {
    if ((ranks[row] ?? -1) >= rank) break;
    reach.push(row);
  }
  return step === 1 ? reach : reach.reverse();
}
