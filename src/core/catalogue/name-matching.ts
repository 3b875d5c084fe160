/** Letters that nobody sees and everybody copies: soft hyphens, joiners, marks of direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * A name as it is compared: without case, accents, punctuation and double spaces. Æ, ø and å are letters of their own and stay.
 * @example normalizeName('  SletDet (Red Barnet) ') // 'sletdet red barnet'
 */
export function normalizeName(name: string): string {
  return name
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[^æøåÆØÅ\p{ASCII}]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How a typed name meets a title: the same name, a part of it, or not at all. */
export type NameMatch = 'exact' | 'partial' | 'none';

/**
 * Whether a typed name is the title, or a part of it: the words of the name stand in the title in the same order,
 * the last one perhaps cut short ("SletDet" and "slet" both meet "SletDet (Red Barnet)").
 */
export function matchName(wanted: string, title: string): NameMatch {
  return matchNormalized(normalizeName(wanted), normalizeName(title));
}

/** The same for two names that are already normalized. */
export function matchNormalized(normalizedWanted: string, normalizedTitle: string): NameMatch {
  if (normalizedWanted === '' || normalizedTitle === '') return 'none';
  if (normalizedWanted === normalizedTitle) return 'exact';
  return ` ${normalizedTitle}`.includes(` ${normalizedWanted}`) || containsWords(normalizedTitle, normalizedWanted) ? 'partial' : 'none';
}

function containsWords(title: string, wanted: string): boolean {
  const words = wanted.split(' ');
  if (words.length < 2) return false;
  let from = 0;
  const titleWords = title.split(' ');
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    const found = titleWords.findIndex((candidate, position) => position >= from && (candidate === word || (isLast && candidate.startsWith(word))));
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}
