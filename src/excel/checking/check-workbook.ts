import { type Agreement } from '../../core/budget/agreement';
import { queryLog, resolveLog, type DecisionLog } from '../remembered/decision-log';
import { sightOf, type CheckedSight } from './given-answers';
import { type JudgedCompared } from '../compared/judge-compared';
import { queryCompared } from '../compared/locate-compared';
import { queueForgetting, readForgotten, type ForgottenFlags } from '../compared/forget-compared';
import { queryFront, resolveFront } from '../front/read-front';
import { queryCommentLists, queryComments, resolveComments, type PlacedComment } from '../writing/flags';
import { locateTables, searchTables } from '../reading/locate-tables';
import { queryName } from '../reading/read-tables';
import { readStore, type ModelCache, type StoreContents } from '../remembered/store';
import { FLAGS_TAKEN_BACK, FLAGS_WITHOUT_COMMENTS, noticesOf } from './workbook-notices';
import { type ActionOptions, type WorkbookState } from '../workbook-port';
import { allTables, openImports, yearNames, type OpenImport } from './open-imports';
import { agreementsAtHand, judge, type Verdict } from './verdict';
import { queueChanges, type ChangeSettings } from './queue-changes';
import { queueFront } from './queue-front';
import { stateOf } from './workbook-state';

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

/** How a check is made, and what it changes. */
export interface CheckSettings extends ActionOptions, ChangeSettings {
  /** Called before anything is sent that writes. */
  readonly onWrite?: () => void;
  /** Whether the check may write; where a co-author edited, his own add-in does. */
  readonly isReadOnly?: boolean;
  /** Whether what is found is to be left as it is, because the user goes back and forth among what was done. */
  readonly isLeft?: (sight: CheckedSight) => boolean;
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
  const frontQuery = queryFront(context, contents.imports.length);
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
  const isLeft = settings.isReadOnly !== true && settings.isLeft?.(sight) === true;
  if (settings.isReadOnly === true || isLeft) return { state: stateOf(verdicts, isLeft ? [...notices, FLAGS_TAKEN_BACK] : notices), imports, contents, log, verdicts, comments: placed, sight };
  const forgotten = await readForgottenOf(context, verdicts, placed, settings);
  const changes = await Promise.all(verdicts.map((verdict, index) => queueChanges(context, verdict, contents.imports[index]?.state ?? verdict.open.record.state, placed, contents, settings)));
  const isFrontChanged = queueFront(context, resolveFront(frontQuery), verdicts, contents);
  if (forgotten !== null) queueForgetting(forgotten);
  if (forgotten !== null || isFrontChanged || changes.some(({ hasChanged }) => hasChanged)) {
    settings.onWrite?.();
    await context.sync();
  }
  const state = stateOf(verdicts, notices, settings.areFlagsHidden);
  const remembered = imports.map((open, index): OpenImport => ({ ...open, record: { ...open.record, state: changes[index]?.state ?? open.record.state } }));
  return { state, imports: remembered, contents, log, verdicts, comments: placed, sight };
}

/** What the comparison that is to be forgotten has left outside its table; null where none is. */
async function readForgottenOf(context: Excel.RequestContext, verdicts: readonly Verdict[], comments: readonly PlacedComment[], { forgets }: CheckSettings): Promise<ForgottenFlags | null> {
  const isForgotten = ({ compared }: JudgedCompared): boolean => compared.id === forgets;
  const owner = verdicts.find(({ open }) => open.compared.some(isForgotten));
  return owner === undefined ? null : readForgotten(context, owner.open.record.state, owner.open.compared.filter(isForgotten), comments);
}

const NO_LOG: DecisionLog = { rows: [], place: null, brokenRow: null };
