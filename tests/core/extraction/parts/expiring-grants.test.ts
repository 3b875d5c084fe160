import { type Agreement } from '../../../../src/core/budget/agreement';
import { totalCell } from '../../../../src/core/budget/cells';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { amountToNumber } from '../../../../src/core/money/amount';
import { textToDocument } from '../../../../src/readers/text';

/** A paper in the layout of a municipal committee, with every way in which its rows wrap. Invented. */
const PAPER = `
Bevillinger på Havneudvalgets ramme som
udløber til Budget 2031

Udvalget har bevillingsudløb i 2031 for 9,8 mio. kr., jf. ta-

bel 1 nedenfor. Forvaltningen vurderer, at 2 bevillingsudløb bør videreføres. Hertil

er der 1 bevillingsudløb, der ikke anbefales videreført i sin nuværende form. Dertil

er der to bevillingsudløb, der er kategoriseret som værende politiske.


Tabel 1. Bevillinger som udløber ved udgangen af 2031

Bevillinger som udløber ved udgangen af 2031
Beløb som ud-

løber (2031-pl)
1.000 kr.

Forvaltningens
Anbefaling

Natteliv på molen 4.250 Bør videreføres

Øget fokus på tidlig opsporing af rust og målrettet støtte til bå-
de med huller

2.640 Bør videreføres

Sejlerskole for unge* 355
Politisk

3. februar 2030
 Fyrmesterordningen (tværgående aktivitet placeret i havn og
by)

1.246 Politisk

Prøvesejlads for begyndere (pilot-
projekt)
1.309
Ikke relevant at vide-
reføre.

Bevillingsudløb 2031 i alt 9.800

* Bevillingsudløbet vil fremgå af en anden liste.


Natteliv på molen (budget 2027)

Indsats og effekt

Der er i budget 2027 afsat 670.000 kr. i 2027 og 330.00 kr. i 2028 til
lygter.

Konsekvens af bevillingsudløb

Bevillingsudløbet er kategoriseret som bør videreføres.

Fyrmesterordningen (budget

2027)

Indsats og effekt

Ordningen koster 1,2 mio. kr. årligt.

Konsekvens af et bevillingsudløb

Bevillingsudløbet er kategoriseret som bør videreføres.
`;

async function readPaper(text: string): Promise<Agreement> {
  const document = await textToDocument('udløb.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

describe('papers on expiring grants', () => {
  it('read labels, amounts and recommendations in every way in which they wrap', async () => {
    const agreement = await readPaper(PAPER);
    expect(agreement.document.layout).toBe('expiring-grants');
    expect(agreement.title).toBe('Bevillinger på Havneudvalgets ramme som udløber til Budget 2031');
    expect([agreement.unit, agreement.priceLevel]).toEqual(['1.000 kr.', '2031-pl']);
    const rows = agreement.initiatives.map((one) => {
      const cell = one.total === null ? undefined : totalCell(one.columns, one.total);
      return [one.title, cell?.kind === 'amount' ? amountToNumber(cell.amount) : null, one.recommendation?.text];
    });
    expect(rows).toEqual([
      ['Natteliv på molen', 4250, 'bør videreføres'],
      ['Øget fokus på tidlig opsporing af rust og målrettet støtte til både med huller', 2640, 'bør videreføres'],
      ['Sejlerskole for unge', 355, 'politisk'],
      ['Fyrmesterordningen (tværgående aktivitet placeret i havn og by)', 1246, 'politisk'],
      ['Prøvesejlads for begyndere (pilotprojekt)', 1309, 'ikke relevant at videreføre'],
    ]);
    expect(agreement.totals.map((total) => total.label)).toEqual(['Bevillingsudløb 2031']);
  });

  it('find the sections under wrapped headings and what they recommend themselves', async () => {
    const agreement = await readPaper(PAPER);
    expect(agreement.initiatives.map((one) => one.sectionRecommendation?.text ?? null)).toEqual(['bør videreføres', null, null, 'bør videreføres', null]);
    expect(agreement.initiatives[3]?.section?.text).toBe('Fyrmesterordningen (budget 2027)');
    expect(agreement.initiatives[2]?.notes).toEqual(['* Bevillingsudløbet vil fremgå af en anden liste.']);
  });

  it('count what the introduction counts, in figures and in words', async () => {
    const agreement = await readPaper(PAPER);
    expect(agreement.countClaims.map((claim) => [claim.count, claim.subject])).toEqual([[2, 'bør videreføres'], [1, 'ikke relevant at videreføre'], [2, 'politisk']]);
  });

  it('report a malformed amount and read the one beside it', async () => {
    const agreement = await readPaper(PAPER);
    expect(agreement.unread.map((entry) => [entry.reason, entry.text])).toEqual([['malformed-amount', '330.00 kr.']]);
    expect(agreement.mentions.map((mention) => amountToNumber(mention.amount))).toEqual([9.8, 670000, 1.2]);
  });

  it('take a number at the end of a label for a word of it where the amount follows below', async () => {
    const rows = 'Tilsyn med broer efter § 150\n\n776 Politisk\n\nOpmåling af både i 98\nhavne\n\n1.250 Politisk priori-\ntering\n\nSejlerskole for unge';
    const agreement = await readPaper(PAPER.replace('Sejlerskole for unge', rows));
    const read = agreement.initiatives.slice(2, 5).map((one) => {
      const cell = one.total === null ? undefined : totalCell(one.columns, one.total);
      return [one.title, cell?.kind === 'amount' ? amountToNumber(cell.amount) : null, one.recommendation?.text];
    });
    expect(read).toEqual([['Tilsyn med broer efter § 150', 776, 'politisk'], ['Opmåling af både i 98 havne', 1250, 'politisk'], ['Sejlerskole for unge', 355, 'politisk']]);
  });

  it('keep a recommendation not to go on apart from one to go on', async () => {
    const agreement = await readPaper(PAPER.replace('4.250 Bør videreføres', '4.250 Bør ikke videreføres'));
    expect(agreement.initiatives[0]?.recommendation?.text).toBe('bør ikke videreføres');
  });

  it('read the same without empty lines: title, rows, and the table of remarks below the total', async () => {
    const remarks = `Bevillingsudløb 2031 i alt 9.800

Bevillingsudløb, der er håndteret på anden vis

Kajplads til veteranskibe
Dækket ved for-
handlinger om
budget 2030

Trappe til badebroen ved den
gamle mole
Dækket ved for-
handlinger om
budget 2030
`;
    const spaced = PAPER.replace('Bevillingsudløb 2031 i alt 9.800\n', remarks);
    const tight = await readPaper(`${spaced.trim().replace(/\n{2,}/g, '\n')}\n`);
    const loose = await readPaper(PAPER);
    expect(tight.title).toBe(loose.title);
    expect(tight.initiatives.map((one) => [one.title, one.recommendation?.text])).toEqual(loose.initiatives.map((one) => [one.title, one.recommendation?.text]));
    expect(tight.tables.map((table) => [table.caption?.text, ...table.rows.map((row) => row.label)])).toEqual([
      ['Bevillingsudløb, der er håndteret på anden vis', 'Kajplads til veteranskibe', 'Trappe til badebroen ved den gamle mole'],
    ]);
  });
});
