import { type Agreement } from '../../core/budget/agreement';
import { fail, succeed, type Result } from '../../core/failure';
import { type Check } from '../../core/reconciliation/rule';
import { rangeAddress } from '../../core/sheet-plan/addresses';
import { plannedFrontAgreement, type FrontAgreement } from '../../core/sheet-plan/front/front-agreement';
import { planFront } from '../../core/sheet-plan/front/front-sheet';
import { planImport, type ImportPlan } from '../../core/sheet-plan/import-plan';
import { sheetExtent, type Language, type PlannedSheet } from '../../core/sheet-plan/plan';
import { beginningState } from '../../core/import-store/import-state';
import { queueSheetFormulas, queueSheetStructure, queueSheetValues, type PendingStructure } from '../writing/apply-plan';
import { addFigureCards } from '../writing/figure-cards';
import { FailureSignal, failureOf, hostCodeOf } from '../requests/failures';
import { isFront, queryFront, resolveFront, type FoundFront } from '../front/read-front';
import { queueDeadName, queueFrontRow } from '../front/write-front';
import { queuePrintSetup } from '../writing/print-setup';
import { ReadBack } from '../writing/read-back';
import { RequestBudget, runExcel } from '../requests/run-excel';
import { freeRows, MOST_IMPORTS, queueRecord, queueRecordRemoval, queueStoreSheet, readStore, recordsOf, rowOfRecord, type QueuedRecord, type StoreContents } from '../remembered/store';
import { STORE_SHEET, HEAD_CELLS, type ImportRecord, type ImportState } from '../../core/import-store/store-records';
import { undoWriting, type WrittenTarget } from '../removal/undo-writing';
import { queryWorkbook, readRemoval, type WorkbookQuery } from '../removal/remove-import';
import { queueTakingOut } from '../removal/take-out';
import { areasOf } from '../writing/write-cells';
import { type ActionOptions, type ImportReceipt, type ImportTarget } from '../workbook-port';
import { type WritingSettings } from '../writing/writing-settings';

/** Steps of an import, for its progress. */
const STEPS = 5;

/**
 * Writes an agreement: looks, writes, reads back, builds tables and flags, remembers their ids; five syncs, six when the workbook has a store
 * with models that were not read yet, whatever the number of initiatives; two or three more for the figures' cards where Excel has them, and
 * one more for each further 4.5 MB, which Excel takes in pieces.
 * Errors: on a failure the workbook is as before, or the failure says that this could not be seen.
 */
export async function importAgreement(agreement: Agreement, checks: readonly Check[], target: ImportTarget, settings: WritingSettings, options: ActionOptions = {}): Promise<Result<ImportReceipt>> {
  const progress: Progress = { written: null, receipt: null, syncs: 0, wasBegun: false };
  try {
    const onSync = (): void => {
      progress.syncs += 1;
    };
    const onLate = (): void => settings.onLate(() => (progress.written === null || progress.receipt !== null ? Promise.resolve() : undoWriting(progress.written, settings.run)));
    const signal = options.signal === undefined ? {} : { signal: options.signal };
    const receipt = await runExcel({ isUserStarted: true, mergesUndo: true, onSync, ...settings.run, ...signal, onLate }, (context, isSecondAttempt) => {
      progress.wasBegun = isSecondAttempt && progress.written !== null;
      return runImport(context, agreement, checks, target, settings, options, progress);
    },
    );
    return succeed(receipt);
  } catch (error) {
    const { written, receipt } = progress;
    if (receipt !== null) return succeed(receipt);
    if (written === null) return fail(failureOf(error, 'unchanged'));
    const outcome = await undoWriting(written, settings.run);
    if (error instanceof FailureSignal) return outcome === 'unknown' ? fail({ code: 'host', hostCode: 'GeneralException', workbook: 'unknown' }) : fail(error.failure);
    failureOf(error, outcome);
    return fail({ code: 'host', hostCode: hostCodeOf(error), workbook: outcome });
  }
}

/** How far an import has come: what it may have written, and its receipt once everything stands and only ids, print set-up and cards are left. */
interface Progress {
  written: WrittenTarget | null;
  receipt: ImportReceipt | null;
  syncs: number;
  /** Whether an attempt that was to be one undo step may have made the store's sheet before Excel refused it. */
  wasBegun: boolean;
}

/** What becomes of the workbook's front: a sheet to make, with or without a name that points at nothing; a row on the one that is there; nothing where its name is the user's. */
type FrontPlan = { readonly kind: 'sheet'; readonly sheet: PlannedSheet; readonly hasDeadName: boolean } | { readonly kind: 'row'; readonly agreement: FrontAgreement } | { readonly kind: 'none' };

interface Prepared {
  readonly contents: StoreContents;
  readonly plan: ImportPlan;
  readonly front: FrontPlan;
  readonly importedAt: Date;
  /** What is remembered of single initiatives of the same agreement that stand in the workbook already; the import takes them over. */
  readonly before: ImportState | null;
  /** The user's sheet with the selected cell, null for sheets of the import's own. */
  readonly selected: { readonly sheet: Excel.Worksheet; readonly name: string } | null;
}

async function runImport(
  context: Excel.RequestContext,
  agreement: Agreement,
  checks: readonly Check[],
  target: ImportTarget,
  settings: WritingSettings,
  options: ActionOptions,
  progress: Progress,
): Promise<ImportReceipt> {
  const step = (done: number): void => {
    if (options.signal?.aborted === true && done < STEPS - 1) throw new FailureSignal({ code: 'cancelled' });
    options.onProgress?.(done, STEPS);
  };
  step(0);
  const importId = settings.newId();
  const prepared = await prepare(context, agreement, checks, target, { ...settings, importId, wasBegun: progress.wasBegun });
  step(1);
  const state = stateOf(importId, agreement, prepared, settings);
  const planned = prepared.front.kind === 'sheet' ? [...prepared.plan.sheets, prepared.front.sheet] : prepared.plan.sheets;
  progress.written = { state, sheets: planned, selectedSheet: prepared.selected?.name ?? null, cache: settings.cache };
  const [stateRow = 0, modelRow = 1] = freeRows(prepared.contents, 2);
  const storeSheet = queueStoreSheet(context, prepared.contents);
  const readBack = new ReadBack();
  const writing = readBack.budget(context);
  await queueRecord(storeSheet, { row: stateRow, chunks: 0 }, importId, 'state', state, writing, readBack);
  await queueRecord(storeSheet, { row: modelRow, chunks: 0 }, importId, 'model', agreement, writing, readBack);
  if (prepared.front.kind === 'sheet' && prepared.front.hasDeadName) queueDeadName(context);
  const sheets = planned.map((sheet) => ({ plan: sheet, sheet: sheetFor(context, sheet, prepared) }));
  for (const { plan, sheet } of sheets) await queueSheetValues(sheet, plan, writing, readBack);
  await context.sync();
  step(2);

  readBack.queue();
  const frontQuery = queryFront(context, MOST_IMPORTS);
  await context.sync();
  readBack.confirm(prepared.plan.sheets[0]?.name ?? STORE_SHEET);
  step(3);

  const structures = sheets.map(({ plan, sheet }) => queueSheetStructure(context, sheet, isOnSelection(plan, prepared) ? { ...plan, flags: [] } : plan));
  for (const { plan, sheet } of sheets) queueSheetFormulas(sheet, plan);
  const made = sheets.find(({ plan }) => plan.role === 'front');
  if (made !== undefined) made.sheet.position = 0;
  const front = resolveFront(frontQuery);
  if (prepared.front.kind === 'row' && isFront(front)) queueFrontRow(context, front, prepared.front.agreement);
  const complete = completeState(state, structures, prepared.before);
  const stored = await queueRecord(storeSheet, { row: stateRow, chunks: 0 }, importId, 'state', complete, new RequestBudget(context));
  if (prepared.before !== null) for (const kind of ['state', 'model'] as const) queueRecordRemoval(storeSheet, rowOfRecord(prepared.contents, prepared.before.importId, kind));
  sheets[0]?.sheet.activate();
  await context.sync();
  const receipt = (): ImportReceipt => ({
    importId,
    title: agreement.title ?? agreement.document.name,
    sheets: prepared.plan.sheets.map((sheet) => sheet.name),
    initiatives: agreement.initiatives.length,
    components: agreement.initiatives.reduce((sum, initiative) => sum + initiative.components.length, 0),
    findings: prepared.plan.causes.length,
    syncs: progress.syncs,
    isPrintSet: false,
  });
  progress.receipt = receipt();
  step(4);

  await queueRecord(storeSheet, { row: stateRow, chunks: chunksOf(stored) }, importId, 'state', withIds(complete, structures), new RequestBudget(context));
  const areSetUp = sheets.filter(({ plan }) => !isOnSelection(plan, prepared)).map(({ plan, sheet }) => queuePrintSetup(sheet, plan));
  const isTaken = await context.sync().then(() => true, () => false); // The import stands: an Excel without a printer, which takes no paper size, has its cards all the same.
  progress.receipt = { ...receipt(), isPrintSet: isTaken && !areSetUp.includes(false) };
  const figures = sheets.map(({ plan, sheet }) => ({ sheet, areas: areasOf(plan) }));
  await addFigureCards(context, figures, { documentName: agreement.document.name, language: settings.language });
  step(STEPS);
  return { ...receipt(), isPrintSet: progress.receipt.isPrintSet };
}

/** Looks at the workbook without touching it, and plans. Errors: signals every reason not to write. */
async function prepare(context: Excel.RequestContext, agreement: Agreement, checks: readonly Check[], target: ImportTarget, settings: WritingSettings & Pick<Progress, 'wasBegun'> & { readonly importId: string }): Promise<Prepared> {
  const { workbook } = context;
  let found = queryWorkbook(context);
  workbook.protection.load('protected');
  const selection = target.kind === 'selection' ? querySelection(context, agreement, settings.language) : null;
  const contents = await readStore(context, settings.cache, settings.wasBegun);
  for (const unfinished of contents.unfinished) found = await clearUnfinished(context, unfinished, contents, found);
  const before = contents.imports.find(({ state }) => state.documentSha256 === agreement.document.sha256)?.state ?? null;
  if (before !== null && before.tables.some(({ role }) => role !== 'initiative')) {
    throw new FailureSignal({ code: 'already-imported', title: agreement.title ?? agreement.document.name });
  }
  if (workbook.protection.protected) throw new FailureSignal({ code: 'workbook-protected' });
  const selected = selection === null ? null : checkSelection(selection);
  freeRows(contents, 2);
  const importedAt = settings.now();
  const plan = planImport(agreement, checks, {
    language: settings.language,
    importedAt: importedAt.toISOString(),
    taken: { sheets: workbook.worksheets.items.map(({ name }) => name), tablesAndNames: [...workbook.tables.items, ...workbook.names.items].map(({ name }) => name) },
    ...(selected === null ? {} : { origin: { row: selected.row, column: selected.column } }),
  });
  const front = planFrontPart(resolveFront(found.front), agreement, checks, plan, { importId: settings.importId, importedAt: importedAt.toISOString(), language: settings.language, takenSheets: workbook.worksheets.items.map(({ name }) => name) });
  return { contents, plan, front, importedAt, before, selected: selected === null ? null : { sheet: selected.sheet, name: selected.name } };
}

/** The agreement on the front: on a sheet that is made for the first, in a row of it for others. */
function planFrontPart(found: FoundFront, agreement: Agreement, checks: readonly Check[], plan: ImportPlan, { importId, importedAt, language, takenSheets }: { readonly importId: string; readonly importedAt: string; readonly language: Language; readonly takenSheets: readonly string[] }): FrontPlan {
  const own = plannedFrontAgreement(agreement, checks, plan, { importId, importedAt });
  if (isFront(found)) return { kind: 'row', agreement: own };
  if (found.none === 'taken') return { kind: 'none' };
  return { kind: 'sheet', sheet: planFront([own], language, [...takenSheets, ...plan.sheets.map(({ name }) => name)]), hasDeadName: found.none === 'deleted' };
}

/** Takes out what an import that was never finished left, as far as it is the import's own, and says what is in the workbook then; it has a sync or three of its own, for that is rare. */
async function clearUnfinished(context: Excel.RequestContext, record: ImportRecord, contents: StoreContents, found: WorkbookQuery): Promise<WorkbookQuery> {
  const { worksheets } = context.workbook;
  const removal = await readRemoval(context, record, recordsOf(contents), found);
  queueTakingOut(context, removal, worksheets.items);
  const store = worksheets.getItem(STORE_SHEET);
  for (const kind of ['state', 'model'] as const) queueRecordRemoval(store, rowOfRecord(contents, record.state.importId, kind));
  const left = queryWorkbook(context);
  await context.sync();
  return left;
}

interface Selection {
  readonly cell: Excel.Range;
  readonly area: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

/** Queues what must be known of the place where the overview would go. */
function querySelection(context: Excel.RequestContext, agreement: Agreement, language: Language): Selection {
  const [overview] = planImport(agreement, [], { language, taken: { sheets: [], tablesAndNames: [] }, importedAt: null }).sheets;
  const extent = overview === undefined ? { rows: 1, columns: 1 } : sheetExtent(overview);
  const cell = context.workbook.getSelectedRange().getCell(0, 0);
  const { worksheet: sheet } = cell;
  const area = cell.getResizedRange(extent.rows - 1, extent.columns - 1);
  cell.load('rowIndex,columnIndex');
  area.load('address,valueTypes');
  sheet.load('name');
  sheet.protection.load('protected');
  return { cell, area, sheet };
}

function checkSelection(selection: Selection): { readonly row: number; readonly column: number; readonly sheet: Excel.Worksheet; readonly name: string } {
  const { cell, area, sheet } = selection;
  if (sheet.protection.protected) throw new FailureSignal({ code: 'sheet-protected', sheet: sheet.name });
  const types = area.valueTypes as string[][] | null;
  if (types === null || types.flat().some((type) => type !== 'Empty')) throw new FailureSignal({ code: 'target-not-empty', address: area.address });
  return { row: cell.rowIndex, column: cell.columnIndex, sheet, name: sheet.name };
}

/** Cells of the user's may have comments and fills of his own: their flags are left to the check that follows, which keeps them. */
function isOnSelection(plan: PlannedSheet, { selected }: Prepared): boolean {
  return selected !== null && plan.role === 'overview';
}

function sheetFor(context: Excel.RequestContext, plan: PlannedSheet, prepared: Prepared): Excel.Worksheet {
  if (prepared.selected !== null && isOnSelection(plan, prepared)) return context.workbook.worksheets.getItem(prepared.selected.name);
  return context.workbook.worksheets.add(plan.name);
}

function stateOf(importId: string, agreement: Agreement, prepared: Prepared, settings: WritingSettings): ImportState {
  const { plan, importedAt, selected } = prepared;
  const overview = plan.sheets.find((sheet) => sheet.role === 'overview');
  return beginningState({
    importId, agreement, importedAt, addinVersion: settings.addinVersion, language: settings.language, sheets: plan.sheets,
    ownSheets: plan.sheets.filter((sheet) => selected === null || sheet.role !== 'overview'),
    target: selected === null || overview === undefined ? null : { sheet: selected.name, address: addressOfSheet(overview) },
  });
}

/** The state of an import that stands, with its flags, and with the single initiatives that stood before it. */
function completeState(state: ImportState, structures: readonly PendingStructure[], before: ImportState | null): ImportState {
  const marks = Object.fromEntries(structures.flatMap(({ flags }) => flags.map(({ key, mark }) => [key, mark] as const)));
  if (before === null) return { ...state, status: 'complete', marks };
  return { ...state, status: 'complete', tables: [...state.tables, ...before.tables], marks: { ...before.marks, ...marks }, lastDecision: before.lastDecision };
}

/** A state with the ids that Excel has told of its sheets, tables and flags. */
function withIds(state: ImportState, structures: readonly PendingStructure[]): ImportState {
  const sheetIds = new Map(structures.map(({ sheet }) => [sheet.name, sheet.id]));
  const tableIds = new Map(structures.flatMap(({ tables }) => tables.map(({ name, id }) => [name, id] as const)));
  const commentIds = new Map(structures.flatMap(({ flags }) => flags.map(({ key, comment }) => [key, comment?.id ?? null] as const)));
  return {
    ...state,
    ownSheets: state.ownSheets.map(({ id, name }) => ({ id: sheetIds.get(name) ?? id, name })),
    tables: state.tables.map((table) => ({ ...table, ...(tableIds.has(table.name) ? { id: tableIds.get(table.name) ?? '' } : {}) })),
    marks: Object.fromEntries(Object.entries(state.marks).map(([key, mark]) => [key, { ...mark, id: commentIds.get(key) ?? mark.id }])),
  };
}

function chunksOf({ cells }: QueuedRecord): number {
  return cells.length - HEAD_CELLS;
}

/** The rectangle that a planned sheet covers, from its first block. */
function addressOfSheet(sheet: PlannedSheet): string {
  const [first] = sheet.blocks;
  const origin = { row: first?.row ?? 0, column: first?.column ?? 0 };
  const extent = sheetExtent(sheet);
  return rangeAddress(origin.row, origin.column, extent.rows - origin.row, extent.columns - origin.column);
}
