import { type PlannedBlock, type PlannedSheet, type PlannedTable } from '../plan';
import { columnWidths } from './table-columns';

/** A sheet with one table below its head: the table's columns give the widths; its header, and the columns up to the row's status, stay in view. */
export function sheetOfTable(table: PlannedTable, name: string, blocks: readonly PlannedBlock[]): PlannedSheet {
  return { role: table.role, name, visibility: 'visible', blocks, tables: [table], names: [], flags: [], widths: columnWidths(table.columns), frozenRows: table.row + 1, frozenColumns: frozenColumns(table) };
}

/** How many columns stay in view beside the header: those up to the row's status. */
export function frozenColumns({ columns }: Pick<PlannedTable, 'columns'>): number {
  return columns.findIndex(({ key }) => key === 'status') + 1;
}
