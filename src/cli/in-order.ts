/** How many files are worked on ahead of the one whose result is taken, for each that is worked on at a time. */
export const FILES_AHEAD = 3;

/**
 * The results of work on some items in the items' order. Shape: work on so many items is begun ahead of the one whose result is taken, so that
 * neither results nor items pile up.
 */
export async function* inOrder<Item, Done>(items: readonly Item[], ahead: number, work: (item: Item, index: number) => Promise<Done>): AsyncGenerator<Done> {
  const begun: Promise<Done>[] = [];
  let next = 0;
  for (let taken = 0; taken < items.length; taken += 1) {
    for (; next < items.length && begun.length < ahead; next += 1) begun.push(work(items[next] as Item, next));
    yield begun.shift() as Promise<Done>;
  }
}
