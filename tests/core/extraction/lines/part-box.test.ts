import { type Agreement } from '../../../../src/core/budget/agreement';
import { type Box } from '../../../../src/core/budget/position';
import { type TextLine } from '../../../../src/core/extraction/lines/document-text';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { boxOfPart } from '../../../../src/core/extraction/lines/part-box';
import { amountToNumber } from '../../../../src/core/money/amount';
import { readPdf } from '../../../../src/readers/pdf/read-pdf';
import { buildPdf, textAt, turnedTextAt, type BuiltPage } from '../../../support/pdf-builder';
import { registerPdfEngine } from '../../../support/pdf-engine';

registerPdfEngine();

/** A line whose letters are ten points wide. */
function lineOf(...texts: string[]): Pick<TextLine, 'text' | 'words' | 'box'> {
  let left = 0;
  const words = texts.map((text) => {
    const word = { text, box: { left, top: 100, right: left + 10 * text.length, bottom: 110 }, fontSizePt: 10, isBold: false, isSuperscript: false };
    left += 10 * text.length + 10;
    return word;
  });
  return { text: texts.join(' '), words, box: { left: 0, top: 100, right: left - 10, bottom: 110 } };
}

describe('boxOfPart', () => {
  const partOf = (line: ReturnType<typeof lineOf>, part: string): Box | null => boxOfPart(line, line.text.indexOf(part), line.text.indexOf(part) + part.length);

  it('unites the boxes of its words', () => {
    expect(partOf(lineOf('Der', 'er', '6,6', 'mio.', 'kr.', 'til', 'drift.'), '6,6 mio. kr.')).toEqual({ left: 70, top: 100, right: 190, bottom: 110 });
  });

  it('takes its share of words that it cuts', () => {
    const line = lineOf('Løn', '(2-3', 'mio.', 'kr.),');
    expect(partOf(line, '2')).toMatchObject({ left: 50, right: 60 });
    expect(partOf(line, '3 mio. kr.')).toMatchObject({ left: 70, right: 170 });
  });

  it('is the line where the words are not those of the text, stand nowhere or are too many', () => {
    const line = lineOf('Der', 'er', '6,6');
    expect(boxOfPart({ ...line, text: 'Dette er 6,6' }, 9, 12)).toBe(line.box);
    expect(boxOfPart({ text: 'Der er 6,6', words: [], box: null }, 7, 10)).toBeNull();
    const long = lineOf(...Array.from({ length: 500 }, () => '6,6'));
    expect(boxOfPart(long, 0, 3)).toBe(long.box);
  });
});

async function read(...pages: BuiltPage[]): Promise<Agreement> {
  const result = await readPdf({ name: 'a.pdf', bytes: buildPdf(pages) });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return extractAgreement(result.value);
}

/** The amounts of a text with where they start and end across the page, and their lines. */
function placesOf({ mentions }: Agreement): [number, number | undefined, number | undefined, number][] {
  return mentions.map(({ amount, position: { box, line } }) => [amountToNumber(amount), box === null ? undefined : Math.round(box.left), box === null ? undefined : Math.round(box.right), line]);
}

/** Where the amount begins behind "aktører for " in Helvetica, and how wide it is. Units: points. */
const BEFORE = 49;
const WIDE = 49;

/** Words of a line side by side, each at a place of its own. */
function wordsAt(y: number, ...words: [number, string][]): string {
  return words.map(([x, text]) => textAt(x, y, text)).join('');
}

const near = (value: number): unknown => expect.closeTo(value, 0) as unknown;

describe('amounts in the prose of a PDF', () => {
  it('stand where they are printed, several on one line apart from each other', async () => {
    const agreement = await read({ content: wordsAt(700, [72, 'Der'], [92, 'afsættes'], [140, '6,6'], [160, 'mio.'], [185, 'kr.'], [205, 'årligt'], [240, 'og'], [260, '6,6'], [280, 'mio.'], [305, 'kr.'], [325, 'til'], [345, 'drift.']) });
    expect(agreement.document.layout).toBe('report');
    expect(placesOf(agreement)).toEqual([
      [6.6, 140, near(196), 1],
      [6.6, 260, near(316), 1],
    ]);
    const [box] = agreement.mentions.map(({ position }) => position.box);
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeLessThan(14);
  });

  it('that break over two lines stand on the first of them, as far as they stand there', async () => {
    const agreement = await read({ content: wordsAt(700, [72, 'Der'], [92, 'afsættes'], [300, '12,5'], [325, 'mio.']) + wordsAt(686, [72, 'kr.'], [90, 'til'], [110, 'drift'], [150, 'og'], [170, '17,']) + wordsAt(672, [72, '5'], [82, 'mio.'], [105, 'kr.'], [125, 'til'], [145, 'leje.']) });
    expect(placesOf(agreement)).toEqual([
      [12.5, 300, near(344), 1],
      [17.5, 170, near(184), 2],
    ]);
  });

  it('are found within the words of a run, and in each of two columns', async () => {
    const column = (x: number, amount: string): string =>
      ['Der bygges videre på tidligere', 'forløb i samarbejde med lokale', `aktører for ${amount} mio. kr., hvor`, 'løbende deltagelse af øvrige i', 'hele perioden, så arbejdet kan', 'tilpasses forholdene i landets', 'kommuner og deres institutioner', 'uden nye krav til dokumentation'].map((text, index) => textAt(x, 700 - 14 * index, text)).join('');
    const agreement = await read({ content: column(60, '4,9') + column(320, '7,3') });
    expect(placesOf(agreement)).toEqual([
      [4.9, 60 + BEFORE, 60 + BEFORE + WIDE, 3],
      [7.3, 320 + BEFORE, 320 + BEFORE + WIDE, 11],
    ]);
  });

  it.each([['by its own rotation', 90], ['by its text alone', 0]])('stand on the page as it is read where it is turned %s', async (_, rotate) => {
    const turned = (y: number, text: string): string => turnedTextAt(200, y, text, 1);
    const content = turned(100, 'Der') + turned(120, 'afsættes') + turned(180, '6,6') + turned(200, 'mio.') + turned(225, 'kr.') + turned(245, 'til drift.') + turnedTextAt(220, 100, 'Resten er til leje.', 1);
    expect(placesOf(await read({ content, rotate }))).toEqual([[6.6, 180, near(236), 1]]);
  });

  it('and what is no amount is reported where it stands', async () => {
    const agreement = await read({ content: textAt(72, 700, 'Der er valuta som 5 mio. euro og andet.') });
    expect(agreement.unread.map(({ text, position }) => [text, Math.round(position.box?.left ?? 0)])).toEqual([['5 mio. euro', 154]]);
  });
});
