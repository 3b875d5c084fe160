import { type TextLine } from './document-text';
import { joinAll } from './join-lines';
import { type Reading } from './reading';
import { UNIT_OR_TABLE_LINE } from './vocabulary';

/** A heading line is shorter than this, and a heading takes at most so many lines. */
const MAX_HEADING_LENGTH = 160;
const MAX_HEADING_LINES = 3;

/** The document's own heading: its first lines up to an empty one; null when it starts with a sentence or a table. */
export function firstHeading(reading: Reading): string | null {
  const first = reading.lines[0];
  if (first === undefined || !isHeadingLine(first) || reading.tables.some((table) => table.firstLine === 0)) return null;
  const heading: TextLine[] = [first];
  for (const line of reading.lines.slice(1, MAX_HEADING_LINES)) {
    if (line.blankLinesBefore > 0 || !isHeadingLine(line)) break;
    heading.push(line);
  }
  return joinAll(heading.map((line) => line.text), reading.evidence);
}

function isHeadingLine(line: TextLine): boolean {
  const text = line.text.trim();
  return line.cells === null && text.length <= MAX_HEADING_LENGTH && !/[.;:,]$/.test(text) && !UNIT_OR_TABLE_LINE.test(text);
}
