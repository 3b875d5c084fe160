import { type Box, type Position, uniteBoxes } from '../../core/budget/position';
import { type Word } from '../../core/extraction/lines/document-text';
import { type FigureVerdict, type JudgedFigure } from '../../core/verdicts/figure-verdicts';
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
  readonly words: readonly Word[];
  /** The page it is drawn on, where that is none of the document's own. */
  readonly drawnOn: number;
}

/** The marks of a document: every figure where it is printed, every line that is about something else, on the pages where the lines are drawn. */
export function placeMarks({ verdicts }: Pick<JudgedDocument, 'verdicts'>, lines: readonly PlacedLine[]): PageMark[] {
  const byLine = new Map(lines.map((line) => [keyOf(line), line]));
  const figures = groupByLine(verdicts.figures);
  const marks: PageMark[] = [];
  for (const [key, onLine] of figures) {
    const line = byLine.get(key);
    if (line === undefined) continue;
    const text = line.words.map((word) => word.text).join(' ');
    for (const { figure, start, end } of spanFigures(text, onLine)) {
      const box = spanBox(line.words, start, end) ?? figure.position.box;
      if (box !== null) marks.push({ page: line.drawnOn, box, verdict: figure.verdict, checks: figure.checks, isLine: false });
    }
  }
  for (const { position, verdict, checks } of verdicts.lines) {
    const line = byLine.get(keyOf(position));
    const box = line === undefined ? null : boxOfWords(line);
    if (line !== undefined && box !== null && verdict !== 'agrees' && verdict !== 'agrees-within-rounding') marks.push({ page: line.drawnOn, box, verdict, checks, isLine: true });
  }
  return marks;
}

function groupByLine(figures: readonly JudgedFigure[]): ReadonlyMap<string, readonly JudgedFigure[]> {
  const groups = new Map<string, JudgedFigure[]>();
  for (const figure of figures) {
    const key = keyOf(figure.position);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [figure]);
    else group.push(figure);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.position.box?.left ?? 0) - (b.position.box?.left ?? 0));
  return groups;
}

/** The box of a stretch of a line's text, which is its words with one blank between; a part of a word has its share of the word's width. */
function spanBox(words: readonly Word[], start: number, end: number): Box | null {
  let at = 0;
  let found: Box | null = null;
  for (const { text, box } of words) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + text.length)];
    if (box !== null && from < to) {
      const width = (box.right - box.left) / text.length;
      const part = { ...box, left: box.left + (from - at) * width, right: box.left + (to - at) * width };
      found = found === null ? part : uniteBoxes(found, part);
    }
    at += text.length + 1;
  }
  return found;
}

function boxOfWords({ box, words }: PlacedLine): Box | null {
  return box ?? words.reduce<Box | null>((whole, word) => (word.box === null ? whole : whole === null ? word.box : uniteBoxes(whole, word.box)), null);
}

function keyOf({ page, line }: Pick<Position, 'page' | 'line'>): string {
  return `${page} ${line}`;
}
