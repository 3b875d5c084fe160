import { type Unread } from '../../budget/agreement';
import { type NumberStyle } from '../../money/danish-number';
import { type DocumentText, type TextLine } from '../lines/document-text';
import { type HyphenEvidence } from '../lines/join-lines';
import { toRunningText } from '../lines/running-text';
import { findMentions, type MentionInContext } from '../prose/mentions';
import { type ReadTable } from '../tables/budget-table';

/** A document on its way to an agreement: body lines, tables, and what every part's reader needs to know about both. */
export interface Reading {
  readonly document: DocumentText;
  /** Body lines only; tables name their places by indexes into these. */
  readonly lines: readonly TextLine[];
  readonly tables: readonly ReadTable[];
  readonly evidence: HyphenEvidence;
  readonly style: NumberStyle;
}

/** Body lines from one index up to, not including, another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The lines of a span, tables among them. */
export function linesOf({ lines }: Reading, { from, to }: Span): readonly TextLine[] {
  return lines.slice(from, to);
}

/** The tables that start in a span, in document order. */
export function tablesIn({ tables }: Reading, { from, to }: Span): ReadTable[] {
  return tables.filter((table) => table.firstLine >= from && table.firstLine < to);
}

/** The mentions of some lines with everything in them that was not understood. */
export function mentionsOf(reading: Reading, lines: readonly TextLine[]): { mentions: readonly MentionInContext[]; unread: readonly Unread[] } {
  if (lines.length === 0) return { mentions: [], unread: [] };
  return findMentions(toRunningText(lines, reading.evidence), reading.style);
}

/** The lines of a span, tables left out. */
export function proseLines(reading: Reading, { from, to }: Span): TextLine[] {
  const prose: TextLine[] = [];
  let next = reading.tables.findIndex((table) => table.lastLine >= from);
  let table = next < 0 ? undefined : reading.tables[next];
  for (let index = from; index < to; index += 1) {
    while (table !== undefined && table.lastLine < index) {
      next += 1;
      table = reading.tables[next];
    }
    if (table !== undefined && index >= table.firstLine) continue;
    const line = reading.lines[index];
    if (line !== undefined) prose.push(line);
  }
  return prose;
}
