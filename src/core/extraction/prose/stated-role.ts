import { type StatedRole } from '../../budget/agreement';
import { type Amount, areEqualAmounts } from '../../money/amount';
import { type MentionInContext } from './mentions';
import { ADDED_GRANT, ECONOMY_SENTENCE, GRANT_VERB, OTHER_AGREEMENT, PART_OF_TOTAL, PAST_GRANT, POOL_PURPOSE } from '../vocabulary';

/** Where in an initiative's text an amount stands. */
export type Section = 'heading' | 'lead' | 'background' | 'economy' | 'criteria' | 'notes';

/**
 * What an amount outside the lead is to its initiative.
 * Background is money that the sentence puts in another decision; parts of this initiative's money are breakdown or pool.
 */
export function statedRole(found: MentionInContext, section: Section, total: Amount | null): StatedRole {
  const { sentence, before, mention } = found;
  if (section === 'heading') return 'other';
  if (section === 'economy' && ECONOMY_SENTENCE.test(sentence) && isFirstOfSentence(before)) return 'economy';
  const grants = GRANT_VERB.test(sentence) && !/behov\s+for|oplyser/i.test(sentence);
  const isPast = PAST_GRANT.test(sentence) && !(grants && ADDED_GRANT.test(before.slice(-60)));
  if (mention.priceLevel !== null && section !== 'economy') return 'background';
  if (section === 'notes') return OTHER_AGREEMENT.test(sentence) ? 'background' : 'other';
  if (isPast && !GRANT_VERB.test(before)) return 'background';
  if (!grants) return 'other';
  if (PART_OF_TOTAL.test(before)) return 'breakdown';
  if (total !== null && areEqualAmounts(mention.amount, total)) return 'other';
  if (mention.purpose !== null && POOL_PURPOSE.test(mention.purpose)) return 'pool';
  return section === 'criteria' ? 'pool' : 'breakdown';
}

function isFirstOfSentence(before: string): boolean {
  return !/\d\s*(?:mio|mia|kr)\b/i.test(before);
}
