import { type Check, type Severity } from '../reconciliation/rule';

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Whether a check belongs in the list of findings: it differs, could not be made, or is unusual for rounding. */
export function isFinding(check: Check): boolean {
  return check.outcome === 'differs' || check.outcome === 'not-checkable' || (check.outcome === 'agrees-within-rounding' && check.isUnusual);
}

/** The findings among checks: what differs first, errors before warnings, otherwise in document order. */
export function sortedFindings(checks: readonly Check[]): Check[] {
  return checks
    .filter(isFinding)
    .map((check, index) => ({ check, index }))
    .sort((a, b) => rank(a.check) - rank(b.check) || a.index - b.index)
    .map(({ check }) => check);
}

/**
 * A text that names a check for as long as it is about the same thing: its rule and its place, not its figures.
 * Shape: unique within the checks of one agreement, see `findingKeys`.
 */
export function findingKey(check: Check): string {
  const { initiative, component, total, pool, table, row, column, position } = check.place;
  const path = [initiative, component, total, pool, table, row].map((index) => (index === null ? '' : String(index + 1))).join('.');
  return [check.rule, path, column ?? '', position === null ? '' : `${position.page ?? ''}:${position.line}`].join('|');
}

/** The keys of checks in their order; checks of one rule about the same place are told apart by their order. */
export function findingKeys(checks: readonly Check[]): string[] {
  const seen = new Map<string, number>();
  return checks.map((check) => {
    const key = findingKey(check);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

function rank(check: Check): number {
  const byOutcome = check.outcome === 'differs' ? 0 : check.outcome === 'not-checkable' ? 1 : 2;
  return SEVERITY_ORDER[check.severity] * 3 + byOutcome;
}
