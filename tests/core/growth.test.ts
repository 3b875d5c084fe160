import { type Agreement } from '../../src/core/budget/agreement';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { reconcile } from '../../src/core/reconciliation/engine';
import { textToDocument } from '../../src/readers/text';
import { GROWTH_SHAPES } from '../support/growth-shapes';

/** How often anything of a value is looked at while something works on it. */
class Looks {
  count = 0;
  private readonly known = new WeakMap<object, object>();

  /** The value, counting. Lists and objects in it count too. */
  watch<Value>(value: Value): Value {
    if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return value;
    const watched = this.known.get(value) ?? new Proxy(value, {
      get: (target, key) => {
        this.count += 1;
        const part: unknown = Reflect.get(target, key);
        return this.watch(part);
      },
    });
    this.known.set(value, watched);
    return watched as Value;
  }
}

/** From the smaller to the larger size, work may grow by this much of the growth of the document: n log n, and what stands in a document once. */
const MOST_SHARE = 1.5;
const [SMALL, LARGE] = [20, 80];

/** How much more is looked at in the large document, as a share of how much longer it is. Shape: nothing here depends on time. */
async function growthOf(shape: string, work: (size: number) => Promise<number>): Promise<number> {
  const [small, large] = [await work(SMALL), await work(LARGE)];
  return large / small / (textOf(shape, LARGE).length / textOf(shape, SMALL).length);
}

function textOf(shape: string, size: number): string {
  return GROWTH_SHAPES[shape]?.(size) ?? '';
}

async function read(shape: string, size: number, looks: Looks | null = null): Promise<Agreement> {
  const document = await textToDocument(`${shape}.txt`, textOf(shape, size));
  if (!document.ok) throw new Error(document.failure.code);
  const { lines } = document.value;
  return extractAgreement({ ...document.value, lines: looks === null ? lines : looks.watch(lines) });
}

describe.each(Object.keys(GROWTH_SHAPES))('%s', (shape) => {
  it('is read by looking at every line about as often, however many there are', async () => {
    const share = await growthOf(shape, async (size) => {
      const looks = new Looks();
      await read(shape, size, looks);
      return looks.count;
    });
    expect(share).toBeLessThan(MOST_SHARE);
  });

  it('is checked by looking at every figure about as often, however many there are', async () => {
    const share = await growthOf(shape, async (size) => {
      const looks = new Looks();
      reconcile(looks.watch(await read(shape, size)));
      return looks.count;
    });
    expect(share).toBeLessThan(MOST_SHARE);
  });
});

it('work that grows with the square is found', () => {
  const look = (size: number): number => {
    const looks = new Looks();
    const rows = looks.watch(Array.from({ length: size }, (_, index) => ({ index })));
    for (const row of rows) rows.filter((other) => other.index === row.index);
    return looks.count;
  };
  expect(look(LARGE) / look(SMALL) / (LARGE / SMALL)).toBeGreaterThan(MOST_SHARE);
});
