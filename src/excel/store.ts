import { type Agreement } from '../core/budget/agreement';
import { type Failure } from '../core/failure';
import { FailureSignal } from './failures';
import { sendQueued, type RequestBudget } from './run-excel';
import { decodeHead, decodeJson, encodeRow, HEAD_CELLS, parseModel, parseState, STORE_VERSION, type DecodedHead, type ImportRecord, type ImportState } from './store-records';

/** The very-hidden sheet that carries the imported agreements with the workbook. */
export const STORE_SHEET = 'ReserveData';

/** Rows that the store can use: two for each import. */
const MOST_ROWS = 400;

/** Bytes of stored text to read in one answer, well under Excel's 5 MB. */
const READ_BUDGET = 3_000_000;
const LARGEST_ROW_CHUNKS = 400;

/** The store as it was found: the imports and the row of each record. */
export interface StoreContents {
  readonly isPresent: boolean;
  readonly imports: readonly ImportRecord[];
  /** Imports that were begun and never finished: what they wrote is to be removed. */
  readonly unfinished: readonly ImportState[];
  readonly rows: ReadonlyMap<string, StoredRow>;
}

/** Where a record stands and how many chunks it takes there. Shape: `row` 0-based. */
export interface StoredRow {
  readonly row: number;
  readonly chunks: number;
}

/** Records that were read before, by hash, so that an unchanged store is not read again after every edit. */
export class ModelCache {
  private readonly models = new Map<string, Agreement>();
  private readonly states = new Map<string, ImportState>();

  get(hash: string): Agreement | undefined {
    return this.models.get(hash);
  }

  set(hash: string, agreement: Agreement): void {
    this.models.set(hash, agreement);
  }

  state(hash: string): ImportState | undefined {
    return this.states.get(hash);
  }

  /** Remembers the states of a workbook; those that it no longer has are forgotten. */
  rememberStates(states: ReadonlyMap<string, ImportState>): void {
    this.states.clear();
    for (const [hash, state] of states) this.states.set(hash, state);
  }
}

/** The key of a record's row. */
export function rowKey(importId: string, kind: 'state' | 'model'): string {
  return `${importId}/${kind}`;
}

/**
 * All imports of the workbook. Takes one sync, one more for records that were not read before, more only beyond some 3 MB.
 * Errors: signals `store-damaged` when a record cannot be trusted and `store-newer` when a newer Reserve wrote it.
 */
export async function readStore(context: Excel.RequestContext, cache: ModelCache): Promise<StoreContents> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(STORE_SHEET);
  sheet.load('name');
  const heads = sheet.getRangeByIndexes(0, 0, MOST_ROWS, HEAD_CELLS);
  heads.load('values');
  await context.sync();
  if (sheet.isNullObject) return { isPresent: false, imports: [], unfinished: [], rows: new Map() };
  return readRecords(context, cache, sheet, heads.values as unknown[][] | null);
}

async function readRecords(context: Excel.RequestContext, cache: ModelCache, sheet: Excel.Worksheet, values: unknown[][] | null): Promise<StoreContents> {
  if (values === null) throw new FailureSignal(damaged());
  const found = values.flatMap((cells, row) => {
    const head = decodeHead(cells);
    if (head === null) return [];
    if (head === 'damaged' || head.chunks > LARGEST_ROW_CHUNKS) throw new FailureSignal(damaged());
    if (head.version > STORE_VERSION) throw new FailureSignal({ code: 'store-newer', version: head.version });
    return [{ head, row }];
  });
  const missing = found.filter(({ head }) => (head.kind === 'state' ? cache.state(head.hash) : cache.get(head.hash)) === undefined);
  const jsons = await readChunks(context, sheet, missing);
  const byHash = new Map(found.flatMap(({ head, row }) => (head.kind === 'state' ? [[head.hash, cache.state(head.hash) ?? orDamaged(parseState(jsons.get(row) ?? ''))] as const] : [])));
  cache.rememberStates(byHash);
  const states = [...byHash.values()];
  const modelOf = (importId: string): Agreement => {
    const { head, row } = orDamaged(found.find((candidate) => candidate.head.kind === 'model' && candidate.head.importId === importId));
    return cache.get(head.hash) ?? keep(cache, head, parseModel(jsons.get(row) ?? ''));
  };
  return {
    isPresent: true,
    imports: states.filter((state) => state.status === 'complete').map((state) => ({ state, agreement: modelOf(state.importId) })),
    unfinished: states.filter((state) => state.status === 'writing'),
    rows: new Map(found.map(({ head, row }) => [rowKey(head.importId, head.kind), { row, chunks: head.chunks }])),
  };
}

interface FoundRow {
  readonly head: DecodedHead;
  readonly row: number;
}

/** The JSON texts of rows, read in as few answers as Excel's limit allows; a row that is damaged has none. */
async function readChunks(context: Excel.RequestContext, sheet: Excel.Worksheet, rows: readonly FoundRow[]): Promise<Map<number, string>> {
  const jsons = new Map<number, string>();
  for (const group of groupsWithin(rows, READ_BUDGET)) {
    const ranges = group.map(({ head, row }) => {
      const range = sheet.getRangeByIndexes(row, HEAD_CELLS, 1, head.chunks);
      range.load('values');
      return range;
    });
    await sendQueued(context);
    for (const [index, { head, row }] of group.entries()) {
      const cells = ranges[index]?.values as unknown[][] | null | undefined;
      const json = await decodeJson(head, cells?.[0] ?? []);
      if (json !== null) jsons.set(row, json);
    }
  }
  return jsons;
}

function groupsWithin(rows: readonly FoundRow[], budget: number): FoundRow[][] {
  const groups: FoundRow[][] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = row.head.chunks * 33_000;
    const last = groups.at(-1);
    if (last === undefined || size + bytes > budget) {
      groups.push([row]);
      size = bytes;
    } else {
      last.push(row);
      size += bytes;
    }
  }
  return groups;
}

/** The first rows that no record uses. Shape: 0-based. */
export function freeRows(contents: StoreContents, count: number): number[] {
  const used = new Set([...contents.rows.values()].map(({ row }) => row));
  const free: number[] = [];
  for (let row = 0; free.length < count; row += 1) if (!used.has(row)) free.push(row);
  return free;
}

/** Queues the store's sheet, very hidden, when it is not there yet. */
export function queueStoreSheet(context: Excel.RequestContext, isPresent: boolean): Excel.Worksheet {
  if (isPresent) return context.workbook.worksheets.getItem(STORE_SHEET);
  const sheet = context.workbook.worksheets.add(STORE_SHEET);
  sheet.visibility = 'VeryHidden';
  return sheet;
}

/** Queues that the store's sheet goes. Source: Excel deletes no very hidden sheet. */
export function queueStoreDeletion(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}

/** Cells of a record to write in one piece. */
const SLICE_CELLS = 30;

/** A record as it was queued. Shape: `row` 0-based, `cells` from the first column. */
export interface QueuedRecord {
  readonly row: number;
  readonly cells: readonly (string | number)[];
}

/** Queues a record's row; what a longer earlier one left is cleared. */
export async function queueRecord(sheet: Excel.Worksheet, at: { readonly row: number; readonly chunks: number }, importId: string, kind: 'state' | 'model', value: unknown, budget: RequestBudget): Promise<QueuedRecord> {
  const cells = await encodeRow(importId, kind, JSON.stringify(value));
  const surplus = at.chunks + HEAD_CELLS - cells.length;
  if (surplus > 0) sheet.getRangeByIndexes(at.row, cells.length, 1, surplus).clear();
  for (let start = 0; start < cells.length; start += SLICE_CELLS) {
    const slice = cells.slice(start, start + SLICE_CELLS);
    await budget.reserve(bytesOf(slice));
    const target = sheet.getRangeByIndexes(at.row, start, 1, slice.length);
    target.numberFormat = [slice.map((cell) => (typeof cell === 'string' ? '@' : 'General'))];
    target.values = [slice];
  }
  return { row: at.row, cells };
}

/** Queues that a record is read back; the answer says after the next sync whether it stands as it was meant. */
export async function queueRecordReadBack(sheet: Excel.Worksheet, record: QueuedRecord, budget: RequestBudget): Promise<() => boolean> {
  const slices: { range: Excel.Range; cells: readonly (string | number)[] }[] = [];
  for (let start = 0; start < record.cells.length; start += SLICE_CELLS) {
    const cells = record.cells.slice(start, start + SLICE_CELLS);
    await budget.reserve(bytesOf(cells));
    const found = sheet.getRangeByIndexes(record.row, start, 1, cells.length);
    found.load('values');
    slices.push({ range: found, cells });
  }
  return () => slices.every(({ range, cells }) => cells.every((cell, index) => (range.values as unknown[][] | null)?.[0]?.[index] === cell));
}

function bytesOf(cells: readonly (string | number)[]): number {
  return cells.reduce<number>((sum, cell) => sum + String(cell).length + 10, 0);
}

/** Queues that a record's row is emptied; the row stays, so that others keep their places. */
export function queueRecordRemoval(sheet: Excel.Worksheet, at: StoredRow): void {
  sheet.getRangeByIndexes(at.row, 0, 1, HEAD_CELLS + at.chunks).clear();
}

/** A record like one that was found, for a state that changed. */
export function rowOfRecord(contents: StoreContents, importId: string, kind: 'state' | 'model'): StoredRow {
  const found = contents.rows.get(rowKey(importId, kind));
  if (found === undefined) throw new Error(`The store has no ${kind} of import ${importId}`);
  return found;
}

function keep(cache: ModelCache, head: DecodedHead, agreement: Agreement | null): Agreement {
  const model = orDamaged(agreement);
  cache.set(head.hash, model);
  return model;
}

function orDamaged<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new FailureSignal(damaged());
  return value;
}

function damaged(): Failure {
  return { code: 'store-damaged' };
}
