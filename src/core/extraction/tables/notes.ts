import { type Row } from '../../budget/table';
import { type TextLine } from '../lines/document-text';
import { endsIn, type HyphenEvidence, joinAll, startsSmall } from '../lines/join-lines';
import { factsOf } from '../lines/line-facts';
import { endsInAbbreviation } from '../lines/running-text';
import { CRITERIA_PARAGRAPH, NOTE_START, SOURCE_START } from '../vocabulary';

/** How many lines under a table its notes may take. */
const NOTE_REACH = 12;

/** What stands under a table: notes, one per footnote mark, and sources. */
export interface TableNotes {
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

/** Whether a line starts a note or a source. */
export function startsNote(line: TextLine): boolean {
  const { opening } = factsOf(line);
  return opening === 'note' || opening === 'source' || opening === 'mark';
}

/**
 * How far a note that starts at an index goes: over empty lines as long as its sentence is open or the next line starts small,
 * never over a heading, a source or a page start, unless the page goes on in the middle of a sentence.
 */
export function noteEnd(lines: readonly TextLine[], start: number, limit: number): number {
  let index = start + 1;
  let width = lines[start]?.text.trim().length ?? 0;
  while (index < limit) {
    const line = lines[index];
    const previous = lines[index - 1];
    if (line === undefined || previous === undefined || !continuesNote(previous, line) || startsCriteria(previous, line, width)) break;
    width = Math.max(width, line.text.trim().length);
    index += 1;
  }
  return index;
}

/** The notes and sources of some lines, each without its "Anm." or "Kilde"; notes are parted at footnote marks. */
export function readNotes(lines: readonly TextLine[], evidence: HyphenEvidence): TableNotes {
  const notes: string[] = [];
  const sources: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || !startsNote(line)) continue;
    const end = noteEnd(lines, index, lines.length);
    const text = joinAll(lines.slice(index, end).map((part) => part.text), evidence);
    if (SOURCE_START.test(text)) sources.push(text.replace(SOURCE_START, '').trim());
    else notes.push(...splitAtMarks(text.replace(NOTE_START, '').trim()));
    index = end - 1;
  }
  return { notes, sources };
}

/** The notes that explain one of some footnote marks. */
export function notesFor(footnotes: readonly string[], notes: readonly string[]): string[] {
  return notes.filter((note) => footnotes.some((mark) => note.startsWith(mark) && !note.startsWith(`${mark}*`)));
}

/** The notes within a few lines under a table: those that any table may have, and those that start with a mark of its rows ("¹ …", "2) …"). */
export function notesBelow(lines: readonly TextLine[], lastLine: number, rows: readonly Pick<Row, 'footnotes'>[], evidence: HyphenEvidence): string[] {
  const marks = rows.flatMap((row) => row.footnotes);
  if (marks.length === 0) return [];
  const below = lines.slice(lastLine + 1, lastLine + 1 + NOTE_REACH);
  const starts = below.flatMap((line, index) => (startsNote(line) || marks.some((mark) => startsWithMark(line.text.trim(), mark)) ? [index] : []));
  return starts.flatMap((start, order) => {
    const end = noteEnd(below, start, starts[order + 1] ?? below.length);
    const text = joinAll(below.slice(start, end).map((line) => line.text), evidence);
    return SOURCE_START.test(text) ? [] : splitAtMarks(text.replace(NOTE_START, '').trim());
  });
}

function startsWithMark(text: string, mark: string): boolean {
  return text.startsWith(mark) && /^\s?\p{L}/u.test(text.slice(mark.length));
}

function continuesNote(previous: TextLine, line: TextLine): boolean {
  const { text, opening } = factsOf(line);
  if ((line.isPageStart && line.blankLinesBefore > 0) || (opening !== null && opening !== 'mark' && opening !== 'form')) return false;
  if (line.blankLinesBefore === 0) return true;
  const before = previous.text.trim();
  return startsSmall(text) || endsInAbbreviation(before) || !endsIn(before, '.!?:');
}

/** Whether a line starts a pool's criteria right under a note: a new paragraph, because its first word had room on the line before, whose sentence is over. */
function startsCriteria(previous: TextLine, line: TextLine, width: number): boolean {
  const [before, text] = [previous.text.trim(), line.text.trim()];
  const isOver = endsIn(before, '.!?') && !endsInAbbreviation(before);
  const firstWord = text.split(/\s/, 1)[0] ?? '';
  return isOver && CRITERIA_PARAGRAPH.test(text) && before.length + 1 + firstWord.length <= Math.max(width, text.length);
}

/** "Text. *One. **Two." as ["Text.", "*One.", "**Two."]. */
function splitAtMarks(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 1; index < text.length; index += 1) {
    if (text.charAt(index) !== '*' || text.charAt(index - 1) === '*' || text.charAt(index - 1) !== ' ') continue;
    parts.push(text.slice(start, index).trim());
    start = index;
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}
