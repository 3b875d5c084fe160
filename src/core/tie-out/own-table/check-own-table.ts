import { type Agreement } from '../../budget/agreement';
import { type Grid, readWorksheet, type GridValue, type WorksheetReading } from '../../reconciliation/worksheet/worksheet-reading';
import { compareTable, isCompared, isTieOut } from '../compare-table';
import { notCheckable, placeAt } from '../../reconciliation/checking/check-building';
import { ownTableTieOut } from '../../reconciliation/worksheet/own-table-tie-out';
import { type TieOut, type TieOutChoices } from '../tie-out';
import { type ComparedRow, type ComparedTable } from './compared-table';
import { columnKeysOf, rowKeysOf } from './identity';
import { goneMessage, refusalMessage } from './own-table-texts';
import { ownTableChecks, type OwnTableChecks } from './own-table-checks';
import { comparedRows, recallChoices, recallRoles, vanishedRows, withNewRows } from './remember-choices';

/** What stands at a remembered table's place now. Shape: `too-large` beyond what is read of it. */
export type FoundGrid = Grid | 'gone' | 'too-large';

/**
 * A remembered table as it was checked. Shape: `rowIds` and `columnKeys` name the cells of its grid for as long as they are about the same
 * thing; `choices` and `reading` are those of the table as it stands; `matched` is what is to be remembered of its rows.
 */
export interface CheckedOwnTable extends OwnTableChecks {
  readonly reading: WorksheetReading | null;
  readonly choices: TieOutChoices;
  readonly matched: readonly ComparedRow[];
  readonly rowIds: readonly string[];
  readonly columnKeys: readonly string[];
}

/** Compares a remembered table with its agreement again, as it stands now. */
export function checkOwnTable(compared: ComparedTable, found: FoundGrid, agreement: Agreement): CheckedOwnTable {
  if (found === 'gone') return unchecked(compared, goneMessage(compared.sheet, compared.address));
  if (found === 'too-large') return unchecked(compared, refusalMessage({ kind: 'too-large' }));
  const plain = readWorksheet(found);
  if (plain === null) return unchecked(compared, refusalMessage({ kind: 'no-table' }));
  const grid = withMerges(found, plain, compared.merged);
  const reading = recallRoles(grid, plain, compared.choices);
  const choices = recallChoices(grid, reading, compared.choices);
  const result = compareTable(grid, reading, agreement, choices);
  if (!isTieOut(result)) return { ...unchecked(compared, refusalMessage(result)), reading, choices };
  const rows = comparedRows(result.rows);
  const rowIds = rowIdsOf(grid, reading, result);
  const columnKeys = cellColumnKeys(reading, result);
  const own = ownTableChecks({ id: compared.id, grid, reading, result, rowIds, columnKeys, vanished: vanishedRows(compared.matched, rows).map(({ label }) => label) });
  return { ...own, reading, choices, matched: withNewRows(compared.matched, rows), rowIds, columnKeys };
}

/** A table that could not be compared: one check says why. */
function unchecked(compared: ComparedTable, message: Parameters<typeof notCheckable>[1]): CheckedOwnTable {
  const place = placeAt({ sheetCell: `${compared.id}!table` });
  const check = notCheckable({ rule: ownTableTieOut.id, place, initiative: null, label: null }, message, 'warning');
  return { checks: [{ check, cell: null, isFlagged: false }], causes: [], reading: null, choices: {}, matched: compared.matched, rowIds: [], columnKeys: [] };
}

/** A compared row is what it is in the agreement, whatever it is called; another is known by its text, or else by its order among those without one of their own. */
function rowIdsOf(grid: Grid, reading: WorksheetReading, { rows }: TieOut): string[] {
  const compared = new Map(rows.flatMap((match) => (isCompared(match) && match.entry !== null ? [[match.row, match.entry.rowId ?? `:${match.entry.title}`] as const] : [])));
  let others = 0;
  return rowKeysOf(grid, reading).map((key, row) => {
    const own = compared.get(row) ?? (key === null ? undefined : `~${key}`);
    if (own === undefined) others += 1;
    return own ?? `+${others}`;
  });
}

/** A compared column is its year or the total, whatever it is called; another of figures is known by its heading. */
function cellColumnKeys(reading: WorksheetReading, { columns }: TieOut): string[] {
  const compared = new Map(columns.flatMap(({ column, target, isShared }) => (isShared ? [] : [[column, target === 'total' ? 'total' : `year:${target}`] as const])));
  return columnKeysOf(reading).map((key, column) => compared.get(column) ?? `~${key}`);
}

/** The names of the merged cells of a table, by its texts; a cell that no text names is left out. */
export function mergedCells(grid: Grid, reading: WorksheetReading): string[] {
  const [rowKeys, columnKeys] = [rowKeysOf(grid, reading), columnKeysOf(reading)];
  return grid.values.flatMap((row, index) => {
    const key = rowKeys[index] ?? null;
    return key === null ? [] : row.flatMap((value, column) => (typeof value === 'object' && value !== null && 'merged' in value ? [`${key}|${columnKeys[column] ?? ''}`] : []));
  });
}

/** The grid with the cells marked that were merged when the table was compared: to ask Excel after each edit would cost the user his undo steps. */
function withMerges(grid: Grid, reading: WorksheetReading, merged: readonly string[]): Grid {
  if (merged.length === 0) return grid;
  const names = new Set(merged);
  const [rowKeys, columnKeys] = [rowKeysOf(grid, reading), columnKeysOf(reading)];
  const values = grid.values.map((row, index) => row.map((value, column): GridValue => (names.has(`${rowKeys[index] ?? ''}|${columnKeys[column] ?? ''}`) ? { merged: true } : value)));
  return { ...grid, values };
}
