import { checkOutput } from '../../../../src/cli/answers/check-output';
import { readOutput } from '../../../../src/cli/answers/read-output';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { htmlToDocument } from '../../../../src/readers/html/read-html';

/** What cells print besides plain figures: units, words, rough figures, what is left of figures, and cells over several rows or columns. */

interface Figures {
  readonly amounts: Record<string, number>;
  readonly total: number | null;
  readonly otherAmounts: Record<string, number>;
}
interface Read {
  readonly agreement: { readonly priceLevel: string | null; readonly unit: string | null; readonly years: readonly number[] };
  readonly initiatives: readonly (Figures & { readonly title: string; readonly unit: string | null; readonly components: readonly (Figures & { readonly label: string; readonly kind: string })[] })[];
  readonly totals: readonly (Figures & { readonly label: string })[];
  readonly unread: readonly { readonly text: string; readonly reason: string }[];
  readonly tables: readonly { readonly rows: readonly { readonly label: string }[] }[];
  readonly alarms: readonly { readonly rule: string; readonly label: string | null }[];
}

async function read(html: string): Promise<Read> {
  const document = await htmlToDocument('tabel.html', `<h1>Havneplan</h1>${html}`);
  if (!document.ok) throw new Error(document.failure.code);
  const agreement = extractAgreement(document.value);
  const { checks } = JSON.parse(JSON.stringify(checkOutput(agreement))) as { checks: { rule: string; label: string | null; outcome: string; severity: string }[] };
  return { ...(JSON.parse(JSON.stringify(readOutput(agreement))) as Omit<Read, 'alarms'>), alarms: checks.filter((check) => check.outcome === 'differs' && check.severity !== 'info') };
}

const table = (...rows: string[][]): string => `<table>${rows.map((row) => `<tr>${row.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

describe('words and figures in one column', () => {
  it('keeps a year of which half the cells are words, with its figures and total', async () => {
    const { initiatives, totals, alarms, unread } = await read(table(['Mio. kr., 2026-pl', '2026', '2027', 'Varigt'], ['Kaj', '1,0', 'afventer', '2,0'], ['Mole', '2,0', 'udmøntes senere', 'uafklaret'], ['I alt', '3,0', '4,0', '2,0']));
    expect(initiatives).toMatchObject([{ amounts: { 2026: 1 }, otherAmounts: { Varigt: 2 } }, { amounts: { 2026: 2 }, otherAmounts: {} }]);
    expect(totals[0]).toMatchObject({ amounts: { 2026: 3, 2027: 4 }, otherAmounts: { Varigt: 2 } });
    expect([alarms, unread]).toEqual([[], []]);
  });

  it('reads no table of words under years', async () => {
    expect((await read(table(['Aktivitet', '2026', '2027'], ['Kaj', 'start', 'slut'], ['Mole', '', 'start']))).initiatives).toEqual([]);
  });

  it('keeps years of a date column and remarks apart from money', async () => {
    const { initiatives } = await read(table(['Mio. kr.', 'Slutår', '2026', 'Ministerium', 'Andel'], ['Kaj', '2028', '1,0', 'Havneministeriet', '40 pct.'], ['Mole', '2029', '1,5', 'Afd. 3', '60 pct.']));
    expect(initiatives).toMatchObject([{ amounts: { 2026: 1 }, otherAmounts: {} }, { amounts: { 2026: 1.5 }, otherAmounts: {} }]);
  });
});

describe('one header over several columns of figures', () => {
  it('reports the rows, for nothing tells the figures of one row apart', async () => {
    const { initiatives, unread } = await read(table(['Mio. kr.', '<td colspan="2">Drift 2026 Anlæg 2026 og 2027</td>'], ['Kaj', '5,0', '6,0'], ['Mole', '1,0', '2,0']));
    expect(initiatives).toEqual([]);
    expect(unread).toMatchObject([{ text: 'Kaj 5,0 6,0', reason: 'table-not-understood' }, { text: 'Mole 1,0 2,0', reason: 'table-not-understood' }]);
  });
});

describe('figures that a cell prints with more', () => {
  it.each([
    ['1 250', 1250], ['12 500,5', 12500.5], ['1.200.000 kr.', 1200000], ['kr 1.250,00', 1250], ['-kr 850,00', -850], ['kr. -850', -850], ['500,-', 500], ['DKK 75', 75], ['(kr. 20)', -20], ['ca. 5,0', 5], ['knap 5', 5], ['23,3 ± 6,7', 23.3], ['÷ 4,0', -4], ['(5,0)', -5],
  ])('reads %s', async (text, value) => {
    const { initiatives, unread } = await read(table(['kr.', '2026', '2027'], ['Kaj', text, '10'], ['Mole', '1', '2']));
    expect(initiatives[0]?.amounts).toEqual({ 2026: value, 2027: 10 });
    expect(unread).toEqual([]);
  });

  it('takes the unit from the cells where nothing else states one', async () => {
    const { initiatives, totals, alarms } = await read(table(['', '2026', '2027', 'I alt'], ['Kaj', '1,2 mio. kr.', '2,0 mio. kr.', '3,2 mio. kr.'], ['Mole', '500.000 kr.', '-', '0,5 mio. kr.'], ['I alt', '1,7 mio. kr.', '2,0 mio. kr.', '3,7 mio. kr.']));
    expect(initiatives).toMatchObject([{ unit: 'mio. kr.', amounts: { 2026: 1.2, 2027: 2 } }, { unit: 'mio. kr.', amounts: { 2026: 0.5, 2027: 0 }, total: 0.5 }]);
    expect([totals[0]?.total, alarms]).toEqual([3.7, []]);
  });

  it('gives a rough figure a unit more room', async () => {
    const rows = (total: string): string => table(['Mio. kr.', '2026', '2027', 'I alt'], ['Kaj', 'ca. 5,0', 'ca. 6,0', total]);
    expect((await read(rows('11,3'))).alarms).toEqual([]);
    expect((await read(rows('12,0'))).alarms).toHaveLength(1);
  });

  it.each(['1O,5', 'l,2', '5OO.000', '8,O', '#######'])('reports %s and reads no other amount', async (text) => {
    const { initiatives, unread } = await read(table(['Mio. kr.', '2026', '2027'], ['Kaj', text, '10,0'], ['Mole', '1,0', '2,0']));
    expect(initiatives[0]?.amounts).toEqual({ 2027: 10 });
    expect(unread).toMatchObject([{ text, reason: 'malformed-amount' }]);
  });
});

describe('units of rows', () => {
  it('reads the unit at the end of each label', async () => {
    const { initiatives } = await read(table(['', '2026', '2027'], ['Loft (mia. kr.)', '209,4', '216,1'], ['Korrektion (mio. kr.)', '-2.838', '-2.810'], ['Sager (antal)', '12', '14']));
    expect(initiatives.slice(0, 2)).toMatchObject([{ unit: 'mia. kr.', amounts: { 2026: 209.4 } }, { unit: 'mio. kr.', amounts: { 2026: -2838 } }]);
    expect(initiatives.flatMap(({ amounts }) => Object.values(amounts))).not.toContain(12);
  });

  it('reads a column of units', async () => {
    const { initiatives } = await read(table(['Post', 'Enhed', '2026', '2027'], ['Kaj', 'mio. kr.', '1,5', '2,0'], ['Gebyr', '1.000 kr.', '250', '300'], ['Skibe', 'antal', '12', '14']));
    expect(initiatives.slice(0, 2)).toMatchObject([{ unit: 'mio. kr.', amounts: { 2026: 1.5 } }, { unit: '1.000 kr.', amounts: { 2026: 250 } }]);
    expect(initiatives.flatMap(({ amounts }) => Object.values(amounts))).not.toContain(12);
  });

  it('takes a unit alone under the head as that of the table', async () => {
    const { agreement, initiatives } = await read(table(['Forslag', '2026', '2027', 'Bemærkning'], ['1.000 kr., 26-pl', '', '', ''], ['Kaj', '1.200', '1.300', 'Heraf 200 til pæle'], ['Mole', '-300', '-300', '']));
    expect([agreement.unit, agreement.priceLevel]).toEqual(['1.000 kr.', '2026-pl']);
    expect(initiatives.map(({ title, amounts }) => [title, amounts])).toEqual([['Kaj', { 2026: 1200, 2027: 1300 }], ['Mole', { 2026: -300, 2027: -300 }]]);
  });
});

describe('headers of years', () => {
  it.each([['Mio. kr. (25-pl)', '2025-pl'], ['Mio. kr., PL26', '2026-pl'], ['Mio. kr. i 26-pl.', '2026-pl'], ['Mio. kr., 26-niveau', '2026-pl'], ["Mio. kr., '27-priser", '2027-priser'], ['Mio. kr., løbende priser', 'løbende priser'], ['Mio. kr., pl. 27', '2027-pl'], ['Mio. kr. i 2027 pris- og lønniveau', '2027-pl'], ['Mio. kr., 2027-pris- og lønniveau', '2027-pl'], ['Mio. kr.', null]])('reads the price level of %s', async (header, level) => {
    expect((await read(table([header, '2026', '2027'], ['Kaj', '1,0', '2,0'], ['Mole', '1,0', '1,0']))).agreement.priceLevel).toBe(level);
  });

  it('reads years of two digits behind their basis or an apostrophe', async () => {
    expect((await read(table(['Mio. kr.', 'R23', 'B24', 'BO1', 'BO26'], ['Kaj', '1,0', '2,0', '3,0', '4,0'], ['Mole', '1,0', '1,0', '1,0', '1,0']))).agreement.years).toEqual([2023, 2024, 2025, 2026]);
    expect((await read(table(['Mio. kr.', "'26", '’27'], ['Kaj', '1,0', '2,0'], ['Mole', '1,0', '1,0']))).agreement.years).toEqual([2026, 2027]);
  });

  it.each(['Overført fra 2025', 'Ovf. fra 2025', 'Ændring ift. 2025'])('does not take "%s" for the year', async (header) => {
    const { agreement, initiatives, alarms } = await read(table(['Mio. kr.', 'Budget 2026', header, 'I alt'], ['Kaj', '10,0', '1,5', '11,5'], ['Mole', '4,0', '0,5', '4,5'], ['I alt', '14,0', '2,0', '16,0']));
    expect(agreement.years).toEqual([2026]);
    expect(initiatives[0]).toMatchObject({ amounts: { 2026: 10 }, otherAmounts: { [header]: 1.5 }, total: 11.5 });
    expect(alarms).toEqual([]);
  });

  const PARTS = [['Kaj', '1,0', '2,0', '3,0', '4,0', '10,0'], ['Mole', '0,5', '0,5', '0,5', '0,5', '2,0'], ['I alt', '1,5', '2,5', '3,5', '4,5', '12,0']];
  it.each([
    ['one row of heads', table(['Mio. kr.', 'Drift 2026', 'Anlæg 2026', 'Drift 2027', 'Anlæg 2027', 'I alt'], ...PARTS)],
    ['heads over two', `<table><tr><th rowspan="2">Mio. kr.</th><th colspan="2">2026</th><th colspan="2">2027</th><th rowspan="2">I alt</th></tr><tr><th>Drift</th><th>Anlæg</th><th>Drift</th><th>Anlæg</th></tr>${table(...PARTS).slice('<table>'.length)}`],
  ])('keeps two columns a year by name and sums them where the total bears it out (%s)', async (_, html) => {
    const { agreement, initiatives, alarms } = await read(html);
    expect(agreement.years).toEqual([2026, 2027]);
    expect(initiatives[0]).toMatchObject({ amounts: { 2026: 3, 2027: 7 }, total: 10, otherAmounts: { 'Drift 2026': 1, 'Anlæg 2026': 2, 'Drift 2027': 3, 'Anlæg 2027': 4 } });
    expect(alarms).toEqual([]);
    expect((await read(html.replace('>3,0<', '>3,6<'))).alarms.map(({ rule, label }) => [rule, label])).toContainEqual(['row-cross-footing', 'Kaj']);
  });

  it('sums no columns that no total adds up', async () => {
    const { initiatives, alarms } = await read(table(['Mio. kr.', 'Drift 2026', 'Anlæg 2026', 'I alt'], ['Kaj', '1,0', '2,0', '9,0'], ['Mole', '0,5', '0,5', '8,0']));
    expect(initiatives[0]).toMatchObject({ amounts: {}, otherAmounts: { 'Drift 2026': 1, 'Anlæg 2026': 2 } });
    expect(alarms).toEqual([]);
  });
});

describe('cells over several columns or rows', () => {
  it('knows years above the unit of their columns for heads', async () => {
    const { initiatives, totals } = await read(table(['Initiativ', '2026 mio. kr.', '2027 mio. kr.', 'I alt mio. kr.'], ['Kaj', '1,0', '2,0', '3,0'], ['I alt', '1,0', '2,0', '3,0']));
    expect([initiatives, totals]).toMatchObject([[{ title: 'Kaj', unit: 'mio. kr.', amounts: { 2026: 1, 2027: 2 }, total: 3 }], [{ total: 3 }]]);
  });

  it.each([['over the middle', ['2026', 'Drift 2027', '2028', '2026', 'Anlæg 2027', '2028']], ['over the first', ['Drift 2026', '2027', '2028', 'Anlæg 2026', '2027', '2028']]])('gives years that recur the name that stands %s of them', async (_, heads) => {
    const { initiatives } = await read(table(['Mio. kr.', ...heads], ['Kaj', '1,0', '2,0', '3,0', '4,0', '5,0', '6,0'], ['Mole', '0,5', '0,5', '0,5', '0,5', '0,5', '0,5']));
    expect(initiatives[0]?.otherAmounts).toEqual({ 'Drift 2026': 1, 'Drift 2027': 2, 'Drift 2028': 3, 'Anlæg 2026': 4, 'Anlæg 2027': 5, 'Anlæg 2028': 6 });
  });

  it('reads a figure over two years as the amount of both', async () => {
    const html = table(['Mio. kr.', '2026', '2027', '2028', 'I alt'], ['Kaj', '1,0', '1,0', '1,0', '3,0'], ['Mole', '<td colspan="2">4,0</td>', '1,0', '5,0'], ['I alt', '<td colspan="2">6,0</td>', '2,0', '8,0']);
    const { initiatives, totals, alarms } = await read(html);
    expect(initiatives).toMatchObject([{ amounts: { 2026: 1, 2027: 1, 2028: 1 }, otherAmounts: {} }, { amounts: { 2028: 1 }, otherAmounts: { '2026-2027': 4 }, total: 5 }]);
    expect(initiatives[1]?.amounts).toEqual({ 2028: 1 });
    expect([totals[0]?.otherAmounts, alarms]).toEqual([{ '2026-2027': 6 }, []]);
    expect((await read(html.replace('>6,0<', '>7,0<'))).alarms.map(({ rule }) => rule)).toContain('group-footing');
  });

  it('gives a figure over two rows to neither and says so', async () => {
    const { initiatives, unread, alarms } = await read(table(['Mio. kr.', '2026', '2027', 'I alt'], ['Kaj', '1,0', '1,0', '<td rowspan="2">7,0</td>'], ['Mole', '2,0', '3,0'], ['I alt', '3,0', '4,0', '7,0']));
    expect(initiatives.map(({ total }) => total)).toEqual([null, null]);
    expect(unread).toMatchObject([{ text: '7,0', reason: 'merged-cell' }]);
    expect(alarms).toEqual([]);
  });

  it('leaves out grid columns in which no cell starts', async () => {
    const { initiatives } = await read('<table><tr><td>Mio. kr.</td><td colspan="2">2026</td><td colspan="3">2027</td></tr><tr><td>Kaj</td><td colspan="2">1,0</td><td colspan="3">2,0</td></tr><tr><td>Mole</td><td colspan="2">3,0</td><td colspan="3">4,0</td></tr></table>');
    expect(initiatives).toMatchObject([{ amounts: { 2026: 1, 2027: 2 }, otherAmounts: {} }, { amounts: { 2026: 3, 2027: 4 } }]);
  });
});

describe('rows that are not what they look like', () => {
  it('adds no sum that is carried over a page break, and hands it on', async () => {
    const { initiatives, tables, alarms } = await read(table(['Mio. kr.', '2026', 'I alt'], ['Kaj', '1,0', '1,0'], ['Mole', '2,5', '2,5'], ['Transport til næste side', '3,5', '3,5'], ['Overført fra forrige side', '3,5', '3,5'], ['Fyr', '3,0', '3,0'], ['I alt', '6,5', '6,5']));
    expect(initiatives.map(({ title }) => title)).toEqual(['Kaj', 'Mole', 'Fyr']);
    expect([tables[0]?.rows.map(({ label }) => label), alarms]).toEqual([['Transport til næste side', 'Overført fra forrige side'], []]);
  });

  it('knows them without a word for the page where one repeats the other, and keeps a row of that name alone', async () => {
    const carried = await read(table(['Mio. kr.', '2026', 'I alt'], ['Kaj', '1,0', '1,0'], ['Mole', '2,5', '2,5'], ['At overføre', '3,5', '3,5'], ['Overført', '3,5', '3,5'], ['Fyr', '3,0', '3,0'], ['I alt', '6,5', '6,5']));
    expect([carried.initiatives.map(({ title }) => title), carried.alarms]).toEqual([['Kaj', 'Mole', 'Fyr'], []]);
    const alone = await read(table(['Mio. kr.', '2026', 'I alt'], ['Kaj', '1,0', '1,0'], ['Overført', '2,0', '2,0'], ['I alt', '3,0', '3,0']));
    expect([alone.initiatives.map(({ title }) => title), alone.alarms]).toEqual([['Kaj', 'Overført'], []]);
  });

  it('takes figures of groups that are printed in the column of totals alone for sums of their rows', async () => {
    const { initiatives, totals, alarms } = await read(table(['Mio. kr.', '2026', '2027', 'I alt'], ['Børn og unge', '', '', '6,0'], ['Fritidspas', '1,0', '1,0', '2,0'], ['Sommerskoler', '2,0', '2,0', '4,0'], ['Ældre', '', '', '3,0'], ['Mad', '1,0', '2,0', '3,0'], ['I alt', '4,0', '5,0', '9,0']));
    expect(initiatives.map(({ title }) => title)).toEqual(['Fritidspas', 'Sommerskoler', 'Mad']);
    expect([totals.map(({ label }) => label), alarms]).toEqual([['Børn og unge', 'Ældre', 'I alt'], []]);
  });

  it('takes no row for a sum that happens to repeat one where the total adds up all rows', async () => {
    expect((await read(table(['Mio. kr.', '2026', '2027'], ['Kaj', '1,0', '1,0'], ['Mole', '2,0', '2,0'], ['Fyr', '3,0', '3,0'], ['I alt', '6,0', '6,0']))).initiatives).toHaveLength(3);
  });

  it('reads rows behind a dash as parts of the row above, unless the total adds them up', async () => {
    const rows = (total: string): string => table(['Mio. kr.', '2026', '2027'], ['Stat', '-15', '-20'], ['- Provenu', '-20', '-25'], ['- Tilbageløb', '5', '5'], ['Kommuner', '-2', '-3'], ['I alt', total, '-23']);
    const { initiatives, alarms } = await read(rows('-17'));
    expect(initiatives.map(({ title, components }) => [title, components.map(({ label, kind }) => `${kind} ${label}`)])).toEqual([['Stat', ['of-which - Provenu', 'of-which - Tilbageløb']], ['Kommuner', []]]);
    expect(alarms).toEqual([]);
    expect((await read(rows('-27'))).alarms.map(({ rule }) => rule)).toEqual(['group-footing']);
  });
});

describe('labels', () => {
  it('joins a word that a hyphen parts at a line break of its cell, and keeps real hyphens', async () => {
    const { initiatives } = await read(table(['Mio. kr.', '2026', '2027'], ['Tilskud til havneinsti-<br>tutioner', '1,0', '2,0'], ['Løn-<br>og driftsudgifter', '1,0', '1,0'], ['EU-<br>Kontor', '1,0', '1,0']));
    expect(initiatives.map(({ title }) => title)).toEqual(['Tilskud til havneinstitutioner', 'Løn- og driftsudgifter', 'EU-Kontor']);
  });

  it('takes the label of a row without one from the column of groups', async () => {
    const { initiatives, totals } = await read('<p>Tabel 1. Fordeling (mio. kr.)</p><table><tr><td>Ministerium</td><td>Initiativ</td><td>2026</td><td>2027</td></tr><tr><td rowspan="2">Havneministeriet</td><td>Kaj</td><td>1,0</td><td>2,0</td></tr><tr><td>Mole</td><td>2,0</td><td>2,0</td></tr><tr><td>I alt</td><td></td><td>3,0</td><td>4,0</td></tr></table>');
    expect(initiatives.map(({ title }) => title)).toEqual(['Kaj', 'Mole']);
    expect(totals).toMatchObject([{ label: 'I alt', amounts: { 2026: 3, 2027: 4 } }]);
  });

  it('gives two columns of one header a name each', async () => {
    const { initiatives } = await read(table(['Mio. kr.', 'Tilskud', 'Tilskud', 'Bidrag'], ['Kaj', '1,0', '2,0', '3,0'], ['Mole', '2,0', '2,5', '4,0']));
    expect(initiatives[0]?.otherAmounts).toEqual({ Tilskud: 1, 'Tilskud (2)': 2, Bidrag: 3 });
  });
});

describe('columns and rows that their headers alone do not tell', () => {
  it.each(['Samlet bevilling', 'Hele perioden', 'I alt 27-28'])('takes "%s" for the total where it is the sum of the years, and only then', async (header) => {
    const proven = await read(table(['Mio. kr.', '2027', '2028', header], ['Kaj', '1,0', '2,0', '3,0'], ['Mole', '1,0', '1,0', '2,0'], ['I alt', '2,0', '3,0', '5,0']));
    expect(proven).toMatchObject({ initiatives: [{ total: 3, otherAmounts: {} }, { total: 2 }], totals: [{ total: 5 }], alarms: [] });
    const other = await read(table(['Mio. kr.', '2027', '2028', 'Samlet bevilling'], ['Kaj', '1,0', '2,0', '30,0'], ['Mole', '1,0', '1,0', '2,0'], ['I alt', '2,0', '3,0', '32,0']));
    expect(other).toMatchObject({ initiatives: [{ total: null, otherAmounts: { 'Samlet bevilling': 30 } }, {}], alarms: [] });
  });

  it('names a header of years above another of other years, and reads the rows under the second', async () => {
    const { initiatives, unread } = await read(table(['Mio. kr.', '2025', '2026', 'I alt'], ['Mio. kr.', '2027', '2028', 'I alt'], ['Kaj', '1,0', '2,0', '3,0'], ['Mole', '1,0', '1,0', '2,0']));
    expect(initiatives).toMatchObject([{ title: 'Kaj', amounts: { 2027: 1, 2028: 2 }, total: 3 }, { title: 'Mole' }]);
    expect(unread).toMatchObject([{ text: 'Mio. kr. 2025 2026 I alt', reason: 'table-not-understood' }]);
  });

  it('keeps of-which rows under a total apart: they are parts of it and no initiatives', async () => {
    const rows = [['Kaj', '5,0', '6,0'], ['Heraf løn', '3,0', '4,0'], ['Mole', '1,0', '1,0']];
    const below = await read(table(['Mio. kr.', '2026', '2027'], ...rows, ['I alt', '6,0', '7,0'], ['Heraf nye midler', '4,0', '4,0']));
    const above = await read(table(['Mio. kr.', '2026', '2027'], ['I alt', '6,0', '7,0'], ['Heraf nye midler', '4,0', '4,0'], ...rows));
    for (const { initiatives, tables, alarms } of [below, above]) {
      expect(initiatives.map(({ title, components }) => [title, components.map(({ label }) => label)])).toEqual([['Kaj', ['Heraf løn']], ['Mole', []]]);
      expect([tables.map((one) => one.rows.map(({ label }) => label)), alarms]).toEqual([[['Heraf nye midler']], []]);
    }
  });

  it('drops the dots that lead from a label to its figures', async () => {
    expect((await read(table(['Mio. kr.', '2026', '2027'], ['Kaj ........', '1,0', '2,0'], ['Mole . . . . .', '1,0', '1,0'], ['Skibe m.m.', '1,0', '1,0']))).initiatives.map(({ title }) => title)).toEqual(['Kaj', 'Mole', 'Skibe m.m.']);
  });

  it('takes a unit in a cell of its own behind its figure for the figure\'s', async () => {
    const { initiatives, totals, unread } = await read(table(['', '2026', '', '2027', ''], ['Kaj', '1,0', 'mio. kr.', '2,0', 'mio. kr.'], ['Mole', '500', 't.kr.', '1,0', 'mio. kr.'], ['I alt', '1,5', 'mio. kr.', '3,0', 'mio. kr.']));
    expect(initiatives).toMatchObject([{ title: 'Kaj', unit: 'mio. kr.', amounts: { 2026: 1, 2027: 2 } }, { amounts: { 2026: 0.5, 2027: 1 } }]);
    expect([totals[0]?.amounts, unread]).toEqual([{ 2026: 1.5, 2027: 3 }, []]);
  });

  it('takes "Udgifter i alt" under a heading "Udgifter" for the sum of its rows, not of all', async () => {
    const { totals, initiatives, alarms } = await read(table(['1.000 kr.', '2026', '2027'], ['Indtægter:', '', ''], ['Skat', '-1.500', '-1.600'], ['Tilskud', '-500', '-500'], ['Indtægter i alt', '-2.000', '-2.100'], ['Udgifter:', '', ''], ['Kaj', '1.200', '1.300'], ['Mole', '500', '500'], ['Udgifter i alt', '1.700', '1.800']));
    expect(initiatives.map(({ title }) => title)).toEqual(['Skat', 'Tilskud', 'Kaj', 'Mole']);
    expect([totals.map(({ amounts }) => amounts['2026']), alarms]).toEqual([[-2000, 1700], []]);
  });

  it('a table that goes on under "(fortsat)" with the same head is one table, with one total', async () => {
    const head = ['Nr.', 'Mio. kr., 2026-pl', '2026', '2027', 'I alt'];
    const { initiatives, totals, alarms, unread } = await read(`<p>Tabel 1. Bevillinger</p>${table(head, ['1', 'Kaj', '1,0', '1,1', '2,1'], ['2', 'Mole', '2,0', '2,1', '4,1'])}<p>Tabel 1 (fortsat)</p>${table(head, ['3', 'Fyr', '3,0', '3,1', '6,1'], ['', 'I alt', '6,0', '6,3', '12,3'])}`);
    expect(initiatives.map(({ title }) => title)).toEqual(['Kaj', 'Mole', 'Fyr']);
    expect(totals).toMatchObject([{ total: 12.3 }]);
    expect([alarms, unread]).toEqual([[], []]);
  });
});
