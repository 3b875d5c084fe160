import { type Box, type Position, uniteBoxes } from '../../../budget/position';
import { columnOf, columnSpan, type BoxColumn } from './columns/box-columns';
import { type BoxLine, cutAtYears, type Item, joinItems, overlaps, textOfItem, wordItems, yearsIn } from './box-items';
import { asParts } from '../../lines/figures/broken-figures';
import { splitMarks } from '../grids/cell-table';
import { type GridCell, type GridRow, isFigureText } from '../grids/grid';
import { joinAll, NO_EVIDENCE } from '../../lines/join-lines';
import { type CutEvidence, isCutWord } from './cut-words';
import { isYearBehindUnit } from './columns/column-heads';
import { type Alignment, mergedSpan } from './columns/merged-figures';

/** A header line: every word over its own column, words that no gap parts together over all their columns. */
export function headerRow(line: BoxLine, columns: readonly BoxColumn[]): GridRow {
  const cells: GridCell[] = [];
  for (const item of line.items) {
    const parted = yearsIn(item) > 1 ? cutAtYears(item) : cutAtColumns(item, columns);
    if (parted.length > 1) {
      cells.push(...parted.map((part) => toCell([part], columnOf(part, columns), 1, line)));
      continue;
    }
    const span = columnSpan(item, columns);
    const parts = wordItems(item).map((word) => ({ word, column: columnOf(word, columns) }));
    const isOwn = parts.every(({ word, column }) => overlaps(word, columns[column] ?? word));
    if (span.first === span.last && !(isOwn && new Set(parts.map((part) => part.column)).size > 1)) {
      cells.push(toCell([item], span.first, 1, line));
      continue;
    }
    const isSpanning = new Set(parts.map((part) => part.column)).size < span.last - span.first + 1 || isLabelOver(item, columns);
    if (isSpanning) cells.push(toCell([item], span.first, span.last - span.first + 1, line));
    else for (const column of new Set(parts.map((part) => part.column))) cells.push(toCell([joinItems(parts.filter((part) => part.column === column).map((part) => part.word))], column, 1, line));
  }
  return { cells: mergeCells(cells, { evidence: NO_EVIDENCE, widest: [] }), line: line.line, index: line.index };
}

/** Words of heads cut where one starts at the very edge of a column of words, or is a year behind the unit of all, however close they stand. */
function cutAtColumns(item: Item, columns: readonly BoxColumn[]): Item[] {
  const groups: Item[][] = [];
  const words = wordItems(item);
  for (const [at, word] of words.entries()) {
    const isEdge = columns.some(({ kind, left }, index) => kind === 'text' && index > 0 && Math.abs(left - word.left) < SAME_LEFT_PT);
    const isStart = isEdge || isYearBehindUnitOfLabels(words.slice(0, at), word, columns);
    if (isStart || groups.length === 0) groups.push([word]);
    else groups.at(-1)?.push(word);
  }
  return groups.map(joinItems);
}

/** Whether a word is the year of a column of figures, behind a unit that heads the labels. */
function isYearBehindUnitOfLabels(before: readonly Item[], word: Item, columns: readonly BoxColumn[]): boolean {
  const [first] = before;
  if (first === undefined || !isYearBehindUnit(before, word)) return false;
  return columns[columnOf(word, columns)]?.kind === 'figures' && columns[columnOf(first, columns)]?.kind === 'text';
}

/** Words start at one place when they differ by less. Units: points. */
const SAME_LEFT_PT = 1;

/** Header lines without cells over several columns are one row of wrapped cells. */
export function joinHeaderRows(rows: readonly GridRow[], evidence: CutEvidence): GridRow[] {
  const joined: GridRow[] = [];
  for (const row of rows) {
    const last = joined[joined.length - 1];
    const isPlain = [...(last?.cells ?? []), ...row.cells].every((cell) => cell.columnSpan === 1);
    if (last === undefined || !isPlain) joined.push(row);
    else joined[joined.length - 1] = { ...last, cells: mergeCells([...last.cells, ...row.cells], evidence) };
  }
  return joined;
}

/** A label of the first column that reaches over the next ones. */
function isLabelOver(item: Item, columns: readonly BoxColumn[]): boolean {
  const first = columns[0];
  return first !== undefined && first.kind === 'text' && overlaps(item, first) && item.words.length > 3;
}

/** A printed row from its lines: each column's words joined, line-end hyphens undone. */
export function bodyRow(lines: readonly BoxLine[], columns: readonly BoxColumn[], evidence: CutEvidence, alignments: readonly Alignment[]): GridRow {
  const first = lines[0];
  if (first === undefined) throw new Error('A row without lines');
  const placed = lines.flatMap((line) => line.items.map((item) => ({ line, item, column: columnOf(item, columns) })));
  const taken = new Set(placed.map(({ column }) => column));
  const cells = placed.map(({ line, item, column }) => {
    const span = item.isFigure ? (mergedSpan(item, column, alignments, taken) ?? { first: column, last: column }) : columnSpan(item, columns);
    const isAcross = item.isFigure || line.items.length === 1;
    return toCell([item], span.first, isAcross ? span.last - span.first + 1 : 1, line);
  });
  return { cells: mergeCells(cells, evidence, true), line: first.line, index: first.index };
}

function toCell(items: readonly Item[], column: number, columnSpanCount: number, line: BoxLine): GridCell {
  const item = joinItems(items);
  const { text, marks } = splitMarks(item.words, textOfItem(item));
  const position: Position = { page: line.line.page, line: line.line.line, box: boxOf(item) };
  return { text, marks, position, column, columnSpan: columnSpanCount, isContinuation: false };
}

function boxOf(item: Item): Box | null {
  const boxes = item.words.flatMap((word) => (word.box === null ? [] : [word.box]));
  if (boxes.length === 0) return null;
  return { left: item.left, right: item.right, top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
}

/** Cells of one column as one cell, from top to bottom. */
function mergeCells(cells: readonly GridCell[], evidence: CutEvidence, isBody = false): GridCell[] {
  const merged: GridCell[] = [];
  const last = new Map<number, GridCell>();
  for (const cell of cells) {
    const index = merged.findIndex((other) => other.column === cell.column);
    const [other, above] = [merged[index], last.get(cell.column)];
    last.set(cell.column, cell);
    if (other === undefined || above === undefined) merged.push(cell);
    else merged[index] = { ...other, text: joinTexts(other, above, cell, evidence, isBody), marks: [...other.marks, ...cell.marks], columnSpan: Math.max(other.columnSpan, cell.columnSpan), position: { ...other.position, box: unite(other.position.box, cell.position.box) } };
  }
  return merged.sort((a, b) => a.column - b.column);
}

/** A cell's text with its next line; `above` is the line over that. */
function joinTexts(cell: GridCell, above: GridCell, line: GridCell, evidence: CutEvidence, isBody: boolean): string {
  if (isBody && isFigureText(cell.text) && isFigureText(line.text)) return asParts(cell.text, line.text);
  return isCutWord(above, line, evidence) ? cell.text + line.text : joinAll([cell.text, line.text], evidence.evidence);
}

function unite(one: Box | null, other: Box | null): Box | null {
  return one === null || other === null ? (one ?? other) : uniteBoxes(one, other);
}
