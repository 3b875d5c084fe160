import { type Agreement } from '../../../../src/core/budget/agreement';
import { parseAgreement } from '../../../../src/core/catalogue/agreement-schema';
import { toCatalogueAgreement } from '../../../../src/core/catalogue/catalogue-file';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { citedTexts, sourceLines } from '../../../../src/core/sheet-plan/sheets/sources-sheet';
import { textToDocument } from '../../../../src/readers/text';

const PAPER = `Aftale om havnens drift 2026-2027

Parterne er enige om at styrke havnens
daglige drift. Der afsættes i alt 9,5 mio. kr. til
færgen og molen i 2026-2027. Parterne mødes igen.

Tabel 1. Bevillinger

Mio. kr., 2026-pl    2026   2027   I alt
Færgen               3,0    2,0    5,0
Molen                2,0    2,5    4,5
I alt                5,0    4,5    9,5
`;

async function read(text: string): Promise<Agreement> {
  const document = await textToDocument('havn.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

it('keeps the text of every line that a row or an amount comes from', async () => {
  const agreement = await read(PAPER);
  const texts = citedTexts(agreement);
  for (const { position } of sourceLines(agreement)) expect([position.line, texts.get(`:${position.line}`)?.text]).toEqual([position.line, PAPER.split('\n')[position.line - 1]?.trim()]);
  expect(agreement.citedLines?.some(({ text }) => text.startsWith('Færgen'))).toBe(true);
});

it('keeps the sentence around an amount of the text, over its lines', async () => {
  const agreement = await read(PAPER);
  const sentence = agreement.citedLines?.find(({ text }) => text.includes('9,5 mio. kr.'))?.sentence;
  expect(sentence).toContain('Der afsættes i alt 9,5 mio. kr. til færgen og molen i 2026-2027.');
  expect(sentence).not.toContain('Parterne mødes igen');
});

it('begins a sentence where its paragraph begins: no heading and no table is part of it', async () => {
  const agreement = await read(`${PAPER}
Molens fremtid
Der afsættes i alt 4,5 mio. kr. til molen i 2026-2027.

Økonomi

Der afsættes 4,5 mio. kr. til molen, jf.
tabel 1.
`);
  const sentences = agreement.citedLines?.filter(({ text }) => text.includes('4,5 mio. kr.')).map(({ text, sentence }) => sentence ?? text);
  expect(sentences).toEqual(['Der afsættes i alt 4,5 mio. kr. til molen i 2026-2027.', 'Der afsættes 4,5 mio. kr. til molen, jf. tabel 1.']);
});

it('keeps no line without end', async () => {
  const agreement = await read(`Der afsættes 1,0 mio. kr. til ${'mange ting og '.repeat(400)}mere.\n`);
  expect(Math.max(...(agreement.citedLines ?? []).flatMap(({ text, sentence = '' }) => [text.length, sentence.length]))).toBeLessThan(700);
});

it('publishes no line in a catalogue, where sources are rows of names and figures', async () => {
  const published = toCatalogueAgreement(await read(PAPER));
  expect(published.citedLines).toBeUndefined();
  expect(sourceLines(published).map(({ text }) => text)).toContain('Færgen  3,0  2,0  5,0');
});

it('is read back from what a workbook stores, with or without its lines', async () => {
  const agreement = await read(PAPER);
  expect(parseAgreement(JSON.parse(JSON.stringify(agreement)))).not.toBeNull();
  expect(parseAgreement({ ...agreement, citedLines: [{ text: 3 }] })).toBeNull();
  expect(parseAgreement(toCatalogueAgreement(agreement))).not.toBeNull();
});
