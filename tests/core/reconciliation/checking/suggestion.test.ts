import { slipBetween, suggestRowSlip } from '../../../../src/core/reconciliation/checking/suggestion';

describe('slipBetween', () => {
  it.each([
    [351, 531, 'transposed-digits'],
    [1234, 1243, 'transposed-digits'],
    [351, -351, 'sign'],
    [6, 6000, 'factor-thousand'],
    [37, 370, 'decimal-point'],
    [1234, 134, 'dropped-digit'],
    [124, 1224, 'dropped-digit'],
    [351, 357, 'one-digit'],
    [351, 351, null],
    [351, 513, null],
    [0, 35, null],
    [-12, 21, null],
  ])('%i printed as %i: %s', (intended, printed, slip) => {
    expect(slipBetween(intended, printed)).toBe(slip);
  });
});

describe('suggestRowSlip', () => {
  const isYear = [true, true, true, false];

  it.each([
    ['a row printed twice', [[40, 44, 0, 84], [30, 32, 0, 62], [30, 32, 0, 62]], [30, 32, 0, 62], 'doubled-row'],
    ['a row shifted a year', [[40, 44, 0, 84], [30, 32, 0, 62]], [30, 2, -32, 0], 'shifted-year'],
    ['a row copied from the one before', [[40, 44, 0, 84], [30, 32, 0, 62], [30, 32, 0, 62]], [5, 9, 0, 14], 'copied-row'],
    ['a row left out', [[40, 44, 0, 84], [30, 32, 0, 62]], [-30, -49, 0, -79], 'missing-row'],
  ] as const)('finds %s', (_name, values, residuals, kind) => {
    expect(suggestRowSlip({ labels: values.map((_row, index) => `Række ${index + 1}`), values, residuals, isYear })?.kind).toBe(kind);
  });

  it('does not guess from one wrong column', () => {
    expect(suggestRowSlip({ labels: ['A', 'B'], values: [[40, 44, 0, 84], [30, 32, 0, 62]], residuals: [5, 0, 0, 0], isYear })).toBeNull();
  });
});
