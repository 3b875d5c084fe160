import { type Check, type Outcome, type Severity } from '../../../core/reconciliation/rule';
import { type WorkbookState } from '../../../excel/workbook-port';
import { type OutcomeCounts } from '../../state/pane-state';

/** The verdicts in the order in which they are shown. */
export const OUTCOMES: readonly Outcome[] = ['agrees', 'agrees-within-rounding', 'differs', 'not-checkable'];

/** The severities, gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** How many checks came out in which way. */
export function countOutcomes(checks: readonly Pick<Check, 'outcome'>[]): OutcomeCounts {
  const counts = { agrees: 0, 'agrees-within-rounding': 0, differs: 0, 'not-checkable': 0 };
  for (const { outcome } of checks) counts[outcome] += 1;
  return counts;
}

/** The workbook's counts by verdict. */
export function workbookOutcomes({ summary }: WorkbookState): OutcomeCounts {
  return {
    agrees: summary.agrees,
    'agrees-within-rounding': summary.agreesWithinRounding,
    differs: summary.differs,
    'not-checkable': summary.notCheckable,
  };
}

/** What one initiative's checks amount to: any difference first, then what should have been checked and could not be, then rounding; null without checks. */
export function initiativeVerdict(checks: readonly Check[], initiativeIndex: number): Outcome | null {
  const own = checks.filter(({ place }) => place.initiative === initiativeIndex);
  const outcomes = new Set(own.map(({ outcome }) => outcome));
  if (!outcomes.has('differs') && own.some(({ outcome, severity }) => outcome === 'not-checkable' && severity !== 'info')) return 'not-checkable';
  const gravest: readonly Outcome[] = ['differs', 'agrees-within-rounding', 'agrees', 'not-checkable'];
  return gravest.find((outcome) => outcomes.has(outcome)) ?? null;
}

/** The verdict of every initiative in one pass, by index. */
export function initiativeVerdicts(checks: readonly Check[]): ReadonlyMap<number, Outcome> {
  const byInitiative = new Map<number, Check[]>();
  for (const check of checks) {
    const index = check.place.initiative;
    if (index === null) continue;
    const own = byInitiative.get(index);
    if (own === undefined) byInitiative.set(index, [check]);
    else own.push(check);
  }
  return new Map([...byInitiative].flatMap(([index, own]) => {
    const verdict = initiativeVerdict(own, index);
    return verdict === null ? [] : [[index, verdict] as const];
  }));
}
