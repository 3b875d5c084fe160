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

/** How many first letters two inflections of a word must share ("hjemløshed", "hjemløse"). */
const STEM_LENGTH = 5;

/** Whether two wordings share a telling word or its stem, so that one can be a longer, shorter or reworded form of the other. */
export function sharesWords(a: string, b: string): boolean {
  const [left, right] = [tellingWords(a), tellingWords(b)];
  return left.some((word) => right.some((other) => word === other || stem(word) === stem(other)));
}

function tellingWords(text: string): string[] {
  return normalizeWording(text)
    .split(' ')
    .filter((word) => word.length >= TELLING_LENGTH && !/^\d+$/.test(word));
}

function stem(word: string): string {
  return word.slice(0, STEM_LENGTH);
}

/**
 * How much of the shorter wording the other one repeats: 1 when every telling word of it is there, 0 when none is.
 */
export function wordOverlap(a: string, b: string): number {
  const [left, right] = [new Set(tellingWords(a).map(stem)), new Set(tellingWords(b).map(stem))];
  const [shorter, longer] = left.size <= right.size ? [left, right] : [right, left];
  if (shorter.size === 0) return 0;
  let shared = 0;
  for (const word of shorter) if (longer.has(word)) shared += 1;
  return shared / shorter.size;
}

/** How much of a label's telling words a longer text repeats. */
export function labelCoverage(label: string, text: string): number {
  const words = new Set(tellingWords(label).map(stem));
  if (words.size === 0) return 0;
  const present = new Set(tellingWords(text).map(stem));
  let shared = 0;
  for (const word of words) if (present.has(word)) shared += 1;
  return shared / words.size;
}

/** Whether two printings of a recommendation say the same; one may break off or go on ("politisk", "Politisk vurdering"). */
export function isSameRecommendation(a: string, b: string): boolean {
  const [left, right] = [normalizeWording(a), normalizeWording(b)];
  if (left === '' || right === '') return false;
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);
}
