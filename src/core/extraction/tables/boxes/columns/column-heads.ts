import { type BoxLine, type Item, joinItems, overlaps, textOfItem, wordItems } from '../box-items';
import { isYearText } from '../../grids/grid';
import { readUnit } from '../../header/stated-unit';

/** A column under construction: how far it reaches and on how many lines it has an item. */
export interface Cluster {
  left: number;
  right: number;
  lines: number;
}

/** A column of figures with the extent of its head. Shape: `lines` is 0 for a head without figures; `isDated` tells whether a year stands over it. */
export interface HeadedColumn {
  readonly left: number;
  readonly right: number;
  readonly lines: number;
  readonly hasHead: boolean;
  readonly isDated: boolean;
}

/**
 * Columns of figures as far as their heads reach. A head stands in the cell that it heads, over figures or beside them (in the middle of a wide cell, the figures at
 * its edge): where as many heads as columns stand between two that are known, they belong together in their order. A head over several columns widens none of them;
 * a year over no figure at all is a column without figures.
 */
export function withHeads(columns: readonly Cluster[], header: readonly BoxLine[], body: readonly BoxLine[]): HeadedColumn[] {
  const cells = body.flatMap((line) => line.items);
  const found = [...columns].sort((one, other) => one.left - other.left).map(({ left, right, lines }): HeadedColumn => ({ left, right, lines, hasHead: false, isDated: false }));
  return [...header].reverse().reduce((headed, line) => withLine(headed, line, cells), found);
}

/** The columns with the heads of one line; those of lines below stand closer. */
function withLine(columns: readonly HeadedColumn[], line: BoxLine, cells: readonly Item[]): HeadedColumn[] {
  const heads = columns.map(() => [] as Item[]);
  const free: Item[] = [];
  for (const item of line.items.map(withoutUnit)) {
    const over = columns.flatMap((column, index) => (overlaps(item, column) ? [index] : []));
    const isOverWords = cells.some((cell) => !cell.isFigure && overlaps(cell, item));
    if (over.length === 1 && !isOverWords) heads[over[0] ?? 0]?.push(item);
    else if (over.length === 0 && !isOverWords) free.push(item);
  }
  const rest = pairInOrder(columns, heads, free);
  const headed = columns.map((column, index) => withOwn(column, heads[index] ?? []));
  const isOverParts = columns.length > 0 && columns.every(({ hasHead }) => hasHead);
  const lone = isOverParts ? [] : rest.filter(({ isFigure }) => isFigure).map(({ left, right }): HeadedColumn => ({ left, right, lines: 0, hasHead: true, isDated: true }));
  return [...headed, ...lone].sort((one, other) => one.left - other.left);
}

/** A head without the unit of all that stands close before its year: the unit heads the labels, or no column alone. */
function withoutUnit(item: Item): Item {
  const words = wordItems(item);
  const last = words.at(-1);
  return last !== undefined && isYearBehindUnit(words.slice(0, -1), last) ? last : item;
}

/** Whether a word is a year right behind words that are a unit. */
export function isYearBehindUnit(before: readonly Item[], word: Item): boolean {
  return before.length > 0 && isYearText(textOfItem(word)) && readUnit(textOfItem(joinItems(before))) !== null;
}

function withOwn(column: HeadedColumn, own: readonly Item[]): HeadedColumn {
  if (own.length === 0) return column;
  const isDated = column.isDated || own.some(({ isFigure }) => isFigure);
  if (column.hasHead) return { ...column, isDated };
  return { ...column, left: Math.min(column.left, ...own.map(({ left }) => left)), right: Math.max(column.right, ...own.map(({ right }) => right)), hasHead: true, isDated };
}

/** Gives heads that stand beside all figures to the columns without any, where between two columns with heads there are as many of the one as of the other; the heads that are left. */
function pairInOrder(columns: readonly HeadedColumn[], heads: Item[][], free: readonly Item[]): readonly Item[] {
  const isHeaded = (index: number): boolean => (heads[index]?.length ?? 0) > 0 || columns[index]?.hasHead === true;
  const rest = new Set(free);
  for (let start = 0; start < columns.length; start += 1) {
    if (isHeaded(start)) continue;
    let end = start;
    while (end < columns.length && !isHeaded(end)) end += 1;
    const [from, to] = [columns[start - 1]?.right ?? Number.NEGATIVE_INFINITY, columns[end]?.left ?? Number.POSITIVE_INFINITY];
    const between = free.filter(({ left, right }) => left >= from && right <= to);
    if (between.length === end - start && staysApart(between, columns.slice(start, end))) {
      between.forEach((item, order) => heads[start + order]?.push(item));
      for (const item of between) rest.delete(item);
    }
    start = end;
  }
  return [...rest];
}

/** Whether heads and columns that go together in their order leave room between the pairs. */
function staysApart(heads: readonly Item[], columns: readonly HeadedColumn[]): boolean {
  return heads.every((head, order) => {
    const [column, next, nextHead] = [columns[order], columns[order + 1], heads[order + 1]];
    if (column === undefined || next === undefined || nextHead === undefined) return true;
    return Math.max(head.right, column.right) < Math.min(nextHead.left, next.left);
  });
}
