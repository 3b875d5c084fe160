import { type DocumentPart, type PartKind } from '../../budget/agreement';
import { positionOf } from '../lines/running-text';
import { type Reading, type Span } from './reading';

/** A stretch of the body and what it is. */
export interface PartSpan extends Span {
  readonly kind: PartKind;
}

/** The body as consecutive parts: every line in the last of the given spans that holds it, prose where none does. */
export function toParts({ lines }: Reading, spans: readonly PartSpan[]): DocumentPart[] {
  const owner: (PartSpan | null)[] = lines.map(() => null);
  for (const span of spans) owner.fill(span, span.from, span.to);
  const parts: DocumentPart[] = [];
  let from = 0;
  owner.forEach((span, index) => {
    if (index + 1 < owner.length && owner[index + 1] === span) return;
    const [first, last] = [lines[from], lines[index]];
    if (first !== undefined && last !== undefined) parts.push({ kind: span?.kind ?? 'prose', first: positionOf(first), last: positionOf(last) });
    from = index + 1;
  });
  return parts;
}
