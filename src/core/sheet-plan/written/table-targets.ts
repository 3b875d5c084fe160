import { type LinkTarget } from '../layout/cell-links';
import { type SheetTable } from './sheet-table';

/** An import's tables, as they stand now, as targets of links; those without ids lead nowhere. */
export function linkTargets(tables: readonly SheetTable[]): LinkTarget[] {
  return tables.flatMap((table): LinkTarget[] => {
    const id = table.keys.indexOf('id');
    if (id < 0 || table.role === 'findings' || table.role === 'sources') return [];
    const columns = new Map(table.keys.flatMap((key, index) => (key === null ? [] : [[key, table.column + index] as const])));
    return [{ role: table.role, sheetName: table.sheetName, tableName: table.name, idHeader: table.headers[id] ?? '', ids: new Set(table.rowIds), columns }];
  });
}
