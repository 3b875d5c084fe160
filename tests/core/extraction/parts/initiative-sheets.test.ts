import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { readPdf } from '../../../../src/readers/pdf/read-pdf';
import { buildPdf, textAt } from '../../../support/pdf-builder';
import { registerPdfEngine } from '../../../support/pdf-engine';

registerPdfEngine();

const PITCH = 13;

/** Writes lines down a page from a height; an entry is a line of text, "" an empty one, a pair text in a type size, a list the cells of a row. */
function column(top: number, lines: readonly (string | readonly [string, number] | readonly string[])[]): string {
  return lines
    .map((line, index) => {
      const y = top - index * PITCH;
      if (typeof line === 'string') return line === '' ? '' : textAt(72, y, line);
      if (line.length === 2 && typeof line[1] === 'number') return textAt(72, y, line[0], line[1]);
      return (line as readonly string[]).map((cell, at) => textAt(at === 0 ? 72 : 300 + at * 45, y, cell)).join('');
    })
    .join('');
}

function sheet(title: string, amount: string): (string | readonly [string, number] | readonly string[])[] {
  return [
    [title, 14], '', `Der afsættes i alt ${amount} mio. kr. i 2027-2028 til indsatsen.`, '', 'Baggrund og indhold', 'Indsatsen drives af lokale foreninger og kommuner i fællesskab.', '',
    'Økonomi', `Der afsættes i alt ${amount} mio. kr. til initiativet, jf. tabel 1.`, '', 'Tabel 1', '', title, '',
    ['Mio. kr., 2027-pl', '2027', '2028', 'I alt'], '', ['I alt', '1,0', '2,0', amount], '', ['Drift*', '1,0', '2,0', amount], '',
  ];
}

test('sheets follow each other on a page: each starts at its heading, and a note goes on over the page break', async () => {
  const first = column(780, [...sheet('Havnefyret', '3,0'), '', '*Midlerne udmøntes af styrelsen, der kan overlade det til de lokale foreninger, som']);
  const second = column(800, ['har søgt om dem.', '', ...sheet('Molen', '3,0')]);
  const read = await readPdf({ name: 'a.pdf', bytes: buildPdf([{ content: first }, { content: second }]) });
  if (!read.ok) throw new Error(read.failure.code);
  const { document, initiatives } = extractAgreement(read.value);
  expect(document.layout).toBe('initiative-sheets');
  expect(initiatives.map(({ title, caption, total, notes }) => [title, caption?.text, total?.cells.length, notes])).toEqual([
    ['Havnefyret', 'Havnefyret', 3, ['*Midlerne udmøntes af styrelsen, der kan overlade det til de lokale foreninger, som har søgt om dem.']],
    ['Molen', 'Molen', 3, []],
  ]);
});

test('a heading for the background that is printed twice starts one sheet', async () => {
  const lines = sheet('Molen', '3,0');
  const content = column(780, [...lines.slice(0, 4), 'Baggrund og indhold', ...lines.slice(4)]);
  const read = await readPdf({ name: 'a.pdf', bytes: buildPdf([{ content }]) });
  if (!read.ok) throw new Error(read.failure.code);
  expect(extractAgreement(read.value).initiatives.map(({ title, total }) => [title, total?.cells.length])).toEqual([['Molen', 3]]);
});
