import { readPdf } from '../../../../src/readers/pdf/read-pdf';
import { buildPdf, textAt } from '../../../support/pdf-builder';
import { registerPdfEngine } from '../../../support/pdf-engine';
import { endingAt, figureWidth, readBuiltPdf, rowsOf, type ReadTable } from '../../../support/pdf-table';

registerPdfEngine();

/** Right edges of three years. */
const EDGES = [300, 340, 380];

/** A line of a table: its label at the left, its figures at the edges of their columns. */
function row(y: number, label: string, figures: readonly string[]): string {
  return (label === '' ? '' : textAt(72, y, label)) + figures.map((figure, index) => endingAt(EDGES[index] ?? 0, y, figure)).join('');
}

const HEADER = textAt(72, 700, '1.000 kr.') + ['2026', '2027', '2028'].map((year, index) => endingAt(EDGES[index] ?? 0, 700, year)).join('');

function readTable(...lines: readonly string[]): Promise<ReadTable> {
  const content = textAt(72, 740, 'Der vises budgettet for de enkelte områder og til kommunen.') + HEADER + lines.join('');
  return readBuiltPdf([{ content }]);
}

describe('figures that a narrow cell breaks over two lines', () => {
  test.each([
    ['behind the mark', '11.', '948', 11948],
    ['within a group', '11.9', '48', 11948],
    ['before the decimals', '1.234,', '5', 1234.5],
    ['before the mark', '1.234', ',5', 1234.5],
    ['behind its minus, in a row where another figure is broken', '-', '12,5', -12.5],
  ])('%s', async (_, upper, lower, whole) => {
    const output = await readTable(row(670, 'Drift', ['1.100', '2.200', '3.300']), row(640, 'Anlæg', ['7.', upper, '320']), row(628, '', ['100', lower, '']), row(600, 'Pulje', ['1.000', '2.000', '3.000']));
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [7100, whole, 320], Pulje: [1000, 2000, 3000] });
    expect(output.unread).toEqual([]);
  });

  test('beside the words of the next column', async () => {
    const remark = (y: number, text: string): string => textAt(383, y, text);
    const output = await readTable(row(670, 'Drift', ['1.100', '2.200', '3.300']) + remark(670, 'Ny'), row(642, 'Anlæg af', ['', '', '132,']) + remark(642, 'Udmøntes'), row(630, 'havnen', ['7.100', '11.948', '5']) + remark(630, 'senere'), row(600, 'Pulje', ['1.000', '2.000', '3.000']) + remark(600, 'Ny'));
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], 'Anlæg af havnen': [7100, 11948, 132.5], Pulje: [1000, 2000, 3000] });
    expect(output.unread).toEqual([]);
  });

  test('before a group of noughts, which proves the break for other rows of the column; beside words of both lines it is reported', async () => {
    const output = await readTable(
      row(670, 'Drift', ['125', '', '']), row(658, '', ['000', '450', '980']),
      row(640, 'Havnen ved', ['113', '', '']), row(628, 'Nord', ['500', '250', '980']),
      row(610, 'I alt', ['238', '', '']), row(598, '', ['500', '700', '960']),
    );
    expect(output.initiatives.map(({ title, amounts }) => [title, amounts])).toEqual([['Drift', { 2026: 125000, 2027: 450, 2028: 980 }], ['Havnen ved Nord', { 2027: 250, 2028: 980 }]]);
    expect(output.unread.map(({ text }) => text)).toEqual(['113 / 500']);
  });

  test('over three lines, with the label in the middle of them', async () => {
    const output = await readTable(row(670, 'Drift', ['1.100', '2.200', '3.300']), row(642, '', ['1.', '', '']), row(630, 'Anlæg', ['234', '2.500', '320']), row(618, '', [',5', '', '']), row(590, 'Pulje', ['1.000', '2.000', '3.000']));
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [1234.5, 2500, 320], Pulje: [1000, 2000, 3000] });
  });

  test('a table keeps its Danish numbers when one of them is broken so that it looks English', async () => {
    const output = await readTable(row(670, 'Drift', ['1.100', '2.200', '3.300']), row(650, 'Anlæg', ['25.97', '19.373', '20.973']), row(638, '', ['1', '', '']));
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [25971, 19373, 20973] });
  });

  test.each([
    ['two whole figures', '48', '9'],
    ['a dash above a figure', '-', '125'],
    ['thousands parted by a blank', '1', '200'],
  ])('without proof is reported and never read in part: %s', async (_, upper, lower) => {
    const output = await readTable(row(670, 'Drift', ['110', '220', '330']), row(650, 'Anlæg', [upper, '19', '20']), row(638, '', [lower, '', '']), row(610, 'Pulje', ['100', '200', '300']));
    expect(rowsOf(output)).toEqual({ Drift: [110, 220, 330], Anlæg: [19, 20], Pulje: [100, 200, 300] });
    expect(output.unread).toEqual([expect.objectContaining({ text: `${upper} / ${lower}`, reason: 'broken-figure' })]);
  });

  test.each([
    ['without another figure of the row being broken', row(650, 'Mindreudgifter til', ['-', '', '']) + row(638, 'husleje', ['1.612', '250', '320']), '- / 1.612', [250, 320]],
    ['on a line of its own', row(650, '', ['-', '', '']) + textAt(72, 638, 'Mindreudgifter') + row(626, 'til husleje', ['1.612', '250', '320']), '- / 1.612', [250, 320]],
  ])('a minus alone above its figure is reported, %s', async (_, lines, text, figures) => {
    const output = await readTable(row(680, 'Drift', ['1.100', '2.200', '3.300']), lines, row(600, 'Pulje', ['1.000', '2.000', '3.000']));
    expect(Object.values(rowsOf(output))).toEqual([[1100, 2200, 3300], figures, [1000, 2000, 3000]]);
    expect(output.unread).toEqual([expect.objectContaining({ text, reason: 'broken-figure' })]);
  });

  test('a minus above a figure that is broken itself belongs to it', async () => {
    const output = await readTable(row(680, 'Drift', ['1.100', '2.200', '3.300']), row(650, '', ['-', '', '']), row(638, 'Mindreudgifter', ['1.61', '', '']), row(626, 'til husleje', ['2', '250', '320']), row(600, 'Pulje', ['1.000', '2.000', '3.000']));
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], 'Mindreudgifter til husleje': [-1612, 250, 320], Pulje: [1000, 2000, 3000] });
  });

  test('the words of the next column may stand close behind the rest of a figure', async () => {
    const remark = (y: number, text: string): string => textAt(384, y, text);
    const output = await readTable(textAt(384, 700, 'Modtager'), row(670, 'Drift', ['1,1', '2,2', '3,3']) + remark(670, 'Havnen'), row(642, '', ['', '', '123,']) + row(630, 'Anlæg', ['7,5', '2,5', '3']) + remark(630, 'Molen'), row(600, 'Pulje', ['1,0', '2,0', '3,0']) + remark(600, 'Staten'));
    expect(rowsOf(output)).toEqual({ Drift: [1.1, 2.2, 3.3], Anlæg: [7.5, 2.5, 123.3], Pulje: [1, 2, 3] });
    expect(output.unread).toEqual([]);
  });

  test('a year that its cell breaks around the line of the years that are whole', async () => {
    const content = textAt(72, 700, 'Mio. kr.') + row(700, '', ['', '2027', '2028']) + endingAt(300, 708, '202') + endingAt(300, 692, '6') + row(660, 'Drift', ['1,1', '2,2', '3,3']) + row(640, 'Anlæg', ['4,5', '5,5', '6,5']);
    expect(rowsOf(await readBuiltPdf([{ content }]))).toEqual({ Drift: [1.1, 2.2, 3.3], Anlæg: [4.5, 5.5, 6.5] });
  });

  const before = textAt(72, 740, 'Der vises budgettet for de enkelte områder og til kommunen.') + row(140, 'Mio. kr.', ['2026', '2027', '2028']) + row(120, 'Drift', ['140,2', '200,0', '3,3']);
  test.each([
    ['are joined where each finds its rest', row(100, 'Anlæg', ['137,', '230,', '9,9']), row(780, '', ['1', '5', '']), { Drift: [140.2, 200, 3.3], Anlæg: [137.1, 230.5, 9.9], Pulje: [1, 2, 3] }],
    ['are not read where one of them finds none', row(100, 'Anlæg', ['137,', '230,', '9,9']), row(780, '', ['1', '', '']), { Drift: [140.2, 200, 3.3], Anlæg: [9.9], Pulje: [1, 2, 3] }],
  ])('figures that a page break tears %s', async (_, upper, lower, rows) => {
    const output = await readBuiltPdf([{ content: before + upper }, { content: lower + row(750, 'Pulje', ['1,0', '2,0', '3,0']) }]);
    expect(rowsOf(output)).toEqual(rows);
    expect(output.unread.length === 0).toBe(Object.values(rows).every((figures) => figures.length === 3));
  });

  test('a head of years close above the figures is no part of them', async () => {
    const output = await readTable(row(688, 'Drift', ['8,3', '7,3', '-']), row(676, 'Leje', ['1,0', '2,0', '3,0']));
    expect(rowsOf(output)).toEqual({ Drift: [8.3, 7.3, 0], Leje: [1, 2, 3] });
  });

  test('rows that stand closely are rows, whatever their figures make together', async () => {
    const output = await readTable(row(670, 'Drift', ['1', '-', '12']), row(658, 'Anlæg', ['200', '125', '9']), row(646, 'Pulje', ['3', '300', '345']));
    expect(rowsOf(output)).toEqual({ Drift: [1, 0, 12], Anlæg: [200, 125, 9], Pulje: [3, 300, 345] });
    expect(output.unread).toEqual([]);
  });

  test('a raised mark is no digit of the figure, on its line or under it', async () => {
    const output = await readTable(
      row(670, 'Drift', ['1.100', '2.200', '3.300']),
      row(650, 'Anlæg', ['', '5.678', '320']) + textAt(272, 650, '1.234') + textAt(297.1, 654, '1)', 6),
      row(630, 'Pulje', ['', '2.000', '300']) + textAt(282.6, 630, '2.34') + textAt(291.5, 618, '5') + textAt(297.1, 622, '1)', 6),
      row(600, 'Leje', ['40', '50', '60']) + textAt(296, 588, '1', 6),
    );
    expect(rowsOf(output)).toMatchObject({ Drift: [1100, 2200, 3300], Anlæg: [1234, 5678, 320], Pulje: [2345, 2000, 300], Leje: [40, 50, 60] });
  });
});

describe('columns that stand closely', () => {
  test('figures are told apart where a blank’s room is all there is between them', async () => {
    const close = (y: number, figures: readonly string[]): string => figures.map((figure, index) => endingAt(300 + index * 28, y, figure)).join('');
    const output = await readBuiltPdf([
      { content: textAt(72, 700, 'Mio. kr.') + close(700, ['2026', '2027', '2028', '2029']) + textAt(72, 680, 'Drift') + close(680, ['111,7', '111,3', '9,2', '0,5']) + textAt(72, 660, 'Leje') + close(660, ['-', '111,3', '-', '-']) },
    ]);
    expect(rowsOf(output)).toEqual({ Drift: [111.7, 111.3, 9.2, 0.5], Leje: [0, 111.3, 0, 0] });
  });

  test('a minus a blank before its figure is its sign, and a dash that ends where figures end is a cell', async () => {
    const signed = (y: number, label: string, figures: readonly string[]): string => row(y, label, figures) + figures.map((figure, index) => endingAt((EDGES[index] ?? 0) - figureWidth(figure) * 10 - 2.5, y, '-')).join('');
    const output = await readTable(row(680, 'Drift', ['11,5', '12,5', '13,5']), row(660, 'Leje', ['-', '1,5', '-']), row(640, 'Anlæg', ['21,5', '22,5', '23,5']), signed(620, 'Rejser', ['2,5', '3,5', '10,5']));
    expect(rowsOf(output)).toEqual({ Drift: [11.5, 12.5, 13.5], Leje: [0, 1.5, 0], Anlæg: [21.5, 22.5, 23.5], Rejser: [-2.5, -3.5, -10.5] });
    expect(output.unread).toEqual([]);
  });

  test('a year at one edge of a wide column heads the figures at its other edge', async () => {
    const output = await readBuiltPdf([
      { content: textAt(72, 700, '1.000 kr.') + textAt(180, 700, '2026') + row(700, '', ['', '2027', '2028']) + row(680, 'Drift', ['1.100', '2.200', '3.300']) + row(660, 'Leje', ['40', '50', '60']) },
    ]);
    expect(output.initiatives.map(({ amounts }) => amounts)).toEqual([{ 2026: 1100, 2027: 2200, 2028: 3300 }, { 2026: 40, 2027: 50, 2028: 60 }]);
  });

  test('the last line of a caption that ends over the first year is no part of its head', async () => {
    const output = await readBuiltPdf([
      { content: textAt(72, 724, 'Tabel 1') + textAt(72, 712, 'Budget for alle initiativer i aftalen om midlerne') + HEADER + row(680, 'Drift', ['1.100', '2.200', '3.300']) + row(660, 'Leje', ['40', '50', '60']) },
    ]);
    expect(output.initiatives.map(({ amounts }) => amounts)).toEqual([{ 2026: 1100, 2027: 2200, 2028: 3300 }, { 2026: 40, 2027: 50, 2028: 60 }]);
  });

  test('numbers of rows stand close to their labels, whatever their digits', async () => {
    const numbered = (y: number, number: number, label: string): string => textAt(72, y, String(number)) + row(y, '', ['1.100', '2.200', '3.300']) + textAt(88, y, label);
    const rows = Array.from({ length: 12 }, (_, index) => numbered(680 - index * 20, index + 1, `Indsats ${String.fromCharCode(65 + index)}`)).join('');
    const output = await readBuiltPdf([{ content: textAt(72, 700, 'Nr.') + textAt(90, 700, '1.000 kr.') + row(700, '', ['2026', '2027', '2028']) + rows + row(430, '', ['13.200', '26.400', '39.600']) + textAt(88, 430, 'I alt') }]);
    expect(output.initiatives.map(({ title }) => title)).toEqual(Array.from({ length: 12 }, (_, index) => `Indsats ${String.fromCharCode(65 + index)}`));
  });

  test('figures of two columns in one run of text are no number with a blank', async () => {
    const output = await readTable(row(680, 'Drift', ['1.100', '2.200', '3.300']), textAt(72, 660, 'Leje') + endingAt(300, 660, '5') + `BT /F1 10 Tf 5 Tw 1 0 0 1 ${340 - figureWidth('250') * 10} 660 Tm (250) Tj ET\n` + endingAt(380, 660, '860'));
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Leje: [5, 250, 860] });
  });

  /** A run of two figures of which the second ends at an edge, with a gap of so many type sizes between them. */
  const pairAt = (y: number, first: string, second: string, edge: number, gap: number): string => {
    const width = figureWidth(first) + gap + figureWidth(second);
    return `BT /F1 10 Tf ${((gap - 0.278) * 10).toFixed(2)} Tw 1 0 0 1 ${edge - width * 10} ${y} Tm (${first} ${second}) Tj ET\n`;
  };

  test('the rest of a broken figure is no thousand of the figure beside it', async () => {
    const close = (y: number, figures: readonly string[]): string => figures.map((figure, index) => endingAt(300 + index * 28.9, y, figure)).join('');
    const content = textAt(72, 700, 'Mio. kr.') + close(700, ['2026', '2027', '']) + textAt(337, 700, 'I alt') + textAt(72, 680, 'Drift') + close(680, ['50,1', '59,5', '109,6']) + textAt(72, 660, 'Leje') + close(660, ['44,3', '100,0', '144,3']) + close(632, ['', '159,', '']) + textAt(72, 620, 'I alt') + endingAt(300, 620, '94,4') + pairAt(620, '5', '253,9', 357.8, 0.39);
    const { initiatives, totals } = await readBuiltPdf([{ content }]);
    expect(initiatives.map(({ amounts, total }) => [amounts, total])).toEqual([[{ 2026: 50.1, 2027: 59.5 }, 109.6], [{ 2026: 44.3, 2027: 100 }, 144.3]]);
    expect(totals).toMatchObject([{ amounts: { 2026: 94.4, 2027: 159.5 }, total: 253.9 }]);
  });

  test.each([
    ['where the first ends at the edge of a column', '5', '253,9', 344, 0.278, ['59,5', '109,6'], '5 253,9'],
    ['where the gap is wider than a blank', '5', '253,9', 344, 0.39, ['', '109,6'], '5 253,9'],
    ['behind a zero', '0', '100', 344, 0.278, ['', '300'], '0 100'],
  ])('digits that stand apart are no number %s', async (_, first, second, edge, gap, above, text) => {
    const start = edge - (figureWidth(second) + gap) * 10;
    const content = textAt(72, 700, 'Drift') + endingAt(start, 700, above[0] ?? '') + endingAt(edge, 700, above[1] ?? '') + textAt(72, 680, 'Leje') + pairAt(680, first, second, edge, gap);
    const result = await readPdf({ name: 'a.pdf', bytes: buildPdf([{ content }]) });
    expect(result.ok && result.value.lines[1]?.text).toBe(`Leje ${text}`);
  });

  test.each([
    ['in a column', ['1.500', '500'], '12', '500'],
    ['with decimals', ['10,5', '9,0'], '1', '253,9'],
  ])('groups that the blank of the type parts are one number, %s', async (_, others, first, second) => {
    const content = others.map((other, index) => textAt(72, 740 - 20 * index, 'Drift') + endingAt(344, 740 - 20 * index, other)).join('') + textAt(72, 680, 'Leje') + pairAt(680, first, second, 344, 0.278);
    const result = await readPdf({ name: 'a.pdf', bytes: buildPdf([{ content }]) });
    expect(result.ok && result.value.lines.at(-1)?.text).toBe(`Leje ${first}\u00A0${second}`);
  });

  test('the word for a total that its cell breaks within the word', async () => {
    const output = await readBuiltPdf([
      { content: textAt(72, 700, '1.000 kr.') + row(700, '', ['2026', '2027']) + textAt(362, 711, 'I al') + textAt(374, 700, 't') + row(680, 'Drift', ['1.100', '2.200', '3.300']) + row(660, 'Leje', ['40', '50', '90']) },
    ]);
    expect(output.initiatives.map(({ amounts, total }) => [amounts, total])).toEqual([[{ 2026: 1100, 2027: 2200 }, 3300], [{ 2026: 40, 2027: 50 }, 90]]);
  });

  test('figures that the edge of the page cuts are reported and not read', async () => {
    const output = await readBuiltPdf([{ width: 375, content: HEADER + row(680, 'Drift', ['1.100', '2.200', '3.300']) + row(660, 'Leje', ['40', '50', '']) + textAt(363, 660, '60') }]);
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200], Leje: [40, 50] });
    expect(output.unread.map(({ reason }) => reason)).toContain('hidden-text');
  });

  test('a figure beside a remark that stands lower is no mark of it', async () => {
    const content = [textAt(60, 760, 'Mio. kr.'), endingAt(300, 760, '2026'), endingAt(360, 760, '2027'), endingAt(420, 760, 'I alt'), textAt(426, 760, 'Modtager')];
    const rows = [['Havnen', 730], ['Molen', 700]] as const;
    for (const [label, y] of rows) content.push(textAt(60, y, label), endingAt(300, y, '1,0'), endingAt(360, y, '2,0'), endingAt(420, y, '3,0'), textAt(426, y + 6, 'Staten og'), textAt(426, y - 6, 'byen'));
    const read = await readBuiltPdf([{ content: content.join('') }]);
    expect(read.initiatives.map(({ total }) => total)).toEqual([3, 3]);
  });

  test('numbers of rows that stand at the top of their cells are no parts of one figure', async () => {
    const content = [textAt(60, 760, 'Nr.'), textAt(80, 760, 'Mio. kr.'), endingAt(300, 760, '2026'), endingAt(360, 760, '2027'), endingAt(420, 760, 'I alt')];
    const cell = (y: number, number: string, label: readonly string[]): string =>
      textAt(60, y, number) + label.map((text, index) => textAt(80, y - 12 * index, text)).join('') + ['1,0', '2,0', '3,0'].map((figure, index) => endingAt(300 + 60 * index, y - 12, figure)).join('');
    content.push(cell(740, '1', ['Diger ved havnen og', 'molen og fyret og', 'stranden']), textAt(60, 698, '2'), textAt(80, 698, 'Sand'), endingAt(300, 698, '4,0'), endingAt(360, 698, '5,0'), endingAt(420, 698, '9,0'));
    const { initiatives } = await readBuiltPdf([{ content: content.join('') }]);
    expect(initiatives).toMatchObject([{ number: '1', title: 'Diger ved havnen og molen og fyret og stranden', total: 3 }, { number: '2', title: 'Sand', total: 9 }]);
  });

  test('many figures with a currency behind them in one run of text take no longer than others', async () => {
    const run = `${Array.from({ length: 40 }, () => '123.456').join(' ')} kr.`;
    const result = await readPdf({ name: 'a.pdf', bytes: buildPdf([{ content: textAt(60, 700, run, 3) }]) });
    expect(result.ok && result.value.lines[0]?.text).toBe(run);
  });
});

describe('a table under two columns of running text', () => {
  const LEFT = ['Parterne er enige om at styrke indsatsen', 'over hele landet, så borgerne møder en', 'forvaltning med tid til opgaven. Der er', 'allerede gode erfaringer, og de skal ud', 'til alle. Med aftalen følger en strategi', 'som skal gøre det enklere for foreninger', 'og virksomheder at bidrage, og som skal', 'følges op af et udvalg i hele perioden.'];
  const prose = LEFT.map((text, index) => textAt(72, 780 - index * 12, text) + textAt(309, 780 - index * 12, text)).join('');

  test('keeps the left cells of its head, though a cell beside them stands over the gap between the columns', async () => {
    const wide = (y: number, label: string, figures: readonly string[]): string => textAt(72, y, label) + figures.map((figure, index) => endingAt([258, 326, 394][index] ?? 0, y, figure)).join('');
    const output = await readBuiltPdf([{ content: prose + textAt(340, 662, 'Udgifter') + wide(645, 'Kr.', ['2026', '2027', '2028']) + wide(625, 'Drift', ['1.822.779', '4.631.581', '2.068.040']) + wide(605, 'Leje', ['729.112', '852.632', '827.216']) }]);
    expect(output.initiatives.map(({ title, amounts }) => [title, amounts])).toEqual([['Drift', { 2026: 1822779, 2027: 4631581, 2028: 2068040 }], ['Leje', { 2026: 729112, 2027: 852632, 2028: 827216 }]]);
    expect(output.unread).toEqual([]);
  });
});
