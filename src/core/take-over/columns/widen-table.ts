import { type PlannedColumn } from '../../sheet-plan/plan';
import { type SheetTable } from '../../sheet-plan/written/sheet-table';
import { type PlannedRows } from '../take-over';

/**
 * A table with the columns that a new edition adds, and before those go that it no longer has.
 * Shape: `table` has all of them, the new ones empty; `from` names for each column the one that it is of the table that stands, null for a new one.
 */
export interface WidenedTable {
  readonly table: SheetTable;
  readonly from: readonly (number | null)[];
  readonly added: readonly { readonly column: number; readonly planned: PlannedColumn }[];
  readonly gone: readonly number[];
}

/** A column of the table as it will be: one that stands, or one to insert. */
type FinalColumn = { readonly kind: 'current'; readonly column: number } | { readonly kind: 'new'; readonly planned: PlannedColumn };

/**
 * Puts the columns that are new into a table, each behind the one that it follows in the new edition; years go among the years, where the sums of a row look for
 * them, and nothing goes before the first column, over which the sheet's title stands. A column that the user took out stays out.
 */
export function widenTable(table: SheetTable, old: PlannedRows, now: PlannedRows): WidenedTable {
  const [before, after] = [old, now].map(({ columns }) => new Set(columns.map(({ key }) => key)));
  const added = now.columns.filter(({ key }) => !table.keys.includes(key) && before?.has(key) !== true);
  const final: FinalColumn[] = table.keys.map((_key, column) => ({ kind: 'current', column }));
  const headers = new Set(table.headers.map(spellHeader));
  const keyAt = (one: FinalColumn): string | null => (one.kind === 'new' ? one.planned.key : (table.keys[one.column] ?? null));
  for (const planned of added) final.splice(placeOf(planned, now.columns, final.map(keyAt)), 0, { kind: 'new', planned: { ...planned, header: freeHeader(planned.header, headers) } });
  const at = <T>(row: readonly T[] | undefined, empty: T): T[] => final.map((one) => (one.kind === 'new' ? empty : (row?.[one.column] ?? empty)));
  return {
    table: {
      ...table,
      keys: final.map(keyAt),
      headers: final.map((one) => (one.kind === 'new' ? one.planned.header : (table.headers[one.column] ?? ''))),
      values: table.values.map((row) => at<unknown>(row, '')),
      formulas: table.formulas.map((row) => at<unknown>(row, '')),
      formats: table.formats.map((row) => at(row, 'General')),
      fills: table.fills.map((row) => at(row, null)),
    },
    from: final.map((one) => (one.kind === 'new' ? null : one.column)),
    added: final.flatMap((one, column) => (one.kind === 'new' ? [{ column, planned: one.planned }] : [])),
    gone: final.flatMap((one, column) => {
      const key = keyAt(one);
      return one.kind === 'current' && key !== null && before?.has(key) === true && after?.has(key) !== true ? [column] : [];
    }),
  };
}

/** Where a new column goes among those that stand. */
function placeOf({ key }: PlannedColumn, order: readonly PlannedColumn[], standing: readonly (string | null)[]): number {
  const at = order.findIndex((column) => column.key === key);
  const placesOf = (columns: readonly PlannedColumn[]): number[] => columns.map((column) => standing.indexOf(column.key)).filter((place) => place >= 0);
  const isYear = (column: PlannedColumn | undefined): boolean => column?.key.startsWith('year:') === true;
  const [next] = placesOf(order.slice(at + 1).filter(isYear));
  if (isYear(order[at]) && !isYear(order[at - 1]) && next !== undefined && next > 0) return next;
  const previous = placesOf(order.slice(0, at)).at(-1);
  return previous === undefined ? Math.min(1, standing.length) : previous + 1;
}

/** A heading that no other column has: a column of the user's keeps its own. */
function freeHeader(header: string, used: Set<string>): string {
  let free = header;
  for (let count = 2; used.has(spellHeader(free)); count += 1) free = `${header} ${count}`;
  used.add(spellHeader(free));
  return free;
}

function spellHeader(header: string): string {
  return header.trim().toLowerCase();
}
