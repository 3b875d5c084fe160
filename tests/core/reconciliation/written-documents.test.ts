import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { textToDocument } from '../../../src/readers/text';

/** What a document's own text gives rise to: "rule | initiative | column" of every finding that is no information. */
async function findingsOf(text: string): Promise<string[]> {
  const document = await textToDocument('aftale.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return reconcile(extractAgreement(document.value))
    .filter((check) => check.outcome === 'differs' && check.severity !== 'info')
    .map((check) => `${check.rule} | ${check.initiative ?? ''} | ${check.place.column ?? ''}`);
}

function overview(sections: string, rows: string): string {
  return `
Aftale om udmøntning af havnereserven 2026-2028

Partierne er enige om at udmønte havnereserven.

Havneministeriet

Moler

${sections}

Bilag 1. Økonomi

Tabel 1
Aftale om udmøntning af havnereserven 2026-2028

Nr. Mio. kr., 2026-pl 2026 2027 2028 I alt

${rows}
`;
}

/** Two initiatives of which the first is the one in question. */
function agreement(lead: string, row: string, total: string): string {
  return overview(
    `Lygter på molen
Lygterne er slukket.

${lead}

Både til øerne
Øerne har ingen både.

Der afsættes i alt 6,0 mio. kr. til initiativet i perioden 2026-2028.`,
    `I alt ${total}

Havneministeriet i alt ${total}

Moler

1 Lygter på molen ${row}

2 Både til øerne 2,0 2,0 2,0 6,0`,
  );
}

function sheet(title: string, lead: string, economy: string, row: string): string {
  return `${title}

${lead}

Baggrund og indhold
Lygterne er slukket.

Økonomi
${economy}

Tabel 1

${title}

Mio. kr., 2026-pl 2026 2027 2028 I alt

I alt ${row}

Lygter ${row}



`;
}

describe('leads of documents', () => {
  it.each([
    ['an annual amount', 'Der afsættes 8,0 mio. kr. årligt til initiativet i perioden 2026-2028.', '8,0 8,0 8,0 24,0', '10,0 10,0 10,0 30,0'],
    ['amounts of several periods', 'Der afsættes 2,0 mio. kr. i 2026 og 3,0 mio. kr. årligt fra 2027 til 2028 til initiativet.', '2,0 3,0 3,0 8,0', '4,0 5,0 5,0 14,0'],
    ['an amount of which a part is named', 'Der afsættes i alt 9,0 mio. kr. til initiativet i perioden 2026-2028, heraf 1,0 mio. kr. til drift.', '3,0 3,0 3,0 9,0', '5,0 5,0 5,0 15,0'],
    ['money saved', 'Der frigøres 5,0 mio. kr. i 2027-2028 ved fælles udbud.', '- -2,0 -3,0 -5,0', '2,0 - -1,0 1,0'],
    ['a number broken behind its comma', 'Der afsættes i alt 7,\n5 mio. kr. til initiativet i perioden 2026-2028.', '2,5 2,5 2,5 7,5', '4,5 4,5 4,5 13,5'],
  ])('%s agrees with the overview', async (_, lead, row, total) => {
    expect(await findingsOf(agreement(lead, row, total))).toEqual([]);
  });

  it.each([
    ['an annual amount', 'Der afsættes 8,0 mio. kr. årligt til initiativet i perioden 2026-2028.', '8,0 9,0 8,0 25,0', '10,0 11,0 10,0 31,0', ['overview-tie-out | Lygter på molen | 2027']],
    ['amounts of several periods', 'Der afsættes 2,0 mio. kr. i 2026 og 3,0 mio. kr. årligt fra 2027 til 2028 til initiativet.', '3,0 3,0 3,0 9,0', '5,0 5,0 5,0 15,0', ['overview-tie-out | Lygter på molen | total']],
    ['an amount of which a part is named', 'Der afsættes i alt 9,0 mio. kr. til initiativet i perioden 2026-2028, heraf 1,0 mio. kr. til drift.', '3,0 4,0 3,0 10,0', '5,0 6,0 5,0 16,0', ['overview-tie-out | Lygter på molen | total']],
    ['money saved', 'Der frigøres 5,0 mio. kr. i 2027-2028 ved fælles udbud.', '- -2,0 -4,0 -6,0', '2,0 - -2,0 -', ['overview-tie-out | Lygter på molen | total']],
    ['a grant that the table prints with a minus', 'Der afsættes i alt 5,0 mio. kr. til initiativet i perioden 2027-2028.', '- -2,0 -3,0 -5,0', '2,0 - -1,0 1,0', ['overview-tie-out | Lygter på molen | total']],
  ])('%s that the overview contradicts is found', async (_, lead, row, total, findings) => {
    expect(await findingsOf(agreement(lead, row, total))).toEqual(findings);
  });

  it('of sheets: several periods, years of their own, money saved', async () => {
    const text = [
      sheet('Lygter på molen', 'Der afsættes 1,0 mio. kr. i 2026 og 2,5 mio. kr. årligt i 2027-2028 til lygter.', 'Der afsættes i alt 6,0 mio. kr. til initiativet, jf. tabel 1.', '1,0 2,5 2,5 6,0'),
      sheet('Både til øerne', 'Der afsættes 1,0 mio. kr. i 2026, 2,0 mio. kr. i 2027 og 3,0 mio. kr. i 2028 til både.', 'Der afsættes i alt 6,0 mio. kr. til initiativet, jf. tabel 1.', '1,0 2,0 3,0 6,0'),
      sheet('Fælles tovværk', 'Der spares i alt 5,0 mio. kr. i 2027-2028 ved fælles indkøb.', 'Der spares i alt 5,0 mio. kr. på initiativet, jf. tabel 1.', '- -2,0 -3,0 -5,0'),
    ].join('');
    expect(await findingsOf(text)).toEqual([]);
  });
});

describe('findings of written documents', () => {
  it.each([
    ['to-aftaler.txt', []],
    ['engelsk-oversigt.txt', []],
    ['tabeller-antal.txt', []],
    ['skemaer-puljer.txt', []],
    ['oversigt-temaer-kun-i-prosa.txt', []],
    ['oversigt-puljer.txt', ['pool-within-initiative | Åbne værksteder | 2026']],
  ])('%s', async (name, findings) => {
    expect(await findingsOf(readFileSync(join(__dirname, '../../cases/documents', name), 'utf8'))).toEqual(findings);
  });

  it('of an agreement whose themes stand in the prose only: a wrong total, period and year', async () => {
    const text = readFileSync(join(__dirname, '../../cases/documents/oversigt-temaer-kun-i-prosa.txt'), 'utf8');
    const wrong = text.replace('årligt i 2025-2026 til', 'årligt i 2025-2027 til').replace('Stier og shelters 4,0 5,0 5,0', 'Stier og shelters 4,0 6,0 4,0').replace('i alt 12,6 mio. kr.', 'i alt 16,2 mio. kr.');
    expect(await findingsOf(wrong)).toEqual([
      'overview-tie-out | Stier og shelters | 2025',
      'overview-tie-out | Stier og shelters | 2026',
      'overview-tie-out | Stier og shelters | 2027',
      'period-tie-out | Stier og shelters | ',
      'overview-tie-out | Digelaug | total',
      'group-footing |  | 2025',
      'group-footing |  | 2026',
    ]);
  });

  it('of two agreements in one file: each total foots with its own rows', async () => {
    const text = readFileSync(join(__dirname, '../../cases/documents/to-aftaler.txt'), 'utf8');
    const wrong = text.replace('Forsyningsministeriet i alt 2,0 6,5', 'Forsyningsministeriet i alt 2,0 9,5');
    expect(wrong).not.toBe(text);
    expect(await findingsOf(wrong)).toContain('group-footing |  | 2025');
  });
});

/** A stored document of our own, a slip put into it where one is wanted. */
function stored(name: string, printed = '', slip = ''): string {
  const text = readFileSync(join(__dirname, '../../cases/documents', `${name}.txt`), 'utf8');
  if (!text.includes(printed)) throw new Error(`${name} does not print ${printed}`);
  return text.replace(printed, slip);
}

describe('stored documents', () => {
  it.each(['ark-to-tabeller', 'ark-noter-i-parentes', 'ark-initiativnumre', 'skemaer-delnumre', 'tabeller-samme-raekker', 'tabel-total-til-sidst', 'tabel-aar-samlet', 'tabel-tusinder-og-streger', 'tabel-overslagsaar', 'tabel-indtaegter-udgifter', 'to-aftaler-den-ene-kort', 'tabel-kroner-i-celler', 'tabel-udgifter-og-finansiering', 'tabel-ukendte-beloeb', 'tabel-ansoegt-og-bevilget', 'tabel-afsnitsnumre', 'tabel-streger-uden-kant', 'skemaer-bogstavnumre'])(
    'nothing is wrong with %s',
    async (name) => {
      expect(await findingsOf(stored(name))).toEqual([]);
    },
  );

  it.each([
    ['ark-to-tabeller', 'Der afsættes i alt 45,0 mio. kr. til', 'Der afsættes i alt 46,0 mio. kr. til', ['economy-total-tie-out | Styrket beredskab i Nordsøen | total']],
    ['tabel-total-til-sidst', '1,65', '1,95', ['group-footing |  | 2029']],
    ['tabel-aar-samlet', '1,2    0,4    0,4    0,4     2,4', '1,2    0,4    0,4    0,4     3,4', ['row-cross-footing | Staten | total', 'group-footing |  | total']],
    ['tabel-udgifter-og-finansiering', 'Afgifter              -40,0', 'Afgifter              -45,0', ['group-footing |  | 2027']],
    ['tabel-kroner-i-celler', 'kr.   470.000', 'kr.   479.000', ['group-footing |  | 2028']],
    ['tabel-ukendte-beloeb', 'Østø Lufthavn\t4,0', 'Østø Lufthavn\t4,5', ['row-cross-footing | Østø Lufthavn | total', 'group-footing |  | 2026']],
    ['udloeb-henvisning', '', '', ['table-reference-tie-out |  | total', 'recommendation-tie-out | Cykelpakke 2 | ']],
    ['ark-romertal', '', '', ['economy-total-tie-out | Naturpark ved Lille Vildmose øst | total', 'period-tie-out | Vilde bier | ']],
  ])('the slip in %s is found: %s', async (name, printed, slip, findings) => {
    expect((await findingsOf(stored(name, printed, slip))).sort()).toEqual([...findings].sort());
  });
});
