import { positionKey } from '../../budget/position';
import { gravity } from '../../reconciliation/causes/severity-order';
import { type Check } from '../../reconciliation/rule';

/** Whether a check belongs in the list of findings: it differs, could not be made, or is unusual for rounding. */
export function isFinding(check: Check): boolean {
  return check.outcome === 'differs' || check.outcome === 'not-checkable' || (check.outcome === 'agrees-within-rounding' && check.isUnusual);
}

/** A finding with the key that names it. */
export interface KeyedFinding {
  readonly key: string;
  readonly check: Check;
}

/** The findings among checks, each with its key: what differs first, errors before warnings, otherwise in document order. */
export function keyedFindings(checks: readonly Check[]): KeyedFinding[] {
  const findings = checks.filter(isFinding);
  const keys = findingKeys(findings);
  return findings
    .map((check, index) => ({ check, key: keys[index] ?? '', index }))
    .sort((a, b) => rank(a.check) - rank(b.check) || a.index - b.index)
    .map(({ check, key }) => ({ check, key }));
}

/**
 * A text that names a check for as long as it is about the same thing: its rule and its place, not its figures.
 * Shape: unique but for checks of one rule about the same place, which their order tells apart.
 */
function findingKey(check: Check): string {
  const { initiative, component, total, pool, table, row, column, position, sheetCell } = check.place;
  const path = [initiative, component, total, pool, table, row].map((index) => (index === null ? '' : String(index + 1))).join('.');
  const at = position === null ? '' : positionKey(position);
  return [check.rule, path, column ?? '', at, ...(sheetCell === undefined ? [] : [sheetCell])].join('|');
}

/** The keys of findings in their order; checks of one rule about the same place are told apart by their order. */
function findingKeys(checks: readonly Check[]): string[] {
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
  return gravity(check.severity) * 3 + byOutcome;
}
