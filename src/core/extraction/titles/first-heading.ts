import { type TextLine } from '../lines/document-text';
import { collectHyphenEvidence, endsIn, type HyphenEvidence, isOpenEnded, joinAll, startsSmall } from '../lines/join-lines';
import { UNIT_OR_TABLE_LINE } from '../vocabulary';
import { isSameTitle } from './title-match';

/** A heading line is shorter than this, and a heading takes at most so many lines. */
const MAX_HEADING_LENGTH = 160;
const MAX_HEADING_LINES = 3;

/** A document's first heading stands among so many of its first lines. */
const NEAR_START = 40;

/** The heading that the lines of a document, or of one of its agreements, start with: up to an empty one; null when they start with a sentence or a table. */
export function firstHeading(lines: readonly TextLine[], evidence: HyphenEvidence): string | null {
  const first = lines[0];
  if (first === undefined || !isHeadingLine(first)) return null;
  return joinAll(headingLines(lines, 0, MAX_HEADING_LINES).filter((line, index) => index === 0 || isHeadingLine(line)).map((line) => line.text), evidence);
}

/** The first heading near a document's start, be there a table above it or not, that is neither a sentence nor a row of numbers; null without one, or where it is one of the initiatives' titles. */
export function headingNearStart(lines: readonly TextLine[], initiatives: readonly string[] = []): string | null {
  const near = lines.slice(0, NEAR_START);
  const block = near.map((line, index) => (index === 0 || line.blankLinesBefore > 0 ? headingLines(lines, index, MAX_HEADING_LINES) : [])).find((found, index) => isWholeHeading(found, lines[index + found.length]));
  if (block === undefined) return null;
  const heading = joinAll(block.map(({ text }) => text), collectHyphenEvidence(lines));
  return initiatives.some((title) => isSameTitle(heading, title)) ? null : heading;
}

/** Whether lines are a heading by themselves: words rather than numbers, and no sentence that goes on below them. */
function isWholeHeading(block: readonly TextLine[], below: TextLine | undefined): boolean {
  const last = block.at(-1);
  if (last === undefined || !block.every(isHeadingLine)) return false;
  const words = block.flatMap(({ text }) => text.trim().split(/\s+/));
  const isOfWords = words.filter((word) => /\p{L}{2}/u.test(word)).length * 2 > words.length;
  const goesOnBelow = below !== undefined && below.blankLinesBefore === 0 && (isOpenEnded(last.text) || startsSmall(below.text));
  return isOfWords && !goesOnBelow;
}

/** The lines of a heading that starts at a line: up to an empty one that no word goes on over, or, where running text follows without one, as far as a line goes on with the line before. */
export function headingLines(lines: readonly TextLine[], start: number, most: number): TextLine[] {
  let end = start + 1;
  while (end < lines.length && end - start < most && goesOn(lines[end - 1], lines[end])) end += 1;
  const isApart = end >= lines.length || (lines[end]?.blankLinesBefore ?? 1) > 0;
  const block = lines.slice(start, end);
  if (isApart && block.every((line) => line.text.length <= MAX_HEADING_LENGTH && !endsIn(line.text.trim(), '.;:,'))) return block;
  let count = 1;
  while (count < block.length && (isOpenEnded(block[count - 1]?.text ?? '') || startsSmall(block[count]?.text ?? ''))) count += 1;
  return block.slice(0, count);
}

/** Whether a line stands right below another, or goes on with its words over one empty line, as where all lines are parted by one. */
function goesOn(above: TextLine | undefined, line: TextLine | undefined): boolean {
  if (above === undefined || line === undefined) return false;
  return line.blankLinesBefore === 0 || (line.blankLinesBefore === 1 && (isOpenEnded(above.text) || startsSmall(line.text)));
}

/** Whether a line can be one of a heading's: short, no cells, no end of a sentence, no unit and no announcement of a table. */
export function isHeadingLine(line: TextLine): boolean {
  const text = line.text.trim();
  return line.cells === null && text.length <= MAX_HEADING_LENGTH && !endsIn(text, '.;:,') && !UNIT_OR_TABLE_LINE.test(text);
}
