import { type Agreement, type CitedLine } from '../../budget/agreement';
import { placeOf, type Position } from '../../budget/position';
import { type HyphenEvidence } from '../lines/join-lines';
import { type TextLine } from '../lines/document-text';
import { sentenceAround, toRunningText, type RunningText } from '../lines/running-text';

/** Longest text that is kept of a line or a sentence. Units: characters. */
const LONGEST = 600;

/** How far from its line a sentence is looked at: blanks make it shorter. Units: characters. */
const REACH = 2 * LONGEST;

/** A paragraph is looked at for so many lines before and behind. */
const MOST_LINES = 100;

/** A line of its own that is no longer than this and ends no sentence is a heading. Units: characters. */
const LONGEST_HEADING = 40;

/** The agreement with the text of every line that it cites, so that a place can be read where the document is not at hand; of an amount of the text with its sentence. */
export function withCitedLines(agreement: Agreement, printed: readonly TextLine[], body: readonly TextLine[], evidence: HyphenEvidence): Agreement {
  const cited = citedPlaces(agreement);
  const sentences = sentencesOf(new Set(agreement.mentions.map(({ position }) => placeOf(position))), body, evidence);
  const lines = printed.flatMap((line): CitedLine[] => {
    const place = placeOf(line);
    if (!cited.has(place)) return [];
    const sentence = sentences.get(place);
    const text = shortened(line.text.trim(), 0);
    return [{ page: line.page, line: line.line, text, ...(sentence === undefined || sentence === text ? {} : { sentence }) }];
  });
  return { ...agreement, citedLines: lines };
}

/** The places that an agreement names: of every row, cell, amount, title and unread line. */
function citedPlaces({ initiatives, totals, pools, mentions, unread, unmatchedSections, countClaims, tables, accounting }: Agreement): ReadonlySet<number> {
  const places = new Set<number>();
  const visit = (value: object): void => {
    if (isPosition(value)) places.add(placeOf(value));
    else for (const part of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) if (typeof part === 'object' && part !== null) visit(part);
  };
  visit([initiatives, totals, pools, mentions, unread, unmatchedSections, countClaims, tables, accounting?.unaccounted ?? []]);
  return places;
}

function isPosition(value: object): value is Position {
  return 'line' in value && 'page' in value && 'box' in value;
}

/** The sentences that touch lines, as running text. */
function sentencesOf(wanted: ReadonlySet<number>, body: readonly TextLine[], evidence: HyphenEvidence): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (wanted.size === 0 || body.length === 0) return found;
  const running = toRunningText(body, evidence);
  const places = body.map(placeOf);
  for (let index = 0; index < places.length; ) {
    const first = index;
    const place = places[first] ?? 0;
    while (places[index] === place) index += 1;
    if (!wanted.has(place)) continue;
    const [start, end] = [running.lineStarts[first] ?? 0, running.lineStarts[index] ?? running.text.length];
    if (start < end) found.set(place, sentencesBetween(running, { start, end }, paragraphAround(body, running, first, index)));
  }
  return found;
}

/** A stretch of the running text by its offsets. Shape: `end` is exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The paragraph of some lines, as far as sentences are looked at. */
function paragraphAround(body: readonly TextLine[], { lineStarts, text }: RunningText, first: number, end: number): Stretch {
  const startOf = (index: number): number => lineStarts[index] ?? text.length;
  let [from, to] = [first, end];
  while (from > 0 && !beginsParagraph(body[from], body[from - 1]) && first - from < MOST_LINES && startOf(from) > startOf(first) - REACH) from -= 1;
  while (to < body.length && !beginsParagraph(body[to], body[to - 1]) && to - end < MOST_LINES && startOf(to) < startOf(end) + REACH) to += 1;
  return { start: startOf(from), end: startOf(to) };
}

/** Whether a line begins a paragraph: blank lines or a heading stand before it. */
function beginsParagraph(line: TextLine | undefined, before: TextLine | undefined): boolean {
  if (line === undefined || before === undefined) return true;
  const above = before.text.trim();
  const isApart = line.page === before.page && line.line > before.line + 1 && !/[,–-]$/.test(above);
  return isApart || (above.length <= LONGEST_HEADING && !/[.,;:!?–-]$/.test(above) && /^\s*\p{Lu}/u.test(line.text));
}

/** The sentences around a line, within its paragraph. Of text that no full stop ends only what can be kept of it is looked at. */
function sentencesBetween(running: RunningText, { start, end }: Stretch, paragraph: Stretch): string {
  const from = Math.max(sentenceAround(running, start).start, start - REACH, paragraph.start);
  const to = Math.min(sentenceAround(running, end - 1).end, end + REACH, paragraph.end);
  const text = running.text.slice(from, to);
  const blank = text.length - text.trimStart().length;
  return shortened(text.trim().replace(/\s+/g, ' '), start - from - blank);
}

/** A text of bearable length around an offset. */
function shortened(text: string, offset: number): string {
  if (text.length <= LONGEST) return text;
  const start = Math.max(0, Math.min(offset - LONGEST / 3, text.length - LONGEST));
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const cut = text.slice(from, from + LONGEST).replace(/[\ud800-\udbff]$/, '');
  return `${from > 0 ? '… ' : ''}${cut}${from + LONGEST < text.length ? ' …' : ''}`;
}
