import { type Area, enclose, parseArea, splitAddress } from '../../spreadsheet/cells/address';
import { heightOfRows, widthOfColumns } from '../../spreadsheet/model/cell-sizes';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { type PageFacts, pageContent } from './page-text';

/** Width and height of papers, upright. Units: points. */
const papers: Readonly<Record<string, readonly [width: number, height: number]>> = { A3: [842, 1191], A4: [595, 842], A5: [420, 595], Letter: [612, 792], Legal: [612, 1008] };

const usualMargins = { Left: 50.4, Right: 50.4, Top: 54, Bottom: 54 } as const;

/** How a sheet goes on paper. Shape: `scale` 1 is its own size; `titleRows` are repeated on every page. */
export interface PageSetup {
  readonly css: string;
  readonly area: Area;
  readonly titleRows: Area | null;
  readonly scale: number;
}

/** Reads a sheet's print set-up. Shape: `name` is the page's own in CSS; null where there is nothing to print. */
export function pageSetup(sheet: SheetModel, name: string, facts: PageFacts): PageSetup | null {
  const area = printedArea(sheet);
  if (area === null) return null;
  const { pageLayout } = sheet;
  const [short, long] = papers[String(pageLayout.get('PaperSize') ?? 'A4')] ?? papers['A4'] as readonly [number, number];
  const [width, height] = pageLayout.get('Orientation') === 'Landscape' ? [long, short] : [short, long];
  const margin = (side: keyof typeof usualMargins): number => Number(pageLayout.get(`${side}Margin`) ?? usualMargins[side]);
  const room = { width: width - margin('Left') - margin('Right'), height: height - margin('Top') - margin('Bottom') };
  const corner = (box: string, key: string): string => `@${box} { font: 9pt Arial, sans-serif; content: ${pageContent(String(pageLayout.get(key) ?? ''), facts)} }`;
  const corners = (['top', 'bottom'] as const).flatMap((end) => (['left', 'center', 'right'] as const).map((side) => corner(`${end}-${side}`, `${capital(side)}${end === 'top' ? 'Header' : 'Footer'}`)));
  const margins = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => `${margin(side)}pt`).join(' ');
  return {
    css: `@page ${name} { size: ${width}pt ${height}pt; margin: ${margins}; ${corners.join(' ')} }`,
    area,
    titleRows: areaAt(sheet, 'PrintTitleRows'),
    scale: scaleOf(sheet, area, room),
  };
}

/** What of a sheet goes on paper: the area that is set, or all that stands on it with the charts over it; null where there is nothing. */
export function printedArea(sheet: SheetModel): Area | null {
  const set = areaAt(sheet, 'PrintArea');
  return set ?? sheet.charts.reduce((area: Area | null, { anchor }) => enclose(area ?? anchor, anchor), sheet.extent());
}

function areaAt({ pageLayout }: SheetModel, key: string): Area | null {
  const address = pageLayout.get(key);
  return typeof address === 'string' ? parseArea(splitAddress(address).local) : null;
}

/** Set by hand, or so that so many pages hold the whole width or height; never larger than it is. */
function scaleOf(sheet: SheetModel, area: Area, room: { readonly width: number; readonly height: number }): number {
  const zoom = (sheet.pageLayout.get('Zoom') ?? {}) as { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };
  const { horizontalFitToPages: across = 0, verticalFitToPages: down = 0 } = zoom;
  if (across <= 0 && down <= 0) return (zoom.scale ?? 100) / 100;
  const widths = across > 0 ? (room.width * across) / Math.max(1, widthOfColumns(sheet, area.column, area.columns)) : 1;
  // Rows that wrap are higher than this tells; the pages then take as many as they need.
  const heights = down > 0 ? (room.height * down) / Math.max(1, heightOfRows(sheet, area.row, area.rows)) : 1;
  return Math.min(1, widths, heights);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
