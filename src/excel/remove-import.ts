import { type Agreement } from '../core/budget/agreement';
import { fail, succeed, type Result } from '../core/failure';
import { sheetText } from '../core/sheet-plan/sheet-texts';
import { type WrittenTable } from '../core/sheet-plan/sheet-table';
import { isFlagComment } from './flag-marks';
import { queryComments, resolveComments, type PlacedComment } from './flags';
import { failureOf } from './failures';
import { runExcel, sendQueued } from './run-excel';
import { queueRecordRemoval, queueStoreDeletion, readStore, rowOfRecord, STORE_SHEET, type ModelCache, type StoreContents } from './store';
import { type ImportState } from './store-records';

/** Rows that an overview has above its table: title, source, sums. */
const HEAD_ROWS = 3;

/** Rows that a single initiative's table has above it and, where its total row is a sum, below. */
const CAPTION_ROWS = 1;
const FOOT_ROWS = 2;

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
    return { table, range, stored };
  });
  const comments = queryComments(context.workbook.comments.items);
  await context.sync();

  const ownSheetTables = ownTables.filter(({ stored: { role } }) => role !== 'initiative');
  const doomed = sheetsToDelete(state, ownSheetTables.map(({ table }) => table.worksheet.name), worksheets.items.map(({ name }) => name));
  for (const name of state.names) if (names.items.some((item) => item.name === name)) names.getItem(name).delete();
  for (const own of ownTables) {
    if (!doomed.includes(own.table.worksheet.name)) await clearTable(context, own, record.agreement, resolveComments(comments));
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
  readonly stored: WrittenTable;
}

/** Clears a table in a sheet of the user's with its flags, and the rows above and below it as far as they are the import's own. */
async function clearTable(context: Excel.RequestContext, { table, range, stored }: OwnTable, agreement: Agreement, comments: readonly PlacedComment[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(table.worksheet.name);
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const headRows = stored.role === 'initiative' ? CAPTION_ROWS : HEAD_ROWS;
  const footRows = stored.hasFooter === true ? FOOT_ROWS : 0;
  const head = rowIndex < headRows ? null : sheet.getRangeByIndexes(rowIndex - headRows, columnIndex, headRows, columnCount);
  const foot = footRows === 0 ? null : sheet.getRangeByIndexes(rowIndex + rowCount, columnIndex, footRows, columnCount);
  head?.load('values,formulas');
  foot?.load('values');
  if (head !== null || foot !== null) await sendQueued(context);
  for (const { comment, content, sheetName, row, column } of comments) {
    const isInside = row >= rowIndex - headRows && row < rowIndex + rowCount + footRows && column >= columnIndex && column < columnIndex + columnCount;
    if (sheetName === table.worksheet.name && isInside && isFlagComment(content)) comment.delete();
  }
  table.convertToRange();
  sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount).clear();
  if (head !== null && isOwn(head, stored, agreement)) head.clear();
  if (foot !== null && isOwnFoot(foot.values as unknown[][])) foot.clear();
}

function isOwn(head: Excel.Range, stored: WrittenTable, agreement: Agreement): boolean {
  if (stored.role !== 'initiative') return isOwnHead(head.formulas as unknown[][]);
  const [first, ...rest] = (head.values as unknown[][])[0] ?? [];
  const initiative = agreement.initiatives[stored.initiative ?? -1];
  return rest.every((cell) => cell === '') && (first === initiative?.title || first === initiative?.caption?.text);
}

/** The printed totals and the checks of them, in either language. */
function isOwnFoot(rows: readonly (readonly unknown[])[]): boolean {
  const isLabel = (value: unknown, name: 'printedRow' | 'check'): boolean => value === sheetText(name, 'da') || value === sheetText(name, 'en');
  return isLabel(rows[0]?.[0], 'printedRow') && isLabel(rows[1]?.[0], 'check');
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
