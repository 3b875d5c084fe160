import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { type OpenPdf } from '../engine/engine';
import { countOperators } from './fonts';

/** A font of numbered glyphs, and the codes that number them. */
const COMPOSITE = /\/Subtype\s*\/Type0\b/g;
const IDENTITY = /\/Encoding\s*\/Identity-[HV]\b/;
const BASE_FONT = /\/BaseFont\s*\/([^\s/<>[\]()]+)/;

/** What tells the letters in another way: a character collection that is known, or codes that are letters and have a table of glyphs of their own. */
const TOLD_OTHERWISE = /\/Ordering\s*\((?:GB1|CNS1|Japan1|Korea1|KR)\)|\/CIDToGIDMap\s+\d+\s+\d+\s+R\b/;

/** How far around its kind a font's dictionary reaches. Units: characters. */
const DICTIONARY_REACH = 4000;

/**
 * The names of the fonts that say of no glyph which letter it shows: pdf.js hands on the glyphs' numbers as if they were letters.
 * Shape: `texts` are those of the file's objects; names as pdf.js gives them.
 */
export function unletteredFonts(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  if (texts.some((text) => TOLD_OTHERWISE.test(text))) return names;
  for (const text of texts) {
    for (const { index } of text.matchAll(COMPOSITE)) {
      const dictionary = dictionaryAround(text, index);
      const name = BASE_FONT.exec(dictionary)?.[1];
      if (name !== undefined && IDENTITY.test(dictionary) && !/\/ToUnicode\b/.test(dictionary)) names.add(plainName(name));
    }
  }
  return names;
}

/** Characters of a page in fonts of the given names, and all. Shape: `page` is that of an opening that pictures do not stop. */
export async function countUnlettered(opened: OpenPdf, number: number, names: ReadonlySet<string>): Promise<{ readonly characters: number; readonly unlettered: number }> {
  const page = await opened.document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  await countOperators(page);
  page.cleanup();
  const isUnlettered = (item: TextContent['items'][number]): boolean => 'str' in item && names.has(plainName(opened.fontNames.get(item.fontName) ?? ''));
  return { characters: lengthOf(items), unlettered: lengthOf(items.filter(isUnlettered)) };
}

/** The dictionary that a place of a text stands in, with those inside it. */
function dictionaryAround(text: string, at: number): string {
  let from = at;
  for (let depth = 1; depth > 0 && from > Math.max(1, at - DICTIONARY_REACH); from -= 1) {
    const pair = text.slice(from - 2, from);
    if (pair === '<<') depth -= 1;
    else if (pair === '>>') depth += 1;
    else continue;
    from -= 1;
  }
  let to = at;
  for (let depth = 1; depth > 0 && to < Math.min(text.length, at + DICTIONARY_REACH); to += 1) {
    const pair = text.slice(to, to + 2);
    if (pair === '>>') depth -= 1;
    else if (pair === '<<') depth += 1;
    else continue;
    to += 1;
  }
  return text.slice(from, to);
}

/** A font's name without escapes and without the encoding that some write behind it. */
function plainName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/-Identity-[HV]$/, '');
}

function lengthOf(items: TextContent['items']): number {
  return items.reduce((sum, item) => sum + ('str' in item ? item.str.replace(/\s/g, '').length : 0), 0);
}
