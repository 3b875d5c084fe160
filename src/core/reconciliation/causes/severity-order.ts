import { type Check, type Severity } from '../rule';

/** How grave a severity is: the lower, the graver. */
export function gravity(severity: Severity): number {
  return { error: 0, warning: 1, info: 2 }[severity];
}

/** The gravest severity among checks; information where there are none. */
export function worstSeverity(checks: readonly Pick<Check, 'severity'>[]): Severity {
  return checks.map(({ severity }) => severity).sort((a, b) => gravity(a) - gravity(b))[0] ?? 'info';
}
