import { type Box } from '../../core/budget/position';
import { type FigureVerdict } from '../../core/verdicts/figure-verdicts';

/** A figure's mark on the upright page. */
export interface PlacedMark {
  readonly box: Box;
  readonly verdict: FigureVerdict;
}

/** Colours of the marks, red, green and blue between 0 and 1; the shapes tell them apart without. */
const COLORS: Readonly<Record<FigureVerdict, string>> = {
  agrees: '0.06 0.45 0.2',
  'agrees-within-rounding': '0.1 0.35 0.6',
  differs: '0.72 0.05 0.1',
  accepted: '0.55 0.35 0',
  'not-checkable': '0.35 0.35 0.35',
  'not-checked': '0.55 0.55 0.55',
};

/** The frame and mark of a colour, for annotations. */
export function markColor(verdict: FigureVerdict): readonly number[] {
  return COLORS[verdict].split(' ').map(Number);
}

/** How large a mark is, as a share of the figure's height, and its bounds. Units: points. */
const SIZE_SHARE = 0.5;
const SMALLEST = 3;
const LARGEST = 6;

/** How far a frame stands off its figure. Units: points. */
const FRAME_PT = 1.2;

/** The drawing operators of some marks in upright coordinates, y downwards: each mark just behind the upper right corner of its figure. Source: ISO 32000-1, 8.5. */
export function markOperators(marks: readonly PlacedMark[]): string {
  return marks.map(drawMark).join('\n');
}

function drawMark({ box, verdict }: PlacedMark): string {
  const height = box.bottom - box.top;
  const size = Math.min(LARGEST, Math.max(SMALLEST, height * SIZE_SHARE));
  const [x, y] = [box.right + 0.5, box.top - size * 0.35];
  return [`${COLORS[verdict]} RG ${(size * 0.17).toFixed(2)} w 1 J 1 j`, verdict === 'differs' || verdict === 'accepted' ? frameOf(box, verdict) : '', shapeOf(verdict, x, y, size)].filter((part) => part !== '').join('\n');
}

/** What the mark of each verdict is drawn with, in a square of a size at a point. */
function shapeOf(verdict: FigureVerdict, x: number, y: number, size: number): string {
  const at = (u: number, v: number): string => `${(x + u * size).toFixed(2)} ${(y + v * size).toFixed(2)}`;
  switch (verdict) {
    case 'agrees':
      return `${at(0.05, 0.55)} m ${at(0.38, 0.9)} l ${at(0.95, 0.1)} l S`;
    case 'agrees-within-rounding':
      return [0.35, 0.7].map((v) => `${at(0, v)} m ${at(0.3, v - 0.3)} ${at(0.6, v + 0.3)} ${at(0.95, v - 0.05)} c S`).join(' ');
    case 'differs':
      return `${at(0.1, 0.1)} m ${at(0.9, 0.9)} l S ${at(0.9, 0.1)} m ${at(0.1, 0.9)} l S`;
    case 'accepted':
      return `${COLORS.accepted} rg ${circle(x + size / 2, y + size / 2, size * 0.42, 'f')}`;
    case 'not-checkable':
    case 'not-checked':
      return circle(x + size / 2, y + size / 2, size * 0.3, 'S');
  }
}

function frameOf({ left, top, right, bottom }: Box, verdict: FigureVerdict): string {
  const [width, height] = [right - left + 2 * FRAME_PT, bottom - top + 2 * FRAME_PT];
  const dash = verdict === 'accepted' ? '[2 1.5] 0 d' : '[] 0 d';
  return `${dash} ${(left - FRAME_PT).toFixed(2)} ${(top - FRAME_PT).toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re S [] 0 d`;
}

/** A circle of four curves, stroked (`S`) or filled (`f`). */
function circle(x: number, y: number, radius: number, paint: 'S' | 'f'): string {
  const curve = radius * 0.5523;
  const at = (u: number, v: number): string => `${(x + u).toFixed(2)} ${(y + v).toFixed(2)}`;
  return `${at(radius, 0)} m ${at(radius, curve)} ${at(curve, radius)} ${at(0, radius)} c ${at(-curve, radius)} ${at(-radius, curve)} ${at(-radius, 0)} c ${at(-radius, -curve)} ${at(-curve, -radius)} ${at(0, -radius)} c ${at(curve, -radius)} ${at(radius, -curve)} ${at(radius, 0)} c ${paint}`;
}
