import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { type DocumentText } from '../../src/core/extraction/lines/document-text';
import { reconcile } from '../../src/core/reconciliation/engine';
import { textToDocument } from '../../src/readers/text';
import { countCalls } from '../support/count-calls';
import { GROWTH_SHAPES } from '../support/growth-shapes';

/** From the smaller to the larger size, work may grow by this much of the growth of the document: n log n, and what stands in a document once. */
const MOST_SHARE = 1.5;
const [SMALL, LARGE] = [20, 80];

/** How much more is done for the large document, as a share of how much longer it is. Shape: nothing here depends on time. */
async function growthOf(shape: string, prepare: (size: number) => Promise<() => unknown>): Promise<number> {
  const [small, large] = [await countCalls(await prepare(SMALL)), await countCalls(await prepare(LARGE))];
  return large / small / (textOf(shape, LARGE).length / textOf(shape, SMALL).length);
}

function textOf(shape: string, size: number): string {
  return GROWTH_SHAPES[shape]?.(size) ?? '';
}

async function linesOf(shape: string, size: number): Promise<DocumentText> {
  const document = await textToDocument(`${shape}.txt`, textOf(shape, size));
  if (!document.ok) throw new Error(document.failure.code);
  return document.value;
}

describe.each(Object.keys(GROWTH_SHAPES))('%s', (shape) => {
  it('is read with about as many calls a line, however many lines there are', async () => {
    const share = await growthOf(shape, async (size) => {
      const document = await linesOf(shape, size);
      return () => extractAgreement(document);
    });
    expect(share).toBeLessThan(MOST_SHARE);
  });

  it('is checked with about as many calls a figure, however many figures there are', async () => {
    const share = await growthOf(shape, async (size) => {
      const agreement = extractAgreement(await linesOf(shape, size));
      return () => reconcile(agreement);
    });
    expect(share).toBeLessThan(MOST_SHARE);
  });
});

it('work that grows with the square is found', async () => {
  const rows = (size: number): number[] => Array.from({ length: size }, (_, index) => index);
  const work = (size: number) => () => rows(size).map((row) => rows(size).filter((other) => other === row));
  const [small, large] = [await countCalls(work(SMALL)), await countCalls(work(LARGE))];
  expect(large / small / (LARGE / SMALL)).toBeGreaterThan(MOST_SHARE);
});
