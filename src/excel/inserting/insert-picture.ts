import { fail, succeed, type Result } from '../../core/failure';
import { documentsOf, pictureFacts } from '../../core/import-store/pictures-again';
import { STORE_SHEET, type ImportRecord, type ImportState, type WrittenPicture } from '../../core/import-store/store-records';
import { planPicture } from '../../core/sheet-plan/pictures/plan-picture';
import { type PictureKind } from '../../core/sheet-plan/pictures/picture';
import { type PlannedSheet } from '../../core/sheet-plan/plan';
import { readHeadings, type WrittenTable } from '../../core/sheet-plan/written/sheet-table';
import { locateTables, searchTables, type LocatedImport } from '../reading/locate-tables';
import { headingsOf } from '../reading/read-tables';
import { formulasThatLose, queryAllSheets } from '../removal/dependent-formulas';
import { pictureContent, queryPictures, type PictureQuery } from '../removal/picture-content';
import { readSheetCells, type SheetQuery } from '../removal/sheet-content';
import { undoSheet } from '../removal/undo-writing';
import { failureAfterUndo, FailureSignal, type WorkbookOutcome } from '../requests/failures';
import { RequestBudget, runExcel, stopIfAsked, type RunSettings } from '../requests/run-excel';
import { queueRecord, readStore, recordsOf, rowOfRecord, type ModelCache, type StoreContents } from '../remembered/store';
import { type PlacedPicture } from '../workbook-port';
import { ReadBack } from '../writing/read-back';
import { queueCharts, queueSheetFormulas, queueSheetStructure, queueSheetValues } from '../writing/apply-plan';
import { queryCommentLists, queryComments, resolveComments } from '../writing/flags';
import { queuePrintSetup } from '../writing/print-setup';
import { type WritingSettings } from '../writing/writing-settings';

/** What was found before anything is written. Shape: `old` is the sheet of the picture that stands, to be deleted, null where there is none or it stays; `kept` names one that stays. */
interface Prepared {
  readonly contents: StoreContents;
  readonly record: ImportRecord;
  readonly plan: PlannedSheet;
  readonly documents: readonly string[];
  readonly old: PictureQuery | null;
  readonly kept: string | null;
}

/** How far it has come: what may be written, and the receipt once the picture stands and is remembered. */
interface Progress {
  prepared: Prepared | null;
  placed: PlacedPicture | null;
}

/**
 * Draws a picture of an import on a sheet of its own, and remembers it with the import. Five syncs, six where one stands already, one more for what
 * of the store was not read yet. The picture that stood before goes when nothing on its sheet is the user's and none of his formulas points at it.
 * Errors: `picture-without-source`, `workbook-protected`, and whatever Excel refuses; what was half made is removed again, and the failure says so.
 */
export async function insertPicture(importId: string, kind: PictureKind, settings: WritingSettings): Promise<Result<PlacedPicture>> {
  const { cache, run } = settings;
  const progress: Progress = { prepared: null, placed: null };
  const undo = (): Promise<WorkbookOutcome> => (progress.prepared === null ? Promise.resolve('unchanged') : undoPicture(progress.prepared, kind, cache, run));
  const onLate = (): void => settings.onLate(() => (progress.placed === null ? undo() : Promise.resolve()));
  try {
    const found = await runExcel({ isUserStarted: true, ...run, onLate }, (context) => prepare(context, importId, kind, settings));
    progress.prepared = found;
    const options = { isUserStarted: true, isLimited: true, mergesUndo: found.old === null, ...run, onLate };
    return succeed(await runExcel(options, (context) => write(context, found, kind, (placed) => (progress.placed = placed))));
  } catch (error) {
    if (progress.placed !== null) return succeed(await withoutOld(progress.prepared, progress.placed, run));
    const outcome = await undo();
    return fail(failureAfterUndo(error, outcome));
  }
}

/** Looks at the workbook without touching it, and plans. Errors: signals every reason not to write. */
async function prepare(context: Excel.RequestContext, importId: string, kind: PictureKind, { cache, run }: WritingSettings): Promise<Prepared> {
  const { worksheets, tables, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  tables.load('items/id,items/name');
  protection.load('protected');
  const lists = queryCommentLists(context);
  const contents = await readStore(context, cache);
  const record = contents.imports.find(({ state }) => state.importId === importId);
  if (record === undefined) throw new FailureSignal({ code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' });
  if (protection.protected) throw new FailureSignal({ code: 'workbook-protected' });
  const others = contents.imports.filter((one) => one !== record);
  const searches = searchTables(context, [record, ...others], tables.items);
  const own = (record.state.pictures ?? []).filter((picture) => picture.kind === kind);
  const [standing] = queryPictures(context, { ...record, state: { ...record.state, pictures: own } }, recordsOf(contents), worksheets.items);
  const comments = queryComments(lists);
  const sheets = standing === undefined ? [] : queryAllSheets(context, worksheets.items);
  await context.sync();
  const [located, ...locatedOthers] = locateTables(searches);
  const facts = located === undefined ? null : pictureFacts(kind, asTheyStand(located), locatedOthers.map(asTheyStand));
  const plan = facts === null ? null : planPicture(kind, facts, worksheets.items.map(({ name }) => name));
  if (facts === null || plan === null) throw new FailureSignal({ code: 'picture-without-source' });
  const isOld = standing !== undefined && (await isReplaceable(context, standing, sheets, () => resolveComments(comments)));
  stopIfAsked(run);
  return { contents, record, plan, documents: documentsOf(facts), old: standing !== undefined && isOld ? standing : null, kept: standing === undefined || isOld ? null : standing.name };
}

/** An import whose tables have the headings that they have now. */
function asTheyStand({ record, found }: LocatedImport): ImportRecord {
  const tables = record.state.tables.flatMap((written, index): WrittenTable[] => {
    const query = found[index];
    if (query === null || query === undefined) return [];
    const headings = headingsOf(query.header);
    const { keys } = readHeadings(headings, written.columns);
    return [{ ...written, columns: keys.flatMap((key, column) => (key === null ? [] : [{ key, header: headings[column] ?? '' }])) }];
  });
  return { ...record, state: { ...record.state, tables } };
}

/** Whether a picture can go: nothing else is on its sheet, and no formula elsewhere points at it. */
async function isReplaceable(context: Excel.RequestContext, standing: PictureQuery, queries: readonly SheetQuery[], comments: () => ReturnType<typeof resolveComments>): Promise<boolean> {
  const sheets = await readSheetCells(context, queries);
  const { areas, hasOthers } = pictureContent(standing, sheets.find(({ name }) => name === standing.name)?.cells ?? [], comments());
  const lost = { words: new Set<string>(), deleted: new Set([standing.name.toUpperCase()]), areas: new Map([[standing.name, areas]]) };
  return !hasOthers && formulasThatLose(sheets, lost, () => false).count === 0;
}

async function write(context: Excel.RequestContext, { contents, record, plan, documents, old, kept }: Prepared, kind: PictureKind, onPlaced: (placed: PlacedPicture) => void): Promise<PlacedPicture> {
  const { worksheets } = context.workbook;
  const sheet = worksheets.add(plan.name);
  sheet.load('id,name');
  const values = new ReadBack();
  await queueSheetValues(sheet, plan, values.budget(context), values);
  values.queue();
  await context.sync();
  values.confirm(plan.name);

  queueSheetStructure(context, sheet, plan);
  queueSheetFormulas(sheet, plan);
  queueCharts(sheet, plan);
  sheet.activate();
  const name = old?.name ?? plan.name;
  const store = worksheets.getItem(STORE_SHEET);
  const { importId } = record.state;
  const state = withPicture(record.state, { kind, id: sheet.id, name, documents });
  const stored = new ReadBack();
  await queueRecord(store, rowOfRecord(contents, importId, 'state'), importId, 'state', state, stored.budget(context), stored);
  stored.queue();
  await context.sync();
  stored.confirm(STORE_SHEET);
  const placed: PlacedPicture = { sheet: old === null ? plan.name : name, address: 'A1', kind, kept, isPrintSet: false };
  onPlaced(placed);

  if (old !== null) queueReplacement(worksheets, worksheets.getItem(old.name), plan.name, name);
  const isPrintSet = queuePrintSetup(sheet, plan);
  await context.sync();
  return { ...placed, isPrintSet };
}

function queueReplacement(worksheets: Excel.WorksheetCollection, old: Excel.Worksheet, written: string, name: string): void {
  old.delete();
  worksheets.getItem(written).name = name;
}

/**
 * What came of a picture that stands though its last request failed: an Excel without a printer takes no paper size, and the picture has it all the same;
 * one that was to be replaced goes now, or is named as one that stays.
 */
async function withoutOld(prepared: Prepared | null, placed: PlacedPicture, run: RunSettings): Promise<PlacedPicture> {
  const old = prepared?.old ?? null;
  if (prepared === null || old === null) return placed;
  const isGone = await runExcel(run, (context) => replaceLate(context, prepared.plan.name, old.picture, placed.sheet)).catch(() => false);
  return isGone ? placed : { ...placed, sheet: prepared.plan.name, kept: old.name };
}

/** Takes away a replaced picture that still stands. Whether it is gone. */
async function replaceLate(context: Excel.RequestContext, written: string, old: WrittenPicture, name: string): Promise<boolean> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const standing = worksheets.items.find((sheet) => sheet.id === old.id);
  const isNamed = worksheets.items.some((sheet) => sheet.name === name && sheet.id !== old.id);
  if (standing !== undefined) queueReplacement(worksheets, standing, written, name);
  else if (!isNamed) worksheets.getItem(written).name = name;
  if (standing !== undefined || !isNamed) await context.sync();
  return true;
}

/** A state that remembers a picture in the place of the one of its kind. */
function withPicture(state: ImportState, picture: WrittenPicture): ImportState {
  return { ...state, pictures: [...(state.pictures ?? []).filter(({ kind }) => kind !== picture.kind), picture] };
}

/** Takes back what a failed insertion wrote: first what is remembered of it, then its sheet. Says what it found. */
async function undoPicture({ record, plan }: Prepared, kind: PictureKind, cache: ModelCache, run: RunSettings): Promise<WorkbookOutcome> {
  const isForgotten = await runExcel(run, (context) => forgetPicture(context, record.state, kind, cache)).catch(() => null);
  const outcome = await undoSheet(plan, run);
  if (isForgotten === null) return 'unknown';
  return isForgotten && outcome === 'unchanged' ? 'restored' : outcome;
}

/** Makes the store say of the pictures of this kind what it said before. Whether there was anything to change. */
async function forgetPicture(context: Excel.RequestContext, before: ImportState, kind: PictureKind, cache: ModelCache): Promise<boolean> {
  const contents = await readStore(context, cache);
  const found = contents.imports.find(({ state }) => state.importId === before.importId)?.state;
  const ofKind = (state: ImportState): readonly WrittenPicture[] => (state.pictures ?? []).filter((picture) => picture.kind === kind);
  if (found === undefined || ofKind(found).map(({ id }) => id).join() === ofKind(before).map(({ id }) => id).join()) return false;
  const pictures = [...(found.pictures ?? []).filter((picture) => picture.kind !== kind), ...ofKind(before)];
  const store = context.workbook.worksheets.getItem(STORE_SHEET);
  await queueRecord(store, rowOfRecord(contents, before.importId, 'state'), before.importId, 'state', { ...found, pictures }, new RequestBudget(context));
  await context.sync();
  return true;
}
