import { type BoxColumn, columnOf } from '../columns/box-columns';
import { type BoxLine, type Item, textOfItem } from '../box-items';
import { isRowNumber } from '../../../lines/figures/split-figures';

/** What a printed line says to the question which lines make one row of a table. Units: points from the top of the page. */
export interface RowLine {
  readonly line: BoxLine;
  readonly page: number | null;
  readonly baseline: number;
  readonly size: number;
  /** The columns of amounts in which it has figures. */
  readonly figures: readonly number[];
  readonly hasNumber: boolean;
  /** The columns of words in which it has words; the label's among them. */
  readonly texts: readonly number[];
  /** Its words in the label's column; null without any. */
  readonly label: Item | null;
  readonly labelText: string;
}

/** The columns of a table by what they are for. */
export interface RowColumns {
  readonly columns: readonly BoxColumn[];
  /** The column of labels; -1 without one. */
  readonly label: number;
  /** How far the words of labels reach to the right. */
  readonly labelRight: number;
}

/** Tells the column of labels from those of numbers, groups and remarks: of the columns of words before the first amounts, the one in which most lines have words. */
export function readRowColumns(lines: readonly BoxLine[], columns: readonly BoxColumn[]): RowColumns {
  const candidates = columns.flatMap((column, index) => (column.kind === 'text' && columns.slice(index).some((other) => other.kind === 'figures') ? [index] : []));
  const wordsOf = (index: number): Item[] => lines.flatMap((line) => line.items.filter((item) => !item.isFigure && columnOf(item, columns) === index));
  const counts = candidates.map((index) => wordsOf(index).filter((item) => !isRowNumber(textOfItem(item))).length);
  const label = candidates[counts.indexOf(Math.max(...counts))] ?? columns.findIndex((column) => column.kind === 'text');
  const isOnlyIn = (item: Item): boolean => item.right < (columns[label + 1]?.left ?? Number.POSITIVE_INFINITY);
  return { columns, label, labelRight: label < 0 ? 0 : Math.max(0, ...wordsOf(label).filter(isOnlyIn).map((item) => item.right)) };
}

/** A printed line as the rows see it. Figures before the labels are numbers of rows. */
export function toRowLine(line: BoxLine, { columns, label }: RowColumns): RowLine {
  const figures: number[] = [];
  const texts = new Set<number>();
  const labels: Item[] = [];
  let hasNumber = false;
  for (const item of line.items) {
    const column = columnOf(item, columns);
    const isNumber = column < label && isRowNumber(textOfItem(item));
    if (isNumber) hasNumber = true;
    else if (item.isFigure) figures.push(column);
    else texts.add(column);
    if (!item.isFigure && column === label) labels.push(item);
  }
  const [first] = labels;
  return { line, page: line.line.page, baseline: line.bottom, size: line.size, figures, hasNumber, texts: [...texts], label: first ?? null, labelText: labels.map(textOfItem).join(' ') };
}
