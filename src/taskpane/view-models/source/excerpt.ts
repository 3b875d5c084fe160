import { type Agreement } from '../../../core/budget/agreement';
import { type Position } from '../../../core/budget/position';
import { type PaneState } from '../../state/pane-state';
import { openDocumentOf } from './source';

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
export function excerptOf(state: Pick<PaneState, 'documents'>, agreement: Agreement, { page, line }: Position): ExcerptLine[] | null {
  const open = openDocumentOf(state, agreement.document.sha256);
  const lines = open?.reading.source.lines ?? [];
  const at = lines.findIndex((one) => one.line === line && (page === null || one.page === null || one.page === page));
  if (at >= 0) return lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).map((one) => ({ line: one.line, text: one.text.trim(), isMeant: one === lines[at] }));
  const cited = agreement.citedLines?.find((one) => one.line === line && one.page === page);
  return cited === undefined ? null : [{ line, text: cited.text.trim(), isMeant: true }];
}
