import { findAmounts } from '../extraction/prose/amounts';
import { amountToNumber, type Amount } from '../money/amount';
import { type NumberStyle } from '../money/danish-number';
import { type JudgedFigure } from './figure-verdicts';

/** A stretch of a line. Shape: `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a figure is looked for by. */
export type SoughtFigure = Pick<JudgedFigure, 'kind' | 'text' | 'stated'>;

/** A figure on a line, with where it stands in the line's text. */
export interface SpannedFigure<Figure> extends Span {
  readonly figure: Figure;
}

/**
 * Where the figures of one line stand in its text, each place given once, in the order of the text.
 * Shape: figures of a table in the order of the line; they are looked for from the right, because labels before them may hold numbers. An amount of a
 * sentence stands where the sentence says money, for it may be written in words beside a number that is none. What is not found is left out.
 */
export function spanFigures<Figure extends SoughtFigure>(text: string, figures: readonly Figure[]): readonly SpannedFigure<Figure>[] {
  const line = new SearchedLine(text);
  const found: SpannedFigure<Figure>[] = [];
  const take = (figure: Figure, span: Span | null): void => {
    if (span === null) return;
    found.push({ figure, start: span.start, end: span.end });
    line.take(span);
  };
  for (const figure of figures) if (figure.stated !== null) take(figure, line.placeOfAmount(figure.text, figure.stated));
  let before = text.length;
  for (const figure of figures.filter(({ kind }) => kind === 'cell').reverse()) {
    const span = line.lastPlaceOf(figure.text, before);
    take(figure, span);
    before = span?.start ?? before;
  }
  for (const figure of figures.filter(({ kind }) => kind === 'unread').reverse()) take(figure, line.lastPlaceOf(figure.text, text.length));
  return found.sort((a, b) => a.start - b.start);
}

/** The text of a line, with what of it is taken. */
class SearchedLine {
  private readonly isTaken: Uint8Array;
  private readonly said = new Map<NumberStyle, ReadonlyMap<string, Span[]>>();

  constructor(private readonly text: string) {
    this.isTaken = new Uint8Array(text.length);
  }

  take({ start, end }: Span): void {
    this.isTaken.fill(1, start, end);
  }

  /** Where a sentence states an amount: its digits, or the words that stand for them; where its unit is on another line, its digits when no word follows them. */
  placeOfAmount(figure: string, stated: Amount): Span | null {
    const span = this.lastSaid('danish', stated) ?? this.lastSaid('english', stated);
    if (span === null) {
      const alone = this.lastPlaceOf(figure, this.text.length);
      return alone !== null && /^[\s).:;]*$/.test(this.text.slice(alone.end)) ? alone : null;
    }
    const digits = this.lastPlaceOf(figure, span.end, span.start);
    return digits ?? span;
  }

  /** The last free place in a stretch where a figure stands without being part of a longer one, written the Danish way or else the English way. */
  lastPlaceOf(figure: string, before: number, from = 0): Span | null {
    const exact = this.exactPlace(figure, before, from);
    return exact ?? (/\d[.,]\d/.test(figure) ? this.exactPlace(figure.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')), before, from) : null);
  }

  private exactPlace(figure: string, before: number, from: number): Span | null {
    if (figure === '') return null;
    for (let start = this.text.lastIndexOf(figure, before - figure.length); start >= from; start = start === 0 ? -1 : this.text.lastIndexOf(figure, start - 1)) {
      const span = { start, end: start + figure.length };
      if (span.end > before || !this.isFree(span)) continue;
      const isLonger = /\d/.test(figure) && (/[\d.,]/.test(this.text.charAt(start - 1)) || /^[.,]?\d/.test(this.text.slice(span.end, span.end + 2)));
      if (!isLonger) return span;
    }
    return null;
  }

  /** The last free place where an amount is said in a style of numbers. */
  private lastSaid(style: NumberStyle, stated: Amount): Span | null {
    const amounts = this.said.get(style) ?? this.findSaid(style);
    const places = amounts.get(amountKey(stated)) ?? [];
    for (let place = places.pop(); place !== undefined; place = places.pop()) if (this.isFree(place)) return place;
    return null;
  }

  private findSaid(style: NumberStyle): ReadonlyMap<string, Span[]> {
    const places = new Map<string, Span[]>();
    for (const one of findAmounts(this.text, style)) {
      if (one.kind !== 'amount') continue;
      const same = places.get(amountKey(one.amount));
      if (same === undefined) places.set(amountKey(one.amount), [one]);
      else same.push(one);
    }
    this.said.set(style, places);
    return places;
  }

  private isFree({ start, end }: Span): boolean {
    return !this.isTaken.subarray(start, end).includes(1);
  }
}

function amountKey(amount: Amount): string {
  return `${Math.abs(amountToNumber(amount))} ${amount.unit}`;
}
