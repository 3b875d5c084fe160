import { type Agreement } from '../../budget/agreement';
import { type Check } from '../rule';
import { type Cause } from './cause';
import { causeMessage, contradictionMessage, unexplainedMessage } from './cause-texts';
import { consequencesOf } from './consequences';
import { editCauses, type EditedImport } from './edit-causes';
import { type Finding, explainArithmetic } from './explain-arithmetic';
import { gravity, worstSeverity } from './severity-order';

/**
 * The causes of the checks that differ: one for every thing that is wrong, edits of the workbook first, then the gravest, then in document order.
 * Every check that differs stands under exactly one cause. Shape: `checks` as {@link reconcile} gives them of `agreement`, passed ones included, because
 * a figure that another place confirms is rarely the wrong one; `edited` where they are of a workbook.
 */
export function findCauses(checks: readonly Check[], agreement: Agreement, edited: EditedImport | null = null): Cause[] {
  const edits = edited === null ? [] : editCauses(checks, edited);
  const ofEdits = new Set(edits.flatMap((cause) => cause.checks));
  return [...edits, ...printedCauses(checks, agreement, (index) => checks[index]?.outcome === 'differs' && !ofEdits.has(index))];
}

/** The causes of those checks that what is printed has to explain: of its sums, with what follows from the same slip, and of what cannot be put as a sum. */
function printedCauses(checks: readonly Check[], agreement: Agreement, isToExplain: (index: number) => boolean): Cause[] {
  if (!checks.some((_check, index) => isToExplain(index))) return [];
  const findings = explainArithmetic(checks, agreement, isToExplain);
  const known = new Set(findings.flatMap((finding) => finding.checks));
  const others = checks.flatMap((_check, index) => (isToExplain(index) && !known.has(index) ? [index] : []));
  const consequences = consequencesOf(findings, others, checks, agreement);
  const followed = new Set([...consequences.values()].flat());
  const causes = findings.map((finding) => toCause(finding, consequences.get(finding) ?? [], checks));
  const alone = others.filter((index) => !followed.has(index)).map((index) => otherCause([index], checks));
  return [...causes, ...alone].sort((a, b) => gravity(a.severity) - gravity(b.severity) || (a.checks[0] ?? 0) - (b.checks[0] ?? 0));
}

function toCause(finding: Finding, consequences: readonly number[], checks: readonly Check[]): Cause {
  const { kind, corrections, alternatives, isCertain } = finding;
  const indexes = [...finding.checks, ...consequences];
  if (kind === 'other') {
    const other = otherCause(indexes, checks);
    return { ...other, isCertain, message: finding.isComplete ? contradictionMessage(other.message, indexes.length) : unexplainedMessage(other.message, indexes.length) };
  }
  const severity = worstSeverity(indexes.flatMap((index) => checks[index] ?? []));
  return { kind, severity, corrections, alternatives: alternatives.map((one) => one.corrections).filter((one) => one.length > 0), checks: indexes, isCertain, message: causeMessage(finding, indexes.length) };
}

function otherCause(indexes: readonly number[], checks: readonly Check[]): Cause {
  const found = indexes.flatMap((index) => checks[index] ?? []);
  return { kind: 'other', severity: worstSeverity(found), corrections: [], alternatives: [], checks: indexes, isCertain: true, message: found[0]?.message ?? { da: '', en: '' } };
}
