import { reconcile } from '../../src/core/reconciliation/engine';
import { type Check } from '../../src/core/reconciliation/rule';
import { buildAgreements } from './agreement-builder';
import { checkLine } from './check-lines';
import { deepFreeze } from './deep-freeze';

/** One case of a rule: an agreement as text, and every check that the rule makes of it, in document order. */
export interface RuleCase {
  readonly name: string;
  readonly agreement: string;
  readonly checks: readonly string[];
  /** Danish messages expected among the checks, word for word. */
  readonly messages?: readonly string[];
}

/**
 * Runs a rule's cases strictly: no two cases alike, every check listed and no other, the input frozen, every message in both languages,
 * and at least one case that finds something and one that finds nothing.
 */
export function testRule(rule: string, cases: readonly RuleCase[]): void {
  describe(rule, () => {
    it('has no two cases alike', () => {
      expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length);
      expect(new Set(cases.map((one) => one.agreement.trim())).size).toBe(cases.length);
    });

    it('has cases that pass and cases that do not', () => {
      const outcomes = cases.flatMap((one) => one.checks.map((check) => check.split(/[ |]/)[0]));
      expect(outcomes).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:differs|not-checkable)$/)]));
      expect(cases.some((one) => one.checks.every((check) => !check.startsWith('differs')))).toBe(true);
    });

    it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
      const checks = checksOf(rule, one.agreement);
      expect(checks.map(checkLine)).toEqual(one.checks);
      for (const message of one.messages ?? []) expect(checks.map((check) => check.message.da)).toContain(message);
    });
  });
}

/** The checks that one rule makes of an agreement written as text; every check is held to the form that all checks have. */
export function checksOf(rule: string, text: string): Check[] {
  const { agreement, others } = deepFreeze(buildAgreements(text));
  const checks = reconcile(agreement, others).filter((check) => check.rule === rule);
  checks.forEach(expectWellFormed);
  return checks;
}

/** Both languages say something, a difference has a residual of the stated size, and no message shows a placeholder. */
function expectWellFormed(check: Check): void {
  for (const text of [check.message.da, check.message.en]) {
    expect(text).toMatch(/\S.*\.$/s);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  }
  if (check.residual !== null) expect([check.printed, check.computed, check.bound]).not.toContain(null);
}
