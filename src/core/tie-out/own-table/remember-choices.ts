import { assignRoles, type Grid, type WorksheetReading } from '../../reconciliation/worksheet/worksheet-reading';
import { keyOf } from '../match-rows';
import { type RowMatch, type TieOutChoices } from '../tie-out';
import { type ComparedRow, type RememberedChoices } from './compared-table';
import { columnKeysOf, rowFinder, rowKeysOf } from './identity';

/** What is to be remembered of the user's choices, and the rows whose choice cannot be, because no text tells them from others. */
export function rememberChoices(grid: Grid, reading: WorksheetReading, choices: TieOutChoices): { readonly choices: RememberedChoices; readonly unkept: readonly number[] } {
  const rowKeys = rowKeysOf(grid, reading);
  const columnKeys = columnKeysOf(reading);
  const ofRow = <T>(row: number, value: T): (readonly [string, T])[] => {
    const key = rowKeys[row] ?? null;
    return key === null ? [] : [[key, value]];
  };
  const ofColumn = <T>(column: number, value: T): (readonly [string, T])[] => {
    const key = columnKeys[column];
    return key === undefined ? [] : [[key, value]];
  };
  const rows = [...(choices.rows ?? [])];
  return {
    choices: {
      rows: rows.flatMap(([row, rowId]) => ofRow(row, rowId)),
      columns: [...(choices.columns ?? [])].flatMap(([column, target]) => ofColumn(column, target)),
      rowRoles: reading.rows.flatMap(({ role, reason }, row) => (reason === 'user' ? ofRow(row, role) : [])),
      columnRoles: reading.columns.flatMap(({ role, reason }, column) => (reason === 'user' ? ofColumn(column, role) : [])),
      unit: choices.unit ?? null,
      priceLevel: choices.priceLevel ?? null,
      ...(choices.index === undefined ? {} : { index: choices.index }),
    },
    unkept: rows.flatMap(([row]) => ((rowKeys[row] ?? null) === null ? [row] : [])),
  };
}

/** A reading with the roles that are remembered. */
export function recallRoles(grid: Grid, reading: WorksheetReading, { rowRoles, columnRoles }: RememberedChoices): WorksheetReading {
  if (rowRoles.length === 0 && columnRoles.length === 0) return reading;
  const find = rowFinder(grid, reading);
  const columnKeys = columnKeysOf(reading);
  const rows = Object.fromEntries(rowRoles.flatMap(([key, role]) => ofPlace(find(key), role)));
  const columns = Object.fromEntries(columnRoles.flatMap(([key, role]) => ofPlace(placeOf(columnKeys, key), role)));
  return assignRoles(reading, { rows, columns });
}

/** The remembered choices for the table as it stands now; those of rows and columns that are not found are left out. */
export function recallChoices(grid: Grid, reading: WorksheetReading, { rows, columns, unit, priceLevel, index }: RememberedChoices): TieOutChoices {
  const find = rowFinder(grid, reading);
  const columnKeys = columnKeysOf(reading);
  return {
    rows: new Map(rows.flatMap(([key, rowId]) => ofPlace(find(key), rowId))),
    columns: new Map(columns.flatMap(([key, target]) => ofPlace(placeOf(columnKeys, key), target))),
    ...(unit === null ? {} : { unit }),
    ...(priceLevel === null ? {} : { priceLevel }),
    ...(index === undefined ? {} : { index }),
  };
}

/** The rows of a comparison that are something of the agreement. */
export function comparedRows(matches: readonly RowMatch[]): ComparedRow[] {
  return matches.flatMap(({ entry, label }) => (entry === null ? [] : [{ of: keyOf(entry), label }]));
}

/** The remembered rows of which none is in the table now. */
export function vanishedRows(remembered: readonly ComparedRow[], now: readonly ComparedRow[]): ComparedRow[] {
  const here = new Set(now.map(({ of }) => of));
  return remembered.filter(({ of }) => !here.has(of));
}

/** The remembered rows with those that came to the table since. */
export function withNewRows(remembered: readonly ComparedRow[], now: readonly ComparedRow[]): readonly ComparedRow[] {
  const known = new Set(remembered.map(({ of }) => of));
  const added = now.filter(({ of }) => !known.has(of));
  return added.length === 0 ? remembered : [...remembered, ...added];
}

function placeOf(keys: readonly string[], key: string): number | null {
  const place = keys.indexOf(key);
  return place < 0 ? null : place;
}

function ofPlace<T>(place: number | null, value: T): (readonly [number, T])[] {
  return place === null ? [] : [[place, value]];
}
