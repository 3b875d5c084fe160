import { type PlannedSheet, type PlannedTable } from '../plan';
import { columnWidths } from './table-columns';

/** A sheet that holds one table and nothing else: the table's columns give the widths, and its header stays in view. */
export function sheetOfTable(table: PlannedTable, name: string): PlannedSheet {
  return { role: table.role, name, visibility: 'visible', blocks: [], tables: [table], names: [], flags: [], widths: columnWidths(table.columns), frozenRows: 1 };
}
