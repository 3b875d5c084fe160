import { reconcile } from '../../../src/core/reconciliation/engine';
import { agreementOf, initiativeOf, overOtherYears, printedRow, printedTotalOf } from '../sample-agreement';

/** One sheet, one wrong sum: everything that a flow can touch is there, and little of it. */
export const agreement = agreementOf([
  initiativeOf('Første', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)]),
  initiativeOf('Andet', 40, '0,5 0,5 - - 1,0', [printedRow('component', 'Løn', '0,5 0,5 - - 1,0', 44)]),
]);

/** What is found in the agreement. */
export const checks = reconcile(agreement);

/** The agreement corrected: an initiative more, one gone, one with other figures. */
export const corrected = agreementOf([
  initiativeOf('Nyt', 8, '0,5 - - - 0,5', [printedRow('component', 'Drift', '0,5 - - - 0,5', 12)]),
  initiativeOf('Første', 20, '1,0 2,5 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 24)]),
], { document: { ...agreement.document, name: 'rettet.txt', sha256: 'b'.repeat(64) } });

/** The corrected agreement with printed totals, which take a sheet more. */
export const larger = { ...corrected, totals: [printedTotalOf('I alt', [], '1,5 2,5 - - 4,0', 5)] };

/** The larger one over other years. */
export const later = overOtherYears(larger);
