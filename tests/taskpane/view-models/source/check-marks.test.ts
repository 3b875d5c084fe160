import { amountOf } from '../../../../src/core/money/amount';
import { type Check, type CheckedPlace } from '../../../../src/core/reconciliation/rule';
import { aboutCheck, marginSum, marksOfCheck } from '../../../../src/taskpane/view-models/source/check-marks';

const place = (line: number, column: number | 'total', component: number | null = null): CheckedPlace => ({ initiative: 0, component, total: null, pool: null, table: null, row: null, column, position: { page: 3, line, box: null } });
const amount = (tenths: number) => amountOf(tenths, 1, 'mio. kr.');

/** A row of 1.0 + 1.0 + 2.5 that should be 4.4. */
const ROW: Check = {
  rule: 'row-cross-footing',
  outcome: 'differs',
  severity: 'error',
  place: place(7, 'total'),
  initiative: 'SletDet',
  label: null,
  printed: amount(44),
  computed: amount(45),
  residual: amount(1),
  bound: null,
  isUnusual: false,
  message: { da: '', en: '' },
  suggestion: null,
  related: [place(7, 2026), place(2, 'total')],
  terms: [
    { place: place(7, 2026), amount: amount(10), weight: 1 },
    { place: place(7, 2027), amount: amount(10), weight: 1 },
    { place: place(7, 2028), amount: amount(25), weight: 1 },
  ],
};

it('marks the addends, equal ones each in its place, and what else the figure is compared with', () => {
  const marks = marksOfCheck({ check: ROW, figure: ROW.place });
  expect(marks.map(({ role, position, quote }) => [role, position.line, quote])).toEqual([
    ['term', 7, { text: '1,0', fromEnd: 1 }],
    ['term', 7, { text: '1,0', fromEnd: 0 }],
    ['term', 7, { text: '2,5', fromEnd: 0 }],
    ['compared', 2, null],
  ]);
});

it('marks the check’s own figure as compared where one of its addends is looked at', () => {
  const figure = place(7, 2028);
  expect(aboutCheck(ROW, figure, 'a', 'key')?.quote).toEqual({ text: '2,5', fromEnd: 0 });
  expect(marksOfCheck({ check: ROW, figure }).map(({ role, quote }) => [role, quote?.text])).toEqual([['term', '1,0'], ['term', '1,0'], ['compared', '4,4'], ['compared', undefined]]);
});

it('spells the sum for the margin, and none for a figure that is compared with one other', () => {
  expect(marginSum({ check: ROW, figure: ROW.place }, 'da')).toBe('1,0 + 1,0 + 2,5 = 4,5');
  expect(marginSum({ check: { ...ROW, terms: (ROW.terms ?? []).slice(0, 1) }, figure: ROW.place }, 'da')).toBeNull();
});

it('leads nowhere without a place', () => {
  expect(aboutCheck(ROW, { ...ROW.place, position: null }, 'a', 'key')).toBeNull();
});
