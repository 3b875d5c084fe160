import { type Agreement } from '../core/budget/agreement';
import { fail, succeed, type Result } from '../core/failure';
import { queryComments, resolveComments, type PlacedComment } from './flags';
import { failureOf } from './failures';
import { runExcel } from './run-excel';
import { queueRecordRemoval, queueStoreDeletion, readStore, rowOfRecord, STORE_SHEET, type ModelCache, type StoreContents } from './store';
import { type ImportState } from './store-records';

/** Rows that an overview has above its table: title, source, sums. */
const HEAD_ROWS = 3;

/** What a removal needs. */
export interface RemovalSettings {
  readonly cache: ModelCache;
  readonly timeoutMs?: number;
  /** Called with the agreements that remain, before the workbook is calculated again. */
  readonly beforeRecalculation: (remaining: readonly Agreement[]) => void;
}

/**
 * Takes an import back whole: its sheets, tables, names, flags and stored model, in one undo step where Excel offers it.
 * An import that is not there any more is removed already.
 */
export async function removeImport(importId: string, settings: RemovalSettings): Promise<Result<null>> {
  const timeout = settings.timeoutMs === undefined ? {} : { timeoutMs: settings.timeoutMs };
  try {
    await runExcel({ isUserStarted: true, mergesUndo: true, ...timeout }, (context) => runRemoval(context, importId, settings));
    return succeed(null);
  } catch (error) {
    const isGone = await runExcel(timeout, (context) => isRemoved(context, importId, settings.cache)).catch(() => null);
    if (isGone === true) return succeed(null);
    return fail(failureOf(error, isGone === false ? 'unchanged' : 'unknown'));
  }
}

async function isRemoved(context: Excel.RequestContext, importId: string, cache: ModelCache): Promise<boolean> {
  const contents = await readStore(context, cache);
  return !contents.imports.some(({ state }) => state.importId === importId);
}

async function runRemoval(context: Excel.RequestContext, importId: string, settings: RemovalSettings): Promise<void> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name,items/visibility');
  names.load('items/name');
  tables.load('items/name');
  context.workbook.comments.load('items/id,items/content');
  const contents = await readStore(context, settings.cache);
  const record = contents.imports.find(({ state }) => state.importId === importId);
  if (record === undefined) return;
  const { state } = record;
  const ownTables = state.tables.filter((stored) => tables.items.some(({ name }) => name === stored.name)).map((stored) => {
    const table = tables.getItem(stored.name);
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    table.worksheet.load('name');
    return { table, range };
  });
  const comments = queryComments(context.workbook.comments.items);
  await context.sync();

  const doomed = sheetsToDelete(state, ownTables.map(({ table }) => table.worksheet.name), worksheets.items.map(({ name }) => name));
  for (const name of state.names) if (names.items.some((item) => item.name === name)) names.getItem(name).delete();
  for (const own of ownTables) {
    if (!doomed.includes(own.table.worksheet.name)) await clearTable(context, own, resolveComments(comments));
  }
  if (!worksheets.items.some(({ name, visibility }) => visibility === 'Visible' && !doomed.includes(name))) worksheets.add();
  for (const name of doomed) worksheets.getItem(name).delete();
  queueStoreRemoval(worksheets, contents, importId);
  await context.sync();

  settings.beforeRecalculation(contents.imports.filter(({ state: other }) => other.importId !== importId).map(({ agreement }) => agreement));
  context.workbook.application.calculate('Full');
  await context.sync();
}

/** The sheets that go: those the import made, under the names they have now as far as their tables tell. */
function sheetsToDelete(state: ImportState, tableSheets: readonly string[], existing: readonly string[]): string[] {
  const renamed = tableSheets.filter((name) => name !== state.target?.sheet);
  return [...new Set([...renamed, ...state.ownSheets.filter((name) => existing.includes(name))])];
}

interface OwnTable {
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

/** Clears a table in a sheet of the user's with its flags, and the rows above it as far as they are the import's own. */
async function clearTable(context: Excel.RequestContext, { table, range }: OwnTable, comments: readonly PlacedComment[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(table.worksheet.name);
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const head = rowIndex < HEAD_ROWS ? null : sheet.getRangeByIndexes(rowIndex - HEAD_ROWS, columnIndex, HEAD_ROWS, columnCount);
  head?.load('values,formulas');
  if (head !== null) await context.sync();
  for (const { comment, sheetName, row, column } of comments) {
    const isInside = row >= rowIndex && row < rowIndex + rowCount && column >= columnIndex && column < columnIndex + columnCount;
    if (sheetName === table.worksheet.name && isInside) comment.delete();
  }
  table.convertToRange();
  sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount).clear();
  if (head !== null && isOwnHead(head.formulas as unknown[][])) head.clear();
}

/** Title, source line and sums: the title and the source stand alone, and every number of the third row is a sum. */
function isOwnHead(rows: readonly (readonly unknown[])[]): boolean {
  const [title = [], source = [], sums = []] = rows;
  const isAlone = (row: readonly unknown[]): boolean => row.every((cell, column) => (column === 0) === (cell !== ''));
  return isAlone(title) && isAlone(source) && sums.every((cell) => typeof cell === 'string');
}

function queueStoreRemoval(worksheets: Excel.WorksheetCollection, contents: StoreContents, importId: string): void {
  const store = worksheets.getItem(STORE_SHEET);
  if (contents.imports.length === 1) {
    queueStoreDeletion(store);
    return;
  }
  for (const kind of ['state', 'model'] as const) queueRecordRemoval(store, rowOfRecord(contents, importId, kind));
}
