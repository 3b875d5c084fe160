import fc from 'fast-check';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { type Agreement } from '../../../src/core/budget/agreement';
import { textToDocument } from '../../../src/readers/text';
import { processorTime } from '../../support/processor-time';

/** Text that was made to be slow or to break a reader. The cost must grow with the length and no more. */

async function read(text: string): Promise<Agreement | null> {
  const document = await textToDocument('hostile.txt', text);
  return document.ok ? extractAgreement(document.value) : null;
}

const timeOf = (text: string): Promise<number> => processorTime(() => read(text));

const MEGABYTE = 1_000_000;
const PATTERNS: readonly (readonly [name: string, unit: string])[] = [
  ['digits', '1'],
  ['blanks', ' '],
  ['hyphens', '-'],
  ['points', '.'],
  ['parentheses', '('],
  ['years', '2026 '],
  ['year ranges', '2026-2027 '],
  ['amounts', '1,2 mio. kr. '],
  ['units without numbers', 'mio. kr. '],
  ['words that start a period', 'i perioden '],
  ['annual grants', 'årlige årlige bevilling på '],
  ['totals', 'i alt '],
  ['stars', '* '],
  ['capitals', 'A. '],
];

describe('hostile text', () => {
  it.each(PATTERNS)('one line of a megabyte: %s', async (_name, unit) => {
    expect(await timeOf(`a${unit.repeat(MEGABYTE / unit.length)}b`)).toBeLessThan(4000);
  });

  it.each(PATTERNS)('many lines: %s', async (_name, unit) => {
    expect(await timeOf(`${unit.repeat(20)}\n`.repeat(4_000))).toBeLessThan(8000);
  });

  it('a table of thousands of rows whose sums must be looked for', async () => {
    const rows = Array.from({ length: 4_000 }, (_, row) => `Konto ${'abcdefghij'.charAt(row % 10)}${'x'.repeat(row % 7)} ${(row * 37) % 90},1 ${(row * 53) % 80},2 ${(row * 71) % 70},3`);
    expect(await timeOf(`Budget 2027\n\nMio. kr., 2027-pl 2027 2028 2029\n\n${rows.join('\n')}\n`)).toBeLessThan(8000);
    const zeros = rows.map((row) => row.replace(/\d+,\d/g, '0,0'));
    expect(await timeOf(`Budget 2027\n\nMio. kr., 2027-pl 2027 2028 2029\n\n${zeros.join('\n')}\nI alt 0,0 0,0 0,0\n`)).toBeLessThan(8000);
  });

  it('comes to an end where every row has more figures than the header has columns', async () => {
    const agreement = await read('Tabel 3: Tilskud (mio. kr., 2026-pl)\n\nModtager 2026 2027\nTeatret 2,0 1,5 2,5 2,0\nGalleriet 1,0 0,5 1,0 1,0\n');
    expect(agreement?.unread.map((entry) => entry.text)).toEqual(expect.arrayContaining(['Teatret 2,0 1,5 2,5 2,0']));
  });

  it('never throws, whatever the text', async () => {
    const words = fc.constantFrom('Tabel 1', 'Mio. kr., 2026-pl 2026 2027 I alt', 'I alt 1,0 2,0 3,0', 'Økonomi', 'Baggrund og indhold', 'Der afsættes i alt 3,0 mio. kr. i 2026-', '-', '1,0', '(*)', 'Initiativ 1: Navn', '8) Økonomi', 'Anm.: *', 'Nr. Mio. kr., 2026-pl 2026 2027 I alt*', 'Kilde:', 'heraf', 'Bilag 1. Kriterier', '', ' ', '\f', 'Tabel 1. Bevillinger som udløber', '1.000 kr.', 'Anbefaling', 'Indsats og effekt', 'Der afsættes 2,0 mio. kr. til initiativet i 2026.', 'Kriterier vedr. ansøgningspulje');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), { maxLength: 60 }), async (lines) => {
        await read(lines.join('\n'));
      }),
      { numRuns: 600, seed: 20261122 },
    );
  });
});
