import { type BoxLine, type Item, overlaps } from './box-items';

/** The horizontal extent of a column. Units: points. */
export interface BoxColumn {
  readonly left: number;
  readonly right: number;
  readonly kind: 'figures' | 'text';
}

/** A column under construction: how far it reaches and on how many lines it has an item. */
interface Cluster {
  left: number;
  right: number;
  lines: number;
}

/** A column that fewer than this share of the lines of figures print in is none, unless the header names it. */
const LEAST_SHARE = 0.2;

/**
 * The columns that lines of figures stand in, from left to right: figures by the places that they share, words by the room between.
 * Shape: `data` are lines with figures, `header` the lines above that head them, `texts` further lines of words inside the table.
 */
export function findBoxColumns(data: readonly BoxLine[], header: readonly BoxLine[], texts: readonly BoxLine[]): BoxColumn[] {
  const headed = header.flatMap((line) => line.items).filter((item) => item.isFigure);
  const figures = withOwnHeads(cluster(data, (item) => item.isFigure, headed), headed, header, data).filter(
    (found) => (found.lines > 0 || !data.some((line) => line.items.some((item) => !item.isFigure && overlaps(item, found)))) && (found.lines >= Math.max(2, data.length * LEAST_SHARE) || headed.some((item) => overlaps(item, found)) || (data.length <= 2 && found.lines > 0)),
  );
  const isApart = (item: Item): boolean => !item.isFigure && !figures.some((column) => overlaps(item, column));
  const words = cluster([...data, ...texts.filter((line) => line.items.length > 0)], isApart, []);
  const columns: BoxColumn[] = [...figures.map(({ left, right }) => ({ left, right, kind: 'figures' as const })), ...apartFrom(words, figures).map(({ left, right }) => ({ left, right, kind: 'text' as const }))];
  return columns.sort((a, b) => a.left - b.left);
}

/** Columns where a year over no figure is the head of the figures beside it that have none: the head at one edge of a wide column, the figures at the other. */
function withOwnHeads(columns: readonly Cluster[], headed: readonly Item[], header: readonly BoxLine[], data: readonly BoxLine[]): Cluster[] {
  const beside = header.filter((line) => line.items.some((item) => headed.includes(item))).flatMap((line) => line.items);
  const sorted = [...columns].sort((one, other) => one.left - other.left);
  const isHeadless = (column: Cluster | undefined): column is Cluster => column !== undefined && column.lines > 0 && !beside.some((item) => overlaps(item, column));
  const heads = sorted.filter((column) => column.lines === 0 && !data.some((line) => line.items.some((item) => overlaps(item, column))));
  const headless = sorted.filter((column, index) => isHeadless(column) && [sorted[index - 1], sorted[index + 1]].some((other) => other !== undefined && heads.includes(other)));
  const [head, column] = [heads[0], headless[0]];
  if (head === undefined || column === undefined || heads.length > 1 || headless.length > 1) return sorted;
  const joined = { left: Math.min(head.left, column.left), right: Math.max(head.right, column.right), lines: column.lines };
  return sorted.flatMap((other) => (other === head ? [] : other === column ? [joined] : [other]));
}

/** The column that an item stands in: the one that it shares most with, else the nearest; -1 without columns. */
export function columnOf(item: { readonly left: number; readonly right: number }, columns: readonly BoxColumn[]): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  columns.forEach((column, index) => {
    const shared = Math.min(item.right, column.right) - Math.max(item.left, column.left);
    if (shared > bestScore) {
      best = index;
      bestScore = shared;
    }
  });
  return best;
}

/** The first and last column that an item covers; a column counts when the item reaches over its middle or it lies within the item. */
export function columnSpan(item: Item, columns: readonly BoxColumn[]): { first: number; last: number } {
  const covered = columns.flatMap((column, index) => {
    const middle = (column.left + column.right) / 2;
    return item.left <= middle && item.right >= middle ? [index] : [];
  });
  const only = columnOf(item, columns);
  return { first: Math.min(only, ...covered), last: Math.max(only, ...covered) };
}

function cluster(lines: readonly BoxLine[], isWanted: (item: Item) => boolean, seeds: readonly Item[]): Cluster[] {
  const clusters: Cluster[] = [];
  const add = (item: Item, weight: number): void => {
    const touching = clusters.filter((one) => overlaps(item, one));
    const first = touching[0];
    if (first === undefined) {
      clusters.push({ left: item.left, right: item.right, lines: weight });
      return;
    }
    first.left = Math.min(item.left, ...touching.map((one) => one.left));
    first.right = Math.max(item.right, ...touching.map((one) => one.right));
    first.lines = weight + touching.reduce((sum, one) => sum + one.lines, 0);
    for (const other of touching.slice(1)) clusters.splice(clusters.indexOf(other), 1);
  };
  for (const seed of seeds) add(seed, 0);
  for (const line of lines) for (const item of line.items) if (isWanted(item)) add(item, 1);
  return clusters;
}

/** Clusters of words cut at the columns of figures: what reaches over one is no column of its own. */
function apartFrom(words: readonly Cluster[], figures: readonly Cluster[]): Cluster[] {
  return words.filter((word) => !figures.some((figure) => figure.left < word.right - 1 && figure.right > word.left + 1 && word.left < figure.left && word.right > figure.right));
}
