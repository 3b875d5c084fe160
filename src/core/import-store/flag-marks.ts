import { type Severity } from '../reconciliation/rule';
import { FLAG_FILLS } from '../sheet-plan/colors';
import { type CellFill } from '../sheet-plan/written/sheet-table';

/**
 * A flag as it was written on a cell. Shape: `kind` says how it speaks, 'none' where the cell's own comment was left alone; `id` is the comment's,
 * null for a note and until Excel has told it; `text` as written; `color` is the fill as written, null where the fill was left alone;
 * `own` is the user's own fill under it.
 */
export interface FlagMark {
  readonly kind: 'comment' | 'note' | 'none';
  readonly id: string | null;
  readonly text: string;
  readonly color: string | null;
  readonly own: CellFill | null;
  /** The cell that it was written on, in A1, of a flag that speaks through no comment: where its figure has gone, nothing else tells where it stays. */
  readonly at?: string;
}

/** Flags by the figure's place. */
export type FlagMarks = Readonly<Record<string, FlagMark>>;

/** In front of every comment that Reserve writes, so that its reader knows whose it is. */
const COMMENT_MARK = 'Reserve: ';

/** The fill of a flag. */
export function flagFill(severity: Severity): string {
  return FLAG_FILLS[severity];
}

/** Whether a fill is one of a flag's. */
export function isFlagFill(color: string | null): boolean {
  return color !== null && Object.values(FLAG_FILLS).includes(color.toUpperCase());
}

/** The comment of a flag. Units: Excel's comments hold some 32,000 characters; a flag's text is kept far below. */
export function flagComment(text: string): string {
  return `${COMMENT_MARK}${text.length > 2000 ? `${text.slice(0, 1999)}…` : text}`;
}

/** Whether a comment reads as one for a flag; others may write the same, so this alone never decides that it goes. */
export function isFlagComment(content: string): boolean {
  return content.startsWith(COMMENT_MARK);
}
