import { type Cause } from '../../../../src/core/reconciliation/causes/cause';
import { type Check, type Outcome, type Severity } from '../../../../src/core/reconciliation/rule';
import { type WorkbookCause, type WorkbookFinding } from '../../../../src/excel/workbook-port';
import { type CauseCard, causeCards, countStandings, filterCards, listCards, openKeys, rulesOf, standingOfCard } from '../../../../src/taskpane/view-models/findings/cause-cards';

const ACCEPTED = { acceptance: { reason: 'Afstemt', by: null, acceptedAt: '2026-11-22' } };

function finding(key: string, severity: Severity, initiative: number | null, more: Partial<WorkbookFinding> = {}, rule = 'row-cross-footing', outcome: Outcome = 'differs'): WorkbookFinding {
  const place = { initiative, component: null, total: null, pool: null, table: null, row: null, column: null, position: { page: null, line: 1, box: null } };
  const check: Check = { rule, outcome, severity, place, initiative: initiative === null ? null : `Initiativ ${initiative}`, label: null, printed: null, computed: null, residual: null, bound: null, isUnusual: false, message: { da: key, en: key }, suggestion: null, related: [] };
  return { key, importId: 'i1', check, place: null, ...more };
}

function cause(kind: Cause['kind'], findings: readonly string[]): WorkbookCause {
  return { importId: 'i1', cause: { kind, severity: 'error', corrections: [], alternatives: [], checks: [], isCertain: true, message: { da: '', en: '' } }, findings, place: null };
}

const FINDINGS = [
  finding('row', 'error', 1),
  finding('column', 'error', null, {}, 'column-footing'),
  finding('edit', 'warning', 2, {}, 'edited-after-import'),
  finding('follows', 'error', 2),
  finding('doubt', 'warning', 0),
  finding('note', 'info', 0, {}, 'unit-stated'),
  finding('done', 'error', 0, ACCEPTED),
  finding('unchecked', 'warning', 3, {}, 'column-footing', 'not-checkable'),
];
const CARDS = causeCards(FINDINGS, [cause('figure', ['row', 'column']), cause('edit', ['edit', 'follows']), cause('other', ['doubt']), cause('other', ['note']), cause('other', ['done'])]);
const keys = (cards: readonly CauseCard[]): string[][] => cards.map(({ findings }) => findings.map(({ key }) => key));
const ordered = (groups: ReturnType<typeof listCards>['toDecide']): (string | number | null)[][] => groups.map(({ initiative, cards }) => [initiative, ...cards.map(({ key }) => key)]);

describe('the cards of the findings', () => {
  it('are one for every cause, and one for every finding that none explains', () => {
    expect(keys(CARDS)).toEqual([['row', 'column'], ['edit', 'follows'], ['doubt'], ['note'], ['done'], ['unchecked']]);
  });

  it('show edits first, then errors, warnings and what is accepted; notes stand apart', () => {
    const { toDecide, notes, noteCount } = listCards(CARDS);
    expect(ordered(toDecide)).toEqual([['Initiativ 2', 'edit'], ['Initiativ 1', 'row'], ['Initiativ 0', 'doubt'], ['Initiativ 3', 'unchecked'], ['Initiativ 0', 'done']]);
    expect(ordered(notes)).toEqual([['Initiativ 0', 'note']]);
    expect(noteCount).toBe(1);
  });

  it('count each cause once, as the gravest of what is not accepted', () => {
    expect(countStandings(CARDS)).toEqual({ error: 2, warning: 2, info: 1, accepted: 1 });
    const half = causeCards([finding('a', 'error', 1, ACCEPTED), finding('b', 'warning', 1)], [cause('figure', ['a', 'b'])]);
    expect(half.map(standingOfCard)).toEqual(['warning']);
    expect(half.map(openKeys)).toEqual([['b']]);
  });

  it('are filtered whole, by standing and by rule', () => {
    expect(keys(filterCards(CARDS, { severities: ['error'], rule: 'column-footing' }))).toEqual([['row', 'column']]);
    expect(keys(filterCards(CARDS, { severities: ['accepted'], rule: null }))).toEqual([['done']]);
    expect(rulesOf(CARDS)[0]).toEqual({ rule: 'row-cross-footing', count: 4 });
  });

  it('leave out what was taken back since the causes were found', () => {
    expect(keys(causeCards(FINDINGS.slice(1, 2), [cause('figure', ['row', 'column']), cause('edit', ['edit'])]))).toEqual([['column']]);
  });
});
