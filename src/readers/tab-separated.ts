import { type DocumentText } from '../core/extraction/lines/document-text';
import { fail, type Result } from '../core/failure';
import { linesOfBlocks, type Block, type TableCell } from './blocks';
import { checkTextSize, limited, withinLimits } from './document-limits';
import { sha256Hex } from './text';

/** What parts the cells: a tab (a range copied from a spreadsheet) or a semicolon (a CSV file where the comma is for decimals). */
export type Separator = '\t' | ';';

/** A text is a table when this share of its lines is cut into the same number of cells. */
const SAME_COUNT_SHARE = 0.8;

/** A figure, a dash or nothing, as cells of such a file hold it; and how many rows of them make a table. */
const FIGURE_CELL = /^[-–−+()\d.,%\s]*$/;
const LEAST_FIGURE_ROWS = 2;

/**
 * Which separator makes a text a table: at least two rows with something in at least two cells, nearly all rows with the same number of cells.
 * Null for running text, tabs and semicolons in it or before its lines or not.
 */
export function separatorOf(text: string): Separator | null {
  for (const separator of ['\t', ';'] as const) {
    const rows = splitCells(text, separator).filter((row) => row.some((cell) => cell.trim() !== ''));
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const [usual, times] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [1, 0] as [number, number]);
    const hasCells = rows.filter((row) => row.filter((cell) => cell.trim() !== '').length >= 2).length >= 2;
    if (hasCells && usual >= 2 && times >= SAME_COUNT_SHARE * rows.length) return separator;
    if (separator === ';' && isTableAmongText(rows)) return separator;
  }
  return null;
}

/** Whether rows of as many cells each, figures behind labels, stand in one piece with lines of text before and behind: a CSV file with a title and a note. */
function isTableAmongText(rows: readonly (readonly string[])[]): boolean {
  const isRow = (row: readonly string[]): boolean => row.length > 2;
  const first = rows.findIndex(isRow);
  const table = rows.slice(first, rows.length - [...rows].reverse().findIndex(isRow));
  const count = table[0]?.length ?? 0;
  const isFigures = (row: readonly string[]): boolean => row.length === count && row.slice(1).filter((cell) => FIGURE_CELL.test(cell)).length >= (count - 1) / 2;
  return first >= 0 && table.filter(isFigures).length >= LEAST_FIGURE_ROWS && table.filter(isFigures).length >= table.length / 2;
}

/**
 * The lines of tab- or semicolon-separated text: one for every row, with its cells. Rows with one filled cell before and after the figures are text.
 * Errors: 'empty-file'.
 */
export function separatedToDocument(name: string, text: string, separator: Separator, bytes: Uint8Array): Promise<Result<DocumentText>> {
  return withinLimits(name, async () => {
    checkTextSize(text);
    const lines = linesOfBlocks(blocksOfRows(splitCells(text.replace(/^\uFEFF/, ''), separator)));
    if (lines.length === 0) return fail({ code: 'empty-file', name });
    return limited({ name, sha256: await sha256Hex(bytes), format: 'tsv', pages: null, lines, unreadablePages: [], isPartlyRead: false });
  });
}

/** The cells of separated text. A cell in quotation marks may hold separators, line breaks and doubled quotation marks. */
function splitCells(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at, separator) : null;
    const end = cell?.end ?? cellEnd(text, at, separator);
    row.push(cell?.content ?? text.slice(at, end));
    if (text.charAt(end) === separator) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return rows;
}

function cellEnd(text: string, from: number, separator: Separator): number {
  let at = from;
  while (at < text.length && !isCellEnd(text.charAt(at), separator)) at += 1;
  return at;
}

/** A quoted cell, or null when its quotation marks do not close before the next separator. */
function quotedCell(text: string, from: number, separator: Separator): { content: string; end: number } | null {
  let content = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    content += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') {
      const end = quote + 1;
      return end >= text.length || isCellEnd(text.charAt(end), separator) ? { content, end } : null;
    }
    content += '"';
    at = quote + 2;
  }
}

function isCellEnd(sign: string, separator: Separator): boolean {
  return sign === separator || sign === '\n' || sign === '\r';
}

function blocksOfRows(rows: readonly (readonly string[])[]): Block[] {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const first = filled.findIndex((count) => count > 1);
  const last = filled.length - 1 - [...filled].reverse().findIndex((count) => count > 1);
  if (first < 0) return rows.map((row) => paragraphOf(row.join(' ')));
  return [
    ...rows.slice(0, first).map((row) => paragraphOf(row.join(' '))),
    { kind: 'table', rows: rows.slice(first, last + 1).map(cellsOf) },
    ...rows.slice(last + 1).map((row) => paragraphOf(row.join(' '))),
  ];
}

function cellsOf(row: readonly string[]): TableCell[] {
  return row.map((cell, column) => ({ column, columnSpan: 1, isContinuation: false, blocks: [paragraphOf(cell)] }));
}

function paragraphOf(text: string): Block {
  return { kind: 'paragraph', lines: [{ runs: [{ text, isBold: false, isSuperscript: false, fontSizePt: null }], isPageStart: false }] };
}
