import { type PDFFont } from '@cantoo/pdf-lib';

/** Signs that the standard fonts lack, with what says the same. Source: ISO 32000-1, annex D (WinAnsiEncoding). */
const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
  ['≈', '~'], ['✓', 'v'], ['✗', 'x'], ['−', '-'], ['→', '->'], ['↔', '/'], ['≤', '<='], ['≥', '>='], ['\u00A0', ' '], ['\u202F', ' '], ['\u2007', ' '], ['\u2009', ' '], ['\u2010', '-'], ['\u2011', '-'],
]);

/** A text in the signs that a standard font has; what it lacks becomes a question mark. */
export function latinText(text: string, font: PDFFont): string {
  const known = charactersOf(font);
  return [...text.replace(/[\r\n\t]+/g, ' ')].map((sign) => (known.has(sign.codePointAt(0) ?? 0) ? sign : (SUBSTITUTES.get(sign) ?? '?'))).join('');
}

const CHARACTERS = new WeakMap<PDFFont, ReadonlySet<number>>();

function charactersOf(font: PDFFont): ReadonlySet<number> {
  const known = CHARACTERS.get(font) ?? new Set(font.getCharacterSet());
  CHARACTERS.set(font, known);
  return known;
}

/** A text in lines no wider than a width; a word that is wider alone is cut. Units: points. */
export function wrapText(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of latinText(text, font).split(' ').flatMap((one) => cutWord(one, font, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, font: PDFFont, size: number, width: number): string[] {
  if (font.widthOfTextAtSize(word, size) <= width) return [word];
  const most = Math.max(1, Math.floor(width / (font.widthOfTextAtSize('n', size) || 1)));
  return Array.from({ length: Math.ceil(word.length / most) }, (_, index) => word.slice(index * most, (index + 1) * most));
}
