import { type BoxColumn, columnOf } from './box-columns';
import { type BoxLine, type Item } from '../box-items';

/** How the figures of a column stand in it. Shape: how many share each edge or middle, by the places of the three, and whether enough do; without an extent for a column of words. Units: points. */
export interface Alignment {
  readonly counts: ReadonlyMap<string, number>;
  readonly isAligned: boolean;
  readonly extents: readonly Item[];
}

/** Figures that share an edge or a middle differ there by less. */
const SAME_PLACE_PT = 1.5;
/** A column tells how it is aligned with so many figures, of which this share has an edge or a middle in common. */
const LEAST_FIGURES = 3;
const ALIGNED_SHARE = 0.6;

/** How the figures of each column stand in it. */
export function readAlignments(lines: readonly BoxLine[], columns: readonly BoxColumn[]): Alignment[] {
  const items: Item[][] = columns.map(() => []);
  for (const line of lines) for (const item of line.items) if (item.isFigure) items[columnOf(item, columns)]?.push(item);
  return items.map((own) => {
    const counts = new Map<string, number>();
    for (const item of own) for (const key of new Set(placesOf(item))) counts.set(key, (counts.get(key) ?? 0) + 1);
    const isAligned = own.length >= LEAST_FIGURES && Math.max(...counts.values()) >= ALIGNED_SHARE * own.length;
    return { counts, isAligned, extents: own };
  });
}

/**
 * The columns that one merged cell covers, told by where its figure stands: at no edge and no middle that its column's figures share, with nothing in the column
 * beside it on the side that it leans to. Null for a figure of one column.
 */
export function mergedSpan(item: Item, column: number, alignments: readonly Alignment[], taken: ReadonlySet<number>): { readonly first: number; readonly last: number } | null {
  const own = alignments[column];
  if (own === undefined || !own.isAligned || placesOf(item).some((key) => (own.counts.get(key) ?? 0) > 1)) return null;
  const isFree = (index: number): boolean => (alignments[index]?.extents.length ?? 0) > 0 && !taken.has(index);
  const others = own.extents.filter((other) => other !== item);
  const leansRight = item.right > Math.max(...others.map(({ right }) => right)) + SAME_PLACE_PT;
  const leansLeft = item.left < Math.min(...others.map(({ left }) => left)) - SAME_PLACE_PT;
  if (isFree(column - 1) && isFree(column + 1)) return { first: column - 1, last: column + 1 };
  if (leansRight && isFree(column + 1)) return { first: column, last: column + 1 };
  return leansLeft && isFree(column - 1) ? { first: column - 1, last: column } : null;
}

/** The edges and the middle of a figure, each as two overlapping stretches, so that places close together always share one. */
function placesOf({ left, right }: Item): string[] {
  return [['left', left], ['right', right], ['middle', (left + right) / 2]].flatMap(([kind, at]) => {
    const place = Number(at) / (2 * SAME_PLACE_PT);
    return [`${kind ?? ''} ${Math.floor(place)}`, `${kind ?? ''} ${Math.floor(place + 0.5)}+`];
  });
}
