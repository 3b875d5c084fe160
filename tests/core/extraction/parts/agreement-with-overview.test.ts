import { type Agreement } from '../../../../src/core/budget/agreement';
import { type Cell } from '../../../../src/core/budget/table';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { amountToNumber } from '../../../../src/core/money/amount';
import { textToDocument } from '../../../../src/readers/text';

async function read(text: string): Promise<Agreement> {
  const document = await textToDocument('aftale.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

function print(cell: Cell): number | string {
  return cell.kind === 'amount' ? amountToNumber(cell.amount) : cell.kind;
}

/** Every initiative as its groups, title, cells and the amounts of its lead. */
function rowsOf(agreement: Agreement): unknown[] {
  return agreement.initiatives.map((one) => [...one.group, one.title, (one.total?.cells ?? []).map(print), one.stated.flatMap((stated) => (stated.role === 'lead' ? [amountToNumber(stated.amount)] : []))]);
}

const SECTION = 'Havnene har i dag for lidt plads til de 1.200 både, der kommer hvert år.';

function section(title: string, grant: string): string {
  return `${title}\n\n${SECTION}\n\n${grant}\n\n`;
}

const SECTIONS =
  section('Nye broer', 'Der afsættes i alt 3,0 mio. kr. til initiativet i perioden 2027-2028.') +
  section('Fyrtårne', 'Der afsættes i alt 5,0 mio. kr. til initiativet i perioden 2027-2028.') +
  section('Sejlerskole', 'Der afsættes i alt 2,5 mio. kr. til initiativet i 2028.') +
  section('Lodseri', 'Der afsættes i alt 1,5 mio. kr. til initiativet i perioden 2027-2028.');

const HEADER = 'Mio. kr., 2027-pl 2027 2028 I alt\n\n';

describe('agreements with an overview', () => {
  it('take a table for one whose rows the headings repeat, where the grants stand behind other sentences of their lines', async () => {
    const agreement = await read(`Aftale om havne\n\nNye broer\n\n${SECTION} Der afsættes 1,0 mio. kr. i 2027 og 2,5 mio. kr. i 2028 til initiativet.\n\nFyrtårne\n\n${SECTION} Der afsættes 2,0 mio. kr. i 2027 og 3,0 mio. kr. i 2028 til initiativet.\n\nTabel 1. Oversigt\n\n${HEADER}Nye broer 1,0 2,0 3,0\n\nFyrtårne 2,0 3,0 5,0\n\nI alt 3,0 5,0 8,0\n`);
    expect(rowsOf(agreement)).toEqual([['Nye broer', [1, 2, 3], [1, 2.5]], ['Fyrtårne', [2, 3, 5], [2, 3]]]);
  });

  it('go on behind the head that a table prints again as continued', async () => {
    const rows = (numbers: string[]) => numbers.join('\n\n');
    for (const again of [`Tabel 1 (fortsat)\n\n${HEADER}`, `Tabel 1 (fortsat)\n\nOversigt\n\n${HEADER}`, 'Tabel 1 (fortsat)\n\n', 'Tabel 1, fortsat\n\n']) {
      const table = `Tabel 1\n\nOversigt\n\n${HEADER}I alt 5,0 7,0 12,0\n\n${rows(['Broer i alt 3,0 5,0 8,0', 'Nye broer 1,0 2,0 3,0', 'Fyrtårne 2,0 3,0 5,0'])}\n\n\n\n${again}${rows(['Skole i alt 2,0 2,0 4,0', 'Sejlerskole - 2,5 2,5', 'Lodseri 1,0 0,5 1,5'])}\n`;
      const agreement = await read(`Aftale om havne 2027-2028\n\n${SECTIONS}${table}`);
      expect(rowsOf(agreement)).toEqual([
        ['Broer', 'Nye broer', [1, 2, 3], [3]],
        ['Broer', 'Fyrtårne', [2, 3, 5], [5]],
        ['Skole', 'Sejlerskole', ['nil', 2.5, 2.5], [2.5]],
        ['Skole', 'Lodseri', [1, 0.5, 1.5], [1.5]],
      ]);
    }
  });

  it('are known by the titles that rows and sections share, and their groups by arithmetic', async () => {
    const table = `${HEADER}I alt 4,0 8,0 12,0\n\nKyster 3,0 5,0 8,0\n\nNye broer 1,0 2,0 3,0\n\nFyrtårne 2,0 3,0 5,0\n\nFarvande 1,0 3,0 4,0\n\nSejlerskole - 2,5 2,5\n\nLodseri 1,0 0,5 1,5\n`;
    const agreement = await read(`Aftale om havne 2027-2028\n\n${SECTIONS}${table}`);
    expect(agreement.document.layout).toBe('agreement-with-overview');
    expect(rowsOf(agreement)).toEqual([
      ['Kyster', 'Nye broer', [1, 2, 3], [3]],
      ['Kyster', 'Fyrtårne', [2, 3, 5], [5]],
      ['Farvande', 'Sejlerskole', ['nil', 2.5, 2.5], [2.5]],
      ['Farvande', 'Lodseri', [1, 0.5, 1.5], [1.5]],
    ]);
    expect(agreement.totals.map((total) => [total.label, total.group])).toEqual([['I alt', []], ['Kyster', ['Kyster']], ['Farvande', ['Farvande']]]);
  });

  it('state totals in words of their own, and year by year', async () => {
    const sections =
      section('Nye broer', 'Der afsættes 1,0 mio. kr. i 2027 og 2,0 mio. kr. i 2028 til flere broer og bolværker.') +
      section('Fyrtårne', 'Med aftalen om kyster blev der afsat 5,0 mio. kr. i 2025 til fyr. Partierne afsætter 4,8 mio. kr. i perioden 2027-2028 til lys i alle fyr.') +
      section('Sejlerskole', 'Der afsættes 0,5 mio. kr. i 2028 til både. Der afsættes i alt 2,5 mio. kr. i 2028 til en ny skole.') +
      section('Lodseri', 'Der afsættes 1,0 mio. kr. i 2028 til en ansøgningspulje.');
    const table = `${HEADER}Nr. 1-4\n\nI alt 4,0 8,0 12,0\n\nNye broer 1,0 2,0 3,0\n\nFyrtårne 2,0 3,0 5,0\n\nSejlerskole - 2,5 2,5\n\nLodseri 1,0 0,5 1,5\n`;
    const agreement = await read(`Aftale om havne 2027-2028\n\n${sections}${table.replace('Nr. 1-4\n\n', '')}`);
    expect(agreement.document.layout).toBe('agreement-with-overview');
    expect(rowsOf(agreement).map((row) => (row as unknown[]).at(-1))).toEqual([[1, 2], [4.8], [2.5], []]);
  });

  it.each([
    ['above', 'Hav i alt 3,0 5,0 8,0\n\nKyststyrelsen i alt 1,0 2,0 3,0\n\nNye broer 1,0 2,0 3,0\n\nFyrvæsenet i alt 2,0 3,0 5,0\n\nFyrtårne 2,0 3,0 5,0\n\nLand i alt 1,0 3,0 4,0\n\nSkolestyrelsen i alt 1,0 3,0 4,0\n\nSejlerskole - 2,5 2,5\n\nLodseri 1,0 0,5 1,5\n\nI alt 4,0 8,0 12,0\n'],
    ['below', 'Nye broer 1,0 2,0 3,0\n\nKyststyrelsen i alt 1,0 2,0 3,0\n\nFyrtårne 2,0 3,0 5,0\n\nFyrvæsenet i alt 2,0 3,0 5,0\n\nHav i alt 3,0 5,0 8,0\n\nSejlerskole - 2,5 2,5\n\nLodseri 1,0 0,5 1,5\n\nSkolestyrelsen i alt 1,0 3,0 4,0\n\nLand i alt 1,0 3,0 4,0\n\nI alt 4,0 8,0 12,0\n'],
  ])('have named totals of two ranks %s their rows, with a slip in one or none', async (_place, rows) => {
    for (const table of [rows, rows.replace('Land i alt 1,0 3,0 4,0', 'Land i alt 1,0 3,1 4,1')]) {
      const agreement = await read(`Aftale om havne 2027-2028\n\n${SECTIONS}${HEADER}${table}`);
      expect(agreement.initiatives.map((one) => [...one.group, one.title])).toEqual([
        ['Hav', 'Kyststyrelsen', 'Nye broer'],
        ['Hav', 'Fyrvæsenet', 'Fyrtårne'],
        ['Land', 'Skolestyrelsen', 'Sejlerskole'],
        ['Land', 'Skolestyrelsen', 'Lodseri'],
      ]);
      expect(new Set(agreement.totals.map((total) => total.group.join('/')))).toEqual(new Set(['', 'Hav', 'Hav/Kyststyrelsen', 'Hav/Fyrvæsenet', 'Land', 'Land/Skolestyrelsen']));
    }
  });

  it('list years in the sentence of their total', async () => {
    const sections = SECTIONS.replace('Der afsættes i alt 3,0 mio. kr. til initiativet i perioden 2027-2028.', 'Der afsættes 1,0 mio. kr. i 2027, 1,0 mio. kr. i 2028, 0,5 mio. kr. i 2029 og 0,5 mio. kr.\nårligt i 2030-2031 til initiativet.');
    const agreement = await read(`Aftale om havne 2027-2028\n\n${sections}${HEADER}I alt 4,0 8,0 12,0\n\nNye broer 1,0 2,0 3,0\n\nFyrtårne 2,0 3,0 5,0\n\nSejlerskole - 2,5 2,5\n\nLodseri 1,0 0,5 1,5\n`);
    expect((rowsOf(agreement)[0] as unknown[]).at(-1)).toEqual([1, 1, 0.5, 0.5]);
  });

  it('have a title that goes on over the empty lines between all lines', async () => {
    const agreement = await read(`Aftale om havne på kyst-, ø- og\n\nfjordområdet 2027-2028\n\nPartierne har aftalt følgende.\n\n${SECTIONS}${HEADER}I alt 3,0 5,0 8,0\n\nNye broer 1,0 2,0 3,0\n\nFyrtårne 2,0 3,0 5,0\n`);
    expect(agreement.title).toBe('Aftale om havne på kyst-, ø- og fjordområdet 2027-2028');
  });
});

it('a line of text that ends in an amount and a year heads no table', async () => {
  const agreement = await read('Redegørelse om havne\n\nRammen hæves fra 4,5 mio. kr. i 2027 til 6,7 mio. kr. i 2029.\n\nLodseriet kostede mere end ventet, nemlig 12,5 mio. kr. i 2028\n\nVentetiden på en lods varierer i dag fra 1 til 2\n');
  expect([agreement.document.layout, agreement.initiatives.length]).toEqual(['report', 0]);
});
