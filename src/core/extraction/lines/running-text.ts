import { type Position } from '../../budget/position';
import { type TextLine } from './document-text';
import { endsIn, type HyphenEvidence, joinLines, NO_EVIDENCE, startsSmall } from './join-lines';
import { boxOfPart } from './part-box';
import { ABBREVIATIONS, ABBREVIATIONS_OR_END, BROKEN_DECIMALS } from '../vocabulary';

/**
 * Lines as one text in which every place still knows its line.
 * Shape: single blanks between words, "\n" where one paragraph certainly ends; `sentenceEnds` are offsets just behind the last character of each sentence.
 */
export interface RunningText {
  readonly text: string;
  readonly sentenceEnds: readonly number[];
  /** The offset at which each line starts, in the order of the lines. */
  readonly lineStarts: readonly number[];
  /** The line on which the character at the offset stands. */
  lineAt(offset: number): TextLine;
  /** Where the text between two offsets stands: the line on which it starts, with the box of as much of it as stands there. */
  placeOf(start: number, end: number): Position;
}

/** The start of an item: "a) ", "2) ". */
const ENUMERATED = /^(?:[a-z]|\d{1,2})\)\s/;
/** A number before its comma, and the decimals with their unit on the next line. */
const BROKEN_INTEGER = /(?:^|[\s(])\d{1,3}(?:\.\d{3})*,$|(?:^|[\s(])\d{4,6},$/;
const BROKEN_REACH = 20;
const YEAR_BEFORE_COMMA = /(?:19|20)\d\d,$/;

const SENTENCE_MARK = /[\n.!?]/g;

/** Where a line stands. */
export function positionOf(line: TextLine): Position {
  return { page: line.page, line: line.line, box: line.box };
}

/** Joins lines to running text, line-end hyphens undone. Paragraphs end before bullets, and at a sentence's end followed by an empty line. */
export function toRunningText(lines: readonly TextLine[], evidence: HyphenEvidence = NO_EVIDENCE): RunningText {
  const pieces: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let tail = '';
  for (const line of lines) {
    const content = collapseInner(line.text);
    if (tail === '') {
      starts.push(0);
      pieces.push(content);
      length = content.length;
      tail = content;
      continue;
    }
    if (isParagraphEnd(tail, line)) {
      pieces.push('\n', content);
      starts.push(length + 1);
      length += content.length + 1;
    } else if (tail.endsWith('-')) {
      const joined = joinLines(tail, content, evidence);
      const kept = joined.length - content.length;
      const removed = tail.length - kept;
      pieces.push(removed > 0 ? '\b' : joined.slice(tail.length, kept), content);
      length += content.length - removed;
      starts.push(length - content.length);
    } else {
      const gap = isBrokenNumber(tail, content) ? '' : ' ';
      pieces.push(gap, content);
      starts.push(length + gap.length);
      length += content.length + gap.length;
    }
    tail = content;
  }
  const text = assemble(pieces);
  const lineOf = (index: number): TextLine => {
    const line = lines[index];
    if (line === undefined) throw new Error('Running text without lines');
    return line;
  };
  return {
    text,
    sentenceEnds: findSentenceEnds(text),
    lineStarts: starts,
    lineAt: (offset) => lineOf(lastUpTo(starts, offset)),
    placeOf(start, end) {
      const index = lastUpTo(starts, start);
      const line = lineOf(index);
      const from = starts[index] ?? 0;
      const box = boxOfPart(line, start - from, Math.min(end, starts[index + 1] ?? end) - from);
      return { ...positionOf(line), box };
    },
  };
}

/** The index of the last of ascending numbers that is not beyond a limit; 0 where all are. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The start and end of the sentence around an offset. */
export function sentenceAround(running: RunningText, offset: number): { start: number; end: number } {
  const ends = running.sentenceEnds;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return { start: low === 0 ? 0 : (ends[low - 1] ?? 0), end: ends[low] ?? running.text.length };
}

/** "\b" stands for a removed line-end hyphen: it takes the last character of what stands before it. */
function assemble(pieces: readonly string[]): string {
  const output: string[] = [];
  for (const piece of pieces) {
    if (piece === '\b') output.push((output.pop() ?? '').slice(0, -1));
    else if (piece !== '') output.push(piece);
  }
  return output.join('');
}

function isParagraphEnd(tail: string, line: TextLine): boolean {
  if (line.table !== null || isBullet(line.text)) return true;
  if (endsIn(tail, '.!?:)') && ENUMERATED.test(line.text.trimStart()) && !endsInAbbreviation(tail)) return true;
  if (line.blankLinesBefore === 0 || !endsIn(tail, '.!?:') || endsInAbbreviation(tail)) return false;
  return !(endsInPossibleEnd(tail) && (startsSmall(line.text) || line.text.trimStart().startsWith('(')));
}

/** Whether a number is broken behind its decimal comma: "17," / "5 mio. kr.". A year before a comma is no such number. */
function isBrokenNumber(tail: string, content: string): boolean {
  return tail.endsWith(',') && BROKEN_INTEGER.test(tail.slice(-BROKEN_REACH)) && !YEAR_BEFORE_COMMA.test(tail) && BROKEN_DECIMALS.test(content);
}

function isBullet(text: string): boolean {
  const character = text.trimStart().charAt(0);
  return character === '•' || character === '\uF0B7' || character === '▪';
}

/** Whether a line's full stop belongs to an abbreviation that never ends a sentence. */
export function endsInAbbreviation(text: string): boolean {
  return text.endsWith('.') && isAbbreviation(wordBefore(text, text.length - 1));
}

/** "ca", "bl.a", and the end of a run without blanks ("5 mio.kr" ends in "kr", "jf.ca" in "ca"). */
function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word) || ABBREVIATIONS.has(word.slice(word.lastIndexOf('.') + 1));
}

function isPossibleEnd(word: string): boolean {
  return ABBREVIATIONS_OR_END.has(word) || ABBREVIATIONS_OR_END.has(word.slice(word.lastIndexOf('.') + 1));
}

/** Whether a line ends in an abbreviation that may or may not end its sentence: "kr.", "pct.". */
function endsInPossibleEnd(text: string): boolean {
  return text.endsWith('.') && isPossibleEnd(wordBefore(text, text.length - 1));
}

function findSentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (let index = nextMark(text, 0); index >= 0; index = nextMark(text, index + 1)) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      ends.push(index + 1);
      continue;
    }
    if (index + 1 < text.length && text.charCodeAt(index + 1) !== 32) continue;
    if (code === 46 && !isFullStop(text, index)) continue;
    ends.push(index + 1);
  }
  return ends;
}

/** The next line break, full stop, exclamation or question mark; -1 when there is none. */
function nextMark(text: string, from: number): number {
  SENTENCE_MARK.lastIndex = from;
  return SENTENCE_MARK.test(text) ? SENTENCE_MARK.lastIndex - 1 : -1;
}

function isFullStop(text: string, index: number): boolean {
  const word = wordBefore(text, index);
  if (isAbbreviation(word)) return false;
  const next = text.charAt(index + 2);
  const isCapital = next !== '' && next !== next.toLowerCase();
  if (isPossibleEnd(word)) return isCapital || next === '';
  if (/^\d{1,2}$/.test(word)) return isCapital;
  return isCapital || next === '' || !/[a-zæøå0-9(]/.test(next);
}

function wordBefore(text: string, index: number): string {
  let start = index;
  while (start > 0 && index - start < 12) {
    const code = text.charCodeAt(start - 1);
    if (code === 32 || code === 10 || code === 40) break;
    start -= 1;
  }
  return text.slice(start, index).toLowerCase();
}

function collapseInner(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('  ') || trimmed.includes('\t') ? trimmed.replace(/[ \t]+/g, ' ') : trimmed;
}
