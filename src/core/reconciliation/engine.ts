import { type Agreement } from '../budget/agreement';
import { ADMINISTRATION_LABEL, DIFFERENCE_HEADER } from '../extraction/vocabulary';
import { isExactDocument } from './exactness';
import { RULES, SUM_RULES } from './registry';
import { type Check, type Rule, type RuleContext } from './rule';
import { findUncovered } from './uncovered-figure';

/** Which rules to run; all of them without. */
export interface ReconcileOptions {
  readonly rules?: readonly Rule[];
}

/** How a set of checks came out: counts by outcome, and one verdict. */
export interface Summary {
  readonly agrees: number;
  readonly agreesWithinRounding: number;
  readonly differs: number;
  readonly notCheckable: number;
  /** Of those that differ, how many contradict the document (severity error). */
  readonly errors: number;
  readonly warnings: number;
  /** `agrees` only when something was checked and nothing that matters was left unchecked. */
  readonly verdict: 'agrees' | 'agrees-within-rounding' | 'differs' | 'not-checkable';
}

/**
 * Every check of an agreement, passed and failed, in document order; checks of one place follow the registry.
 * `others` are further agreements at hand, for the rules that look across documents; the document itself among them is no other one.
 */
export function reconcile(agreement: Agreement, others: readonly Agreement[] = [], options: ReconcileOptions = {}): Check[] {
  const rules = options.rules ?? RULES;
  const otherDocuments = others.filter(({ document }) => document.sha256 !== agreement.document.sha256);
  const context = (isExact: boolean): RuleContext => ({ agreement, others: otherDocuments, isExactDocument: isExact, isAdministration, isDifference });
  const sums = new Map(SUM_RULES.map((rule) => [rule.id, rule.check(context(false))]));
  const allSums = [...sums.values()].flat();
  const isExact = isExactDocument(allSums, agreement.hasRoundingNote);
  const isDoubtful = isExact && allSums.some((check) => check.outcome === 'agrees-within-rounding');
  const final = context(isExact);
  const checks = rules.flatMap((rule) => (isDoubtful ? undefined : sums.get(rule.id)) ?? rule.check(final));
  return inDocumentOrder([...checks, ...(options.rules === undefined ? findUncovered(agreement, checks) : [])], rules);
}

/** Counts and verdict. A set of checks in which nothing could be checked is not green, nor one in which part of the document was not read. */
export function summarize(checks: readonly Check[]): Summary {
  const count = (outcome: Check['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  const differing = checks.filter((check) => check.outcome === 'differs');
  const agrees = count('agrees');
  const agreesWithinRounding = count('agrees-within-rounding');
  return {
    agrees,
    agreesWithinRounding,
    differs: differing.length,
    notCheckable: count('not-checkable'),
    errors: differing.filter((check) => check.severity === 'error').length,
    warnings: differing.filter((check) => check.severity === 'warning').length,
    verdict: verdictOf(checks, differing.length, agreesWithinRounding),
  };
}

function verdictOf(checks: readonly Check[], differs: number, within: number): Summary['verdict'] {
  if (differs > 0) return 'differs';
  const hasComparison = checks.some((check) => check.outcome !== 'not-checkable' && check.residual !== null);
  const hasGap = checks.some((check) => check.outcome === 'not-checkable' && check.severity !== 'info');
  if (!hasComparison || hasGap) return 'not-checkable';
  return within > 0 ? 'agrees-within-rounding' : 'agrees';
}

function inDocumentOrder(checks: readonly Check[], rules: readonly Rule[]): Check[] {
  const order = new Map(rules.map((rule, index) => [rule.id, index]));
  const keyed = checks.map((check, index) => ({
    check,
    index,
    page: check.place.position?.page ?? 0,
    line: check.place.position?.line ?? Number.MAX_SAFE_INTEGER,
    rule: order.get(check.rule) ?? rules.length,
  }));
  keyed.sort((a, b) => a.page - b.page || a.line - b.line || a.rule - b.rule || a.index - b.index);
  return keyed.map(({ check }) => check);
}

function isAdministration(label: string): boolean {
  return ADMINISTRATION_LABEL.test(label);
}

function isDifference(header: string): boolean {
  return DIFFERENCE_HEADER.test(header);
}
