import { type PlacedText } from '../../budget/position';
import { type Amount, areEqualAmounts, sumAmounts } from '../../money/amount';
import { type TextLine } from '../lines/document-text';
import { isOpenEnded, joinAll, startsSmall } from '../lines/join-lines';
import { type FoundMentions, type MentionInContext } from '../prose/mentions';
import { mentionsOf, proseLines, type Reading } from '../assembly/reading';
import { positionOf } from '../lines/running-text';
import { normalizeTitle, titleSimilarity } from '../assembly/title-match';
import { leadAmounts } from '../prose/lead-amounts';
import { LEAD_START, PART_OF_TOTAL, PAST_GRANT, POOL_PURPOSE, SAVING_VERB, SECTION_TOTAL, SECTION_TOTAL_START } from '../vocabulary';

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

const MAX_TITLE_LINES = 3;
const MAX_TITLE_LENGTH = 200;
/** A heading of a group is shorter than a line of running text. */
const MAX_GROUP_LENGTH = 60;
/** Titles this alike are the same title in other words; below, order and amount must agree. */
const SAME_TITLE = 0.72;
const LIKE_TITLE = 0.45;

/**
 * The sections of the prose between two lines: each ends with its total sentence; group headings and overview titles start new ones.
 * What stands before the first group heading or title is the preface.
 */
export function splitSections(reading: Reading, from: number, to: number, groupNames: ReadonlySet<string>, titles: readonly OverviewTitle[]): { sections: ProseSection[]; preface: FoundMentions } {
  const starts = sectionStarts(reading, from, to, groupNames, titles);
  const sections = starts.map((start, index) => readSection(reading, start, starts[index + 1]?.boundary ?? to));
  const prefaceEnd = starts[0]?.boundary ?? to;
  return { sections, preface: mentionsOf(reading, proseLines(reading, from, prefaceEnd)) };
}

/** For every section the index of its overview row, -1 when it has none: by title, then by order and amount. */
export function matchSections(sections: readonly ProseSection[], titles: readonly OverviewTitle[]): number[] {
  const rows = sections.map(() => -1);
  const taken = new Set<number>();
  const assign = (section: number, row: number) => {
    rows[section] = row;
    taken.add(row);
  };
  sections.forEach((section, index) => {
    const exact = titles.findIndex((title, row) => !taken.has(row) && normalizeTitle(title.title) === normalizeTitle(section.title.text));
    if (exact >= 0) assign(index, exact);
  });
  for (const threshold of [SAME_TITLE, LIKE_TITLE, 0]) {
    sections.forEach((section, index) => {
      if (rows[index] !== -1 || (threshold < SAME_TITLE && section.leads.length === 0)) return;
      const row = bestRow(section, index, rows, titles, taken, threshold);
      if (row >= 0) assign(index, row);
    });
  }
  return rows;
}

/** The free row most like a section; below the threshold for equal wording only rows between its neighbours' with its amount count. */
function bestRow(section: ProseSection, index: number, rows: readonly number[], titles: readonly OverviewTitle[], taken: ReadonlySet<number>, threshold: number): number {
  const after = Math.max(-1, ...rows.slice(0, index));
  const behind = rows.slice(index + 1).filter((row) => row >= 0);
  const before = behind.length === 0 ? titles.length : Math.min(...behind);
  let best = -1;
  let bestScore = 0;
  titles.forEach((title, row) => {
    if (taken.has(row)) return;
    const isInOrder = row > after && row < before;
    const hasAmount = section.leads.some((lead) => title.total !== null && areEqualAmounts(lead.mention.amount, title.total));
    if (threshold < SAME_TITLE && !(isInOrder && hasAmount)) return;
    const similarity = titleSimilarity(section.title.text, title.title, threshold);
    if (similarity < threshold) return;
    const score = 0.01 + similarity + (hasAmount ? 0.3 : 0) + (isInOrder ? 0.1 : 0);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  });
  return best;
}

/** A section starts with its title line; `boundary` is where the group headings above it start. */
interface SectionStart {
  readonly boundary: number;
  readonly title: number;
  readonly titleEnd: number;
}

function sectionStarts(reading: Reading, from: number, to: number, groupNames: ReadonlySet<string>, titles: readonly OverviewTitle[]): SectionStart[] {
  const normalized = titles.map((title) => normalizeTitle(title.title));
  const starts: SectionStart[] = [];
  let index = from;
  let isAfterTotal = false;
  let hasBegun = false;
  let boundary = -1;
  while (index < to) {
    const line = reading.lines[index];
    if (line === undefined) break;
    const text = line.text.trim();
    if (isGroupHeading(text, groupNames) || (isAfterTotal && isHeadingOverTitle(reading, index, to, normalized))) {
      if (boundary < 0) boundary = index;
      hasBegun = true;
      index += 1;
      continue;
    }
    const exactEnd = boundary >= 0 || isAfterTotal || isAfterSentence(reading, index, from) ? titleEndAt(reading, index, to, normalized) : 0;
    const titleEnd = exactEnd > 0 ? exactEnd : hasBegun && (boundary >= 0 || isAfterTotal) ? guessTitleEnd(reading, index, to, titles) : 0;
    if (titleEnd > 0) {
      starts.push({ boundary: boundary < 0 ? index : boundary, title: index, titleEnd });
      hasBegun = true;
      boundary = -1;
      isAfterTotal = false;
      index = titleEnd;
      continue;
    }
    boundary = -1;
    const totalEnd = totalSentenceEnd(reading, index, to);
    isAfterTotal = totalEnd > 0 && hasBegun;
    index = totalEnd > 0 ? totalEnd : index + 1;
  }
  return starts;
}

/** Whether a line is the name of a group and not the same words at a line's start or end of running text. */
function isGroupHeading(text: string, groupNames: ReadonlySet<string>): boolean {
  return text.length < 120 && !startsSmall(text) && !/[.,;]$/.test(text) && groupNames.has(normalizeTitle(text));
}

/** Whether a line that the overview does not name stands as a heading right over a title. */
function isHeadingOverTitle(reading: Reading, index: number, to: number, normalized: readonly string[]): boolean {
  const text = reading.lines[index]?.text.trim() ?? '';
  return isShortHeading(text) && !/[.,;:]$/.test(text) && titleEndAt(reading, index, to, normalized) === 0 && titleEndAt(reading, index + 1, to, normalized) > 0;
}

/** Whether the line before ends a sentence or is a heading of its own, so that a title may start here. */
function isAfterSentence(reading: Reading, index: number, from: number): boolean {
  const previous = index > from ? reading.lines[index - 1] : undefined;
  if (previous === undefined || /[.!?:]$/.test(previous.text.trimEnd()) || reading.lines[index]?.isPageStart === true) return true;
  return (reading.lines[index]?.blankLinesBefore ?? 0) > 0 && isShortHeading(previous.text.trim());
}

function isShortHeading(text: string): boolean {
  return text.length < MAX_GROUP_LENGTH && !startsSmall(text) && !isOpenEnded(text);
}

/** Where a title that starts at a line ends, when one to three lines print exactly an overview title; 0 otherwise. */
function titleEndAt(reading: Reading, index: number, to: number, normalized: readonly string[]): number {
  const first = normalizeTitle(reading.lines[index]?.text.slice(0, 200) ?? '');
  if (first.length < 4 || /[.,;]$/.test(reading.lines[index]?.text ?? '') || !normalized.some((title) => title.startsWith(first))) return 0;
  for (let count = 1; count <= MAX_TITLE_LINES && index + count <= to; count += 1) {
    const joined = normalizeTitle(joinAll(reading.lines.slice(index, index + count).map((line) => line.text), reading.evidence));
    if (normalized.includes(joined)) return index + count;
  }
  return 0;
}

/** A title in other words than the overview's: as many lines as make it most like a row; without such a row the lines that can be a heading, 0 when they are a sentence. */
function guessTitleEnd(reading: Reading, index: number, to: number, titles: readonly OverviewTitle[]): number {
  let end = index + 1;
  let best = LIKE_TITLE;
  for (let count = 1; count <= MAX_TITLE_LINES && index + count <= to; count += 1) {
    const joined = joinAll(reading.lines.slice(index, index + count).map((line) => line.text), reading.evidence);
    const similarity = Math.max(0, ...titles.map((title) => titleSimilarity(joined, title.title, best)));
    if (similarity > best) {
      best = similarity;
      end = index + count;
    }
  }
  if (best > LIKE_TITLE) return end;
  while (end < to && end - index < MAX_TITLE_LINES && goesOn(reading, end)) end += 1;
  const text = joinAll(reading.lines.slice(index, end).map((line) => line.text), reading.evidence);
  return startsSmall(text) || /[.;:,]$|[.;]\s/.test(text) || text.length > MAX_TITLE_LENGTH || (end < to && goesOn(reading, end)) ? 0 : end;
}

/** Whether the line at an index goes on with the sentence or heading of the line before. */
function goesOn(reading: Reading, index: number): boolean {
  return isOpenEnded(reading.lines[index - 1]?.text ?? '') || startsSmall(reading.lines[index]?.text ?? '');
}

/** Where a total sentence that starts at a line ends; 0 when none starts there. */
function totalSentenceEnd(reading: Reading, index: number, to: number): number {
  const first = reading.lines[index]?.text.trim() ?? '';
  if (!SECTION_TOTAL_START.test(first)) return 0;
  const joined = joinAll(reading.lines.slice(index, Math.min(to, index + 3)).map((line) => line.text), reading.evidence);
  if (!SECTION_TOTAL.test(joined)) return 0;
  let end = index;
  while (end < to && end - index < 3) {
    end += 1;
    if (/\.\s*$/.test(reading.lines[end - 1]?.text ?? '') && !/(?:mio|mia|kr|ca)\.\s*$/i.test(reading.lines[end - 1]?.text ?? '')) break;
  }
  return end;
}

function readSection(reading: Reading, start: SectionStart, end: number): ProseSection {
  const titleLines = reading.lines.slice(start.title, start.titleEnd);
  const first: TextLine | undefined = titleLines[0];
  if (first === undefined) throw new Error('A section without a title line');
  const found = mentionsOf(reading, proseLines(reading, start.titleEnd, end));
  return { title: { text: joinAll(titleLines.map((line) => line.text), reading.evidence), position: positionOf(first) }, found, leads: findLeads(found.mentions) };
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
