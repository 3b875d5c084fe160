import { amountOf, amountToNumber, type Amount } from '../../../src/core/money/amount';
import { compareOwnAmount } from '../../../src/core/tie-out/compare-own-amount';

const thousand = (value: number): Amount => amountOf(value, 0, '1.000 kr.');
const million = (coefficient: number, decimals: number): Amount => amountOf(coefficient, decimals, 'mio. kr.');

function verdict(...[own, printed, rounding]: Parameters<typeof compareOwnAmount>): string {
  const compared = compareOwnAmount(own, printed, rounding);
  return compared === null ? 'too large' : `${compared.outcome} ${amountToNumber(compared.residual)} ±${amountToNumber(compared.bound)}`;
}

describe('an amount of the user’s against a printed one', () => {
  it.each([
    ['the same money in another unit', thousand(6600), million(66, 1), {}, 'agrees 0 ±50'],
    ['finer and printed rounded', thousand(6640), million(66, 1), {}, 'agrees-within-rounding -40 ±50'],
    ['finer and half a unit away', thousand(6650), million(66, 1), {}, 'agrees-within-rounding -50 ±50'],
    ['finer and further away', thousand(6651), million(66, 1), {}, 'differs -51 ±50'],
    ['a sum of three printed figures', thousand(6750), million(66, 1), { addends: 3 }, 'agrees-within-rounding -150 ±150'],
    ['as fine as the printed one', million(65, 1), million(66, 1), { isOwnRounded: true }, 'differs 0.1 ±0'],
    ['coarser and rounded by the user', million(66, 1), thousand(6640), { isOwnRounded: true }, 'agrees-within-rounding 0.04 ±0.05'],
    ['coarser and exact', million(66, 1), thousand(6640), {}, 'differs 0.04 ±0'],
    ['anything against a dash', thousand(40), million(0, 0), {}, 'differs -40 ±0'],
    ['anything against a whole million', thousand(6040), million(6, 0), {}, 'differs -40 ±0'],
    ['nothing against a small amount', thousand(0), million(4, 2), { isOwnRounded: true }, 'differs 40 ±5'],
    ['beyond exact integers', thousand(Number.MAX_SAFE_INTEGER), million(1, 3), {}, 'differs -9007199254740990 ±0'],
  ] as const)('%s', (_name, own, printed, rounding, expected) => {
    expect(verdict(own, printed, rounding)).toBe(expected);
  });

  it('is not judged where it cannot be computed exactly', () => {
    expect(compareOwnAmount(million(Number.MAX_SAFE_INTEGER, 0), amountOf(1, 2, 'kr.'))).toBeNull();
  });
});
