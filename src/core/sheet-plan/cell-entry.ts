import { type PlanCell } from './plan';

/** Longest text of a cell. Source: Excel's specifications and limits. */
export const LONGEST_CELL_TEXT = 32_767;

/** Beyond this length a cell with the text format may show as number signs. */
const LONGEST_TEXT_FORMAT = 255;

/** What to write into a cell: the value to set, the number format to set before it, and the value to read back. */
export interface CellEntry {
  readonly written: string | number;
  readonly format: string;
  readonly expected: string | number;
}

/**
 * The one gateway for text: whatever a document says stays text and never becomes a formula, a number or a date.
 * The text format keeps Excel from interpreting it; only a leading apostrophe has to be doubled, and long sentences go without the format.
 */
export function textEntry(text: string): CellEntry {
  const expected = cleanCellText(text);
  if (expected === '') return { written: '', format: 'General', expected };
  if (expected.length > LONGEST_TEXT_FORMAT) return { written: `'${expected}`, format: 'General', expected };
  return { written: expected.startsWith("'") ? `'${expected}` : expected, format: '@', expected };
}

/** The one gateway for numbers. Errors: throws on what is not a finite number, because Excel would store a text. */
export function numberEntry(value: number, format: string): CellEntry {
  if (!Number.isFinite(value)) throw new Error(`Not a number for a cell: ${value}`);
  return { written: value, format, expected: value };
}

/** A planned cell as what to write before formulas: a formula's cell is left empty, with its format. */
export function cellEntry(cell: PlanCell): CellEntry {
  switch (cell.kind) {
    case 'text': return textEntry(cell.text);
    case 'number': return numberEntry(cell.value, cell.format);
    default: return { written: '', format: cell.format, expected: '' };
  }
}

/** A text as a cell can hold it: no control characters, no halves of characters, line breaks as Excel has them, at most 32,767 characters. */
export function cleanCellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return clean.length <= LONGEST_CELL_TEXT - 1 ? clean : `${clean.slice(0, LONGEST_CELL_TEXT - 2)}…`;
}
