/** A stretch of a line. Shape: `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A figure on a line, with where it stands in the line's text. */
export interface SpannedFigure<Figure> extends Span {
  readonly figure: Figure;
}

/**
 * Where the figures of one line stand in its text, each place given once.
 * Shape: `figures` in the order of the line; they are looked for from the right, because labels before them may hold numbers. What is not found is left out.
 */
export function spanFigures<Figure extends { readonly text: string }>(text: string, figures: readonly Figure[]): readonly SpannedFigure<Figure>[] {
  const found: SpannedFigure<Figure>[] = [];
  let before = text.length;
  for (let index = figures.length - 1; index >= 0; index -= 1) {
    const figure = figures[index] as Figure;
    const start = lastPlaceOf(text, figure.text, before);
    if (start === null) continue;
    found.push({ figure, start, end: start + figure.text.length });
    before = start;
  }
  return found.reverse();
}

/** The last place before an end where a figure stands without being part of a longer one, written the Danish way or else the English way. */
function lastPlaceOf(text: string, figure: string, before: number): number | null {
  const exact = exactPlace(text, figure, before);
  return exact ?? (/\d[.,]\d/.test(figure) ? exactPlace(text, figure.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')), before) : null);
}

function exactPlace(text: string, figure: string, before: number): number | null {
  if (figure === '') return null;
  for (let start = text.lastIndexOf(figure, before - figure.length); start >= 0; start = start === 0 ? -1 : text.lastIndexOf(figure, start - 1)) {
    if (start + figure.length > before) continue;
    const isLonger = /\d/.test(figure) && (/[\d.,]/.test(text.charAt(start - 1)) || /^[.,]?\d/.test(text.slice(start + figure.length, start + figure.length + 2)));
    if (!isLonger) return start;
  }
  return null;
}
