import { type Cause } from '../../../../src/core/reconciliation/causes/cause';
import { observe, placeAt } from '../../../../src/core/reconciliation/checking/check-building';
import { type Check, type Outcome, type Severity } from '../../../../src/core/reconciliation/rule';
import { groupFindings, isToldApart, messageOf, severityOf } from '../../../../src/core/sheet-plan/checks/finding-groups';

function check(line: number, outcome: Outcome, severity: Severity, text = `linje ${line}`): Check {
  const position = { page: null, line, box: null };
  return observe({ rule: 'column-footing', place: placeAt({ position }), initiative: null, label: null }, outcome, severity, { da: text, en: text });
}

function cause(kind: Cause['kind'], severity: Severity, checks: readonly number[], text: string): Cause {
  return { kind, severity, corrections: [], alternatives: [], checks, isCertain: true, message: { da: text, en: text } };
}

const checks = [check(1, 'agrees', 'info'), check(2, 'not-checkable', 'warning'), check(3, 'differs', 'warning'), check(4, 'differs', 'error'), check(5, 'differs', 'error'), check(6, 'differs', 'warning')];
const edit = cause('edit', 'warning', [2], 'linje 3 Det giver én afvigelse mere.');
const figure = cause('figure', 'error', [3, 4], 'Er 1,0 i virkeligheden 2,0?');
const other = cause('other', 'warning', [5], 'linje 6');
const groups = groupFindings(checks, [figure, other, edit]);

describe('findings under their causes', () => {
  it('are edits first, then the gravest, what differs before what could not be checked; each once', () => {
    expect(groups.map((group) => [group.cause?.kind ?? null, group.findings.map((finding) => finding.check.place.position?.line)])).toEqual([
      ['edit', [3]],
      ['figure', [4, 5]],
      ['other', [6]],
      [null, [2]],
    ]);
    expect(groups.map(severityOf)).toEqual(['warning', 'error', 'warning', 'warning']);
  });

  it('have a cause above them only where none of them says it', () => {
    expect(groups.map(isToldApart)).toEqual([false, true, false, false]);
  });

  it('say what the cause says besides, once', () => {
    expect(messageOf(checks[2] as Check, edit, 'da')).toBe('linje 3 Det giver én afvigelse mere.');
    expect(messageOf(checks[3] as Check, figure, 'en')).toBe('linje 4 Er 1,0 i virkeligheden 2,0?');
    expect(messageOf(checks[5] as Check, other, 'da')).toBe('linje 6');
  });
});
