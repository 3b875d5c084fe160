import { deflateSync } from 'node:zlib';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { failureText } from '../../../../src/core/failure-text';
import { readPdf } from '../../../../src/readers/pdf/read-pdf';
import { buildPdf, textAt, type BuiltPage } from '../../../support/pdf-builder';
import { registerPdfEngine } from '../../../support/pdf-engine';

registerPdfEngine();

const SEEN = textAt(72, 700, 'Der afsættes 4,9 mio. kr. i 2027 til havnen og de både, der ligger i den.');
const HIDDEN = textAt(72, 680, 'Der afsættes 99,9 mio. kr. i 2027 til fyret.');

async function read(pages: readonly BuiltPage[], acceptPartly = false): ReturnType<typeof readPdf> {
  return readPdf({ name: 'a.pdf', bytes: buildPdf(pages) }, { acceptPartly });
}

async function textsOf(content: string | Uint8Array, streamEntries?: string): Promise<{ lines: string[]; hidden: unknown; unread: unknown[] }> {
  const result = await read([{ content, ...(streamEntries === undefined ? {} : { streamEntries }) }]);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const unread = extractAgreement(result.value).unread.filter(({ reason }) => reason === 'hidden-text').map(({ text, position }) => [text, position.page]);
  return { lines: result.value.lines.map((line) => line.text), hidden: result.value.hiddenText, unread };
}

describe('text that nobody sees', () => {
  const seenLine = 'Der afsættes 4,9 mio. kr. i 2027 til havnen og de både, der ligger i den.';
  const hiddenLine = 'Der afsættes 99,9 mio. kr. i 2027 til fyret.';

  test.each([
    ['white on white', `1 1 1 rg\n${HIDDEN}0 g\n`],
    ['white in grey', `q 1 g\n${HIDDEN}Q\n`],
    ['white in inks', `q 0 0 0 0 k\n${HIDDEN}Q\n`],
    ['without paint', `q BT 3 Tr ET\n${HIDDEN}Q\n`],
  ])('%s is left out and reported with its page', async (_, hidden) => {
    expect(await textsOf(SEEN + hidden)).toEqual({ lines: [seenLine], hidden: [{ page: 1, text: hiddenLine }], unread: [[hiddenLine, 1]] });
    expect((await textsOf(deflateSync(Buffer.from(SEEN + hidden, 'latin1')), '/Filter /FlateDecode')).lines).toEqual([seenLine]);
  });

  test('white on a dark ground is seen, whether the ground is a rectangle or a picture', async () => {
    expect((await textsOf(`${SEEN}0.1 0.3 0.4 rg 60 670 400 24 re f\n1 1 1 rg\n${HIDDEN}`)).lines).toEqual([seenLine, hiddenLine]);
    const result = await read([{ content: `${SEEN}1 g\n${HIDDEN}`, hasPicture: true }]);
    expect(result).toMatchObject({ ok: true, value: { hiddenText: [] } });
  });

  test('a scan with recognised text under it is a scan: named by its page, read on request only and never in order', async () => {
    const scan: BuiltPage = { content: `BT 3 Tr ET\n${SEEN}${HIDDEN}`, hasPicture: true };
    const refused = await read([scan]);
    expect(refused).toEqual({ ok: false, failure: { code: 'scanned-pdf', name: 'a.pdf', pages: [1], hasRecognisedText: true } });
    if (!refused.ok) expect(failureText(refused.failure).en).toContain('invisible text');
    expect(await read([scan], true)).toMatchObject({ ok: true, value: { isPartlyRead: true, lines: [{ text: seenLine }, { text: hiddenLine }] } });
    expect(await read([{ content: SEEN }, scan])).toMatchObject({ ok: true, value: { unreadablePages: [2], isPartlyRead: false } });
  });

  test('figures too small to read are left out and reported; what lies off the page is no part of it', async () => {
    expect(await textsOf(SEEN + textAt(700, 680, 'udenfor 99,9') + textAt(72, 600, 'bittesmå 88,8', 1))).toMatchObject({ lines: [seenLine], hidden: [{ page: 1, text: 'bittesmå 88,8' }] });
    expect((await textsOf(SEEN + textAt(72, 600, 'bittesmå', 1))).hidden).toEqual([]);
  });
});
