import { type Check, type Outcome, type Severity } from '../../../../src/core/reconciliation/rule';
import { type WorkbookFinding } from '../../../../src/excel/workbook-port';
import { countAccepted, findingsOfChecks, standingOf, toggleStanding, uncheckedOfChecks } from '../../../../src/taskpane/view-models/findings/findings';
import { countOutcomes, initiativeVerdicts } from '../../../../src/taskpane/view-models/findings/verdicts';

function check(initiative: number | null, rule: string, outcome: Outcome, severity: Severity, line = 1, isUnusual = false): Check {
  return {
    rule,
    outcome,
    severity,
    place: { initiative, component: null, total: null, pool: null, table: null, row: null, column: null, position: { page: null, line, box: null } },
    initiative: initiative === null ? null : `Initiativ ${initiative}`,
    label: null,
    printed: null,
    computed: null,
    residual: null,
    bound: null,
    isUnusual,
    message: { da: 'x', en: 'x' },
    suggestion: null,
    related: [],
  };
}

const CHECKS = [
  check(2, 'row-cross-footing', 'differs', 'warning', 40),
  check(0, 'column-footing', 'agrees', 'info'),
  check(0, 'unit-stated', 'differs', 'info', 5),
  check(0, 'column-footing', 'differs', 'error', 9),
  check(null, 'price-level-stated', 'differs', 'info'),
  check(1, 'row-cross-footing', 'agrees-within-rounding', 'info', 20, true),
  check(1, 'row-cross-footing', 'not-checkable', 'info', 21),
];
const FINDINGS = findingsOfChecks(CHECKS).map((finding): WorkbookFinding => ({ ...finding, importId: 'i1' }));
const accepted: WorkbookFinding = { ...(FINDINGS[0] as WorkbookFinding), acceptance: { reason: 'Afstemt', by: null, acceptedAt: '2026-11-22' } };

describe('findings', () => {
  it('are what differs and odd roundings; what could not be checked stands apart', () => {
    expect(FINDINGS).toHaveLength(5);
    expect(uncheckedOfChecks(CHECKS)).toHaveLength(1);
  });

  it('count as accepted once accepted', () => {
    expect(standingOf(accepted)).toBe('accepted');
    expect(standingOf(FINDINGS[0] as WorkbookFinding)).toBe('warning');
    expect(countAccepted([...FINDINGS, accepted])).toBe(1);
  });

  it('switch a standing on and off in a fixed order', () => {
    const both = toggleStanding(toggleStanding({ severities: [], rule: null }, 'info'), 'error');
    expect(both.severities).toEqual(['error', 'info']);
    expect(toggleStanding(both, 'error').severities).toEqual(['info']);
  });
});

describe('verdicts', () => {
  it('count every check', () => {
    expect(countOutcomes(CHECKS)).toEqual({ agrees: 1, 'agrees-within-rounding': 1, differs: 4, 'not-checkable': 1 });
  });

  it('are never green for an initiative where something differs', () => {
    expect(initiativeVerdicts(CHECKS)).toEqual(new Map([[0, 'differs'], [1, 'agrees-within-rounding'], [2, 'differs']]));
  });
});
