import { type BoxLine, joinItems, textOfItem } from './box-items';
import { isYearText } from '../grids/grid';
import { type Word } from '../../lines/document-text';

/** A blank of ordinary type, as a share of the type size; in a fixed-width font it is wider. A gap up to so many blanks is one. */
const BLANK = 0.28;
const WIDEST_BLANK = 0.65;
const SAME_BLANK = 1.35;

/**
 * Lines without columns where a table was pasted as text: its head's years are parted by single blanks, and so are the words and figures of its rows,
 * which stand under nothing. Such lines are words throughout; their figures are read from the ends of the lines, as in plain text.
 */
export function withoutFlowed(lines: readonly (BoxLine | null)[]): (BoxLine | null)[] {
  const blank = usualBlank(lines);
  let isUnderFlowedHead = false;
  return lines.map((line) => {
    if (line === null) return line;
    const isFlowed = gapsOf(line.line.words, line.size).every((gap) => gap <= SAME_BLANK * blank);
    if (isHead(line)) isUnderFlowedHead = isFlowed;
    return isUnderFlowedHead && isFlowed && line.items.some((item) => item.isFigure) ? { ...line, items: [joinWords(line)] } : line;
  });
}

function joinWords({ items }: BoxLine): BoxLine['items'][number] {
  return { ...joinItems(items), isFigure: false };
}

/** A line that names two years and more. */
function isHead({ items }: BoxLine): boolean {
  const words = items.flatMap((item) => item.words.map((word) => word.text));
  return items.some((item) => item.isFigure && isYearText(textOfItem(item))) && words.filter(isYearText).length >= 2;
}

/** How wide a blank between words usually is in a document. Units: shares of the type size. */
function usualBlank(lines: readonly (BoxLine | null)[]): number {
  const gaps = lines.flatMap((line) => (line === null ? [] : gapsOf(line.line.words.filter((word) => /^\p{L}/u.test(word.text)), line.size))).filter((gap) => gap > 0 && gap <= WIDEST_BLANK);
  return Math.max(BLANK, gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? BLANK);
}

/** The gaps between words that follow each other. Units: shares of the type size. */
function gapsOf(words: readonly Word[], size: number): number[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index]?.box ?? null;
    return word.box === null || before === null ? [] : [(word.box.left - before.right) / size];
  });
}
