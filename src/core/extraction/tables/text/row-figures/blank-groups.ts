import { type Column } from '../../../../budget/table';
import { readNumber } from '../../../../money/danish-number';
import { type SplitRow } from '../../../lines/figures/split-figures';

/** The first and a further group of a figure whose thousands stand apart. */
const GROUP_START = /^[-–−+(]?[1-9]\d{0,2}$/;
const GROUP = /^\d{3}\)?$/;
/** A group that cannot stand alone. */
const GROUP_ALONE = /^0\d/;
/** More ways than this to part a row's figures prove nothing. */
const MOST_WAYS = 16;

/** What the figures of a row are, where single blanks part thousands and columns alike. */
export type GroupedRow = { readonly kind: 'row'; readonly row: SplitRow } | { readonly kind: 'ambiguous' } | { readonly kind: 'ungrouped' };

/**
 * A row with more figures than columns ("Skole 850 900 1 750") with its groups of digits joined.
 * Shape: joined where every column has a pair of groups, where the row's total bears out one way, or where there is one way and `isKnown` tells that another row of the
 * table prints its figures so; ambiguous where nothing tells the groups from a number that ends the label; ungrouped where no way fits the columns.
 */
export function joinBlankGroups(row: SplitRow, columns: readonly Column[], isKnown: boolean): GroupedRow {
  const { figures, label } = row;
  const spare = figures.length - columns.length;
  if (spare <= 0 || !figures.some((figure, index) => index > 0 && GROUP.test(figure) && GROUP_START.test(figures[index - 1] ?? ''))) return { kind: 'ungrouped' };
  const isPairs = figures.length === 2 * columns.length && figures.every((figure, index) => (index % 2 === 0 ? GROUP_START : GROUP).test(figure));
  if (isPairs) return { kind: 'row', row: { label, figures: joinPairs(figures) } };
  const ways = waysToPart(figures, columns.length);
  const [way] = ways;
  if (way === undefined) return { kind: 'ungrouped' };
  if (isKnown && ways.length === 1) return { kind: 'row', row: { label, figures: way } };
  const asLabel: SplitRow[] = label === '' ? [] : [{ label: [label, ...figures.slice(0, spare)].join(' '), figures: figures.slice(spare) }];
  const proven = [...ways.map((parted): SplitRow => ({ label, figures: parted })), ...asLabel].filter((candidate) => isBorneOut(candidate.figures, columns));
  const [only] = proven;
  return only === undefined || proven.length > 1 ? { kind: 'ambiguous' } : { kind: 'row', row: only };
}

function joinPairs(figures: readonly string[]): string[] {
  return figures.flatMap((figure, index) => (index % 2 === 0 ? [`${figure}\u00A0${figures[index + 1] ?? ''}`] : []));
}

/** The ways to join neighbours so that as many figures result as there are columns. */
function waysToPart(figures: readonly string[], count: number): string[][] {
  const ways: string[][] = [];
  const part = (index: number, parted: readonly string[]): void => {
    if (ways.length >= MOST_WAYS || parted.length > count || figures.length - index > 4 * (count - parted.length)) return;
    if (index === figures.length) {
      if (parted.length === count) ways.push([...parted]);
      return;
    }
    let figure = figures[index] ?? '';
    if (GROUP_ALONE.test(figure)) return;
    part(index + 1, [...parted, figure]);
    const canJoin = GROUP_START.test(figure);
    for (let next = index + 1; canJoin && next < figures.length && GROUP.test(figures[next] ?? ''); next += 1) {
      figure = `${figure}\u00A0${figures[next] ?? ''}`;
      part(next + 1, [...parted, figure]);
    }
  };
  part(0, []);
  return ways;
}

/** Whether the figure of the total is the sum of those of the years. */
export function isBorneOut(figures: readonly string[], columns: readonly Column[]): boolean {
  const total = columns.findIndex((column) => column.kind === 'total');
  const values = figures.map((figure) => {
    const number = readNumber(figure);
    return number.kind === 'number' ? number.coefficient / 10 ** number.decimals : number.kind === 'nil' ? 0 : Number.NaN;
  });
  const years = values.filter((_, index) => columns[index]?.kind === 'year');
  return total >= 0 && years.length > 1 && years.reduce((sum, value) => sum + value, 0) === values[total];
}
