import { endsIn, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { normalizeTitle, titleSimilarity } from '../../titles/title-match';
import { SECTION_TOTAL, SECTION_TOTAL_START } from '../../vocabulary';
import { type Reading, type Span, tablesIn } from '../reading';
import { type OverviewTitle } from './prose-section';

const MAX_TITLE_LINES = 3;
const MAX_TITLE_LENGTH = 200;
/** A heading of a group is shorter than a line of running text. */
const MAX_GROUP_LENGTH = 60;
/** A heading less like a row's title than this is none of its words. */
const LIKE_TITLE = 0.45;

/** Where a section starts: `title` is its heading's first line, `titleEnd` the line behind it, `boundary` where the group headings above it start. */
export interface SectionStart {
  readonly boundary: number;
  readonly title: number;
  readonly titleEnd: number;
}

/** The sections of a span in order: each ends with its total sentence; group headings and overview titles start new ones. A table holds none: its rows print the same words. */
export function sectionStarts(reading: Reading, { from, to }: Span, groupNames: ReadonlySet<string>, titles: readonly OverviewTitle[]): SectionStart[] {
  const normalized = titles.map((title) => normalizeTitle(title.title));
  const starts: SectionStart[] = [];
  let index = from;
  let isAfterTotal = false;
  let hasBegun = false;
  let boundary = -1;
  const tables = tablesIn(reading, { from, to });
  let next = 0;
  while (index < to) {
    while ((tables[next]?.lastLine ?? to) < index) next += 1;
    const table = tables[next];
    if (table !== undefined && table.firstLine <= index) {
      boundary = -1;
      isAfterTotal = false;
      index = table.lastLine + 1;
      continue;
    }
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
  return text.length < 120 && !startsSmall(text) && !endsIn(text, '.,;') && groupNames.has(normalizeTitle(text));
}

/** Whether a line that the overview does not name stands as a heading right over a title. */
function isHeadingOverTitle(reading: Reading, index: number, to: number, normalized: readonly string[]): boolean {
  const text = reading.lines[index]?.text.trim() ?? '';
  return isShortHeading(text) && !endsIn(text, '.,;:') && titleEndAt(reading, index, to, normalized) === 0 && titleEndAt(reading, index + 1, to, normalized) > 0;
}

/** Whether the line before ends a sentence or is a heading of its own, so that a title may start here. */
function isAfterSentence(reading: Reading, index: number, from: number): boolean {
  const previous = index > from ? reading.lines[index - 1] : undefined;
  if (previous === undefined || endsIn(previous.text.trimEnd(), '.!?:') || reading.lines[index]?.isPageStart === true) return true;
  return (reading.lines[index]?.blankLinesBefore ?? 0) > 0 && isShortHeading(previous.text.trim());
}

function isShortHeading(text: string): boolean {
  return text.length < MAX_GROUP_LENGTH && !startsSmall(text) && !isOpenEnded(text);
}

/** Where a title that starts at a line ends, when one to three lines print exactly an overview title; 0 otherwise. */
function titleEndAt(reading: Reading, index: number, to: number, normalized: readonly string[]): number {
  const first = normalizeTitle(reading.lines[index]?.text.slice(0, 200) ?? '');
  if (first.length < 4 || endsIn(reading.lines[index]?.text ?? '', '.,;') || !normalized.some((title) => title.startsWith(first))) return 0;
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
