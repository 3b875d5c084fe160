import { type TextLine, type Word } from '../../lines/document-text';
import { findBoxGrids } from '../boxes/box-table';
import { splitFigures } from '../../lines/figures/split-figures';
import { readPrintedFigure } from '../../lines/figures/printed-figure';
import { type Grid, type GridCell, type GridRow, isFigureText } from '../grids/grid';
import { type HyphenEvidence } from '../../lines/join-lines';

/** A character's width, a line's height and the type size that plain text is measured with: one blank parts words, two part columns. Units: points. */
const CHARACTER_PT = 4;
const LINE_PT = 13;
const SIZE_PT = 10;

/** Columns are aligned when this share of their figures ends (or starts) at one place, give or take a character. */
const ALIGNED_SHARE = 0.8;
/** A figure or a dash behind two blanks or more. */
const FIGURE_BEHIND_GAP = /\S {2,}[-–−+(]?(?:\d|$|\s)/;
/** What stands between two gaps, and a word of it: blanks that do not break part none. */
const BETWEEN_GAPS = /[^ ]+(?: [^ ]+)*/g;
const WORD = /[^ ]+/g;
/** Lines of one table with gaps are nearer to each other than this, and so is its header to them. */
const REACH = 10;
/** A table takes at least so many lines with gaps. */
const LEAST_LINES = 2;

/**
 * Tables of plain text whose columns are aligned with blanks, as converters print them that keep a page's layout.
 * Shape: places by characters stand for coordinates; a grid whose figures do not line up is none.
 */
export function findAlignedGrids(lines: readonly TextLine[], evidence: HyphenEvidence): Grid[] {
  const isSpaced = lines.map((line) => isPlain(line) && line.text.includes('  ') && FIGURE_BEHIND_GAP.test(line.text));
  const isNear = neighbourhoods(isSpaced);
  if (!isNear.includes(true)) return [];
  let top = 0;
  const placed = lines.map((line, index): TextLine => {
    top += LINE_PT * (1 + line.blankLinesBefore);
    return isNear[index] === true && isPlain(line) ? placeLine(line, top) : line;
  });
  return findBoxGrids(placed, evidence)
    .filter((grid) => isAligned(grid) && grid.rows.filter((row) => isSpaced[row.index] === true).length >= LEAST_LINES)
    .map((grid) => withoutPlaces(grid, lines));
}

/** A line of plain text: no places, no cells. */
function isPlain(line: TextLine): boolean {
  return line.box === null && line.cells === null && line.words.length === 0;
}

/** Which lines stand near two lines with gaps that follow each other closely; only there can a table be. */
function neighbourhoods(isSpaced: readonly boolean[]): boolean[] {
  const isNear = isSpaced.map(() => false);
  let previous = -REACH;
  isSpaced.forEach((spaced, index) => {
    if (!spaced) return;
    if (index - previous < REACH) isNear.fill(true, Math.max(0, previous - REACH), index + REACH);
    previous = index;
  });
  return isNear;
}

function placeLine(line: TextLine, top: number): TextLine {
  const words: Word[] = [];
  for (const { text, start } of wordsOf(line.text)) {
    const left = start * CHARACTER_PT;
    words.push({ text: text.replaceAll(' ', '\u00A0'), box: { left, right: left + text.length * CHARACTER_PT, top, bottom: top + SIZE_PT }, fontSizePt: SIZE_PT, isBold: false, isSuperscript: false });
  }
  const [first, last] = [words[0]?.box, words[words.length - 1]?.box];
  if (first === null || first === undefined || last === null || last === undefined) return line;
  return { ...line, words, box: { left: first.left, right: last.right, top, bottom: top + SIZE_PT }, fontSizePt: SIZE_PT };
}

/** The words of a line with their places; what stands between two gaps and is one figure with its unit or its groups of digits is one word. */
function wordsOf(text: string): { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(BETWEEN_GAPS)].flatMap(({ 0: between, index }) => {
    if (between.includes(' ') && readPrintedFigure(between) !== null) return [{ text: between, start: index }];
    return [...between.matchAll(WORD)].map((word) => ({ text: word[0], start: index + word.index }));
  });
}

/** Whether the figures of every column line up and no cell holds two of them, or words with a figure that has lost its column. */
function isAligned(grid: Grid): boolean {
  const isMixed = grid.rows.some((row) => row.cells.some((cell) => !isFigureText(cell.text) && hasStrayFigure(cell.text)));
  if (isMixed) return false;
  for (let column = 0; column < grid.columnCount; column += 1) {
    const boxes = grid.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column && isFigureText(cell.text)).flatMap((cell) => (cell.position.box === null ? [] : [cell.position.box])));
    if (boxes.length < 2) continue;
    if (Math.max(shareAt(boxes.map((box) => box.right)), shareAt(boxes.map((box) => box.left))) < ALIGNED_SHARE) return false;
  }
  return true;
}

function hasStrayFigure(text: string): boolean {
  const { label, figures } = splitFigures(text);
  return (figures.length > 1 && label === '') || figures.some((figure) => /[.,]\d|^\D$/.test(figure));
}

/** The largest share of some places that lie within a character of one of them. */
function shareAt(places: readonly number[]): number {
  const sorted = [...places].sort((a, b) => a - b);
  let [from, to, most] = [0, 0, 0];
  for (const place of sorted) {
    while ((sorted[from] ?? place) < place - CHARACTER_PT) from += 1;
    while (to < sorted.length && (sorted[to] ?? place) <= place + CHARACTER_PT) to += 1;
    most = Math.max(most, to - from);
  }
  return most / places.length;
}

/** The grid with the places that text really has: lines, no boxes. */
function withoutPlaces(grid: Grid, lines: readonly TextLine[]): Grid {
  return {
    ...grid,
    rows: grid.rows.map((row): GridRow => ({
      ...row,
      line: lines[row.index] ?? row.line,
      cells: row.cells.map((cell): GridCell => ({ ...cell, position: { ...cell.position, box: null } })),
    })),
  };
}
