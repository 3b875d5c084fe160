import { type Language } from '../money/danish-number';

/**
 * A rectangle on a page. Units: points (1/72 inch) from the page's top left corner, as displayed (after the page's own rotation).
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangle around two others. */
export function uniteBoxes(one: Box, other: Box): Box {
  return { left: Math.min(one.left, other.left), top: Math.min(one.top, other.top), right: Math.max(one.right, other.right), bottom: Math.max(one.bottom, other.bottom) };
}

/**
 * Where something stands in its document.
 * Shape: `line` is 1-based: the file's line for text, the line on the page for PDF, the running paragraph or row for DOCX and HTML.
 * `page` is 1-based and null where the format has no pages; `box` is null where there are no coordinates.
 */
export interface Position {
  readonly page: number | null;
  readonly line: number;
  readonly box: Box | null;
}

/** A text with its place. */
export interface PlacedText {
  readonly text: string;
  readonly position: Position;
}

/** Where something stands in its document, short enough for a sentence: "s. 3, l. 31" (page 3, line 31). */
export function spellPosition({ page, line }: Position, language: Language): string {
  const at = language === 'da' ? `l. ${line}` : `line ${line}`;
  return page === null ? at : `${language === 'da' ? 's.' : 'p.'} ${page}, ${at}`;
}

/** A text that tells one line of a document from another. */
export function positionKey({ page, line }: Pick<Position, 'page' | 'line'>): string {
  return `${page ?? ''}:${line}`;
}

/** Whether one place comes before another in reading order. */
export function isBefore(a: Position, b: Position): boolean {
  const [page, otherPage] = [a.page ?? 0, b.page ?? 0];
  return page < otherPage || (page === otherPage && a.line < b.line);
}

/** More lines than any page has. */
const LINES_A_PAGE = 1_000_000;

/** A place as one number that grows with the document. */
export function placeOf({ page, line }: Pick<Position, 'page' | 'line'>): number {
  return (page ?? 0) * LINES_A_PAGE + line;
}
