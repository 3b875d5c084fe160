import { type Box, uniteBoxes } from '../../../budget/position';
import { isBrokenFigure } from '../../lines/figures/broken-figures';
import { type TextLine, type Word } from '../../lines/document-text';
import { isDamagedFigure, isFigure, readPrintedFigure } from '../../lines/figures/printed-figure';
import { CURRENCY_WORD } from '../../vocabulary';
import { isYearText } from '../grids/grid';

/** A stretch of a printed line: one figure, or words that no wide gap parts. Units: points. */
export interface Item {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly isFigure: boolean;
}

/** A printed line as items from left to right. */
export interface BoxLine {
  readonly line: TextLine;
  readonly index: number;
  readonly items: readonly Item[];
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** A word with its place; a figure with its unit or what else stands beside it in a cell counts as one, with the words that it is made of. */
interface PlacedWord {
  readonly word: Word;
  readonly box: Box;
  readonly parts: readonly Word[];
}

/** A gap of at least this share of the type size parts a figure from the words beside it. Running text has narrower gaps even when justified. */
const COLUMN_GAP = 0.7;
/** A narrower gap parts words where the words of a column start on several lines of the page. */
const NARROW_COLUMN_GAP = 0.42;
/** Several figures in a row are cells even when narrower gaps part them; running text has single figures. */
const RUN_GAP = 0.42;
/** Figures with marks, and figures of a long run, are cells however narrow the gaps between them: no text prints them so. */
const NARROW_RUN_GAP = 0.2;
const LONG_RUN = 4;
const MARKED = /\d[.,]\d/;
/** So many figures with marks in a row are cells, however close the words of the label before them or of the remark behind them come. */
const LEAST_MARKED_RUN = 3;
/** A figure stands apart from a run when the gap between them is so many times wider than those of the run. */
const APART = 2;
/** Justified text parts so many words or more by gaps of which the widest is at most so many times the narrowest; few of the words are figures. */
const LEAST_JUSTIFIED_WORDS = 4;
const EVEN_GAPS = 1.6;
const MOST_JUSTIFIED_FIGURES = 0.34;
/** Words that all start so are the names of columns: text has small words among them. */
const NAME_START = /^[(\p{Lu}\d]/u;
/** A gap so many times wider than the usual one of its line parts columns, between which the text may be justified. */
const BETWEEN_COLUMNS = 2.2;
/** So many years in a row head columns, however narrow the gaps between them. */
const LEAST_YEARS = 3;
const DEFAULT_SIZE = 10;
/** A cell of one figure has no more words: "kr. 1,2 mio. kr.", "ca. 23,3 ± 6,7". */
const MOST_CELL_WORDS = 6;
const BESIDE_FIGURE = /[\p{L}±]/u;
/** Figures end at one edge when so many lines of a page share it, within so many points. */
const LEAST_EDGE_LINES = 3;
const EDGE_PT = 3;

/** A number in front of a label stands this far from it at least, where other lines of the label's column start at its place. */
const NUMBER_GAP = 0.35;
const ROW_NUMBER = /^\d{1,3}$/;

/** Places that several lines of a page share, each as one number: there a figure is a cell though words follow close behind it. */
export type FigureEdges = ReadonlySet<number>;

/** What shares a place: the ends of figures, the starts of lines, the starts of words behind a wide gap. */
const EDGES = { end: 0, start: 1, column: 2 } as const;
type EdgeKind = keyof typeof EDGES;
const EDGE_KINDS = Object.keys(EDGES).length;

/** The edges shared by the figures that stand free on their left. */
export function findFigureEdges(lines: readonly TextLine[]): FigureEdges {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.words.length === 0) continue;
    const size = line.fontSizePt ?? DEFAULT_SIZE;
    const keys = new Set<number>();
    const [first, second] = [line.words[0], line.words[1]?.box ?? null];
    const isNumbered = second !== null && ROW_NUMBER.test(first?.text ?? '') && second.left - (first?.box?.right ?? second.left) >= COLUMN_GAP * size;
    const start = isNumbered ? second : (first?.box ?? null);
    if (start !== null) addOverPages(keys, 'start', line.page, start.left);
    line.words.forEach((word, index) => {
      const before = line.words[index - 1]?.box ?? null;
      if (word.box === null || before === null || word.box.left - before.right < COLUMN_GAP * size) return;
      const signed = isLooseSign(word, line.words[index + 1], size) ? (line.words[index + 1]?.box ?? word.box) : word.box;
      if (isFigureWord(word)) addOverPages(keys, 'end', line.page, signed.right);
      else addPlace(keys, 'column', line.page ?? 0, word.box.left);
    });
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST_EDGE_LINES).map(([key]) => key));
}

/** Whether a minus stands a blank before a figure, or a dash fills the cell before a close one: the edges at which figures end tell which. */
function isLooseSign(word: Word, next: Word | undefined, size: number): boolean {
  if (!/^[-–−]$/.test(word.text) || next === undefined || word.box === null || next.box === null) return false;
  return /^\d/.test(next.text) && isFigureWord(next) && next.box.left - word.box.right < RUN_GAP * size;
}

/** A table that goes on over pages keeps its edges. */
function addOverPages(keys: Set<number>, kind: EdgeKind, page: number | null, place: number): void {
  for (let step = -1; step <= 1; step += 1) addPlace(keys, kind, (page ?? 0) + step, place);
}

function addPlace(keys: Set<number>, kind: EdgeKind, page: number, place: number): void {
  keys.add(edgeKey(kind, page, place, 0));
  keys.add(edgeKey(kind, page, place, 1));
}

/** No page is so wide: the places of a page, in both ways of parting it. */
const PAGE_PLACES = 2 ** 24;

/** One of the two overlapping stretches that a place falls into, so that places close together always share one. */
function edgeKey(kind: EdgeKind, page: number, place: number, way: 0 | 1): number {
  const stretch = 2 * Math.floor(place / EDGE_PT + way / 2) + way;
  return ((page + 1) * EDGE_KINDS + EDGES[kind] + 0.5) * PAGE_PLACES + stretch;
}

/** A line of words with places as items; null when the line has no places or cells of its own. */
export function toBoxLine(line: TextLine, index: number, edges: FigureEdges): BoxLine | null {
  if (line.box === null || line.cells !== null) return null;
  const placed = line.words.flatMap((word): PlacedWord[] => (word.box === null ? [] : [{ word, box: word.box, parts: [word] }]));
  if (placed.length === 0 || placed.length < line.words.length) return null;
  const size = line.fontSizePt ?? DEFAULT_SIZE;
  return { line, index, items: toItems(placed, size, (place, kind) => edges.has(edgeKey(kind, line.page ?? 0, place, 0)) || edges.has(edgeKey(kind, line.page ?? 0, place, 1))), top: line.box.top, bottom: line.box.bottom, size };
}

/** Whether two stretches share a good part of the narrower one's width. */
export function overlaps(one: { readonly left: number; readonly right: number }, other: { readonly left: number; readonly right: number }): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared > 0 && shared >= 0.3 * Math.min(one.right - one.left, other.right - other.left);
}

/** Words of an item as one text. */
export function textOfItem(item: Item): string {
  return item.words.map((word) => word.text).join(' ');
}

/** How many years an item names. */
export function yearsIn(item: Item): number {
  return item.words.filter((word) => isYearText(word.text)).length;
}

/** An item cut behind its years, each with the words before it: "R 2024", "B 2025", "I alt". */
export function cutAtYears(item: Item): Item[] {
  const groups: Item[][] = [[]];
  for (const word of wordItems(item)) {
    groups.at(-1)?.push(word);
    if (isYearText(textOfItem(word))) groups.push([]);
  }
  return groups.filter((group) => group.length > 0).map(joinItems);
}

/** An item cut at the words: words with their own extents. */
export function wordItems(item: Item): Item[] {
  return item.words.flatMap((word): Item[] => (word.box === null ? [] : [{ words: [word], left: word.box.left, right: word.box.right, isFigure: isFigureWord(word) }]));
}

/** Where the first of some items starts; beyond every page where there is none. */
export function leftmost(items: readonly Item[]): number {
  return items.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
}

/** Items made one. */
export function joinItems(items: readonly Item[]): Item {
  return {
    words: items.flatMap((item) => item.words),
    left: leftmost(items),
    right: items.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
    isFigure: items.length === 1 && items[0]?.isFigure === true,
  };
}

/** A year with a dash behind it is the start of a period or a price level that wraps. */
function isFigureWord(word: Word): boolean {
  return !word.isSuperscript && !/^\(?(?:19|20)\d\d[-–]$/.test(word.text) && (isFigure(word.text) || isBrokenFigure(word.text) || isDamagedFigure(word.text) || word.text === '%');
}

/** Whether figures end at a place, lines start there, or words behind a wide gap. */
type IsEdge = (place: number, kind: EdgeKind) => boolean;

/** A figure stands alone when wide gaps, line ends or other such figures are on both its sides. */
function toItems(printed: readonly PlacedWord[], size: number, isEdge: IsEdge): Item[] {
  const words = joinCells(joinSigns(printed, size, isEdge), size);
  const gaps = gapsBefore(words);
  const justified = justifiedGaps(words, gaps, size);
  const isColumnStart = (index: number): boolean => (gaps[index] ?? 0) >= NARROW_COLUMN_GAP * size && words.slice(index, index + 1).every(({ word }) => !isFigureWord(word)) && isEdge(words[index]?.box.left ?? 0, 'column');
  const isWide = (index: number, share = COLUMN_GAP): boolean => !justified.has(index) && ((gaps[index] ?? Number.POSITIVE_INFINITY) >= share * size || isColumnStart(index));
  const isAlone = standingAlone(words, gaps, isWide, isEdge);
  const items: Item[] = [];
  let group: PlacedWord[] = [];
  const flush = (): void => {
    const [first, last] = [group[0], group[group.length - 1]];
    if (first !== undefined && last !== undefined) {
      const index = words.indexOf(first);
      items.push({ words: group.flatMap(({ parts }) => parts), left: first.box.left, right: last.box.right, isFigure: isAlone[index] === true });
    }
    group = [];
  };
  words.forEach((placed, index) => {
    const isMark = placed.word.isSuperscript && group.length > 0 && !isWide(index);
    const isPercent = placed.word.text === '%' && group.length > 0 && !isWide(index);
    if (!isMark && !isPercent && group.length > 0 && (isWide(index) || isAlone[index] === true || isAlone[index - 1] === true)) flush();
    group.push(placed);
  });
  flush();
  return items;
}

/** The gap in front of every word. Units: points. */
function gapsBefore(words: readonly PlacedWord[]): number[] {
  return words.map((word, index) => word.box.left - (words[index - 1]?.box.right ?? Number.NEGATIVE_INFINITY));
}

/** Words of a line with every minus that stands a blank before its figure made one with it: the figure ends where others do, and the minus does not. */
function joinSigns(words: readonly PlacedWord[], size: number, isEdge: IsEdge): PlacedWord[] {
  const gaps = gapsBefore(words);
  const isSign = (index: number): boolean => {
    const [sign, figure] = [words[index], words[index + 1]];
    if (sign === undefined || figure === undefined || !isLooseSign(sign.word, figure.word, size) || (gaps[index] ?? 0) < RUN_GAP * size) return false;
    return isEdge(figure.box.right, 'end') && !isEdge(sign.box.right, 'end');
  };
  return words.flatMap((placed, index): PlacedWord[] => {
    const next = words[index + 1];
    if (isSign(index) && next !== undefined) return [{ word: { ...next.word, text: placed.word.text + next.word.text }, box: uniteBoxes(placed.box, next.box), parts: [...placed.parts, ...next.parts] }];
    return isSign(index - 1) ? [] : [placed];
  });
}

/** Words of a line with every cell that prints more than its figure ("1,2 mio. kr.", "-kr 850", "ca. 5,0") as one word of its digits: between wide gaps, or beside another such cell. */
function joinCells(words: readonly PlacedWord[], size: number): PlacedWord[] {
  const gaps = gapsBefore(words);
  const justified = justifiedGaps(words, gaps, size);
  const isGap = (index: number, share: number): boolean => index === words.length || (!justified.has(index) && (gaps[index] ?? 0) >= share * size);
  const joined: PlacedWord[] = [];
  let isBehindCell = false;
  for (let start = 0; start < words.length; ) {
    const cell: PlacedWord | null = isGap(start, isBehindCell ? RUN_GAP : COLUMN_GAP) ? cellFrom(words, start, isGap) : null;
    isBehindCell = cell !== null && !(start === 0 && cell.parts.length === words.length);
    const next: PlacedWord | null | undefined = isBehindCell ? cell : words[start];
    if (next !== null && next !== undefined) joined.push(next);
    start += isBehindCell ? (cell?.parts.length ?? 1) : 1;
  }
  return joined;
}

/** The longest cell of one figure and further words that starts at a word and has no wide gap in it. */
function cellFrom(words: readonly PlacedWord[], start: number, isGap: (index: number, share: number) => boolean): PlacedWord | null {
  let most = start + 1;
  while (most < words.length && most - start < MOST_CELL_WORDS && !isGap(most, COLUMN_GAP)) most += 1;
  for (let end = most; end > start + 1; end -= 1) {
    const parts = words.slice(start, end);
    const text = parts.map(({ word }) => word.text).join(' ');
    const figure = isGap(end, RUN_GAP) && BESIDE_FIGURE.test(text) ? readPrintedFigure(text) : null;
    const [first] = parts;
    if (figure === null || first === undefined) continue;
    return { word: { ...first.word, text: figure.digits }, box: parts.map(({ box }) => box).reduce(uniteBoxes), parts: parts.map(({ word }) => word) };
  }
  return null;
}

/**
 * The gaps that are blanks of justified text, however wide: those of a stretch of words, few figures among them, that equal gaps part all through.
 * Shape: a gap goes by the index of the word behind it.
 */
function justifiedGaps(words: readonly PlacedWord[], gaps: readonly number[], size: number): ReadonlySet<number> {
  const blanks = gaps.slice(1).filter((_, index) => words[index + 1]?.word.isSuperscript !== true);
  const usual = [...blanks].sort((a, b) => a - b)[Math.floor(blanks.length / 2)] ?? 0;
  const found = new Set<number>();
  if (!blanks.some((gap) => gap >= RUN_GAP * size)) return found;
  let start = 0;
  for (let end = 1; end <= words.length; end += 1) {
    if (end < words.length && (gaps[end] ?? 0) <= BETWEEN_COLUMNS * usual) continue;
    if (isJustified(words.slice(start, end), gaps.slice(start + 1, end))) for (let index = start + 1; index < end; index += 1) found.add(index);
    start = end;
  }
  return found;
}

function isJustified(words: readonly PlacedWord[], gaps: readonly number[]): boolean {
  const figures = words.filter(({ word }) => isFigureWord(word)).length;
  const blanks = gaps.filter((_, index) => words[index + 1]?.word.isSuperscript !== true);
  if (words.every(({ word }) => isFigureWord(word) || CURRENCY_WORD.test(word.text)) || words.every(({ word }) => NAME_START.test(word.text))) return false;
  return words.length >= LEAST_JUSTIFIED_WORDS && figures <= MOST_JUSTIFIED_FIGURES * words.length && Math.max(...blanks) <= EVEN_GAPS * Math.min(...blanks);
}

/** How many figures in a row, marks apart, a word is one of. */
function figureRuns(words: readonly PlacedWord[]): number[] {
  const runs = words.map(() => 0);
  let run: number[] = [];
  const close = (): void => {
    for (const index of run) runs[index] = run.length;
    run = [];
  };
  words.forEach(({ word }, index) => {
    if (isFigureWord(word) && word.text !== '%') run.push(index);
    else if (!word.isSuperscript) close();
  });
  close();
  return runs;
}

/** The words of a run of years that follow each other ("2026 2027 2028"), as only headers of columns print them. */
function yearsInARow(words: readonly PlacedWord[]): ReadonlySet<number> {
  const run = new Set<number>();
  const found = new Set<number>();
  words.forEach(({ word }, index) => {
    const isNext = run.size === 0 || Number(word.text) === Number(words[index - 1]?.word.text) + 1;
    if (!isNext) run.clear();
    if (/^(?:19|20)\d\d$/.test(word.text)) run.add(index);
    else run.clear();
    if (run.size >= LEAST_YEARS) for (const year of run) found.add(year);
  });
  return found;
}

/** The words of runs of so many figures with marks that no words stand between: no text prints them so. The number of a label stands apart from its row's. */
function markedRuns(words: readonly PlacedWord[], gaps: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    const between = run.slice(1).map((index) => gaps[index] ?? 0);
    const start = (between[0] ?? 0) > APART * Math.max(...between.slice(1)) ? 1 : 0;
    if (run.length - start >= LEAST_MARKED_RUN) for (const index of run.slice(start)) found.add(index);
    run = [];
  };
  words.forEach(({ word }, index) => {
    if (isFigureWord(word) && MARKED.test(word.text)) run.push(index);
    else if (!word.isSuperscript) close();
  });
  close();
  return found;
}

/** Which words are figures that stand alone: single ones between wide gaps, several in a row between narrower ones. */
function standingAlone(words: readonly PlacedWord[], gaps: readonly number[], isWide: (index: number, share?: number) => boolean, isEdge: IsEdge): boolean[] {
  const isAlone = words.map(({ word }) => isFigureWord(word));
  const years = yearsInARow(words);
  const runs = figureRuns(words);
  const row = markedRuns(words, gaps);
  const runShare = (index: number, other: number): number => {
    if (isAlone[other] !== true) return COLUMN_GAP;
    const isMarked = [index, other].every((at) => MARKED.test(words[at]?.word.text ?? ''));
    return isMarked || (runs[index] ?? 0) >= LONG_RUN ? NARROW_RUN_GAP : RUN_GAP;
  };
  for (let changed = true; changed; ) {
    changed = false;
    words.forEach((_, index) => {
      if (isAlone[index] !== true || years.has(index) || row.has(index)) return;
      const isInRun = isAlone[index - 1] === true || isAlone[index + 1] === true;
      const next = words[index + 1];
      const isAtEdge = (other: number): boolean => isAlone[other] === true && isEdge(words[other]?.box.right ?? 0, 'end');
      const leftIsFree = isWide(index, isInRun ? Math.min(RUN_GAP, runShare(index, index - 1)) : COLUMN_GAP) || (isAtEdge(index) && isAtEdge(index - 1));
      const isRowNumber = index === 0 && next !== undefined && ROW_NUMBER.test(words[0]?.word.text ?? '') && isWide(1, NUMBER_GAP) && isEdge(next.box.left, 'start');
      const rightIsFree = next === undefined || isRowNumber || isWide(index + 1, isInRun ? Math.min(RUN_GAP, runShare(index, index + 1)) : COLUMN_GAP) || next.word.isSuperscript || next.word.text === '%' || (index > 0 && isAtEdge(index));
      if (leftIsFree && rightIsFree) return;
      isAlone[index] = words[index]?.word.text === '%' && isAlone[index - 1] === true;
      changed ||= isAlone[index] !== true;
    });
  }
  return isAlone;
}
