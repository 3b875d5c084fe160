import type { PDFOperatorList, PDFPageProxy, TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import { multiply } from '../text/turns';

/** The operators of pdf.js's drawing list that decide whether text can be seen. Source: OPS in pdf.js. */
const OPS = {
  setGState: 9, save: 10, restore: 11, transform: 12, setTextRenderingMode: 38, showText: 44, setFillRGBColor: 59, paintFormXObjectBegin: 74, paintFormXObjectEnd: 75, constructPath: 91,
} as const;

/** Path operators that fill: fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke. */
const FILLING = new Set([22, 23, 24, 25, 26, 27]);

/** Text rendering modes that paint nothing: invisible, and for clipping only. */
const UNPAINTED_MODES = new Set([3, 7]);

/** A colour whose parts are all at least this is white on paper. Units: of 255. */
const WHITE = 250;

/** How far ahead in the drawing list the text of an item is looked for. Units: characters. */
const REACH = 4000;

/** Text items that nobody sees on the page, and why: drawn without paint, as recognised text lies over a scan, or white on white. */
export interface HiddenItems {
  readonly unpainted: ReadonlySet<TextItem>;
  readonly white: ReadonlySet<TextItem>;
}

interface Area {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What a page's drawing list says of its characters, in drawing order, and where it has painted anything but white. */
interface DrawnText {
  readonly characters: string;
  readonly states: readonly ('seen' | 'unpainted' | 'white')[];
  readonly painted: readonly Area[];
}

interface DrawingState {
  readonly matrix: readonly number[];
  readonly isWhite: boolean;
  readonly mode: number;
  readonly alpha: number;
}

/** The items of a page that cannot be seen, from its drawing list. The lists must come without errors stopping them, or pictures end them. */
export async function findHiddenItems(page: PDFPageProxy, content: TextContent): Promise<HiddenItems> {
  const drawn = walk(await page.getOperatorList({ annotationMode: 0 }));
  const hidden = { unpainted: new Set<TextItem>(), white: new Set<TextItem>() };
  let position = 0;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const text = item.str.replace(/\s+/g, '');
    const found = text === '' ? -1 : drawn.characters.slice(position, position + REACH).indexOf(text);
    if (found < 0) continue;
    const states = drawn.states.slice(position + found, position + found + text.length);
    position += found + text.length;
    if (states.every((state) => state === 'unpainted')) hidden.unpainted.add(item);
    else if (states.every((state) => state !== 'seen') && !drawn.painted.some((area) => holds(area, item))) hidden.white.add(item);
  }
  return hidden;
}

function walk(list: PDFOperatorList): DrawnText {
  const characters: string[] = [];
  const states: ('seen' | 'unpainted' | 'white')[] = [];
  const painted: Area[] = [];
  const stack: DrawingState[] = [];
  let state: DrawingState = { matrix: [1, 0, 0, 1, 0, 0], isWhite: false, mode: 0, alpha: 1 };
  list.fnArray.forEach((operator, index) => {
    const given = (list.argsArray[index] ?? []) as readonly unknown[];
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        if (Array.isArray(given[0])) state = { ...state, matrix: multiply(state.matrix, given[0] as number[]) };
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        // A picture is left out of the list: what is left of it is the place that was made for it.
        if (operator === OPS.restore && list.fnArray[index - 1] === OPS.transform) painted.push(areaOf([0, 0, 1, 1], state.matrix));
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state = { ...state, matrix: multiply(state.matrix, given as readonly number[]) };
        break;
      case OPS.setTextRenderingMode:
        state = { ...state, mode: Number(given[0]) };
        break;
      case OPS.setFillRGBColor:
        state = { ...state, isWhite: isWhite(given) };
        break;
      case OPS.setGState:
        state = { ...state, alpha: alphaOf(given[0]) ?? state.alpha };
        break;
      case OPS.constructPath:
        if (FILLING.has(Number(given[0])) && !state.isWhite && state.alpha > 0 && given[2] !== null) painted.push(areaOf(Array.from(given[2] as ArrayLike<number>), state.matrix));
        break;
      case OPS.showText:
        for (const glyph of (given[0] ?? []) as readonly unknown[]) {
          const text = typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode).replace(/\s+/g, '') : '';
          characters.push(text);
          for (let at = 0; at < text.length; at += 1) states.push(UNPAINTED_MODES.has(state.mode) || state.alpha === 0 ? 'unpainted' : state.isWhite ? 'white' : 'seen');
        }
        break;
    }
  });
  return { characters: characters.join(''), states, painted };
}

function isWhite([colour]: readonly unknown[]): boolean {
  const match = /^#(..)(..)(..)/.exec(String(colour));
  return match !== null && match.slice(1).every((part) => Number.parseInt(part, 16) >= WHITE);
}

/** The fill's opacity that a graphics state sets, null when it sets none. */
function alphaOf(settings: unknown): number | null {
  if (!Array.isArray(settings)) return null;
  const entry: unknown = settings.find((one: unknown) => Array.isArray(one) && one[0] === 'ca');
  return Array.isArray(entry) ? Number(entry[1]) : null;
}

function areaOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], matrix: readonly number[]): Area {
  const corners = [[x1, y1], [x2, y1], [x1, y2], [x2, y2]].map(([x = 0, y = 0]) => multiply(matrix, [1, 0, 0, 1, x, y]).slice(4));
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** Whether the middle of an item lies within an area. */
function holds(area: Area, { transform, width, height }: TextItem): boolean {
  const [, , , , x = 0, y = 0] = transform as number[];
  const [middle, height3] = [x + width / 2, y + height / 3];
  return middle >= area.left && middle <= area.right && height3 >= area.bottom && height3 <= area.top;
}
