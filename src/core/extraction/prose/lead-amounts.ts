import { type Initiative, type Mention } from '../../budget/agreement';
import { type MentionInContext } from './mentions';
import { AMOUNT_LINK, PART_OF_TOTAL, SAVING_VERB } from '../vocabulary';

/** How far before an amount the words that link it to the one before are looked for. */
const LINK_REACH = 60;

/**
 * The amounts by which a sentence grants an initiative its money: the first that is no part of another, and those linked to it that follow for later years
 * ("2,0 mio. kr. i 2026 og 3,0 mio. kr. årligt fra 2027 til 2030"). `mentions` are one sentence's, in order.
 */
export function leadAmounts(mentions: readonly MentionInContext[]): MentionInContext[] {
  const first = mentions.findIndex((found) => !PART_OF_TOTAL.test(found.before.slice(-LINK_REACH)));
  const leads = mentions.slice(Math.max(0, first), Math.max(0, first) + 1);
  for (const found of mentions.slice(Math.max(0, first) + 1)) {
    const previous = leads[leads.length - 1];
    if (previous === undefined || found.sentence !== previous.sentence || !follows(previous.mention, found)) break;
    leads.push(found);
  }
  return leads;
}

/** Whether an amount goes on for the years behind another's, linked by no more than "og" or a comma. */
function follows(previous: Mention, found: MentionInContext): boolean {
  const { from } = found.mention;
  const last = previous.to ?? previous.from;
  return from !== null && last !== null && from > last && AMOUNT_LINK.test(found.before.slice(-LINK_REACH)) && found.mention.amount.unit === previous.amount.unit;
}

/** What a lead says of the initiative's amount and years; null amounts and years where it says nothing. */
export function leadOf(leads: readonly Mention[]): Pick<NonNullable<Initiative['lead']>, 'hasAmount' | 'from' | 'to'> {
  return { hasAmount: leads.length > 0, from: leads[0]?.from ?? null, to: leads[leads.length - 1]?.to ?? null };
}

/** An amount of a sentence that saves money, marked as such: tables print it with a minus. */
export function markSaving<T extends Mention>(mention: T, sentence: string): T {
  return SAVING_VERB.test(sentence) ? { ...mention, isSaving: true } : mention;
}
