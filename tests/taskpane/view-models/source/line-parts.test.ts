import { lineParts } from '../../../../src/taskpane/view-models/source/line-parts';
import { printedFigures } from '../../../../src/taskpane/view-models/source/printed-figures';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

const marked = (text: string, quote: { text: string; fromEnd: number }): string => lineParts(text, [], quote).map(({ text: part, role }) => (role !== null ? `[${part}]` : part)).join('');

describe('the quote of a line', () => {
  it('is the figure itself, not a part of a longer one', () => {
    expect(marked('Drift 11,7 1,7 21,75', { text: '1,7', fromEnd: 0 })).toBe('Drift 11,7 [1,7] 21,75');
    expect(marked('I alt 1.234,5 234,5', { text: '234,5', fromEnd: 0 })).toBe('I alt 1.234,5 [234,5]');
  });

  it('is found in the English way of writing too', () => {
    expect(marked('DKK 1,234.5 million and 12.3', { text: '1.234,5', fromEnd: 0 })).toBe('DKK [1,234.5] million and 12.3');
  });

  it('is told apart from equal figures by its place from the end', () => {
    expect(marked('Drift 3,8 3,8 14,4', { text: '3,8', fromEnd: 1 })).toBe('Drift [3,8] 3,8 14,4');
    expect(marked('Drift 3,8 3,8 14,4', { text: '3,8', fromEnd: 0 })).toBe('Drift 3,8 [3,8] 14,4');
  });

  it('is the whole line when the figure is not in it, and nothing on a line without a highlight', () => {
    expect(marked('Drift', { text: '3,8', fromEnd: 0 })).toBe('[Drift]');
    expect(lineParts('Drift', [])).toEqual([{ text: 'Drift', figure: null, role: null }]);
  });
});

describe('the figures of a line', () => {
  const agreement = agreementOf([initiativeOf('Fjordens dag', 2, '1,0 2,0 1,0 1,0 5,0', [printedRow('component', 'Drift af 2,0 både', '1,0 2,0 - 1,0 4,0', 13), printedRow('component', 'Evaluering og formidling', '0,5 0,5 0,5 0,5 2,0', 14)])]);
  const figures = printedFigures(agreement);
  const leads = (text: string, line: number): readonly (readonly [string, unknown])[] =>
    lineParts(text, figures.filter(({ position }) => position.line === line)).flatMap(({ text: part, figure }) => (figure === null ? [] : [[part, figure.column] as const]));

  it('lead to their own cells, also where the name holds a number like them', () => {
    expect(leads('Drift af 2,0 både 1,0 2,0 - 1,0 4,0', 13)).toEqual([['Drift af 2,0 både', null], ['1,0', 2026], ['2,0', 2027], ['-', 2028], ['1,0', 2029], ['4,0', 'total']]);
  });

  it('are found with a name that is broken over lines', () => {
    expect(leads('Evaluering og 0,5 0,5 0,5 0,5 2,0', 14)[0]).toEqual(['Evaluering og', null]);
    expect(leads('Evaluering og', 14)).toEqual([['Evaluering og', null]]);
  });

  it('take a place once, where two rows are printed as one', () => {
    const twice = printedFigures(agreementOf([initiativeOf('Drift', 3, '1,0 1,0 1,0 1,0 4,0', [printedRow('component', 'Drift', '1,0 1,0 1,0 1,0 4,0', 13)])])).filter(({ position }) => position.line === 13);
    const parts = lineParts('Drift 1,0 1,0 1,0 1,0 4,0', twice).filter(({ figure }) => figure !== null);
    expect(parts.map(({ figure }) => figure?.component)).toEqual([0, null, null, null, null, null]);
  });

  it('and a name of the agreement leads to its cell', () => {
    expect(leads('3. Fjordens dag', 2)).toEqual([['Fjordens dag', 'title']]);
  });

  it('of equal amounts of a text are each its own', () => {
    const mention = { amount: { coefficient: 50, decimals: 1, unit: 'mio. kr.' as const }, approximate: false, annual: false, permanent: false, from: null, to: null, priceLevel: null, purpose: null, position: { page: null, line: 3, box: null } };
    const parts = lineParts('Der er 5,0 mio. kr. i 2026 og 5,0 mio. kr. i 2027.', printedFigures(agreementOf([], { mentions: [mention, mention] })));
    expect(parts.flatMap(({ figure }) => (figure === null ? [] : [figure.mention]))).toEqual([0, 1]);
  });
});
