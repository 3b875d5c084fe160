import { type Agreement } from '../../core/budget/agreement';
import { type Amount, amountToNumber, convertAmount } from '../../core/money/amount';
import { type Unit } from '../../core/money/unit';
import { type Cause, type Correction } from '../../core/reconciliation/causes/cause';
import { findCauses } from '../../core/reconciliation/causes/find-causes';
import { reconcile, summarize, type Summary } from '../../core/reconciliation/engine';
import { isComparedWith } from '../../core/reconciliation/related-agreements';
import { type Check, type CheckedPlace, type LocalizedText, type Suggestion } from '../../core/reconciliation/rule';

/** One check as the output contract prints it. Units: figures in the unit of the initiative, or of the agreement's tables where it names none. */
export interface CheckJson {
  readonly rule: string;
  readonly outcome: Check['outcome'];
  readonly severity: Check['severity'];
  readonly initiative: string | null;
  readonly label: string | null;
  readonly column: string | null;
  readonly printed: number | null;
  readonly computed: number | null;
  readonly residual: number | null;
  readonly bound: number | null;
  readonly unit: Unit | null;
  readonly unusual: boolean;
  readonly line: number | null;
  readonly page: number | null;
  readonly message: LocalizedText;
  readonly suggestion: { readonly kind: Suggestion['kind']; readonly printed: number | null; readonly corrected: number | null; readonly message: LocalizedText } | null;
}

/** A printed figure with what it would have to be, as the output contract prints it. */
export interface CorrectionJson {
  readonly initiative: string | null;
  readonly label: string | null;
  readonly column: string | null;
  readonly printed: number;
  readonly corrected: number;
  readonly unit: Unit;
  readonly slip: Suggestion['kind'] | null;
  readonly line: number | null;
  readonly page: number | null;
}

/** One thing that is wrong, with the checks that it makes fail. Shape: `checks` are indexes into the document's `checks`. */
export interface CauseJson {
  readonly kind: Cause['kind'];
  readonly severity: Check['severity'];
  readonly certain: boolean;
  readonly message: LocalizedText;
  readonly corrections: readonly CorrectionJson[];
  readonly alternatives: readonly (readonly CorrectionJson[])[];
  readonly checks: readonly number[];
}

/** What `check --json` prints for one document. Shape: `comparedWith` names the documents of the call that have a figure which was held against one of this. */
export interface CheckOutput {
  readonly checks: readonly CheckJson[];
  readonly causes: readonly CauseJson[];
  readonly summary: Summary;
  readonly comparedWith: readonly string[];
}

/** The checks of an agreement, alone or against others at hand, in the output contract's form. */
export function checkOutput(agreement: Agreement, others: readonly Agreement[] = []): CheckOutput {
  const checks = reconcile(agreement, others);
  return { checks: checks.map((check) => checkJson(check, agreement)), causes: findCauses(checks, agreement).map(causeJson), summary: summarize(checks), comparedWith: others.filter((other) => isComparedWith(agreement, other)).map(({ document }) => document.name) };
}

function causeJson({ kind, severity, isCertain, message, corrections, alternatives, checks }: Cause): CauseJson {
  return { kind, severity, certain: isCertain, message, corrections: corrections.map(correctionJson), alternatives: alternatives.map((one) => one.map(correctionJson)), checks };
}

function correctionJson({ place, initiative, label, printed, corrected, slip }: Correction): CorrectionJson {
  return {
    initiative,
    label,
    column: columnJson(place),
    printed: amountToNumber(printed),
    corrected: amountToNumber(corrected),
    unit: printed.unit,
    slip,
    line: place.position?.line ?? null,
    page: place.position?.page ?? null,
  };
}

function columnJson({ column }: CheckedPlace): string | null {
  return typeof column === 'number' || column === 'total' ? String(column) : null;
}

function checkJson(check: Check, agreement: Agreement): CheckJson {
  const unit = unitOf(check, agreement);
  const number = (amount: Amount | null): number | null => (amount === null ? null : numberIn(amount, unit));
  return {
    rule: check.rule,
    outcome: check.outcome,
    severity: check.severity,
    initiative: check.initiative,
    label: check.label,
    column: columnJson(check.place),
    printed: number(check.printed),
    computed: number(check.computed),
    residual: number(check.residual),
    bound: number(check.bound),
    unit: check.printed === null ? null : unit,
    unusual: check.isUnusual,
    line: check.place.position?.line ?? null,
    page: check.place.position?.page ?? null,
    message: check.message,
    suggestion:
      check.suggestion === null
        ? null
        : { kind: check.suggestion.kind, printed: number(check.suggestion.printed), corrected: number(check.suggestion.corrected), message: check.suggestion.message },
  };
}

function unitOf(check: Check, agreement: Agreement): Unit | null {
  const initiative = check.place.initiative === null ? undefined : agreement.initiatives[check.place.initiative];
  const table = check.place.table === null ? undefined : agreement.tables[check.place.table];
  return initiative?.unit ?? table?.unit ?? agreement.unit ?? check.printed?.unit ?? null;
}

function numberIn(amount: Amount, unit: Unit | null): number {
  return amountToNumber(unit === null || unit === amount.unit ? amount : convertAmount(amount, unit));
}
