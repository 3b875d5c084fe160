import { type Agreement } from '../../../../src/core/budget/agreement';
import { type Box } from '../../../../src/core/budget/position';
import { type Row } from '../../../../src/core/budget/table';
import { figureAtPoint, figuresOnPage, legibleScale, quotedBox, scrollOffset } from '../../../../src/taskpane/view-models/source/page-figures';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

/** A row whose label stands at 60 pt and whose figures stand 50 pt apart from 200 pt on. */
function rowAt(label: string, figures: string, line: number, page: number, top: number): Row {
  const row = printedRow('component', label, figures, line);
  const position = (left: number) => ({ page, line, box: { left, right: left + 20, top, bottom: top + 10 } });
  return { ...row, position: position(60), cells: row.cells.map((cell, index) => ({ ...cell, position: position(200 + 50 * index) })) };
}

const first = rowAt('Drift', '1,0 - 1,0 _ 2,0', 7, 1, 100);
const second = rowAt('Formidling', '3,0 3,0 3,0 3,0 12,0', 8, 1, 120);
const elsewhere = rowAt('Tilsyn', '4,0 4,0 4,0 4,0 16,0', 3, 2, 50);
const agreement: Agreement = agreementOf([initiativeOf('SletDet', 2, '8,0 7,0 8,0 7,0 30,0', [second, first, elsewhere])]);
const figures = figuresOnPage(agreement, 1);

describe('figuresOnPage', () => {
  it('has the labels and figures of one page in reading order, without empty cells and without rows that have no place', () => {
    expect(figures.map(({ text }) => text)).toEqual(['Drift', '1,0', '-', '1,0', '2,0', 'Formidling', '3,0', '3,0', '3,0', '3,0', '12,0']);
    expect(figuresOnPage(agreement, 2).map(({ text }) => text)).toEqual(['Tilsyn', '4,0', '4,0', '4,0', '4,0', '16,0']);
    expect(figuresOnPage(agreement, 3)).toEqual([]);
  });

  it('has a place once, even when two tables of the agreement name it', () => {
    const twice = agreementOf([initiativeOf('SletDet', 2, '8,0 7,0 8,0 7,0 30,0', [first]), initiativeOf('SletDet', 2, '8,0 7,0 8,0 7,0 30,0', [first])]);
    expect(figuresOnPage(twice, 1)).toHaveLength(5);
  });
});

describe('figureAtPoint', () => {
  it.each([
    [205, 105, 'year', { initiative: 0, component: 1, total: null, column: 2026 }],
    [405, 129, 'total', { initiative: 0, component: 0, total: null, column: 'total' }],
    [61, 121, 'label', { initiative: 0, component: 0, total: null, column: null }],
    [223, 105, 'beside a figure', { initiative: 0, component: 1, total: null, column: 2026 }],
    [205, 116, 'between two rows, nearer the lower one', { initiative: 0, component: 0, total: null, column: 2026 }],
  ])('at %d, %d: %s', (x, y, _name, reference) => {
    expect(figureAtPoint(figures, x, y, 8)?.reference).toEqual(reference);
  });

  it('is the smallest that holds the point: an amount in a heading, not the heading', () => {
    const box = { left: 60, right: 400, top: 300, bottom: 310 };
    const [heading, amount] = [{ reference: { initiative: 0, component: null, total: null, column: 'title' as const }, text: 'Pulje på 5,0 mio. kr.', line: 20, box }, { reference: { initiative: null, component: null, total: null, column: null, mention: 0 }, text: '5,0', line: 20, box: { ...box, left: 120, right: 180 } }];
    expect(figureAtPoint([heading, amount], 130, 305, 8)?.text).toBe('5,0');
    expect(figureAtPoint([heading, amount], 80, 305, 8)?.text).toBe('Pulje på 5,0 mio. kr.');
  });

  it('is null on empty paper', () => {
    expect(figureAtPoint(figures, 355, 105, 8)).toBeNull();
    expect(figureAtPoint([], 205, 105, 8)).toBeNull();
  });
});

describe('quotedBox', () => {
  it('tells equal figures of a line apart by their place from the end', () => {
    expect(quotedBox(figures, { line: 7, quote: { text: '1,0', fromEnd: 1 }, box: null })?.left).toBe(200);
    expect(quotedBox(figures, { line: 7, quote: { text: '1,0', fromEnd: 0 }, box: null })?.left).toBe(300);
  });

  it('takes the one at the target\'s place, wherever it stands on the line', () => {
    const box = figures.find(({ line, text }) => line === 7 && text === '1,0')?.box ?? null;
    expect(quotedBox(figures, { line: 7, quote: { text: '1,0', fromEnd: 0 }, box })?.left).toBe(200);
  });

  it('is null when only the line is known', () => {
    expect(quotedBox(figures, { line: 7, quote: null, box: null })).toBeNull();
    expect(quotedBox(figures, { line: 7, quote: { text: '9,9', fromEnd: 0 }, box: null })).toBeNull();
  });
});

describe('legibleScale', () => {
  const lines = (...heights: number[]) => heights.map((height) => ({ box: { left: 0, right: 100, top: 0, bottom: height } }));

  it('makes the smaller lines of a page 15 pixels high', () => {
    expect(legibleScale(lines(10, 10, 12, 24), 0.5)).toBe(1.5);
  });

  it('never makes a page narrower than the pane, nor larger than three times', () => {
    expect(legibleScale(lines(10, 10, 10), 2)).toBe(2);
    expect(legibleScale(lines(1, 1, 1), 0.5)).toBe(3);
  });

  it('shows a page without lines at its own size', () => {
    expect(legibleScale([{ box: null }], 0.5)).toBe(1);
  });
});

describe('scrollOffset', () => {
  const line: Box = { left: 60, right: 530, top: 300, bottom: 310 };
  const window = { scale: 1.5, width: 350, height: 600 };

  it('keeps the start of the line in view as long as there is room for the figure too', () => {
    expect(scrollOffset({ left: 200, right: 220, top: 300, bottom: 310 }, line, window)).toEqual({ left: 74, top: 157.5 });
  });

  it('puts a figure further to the right at the right edge', () => {
    expect(scrollOffset({ left: 510, right: 530, top: 300, bottom: 310 }, line, window)).toEqual({ left: 461, top: 157.5 });
  });

  it('starts at the corner of the page where everything is in view', () => {
    expect(scrollOffset({ left: 5, right: 30, top: 10, bottom: 20 }, { ...line, left: 5 }, window)).toEqual({ left: 0, top: 0 });
  });
});
