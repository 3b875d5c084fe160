import { strToU8, zipSync } from 'fflate';
import { readDocument } from '../../src/readers/read-document';
import { buildPdf, textAt } from '../support/pdf-builder';
import { registerPdfEngine } from '../support/pdf-engine';

registerPdfEngine();

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = zipSync({ 'word/document.xml': strToU8(`<w:document ${WORD}><w:body><w:p><w:r><w:t>tekst</w:t></w:r></w:p></w:body></w:document>`) });
const compound = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0])]);

test.each([
  ['a PDF called .txt', 'a.txt', buildPdf([{ content: textAt(72, 700, 'tekst') }]), 'pdf'],
  ['a Word file called .pdf', 'a.pdf', docx, 'docx'],
  ['HTML as the clipboard of Windows holds it', 'a', strToU8('Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\nEndFragment:0000000164\r\n<html><body><!--StartFragment--><p>tekst</p><!--EndFragment--></body></html>'), 'html'],
  ['HTML without an ending', 'a', strToU8('\n<!-- x --><html><body><p>tekst</p></body></html>'), 'html'],
  ['CSV called .doc', 'a.doc', strToU8('tekst;2026\nI alt;6,6\n'), 'tsv'],
  ['plain text', 'a.txt', strToU8('tekst\n'), 'text'],
])('%s is told by its bytes', async (_, name, bytes, format) => {
  const result = await readDocument({ name, bytes });
  expect(result).toMatchObject({ ok: true, value: { name, format } });
  expect(result.ok && result.value.lines[0]?.text).toContain('tekst');
  expect(result.ok && result.value.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['an old Word file', compound('WordDocument'), 'doc'],
  ['an old workbook', compound('Workbook'), 'xls'],
  ['an old presentation', compound('PowerPoint Document'), 'ppt'],
  ['an encrypted Word file', compound('EncryptedPackage'), 'docx (encrypted)'],
  ['rich text', strToU8('{\\rtf1 tekst}'), 'rtf'],
])('%s is refused by name', async (_, bytes, format) => {
  expect(await readDocument({ name: 'a', bytes })).toMatchObject({ ok: false, failure: { code: 'unsupported-format', format } });
});

test('nothing is read after the signal, and an empty file is said to be empty', async () => {
  expect(await readDocument({ name: 'a', bytes: docx }, { signal: AbortSignal.abort() })).toMatchObject({ failure: { code: 'cancelled' } });
  expect(await readDocument({ name: 'a', bytes: new Uint8Array() })).toMatchObject({ failure: { code: 'empty-file' } });
});

describe('what was pasted, which comes as a file without a telling name', () => {
  const pasted = (text: string): Promise<unknown> => readDocument({ name: 'udklip', bytes: new TextEncoder().encode(text) });

  test('is HTML, rows parted by tabs, or plain text, by what it holds', async () => {
    expect(await pasted('<table><tr><td>I alt</td><td>6,6</td></tr></table>')).toMatchObject({ ok: true, value: { format: 'html' } });
    expect(await pasted('<h2>Plan</h2><table><tr><td>I alt</td><td>6,6</td></tr></table>')).toMatchObject({ ok: true, value: { format: 'html' } });
    expect(await pasted('I alt\t6,6\nDrift\t6,6')).toMatchObject({ ok: true, value: { format: 'tsv' } });
    expect(await pasted('Der afsættes 6,6 mio. kr.')).toMatchObject({ ok: true, value: { format: 'text' } });
  });
});

test.each([
  ['text', 'Der afsættes 5,0 mio. kr. til drift.\n'],
  ['a page of the web', '<html><p>Der afsættes 5,0 mio. kr. til drift.</p>'],
])('%s of more megabytes than any agreement is refused, with its size and the limit', async (_kind, start) => {
  const bytes = new Uint8Array(20_000_001).fill(0x20);
  bytes.set(new TextEncoder().encode(start));
  expect(await readDocument({ name: 'stor', bytes })).toEqual({ ok: false, failure: { code: 'too-large', name: 'stor', limitMegabytes: 20, sizeMegabytes: 21 } });
});
