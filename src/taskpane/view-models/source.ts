import { type Agreement } from '../../core/budget/agreement';
import { type Position } from '../../core/budget/position';
import { type FigureReference } from '../../excel/workbook-port';
import { type SourceLine } from '../reading/reading-messages';
import { type PaneState, type PickedFile, type Quote, type Reading, type SourceTarget } from '../state/pane-state';

/** A document that has been read in this session: its bytes and what they gave. */
export interface ReadDocument {
  readonly file: PickedFile;
  readonly reading: Reading;
}

/** A part of a line: the highlighted quote or the text around it. */
export interface LineSegment {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The lines around the highlighted one. Shape: `from` and `to` index `lines` of the source, `to` exclusive; `target` is -1 without a highlight. */
export interface SourceWindow {
  readonly from: number;
  readonly to: number;
  readonly target: number;
}

/** The document with this hash, if it was opened in this session. */
export function openDocumentOf(state: Pick<PaneState, 'documents'>, sha256: string): ReadDocument | null {
  for (const { file, stage } of state.documents) {
    if (stage.kind === 'read' && stage.reading.source.sha256 === sha256) return { file, reading: stage.reading };
  }
  return null;
}

/** Which lines to show around the highlight; the top of the document without one. */
export function sourceWindow(lines: readonly SourceLine[], target: SourceTarget, linesAround: number): SourceWindow {
  const index = lines.findIndex((line) => line.line === target.line && (target.page === null || line.page === null || line.page === target.page));
  const middle = Math.max(0, index);
  return { from: Math.max(0, middle - linesAround), to: Math.min(lines.length, middle + linesAround + 1), target: index };
}

/** The line cut where the quote stands as a figure of its own; the whole line is marked when the quote is not in it. */
export function markQuote(text: string, quote: Quote | null): readonly LineSegment[] {
  const whole = [{ text, isMarked: true }];
  if (quote === null || quote.text === '') return whole;
  const starts = placesOf(text, quote.text);
  const start = starts[starts.length - 1 - quote.fromEnd] ?? starts.at(-1);
  if (start === undefined) return whole;
  const end = start + quote.text.length;
  return [
    { text: text.slice(0, start), isMarked: false },
    { text: quote.text, isMarked: true },
    { text: text.slice(end), isMarked: false },
  ].filter((segment) => segment.text !== '');
}

/** Where a figure stands in a line without being a part of a longer one: "1,7" is not in "11,7". */
function placesOf(text: string, figure: string): readonly number[] {
  const places: number[] = [];
  for (let start = text.indexOf(figure); start >= 0; start = text.indexOf(figure, start + 1)) {
    const isLonger = /[\d.,]$/.test(text.slice(0, start)) || /^([.,]?\d)/.test(text.slice(start + figure.length));
    if (!isLonger) places.push(start);
  }
  return places;
}

/** Where a figure of an agreement is printed, with its text; null when the agreement has no such figure. */
export function figureSource(agreement: Agreement, figure: FigureReference): { readonly position: Position; readonly quote: Quote | null } | null {
  const owner = figure.initiative === null ? null : agreement.initiatives[figure.initiative];
  const printed = figure.total === null ? null : agreement.totals[figure.total];
  const columns = printed?.columns ?? owner?.columns ?? [];
  const row = printed?.row ?? (figure.component === null ? owner?.total : owner?.components[figure.component]) ?? null;
  if (row === null) return owner === undefined || owner === null ? null : { position: owner.position, quote: null };
  const index = columns.findIndex((column) => (figure.column === 'total' ? column.kind === 'total' : column.kind === 'year' && column.year === figure.column));
  const cell = row.cells[index];
  if (cell === undefined) return { position: row.position, quote: null };
  if (cell.kind === 'blank') return { position: cell.position, quote: null };
  const fromEnd = row.cells.slice(index + 1).filter((other) => other.kind !== 'blank' && other.text === cell.text && other.position.line === cell.position.line).length;
  return { position: cell.position, quote: { text: cell.text, fromEnd } };
}

/** The imported row that is printed on a line, for the way from the source to the sheet; null when none is. */
export function figureOnLine(agreement: Agreement, line: SourceLine): FigureReference | null {
  const isHere = ({ line: number, page }: Position): boolean => number === line.line && page === line.page;
  for (const [initiative, one] of agreement.initiatives.entries()) {
    if (one.total !== null && isHere(one.total.position)) return { initiative, component: null, total: null, column: 'total' };
    const component = one.components.findIndex(({ position }) => isHere(position));
    if (component >= 0) return { initiative, component, total: null, column: 'total' };
  }
  const total = agreement.totals.findIndex(({ row }) => isHere(row.position));
  return total < 0 ? null : { initiative: null, component: null, total, column: 'total' };
}
