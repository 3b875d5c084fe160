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
