import { figureTable, figureText, headlineAmount, shownInitiative, textColumns } from '../../../../src/taskpane/view-models/amounts/figures';
import { initiativeOf, printedRow } from '../../../support/sample-agreement';
import { amountOf } from '../../../../src/core/money/amount';

const initiative = initiativeOf('SletDet', 2, '1.234,5 - -0,51 ? 6,6', [printedRow('of-which', 'Drift', '1,0 _ 2 3,0 6,0', 13)]);

describe('shownInitiative', () => {
  it('is the initiative with its tables in the chosen unit, to the last digit', () => {
    const shown = shownInitiative(initiative, '1.000 kr.');
    expect(figureTable(shown, 'I alt', 'da')?.rows[0]?.cells.map(({ text }) => text)).toEqual(['1.234.500', '–', '−510', '?', '6.600']);
    expect(shown.unit).toBe('1.000 kr.');
  });

  it('is as printed where no unit is chosen or its own is not known', () => {
    expect(shownInitiative(initiative, 'document')).toBe(initiative);
    const unknown = { ...initiative, unit: null };
    expect(shownInitiative(unknown, 'kr.')).toBe(unknown);
  });
});

describe('figureTable', () => {
  const table = figureTable(initiative, 'I alt', 'da');

  it('heads the columns by year and total', () => {
    expect(table?.headers).toEqual([...['2026', '2027', '2028', '2029'].map((text) => ({ text, isTotal: false })), { text: 'I alt', isTotal: true }]);
  });

  it('puts decimal signs under each other by padding, and keeps five kinds of cell apart', () => {
    const cells = table?.rows.map(({ cells: row }) => row.map(({ text, kind }) => [kind, text]));
    expect(cells?.[0]).toEqual([
      ['amount', '1.234,5'],
      ['nil', '–'],
      ['amount', '−0,51'],
      ['unreadable', '?'],
      ['amount', '6,6'],
    ]);
    expect(cells?.[1]).toEqual([
      ['amount', '1,0'],
      ['blank', ''],
      ['amount', '2\u2008\u2007\u2007'],
      ['amount', '3,0'],
      ['amount', '6,0'],
    ]);
  });

  it('is nothing for an initiative without figures', () => {
    expect(figureTable({ ...initiative, total: null, components: [] }, 'I alt', 'da')).toBeNull();
  });

  it('keeps text columns apart', () => {
    const position = { page: null, line: 3, box: null };
    const withText = { ...initiative, columns: [...initiative.columns, { kind: 'text' as const, header: 'Anbefaling' }], total: { ...printedRow('total', 'I alt', '1,0 1,0 1,0 1,0 4,0', 3) } };
    const cells = [...withText.total.cells, { kind: 'text' as const, text: 'Videreføres', position }];
    expect(textColumns({ ...withText, total: { ...withText.total, cells } }, 'Indstilling')).toEqual([{ header: 'Anbefaling', text: 'Videreføres' }]);
    expect(textColumns({ ...initiative, recommendation: { text: 'Bortfalder', position } }, 'Indstilling')).toEqual([{ header: 'Indstilling', text: 'Bortfalder' }]);
    expect(figureTable({ ...withText, total: { ...withText.total, cells } }, 'I alt', 'da')?.headers).toHaveLength(5);
  });
});

describe('headlineAmount', () => {
  it('is the total, else the only amount, else nothing', () => {
    expect(headlineAmount(initiative)).toMatchObject({ coefficient: 66, decimals: 1 });
    const oneYear = { ...initiative, columns: initiative.columns.slice(0, 1) };
    expect(headlineAmount(oneYear)).toMatchObject({ coefficient: 12345 });
    expect(headlineAmount({ ...initiative, columns: initiative.columns.slice(0, 3) })).toBeNull();
    expect(headlineAmount({ ...initiative, total: null })).toBeNull();
  });
});

describe('figureText', () => {
  it('writes the signs of the language', () => {
    expect(figureText(amountOf(-12345, 1, 'mio. kr.'), 'da')).toBe('−1.234,5');
    expect(figureText(amountOf(-12345, 1, 'mio. kr.'), 'en')).toBe('−1,234.5');
  });
});
