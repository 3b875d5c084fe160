import { type Agreement } from '../core/budget/agreement';
import { type TextLine } from '../core/extraction/lines/document-text';
import { type Language } from '../core/money/danish-number';
import { type Cause } from '../core/reconciliation/causes/cause';
import { findCauses } from '../core/reconciliation/causes/find-causes';
import { type Check } from '../core/reconciliation/rule';
import { keyedFindings } from '../core/sheet-plan/checks/findings';
import { judgeFigures, type Verdicts } from '../core/verdicts/figure-verdicts';

/**
 * What leaves Excel: a document with its checks and the decisions on them.
 * Shape: `lines` as the document was read; `acceptances` by the finding's key; `madeAt` in ISO 8601; `version` of the program.
 */
export interface CheckedDocument {
  readonly agreement: Agreement;
  readonly lines: readonly TextLine[];
  readonly checks: readonly Check[];
  readonly acceptances: ReadonlyMap<string, Acceptance>;
  readonly language: Language;
  readonly madeAt: string;
  readonly version: string;
}

/** That somebody accepted a difference, and why. */
export interface Acceptance {
  readonly reason: string;
  readonly by: string | null;
}

/** An accepted difference with the decision. */
export interface AcceptedFinding {
  readonly check: Check;
  readonly decision: Acceptance;
}

/** A checked document with what follows from its checks: verdicts, open causes, what was accepted, what could not be checked. */
export interface JudgedDocument extends CheckedDocument {
  readonly verdicts: Verdicts;
  readonly causes: readonly Cause[];
  readonly accepted: readonly AcceptedFinding[];
  readonly gaps: readonly Check[];
}

/** The document with its verdicts. A cause is open as long as one of its checks is not accepted. */
export function judgeDocument(document: CheckedDocument): JudgedDocument {
  const { agreement, checks, acceptances } = document;
  const accepted = keyedFindings(checks).flatMap(({ check, key }): AcceptedFinding[] => {
    const decision = acceptances.get(key);
    return decision === undefined || check.outcome !== 'differs' ? [] : [{ check, decision }];
  });
  const isAccepted = new Set(accepted.map(({ check }) => check));
  const causes = findCauses(checks, agreement);
  return {
    ...document,
    verdicts: judgeFigures(agreement, checks, causes, (check) => isAccepted.has(check)),
    causes: causes.filter((cause) => cause.checks.some((index) => !isAccepted.has(checks[index] as Check))),
    accepted,
    gaps: checks.filter((check) => check.outcome === 'not-checkable' && check.severity !== 'info'),
  };
}
