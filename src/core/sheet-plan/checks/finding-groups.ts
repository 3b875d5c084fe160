import { type Language } from '../../money/danish-number';
import { type Cause } from '../../reconciliation/causes/cause';
import { gravity } from '../../reconciliation/causes/severity-order';
import { type Check, type Severity } from '../../reconciliation/rule';
import { keyedFindings, type KeyedFinding } from './findings';

/**
 * One thing to look at: everything that one cause explains, or a finding that none does because nothing differs.
 * Shape: `findings` has at least one; the first of an edit is the edit.
 */
export interface FindingGroup {
  readonly cause: Cause | null;
  readonly findings: readonly KeyedFinding[];
}

/** The findings among checks under their causes, each finding in one group: edits of the workbook first, then the gravest, differences before what could not be checked. */
export function groupFindings(checks: readonly Check[], causes: readonly Cause[]): FindingGroup[] {
  const left = new Map(keyedFindings(checks).map((finding) => [finding.check, finding]));
  const explained = causes.flatMap((cause): FindingGroup[] => {
    const findings = cause.checks.flatMap((index) => left.get(checks[index] as Check) ?? []);
    for (const { check } of findings) left.delete(check);
    return findings.length === 0 ? [] : [{ cause, findings }];
  });
  const alone = [...left.values()].map((finding): FindingGroup => ({ cause: null, findings: [finding] }));
  return [...explained, ...alone].map((group, index) => ({ group, index })).sort((a, b) => rank(a.group) - rank(b.group) || a.index - b.index).map(({ group }) => group);
}

/** How grave a group is: as its cause, else as its one finding. */
export function severityOf({ cause, findings }: FindingGroup): Severity {
  return cause?.severity ?? findings[0]?.check.severity ?? 'info';
}

/** Whether the cause is told by itself above its checks: they are several, and the first of them does not say it, as an edit does. */
export function isToldApart({ cause, findings }: FindingGroup): boolean {
  return cause !== null && findings.length > 1 && !isSaidBy(cause, findings[0]?.check);
}

/** What all checks of a cause are about; null for what they have not in common. */
export function sharedSubject(checks: readonly Check[]): Pick<Check, 'initiative' | 'label'> {
  const [first] = checks;
  const common = (name: 'initiative' | 'label'): string | null => (checks.every((check) => check[name] === first?.[name]) ? (first?.[name] ?? null) : null);
  return { initiative: common('initiative'), label: common('label') };
}

/** What a check says with what its cause says besides. */
export function messageOf(check: Check, cause: Cause, language: Language): string {
  if (isSaidBy(cause, check)) return cause.message[language];
  return cause.kind === 'other' ? check.message[language] : `${check.message[language]} ${cause.message[language]}`;
}

/** Whether a cause says what a check says and goes on from there. */
export function isSaidBy({ message }: Pick<Cause, 'message'>, check: Pick<Check, 'message'> | undefined): boolean {
  return check !== undefined && message.da.startsWith(check.message.da);
}

function rank(group: FindingGroup): number {
  if (group.cause?.kind === 'edit') return -1;
  const outcome = group.findings[0]?.check.outcome;
  return gravity(severityOf(group)) * 3 + (outcome === 'differs' ? 0 : outcome === 'not-checkable' ? 1 : 2);
}
