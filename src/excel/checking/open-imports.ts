import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { FailureSignal } from '../requests/failures';
import { stopIfAsked } from '../requests/run-excel';
import { locateCompared, type ComparedQuery } from '../compared/locate-compared';
import { judgeCompared, type JudgedCompared } from '../compared/judge-compared';
import { holdsOwnRows, type LocatedImport } from '../reading/locate-tables';
import { type AreaCells, type CellArea } from '../reading/read-areas';
import { readTables, resolveName, type NameQuery } from '../reading/read-tables';
import { type ImportRecord, type ImportState } from '../../core/import-store/store-records';
import { type ActionOptions } from '../workbook-port';

/** An import with its tables as they stand now, and the user's tables that are compared with it. */
export interface OpenImport {
  readonly record: ImportRecord;
  readonly tables: readonly SheetTable[];
  readonly compared: readonly JudgedCompared[];
}

/** The tables of an import with those of the user's that are compared with it, so far as they have cells. */
export function allTables({ tables, compared }: OpenImport): SheetTable[] {
  return [...tables, ...compared.flatMap(({ table }) => table ?? [])];
}

/** The names of an import's sums with the columns that they sum: the overview's years, in order. */
export function yearNames(state: ImportState): { readonly name: string; readonly key: string }[] {
  const years = state.tables.find(({ role }) => role === 'overview')?.columns.filter(({ key }) => key.startsWith('year:')) ?? [];
  return state.names.flatMap((name, index) => {
    const key = years[index]?.key;
    return key === undefined ? [] : [{ name, key }];
  });
}

/** The imports with their tables as they stand, and the user's tables compared with them. Errors: signals `cancelled` between the parts, and answers beyond what Excel gives. */
export async function openImports(context: Excel.RequestContext, located: readonly LocatedImport[], nameQueries: readonly (readonly NameQuery[])[], comparedQueries: readonly (readonly ComparedQuery[])[], settings: ActionOptions): Promise<OpenImport[]> {
  const onPart = (done: number, total: number): void => settings.onProgress?.(done, total + 1);
  const refuse = (): never => {
    throw new FailureSignal({ code: 'host', hostCode: 'ResponsePayloadSizeLimitExceeded', workbook: 'unchanged' });
  };
  const found = located.map((one) => one.found.filter((table) => table !== null));
  const own = comparedQueries.map((queries) => queries.map((query) => ({ compared: query.compared, located: locateCompared(query) })));
  const areas = own.flat().flatMap(({ located: place }) => place?.area ?? []);
  const { tables: read, others } = await readTables(context, found.flat(), { onPart, stopIfAsked: () => stopIfAsked(settings) }, refuse, areas);
  const cellsOf = new Map<CellArea | null, AreaCells | null>(areas.map((area, index) => [area, others[index] ?? null]));
  let next = 0;
  return located.map(({ record }, index): OpenImport => {
    const tables = (found[index] ?? []).flatMap((table) => {
      const one = read[next];
      next += 1;
      return one !== undefined && holdsOwnRows(table, one) ? [one] : [];
    });
    const totals = (nameQueries[index] ?? []).map(resolveName).filter((total) => total !== null);
    const compared = (own[index] ?? []).map((one) => judgeCompared({ ...one, cells: cellsOf.get(one.located?.area ?? null) ?? null }, record.agreement));
    return { record, tables: [...tables, ...totals], compared };
  });
}
