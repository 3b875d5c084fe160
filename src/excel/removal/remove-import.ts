import { type Agreement } from '../../core/budget/agreement';
import { fail, succeed, type Result } from '../../core/failure';
import { planInitiativeTable, ROWS_ABOVE } from '../../core/sheet-plan/sheets/initiative-table';
import { type PlannedBlock, type PlannedSheet, type PlannedTable } from '../../core/sheet-plan/plan';
import { type SheetTable, type WrittenTable } from '../../core/sheet-plan/written/sheet-table';
import { checkWorkbook } from '../checking/check-workbook';
import { readForgettingAll } from '../compared/forget-compared';
import { FRONT_NAME } from '../../core/sheet-plan/front/front-columns';
import { failureOf, FailureSignal, hostCodeOf } from '../requests/failures';
import { queryCommentLists, queryComments, resolveComments, type PlacedComment } from '../writing/flags';
import { frontRowOf, frontToDelete, queryLastRow } from './front-row';
import { queryFront, resolveFront, type FrontQuery } from '../front/read-front';
import { holdsOwnRows, locateTables, plannedAgain, searchTables, type FoundTable } from '../reading/locate-tables';
import { readTables } from '../reading/read-tables';
import { tableArea } from '../writing/write-cells';
import { RequestBudget, runExcel, stopIfAsked, type RunSettings } from '../requests/run-excel';
import { editionsBefore, MOST_IMPORTS, queueRecordRemoval, queueStoreDeletion, readStore, recordsOf, rowOfRecord, type ModelCache, type StoreContents } from '../remembered/store';
import { STORE_SHEET, type ImportRecord } from '../../core/import-store/store-records';
import { type RemovalReport } from '../workbook-port';
import { contentOf, foreignThings, foundCells, lookAgain, queueCells, queueSheetCells, querySheet, type PendingCells, type SheetContent, type SheetQuery } from './sheet-content';
import { pictureContent, queryPictures } from './picture-content';
import { queueTakingOut, sheetsToDelete, type Removal } from './take-out';

/** What a removal needs. */
export interface RemovalSettings {
  readonly cache: ModelCache;
  readonly run: RunSettings;
}

/**
 * Takes an import back: its sheets, tables, names, flags and stored model, in one undo step where Excel offers it; says which of its sheets stay
 * because something of the user's is on them, null for none. An import that is not there any more is removed already.
 */
export async function removeImport(importId: string, settings: RemovalSettings): Promise<Result<RemovalReport | null>> {
  const progress: RemovalProgress = { report: null, before: null };
  const remove = (isUserStarted: boolean): Promise<void> => runExcel({ mergesUndo: true, ...settings.run, isUserStarted }, (context) => runRemoval(context, importId, settings, progress));
  const once = (isUserStarted: boolean): Promise<unknown> => remove(isUserStarted).then(() => null, (error: unknown) => error);
  const error = await once(true);
  if (error === null) return succeed(progress.report);
  if (error instanceof FailureSignal) return fail(error.failure);
  const found = await standingOf(importId, settings);
  if (found === GONE) return succeed(progress.report);
  if (found !== null && hostCodeOf(error) !== 'Timeout' && (await once(false)) === null) return succeed(progress.report);
  const now = await standingOf(importId, settings);
  if (now === GONE) return succeed(progress.report);
  return fail(failureOf(error, now !== null && (progress.before === null || now === progress.before) ? 'unchanged' : 'unknown'));
}

/** How far a removal has come. Shape: `before` is how the import stood when the first one looked, null before that. */
interface RemovalProgress {
  report: RemovalReport | null;
  before: string | null;
}

/** Stands for an import of which the workbook remembers nothing any more. */
const GONE = '';

/** How an import stands in the workbook, comparable; null where that cannot be seen. */
function standingOf(importId: string, { run, cache }: RemovalSettings): Promise<string | null> {
  return runExcel({ ...run, isUserStarted: false }, async (context) => {
    const workbook = queryWorkbook(context);
    const contents = await readStore(context, cache);
    const record = contents.imports.find(({ state }) => state.importId === importId);
    return record === undefined ? GONE : spellStanding(await readRemoval(context, record, recordsOf(contents), workbook));
  }).catch(() => null);
}

function spellStanding({ contents, tables, names, frontRow }: Removal): string {
  return JSON.stringify([frontRow?.front.row, contents.map(({ areas, comments }) => [areas, comments.length]), tables.map(({ name }) => name), names]);
}

async function runRemoval(context: Excel.RequestContext, importId: string, settings: RemovalSettings, progress: RemovalProgress): Promise<void> {
  const { worksheets } = context.workbook;
  const workbook = queryWorkbook(context);
  const contents = await readStore(context, settings.cache);
  const record = contents.imports.find(({ state }) => state.importId === importId);
  if (record === undefined) return;
  const queueForgetting = record.state.compared.length === 0 ? null : await readForgettingCompared(context, importId, settings.cache);
  const removal = await readRemoval(context, record, recordsOf(contents), workbook);
  progress.before ??= spellStanding(removal);
  stopIfAsked(settings.run);
  if (removal.isProtected && (sheetsToDelete(removal).length > 0 || removal.contents.length > 0)) throw new FailureSignal({ code: 'workbook-protected' });
  const { kept } = queueTakingOut(context, removal, worksheets.items);
  queueForgetting?.();
  queueStoreRemoval(worksheets, contents, importId);
  progress.report = kept.length === 0 ? null : { kept };
  await context.sync();
}

/** Reads what the comparisons of the user's tables have written; gives the way to queue that it goes with the import. */
async function readForgettingCompared(context: Excel.RequestContext, importId: string, cache: ModelCache): Promise<(() => void) | null> {
  const { imports, comments } = await checkWorkbook(context, cache, { isReadOnly: true });
  const open = imports.find(({ record }) => record.state.importId === importId);
  return open === undefined ? null : readForgettingAll(context, open.record.state, open.compared, comments);
}

/** What is queued of the workbook before anything is taken out of it. */
export interface WorkbookQuery {
  readonly lists: ReturnType<typeof queryCommentLists>;
  readonly front: FrontQuery;
}

/** Queues the sheets, tables, names, comments and the front sheet of a workbook. */
export function queryWorkbook(context: Excel.RequestContext): WorkbookQuery {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name');
  tables.load('items/id,items/name');
  return { lists: queryCommentLists(context), front: queryFront(context, MOST_IMPORTS) };
}

/**
 * Reads what of an import is in the workbook, and what else is on its sheets and those of its pictures. Takes two syncs, more for large sheets. Where
 * something comes onto a sheet meanwhile, all is read once more, and what comes then counts as the user's. Shape: `records` are the workbook's imports and the
 * editions before them.
 */
export async function readRemoval(context: Excel.RequestContext, record: ImportRecord, records: readonly ImportRecord[], { lists, front }: WorkbookQuery, isSecondLook = false): Promise<Removal> {
  const { worksheets, names, tables } = context.workbook;
  const searches = searchTables(context, [asPlanned(record)], tables.items);
  const comments = queryComments(lists);
  const lastRow = queryLastRow(context, frontRowOf(resolveFront(front), record.state.importId));
  const made = sheetsMade(record, worksheets.items).map(({ sheet, isCertain, index }): MadeSheet => ({ ...querySheet(context, sheet.id, sheet.name), isCertain, index }));
  const pictures = queryPictures(context, record, records, worksheets.items);
  await context.sync();
  const [located] = locateTables(searches);
  const found = (located?.found ?? []).filter((table) => table !== null);
  const own = located?.record ?? record;
  const budget = new RequestBudget(context);
  const cells = await queueContents(context, own, made, found, budget);
  const drawn = new Map<string, PendingCells>();
  for (const query of pictures) drawn.set(query.name, await queueSheetCells(query, budget));
  const seen = [...made, ...pictures, ...(lastRow === null ? [] : [lastRow.sheet])];
  const frontAgain = queryFront(context, MOST_IMPORTS);
  const secondLooks = seen.map((query) => lookAgain(context, query));
  context.workbook.protection.load('protected');
  const ownTables = await readOwnTables(context, found);
  const placed = resolveComments(comments);
  const changed = new Set(secondLooks.flatMap((hasChanged, index) => (hasChanged(placed) ? [seen[index]?.name ?? ''] : [])));
  if (changed.size > 0 && !isSecondLook) {
    const again = queryWorkbook(context);
    await context.sync();
    return readRemoval(context, record, records, again, true);
  }
  const removal: Removal = {
    contents: [...contentsOf(own, made, cells, ownTables, placed), ...pictures.map((picture) => pictureContent(picture, foundCells(drawn.get(picture.name) ?? []), placed))].map((content) => (changed.has(content.name) ? { ...content, hasOthers: true } : content)),
    isProtected: context.workbook.protection.protected,
    made: new Map([...made, ...pictures].map(({ name, isCertain }) => [name, isCertain])),
    tables: ownTables.map(({ name, sheetName }) => ({ name, sheetName })),
    names: own.state.names.filter((name) => names.items.some((item) => item.name === name)),
  };
  const frontRow = frontRowOf(resolveFront(frontAgain), record.state.importId);
  const whole = lastRow === null || frontRow === undefined || changed.has(lastRow.sheet.name) ? null : frontToDelete({ ...lastRow, front: frontRow.front }, placed);
  if (whole === null) return { ...removal, ...(frontRow === undefined ? {} : { frontRow }) };
  return { ...removal, contents: [...removal.contents, whole], made: new Map([...removal.made, [whole.name, true]]), names: [...removal.names, FRONT_NAME] };
}

/** A record whose tables have the headings that its agreement plans: what the store says of headings alone makes nobody's table its own. */
function asPlanned(record: ImportRecord): ImportRecord {
  const { state, agreement } = record;
  const planned = plannedAgain(record).sheets.flatMap(({ tables }) => tables);
  const tables = state.tables.flatMap((written): WrittenTable[] => {
    const initiative = agreement.initiatives[written.initiative ?? -1];
    if (written.role !== 'initiative') return planned.flatMap((table) => (table.role === written.role ? [{ ...written, columns: table.columns }] : []));
    return initiative === undefined ? [] : [{ ...planInitiativeTable(agreement, initiative, { row: 0, column: 0 }, state.language).written, name: written.name, ...(written.id === undefined ? {} : { id: written.id }) }];
  });
  return { ...record, state: { ...state, tables } };
}

/** A sheet that an import made, or that bears the name of one. Shape: `isCertain` by its id; `index` in the import's list of sheets. */
interface MadeSheet extends SheetQuery {
  readonly isCertain: boolean;
  readonly index: number;
}

/** The sheets with an import's ids, and those with its names where an id is not known or not there. What is on them decides what becomes of them. */
function sheetsMade({ state }: ImportRecord, worksheets: readonly Excel.Worksheet[]): { readonly sheet: Excel.Worksheet; readonly isCertain: boolean; readonly index: number }[] {
  const taken = new Set<string>([STORE_SHEET]);
  return state.ownSheets.flatMap(({ id, name }, index) => {
    const certain = worksheets.find((sheet) => sheet.id === id);
    const sheet = certain ?? worksheets.find((other) => other.name.toLowerCase() === name.toLowerCase());
    if (sheet === undefined || taken.has(sheet.name)) return [];
    taken.add(sheet.name);
    return [{ sheet, isCertain: certain !== undefined, index }];
  });
}

/** Cells that are queued, by the sheet's name. */
type CellsBySheet = ReadonlyMap<string, PendingCells>;

/** Queues the cells of the import's sheets, and of other sheets those around its tables. */
async function queueContents(context: Excel.RequestContext, record: ImportRecord, made: readonly MadeSheet[], found: readonly FoundTable[], budget: RequestBudget): Promise<CellsBySheet> {
  const cells = new Map<string, PendingCells>();
  for (const query of made) cells.set(query.name, await queueSheetCells(query, budget));
  for (const table of found) {
    const { name } = table.worksheet;
    if (made.some((query) => query.name === name)) continue;
    const sheet = context.workbook.worksheets.getItem(table.worksheet.id);
    for (const block of blocksAround(record, table)) {
      const area = { row: block.row, column: block.column, rows: block.cells.length, columns: block.cells[0]?.length ?? 1 };
      cells.set(name, [...(cells.get(name) ?? []), ...(await queueCells(sheet, area, budget))]);
    }
  }
  return cells;
}

async function readOwnTables(context: Excel.RequestContext, found: readonly FoundTable[]): Promise<SheetTable[]> {
  const refuse = (): never => {
    throw new FailureSignal({ code: 'host', hostCode: 'ResponsePayloadSizeLimitExceeded', workbook: 'unchanged' });
  };
  const { tables: read } = await readTables(context, found, { onPart: () => undefined, stopIfAsked: () => undefined }, refuse);
  return read.flatMap((table, index) => {
    const query = found[index];
    return query !== undefined && holdsOwnRows(query, table) ? [withOwnHeadings(table, query.written)] : [];
  });
}

/** A table in which only columns with the very headings that were written count as the import's own. */
function withOwnHeadings(table: SheetTable, { columns }: WrittenTable): SheetTable {
  const own = new Set(columns.map(({ header }) => header.toLowerCase()));
  return { ...table, keys: table.keys.map((key, column) => (own.has((table.headers[column] ?? '').toLowerCase()) ? key : null)) };
}

function contentsOf(record: ImportRecord, made: readonly MadeSheet[], cells: CellsBySheet, tables: readonly SheetTable[], comments: readonly PlacedComment[]): SheetContent[] {
  const plan = plannedAgain(record).sheets;
  const names = [...new Set([...made.map(({ name }) => name), ...tables.map(({ sheetName }) => sheetName)])];
  return names.map((name) => {
    const here = tables.filter(({ sheetName }) => sheetName === name);
    const query = made.find((one) => one.name === name);
    const foreign = query === undefined ? 0 : foreignThings(query, { tables: new Set(here.map((own) => own.name)), charts: new Set() });
    const blocks = [...here.flatMap((table) => blocksOf(record, table, plan)), ...(query === undefined ? [] : blocksWithoutTable(plan, record, query, here))];
    return contentOf(name, foundCells(cells.get(name) ?? []), comments, { blocks, tables: here, marks: record.state.marks, charts: [] }, foreign);
  });
}

/** The planned cells around a table that was found but not read yet. */
function blocksAround(record: ImportRecord, { written, body }: FoundTable): PlannedBlock[] {
  return blocksOf(record, { role: written.role, name: written.name, row: body.rowIndex, column: body.columnIndex }, plannedAgain(record).sheets);
}

/** The planned cells around a table, where it stands now. */
function blocksOf({ agreement, state }: ImportRecord, table: Pick<SheetTable, 'role' | 'name' | 'row' | 'column'>, plan: readonly PlannedSheet[]): PlannedBlock[] {
  const written = state.tables.find(({ name }) => name === table.name);
  if (written?.role === 'initiative') return initiativeBlocks(agreement, written, table, state.language);
  const planned = plan.flatMap((sheet) => sheet.tables.map((one) => ({ sheet, one }))).find(({ one }) => one.role === table.role);
  return planned === undefined ? [] : planned.sheet.blocks.map((block) => moved(block, planned.one, table)).filter(({ row, column }) => row >= 0 && column >= 0);
}

function moved(block: PlannedBlock, planned: PlannedTable, table: Pick<SheetTable, 'row' | 'column'>): PlannedBlock {
  return { ...block, row: block.row + table.row - 1 - planned.row, column: block.column + table.column - planned.column };
}

/** The caption of a single initiative's table; the rows below it are read with it. */
function initiativeBlocks(agreement: Agreement, { initiative: index }: WrittenTable, { row, column }: Pick<SheetTable, 'row' | 'column'>, language: ImportRecord['state']['language']): PlannedBlock[] {
  const initiative = agreement.initiatives[index ?? -1];
  const origin = { row: row - 1 - ROWS_ABOVE, column };
  if (initiative === undefined || origin.row < 0) return [];
  const [caption] = planInitiativeTable(agreement, initiative, origin, language).blocks;
  return caption === undefined ? [] : [caption];
}

/** The planned cells of a sheet that has no table, or whose table is a plain range by now. */
function blocksWithoutTable(plan: readonly PlannedSheet[], { state }: ImportRecord, { index }: MadeSheet, here: readonly SheetTable[]): PlannedBlock[] {
  const made = state.target === null ? plan : plan.filter(({ role }) => role !== 'overview');
  const planned = made[index];
  const missing = planned?.tables.filter(({ role }) => !here.some((table) => table.role === role)) ?? [];
  if (planned === undefined || (missing.length === 0 && planned.tables.length > 0)) return [];
  return [...planned.blocks, ...missing.map(tableArea)];
}

function queueStoreRemoval(worksheets: Excel.WorksheetCollection, contents: StoreContents, importId: string): void {
  const store = worksheets.getItem(STORE_SHEET);
  const own = [importId, ...editionsBefore(contents, importId).map(({ state }) => state.importId)];
  if (contents.rows.size === 2 * own.length && contents.damagedRows.length === 0) {
    queueStoreDeletion(store);
    return;
  }
  for (const id of own) for (const kind of ['state', 'model'] as const) queueRecordRemoval(store, rowOfRecord(contents, id, kind));
}
