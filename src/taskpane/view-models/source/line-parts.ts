import { type FigureReference } from '../../../excel/workbook-port';
import { type Quote } from '../../state/pane-state';
import { type MarkRole } from './check-marks';
import { isName, type PrintedFigure } from './printed-figures';

/** A part of a line. Shape: `figure` is what of the workbook it leads to, null for what has no cell; `role` is what the view marks it as, null where it is not marked. */
export interface LinePart {
  readonly text: string;
  readonly figure: FigureReference | null;
  readonly role: MarkRole | null;
}

/** A figure of the line that is marked beside the highlighted quote. */
export interface MarkedQuote {
  readonly role: MarkRole;
  readonly quote: Quote | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface PlacedFigure extends Span {
  readonly figure: FigureReference;
}

/**
 * A line cut where its figures and the highlighted quote begin and end.
 * Shape: `figures` are those of the line; without a `quote` nothing is marked, and the whole line when the quote is not in it.
 */
export function lineParts(text: string, figures: readonly PrintedFigure[], quote: Quote | null = null, others: readonly MarkedQuote[] = []): readonly LinePart[] {
  const placed = placeFigures(text, figures);
  const marks = markSpans(text, quote, others);
  const ends = [0, text.length, ...placed.flatMap(({ start, end }) => [start, end]), ...marks.flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(ends)].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const isIn = (span: Span): boolean => span.start <= start && end <= span.end;
    return { text: text.slice(start, end), figure: placed.find(isIn)?.figure ?? null, role: marks.find(isIn)?.role ?? null };
  });
}

/** Where the line is marked: the highlighted quote first, the whole line where it is not in it; others only where they stand. */
function markSpans(text: string, quote: Quote | null, others: readonly MarkedQuote[]): readonly (Span & { readonly role: MarkRole })[] {
  const whole = { start: 0, end: text.length };
  const own = quote === null ? [] : [{ ...(quoteSpan(text, quote) ?? whole), role: 'figure' as const }];
  const more = others.flatMap(({ role, quote: other }) => {
    const span = other === null ? whole : quoteSpan(text, other);
    return span === null ? [] : [{ ...span, role }];
  });
  return [...own, ...more];
}

/** Where a quote stands in a line; null where it is not in it. */
function quoteSpan(text: string, quote: Quote): Span | null {
  const starts = placesOf(text, quote.text);
  const start = starts[starts.length - 1 - quote.fromEnd] ?? starts.at(-1);
  return start === undefined ? null : { start, end: start + quote.text.length };
}

/** Where the figures of a line stand, row by row, the amounts of a text as one row; a place that a row has taken is not given to another. */
function placeFigures(text: string, figures: readonly PrintedFigure[]): readonly PlacedFigure[] {
  const placed: PlacedFigure[] = [];
  const rows = new Map<string, PrintedFigure[]>();
  for (const figure of figures) {
    const { initiative, component, total, pool } = figure.reference;
    const id = [initiative, component, total, pool].join(' ');
    rows.set(id, [...(rows.get(id) ?? []), figure]);
  }
  for (const row of rows.values()) placeRow(text, row, placed);
  return placed;
}

/** Places a row's figures from the right, for its name may hold numbers; then its name, or as much of it as the line has before the figures. */
function placeRow(text: string, row: readonly PrintedFigure[], placed: PlacedFigure[]): void {
  const isFree = (start: number, end: number): boolean => placed.every((other) => end <= other.start || other.end <= start);
  let before = text.length;
  for (const { reference, text: figure } of row.filter(({ reference }) => !isName(reference)).reverse()) {
    const starts = placesOf(text, figure).filter((at) => at + figure.length <= before && isFree(at, at + figure.length));
    const start = starts.at(-1);
    if (start === undefined) continue;
    placed.push({ start, end: start + figure.length, figure: reference });
    before = start;
  }
  for (const { reference, text: name } of row.filter(({ reference }) => isName(reference))) {
    const head = text.slice(0, before).trimEnd();
    const start = text.indexOf(name);
    const span = start >= 0 && name !== '' ? { start, end: start + name.length } : { start: 0, end: head !== '' && name.startsWith(head) ? head.length : 0 };
    if (span.end > span.start && isFree(span.start, span.end)) placed.push({ ...span, figure: reference });
  }
}

/** Where a figure stands in a line, written the Danish way or, where it does not stand so, the English way. */
function placesOf(text: string, figure: string): readonly number[] {
  const places = exactPlaces(text, figure);
  return places.length > 0 || !/\d[.,]\d/.test(figure) ? places : exactPlaces(text, figure.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')));
}

/** Where a figure stands in a line without being a part of a longer one: "1,7" is not in "11,7". */
function exactPlaces(text: string, figure: string): readonly number[] {
  const places: number[] = [];
  if (figure === '') return places;
  for (let start = text.indexOf(figure); start >= 0; start = text.indexOf(figure, start + 1)) {
    const isLonger = /\d/.test(figure) && (/[\d.,]$/.test(text.slice(0, start)) || /^([.,]?\d)/.test(text.slice(start + figure.length)));
    if (!isLonger) places.push(start);
  }
  return places;
}
