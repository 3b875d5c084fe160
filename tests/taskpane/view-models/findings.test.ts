import { type Check, type Outcome, type Severity } from '../../../src/core/reconciliation/rule';
import { type WorkbookFinding } from '../../../src/excel/workbook-port';
import { countStandings, filterFindings, findingsOfChecks, findingsOfEdit, groupFindings, rulesOf, standingOf, toggleStanding, uncheckedOfChecks } from '../../../src/taskpane/view-models/findings';
import { countOutcomes, initiativeVerdicts } from '../../../src/taskpane/view-models/verdicts';

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

  it('stand in the document’s order under their initiatives, gravest first', () => {
    const groups = groupFindings(FINDINGS).map(({ initiative, findings }) => [initiative, findings.map((one) => one.check.severity)]);
    expect(groups).toEqual([
      [null, ['info']],
      ['Initiativ 0', ['error', 'info']],
      ['Initiativ 1', ['info']],
      ['Initiativ 2', ['warning']],
    ]);
  });

  it('count as accepted once accepted, and stay', () => {
    const all = [accepted, ...FINDINGS.slice(1)];
    expect(standingOf(accepted)).toBe('accepted');
    expect(countStandings(all)).toEqual({ error: 1, warning: 0, info: 3, accepted: 1 });
    expect(filterFindings(all, { severities: [], rule: null })).toHaveLength(5);
    expect(filterFindings(all, { severities: ['accepted'], rule: null })).toEqual([accepted]);
  });

  it('are filtered by rule and standing together', () => {
    expect(filterFindings(FINDINGS, { severities: ['info'], rule: 'row-cross-footing' }).map((one) => one.check.initiative)).toEqual(['Initiativ 1']);
    expect(rulesOf(FINDINGS)[0]).toEqual({ rule: 'row-cross-footing', count: 2 });
  });

  it('switch a standing on and off in a fixed order', () => {
    const both = toggleStanding(toggleStanding({ severities: [], rule: null }, 'info'), 'error');
    expect(both.severities).toEqual(['error', 'info']);
    expect(toggleStanding(both, 'error').severities).toEqual(['info']);
  });
});

describe('the findings of an edit', () => {
  const at = (key: string, rule: string, column: number | 'total', related: readonly number[] = [], more: Partial<WorkbookFinding> = {}): WorkbookFinding => {
    const own = check(0, rule, 'differs', 'error');
    const placed = (year: number | 'total') => ({ ...own.place, column: year });
    return { key, importId: 'i1', place: null, check: { ...own, place: placed(column), related: related.map(placed) }, ...more };
  };
  const edit = at('edit', 'edited-after-import', 2027);
  const all = [
    at('row', 'row-cross-footing', 'total', [2026, 2027]),
    at('column', 'column-footing', 2027),
    edit,
    at('elsewhere', 'column-footing', 2026),
    at('done', 'lead-total-tie-out', 2027, [], { acceptance: { reason: 'x', by: null, acceptedAt: '' } }),
    at('other import', 'column-footing', 2027, [], { importId: 'i2' }),
  ];

  it('are the open ones about the figure and those that add it, the edit first', () => {
    expect(findingsOfEdit(edit, all).map(({ key }) => key)).toEqual(['edit', 'row', 'column']);
  });

  it('are only itself for any other finding', () => {
    expect(findingsOfEdit(all[0] as WorkbookFinding, all).map(({ key }) => key)).toEqual(['row']);
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
