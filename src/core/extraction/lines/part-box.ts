import { type Box, uniteBoxes } from '../../budget/position';
import { type TextLine } from './document-text';

/** A line of more words than this is no line of prose: it stays whole, so that a page of nothing but amounts is read as fast as others. */
const MAX_WORDS = 400;

/**
 * The box of a part of a line: of its words, and of a share of those that it cuts ("(6,6" or "2-3"), as if all their letters were equally wide.
 * The whole line's where the words have no boxes or are not those of its text, single blanks between them.
 */
export function boxOfPart({ text, words, box }: Pick<TextLine, 'text' | 'words' | 'box'>, start: number, end: number): Box | null {
  if (box === null || words.length > MAX_WORDS) return box;
  let part: Box | null = null;
  let at = 0;
  for (const word of words) {
    const { length } = word.text;
    if (word.box !== null && at < end && at + length > start) {
      const share = shareOf(word.box, Math.max(0, start - at) / length, Math.min(length, end - at) / length);
      part = part === null ? share : uniteBoxes(part, share);
    }
    at += length + 1;
  }
  return at - 1 === text.trim().length ? (part ?? box) : box;
}

function shareOf(box: Box, from: number, to: number): Box {
  const width = box.right - box.left;
  return { ...box, left: box.left + width * from, right: box.left + width * to };
}
