import { type Result, succeed, fail } from '../../core/failure';
import { gridValue, isDateSerial } from '../../core/reconciliation/worksheet/grid-value';
import { checkWorksheet } from '../../core/reconciliation/worksheet/worksheet-footing';
import { assignRoles, type Grid, type GridValue, readWorksheet, type WorksheetReading } from '../../core/reconciliation/worksheet/worksheet-reading';
import { rangeAddress } from '../../core/sheet-plan/addresses';
import { FailureSignal, failureOf, hostCodeOf } from '../requests/failures';
import { hasExcelApi, runExcel, type RunSettings } from '../requests/run-excel';
import { type ActionOptions, type SelectionCheck, type SelectionRoles } from '../workbook-port';

/** The largest range that is checked. Source: Excel answers no read of more than 5 million cells. */
const MOST_CELLS = 5_000_000;

/** Cells beyond which a range is checked but not kept: a table that is compared with an agreement is smaller. */
const MOST_KEPT_CELLS = 250_000;

/** Bytes of one answer to aim at: half of the 1 MB that none is to exceed, for the next rows may be longer than those before. */
const ANSWER_BYTES = 500_000;

/** Cells to read in the first answer, before it is known how long they are; later answers grow at most twofold. */
const FIRST_CELLS = 5_000;
const MOST_GROWTH = 2;

/** Bytes that a number format takes in an answer. */
const FORMAT_BYTES = 24;

/** Rows whose visibility is read in one answer. */
const CHUNK_ROWS = 20_000;

/** Merges of a range beyond which it counts as laid out for print. */
const MOST_MERGES = 2_000;

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
 * Takes two syncs and one or two more for each 500 kB of cells; each part is a request of its own, so that a large range neither blocks Excel nor
 * runs out of time, and the pane comes to its turn between the parts.
 * Errors: `nothing-selected`, `selection-too-large`, `selection-not-a-table`, `cancelled`, or Excel's own; nothing is written.
 */
export async function checkSelection(roles: SelectionRoles | undefined, settings: RunSettings, options: ActionOptions = {}): Promise<Result<SelectionCheck>> {
  let isLimited = false;
  const ask = async <T>(action: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    if (options.signal?.aborted === true) throw new FailureSignal({ code: 'cancelled' });
    const answer = await runExcel({ isUserStarted: true, isLimited, ...settings, ...(options.signal === undefined ? {} : { signal: options.signal }) }, action);
    isLimited = true;
    return answer;
  };
  try {
    const area = await ask((context) => findArea(context, roles));
    const grid = await readGrid(area, ask, options);
    const reading = readWorksheet(grid);
    if (reading === null) throw new FailureSignal({ code: 'selection-not-a-table' });
    const chosen = roles === undefined ? reading : assignRoles(reading, roles);
    await pause();
    if (options.signal?.aborted === true) throw new FailureSignal({ code: 'cancelled' });
    return succeed({
      place: { sheet: area.sheetName, address: rangeAddress(area.row, area.column, area.rows, area.columns) },
      row: area.row,
      column: area.column,
      reading: chosen,
      grid: area.rows * area.columns <= MOST_KEPT_CELLS ? grid : null,
      rowNames: nameRows(grid, chosen),
      checks: checkWorksheet(grid, chosen),
    });
  } catch (error) {
    return fail(hostCodeOf(error) === 'InvalidSelection' ? { code: 'selection-not-a-table' } : failureOf(error, 'unchanged'));
  }
}

/** Lets the pane take its turn before the next long piece of work. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
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
  const values: GridValue[][] = [];
  let step = Math.max(1, Math.floor(FIRST_CELLS / area.columns));
  for (let offset = 0; offset < area.rows; ) {
    options.onProgress?.(offset, area.rows);
    const rows = Math.min(step, area.rows - offset);
    const part = await ask((context) => readRows(context, area, offset, rows));
    for (const row of part.values) values.push(row);
    offset += rows;
    step = nextStep(rows, part.bytes, step);
  }
  const hiddenRows: number[] = [];
  for (let offset = 0; area.hasHiddenRows && offset < area.rows; offset += CHUNK_ROWS) {
    for (const row of await ask((context) => readHiddenRows(context, area, offset, Math.min(CHUNK_ROWS, area.rows - offset)))) hiddenRows.push(row);
  }
  for (const merge of area.merges) markMerge(values, merge, area);
  options.onProgress?.(area.rows, area.rows);
  return { values, hiddenRows };
}

/** Rows to read next, from how many bytes the last ones took. */
function nextStep(rows: number, bytes: number, step: number): number {
  const fitting = Math.floor(ANSWER_BYTES / Math.max(1, bytes / rows));
  return Math.max(1, Math.min(fitting, step * MOST_GROWTH));
}

/** Some rows of the range with about how many bytes they took. Number formats are asked for only where numbers could be dates. */
async function readRows(context: Excel.RequestContext, area: Area, offset: number, rows: number): Promise<{ readonly values: GridValue[][]; readonly bytes: number }> {
  const sheet = context.workbook.worksheets.getItem(area.sheetId);
  const range = sheet.getRangeByIndexes(area.row + offset, area.column, rows, area.columns);
  range.load('values');
  await context.sync();
  const values = answered(range.values as unknown[][] | null);
  const bytes = bytesOf(values);
  const columns = Array.from({ length: area.columns }, (_none, column) => column).filter((column) => values.some((row) => isDateSerial(row[column])));
  if (columns.length === 0) return { values: values.map((row) => row.map((value) => gridValue(value, null))), bytes };
  const formatted = columns.map((column) => range.getColumn(column));
  for (const column of formatted) column.load('numberFormat');
  await context.sync();
  const formats = new Map(columns.map((column, index) => [column, answered(formatted[index]?.numberFormat as unknown[][] | null | undefined)]));
  const read = values.map((row, index) => row.map((value, column) => gridValue(value, formats.get(column)?.[index]?.[0] ?? null)));
  return { values: read, bytes: Math.max(bytes, columns.length * values.length * FORMAT_BYTES) };
}

/** About how many bytes values take in an answer. */
function bytesOf(values: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of values) for (const value of row) bytes += typeof value === 'string' ? 3 + value.length : String(value).length + 1;
  return bytes;
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

/** A merged figure belongs to no single row and column, so every cell of its merge says so; merged texts are labels as ever. */
function markMerge(values: GridValue[][], merge: Rectangle, area: Area): void {
  const row = merge.row - area.row;
  const column = merge.column - area.column;
  if (typeof values[row]?.[column] !== 'number') return;
  for (const cells of values.slice(row, row + merge.rows)) cells.fill({ merged: true }, column, column + merge.columns);
}

function nameRows(grid: Grid, reading: WorksheetReading): (string | null)[] {
  const labels = reading.columns.flatMap(({ role }, index) => (role === 'label' ? [index] : []));
  return grid.values.map((row) => {
    const name = labels.map((column) => row[column]).find((value) => typeof value === 'string' && value.trim() !== '');
    return typeof name === 'string' ? name.trim() : null;
  });
}
