import { cellEntry } from '../core/sheet-plan/cell-entry';
import { type PlannedSheet } from '../core/sheet-plan/plan';
import { type WorkbookOutcome } from './failures';
import { runExcel } from './run-excel';
import { queueRecordRemoval, queueStoreDeletion, rowKey, STORE_SHEET, type StoreContents } from './store';
import { decodeHead, HEAD_CELLS, type ImportState } from './store-records';
import { areasOf } from './write-cells';

/** What a failed import may have written. Shape: `selectedSheet` is the user's sheet that the overview went to, null without. */
export interface WrittenTarget {
  readonly state: ImportState;
  readonly sheets: readonly PlannedSheet[];
  readonly selectedSheet: string | null;
  readonly storeWasPresent: boolean;
}

const ATTEMPTS = 2;
const MOST_STORE_ROWS = 400;

/**
 * Takes back what a failed import wrote, and only that: a sheet or a cell that says anything else is somebody's and stays.
 * Says what it found: nothing was written, everything was removed, or it could not be seen.
 */
export async function undoWriting(written: WrittenTarget, options: { readonly timeoutMs?: number }): Promise<WorkbookOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await runExcel(options, (context) => removeOwn(context, written)).catch(() => null);
    if (outcome !== null) return outcome;
  }
  return 'unknown';
}

async function removeOwn(context: Excel.RequestContext, written: WrittenTarget): Promise<WorkbookOutcome> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name');
  tables.load('items/name');
  const store = worksheets.getItemOrNullObject(STORE_SHEET);
  store.load('name');
  const heads = store.getRangeByIndexes(0, 0, MOST_STORE_ROWS, HEAD_CELLS);
  heads.load('values');
  await context.sync();

  const candidates = written.sheets.flatMap((plan) => {
    const isSelected = written.selectedSheet !== null && plan.role === 'overview';
    const name = isSelected ? (written.selectedSheet ?? '') : plan.name;
    if (!worksheets.items.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return [];
    const sheet = worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('values,rowIndex,columnIndex');
    return [{ plan, sheet, used, isSelected }];
  });
  await context.sync();

  let removed = 0;
  let isForeign = false;
  for (const { plan, sheet, used, isSelected } of candidates) {
    const cells = used.isNullObject ? [] : foundCells(used.values as unknown[][], used.rowIndex, used.columnIndex);
    const own = ownCells(plan, cells);
    if (isSelected) {
      for (const table of plan.tables) if (tables.items.some(({ name }) => name === table.name)) tables.getItem(table.name).convertToRange();
      for (const { row, column } of own) sheet.getRangeByIndexes(row, column, 1, 1).clear();
      removed += own.length;
    } else if (own.length === cells.length) {
      sheet.delete();
      removed += 1;
    } else isForeign = true;
  }
  for (const name of written.state.names) {
    if (names.items.some((item) => item.name === name)) names.getItem(name).delete();
  }
  removed += queueStoreRemoval(written, store, store.isNullObject ? [] : (heads.values as unknown[][]));
  await context.sync();
  if (isForeign) return 'unknown';
  return removed === 0 ? 'unchanged' : 'restored';
}

function queueStoreRemoval(written: WrittenTarget, store: Excel.Worksheet, heads: readonly (readonly unknown[])[]): number {
  if (heads.length === 0) return 0;
  if (!written.storeWasPresent) {
    queueStoreDeletion(store);
    return 1;
  }
  let removed = 0;
  heads.forEach((cells, row) => {
    const head = decodeHead(cells);
    if (head === null || head === 'damaged' || head.importId !== written.state.importId) return;
    queueRecordRemoval(store, { row, chunks: head.chunks });
    removed += 1;
  });
  return removed;
}

/**
 * Takes back a sheet that a failed action made, when it holds nothing but what was planned for it. Says what it found, as after a failed import.
 */
export async function undoSheet(plan: PlannedSheet, options: { readonly timeoutMs?: number }): Promise<WorkbookOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await runExcel(options, (context) => removeSheet(context, plan)).catch(() => null);
    if (outcome !== null) return outcome;
  }
  return 'unknown';
}

async function removeSheet(context: Excel.RequestContext, plan: PlannedSheet): Promise<WorkbookOutcome> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(plan.name);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('values,rowIndex,columnIndex');
  await context.sync();
  if (sheet.isNullObject) return 'unchanged';
  const cells = used.isNullObject ? [] : foundCells(used.values as unknown[][], used.rowIndex, used.columnIndex);
  if (ownCells(plan, cells).length < cells.length) return 'unknown';
  sheet.delete();
  await context.sync();
  return 'restored';
}

interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
}

function foundCells(values: readonly (readonly unknown[])[], firstRow: number, firstColumn: number): FoundCell[] {
  return values.flatMap((cells, row) => cells.flatMap((value, column) => (value === '' ? [] : [{ row: firstRow + row, column: firstColumn + column, value }])));
}

/** The cells that say what was planned there; a planned formula may show anything. */
function ownCells(plan: PlannedSheet, cells: readonly FoundCell[]): FoundCell[] {
  const areas = areasOf(plan);
  return cells.filter(({ row, column, value }) =>
    areas.some((area) => {
      const planned = area.cells[row - area.row]?.[column - area.column];
      if (planned === undefined) return false;
      return planned.kind === 'formula' || cellEntry(planned).expected === value;
    }),
  );
}

/** Queues that what an unfinished import left is removed: its sheets, names and records, as far as they are there. */
export function clearUnfinished(context: Excel.RequestContext, state: ImportState, contents: StoreContents): void {
  const { worksheets, names } = context.workbook;
  for (const name of state.ownSheets) {
    if (worksheets.items.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) worksheets.getItem(name).delete();
  }
  for (const name of state.names) if (names.items.some((item) => item.name === name)) names.getItem(name).delete();
  const store = worksheets.getItem(STORE_SHEET);
  for (const kind of ['state', 'model'] as const) {
    const row = contents.rows.get(rowKey(state.importId, kind));
    if (row !== undefined) queueRecordRemoval(store, row);
  }
}
