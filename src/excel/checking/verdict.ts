import { type Agreement } from '../../core/budget/agreement';
import { stateOf as decisionsOn, type AcceptanceState, type LogRow } from '../../core/reconciliation/acceptances';
import { amountToNumber } from '../../core/money/amount';
import { placeKey } from '../../core/reconciliation/checking/check-building';
import { type Cause } from '../../core/reconciliation/causes/cause';
import { findCauses } from '../../core/reconciliation/causes/find-causes';
import { reconcile } from '../../core/reconciliation/engine';
import { type Check, type LocalizedText } from '../../core/reconciliation/rule';
import { type PlacedCheck } from '../../core/sheet-plan/checks/edit-checks';
import { placeOfPrinted } from '../../core/sheet-plan/sheets/findings-sheet';
import { placeOfCheck, type FigurePlace } from '../../core/sheet-plan/written/figure-place';
import { keyedFindings, type KeyedFinding } from '../../core/sheet-plan/checks/findings';
import { carriedDecisions } from '../../core/take-over/carried-decisions';
import { workbookChecks } from '../../core/sheet-plan/checks/workbook-checks';
import { type JudgedCompared } from '../compared/judge-compared';
import { FailureSignal } from '../requests/failures';
import { agreementInWorkbook, insertedInitiatives } from '../../core/import-store/inserted-initiatives';
import { type OpenImport } from './open-imports';

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
  /** The checks that stand accepted, each with the reason. */
  readonly accepted: ReadonlyMap<Check, string>;
}

/** Every agreement to compare with, each document once: the workbook's own first. One of which single initiatives were inserted is none of the workbook's. */
export function agreementsAtHand(imports: readonly OpenImport[], others: readonly Agreement[]): Agreement[] {
  const own = imports.map(({ record }) => agreementInWorkbook(record)).filter(({ inserted }) => inserted === undefined);
  const known = new Set(own.map(({ document }) => document.sha256));
  return [...own, ...others.filter(({ document }) => !known.has(document.sha256))];
}

/** How the figures of an import stand now. Shape: `atHand` are all agreements to compare with, `log` what was decided. */
export function judge(open: OpenImport, atHand: readonly Agreement[], log: readonly LogRow[]): Verdict {
  const { record, tables } = open;
  const { state, agreement } = record;
  const { current, placed: compared, isAtHand } = workbookChecks(agreement, state.tables, state.names, tables);
  const placed = compared.filter(({ check }) => check.outcome !== 'agrees');
  const unchanged = compared.flatMap(({ check }) => (check.outcome === 'agrees' ? [check.message] : []));
  const inserted = insertedInitiatives(state);
  const shown = inserted === null ? null : new Set(inserted);
  const isShown = (check: Check): boolean => shown === null || (check.place.initiative !== null && shown.has(check.place.initiative));
  const imported = [...reconcile(current, atHand).filter((check) => isAtHand(check) && isShown(check)), ...placed.map(({ check }) => check)];
  const found = findCauses(imported, current, placed.length === 0 ? null : { edits: new Set(placed.map(({ check }) => check)), asImported: reconcile(agreement, atHand) });
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
  return { findings, open, current, checks, placed, causes, unchanged, decisions, acceptances, accepted: acceptedChecks(findings, acceptances) };
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
export function placedOf({ placed, open }: Verdict): readonly PlacedCheck[] {
  return [...placed, ...open.compared.flatMap((one) => one.placed)];
}

/** The verdict on an import. Errors: signals that there is no such import. */
export function verdictOf(verdicts: readonly Verdict[], importId: string): Verdict {
  const verdict = verdicts.find(({ open }) => open.record.state.importId === importId);
  if (verdict === undefined) throw new FailureSignal({ code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' });
  return verdict;
}

function acceptedChecks(findings: readonly KeyedFinding[], acceptances: ReadonlyMap<string, LogRow>): ReadonlyMap<Check, string> {
  return new Map(
    findings.flatMap(({ check, key }) => {
      const row = acceptances.get(key);
      return row === undefined ? [] : [[check, row.reason] as const];
    }),
  );
}

/** Whether a check is about a figure as somebody changed it in the sheet, and not as the document prints it; what tells of the change itself is about both. */
export function findEdited({ placed }: Verdict): (check: Check) => boolean {
  const changes = new Set(placed.map(({ check }) => check));
  const values = new Set(placed.map(({ check: { place, seen = [] } }) => `${placeKey(place)} ${seen[0] ?? ''}`));
  return (check) => check.printed !== null && !changes.has(check) && values.has(`${placeKey(check.place)} ${amountToNumber(check.printed)}`);
}

/** The cell of the figure that a cause names: that of the workbook where its first check tells of one. */
export function placeCause(verdict: Verdict): (cause: Cause) => FigurePlace | null {
  const own = ownPlaces(verdict);
  return (cause) => {
    const first = verdict.checks[cause.checks[0] ?? -1];
    const edited = first === undefined ? undefined : own.get(first);
    return edited === undefined ? placeOfPrinted(cause, verdict.checks) : edited;
  };
}

/** The cell that a finding is about: that of the workbook where it tells of one, else that of the document's figure. */
export function placeFinding(verdict: Verdict): (check: Check) => FigurePlace | null {
  const own = ownPlaces(verdict);
  return (check) => (own.has(check) ? (own.get(check) ?? null) : placeOfCheck(check.place));
}

/** The cells of the workbook that its own findings are about; null for one that is about none. */
function ownPlaces(verdict: Verdict): ReadonlyMap<Check, FigurePlace | null> {
  return new Map(placedOf(verdict).map(({ check, place }) => [check, place]));
}
