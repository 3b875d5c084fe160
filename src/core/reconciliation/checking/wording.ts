/** A wording for comparison: lower case, without punctuation, dashes and doubled spaces, so that only words differ. */
export function normalizeWording(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}§%+]+/gu, ' ')
    .trim();
}

/** Whether two wordings are the same words. */
export function isSameWording(a: string, b: string): boolean {
  return normalizeWording(a) === normalizeWording(b);
}

/** Shortest word that tells what a wording is about; shorter ones are mostly joints. */
const TELLING_LENGTH = 4;

/** Inflections of one word share at least this many first letters, and at least this share of the longer one ("hjemløshed", "hjemløse"). */
const SHARED_LETTERS = 5;
const SHARED_SHARE = 0.6;

/** Whether two wordings share a telling word in some inflection, so that one can be a longer, shorter or reworded form of the other. */
export function sharesWords(a: string, b: string): boolean {
  return wordOverlap(a, b) > 0;
}

/** How much of the shorter wording the other one repeats: 1 when every telling word of it is there, 0 when none is. */
export function wordOverlap(a: string, b: string): number {
  return overlapOfWords(tellingWords(a), tellingWords(b));
}

/** The overlap of two wordings whose telling words are known already. */
export function overlapOfWords(left: readonly string[], right: readonly string[]): number {
  return left.length <= right.length ? shareRepeated(left, right) : shareRepeated(right, left);
}

/** How much of a label's telling words a longer text repeats. */
export function labelCoverage(label: string, text: string): number {
  return shareRepeated(tellingWords(label), tellingWords(text));
}

/** Shortest capital word inside a title that is a name and no adjective of one ("Dansk"). */
const NAME_LENGTH = 6;

/**
 * Names that two titles share: words that both write with a capital inside the title ("Støttet overgang fra Joannahuset").
 * Danish writes common nouns small, so a capital behind the first word is a name.
 */
export function sharedNames(a: string, b: string): string[] {
  const names = new Set(innerNames(b));
  return innerNames(a).filter((name) => names.has(name));
}

function shareRepeated(words: readonly string[], among: readonly string[]): number {
  if (words.length === 0) return 0;
  return words.filter((word) => among.some((other) => isInflection(word, other))).length / words.length;
}

function isInflection(a: string, b: string): boolean {
  if (a === b) return true;
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared >= SHARED_LETTERS && shared >= SHARED_SHARE * Math.max(a.length, b.length);
}

/** What all inflections of a telling word begin with. */
export function stem(word: string): string {
  return word.slice(0, SHARED_LETTERS);
}

/** The words of a wording that tell what it is about, each once. */
export function tellingWords(text: string): string[] {
  const words = normalizeWording(text).split(' ');
  return [...new Set(words.filter((word) => word.length >= TELLING_LENGTH && !/^\d+$/.test(word)))];
}

function innerNames(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .slice(1)
    .filter((word) => word.length >= NAME_LENGTH && /^\p{Lu}/u.test(word))
    .map(normalizeWording);
}

/** Whether two printings of a recommendation say the same; one may break off or go on ("politisk", "Politisk vurdering"). */
export function isSameRecommendation(a: string, b: string): boolean {
  const [left, right] = [normalizeWording(a), normalizeWording(b)];
  if (left === '' || right === '') return false;
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);
}
