import { type Rule } from '../../rule';
import { checkStatedTotals } from '../../checking/stated-total';

const ID = 'economy-total-tie-out';

/** The total that the economy section's sentence states against the table's total. */
export const economyTotalTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of the same figure in two places (ISA 500, inspection and recalculation); bound 0 at equal precision',
  title: { da: 'Beløb i økonomiafsnittet ↔ tabellen', en: 'Amount in the finances section vs table' },
  check: (context) => checkStatedTotals(ID, 'economy', context),
};
