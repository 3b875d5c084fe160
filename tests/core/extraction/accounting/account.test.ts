import { checkOutput } from '../../../../src/cli/answers/check-output';
import { type Agreement } from '../../../../src/core/budget/agreement';
import { withAccounting } from '../../../../src/core/extraction/accounting/account';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { type TextLine } from '../../../../src/core/extraction/lines/document-text';
import { htmlToDocument } from '../../../../src/readers/html/read-html';
import { textToDocument } from '../../../../src/readers/text';

/** A document's lines and what was read from them. */
async function read(text: string, isHtml = false): Promise<{ agreement: Agreement; lines: readonly TextLine[] }> {
  const document = isHtml ? await htmlToDocument('a.html', text) : await textToDocument('a.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return { agreement: extractAgreement(document.value), lines: document.value.lines };
}

/** The account of lines against an agreement that a reader with a fault would have made. */
function account(agreement: Agreement, lines: readonly TextLine[]) {
  const accounted = withAccounting(agreement, lines, []);
  if (accounted.accounting === undefined) throw new Error('No account');
  return { ...accounted, accounting: accounted.accounting };
}

const PAPER = `Aftale om lokale indsatser

Der afsættes i alt 9,5 mio. kr. i 2026-2027 til to indsatser for 25 unge, jf. § 15 og tabel 1.

Tabel 1. Bevillinger

Mio. kr., 2026-pl 2026 2027 I alt

Kampagne 2025-2027 1,5 2,0 3,5

Natcafé 4,0 2,0 6,0

I alt 5,5 4,0 9,5
`;

describe('withAccounting', () => {
  it('finds every number of a paper that was read whole', async () => {
    const { agreement } = await read(PAPER);
    expect(agreement.accounting).toEqual({ figures: 21, inModel: 9, inTables: 0, inProse: 1, inUnread: 0, notMoney: 11, running: 0, unaccounted: [] });
    expect(agreement.unread).toEqual([]);
  });

  it('names a row that a reader dropped, with its place', async () => {
    const { agreement, lines } = await read(PAPER);
    const [first, ...others] = agreement.initiatives;
    const { accounting, unread } = account({ ...agreement, initiatives: others }, lines);
    expect(accounting.unaccounted.map(({ text, position }) => [text, position.line])).toEqual([['3,5', 9], ['2,0', 9], ['1,5', 9]]);
    expect(unread).toMatchObject([{ text: 'Kampagne 2025-2027 1,5 2,0 3,5', reason: 'unaccounted' }]);
    expect(first?.title).toBe('Kampagne 2025-2027');
  });

  it('names a cell and a column that a reader dropped', async () => {
    const { agreement, lines } = await read(PAPER);
    const blank = (from: Agreement, isDropped: (row: number, column: number) => boolean): Agreement => ({
      ...from,
      initiatives: from.initiatives.map((one, row) => (one.total === null ? one : { ...one, total: { ...one.total, cells: one.total.cells.map((cell, column) => (isDropped(row, column) ? { kind: 'blank', position: cell.position } : cell)) } })),
    });
    expect(account(blank(agreement, (row, column) => row === 1 && column === 1), lines).accounting.unaccounted.map(({ text }) => text)).toEqual(['2,0']);
    expect(account(blank(agreement, (_row, column) => column === 0), lines).accounting.unaccounted.map(({ text }) => text)).toEqual(['1,5', '4,0']);
  });

  it('names an amount of the prose that a reader dropped, and no number without a word for money', async () => {
    const { agreement, lines } = await read(PAPER);
    expect(account({ ...agreement, mentions: [] }, lines).accounting.unaccounted).toMatchObject([{ text: '9,5', position: { line: 3 } }]);
  });

  it('takes cells of tables for figures unless something proves that they are none', async () => {
    const { agreement } = await read(
      '<p>Tilskud</p><table><tr><th>Tilskud, mio. kr.</th><th>2026</th><th>I alt</th><th>Andel</th></tr><tr><td>1. Bro</td><td>1,5</td><td>1,5</td><td>30 pct.</td></tr><tr><td>2. Vej, jf. § 3</td><td>3,5</td><td>3,5</td><td>70 pct.</td></tr></table>',
      true,
    );
    expect(agreement.accounting).toMatchObject({ unaccounted: [], inUnread: 0 });
  });

  it('never lets a document with figures that are nowhere agree, nor its initiative', async () => {
    const { agreement, lines } = await read(PAPER);
    expect(checkOutput(agreement).summary.verdict).toBe('agrees');
    const text: TextLine[] = lines.map((line) => (line.line === 9 ? { ...line, text: 'Kampagne 2025-2027 1,5 2,0 3,5 8,5' } : line));
    const output = checkOutput(account(agreement, text));
    expect(output.summary.verdict).toBe('not-checkable');
    expect(output.checks).toContainEqual(expect.objectContaining({ rule: 'uncovered-figure', outcome: 'not-checkable', severity: 'warning', line: 9 }));
  });

  it.each([
    ['the label', 'Natcafé 4,0', '', '4,0'],
    ['a remark under an amount', 'Natcafé', '4, Ny', '4'],
  ])('names a cell that %s swallowed', async (_, label, cell, lost) => {
    const { agreement, lines } = await read(PAPER);
    const swallowing: Agreement = {
      ...agreement,
      initiatives: agreement.initiatives.map((one, row) => (row === 0 || one.total === null ? one : { ...one, title: label, total: { ...one.total, label, cells: one.total.cells.map((printed, column) => (column > 0 ? printed : cell === '' ? { kind: 'blank', position: printed.position } : { kind: 'text', text: cell, position: printed.position })) } })),
    };
    const printed = lines.map((line) => (line.line === 11 && cell !== '' ? { ...line, text: 'Natcafé    4, Ny   2,0   6,0' } : line));
    expect(account(swallowing, printed).accounting.unaccounted.map(({ text }) => text)).toEqual([lost]);
  });

  it.each([
    ['tabs', '\t'],
    ['gaps', '     '],
    ['single blanks', ' '],
  ])('names the figures of rows in words that no reader knows, their cells parted by %s', async (_, gap) => {
    const rows = [['Noget helt ukendt', '1.147', 'Bør fortsætte'], ['Noget andet', '1.750', 'Politisk valg'], ['I alt', '2.897']];
    const { lines } = await read(rows.map((row) => row.join(gap)).join('\n\n'));
    const { agreement } = await read('Intet');
    expect(account(agreement, lines).accounting.unaccounted.map(({ text }) => text)).toEqual(['1.147', '1.750', '2.897']);
  });

  it('takes no number of running text for a cell', async () => {
    const { lines } = await read('I 2025 fik 1.147 Aarhusianere støtte, og 2.750 nye kom til.\n\nOpgjort efter 1.500 besøg på stedet og mange breve');
    const { agreement } = await read('Intet');
    expect(account(agreement, lines).accounting.unaccounted).toEqual([]);
  });

  it('names hashes and letters in the place of digits, never a part of them', async () => {
    const { agreement, lines } = await read(PAPER);
    const damaged = lines.map((line) => (line.line === 9 ? { ...line, text: 'Kampagne 2025-2027 ######## 2,0 3,5' } : line.line === 11 ? { ...line, text: 'Natcafé 4,O 2,0 6,0' } : line));
    const { accounting } = account({ ...agreement, initiatives: [] }, damaged);
    expect(accounting.unaccounted.map(({ text }) => text)).toEqual(expect.arrayContaining(['########', '4,O']));
  });

  it('counts each number once: figures are the sum of their parts', async () => {
    for (const text of [PAPER, 'Intet', 'Kampagne 1,0 2,0 3,0\n\nNatcafé 1,0 2,0 3,0', '2 3 4\n\n5 %']) {
      const { accounting } = (await read(text)).agreement;
      if (accounting === undefined) throw new Error('No account');
      const { figures, inModel, inTables, inProse, inUnread, notMoney } = accounting;
      expect(inModel + inTables + inProse + inUnread + notMoney).toBe(figures);
    }
  });
});

it('an amount whose thousands plain blanks part is one figure of the text', async () => {
  const { agreement } = await read('Aftale om havne\n\nBeløbet er 1 250 000 kr., og 37 500 kr. går til maling.\n');
  expect(agreement).toMatchObject({ accounting: { inProse: 2, unaccounted: [] }, unread: [] });
});
