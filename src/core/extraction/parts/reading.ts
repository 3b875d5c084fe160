import { type Unread } from '../../budget/agreement';
import { type NumberStyle } from '../../money/danish-number';
import { type DocumentText, type TextLine } from '../lines/document-text';
import { type HyphenEvidence } from '../lines/join-lines';
import { toRunningText } from '../lines/running-text';
import { findMentions, type MentionInContext } from '../prose/mentions';
import { type ReadTable } from '../tables/rows/budget-table';

/** A document on its way to an agreement: body lines, tables, and what every part's reader needs to know about both. */
export interface Reading {
  readonly document: DocumentText;
  /** Body lines only; tables name their places by indexes into these. */
  readonly lines: readonly TextLine[];
  /** Notes at the foot of pages, as far as the reader of the file tells them from the body. */
  readonly footnotes: readonly TextLine[];
  /** Running heads and feet, page numbers. */
  readonly runningLines: readonly TextLine[];
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
  return tables.slice(countBefore(tables, from), countBefore(tables, to));
}

/** The last of some tables, in document order, that ends before a line. */
export function lastTableBefore(tables: readonly ReadTable[], line: number): ReadTable | undefined {
  const last = countBefore(tables, line) - 1;
  const table = tables[last];
  return table === undefined || table.lastLine < line ? table : tables[last - 1];
}

/** The first of some tables, in document order, that starts behind a line. */
export function firstTableBehind(tables: readonly ReadTable[], line: number): ReadTable | undefined {
  return tables[countBefore(tables, line + 1)];
}

/** How many of some tables, in document order, start before a line. */
function countBefore(tables: readonly ReadTable[], line: number): number {
  let [low, high] = [0, tables.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle]?.firstLine ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mentions of some lines with everything in them that was not understood. */
export function mentionsOf(reading: Reading, lines: readonly TextLine[]): { mentions: readonly MentionInContext[]; unread: readonly Unread[] } {
  if (lines.length === 0) return { mentions: [], unread: [] };
  return findMentions(toRunningText(lines, reading.evidence), reading.style);
}

/** The lines of a span, tables left out. */
export function proseLines(reading: Reading, { from, to }: Span): TextLine[] {
  const prose: TextLine[] = [];
  const before = countBefore(reading.tables, from);
  let next = (reading.tables[before - 1]?.lastLine ?? -1) >= from ? before - 1 : before;
  let table = reading.tables[next];
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
