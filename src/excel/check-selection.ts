import { type Result, succeed, fail } from '../core/failure';
import { checkWorksheet } from '../core/reconciliation/worksheet-footing';
import { type Grid, type GridValue, readWorksheet, type WorksheetReading } from '../core/reconciliation/worksheet-reading';
import { rangeAddress } from '../core/sheet-plan/addresses';
import { FailureSignal, failureOf, hostCodeOf } from './failures';
import { hasExcelApi, runExcel } from './run-excel';
import { type ActionOptions, type SelectionCheck, type SelectionRoles } from './workbook-port';

/** The largest range that is checked. Source: Excel answers no read of more than 5 million cells. */
const MOST_CELLS = 5_000_000;

/** Cells to read in one answer: with labels of usual length well under 1 MB. */
const CHUNK_CELLS = 10_000;

/** Rows whose visibility is read in one answer. */
const CHUNK_ROWS = 20_000;

/** Merges of a range beyond which it counts as laid out for print. */
const MOST_MERGES = 2_000;

/** The serial numbers of 1 January 1950 and 31 December 2099; other numbers are not looked at as dates. */
const FIRST_DATE = 18_264;
const LAST_DATE = 73_050;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A range by its place in the workbook. Shape: 0-based first cell with counts. */
interface Area {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface FoundArea extends Area {
  readonly hasHiddenRows: boolean;
  readonly merges: readonly Rectangle[];
}

type Rectangle = Pick<Area, 'row' | 'column' | 'rows' | 'columns'>;

/**
 * Checks the selected range, or the table around a single selected cell; of whole rows and columns the used part.
 * Takes two syncs and one or two more for each 10,000 cells; each part is a request of its own, so that a large range neither blocks Excel nor runs out of time.
 * Errors: `nothing-selected`, `selection-too-large`, `selection-not-a-table`, `cancelled`, or Excel's own; nothing is written.
 */
export async function checkSelection(roles: SelectionRoles | undefined, settings: { readonly timeoutMs?: number }, options: ActionOptions = {}): Promise<Result<SelectionCheck>> {
  const ask = <T>(action: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    if (options.signal?.aborted === true) throw new FailureSignal({ code: 'cancelled' });
    return runExcel({ isUserStarted: true, ...settings }, action);
  };
  try {
    const area = await ask((context) => findArea(context, roles));
    const grid = await readGrid(area, ask, options);
    const reading = readWorksheet(grid);
    if (reading === null) throw new FailureSignal({ code: 'selection-not-a-table' });
    const chosen = withRoles(reading, roles);
    return succeed({
      place: { sheet: area.sheetName, address: rangeAddress(area.row, area.column, area.rows, area.columns) },
      row: area.row,
      column: area.column,
      reading: chosen,
      rowNames: nameRows(grid, chosen),
      checks: checkWorksheet(grid, chosen),
    });
  } catch (error) {
    return fail(hostCodeOf(error) === 'InvalidSelection' ? { code: 'selection-not-a-table' } : failureOf(error, 'unchanged'));
  }
}

type Ask = <T>(action: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The range to check. A single cell stands for the table or the filled cells around it. */
async function findArea(context: Excel.RequestContext, roles: SelectionRoles | undefined): Promise<FoundArea> {
  const selected = roles === undefined ? context.workbook.getSelectedRange() : context.workbook.worksheets.getItem(roles.place.sheet).getRange(roles.place.address);
  selected.load('rowCount,columnCount');
  const tables = selected.getTables();
  tables.load('items/name');
  await context.sync();
  const isOneCell = selected.rowCount === 1 && selected.columnCount === 1;
  const table = tables.items[0];
  const wanted = !isOneCell ? selected : table === undefined ? selected.getSurroundingRegion() : table.getRange();
  const used = wanted.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
  const { worksheet } = wanted;
  worksheet.load('id,name');
  const merged = hasExcelApi('1.13') ? wanted.getMergedAreasOrNullObject() : null;
  merged?.load('areaCount');
  await context.sync();
  if (used.isNullObject) throw new FailureSignal({ code: 'nothing-selected' });
  const cells = used.rowCount * used.columnCount;
  if (cells > MOST_CELLS) throw new FailureSignal({ code: 'selection-too-large', cells });
  return {
    sheetId: worksheet.id,
    sheetName: worksheet.name,
    row: used.rowIndex,
    column: used.columnIndex,
    rows: used.rowCount,
    columns: used.columnCount,
    hasHiddenRows: (used.rowHidden as boolean | null) !== false,
    merges: merged === null || merged.isNullObject ? [] : await readMerges(context, merged),
  };
}

async function readMerges(context: Excel.RequestContext, merged: Excel.RangeAreas): Promise<Rectangle[]> {
  if (merged.areaCount > MOST_MERGES) throw new FailureSignal({ code: 'selection-not-a-table' });
  const { areas } = merged;
  areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  await context.sync();
  return areas.items.map((range) => ({ row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount }));
}

async function readGrid(area: FoundArea, ask: Ask, options: ActionOptions): Promise<Grid> {
  const step = Math.max(1, Math.floor(CHUNK_CELLS / area.columns));
  const values: GridValue[][] = [];
  for (let offset = 0; offset < area.rows; offset += step) {
    options.onProgress?.(offset, area.rows);
    values.push(...(await ask((context) => readRows(context, area, offset, Math.min(step, area.rows - offset)))));
  }
  const hiddenRows: number[] = [];
  for (let offset = 0; area.hasHiddenRows && offset < area.rows; offset += CHUNK_ROWS) {
    hiddenRows.push(...(await ask((context) => readHiddenRows(context, area, offset, Math.min(CHUNK_ROWS, area.rows - offset)))));
  }
  for (const merge of area.merges) markMerge(values, merge, area);
  options.onProgress?.(area.rows, area.rows);
  return { values, hiddenRows };
}

/** Some rows of the range. Number formats are asked for only where numbers could be dates. */
async function readRows(context: Excel.RequestContext, area: Area, offset: number, rows: number): Promise<GridValue[][]> {
  const sheet = context.workbook.worksheets.getItem(area.sheetId);
  const range = sheet.getRangeByIndexes(area.row + offset, area.column, rows, area.columns);
  range.load('values');
  await context.sync();
  const values = answered(range.values as unknown[][] | null);
  const columns = Array.from({ length: area.columns }, (_none, column) => column).filter((column) => values.some((row) => isDateSerial(row[column])));
  if (columns.length === 0) return values.map((row) => row.map((value) => gridValue(value, null)));
  const formatted = columns.map((column) => range.getColumn(column));
  for (const column of formatted) column.load('numberFormat');
  await context.sync();
  const formats = new Map(columns.map((column, index) => [column, answered(formatted[index]?.numberFormat as unknown[][] | null | undefined)]));
  return values.map((row, index) => row.map((value, column) => gridValue(value, formats.get(column)?.[index]?.[0] ?? null)));
}

async function readHiddenRows(context: Excel.RequestContext, area: Area, offset: number, rows: number): Promise<number[]> {
  const range = context.workbook.worksheets.getItem(area.sheetId).getRangeByIndexes(area.row + offset, area.column, rows, 1);
  const properties = range.getRowProperties({ rowHidden: true });
  await context.sync();
  return answered(properties.value as Excel.RowProperties[] | null).flatMap((row, index) => (row.rowHidden === true ? [offset + index] : []));
}

/** What Excel answered. Errors: signals a failure where it answered nothing, which is never "empty". */
function answered<T>(answer: T | null | undefined): T {
  if (answer === null || answer === undefined) throw new FailureSignal({ code: 'host', hostCode: 'ResponsePayloadSizeLimitExceeded', workbook: 'unchanged' });
  return answer;
}

function gridValue(value: unknown, format: unknown): GridValue {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string') return isErrorText(value) ? { error: value } : value;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'number') return String(value);
  const date = typeof format === 'string' && isDateSerial(value) ? dateText(value, format) : null;
  return date === null ? value : { date };
}

/** Excel's error values in any language of its functions: "#REF!", "#NAME?", "#N/A". */
function isErrorText(text: string): boolean {
  return /^#(?:\p{Lu}\/\p{Lu}|[\p{Lu}\d/_]+[!?])$/u.test(text);
}

function isDateSerial(value: unknown): boolean {
  return typeof value === 'number' && value >= FIRST_DATE && value <= LAST_DATE;
}

/** The date that a number shows in a format; null when the format is none of a date. */
function dateText(serial: number, format: string): string | null {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  if (!/[dy]/.test(codes) || /general|[0#?]/.test(codes)) return null;
  const date = new Date(DAY_ZERO + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
  return /[dm]/.test(codes) ? date : date.slice(0, 4);
}

/** A merged figure belongs to no single row and column, so every cell of its merge says so; merged texts are labels as ever. */
function markMerge(values: GridValue[][], merge: Rectangle, area: Area): void {
  const row = merge.row - area.row;
  const column = merge.column - area.column;
  if (typeof values[row]?.[column] !== 'number') return;
  for (const cells of values.slice(row, row + merge.rows)) cells.fill({ merged: true }, column, column + merge.columns);
}

/** The reading with the roles that the user gave. */
function withRoles(reading: WorksheetReading, roles: SelectionRoles | undefined): WorksheetReading {
  if (roles === undefined) return reading;
  const columns = reading.columns.map((column, index) => {
    const role = roles.columns[index];
    return role === undefined || role === column.role ? column : { ...column, role, reason: 'user' as const };
  });
  const rows = reading.rows.map((row, index) => {
    const role = roles.rows[index];
    return role === undefined || role === row.role ? row : { role, reason: 'user' as const };
  });
  const sum = rows.findIndex(({ role }) => role === 'total' || role === 'subtotal');
  const component = rows.findIndex(({ role }) => role === 'component');
  return { columns, rows, areTotalsFirst: sum >= 0 && sum < component };
}

function nameRows(grid: Grid, reading: WorksheetReading): (string | null)[] {
  const labels = reading.columns.flatMap(({ role }, index) => (role === 'label' ? [index] : []));
  return grid.values.map((row) => {
    const name = labels.map((column) => row[column]).find((value) => typeof value === 'string' && value.trim() !== '');
    return typeof name === 'string' ? name.trim() : null;
  });
}
