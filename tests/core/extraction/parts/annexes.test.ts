import { type Agreement } from '../../../../src/core/budget/agreement';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { reconcile } from '../../../../src/core/reconciliation/engine';
import { readText } from '../../../../src/readers/text';

async function read(lines: readonly string[]): Promise<Agreement> {
  const document = await readText('a.txt', new TextEncoder().encode(lines.join('\n')));
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

function alarmsOf(agreement: Agreement): string[] {
  return reconcile(agreement).filter(({ outcome, severity }) => outcome === 'differs' && severity !== 'info').map(({ message }) => message.en);
}

const HEADER = 'Mio. kr., 2027-pl 2027 2028 I alt';

describe('annexes behind tables with the same head', () => {
  const sheet = (number: number, title: string, total: string, ...rows: readonly string[]): string[] => ['', '', title, '', `Der afsættes ${total} mio. kr. i 2027-2028 til ordningen.`, '', `Tabel ${number}. ${title}`, '', HEADER, ...rows];
  const sheets = [
    ...sheet(1, 'Fyrvagter på Anholt', '3,5', 'I alt 1,5 2,0 3,5', 'Lønninger 1,0 1,0 2,0', 'Brændsel 0,5 1,0 1,5'),
    ...sheet(2, 'Diger ved Mandø', '4,5', 'I alt 2,0 2,5 4,5', 'Ler 1,5 2,0 3,5', 'Græs 0,5 0,5 1,0'),
  ];
  const overview = ['', HEADER, 'Fyrvagter på Anholt 1,5 2,0 3,5', 'Diger ved Mandø 2,0 2,5 4,5', 'I alt 3,5 4,5 8,0'];

  it.each([
    ['named as annexes are', ['', 'Bilag 1. Samlet økonomi']],
    ['under a heading that stands apart', ['', '', 'Samlet økonomi']],
  ])('the overview is a table of its own: %s', async (_, heading) => {
    const agreement = await read(['Aftale om kysterne 2027-2028', ...sheets, ...heading, ...overview]);
    expect(agreement.initiatives.map(({ title, components }) => [title, components.length])).toEqual([['Fyrvagter på Anholt', 2], ['Diger ved Mandø', 2]]);
    expect(agreement.totals.map(({ label }) => label)).toEqual(['I alt']);
    expect(agreement.accounting?.unaccounted).toEqual([]);
    expect(alarmsOf(agreement)).toEqual([]);
  });
});

describe('an annex of pools behind an overview', () => {
  it('grants parts of initiatives: its table is none of them', async () => {
    const agreement = await read([
      'Aftale om kysterne 2027-2028', '', 'Tabel 1. Oversigt over initiativer', '', HEADER, 'Fyrvagter på Anholt 3,0 3,0 6,0', 'Diger ved Mandø 2,5 2,5 5,0', 'I alt 5,5 5,5 11,0', '', '',
      'Bilag 1. Kriterier for ansøgningspuljer', '', 'Ansøgningspulje til fyrvagter på Anholt', '', 'Der afsættes 1,0 mio. kr. i 2027 og 1,0 mio. kr. i 2028 til ansøgningspuljen.', '', '',
      'Bilag 2. Puljer', '', 'Pulje (mio. kr.) 2027 2028 I alt', 'Ansøgningspulje til fyrvagter på Anholt 1,0 1,0 2,0', 'Ansøgningspulje til diger ved Mandø 0,5 0,5 1,0', 'Puljer i alt 1,5 1,5 3,0',
    ]);
    expect(agreement.initiatives.map(({ title }) => title)).toEqual(['Fyrvagter på Anholt', 'Diger ved Mandø']);
    expect(agreement.pools.map(({ title }) => title)).toEqual(['Ansøgningspulje til fyrvagter på Anholt']);
    expect(agreement.tables.flatMap(({ rows }) => rows.map(({ label }) => label))).toEqual(['Ansøgningspulje til fyrvagter på Anholt', 'Ansøgningspulje til diger ved Mandø', 'Puljer i alt']);
    expect(alarmsOf(agreement)).toEqual([]);
  });
});
