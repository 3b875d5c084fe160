import { figureSource, openDocumentOf, sourceWindow } from '../../../../src/taskpane/view-models/source/source';
import { doubtfulLines } from '../../../../src/taskpane/view-models/agreements/encoding-doubt';
import { schemeForBackground } from '../../../../src/taskpane/theme/color-scheme';
import { pastedFile } from '../../../../src/taskpane/intake/picked-files';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

const line = (number: number, text = `linje ${number}`) => ({ text, page: null, line: number, box: null });

describe('figures and their lines', () => {
  const agreement = agreementOf([initiativeOf('SletDet', 2, '1,0 2,0 1,0 1,0 5,0', [printedRow('component', 'Drift', '1,0 2,0 1,0 1,0 5,0', 13)])]);

  it('lead from a cell to its place in the document', () => {
    expect(figureSource(agreement, { initiative: 0, component: 0, total: null, column: 2026 })).toEqual({ position: { page: null, line: 13, box: null }, quote: { text: '1,0', fromEnd: 2 } });
    expect(figureSource(agreement, { initiative: 0, component: null, total: null, column: 'total' })).toMatchObject({ position: { line: 12 }, quote: { text: '5,0', fromEnd: 0 } });
    expect(figureSource(agreement, { initiative: 9, component: null, total: null, column: 2026 })).toBeNull();
  });

  it('lead from a name to where it is printed, and from anything else of a row to its line', () => {
    expect(figureSource(agreement, { initiative: 0, component: null, total: null, column: 'title' })).toMatchObject({ position: { line: 2 }, quote: { text: 'SletDet' } });
    expect(figureSource(agreement, { initiative: 0, component: 0, total: null, column: 'title' })).toMatchObject({ position: { line: 13 }, quote: { text: 'Drift' } });
    expect(figureSource(agreement, { initiative: 0, component: 0, total: null, column: null })).toEqual({ position: { page: null, line: 13, box: null }, quote: null });
  });

  it('lead from pools and amounts of the text to where they are stated', () => {
    const amount = { coefficient: 118, decimals: 1, unit: 'mio. kr.' as const };
    const position = { page: null, line: 24, box: null };
    const stating = agreementOf([], {
      mentions: [{ amount: { ...amount, coefficient: -35 }, approximate: false, annual: false, permanent: false, from: null, to: null, priceLevel: null, purpose: null, position }],
      pools: [{ title: 'Pulje til havne', initiative: null, amounts: [{ year: 2026, amount, position: { ...position, line: 25 } }], total: amount, administrationPercent: null, roundYears: [], supportFrom: null, supportTo: null, hasEarlierFrame: false, position }],
    });
    const nowhere = { initiative: null, component: null, total: null };
    expect(figureSource(stating, { ...nowhere, column: null, mention: 0 })).toEqual({ position, quote: { text: '3,5', fromEnd: 0 } });
    expect(figureSource(stating, { ...nowhere, column: 'total', pool: 0 })).toEqual({ position, quote: { text: '11,8', fromEnd: 0 } });
    expect(figureSource(stating, { ...nowhere, column: 2026, pool: 0 })).toMatchObject({ position: { line: 25 }, quote: { text: '11,8' } });
    expect(figureSource(stating, { ...nowhere, column: 'title', pool: 0 })).toMatchObject({ quote: { text: 'Pulje til havne' } });
    expect(figureSource(stating, { ...nowhere, column: null, pool: 3 })).toBeNull();
  });

  it('lead from equal amounts of a line each to its own', () => {
    const at = (line: number) => ({ amount: { coefficient: 50, decimals: 1, unit: 'mio. kr.' as const }, approximate: false, annual: false, permanent: false, from: null, to: null, priceLevel: null, purpose: null, position: { page: null, line, box: null } });
    const stating = agreementOf([], { mentions: [at(3), at(3), at(4)] });
    const fromEnds = [0, 1, 2].map((mention) => figureSource(stating, { initiative: null, component: null, total: null, column: null, mention })?.quote?.fromEnd);
    expect(fromEnds).toEqual([1, 0, 0]);
  });

  it('lead from an amount that is of no year, and from a recommendation, to where they are printed', () => {
    const row = printedRow('component', 'Roklubben', '85,5 40,0', 5);
    const applied = agreementOf([
      initiativeOf('Roklubben', 5, '-', [], {
        columns: [{ kind: 'amount', header: 'Ansøgt' }, { kind: 'amount', header: 'Bevilget' }],
        total: row,
        recommendation: { text: 'politisk', position: { page: null, line: 9, box: null } },
      }),
    ]);
    const own = { initiative: 0, component: null, total: null };
    expect(figureSource(applied, { ...own, column: 'amount:Bevilget' })).toEqual({ position: { page: null, line: 5, box: null }, quote: { text: '40,0', fromEnd: 0 } });
    expect(figureSource(applied, { ...own, column: 'amount:Indstillet' })).toMatchObject({ quote: null });
    expect(figureSource(applied, { ...own, column: 'recommendation' })).toEqual({ position: { page: null, line: 9, box: null }, quote: { text: 'politisk', fromEnd: 0 } });
  });
});

describe('sourceWindow', () => {
  const lines = Array.from({ length: 500 }, (_, index) => line(index * 2 + 1));

  it('shows the lines around the target', () => {
    expect(sourceWindow(lines, { page: null, line: 401 }, 50)).toEqual({ from: 150, to: 251, target: 200 });
  });

  it('starts at the top without one', () => {
    expect(sourceWindow(lines, { page: null, line: 402 }, 50)).toEqual({ from: 0, to: 51, target: -1 });
  });

  it('has no document that was never opened', () => {
    expect(openDocumentOf({ documents: [] }, 'a')).toBeNull();
  });
});

describe('the source of tables of no money', () => {
  const at = (number: number) => ({ page: 3, line: number, box: null });
  const cell = (text: string) => ({ kind: 'text' as const, text, position: at(14) });
  const row = { kind: 'component' as const, number: null, label: 'Trænere', cells: [cell('7'), cell('7'), { kind: 'blank' as const, position: at(14) }], footnotes: [], level: 0, position: at(14) };
  const table = { caption: { text: 'Antal medlemmer', position: at(13) }, unit: null, priceLevel: null, columns: [], rows: [row], position: at(12) };
  const agreement = { ...agreementOf([]), tables: [table] };
  const sourceOf = (rowIndex: number | null, cellIndex: number | null) => figureSource(agreement, { initiative: null, component: null, total: null, column: null, otherTable: { table: 0, row: rowIndex, cell: cellIndex } });

  it.each([
    ['a cell, told from its like', 0, 0, { position: at(14), quote: { text: '7', fromEnd: 1 } }],
    ['an empty cell', 0, 2, { position: at(14), quote: null }],
    ['the name of a row', 0, null, { position: at(14), quote: { text: 'Trænere', fromEnd: 0 } }],
    ['the caption', null, null, { position: at(13), quote: { text: 'Antal medlemmer', fromEnd: 0 } }],
    ['a row that is not there', 4, 0, null],
  ] as const)('is that of %s', (_name, rowIndex, cellIndex, source) => {
    expect(sourceOf(rowIndex, cellIndex)).toEqual(source);
  });
});

describe('doubtfulLines', () => {
  const source = { name: 'a.txt', sha256: 'a', format: 'text' as const, pages: null, heading: null, lines: [line(1, 'Tilskud'), line(2, 'Børn og unge')], unreadablePages: [], isPartlyRead: false };

  it('asks about letters whose bytes prove no encoding', () => {
    expect(doubtfulLines(new Uint8Array([0x42, 0xf8, 0x72, 0x6e]), source)).toEqual(['Børn og unge']);
  });

  it('does not ask about UTF-8, a byte order mark or another format', () => {
    expect(doubtfulLines(new TextEncoder().encode('Børn'), source)).toEqual([]);
    expect(doubtfulLines(new Uint8Array([0xff, 0xfe, 0x42, 0x00]), source)).toEqual([]);
    expect(doubtfulLines(new Uint8Array([0xf8]), { ...source, format: 'pdf' })).toEqual([]);
  });
});

describe('schemeForBackground', () => {
  it.each([
    ['#ffffff', 'light'],
    ['1f1f1f', 'dark'],
    ['#F3F2F1', 'light'],
    ['transparent', null],
    [undefined, null],
  ])('%s is %s', (color, scheme) => {
    expect(schemeForBackground(color)).toBe(scheme);
  });
});

describe('pastedFile', () => {
  const content = (text: string, html: string | null): string => `${pastedFile('Udklip', text, html).name}: ${new TextDecoder().decode(pastedFile('Udklip', text, html).bytes)}`;

  it('keeps the columns of a copied table', () => {
    expect(content('a\tb', '<table><tr><td>a</td></tr></table>')).toBe('Udklip.html: <table><tr><td>a</td></tr></table>');
    expect(content('Drift\t1,0\nI alt\t1,0', '<p>a</p>')).toBe('Udklip.tsv: Drift\t1,0\nI alt\t1,0');
    expect(content('Der afsættes 4,9 mio. kr.', null)).toBe('Udklip.txt: Der afsættes 4,9 mio. kr.');
  });
});
