import { checkOutput } from '../../../../src/cli/answers/check-output';
import { readOutput } from '../../../../src/cli/answers/read-output';
import { type Agreement } from '../../../../src/core/budget/agreement';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { readDocument } from '../../../../src/readers/read-document';

/** Kinds of tables as plain text prints them: with single blanks, with tabs, and aligned. */

interface Figures {
  readonly amounts: Record<string, number>;
  readonly total: number | null;
  readonly otherAmounts: Record<string, number>;
}
interface Read {
  readonly agreement: { readonly unit: string | null; readonly years: readonly number[] };
  readonly initiatives: readonly (Figures & { readonly title: string; readonly unit: string | null })[];
  readonly totals: readonly (Figures & { readonly label: string })[];
  readonly unread: readonly { readonly text: string; readonly reason: string }[];
  readonly alarms: readonly unknown[];
  /** The cells whose figures are called rough. */
  readonly rough: readonly string[];
}
type Rows = readonly (readonly string[])[];
type Format = 'blanks' | 'tabs' | 'aligned';
const FORMATS: readonly Format[] = ['blanks', 'tabs', 'aligned'];

function print(rows: Rows, format: Format): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)) + 3);
  const lines = rows.map((row) => {
    if (format === 'aligned') return row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('').trimEnd();
    return format === 'tabs' ? row.join('\t') : row.filter((cell) => cell !== '').join(' ');
  });
  return `Havneplan\n\nTabel 1. Fordeling\n\n${lines.join('\n')}\n`;
}

async function read(text: string): Promise<Read> {
  const document = await readDocument({ name: 'tabel.txt', bytes: new TextEncoder().encode(text) });
  if (!document.ok) throw new Error(document.failure.code);
  const agreement = extractAgreement(document.value);
  const { checks } = JSON.parse(JSON.stringify(checkOutput(agreement))) as { checks: { outcome: string; severity: string }[] };
  return { ...(JSON.parse(JSON.stringify(readOutput(agreement))) as Omit<Read, 'alarms' | 'rough'>), rough: roughCells(agreement), alarms: checks.filter((check) => check.outcome === 'differs' && check.severity !== 'info') };
}

function roughCells({ initiatives }: Agreement): string[] {
  const cells = initiatives.flatMap(({ total }) => total?.cells ?? []);
  return cells.flatMap((cell) => (cell.kind === 'amount' && cell.isApproximate === true ? [cell.text.replaceAll('\u00A0', ' ')] : []));
}

const readRows = (rows: Rows, format: Format): Promise<Read> => read(print(rows, format));
const titles = ({ initiatives }: Read): string[] => initiatives.map(({ title }) => title);

describe('kinds of tables in plain text', () => {
  it.each(FORMATS)('columns of words and shares behind the figures (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2027-pl', '2027', '2028', 'I alt', 'Andel (pct.)', 'Ministerium'], ['Kaj', '3,0', '5,0', '8,0', '61,5', 'Havneministeriet'], ['Mole', '2,0', '3,0', '5,0', '38,5', 'By- og Landministeriet'], ['I alt', '5,0', '8,0', '13,0', '100,0', '']], format);
    expect(titles(got)).toEqual(['Kaj', 'Mole']);
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2027: 3, 2028: 5 }, total: 8, otherAmounts: {} }, { amounts: { 2027: 2, 2028: 3 }, total: 5 }], totals: [{ total: 13 }], unread: [], alarms: [] });
  });

  it.each(FORMATS)('a column of remarks behind the figures, empty in some rows (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2027-pl', '2027', '2028', 'I alt', 'Bemærkning'], ['Kaj', '3,0', '5,0', '8,0', 'Ny pæl'], ['Mole', '2,0', '3,0', '5,0', ''], ['I alt', '5,0', '8,0', '13,0', '']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2027: 3, 2028: 5 }, total: 8 }, { title: 'Mole', total: 5 }], totals: [{ total: 13 }], unread: [], alarms: [] });
  });

  it.each(FORMATS)('words where figures are not known yet (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027', '2028'], ['Pulje til kaj', '10,0', '12,0', 'afventer'], ['Pulje til mole', '5,0', 'afventer', 'udmøntes senere'], ['I alt', '15,0', '20,0', '25,0']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Pulje til kaj', amounts: { 2026: 10, 2027: 12 } }, { title: 'Pulje til mole', amounts: { 2026: 5 } }], totals: [{ amounts: { 2026: 15, 2027: 20, 2028: 25 } }], unread: [], alarms: [] });
    expect(Object.keys(got.initiatives[1]?.amounts ?? {})).toEqual(['2026']);
  });

  it.each(FORMATS)('the currency, or the unit, in every cell (%s)', async (format) => {
    const kroner = await readRows([['Tilskud', '2026', '2027', 'I alt'], ['Kaj', '1.200.000 kr.', '-50.000 kr.', '1.150.000 kr.'], ['Mole', '300.000 kr.', '300.000 kr.', '600.000 kr.'], ['I alt', '1.500.000 kr.', '250.000 kr.', '1.750.000 kr.']], format);
    expect(kroner).toMatchObject({ initiatives: [{ unit: 'kr.', amounts: { 2026: 1_200_000, 2027: -50_000 }, total: 1_150_000 }, { total: 600_000 }], totals: [{ total: 1_750_000 }], unread: [], alarms: [] });
    const scaled = await readRows([['Tilskud', '2026', '2027', 'I alt'], ['Kaj', '1,2 mio. kr.', '2,0 mio. kr.', '3,2 mio. kr.'], ['Mole', '500.000 kr.', '500.000 kr.', '1,0 mio. kr.'], ['I alt', '1,7 mio. kr.', '2,5 mio. kr.', '4,2 mio. kr.']], format);
    expect(scaled).toMatchObject({ initiatives: [{ unit: 'mio. kr.', total: 3.2 }, { unit: 'mio. kr.', amounts: { 2026: 0.5, 2027: 0.5 }, total: 1 }], unread: [], alarms: [] });
  });

  it.each(['tabs', 'aligned'] as const)('headers of several words with years and dates in them (%s)', async (format) => {
    const stages = await readRows([['Mio. kr.', 'Oprindeligt budget 2026', 'Korrigeret budget 2026', 'Forbrug pr. 30.6.2026'], ['Kaj', '5,0', '6,0', '2,5'], ['Mole', '1,0', '2,0', '1,5'], ['I alt', '6,0', '8,0', '4,0']], format);
    expect(titles(stages)).toEqual(['Kaj', 'Mole']);
    expect(stages).toMatchObject({ initiatives: [{ amounts: { 2026: 5 }, total: null, otherAmounts: { 'Korrigeret budget 2026': 6, 'Forbrug pr. 30.6.2026': 2.5 } }, { amounts: { 2026: 1 } }], totals: [{ amounts: { 2026: 6 } }], unread: [], alarms: [] });
    const parts = await readRows([['Mio. kr.', 'Drift 2026', 'Anlæg 2026'], ['Kaj', '5,0', '6,0'], ['Mole', '1,0', '2,0'], ['I alt', '6,0', '8,0']], format);
    expect(parts).toMatchObject({ initiatives: [{ amounts: {}, total: null, otherAmounts: { 'Drift 2026': 5, 'Anlæg 2026': 6 } }, { title: 'Mole' }], unread: [], alarms: [] });
  });

  it.each(['tabs', 'aligned'] as const)('the unit in every header, and spans of years alone (%s)', async (format) => {
    const units = await readRows([['Initiativ', '2026 (mio. kr.)', '2027 (mio. kr.)'], ['Kaj', '5,0', '6,0'], ['Mole', '1,0', '2,0'], ['I alt', '6,0', '8,0']], format);
    expect(units).toMatchObject({ initiatives: [{ unit: 'mio. kr.', amounts: { 2026: 5, 2027: 6 } }, { title: 'Mole' }], totals: [{ amounts: { 2026: 6, 2027: 8 } }], unread: [], alarms: [] });
    const spans = await readRows([['Mio. kr.', '2026-2030', '2031-2035'], ['Kaj', '5,0', '6,0'], ['Mole', '1,0', '2,0'], ['I alt', '6,0', '8,0']], format);
    expect(spans).toMatchObject({ initiatives: [{ amounts: {}, otherAmounts: { '2026-2030': 5, '2031-2035': 6 } }, { title: 'Mole' }], unread: [], alarms: [] });
  });

  it.each([
    ['Mio. kr. Oprindeligt budget 2026 Korrigeret budget 2026 Forbrug pr. 30.6.2026', ['Kaj 5,0 6,0 2,5', 'Mole 1,0 2,0 1,5']],
  ])('reports the rows under a header whose blanks do not tell its names: %s', async (header, rows) => {
    const got = await read(`Havneplan\n\nTabel 1. Fordeling\n\n${[header, ...rows].join('\n')}\n`);
    expect(got.initiatives).toEqual([]);
    expect(got.unread.map(({ text }) => text)).toEqual(rows);
  });

  it.each(FORMATS)('two headers directly after each other: the rows are the second\'s, and the first is named (%s)', async (format) => {
    const got = await readRows([['Mio. kr.', '2026', '2027', 'I alt'], ['Mio. kr.', '2028', '2029', 'I alt'], ['Kaj', '1,0', '2,0', '3,0'], ['Mole', '1,0', '1,0', '2,0'], ['I alt', '2,0', '3,0', '5,0']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj' }, { title: 'Mole' }], unread: [{ reason: 'table-not-understood' }] });
    expect(got.unread[0]?.text.split(/\s+/).join(' ')).toBe('Mio. kr. 2026 2027 I alt');
    expect(got.initiatives[0]?.amounts).toEqual({ 2028: 1, 2029: 2 });
  });

  it('a header without a table is named with its place', async () => {
    const got = await read('Havneplan\n\nTabel 1. Fordeling\nMio. kr. 2026 2027 I alt\nKaj 1,0 2,0 3,0\nI alt 1,0 2,0 3,0\n\nTabel 2. Drift\nMio. kr. 2028 2029 I alt\n\nPartierne venter med resten.\n');
    expect(got.unread).toMatchObject([{ text: 'Mio. kr. 2028 2029 I alt', reason: 'table-not-understood', line: 9 }]);
  });

  it.each(FORMATS)('one rough figure among others (%s)', async (format) => {
    const got = await readRows([['Mio. kr.', '2026', '2027', 'I alt'], ['Kaj', 'ca. 5,0', '6,0', '11,0'], ['Mole i vest', '1,0', 'op til 2,0', '3,0'], ['Bolværk', '2,3 ± 0,7', '1,0', '3,3'], ['I alt', '8,3', '9,0', '17,3']], format);
    expect(titles(got)).toEqual(['Kaj', 'Mole i vest', 'Bolværk']);
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2026: 5, 2027: 6 }, total: 11 }, { amounts: { 2026: 1, 2027: 2 }, total: 3 }, { amounts: { 2026: 2.3, 2027: 1 }, total: 3.3 }], totals: [{ total: 17.3 }], unread: [], alarms: [] });
    expect(got.rough).toEqual(['ca. 5,0', 'op til 2,0', '2,3 ± 0,7']);
  });

  it.each(FORMATS)('a rough figure beside a word, and alone in its row (%s)', async (format) => {
    const worded = await readRows([['Mio. kr.', '2026', '2027', 'I alt'], ['Kaj', 'ca. 5,0', 'afventer', '11,0'], ['Mole', '1,0', '2,0', '3,0']], format);
    expect(worded).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 5 }, total: 11 }, { title: 'Mole', total: 3 }], unread: [] });
    const alone = await readRows([['Mio. kr.', '2026'], ['Kaj', 'ca. 5,0'], ['Mole', '1,0'], ['I alt', '6,0']], format);
    expect(alone).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 5 } }, { title: 'Mole' }], unread: [], alarms: [] });
    expect([worded.rough, alone.rough]).toEqual([['ca. 5,0'], ['ca. 5,0']]);
  });

  it.each(FORMATS)('a sign that is a word of its label (%s)', async (format) => {
    const got = await readRows([['Mio. kr.', '2026', '2027', 'I alt'], ['Tilskud til byer > 250', '5,0', '6,0', '11,0'], ['Mole', '1,0', '2,0', '3,0']], format);
    expect(titles(got)).toEqual(['Tilskud til byer > 250', 'Mole']);
    expect(got.rough).toEqual([]);
  });

  it.each(FORMATS)('rough figures (%s)', async (format) => {
    const got = await readRows([['Mio. kr.', '2026', '2027', 'I alt'], ['Kaj', 'ca. 5,0', 'ca. 6,0', 'ca. 11,0'], ['Mole', 'ca. 1,0', 'ca. 1,0', 'ca. 2,0'], ['I alt', 'ca. 6,0', 'ca. 7,0', 'ca. 13,0']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 5, 2027: 6 }, total: 11 }, { title: 'Mole', total: 2 }], unread: [], alarms: [] });
  });

  it.each(FORMATS)('two columns a year (%s)', async (format) => {
    const got = await readRows([['Mio. kr.', 'Drift 2026', 'Anlæg 2026', 'Drift 2027', 'Anlæg 2027', 'I alt'], ['Kaj', '1,0', '2,0', '3,0', '4,0', '10,0'], ['Mole', '0,5', '0,5', '0,5', '0,5', '2,0'], ['I alt', '1,5', '2,5', '3,5', '4,5', '12,0']], format);
    expect(got).toMatchObject({ agreement: { years: [2026, 2027], unit: 'mio. kr.' }, initiatives: [{ title: 'Kaj', amounts: { 2026: 3, 2027: 7 }, total: 10, otherAmounts: { 'Drift 2026': 1, 'Anlæg 2027': 4 } }, {}], unread: [], alarms: [] });
  });

  it.each(FORMATS)('a column that only refers to a year, and years of two digits (%s)', async (format) => {
    const carried = await readRows([['Mio. kr.', 'Budget 2026', 'Overført fra 2025', 'I alt'], ['Kaj', '10,0', '1,5', '11,5'], ['Mole', '4,0', '0,5', '4,5'], ['I alt', '14,0', '2,0', '16,0']], format);
    expect(carried).toMatchObject({ agreement: { years: [2026] }, initiatives: [{ amounts: { 2026: 10 }, otherAmounts: { 'Overført fra 2025': 1.5 }, total: 11.5 }, {}], unread: [], alarms: [] });
    const short = await readRows([['Mio. kr.', 'R24', 'B25', 'BO1'], ['Kaj', '1,0', '2,0', '3,0'], ['Mole', '1,0', '1,0', '1,0']], format);
    expect(short).toMatchObject({ agreement: { years: [2024, 2025, 2026] }, initiatives: [{ amounts: { 2024: 1, 2025: 2, 2026: 3 } }, {}] });
  });

  it.each(FORMATS)('a column of permanent money beside the total (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027', 'I alt', 'Varigt'], ['Kaj', '1,0', '2,0', '3,0', '2,0'], ['Mole', '4,0', '4,0', '8,0', '-'], ['I alt', '5,0', '6,0', '11,0', '2,0']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 1, 2027: 2 }, total: 3, otherAmounts: { Varigt: 2 } }, { total: 8 }], unread: [], alarms: [] });
  });

  it.each(FORMATS)('letters in figures and what is left of a figure (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Kaj', '1O,5', '2,0', '12,5'], ['Mole', '4,0', '####', '8,0'], ['Fyr', '1,0', '1,0', 'l,5']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2027: 2 }, total: 12.5 }, { amounts: { 2026: 4 } }, { amounts: { 2026: 1, 2027: 1 }, total: null }] });
    expect(got.initiatives[0]?.amounts).not.toHaveProperty('2026');
    expect(got.unread.map(({ text }) => text)).toEqual(['1O,5', '####', 'l,5']);
  });

  it.each(FORMATS)('the unit in the label (%s)', async (format) => {
    const got = await readRows([['', '2026', '2027'], ['Loft (mia. kr.)', '209,4', '216,1'], ['Korrektion (mio. kr.)', '-2.838', '-2.810']], format);
    expect(got).toMatchObject({ initiatives: [{ unit: 'mia. kr.', amounts: { 2026: 209.4 } }, { unit: 'mio. kr.', amounts: { 2027: -2810 } }] });
  });

  it('joins thousands parted by single blanks where the total bears it out, and reports what nothing tells', async () => {
    const got = await readRows([['1.000 kr.', '2026', '2027', 'I alt'], ['Kaj', '850', '900', '1 750'], ['Mole 2', '100', '200', '300'], ['I alt', '950', '1 100', '2 050']], 'blanks');
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 850, 2027: 900 }, total: 1750 }, { title: 'Mole 2', total: 300 }], totals: [{ amounts: { 2026: 950, 2027: 1100 }, total: 2050 }], unread: [], alarms: [] });
    const untold = await readRows([['1.000 kr.', '2026', '2027', '2028'], ['Kaj', '850', '900', '1 750'], ['Mole', '100', '200', '300']], 'blanks');
    expect(untold.unread).toMatchObject([{ text: 'Kaj 850 900 1 750', reason: 'cell-count' }]);
    expect(untold.initiatives.flatMap(({ amounts }) => Object.values(amounts))).not.toContain(750);
  });

  it('joins a label that goes on behind its figures, over a hyphen too', async () => {
    const got = await read('Havneplan\n\nTabel 1. Fordeling\n\nMio. kr., 2027-pl 2027 2028 I alt\n\nVejledere til dem, som bygger kaj og 2,0 2,5 4,5\nmole i weekenden\n\nTilskud til havneinsti- 1,0 1,5 2,5\ntutioner\n\nI alt 3,0 4,0 7,0\n');
    expect(titles(got)).toEqual(['Vejledere til dem, som bygger kaj og mole i weekenden', 'Tilskud til havneinstitutioner']);
    expect(got.alarms).toEqual([]);
  });

  it.each(['tabs', 'aligned'] as const)('words in a column between the label and the figures are no words of the label (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2027-pl', 'Ministerium', '2027', '2028', 'I alt'], ['Kaj', 'Havneministeriet', '3,0', '5,0', '8,0'], ['Mole', 'By- og Landministeriet', '2,0', '3,0', '5,0'], ['I alt', '', '5,0', '8,0', '13,0']], format);
    expect(titles(got)).toEqual(['Kaj', 'Mole']);
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2027: 3, 2028: 5 }, total: 8 }, {}], totals: [{ total: 13 }], unread: [], alarms: [] });
  });

  it('cells that tabs part: a unit for each row, one column of money, a mark of its own word, a heading between rows', async () => {
    const units = await readRows([['Post', 'Enhed', '2026', '2027'], ['Kaj', 'mio. kr.', '12,5', '10,0'], ['Drift', '1.000 kr.', '1.250', '1.300'], ['Skibe', 'antal', '410', '415']], 'tabs');
    expect(units).toMatchObject({ initiatives: [{ title: 'Kaj', unit: 'mio. kr.', amounts: { 2026: 12.5 } }, { title: 'Drift', unit: '1.000 kr.', amounts: { 2027: 1300 } }, {}], unread: [] });
    expect(await readRows([['Forening', 'Tilskud'], ['Roklubben', '1.250.000 kr.'], ['Spejderne', '300.000 kr.'], ['I alt', '1.550.000 kr.']], 'tabs')).toMatchObject({ initiatives: [{ title: 'Roklubben', total: 1_250_000 }, {}], totals: [{ total: 1_550_000 }], unread: [] });
    expect(await readRows([['Mio. kr., 2026-pl', '2026', '2027'], ['Havne'], ['Kaj', '1,0 1)', '2,0'], ['Mole', '1,0', '1,0']], 'tabs')).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 1, 2027: 2 } }, { title: 'Mole' }] });
  });

  it.each(FORMATS)('words of several kinds where a figure is not known yet (%s)', async (format) => {
    const got = await readRows([['1.000 kr.', 'Budget 2026', 'Budget 2027', 'Budget 2028'], ['Kaj', '1.200', '1.300', 'udmøntes i 2027'], ['Mole', '400', 'afventer', 'ikke besluttet'], ['Fyr', '50', '50', '50']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 1200, 2027: 1300 } }, { title: 'Mole', amounts: { 2026: 400 } }, { title: 'Fyr' }], unread: [] });
  });

  it.each(FORMATS)('signs and marks close to a figure: about, raised footnotes (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Kaj', '~5,0', '~6,0', '~11,0'], ['Mole', '1,0¹', '2,0', '3,0²'], ['I alt', '6,0', '8,0', '14,0']], format);
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2026: 5, 2027: 6 }, total: 11 }, { amounts: { 2026: 1, 2027: 2 }, total: 3 }], totals: [{ total: 14 }], unread: [], alarms: [] });
    expect(got.rough).toEqual(['~5,0', '~6,0', '~11,0']);
  });

  it.each(FORMATS)('what a spreadsheet prints where a formula fails is said (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027'], ['Kaj', '1,0', '2,0'], ['Mole', '#REFERENCE!', '2,0'], ['I alt', '#DIV/0!', '4,0']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj' }, { title: 'Mole', amounts: { 2027: 2 } }], totals: [{ amounts: { 2027: 4 } }] });
    expect(got.unread.map(({ text }) => text)).toEqual(['#REFERENCE!', '#DIV/0!']);
  });

  it.each(FORMATS)('a part of a part has more dashes (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Kaj', '5,0', '6,0', '11,0'], ['- heraf løn', '3,0', '4,0', '7,0'], ['-- heraf vagter', '1,0', '1,0', '2,0'], ['Mole', '1,0', '1,0', '2,0'], ['I alt', '6,0', '7,0', '13,0']], format);
    expect(titles(got)).toEqual(['Kaj', 'Mole']);
    expect(got.alarms).toEqual([]);
  });

  it.each(FORMATS)('English thousands show by a figure with two of their marks (%s)', async (format) => {
    const got = await readRows([['DKK', '2026', '2027'], ['Quay', '1,200,000', '300,000'], ['Pier', '300,000', '450,000'], ['Total', '1,500,000', '750,000']], format);
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2026: 1_200_000, 2027: 300_000 } }, { amounts: { 2026: 300_000 } }], totals: [{ amounts: { 2026: 1_500_000 } }], alarms: [] });
  });

  it.each<[header: string, rows: string, columns: object]>([
    ['Initiativ 2026 (mio. kr.) 2027 (mio. kr.) I alt (mio. kr.)', '1,0 2,0 3,0', { amounts: { 2026: 1, 2027: 2 }, total: 3, unit: 'mio. kr.' }],
    ['1.000 kr. Udgift 2026 Indtægt 2026 Netto 2026', '300 -100 200', { otherAmounts: { 'Udgift 2026': 300, 'Indtægt 2026': -100, 'Netto 2026': 200 } }],
    ['1.000 kr. Ovf. fra 2025 Budget 2026 Korr. budget', '100 200 300', { amounts: { 2026: 200 }, otherAmounts: { 'Ovf. fra 2025': 100, 'Korr. budget': 300 } }],
    ['Mio. kr., 2026-pl 2026 2027 Varig virkning', '1,0 2,0 2,5', { amounts: { 2026: 1, 2027: 2 }, otherAmounts: { 'Varig virkning': 2.5 } }],
    ['Mio. kr. År 1 År 2 I alt', '1,0 2,0 3,0', { otherAmounts: { 'År 1': 1, 'År 2': 2 }, total: 3 }],
    ['1.000 kr. Budget Forbrug Afvigelse Pct.', '500 450 50 10,0', { otherAmounts: { Budget: 500, Forbrug: 450, Afvigelse: 50 } }],
    ['Mio. kr. Drift 2026 Anlæg 2026', '5,0 6,0', { otherAmounts: { 'Drift 2026': 5, 'Anlæg 2026': 6 } }],
    ['Mio. kr. 2026-2030 2031-2035', '5,0 6,0', { otherAmounts: { '2026-2030': 5, '2031-2035': 6 } }],
    ['1.000 kr. Antal årsværk 2026 2027', '4,5 300 500', { amounts: { 2026: 300, 2027: 500 }, otherAmounts: {} }],
    ['Mio. kr. 2026 2027', '1,0 2,0 3,0', { amounts: { 2026: 1, 2027: 2 }, total: 3 }],
  ])('columns of a header that single blanks part: %s', async (header, figures, columns) => {
    const got = await read(`Havneplan\n\nTabel 1. Fordeling\n\n${header}\nKaj ${figures}\nMole ${figures}\n`);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', ...columns }, { title: 'Mole', ...columns }], unread: [], alarms: [] });
  });

  it.each<[above: string, rows: string, unit: string]>([
    ['Forening Tilskud', 'Roklubben 1.250.000 kr.\nSpejderne 300.000 kr.\nI alt 1.550.000 kr.', 'kr.'],
    ['Forening Mio. kr.', 'Roklubben 12,0\nSpejderne 4,5\nI alt 16,5', 'mio. kr.'],
    ['Tilskud til foreninger, kr.', 'Roklubben 1 250 000\nSpejderne i havnen og\nomegn 300 000\nI alt 1 550 000', 'kr.'],
    ['Tilskud (1.000 kr.)', 'Roklubben 1.250\nSpejderne, som\nsejler 300\nI alt 1.550', '1.000 kr.'],
  ])('one figure a row behind single blanks, under "%s"', async (above, rows, unit) => {
    const got = await read(`Havneplan\n\n${above}\n\n${rows}\n\nDer er 12 foreninger i alt.\n`);
    expect(got.initiatives).toMatchObject([{ title: 'Roklubben', unit }, {}]);
    expect(got.totals).toHaveLength(1);
    expect(got).toMatchObject({ unread: [], alarms: [] });
  });

  it('sentences that end in a number are no table of one column', async () => {
    const got = await read('Havneplan\n\nArbejdet begynder i 2026\nKajen er færdig i 2027\nMolen er færdig i 2028\n\nPris pr. stk.\nBilletter til 35 kr.\nKort til 50 kr.\n');
    expect(got.initiatives).toEqual([]);
  });

  it('a unit for each row behind its label, named by the header', async () => {
    const got = await readRows([['Post', 'Enhed', '2026', '2027'], ['Kaj', 'mio. kr.', '12,5', '10,0'], ['Drift', '1.000 kr.', '1.250', '1.300']], 'blanks');
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', unit: 'mio. kr.', amounts: { 2026: 12.5 } }, { title: 'Drift', unit: '1.000 kr.', amounts: { 2027: 1300 } }], unread: [] });
  });

  it('thousands that single blanks part: one way only where the table prints others so, else the total decides', async () => {
    const got = await readRows([['1.000 kr.', '2026', '2027', 'I alt'], ['Kaj', '12 500', '850', '13 350'], ['Mole', '850', '-', '850'], ['I alt', '13 350', '850', '14 200']], 'blanks');
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2026: 12500, 2027: 850 }, total: 13350 }, { total: 850 }], totals: [{ amounts: { 2026: 13350, 2027: 850 }, total: 14200 }], alarms: [] });
  });

  it.each(['tabs', 'aligned'] as const)('a year over the first of its two columns, and the total behind them (%s)', async (format) => {
    const got = await readRows([['Mio. kr.', '2026', '', '2027', '', 'I alt'], ['', 'Drift', 'Anlæg', 'Drift', 'Anlæg'], ['Kaj', '1,0', '2,0', '3,0', '4,0', '10,0'], ['Mole', '0,5', '0,5', '0,5', '0,5', '2,0'], ['I alt', '1,5', '2,5', '3,5', '4,5', '12,0']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', total: 10, otherAmounts: { 'Drift 2026': 1, 'Anlæg 2026': 2, 'Drift 2027': 3, 'Anlæg 2027': 4 } }, {}], unread: [], alarms: [] });
  });

  it.each(FORMATS)('shares in words, marks behind heads, apostrophes between thousands (%s)', async (format) => {
    const got = await readRows([['Mio. kr., 2027-pl¹', '2027', '2028*', 'I alt²', 'Andel'], ['Kaj³', "1'003,0", '5,0', "1'008,0", '99,5 pct.'], ['Mole', '2,0', '3,0', '5,0', '0,5 pct.'], ['I alt', "1'005,0", '8,0', "1'013,0", '100,0 pct.']], format);
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2027: 1003, 2028: 5 }, total: 1008, otherAmounts: {} }, { title: 'Mole', total: 5 }], totals: [{ total: 1013 }], unread: [], alarms: [] });
  });

  it.each(FORMATS)('a parenthesis at the end of a label, and a mark of its own word, are no figures (%s)', async (format) => {
    const got = await readRows([['1.000 kr., 2027-pl', '2027', '2028', 'I alt'], ['Natur i byen (fase 2)', '732', '1.495', '2.227'], ['Stier 1)', '9', '-', '9'], ['I alt', '741', '1.495', '2.236']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Natur i byen (fase 2)', amounts: { 2027: 732, 2028: 1495 }, total: 2227 }, { amounts: { 2027: 9, 2028: 0 }, total: 9 }], totals: [{ total: 2236 }], unread: [], alarms: [] });
  });

  it.each(FORMATS)('one year without a unit, under a caption that states it (%s)', async (format) => {
    for (const year of ['2028', 'Budget 2028', 'B2028', '2028*']) {
      const got = await read(print([['Nr.', 'Initiativ', year], ['1', 'Kaj', '12,8'], ['2', 'Mole på havnens nye vej 7', '6,4'], ['', 'I alt', '19,2']], format).replace('Fordeling', 'Fordeling, mio. kr., 2028-pl'));
      expect(got).toMatchObject({ initiatives: [{ title: 'Kaj', unit: 'mio. kr.', amounts: { 2028: 12.8 } }, { title: 'Mole på havnens nye vej 7', amounts: { 2028: 6.4 } }], totals: [{ amounts: { 2028: 19.2 } }], unread: [], alarms: [] });
    }
  });

  it.each(FORMATS)('a period behind years with their basis, and a column of counts in front of them (%s)', async (format) => {
    const got = await read(print([['Initiativ', 'Årsværk', 'B2028', 'B2029', '2028-2029'], ['Kaj', '20', '2,4', '5,0', '7,4'], ['Mole', '3', '-', '3,0', '3,0'], ['I alt', '23', '2,4', '8,0', '10,4']], format).replace('\n\nInit', '\n\nMio. kr.\n\nInit'));
    expect(got).toMatchObject({ initiatives: [{ amounts: { 2028: 2.4, 2029: 5 }, total: 7.4 }, { amounts: { 2028: 0, 2029: 3 }, total: 3 }], totals: [{ total: 10.4 }], unread: [], alarms: [] });
  });

  it('numbers that end a label are none of its figures: a gap, the decimals or the remark tell, else the row is reported', async () => {
    const head = 'Mio. kr., 2027-pl                 2027     2028  Bemærkning\n';
    const rows = 'Rådgivning, 116                    5,0      3,0\nStier                               1,0      2,0  Ny\n';
    expect(await read(`Havneplan\n\nTabel 1. Fordeling\n\n${head}${rows}`)).toMatchObject({ initiatives: [{ title: 'Rådgivning, 116', amounts: { 2027: 5, 2028: 3 } }, { title: 'Stier' }], alarms: [] });
    const lacking = await read('Havneplan\n\nTabel 1. Fordeling\n\nMio. kr., 2027-pl 2027 2028 2029\nStier 1,0 2,0 3,0\nEtape 2 3,0 5,0\nKaj 4,5 4,0 2,0\nMole 2,5 3,0 1,0\n');
    expect(lacking.unread).toMatchObject([{ text: 'Etape 2 3,0 5,0', reason: 'cell-count' }]);
    expect(lacking.initiatives.map(({ title }) => title)).toEqual(['Stier', 'Kaj', 'Mole']);
  });

  it.each([['  ', '     '], ['', ' ']])('a label whose last word is a number under its figures, and a part in small letters below (margins "%s")', async (margin, gap) => {
    const row = (label: string, figures: string): string => `${margin}${label}${gap}${figures.split(' ').join(gap)}\n`;
    const got = await read(`Havneplan\n\nTabel 1. Fordeling\n\n${row('Mio. kr., 2027-pl', '2027 2028 Sum')}${row('Cykelsti til havnen, etape', '2,0 3,0 5,0')}${margin}3\n${row('Hotline for sejlere, som har brug for', '4,0 4,0 8,0')}${margin}råd\n${row('heraf drift', '1,0 1,0 2,0')}${row('I alt', '6,0 7,0 13,0')}`);
    expect(titles(got)).toEqual(['Cykelsti til havnen, etape 3', 'Hotline for sejlere, som har brug for råd']);
    expect(got).toMatchObject({ totals: [{ total: 13 }], unread: [], alarms: [] });
  });

  it('a numbered row whose label goes on with a capital has one label', async () => {
    const got = await read('Havneplan\n\nTabel 1. Fordeling\n\nNr. Mio. kr., 2027-pl 2027 2028 I alt\n1 Kaj 1,0 2,0 3,0\n2 Klimatilpasning af Køge\nBugt 4,0 4,0 8,0\n3 Trafik for unge under\n20 1,0 1,0 2,0\nA4 Mole 1,0 - 1,0\nI alt 7,0 7,0 14,0\n');
    expect(got.initiatives).toMatchObject([{ title: 'Kaj' }, { title: 'Klimatilpasning af Køge Bugt' }, { title: 'Trafik for unge under 20' }, { number: 'A4', title: 'Mole' }]);
    expect(got.alarms).toEqual([]);
  });

  it.each(['blanks', 'aligned'] as const)('parts of years, and a period beyond that of the total (%s)', async (format) => {
    const halves = await readRows([['Mio. kr.', '1. halvår 2026', '2. halvår 2026', '2027', 'I alt'], ['Kaj', '1,0', '2,0', '4,0', '7,0'], ['Mole', '3,0', '3,5', '1,5', '8,0'], ['I alt', '4,0', '5,5', '5,5', '15,0']], format);
    expect(halves).toMatchObject({ initiatives: [{ title: 'Kaj', amounts: { 2026: 3, 2027: 4 }, total: 7, otherAmounts: { '1. halvår 2026': 1, '2. halvår 2026': 2 } }, {}], totals: [{ total: 15 }], unread: [], alarms: [] });
    const quarters = await readRows([['Mio. kr.', '1. kvt. 2026', '2. kvt. 2026', 'Q3 2026', '4. kvartal 2026', 'I alt'], ['Kaj', '2,5', '2,5', '3,0', '4,0', '12,0'], ['Mole', '1,0', '1,5', '1,5', '2,0', '6,0']], format);
    expect(quarters.initiatives).toMatchObject([{ title: 'Kaj', total: 12, otherAmounts: { '1. kvt. 2026': 2.5, 'Q3 2026': 3, '4. kvartal 2026': 4 } }, { title: 'Mole' }]);
    const beyond = await readRows([['Mio. kr., 2026-pl', '2026', '2027', '2026-2027', '2030-2035'], ['Kaj', '10,0', '20,0', '30,0', '45,0'], ['Mole', '5,0', '5,0', '10,0', '90,0'], ['I alt', '15,0', '25,0', '40,0', '135,0']], format);
    expect(beyond).toMatchObject({ initiatives: [{ amounts: { 2026: 10, 2027: 20 }, total: 30, otherAmounts: { '2030-2035': 45 } }, {}], unread: [], alarms: [] });
  });

  it.each(['blanks', 'aligned', 'tabs'] as const)('the same years under two names on the line above (%s)', async (format) => {
    const got = await readRows([['', 'Udgifter', '', 'Indtægter', ''], ['Mio. kr.', '2026', '2027', '2026', '2027'], ['Havnebad', '4,0', '6,0', '1,0', '0,5'], ['Kaj', '10,0', '12,0', '3,0', '3,0'], ['I alt', '14,0', '18,0', '4,0', '3,5']], format);
    expect(got).toMatchObject({ initiatives: [{ title: 'Havnebad', otherAmounts: { 'Udgifter 2026': 4, 'Udgifter 2027': 6, 'Indtægter 2026': 1, 'Indtægter 2027': 0.5 } }, {}], unread: [], alarms: [] });
  });

  it.each(FORMATS)('a year twice with its basis is a slip of the header (%s)', async (format) => {
    for (const basis of ['', 'B', 'Budget ']) {
      const got = await read(print([['Nr.', 'Forslag', `${basis}2027`, `${basis}2028`, `${basis}2028`, 'I alt'], ['1', 'Kaj', '1,0', '2,0', '3,0', '6,0'], ['2', 'Mole', '1,5', '2,0', '2,5', '6,0']], format).replace('Fordeling', 'Fordeling, mio. kr.'));
      expect(got.alarms).toMatchObject([{ rule: 'header-years' }]);
    }
  });

  it.each(['blanks', 'tabs'] as const)('the rows of an overview are no sections about its initiatives (%s)', async (format) => {
    const table = print([['Nr.', 'Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['', 'Havneministeriet'], ['1', 'Fyr på øerne', '4,0', '5,0', '9,0'], ['2', 'Moler til små havne', '8,0', '9,0', '17,0'], ['', 'Havneministeriet i alt', '12,0', '14,0', '26,0'], ['', 'I alt', '12,0', '14,0', '26,0']], format).replace('Havneplan', 'Aftale om havne 2026-2027\n\nPartierne er enige om at udmønte 26,0 mio. kr. i 2026-2027.');
    const sheet = print([['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['I alt', '8,0', '9,0', '17,0'], ['Sten', '8,0', '9,0', '17,0']], format).replace('Havneplan', '\n\nMoler til små havne\n\nDer afsættes i alt 17,0 mio. kr. i 2026-2027 til moler til små havne.\n\nBaggrund og indhold\n\nMolerne er gamle.\n\nØkonomi\n\nDer afsættes i alt 17,0 mio. kr. til initiativet, jf. tabel 2.').replace('Tabel 1. Fordeling', 'Tabel 2. Moler til små havne');
    const got = await read(`${table}\n${sheet}`);
    expect(titles(got)).toEqual(['Fyr på øerne', 'Moler til små havne']);
    expect(got.alarms).toEqual([]);
  });

  it.each(FORMATS)('financing that brings the total to nil leaves the text its own amount (%s)', async (format) => {
    const paper = (stated: string): string => print([['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Fartøjer', '3,0', '7,0', '10,0'], ['Uddannelse', '4,0', '4,0', '8,0'], ['Træk på reserven', '-7,0', '-11,0', '-18,0'], ['I alt', '-', '-', '-']], format).replace('Havneplan', `Havneplan\n\nPartierne prioriterer ${stated} mio. kr. i 2026-2027 til søredning, jf. tabel 1.`);
    expect((await read(paper('18,0'))).alarms).toEqual([]);
    expect((await read(paper('19,0'))).alarms).toMatchObject([{ rule: 'table-reference-tie-out' }]);
  });

  it('a figure that blanks part in running text is accounted for, decimals too', async () => {
    const got = await read('Havneplan\n\nDer afsættes 12\u202F399,6 mio. kr. i 2026 og 1\u00A0250,5 mio. kr. i 2027.\n');
    expect(got.unread).toEqual([]);
  });

  it('says that a sum cannot be checked where a row of it was not read, and not that a row is missing', async () => {
    const got = await readRows([['Mio. kr., 2026-pl', '2026', '2027', 'I alt'], ['Kaj', '1,0', '2,0', '3,0'], ['Mole', '4,0 4,0', '8,0', '12,0'], ['I alt', '5,0', '6,0', '11,0']], 'blanks');
    expect(got.unread).toMatchObject([{ reason: 'cell-count' }]);
    expect(got.alarms).toEqual([]);
  });
});
