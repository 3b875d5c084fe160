/** What Unicode calls compatibility ligatures: one sign for several letters. */
const LIGATURES = new Map([
  ['\uFB00', 'ff'],
  ['\uFB01', 'fi'],
  ['\uFB02', 'fl'],
  ['\uFB03', 'ffi'],
  ['\uFB04', 'ffl'],
  ['\uFB05', 'st'],
  ['\uFB06', 'st'],
]);

/** Raised forms of the signs that footnote marks are made of. */
const RAISED = new Map([...'0123456789()+-'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻'][index] ?? sign]));

/** The raised signs that may follow a number as its mark. */
const RAISED_SIGNS = new Set('⁰¹²³⁴⁵⁶⁷⁸⁹⁾');

const UNCLEAN = /[\u00AD\u2010\u2011\u200B-\u200F\u2060\uFEFF\uFB00-\uFB06\u0300-\u036F\u0000-\u0008\u000E-\u001F]/;

/**
 * Text as it is printed: ligatures as their letters, letters with loose accents as one letter, hyphens of every kind as "-",
 * marks without width and controls left out. A soft hyphen that is printed (at the end) becomes "-". Numbers stay as they are: raised figures and dashes are kept apart.
 */
export function cleanCharacters(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/\u00AD$/, '-')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES.get(ligature) ?? ligature)
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\u0000-\u0008\u000E-\u001F]/g, '')
    .replace(/[A-Za-z\u00C0-\u024F][\u0300-\u036F]+/g, (letter) => letter.normalize('NFC'));
}

/** A raised mark in raised signs ("1)" as "¹⁾"), so that it can never be read as part of the number before it. */
export function raiseMark(text: string): string {
  let raised = '';
  for (const sign of text) raised += RAISED.get(sign) ?? sign;
  return raised;
}

/** Raised figures at the end of a word ("15,3¹"): where they begin, or null. */
export function raisedTail(text: string): number | null {
  let start = text.length;
  while (start > 0 && RAISED_SIGNS.has(text.charAt(start - 1))) start -= 1;
  return start === text.length || start === 0 ? null : start;
}
