import { type Agreement } from '../../core/budget/agreement';
import { FailureSignal } from '../requests/failures';
import { sendQueued, type RequestBudget } from '../requests/run-excel';
import { decodeHead, decodeJson, encodeRow, HEAD_CELLS, parseModel, parseState, STORE_SHEET, STORE_VERSION, isEarlierId, type DecodedHead, type ImportRecord, type ImportState } from '../../core/import-store/store-records';
import { type ReadBack } from '../writing/read-back';
import { sha256Hex } from './sha256';

/** Imports that a workbook can carry, each with two rows of the store. */
export const MOST_IMPORTS = 200;
const MOST_ROWS = 2 * MOST_IMPORTS;

/** Bytes of stored text to read in one answer, well under Excel's 5 MB. */
const READ_BUDGET = 3_000_000;
const LARGEST_ROW_CHUNKS = 400;

/** The store as it was found: the imports and the row of each record. */
export interface StoreContents {
  readonly isPresent: boolean;
  /** Whether a sheet of the user's bears the store's name: it is neither read nor written to. */
  readonly isNameTaken: boolean;
  /** Whether the store's sheet is what an attempt of the same action left, which Excel refused to make one undo step of: empty, and to be hidden. */
  readonly isLeftOver?: true;
  readonly imports: readonly ImportRecord[];
  /** Editions in whose place another stands, the first taken over first: they answer to their own names. */
  readonly earlier: readonly ImportRecord[];
  /** Imports that were begun and never finished: what they wrote is to be removed. */
  readonly unfinished: readonly ImportRecord[];
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** Rows that cannot be trusted: they are set aside, neither used nor written over. Shape: 0-based. */
  readonly damagedRows: readonly number[];
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

/** The editions that stood in an import's place before. */
export function editionsBefore({ earlier }: StoreContents, importId: string): readonly ImportRecord[] {
  return earlier.filter(({ state }) => isEarlierId(state.importId, importId));
}

/** Everything that the store knows of: what was imported, and the editions that stood in its place. */
export function recordsOf({ imports, earlier }: StoreContents): ImportRecord[] {
  return [...imports, ...earlier];
}

/** The key of a record's row. */
export function rowKey(importId: string, kind: 'state' | 'model'): string {
  return `${importId}/${kind}`;
}

/**
 * All imports of the workbook. Takes one sync, one more for records that were not read before, more only beyond some 3 MB.
 * Shape: `wasBegun` where an attempt of the same action may have made the sheet before Excel refused it.
 * Errors: signals `store-newer` when a newer Reserve wrote it; a record that cannot be trusted is set aside, with the other record of its import.
 */
export async function readStore(context: Excel.RequestContext, cache: ModelCache, wasBegun = false): Promise<StoreContents> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(STORE_SHEET);
  sheet.load('name,visibility');
  const heads = sheet.getRangeByIndexes(0, 0, MOST_ROWS, HEAD_CELLS);
  heads.load('values');
  const used = wasBegun ? sheet.getUsedRangeOrNullObject(true) : null;
  used?.load('address');
  await context.sync();
  if (sheet.isNullObject) return { ...NO_STORE, isNameTaken: false };
  if (used?.isNullObject === true) return { ...NO_STORE, isPresent: true, isNameTaken: false, isLeftOver: true };
  const values = heads.values as unknown[][] | null;
  if (sheet.visibility === 'Visible' && values !== null && readHeads(values).found.length === 0) return { ...NO_STORE, isNameTaken: true };
  return readRecords(context, cache, sheet, values);
}

const NO_STORE = { isPresent: false, imports: [], earlier: [], unfinished: [], rows: new Map<string, StoredRow>(), damagedRows: [] };

async function readRecords(context: Excel.RequestContext, cache: ModelCache, sheet: Excel.Worksheet, values: unknown[][] | null): Promise<StoreContents> {
  if (values === null) throw new FailureSignal({ code: 'host', hostCode: 'ResponsePayloadSizeLimitExceeded', workbook: 'unchanged' });
  const { found, damaged } = readHeads(values);
  const isKnown = ({ head }: FoundRow): boolean => (head.kind === 'state' ? cache.state(head.hash) : cache.get(head.hash)) !== undefined;
  const jsons = await readChunks(context, sheet, found.filter((row) => !isKnown(row)));
  const states = new Map<string, ImportState>();
  const models = new Map<string, Agreement>();
  for (const { head, row } of found) {
    const json = jsons.get(row) ?? '';
    const state = head.kind === 'state' ? (cache.state(head.hash) ?? parseState(json, head.version)) : null;
    const model = head.kind === 'model' ? (cache.get(head.hash) ?? parseModel(json)) : null;
    if (state !== null) states.set(head.hash, state);
    if (model !== null) models.set(head.importId, model);
    if (model !== null) cache.set(head.hash, model);
  }
  cache.rememberStates(states);
  const records = [...states.values()].flatMap((state): ImportRecord[] => {
    const agreement = models.get(state.importId);
    return agreement === undefined ? [] : [{ state, agreement }];
  });
  const whole = new Set(records.map(({ state }) => state.importId));
  const setAside = found.filter(({ head }) => !whole.has(head.importId)).map(({ row }) => row);
  return {
    isPresent: true,
    isNameTaken: false,
    imports: records.filter(({ state }) => state.status === 'complete'),
    earlier: records.filter(({ state }) => state.status === 'superseded'),
    unfinished: records.filter(({ state }) => state.status === 'writing'),
    rows: new Map(found.flatMap(({ head, row }) => (whole.has(head.importId) ? [[rowKey(head.importId, head.kind), { row, chunks: head.chunks }] as const] : []))),
    damagedRows: [...damaged, ...setAside],
  };
}

/** The heads of the store's rows, and the rows that are no records though something stands in them. Errors: signals `store-newer`. */
function readHeads(values: readonly (readonly unknown[])[]): { readonly found: readonly FoundRow[]; readonly damaged: readonly number[] } {
  const found: FoundRow[] = [];
  const damaged: number[] = [];
  values.forEach((cells, row) => {
    const head = decodeHead(cells);
    if (head === null) return;
    if (head === 'damaged' || !(head.chunks >= 1 && head.chunks <= LARGEST_ROW_CHUNKS)) damaged.push(row);
    else if (head.version > STORE_VERSION) throw new FailureSignal({ code: 'store-newer', version: head.version });
    else found.push({ head, row });
  });
  return { found, damaged };
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
      const json = await decodeJson(head, cells?.[0] ?? [], sha256Hex);
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

/** The first rows in which nothing stands. Shape: 0-based. Errors: signals `store-full` where no further import would be read again, `store-sheet-taken` where the user has a sheet of the store's name. */
export function freeRows(contents: StoreContents, count: number): number[] {
  if (contents.isNameTaken) throw new FailureSignal({ code: 'store-sheet-taken', sheet: STORE_SHEET });
  const used = new Set([...[...contents.rows.values()].map(({ row }) => row), ...contents.damagedRows]);
  const free: number[] = [];
  for (let row = 0; free.length < count; row += 1) if (!used.has(row)) free.push(row);
  if (free.some((row) => row >= MOST_ROWS)) throw new FailureSignal({ code: 'store-full', limit: MOST_IMPORTS });
  return free;
}

/** Queues the store's sheet, very hidden, when it is not there yet. */
export function queueStoreSheet(context: Excel.RequestContext, { isPresent, isLeftOver }: Pick<StoreContents, 'isPresent' | 'isLeftOver'>): Excel.Worksheet {
  const { worksheets } = context.workbook;
  if (isPresent && isLeftOver !== true) return worksheets.getItem(STORE_SHEET);
  const sheet = isPresent ? worksheets.getItem(STORE_SHEET) : worksheets.add(STORE_SHEET);
  sheet.visibility = 'VeryHidden';
  return sheet;
}

/** Queues that the store's sheet goes. Source: Excel deletes no very hidden sheet. */
export function queueStoreDeletion(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}

/** Bytes of a request around the cells of one piece. */
const REQUEST_FRAME = 1000;

/** Cells of a record to write in one piece. */
const SLICE_CELLS = 30;

/** A record as it was queued. Shape: `cells` from the first column. */
export interface QueuedRecord {
  readonly cells: readonly (string | number)[];
}

/** Queues a record's row; what a longer earlier one left is cleared. Shape: `readBack` notes its cells. */
export async function queueRecord(sheet: Excel.Worksheet, at: { readonly row: number; readonly chunks: number }, importId: string, kind: 'state' | 'model', value: unknown, budget: RequestBudget, readBack?: ReadBack): Promise<QueuedRecord> {
  const cells = await encodeRow(importId, kind, JSON.stringify(value), sha256Hex);
  const surplus = at.chunks + HEAD_CELLS - cells.length;
  if (surplus > 0) sheet.getRangeByIndexes(at.row, cells.length, 1, surplus).clear();
  for (let start = 0; start < cells.length; start += SLICE_CELLS) {
    const slice = cells.slice(start, start + SLICE_CELLS);
    await budget.reserve(bytesOf(slice));
    const target = sheet.getRangeByIndexes(at.row, start, 1, slice.length);
    target.numberFormat = [slice.map((cell) => (typeof cell === 'string' ? '@' : 'General'))];
    target.values = [slice];
    readBack?.note(() => sheet.getRangeByIndexes(at.row, start, 1, slice.length), [slice]);
  }
  return { cells };
}

/** Bytes that cells take in a request: their quotation marks are escaped there. */
function bytesOf(cells: readonly (string | number)[]): number {
  return new TextEncoder().encode(JSON.stringify(cells)).length + REQUEST_FRAME;
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
