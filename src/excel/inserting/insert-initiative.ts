import { type Agreement } from '../../core/budget/agreement';
import { fail, succeed, type Result } from '../../core/failure';
import { cellAddress } from '../../core/sheet-plan/addresses';
import { planInitiativeTable, type InitiativeTablePlan } from '../../core/sheet-plan/sheets/initiative-table';
import { freeDefinedName } from '../../core/sheet-plan/names';
import { addFigureCards } from '../writing/figure-cards';
import { FailureSignal, failureOf, type WorkbookOutcome } from '../requests/failures';
import { RequestBudget, runExcel, stopIfAsked } from '../requests/run-excel';
import { freeRows, queueRecord, queueRecordRemoval, queueStoreDeletion, queueStoreSheet, readStore, rowKey, rowOfRecord, type ModelCache, type StoreContents } from '../remembered/store';
import { STORE_SHEET, type ImportState } from '../../core/import-store/store-records';
import { ReadBack } from '../writing/read-back';
import { entriesOf, expectedOf, queueBlockFormulas, queueStyles, queueValues, rangeOfArea } from '../writing/write-cells';
import { type CellPlace } from '../workbook-port';
import { type WritingSettings } from '../writing/writing-settings';

const LONGEST_TABLE_NAME = 24;
const TABLE_STYLE = 'TableStyleLight9';

interface Insertion {
  readonly plan: InitiativeTablePlan;
  readonly sheetName: string;
  readonly tableName: string;
  readonly contents: StoreContents;
  /** The import that the table belongs to from now on, as it will be remembered. */
  readonly state: ImportState;
  readonly isNewImport: boolean;
}

/**
 * Writes one initiative's own table at the selected cell and remembers it with its agreement, so that later checks know it; four to six syncs,
 * and two or three for its figures' cards where Excel has them.
 * An agreement that was not imported is stored with it. Errors: nothing is written on a protected sheet or over cells that are not empty;
 * what a failure left is cleared.
 */
export async function insertInitiative(agreement: Agreement, index: number, settings: WritingSettings): Promise<Result<CellPlace>> {
  if (agreement.initiatives[index] === undefined) throw new RangeError(`The agreement has no initiative ${index}`);
  const begun: { insertion: Insertion | null; place: CellPlace | null } = { insertion: null, place: null };
  const clear = (): Promise<WorkbookOutcome> => {
    const { insertion, place } = begun;
    if (insertion === null || place !== null) return Promise.resolve('unchanged');
    return runExcel(settings.run, (context) => clearInsertion(context, insertion, settings.cache)).catch((): WorkbookOutcome => 'unknown');
  };
  try {
    const place = await runExcel({ isUserStarted: true, mergesUndo: true, ...settings.run, onLate: () => settings.onLate(clear) }, async (context, isSecondAttempt) => {
      const insertion = await prepare(context, agreement, index, { ...settings, wasBegun: isSecondAttempt && begun.insertion !== null });
      stopIfAsked(settings.run);
      begun.insertion = insertion;
      await write(context, insertion, agreement);
      const { plan, sheetName } = insertion;
      begun.place = { sheet: sheetName, address: cellAddress(plan.origin.row, plan.origin.column) };
      const sheet = context.workbook.worksheets.getItem(sheetName);
      await addFigureCards(context, [{ sheet, areas: plan.blocks }], { documentName: agreement.document.name, language: settings.language });
      return begun.place;
    });
    return succeed(place);
  } catch (error) {
    const { insertion, place } = begun;
    if (place !== null) return succeed(place);
    const outcome = insertion === null ? 'unchanged' : await clear();
    return fail(failureOf(error, outcome));
  }
}

async function prepare(context: Excel.RequestContext, agreement: Agreement, index: number, settings: WritingSettings & { readonly wasBegun: boolean }): Promise<Insertion> {
  const initiative = agreement.initiatives[index];
  if (initiative === undefined) throw new RangeError(`The agreement has no initiative ${index}`);
  const plan = (origin: { readonly row: number; readonly column: number }): InitiativeTablePlan => planInitiativeTable(agreement, initiative, origin, settings.language);
  const size = plan({ row: 0, column: 0 });
  const query = queryTarget(context, size.rows, size.columns);
  const contents = await readStore(context, settings.cache, settings.wasBegun);
  const target = emptyTarget(query, contents);
  freeRows(contents, 2);
  const planned = plan({ row: target.row, column: target.column });
  const tableName = freeDefinedName(wordsOf(initiative.title ?? ''), target.takenNames);
  const known = contents.imports.find(({ state }) => state.documentSha256 === agreement.document.sha256)?.state;
  const base = known ?? emptyState(agreement, settings);
  const state: ImportState = { ...base, tables: [...base.tables, { ...planned.written, name: tableName }] };
  return { plan: planned, sheetName: target.sheetName, tableName, contents, state, isNewImport: known === undefined };
}

interface TargetQuery {
  readonly workbook: Excel.Workbook;
  readonly cell: Excel.Range;
  readonly area: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

/** Queues what must be known of the place where the table would go. */
function queryTarget(context: Excel.RequestContext, rows: number, columns: number): TargetQuery {
  const { workbook } = context;
  const cell = workbook.getSelectedRange().getCell(0, 0);
  cell.load('rowIndex,columnIndex');
  const { worksheet: sheet } = cell;
  sheet.load('name');
  sheet.protection.load('protected');
  const area = cell.getResizedRange(rows - 1, columns - 1);
  area.load('address,valueTypes');
  workbook.tables.load('items/name');
  workbook.names.load('items/name');
  workbook.protection.load('protected');
  return { workbook, cell, area, sheet };
}

/** The place that was queried. Errors: signals every reason not to write there. */
function emptyTarget({ workbook, cell, area, sheet }: TargetQuery, contents: StoreContents): { readonly row: number; readonly column: number; readonly sheetName: string; readonly takenNames: string[] } {
  if (sheet.protection.protected) throw new FailureSignal({ code: 'sheet-protected', sheet: sheet.name });
  if (workbook.protection.protected && !contents.isPresent) throw new FailureSignal({ code: 'workbook-protected' });
  const types = area.valueTypes as string[][] | null;
  if (types === null || types.flat().some((type) => type !== 'Empty')) throw new FailureSignal({ code: 'target-not-empty', address: area.address });
  return { row: cell.rowIndex, column: cell.columnIndex, sheetName: sheet.name, takenNames: [...workbook.tables.items, ...workbook.names.items].map(({ name }) => name) };
}

/** An agreement of which nothing is in the workbook yet. */
function emptyState(agreement: Agreement, settings: WritingSettings): ImportState {
  return {
    importId: settings.newId(),
    status: 'complete',
    importedAt: settings.now().toISOString(),
    addinVersion: settings.addinVersion,
    language: settings.language,
    documentSha256: agreement.document.sha256,
    ownSheets: [],
    target: null,
    tables: [],
    names: [],
    marks: {},
    compared: [],
    areFlagsHidden: false,
    lastDecision: null,
  };
}

async function write(context: Excel.RequestContext, { plan, sheetName, tableName, contents, state, isNewImport }: Insertion, agreement: Agreement): Promise<void> {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem(sheetName);
  const readBack = new ReadBack();
  for (const block of plan.blocks) {
    queueValues(sheet, block);
    readBack.note(() => rangeOfArea(sheet, block), expectedOf(block));
  }
  readBack.queue();
  await context.sync();
  readBack.confirm(sheetName);
  const { row, column, rows, columns } = plan.table;
  const table = sheet.tables.add(sheet.getRangeByIndexes(row, column, rows, columns), true);
  table.name = tableName;
  table.style = TABLE_STYLE;
  table.showFilterButton = false;
  for (const block of plan.blocks) {
    queueStyles(sheet, block);
    queueBlockFormulas(sheet, block);
  }
  const store = queueStoreSheet(context, contents);
  const records = new ReadBack();
  const budget = records.budget(context);
  const [stateRow = 0, modelRow = 1] = freeRows(contents, 2);
  if (isNewImport) await queueRecord(store, { row: modelRow, chunks: 0 }, state.importId, 'model', agreement, budget, records);
  await queueRecord(store, isNewImport ? { row: stateRow, chunks: 0 } : rowOfRecord(contents, state.importId, 'state'), state.importId, 'state', state, budget, records);
  records.queue();
  await context.sync();
  records.confirm(STORE_SHEET);
}

/** Clears what an insertion wrote where its cells had been empty, and forgets it. */
async function clearInsertion(context: Excel.RequestContext, insertion: Insertion, cache: ModelCache): Promise<WorkbookOutcome> {
  const { plan, sheetName } = insertion;
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const areas = plan.blocks.map((block) => {
    const range = rangeOfArea(sheet, block);
    range.load('values');
    return { block, range };
  });
  const tables = sheet.getRangeByIndexes(plan.table.row, plan.table.column, plan.table.rows, plan.table.columns).getTables(true);
  tables.load('items/name');
  await context.sync();
  const own = areas.flatMap(({ block, range }) => {
    const entries = entriesOf(block);
    return (range.values as unknown[][]).flatMap((cells, row) =>
      cells.flatMap((value, column) => {
        const isOwn = value !== '' && (block.cells[row]?.[column]?.kind === 'formula' || entries[row]?.[column]?.expected === value);
        return isOwn ? [{ row: block.row + row, column: block.column + column }] : [];
      }),
    );
  });
  const isForgotten = await queueForgetting(context, insertion, await readStore(context, cache));
  if (own.length === 0 && tables.items.length === 0 && !isForgotten) return 'unchanged';
  for (const { name } of tables.items) sheet.tables.getItem(name).convertToRange();
  for (const { row, column } of own) sheet.getRangeByIndexes(row, column, 1, 1).clear();
  await context.sync();
  return 'restored';
}

/** Queues that the store no longer knows the table, as before the insertion. Whether there was anything to forget. */
async function queueForgetting(context: Excel.RequestContext, { state, tableName, isNewImport, contents: before }: Insertion, contents: StoreContents): Promise<boolean> {
  if (!contents.isPresent) return false;
  const store = context.workbook.worksheets.getItem(STORE_SHEET);
  if (!before.isPresent) {
    queueStoreDeletion(store);
    return true;
  }
  if (isNewImport) {
    const rows = (['state', 'model'] as const).flatMap((kind) => contents.rows.get(rowKey(state.importId, kind)) ?? []);
    for (const row of rows) queueRecordRemoval(store, row);
    return rows.length > 0;
  }
  const found = contents.imports.find(({ state: { importId } }) => importId === state.importId)?.state;
  if (found === undefined || !found.tables.some(({ name }) => name === tableName)) return false;
  const tables = found.tables.filter(({ name }) => name !== tableName);
  await queueRecord(store, rowOfRecord(contents, state.importId, 'state'), state.importId, 'state', { ...found, tables }, new RequestBudget(context));
  return true;
}

/** A short table name from an initiative's title: its first words as far as they fit. */
function wordsOf(title: string): string {
  let name = '';
  for (const word of title.split(/[^\p{L}\p{N}]+/u)) {
    if (name !== '' && name.length + word.length > LONGEST_TABLE_NAME) break;
    name += word.charAt(0).toUpperCase() + word.slice(1);
  }
  return (name || 'Initiativ').slice(0, LONGEST_TABLE_NAME);
}
