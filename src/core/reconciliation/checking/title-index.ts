import { type Agreement } from '../../budget/agreement';
import { normalizeWording, overlapOfWords, stem, tellingWords } from './wording';

/** A word that more titles than this share tells none of them from the others. */
const MAX_SHARED = 60;

/** The titles of an agreement, worked out once. */
interface TitleIndex {
  readonly byWording: ReadonlyMap<string, readonly number[]>;
  readonly words: readonly (readonly string[])[];
  /** The initiatives whose titles have a telling word that starts so. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<Agreement, TitleIndex>();

/** The initiatives of an agreement whose titles read as a wording, in their order; titles that lost words are none. */
export function initiativesTitled(agreement: Agreement, wording: string): readonly number[] {
  return indexOf(agreement).byWording.get(normalizeWording(wording)) ?? [];
}

/** The initiatives whose titles share a telling word with some words, each with how much of the shorter of both the other one repeats; words of very many titles aside. */
export function initiativesLike(agreement: Agreement, words: readonly string[]): { readonly position: number; readonly overlap: number }[] {
  const index = indexOf(agreement);
  const shared = words.flatMap((word) => {
    const found = index.byStem.get(stem(word)) ?? [];
    return found.length <= MAX_SHARED ? found : [];
  });
  return [...new Set(shared)].sort((a, b) => a - b).map((position) => ({ position, overlap: overlapOfWords(index.words[position] ?? [], words) }));
}

function indexOf(agreement: Agreement): TitleIndex {
  const known = indexes.get(agreement);
  if (known !== undefined) return known;
  const byWording = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const words = agreement.initiatives.map(({ title }) => tellingWords(title ?? ''));
  agreement.initiatives.forEach(({ title, titleDamaged }, position) => {
    const wording = title === null || titleDamaged ? '' : normalizeWording(title);
    if (wording !== '') append(byWording, wording, position);
    for (const start of new Set(words[position]?.map(stem))) append(byStem, start, position);
  });
  const found = { byWording, byStem, words };
  indexes.set(agreement, found);
  return found;
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
