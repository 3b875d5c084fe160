import { createHash } from 'node:crypto';
import { appendDecision, decide, findBrokenRow, type HashText, type LogRow, stateOf } from '../../../src/core/reconciliation/acceptances';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { amountOf } from '../../../src/core/money/amount';
import { compareWithImport } from '../../../src/core/reconciliation/worksheet/edited-after-import';
import { type Check } from '../../../src/core/reconciliation/rule';
import { buildAgreement } from '../../support/agreement-builder';

const hash: HashText = async (text) => createHash('sha256').update(text).digest('hex');
const DOCUMENT = 'a'.repeat(64);

function finding(total: string): Check {
  const checks = reconcile(buildAgreement(`# A\n| år | 2026 | 2027 | I alt |\n| = I alt | 1,0 | 1,0 | ${total} |`));
  const found = checks.find((check) => check.rule === 'row-cross-footing');
  if (found === undefined) throw new Error('No check');
  return found;
}

/** A figure of 2.9 that reads otherwise in the sheet. */
function edited(value: number): Check {
  const { place } = finding('2,9');
  const [check] = compareWithImport([{ place, initiative: 'A', label: null, content: { kind: 'figure', amount: amountOf(29, 1, 'mio. kr.') }, actual: { value, formula: null } }]);
  if (check === undefined) throw new Error('No check');
  return check;
}

async function accepted(check: Check): Promise<LogRow[]> {
  const entry = decide(check, { decision: 'accept', key: 'k', reason: 'Aftalt med ministeriet', by: 'NN', at: '2026-03-01T10:00:00Z', version: '1.0.0', documentSha256: DOCUMENT });
  return appendDecision([], entry, hash);
}

describe('acceptances', () => {
  it('keeps a finding accepted while its figures stay', async () => {
    const rows = await accepted(finding('2,9'));
    expect(stateOf(finding('2,9'), 'k', DOCUMENT, rows).state).toBe('accepted');
    expect(stateOf(finding('2,9'), 'other', DOCUMENT, rows).state).toBe('open');
  });

  it('reopens it when a figure or the document changes', async () => {
    const rows = await accepted(finding('2,9'));
    expect(stateOf(finding('3,9'), 'k', DOCUMENT, rows).state).toBe('reopened');
    expect(stateOf(finding('2,9'), 'k', 'b'.repeat(64), rows).state).toBe('reopened');
  });

  it('reopens a finding without a computed figure when what it saw changes', async () => {
    const rows = await accepted(edited(2.4));
    expect(stateOf(edited(2.4), 'k', DOCUMENT, rows).state).toBe('accepted');
    expect(stateOf(edited(2.5), 'k', DOCUMENT, rows).state).toBe('reopened');
  });

  it('keeps a decision when the finding is worded differently or told in another language', async () => {
    const rows = await accepted(edited(2.4));
    expect(stateOf({ ...edited(2.4), message: { da: 'Andre ord.', en: 'Other words.' } }, 'k', DOCUMENT, rows).state).toBe('accepted');
  });

  it('lets an acceptance be withdrawn and comments stand beside it', async () => {
    const base = { key: 'k', by: null, at: '2026-03-02T10:00:00Z', version: '1.0.0', documentSha256: DOCUMENT };
    let rows = await accepted(finding('2,9'));
    rows = await appendDecision(rows, decide(finding('2,9'), { ...base, decision: 'comment', reason: 'Spurgt' }), hash);
    expect(stateOf(finding('2,9'), 'k', DOCUMENT, rows)).toMatchObject({ state: 'accepted', comments: [{ reason: 'Spurgt' }] });
    rows = await appendDecision(rows, decide(finding('2,9'), { ...base, decision: 'withdraw', reason: 'Fejl' }), hash);
    expect(stateOf(finding('2,9'), 'k', DOCUMENT, rows).state).toBe('open');
  });

  it('chains the rows, so that a changed one is found', async () => {
    const check = finding('2,9');
    const base = { key: 'k', by: 'NN', at: '2026-03-02T10:00:00Z', version: '1.0.0', documentSha256: DOCUMENT };
    let rows = await accepted(check);
    rows = await appendDecision(rows, decide(check, { ...base, decision: 'comment', reason: 'Én' }), hash);
    rows = await appendDecision(rows, decide(check, { ...base, decision: 'comment', reason: 'To' }), hash);
    expect(await findBrokenRow(rows, hash)).toBeNull();
    expect(await findBrokenRow(rows.map((row, index) => (index === 1 ? { ...row, reason: 'Ændret' } : row)), hash)).toBe(1);
    expect(await findBrokenRow([...rows.slice(0, 1), ...rows.slice(2)], hash)).toBe(1);
  });
});
