import { type Pool } from '../../../budget/agreement';
import { type Column } from '../../../budget/table';
import { sumAmounts } from '../../../money/amount';
import { type TextLine } from '../../lines/document-text';
import { endsIn, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { type MentionInContext } from '../../prose/mentions';
import { readRoundYears, readSupportPeriod } from './pool-criteria';
import { type Reading, mentionsOf } from '../reading';
import { endsInAbbreviation, positionOf } from '../../lines/running-text';
import { bestTitle, normalizeTitle } from '../../titles/title-match';
import { ADMINISTRATION_SHARE, EARLIER_FRAME, POOL_AMOUNT, POOL_GRANT_GOES_ON, POOL_GRANT_START, POOL_GROUP_HEADING, RESPECTIVELY } from '../../vocabulary';

const MAX_TITLE_LINES = 4;
/** A pool whose heading is this like an initiative's title belongs to it. */
const SAME_TITLE = 0.6;

/** The criteria of one pool heading: its title, the initiative named in parentheses, its lines. */
interface PoolSection {
  readonly title: string;
  readonly initiative: string | null;
  readonly lines: readonly TextLine[];
}

/** The pools of an annex of criteria: one for every amount that a grant sentence gives "til ansøgningspuljen". */
export function readAnnexPools(reading: Reading, lines: readonly TextLine[], titles: readonly string[], columns: readonly Column[]): Pool[] {
  return poolSections(reading, lines, titles).flatMap((section) => readPools(reading, section, columns));
}

/** Sections end with the paragraph that grants the money; the lines up to it belong to the heading above. */
function poolSections(reading: Reading, lines: readonly TextLine[], titles: readonly string[]): PoolSection[] {
  const sections: PoolSection[] = [];
  let start = behindGroupHeading(lines, firstHeading(reading, lines, titles));
  while (start < lines.length) {
    const grant = findGrant(lines, start);
    if (grant < 0) break;
    const end = paragraphEnd(lines, grant);
    const titleEnd = findTitleEnd(reading, lines, start, titles);
    sections.push({ ...readTitle(reading, lines.slice(start, titleEnd), titles), lines: lines.slice(titleEnd, end) });
    start = behindGroupHeading(lines, end);
  }
  return sections;
}

/** Behind a heading over several pools ("Puljer på kulturområdet, som udmøntes af …") that stands at a line, over the lines on which it goes on. */
function behindGroupHeading(lines: readonly TextLine[], start: number): number {
  if (!POOL_GROUP_HEADING.test(lines[start]?.text.trim() ?? '')) return start;
  let end = start + 1;
  while (end < lines.length && end - start < MAX_TITLE_LINES && (isOpenEnded(lines[end - 1]?.text ?? '') || startsSmall(lines[end]?.text ?? ''))) end += 1;
  return end;
}

/** Behind the annex heading and its introduction: the last line before the first criteria that can be a heading. */
function firstHeading(reading: Reading, lines: readonly TextLine[], titles: readonly string[]): number {
  for (let index = 1; index < Math.min(lines.length, 12); index += 1) {
    const joined = joinAll(lines.slice(index, index + 2).map((line) => line.text), reading.evidence);
    const first = lines[index]?.text.trim() ?? '';
    const parent = first.includes('(') ? (/\(([^()]{4,200})\)?/.exec(joined)?.[1] ?? joined) : first;
    if (bestTitle(parent, titles, SAME_TITLE) >= 0) return headingStart(lines, index);
  }
  return Math.min(1, lines.length);
}

/** The first line of a heading of which one line is known: up over lines of its block that end no sentence. */
function headingStart(lines: readonly TextLine[], known: number): number {
  let start = known;
  while (start > 1 && known - start < MAX_TITLE_LINES - 1) {
    const [line, above] = [lines[start], lines[start - 1]?.text.trim() ?? ''];
    const goesOn = line?.text.trim().startsWith('(') === true || startsSmall(line?.text ?? '') || isOpenEnded(above);
    if (!goesOn || endsIn(above, '.:;')) break;
    start -= 1;
  }
  return start;
}

function findGrant(lines: readonly TextLine[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const text = `${lines[index]?.text.trim() ?? ''} ${lines[index + 1]?.text.trim() ?? ''}`;
    if (!POOL_GRANT_START.test(text)) continue;
    POOL_AMOUNT.lastIndex = 0;
    if (/\d/.test(text) && POOL_AMOUNT.test(text)) return index;
  }
  return -1;
}

/** Behind the line that ends the paragraph: with a full stop that is no abbreviation's, and no sentence on the administration behind it. */
function paragraphEnd(lines: readonly TextLine[], from: number): number {
  let index = from;
  while (index < lines.length) {
    const text = lines[index]?.text.trim() ?? '';
    index += 1;
    const isEnd = text.endsWith('.') && !endsInAbbreviation(text) && !/(?:kr|pct)\.$/.test(text);
    if (isEnd && !POOL_GRANT_GOES_ON.test(lines[index]?.text.trim() ?? '')) break;
  }
  return index;
}

/** A heading goes on while its parenthesis is open, or as long as it grows into an initiative's title. */
function findTitleEnd(reading: Reading, lines: readonly TextLine[], start: number, titles: readonly string[]): number {
  const normalized = titles.map(normalizeTitle);
  for (let count = 1; count <= MAX_TITLE_LINES; count += 1) {
    const joined = joinAll(lines.slice(start, start + count).map((line) => line.text), reading.evidence);
    if (normalized.includes(normalizeTitle(joined))) return start + count;
    if (namesParent(joined, titles)) return start + count;
  }
  for (let count = 1; count <= MAX_TITLE_LINES; count += 1) {
    const joined = joinAll(lines.slice(start, start + count).map((line) => line.text), reading.evidence);
    const open = joined.lastIndexOf('(');
    if (open >= 0 && joined.endsWith(')')) return start + count;
    const next = lines[start + count]?.text ?? '';
    if (!(open > joined.lastIndexOf(')')) && !startsSmall(next)) return start + count;
  }
  return start + 1;
}

/** A heading that ends in an initiative's title in parentheses. */
const TITLE_WITH_PARENT = /^(.+?)\s*\(([^()]+(?:\([^()]*\)[^()]*)?)\)$/;

function namesParent(heading: string, titles: readonly string[]): boolean {
  const match = TITLE_WITH_PARENT.exec(heading);
  return match !== null && bestTitle(match[2] ?? '', titles, SAME_TITLE) >= 0;
}

function readTitle(reading: Reading, lines: readonly TextLine[], titles: readonly string[]): Omit<PoolSection, 'lines'> {
  const joined = joinAll(lines.map((line) => line.text), reading.evidence);
  const match = TITLE_WITH_PARENT.exec(joined);
  const parent = match === null ? -1 : bestTitle(match[2] ?? '', titles, SAME_TITLE);
  if (match !== null && parent >= 0) return { title: match[1] ?? joined, initiative: titles[parent] ?? null };
  const own = bestTitle(joined, titles, SAME_TITLE);
  return { title: joined, initiative: own < 0 ? null : (titles[own] ?? null) };
}

function readPools(reading: Reading, section: PoolSection, columns: readonly Column[]): Pool[] {
  const found = mentionsOf(reading, section.lines);
  const granted = found.mentions.filter((mention) => isPoolGrant(mention));
  const groups = groupByPool(granted);
  const criteria = joinAll(section.lines.map((line) => line.text), reading.evidence);
  const rounds = readRoundYears(criteria);
  const support = readSupportPeriod(criteria);
  const share = ADMINISTRATION_SHARE.exec(criteria);
  const areRoundsShared = RESPECTIVELY.test(criteria) && rounds.length === groups.length;
  return groups.map((group, index): Pool => {
    const first = group[0];
    const amounts = group.flatMap((mention) => yearsOf(mention, columns).map((year) => ({ year, amount: mention.mention.amount, position: mention.mention.position })));
    const line = first?.line ?? section.lines[0];
    if (line === undefined) throw new Error('A pool without a place');
    return {
      title: section.title,
      initiative: section.initiative,
      amounts,
      total: first === undefined ? null : sumAmounts(group.map((mention) => mention.mention.amount), first.mention.amount.unit),
      administrationPercent: share === null ? null : Number((share[1] ?? '').replace(',', '.')),
      roundYears: areRoundsShared ? rounds.slice(index, index + 1) : rounds,
      supportFrom: support?.from ?? null,
      supportTo: support?.to ?? null,
      hasEarlierFrame: EARLIER_FRAME.test(criteria),
      position: positionOf(line),
    };
  });
}

function isPoolGrant(mention: MentionInContext): boolean {
  POOL_AMOUNT.lastIndex = 0;
  return POOL_GRANT_START.test(mention.sentence.trim()) && POOL_AMOUNT.test(mention.sentence);
}

/** Amounts up to one that is followed by "til ansøgningspuljen" make one pool; the next starts another. */
function groupByPool(mentions: readonly MentionInContext[]): MentionInContext[][] {
  const groups: MentionInContext[][] = [];
  let current: MentionInContext[] = [];
  mentions.forEach((mention, index) => {
    current.push(mention);
    const next = mentions[index + 1];
    const offset = mention.before.length;
    const until = next !== undefined && next.sentence === mention.sentence ? next.before.length : mention.sentence.length;
    POOL_AMOUNT.lastIndex = 0;
    if (POOL_AMOUNT.test(mention.sentence.slice(offset, until))) {
      groups.push(current);
      current = [];
    }
  });
  if (current.length > 0) groups.push(current);
  return groups;
}

/** The years of an amount: those it states, else the only year that the agreement has. */
function yearsOf(mention: MentionInContext, columns: readonly Column[]): number[] {
  const { from, to } = mention.mention;
  if (from !== null && (to === null || to === from)) return [from];
  const years = columns.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
  return from === null && years.length === 1 ? years : [];
}
