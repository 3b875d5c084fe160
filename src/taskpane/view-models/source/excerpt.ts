import { type Agreement } from '../../../core/budget/agreement';
import { positionKey, type Position } from '../../../core/budget/position';
import { type PaneState } from '../../state/pane-state';
import { openDocumentOf, sourceWindow } from './source';

/** A line of a document beside its neighbours. Shape: `isMeant` marks the one that was asked for. */
export interface ExcerptLine {
  readonly line: number;
  readonly text: string;
  readonly isMeant: boolean;
}

/** How many lines stand above and below the one that is meant. */
const AROUND = 2;

/**
 * What a document says at a place: the line with its neighbours where the document is open, the line alone where the agreement keeps what it cites.
 * Null where nothing of it is at hand.
 */
export function excerptOf(state: Pick<PaneState, 'documents'>, agreement: Agreement, position: Position): ExcerptLine[] | null {
  const open = openDocumentOf(state, agreement.document.sha256);
  const lines = open?.reading.source.lines ?? [];
  const { from, to, target } = sourceWindow(lines, position, AROUND);
  if (target >= 0) return lines.slice(from, to).map((one, index) => ({ line: one.line, text: one.text.trim(), isMeant: from + index === target }));
  const cited = agreement.citedLines?.find((one) => positionKey(one) === positionKey(position));
  return cited === undefined ? null : [{ line: cited.line, text: cited.text.trim(), isMeant: true }];
}
