import { type FUniver } from '@univerjs/core/facade';

/** What is seen of a sheet along one axis. Units: pixels of the sheet; `scrolled` is what of its moving part is before the first that is seen, `frozen` what stands still before that part. */
export interface Sight {
  readonly frozen: number;
  readonly scrolled: number;
  readonly room: number;
}

/** How a cell that is out of sight comes into it: just so, as for the arrow keys, or with its neighbours on both sides. */
export type Coming = 'edge' | 'amid';

/** What the scroll bar, or a cell that is cut, takes at the far end. Units: pixels. */
const EDGE = 14;

/** How far the moving part of a sheet is scrolled so that a stretch is seen along an axis: as far as now where it is seen already. Units: pixels. */
export function scrollFor({ frozen, scrolled, room }: Sight, start: number, end: number, coming: Coming): number {
  if (start < frozen) return scrolled;
  const [first, last] = [start - frozen, end - frozen + EDGE];
  if (first >= scrolled && last <= scrolled + room) return scrolled;
  const needed = first < scrolled || last - first > room ? first : last - room;
  return Math.max(0, Math.round(coming === 'edge' ? needed : first - Math.max(0, room - (last - first)) / 3));
}

/**
 * The offset from the sheet's corner that brings a cell of the shown sheet into sight; null where there is no grid yet.
 * The grid's own way to a cell takes the widths of the frozen columns for those that it scrolls over, and goes past the cell where they differ. Source: SheetsScrollRenderController of @univerjs/sheets-ui.
 */
export function offsetFor(api: FUniver, place: ParentNode, row: number, column: number, coming: Coming): { readonly offsetX: number; readonly offsetY: number } | null {
  const canvas = place.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]');
  const worksheet = api.getActiveWorkbook()?.getActiveSheet();
  if (!canvas || !worksheet) return null;
  const rect = (atRow: number, atColumn: number): DOMRect => worksheet.getRange(atRow, atColumn).getCellRect();
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = worksheet.getScrollState();
  const { xSplit, ySplit } = worksheet.getFreeze();
  const [corner, moving, first, cell] = [rect(0, 0), rect(ySplit, xSplit), rect(sheetViewStartRow, sheetViewStartColumn), rect(row, column)];
  const [zoom, { width, height }] = [worksheet.getZoom(), canvas.getBoundingClientRect()];
  return {
    offsetX: scrollFor({ frozen: moving.x, scrolled: first.x - corner.x + offsetX, room: width / zoom - moving.x }, cell.left, cell.right, coming),
    offsetY: scrollFor({ frozen: moving.y, scrolled: first.y - corner.y + offsetY, room: height / zoom - moving.y }, cell.top, cell.bottom, coming),
  };
}
