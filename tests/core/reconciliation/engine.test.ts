import { reconcile, summarize } from '../../../src/core/reconciliation/engine';
import { RULES } from '../../../src/core/reconciliation/registry';
import { buildAgreement } from '../../support/agreement-builder';
import { deepFreeze } from '../../support/deep-freeze';

const EXACT = `
# A
| år | 2026 | 2027 | 2028 | 2029 | I alt |
| = I alt | 4,7 | 5,4 | 2,2 | 7,7 | 20,0 |
| Kampagne | 1,5 | 1,5 | 1,1 | 2,2 | 6,3 |
| Pulje | 1,7 | 2,0 | 0,6 | 3,3 | 7,6 |
| Drift | 1,5 | 1,9 | 0,5 | 2,2 | 6,1 |
# B
| = I alt | 5,7 | 6,4 | 3,2 | 8,7 | 24,0 |
| Kampagne | 2,5 | 2,5 | 1,3 | 2,2 | 8,5 |
| Pulje | 1,7 | 2,0 | 1,4 | 3,3 | 8,4 |
| Drift | 1,5 | 1,9 | 0,5 | 3,2 | 7,1 |
# C
| = I alt | 6,7 | 7,4 | 4,2 | 9,7 | 28,0 |
| Kampagne | 3,5 | 3,5 | 2,3 | 3,2 | 12,5 |
| Pulje | 1,7 | 2,0 | 1,4 | 3,3 | 8,4 |
| Drift | 1,5 | 1,9 | 0,5 | 3,2 | 7,1 |
`;
const SLIPPED = EXACT.replace('| Drift | 1,5 | 1,9 | 0,5 | 2,2 | 6,1 |', '| Drift | 1,5 | 1,9 | 0,6 | 2,2 | 6,1 |');

describe('reconcile', () => {
  it('lists checks in document order, and of one place in the order of the registry', () => {
    const checks = reconcile(deepFreeze(buildAgreement(EXACT)));
    const lines = checks.map((check) => check.place.position?.line ?? Infinity);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const order = RULES.map((rule) => rule.id);
    checks.forEach((check, index) => {
      const next = checks[index + 1];
      if (next === undefined || next.place.position?.line !== check.place.position?.line) return;
      expect(order.indexOf(check.rule)).toBeLessThanOrEqual(order.indexOf(next.rule));
    });
  });

  it('gives the same checks every time', () => {
    expect(reconcile(buildAgreement(SLIPPED))).toEqual(reconcile(buildAgreement(SLIPPED)));
  });

  it('doubts a small difference where all other sums are exact', () => {
    const found = reconcile(buildAgreement(SLIPPED)).filter((check) => check.outcome === 'differs');
    expect(found.map((check) => [check.rule, check.severity])).toEqual([
      ['column-footing', 'warning'],
      ['row-cross-footing', 'warning'],
    ]);
    expect(found[0]?.suggestion?.corrected?.coefficient).toBe(5);
  });

  it('does not doubt it where the document notes rounding', () => {
    const found = reconcile(buildAgreement(`rounding-note\n${SLIPPED}`)).filter((check) => check.outcome === 'differs');
    expect(found).toEqual([]);
  });

  it('does not doubt it where other sums are inexact too', () => {
    const rounded = SLIPPED.replace(/\| = I alt \| 5,7 \| 6,4 \|/, '| = I alt | 5,8 | 6,3 |').replace('| = I alt | 6,7 | 7,4 | 4,2 |', '| = I alt | 6,8 | 7,3 | 4,3 |');
    const found = reconcile(buildAgreement(rounded)).filter((check) => check.outcome === 'differs');
    expect(found).toEqual([]);
  });
});

describe('other documents', () => {
  const quoting = '# Hus Forbi\nbackground 2,0 mio. kr. 2026-2027 til Hus Forbi\n| år | 2026 | 2027 | I alt |\n| = I alt | 1,0 | 1,0 | 2,0 |';

  it('never count the document itself, whoever hands it over', () => {
    const agreement = buildAgreement(quoting);
    const copy = { ...buildAgreement(quoting), title: 'Samme fil i et katalog' };
    expect(reconcile(agreement, [agreement, copy])).toEqual(reconcile(agreement));
  });

  it('count where a single word differs', () => {
    const agreement = buildAgreement(quoting);
    expect(reconcile(agreement, [buildAgreement(`name ark.txt\n${quoting}`)]).filter((check) => check.rule === 'across-documents')).not.toEqual([]);
  });
});

describe('summarize', () => {
  it('is green when everything agrees', () => {
    expect(summarize(reconcile(buildAgreement(EXACT)))).toMatchObject({ verdict: 'agrees', differs: 0, errors: 0 });
  });

  it('is never green when nothing was checked', () => {
    expect(summarize([]).verdict).toBe('not-checkable');
    expect(summarize(reconcile(buildAgreement('# Rapport'))).verdict).toBe('not-checkable');
    expect(summarize(reconcile(buildAgreement('# A\n| år | 2026 |\n| = I alt | 1,0 |'))).verdict).toBe('not-checkable');
  });

  it('is never green for a document that was read in part', () => {
    expect(summarize(reconcile(buildAgreement(`partly-read\n${EXACT}`))).verdict).toBe('not-checkable');
  });

  it('counts by outcome', () => {
    const summary = summarize(reconcile(buildAgreement(SLIPPED)));
    expect(summary).toMatchObject({ differs: 2, warnings: 2, errors: 0, agreesWithinRounding: 0, verdict: 'differs' });
  });
});
