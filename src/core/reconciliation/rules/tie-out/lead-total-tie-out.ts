import { type Rule } from '../../rule';
import { checkStatedTotals } from '../../checking/stated-total';

const ID = 'lead-total-tie-out';

/** The total that the lead sentence states against the table's total. */
export const leadTotalTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of the same figure in two places (ISA 500, inspection and recalculation); bound 0 at equal precision',
  title: { da: 'Beløb i indledningen ↔ tabellen', en: 'Amount in the lead paragraph vs table' },
  check: (context) => checkStatedTotals(ID, 'lead', context),
};
