import { matchNormalized, type NameMatch } from './name-matching';

/** Things by the words of their names, so that a look-up does not read every name. */
export interface NameIndex {
  readonly names: readonly string[];
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** Which names hold a word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly sortedWords: readonly string[];
}

/** An index over names that are already normalized. Shape: names are known by their place in the list. */
export function indexNames(names: readonly string[]): NameIndex {
  const exact = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const note = (places: Map<string, number[]>, key: string, place: number): void => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  };
  names.forEach((name, place) => {
    note(exact, name, place);
    for (const word of new Set(name.split(' '))) note(byWord, word, place);
  });
  return { names, exact, byWord, sortedWords: [...byWord.keys()].sort() };
}

/** Where a normalized name is met, in the order of the list, and how: the same name, or a part of one. */
export function placesOfName(index: NameIndex, wanted: string): { readonly place: number; readonly match: Exclude<NameMatch, 'none'> }[] {
  if (wanted === '') return [];
  return candidates(index, wanted.split(' ')).flatMap((place) => {
    const match = matchNormalized(wanted, index.names[place] ?? '');
    return match === 'none' ? [] : [{ place, match }];
  });
}

/** The names that hold the rarest whole word of the wanted one; of a single word those with a word that begins with it. */
function candidates(index: NameIndex, words: readonly string[]): readonly number[] {
  const whole = words.slice(0, -1).map((word) => index.byWord.get(word) ?? []);
  if (whole.length > 0) return whole.reduce((rarest, places) => (places.length < rarest.length ? places : rarest));
  const [beginning = ''] = words;
  const found = new Set<number>();
  for (let at = firstNotBefore(index.sortedWords, beginning); index.sortedWords[at]?.startsWith(beginning) === true; at += 1) {
    for (const place of index.byWord.get(index.sortedWords[at] ?? '') ?? []) found.add(place);
  }
  return [...found].sort((a, b) => a - b);
}

function firstNotBefore(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
