import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { reconcile, summarize } from '../../../src/core/reconciliation/engine';
import { textToDocument } from '../../../src/readers/text';

it('says of every sum beyond those that are compared that it was not, so that nothing is green', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => `Post nr. ${index} 1,0 1,0 2,0`).join('\n');
  const document = await textToDocument('sums.txt', `Mio. kr. (2026-pl) 2026 2027 I alt\n${rows}\n${'I alt 300,0 300,0 600,0\n'.repeat(300)}`);
  if (!document.ok) throw new Error(document.failure.code);
  const agreement = extractAgreement(document.value);
  const checks = reconcile(agreement);
  const sums = checks.filter(({ rule }) => rule === 'group-footing');
  const left = sums.filter(({ outcome }) => outcome === 'not-checkable');
  expect(agreement.totals).toHaveLength(300);
  expect(left.length).toBeGreaterThan(100);
  expect(left.every(({ severity }) => severity === 'warning')).toBe(true);
  expect(new Set(sums.map(({ place }) => place.total)).size).toBe(300);
  expect(summarize(checks).verdict).toBe('not-checkable');
});
