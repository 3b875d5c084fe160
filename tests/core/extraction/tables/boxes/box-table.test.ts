import { findBoxGrids } from '../../../../../src/core/extraction/tables/boxes/box-table';
import { collectHyphenEvidence } from '../../../../../src/core/extraction/lines/join-lines';
import { type TextLine } from '../../../../../src/core/extraction/lines/document-text';

const SIZE = 10;
const CHARACTER = 5;

/** A printed line: words with the place of their left edge, or of their right edge with ">"; text that stands together keeps one blank between words. */
function line(baseline: number, ...parts: readonly (readonly [text: string, at: number, edge?: '>'])[]): TextLine {
  const words = parts.flatMap(([text, at, edge]) => {
    let left = edge === '>' ? at - text.length * CHARACTER : at;
    return text.split(' ').map((word) => {
      const box = { left, right: left + word.length * CHARACTER, top: baseline - SIZE, bottom: baseline };
      left = box.right + CHARACTER / 2;
      return { text: word, box, fontSizePt: SIZE, isBold: false, isSuperscript: false };
    });
  });
  const box = { left: Math.min(...words.map((word) => word.box.left)), right: Math.max(...words.map((word) => word.box.right)), top: baseline - SIZE, bottom: baseline };
  return { text: words.map((word) => word.text).join(' '), page: 1, line: baseline, box, words, blankLinesBefore: 0, whitespaceLinesBefore: 0, isPageStart: false, fontSizePt: SIZE, isBold: false, cells: null, table: null, role: 'body' };
}

/** How wide a text is whose words keep one blank between them. */
function textWidth(text: string): number {
  const words = text.split(' ');
  return words.reduce((sum, word) => sum + word.length * CHARACTER, 0) + ((words.length - 1) * CHARACTER) / 2;
}

function gridsOf(...lines: readonly TextLine[]): string[][][] {
  return findBoxGrids(lines).map((grid) => grid.rows.map((row) => Array.from({ length: grid.columnCount }, (_, column) => row.cells.find((cell) => cell.column === column)?.text ?? '')));
}

const HEADER = line(100, ['Mio. kr., 2026-pl', 50], ['2026', 320, '>'], ['2027', 380, '>'], ['I alt', 440, '>']);

describe('tables by coordinates', () => {
  it('puts figures under their headers and leaves gaps empty', () => {
    const grids = gridsOf(HEADER, line(120, ['Havnen', 50], ['1,0', 320, '>'], ['1,0', 440, '>']), line(140, ['Fyret', 50], ['-', 320, '>'], ['12,5', 380, '>'], ['12,5', 440, '>']));
    expect(grids).toEqual([[['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Havnen', '1,0', '', '1,0'], ['Fyret', '-', '12,5', '12,5']]]);
  });

  it('joins a label that stands around its figures', () => {
    const grids = gridsOf(HEADER, line(124, ['Støtte til sejlere i', 50]), line(130, ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']), line(136, ['havnebyer', 50]), line(160, ['Fyret', 50], ['1,0', 320, '>'], ['1,0', 380, '>'], ['2,0', 440, '>']));
    expect(grids[0]?.slice(1)).toEqual([['Støtte til sejlere i havnebyer', '1,0', '2,0', '3,0'], ['Fyret', '1,0', '1,0', '2,0']]);
  });

  it('tells a heading from a label that wraps', () => {
    const row = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const grids = gridsOf(HEADER, line(120, ['Skibe', 50]), row(140, 'Havnen'), line(160, ['Prøvesejlads for begyn-', 50]), row(172, 'dere'), line(192, ['Bygninger', 50]), row(212, 'Fyret'));
    expect(grids[0]?.slice(1).map((cells) => cells[0])).toEqual(['Skibe', 'Havnen', 'Prøvesejlads for begyndere', 'Bygninger', 'Fyret']);
  });

  it('reads figures with words close behind them where they share an edge', () => {
    const row = (baseline: number, label: string, amount: string, remark: string): TextLine => line(baseline, [label, 50], [amount, 300, '>'], [remark, 303]);
    const grids = gridsOf(line(100, ['Bevilling', 50], ['Beløb', 300, '>'], ['Anbefaling', 303]), row(120, 'Havnen', '13.767', 'Bør videreføres'), row(140, 'Fyret', '355', 'Politisk'), row(160, 'Molen', '1.250', 'Politisk'));
    expect(grids[0]?.slice(1)).toEqual([['Havnen', '13.767', 'Bør videreføres'], ['Fyret', '355', 'Politisk'], ['Molen', '1.250', 'Politisk']]);
  });

  it('gives a figure close behind a label that fills its cell to the column that it stands in', () => {
    const label = 'Tilskud til fornyelse af havne og moler på øerne';
    const first = 50 + textWidth(label) + 3 + 5 * CHARACTER;
    const row = (baseline: number, words: string, ...figures: readonly string[]): TextLine => line(baseline, [words, 50], ...figures.map((figure, column) => [figure, first + column * 60, '>'] as const));
    const lines = (...filling: readonly string[]): readonly TextLine[] => [row(100, 'Mio. kr., 2026-pl', '2026', 'I alt'), row(120, 'Fyret', '14,0', '14,0'), row(140, label, ...filling), row(160, 'Molen', '4,0', '4,0')];
    expect(gridsOf(...lines('101,9', '181,4'))[0]?.[2]).toEqual([label, '101,9', '181,4']);
    expect(gridsOf(...lines('101,9'))[0]?.[2]).toEqual([label, '101,9', '']);
    expect(gridsOf(...lines('7.500', '9.750'))[0]?.[2]).toEqual([label, '7.500', '9.750']);
  });

  it('keeps a number at the end of a label that no column of figures has', () => {
    const row = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    expect(gridsOf(HEADER, row(120, 'Fyret, fase 2'), row(140, 'Havnen, afsnit 4,5'))[0]?.slice(1).map(([label]) => label)).toEqual(['Fyret, fase 2', 'Havnen, afsnit 4,5']);
  });

  it('knows a run of figures with marks for cells, however close label and remark stand', () => {
    const years = line(100, ['Mio. kr., 2026-pl', 50], ['2026', 295, '>'], ['2027', 319, '>'], ['I alt', 345, '>'], ['Bemærkning', 348]);
    const row = line(120, ['Fyret', 50], ['14,0', 295, '>'], ['12,5', 319, '>'], ['26,5', 345, '>'], ['Ny', 348]);
    const label = 'Tilskud til fornyelse af havne og moler på øerne';
    const filling = line(140, [label, 50], ['18,0', 293, '>'], ['21,1', 316, '>'], ['39,1', 339, '>'], ['Videreføres', 342]);
    expect(gridsOf(years, row, filling)[0]?.at(-1)).toEqual([label, '18,0', '21,1', '39,1', 'Videreføres']);
  });

  describe('words that a narrow cell cuts without a hyphen', () => {
    const headOf = (upper: string, lower: string, label: readonly [string, string] = ['Fyret', ''], prose = 'Forsyningsfartøjet er nyt.'): string[] => {
      const row = (baseline: number, words: string): TextLine => line(baseline, [words, 50], ['14,0', 320, '>'], ['12,5', 380, '>'], ['1,5', 440, '>']);
      const rest = label[1] === '' ? [] : [line(162, [label[1], 50])];
      const lines = [line(100, ['Mio. kr.', 50], [upper, 320, '>'], ['2026', 380, '>'], ['2027', 440, '>']), line(112, [lower, 320, '>']), row(130, 'Molen'), row(150, label[0]), ...rest, row(180, 'Havnen')];
      const evidence = collectHyphenEvidence([...lines, { text: prose }]);
      const rows = findBoxGrids(lines, evidence)[0]?.rows ?? [];
      return [rows[0]?.cells.find(({ column }) => column === 1)?.text ?? '', rows[2]?.cells[0]?.text ?? ''];
    };

    it.each([
      ['a known word of tables', 'Totalud', 'gift', 'Totaludgift'],
      ['another one', 'Bemærknin', 'ger', 'Bemærkninger'],
      ['a word that the document prints whole', 'Forsynings', 'fartøjet', 'Forsyningsfartøjet'],
      ['two words, the lower of which is one alone', 'Netto', 'udgift', 'Netto udgift'],
      ['two words that nothing joins', 'Udløbs', 'tidspunkt', 'Udløbs tidspunkt'],
      ['a word that starts with a capital', 'Total', 'Udgift', 'Total Udgift'],
    ])('%s', (_, upper, lower, text) => {
      expect(headOf(upper, lower)[0]).toBe(text);
    });

    it('in a label, where the cell has no room for another letter', () => {
      expect(headOf('Bevil', 'get', ['Forsynings', 'fartøjet'])[1]).toBe('Forsyningsfartøjet');
      expect(headOf('Bevil', 'get', ['For', 'syningsfartøjet'])[1]).toBe('For syningsfartøjet');
    });
  });

  it('keeps years and counts inside a label', () => {
    const grids = gridsOf(HEADER, line(120, ['Uddannelse i 2026 af 12 styrmænd', 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']), line(140, ['Fyret', 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']));
    expect(grids[0]?.[1]).toEqual(['Uddannelse i 2026 af 12 styrmænd', '1,0', '2,0', '3,0']);
  });

  it('ends at running text and finds nothing in it', () => {
    const prose = line(180, ['I 2026 afsættes 12,5 mio. kr. til havnen, og 40 personer får arbejde i de følgende 3 år.', 50]);
    expect(gridsOf(prose)).toEqual([]);
    expect(gridsOf(HEADER, line(120, ['Havnen', 50], ['1,0', 320, '>'], ['1,0', 380, '>'], ['2,0', 440, '>']), prose)[0]).toHaveLength(2);
  });

  it('takes justified text for text, however wide its blanks and whatever figures are in it', () => {
    const justified = (baseline: number, text: string, gap: number): TextLine => {
      let left = 50;
      return line(baseline, ...text.split(' ').map((word): [string, number] => {
        const at = left;
        left += word.length * CHARACTER + gap;
        return [word, at];
      }));
    };
    const prose = [justified(120, 'Der afsættes i alt 4,9 mio. kr. til havnen', 9), justified(133, 'og endnu 12,5 mio. kr. i 2027 til fyret', 11), justified(146, 'samt 2,0 mio. kr. i de følgende år', 12)];
    expect(gridsOf(...prose)).toEqual([]);
    expect(gridsOf(HEADER, line(120, ['Havnen', 50], ['1,0', 320, '>'], ['1,0', 380, '>'], ['2,0', 440, '>']), ...prose.map((one, index) => ({ ...one, page: 2, line: index })))[0]).toHaveLength(2);
  });

  it('keeps figures that stand as far apart as the words of their row', () => {
    const row = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 95], ['2,0', 125], ['3,0', 155]);
    expect(gridsOf(line(100, ['Mio. kr.', 50], ['2026', 92], ['2027', 122], ['I alt', 150]), row(120, 'Havnen'), row(140, 'Molen'))[0]?.slice(1)).toEqual([['Havnen', '1,0', '2,0', '3,0'], ['Molen', '1,0', '2,0', '3,0']]);
  });

  it('goes on with a label whose rest is a year on the next page', () => {
    const row = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const next = (one: TextLine): TextLine => ({ ...one, page: 2 });
    const grids = gridsOf(HEADER, row(120, 'Plan for fyret 2026-'), next(line(80, ['2029', 50])), next(row(100, 'Molen')));
    expect(grids[0]?.slice(1)).toEqual([['Plan for fyret 2026-2029', '1,0', '2,0', '3,0'], ['Molen', '1,0', '2,0', '3,0']]);
  });

  it('takes the second line of a header that has words over some columns only', () => {
    const row = (baseline: number, label: string, amount: string): TextLine => line(baseline, [label, 50], [amount, 300, '>'], ['Politisk', 330]);
    const grids = gridsOf(line(100, ['Bevilling, som', 50], ['1.000 kr.', 300, '>'], ['Forvaltningens', 330]), line(112, ['udløber', 50], ['anbefaling', 330]), row(130, 'Havnen', '13.767'), row(150, 'Fyret', '355'));
    expect(grids[0]?.[0]).toEqual(['Bevilling, som udløber', '1.000 kr.', 'Forvaltningens anbefaling']);
  });

  it('goes on over a page break: the header stands again, and a label that the break cuts is one', () => {
    const row = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const next = (one: TextLine): TextLine => ({ ...one, page: 2 });
    const grids = gridsOf(HEADER, row(120, 'Havnen'), row(140, 'Støtte til'), next({ ...HEADER, line: 200 }), next(line(112, ['sejlere', 50])), next(row(132, 'Molen')), next(row(152, 'Fyret og')), { ...line(100, ['øen', 50]), page: 3 });
    expect(grids[0]?.slice(1).map((cells) => cells[0])).toEqual(['Havnen', 'Støtte til sejlere', 'Molen', 'Fyret og øen']);
  });

  it('knows years in a row for a header, however narrow the gaps', () => {
    const years = line(100, ['Mio. kr.', 50], ['2026 2027 2028', 300]);
    const row = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 320, '>'], ['-', 342, '>'], ['3,0', 365, '>']);
    expect(gridsOf(years, row(120, 'Havnen'), row(140, 'Molen'))[0]).toEqual([['Mio. kr.', '2026', '2027', '2028'], ['Havnen', '1,0', '-', '3,0'], ['Molen', '1,0', '-', '3,0']]);
  });

  it('reads a label of three lines above its figures', () => {
    const figures = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const next = (one: TextLine): TextLine => ({ ...one, page: 2 });
    const grids = gridsOf(HEADER, figures(130, 'I alt'), next(line(80, ['Udvikling af modeller til at', 50])), next(line(95, ['følge op og dele erfaringer i', 50])), next(figures(110, 'havnebyer')));
    expect(grids[0]?.slice(2).map((cells) => cells[0])).toEqual(['Udvikling af modeller til at følge op og dele erfaringer i havnebyer']);
  });

  describe('rows of several lines', () => {
    const figures = (baseline: number, ...others: readonly (readonly [text: string, at: number, edge?: '>'])[]): TextLine => line(baseline, ...others, ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const labels = (grids: string[][][]): (string | undefined)[] => (grids[0] ?? []).slice(1).map((cells) => cells.filter((cell) => cell !== '' && !/^[123],0$/.test(cell)).join('|'));

    it('ends the last row with the lines of its label below the figures, at the top and at the middle of its cell', () => {
      const top = gridsOf(HEADER, figures(120, ['Havnen ved byen', 50]), line(132, ['og øen', 50]), figures(150, ['Fyret, som lyser', 50]), line(162, ['om natten, og', 50]), line(174, ['molen', 50]), line(200, ['Ny tekst under tabellen', 50]));
      expect(labels(top)).toEqual(['Havnen ved byen og øen', 'Fyret, som lyser om natten, og molen']);
      const middle = gridsOf(HEADER, line(120, ['Havnen ved byen', 50]), figures(126), line(132, ['Kalundborg', 50]), line(150, ['Fyret ved byen', 50]), figures(156), line(162, ['Frederikshavn', 50]));
      expect(labels(middle)).toEqual(['Havnen ved byen Kalundborg', 'Fyret ved byen Frederikshavn']);
    });

    it('puts numbers at the top of a cell to the figures at its middle or bottom', () => {
      const middle = gridsOf(HEADER, line(120, ['1', 30], ['Havnen ved byen med', 50]), figures(132, ['det lange navn langs', 50]), line(144, ['kysten', 50]), line(162, ['2', 30], ['Fyret ved den anden by', 50]), figures(174, ['med det lange navn', 50]), line(186, ['langs kysten', 50]));
      expect(labels(middle)).toEqual(['1|Havnen ved byen med det lange navn langs kysten', '2|Fyret ved den anden by med det lange navn langs kysten']);
      const bottom = gridsOf(HEADER, line(120, ['1', 30], ['Havnen ved byen med', 50]), figures(132, ['navn', 50]), line(150, ['2', 30], ['Fyret ved den anden by', 50]), figures(162, ['med navn', 50]));
      expect(labels(bottom)).toEqual(['1|Havnen ved byen med navn', '2|Fyret ved den anden by med navn']);
    });

    it('tells a theme below a total whose label stands above its figures from both rows', () => {
      const grids = gridsOf(HEADER, line(120, ['Havne- og', 50]), figures(132, ['Kystministeriet i alt', 50]), line(150, ['Kysten', 50]), figures(168, ['Diger', 50]), line(186, ['Sandfodring langs', 50]), figures(198, ['vestkysten', 50]));
      expect(labels(grids)).toEqual(['Havne- og Kystministeriet i alt', 'Kysten', 'Diger', 'Sandfodring langs vestkysten']);
    });

    it('parts a column of words that stands close behind a long label where others of its words start', () => {
      const row = (baseline: number, label: string, who: string): TextLine => figures(baseline, [label, 50], [who, 205]);
      const grids = gridsOf(HEADER, row(120, 'Havnen', 'Regioner'), row(140, 'Fyret og molen ved den lange ø', 'Kommuner'), row(160, 'Diger', 'Kommuner'), row(180, 'Sand', 'Staten'));
      expect(labels(grids)).toEqual(['Havnen|Regioner', 'Fyret og molen ved den lange ø|Kommuner', 'Diger|Kommuner', 'Sand|Staten']);
    });

    it('takes a number that wraps into a line of its own for a word of its label', () => {
      const grids = gridsOf(HEADER, line(120, ['Havnen og fyret, fase', 50]), figures(132, ['2', 50]), figures(150, ['Molen', 50]), line(168, ['Plan for fyret 2026-', 50]), figures(180, ['2029', 50]), figures(198, ['Diger', 50]));
      expect(labels(grids)).toEqual(['Havnen og fyret, fase 2', 'Molen', 'Plan for fyret 2026-2029', 'Diger']);
    });
  });

  it('takes two tables side by side apart, each with its own labels', () => {
    const row = (baseline: number, left: string, right: string): TextLine => line(baseline, [left, 50], ['1,0', 150, '>'], ['2,0', 190, '>'], [right, 240], ['10,0', 360, '>'], ['20,0', 400, '>']);
    const grids = gridsOf(line(100, ['Drift, mio. kr.', 50], ['2026', 150, '>'], ['2027', 190, '>'], ['Anlæg, mio. kr.', 240], ['2026', 360, '>'], ['2027', 400, '>']), row(120, 'Skole', 'Hal'), row(140, 'Vej', 'Bro'));
    expect(grids).toEqual([
      [['Drift, mio. kr.', '2026', '2027'], ['Skole', '1,0', '2,0'], ['Vej', '1,0', '2,0']],
      [['Anlæg, mio. kr.', '2026', '2027'], ['Hal', '10,0', '20,0'], ['Bro', '10,0', '20,0']],
    ]);
  });

  it('leaves rows whose years and figures are parted by single blanks to the readers of plain text', () => {
    expect(gridsOf(line(100, ['Mio. kr. 2026 2027 2028 I alt', 50]), line(120, ['Havnen 1,0 2,0 3,0 6,0', 50]), line(140, ['1,0 2,0 3,0 6,0', 50]))).toEqual([]);
  });

  it('reads a year that wraps under the words of its cell as part of them', () => {
    const row = (baseline: number, label: string, paper: string): TextLine => line(baseline, [label, 50], [paper, 250, '>'], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const grids = gridsOf(line(100, ['Mio. kr.', 50], ['Forelagt', 250, '>'], ['2026', 320, '>'], ['2027', 380, '>'], ['I alt', 440, '>']), row(115, 'Havnen', 'Akt. 112'), line(127, ['2021', 250, '>']), row(142, 'Molen', 'FL 2024'));
    expect(grids[0]?.slice(1)).toEqual([['Havnen', 'Akt. 112 2021', '1,0', '2,0', '3,0'], ['Molen', 'FL 2024', '1,0', '2,0', '3,0']]);
  });

  it('keeps a figure and what stands beside it in its cell together, also over two lines', () => {
    const grids = gridsOf(line(100, ['Budget', 50], ['2026', 320, '>'], ['2027', 400, '>'], ['I alt', 480, '>']), line(120, ['Teater', 50], ['1,2 mio. kr.', 320, '>'], ['-kr 850', 400, '>'], ['ca. 5,0', 480, '>']), line(140, ['Museum', 50], ['33,1 mio.', 320, '>'], ['43,0 mio.', 400, '>'], ['-', 480, '>']), line(152, ['kr.', 320, '>'], ['kr.', 400, '>']));
    expect(grids[0]?.slice(1)).toEqual([['Teater', '1,2 mio. kr.', '-kr 850', 'ca. 5,0'], ['Museum', '33,1 mio. kr.', '43,0 mio. kr.', '-']]);
  });

  it('takes no heading above a table into its header, though it reaches over numbers of rows and figures', () => {
    const row = (baseline: number, number: string, label: string): TextLine => line(baseline, [number, 30], [label, 60], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']);
    const title = { ...line(70, ['Aftale om fordeling af midler til havne og fyr i de kommende år', 30]), fontSizePt: 18 };
    const grids = gridsOf(title, line(86, ['Oversigt over alle initiativer', 30]), line(108, ['Nr.', 30], ['Mio. kr., 2026-pl', 60], ['2026', 320, '>'], ['2027', 380, '>'], ['I alt', 440, '>']), row(126, '1', 'Havnen'), row(144, '2', 'Fyret'));
    expect(grids[0]?.[0]).toEqual(['Nr.', 'Mio. kr., 2026-pl', '2026', '2027', 'I alt']);
  });

  describe('heads that stand beside the figures of their cells', () => {
    it('gives heads in the middle of wide cells to the figures at their edges, in their order', () => {
      const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 300 + column * 100, '>'] as const));
      const grids = gridsOf(line(100, ['Mio. kr.', 50], ['2026', 240], ['2027', 340], ['I alt', 440]), row(120, 'Havnen', '1,0', '2,0', '3,0'), row(140, 'Fyret', '4,0', '5,0', '9,0'));
      expect(grids).toEqual([[['Mio. kr.', '2026', '2027', 'I alt'], ['Havnen', '1,0', '2,0', '3,0'], ['Fyret', '4,0', '5,0', '9,0']]]);
    });

    it('finds the head of one column that no figure stands under', () => {
      const row = (baseline: number, label: string, figure: string): TextLine => line(baseline, [label, 50], [figure, 400, '>']);
      expect(gridsOf(line(100, ['Initiativ', 50], ['Bevilling 2026', 250]), row(120, 'Havnen', '1,0'), row(140, 'Fyret', '14,0'))[0]?.[0]).toEqual(['Initiativ', 'Bevilling 2026']);
    });

    it('keeps a year over two columns away from both, whose own names stand below', () => {
      const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 230 + column * 60, '>'] as const));
      const names = ['Drift', 'Anlæg', 'Drift', 'Anlæg'];
      const grids = gridsOf(line(100, ['2026', 230], ['2027', 350]), line(112, ['Projekt', 50], ...names.map((name, column) => [name, 205 + column * 60] as const)), row(132, 'Havnen', '1,0', '2,0', '3,0', '4,0'), row(152, 'Fyret', '5,0', '6,0', '7,0', '8,0'));
      expect(grids).toEqual([[['Projekt', '2026 Drift', 'Anlæg', '2027 Drift', 'Anlæg'], ['Havnen', '1,0', '2,0', '3,0', '4,0'], ['Fyret', '5,0', '6,0', '7,0', '8,0']]]);
    });

    it('cuts a header behind its years where no gap parts its words', () => {
      const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 332 + column * 36, '>'] as const));
      const grids = gridsOf(line(100, ['Område', 50], ['R 2024 B 2025 BF 2026 BO1 2027', 304]), row(120, 'Havnen', '7.154', '81.737', '65.808', '82.762'), row(140, 'Fyret', '40.987', '89.587', '48.174', '77.259'));
      expect(grids[0]?.[0]).toEqual(['Område', 'R 2024', 'B 2025', 'BF 2026', 'BO1 2027']);
    });
  });

  it('lets one figure in the middle of two columns cover both, and no figure that stands as its column does', () => {
    const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 320 + column * 60, '>'] as const));
    const lines = [row(100, 'Mio. kr.', '2026', '2027', '2028'), row(120, 'Havnen', '1,0', '2,0', '3,0'), row(140, 'Fyret', '14,0', '5,0', '6,0'), line(160, ['Molen', 50], ['12,4', 328], ['7,0', 440, '>']), line(180, ['Broen', 50], ['8,0', 320, '>'], ['9,0', 440, '>'])];
    const spans = findBoxGrids(lines)[0]?.rows.map((printed) => printed.cells.map(({ text, column, columnSpan }) => `${text} ${column}+${columnSpan}`));
    expect(spans?.slice(3)).toEqual([['Molen 0+1', '12,4 1+2', '7,0 3+1'], ['Broen 0+1', '8,0 1+1', '9,0 3+1']]);
  });

  it('takes tables side by side apart whose rows stand at other heights', () => {
    const left = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 150 + column * 40, '>'] as const));
    const right = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 240], ...figures.map((figure, column) => [figure, 360 + column * 40, '>'] as const));
    const grids = gridsOf(line(100, ['Mio. kr.', 50], ['2026', 150, '>'], ['2027', 190, '>'], ['Mio. kr.', 240], ['2026', 360, '>'], ['2027', 400, '>']), left(120, 'Skole', '1,0', '2,0'), right(126, 'Hal', '3,0', '4,0'), left(140, 'Vej', '5,0', '6,0'), right(150, 'Bro', '7,0', '8,0'));
    expect(grids.map((rows) => rows.slice(1))).toEqual([[['Skole', '1,0', '2,0'], ['Vej', '5,0', '6,0']], [['Hal', '3,0', '4,0'], ['Bro', '7,0', '8,0']]]);
  });

  it('takes words that all start with a capital for names of columns, however even the gaps between them', () => {
    const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 235 + column * 60, '>'] as const));
    const grids = gridsOf(line(100, ['Post', 50], ['Bevilget', 200], ['Forbrugt', 260], ['Restløbet', 320], ['Overført', 380]), row(120, 'Havnen', '1,0', '2,0', '3,0', '4,0'), row(140, 'Fyret', '5,0', '6,0', '7,0', '8,0'));
    expect(grids[0]?.[0]).toEqual(['Post', 'Bevilget', 'Forbrugt', 'Restløbet', 'Overført']);
  });

  it('joins labels of two widely set lines around figures in their middle', () => {
    const wide = (baseline: number, upper: string, lower: string): TextLine[] => [line(baseline, [upper, 50]), line(baseline + 10, ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']), line(baseline + 20, [lower, 50])];
    const grids = gridsOf(HEADER, ...wide(122, 'Støtte til sejlere og', 'deres havnebyer'), ...wide(165, 'Fyret og', 'molerne'), line(210, ['Broen', 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']));
    expect(grids[0]?.slice(1).map(([label]) => label)).toEqual(['Støtte til sejlere og deres havnebyer', 'Fyret og molerne', 'Broen']);
  });

  it('parts a unit from the year close behind it that heads the first figures', () => {
    const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 250 + column * 60, '>'] as const));
    const grids = gridsOf(line(100, ['Mio. kr., 2026-pl 2026', 146], ['2027', 310, '>']), row(120, 'Havnen ved det store fyr', '1,0', '2,0'), row(140, 'Fyret', '4,0', '5,0'));
    expect(grids[0]?.[0]).toEqual(['Mio. kr., 2026-pl', '2026', '2027']);
  });

  it('reads the last year of a period that wraps in its head as part of it, and no figure, also where it reaches left of its figures', () => {
    const row = (baseline: number, label: string, ...figures: readonly string[]): TextLine => line(baseline, [label, 50], ...figures.map((figure, column) => [figure, 280 + column * 60, '>'] as const));
    const grids = gridsOf(line(100, ['I alt 2026-', 280, '>']), row(112, 'Mio. kr.', '27', '2026', '2027'), row(130, 'Havnen', '3,0', '1,0', '2,0'), row(150, 'Fyret', '9,0', '4,0', '5,0'));
    expect(grids).toEqual([[['Mio. kr.', 'I alt 2026-27', '2026', '2027'], ['Havnen', '3,0', '1,0', '2,0'], ['Fyret', '9,0', '4,0', '5,0']]]);
  });

  it('takes the unit before the years for no figure, and the first line under it for the first row', () => {
    const figures = (baseline: number, label: string): TextLine => line(baseline, [label, 50], ['125', 320, '>'], ['250', 380, '>'], ['375', 440, '>']);
    const grids = gridsOf(line(100, ['1.000 kr.', 50], ['2026', 320, '>'], ['2027', 380, '>'], ['I alt', 440, '>']), line(115, ['Havnen ved', 50]), figures(127, 'Nord'), figures(145, 'Fyret'));
    expect(grids[0]?.map(([label]) => label)).toEqual(['1.000 kr.', 'Havnen ved Nord', 'Fyret']);
  });

  it('goes on from a first row whose only figure stands under the word for a total', () => {
    const grids = gridsOf(HEADER, line(120, ['Tema 1', 50], ['3,0', 440, '>']), line(140, ['Havnen', 50], ['1,0', 320, '>'], ['2,0', 380, '>'], ['3,0', 440, '>']));
    expect(grids).toEqual([[['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Tema 1', '', '', '3,0'], ['Havnen', '1,0', '2,0', '3,0']]]);
  });
});
