import { figureFlags, type FigureFlag } from '../../core/sheet-plan/checks/figure-flags';
import { rowStatuses } from '../../core/sheet-plan/checks/row-status';
import { type LinkTarget } from '../../core/sheet-plan/layout/cell-links';
import { linkTargets } from '../../core/sheet-plan/written/table-targets';
import { type RowStatus } from '../../core/sheet-plan/sheet-texts';
import { type FindingStatus } from '../../core/sheet-plan/sheets/findings-sheet';
import { addressesOf, type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { rewriteFindings, rewriteSources } from './findings-table';
import { rewriteStatuses } from './status-columns';
import { type FlagMarks } from '../../core/import-store/flag-marks';
import { isFlagOf } from '../compared/forget-compared';
import { moveFlags, takeStrayFlags, type MovedFlags, type PlacedComment, type WantedFlags } from '../writing/flags';
import { RequestBudget } from '../requests/run-excel';
import { queueRecord, queueStoreSheet, rowOfRecord, type StoreContents } from '../remembered/store';
import { type ImportState } from '../../core/import-store/store-records';
import { findEdited, placeCause, placedOf, placeFinding, type Verdict } from './verdict';

/** What a check changes. Shape: `areFlagsHidden` changes what the workbook remembers; without it that stays. */
export interface ChangeSettings {
  /** Whether flags may have comments; Excel refuses them on cells with a note. */
  readonly hasComments?: boolean;
  readonly areFlagsHidden?: boolean;
  /** A comparison that is to be forgotten, by id: its flags go, and what is stored of it. */
  readonly forgets?: string;
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
export async function queueChanges(context: Excel.RequestContext, verdict: Verdict, stored: ImportState, comments: readonly PlacedComment[], contents: StoreContents, settings: ChangeSettings): Promise<QueuedChanges> {
  const { state } = verdict.open.record;
  const { forgets } = settings;
  const areFlagsHidden = settings.areFlagsHidden ?? state.areFlagsHidden;
  const wanted: FlagWriting = { flags: areFlagsHidden ? [] : flagsOf(verdict), comments, hasComments: settings.hasComments !== false };
  const own = queueOwnTables(context, verdict, wanted);
  const compared = queueComparedTables(context, verdict, wanted, forgets);
  const seen = new Set([...own.seen, ...compared.seen]);
  const kept = Object.entries(compared.left).filter(([key]) => !seen.has(key) && (forgets === undefined || !isFlagOf(forgets, key)));
  const remembered = verdict.open.compared.map((one) => one.compared).filter(({ id }) => id !== forgets);
  const next: ImportState = { ...withoutEarlierFills(state), marks: { ...Object.fromEntries(kept), ...own.marks, ...compared.marks }, compared: remembered, areFlagsHidden };
  const isStored = isSameState(next, stored);
  if (!isStored) await queueRecord(queueStoreSheet(context, { isPresent: true }), rowOfRecord(contents, state.importId, 'state'), state.importId, 'state', next, new RequestBudget(context));
  return { hasChanged: own.hasChanged || compared.hasChanged || !isStored, state: next };
}

/** Which flags are wanted, among which comments they are to stand, and whether they may have some. */
type FlagWriting = Pick<WantedFlags, 'flags' | 'comments' | 'hasComments'>;

/** What was queued in tables. Shape: `seen` are the places that they have, by key. */
interface QueuedTables extends MovedFlags {
  readonly seen: readonly string[];
}

/** Queues the flags, statuses and lists of an import's own tables. */
function queueOwnTables(context: Excel.RequestContext, verdict: Verdict, wanted: FlagWriting): QueuedTables {
  const { state } = verdict.open.record;
  const rows = statusesOf(verdict);
  const earlier = state.earlierFills === undefined ? {} : { earlierFills: state.earlierFills };
  const targets = linkTargets(verdict.open.tables);
  const open = verdict.open.tables.filter(({ isProtected }) => !isProtected);
  const areListed = open.filter(isList).map((table) => queueList(context, verdict, table, targets));
  const moved = open.filter((table) => !isList(table)).map((table) => {
    const areStatusesNew = rewriteStatuses(context, table, rows, state.language);
    const { marks, hasChanged } = moveFlags(context, table, { ...wanted, marks: state.marks, ...earlier });
    return { marks, hasChanged: hasChanged || areStatusesNew, seen: [...addressesOf(table).keys()] };
  });
  return joined(moved, areListed.includes(true));
}

/** The tables that list what stands elsewhere. */
function isList({ role }: SheetTable): boolean {
  return role === 'findings' || role === 'sources';
}

/** Queues a list as it is to be; whether it is another than before. Shape: `targets` are the import's tables, to which its links lead. */
function queueList(context: Excel.RequestContext, verdict: Verdict, table: SheetTable, targets: readonly LinkTarget[]): boolean {
  const { agreement, state } = verdict.open.record;
  if (table.role === 'sources') return rewriteSources(context, table, agreement, targets, state.language);
  const statuses = new Map([...verdict.acceptances].map(([key, { reason }]): [string, FindingStatus] => [key, { isAccepted: true, reason }]));
  return rewriteFindings(context, table, { agreement, checks: verdict.checks, causes: verdict.causes, statuses, targets, placeOf: placeFinding(verdict), placeOfCause: placeCause(verdict), isEdited: findEdited(verdict) }, state.language);
}

/** Queues the flags in the user's tables that are compared. Shape: `left` are the flags that are remembered of what is nowhere among them. */
function queueComparedTables(context: Excel.RequestContext, { open }: Verdict, wanted: FlagWriting, forgets: string | undefined): QueuedTables & { readonly left: FlagMarks } {
  let left = open.record.state.marks;
  const moved = open.compared.flatMap(({ table }) => {
    if (table === null || table.isProtected) return [];
    const strays = takeStrayFlags(context, table, left, wanted.comments);
    left = strays.marks;
    const flags = table.name === forgets ? [] : wanted.flags;
    const { marks, hasChanged } = moveFlags(context, strays.table, { ...wanted, flags, comments: strays.comments, marks: left });
    return [{ marks, hasChanged: hasChanged || !strays.isClean, seen: [...addressesOf(table).keys()] }];
  });
  return { ...joined(moved, false), left };
}

function joined(tables: readonly QueuedTables[], hasChanged: boolean): QueuedTables {
  return {
    marks: Object.fromEntries(tables.flatMap(({ marks }) => Object.entries(marks))),
    hasChanged: hasChanged || tables.some((one) => one.hasChanged),
    seen: tables.flatMap(({ seen }) => seen),
  };
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
  const { current, checks, causes, accepted } = verdict;
  return rowStatuses({ agreement: current, checks, causes, accepted: new Set(accepted.keys()) });
}

function flagsOf(verdict: Verdict): FigureFlag[] {
  const own = new Set(placedOf(verdict).map(({ check }) => check));
  const ruled = verdict.checks.filter((check) => !own.has(check));
  return figureFlags(verdict.current, ruled, verdict.open.record.state.language, [...verdict.placed, ...verdict.open.compared.flatMap(({ flagged }) => flagged)], verdict.accepted);
}
