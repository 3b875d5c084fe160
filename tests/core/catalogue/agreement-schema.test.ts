import { parseAgreement } from '../../../src/core/catalogue/agreement-schema';
import { type Agreement } from '../../../src/core/budget/agreement';
import { sampleAgreement } from '../../support/sample-agreement';

/** The sample as it comes out of a store, with one value replaced. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(sampleAgreement()));
  let target = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) target = target[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return copy;
}

it('takes an agreement as it was stored', () => {
  expect(parseAgreement(JSON.parse(JSON.stringify(sampleAgreement())))).toEqual(sampleAgreement());
});

it('allows fields that a newer version added', () => {
  expect(parseAgreement(withValue(['later'], 1))).not.toBeNull();
});

it.each([
  ['a list where an agreement should be', []],
  ['nothing', null],
  ['a text', 'aftale'],
])('refuses %s', (_, value) => {
  expect(parseAgreement(value)).toBeNull();
});

it.each<[string, readonly (string | number)[], unknown]>([
  ['a missing field', ['totals'], undefined],
  ['an unknown unit', ['unit'], 'euro'],
  ['an unknown layout', ['document', 'layout'], 'roman'],
  ['a year that is none', ['years', 0], 20260],
  ['an amount with a fraction in its coefficient', ['initiatives', 0, 'total', 'cells', 0, 'amount', 'coefficient'], 1.5],
  ['an amount beyond exact integers', ['initiatives', 0, 'total', 'cells', 0, 'amount', 'coefficient'], 2 ** 60],
  ['negative decimals', ['initiatives', 0, 'total', 'cells', 0, 'amount', 'decimals'], -1],
  ['a cell of an unknown kind', ['initiatives', 0, 'total', 'cells', 0, 'kind'], 'guess'],
  ['a cell kind that every object has', ['initiatives', 0, 'total', 'cells', 0, 'kind'], '__proto__'],
  ['a component that is no row', ['initiatives', 0, 'components', 0], 'Drift'],
  ['a position without a line', ['initiatives', 0, 'position', 'line'], null],
])('refuses %s', (_, path, value) => {
  expect(parseAgreement(withValue(path, value))).toBeNull();
});

it('does not take inherited fields for stored ones', () => {
  const inherited = Object.create(sampleAgreement()) as Agreement;
  expect(parseAgreement(inherited)).toBeNull();
});
