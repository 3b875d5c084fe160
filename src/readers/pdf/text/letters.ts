/** Controls, private use and replacement characters: what a font without a mapping to letters gives. */
export function isUnmapped(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code === 0xffff;
}

/** Blanks of every width, the no-break ones among them. */
export function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d) || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x205f || code === 0x3000;
}

const USUAL_WIDTH = 556;

/** Widths in thousandths of the type size of a common sans-serif face, in groups: exact enough to place a word in its line. */
const WIDTHS = characterWidths([
  ["ijl'|¡", 222],
  [" \u00A0!,./:;I[\\]ft", 278],
  ['()-r`"*', 345],
  ['cksvxyzJçß', 500],
  ['FTZ', 611],
  ['ABEKPSVXYÅ', 667],
  ['CDHNRUwÐ', 722],
  ['GOQØ', 778],
  ['mM%Ææ', 860],
  ['W@', 970],
]);

function characterWidths(groups: readonly (readonly [string, number])[]): Uint16Array {
  const widths = new Uint16Array(256).fill(USUAL_WIDTH);
  for (const [characters, width] of groups) for (const character of characters) widths[character.charCodeAt(0)] = width;
  return widths;
}

/** How wide a character usually is, in thousandths of the type size. */
export function usualWidth(code: number): number {
  return WIDTHS[code] ?? USUAL_WIDTH;
}
