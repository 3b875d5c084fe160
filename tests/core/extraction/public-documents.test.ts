import { createHash } from 'node:crypto';
import { type Agreement } from '../../../src/core/budget/agreement';
import { amountToNumber } from '../../../src/core/money/amount';
import { readOutput } from '../../../src/cli/answers/read-output';
import { footsAcross, footsDown } from '../../support/footing';
import { describeWithShared, readSharedAgreement, readSharedExample } from '../../support/read-shared';

/** The public documents, read whole: counts, sums, footing and titles; names and figures only. Skipped where they are not at hand. */

interface ExpectedRow {
  readonly title?: string;
  readonly line?: number;
  readonly components?: readonly Record<string, unknown>[];
  readonly stated?: readonly Record<string, unknown>[];
  readonly breakdown?: readonly { purpose: string; amount: number; approx: boolean; kind: string }[];
  readonly statedTotal?: number;
}

function titleHash(agreement: Agreement): string {
  return createHash('sha256').update(agreement.initiatives.map((initiative) => initiative.title ?? '').join('\n')).digest('hex').slice(0, 16);
}

function outputOf(agreement: Agreement): { initiatives: Record<string, unknown>[]; totals: Record<string, unknown>[]; mentions: Record<string, unknown>[] } {
  return JSON.parse(JSON.stringify(readOutput(agreement)));
}

function expectInitiative(found: Record<string, unknown> | undefined, expected: ExpectedRow): void {
  const { components, stated } = expected;
  const apart = new Set(['components', 'stated', 'breakdown', 'statedTotal']);
  expect(found).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([key]) => !apart.has(key))));
  if (components !== undefined) expect(found?.['components']).toMatchObject(components as unknown as Record<string, unknown>[]);
  for (const one of stated ?? []) expect(found?.['stated']).toContainEqual(expect.objectContaining(one));
}

describeWithShared('the 63 sheets of the reserve agreement 2026-2029', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await readSharedAgreement('000');
  });

  it('has every sheet, every row and every total', () => {
    expect(agreement.document.layout).toBe('initiative-sheets');
    expect(agreement.initiatives).toHaveLength(63);
    expect(agreement.initiatives.flatMap((initiative) => initiative.components)).toHaveLength(90);
    expect(agreement).toMatchObject({ unit: 'mio. kr.', priceLevel: '2026-pl', years: [2026, 2027, 2028, 2029] });
    expect(agreement.initiatives.every((initiative) => initiative.total !== null)).toBe(true);
    expect(agreement.tables).toEqual([]);
  });

  it('foots across and down in every table', () => {
    for (const initiative of agreement.initiatives) {
      if (initiative.total === null) throw new Error('no total');
      for (const row of [initiative.total, ...initiative.components]) expect([row.label, footsAcross(initiative.columns, row, 'mio. kr.')]).toEqual([row.label, true]);
      expect([initiative.title, footsDown(initiative.columns, initiative.components, initiative.total, 'mio. kr.')]).toEqual([initiative.title, true]);
    }
  });

  it('states every total in the lead but one, and in the economy sentence', () => {
    const leads = agreement.initiatives.filter((initiative) => initiative.lead?.hasAmount === true);
    expect(leads).toHaveLength(62);
    expect(agreement.initiatives.find((initiative) => initiative.lead?.hasAmount === false)?.title).toBe('HandicapBilistCentret');
    for (const initiative of agreement.initiatives) {
      const total = initiative.total?.cells[4];
      const printed = total?.kind === 'amount' ? amountToNumber(total.amount) : null;
      for (const stated of initiative.stated.filter((one) => one.role === 'lead' || one.role === 'economy')) expect(amountToNumber(stated.amount)).toBe(printed);
      expect(initiative.stated.some((one) => one.role === 'economy')).toBe(true);
    }
  });

  it('has titles, damaged ones said to be so, and no heading lines lost', () => {
    expect(agreement.initiatives.filter((initiative) => initiative.titleDamaged).map((initiative) => initiative.position.line)).toEqual([1866, 2203, 2498]);
    expect(agreement.initiatives.map((initiative) => initiative.position.line)).toEqual([...agreement.initiatives.map((initiative) => initiative.position.line)].sort((a, b) => a - b));
    expect(titleHash(agreement)).toBe('1ea0c308072d54a6');
    expect(agreement.initiatives.find((initiative) => initiative.number !== null)).toMatchObject({ number: '6.2', position: { line: 2955 } });
  });

  it('reports what it did not understand, and nothing else', () => {
    expect(agreement.unread.map((item) => [item.position.line, item.reason])).toEqual([
      [1158, 'unit-missing'],
      [1665, 'foreign-currency'],
      [1791, 'unit-missing'],
      [1793, 'unit-missing'],
      [2233, 'row-without-label'],
      [2536, 'row-without-label'],
    ]);
  });

  it('finds the pools of the criteria sections', () => {
    expect(agreement.pools).toHaveLength(15);
    expect(agreement.pools.filter((pool) => pool.administrationPercent === 3)).toHaveLength(13);
  });

  it('agrees with the checked expectations', () => {
    const output = outputOf(agreement);
    const example = readSharedExample('000') as { initiatives: ExpectedRow[] };
    for (const expected of example.initiatives) expectInitiative(output.initiatives.find((initiative) => initiative['line'] === expected.line), expected);
  });
});

describeWithShared('the reserve agreement 2022-2025 with its overview', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await readSharedAgreement('001');
  });

  it('has every row, total, section and pool', () => {
    expect(agreement.document.layout).toBe('agreement-with-overview');
    expect(agreement.initiatives.map((initiative) => initiative.number)).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 1)));
    expect(agreement.totals.map((total) => total.label)).toEqual(['I alt', 'Social- og Ældreministeriet', 'Sundhedsministeriet', 'Beskæftigelsesministeriet', 'Børne- og Undervisningsministeriet']);
    expect(agreement.pools).toHaveLength(13);
    expect(agreement.unmatchedSections.map((section) => section.title.text)).toEqual(['Socialstyrelsens opgavevaretagelse']);
    expect(agreement.title).toBe('Aftale om udmøntning af reserven til foranstaltninger på social-, sundheds- og arbejdsmarkedsområdet 2022-2025');
    expect(titleHash(agreement)).toBe('9573f53173ad580f');
  });

  it('foots across, down the groups, and to the grand total', () => {
    const rows = agreement.initiatives.flatMap((initiative) => (initiative.total === null ? [] : [initiative.total]));
    const columns = agreement.initiatives[0]?.columns ?? [];
    for (const row of [...rows, ...agreement.totals.map((total) => total.row)]) expect([row.label, footsAcross(columns, row, 'mio. kr.')]).toEqual([row.label, true]);
    for (const total of agreement.totals) {
      const own = agreement.initiatives.flatMap((initiative) => (initiative.total !== null && (total.group.length === 0 || initiative.group[0] === total.group[0]) ? [initiative.total] : []));
      expect([total.label, footsDown(columns, own, total.row, 'mio. kr.')]).toEqual([total.label, true]);
    }
  });

  it('ties every section to its row, with the same total', () => {
    for (const initiative of agreement.initiatives) {
      const lead = initiative.stated.filter((stated) => stated.role === 'lead');
      expect(lead).toHaveLength(1);
      const cell = initiative.total?.cells[4];
      expect(lead.map((stated) => amountToNumber(stated.amount))).toEqual([cell?.kind === 'amount' ? amountToNumber(cell.amount) : null]);
      expect(initiative.section).not.toBeNull();
    }
  });

  it('reads the amounts, years and shares of the pools', () => {
    const sum = agreement.pools.reduce((total, pool) => total + (pool.total === null ? 0 : amountToNumber(pool.total)), 0);
    expect(sum.toFixed(1)).toBe('160.2');
    expect(agreement.pools.map((pool) => pool.administrationPercent)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5]);
    expect(agreement.pools.every((pool) => pool.initiative !== null)).toBe(true);
  });

  it('agrees with the checked expectations', () => {
    const output = outputOf(agreement);
    const example = readSharedExample('001') as { initiatives: ExpectedRow[]; totals: Record<string, unknown>[]; grandTotal: number };
    for (const expected of example.initiatives) expectInitiative(output.initiatives.find((initiative) => initiative['line'] === expected.line), expected);
    for (const expected of example.totals) expect(output.totals).toContainEqual(expect.objectContaining(expected));
    expect(output.totals[0]).toMatchObject({ total: example.grandTotal });
  });
});

describeWithShared('the report in prose', () => {
  it('has 66 amounts, the checked ones right', async () => {
    const agreement = await readSharedAgreement('002');
    expect(agreement.document.layout).toBe('report');
    expect(agreement.mentions).toHaveLength(66);
    const output = outputOf(agreement);
    const example = readSharedExample('002') as { mentions: Record<string, unknown>[] };
    for (const expected of example.mentions) expect(output.mentions).toContainEqual(expect.objectContaining(expected));
  });
});

describeWithShared('the initiative forms', () => {
  it('has 13 forms with totals, groups and breakdowns', async () => {
    const agreement = await readSharedAgreement('003');
    expect(agreement.document.layout).toBe('initiative-forms');
    expect(agreement.initiatives).toHaveLength(13);
    expect(agreement.initiatives.map((initiative) => initiative.number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '1', '2', '3', '4', '5', '6']);
    expect(titleHash(agreement)).toBe('8fefdda6b6cfd879');
    for (const initiative of agreement.initiatives) {
      if (initiative.total === null) throw new Error('no total');
      expect(footsAcross(initiative.columns, initiative.total, 'mio. kr.')).toBe(true);
    }
    const output = outputOf(agreement);
    const example = readSharedExample('003') as { initiatives: ExpectedRow[] };
    for (const expected of example.initiatives) {
      const found = output.initiatives.find((initiative) => initiative['line'] === expected.line);
      expectInitiative(found, expected);
      expect(found?.['stated']).toContainEqual(expect.objectContaining({ role: 'economy', value: expected.statedTotal }));
      for (const part of expected.breakdown ?? []) {
        expect(found?.['stated']).toContainEqual(
          expect.objectContaining({ role: part.kind === 'pulje' ? 'pool' : 'breakdown', value: part.amount, approximate: part.approx, purpose: part.purpose }),
        );
      }
    }
  });
});

describeWithShared('the committee paper on expiring grants', () => {
  it('has 12 grants that add up to the printed total', async () => {
    const agreement = await readSharedAgreement('004');
    expect(agreement.document.layout).toBe('expiring-grants');
    expect(agreement).toMatchObject({ unit: '1.000 kr.', priceLevel: '2026-pl' });
    expect(agreement.initiatives).toHaveLength(12);
    const output = outputOf(agreement);
    const example = readSharedExample('004') as { initiatives: ExpectedRow[]; total: number };
    expect(output.initiatives.reduce((sum, initiative) => sum + Number(initiative['total']), 0)).toBe(example.total);
    expect(output.totals).toMatchObject([{ total: example.total }]);
    for (const expected of example.initiatives) expectInitiative(output.initiatives.find((initiative) => initiative['line'] === expected.line), expected);
    for (const initiative of agreement.initiatives) expect(initiative.sectionRecommendation?.text).toBe(initiative.recommendation?.text);
    expect(agreement.unread.map((item) => [item.position.line, item.reason])).toEqual([[939, 'malformed-amount']]);
    expect(agreement.countClaims.map((claim) => claim.count)).toEqual([4, 3, 5]);
  });
});
