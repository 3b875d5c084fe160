/** A title reduced to what two printings of it share: letters and digits in lower case. */
export function normalizeTitle(title: string): string {
  return title.toLowerCase().replace(/[^a-zæøåéäöü0-9]+/g, '');
}

/**
 * How alike two titles are, from 0 to 1: the share of letter pairs they have in common.
 * Source: the Sørensen–Dice coefficient over bigrams.
 */
export function titleSimilarity(first: string, second: string): number {
  const a = normalizeTitle(first);
  const b = normalizeTitle(second);
  if (a === b) return a === '' ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let index = 0; index < a.length - 1; index += 1) {
    const pair = a.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let index = 0; index < b.length - 1; index += 1) {
    const pair = b.slice(index, index + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / (a.length + b.length - 2);
}

/** The index of the candidate most like a title, when it is like enough; -1 when none is. */
export function bestTitle(title: string, candidates: readonly string[], threshold: number): number {
  let best = -1;
  let bestSimilarity = threshold;
  candidates.forEach((candidate, index) => {
    const similarity = titleSimilarity(title, candidate);
    if (similarity >= bestSimilarity && (best < 0 || similarity > bestSimilarity)) {
      best = index;
      bestSimilarity = similarity;
    }
  });
  return best;
}
