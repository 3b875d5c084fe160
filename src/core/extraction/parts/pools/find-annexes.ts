import { endsIn } from '../../lines/join-lines';
import { type TextLine } from '../../lines/document-text';
import { ANNEX_HEADING, POOL_ANNEX } from '../../vocabulary';
import { type Reading, type Span } from '../reading';

/** An annex behind the body: where it starts, as an index into the body lines, and whether it holds pool criteria. */
export interface Annex {
  readonly start: number;
  readonly isPools: boolean;
}

/** A line longer than this is no heading of an annex; one shorter than the other may end in a full stop. */
const MAX_LENGTH = 200;
const SURE_LENGTH = 40;

/** The annexes that start in a span, in order. */
export function findAnnexes({ lines }: Reading, { from, to }: Span): Annex[] {
  return lines.slice(from, to).flatMap((line, index) => (isAnnexHeading(line) ? [{ start: from + index, isPools: POOL_ANNEX.test(line.text) }] : []));
}

/** Whether a line is the heading of an annex: "Bilag 1. Samlet oversigt". */
export function isAnnexHeading(line: TextLine): boolean {
  const text = line.text.trim();
  return text.length < MAX_LENGTH && ANNEX_HEADING.test(text) && (!endsIn(text, '.,;') || text.length < SURE_LENGTH);
}
