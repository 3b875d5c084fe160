import { extractAgreement } from '../../../../../src/core/extraction/extract-agreement';
import { readOutput } from '../../../../../src/cli/answers/read-output';
import { readDocument } from '../../../../../src/readers/read-document';

/** Tables whose columns are not all in one unit, or not all money: as cells of a page, aligned by characters, and as plain text. */

type Rows = readonly (readonly string[])[];
type Format = 'cells' | 'aligned' | 'text';
const FORMATS: readonly Format[] = ['cells', 'aligned', 'text'];

interface ReadInitiative {
  readonly title: string;
  readonly unit: string | null;
  readonly amounts: Record<string, number>;
  readonly total: number | null;
  readonly otherAmounts: Record<string, number>;
}
interface ReadDocumentJson {
  readonly initiatives: readonly ReadInitiative[];
  readonly totals: readonly { readonly label: string; readonly amounts: Record<string, number>; readonly total: number | null; readonly otherAmounts: Record<string, number> }[];
  readonly mentions: readonly unknown[];
  readonly unread: readonly { readonly text: string; readonly reason: string }[];
}

function print(rows: Rows, format: Format, above: string): { name: string; text: string } {
  if (format === 'cells') {
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    return { name: 'fordeling.html', text: `<html><body><h1>Fordeling af midler</h1><p>${above}</p><table>${body}</table></body></html>` };
  }
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)) + 3);
  const lines = rows.map((row) => (format === 'text' ? row.filter((cell) => cell !== '').join(' ') : row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('')));
  return { name: 'fordeling.txt', text: `Fordeling af midler\n\n${above}\n${lines.join('\n')}\n` };
}

async function read(document: { name: string; text: string }): Promise<ReadDocumentJson> {
  const lines = await readDocument({ name: document.name, bytes: new TextEncoder().encode(document.text) });
  if (!lines.ok) throw new Error(lines.failure.code);
  return JSON.parse(JSON.stringify(readOutput(extractAgreement(lines.value)))) as ReadDocumentJson;
}

const readTable = (rows: Rows, format: Format, above = 'Tabel 1. Fordeling') => read(print(rows, format, above));

describe('columns and their units', () => {
  it.each(FORMATS)('points beside columns that each state kroner are no kroner (%s)', async (format) => {
    const { initiatives, unread } = await readTable([['Projekt', 'Ansøgt (kr.)', 'Bevilget (kr.)', 'Point'], ['Havnebad', '1.250.000', '900.000', '85'], ['Skaterbane', '450.000', '450.000', '92']], format);
    expect(initiatives).toMatchObject([
      { title: 'Havnebad', unit: 'kr.', otherAmounts: { 'Ansøgt (kr.)': 1_250_000, 'Bevilget (kr.)': 900_000 } },
      { title: 'Skaterbane', unit: 'kr.', otherAmounts: { 'Ansøgt (kr.)': 450_000, 'Bevilget (kr.)': 450_000 } },
    ]);
    expect(initiatives.flatMap(({ otherAmounts }) => Object.keys(otherAmounts))).not.toContain('Point');
    expect(unread).toEqual([]);
  });

  it.each(FORMATS)('years of work, counts and shares behind the total are no money (%s)', async (format) => {
    const { initiatives, totals, unread } = await readTable([['Mio. kr.', '2026', '2027', 'I alt', 'Årsværk', 'Antal', 'Pct.'], ['Tilsyn', '2,5', '3,5', '6,0', '12,5', '40', '10'], ['Kampagne', '1,0', '1,0', '2,0', '2,0', '14', '5'], ['I alt', '3,5', '4,5', '8,0', '14,5', '54', '15']], format);
    expect(initiatives).toMatchObject([{ amounts: { 2026: 2.5, 2027: 3.5 }, total: 6, otherAmounts: {} }, { amounts: { 2026: 1, 2027: 1 }, total: 2, otherAmounts: {} }]);
    expect(totals).toMatchObject([{ amounts: { 2026: 3.5, 2027: 4.5 }, total: 8, otherAmounts: {} }]);
    expect(unread).toEqual([]);
  });

  it.each(['cells', 'aligned'] as const)('numbers of cases, dates and participants are no money (%s)', async (format) => {
    const { initiatives, unread } = await readTable([['Projekt', 'J.nr.', 'Dato', 'Deltagere', 'Bevilling (1.000 kr.)'], ['Havnebad', '2026-1234', '01.02.2026', '40', '900'], ['Skaterbane', '2026-1235', '01.03.2026', '30', '450']], format);
    expect(initiatives).toMatchObject([{ unit: '1.000 kr.', total: 900, otherAmounts: {} }, { unit: '1.000 kr.', total: 450, otherAmounts: {} }]);
    expect(unread).toEqual([]);
  });

  it.each(FORMATS)('numbers of cases and ages in a table of one column of money (%s)', async (format) => {
    const { initiatives } = await readTable([['Projekt', 'Beløb (kr.)', 'Sagsnr.', 'Alder'], ['Havnebad', '1.250.000', '1234', '12'], ['Skaterbane', '450.000', '1240', '14']], format);
    expect(initiatives).toMatchObject([{ total: 1_250_000, otherAmounts: {} }, { total: 450_000, otherAmounts: {} }]);
  });

  it.each(FORMATS)('a unit for the whole table holds for its named columns, not for counts (%s)', async (format) => {
    const { initiatives } = await readTable([['Område', 'Budget', 'Ældre', 'Klasser'], ['Skole', '1,2', '45,3', '12'], ['Fritid', '0,8', '20,1', '10']], format, 'Tabel 1. Fordeling, mio. kr.');
    expect(initiatives).toMatchObject([{ unit: 'mio. kr.', otherAmounts: { Budget: 1.2, Ældre: 45.3 } }, { otherAmounts: { Budget: 0.8, Ældre: 20.1 } }]);
    expect(initiatives.flatMap(({ otherAmounts }) => Object.keys(otherAmounts))).not.toContain('Klasser');
  });

  it.each(FORMATS)('kroner and thousands of kroner come in one unit, each with its own worth (%s)', async (format) => {
    const { initiatives, totals, mentions } = await readTable([['Projekt', 'Ansøgt (kr.)', 'Bevilget (1.000 kr.)'], ['Havnebad', '1.250.500', '900'], ['Skaterbane', '450.000', '450'], ['I alt', '1.700.500', '1.350']], format);
    expect(initiatives).toMatchObject([
      { unit: '1.000 kr.', otherAmounts: { 'Ansøgt (kr.)': 1250.5, 'Bevilget (1.000 kr.)': 900 } },
      { unit: '1.000 kr.', otherAmounts: { 'Ansøgt (kr.)': 450, 'Bevilget (1.000 kr.)': 450 } },
    ]);
    expect(totals).toMatchObject([{ otherAmounts: { 'Ansøgt (kr.)': 1700.5, 'Bevilget (1.000 kr.)': 1350 } }]);
    expect(mentions).toEqual([]);
  });

  it.each(FORMATS)('billions and millions (%s)', async (format) => {
    const { initiatives } = await readTable([['Område', 'Ramme (mia. kr.)', 'Pulje (mio. kr.)'], ['Sundhed', '1,2', '45,3'], ['Skole', '0,8', '20,1']], format);
    expect(initiatives).toMatchObject([{ unit: 'mia. kr.', otherAmounts: { 'Ramme (mia. kr.)': 1.2, 'Pulje (mio. kr.)': 0.0453 } }, { otherAmounts: { 'Ramme (mia. kr.)': 0.8, 'Pulje (mio. kr.)': 0.0201 } }]);
  });

  it('a column of money that states none of several units is reported', async () => {
    const { initiatives, unread } = await readTable([['Projekt', 'Ansøgt (kr.)', 'Bevilget (1.000 kr.)', 'Budget'], ['Havnebad', '1.250.500', '900', '12'], ['Skaterbane', '450.000', '450', '13']], 'cells');
    expect(initiatives.flatMap(({ otherAmounts }) => Object.keys(otherAmounts))).not.toContain('Budget');
    expect(unread).toMatchObject([{ text: 'Budget', reason: 'unit-missing' }]);
  });

  it.each(FORMATS)('a figure of no name for money among columns that each state kroner is none (%s)', async (format) => {
    const { initiatives } = await readTable([['Projekt', 'Ansøgt (kr.)', 'Bevilget (kr.)', 'Højde'], ['Havnebad', '1.250.000', '900.000', '85'], ['Skaterbane', '450.000', '450.000', '92']], format);
    expect(initiatives).toMatchObject([{ otherAmounts: { 'Ansøgt (kr.)': 1_250_000, 'Bevilget (kr.)': 900_000 } }, {}]);
    expect(initiatives.flatMap(({ otherAmounts }) => Object.keys(otherAmounts))).not.toContain('Højde');
  });

  it.each([...FORMATS.flatMap((format) => [['1.000 kr.', format], ['Beløb i 1.000 kr., 2026-pl', format]] as const)])('the line "%s" above a table is its unit and no amount (%s)', async (above, format) => {
    const { initiatives, mentions } = await readTable([['Område', 'Indtægter', 'Udgifter'], ['Museer', '-1.200', '3.400'], ['Teatre', '-200', '400']], format, above);
    expect(initiatives).toMatchObject([{ unit: '1.000 kr.', otherAmounts: { Indtægter: -1200, Udgifter: 3400 } }, { otherAmounts: { Indtægter: -200, Udgifter: 400 } }]);
    expect(mentions).toEqual([]);
  });

  it('what a thing costs is no grant', async () => {
    const { initiatives } = await readTable([['Mio. kr.', '2026', '2027', 'Kr. pr. borger'], ['Tilsyn', '2,5', '3,5', '1.250'], ['Kampagne', '1,0', '1,0', '300']], 'cells');
    expect(initiatives).toMatchObject([{ unit: 'mio. kr.', amounts: { 2026: 2.5, 2027: 3.5 }, otherAmounts: {} }, { otherAmounts: {} }]);
  });
});

describe('the unit of a header over several columns', () => {
  it.each([
    ['Bevilling 2027', '(mio. 2028', 'kr.) I alt'],
    ['Bevilling (mio. 2027', 'kr.) 2028', 'I alt'],
  ])('whose words stand apart over them: %s | %s | %s', async (...heads) => {
    const { initiatives } = await readTable([['Initiativ', ...heads], ['Tilsyn', '1,0', '2,0', '3,0'], ['Kampagne', '4,0', '5,0', '9,0']], 'cells');
    expect(initiatives).toMatchObject([{ unit: 'mio. kr.', amounts: { 2027: 1, 2028: 2 } }, { unit: 'mio. kr.', amounts: { 2027: 4, 2028: 5 } }]);
  });
});

describe('a name over years and their total', () => {
  const table = (head: string, extra = ''): { name: string; text: string } => ({
    name: 'ramme.html',
    text: `<html><body><h1>Fordeling af midler</h1><p>Mio. kr., 2026-pl</p><table>${head}<tr><td>Tilsyn</td><td>1,0</td><td>2,0</td><td>3,0</td>${extra}</tr><tr><td>Kampagne</td><td>4,0</td><td>5,0</td><td>9,0</td>${extra}</tr></table></body></html>`,
  });

  it.each([
    ['a cell that spans them', '<tr><th rowspan="2">Initiativ</th><th colspan="3">Bevilling</th></tr><tr><th>2027</th><th>2028</th><th>I alt</th></tr>'],
    ['with the unit', '<tr><th rowspan="2">Initiativ</th><th colspan="3">Bevilling (mio. kr.)</th></tr><tr><th>2027</th><th>2028</th><th>I alt</th></tr>'],
    ['in every header', '<tr><th>Initiativ</th><th>Bevilling 2027</th><th>Bevilling 2028</th><th>Bevilling i alt</th></tr>'],
    ['under the years', '<tr><th rowspan="2">Initiativ</th><th>2027</th><th>2028</th><th>I alt</th></tr><tr><th>Bevilling</th><th>Bevilling</th><th>Bevilling</th></tr>'],
  ])('%s', async (_name, head) => {
    const { initiatives } = await read(table(head));
    expect(initiatives).toMatchObject([{ amounts: { 2027: 1, 2028: 2 }, total: 3, otherAmounts: {} }, { amounts: { 2027: 4, 2028: 5 }, total: 9, otherAmounts: {} }]);
  });

  it('in every header of plain text', async () => {
    const rows = [['Initiativ', 'Bevilling 2027', 'Bevilling 2028', 'Bevilling i alt'], ['Tilsyn', '1,0', '2,0', '3,0'], ['Kampagne', '4,0', '5,0', '9,0']];
    const { initiatives } = await readTable(rows, 'text', 'Tabel 1. Fordeling, mio. kr.');
    expect(initiatives).toMatchObject([{ amounts: { 2027: 1, 2028: 2 }, total: 3, otherAmounts: {} }, { amounts: { 2027: 4, 2028: 5 }, total: 9, otherAmounts: {} }]);
  });

  it('the total of the years that give the amounts, not of others', async () => {
    const head = '<tr><th rowspan="2">Initiativ</th><th colspan="3">Bevilling</th><th colspan="3">Forbrug</th></tr><tr><th>2027</th><th>2028</th><th>I alt</th><th>2027</th><th>2028</th><th>I alt</th></tr>';
    const { initiatives } = await read(table(head, '<td>0,5</td><td>1,0</td><td>1,5</td>'));
    expect(initiatives[0]).toMatchObject({ amounts: { 2027: 1, 2028: 2 }, total: 3, otherAmounts: { 'Forbrug 2027': 0.5, 'Forbrug 2028': 1, 'Forbrug I alt': 1.5 } });
  });
});
