import { inOrder } from '../../src/cli/in-order';

it('gives results in the order of the items, whichever is done first, and begins no more than it may', async () => {
  const open = new Map<number, () => void>();
  let most = 0;
  const work = (item: number): Promise<number> =>
    new Promise((resolve) => {
      open.set(item, () => {
        open.delete(item);
        resolve(item * 10);
      });
      most = Math.max(most, open.size);
      // The last that was begun is done first.
      if (open.size === 3 || item >= 6) for (const done of [...open.values()].reverse()) done();
    });
  const results: number[] = [];
  for await (const result of inOrder([1, 2, 3, 4, 5, 6, 7], 3, work)) results.push(result);
  expect(results).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

it('gives nothing for nothing', async () => {
  expect((await inOrder([], 3, () => Promise.resolve(1)).next()).done).toBe(true);
});
