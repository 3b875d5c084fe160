import { positionKey } from '../budget/position';
import { type JudgedFigure } from './figure-verdicts';

/** The figures of each line, by the key of its position; from left to right where they have places on a page, as printed otherwise. */
export function figuresByLine(figures: readonly JudgedFigure[]): ReadonlyMap<string, readonly JudgedFigure[]> {
  const lines = new Map<string, JudgedFigure[]>();
  for (const figure of figures) {
    const key = positionKey(figure.position);
    const onLine = lines.get(key);
    if (onLine === undefined) lines.set(key, [figure]);
    else onLine.push(figure);
  }
  for (const onLine of lines.values()) onLine.sort((a, b) => (a.position.box?.left ?? 0) - (b.position.box?.left ?? 0));
  return lines;
}
