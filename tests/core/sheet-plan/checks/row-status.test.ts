import { type Agreement } from '../../../../src/core/budget/agreement';
import { findCauses } from '../../../../src/core/reconciliation/causes/find-causes';
import { reconcile } from '../../../../src/core/reconciliation/engine';
import { type Check } from '../../../../src/core/reconciliation/rule';
import { figureFlags } from '../../../../src/core/sheet-plan/checks/figure-flags';
import { rowStatuses, worstStatus } from '../../../../src/core/sheet-plan/checks/row-status';
import { agreementOf, initiativeOf, printedRow, sampleAgreement } from '../../../support/sample-agreement';

function statuses(agreement: Agreement, accept: (check: Check) => boolean = () => false): ReadonlyMap<string, string> {
  const checks = reconcile(agreement);
  return rowStatuses({ agreement, checks, causes: findCauses(checks, agreement), accepted: new Set(checks.filter((check) => check.outcome === 'differs' && accept(check))) });
}

it('a row whose figures agree says so, and one that nothing checked says that', () => {
  const found = statuses(agreementOf([initiativeOf('Med sum', 10, '1,0 2,0 - - 3,0', []), initiativeOf('Uden noget at holde op mod', 30, '1,0 2,0 - - _', [])]));
  expect([found.get('I1'), found.get('I2')]).toEqual(['agrees', 'info']);
  const unchecked = agreementOf([{ ...initiativeOf('Kun ét tal', 30, '1,0 - - - 1,0', []), columns: [{ kind: 'year', year: 2026, basis: null, header: '2026' }], total: printedRow('total', null, '1,0', 30) }]);
  expect(statuses(unchecked).get('I1')).toBe('unchecked');
});

it('the worst of all findings about a row is its status, those of its parts among them', () => {
  const wrong = agreementOf([initiativeOf('Delen er forkert', 10, '1,0 2,0 - - 3,0', [printedRow('component', 'Del', '1,0 2,0 - - 3,5', 11)])]);
  const found = statuses(wrong);
  expect([found.get('I1'), found.get('I1D1')]).toEqual(['error', 'error']);
});

it('an accepted finding has a status of its own, and one that is open outweighs it', () => {
  const wrong = agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]);
  expect(statuses(wrong, () => true).get('I1')).toBe('accepted');
  const twice = agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Del', '1,0 2,0 - - 3,9', 11)])]);
  expect(statuses(twice, ({ place }) => place.component === null).get('I1')).toBe('error');
});

it('no row with a flag agrees', () => {
  const papers = [
    sampleAgreement(),
    agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Ulæselig', '1,0 2x? - - 3,0', 11)]), initiativeOf('kotika', 30, '1,0 - - - 1,0', [], { titleDamaged: true })]),
  ];
  for (const agreement of papers) {
    const checks = reconcile(agreement);
    const found = statuses(agreement);
    for (const { rowId } of figureFlags(agreement, checks, 'da')) expect([rowId, found.get(rowId)]).not.toEqual([rowId, expect.stringMatching(/agrees|unchecked|undefined/)]);
  }
});

it('the worst of none is that nothing was checked', () => {
  expect(worstStatus([])).toBe('unchecked');
  expect(worstStatus(['agrees', 'accepted', 'info'])).toBe('info');
});
