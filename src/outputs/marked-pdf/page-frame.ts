import { type Box } from '../../core/budget/position';

/** Six numbers that map a point of the upright page (from its top left corner, downwards) to the page's own space. Source: ISO 32000-1, 8.3.4. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** How a page's own space lies under the upright page that was read. Shape: `rotation` clockwise in degrees, the page's own and that of its text together; `view` its visible box. */
export interface PageFrame {
  readonly view: readonly [left: number, bottom: number, right: number, top: number];
  readonly rotation: 0 | 90 | 180 | 270;
  readonly userUnit: number;
}

/** The map from the upright page to the page's own space. */
export function uprightMatrix({ view: [left, bottom, right, top], rotation, userUnit }: PageFrame): Matrix {
  const scale = 1 / userUnit;
  switch (rotation) {
    case 0:
      return [scale, 0, 0, -scale, left, top];
    case 90:
      return [0, scale, scale, 0, left, bottom];
    case 180:
      return [-scale, 0, 0, scale, right, bottom];
    case 270:
      return [0, -scale, -scale, 0, right, top];
  }
}

/** A box of the upright page in the page's own space. Shape: left, bottom, right, top. */
export function ownRectangle({ left, top, right, bottom }: Box, matrix: Matrix): [number, number, number, number] {
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * left + c * top + e, a * right + c * bottom + e];
  const ys = [b * left + d * top + f, b * right + d * bottom + f];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
