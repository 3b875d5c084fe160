import { type Mention, type Unread } from '../../budget/agreement';
import { type NumberStyle } from '../../money/danish-number';
import { type Found, type FoundAmount, findAmounts } from './amounts';
import { type TextLine } from '../lines/document-text';
import { type Period, readFarPeriod, readPeriod, readPeriodBefore, readRespectiveYears } from './periods';
import { type RunningText, sentenceAround } from '../lines/running-text';
import { readPriceLevel } from '../tables/header/stated-unit';
import {
  ANNUAL_AFTER,
  ANNUAL_BEFORE,
  APPROXIMATE,
  ONWARDS,
  PART_OF_TOTAL,
  PERMANENT_AFTER,
  PERMANENT_BEFORE,
  PRICE_LEVEL_AFTER,
  PURPOSE_LEAD,
  SUM_BEFORE,
  TABLE_REFERENCE,
  THEREAFTER,
  UNIT_BEFORE,
} from '../vocabulary';

/** A mention with the words around it, so that a layout can tell what the amount is to its initiative. */
export interface MentionInContext {
  readonly mention: Mention;
  /** The sentence that states the amount. */
  readonly sentence: string;
  /** The sentence's words before the amount, back to the amount before. */
  readonly before: string;
  readonly line: TextLine;
  /** Offset of the amount in the running text. */
  readonly start: number;
}

/** The amounts of a running text, and what looked like money there and was not understood. */
export interface FoundMentions {
  readonly mentions: readonly MentionInContext[];
  readonly unread: readonly Unread[];
}

/** How far before and after an amount its attributes are looked for. */
const REACH_BEFORE = 140;
const REACH_AFTER = 400;
const REACH_SUM = 40;
/** A sentence longer than this is no sentence; only its part around the amount is kept. */
const MAX_SENTENCE = 1500;
const MAX_PURPOSE = 160;

/** Every amount of money in running text with unit, approximation, period and purpose. */
export function findMentions(running: RunningText, style: NumberStyle): FoundMentions {
  const found = findAmounts(running.text, style);
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [];
  found.forEach((item, index) => {
    if (item.kind === 'amount') {
      mentions.push(describe(running, item, found[index - 1], found[index + 1], mentions[mentions.length - 1]));
      if (!item.sharesUnit) shareAttributes(mentions, countSharing(found, index), running.text.slice(item.end, item.end + REACH_AFTER));
      if (!item.isUnitWhole) unread.push(unreadAt(running, item, 'unit-missing'));
    } else {
      unread.push(unreadAt(running, item, item.kind));
    }
  });
  return { mentions: mentions.map(withSum), unread };
}

/** An amount behind "i alt" with the amounts for single years that its sentence names before it; as it is where other amounts of the sentence may be among its parts. */
function withSum(found: MentionInContext, index: number, all: readonly MentionInContext[]): MentionInContext {
  if (!isSum(found)) return found;
  const named = namedBefore(found, index, all);
  const parts = named.filter(({ from }) => from !== null);
  const [first, last] = [parts[0], parts[parts.length - 1]];
  const isYearly = parts.every(({ from, to, annual, permanent, priceLevel }, place) => from === to && !annual && !permanent && priceLevel === null && (place === 0 || (from ?? 0) > (parts[place - 1]?.to ?? Infinity)));
  const isOfThem = found.mention.from === null || (found.mention.from === first?.from && found.mention.to === last?.to);
  const isBehind = named.slice(0, named.length - parts.length).every(({ from }) => from === null);
  if (parts.length < 2 || !isYearly || !isOfThem || !isBehind) return found;
  return { ...found, mention: { ...found.mention, sumOf: parts.map(({ amount, approximate, position }) => ({ amount, approximate, position })) } };
}

/** The amounts that a sentence names before one, back to another sum; parts of amounts left out. */
function namedBefore(found: MentionInContext, index: number, all: readonly MentionInContext[]): Mention[] {
  const named: Mention[] = [];
  for (let place = index - 1; place >= 0; place -= 1) {
    const one = all[place];
    if (one === undefined || one.sentence !== found.sentence || !found.before.startsWith(one.before) || isSum(one)) break;
    if (!PART_OF_TOTAL.test(one.before.slice(-REACH_BEFORE))) named.push(one.mention);
  }
  return named.reverse();
}

function isSum({ before }: MentionInContext): boolean {
  return SUM_BEFORE.test(before.slice(-REACH_SUM));
}

/** How many amounts right before an amount share its unit. */
function countSharing(found: readonly Found[], index: number): number {
  let count = 0;
  for (let item = found[index - 1]; item?.kind === 'amount' && item.sharesUnit; item = found[index - 1 - count]) count += 1;
  return count;
}

/** "ca. 2-3 mio. kr. årligt": what is said once is said of all amounts that share a unit; "i hhv. 2026, 2027 og 2028" gives each its year. */
function shareAttributes(mentions: MentionInContext[], count: number, after: string): void {
  const last = mentions[mentions.length - 1];
  if (count === 0 || last === undefined) return;
  const start = mentions.length - 1 - count;
  const approximate = mentions.slice(start).some((item) => item.mention.approximate);
  const years = readRespectiveYears(mentions[start]?.before.slice(-REACH_BEFORE) ?? '', after, count + 1);
  const { annual, permanent, from, to, priceLevel, purpose } = last.mention;
  for (let index = start; index < mentions.length; index += 1) {
    const item = mentions[index];
    const year = years?.[index - start];
    const period = year === undefined ? { from, to } : { from: year, to: year };
    if (item !== undefined) mentions[index] = { ...item, mention: { ...item.mention, approximate, annual, permanent, ...period, priceLevel, purpose } };
  }
}

function describe(running: RunningText, item: FoundAmount, previous: Found | undefined, next: Found | undefined, last: MentionInContext | undefined): MentionInContext {
  const sentence = sentenceAround(running, item.start);
  const beforeStart = Math.max(sentence.start, previous?.end ?? 0, item.start - REACH_BEFORE);
  const afterEnd = Math.min(sentence.end, next !== undefined && next.start >= item.end ? next.start : sentence.end, item.end + REACH_AFTER);
  const before = running.text.slice(beforeStart, item.start);
  const after = running.text.slice(item.end, afterEnd);
  const priceLevel = PRICE_LEVEL_AFTER.exec(after);
  const behindLevel = priceLevel === null ? after : after.slice(priceLevel[0].length);
  const thereafter = THEREAFTER.test(after) && last !== undefined ? last.mention.to : null;
  const period = thereafter === null ? findPeriod(before.replace(UNIT_BEFORE, ''), behindLevel) : { from: thereafter + 1, to: null, isOpen: false };
  const line = running.lineAt(item.start);
  const permanent = (period?.isOpen ?? false) || PERMANENT_AFTER.test(behindLevel) || PERMANENT_BEFORE.test(before) || ONWARDS.test(behindLevel);
  const isOneYear = period !== null && period.from === period.to;
  const table = PART_OF_TOTAL.test(before) ? undefined : TABLE_REFERENCE.exec(after)?.[1];
  const sentenceStart = Math.max(sentence.start, item.start - MAX_SENTENCE);
  return {
    mention: {
      amount: item.amount,
      approximate: APPROXIMATE.test(before.replace(UNIT_BEFORE, '')),
      annual: ANNUAL_AFTER.test(behindLevel) || ANNUAL_BEFORE.test(before),
      permanent,
      from: period?.from ?? null,
      to: permanent && isOneYear ? null : (period?.to ?? null),
      priceLevel: priceLevel === null ? null : readPriceLevel(priceLevel[0]),
      purpose: findPurpose(running.text.slice(item.end, Math.min(sentence.end, item.end + REACH_AFTER)), next, item),
      ...(table === undefined ? {} : { table }),
      position: running.placeOf(item.start, item.end),
    },
    sentence: running.text.slice(sentenceStart, Math.min(sentence.end, item.end + MAX_SENTENCE)).trim(),
    before: running.text.slice(sentenceStart, item.start).trimStart(),
    line,
    start: item.start,
  };
}

function findPeriod(before: string, after: string): Period | null {
  return readPeriod(after) ?? readFarPeriod(after) ?? readPeriodBefore(before);
}

/** What the amount is for: from "til" to the next clause, or to the next amount of an enumeration. */
function findPurpose(after: string, next: Found | undefined, item: FoundAmount): string | null {
  const lead = /^(?:\s*(?:årligt|varigt|\([^()]{0,40}\)|(?:i|fra)\s+(?:perioden\s+|årene\s+)?(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4}|\s+og\s+(?:19|20)\d\d)?))*/.exec(after)?.[0] ?? '';
  const behind = after.slice(lead.length);
  const purposeLead = PURPOSE_LEAD.exec(behind)?.[0];
  if (purposeLead === undefined) return null;
  const isEnumerated = /anvendes/i.test(purposeLead);
  const start = lead.length + purposeLead.length;
  const limit = next !== undefined && next.start > item.end ? Math.min(after.length, next.start - item.end) : after.length;
  const phrase = after.slice(start, limit);
  const end = isEnumerated ? phrase.length : clauseEnd(phrase);
  const purpose = phrase
    .slice(0, end)
    .replace(/(?:,?\s+(?:og|samt))?[\s,]*(?:\bca\.?|cirka|omkring)?\s*$/i, '')
    .replace(/(?<![\s.,;])[\s.,;]+$/, '')
    .trim();
  return purpose === '' || purpose.length > MAX_PURPOSE ? null : purpose;
}

function clauseEnd(phrase: string): number {
  const match = /[,;(]|\.\s|\.$|\s(?:jf|med\s+henblik|hvoraf|heraf|som|der|samt\s+på|i\s+(?:i\s+)?(?:perioden?|årene)|i\s+(?:19|20)\d\d)\b/.exec(phrase);
  return match === null ? phrase.length : match.index;
}

function unreadAt(running: RunningText, item: Found, reason: Unread['reason']): Unread {
  return { text: running.text.slice(item.start, item.end), reason, position: running.placeOf(item.start, item.end) };
}
