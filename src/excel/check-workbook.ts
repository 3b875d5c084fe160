import { type Agreement } from '../core/budget/agreement';
import { reconcile, summarize } from '../core/reconciliation/engine';
import { type Check } from '../core/reconciliation/rule';
import { currentAgreement } from '../core/sheet-plan/current-agreement';
import { editChecks, formulaChecks, type PlacedCheck } from '../core/sheet-plan/edit-checks';
import { figureFlags } from '../core/sheet-plan/figure-flags';
import { placeKey, placeOfCheck, type FigurePlace } from '../core/sheet-plan/figure-place';
import { keyedFindings } from '../core/sheet-plan/findings';
import { stateOf as acceptanceOf, type LogRow } from '../core/reconciliation/acceptances';
import { type FindingStatus } from '../core/sheet-plan/findings-sheet';
import { queryLog, resolveLog, type DecisionLog } from './decision-log';
import { rewriteFindings } from './findings-table';
import { moveFlags, queryComments, resolveComments, type PlacedComment } from './flags';
import { isFlagComment } from './flag-marks';
import { addressesOf, figuresOf, overwrittenFormulas, queryTable, resolveTable, type ReadTable } from './read-tables';
import { RequestBudget } from './run-excel';
import { queueRecord, queueStoreSheet, readStore, rowOfRecord, type ModelCache, type StoreContents } from './store';
import { type ImportRecord } from './store-records';
import { type StoredImport, type WorkbookFinding, type WorkbookState } from './workbook-port';

/** An import with its tables as they stand now. */
export interface OpenImport {
  readonly record: ImportRecord;
  readonly tables: readonly ReadTable[];
}

/** What a check of the workbook found, with what later actions need. */
export interface WorkbookCheck {
  readonly state: WorkbookState;
  readonly imports: readonly OpenImport[];
  readonly contents: StoreContents;
  readonly log: DecisionLog;
  readonly verdicts: readonly Verdict[];
}

/**
 * Reads every import's tables, reconciles their figures as they stand, moves the flags and rewrites the findings.
 * Takes at most five syncs, however many figures: the store, its unread models, tables, comments, and what changed.
 */
export async function checkWorkbook(context: Excel.RequestContext, cache: ModelCache): Promise<WorkbookCheck> {
  const contents = await readStore(context, cache);
  if (contents.imports.length === 0) return { state: emptyState(), imports: [], contents, log: { rows: [], place: null }, verdicts: [] };
  const queries = contents.imports.map((record) => record.state.tables.map((table) => queryTable(context, table)));
  const { comments } = context.workbook;
  comments.load('items/id,items/content');
  const logQuery = queryLog(context);
  await context.sync();
  const log = await resolveLog(logQuery);
  const imports = contents.imports.map((record, index): OpenImport => ({ record, tables: (queries[index] ?? []).map(resolveTable).filter((table) => table !== null) }));
  const own = comments.items.filter(({ content }) => isFlagComment(content));
  const located = queryComments(own);
  if (located.length > 0) await context.sync();
  const placed = resolveComments(located);
  const verdicts = imports.map((open) => judge(open, imports, log.rows));
  const changes = await Promise.all(verdicts.map((verdict) => queueChanges(context, verdict, placed, contents)));
  if (changes.includes(true)) await context.sync();
  return { state: stateOf(verdicts), imports, contents, log, verdicts };
}

/** How the figures of one import stand now. */
export interface Verdict {
  readonly open: OpenImport;
  readonly current: Agreement;
  readonly checks: readonly Check[];
  readonly placed: readonly PlacedCheck[];
  /** The findings that stand accepted, by key. */
  readonly acceptances: ReadonlyMap<string, LogRow>;
}

function judge(open: OpenImport, all: readonly OpenImport[], log: readonly LogRow[]): Verdict {
  const { record, tables } = open;
  const figures = new Map(tables.flatMap((table) => [...figuresOf(table)]));
  const present = new Set(tables.map(({ role }) => role));
  const current = currentAgreement(record.agreement, figures, present);
  const others = all.filter((other) => other !== open).map((other) => other.record.agreement);
  const overwritten = tables.flatMap(overwrittenFormulas);
  const placed = [...editChecks(record.agreement, current.edits), ...formulaChecks(record.agreement, overwritten)];
  const checks = [...reconcile(current.agreement, others), ...placed.map(({ check }) => check)];
  const acceptances = new Map(
    keyedFindings(checks).flatMap(({ check, key }) => {
      const { state, acceptance } = acceptanceOf(check, key, record.agreement.document.sha256, log);
      return state === 'accepted' && acceptance !== null ? [[key, acceptance] as const] : [];
    }),
  );
  return { open, current: current.agreement, checks, placed, acceptances };
}

/** Queues what the verdict changes in the workbook: flags, findings and the remembered fills; a protected sheet stays as it is. */
async function queueChanges(context: Excel.RequestContext, verdict: Verdict, comments: readonly PlacedComment[], contents: StoreContents): Promise<boolean> {
  const { record, tables } = verdict.open;
  const { state } = record;
  const ruled = verdict.checks.filter((check) => !verdict.placed.some((placed) => placed.check === check));
  const reasons = new Map(keyedFindings(verdict.checks).flatMap(({ check, key }) => (verdict.acceptances.has(key) ? [[check, verdict.acceptances.get(key)?.reason ?? ''] as const] : [])));
  const statuses = new Map([...verdict.acceptances].map(([key, { reason }]): [string, FindingStatus] => [key, { isAccepted: true, reason }]));
  const flags = figureFlags(verdict.current, ruled, state.language, verdict.placed, reasons);
  let hasChanged = false;
  let fills: Record<string, string | null> = {};
  for (const table of tables) {
    if (table.isProtected) {
      fills = { ...fills, ...state.fills };
      continue;
    }
    if (table.role === 'findings') {
      if (rewriteFindings(context, table, record.agreement, verdict.checks, state.language, statuses)) hasChanged = true;
      continue;
    }
    const moved = moveFlags(context, table, flags, comments, state.fills);
    fills = { ...fills, ...moved.fills };
    if (moved.hasChanged) hasChanged = true;
  }
  if (!hasSameFills(fills, state.fills)) {
    await queueRecord(queueStoreSheet(context, true), rowOfRecord(contents, state.importId, 'state'), state.importId, 'state', { ...state, fills }, new RequestBudget(context));
    hasChanged = true;
  }
  return hasChanged;
}

function hasSameFills(a: Readonly<Record<string, string | null>>, b: Readonly<Record<string, string | null>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function stateOf(verdicts: readonly Verdict[]): WorkbookState {
  const summary = summarize(verdicts.flatMap(({ checks }) => checks));
  return {
    imports: verdicts.map(({ open }) => storedImport(open)),
    findings: verdicts.flatMap(findingsOf),
    summary: { agrees: summary.agrees, agreesWithinRounding: summary.agreesWithinRounding, differs: summary.differs, notCheckable: summary.notCheckable },
  };
}

function findingsOf(verdict: Verdict): WorkbookFinding[] {
  const { importId } = verdict.open.record.state;
  const addresses = verdict.open.tables.map((table) => ({ table, cells: addressesOf(table) }));
  const placeOf = (place: FigurePlace | null): WorkbookFinding['place'] => {
    const found = place === null ? undefined : addresses.find(({ table }) => table.role === place.table);
    const address = place === null ? undefined : found?.cells.get(placeKey(place));
    return found === undefined || address === undefined ? null : { sheet: found.table.sheetName, address };
  };
  return keyedFindings(verdict.checks).map(({ check, key }): WorkbookFinding => {
    const own = verdict.placed.find((placed) => placed.check === check)?.place ?? placeOfCheck(check.place);
    const row = verdict.acceptances.get(key);
    const acceptance = row === undefined ? null : { reason: row.reason, by: row.by, acceptedAt: row.at };
    return { key: `${importId}/${key}`, importId, check, place: placeOf(own), acceptance };
  });
}

function storedImport({ record, tables }: OpenImport): StoredImport {
  const { state, agreement } = record;
  const sheets = [...new Set(tables.map(({ sheetName }) => sheetName))];
  return { importId: state.importId, agreement, importedAt: state.importedAt, addinVersion: state.addinVersion, sheets };
}

function emptyState(): WorkbookState {
  return { imports: [], findings: [], summary: { agrees: 0, agreesWithinRounding: 0, differs: 0, notCheckable: 0 } };
}
