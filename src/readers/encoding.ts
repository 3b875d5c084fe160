/** The encodings that Danish offices produce. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'macintosh' | 'cp850' | 'cp865';

/** Every encoding that the reader can be told to use. */
export const TEXT_ENCODINGS: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh', 'cp850', 'cp865'];

/** A decoded text with the encoding that was used. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * What Windows-1252 puts at bytes 80–9F; U+FFFD where it puts nothing.
 * Source: the WHATWG encoding standard's windows-1252 index. An own table, because Node 20 decodes these bytes as controls.
 */
const WINDOWS_1252_80_TO_9F = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** What Mac Roman puts at bytes 80–FF. Source: the WHATWG encoding standard's macintosh index. */
const MACINTOSH_80_TO_FF =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** What the DOS code pages of Danish machines put at bytes 80–FF. Source: Unicode's mapping tables CP850.TXT and CP865.TXT. */
const CP850_80_TO_FF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';
const CP865_80_TO_FF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

/** The bytes of æ, ø, å, Æ, Ø, Å in the eight-bit encodings: the signature by which they are told apart. */
const WINDOWS_DANISH = new Set([0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5]);
const MACINTOSH_DANISH = new Set([0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81]);

/** Those of the DOS pages, where Windows-1252 has quotation marks and a dagger: these end a word, or begin it in the case of æ; Æ is its apostrophe and tells nothing. */
const DOS_AE = 0x91;
const DOS_DANISH = new Set([DOS_AE, 0x9b, 0x86, 0x9d, 0x8f]);

/**
 * The text of some bytes: byte order mark, strict UTF-8, UTF-16, then Windows-1252, Mac Roman or a DOS code page by where Danish letters stand.
 * Errors: null when the bytes are no text in any of these, or when the text shows that it was decoded wrongly before it was saved.
 */
export function decodeText(bytes: Uint8Array, encoding?: TextEncoding): DecodedText | null {
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  const wide = detectUtf16(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== null) return isMojibake(utf8.text) ? null : utf8;
  return decodeAs(bytes, eightBitEncoding(bytes));
}

/** Whether a typed or stored text names an encoding of the reader. */
export function isTextEncoding(text: string): text is TextEncoding {
  return (TEXT_ENCODINGS as readonly string[]).includes(text);
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return decodeUnicode(bytes, encoding);
    case 'windows-1252':
      return decodeEightBit(bytes, encoding, (byte) => (byte < 0xa0 ? WINDOWS_1252_80_TO_9F.charAt(byte - 0x80) : String.fromCharCode(byte)));
    case 'iso-8859-1':
      return decodeEightBit(bytes, encoding, (byte) => String.fromCharCode(byte));
    case 'macintosh':
      return decodeEightBit(bytes, encoding, (byte) => MACINTOSH_80_TO_FF.charAt(byte - 0x80));
    case 'cp850':
      return decodeEightBit(bytes, encoding, (byte) => CP850_80_TO_FF.charAt(byte - 0x80));
    case 'cp865':
      return decodeEightBit(bytes, encoding, (byte) => CP865_80_TO_FF.charAt(byte - 0x80));
  }
}

function decodeUnicode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error !== null && typeof error === 'object' && 'name' in error && error.name === 'TypeError') return null;
    throw error;
  }
}

function decodeEightBit(bytes: Uint8Array, encoding: TextEncoding, upper: (byte: number) => string): DecodedText {
  const table = Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper(byte)));
  let text = '';
  for (const byte of bytes) text += table[byte] ?? '';
  return { text, encoding };
}

/** UTF-16 without a byte order mark shows as zeros in every other byte of ordinary text. */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const sampled = Math.min(bytes.length, 4096);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < sampled; index += 2) {
    if (bytes[index] === 0) evenZeros += 1;
    if (bytes[index + 1] === 0) oddZeros += 1;
  }
  const pairs = sampled / 2;
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.05) return 'utf-16le';
  if (evenZeros > pairs * 0.7 && oddZeros < pairs * 0.05) return 'utf-16be';
  return null;
}

/** The eight-bit encoding in which most bytes beside letters are Danish letters; Windows-1252 where none has more. */
function eightBitEncoding(bytes: Uint8Array): TextEncoding {
  let windows = 0;
  let macintosh = 0;
  let dos = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80 || !(isLetter(bytes[index - 1]) || isLetter(bytes[index + 1]))) continue;
    if (WINDOWS_DANISH.has(byte)) windows += 1;
    if (MACINTOSH_DANISH.has(byte)) macintosh += 1;
    if (DOS_DANISH.has(byte) && isLetter(bytes[index + 1]) && (byte !== DOS_AE || isLetter(bytes[index - 1]))) dos += 1;
  }
  if (macintosh > windows && macintosh >= dos) return 'macintosh';
  return dos > windows ? 'cp850' : 'windows-1252';
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

/** UTF-8 that was read as Windows-1252 and saved again ("Ã¦"), or whose letters were already replaced, without one real Danish letter. */
function isMojibake(text: string): boolean {
  if (/[æøåÆØÅ]/.test(text)) return false;
  return text.includes('Ã¦') || text.includes('Ã¸') || text.includes('Ã¥') || /\uFFFD[a-zA-Z]/.test(text);
}
