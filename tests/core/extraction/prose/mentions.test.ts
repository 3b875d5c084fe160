import { type Mention } from '../../../../src/core/budget/agreement';
import { findMentions } from '../../../../src/core/extraction/prose/mentions';
import { toRunningText } from '../../../../src/core/extraction/lines/running-text';
import { amountToNumber } from '../../../../src/core/money/amount';
import { textToDocument } from '../../../../src/readers/text';

async function mentionsIn(text: string): Promise<Mention[]> {
  const document = await textToDocument('prose.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return findMentions(toRunningText(document.value.lines), 'danish').mentions.map((found) => found.mention);
}

/** A mention in short: value, unit, period, and what is said of it. */
function brief(mention: Mention): string {
  const flags = [mention.approximate ? 'ca.' : '', mention.annual ? 'annual' : '', mention.permanent ? 'permanent' : '', mention.priceLevel ?? ''].filter((flag) => flag !== '');
  return [amountToNumber(mention.amount), mention.amount.unit, `${mention.from ?? '?'}-${mention.to ?? '?'}`, ...flags].join(' ');
}

describe('amounts in running text', () => {
  it.each([
    ['Der afsættes 4,9 mio. kr. i 2027-2028 til en kampagne.', ['4.9 mio. kr. 2027-2028']],
    ['Der afsættes 4,9 mio. kr. i 2027 og 2028.', ['4.9 mio. kr. 2027-2028']],
    ['Der afsættes i alt 3,6 mio. kr. i perioden 2026-\nmed henblik på drift.', ['3.6 mio. kr. 2026-?']],
    ['Der blev afsat 10,0 mio. kr. (2024-pl) til forsøg.', ['10 mio. kr. ?-? 2024-pl']],
    ['De får 1,0 mio. kr. (2025-pl) årligt fra 2025-2028.', ['1 mio. kr. 2025-2028 annual 2025-pl']],
    ['Der er i 2024 afsat 10,1 mio. kr. til en pulje.', ['10.1 mio. kr. 2024-2024']],
    ['Med aftalen for 2024-2027 blev der afsat 4,0 mio. kr. til en indsats.', ['4 mio. kr. ?-?']],
    ['Der afsættes 650\nmio. kr. til adgang i hele landet i perioden 2022-2035.', ['650 mio. kr. 2022-2035']],
    ['Den er løftet varigt med 4,6 mia. kr. i 2030 sammenlignet med 2019.', ['4.6 mia. kr. ?-? permanent']],
    ['Der er ca. 1,1 mia. kr. frem mod 2035 og 150 mio. kr. årligt herefter.', ['1.1 mia. kr. ?-2035 ca.', '150 mio. kr. 2036-? annual']],
    ['Der er 48,8 mio. kr. til indsatser i 2024 og 65 mio. kr. fra 2025 og fremadrettet.', ['48.8 mio. kr. 2024-2024', '65 mio. kr. 2025-? permanent']],
    ['Der er 250 mio. kr. årligt fra 2025 til implementeringen.', ['250 mio. kr. 2025-? annual']],
    ['Der afsættes i 2025-2026 samlet 22 mio. kr. til kystvagten.', ['22 mio. kr. 2025-2026']],
    ['I 2025-2028 afsættes der hvert år 6,1 mio. kr. til havne.', ['6.1 mio. kr. 2025-2028 annual']],
    ['Rammen blev i 2023 forhøjet med 9,9 mio. kr. til drift.', ['9.9 mio. kr. 2023-2023']],
    ['Fra 2026 og frem afsættes der 8,5 mio. kr. årligt.', ['8.5 mio. kr. 2026-? annual permanent']],
    ['Fra 2026 afsættes der 8,5 mio. kr. til drift.', ['8.5 mio. kr. 2026-?']],
    ['Der blev afsat 10 mio. kr. (2027) til en forundersøgelse.', ['10 mio. kr. 2027-2027']],
    ['Der afsættes 10 mio. kr. (2027-2029) til fyr og 4 mio. kr. (2027 og 2028) til havne.', ['10 mio. kr. 2027-2029', '4 mio. kr. 2027-2028']],
    ['Der afsættes 23,9 mill.\nkr. i 2022-2025 til formålet.', ['23.9 mio. kr. 2022-2025']],
    ['Der udmøntes 10 mio. kr.\n\n(2023-pl) årligt fra 2025 og frem.', ['10 mio. kr. 2025-? annual permanent 2023-pl']],
    ['Tilbuddet når 300 kræftramte, 12 kroniske og 4 krævende patienter.', []],
    ['Der er 1,5 mio. kr. om året fra 2021 til 2025 til en analyse.', ['1.5 mio. kr. 2021-2025 annual']],
    ['Aftalen 2023-2026 1,4 mio. kr. i 2023 i driftsstøtte.', ['1.4 mio. kr. 2023-2023']],
    ['De må tjene op til 2.500 eller 5.000 kr. om måneden.', ['2500 kr. ?-?', '5000 kr. ?-?']],
    ['Der er behov for årligt 2,3 mio. kr. til åbningstid.', ['2.3 mio. kr. ?-? annual']],
    ['Den øremærkede årlige bevilling på 13,4 mio. kr. udløber.', ['13.4 mio. kr. ?-? annual']],
    ['Puljen er på 43,5 millioner kroner årligt.', ['43.5 mio. kr. ?-? annual']],
    ['Prisen er kr. 1.250,50 og 330.000 kr. i alt.', ['1250.5 kr. ?-?', '330000 kr. ?-?']],
    ['Resultatet blev -2,5 mio. kr. i 2026.', ['-2.5 mio. kr. 2026-2026']],
    ['Der bruges op mod 12 mio. kr. i 2027, og der kan søges op til 4 mio. kr. i 2028.', ['12 mio. kr. 2027-2027 ca.', '4 mio. kr. 2028-2028']],
    ['Der blev afsat midler til indsatsen (10 mio. kr. (2027)) og til drift (5,5 mio. kr. (2026-2028)).', ['10 mio. kr. 2027-2027', '5.5 mio. kr. 2026-2028']],
    ['Der søges ca. 2-3 mio. kr. årligt fra 2028.', ['2 mio. kr. 2028-? ca. annual', '3 mio. kr. 2028-? ca. annual']],
    ['Beløbet er 1\u00A0234,5 mio. kr. i 2026.', ['1234.5 mio. kr. 2026-2026']],
    ['Puljen er på mellem 3 og 5 mio. kr. i 2027.', ['3 mio. kr. 2027-2027', '5 mio. kr. 2027-2027']],
    ['I fase 1 og 2 mio. kr. i fase 2.', ['2 mio. kr. ?-?']],
    ['Behovet er 3 til 5 mio. kr. om året.', ['3 mio. kr. ?-? annual', '5 mio. kr. ?-? annual']],
    ['Rammen er 10 – 12 mio. kr. i 2027.', ['10 mio. kr. 2027-2027', '12 mio. kr. 2027-2027']],
    ['Der afsættes 6,0, 7,0 og 8,0 mio. kr. i hhv. 2026, 2027 og 2028.', ['6 mio. kr. 2026-2026', '7 mio. kr. 2027-2027', '8 mio. kr. 2028-2028']],
    ['Der afsættes 1.250 millioner over fire år til velfærd.', ['1250 mio. kr. ?-?']],
    ['Foreningen har 1.250 millioner over hele verden.', []],
    ['Der afsættes 650 TDKK i 2026 til broen og DKK 40 thousand til skiltet.', ['650 1.000 kr. 2026-2026', '40 1.000 kr. ?-?']],
    ['Broen koster 3,5 MDKK, og TDKK 250 går til skiltet.', ['3.5 mio. kr. ?-?', '250 1.000 kr. ?-?']],
    ['Der afsættes 20 + 5 mio. kr. i 2027 til hallen.', ['20 mio. kr. 2027-2027', '5 mio. kr. 2027-2027']],
    ['Der indregnes minus 3,5 mio. kr. i 2027 og minus kr. 250.000 i 2028.', ['-3.5 mio. kr. 2027-2027', '-250000 kr. 2028-2028']],
    ['Området er løftet varigt med 3,2 mia. kr. i 2030.', ['3.2 mia. kr. 2030-? permanent']],
    ['Området løftes med 3,2 mia. kr. varigt fra 2028.', ['3.2 mia. kr. 2028-? permanent']],
    ['The parties allocate DKK 4 million, and 12 per cent of it goes to section 15.', ['4 mio. kr. ?-?']],
    ['I 2027 og 2028 var puljen på hhv. 90,0 og 95,5 mio. kr.', ['90 mio. kr. 2027-2027', '95.5 mio. kr. 2028-2028']],
    ['Der afsættes i alt 17,\n5 mio. kr. i 2027.', ['17.5 mio. kr. 2027-2027']],
    ['Det sker fra 2027,\n5 mio. kr. er afsat.', ['5 mio. kr. ?-?']],
    ['Tilskuddet er 12.500,- kr. pr. skib og 4.000,- til sejl.', ['12500 kr. ?-?', '4000 kr. ?-?']],
    ['Beløbet er 1 250 000 kr. i 2026.', ['1250000 kr. 2026-2026']],
    ['I 2026 500 kr. til hver.', ['500 kr. ?-?']],
    ['Der mangler ÷3,4 mio. kr. i 2026.', ['-3.4 mio. kr. 2026-2026']],
    ['Der afsættes halvanden mio. kr. til fyret og to millioner kroner til molen.', ['1.5 mio. kr. ?-?', '2 mio. kr. ?-?']],
    ['Der afsættes mio. kr. 4,5 i 2026.', ['4.5 mio. kr. 2026-2026']],
    ['Beløb i mio. kr. 2026-priser.', []],
    ['Der afsættes 4,5 mio. kr. i 2026-prisniveau.', ['4.5 mio. kr. ?-? 2026-priser']],
    ['Der afsættes 4,5 mio. kr. (2026-priser) årligt.', ['4.5 mio. kr. ?-? annual 2026-priser']],
    ['Et beløb på 7,5 mio. danske kroner i 2026.', ['7.5 mio. kr. 2026-2026']],
    ['Der afsættes 0,5 mio. kr. i både 2026 og 2027.', ['0.5 mio. kr. 2026-2027']],
    ['Der afsættes 9 mio. kr. i hvert af årene 2026-2028.', ['9 mio. kr. 2026-2028 annual']],
    ['Der afsættes 9 mio. kr. i 2026/27 og 15 mio. kr. fra 1. januar 2028.', ['9 mio. kr. 2026-2027', '15 mio. kr. 2028-?']],
    ['I 2028 er der afsat 4,0 mio. kr. til lys.', ['4 mio. kr. 2028-2028']],
    ['I 2025 var der afsat 3,0 mio. kr.', ['3 mio. kr. 2025-2025']],
    ['Der er 2 mio. kr. mere end i 2025.', ['2 mio. kr. ?-?']],
    ['Bevillingen på 9 mio. kr. er varig.', ['9 mio. kr. ?-? permanent']],
    ['Projektet koster 3½ mio. kr. og drift ½ mio. kr. i 2027.', ['3.5 mio. kr. ?-?', '0.5 mio. kr. 2027-2027']],
    ['Der gives kr. 5.000 kr. 6.000 og kr. -250.000 i tilskud.', ['5000 kr. ?-?', '6000 kr. ?-?', '-250000 kr. ?-?']],
    ['I perioden 2028-2030 udgør merudgiften 12 mio. kr.', ['12 mio. kr. 2028-2030']],
    ['Fra 2027 afsættes 10 mio. kr. årligt.', ['10 mio. kr. 2027-? annual']],
    ['Savings are DKK 5-10 million a year.', ['5 mio. kr. ?-? annual', '10 mio. kr. ?-? annual']],
    ['From 2029, DKK 45 million is granted annually.', ['45 mio. kr. 2029-? annual']],
    ['Rammen er i alt 1 ½ mia. kr.', ['1.5 mia. kr. ?-?']],
    ['Der afsættes hhv. 5, 10 og 15 mio. kr. i 2026, 2027 og 2028.', ['5 mio. kr. 2026-2026', '10 mio. kr. 2027-2027', '15 mio. kr. 2028-2028']],
    ['Der afsættes 5, 10 og 15 mio. kr. i 2026, 2027 og 2028.', ['5 mio. kr. 2026-2028', '10 mio. kr. 2026-2028', '15 mio. kr. 2026-2028']],
    ['I 2023 var udgiften 13,9 mia. kr. og i 2022 13,2 mia. kr.', ['13.9 mia. kr. 2023-2023', '13.2 mia. kr. 2022-2022']],
    ['Udgiften var 13,9 mia. kr. i 2023, mod i 2022 12,2 mia. kr.', ['13.9 mia. kr. 2023-2023', '12.2 mia. kr. 2022-2022']],
    ['Fra 2027 til 2029 afsættes 75 mio. kr. årligt, i alt 225 mio. kr.', ['75 mio. kr. 2027-2029 annual', '225 mio. kr. ?-?']],
    ['Der afsættes 2 mio. kr. til sand i 2024-2026 og i 2027 5 mio. kr.', ['2 mio. kr. 2024-2026', '5 mio. kr. 2027-2027']],
  ])('%s', async (text, expected) => {
    expect((await mentionsIn(text)).map(brief)).toEqual(expected);
  });

  it.each([
    ['Udvalget har bevillingsudløb for 54,0 mio. kr., jf. tabel 1 nedenfor.', ['1']],
    ['Udgiften er 7,5 mio. kr. i 2027 (se tabel 2.1).', ['2.1']],
    ['Udgiften er 7,5 mio. kr., jf. tabel 1 og tabel 2.', [undefined]],
    ['Udgiften er 7,5 mio. kr., jf. tabel 1-3.', [undefined]],
    ['Der afsættes 9,0 mio. kr., heraf 2,0 mio. kr. til drift, jf. tabel 1.', [undefined, undefined]],
    ['Udgiften er 7,5 mio. kr. Fordelingen ses i tabel 1.', [undefined]],
  ])('tells the table that "%s" refers to', async (text, expected) => {
    expect((await mentionsIn(text)).map((mention) => mention.table)).toEqual(expected);
  });

  it.each(['Der bor 5,8 mio. danskere i landet.', 'I 2024 steg tallet 17,8 pct. til 12.000 borgere.', 'Efter § 110 og 1-1-2 er der 3,5-årige forløb.'])('finds no money in "%s"', async (text) => {
    expect(await mentionsIn(text)).toEqual([]);
  });

  it.each(['Resultatet er (3,4) mio. kr. i 2026.', 'Prisen er 330.00 kr. pr. time.', 'Der gives 12.34,5 mio. kr.', 'Projektet koster 3 1/2 mio. kr.', 'Der afsættes 2x3 mio. kr. til haller.', 'Der afsættes 2 x 3,5 mio. kr. til haller.', 'Der afsættes O,4 mio. kr. i 2026.', 'Der afsættes 1O,5 mio. kr.', 'Der gives 6OO.000 kr.', 'Der gives l,3 mio. kr.', 'Der gives 7,S mio. kr.', 'Der gives O,l mio. kr.', 'Der afsættes ######## til haller.', 'Der afsættes #### mio. kr.'])('reports what it cannot read in "%s"', async (text) => {
    const document = await textToDocument('prose.txt', text);
    if (!document.ok) throw new Error(document.failure.code);
    const found = findMentions(toRunningText(document.value.lines), 'danish');
    expect([found.mentions, found.unread.map((entry) => entry.reason)]).toEqual([[], ['malformed-amount']]);
  });

  it('names the line on which the number starts', async () => {
    expect((await mentionsIn('Der afsættes derfor i alt 23,9 mio.\n\nkr. i 2022-2025 til formålet.')).map((mention) => mention.position.line)).toEqual([1]);
    expect((await mentionsIn('Der afsættes derfor i alt\n\n23,9 mio. kr. i 2022-2025.')).map((mention) => mention.position.line)).toEqual([3]);
  });

  it('says what the parts of an enumeration are for', async () => {
    const found = await mentionsIn('Det forventes, at ca. 3,1 mio. kr. anvendes til projektledelse, proces- og formidling, og ca. 2,8 mio. kr. anvendes til evaluering. Der afsættes 11,8 mio. kr. til en ansøgningspulje.');
    expect(found.map((mention) => mention.purpose)).toEqual(['projektledelse, proces- og formidling', 'evaluering', 'en ansøgningspulje']);
  });
});
