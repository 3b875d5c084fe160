import { type Agreement, type Initiative } from '../../../src/core/budget/agreement';
import { figureText, rowTitle } from '../../../src/core/edition/change-texts';
import { compareEditions } from '../../../src/core/edition/compare-editions';
import { hasChanges, type EditionChoices, type EditionRow } from '../../../src/core/edition/edition';
import { processorTime } from '../../support/processor-time';
import { agreementOf, initiativeOf, printedRow, printedTotalOf, sampleAgreement } from '../../support/sample-agreement';

/** An edition of initiatives written as "title: figures" or "number title: figures". */
function edition(lines: readonly string[], more: Partial<Agreement> = {}): Agreement {
  return agreementOf(lines.map((line, index) => {
    const [, number = null, title = '', figures = ''] = /^(?:(\d+) )?(.*): (.*)$/.exec(line) ?? [];
    return initiativeOf(title === '?' ? null : title, 10 + 20 * index, figures, [], { number });
  }), more);
}

function rowsOf(old: Agreement, now: Agreement, chosen?: EditionChoices): string[] {
  return compareEditions(old, now, chosen).rows.map((row) => `${rowTitle(old, now, row, 'en')}: ${row.kinds.join(', ') || 'same'}${row.reason === null ? '' : ` [${row.reason}]`}`);
}

const BASE = ['1 Natteravne: 1,0 2,0 - - 3,0', '2 Rådgivning til unge: 0,5 0,5 0,5 0,5 2,0', '3 Svømmehal i Ribe: 4,0 6,0 - - 10,0', '4 Evaluering: - - 1,5 - 1,5'];

describe('two editions of an agreement', () => {
  it('that say the same have no changes', () => {
    const comparison = compareEditions(sampleAgreement(), sampleAgreement());
    expect([hasChanges(comparison), comparison.cautions]).toEqual([false, []]);
    expect(comparison.rows.map(({ reason }) => reason)).toEqual(Array(4).fill('number-and-name'));
  });

  it('show what is new, gone, renamed, more, less and moved, whatever the order', () => {
    const now = edition(['1 Evaluering: - - 0,5 1,0 1,5', '2 Natteravne: 1,0 2,5 - - 3,5', '3 Svømmehal i Ribe og Esbjerg: 4,0 6,0 - - 10,0', '4 Havnefest: 0,3 0,3 - - 0,6']);
    expect(rowsOf(edition(BASE), now)).toEqual([
      '4 Evaluering → 1 Evaluering: moved [name]',
      '1 Natteravne → 2 Natteravne: more [name]',
      '3 Svømmehal i Ribe → 3 Svømmehal i Ribe og Esbjerg: renamed [part-of-name]',
      '4 Havnefest: new',
      '2 Rådgivning til unge: gone',
    ]);
  });

  it('name every figure with its difference and both places', () => {
    const [row] = compareEditions(edition(BASE), edition(['Natteravne: 1,0 2,5 - - 3,5', ...BASE.slice(1)])).rows;
    const changed = row?.figures.filter(({ isChanged }) => isChanged) ?? [];
    expect(changed.map((figure) => figureText(figure, 'da'))).toEqual(['2027: 2,0 → 2,5 (+0,5) mio. kr.', 'I alt: 3,0 → 3,5 (+0,5) mio. kr.']);
    expect(changed.map(({ old, now }) => [old.position?.line, now.position?.line])).toEqual([[20, 20], [20, 20]]);
  });

  it('know a renamed one by its amounts, and one without a legible name by its number', () => {
    expect(rowsOf(edition(BASE), edition(['1 Trygge aftener: 1,0 2,0 - - 3,0', '2 ?: 0,5 0,5 0,5 0,7 2,2', ...BASE.slice(2)])).slice(0, 2)).toEqual([
      '1 Natteravne → 1 Trygge aftener: renamed [amounts]',
      '2 Rådgivning til unge → 2 (the title cannot be read): renamed, more [number]',
    ]);
  });

  it('tell twins of one name apart by their amounts, and pair what is left of them in order', () => {
    const old = edition(['Drift: 1,0 - - - 1,0', 'Drift: 2,0 2,0 - - 4,0', 'Drift: 5,0 5,0 - - 10,0']);
    const now = edition(['Drift: 2,0 2,0 - - 4,0', 'Drift: 1,5 - - - 1,5', 'Drift: 5,0 5,5 - - 10,5']);
    expect(compareEditions(old, now).rows.map(({ old: was, now: is, kinds }) => [was, is, kinds])).toEqual([[[1], [0], []], [[0], [1], ['more']], [[2], [2], ['more']]]);
  });

  it('see what was split and merged, by the sums of every year', () => {
    const divided = edition([BASE[0] ?? '', BASE[1] ?? '', 'Svømmehal i Ribe, anlæg: 3,0 5,5 - - 8,5', 'Svømmehal i Ribe, drift: 1,0 0,5 - - 1,5', BASE[3] ?? '']);
    expect(rowsOf(edition(BASE), divided)).toContain('3 Svømmehal i Ribe → Svømmehal i Ribe, anlæg + Svømmehal i Ribe, drift: split');
    expect(rowsOf(divided, edition(BASE))).toContain('Svømmehal i Ribe, anlæg + Svømmehal i Ribe, drift → 3 Svømmehal i Ribe: merged');
  });

  it('see where a part of an initiative became one of its own', () => {
    const now = edition([BASE[0] ?? '', BASE[1] ?? '', '3 Svømmehal i Ribe: 3,0 5,5 - - 8,5', 'Friluftsbad: 1,0 0,5 - - 1,5', BASE[3] ?? '']);
    expect(rowsOf(edition(BASE), now)).toContain('3 Svømmehal i Ribe → 3 Svømmehal i Ribe + Friluftsbad: split');
    expect(compareEditions(edition(BASE), now).rows.find(({ kinds }) => kinds.includes('split'))?.figures.every(({ isChanged }) => !isChanged)).toBe(true);
  });

  it('do not take one amount that happens to be a sum for a split', () => {
    const now = edition([...BASE.slice(0, 3), 'Havnefest: - - 1,0 - 1,0', 'Bålplads: - - 0,5 - 0,5']);
    expect(rowsOf(edition(BASE), now).slice(3)).toEqual(['Havnefest: new', 'Bålplads: new', '4 Evaluering: gone']);
  });

  it('take the user at his word', () => {
    const now = edition(['Havnefest: 9,0 9,0 - - 18,0', ...BASE.slice(1)]);
    expect(rowsOf(edition(BASE), now, new Map([[0, 0]]))[0]).toBe('1 Natteravne → Havnefest: renamed, more [user]');
    expect(rowsOf(edition(BASE), edition(BASE), new Map([[0, null]]))).toEqual(expect.arrayContaining(['1 Natteravne: new', '1 Natteravne: gone']));
  });

  it('compare components, recommendations and groups', () => {
    const [before, after] = [
      [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14), printedRow('component', 'Løn', '0,5 - - - 0,5', 15)],
      [printedRow('component', 'Drift', '1,5 1,5 - - 3,0', 14), printedRow('component', 'Udstyr', '- 0,5 - - 0,5', 15)],
    ];
    const old = agreementOf([initiativeOf('Natteravne', 10, '1,5 2,0 - - 3,5', before, { group: ['Social'] })]);
    const now = agreementOf([initiativeOf('Natteravne', 10, '1,5 2,0 - - 3,5', after, { group: ['Børn'] })]);
    const [row] = compareEditions(old, now).rows;
    expect(row?.kinds).toEqual(['components', 'group']);
    expect(row?.components.map(({ old: was, now: is, kinds }) => [was, is, kinds])).toEqual([[0, 0, ['moved']], [null, 1, ['new']], [1, null, ['gone']]]);
  });

  it('compare printed totals and the conditions of pools', () => {
    const pool = { title: 'Pulje til natteravne', initiative: 'Natteravne', amounts: [], total: null, administrationPercent: 3, roundYears: [2026], supportFrom: 2026, supportTo: 2027, hasEarlierFrame: false, position: { page: 4, line: 2, box: null } };
    const old = edition(BASE, { totals: [printedTotalOf('I alt', [], '5,5 8,5 2,0 0,5 16,5', 5)], pools: [pool] });
    const now = edition(BASE, { totals: [printedTotalOf('I alt', [], '5,5 8,7 2,0 0,5 16,7', 5)], pools: [{ ...pool, administrationPercent: 5, roundYears: [2026, 2027] }] });
    const { totals, pools, rows } = compareEditions(old, now);
    expect([totals[0]?.kinds, rows.every(({ kinds }) => kinds.length === 0)]).toEqual([['more'], true]);
    expect(pools[0]?.conditions).toEqual([{ condition: 'administration', old: '3 %', now: '5 %' }, { condition: 'rounds', old: '2026', now: '2026, 2027' }]);
    expect(hasChanges({ rows: [], totals: [], pools, cautions: [] })).toBe(true);
  });
});

describe('editions that are not alike', () => {
  const inUnit = (line: string, unit: Initiative['unit']): Initiative => ({ ...(edition([line]).initiatives[0] as Initiative), unit });

  it('are compared as the same money in another unit, and that is said', () => {
    const thousand = edition(BASE).initiatives.map((initiative) => ({
      ...initiative, unit: '1.000 kr.' as const,
      total: initiative.total === null ? null : { ...initiative.total, cells: initiative.total.cells.map((cell) => (cell.kind === 'amount' ? { ...cell, amount: { coefficient: cell.amount.coefficient * 100, decimals: 0, unit: '1.000 kr.' as const } } : cell)) },
    }));
    const comparison = compareEditions(edition(BASE), edition(BASE, { initiatives: thousand, unit: '1.000 kr.' }));
    expect(comparison.rows.map(({ kinds }) => kinds)).toEqual(Array(4).fill(['unit']));
    expect(comparison.cautions).toEqual([{ kind: 'units', old: 'mio. kr.', now: '1.000 kr.' }]);
  });

  it('are not subtracted in another price level', () => {
    const initiatives = edition(BASE).initiatives.map((initiative) => ({ ...initiative, priceLevel: '2027-pl' }));
    const comparison = compareEditions(edition(BASE), edition(BASE, { initiatives, priceLevel: '2027-pl' }));
    expect(comparison.rows.map(({ kinds }) => kinds)).toEqual(Array(4).fill(['price-level']));
    expect(comparison.rows[0]?.figures.every(({ gap, difference }) => gap === 'price-level' && difference === null)).toBe(true);
    expect(comparison.cautions.map(({ kind }) => kind)).toEqual(['price-levels']);
  });

  it('say which years only one of them has, and compare the others', () => {
    const later = agreementOf([initiativeOf('Natteravne', 10, '2,0 1,0 3,0', [], { number: '1', columns: [{ kind: 'year', year: 2027, basis: null, header: '2027' }, { kind: 'year', year: 2030, basis: null, header: '2030' }, { kind: 'total', header: 'I alt' }] })], { years: [2027, 2030] });
    const [row] = compareEditions(edition(BASE.slice(0, 1)), later).rows;
    expect(row?.figures.map(({ target, gap, isChanged }) => [target, gap, isChanged])).toEqual([[2026, 'no-column', false], [2027, null, false], [2030, 'no-column', false], ['total', 'other-years', false]]);
    expect(row?.kinds).toEqual(['not-comparable']);
    expect(compareEditions(edition(BASE), edition(BASE, { years: [2031] })).cautions.map(({ kind }) => kind)).toEqual(['no-common-years']);
  });

  it('that share few initiatives are probably two agreements', () => {
    const other = edition(['Havnefest: 9,0 9,0 - - 18,0', 'Bålplads: 1,0 - - - 1,0', 'Fyrtårn: - 7,0 - - 7,0', '1 Natteravne: 1,0 2,0 - - 3,0']);
    expect(compareEditions(edition(BASE), other).cautions).toEqual([{ kind: 'few-pairs', pairs: 1, of: 4 }]);
    expect(compareEditions(edition(BASE), edition([])).cautions).toEqual([{ kind: 'few-pairs', pairs: 0, of: 0 }]);
  });

  it('tell what was not read, and never call an unreadable figure unchanged', () => {
    const unread = [{ text: '?', reason: 'other' as const, position: { page: null, line: 3, box: null } }];
    const comparison = compareEditions(edition(BASE), edition(['1 Natteravne: 1,0 ?2 - - 3,0', ...BASE.slice(1)], { unread, isPartlyRead: true }));
    expect(comparison.rows[0]?.kinds).toEqual(['not-comparable']);
    expect(comparison.cautions).toEqual([{ kind: 'unread', edition: 'now', count: 1, isPartlyRead: true }]);
  });

  it('keep an initiative with its own unit', () => {
    const row = compareEditions(agreementOf([inUnit('Fyrtårn: 1,0 - - - 1,0', 'mio. kr.')]), agreementOf([inUnit('Fyrtårn: 1,0 - - - 1,0', 'mio. kr.')])).rows[0] as EditionRow;
    expect(row.kinds).toEqual([]);
  });
});

it('ten times as many initiatives with words in common take nowhere near a hundred times as long', async () => {
  const many = (count: number, shift: number): Agreement => edition(Array.from({ length: count }, (_none, index) => `Pulje nummer${index + shift} til kommuner: ${index % 9},1 2,${index % 7} - - 9,9`));
  const time = (count: number): Promise<number> => {
    const [old, now] = [many(count, 0), many(count, 3)];
    return processorTime(() => compareEditions(old, now));
  };
  await time(400);
  const few = await time(400);
  expect((await time(4000)) / Math.max(20, few)).toBeLessThan(50);
});
