import { fuzzInput, runFuzz } from '../support/fuzz';
import { registerPdfEngine } from '../support/pdf-engine';

registerPdfEngine();

/** A small part of what "npm run fuzz" does; another part can be had with another first seed. */
const FIRST_SEED = 1;
const COUNT = 150;

test('damaged documents of every kind give an answer or a failure, in time, and nothing is thrown', async () => {
  const outcomes = new Map<string, number>();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed += 1) {
    const input = fuzzInput(seed);
    const { outcome, error, milliseconds } = await runFuzz(input);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    expect({ seed, name: input.name, damage: input.damage, error: error?.stack ?? null }).toMatchObject({ error: null });
    expect(milliseconds).toBeLessThan(10_000);
  }
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['read', 'damaged-file']));
});

test('a seed gives the same damage every time', () => {
  expect(fuzzInput(7)).toEqual(fuzzInput(7));
});
