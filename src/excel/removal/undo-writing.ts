import { type PlannedSheet } from '../../core/sheet-plan/plan';
import { type WorkbookOutcome } from '../requests/failures';
import { flagComment, type FlagMark, type FlagMarks } from '../../core/import-store/flag-marks';
import { queryCommentLists, queryComments, resolveComments } from '../writing/flags';
import { RequestBudget, runExcel, type RunSettings } from '../requests/run-excel';
import { frontRowOf } from './front-row';
import { queryFront, resolveFront } from '../front/read-front';
import { MOST_IMPORTS, queueRecordRemoval, queueStoreDeletion, readStore, rowKey, type ModelCache, type StoreContents } from '../remembered/store';
import { STORE_SHEET, type ImportState } from '../../core/import-store/store-records';
import { areasOf } from '../writing/write-cells';
import { chartsOf, contentOf, foreignThings, foundCells, queueCells, queueSheetCells, querySheet, type SheetContent } from './sheet-content';
import { queueTakingOut, type Removal } from './take-out';

/** What a failed import may have written. Shape: `selectedSheet` is the user's sheet that the overview went to, null without. */
export interface WrittenTarget {
  readonly state: ImportState;
  readonly sheets: readonly PlannedSheet[];
  readonly selectedSheet: string | null;
  readonly cache: ModelCache;
}

const ATTEMPTS = 2;

/**
 * Takes back what a failed import wrote, and only that: a sheet or a cell that says anything else is somebody's and stays, and so does what an
 * import that stands by now has of the same names.
 * Says what it found: nothing was written, everything was removed, or it could not be seen.
 */
export function undoWriting(written: WrittenTarget, options: RunSettings): Promise<WorkbookOutcome> {
  const { sheets, selectedSheet, state, cache } = written;
  return tryTwice(options, async (context) => {
    const all = sheets.map((plan) => ({ plan, name: selectedSheet !== null && plan.role === 'overview' ? selectedSheet : plan.name, isOwnSheet: selectedSheet === null || plan.role !== 'overview' }));
    context.workbook.names.load('items/name');
    const reading = queryWritten(context);
    const frontQuery = queryFront(context, MOST_IMPORTS);
    const contents = await readStore(context, cache);
    const frontRow = frontRowOf(resolveFront(frontQuery), state.importId);
    const others = contents.imports.flatMap(({ state: other }) => (other.importId === state.importId ? [] : [other]));
    const plans = all.filter(({ name, isOwnSheet }) => !isOwnSheet || !others.some(({ ownSheets }) => ownSheets.some((sheet) => sheet.name === name)));
    const found = await readWritten(context, plans, reading);
    const names = sheets.flatMap((sheet) => sheet.names.map(({ name }) => name)).filter((name) => !others.some((other) => other.names.includes(name)) && context.workbook.names.items.some((item) => item.name === name));
    const isMadeHere = sheets.some(({ role }) => role === 'front');
    return takeBack(context, { ...found, names, ...(frontRow === undefined || isMadeHere ? {} : { frontRow }) }, queueForgetting(context.workbook.worksheets, contents, state));
  });
}

/** Takes back a sheet that a failed action made, when it holds nothing but what was planned for it; else it stays as it is. Says what it found, as after a failed import. */
export function undoSheet(plan: PlannedSheet, options: RunSettings): Promise<WorkbookOutcome> {
  return tryTwice(options, async (context) => {
    const reading = queryWritten(context);
    await context.sync();
    const found = await readWritten(context, [{ plan, name: plan.name, isOwnSheet: true }], reading);
    if (found.contents.some(({ hasOthers }) => hasOthers)) return 'unknown';
    return takeBack(context, { ...found, names: [] }, false);
  });
}

async function tryTwice(options: RunSettings, action: (context: Excel.RequestContext) => Promise<WorkbookOutcome>): Promise<WorkbookOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await runExcel(options, action).catch(() => null);
    if (outcome !== null) return outcome;
  }
  return 'unknown';
}

/** A planned sheet with the name of the sheet that it went to. */
interface WrittenSheet {
  readonly plan: PlannedSheet;
  readonly name: string;
  readonly isOwnSheet: boolean;
}

interface FoundWriting {
  readonly contents: readonly SheetContent[];
  readonly own: ReadonlySet<string>;
  readonly tables: readonly { readonly name: string; readonly sheetName: string }[];
}

function queryWritten(context: Excel.RequestContext): ReturnType<typeof queryCommentLists> {
  context.workbook.worksheets.load('items/name,items/visibility');
  return queryCommentLists(context);
}

/** Reads what stands where it was planned, and what else is on those sheets. */
async function readWritten(context: Excel.RequestContext, written: readonly WrittenSheet[], lists: ReturnType<typeof queryCommentLists>): Promise<FoundWriting> {
  const { worksheets } = context.workbook;
  const present = written.flatMap((one) => {
    const sheet = worksheets.items.find(({ name }) => name.toLowerCase() === one.name.toLowerCase());
    return sheet === undefined ? [] : [{ ...one, query: querySheet(context, sheet.name, sheet.name) }];
  });
  const comments = queryComments(lists);
  await context.sync();
  const budget = new RequestBudget(context);
  const cells = new Map<string, Excel.Range[]>();
  for (const { plan, query, isOwnSheet } of present) {
    const areas = areasOf(plan).map((area) => ({ row: area.row, column: area.column, rows: area.cells.length, columns: area.cells[0]?.length ?? 1 }));
    const pending = isOwnSheet ? [...(await queueSheetCells(query, budget))] : [];
    if (!isOwnSheet) for (const area of areas) pending.push(...(await queueCells(query.sheet, area, budget)));
    cells.set(query.name, pending);
  }
  await context.sync();
  const placed = resolveComments(comments);
  const contents = present.map(({ plan, query, isOwnSheet }) => {
    const planned = new Set(plan.tables.map(({ name }) => name));
    const charts = chartsOf(plan, query);
    const foreign = foreignThings(query, { tables: planned, charts: new Set(charts) });
    return contentOf(query.name, foundCells(cells.get(query.name) ?? []), placed, { blocks: areasOf(plan), tables: [], marks: plannedMarks(plan), charts }, isOwnSheet ? foreign : 0);
  });
  const tables = present.flatMap(({ plan, query }) => query.tables.items.filter(({ name }) => plan.tables.some((table) => table.name === name)).map(({ name }) => ({ name, sheetName: query.name })));
  return { contents, own: new Set(present.flatMap(({ query, isOwnSheet }) => (isOwnSheet ? [query.name] : []))), tables };
}

/** The flags of a planned sheet, as comments or notes. */
function plannedMarks({ flags }: PlannedSheet): FlagMarks {
  return Object.fromEntries(
    flags.flatMap(({ key, text }) =>
      (['comment', 'note'] as const).map((kind): [string, FlagMark] => [`${kind} ${key}`, { kind, id: null, text: flagComment(text), color: null, own: null }]),
    ),
  );
}

async function takeBack(context: Excel.RequestContext, { contents, own, tables, names, frontRow }: FoundWriting & Pick<Removal, 'names' | 'frontRow'>, isStored: boolean): Promise<WorkbookOutcome> {
  const made = new Map([...own].map((name) => [name, false]));
  const { deleted, kept } = queueTakingOut(context, { contents, made, tables, names, isProtected: false, ...(frontRow === undefined ? {} : { frontRow }) }, context.workbook.worksheets.items);
  const isAnything = isStored || frontRow !== undefined || names.length > 0 || deleted.length > 0 || contents.some(({ areas }) => areas.length > 0);
  if (isAnything) await context.sync();
  if (kept.length > 0) return 'unknown';
  return isAnything ? 'restored' : 'unchanged';
}

/** Queues that the store forgets an import; whether there was anything to forget. */
function queueForgetting(worksheets: Excel.WorksheetCollection, contents: StoreContents, { importId }: ImportState): boolean {
  if (!contents.isPresent) return false;
  const store = worksheets.getItem(STORE_SHEET);
  const rows = (['state', 'model'] as const).flatMap((kind) => contents.rows.get(rowKey(importId, kind)) ?? []);
  if (contents.damagedRows.length === 0 && contents.rows.size === rows.length) queueStoreDeletion(store);
  else for (const row of rows) queueRecordRemoval(store, row);
  return rows.length > 0 || contents.rows.size === 0;
}
