import { type Box, positionKey, uniteBoxes } from '../../core/budget/position';
import { type Word } from '../../core/extraction/lines/document-text';
import { type FigureVerdict } from '../../core/verdicts/figure-verdicts';
import { figuresByLine } from '../../core/verdicts/figures-by-line';
import { spanFigures } from '../../core/verdicts/line-spans';
import { type JudgedDocument } from '../checked-document';

/** A figure or line with its place on a page. Shape: `checks` index the document's checks. */
export interface PageMark {
  readonly page: number;
  readonly box: Box;
  readonly verdict: FigureVerdict;
  readonly checks: readonly number[];
  /** Whether it is a line that prints no figure: framed where it differs, and without a mark otherwise. */
  readonly isLine: boolean;
}

/** A line whose words have places on a page. */
export interface PlacedLine {
  readonly page: number | null;
  readonly line: number;
  readonly box: Box | null;
  readonly words: readonly PlacedWord[];
}

/** A word with the page that it stands on, which is none of the document's own where pages were made of its lines. */
export interface PlacedWord extends Pick<Word, 'text' | 'box'> {
  readonly drawnOn: number;
}

/** A place on a page. */
interface Spot {
  readonly page: number;
  readonly box: Box;
}

/** The marks of a document: every figure where it is printed, every line that is about something else, on the pages where the lines are drawn. */
export function placeMarks({ verdicts }: Pick<JudgedDocument, 'verdicts'>, lines: readonly PlacedLine[]): PageMark[] {
  const byLine = new Map(lines.map((line) => [positionKey(line), line]));
  const marks: PageMark[] = [];
  for (const [key, onLine] of figuresByLine(verdicts.figures)) {
    const line = byLine.get(key);
    if (line === undefined) continue;
    const text = line.words.map((word) => word.text).join(' ');
    for (const { figure, start, end } of spanFigures(text, onLine)) {
      const spot = spotOf(line.words, start, end);
      if (spot !== null) marks.push({ ...spot, verdict: figure.verdict, checks: figure.checks, isLine: false });
    }
  }
  for (const { position, verdict, checks } of verdicts.lines) {
    const line = byLine.get(positionKey(position));
    const spot = line === undefined ? null : spotOf(line.words, 0, Infinity);
    if (spot !== null && verdict !== 'agrees' && verdict !== 'agrees-within-rounding') marks.push({ ...spot, verdict, checks, isLine: true });
  }
  return marks;
}

/** Where a stretch of a line's text stands, which is its words with one blank between; a part of a word has its share of the word's width. Of a stretch over two pages, the place on the first. */
function spotOf(words: readonly PlacedWord[], start: number, end: number): Spot | null {
  let at = 0;
  let found: Spot | null = null;
  for (const { text, box, drawnOn } of words) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + text.length)];
    if (box !== null && from < to && (found === null || found.page === drawnOn)) {
      const width = (box.right - box.left) / text.length;
      const part = { ...box, left: box.left + (from - at) * width, right: box.left + (to - at) * width };
      found = { page: drawnOn, box: found === null ? part : uniteBoxes(found.box, part) };
    }
    at += text.length + 1;
  }
  return found;
}
