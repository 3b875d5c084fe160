import fc from 'fast-check';
import { amountOf, amountToNumber } from '../../../src/core/money/amount';
import { readNumber } from '../../../src/core/money/danish-number';
import { type Unit } from '../../../src/core/money/unit';
import { compareRestated, compareSum, type Figure, printedFigure, usualResidual } from '../../../src/core/reconciliation/arithmetic';

function figure(text: string, unit: Unit = 'mio. kr.', approximate = false): Figure {
  const number = readNumber(text);
  if (number.kind !== 'number') return { amount: amountOf(0, 0, unit), rounding: 'exact' };
  return printedFigure(amountOf(number.coefficient, number.decimals, unit), approximate);
}

function sum(addends: string, total: string): [number | null, number | null, string | null] {
  const comparison = compareSum(addends.split(' ').map((text) => figure(text)), figure(total));
  return comparison === null ? [null, null, null] : [amountToNumber(comparison.residual), amountToNumber(comparison.bound), comparison.outcome];
}

describe('compareSum', () => {
  it.each([
    ['12,5 3,1 2,8 2,1', '20,5', [0, 0.25, 'agrees']],
    ['12,5 3,1 2,8 2,1', '20,6', [-0.1, 0.25, 'agrees-within-rounding']],
    ['12,5 3,1 2,8 2,1', '20,8', [-0.3, 0.25, 'differs']],
    ['1,0 1,0 1,0', '3,2', [-0.2, 0.2, 'agrees-within-rounding']],
    ['- - - 5,4', '5,4', [0, 0, 'agrees']],
    ['- - - 5,4', '5,5', [-0.1, 0, 'differs']],
    ['0,0 0,0 0,0 5,4', '5,5', [-0.1, 0.25, 'agrees-within-rounding']],
    ['- -', '0,1', [-0.1, 0, 'differs']],
    ['4,13 0,93', '5,1', [-0.04, 0.06, 'agrees-within-rounding']],
    ['3.832 1.067', '4.900', [-1, 1.5, 'agrees-within-rounding']],
  ])('%s = %s', (addends, total, expected) => {
    expect(sum(addends, total)).toEqual(expected);
  });

  it('takes units per figure', () => {
    const comparison = compareSum([figure('6,8', 'mia. kr.'), figure('350,4')], figure('7.190,0'));
    expect(comparison === null ? null : [amountToNumber(comparison.residual), amountToNumber(comparison.bound), comparison.outcome]).toEqual([-39.6, 50.1, 'agrees-within-rounding']);
  });

  it('answers null beyond exact integers', () => {
    expect(compareSum([figure('900.719.925.474.099', 'mia. kr.'), figure('0,01', 'kr.')], figure('1,0'))).toBeNull();
  });

  it('never finds a difference in figures that were correctly rounded one by one', () => {
    const cents = fc.array(fc.integer({ min: -600_000, max: 3_000_000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(cents, fc.constantFrom(10, 100, 1000), (values, unit) => {
        const round = (value: number): number => Math.round(value / unit);
        const addends = values.map((value) => printedFigure(amountOf(round(value), 1, 'mio. kr.')));
        const total = printedFigure(amountOf(round(values.reduce((a, b) => a + b, 0)), 1, 'mio. kr.'));
        expect(compareSum(addends, total)?.outcome).not.toBe('differs');
      }),
    );
  });

  it('always finds an error above the bound', () => {
    const tenths = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(tenths, fc.integer({ min: 1, max: 500 }), (values, extra) => {
        const addends = values.map((value) => printedFigure(amountOf(value, 1, 'mio. kr.')));
        const error = values.length + 1 + extra;
        const total = printedFigure(amountOf(values.reduce((a, b) => a + b, 0) + error, 1, 'mio. kr.'));
        expect(compareSum(addends, total)?.outcome).toBe('differs');
      }),
    );
  });

  it('marks a difference that rounding hardly ever makes', () => {
    const ten = Array.from({ length: 10 }, () => figure('1,1'));
    expect(compareSum(ten, figure('11,3'))?.isUnusual).toBe(false);
    expect(compareSum(ten, figure('11,5'))?.isUnusual).toBe(true);
    expect([5, 10, 20].map((n) => usualResidual(n + 1))).toEqual([2, 3, 4]);
  });
});

describe('compareRestated', () => {
  it.each([
    ['20,6', '20,5', false, [-0.1, 0, 'differs']],
    ['1,6', '1,7', true, [0.1, 0.1, 'agrees-within-rounding']],
    ['1,6', '1,8', true, [0.2, 0.1, 'differs']],
    ['112', '112,0', false, [0, 0.55, 'agrees']],
    ['112', '112,4', false, [0.4, 0.55, 'agrees-within-rounding']],
    ['112', '112,6', false, [0.6, 0.55, 'differs']],
  ] as const)('%s against %s', (stated, source, approximate, expected) => {
    const comparison = compareRestated(figure(stated, 'mio. kr.', approximate), figure(source));
    expect(comparison === null ? null : [amountToNumber(comparison.residual), amountToNumber(comparison.bound), comparison.outcome]).toEqual(expected);
  });

  it('compares millions with thousands', () => {
    const comparison = compareRestated(figure('54,0'), figure('54.044', '1.000 kr.'));
    expect(comparison === null ? null : [amountToNumber(comparison.residual), amountToNumber(comparison.bound), comparison.outcome]).toEqual([0.044, 0.0505, 'agrees-within-rounding']);
  });
});
