import { type Agreement } from '../../../../src/core/budget/agreement';
import { type Cell } from '../../../../src/core/budget/table';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { amountToNumber } from '../../../../src/core/money/amount';
import { htmlToDocument } from '../../../../src/readers/html/read-html';
import { textToDocument } from '../../../../src/readers/text';

async function readHtml(html: string): Promise<Agreement> {
  const document = await htmlToDocument('tabel.html', html);
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

async function readText(text: string): Promise<Agreement> {
  const document = await textToDocument('tabel.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

function print(cell: Cell): number | string | null {
  if (cell.kind === 'amount') return amountToNumber(cell.amount);
  if (cell.kind === 'nil') return '-';
  return cell.kind === 'blank' ? null : cell.text;
}

/** Every initiative as its groups, title and cells. */
function rowsOf(agreement: Agreement): unknown[] {
  return agreement.initiatives.map((one) => [...one.group, one.title, ...(one.total?.cells ?? []).map(print)]);
}

function table(...rows: string[][]): string {
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}

describe('any other table', () => {
  it('reads columns without years as amounts and keeps words beside them', async () => {
    const agreement = await readHtml(table(['Område', 'Drift mio. kr.', 'Anlæg mio. kr.', 'Bemærkning'], ['Havne', '1,5', '-', 'Ny kaj'], ['Fyr', '2,0', '0,5', '']));
    expect(agreement.initiatives[0]?.columns.map((column) => column.kind)).toEqual(['amount', 'amount', 'text']);
    expect(rowsOf(agreement)).toEqual([['Havne', 1.5, '-', 'Ny kaj'], ['Fyr', 2, 0.5, null]]);
  });

  it('takes the one column of amounts as the total', async () => {
    const agreement = await readHtml(table(['Forening', 'Tilskud i kr.'], ['Sejlklubben', '125.000'], ['Roklubben', '85.500']));
    expect(agreement.initiatives[0]?.columns.map((column) => column.kind)).toEqual(['total']);
    expect(agreement.unit).toBe('kr.');
  });

  it('reads every notation of a negative amount', async () => {
    const agreement = await readHtml(table(['1.000 kr.', '2026', '2027', '2028', '2029', '2030'], ['Gebyrer', '-10', '–20', '−30', '(40)', '50-']));
    expect(rowsOf(agreement)).toEqual([['Gebyrer', -10, -20, -30, -40, -50]]);
  });

  it('joins merged header cells and heads rows with merged labels by their group', async () => {
    const agreement = await readHtml(
      '<table><tr><th rowspan="2">Ministerium</th><th rowspan="2">Mio. kr.</th><th>Budget</th><th colspan="2">Overslag</th></tr><tr><th>2026</th><th>2027</th><th>2028</th></tr>' +
        '<tr><td rowspan="2">Kulturministeriet</td><td>Lygten<sup>1</sup></td><td>1,0</td><td>2,0</td><td></td></tr><tr><td>Solsiden</td><td>–</td><td>0,5</td><td>1,0</td></tr>' +
        '<tr><td colspan="2">I alt</td><td>1,0</td><td>2,5</td><td>1,0</td></tr></table>',
    );
    expect(rowsOf(agreement)).toEqual([['Kulturministeriet', 'Lygten', 1, 2, null], ['Kulturministeriet', 'Solsiden', '-', 0.5, 1]]);
    expect(agreement.initiatives[0]?.columns.map((column) => (column.kind === 'year' ? [column.basis, column.year] : column.kind))).toEqual([['Budget', 2026], ['Overslag', 2027], ['Overslag', 2028]]);
    expect(agreement.initiatives[0]?.total?.footnotes).toEqual(['¹']);
    expect(agreement.totals.map((total) => [total.label, ...total.row.cells.map(print)])).toEqual([['I alt', 1, 2.5, 1]]);
  });

  it('tells sums by arithmetic where no label does', async () => {
    const agreement = await readHtml(table(['Mio. kr.', '2026', '2027'], ['Museer', '4,5', '4,0'], ['Biblioteker', '10,5', '11,0'], ['Kultur', '15,0', '15,0']));
    expect(agreement.initiatives.map((one) => one.title)).toEqual(['Museer', 'Biblioteker']);
    expect(agreement.totals.map((total) => [total.label, total.group])).toEqual([['Kultur', []]]);
  });

  it('nests subtotals of several levels', async () => {
    const agreement = await readHtml(
      table(['Mio. kr.', '2026', '2027'], ['Skoler', '1,0', '2,0'], ['Klubber', '1,0', '1,5'], ['Børn i alt', '2,0', '3,5'], ['Pleje', '3,0', '1,0'], ['Træning', '1,0', '1,0'], ['Ældre i alt', '4,0', '2,0'], ['Velfærd i alt', '6,0', '5,5'], ['Veje', '1,0', '1,0'], ['Broer', '1,0', '2,0'], ['Teknik i alt', '2,0', '3,0'], ['I alt', '8,0', '8,5']),
    );
    expect(agreement.initiatives.map((one) => [...one.group, one.title])).toEqual([['Velfærd', 'Børn', 'Skoler'], ['Velfærd', 'Børn', 'Klubber'], ['Velfærd', 'Ældre', 'Pleje'], ['Velfærd', 'Ældre', 'Træning'], ['Teknik', 'Veje'], ['Teknik', 'Broer']]);
    expect(agreement.totals.map((total) => total.group)).toEqual([['Velfærd', 'Børn'], ['Velfærd', 'Ældre'], ['Velfærd'], ['Teknik'], []]);
  });

  it('keeps two tables apart, each with its own unit and total', async () => {
    const one = table(['Mio. kr.', '2026', '2027'], ['Færger', '1,0', '2,0'], ['I alt', '1,0', '2,0']);
    const other = table(['1.000 kr.', '2026', '2027'], ['Broer', '500', '700'], ['I alt', '500', '700']);
    const agreement = await readHtml(`<p>Tabel 1. Skibe</p>${one}<p>Tekst imellem tabellerne.</p><p>Tabel 2. Veje</p>${other}`);
    expect(agreement.initiatives.map((row) => [...row.group, row.title, row.unit])).toEqual([['Skibe', 'Færger', 'mio. kr.'], ['Veje', 'Broer', '1.000 kr.']]);
    expect(agreement.totals.map((total) => total.group)).toEqual([['Skibe'], ['Veje']]);
  });

  it('reads columns that blanks align, shares and signs behind included', async () => {
    const agreement = await readText(['1.000 kr.        I alt    2026    2027   Andel', 'Skoler           2.000   1.000   1.000    80 %', 'Gebyrer            500     550     50-    20 %', 'Samlet           2.500   1.550     950   100 %'].join('\n'));
    expect(rowsOf(agreement)).toEqual([['Skoler', 2000, 1000, 1000, '80 %'], ['Gebyrer', 500, 550, -50, '20 %']]);
    expect(agreement.totals).toHaveLength(1);
  });

  it('leaves a cell empty where aligned columns have nothing', async () => {
    const agreement = await readText(['Mio. kr.         2026    2027    2028', 'Havnen            1,0             2,0', 'Fyret                     0,5', 'Kajen             1,0     1,0     1,0', 'Molen             2,0     1,0     1,0'].join('\n'));
    expect(rowsOf(agreement).slice(0, 2)).toEqual([['Havnen', 1, null, 2], ['Fyret', null, 0.5, null]]);
  });

  it('reports figures whose columns nothing names, and reads none of them', async () => {
    const agreement = await readHtml(table(['Havnen', '1,0', '2,0'], ['Fyret', '3,0', '4,0']));
    expect(agreement.initiatives).toEqual([]);
    expect(agreement.unread.map(({ text, reason }) => [text, reason])).toEqual([['Havnen 1,0 2,0', 'table-not-understood'], ['Fyret 3,0 4,0', 'table-not-understood']]);
  });

  it('leaves a table of words in the running text', async () => {
    const agreement = await readHtml(`<table><tr><td>Formål</td><td>Der afsættes 2,5 mio. kr. i 2026 til havnen.</td></tr><tr><td>Målgruppe</td><td>Sejlere</td></tr></table>`);
    expect(agreement.tables).toEqual([]);
    expect(agreement.mentions.map((mention) => amountToNumber(mention.amount))).toEqual([2.5]);
  });
});

it('a row with one amount where the table has several columns is reported, not taken for a heading', async () => {
  const { initiatives, unread } = await readText('Tabel 1. Tilskud\n\nMio. kr. 2026 2027 I alt\nDrift 1,0 2,0 3,0\nRådgivning 3,0\nI alt 4,0 2,0 6,0\n');
  expect(initiatives.map(({ title }) => title)).toEqual(['Drift']);
  expect(unread).toMatchObject([{ text: 'Rådgivning 3,0', reason: 'cell-count' }]);
});

describe('sums above their rows in a table whose total stands below', () => {
  const HEADER = 'Aftale om havne og kyster\n\nMio. kr., 2027-pl 2027 2028\n\n';
  const GROUPS = '1. Havne 3,0 5,0\n- Broer 1,0 2,0\n- Fyr 2,0 3,0\n2. Kyster 4,0 6,5\n- Diger - 2,5\n- Sand 1,0 1,0\n- Sten 3,0 3,0\n';

  it('head their groups, and what follows a total is no part of them', async () => {
    const agreement = await readText(`${HEADER}${GROUPS}Udgifter i alt 7,0 11,5\n3. Finansiering\n- Afgifter -6,0 -10,0\n- Reserve -1,0 -1,5\nFinansiering i alt -7,0 -11,5\nBalance 0,0 0,0\n`);
    expect(rowsOf(agreement)).toEqual([
      ['Udgifter i alt', '1. Havne', '- Broer', 1, 2],
      ['Udgifter i alt', '1. Havne', '- Fyr', 2, 3],
      ['Udgifter i alt', '2. Kyster', '- Diger', '-', 2.5],
      ['Udgifter i alt', '2. Kyster', '- Sand', 1, 1],
      ['Udgifter i alt', '2. Kyster', '- Sten', 3, 3],
      ['Finansiering', '- Afgifter', -6, -10],
      ['Finansiering', '- Reserve', -1, -1.5],
      ['Balance', 0, 0],
    ]);
  });

  it('are told with one total at the end', async () => {
    const agreement = await readText(`${HEADER}${GROUPS}I alt 7,0 11,5\n`);
    expect(rowsOf(agreement).map((row) => (row as unknown[])[0])).toEqual(['1. Havne', '1. Havne', '2. Kyster', '2. Kyster', '2. Kyster']);
    expect(agreement.totals.map((total) => [total.label, total.group])).toEqual([['1. Havne', ['1. Havne']], ['2. Kyster', ['2. Kyster']], ['I alt', []]]);
  });

  it('are rows with parts where not every row stands under one', async () => {
    const agreement = await readText(`${HEADER}Skibe 9,0 9,0\n${GROUPS}I alt 16,0 20,5\n`);
    expect(agreement.initiatives.map((one) => [one.title, one.components.length])).toEqual([['Skibe', 0], ['1. Havne', 2], ['2. Kyster', 3]]);
  });
});

it('tables with the same caption are told apart by their numbers, else by their order', async () => {
  const rows = (amount: string) => `Mio. kr., 2027-pl 2027 2028\n\nBroer ${amount} 1,0\n\nFyr 2,0 3,0\n\n`;
  const groupsOf = (agreement: Agreement) => agreement.initiatives.map((one) => one.group);
  const numbered = await readText(`Budgetaftale\n\nTabel 1. Ændringer\n\n${rows('1,0')}Tabel 2. Ændringer\n\n${rows('4,0')}`);
  expect(groupsOf(numbered)).toEqual([['Tabel 1: Ændringer'], ['Tabel 1: Ændringer'], ['Tabel 2: Ændringer'], ['Tabel 2: Ændringer']]);
  const alike = await readText(`Budgetaftale\n\nTabel 1. Ændringer\n\n${rows('1,0')}Tabel 1. Ændringer\n\n${rows('4,0')}`);
  expect(groupsOf(alike)).toEqual([['Tabel 1: Ændringer (1)'], ['Tabel 1: Ændringer (1)'], ['Tabel 1: Ændringer (2)'], ['Tabel 1: Ændringer (2)']]);
});

it('notes under a table go to the rows that bear their marks', async () => {
  const agreement = await readText('Budgetaftale\n\nMio. kr., 2027-pl 2027 2028\n\nBroer* 1,0 1,0\n\nFyr** 2,0 3,0\n\nSand 2,0* 3,0\n\nSkibe 1,0 1,0\n\nAnm.: Beløb er afrundet. *Beløbet er bet-\ninget af medfinansiering. **Heraf går 0,5 mio. kr. til lamper.\n');
  expect(agreement.initiatives.map((one) => one.notes)).toEqual([['*Beløbet er betinget af medfinansiering.'], ['**Heraf går 0,5 mio. kr. til lamper.'], ['*Beløbet er betinget af medfinansiering.'], []]);
});

describe('a row of plain text with a word in place of a figure', () => {
  const table = (between: string, broken: string, end = ''): string => ['Notat om tilskud', '', 'Tabel 2', 'Mio. kr.', `Kommune${between}2026${between}2027`, `Odense${between}12,0${between}8,5`, broken, `Aarhus${between}24,0${between}9,0`, end, '', 'Mere tekst her.'].join('\n');

  it('is read where tabs part its cells', async () => {
    expect(rowsOf(await readText(table('\t', 'Aalborg\t8,0\tukendt', 'Vejle\tukendt\t2,0')))).toEqual([
      ['Odense', 12, 8.5],
      ['Aalborg', 8, 'ukendt'],
      ['Aarhus', 24, 9],
      ['Vejle', 'ukendt', 2],
    ]);
  });

  it('is reported where nothing tells its cells apart, in the table and at its end', async () => {
    const agreement = await readText(table(' ', 'Aalborg 8,0 nærmere', 'Vejle 1.200,5 oplyses senere'));
    expect(rowsOf(agreement).map((row) => (row as unknown[]).slice(-3))).toEqual([['Odense', 12, 8.5], ['Aarhus', 24, 9]]);
    expect(agreement.unread.map(({ text, reason, position }) => [text, reason, position.line])).toEqual([['Aalborg 8,0 nærmere', 'cell-count', 7], ['Vejle 1.200,5 oplyses senere', 'cell-count', 9]]);
  });

  it('is none where the figure is an amount of a heading or a note', async () => {
    const agreement = await readText(table(' ', 'Kommuner med over 1,5 mio. kr. i alt'));
    expect(agreement.unread).toEqual([]);
  });
});
