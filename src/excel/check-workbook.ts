import { type Agreement } from '../core/budget/agreement';
import { stateOf as decisionsOn, type AcceptanceState, type LogRow } from '../core/reconciliation/acceptances';
import { type Cause } from '../core/reconciliation/causes/cause';
import { findCauses } from '../core/reconciliation/causes/find-causes';
import { reconcile, summarize } from '../core/reconciliation/engine';
import { type Check, type LocalizedText } from '../core/reconciliation/rule';
import { type PlacedCheck } from '../core/sheet-plan/checks/edit-checks';
import { figureFlags, type FigureFlag } from '../core/sheet-plan/checks/figure-flags';
import { rowStatuses } from '../core/sheet-plan/checks/row-status';
import { linkTargets } from '../core/sheet-plan/written/table-targets';
import { type RowStatus } from '../core/sheet-plan/sheet-texts';
import { placeKey, placeOfCheck, type FigurePlace } from '../core/sheet-plan/written/figure-place';
import { keyedFindings, type KeyedFinding } from '../core/sheet-plan/checks/findings';
import { type FindingStatus } from '../core/sheet-plan/sheets/findings-sheet';
import { carriedDecisions } from '../core/take-over/carried-decisions';
import { addressesOf, type SheetTable } from '../core/sheet-plan/written/sheet-table';
import { workbookChecks } from '../core/sheet-plan/checks/workbook-checks';
import { queryLog, resolveLog, type DecisionLog } from './decision-log';
import { FailureSignal } from './failures';
import { rewriteFindings, rewriteSources } from './findings-table';
import { rewriteStatuses } from './status-columns';
import { type FlagMarks } from '../core/import-store/flag-marks';
import { sightOf, type CheckedSight } from './given-answers';
import { locateCompared, queryCompared, type ComparedQuery } from './compared/locate-compared';
import { isFlagOf, queueForgetting, readForgotten, type ForgottenFlags } from './compared/forget-compared';
import { judgeCompared, workbookComparison, type JudgedCompared } from './compared/judge-compared';
import { moveFlags, queryCommentLists, queryComments, resolveComments, takeStrayFlags, type PlacedComment } from './flags';
import { holdsOwnRows, locateTables, searchTables, type LocatedImport } from './locate-tables';
import { type AreaCells, type CellArea } from './read-areas';
import { queryName, readTables, resolveName, type NameQuery } from './read-tables';
import { RequestBudget } from './run-excel';
import { queueRecord, queueStoreSheet, readStore, rowOfRecord, type ModelCache, type StoreContents } from './store';
import { type ImportRecord, type ImportState } from '../core/import-store/store-records';
import { standingTicks } from '../core/import-store/ticks';
import { FLAGS_WITHOUT_COMMENTS, noticesOf } from './workbook-notices';
import { type ActionOptions, type StoredImport, type WorkbookCause, type WorkbookFinding, type WorkbookState } from './workbook-port';

/** An import with its tables as they stand now, and the user's tables that are compared with it. */
export interface OpenImport {
  readonly record: ImportRecord;
  readonly tables: readonly SheetTable[];
  readonly compared: readonly JudgedCompared[];
}

/** What a check of the workbook found, with what later actions need. */
export interface WorkbookCheck {
  readonly state: WorkbookState;
  readonly imports: readonly OpenImport[];
  readonly contents: StoreContents;
  readonly log: DecisionLog;
  readonly verdicts: readonly Verdict[];
  /** All comments and notes at hand. */
  readonly comments: readonly PlacedComment[];
  /** What it found; null in a workbook without imports. */
  readonly sight: CheckedSight | null;
}

/** How a check is made. Shape: `areFlagsHidden` changes what the workbook remembers; without it that stays. */
export interface CheckSettings extends ActionOptions {
  /** Whether flags may have comments; Excel refuses them on cells with a note. */
  readonly hasComments?: boolean;
  readonly areFlagsHidden?: boolean;
  /** Comparisons that are to be forgotten, by id: their flags go, and what is stored of them. */
  readonly forgets?: ReadonlySet<string>;
  /** Called before anything is sent that writes. */
  readonly onWrite?: () => void;
  /** Whether the check may write; where a co-author edited, his own add-in does. */
  readonly isReadOnly?: boolean;
  /** Whether what is found is to be left as it is, because the user took back what was written for it. */
  readonly isTakenBack?: (sight: CheckedSight) => boolean;
  /** Agreements at hand outside the workbook, for the rules that look across documents; asked once, when everything in the workbook has been read. */
  readonly others?: () => readonly Agreement[];
}

/**
 * Reads every import's tables, reconciles their figures as they stand, moves the flags and rewrites the findings.
 * Takes at most five syncs for up to some 800 kB of cells: the store, its states, places and sizes, cells, and what changed;
 * one more for each further 800 kB and for models that were not read before. Errors: signals `cancelled` between the parts.
 */
export async function checkWorkbook(context: Excel.RequestContext, cache: ModelCache, settings: CheckSettings = {}): Promise<WorkbookCheck> {
  const { tables } = context.workbook;
  tables.load('items/id,items/name');
  const contents = await readStore(context, cache);
  if (contents.imports.length === 0) return { state: stateOf([], noticesOf(contents, [], NO_LOG)), imports: [], contents, log: NO_LOG, verdicts: [], comments: [], sight: null };
  const searches = searchTables(context, contents.imports, tables.items);
  const nameQueries = contents.imports.map(({ state }) => yearNames(state).map(({ name, key }) => queryName(context, name, key)));
  const comparedQueries = contents.imports.map(({ state }) => state.compared.map((compared) => queryCompared(context, compared, tables.items)));
  const lists = queryCommentLists(context);
  const logQuery = queryLog(context);
  await context.sync();
  const log = await resolveLog(logQuery);
  const located = queryComments(lists);
  const imports = await openImports(context, locateTables(searches), nameQueries, comparedQueries, settings);
  const placed = resolveComments(located);
  const atHand = agreementsAtHand(imports, settings.others?.() ?? []);
  const verdicts = imports.map((open) => judge(open, atHand, log.rows));
  settings.onProgress?.(1, 1);
  const notices = [...noticesOf(contents, imports, log), ...(settings.hasComments === false ? [FLAGS_WITHOUT_COMMENTS] : [])];
  const sight = await sightOf(imports.flatMap(allTables), contents.imports.map(({ state }) => state), log.rows);
  if (settings.isReadOnly === true || settings.isTakenBack?.(sight) === true) return { state: stateOf(verdicts, notices), imports, contents, log, verdicts, comments: placed, sight };
  const forgotten = await readAllForgotten(context, verdicts, placed, settings);
  const changes = await Promise.all(verdicts.map((verdict, index) => queueChanges(context, verdict, contents.imports[index]?.state ?? verdict.open.record.state, placed, contents, settings)));
  for (const one of forgotten) queueForgetting(one);
  if (forgotten.length > 0 || changes.some(({ hasChanged }) => hasChanged)) {
    settings.onWrite?.();
    await context.sync();
  }
  const state = stateOf(verdicts, notices, settings.areFlagsHidden);
  const remembered = imports.map((open, index): OpenImport => ({ ...open, record: { ...open.record, state: changes[index]?.state ?? open.record.state } }));
  return { state, imports: remembered, contents, log, verdicts, comments: placed, sight };
}

/** What the comparisons that are to be forgotten have left outside their tables. */
async function readAllForgotten(context: Excel.RequestContext, verdicts: readonly Verdict[], comments: readonly PlacedComment[], { forgets }: CheckSettings): Promise<ForgottenFlags[]> {
  if (forgets === undefined || forgets.size === 0) return [];
  const found: ForgottenFlags[] = [];
  for (const { open } of verdicts) {
    const own = open.compared.filter(({ compared }) => forgets.has(compared.id));
    if (own.length > 0) found.push(await readForgotten(context, open.record.state, own, comments));
  }
  return found;
}

const NO_LOG: DecisionLog = { rows: [], place: null, brokenRow: null };

/** The names of an import's sums with the columns that they sum: the overview's years, in order. */
function yearNames(state: ImportState): { readonly name: string; readonly key: string }[] {
  const years = state.tables.find(({ role }) => role === 'overview')?.columns.filter(({ key }) => key.startsWith('year:')) ?? [];
  return state.names.flatMap((name, index) => {
    const key = years[index]?.key;
    return key === undefined ? [] : [{ name, key }];
  });
}

/** The tables of an import with those of the user's that are compared with it, so far as they have cells. */
export function allTables({ tables, compared }: OpenImport): SheetTable[] {
  return [...tables, ...compared.flatMap(({ table }) => table ?? [])];
}

async function openImports(context: Excel.RequestContext, located: readonly LocatedImport[], nameQueries: readonly (readonly NameQuery[])[], comparedQueries: readonly (readonly ComparedQuery[])[], settings: CheckSettings): Promise<OpenImport[]> {
  const stopIfAsked = (): void => {
    if (settings.signal?.aborted === true) throw new FailureSignal({ code: 'cancelled' });
  };
  const onPart = (done: number, total: number): void => settings.onProgress?.(done, total + 1);
  const refuse = (): never => {
    throw new FailureSignal({ code: 'host', hostCode: 'ResponsePayloadSizeLimitExceeded', workbook: 'unchanged' });
  };
  const found = located.map((one) => one.found.filter((table) => table !== null));
  const own = comparedQueries.map((queries) => queries.map((query) => ({ compared: query.compared, located: locateCompared(query) })));
  const areas = own.flat().flatMap(({ located: place }) => place?.area ?? []);
  const { tables: read, others } = await readTables(context, found.flat(), { onPart, stopIfAsked }, refuse, areas);
  const cellsOf = new Map<CellArea | null, AreaCells | null>(areas.map((area, index) => [area, others[index] ?? null]));
  let next = 0;
  return located.map(({ record }, index): OpenImport => {
    const tables = (found[index] ?? []).flatMap((table) => {
      const one = read[next];
      next += 1;
      return one !== undefined && holdsOwnRows(table, one) ? [one] : [];
    });
    const totals = (nameQueries[index] ?? []).map(resolveName).filter((total) => total !== null);
    const compared = (own[index] ?? []).map((one) => judgeCompared({ ...one, cells: cellsOf.get(one.located?.area ?? null) ?? null }, record.agreement));
    return { record, tables: [...tables, ...totals], compared };
  });
}

/** How the figures of one import stand now. */
export interface Verdict {
  /** The findings among its checks, with their keys. */
  readonly findings: readonly KeyedFinding[];
  readonly open: OpenImport;
  readonly current: Agreement;
  readonly checks: readonly Check[];
  readonly placed: readonly PlacedCheck[];
  /** What explains the checks that differ. */
  readonly causes: readonly Cause[];
  /** What is as it was imported, table by table. Not counted as checks, so that the counts are those of the preview. */
  readonly unchanged: readonly LocalizedText[];
  /** What was decided on the findings, by key; findings on which nothing was decided are not in it. */
  readonly decisions: ReadonlyMap<string, AcceptanceState>;
  /** The findings that stand accepted, by key. */
  readonly acceptances: ReadonlyMap<string, LogRow>;
}

/** Every agreement to compare with, each document once: the workbook's own first. */
function agreementsAtHand(imports: readonly OpenImport[], others: readonly Agreement[]): Agreement[] {
  const own = imports.map(({ record }) => record.agreement);
  const known = new Set(own.map(({ document }) => document.sha256));
  return [...own, ...others.filter(({ document }) => !known.has(document.sha256))];
}

function judge(open: OpenImport, atHand: readonly Agreement[], log: readonly LogRow[]): Verdict {
  const { record, tables } = open;
  const { state, agreement } = record;
  const { current, placed: compared, isAtHand } = workbookChecks(agreement, state.tables, state.names, tables);
  const placed = compared.filter(({ check }) => check.outcome !== 'agrees');
  const unchanged = compared.flatMap(({ check }) => (check.outcome === 'agrees' ? [check.message] : []));
  const shown = shownInitiatives(state);
  const isShown = (check: Check): boolean => shown === null || (check.place.initiative !== null && shown.has(check.place.initiative));
  const imported = [...reconcile(current, atHand).filter((check) => isAtHand(check) && isShown(check)), ...placed.map(({ check }) => check)];
  const found = findCauses(imported, placed.length === 0 ? null : { edits: new Set(placed.map(({ check }) => check)), asImported: reconcile(agreement, atHand) });
  const { checks, causes } = withCompared({ checks: imported, causes: found }, open.compared);
  const carried = carriedDecisions(state.earlier ?? []);
  const findings = keyedFindings(checks);
  const decisions = new Map(
    findings.flatMap(({ check, key }) => {
      const decided = decisionsOn(check, key, agreement.document.sha256, log, carried);
      return decided.acceptance === null && decided.comments.length === 0 ? [] : [[key, decided] as const];
    }),
  );
  const acceptances = new Map([...decisions].flatMap(([key, { state: standing, acceptance }]) => (standing === 'accepted' && acceptance !== null ? [[key, acceptance] as const] : [])));
  return { findings, open, current, checks, placed, causes, unchanged, decisions, acceptances };
}

/** The checks of an import followed by those of the user's tables that are compared with it, with the causes of both. */
function withCompared({ checks, causes }: Pick<Verdict, 'checks' | 'causes'>, compared: readonly JudgedCompared[]): Pick<Verdict, 'checks' | 'causes'> {
  const [all, explained] = [[...checks], [...causes]];
  for (const { placed, causes: own } of compared) {
    const first = all.length;
    for (const { check } of placed) all.push(check);
    for (const cause of own) explained.push({ ...cause, checks: cause.checks.map((index) => first + index) });
  }
  return { checks: all, causes: explained };
}

/** The checks that tell themselves in which cell they are: of what was edited, and of the user's own tables. */
function placedOf({ placed, open }: Verdict): readonly PlacedCheck[] {
  return [...placed, ...open.compared.flatMap((one) => one.placed)];
}

/** The initiatives that the workbook shows of an agreement that was not imported whole; null for a whole import. */
function shownInitiatives(state: ImportState): ReadonlySet<number> | null {
  if (state.tables.some(({ role }) => role !== 'initiative')) return null;
  return new Set(state.tables.flatMap(({ initiative }) => initiative ?? []));
}

/** What a verdict changes in the workbook, and what is remembered of its import afterwards. */
interface QueuedChanges {
  readonly hasChanged: boolean;
  readonly state: ImportState;
}

/**
 * Queues what the verdict changes in the workbook: flags, findings and what is remembered of them; a protected sheet stays as it is.
 * Shape: `stored` is the import's state as it stands in the store. Flags of tables that are gone stay remembered, for a table may come back.
 */
async function queueChanges(context: Excel.RequestContext, verdict: Verdict, stored: ImportState, comments: readonly PlacedComment[], contents: StoreContents, settings: CheckSettings): Promise<QueuedChanges> {
  const { record, tables } = verdict.open;
  const { state } = record;
  const areFlagsHidden = settings.areFlagsHidden ?? state.areFlagsHidden;
  const statuses = new Map([...verdict.acceptances].map(([key, { reason }]): [string, FindingStatus] => [key, { isAccepted: true, reason }]));
  const flags = areFlagsHidden ? [] : flagsOf(verdict);
  const rows = statusesOf(verdict);
  const targets = linkTargets(tables);
  let hasChanged = false;
  const seen = new Set<string>();
  let marks: FlagMarks = {};
  for (const table of tables) {
    if (table.isProtected) continue;
    if (table.role === 'findings') {
      if (rewriteFindings(context, table, { agreement: record.agreement, checks: verdict.checks, statuses, targets, placeOf: placeFinding(verdict) }, state.language)) hasChanged = true;
      continue;
    }
    if (table.role === 'sources') {
      if (rewriteSources(context, table, record.agreement, targets, state.language)) hasChanged = true;
      continue;
    }
    if (rewriteStatuses(context, table, rows, state.language)) hasChanged = true;
    for (const key of addressesOf(table).keys()) seen.add(key);
    const earlier = state.earlierFills === undefined ? {} : { earlierFills: state.earlierFills };
    const moved = moveFlags(context, table, { flags, comments, marks: state.marks, ...earlier, hasComments: settings.hasComments !== false });
    marks = { ...marks, ...moved.marks };
    if (moved.hasChanged) hasChanged = true;
  }
  let left = state.marks;
  const isForgotten = (id: string): boolean => settings.forgets?.has(id) === true;
  for (const { table } of verdict.open.compared) {
    if (table === null || table.isProtected) continue;
    const wanted = isForgotten(table.name) ? [] : flags;
    const strays = takeStrayFlags(context, table, left, comments);
    left = strays.marks;
    const moved = moveFlags(context, strays.table, { flags: wanted, comments: strays.comments, marks: left, hasComments: settings.hasComments !== false });
    for (const key of addressesOf(table).keys()) seen.add(key);
    marks = { ...marks, ...moved.marks };
    if (moved.hasChanged || !strays.isClean) hasChanged = true;
  }
  const kept = Object.entries(left).filter(([key]) => !seen.has(key) && ![...(settings.forgets ?? [])].some((id) => isFlagOf(id, key)));
  const compared = verdict.open.compared.map((one) => one.compared).filter(({ id }) => !isForgotten(id));
  const next: ImportState = { ...withoutEarlierFills(state), marks: { ...Object.fromEntries(kept), ...marks }, compared, areFlagsHidden };
  if (!isSameState(next, stored)) {
    await queueRecord(queueStoreSheet(context, { isPresent: true }), rowOfRecord(contents, state.importId, 'state'), state.importId, 'state', next, new RequestBudget(context));
    hasChanged = true;
  }
  return { hasChanged, state: next };
}

/** A state whose flags have been seen, so that they are remembered one by one. */
function withoutEarlierFills(state: ImportState): ImportState {
  return Object.fromEntries(Object.entries(state).filter(([name]) => name !== 'earlierFills')) as unknown as ImportState;
}

/** Whether two states say the same, but for ids and places that Excel has told meanwhile: those are stored with the next thing that changes. */
function isSameState(a: ImportState, b: ImportState): boolean {
  const comparable = (state: ImportState): string => {
    const marks = Object.entries(state.marks).map(([key, mark]) => [key, { ...mark, id: null }] as const).sort(([one], [other]) => (one < other ? -1 : 1));
    const compared = state.compared.map((one) => ({ ...one, sheet: '', address: '', table: one.table?.name ?? null }));
    return JSON.stringify({ ...state, marks, compared, tables: state.tables.map((table) => ({ ...table, id: undefined })) });
  };
  return comparable(a) === comparable(b);
}

/** The status of every row, as the figures stand now. */
function statusesOf(verdict: Verdict): ReadonlyMap<string, RowStatus> {
  const { current, checks, causes } = verdict;
  return rowStatuses({ agreement: current, checks, causes, accepted: new Set(acceptedChecks(verdict).keys()) });
}

/** The checks that were accepted, each with the reason. */
function acceptedChecks({ findings, acceptances }: Verdict): ReadonlyMap<Check, string> {
  return new Map(
    findings.flatMap(({ check, key }) => {
      const row = acceptances.get(key);
      return row === undefined ? [] : [[check, row.reason] as const];
    }),
  );
}

/** The cell that a finding is about: that of the workbook where it tells of one, else that of the document's figure. */
function placeFinding(verdict: Verdict): (check: Check) => FigurePlace | null {
  const own = new Map(placedOf(verdict).map(({ check, place }) => [check, place]));
  return (check) => (own.has(check) ? (own.get(check) ?? null) : placeOfCheck(check.place));
}

function flagsOf(verdict: Verdict): FigureFlag[] {
  const own = new Set(placedOf(verdict).map(({ check }) => check));
  const ruled = verdict.checks.filter((check) => !own.has(check));
  return figureFlags(verdict.current, ruled, verdict.open.record.state.language, [...verdict.placed, ...verdict.open.compared.flatMap(({ flagged }) => flagged)], acceptedChecks(verdict));
}

function stateOf(verdicts: readonly Verdict[], notices: WorkbookState['notices'] = [], areFlagsHidden?: boolean): WorkbookState {
  const summary = summarize(verdicts.flatMap(({ checks }) => checks));
  const placed = verdicts.map((verdict) => ({ verdict, placeOf: placeFinder(allTables(verdict.open)) }));
  return {
    imports: verdicts.map(({ open, current }) => storedImport(open, current)),
    findings: placed.flatMap(({ verdict, placeOf }) => findingsOf(verdict, placeOf)),
    causes: placed.flatMap(({ verdict, placeOf }) => causesOf(verdict, placeOf)),
    summary: { agrees: summary.agrees, agreesWithinRounding: summary.agreesWithinRounding, differs: summary.differs, notCheckable: summary.notCheckable },
    notices,
    comparisons: verdicts.flatMap(({ open }) => open.compared.map((one) => workbookComparison(one, open.record))),
    areFlagsHidden: areFlagsHidden ?? (verdicts.length > 0 && verdicts.every(({ open }) => open.record.state.areFlagsHidden)),
  };
}

function findingsOf(verdict: Verdict, placeOf: PlaceFinder): WorkbookFinding[] {
  const { importId } = verdict.open.record.state;
  const placeOfFinding = placeFinding(verdict);
  return verdict.findings.map(({ check, key }): WorkbookFinding => {
    const decided = verdict.decisions.get(key);
    const row = verdict.acceptances.get(key);
    return {
      key: `${importId}/${key}`,
      importId,
      check,
      place: placeOf(placeOfFinding(check)),
      acceptance: row === undefined ? null : { reason: row.reason, by: row.by, acceptedAt: row.at },
      isReopened: decided?.state === 'reopened',
      comments: decided?.comments.map(({ reason, by, at }) => ({ text: reason, by, at })) ?? [],
    };
  });
}

function causesOf(verdict: Verdict, placeOf: PlaceFinder): WorkbookCause[] {
  const { open, checks, causes } = verdict;
  const { importId } = open.record.state;
  const keys = new Map(verdict.findings.map(({ check, key }) => [check, `${importId}/${key}`]));
  const own = new Map(placedOf(verdict).map(({ check, place }) => [check, place]));
  return causes.map((cause): WorkbookCause => {
    const explained = cause.checks.flatMap((index) => checks[index] ?? []);
    const [first] = explained;
    const wrong = cause.corrections[0]?.place ?? first?.place;
    const edited = first === undefined ? undefined : own.get(first);
    return { importId, cause, findings: explained.flatMap((check) => keys.get(check) ?? []), place: placeOf(edited !== undefined ? edited : wrong === undefined ? null : placeOfCheck(wrong)) };
  });
}

/** Finds the cell of a figure: in its own table, else in the table of its single initiative. */
type PlaceFinder = (place: FigurePlace | null) => WorkbookFinding['place'];

function placeFinder(tables: readonly SheetTable[]): PlaceFinder {
  const addresses = tables.map((table) => ({ table, cells: addressesOf(table) }));
  return (place) => {
    if (place === null) return null;
    for (const { table, cells } of addresses) {
      const isOwn = table.role === place.table || (place.insertion === undefined && table.role === 'initiative');
      const address = isOwn ? cells.get(placeKey(table.role === 'initiative' ? { ...place, insertion: place.insertion ?? table.name } : place)) : undefined;
      if (address !== undefined) return { sheet: table.sheetName, address };
    }
    return null;
  };
}

function storedImport({ record, tables }: OpenImport, current: Agreement): StoredImport {
  const { state, agreement } = record;
  const sheets = [...new Set(tables.map(({ sheetName }) => sheetName))];
  return { importId: state.importId, agreement, importedAt: state.importedAt, addinVersion: state.addinVersion, sheets, ...(state.ticks === undefined ? {} : { ticks: standingTicks(state.ticks, current) }) };
}
