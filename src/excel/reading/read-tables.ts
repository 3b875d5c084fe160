import { readHeadings, readRowIds, type SheetTable, type WrittenTable } from '../../core/sheet-plan/written/sheet-table';
import { CHECK_ROW, PRINTED_ROW, YEAR_TOTAL_ROW } from '../../core/sheet-plan/written/figure-place';
import { identifyRows } from '../../core/sheet-plan/written/identify-rows';
import { type PlannedTable } from '../../core/sheet-plan/plan';
import { type AreaCells, type CellArea, FILL, fillOf, readAreas, type ReadingProgress } from './read-areas';

/** About how many bytes the value, format, fill and formula of a cell take in an answer. */
const FIGURE_BYTES = 200;
const TEXT_BYTES = 500;
const FINDING_BYTES = 150;

/** Rows under a single initiative's table: its printed total and the checks of it. */
const FOOTER_ROWS = 2;

/** A table whose place and size are queued to be read; its cells are read with `readTables` after the next sync. */
export interface TableQuery {
  readonly written: WrittenTable;
  readonly table: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly worksheet: Excel.Worksheet;
  readonly filter: Excel.AutoFilter;
  /** The table as the import planned it, by which its rows are known where their ids are gone. */
  readonly planned: () => PlannedTable | null;
}

/** Queues that a table's headings, place and size are read, and the sheet that it is on now. Shape: `key` is the table's id or name. */
export function queryTable(context: Excel.RequestContext, key: string, written: WrittenTable, planned: () => PlannedTable | null): TableQuery {
  const table = context.workbook.tables.getItemOrNullObject(key);
  table.load('name,id');
  const header = table.getHeaderRowRange();
  header.load('values');
  const body = table.getDataBodyRange();
  body.load('rowIndex,columnIndex,rowCount,columnCount');
  const { worksheet } = table;
  worksheet.load('name,id');
  worksheet.protection.load('protected');
  const { autoFilter: filter } = table;
  filter.load('isDataFiltered');
  return { written, table, header, body, worksheet, filter, planned };
}

/** A named sum of a year, with all that is to be known of it. */
export interface NameQuery {
  readonly name: string;
  readonly key: string;
  readonly range: Excel.Range;
  readonly worksheet: Excel.Worksheet;
  readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}

/** Queues that a named cell is read. Shape: `key` is the column whose sum it shows. */
export function queryName(context: Excel.RequestContext, name: string, key: string): NameQuery {
  const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
  range.load('rowIndex,columnIndex,values,formulas,numberFormat');
  const { worksheet } = range;
  worksheet.load('name,id');
  worksheet.protection.load('protected');
  return { name, key, range, worksheet, properties: range.getCellProperties(FILL) };
}

/** The named sum that was queried; null when the name is gone or points nowhere. */
export function resolveName({ name, key, range, worksheet, properties }: NameQuery): SheetTable | null {
  if (range.isNullObject) return null;
  return {
    role: 'year-total',
    name,
    sheetName: worksheet.name,
    sheetId: worksheet.id,
    isProtected: worksheet.protection.protected,
    row: range.rowIndex,
    column: range.columnIndex,
    keys: [key],
    headers: [''],
    rowIds: [YEAR_TOTAL_ROW],
    values: range.values as unknown[][],
    formulas: range.formulas as unknown[][],
    formats: range.numberFormat as string[][],
    fills: properties.value.map((row) => row.map((cell) => fillOf(cell.format?.fill))),
    hiddenRows: [],
    renamed: new Map(),
  };
}

/**
 * The tables that were queried, with their cells, and other areas read with them; tables that are gone are left out. Takes one sync for all of them
 * together, and one more for each 800 kB beyond. Errors: signals when an answer is refused for its size, which is never "no differences".
 */
export async function readTables(context: Excel.RequestContext, queries: readonly TableQuery[], progress: ReadingProgress, refuse: () => never, others: readonly CellArea[] = []): Promise<{ readonly tables: readonly SheetTable[]; readonly others: readonly AreaCells[] }> {
  const present = queries.filter(({ table }) => !table.isNullObject);
  const cells = await readAreas(context, [...present.map(areaOf), ...others], progress, refuse);
  return { tables: present.flatMap((query, index) => (cells[index] === undefined ? [] : [tableOf(query, cells[index])])), others: cells.slice(present.length) };
}

/** Lists hold no figures of their own: only what they say is read. */
function isListed({ role }: WrittenTable): boolean {
  return role === 'findings' || role === 'sources';
}

function footerRows({ hasFooter }: WrittenTable): number {
  return hasFooter === true ? FOOTER_ROWS : 0;
}

/** The cells of a table; a single initiative's is read with the two rows below it. */
function areaOf({ written, header, body, worksheet }: TableQuery): CellArea {
  const bytesOfRow = headingsOf(header).reduce((sum, heading) => {
    if (isListed(written)) return sum + FINDING_BYTES;
    const column = written.columns.find((candidate) => candidate.header === heading);
    const formulas = column?.formulas === undefined ? [] : Object.values(column.formulas);
    const formula = Math.max(column?.formula?.length ?? 0, ...formulas.slice(0, 20).map(({ length }) => length));
    return sum + (formula > 0 || /^\d+$/.test(heading) ? FIGURE_BYTES + formula : TEXT_BYTES);
  }, 0);
  return { sheetId: worksheet.id, row: body.rowIndex, column: body.columnIndex, rows: body.rowCount + footerRows(written), columns: body.columnCount, bytesOfRow, isValuesOnly: isListed(written) };
}

/** The headings of a table that was queried. */
export function headingsOf(header: Excel.Range): string[] {
  return (header.values[0] ?? []).map((heading: unknown) => String(heading).trim());
}

function tableOf({ written, header, body, worksheet, filter, planned }: TableQuery, { values, formulas, formats, fills, hiddenRows }: AreaCells): SheetTable {
  const headers = headingsOf(header);
  const { keys, renamed } = readHeadings(headers, written.columns);
  return {
    role: written.role,
    name: written.name,
    sheetName: worksheet.name,
    sheetId: worksheet.id,
    isProtected: worksheet.protection.protected,
    row: body.rowIndex,
    column: body.columnIndex,
    keys,
    headers,
    rowIds: rowIdsOf(written, keys, values, planned),
    values,
    formulas,
    formats,
    fills,
    hiddenRows: filter.isDataFiltered ? [] : hiddenRows,
    renamed,
  };
}

/** An import's rows bear their id, and are known by their texts where that column is gone; a single initiative's are known by their source, of rows with one source by their order. */
function rowIdsOf(written: WrittenTable, keys: readonly (string | null)[], values: readonly (readonly unknown[])[], planned: () => PlannedTable | null): string[] {
  const textsOf = (key: string, rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => String(row[keys.indexOf(key)] ?? '').trim());
  if (isListed(written)) return textsOf('id', values);
  if (written.role !== 'initiative') {
    const plan = keys.includes('id') ? null : planned();
    return readRowIds(plan === null ? textsOf('id', values) : identifyRows(plan, keys, values));
  }
  const left = [...(written.rows ?? [])];
  const ids = textsOf('source', values.slice(0, values.length - footerRows(written))).map((source) => {
    const index = source === '' ? -1 : left.findIndex((row) => row.source === source);
    return index < 0 ? '' : (left.splice(index, 1)[0]?.rowId ?? '');
  });
  return [...readRowIds(ids), ...(written.hasFooter === true ? [PRINTED_ROW, CHECK_ROW] : [])];
}
