import { type BoxColumn, columnOf } from './box-columns';
import { type BoxLine, type Item, joinItems, textOfItem, wordItems } from '../box-items';
import { isYearText } from '../../grids/grid';

/** Figures of one column end, or start, at one place within so many points. */
const EDGE_PT = 1.5;
const MARKED = /\d[.,]\d/;

/**
 * A line of a table's body whose label fills its cell, or whose remark starts at the edge of its own, so that no gap parts it from the figure beside it:
 * the figure at the edge of such words stands in a column of figures where the line has none, and is that column's.
 */
export function splitSwallowed(line: BoxLine, columns: readonly BoxColumn[]): BoxLine {
  const taken = new Set(line.items.flatMap((item) => (item.isFigure ? [columnOf(item, columns)] : [])));
  const items = line.items.flatMap((item) => (item.isFigure || item.words.length < 2 ? [item] : splitItem(item, columns, taken)));
  return items.length === line.items.length ? line : { ...line, items };
}

/** Words without the figures at their edges that stand in columns of their own, which are taken by them. */
function splitItem(item: Item, columns: readonly BoxColumn[], taken: Set<number>): Item[] {
  const words = wordItems(item);
  const [before, behind]: [Item[], Item[]] = [[], []];
  const isCell = (word: Item | undefined): word is Item => {
    const column = word === undefined ? -1 : ownColumn(word, columns);
    if (column < 0 || taken.has(column)) return false;
    taken.add(column);
    return true;
  };
  while (words.length > 1 && isCell(words.at(-1))) behind.unshift(...words.splice(-1));
  while (words.length > 1 && isCell(words[0])) before.push(...words.splice(0, 1));
  return before.length + behind.length === 0 ? [item] : [...before, joinItems(words), ...behind];
}

/** The column of figures that a figure stands in as its others do: at their edge, or well within it where marks prove it to be a figure. */
function ownColumn(word: Item, columns: readonly BoxColumn[]): number {
  if (!word.isFigure || isYearText(textOfItem(word))) return -1;
  return columns.findIndex(({ kind, left, right }) => {
    if (kind !== 'figures' || word.right > right + EDGE_PT) return false;
    const isAtEdge = Math.abs(word.right - right) <= EDGE_PT || Math.abs(word.left - left) <= EDGE_PT;
    const middle = (word.left + word.right) / 2;
    return isAtEdge || (MARKED.test(textOfItem(word)) && middle > left && middle < right);
  });
}
