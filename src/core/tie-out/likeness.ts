import { normalizeName } from '../catalogue/name-matching';

/** Words shorter than this tell nothing of what a name is about. Units: letters. */
const TELLING_LENGTH = 3;
/** Two names are alike when they share at least this much of their words, the rare ones counting more. */
const LEAST_LIKENESS = 0.5;
/** The likest name must be ahead of the next by this much. */
const LEAST_LEAD = 0.15;

/** Names by their words, each word with how much it tells. */
export interface LikenessIndex {
  readonly words: readonly ReadonlySet<string>[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

/** An index over names, known by their places in the list. */
export function indexLikeness(names: readonly string[]): LikenessIndex {
  const words = names.map((name) => new Set(tellingWords(name)));
  const byWord = new Map<string, number[]>();
  words.forEach((set, place) => {
    for (const word of set) {
      const places = byWord.get(word);
      if (places === undefined) byWord.set(word, [place]);
      else places.push(place);
    }
  });
  return { words, byWord };
}

/**
 * The names that are like a wanted one, the likest first; `isUnique` when the first is clearly ahead.
 * Source: Jaccard's coefficient over words, each weighted by how rare it is among the names.
 */
export function likestNames(index: LikenessIndex, wanted: string): { readonly places: readonly number[]; readonly isUnique: boolean } {
  const words = new Set(tellingWords(wanted));
  const shared = new Map<number, number>();
  for (const word of words) for (const place of index.byWord.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + weightOf(index, word));
  const own = sum([...words].map((word) => weightOf(index, word)));
  const rated = [...shared].map(([place, weight]) => ({ place, likeness: weight / (own + sum([...(index.words[place] ?? [])].map((word) => weightOf(index, word))) - weight) }));
  rated.sort((a, b) => b.likeness - a.likeness || a.place - b.place);
  const [first, second] = rated;
  const isUnique = first !== undefined && first.likeness >= LEAST_LIKENESS && first.likeness - (second?.likeness ?? 0) >= LEAST_LEAD;
  return { places: rated.map(({ place }) => place), isUnique };
}

/** A word that many names hold says little; one that no name holds still counts against likeness. */
function weightOf({ byWord, words }: LikenessIndex, word: string): number {
  return Math.log(1 + words.length / (byWord.get(word)?.length ?? 1));
}

function tellingWords(name: string): string[] {
  return normalizeName(name).split(' ').filter((word) => word.length >= TELLING_LENGTH);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
