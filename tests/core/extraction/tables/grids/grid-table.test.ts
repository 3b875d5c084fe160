import { readOutput } from '../../../../../src/cli/answers/read-output';
import { extractAgreement } from '../../../../../src/core/extraction/extract-agreement';
import { readDocument } from '../../../../../src/readers/read-document';
import { endingAt, readBuiltPdf, type ReadTable } from '../../../../support/pdf-table';
import { textAt } from '../../../../support/pdf-builder';
import { registerPdfEngine } from '../../../../support/pdf-engine';

beforeAll(registerPdfEngine);

/** A page of a narrow table: labels at the left, figures that end at the places of their columns. */
const COLUMNS = [118, 150, 182];
const row = (y: number, label: string, ...figures: readonly string[]): string => [textAt(50, y, label), ...figures.map((figure, index) => endingAt(COLUMNS[index] ?? 0, y, figure))].join('\n');

const page = (...rows: readonly string[]) => [{ content: [textAt(50, 760, 'Fordeling'), textAt(50, 720, 'Tabel 1. Fordeling, mio. kr., 2026-pl'), ...rows].join('\n') }];

describe('narrow tables of a PDF', () => {
  it('parts a label from the figure that stands close behind it', async () => {
    const { initiatives, unread } = await readBuiltPdf(page(row(700, 'Navn', '2027', '2028', 'I alt'), row(685, 'Tilsyn', '1,0', '2,0', '3,0'), row(670, 'Kampagne', '4,0', '5,0', '9,0'), row(655, 'Kurser', '2,0', '2,0', '4,0')));
    expect(initiatives).toMatchObject([
      { title: 'Tilsyn', amounts: { 2027: 1, 2028: 2 }, total: 3 },
      { title: 'Kampagne', amounts: { 2027: 4, 2028: 5 }, total: 9 },
      { title: 'Kurser', amounts: { 2027: 2, 2028: 2 }, total: 4 },
    ]);
    expect(unread).toEqual([]);
  });

  it('reads the total under a name over the years', async () => {
    const { initiatives } = await readBuiltPdf(page(textAt(125, 712, 'Bevilling'), row(700, 'Navn', '2027', '2028', 'I alt'), row(685, 'Tilsyn', '1,0', '2,0', '3,0'), row(670, 'Kurser', '2,0', '2,0', '4,0')));
    expect(initiatives).toMatchObject([{ amounts: { 2027: 1, 2028: 2 }, total: 3 }, { amounts: { 2027: 2, 2028: 2 }, total: 4 }]);
  });
});

/** A table of HTML, a row each, as it is read. */
async function readHtml(...rows: readonly (readonly string[])[]): Promise<ReadTable> {
  const cells = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
  const document = await readDocument({ name: 'plan.html', bytes: new TextEncoder().encode(`<h1>Plan for havne</h1><p>Mio. kr.</p><table>${cells}</table>`) });
  if (!document.ok) throw new Error(document.failure.code);
  return JSON.parse(JSON.stringify(readOutput(extractAgreement(document.value)))) as ReadTable;
}

describe('headers that do not stand over their figures', () => {
  it('gives the year behind the unit over the labels to the column beside it', async () => {
    const { initiatives, unread } = await readHtml(['Mio. kr., 2026-pl 2026', '', '2027', '2028'], ['Tilsyn', '1,0', '2,0', '3,0'], ['Kurser', '2,0', '2,5', '4,0']);
    expect(initiatives).toMatchObject([{ title: 'Tilsyn', amounts: { 2026: 1, 2027: 2, 2028: 3 } }, { title: 'Kurser', amounts: { 2026: 2, 2027: 2.5, 2028: 4 } }]);
    expect(unread).toEqual([]);
  });

  it('names the header that leaves a column of figures without a name', async () => {
    const { unread } = await readHtml(['Navn', '', '2027', '2028'], ['Tilsyn', '1,0', '2,0', '3,0'], ['Kurser', '2,0', '2,5', '4,0']);
    expect(unread).toMatchObject([{ reason: 'table-not-understood', text: expect.stringContaining('2027') as string }]);
  });
});
