import { unzlibSync } from 'fflate';
import { streams } from './stream-budget';

/** Streams longer than this are pictures or fonts and no page's content. Units: bytes, as packed. */
const LONGEST_CONTENT = 2_000_000;

/** Streams that hold no drawing: pictures, fonts, tables of objects, character maps. */
const NO_CONTENT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)\b|\/Length1\b|\/Type\s*\/(?:XRef|ObjStm|Metadata|CMap|EmbeddedFile)\b|\/FunctionType\b|\/N\s+[134]\b/;

/** Text that paints nothing. */
const UNPAINTED = /(?:^|\s)[37]\s+Tr\b/;

/** White as a fill, in grey, in red, green and blue, and in inks. "1 scn" is none: it is the full tint of a single ink, nearly always black. */
const WHITE_FILL = /(?:^|\s)(?:(?:1(?:\.0*)?|0?\.99\d*)\s+g|(?:(?:1(?:\.0*)?|0?\.99\d*)\s+){3}(?:rg|scn?)|(?:0(?:\.0*)?\s+){4}(?:k|scn?)|1(?:\.0*)?\s+sc)(?=\s)/g;

/** Text is shown before the colour changes again. */
const SHOWS_TEXT_FIRST = /^(?:(?!\s(?:g|rg|k|scn?|Q)\s)[^]){0,3000}?\bT[jJ]\b/;

/** A graphics state that makes the fill transparent. */
const TRANSPARENT = /\/ca\s+0?(?:\.0+)?(?=[\s/>])/;

/**
 * Whether a PDF may hold text that nobody sees: drawn without paint, white, or transparent. Cheap: a look at the drawing commands.
 * What cannot be looked into, because it is encrypted or packed otherwise, may hold some.
 */
export function mayHideText(bytes: Uint8Array): boolean {
  for (const { dictionary, start, end } of streams(bytes)) {
    if (TRANSPARENT.test(dictionary)) return true;
    if (NO_CONTENT.test(dictionary) || end - start > LONGEST_CONTENT) continue;
    const content = contentOf(dictionary, bytes.subarray(start, end));
    if (content === null || hidesText(content)) return true;
  }
  return false;
}

function hidesText(content: string): boolean {
  if (!content.includes('BT') && !content.includes('Tj')) return false;
  if (UNPAINTED.test(content)) return true;
  for (const match of content.matchAll(WHITE_FILL)) {
    if (SHOWS_TEXT_FIRST.test(content.slice(match.index + match[0].length, match.index + 4000))) return true;
  }
  return false;
}

/** A stream's commands as text; null when they are packed in a way that is not looked into. */
function contentOf(dictionary: string, data: Uint8Array): string | null {
  if (!/\/Filter\b/.test(dictionary)) return latin.decode(data);
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/|>>)/.test(dictionary) || /\/DecodeParms\b/.test(dictionary)) return null;
  try {
    return latin.decode(unzlibSync(data));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const latin = new TextDecoder('latin1');
