import { type Agreement } from '../../../core/budget/agreement';
import { uniteBoxes, type Box } from '../../../core/budget/position';
import { type FigureReference } from '../../../excel/workbook-port';
import { type SourceLine } from '../../state/source-text';
import { type SourceTarget } from '../../state/pane-state';
import { printedFigures } from './printed-figures';

/** A name or a figure, where it is printed on a page. Units: points. */
export interface PageFigure {
  readonly reference: FigureReference;
  readonly text: string;
  readonly line: number;
  readonly box: Box;
}

/** What is seen of a drawn page, and how large. Units: pixels; `scale` pixels per point. */
export interface PageWindow {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Lines are shown at least this high, so that their figures can be read. Units: pixels. */
const LEGIBLE_LINE_PX = 15;

/** No page is enlarged beyond this. Units: pixels per point. */
const MAX_SCALE = 3;

/** What is left free beside a place that is scrolled to. Units: pixels. */
const SCROLL_MARGIN_PX = 16;

/** The names and figures of an agreement that stand on a page, in reading order; each place once. */
export function figuresOnPage(agreement: Agreement, page: number): readonly PageFigure[] {
  const places = new Map<string, PageFigure>();
  for (const { reference, text, position } of printedFigures(agreement)) {
    if (position.page !== page || position.box === null) continue;
    const place = `${position.box.left} ${position.box.top} ${position.box.right}`;
    if (!places.has(place)) places.set(place, { reference, text, line: position.line, box: position.box });
  }
  return [...places.values()].sort((a, b) => a.line - b.line || a.box.left - b.box.left);
}

/** The figure at a point of the page, or the nearest one within reach, the smallest of those that hold the point; null when none is. Units: points. */
export function figureAtPoint(figures: readonly PageFigure[], x: number, y: number, reach: number): PageFigure | null {
  const near = figures.map((figure) => ({ figure, distance: distanceTo(figure.box, x, y) })).filter(({ distance }) => distance <= reach);
  return near.sort((a, b) => a.distance - b.distance || areaOf(a.figure.box) - areaOf(b.figure.box))[0]?.figure ?? null;
}

function distanceTo({ left, top, right, bottom }: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Whether two boxes start at one corner and end at one edge. */
export function isSameBox(one: Box, other: Box): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right;
}

/** The box around the table that a line's figures belong to: all that the page prints of their initiative; of the whole page where the line belongs to none. */
export function tableAround(figures: readonly PageFigure[], line: number | null): Box | null {
  const own = figures.find((figure) => figure.line === line)?.reference.initiative ?? null;
  const table = own === null ? figures : figures.filter(({ reference }) => reference.initiative === own);
  const [first, ...rest] = table.map(({ box }) => box);
  return first === undefined ? null : rest.reduce(uniteBoxes, first);
}

/** How large a page is shown. Units: `zoom` is a factor on the fit. */
export interface PageView {
  readonly fit: 'legible' | 'whole' | 'table';
  readonly zoom: number;
}

/** The zoom one step closer or farther; it stops where nothing more is seen. */
export function zoomed({ fit, zoom }: PageView, by: 1 | -1): PageView {
  return { fit, zoom: Math.min(MAX_ZOOM, Math.max(1 / MAX_ZOOM, zoom * ZOOM_STEP ** by)) };
}

const ZOOM_STEP = 1.25;
const MAX_ZOOM = ZOOM_STEP ** 5;

/** The scale for a view of a page. Units: pixels per point; `width` in pixels, `pageWidth` in points. */
export function scaleOf({ fit, zoom }: PageView, { width, pageWidth, lines, table }: { readonly width: number; readonly pageWidth: number; readonly lines: readonly Pick<SourceLine, 'box'>[]; readonly table: Box | null }): number {
  const whole = width / pageWidth;
  if (fit === 'whole') return whole * zoom;
  if (fit === 'legible' || table === null) return legibleScale(lines, whole) * zoom;
  return Math.min(MAX_SCALE, Math.max(whole, (width - 2 * SCROLL_MARGIN_PX) / (table.right - table.left))) * zoom;
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** The box of the figure that the source view is about, of several like it the one at the target's place; null when none is on the line. */
export function quotedBox(figures: readonly PageFigure[], target: Pick<SourceTarget, 'line' | 'quote' | 'box'>): Box | null {
  const { line, quote, box } = target;
  if (quote === null) return null;
  const places = figures.filter((figure) => figure.line === line && figure.text === quote.text);
  const exact = box === null ? undefined : places.find((place) => isSameBox(place.box, box));
  return (exact ?? places[places.length - 1 - quote.fromEnd] ?? places.at(-1))?.box ?? null;
}

/** The scale at which a page's lines can be read, or at which it fits the width if that is larger. Units: pixels per point. */
export function legibleScale(lines: readonly Pick<SourceLine, 'box'>[], fitScale: number): number {
  const heights = lines.flatMap(({ box }) => (box === null || box.bottom <= box.top ? [] : [box.bottom - box.top])).sort((a, b) => a - b);
  const small = heights[Math.floor(heights.length / 4)];
  return small === undefined ? Math.max(1, fitScale) : Math.max(fitScale, Math.min(MAX_SCALE, LEGIBLE_LINE_PX / small));
}

/** Where to scroll so that a place of the page is seen, with the start of its line where there is room for both. Units: pixels. */
export function scrollOffset(place: Box, line: Box, { scale, width, height }: PageWindow): { readonly left: number; readonly top: number } {
  const start = Math.min(line.left, place.left) * scale - SCROLL_MARGIN_PX;
  const end = place.right * scale + SCROLL_MARGIN_PX;
  const top = ((place.top + place.bottom) / 2) * scale - height / 2;
  return { left: Math.max(0, end - start <= width ? start : end - width), top: Math.max(0, top) };
}
