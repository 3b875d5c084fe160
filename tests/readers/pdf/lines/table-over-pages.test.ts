import { textAt, turnedTextAt } from '../../../support/pdf-builder';
import { registerPdfEngine } from '../../../support/pdf-engine';
import { endingAt, figureWidth, readBuiltPdf, rowsOf } from '../../../support/pdf-table';

registerPdfEngine();

const PROSE = 'Nedenfor vises budgettet for de enkelte områder i kommunen, og hvad der er aftalt om dem.';
const EDGES = [300, 350, 400];

function row(y: number, label: string, figures: readonly string[]): string {
  return (label === '' ? '' : textAt(72, y, label)) + figures.map((figure, index) => endingAt(EDGES[index] ?? 0, y, figure)).join('');
}

function yearHead(y: number, unit = '1.000 kr.'): string {
  return row(y, unit, ['2026', '2027', '2028']);
}

/** The seven lines of a head whose cells are as narrow as their figures. */
function tallHead(y: number): string {
  const amount = ['Beløb', 'som', 'udløber', '(2026-', 'pl)', '1.000', 'kr.'].map((text, index) => textAt(250, y - index * 11, text)).join('');
  return amount + textAt(72, y - 44, 'Bevillinger som') + textAt(72, y - 55, 'udløber ved') + textAt(72, y - 66, 'udgangen af 2026') + textAt(310, y - 55, 'Forvaltningens') + textAt(310, y - 66, 'Anbefaling');
}

function grant(y: number, label: readonly string[], amount: string, recommendation = 'Politisk'): string {
  const last = y - (label.length - 1) * 11;
  return label.map((text, index) => textAt(72, y - index * 11, text)).join('') + (amount === '' ? '' : endingAt(280, last, amount) + textAt(310, last, recommendation));
}

const SECTIONS = textAt(72, 500, 'Natteravne i boligområder (budget 2022)', 10, 'F2') + textAt(72, 480, 'Konsekvens af bevillingsudløb') + textAt(72, 460, 'Bevillingsudløbet er kategoriseret som politisk.');

describe('a table that goes on over a page', () => {
  test('the page break tears years of its head and a figure of its last row', async () => {
    const output = await readBuiltPdf([
      { content: textAt(72, 780, PROSE) + textAt(72, 122, 'Tabel 1') + row(100, '1.000 kr.', ['202', '202', '2028']) },
      { content: row(780, '', ['6', '7', '']) + row(750, 'Drift', ['1.100', '2.200', '3.300']) + row(730, 'Anlæg', ['100', '131,', '300']) },
      { content: row(780, '', ['', '1', '']) },
      { content: textAt(72, 780, PROSE) + textAt(300, 40, '2') },
    ]);
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [100, 131.1, 300] });
    expect(output.unread).toEqual([]);
  });

  test('its head of seven lines stands again in the middle of a row', async () => {
    const { initiatives, totals, unread } = await readBuiltPdf([
      { content: textAt(72, 780, PROSE) + textAt(72, 300, 'Tabel 1. Bevillinger som udløber ved udgangen af 2026') + tallHead(280) + grant(190, ['Natteravne i boligområder'], '1.147') + grant(170, ['Øget fokus på tidlig opsporing og', 'målrettet støtte til'], '') },
      { content: tallHead(780) + grant(690, ['borgere med demens'], '2.640') + grant(665, ['Madklubber på plejehjem'], '1.750') + textAt(72, 640, 'Bevillingsudløb 2026 i alt') + endingAt(280, 640, '5.537') + SECTIONS },
    ]);
    expect(initiatives.map(({ title, total }) => [title, total])).toEqual([['Natteravne i boligområder', 1147], ['Øget fokus på tidlig opsporing og målrettet støtte til borgere med demens', 2640], ['Madklubber på plejehjem', 1750]]);
    expect(totals.map(({ total }) => total)).toEqual([5537]);
    expect(unread).toEqual([]);
  });

  test.each([
    ['as it stood', '', '1.000 kr.'],
    ['with the caption and "(fortsat)"', textAt(72, 780, 'Tabel 1 (fortsat)'), '1.000 kr.'],
    ['with "(fortsat)" in itself', '', '1.000 kr. (fortsat)'],
  ])('its head of years stands again: %s', async (_, above, unit) => {
    const output = await readBuiltPdf([
      { content: textAt(72, 780, PROSE) + textAt(72, 160, 'Tabel 1') + yearHead(140) + row(120, 'Drift', ['1.100', '2.200', '3.300']) + row(100, 'Anlæg', ['100', '200', '300']) },
      { content: above + yearHead(760, unit) + row(740, 'Pulje', ['10', '20', '30']) + row(720, 'Leje', ['1', '2', '3']) },
    ]);
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [100, 200, 300], Pulje: [10, 20, 30], Leje: [1, 2, 3] });
    expect(output.unread).toEqual([]);
  });

  test.each([
    ['figures behind the break', ['', '', ''], ['10', '20', '30']],
    ['figures before the break', ['10', '20', '30'], ['', '', '']],
  ])('a row is broken with its %s', async (_, before, behind) => {
    const output = await readBuiltPdf([
      { content: textAt(72, 780, PROSE) + yearHead(140) + row(120, 'Drift', ['1.100', '2.200', '3.300']) + row(100, 'Rådgivning af', before) },
      { content: yearHead(760) + row(740, 'Parkinsonramte borgere', behind) + row(715, 'Leje', ['1', '2', '3']) },
    ]);
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], 'Rådgivning af Parkinsonramte borgere': [10, 20, 30], Leje: [1, 2, 3] });
  });

  test('a head without rows at the foot of a page heads those of the next', async () => {
    const output = await readBuiltPdf([
      { content: textAt(72, 780, PROSE) + yearHead(100) },
      { content: yearHead(760) + row(740, 'Pulje', ['10', '20', '30']) + row(720, 'Leje', ['1', '2', '3']) },
    ]);
    expect(rowsOf(output)).toEqual({ Pulje: [10, 20, 30], Leje: [1, 2, 3] });
  });

  test('another table with the same head at the top of the next page keeps it', async () => {
    const output = await readBuiltPdf([
      { content: yearHead(760) + row(740, 'Drift', ['1.100', '2.200', '3.300']) + row(720, 'Anlæg', ['100', '200', '300']) + textAt(72, 680, PROSE) },
      { content: yearHead(760) + row(740, 'Pulje', ['10', '20', '30']) + row(720, 'Leje', ['1', '2', '3']) },
    ]);
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [100, 200, 300], Pulje: [10, 20, 30], Leje: [1, 2, 3] });
  });
});

describe('a page that is turned', () => {
  const turned = (line: number, label: string, figures: readonly string[]): string =>
    turnedTextAt(200 + line * 20, 100, label, 1) + figures.map((figure, index) => turnedTextAt(200 + line * 20, 400 + index * 50 - figureWidth(figure) * 10, figure, 1)).join('');

  test.each([['by its own rotation', 90], ['by its text alone', 0]])('holds a table %s, one figure of it broken', async (_, rotate) => {
    const content = turned(0, '1.000 kr.', ['2026', '2027', '2028']) + turned(1, 'Drift', ['1.100', '2.200', '3.300']) + turned(2, 'Anlæg', ['11.', '200', '300']) + turned(2.6, '', ['948', '', '']) + turned(4, 'Leje', ['1', '2', '3']);
    const output = await readBuiltPdf([{ content: textAt(72, 780, PROSE) }, { content, rotate }]);
    expect(rowsOf(output)).toEqual({ Drift: [1100, 2200, 3300], Anlæg: [11948, 200, 300], Leje: [1, 2, 3] });
  });
});
