import { type StatedAmount } from '../../../budget/agreement';
import { type PlacedText } from '../../../budget/position';
import { type Amount, areEqualAmounts, sumAmounts } from '../../../money/amount';
import { joinAll } from '../../lines/join-lines';
import { positionOf } from '../../lines/running-text';
import { leadAmounts, markSaving } from '../../prose/lead-amounts';
import { type FoundMentions, type MentionInContext } from '../../prose/mentions';
import { statedRole } from '../../prose/stated-role';
import { takeFootnotes } from '../../tables/rows/budget-table';
import { EARLIER_FRAME, LEAD_START, PART_OF_TOTAL, PAST_GRANT, POOL_PURPOSE, SAVING_VERB, SECTION_TOTAL } from '../../vocabulary';
import { mentionsOf, proseLines, type Reading, type Span } from '../reading';

/** A prose section about one initiative: its heading, its amounts, and the amounts of the sentence that states its total. */
export interface ProseSection {
  readonly title: PlacedText;
  readonly found: FoundMentions;
  readonly leads: readonly MentionInContext[];
}

/** What an overview row offers to be recognised by. */
export interface OverviewTitle {
  readonly title: string;
  readonly total: Amount | null;
}

/** The section whose heading and text two spans hold. */
export function readSection(reading: Reading, heading: Span, text: Span): ProseSection {
  const titleLines = reading.lines.slice(heading.from, heading.to);
  const [first] = titleLines;
  if (first === undefined) throw new Error('A section without a title line');
  const found = mentionsOf(reading, proseLines(reading, text));
  return { title: { text: takeFootnotes(joinAll(titleLines.map((line) => line.text), reading.evidence)).label, position: positionOf(first) }, found, leads: findLeads(found.mentions) };
}

/** The amounts of a section: the last granting sentence's are the lead, all others are background unless the sentence grants them now. */
export function readStated(section: ProseSection): StatedAmount[] {
  return section.found.mentions.map((found) => {
    if (section.leads.includes(found)) return { ...markSaving(found.mention, found.sentence), role: 'lead' };
    const role = EARLIER_FRAME.test(found.before.slice(-80)) ? 'background' : statedRole(found, 'background', section.leads[0]?.mention.amount ?? null);
    return { ...found.mention, role };
  });
}

/** Whether a section names a frame from an earlier agreement: its initiative's pools may exceed this agreement's years. */
export function namesEarlierFrame({ found }: ProseSection): boolean {
  return found.mentions.some((mention) => EARLIER_FRAME.test(mention.before));
}

/** The amounts of the last sentence that grants the section's initiative its total; without one of the last that saves money. */
function findLeads(mentions: readonly MentionInContext[]): MentionInContext[] {
  const sentences = mentions.map((found) => found.sentence);
  const granting = [...sentences].reverse().find((sentence) => SECTION_TOTAL.test(sentence));
  const sentence = granting ?? [...sentences].reverse().find((candidate) => SAVING_VERB.test(candidate));
  return sentence === undefined ? [] : leadAmounts(mentions.filter((found) => found.sentence === sentence));
}

/**
 * A section whose total stands in words of its own ("Der afsættes 12,0 mio. kr. i 2021-2024 til flere lærere"): the sentence that grants what the overview prints,
 * else the only one that grants anything, unless that is a part or a pool.
 */
export function withGrant(section: ProseSection, total: Amount | null): ProseSection {
  if (section.leads.length > 0 || total === null) return section;
  const sentences = [...new Set(section.found.mentions.filter(isGranted).map((found) => found.sentence))].map((sentence) => leadAmounts(section.found.mentions.filter((found) => found.sentence === sentence)));
  const equal = [...sentences].reverse().find((leads) => areEqualAmounts(sumAmounts(leads.map((found) => found.mention.amount), total.unit), total));
  const only = sentences.length === 1 ? sentences[0]?.filter((found) => !POOL_PURPOSE.test(found.mention.purpose ?? '') && !PART_OF_TOTAL.test(found.before)) : undefined;
  return { ...section, leads: equal ?? only ?? [] };
}

/** Whether an amount is granted now, and not told of an earlier decision. */
function isGranted({ sentence }: MentionInContext): boolean {
  return LEAD_START.test(sentence) && !PAST_GRANT.test(sentence);
}
