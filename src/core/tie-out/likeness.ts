import { normalizeName } from '../catalogue/name-matching';

/** Words shorter than this tell nothing of what a name is about. Units: letters. */
const TELLING_LENGTH = 3;
/** Two names are alike when they share at least this much of their words, the rare ones counting more. */
const LEAST_LIKENESS = 0.5;
/** The likest name must be ahead of the next by this much. */
const LEAST_LEAD = 0.15;

/** How many of the likest names are told. */
const MOST_PLACES = 5;

/** A word that more names hold finds none of them; it still counts where another word has found one. */
const MOST_HOLDERS = 60;

/** Names by their words. Shape: `places` of the names that hold a word, `weight` how much the word tells; `words` and `totals` by the name's place, the latter the weight of all its words. */
export interface LikenessIndex {
  readonly words: readonly ReadonlySet<string>[];
  readonly byWord: ReadonlyMap<string, { readonly places: readonly number[]; readonly weight: number }>;
  readonly totals: readonly number[];
  /** How much a word tells that no name holds. */
  readonly unknownWeight: number;
}

/** An index over names, known by their places in the list. */
export function indexLikeness(names: readonly string[]): LikenessIndex {
  const words = names.map((name) => new Set(tellingWords(name)));
  const places = new Map<string, number[]>();
  words.forEach((set, place) => {
    for (const word of set) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  });
  const byWord = new Map([...places].map(([word, own]) => [word, { places: own, weight: weightOf(names.length, own.length) }]));
  return { words, byWord, totals: words.map((set) => sum([...set].map((word) => byWord.get(word)?.weight ?? 0))), unknownWeight: weightOf(names.length, 1) };
}

/**
 * The first few names that are like a wanted one, the likest first; `isUnique` when the first is clearly ahead.
 * Source: Jaccard's coefficient over words, each weighted by how rare it is among the names.
 */
export function likestNames({ words, byWord, totals, unknownWeight }: LikenessIndex, wanted: string): { readonly places: readonly number[]; readonly isUnique: boolean } {
  const shared = new Map<number, number>();
  const common: { readonly word: string; readonly weight: number }[] = [];
  let own = 0;
  for (const word of new Set(tellingWords(wanted))) {
    const { places, weight } = byWord.get(word) ?? { places: [], weight: unknownWeight };
    own += weight;
    if (places.length > MOST_HOLDERS) common.push({ word, weight });
    else for (const place of places) shared.set(place, (shared.get(place) ?? 0) + weight);
  }
  const likest: Rated[] = [];
  for (const [place, found] of shared) {
    const weight = common.reduce((all, one) => (words[place]?.has(one.word) === true ? all + one.weight : all), found);
    insertRated(likest, { place, likeness: weight / (own + (totals[place] ?? 0) - weight) });
  }
  const [first, second] = likest;
  const isUnique = first !== undefined && first.likeness >= LEAST_LIKENESS && first.likeness - (second?.likeness ?? 0) >= LEAST_LEAD;
  return { places: likest.map(({ place }) => place), isUnique };
}

interface Rated {
  readonly place: number;
  readonly likeness: number;
}

/** Keeps the likest few in order; of equally like ones the first name comes first. */
function insertRated(likest: Rated[], rated: Rated): void {
  const last = likest.at(-1);
  if (likest.length === MOST_PLACES && last !== undefined && !isLiker(rated, last)) return;
  const index = likest.findIndex((one) => isLiker(rated, one));
  likest.splice(index < 0 ? likest.length : index, 0, rated);
  if (likest.length > MOST_PLACES) likest.pop();
}

function isLiker(a: Rated, b: Rated): boolean {
  return a.likeness > b.likeness || (a.likeness === b.likeness && a.place < b.place);
}

/** A word that many names hold says little; one that no name holds still counts against likeness. */
function weightOf(names: number, holders: number): number {
  return Math.log(1 + names / holders);
}

function tellingWords(name: string): string[] {
  return normalizeName(name).split(' ').filter((word) => word.length >= TELLING_LENGTH);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
