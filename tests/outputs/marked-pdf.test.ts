import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { markOperators } from '../../src/outputs/marked-pdf/mark-shapes';
import { drawLines } from '../../src/outputs/marked-pdf/drawn-pages';
import { markedPdf } from '../../src/outputs/marked-pdf/marked-pdf';
import { ownRectangle, uprightMatrix } from '../../src/outputs/marked-pdf/page-frame';
import { placeMarks } from '../../src/outputs/marked-pdf/place-marks';
import { buildPdf, textAt, turnedTextAt } from '../support/pdf-builder';
import { registerPdfEngine } from '../support/pdf-engine';
import { BUDGET_ROWS, BUDGET_TEXT, judged } from './checked';

beforeAll(registerPdfEngine);

const HEAD = ['Mio. kr., 2026-pl', '2026', '2027', 'I alt'];
const LEFTS = [60, 260, 340, 420];

/** The budget as a PDF; turned text on a page that is turned back reads the same. */
function budgetPdf(rotate: 0 | 90 = 0): Uint8Array {
  const lines = [['Aftale om havne'], HEAD, ...BUDGET_ROWS];
  const content = lines.flatMap((line, row) => line.map((text, column) => (rotate === 0 ? textAt(LEFTS[column] ?? 0, 760 - row * 20, text) : turnedTextAt(80 + row * 20, LEFTS[column] ?? 0, text, 1)))).join('');
  return buildPdf([{ content, rotate }]);
}

interface Annotation {
  readonly page: number;
  readonly subtype: string;
  readonly rect: number[];
  readonly text: string;
}

/** The annotations of a PDF, as another program lists them. */
async function annotationsOf(bytes: Uint8Array): Promise<Annotation[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const all: Annotation[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    for (const one of (await (await document.getPage(page)).getAnnotations()) as { subtype: string; rect: number[]; contentsObj: { str: string } }[]) all.push({ page, subtype: one.subtype, rect: one.rect, text: one.contentsObj.str });
  }
  return all;
}

async function textOf(bytes: Uint8Array, page: number): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const content = await (await document.getPage(page)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

async function marked(bytes: Uint8Array, language: 'da' | 'en' = 'da'): Promise<Uint8Array> {
  const { document, judged: checked } = await judged('aftale.pdf', bytes, language);
  const made = await markedPdf(checked, { bytes, turns: document.pageTurns ?? [] });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

describe('markedPdf', () => {
  it('frames the figure that differs, with its arithmetic as an annotation, behind a cover', async () => {
    const bytes = await marked(budgetPdf());
    const [annotation, ...others] = await annotationsOf(bytes);
    expect(others.map(({ text }) => text)).toEqual([expect.stringContaining('4,0 + 5,0 = 9,0')]);
    expect(annotation).toMatchObject({ page: 2, subtype: 'Square' });
    expect(annotation?.text).toContain('1,0 + 2,5 = 3,5');
    const [left = 0, bottom = 0, right = 0, top = 0] = annotation?.rect ?? [];
    // "4,0" is drawn at 260 from the left on the line at 760 - 4 * 20.
    expect([left < 260, right > 270, bottom < 680, top > 685, right - left < 40]).toEqual([true, true, true, true, true]);
    const cover = await textOf(bytes, 1);
    expect(cover).toContain('Afstemt eksemplar');
    expect(cover).toContain('Åbne afvigelser (1)');
  });

  it('says the same in English', async () => {
    const english = await textOf(await marked(budgetPdf(), 'en'), 1);
    expect(english).toContain('Open differences (1)');
    expect(english).toContain('million kr');
  });

  it('finds the place on a page whose text was turned', async () => {
    const [annotation] = await annotationsOf(await marked(budgetPdf(90)));
    const [left = 0, bottom = 0, right = 0, top = 0] = annotation?.rect ?? [];
    // Turned a quarter, "4,0" runs upwards from 260 at 80 + 4 * 20 from the left.
    expect([bottom < 260, top > 270, left < 155, right > 160, top - bottom < 40]).toEqual([true, true, true, true, true]);
  });

  it('leaves the pages as they are beneath', async () => {
    const bytes = budgetPdf();
    const [before, after] = [await PDFDocument.load(bytes), await PDFDocument.load(await marked(bytes))];
    expect(after.getPageCount()).toBe(before.getPageCount() + 1);
    expect(await textOf(await marked(bytes), 2)).toBe(await textOf(bytes, 1));
  });

  it('draws the pages of a document that has none', async () => {
    const { judged: checked } = await judged('aftale.txt', new TextEncoder().encode(BUDGET_TEXT));
    const made = await markedPdf(checked, null);
    if (!made.ok) throw new Error(made.failure.code);
    expect(await textOf(made.value, 1)).toContain('Siderne er dannet ud fra dokumentets tekst.');
    expect(await textOf(made.value, 2)).toContain('Fyrtårne');
    expect(await annotationsOf(made.value)).toHaveLength(2);
  });

  it('marks every figure of a paragraph that goes on on the next page', async () => {
    const sentences = Array.from({ length: 400 }, (_, index) => `Der afsættes ${index + 1},5 mio. kr. til havn nummer ${index + 1}.`);
    const { judged: checked } = await judged('aftale.txt', new TextEncoder().encode(`Aftale om havne\n\n${sentences.join(' ')}\n`));
    const placed = placeMarks(checked, await drawLines(await PDFDocument.create(), checked.lines)).filter(({ isLine }) => !isLine);
    expect(placed).toHaveLength(400);
    expect(new Set(placed.map(({ page }) => page)).size).toBeGreaterThan(1);
    expect(placed.every(({ box }) => box.right <= 560 && box.bottom <= 800)).toBe(true);
  });

  it('keeps wide lines and long cells on their pages', async () => {
    const wide = `Havne${' '.repeat(20)}${Array.from({ length: 60 }, (_, index) => `${index},5`).join('   ')}`;
    const cell = `<table><tr><td>${'Fyr '.repeat(3000)}</td><td>1,0</td></tr></table>`;
    for (const [name, text] of [['aftale.txt', wide], ['aftale.html', `<html><body>${cell}</body></html>`]] as const) {
      const { judged: checked } = await judged(name, new TextEncoder().encode(text));
      const words = (await drawLines(await PDFDocument.create(), checked.lines)).flatMap((line) => line.words);
      expect(words.length).toBeGreaterThan(60);
      expect(words.every(({ box }) => box !== null && box.right <= 560 && box.bottom <= 800)).toBe(true);
    }
  });

  it('says on the cover that a document in which nothing was checked cannot be said to agree', async () => {
    const { judged: checked } = await judged('brev.txt', new TextEncoder().encode('Kære alle\n\nVi ses på havnen.\n'));
    const made = await markedPdf(checked, null);
    if (!made.ok) throw new Error(made.failure.code);
    expect(await textOf(made.value, 1)).toContain('Dokumentet kan ikke siges at stemme');
  });

  it('refuses a PDF that is signed', async () => {
    const signed = await PDFDocument.load(budgetPdf());
    signed.catalog.set(PDFName.of('AcroForm'), signed.context.obj({ SigFlags: 3, Fields: [] }));
    const bytes = await signed.save();
    const { judged: checked } = await judged('aftale.pdf', bytes);
    expect(await markedPdf(checked, { bytes, turns: [] })).toEqual({ ok: false, failure: { code: 'pdf-not-marked', name: 'aftale.pdf', reason: 'signed' } });
  });

  it('refuses bytes that are no PDF at all', async () => {
    const { judged: checked } = await judged('aftale.pdf', budgetPdf());
    const made = await markedPdf(checked, { bytes: new TextEncoder().encode('no pdf'), turns: [] });
    expect(made.ok ? null : made.failure).toMatchObject({ code: 'pdf-not-marked', reason: 'damaged' });
  });
});

describe('uprightMatrix', () => {
  const box = { left: 10, top: 20, right: 30, bottom: 25 };

  it.each([
    [0, [10, 775, 30, 780]],
    [90, [20, 10, 25, 30]],
    [180, [570, 20, 590, 25]],
    [270, [575, 770, 580, 790]],
  ] as const)('maps a box of a page turned by %d degrees', (rotation, expected) => {
    expect(ownRectangle(box, uprightMatrix({ view: [0, 0, 600, 800], rotation, userUnit: 1 }))).toEqual(expected);
  });

  it('counts from the corner of a cropped page, in its own units', () => {
    expect(ownRectangle(box, uprightMatrix({ view: [100, 50, 400, 450], rotation: 0, userUnit: 2 }))).toEqual([105, 437.5, 115, 440]);
  });
});

describe('placeMarks', () => {
  it('gives every figure of the document a mark', async () => {
    const { document, judged: checked } = await judged('aftale.pdf', budgetPdf());
    const marks = placeMarks(checked, document.lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, drawnOn: line.page ?? 1 })) }))).filter(({ isLine }) => !isLine);
    expect(marks).toHaveLength(9);
    expect(marks.map(({ verdict }) => verdict).filter((verdict) => verdict === 'differs')).toHaveLength(2);
  });
});

describe('markOperators', () => {
  it('draws a shape of its own for every verdict', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    const shapes = (['agrees', 'agrees-within-rounding', 'differs', 'accepted', 'not-checkable'] as const).map((verdict) => markOperators([{ box, verdict }]).replace(/^[\d. ]+RG.*$/m, ''));
    expect(new Set(shapes).size).toBe(5);
  });
});
