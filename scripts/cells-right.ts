import { type Agreement } from '../src/core/budget/agreement';
import { type Cell, type Row } from '../src/core/budget/table';
import { type GeneratedDocument } from '../tests/support/document-generator';

/** A row of a table as a reader gives it: its label and the texts of its figures from left to right. */
export interface ReadRow {
  readonly label: string;
  readonly figures: readonly string[];
}

/** How many of a document's figures a reader has right. */
export interface Score {
  readonly right: number;
  readonly all: number;
}

/** The rows with figures that a generated document prints: the truth, taken from the HTML that its PDF was made from. */
export function rowsOf(document: GeneratedDocument): ReadRow[] {
  return [...document.html.matchAll(/<tr>((?:<td[^>]*>[^<]*<\/td>)+)<\/tr>/g)].flatMap(([, cells = '']) => {
    const row = toRow([...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text = '']) => unescape(text)));
    return row === null ? [] : [row];
  });
}

/** The rows of an imported agreement. */
export function rowsOfAgreement(agreement: Agreement): ReadRow[] {
  const rows: Row[] = [
    ...agreement.initiatives.flatMap(({ total, components }) => [...(total === null ? [] : [total]), ...components]),
    ...agreement.totals.map(({ row }) => row),
    ...agreement.tables.flatMap((table) => table.rows),
  ];
  return rows.map(({ label, cells }) => ({ label: label ?? '', figures: cells.map(textOf).filter(isFigure) }));
}

/** A row of cells as label and figures; null without figures. A number in front of the label is no figure; figures that share a cell are parted. */
function toRow(cells: readonly string[]): ReadRow | null {
  const texts = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const words = texts.filter((text) => /\p{L}/u.test(text));
  const start = texts.indexOf(words[0] ?? '');
  const figures = texts.slice(start + 1).flatMap((text) => (isFigureRun(text) ? text.split(' ') : []));
  return figures.length === 0 ? null : { label: words[0] ?? '', figures };
}

/** A printed line as label and figures: the figures at its end. */
export function lineToRow(line: string): ReadRow | null {
  const words = line.trim().split(/\s+/).filter((word) => word !== '%');
  let start = words.length;
  while (start > 0 && isFigure(words[start - 1] ?? '')) start -= 1;
  const label = words.slice(/^\d{1,3}$/.test(words[0] ?? '') ? 1 : 0, start).join(' ');
  return start === words.length ? null : { label, figures: words.slice(start) };
}

/** A figure is right in a row that has its whole label, at its place among the row's figures. Every row of a reader counts once. */
export function scoreRows(truth: readonly ReadRow[], found: readonly ReadRow[]): Score {
  const left = new Map<string, ReadRow[]>();
  for (const row of found) left.set(keyOf(row.label), [...(left.get(keyOf(row.label)) ?? []), row]);
  let right = 0;
  let all = 0;
  for (const row of truth) {
    all += row.figures.length;
    const candidates = left.get(keyOf(row.label)) ?? [];
    const matches = candidates.map((candidate) => row.figures.filter((figure, index) => candidate.figures[index] === figure).length);
    const best = Math.max(0, ...matches);
    right += best;
    if (best > 0) candidates.splice(matches.indexOf(best), 1);
  }
  return { right, all };
}

function keyOf(label: string): string {
  return label.replace(/[\s*\u00AD-]+/g, '').toLowerCase();
}

function textOf(cell: Cell): string {
  return cell.kind === 'blank' ? '' : cell.text;
}

function isFigure(text: string): boolean {
  return /^[-–]?\d[\d.,]*$|^[-–]$/.test(text);
}

function isFigureRun(text: string): boolean {
  return text !== '' && text.split(' ').every(isFigure);
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
