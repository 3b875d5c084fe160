import { type ComparedTable } from '../../core/tie-out/own-table/compared-table';
import { gridValue } from '../../core/reconciliation/worksheet/grid-value';
import { type FoundGrid } from '../../core/tie-out/own-table/check-own-table';
import { rangeAddress } from '../../core/sheet-plan/addresses';
import { type AreaCells, type CellArea } from '../reading/read-areas';

/** The largest table that is compared after each edit: what a check of a selection keeps. */
const MOST_CELLS = 250_000;

/** About how many bytes the value, format, fill and formula of a cell take in an answer. */
const CELL_BYTES = 160;

/** What is queued to find a table of the user's; turn it into a place with `locateCompared` after the next sync. */
export interface ComparedQuery {
  readonly compared: ComparedTable;
  readonly range: Excel.Range;
  /** The filled cells around a plain range; null for an Excel table, which says itself how far it goes. */
  readonly region: Excel.Range | null;
  readonly worksheet: Excel.Worksheet;
  readonly table: Excel.Table | null;
}

/** Queues where a table of the user's is: the Excel table by its id or name, else the cells that its hidden name is on. Shape: `tables` are all of the workbook, with id and name. */
export function queryCompared(context: Excel.RequestContext, compared: ComparedTable, tables: readonly Excel.Table[]): ComparedQuery {
  const known = compared.table;
  const table = known === null ? null : (tables.find(({ id }) => id === known.id) ?? tables.find(({ name }) => name.toLowerCase() === known.name.toLowerCase()) ?? null);
  const range = table === null ? context.workbook.names.getItemOrNullObject(compared.rangeName).getRangeOrNullObject() : context.workbook.tables.getItem(table.id).getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  const { worksheet } = range;
  worksheet.load('name,id');
  worksheet.protection.load('protected');
  const region = table === null && (compared.endsAtBottom || compared.endsAtRight) ? range.getSurroundingRegion() : null;
  region?.load('rowIndex,columnIndex,rowCount,columnCount');
  return { compared, range, region, worksheet, table };
}

/** Where a table of the user's is now. Shape: `area` is null where it is too large to be compared; `compared` has its name and place as they are now. */
export interface LocatedCompared {
  readonly compared: ComparedTable;
  readonly sheetName: string;
  readonly sheetId: string;
  readonly isProtected: boolean;
  readonly area: CellArea | null;
}

/** The place of a table that was queried; null where it is nowhere. */
export function locateCompared({ compared, range, region, worksheet, table }: ComparedQuery): LocatedCompared | null {
  if (range.isNullObject) return null;
  const { rowIndex: row, columnIndex: column } = range;
  const bottom = row + range.rowCount;
  const right = column + range.columnCount;
  const grown = region === null || region.isNullObject ? { bottom, right } : { bottom: region.rowIndex + region.rowCount, right: region.columnIndex + region.columnCount };
  const rows = Math.max(bottom, compared.endsAtBottom ? grown.bottom : 0) - row;
  const columns = Math.max(right, compared.endsAtRight ? grown.right : 0) - column;
  const found = { ...compared, table: table === null ? compared.table : { id: table.id, name: table.name }, sheet: worksheet.name, address: rangeAddress(row, column, rows, columns) };
  const area = rows * columns > MOST_CELLS ? null : { sheetId: worksheet.id, row, column, rows, columns, bytesOfRow: columns * CELL_BYTES, isValuesOnly: false };
  return { compared: found, sheetName: worksheet.name, sheetId: worksheet.id, isProtected: worksheet.protection.protected, area };
}

/** What stands in a table of the user's. */
export function gridOf(located: LocatedCompared | null, cells: AreaCells | null): FoundGrid {
  if (located === null) return 'gone';
  if (cells === null) return 'too-large';
  return { values: cells.values.map((row, index) => row.map((value, column) => gridValue(value, cells.formats[index]?.[column] ?? null))), hiddenRows: cells.hiddenRows };
}
