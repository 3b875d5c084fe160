import { type Cause } from '../../reconciliation/causes/cause';
import { worstSeverity } from '../../reconciliation/causes/severity-order';
import { type Check, type Severity } from '../../reconciliation/rule';

/** How many things ask for an answer: one for each cause, however many checks it makes fail, and one for each check that should have been made and could not be. */
export interface OpenFindings {
  readonly errors: number;
  readonly warnings: number;
}

/** What is open among checks. Shape: the causes' checks are indexes into `checks`; `accepted` are those that somebody accepted. */
export function openFindings(checks: readonly Check[], causes: readonly Cause[], accepted: ReadonlySet<Check>): OpenFindings {
  const differing = causes.flatMap((cause): Severity[] => {
    const open = cause.checks.flatMap((index) => checks[index] ?? []).filter((check) => !accepted.has(check));
    return open.length === 0 ? [] : [worstSeverity(open)];
  });
  const unchecked = checks.flatMap((check) => (check.outcome === 'not-checkable' && !accepted.has(check) ? [check.severity] : []));
  const count = (severity: Severity): number => [...differing, ...unchecked].filter((one) => one === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}
