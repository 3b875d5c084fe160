import { type Box } from '../../../core/budget/position';

/** Quarter turns clockwise that make a page's text upright after the page's own rotation. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** A direction may be this far from horizontal or vertical, as a sine, and still count as such. */
const SLANT = 0.17;

/** Which way a run runs: 0 to the right, 1 down, 2 to the left, 3 up; null at a slant. */
export function directionOf([a = 0, b = 0]: readonly number[]): QuarterTurns | null {
  const length = Math.hypot(a, b);
  if (length === 0) return 0;
  if (Math.abs(b) <= SLANT * length) return a > 0 ? 0 : 2;
  if (Math.abs(a) <= SLANT * length) return b > 0 ? 1 : 3;
  return null;
}

/** A point of a page after the page has been turned upright. */
export function turnPoint(x: number, y: number, turns: QuarterTurns, width: number, height: number): [number, number] {
  switch (turns) {
    case 0:
      return [x, y];
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
  }
}

/** Where a run starts, which way it runs and how much room it takes up. Units: points. */
export interface RunExtent {
  readonly direction: QuarterTurns | null;
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly ascent: number;
  readonly descent: number;
}

/** The box of a run that starts at a point and runs in a direction. Units: points. */
export function turnedBox({ direction, x, y, length, ascent, descent }: RunExtent): Box {
  switch (direction) {
    case 1:
      return { left: x - descent, right: x + ascent, top: y, bottom: y + length };
    case 2:
      return { left: x - length, right: x, top: y - descent, bottom: y + ascent };
    case 3:
      return { left: x - ascent, right: x + descent, top: y - length, bottom: y };
    default:
      return { left: x, right: x + length, top: y - ascent, bottom: y + descent };
  }
}

/** Matrix product of two transformations in PDF's order. */
export function multiply([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: readonly number[]): number[] {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
