import { type Agreement } from '../budget/agreement';
import { initiativeRowId, parseRowId } from '../budget/row-reference';
import { type CatalogueEntry } from '../catalogue/entries';
import { sumBlocks } from '../reconciliation/worksheet/worksheet-footing';
import { isFigure, type Grid, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { type RowMatch } from './tie-out';

/**
 * The matches with those sums of the table marked that do not add just the initiatives that the agreement's own sum adds: a budget of some of the initiatives,
 * or with rows of its own, has another total, and that is no error. What the user chose, and a row id, stands.
 */
export function markPartialSums(grid: Grid, reading: WorksheetReading, agreement: Agreement, matches: readonly RowMatch[]): RowMatch[] {
  const byRow = new Map(matches.map((match) => [match.row, match]));
  const blocks = new Map(sumBlocks(reading).map(({ sum, covered }) => [sum, covered]));
  const amounts = reading.columns.flatMap(({ role }, index) => (role === 'label' || role === 'other' ? [] : [index]));
  const hasFigures = (row: number): boolean => amounts.some((column) => isFigure(grid.values[row]?.[column]));
  return matches.map((match) => {
    const covered = componentsOf(match.row, blocks).filter(hasFigures);
    if (match.entry === null || !isSum(match.entry) || covered.length === 0 || match.reason === 'user' || match.reason === 'row-id') return match;
    const added = covered.flatMap((row) => addedBy(byRow.get(row), agreement));
    return isSameSet(added, membersOf(match.entry, agreement)) ? match : { ...match, isSumOnly: true };
  });
}

function isSum({ kind }: CatalogueEntry): boolean {
  return kind === 'total' || kind === 'group';
}

/** What a row of a sum adds of the agreement: row ids of initiatives; null for what is none. */
function addedBy(match: RowMatch | undefined, agreement: Agreement): (string | null)[] {
  const entry = match?.isShared === true ? null : (match?.entry ?? null);
  if (entry === null) return [null];
  return isSum(entry) ? membersOf(entry, agreement) : [entry.kind === 'initiative' ? entry.rowId : null];
}

function isSameSet(some: readonly (string | null)[], others: readonly string[]): boolean {
  const set = new Set(some);
  return set.size === some.length && set.size === others.length && others.every((one) => set.has(one));
}

/** The rows that a sum row adds, those under its subtotals among them. */
function componentsOf(sum: number, blocks: ReadonlyMap<number, readonly number[]>): number[] {
  return (blocks.get(sum) ?? []).flatMap((row) => (blocks.has(row) ? componentsOf(row, blocks) : [row]));
}

/** The row ids of the initiatives that a sum of the agreement adds. */
function membersOf({ kind, title, rowId }: CatalogueEntry, agreement: Agreement): string[] {
  const group = kind === 'total' ? (agreement.totals[parseRowId(rowId ?? '')?.total ?? -1]?.group ?? []) : [title];
  return agreement.initiatives.flatMap((initiative, index) => {
    const isMember = kind === 'group' ? initiative.group.includes(title) : group.every((name, level) => initiative.group[level] === name);
    return isMember && initiative.title !== null && initiative.total !== null ? [initiativeRowId(index)] : [];
  });
}
