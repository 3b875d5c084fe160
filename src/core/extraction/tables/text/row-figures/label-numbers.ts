import { type Column } from '../../../../budget/table';
import { isOpenEnded } from '../../../lines/join-lines';
import { type SplitRow } from '../../../lines/figures/split-figures';
import { WORD_COLUMN } from '../../../vocabulary';
import { isBorneOut } from './blank-groups';

/** A row whose figures were told from the numbers that end its label or are its remark; `doubtful` where nothing tells them, `words` where all are its label's. */
export type ToldRow = { readonly kind: 'row'; readonly label: string; readonly figures: readonly (string | null)[] } | { readonly kind: 'doubtful' | 'plain' | 'words' };

const PLAIN: ToldRow = { kind: 'plain' };
const DOUBTFUL: ToldRow = { kind: 'doubtful' };
const WORDS: ToldRow = { kind: 'words' };
/** A whole number without marks, as labels and remarks hold them, and a figure with decimals. */
const WHOLE = /^[1-9]\d{0,3}$/;
const DECIMALS = /\d,\d/;
/** So many figures of a table tell whether it prints decimals, and this share of them must. */
const LEAST_FIGURES = 4;
const DECIMALS_SHARE = 0.9;

/** Whether a table of so many columns prints its figures with decimals. */
export function printsDecimals(rows: readonly (readonly string[])[], count: number): boolean {
  const figures = rows.flatMap((row) => row.slice(-count)).filter((figure) => /\d/.test(figure) && !figure.endsWith('%'));
  return figures.length >= LEAST_FIGURES && figures.filter((figure) => DECIMALS.test(figure)).length >= DECIMALS_SHARE * figures.length;
}

/**
 * The row of a line with the numbers set aside that are no figures of it: those of its label ("Rådgivning, 116 2,7 1,3") or its remark.
 * Shape: `hasDecimals` where the other rows print decimals; a whole number before them is then none of the row's figures unless a gap or the total says so.
 */
export function tellNumbers(text: string, { label, figures }: SplitRow, columns: readonly Column[], hasDecimals: boolean): ToldRow {
  if (label === '' || figures.length > columns.length) return PLAIN;
  if (columns.length === 1 && WHOLE.test(figures[0] ?? '') && !hasGapBefore(text, figures, 0) && (hasDecimals || isOpenEnded(label))) return WORDS;
  const money = columns.length - wordColumns(columns);
  const spare = figures.length - money;
  if (money < columns.length && spare > 0) return tellSpare(text, label, figures, spare, columns.length);
  const isWhole = hasDecimals && figures.length === columns.length && figures.length > 1 && WHOLE.test(figures[0] ?? '') && figures.slice(1).every((figure) => !WHOLE.test(figure));
  return isWhole && !hasGapBefore(text, figures, 0) && !isBorneOut(figures, columns) ? DOUBTFUL : PLAIN;
}

/** How many of the last columns hold words, and no counts or shares. */
function wordColumns(columns: readonly Column[]): number {
  const behind = [...columns].reverse().findIndex((column) => column.kind !== 'text' || !WORD_COLUMN.test(column.header));
  return behind < 0 ? 0 : behind;
}

/** A row with more figures than columns of money in front of those of words: the first are the label's last words, or the last the remark. */
function tellSpare(text: string, label: string, figures: readonly string[], spare: number, count: number): ToldRow {
  const areWhole = (some: readonly string[]): boolean => some.every((figure) => WHOLE.test(figure));
  const isOfLabel = (!hasGapBefore(text, figures, 0) && hasGapBefore(text, figures, spare)) || (areWhole(figures.slice(0, spare)) && figures.slice(spare).some((figure) => DECIMALS.test(figure)) && !WHOLE.test(figures.at(-1) ?? ''));
  const isRemark = areWhole(figures.slice(-spare)) && figures.slice(0, -spare).some((figure) => DECIMALS.test(figure)) && !WHOLE.test(figures[0] ?? '');
  if (isOfLabel === isRemark) return DOUBTFUL;
  const own = isOfLabel ? figures.slice(spare) : figures;
  return { kind: 'row', label: isOfLabel ? [label, ...figures.slice(0, spare)].join(' ') : label, figures: [...own, ...new Array<null>(count - own.length).fill(null)] };
}

/** Whether a gap as between columns stands in front of a figure of a line. */
function hasGapBefore(text: string, figures: readonly string[], at: number): boolean {
  let end = text.length;
  for (let index = figures.length - 1; index >= at; index -= 1) end = text.lastIndexOf((figures[index] ?? '').split(/[\s\u00A0]/)[0] ?? '', end - 1);
  return end > 1 && /\s{2}$|\t$/.test(text.slice(Math.max(0, end - 2), end));
}
