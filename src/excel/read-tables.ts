import { type CellFill, readHeadings, readRowIds, type SheetTable, type WrittenTable } from '../core/sheet-plan/written/sheet-table';
import { CHECK_ROW, PRINTED_ROW, YEAR_TOTAL_ROW } from '../core/sheet-plan/written/figure-place';
import { identifyRows } from '../core/sheet-plan/written/identify-rows';
import { type PlannedTable } from '../core/sheet-plan/plan';
import { sendQueued } from './run-excel';

/** Bytes of one answer. Source: well under 1 MB, which a pane takes in without a pause. */
const ANSWER_BYTES = 800_000;

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
  return { written, table, header, body, worksheet, planned };
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

const FILL: Excel.CellPropertiesLoadOptions = { format: { fill: { color: true, pattern: true, patternColor: true } } };

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

/** How the reading goes on: how far it is, and whether it is to stop. */
export interface ReadingProgress {
  readonly onPart: (done: number, total: number) => void;
  /** Errors: signals that the reading was cancelled. */
  readonly stopIfAsked: () => void;
}

interface Piece {
  readonly query: TableQuery;
  readonly offset: number;
  readonly rows: number;
  readonly bytes: number;
}

interface ReadPiece extends Piece {
  readonly range: Excel.Range;
  readonly cells: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
  readonly visibility: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
}

interface TableRows {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly formats: string[][];
  readonly fills: (CellFill | null)[][];
  readonly hiddenRows: number[];
}

/**
 * The tables that were queried, with their cells; those that are gone are left out. Takes one sync for all of them together,
 * and one more for each 800 kB beyond. Errors: signals when an answer is refused for its size, which is never "no differences".
 */
export async function readTables(context: Excel.RequestContext, queries: readonly TableQuery[], progress: ReadingProgress, refuse: () => never): Promise<SheetTable[]> {
  const present = queries.filter(({ table }) => !table.isNullObject);
  const batches = batchesOf(present.flatMap(piecesOf));
  const rows = new Map<TableQuery, TableRows>(present.map((query) => [query, { values: [], formulas: [], formats: [], fills: [], hiddenRows: [] }]));
  for (const [index, batch] of batches.entries()) {
    progress.stopIfAsked();
    progress.onPart(index, batches.length);
    const pieces = batch.map((piece) => queryPiece(context, piece));
    await sendQueued(context);
    for (const piece of pieces) takePiece(piece, rows.get(piece.query), refuse);
  }
  if (batches.length === 0) await sendQueued(context);
  progress.onPart(batches.length, batches.length);
  return present.map((query) => tableOf(query, rows.get(query)));
}

function footerRows({ hasFooter }: WrittenTable): number {
  return hasFooter === true ? FOOTER_ROWS : 0;
}

/** A single initiative's table is read with the two rows below it. */
function rowsOf({ written, body }: TableQuery): number {
  return body.rowCount + footerRows(written);
}

function piecesOf(query: TableQuery): Piece[] {
  const { written, header } = query;
  const bytesOfRow = headingsOf(header).reduce((sum, heading) => {
    if (written.role === 'findings') return sum + FINDING_BYTES;
    const column = written.columns.find((candidate) => candidate.header === heading);
    const formulas = column?.formulas === undefined ? [] : Object.values(column.formulas);
    const formula = Math.max(column?.formula?.length ?? 0, ...formulas.slice(0, 20).map(({ length }) => length));
    return sum + (formula > 0 || /^\d+$/.test(heading) ? FIGURE_BYTES + formula : TEXT_BYTES);
  }, 0);
  const step = Math.max(1, Math.floor(ANSWER_BYTES / Math.max(1, bytesOfRow)));
  const count = rowsOf(query);
  const pieces: Piece[] = [];
  for (let offset = 0; offset < count; offset += step) {
    const rows = Math.min(step, count - offset);
    pieces.push({ query, offset, rows, bytes: rows * bytesOfRow });
  }
  return pieces;
}

/** Pieces in groups that fit one answer, in order. */
function batchesOf(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let bytes = 0;
  for (const piece of pieces) {
    const last = batches.at(-1);
    if (last === undefined || bytes + piece.bytes > ANSWER_BYTES) {
      batches.push([piece]);
      bytes = piece.bytes;
    } else {
      last.push(piece);
      bytes += piece.bytes;
    }
  }
  return batches;
}

function queryPiece(context: Excel.RequestContext, piece: Piece): ReadPiece {
  const { worksheet, body, written } = piece.query;
  const range = context.workbook.worksheets.getItem(worksheet.id).getRangeByIndexes(body.rowIndex + piece.offset, body.columnIndex, piece.rows, body.columnCount);
  if (written.role === 'findings') {
    range.load('values');
    return { ...piece, range, cells: null, visibility: null };
  }
  range.load('values,formulas,numberFormat');
  return { ...piece, range, cells: range.getCellProperties(FILL), visibility: range.getRowProperties({ rowHidden: true }) };
}

function takePiece({ range, cells, visibility, offset }: ReadPiece, into: TableRows | undefined, refuse: () => never): void {
  const values = range.values as unknown[][] | null;
  if (values === null || into === undefined) refuse();
  into.values.push(...values);
  if (cells === null || visibility === null) return;
  const formulas = range.formulas as unknown[][] | null;
  if (formulas === null) refuse();
  into.formulas.push(...formulas);
  into.formats.push(...(range.numberFormat as string[][]));
  into.fills.push(...cells.value.map((row) => row.map((cell) => fillOf(cell.format?.fill))));
  visibility.value.forEach((row, index) => {
    if (row.rowHidden === true) into.hiddenRows.push(offset + index);
  });
}

/** The headings of a table that was queried. */
export function headingsOf(header: Excel.Range): string[] {
  return (header.values[0] ?? []).map((heading: unknown) => String(heading).trim());
}

function tableOf({ written, header, body, worksheet, planned }: TableQuery, rows: TableRows | undefined): SheetTable {
  const headers = headingsOf(header);
  const { keys, renamed } = readHeadings(headers, written.columns);
  const { values = [], formulas = [], formats = [], fills = [], hiddenRows = [] } = rows ?? {};
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
    hiddenRows,
    renamed,
  };
}

/** An import's rows bear their id, and are known by their texts where that column is gone; a single initiative's are known by their source, of rows with one source by their order. */
function rowIdsOf(written: WrittenTable, keys: readonly (string | null)[], values: readonly (readonly unknown[])[], planned: () => PlannedTable | null): string[] {
  const textsOf = (key: string, rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => String(row[keys.indexOf(key)] ?? '').trim());
  if (written.role === 'findings') return textsOf('id', values);
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

/** A cell's own fill; null for none. Source: Excel reports no fill as white, or as an empty text, without a pattern; a white fill has the pattern "Solid". */
function fillOf(fill: Excel.CellPropertiesFill | undefined): CellFill | null {
  const shown = (fill?.pattern as string | null | undefined) ?? null;
  const color = (fill?.color ?? '').toUpperCase();
  const own = color === '' || (color === '#FFFFFF' && shown !== 'Solid') ? null : color;
  const pattern = shown === null || shown === 'None' || shown === 'Solid' ? null : shown;
  if (own === null && pattern === null) return null;
  return { color: own, pattern, patternColor: pattern === null ? null : (fill?.patternColor ?? null) };
}
