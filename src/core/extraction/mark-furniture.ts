import { type TextLine } from './document-text';
import { DATE_LINE, HEAD_WITH_PAGE, PAGE_OF_PAGES } from './vocabulary';

/** Empty lines around a number that stands alone, beyond which it is a page number. */
const GAP_AT_PAGE_NUMBER = 3;

/**
 * The lines of plain text with page numbers, running heads and date lines marked as furniture.
 * Other formats come with their furniture marked by their reader, which knows the pages.
 */
export function markFurniture(lines: readonly TextLine[]): TextLine[] {
  return lines.map((line, index) => (line.role === 'body' && line.box === null && isFurniture(lines, index) ? { ...line, role: 'furniture' } : line));
}

function isFurniture(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.text.length > 80 || line.cells !== null) return false;
  const text = line.text.trim();
  if (PAGE_OF_PAGES.test(text)) return true;
  const next = lines[index + 1];
  const gapBehind = next?.blankLinesBefore ?? GAP_AT_PAGE_NUMBER;
  const isAlone = line.blankLinesBefore > 0 && (gapBehind > 0 || next?.text.startsWith(' ') === true);
  if (/^\d{1,3}$/.test(text)) return Math.max(line.blankLinesBefore, gapBehind) >= GAP_AT_PAGE_NUMBER;
  if (isAlone && DATE_LINE.test(text) && index > 0) return true;
  return HEAD_WITH_PAGE.test(text) && isAlone && isPageFraction(text);
}

/** "Afdeling 12/12": the page of the pages, the first not above the second. */
function isPageFraction(text: string): boolean {
  const match = /(\d{1,3})\/(\d{1,3})$/.exec(text);
  return match !== null && Number(match[1]) <= Number(match[2]) && Number(match[2]) > 1;
}
