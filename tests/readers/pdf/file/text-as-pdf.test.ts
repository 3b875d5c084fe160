import { textAsPdf } from '../../../../src/readers/pdf/file/text-as-pdf';
import { readPdf } from '../../../../src/readers/pdf/read-pdf';
import { registerPdfEngine } from '../../../support/pdf-engine';

registerPdfEngine();

it('makes a PDF that is read as the text that it was made of', async () => {
  const lines = ['Bedre lejrskoler (forsøg) \\ æøå', 'Mio. kr., 2026-pl 2026 2027 2028 2029', 'I alt 1,5 1,3 -1,3 12,4', 'Drift 1,1'];
  const read = await readPdf({ name: 'a.pdf', bytes: textAsPdf(lines.join('\r\n')) });
  expect(read.ok && read.value.lines.map(({ text }) => text)).toEqual(lines);
  expect(read.ok && read.value.hiddenText).toEqual([]);
});

it('goes on to further pages', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => `Linje nummer ${index + 1} af mange`);
  const read = await readPdf({ name: 'a.pdf', bytes: textAsPdf(lines.join('\n')) });
  expect(read.ok && read.value.pages).toBe(3);
  expect(read.ok && read.value.lines.map(({ text }) => text)).toEqual(lines);
});
