import { amountOf, amountToNumber } from '../../../../src/core/money/amount';
import { type Check } from '../../../../src/core/reconciliation/rule';
import { comparedFigures } from '../../../../src/core/reconciliation/worksheet/compared-figures';

const mio = (tenths: number) => amountOf(tenths, 1, 'mio. kr.');
const figures = { rule: 'column-footing', printed: mio(50), computed: mio(40), residual: mio(-10), bound: mio(0) };

function spelled(check: Parameters<typeof comparedFigures>[0], isEdited = false): Record<string, number> {
  return Object.fromEntries(Object.entries(comparedFigures(check, isEdited)).flatMap(([name, amount]) => (amount === null || amount.coefficient === 0 ? [] : [[name, amountToNumber(amount)]])));
}

it('of two that have to be the same are the stated one, where it stands, and the calculated one', () => {
  expect(spelled(figures)).toEqual({ inDocument: 5, computed: 4, difference: -1 });
  expect(spelled(figures, true)).toEqual({ inSheet: 5, computed: 4, difference: -1 });
  expect(spelled({ ...figures, rule: 'own-table-tie-out' })).toEqual({ inSheet: 5, computed: 4, difference: -1 });
});

it.each<[NonNullable<Check['within']>, Record<string, number>]>([
  ['part', { inDocument: 5, atMost: 4, difference: 1 }],
  ['parts', { computed: 5, atMost: 4, difference: 1 }],
])('of a part that is too large (%s) are the part and the most that it may be', (within, expected) => {
  expect(spelled({ ...figures, within })).toEqual(expected);
});

it('of a limit is no figure of the document', () => {
  expect(spelled({ ...figures, printed: mio(40), computed: mio(50), residual: mio(10), within: 'limit' })).toEqual({ computed: 5, atMost: 4, difference: 1 });
});
