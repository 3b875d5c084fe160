import { endingAt, readBuiltPdf } from '../../../../support/pdf-table';
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
