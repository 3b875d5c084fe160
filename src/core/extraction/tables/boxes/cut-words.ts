import { type BoxColumn, columnSpan } from './columns/box-columns';
import { type BoxLine } from './box-items';
import { type GridCell } from '../grids/grid';
import { type HyphenEvidence } from '../../lines/join-lines';
import { TABLE_WORD_FORM } from '../../vocabulary';

/** What tells whether two lines of a cell are one word. Shape: `widest` is the width of the widest line in each column. Units: points. */
export interface CutEvidence {
  readonly evidence: HyphenEvidence;
  readonly widest: readonly number[];
}

const LETTERS = /^\p{L}{2,}$/u;
const SMALL_START = /^\p{Ll}+/u;

/** The width of the widest line that stands in each column alone. Units: points. */
export function widestLines(lines: readonly BoxLine[], columns: readonly BoxColumn[]): number[] {
  const widest = columns.map(() => 0);
  for (const { items } of lines) {
    for (const item of items) {
      const { first, last } = columnSpan(item, columns);
      if (first === last) widest[first] = Math.max(widest[first] ?? 0, item.right - item.left);
    }
  }
  return widest;
}

/**
 * Whether a cell's line and the one below it are one word that the cell was too narrow for ("Totalud" above "gift"): the upper holds one word and has no room for
 * another letter, as far as the column's other lines tell, and the two are a word that the document prints whole or that tables are known to use.
 */
export function isCutWord(upper: GridCell, lower: GridCell, { evidence, widest }: CutEvidence): boolean {
  const { box } = upper.position;
  const rest = SMALL_START.exec(lower.text)?.[0];
  if (box === null || rest === undefined || (lower.position.box?.bottom ?? 0) <= box.bottom || !LETTERS.test(upper.text) || upper.columnSpan + lower.columnSpan > 2) return false;
  const width = box.right - box.left;
  const isFull = width + width / upper.text.length > (widest[upper.column] ?? Number.POSITIVE_INFINITY);
  const isKnown = evidence.isPrinted(upper.text + rest) || (TABLE_WORD_FORM.test(upper.text + rest) && !TABLE_WORD_FORM.test(rest));
  return isFull && isKnown;
}
