import { type Severity } from '../core/reconciliation/rule';
import { FLAG_FILLS } from '../core/sheet-plan/colors';

/** In front of every comment that Reserve writes, so that it knows its own again. */
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

/** Whether a comment was written for a flag. */
export function isFlagComment(content: string): boolean {
  return content.startsWith(COMMENT_MARK);
}
