import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type DocumentText, type TextLine } from '../../../src/core/extraction/lines/document-text';
import { readPdf } from '../../../src/readers/pdf/read-pdf';
import { buildPdf, textAt, turnedTextAt, type BuiltPage } from '../../support/pdf-builder';
import { registerPdfEngine } from '../../support/pdf-engine';

registerPdfEngine();

async function read(pages: readonly BuiltPage[]): Promise<DocumentText> {
  const result = await readPdf({ name: 'a.pdf', bytes: buildPdf(pages) });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function readLines(...content: string[]): Promise<readonly TextLine[]> {
  return (await read([{ content: content.join('') }])).lines;
}

const PROSE = [
  'Der bygges videre på tidligere',
  'forløb i samarbejde med lokale',
  'aktører, og erfaringerne deles',
  'løbende med øvrige deltagere i',
  'hele perioden, så arbejdet kan',
  'tilpasses forholdene i landets',
  'kommuner og deres institutioner',
  'uden nye krav til dokumentation',
];

describe('words and lines', () => {
  test('words carry boxes from the top left corner, type size and line numbers', async () => {
    const [first, second] = await readLines(textAt(72, 742, 'Telefonrådgivning 4,9'), textAt(72, 722, 'I alt 1.234,5'));
    expect(first).toMatchObject({ text: 'Telefonrådgivning 4,9', page: 1, line: 1, fontSizePt: 10, isPageStart: true, role: 'body', cells: null });
    expect(second).toMatchObject({ text: 'I alt 1.234,5', line: 2, isPageStart: false });
    const [word] = first?.words ?? [];
    expect(word?.box?.left).toBeCloseTo(72, 1);
    expect(word?.box?.bottom).toBeGreaterThan(100);
    expect(word?.box?.bottom).toBeLessThan(104);
    expect(word?.box?.top).toBeGreaterThan(90);
  });

  test('pieces that touch are one word, whatever order they are drawn in', async () => {
    const [line] = await readLines(textAt(109, 700, 'mio. kr.'), textAt(72, 700, 'Budg'), textAt(96.2, 700, 'et'));
    expect(line?.words.map((word) => word.text)).toEqual(['Budget', 'mio.', 'kr.']);
  });

  test('cells of a table row keep their own places', async () => {
    const [row] = await readLines(textAt(72, 700, 'I alt'), textAt(300, 700, '1,7'), textAt(360, 700, '-'), textAt(420, 700, '3,2'));
    expect(row?.text).toBe('I alt 1,7 - 3,2');
    expect(row?.words.map((word) => Math.round(word.box?.left ?? 0))).toEqual([72, expect.any(Number), 300, 360, 420]);
  });

  test('a narrow blank between groups of three figures is part of the number; a column gap is not', async () => {
    const [row] = await readLines(textAt(72, 700, '1'), textAt(79, 700, '234,5'), textAt(150, 700, '12'), textAt(190, 700, '345'));
    expect(row?.words.map((word) => word.text)).toEqual(['1\u00A0234,5', '12', '345']);
  });

  test('raised figures are marks and never part of a number', async () => {
    const [row] = await readLines(textAt(72, 700, '-0,5'), textAt(91, 704, '1)', 6), textAt(150, 700, 'Drift'), textAt(169, 703.5, '*', 6));
    expect(row?.words.map((word) => [word.text, word.isSuperscript])).toEqual([['-0,5', false], ['¹⁾', true], ['Drift', false], ['*', true]]);
    expect(row?.text).toBe('-0,5 ¹⁾ Drift *');
  });

  test('text drawn twice at one place is there once, and bold', async () => {
    const lines = await readLines(textAt(72, 700, 'I alt 4,9'), textAt(72.4, 700, 'I alt 4,9'));
    expect(lines.map((line) => line.text)).toEqual(['I alt 4,9']);
    expect(lines[0]?.isBold).toBe(true);
  });

  test('a heading in a font of its own that stands close to its text is no part of it', async () => {
    const lines = await readLines(textAt(72, 712, 'Baggrund', 10, 'F2'), textAt(72, 700, 'Der afsættes midler til'), textAt(72, 688, 'indsatsen i hele perioden'));
    expect(lines.map((line) => line.blankLinesBefore)).toEqual([0, 1, 0]);
  });

  test('hyphens of every kind are "-", dashes stay', async () => {
    const [line] = await readLines(textAt(72, 700, 'fag\u00AD', 10), textAt(120, 700, '– 2,6'));
    expect(line?.text).toBe('fag- – 2,6');
  });

  test('what cannot be seen is not read: off the page or smaller than two points', async () => {
    const lines = await readLines(textAt(72, 700, 'synlig'), textAt(700, 700, 'udenfor'), textAt(72, 900, 'over'), textAt(72, 600, 'bittesmå', 1));
    expect(lines.map((line) => line.text)).toEqual(['synlig']);
  });

  test('the gap between lines counts empty lines', async () => {
    const wrapped = PROSE.slice(0, 4).map((text, index) => textAt(72, 700 - index * 12, `${text} ${text} ${text}`));
    const lines = await readLines(...wrapped, textAt(72, 628, 'Nyt afsnit'), textAt(72, 592, 'Langt nede'));
    expect(lines.map((line) => line.blankLinesBefore)).toEqual([0, 0, 0, 0, 2, 2]);
  });
});

describe('reading order', () => {
  test('two columns of running text are read one after the other', async () => {
    const left = PROSE.map((text, index) => textAt(72, 700 - index * 13, text));
    const right = PROSE.map((text, index) => textAt(320, 700 - index * 13, text.toUpperCase()));
    const lines = await readLines(textAt(72, 740, 'En overskrift over begge spalter, som går hen over midten af siden'), ...left.flatMap((text, index) => [text, right[index] ?? '']));
    expect(lines.map((line) => line.text).slice(1)).toEqual([...PROSE, ...PROSE.map((text) => text.toUpperCase())]);
  });

  test('a table of labels and figures is never taken for columns', async () => {
    const rows = PROSE.map((text, index) => textAt(72, 700 - index * 13, text) + textAt(320, 700 - index * 13, '12,5') + textAt(380, 700 - index * 13, '1.200,0'));
    const lines = await readLines(...rows);
    expect(lines[0]?.text).toBe(`${PROSE[0]} 12,5 1.200,0`);
    expect(lines).toHaveLength(PROSE.length);
  });

  test('a page turned by its own rotation is read as displayed', async () => {
    const document = await read([{ content: turnedTextAt(300, 100, 'Tekst på siden', 1), rotate: 90 }]);
    expect(document.lines[0]?.text).toBe('Tekst på siden');
    expect(document.lines[0]?.box?.left).toBeCloseTo(100, 0);
  });

  test('a page whose text runs upwards is turned upright', async () => {
    const content = turnedTextAt(300, 100, 'Første linje', 1) + turnedTextAt(320, 100, 'Anden linje', 1);
    const { lines } = await read([{ content }]);
    expect(lines.map((line) => line.text)).toEqual(['Første linje', 'Anden linje']);
    expect((lines[1]?.box?.top ?? 0) - (lines[0]?.box?.top ?? 0)).toBeCloseTo(20, 0);
  });

  test('headers that stand on end are one line of cells', async () => {
    const headers = ['Budget 2026', 'Budget 2027'].map((text, index) => turnedTextAt(300 + index * 40, 600, text, 1)).join('');
    const body = PROSE.map((text, index) => textAt(72, 580 - index * 13, text)).join('');
    const { lines } = await read([{ content: headers + body }]);
    expect(lines[0]?.text).toBe('Budget 2026 Budget 2027');
    expect(lines[0]?.words).toHaveLength(2);
  });

  test('a watermark at a slant is no body text', async () => {
    const content = `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (UDKAST) Tj ET\n${textAt(72, 700, 'Brødtekst')}`;
    const { lines } = await read([{ content }]);
    expect(lines.map((line) => [line.text, line.role])).toEqual([['Brødtekst', 'body'], ['UDKAST', 'furniture']]);
  });
});

describe('running heads, page numbers and footnotes', () => {
  const page = (number: number, title: string): BuiltPage => ({
    content:
      textAt(72, 800, 'Aftale om fordeling af midler', 8) +
      textAt(72, 700, title, 14, 'F2') +
      PROSE.map((text, index) => textAt(72, 660 - index * 13, `${text} ${number}`)).join('') +
      textAt(280, 40, `Side ${number} af 3`, 8),
  });

  test('lines that return at one height, page numbers counted, are furniture', async () => {
    const { lines } = await read([page(1, 'Første'), page(2, 'Anden'), page(3, 'Tredje')]);
    const furniture = lines.filter((line) => line.role === 'furniture').map((line) => line.text);
    expect(furniture).toEqual(['Aftale om fordeling af midler', 'Side 1 af 3', 'Aftale om fordeling af midler', 'Side 2 af 3', 'Aftale om fordeling af midler', 'Side 3 af 3']);
    expect(lines.filter((line) => line.isPageStart).map((line) => line.text)).toEqual(['Første', 'Anden', 'Tredje']);
  });

  test('numbered headings at the top of pages are no furniture', async () => {
    const pages = [1, 2, 3].map((number) => ({ content: textAt(72, 740, `Initiativ ${number}`, 14, 'F2') + textAt(72, 700, `Der afsættes ${number},0 mio. kr.`) }));
    const { lines } = await read(pages);
    expect(lines.map((line) => line.role)).toEqual(['body', 'body', 'body', 'body', 'body', 'body']);
  });

  test('numbered headings in bold type of the size of the text are told from page numbers by their font', async () => {
    const pages = (font: string): BuiltPage[] =>
      [1, 2, 3].map((number) => ({ content: textAt(72, 740, `Initiativ ${number}`, 10, font) + PROSE.map((text, index) => textAt(72, 700 - index * 13, text)).join('') }));
    const rolesOf = async (font: string): Promise<string[]> => (await read(pages(font))).lines.filter((line) => line.text.startsWith('Initiativ')).map((line) => line.role);
    expect(await rolesOf('F2')).toEqual(['body', 'body', 'body']);
    expect(await rolesOf('F1')).toEqual(['furniture', 'furniture', 'furniture']);
  });

  test('a page number at the foot is furniture in bold type too', async () => {
    const pages = [1, 2, 3].map((number) => ({ content: PROSE.map((text, index) => textAt(72, 700 - index * 13, text)).join('') + textAt(280, 40, `Side ${number} af 3`, 10, 'F2') }));
    const { lines } = await read(pages);
    expect(lines.filter((line) => line.role === 'furniture').map((line) => line.text)).toEqual(['Side 1 af 3', 'Side 2 af 3', 'Side 3 af 3']);
  });

  test('a running head that names a period and a case of an early year is no head of a table', async () => {
    const pages = [1, 2].map((number) => ({ content: textAt(72, 800, 'Aftale 2026-2029, sag 2025-1234', 8) + PROSE.map((text, index) => textAt(72, 700 - index * 13, `${text} ${number}`)).join('') }));
    const { lines } = await read(pages);
    expect(lines.filter((line) => line.role === 'furniture').map((line) => line.text)).toEqual(['Aftale 2026-2029, sag 2025-1234', 'Aftale 2026-2029, sag 2025-1234']);
  });

  test('a page number that the text comes close to on one page is none of it', async () => {
    const pages = [52, 700].map((bottom, index) => ({ content: PROSE.map((text, line) => textAt(72, bottom + (PROSE.length - 1 - line) * 13, `${text} ${index}`)).join('') + textAt(72, 40, String(index + 1)) }));
    const { lines } = await read(pages);
    expect(lines.filter((line) => line.role === 'furniture').map((line) => line.text)).toEqual(['1', '2']);
  });

  test('the head of a table that goes on over pages is no furniture', async () => {
    const pages = [1, 2, 3].map((number) => ({ content: textAt(72, 760, 'Mio. kr. 2026 2027 2028') + textAt(72, 730, `Række ${number} 1,0 2,0 3,0`) + textAt(72, 700, `Linje ${number}`) }));
    const { lines } = await read(pages);
    expect(lines.filter((line) => line.text.startsWith('Mio.')).map((line) => line.role)).toEqual(['body', 'body', 'body']);
  });

  test('small type at the foot that begins with a mark from the text is a footnote; a note under a table is not', async () => {
    const body = PROSE.map((text, index) => textAt(72, 700 - index * 13, text)).join('');
    const { lines } = await read([{ content: body + textAt(72, 560, 'Midlerne er varige') + textAt(156, 564, '1', 6) + textAt(72, 540, 'Anm.: Afrundet.', 8) + textAt(72, 82, '1', 5) + textAt(76, 80, 'Jf. den tidligere aftale.', 8) }]);
    expect(lines.slice(-2).map((line) => [line.text, line.role])).toEqual([['Anm.: Afrundet.', 'body'], ['¹ Jf. den tidligere aftale.', 'footnote']]);
  });
});

describe('failures', () => {
  const codeOf = async (bytes: Uint8Array, password?: string): Promise<unknown> => {
    const result = await readPdf({ name: 'a.pdf', bytes, ...(password === undefined ? {} : { password }) });
    return result.ok ? result.value : result.failure;
  };

  test('an empty file, a truncated one and one without pages', async () => {
    expect(await codeOf(new Uint8Array())).toMatchObject({ code: 'empty-file' });
    expect(await codeOf(buildPdf([{ content: textAt(72, 700, 'tekst') }]).slice(0, 300))).toMatchObject({ code: 'damaged-file' });
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nnothing'))).toMatchObject({ code: 'damaged-file' });
  });

  test('pages whose text stands at a slant, or is too small to see, are told as such and not as scans', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const slanted = numbers.map((index) => `BT /F1 10 Tf 0.7 0.7 -0.7 0.7 ${72 + index} ${700 - index * 10} Tm (Tekst ${index}) Tj ET`).join('\n');
    const tiny = numbers.map((index) => textAt(72, 700 - index * 10, `Tekst ${index}`, 0.2)).join('\n');
    for (const content of [slanted, tiny]) expect(await codeOf(buildPdf([{ content }]))).toEqual({ code: 'no-legible-text', name: 'a.pdf', pages: [1] });
    expect((await read([{ content: textAt(72, 700, 'tekst') }, { content: tiny }])).unreadablePages).toEqual([2]);
  });

  test('pages that are pictures: named one by one, and nothing imported from them', async () => {
    expect(await codeOf(buildPdf([{ content: '', hasPicture: true }, { content: '', hasPicture: true }]))).toEqual({ code: 'scanned-pdf', name: 'a.pdf', pages: [1, 2] });
    const mixed = await read([{ content: textAt(72, 700, 'tekst') }, { content: '', hasPicture: true }, { content: ' ' }]);
    expect(mixed.unreadablePages).toEqual([2]);
    expect(mixed.pages).toBe(3);
  });

  test('a blank document has no text and is no scan', async () => {
    expect(await codeOf(buildPdf([{ content: 'q Q' }]))).toMatchObject({ code: 'empty-file' });
  });

  test('a font that does not say which letters it prints', async () => {
    const codes = Array.from({ length: 40 }, (_, index) => `\\000\\${String(1 + (index % 7)).padStart(3, '0')}`).join('');
    const content = `BT /F3 10 Tf 72 700 Td (${codes}) Tj ET`;
    expect(await codeOf(buildPdf([{ content }]))).toEqual({ code: 'no-text-mapping', name: 'a.pdf', pages: [1] });
    const mixed = await read([{ content: textAt(72, 700, 'tekst') }, { content }]);
    expect(mixed.unreadablePages).toEqual([2]);
  });

  test('a font whose glyph numbers look like letters: nothing is guessed from them', async () => {
    const content = `BT /F3 10 Tf 72 700 Td <${'00230024002500260027002800290030'.repeat(5)}> Tj ET`;
    expect(await codeOf(buildPdf([{ content }]))).toEqual({ code: 'no-text-mapping', name: 'a.pdf', pages: [1] });
    const mixed = await read([{ content: textAt(72, 700, 'tekst') }, { content, hasPicture: true }, { content: textAt(72, 700, 'mere tekst') }]);
    expect(mixed.unreadablePages).toEqual([2]);
    expect(mixed.lines.map((line) => line.text)).toEqual(['tekst', 'mere tekst']);
  });

  test.each(['forms-3.chromium.pdf', 'sheets-1.libreoffice.pdf'])('%s without its tables of letters is read as nothing', async (name) => {
    const whole = readFileSync(join(__dirname, '../../cases/files', name)).toString('latin1');
    const stripped = new Uint8Array(Buffer.from(whole.replaceAll('/ToUnicode', '/NoUnicode'), 'latin1'));
    expect(await codeOf(stripped)).toMatchObject({ code: 'no-text-mapping' });
  });

  test('a stream that inflates without end is refused before it is read', async () => {
    const zeros = new Uint8Array(80_000_000).fill(0x20);
    const once = deflateSync(zeros, { level: 9 });
    const bombs: BuiltPage[] = [
      { content: once, streamEntries: '/Filter /FlateDecode' },
      { content: deflateSync(once, { level: 9 }), streamEntries: '/Filter [/FlateDecode /FlateDecode]' },
    ];
    for (const bomb of bombs) expect(await codeOf(buildPdf([bomb]))).toMatchObject({ code: 'too-large', overfull: 'unpacked' });
  });

  test('ten thousand pages and a page of too many pieces are refused in time', async () => {
    const pieces = Array.from({ length: 70_000 }, (_, index) => `1 0 0 1 ${index % 500} ${(index * 7) % 800} Tm (a${index}) Tj\n`).join('');
    const longDocument = buildPdf(Array.from({ length: 10_000 }, () => ({ content: 'q Q' })));
    const fullPage = buildPdf([{ content: `BT /F1 8 Tf ${pieces} ET` }]);
    expect(await codeOf(longDocument)).toMatchObject({ code: 'too-large', limitPages: 3000 });
    expect(await codeOf(fullPage)).toMatchObject({ code: 'too-large', overfull: { page: 1 } });
  });

  test('an ordinary compressed page is read', async () => {
    const content = deflateSync(new TextEncoder().encode(textAt(72, 700, 'pakket').repeat(20)));
    const { lines } = await read([{ content, streamEntries: '/Filter /FlateDecode' }]);
    expect(lines.map((line) => line.text)).toEqual(['pakket']);
  });

  test('damage is said first; on request the rest is read and marked', async () => {
    const damaged = buildPdf([{ content: textAt(72, 700, 'før') }, { content: `${textAt(72, 700, 'hel')} /Nope Do ` }]);
    expect(await codeOf(damaged)).toMatchObject({ code: 'damaged-file' });
    const result = await readPdf({ name: 'a.pdf', bytes: damaged }, { acceptPartly: true });
    expect(result).toMatchObject({ ok: true, value: { isPartlyRead: true } });
  });

  test('a signal stops the reading between pages, and progress tells how far it has come', async () => {
    const bytes = buildPdf(Array.from({ length: 5 }, (_, index) => ({ content: textAt(72, 700, `side ${index}`) })));
    const stop = new AbortController();
    const seen: number[] = [];
    const result = await readPdf({ name: 'a.pdf', bytes }, { signal: stop.signal, onProgress: (done) => (seen.push(done), done === 2 ? stop.abort() : undefined) });
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(seen).toEqual([1, 2]);
  });

  test('the bytes are the caller’s still after reading', async () => {
    const bytes = buildPdf([{ content: textAt(72, 700, 'tekst') }]);
    const before = bytes.length;
    await codeOf(bytes);
    expect(bytes).toHaveLength(before);
    expect(await codeOf(Buffer.from(bytes))).toMatchObject({ format: 'pdf' });
  });
});
