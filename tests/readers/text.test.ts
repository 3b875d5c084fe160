import { decodeText } from '../../src/readers/encoding';
import { readText, sha256Hex, textToDocument } from '../../src/readers/text';

const SAMPLE = 'Støtte – »Åben Dør« til ældre på Færøerne: 1,2 mio. kr.';
/** The sample in Windows-1252 and in Mac Roman. Source: the two encodings' tables. */
const WINDOWS: Readonly<Record<string, number>> = { 'ø': 0xf8, '–': 0x96, '»': 0xbb, '«': 0xab, 'Å': 0xc5, 'æ': 0xe6, 'å': 0xe5 };
const MACINTOSH: Readonly<Record<string, number>> = { 'ø': 0xbf, '–': 0xd0, '»': 0xc8, '«': 0xc7, 'Å': 0x81, 'æ': 0xbe, 'å': 0x8c };
const DOS: Readonly<Record<string, number>> = { 'ø': 0x9b, '–': 0x2d, '»': 0xaf, '«': 0xae, 'Å': 0x8f, 'æ': 0x91, 'å': 0x86, '’': 0x92, '‘': 0x91 };

function encode(text: string, table: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text].map((character) => table[character] ?? character.charCodeAt(0)));
}

function utf16(text: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const units = [...(hasMark ? `\uFEFF${text}` : text)].map((character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

async function textOf(bytes: Uint8Array, encoding?: string): Promise<string> {
  const document = await readText('prøve.txt', bytes, encoding === undefined ? {} : { encoding });
  return document.ok ? document.value.lines.map((line) => line.text).join('\n') : document.failure.code;
}

describe('readText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(SAMPLE)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${SAMPLE}`)],
    ['Windows-1252', encode(SAMPLE, WINDOWS)],
    ['Mac Roman', encode(SAMPLE, MACINTOSH)],
    ['UTF-16 LE with a mark', utf16(SAMPLE, true, true)],
    ['UTF-16 BE with a mark', utf16(SAMPLE, false, true)],
    ['UTF-16 LE without a mark', utf16(SAMPLE, true, false)],
    ['UTF-16 BE without a mark', utf16(SAMPLE, false, false)],
  ])('reads %s', async (_name, bytes) => {
    expect(await textOf(bytes)).toBe(SAMPLE);
  });

  it('reads the code page of old DOS programs', async () => {
    expect(await textOf(encode(SAMPLE, DOS))).toBe(SAMPLE.replace('–', '-'));
    expect(await textOf(Uint8Array.from([0x9e, 0xcf]), 'cp850')).toBe('×¤');
    expect(await textOf(Uint8Array.from([0x9e, 0xaf]), 'cp865')).toBe('₧¤');
  });

  it('does not take the quotation marks, apostrophes and daggers of Windows for the letters of DOS', async () => {
    const windows = Uint8Array.from([0x91, ...Buffer.from('Kasket'), 0x92, ...Buffer.from(' i l'), 0x92, ...Buffer.from('Auberge'), 0x86, 0x20, ...Buffer.from('og mere')]);
    expect(await textOf(windows)).toBe('‘Kasket’ i l’Auberge† og mere');
  });

  it('reads the encoding that it is told to use', async () => {
    expect(await textOf(Uint8Array.from([0x96]), 'windows-1252')).toBe('–');
    expect(await textOf(Uint8Array.from([0xd0]), 'macintosh')).toBe('–');
    expect(await textOf(new TextEncoder().encode('a'), 'klingon')).toBe('wrong-encoding');
  });

  it('has whole tables for the eight-bit encodings', () => {
    for (const encoding of ['windows-1252', 'macintosh', 'iso-8859-1', 'cp850', 'cp865'] as const) {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      expect(decodeText(bytes, encoding)?.text).toHaveLength(256);
    }
  });

  it.each([
    ['empty-file', new Uint8Array()],
    ['empty-file', new TextEncoder().encode('\n \n')],
    ['binary-file', Uint8Array.from([0x41, 0, 0, 0x42, 0, 1, 2, 3, 0x43])],
    ['binary-file', Uint8Array.from(Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? 1 : 65)))],
    ['wrong-encoding', new TextEncoder().encode('StÃ¸tte til Ã¦ldre')],
  ])('fails with %s', async (code, bytes) => {
    expect(await textOf(bytes)).toBe(code);
  });

  it('counts empty and blank lines, and starts pages at three empty lines', async () => {
    const document = await textToDocument('sider', 'Side et \r\n\r\n \r\nnæste\r\n\r\n\r\n\r\nSide to');
    if (!document.ok) throw new Error(document.failure.code);
    expect(document.value.lines.map(({ text, line, blankLinesBefore, whitespaceLinesBefore, isPageStart }) => ({ text, line, blankLinesBefore, whitespaceLinesBefore, isPageStart }))).toEqual([
      { text: 'Side et', line: 1, blankLinesBefore: 0, whitespaceLinesBefore: 0, isPageStart: true },
      { text: 'næste', line: 4, blankLinesBefore: 2, whitespaceLinesBefore: 1, isPageStart: false },
      { text: 'Side to', line: 8, blankLinesBefore: 3, whitespaceLinesBefore: 0, isPageStart: true },
    ]);
    expect(document.value.pages).toBeNull();
  });

  it('numbers pages at form feeds', async () => {
    const document = await textToDocument('sider', 'et\n\fto\n\ftre');
    if (!document.ok) throw new Error(document.failure.code);
    expect(document.value.lines.map((line) => [line.text, line.page, line.isPageStart])).toEqual([['et', 1, true], ['to', 2, true], ['tre', 3, true]]);
    expect(document.value.pages).toBe(3);
  });

  it('undoes soft hyphens', async () => {
    const document = await textToDocument('bløde', 'fami\u00ADlie\u00AD\nplejen');
    if (!document.ok) throw new Error(document.failure.code);
    expect(document.value.lines.map((line) => line.text)).toEqual(['familie-', 'plejen']);
  });

  it('reads letters with loose accents, ligatures and hyphens of every kind as they print', async () => {
    expect(await textOf(new TextEncoder().encode('a\u030Arlig st\u00F8tte til \uFB01skeri, a\u0308ldre kyst\u2010\nb\u200Badene \u00AD\u00AD'))).toBe('årlig støtte til fiskeri, äldre kyst-\nbadene -');
  });

  it('hashes the bytes', async () => {
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
