/** A title reduced to what two printings of it share: letters and digits in lower case. */
export function normalizeTitle(title: string): string {
  return title.toLowerCase().replace(/[^a-zæøåéäöü0-9]+/g, '');
}

/**
 * How alike two titles are, from 0 to 1: the share of letter pairs they have in common; 0 when their lengths alone rule out `atLeast`.
 * Source: the Sørensen–Dice coefficient over bigrams.
 */
export function titleSimilarity(first: string, second: string, atLeast = 0): number {
  return similarityOf(normalizeTitle(first), normalizeTitle(second), atLeast);
}

function similarityOf(a: string, b: string, atLeast: number): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const all = a.length + b.length - 2;
  if ((2 * (Math.min(a.length, b.length) - 1)) / all < atLeast) return 0;
  const pairs = new Map<number, number>();
  for (let index = 0; index < a.length - 1; index += 1) {
    const pair = pairAt(a, index);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let index = 0; index < b.length - 1; index += 1) {
    const pair = pairAt(b, index);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / all;
}

function pairAt(text: string, index: number): number {
  return text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
}

/** The index of the candidate most like a title, when it is like enough; -1 when none is. */
export function bestTitle(title: string, candidates: readonly string[], threshold: number): number {
  let best = -1;
  let bestSimilarity = threshold;
  const own = normalizeTitle(title);
  candidates.forEach((candidate, index) => {
    const similarity = similarityOf(own, normalizeTitle(candidate), bestSimilarity);
    if (similarity >= bestSimilarity && (best < 0 || similarity > bestSimilarity)) {
      best = index;
      bestSimilarity = similarity;
    }
  });
  return best;
}

/** Titles this alike are one title in two printings. */
const SAME_TITLE = 0.72;

/** Whether two titles are one in two printings, wording and punctuation aside. */
export function isSameTitle(first: string, second: string): boolean {
  return titleSimilarity(first, second, SAME_TITLE) >= SAME_TITLE;
}
