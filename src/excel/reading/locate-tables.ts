import { parseRowId } from '../../core/budget/row-reference';
import { followTables } from '../../core/sheet-plan/written/follow-tables';
import { planImport } from '../../core/sheet-plan/import-plan';
import { type PlannedTable, type SheetPlan } from '../../core/sheet-plan/plan';
import { type SheetTable, type WrittenTable } from '../../core/sheet-plan/written/sheet-table';
import { headingsOf, queryTable, type TableQuery } from './read-tables';
import { type ImportRecord } from '../../core/import-store/store-records';

/** Tables of others to look through for one that has lost both its id and its name. */
const MOST_CANDIDATES = 100;

/** Shares of the written headings that must stand in a table: one that is known by its id or name, and one that is known by nothing else. */
const KNOWN_FIT = 0.5;
const UNKNOWN_FIT = 0.8;

/** An import as it was planned, made again from its stored agreement. Shape: names of sheets and tables are not those that it got. */
export function plannedAgain({ agreement, state }: ImportRecord): SheetPlan {
  return planImport(agreement, [], { language: state.language, taken: { sheets: [], tablesAndNames: [] }, importedAt: state.importedAt });
}

/** What is queued to find one import's tables. Shape: `candidates` run parallel to its written tables. */
export interface TableSearch {
  readonly record: ImportRecord;
  readonly candidates: readonly (readonly TableQuery[])[];
}

/** Queues what must be known to find the tables of imports: by id, else by name, else by their headings. Shape: `tables` are all of the workbook, with id and name. */
export function searchTables(context: Excel.RequestContext, records: readonly ImportRecord[], tables: readonly Excel.Table[]): TableSearch[] {
  const claimed = new Set(records.flatMap(({ state }) => state.tables.flatMap((written) => identified(written, tables).map(({ id }) => id))));
  const unclaimed = tables.filter(({ id }) => !claimed.has(id)).slice(0, MOST_CANDIDATES);
  return records.map((record): TableSearch => {
    const planned = plannedTables(record);
    const candidates = record.state.tables.map((written) => {
      const known = identified(written, tables);
      return (known.length > 0 ? known : unclaimed).map(({ id }) => queryTable(context, id, written, () => planned(written)));
    });
    return { record, candidates };
  });
}

/** Tables that bear a written one's id or name, the one that bears both first. */
function identified({ id, name }: WrittenTable, tables: readonly Excel.Table[]): Excel.Table[] {
  const named = tables.filter((table) => table.name.toLowerCase() === name.toLowerCase());
  const numbered = tables.filter((table) => table.id === id);
  return [...new Set([...numbered.filter((table) => named.includes(table)), ...numbered, ...named])];
}

/** The planned tables of an import by role, made when they are first needed. */
function plannedTables(record: ImportRecord): (written: WrittenTable) => PlannedTable | null {
  let plan: SheetPlan | null = null;
  return ({ role }) => {
    plan ??= plannedAgain(record);
    return plan.sheets.flatMap(({ tables }) => tables).find((table) => table.role === role) ?? null;
  };
}

/** A table that was found. Shape: `isCertain` by its id or name; by its headings alone it still has to show the import's rows. */
export interface FoundTable extends TableQuery {
  readonly isCertain: boolean;
}

/** An import with the tables that were found for it; its state names them as they are called now. Shape: `found` runs parallel to the state's tables, null for one that is gone. */
export interface LocatedImport {
  readonly record: ImportRecord;
  readonly found: readonly (FoundTable | null)[];
}

/** The tables that a search found, after the sync that followed it. No table is taken twice. */
export function locateTables(searches: readonly TableSearch[]): LocatedImport[] {
  const taken = new Set<string>();
  return searches.map(({ record, candidates }): LocatedImport => {
    const chosen = record.state.tables.map((written, index) => {
      const query = choose(written, (candidates[index] ?? []).filter(({ table }) => !table.isNullObject && !taken.has(table.id)));
      if (query !== null) taken.add(query.table.id);
      return query;
    });
    const tables = followTables(record.state.tables, chosen.map((query) => (query === null ? null : { id: query.table.id, name: query.table.name })));
    const found = chosen.map((query, index) => (query === null ? null : { ...query, written: tables[index] ?? query.written }));
    return { record: { ...record, state: { ...record.state, tables } }, found };
  });
}

function choose(written: WrittenTable, queries: readonly TableQuery[]): FoundTable | null {
  const rated = queries.map((query) => ({ query, fit: headingsFit(headingsOf(query.header), written), isKnown: isKnown(written, query) })).sort((a, b) => b.fit - a.fit);
  const known = rated.filter(({ isKnown: is, fit }) => is === 'both' ? fit > 0 : is === 'one' && fit >= KNOWN_FIT);
  const [best] = known.length > 0 ? known : [];
  if (best !== undefined) return { ...best.query, isCertain: true };
  const others = rated.filter(({ isKnown: is, fit }) => is === 'none' && fit >= UNKNOWN_FIT);
  const [only, second] = others;
  return only !== undefined && (second === undefined || second.fit < only.fit) ? { ...only.query, isCertain: false } : null;
}

function isKnown({ id, name }: WrittenTable, { table }: TableQuery): 'both' | 'one' | 'none' {
  const matches = [table.id === id, table.name.toLowerCase() === name.toLowerCase()].filter(Boolean).length;
  return matches === 2 ? 'both' : matches === 1 ? 'one' : 'none';
}

/** Which share of the headings that were written a table has. */
function headingsFit(headings: readonly string[], { columns }: WrittenTable): number {
  const here = new Set(headings.map((heading) => heading.toLowerCase()));
  return columns.filter(({ header }) => here.has(header.toLowerCase())).length / Math.max(1, columns.length);
}

/** Whether a table that was read is the import's: one that is known by its headings alone must hold the import's rows. */
export function holdsOwnRows({ written, isCertain }: FoundTable, { rowIds }: SheetTable): boolean {
  if (isCertain || written.role === 'findings' || written.role === 'sources') return true;
  return rowIds.filter((rowId) => parseRowId(rowId) !== null).length * 2 >= rowIds.length;
}
