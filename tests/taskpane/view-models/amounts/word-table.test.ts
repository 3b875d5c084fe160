import { tableAsText, wordTable } from '../../../../src/taskpane/view-models/amounts/word-table';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

const WORDS = { total: 'I alt', totalRow: 'I alt', unlabelled: '(uden navn)' };

describe('wordTable', () => {
  const initiative = initiativeOf('SletDet', 4, '1,5 1,5 - 10,5 13,5', [printedRow('component', 'Drift', '1,5 1,5 - 10,5 13,5', 6)]);
  const agreement = agreementOf([initiative], { title: 'Aftale om sletning' });
  const table = wordTable(agreement, initiative, WORDS, 'da');

  it('heads the figures with unit, price level and years, and says where they are from', () => {
    expect(table?.heads).toEqual(['mio. kr., 2026-pl', '2026', '2027', '2028', '2029', 'I alt']);
    expect(table?.source).toContain('Aftale om sletning');
    expect(table?.source).toContain('l. 4');
  });

  it('leaves out the blanks that align figures on a screen', () => {
    expect(table?.rows.flatMap(({ cells }) => cells).join('')).not.toMatch(/[\u2007\u2008]/);
    expect(table?.rows.map(({ label, isTotal }) => [label, isTotal])).toEqual([['I alt', true], ['Drift', false]]);
  });

  it('is text with a tab between columns', () => {
    expect(table === null ? '' : tableAsText(table).split('\n')[2]).toBe('I alt\t1,5\t1,5\t–\t10,5\t13,5');
  });

  it('is no formula where it is pasted into a spreadsheet', () => {
    const hostile = wordTable(agreement, initiativeOf('=1+1', 4, '1,0 - - - 1,0', [printedRow('component', '=HYPERLINK("x")', '1,0 - - - 1,0', 6)]), WORDS, 'da');
    expect(hostile === null ? '' : tableAsText(hostile)).not.toMatch(/^[=+@-]/m);
  });

  it('is none for an initiative without figures', () => {
    expect(wordTable(agreement, { ...initiative, total: null, components: [] }, WORDS, 'da')).toBeNull();
  });
});
