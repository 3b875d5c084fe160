import { type BoxLine, type Item, overlaps } from '../box-items';
import { type Cluster, withHeads } from './column-heads';

/** The horizontal extent of a column. Units: points. */
export interface BoxColumn {
  readonly left: number;
  readonly right: number;
  readonly kind: 'figures' | 'text';
}

/** A column that fewer than this share of the lines of figures print in is none, unless the header names it. */
const LEAST_SHARE = 0.2;

/**
 * The columns that lines of figures stand in, from left to right: figures by the places that they share, with the heads that stand over them; words by the room between.
 * Shape: `data` are lines with figures, `header` the lines above that head them, `texts` further lines of words inside the table.
 */
export function findBoxColumns(data: readonly BoxLine[], header: readonly BoxLine[], texts: readonly BoxLine[]): BoxColumn[] {
  const found = cluster(data, (item) => item.isFigure);
  const isWord = (item: Item): boolean => !item.isFigure;
  const headed = withHeads(found, header, [...data, ...texts]);
  const figures = headed.filter(({ left, right, lines, isDated }) => {
    const overWords = lines === 0 && data.some((line) => line.items.some((item) => isWord(item) && overlaps(item, { left, right })));
    return !overWords && (isDated || lines >= Math.max(2, data.length * LEAST_SHARE) || (data.length <= 2 && lines > 0));
  });
  const isApart = (item: Item): boolean => isWord(item) && !figures.some((column) => overlaps(item, column));
  const words = cluster([...data, ...texts.filter((line) => line.items.length > 0)], isApart);
  const columns: BoxColumn[] = [...figures.map(({ left, right }) => ({ left, right, kind: 'figures' as const })), ...apartFrom(words, figures).map(({ left, right }) => ({ left, right, kind: 'text' as const }))];
  return columns.sort((a, b) => a.left - b.left);
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

/** The stretches that the wanted items of some lines share, the fullest lines first: an item over two stretches that one line keeps apart is a cell over both, and no part of either. */
function cluster(lines: readonly BoxLine[], isWanted: (item: Item) => boolean): Cluster[] {
  const clusters: Cluster[] = [];
  const apart = new Map<Cluster, Set<Cluster>>();
  const wanted = lines.map((line) => line.items.filter(isWanted)).sort((one, other) => other.length - one.length);
  for (const items of wanted) {
    const own = items.flatMap((item) => addTo(clusters, apart, item) ?? []);
    for (const one of own) for (const other of own) if (one !== other) setOf(apart, one).add(other);
  }
  return clusters;
}

/** The cluster that an item becomes a part of, new or grown; null for an item over several that are known to be apart. */
function addTo(clusters: Cluster[], apart: Map<Cluster, Set<Cluster>>, item: Item): Cluster | null {
  const touching = clusters.filter((one) => overlaps(item, one));
  const [first, ...others] = touching;
  if (first === undefined) {
    const made = { left: item.left, right: item.right, lines: 1 };
    clusters.push(made);
    return made;
  }
  if (touching.some((one) => touching.some((other) => apart.get(one)?.has(other) === true))) return null;
  first.left = Math.min(item.left, ...touching.map((one) => one.left));
  first.right = Math.max(item.right, ...touching.map((one) => one.right));
  first.lines = 1 + touching.reduce((sum, one) => sum + one.lines, 0);
  for (const other of others) {
    clusters.splice(clusters.indexOf(other), 1);
    for (const far of apart.get(other) ?? []) {
      setOf(apart, first).add(far);
      setOf(apart, far).add(first);
    }
  }
  return first;
}

function setOf(apart: Map<Cluster, Set<Cluster>>, one: Cluster): Set<Cluster> {
  const known = apart.get(one) ?? new Set<Cluster>();
  apart.set(one, known);
  return known;
}

/** Clusters of words cut at the columns of figures: what reaches over one is no column of its own. */
function apartFrom(words: readonly Cluster[], figures: readonly Cluster[]): Cluster[] {
  return words.filter((word) => !figures.some((figure) => figure.left < word.right - 1 && figure.right > word.left + 1 && word.left < figure.left && word.right > figure.right));
}
