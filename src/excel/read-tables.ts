import { type CurrentCell } from '../core/sheet-plan/current-agreement';
import { isFormulaColumn, type OverwrittenFormula } from '../core/sheet-plan/edit-checks';
import { parseRowId, placeKey } from '../core/sheet-plan/figure-place';
import { cellAddress } from '../core/sheet-plan/addresses';
import { type TableRole } from '../core/sheet-plan/plan';
import { type StoredTable } from './store-records';

/** An import's table as it stands now. Shape: `row` and `column` name its first data cell, 0-based; `keys` runs over its columns, `rowIds` over its rows. */
export interface ReadTable {
  readonly role: TableRole;
  readonly name: string;
  readonly sheetName: string;
  readonly sheetId: string;
  readonly isProtected: boolean;
  readonly row: number;
  readonly column: number;
  readonly keys: readonly (string | null)[];
  readonly rowIds: readonly string[];
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly string[])[];
  /** The fill of each cell, null for none. */
  readonly fills: readonly (readonly (string | null)[])[];
}

/** What is queued to read one table; turn it into a table with `resolveTable` after the next sync. */
export interface TableQuery {
  readonly stored: StoredTable;
  readonly table: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly worksheet: Excel.Worksheet;
  readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}

/** Queues that a table is read: headings, values, formulas, formats, fills, and the sheet that it is on now. */
export function queryTable(context: Excel.RequestContext, stored: StoredTable): TableQuery {
  const table = context.workbook.tables.getItemOrNullObject(stored.name);
  table.load('name');
  const header = table.getHeaderRowRange();
  header.load('values');
  const body = table.getDataBodyRange();
  body.load('values,formulas,numberFormat,rowIndex,columnIndex');
  const { worksheet } = table;
  worksheet.load('name,id');
  worksheet.protection.load('protected');
  const properties = body.getCellProperties({ format: { fill: { color: true } } });
  return { stored, table, header, body, worksheet, properties };
}

/** The table that was queried; null when it is gone or too large to read, which is never "no differences". */
export function resolveTable({ stored, table, header, body, worksheet, properties }: TableQuery): ReadTable | null {
  if (table.isNullObject) return null;
  const values = body.values as unknown[][] | null;
  const formulas = body.formulas as unknown[][] | null;
  if (values === null || formulas === null) return null;
  const headings = (header.values[0] ?? []).map(String);
  const keyOf = new Map(stored.columns.map((column) => [column.header.toLowerCase(), column.key]));
  const keys = headings.map((heading) => keyOf.get(heading.trim().toLowerCase()) ?? null);
  const idColumn = keys.indexOf('id');
  return {
    role: stored.role,
    name: stored.name,
    sheetName: worksheet.name,
    sheetId: worksheet.id,
    isProtected: worksheet.protection.protected,
    row: body.rowIndex,
    column: body.columnIndex,
    keys,
    rowIds: values.map((row) => (idColumn < 0 ? '' : String(row[idColumn] ?? ''))),
    values,
    formulas,
    formats: body.numberFormat as string[][],
    fills: properties.value.map((row) => row.map((cell) => fillOf(cell.format?.fill?.color))),
  };
}

/** A fill's colour. Source: Excel reports no fill as white or as an empty text. */
function fillOf(color: string | undefined): string | null {
  return color === undefined || color === '' || color.toUpperCase() === '#FFFFFF' ? null : color.toUpperCase();
}

/** The figures of a table by their places; of a row that was copied, the first counts. */
export function figuresOf(table: ReadTable): Map<string, CurrentCell> {
  const figures = new Map<string, CurrentCell>();
  forEachCell(table, (rowId, columnKey, row, column) => {
    const key = placeKey({ table: table.role, rowId, columnKey });
    if (!isFigureColumn(columnKey) || figures.has(key)) return;
    const value = table.values[row]?.[column];
    figures.set(key, { value: typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? ''), format: table.formats[row]?.[column] ?? 'General' });
  });
  return figures;
}

/** The formulas of a table that are fixed values now. */
export function overwrittenFormulas(table: ReadTable): OverwrittenFormula[] {
  const overwritten: OverwrittenFormula[] = [];
  forEachCell(table, (rowId, columnKey, row, column) => {
    const reference = parseRowId(rowId);
    const formula = table.formulas[row]?.[column];
    if (reference === null || !isFormulaColumn(columnKey) || (typeof formula === 'string' && formula.startsWith('='))) return;
    overwritten.push({ place: { table: table.role, rowId, columnKey }, reference });
  });
  return overwritten;
}

/** Where the cells of a table's figures are, by their places. Shape: A1 addresses without the sheet. */
export function addressesOf(table: ReadTable): Map<string, string> {
  const addresses = new Map<string, string>();
  forEachCell(table, (rowId, columnKey, row, column) => {
    const key = placeKey({ table: table.role, rowId, columnKey });
    if (!addresses.has(key)) addresses.set(key, cellAddress(table.row + row, table.column + column));
  });
  return addresses;
}

/** Visits every cell of a row that is ours under a heading that is ours. */
export function forEachCell(table: ReadTable, visit: (rowId: string, columnKey: string, row: number, column: number) => void): void {
  table.rowIds.forEach((rowId, row) => {
    if (rowId === '') return;
    table.keys.forEach((columnKey, column) => {
      if (columnKey !== null) visit(rowId, columnKey, row, column);
    });
  });
}

function isFigureColumn(key: string): boolean {
  return key === 'printed-total' || key.startsWith('year:') || key.startsWith('amount:');
}
