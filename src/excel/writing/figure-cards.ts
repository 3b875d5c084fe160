import { figureProperties } from '../../core/sheet-plan/layout/figures/figure-properties';
import { type Language, type PlanCell } from '../../core/sheet-plan/plan';
import { failureOf } from '../requests/failures';
import { hasExcelApi, RequestBudget } from '../requests/run-excel';
import { expectedOf, isWritten, queueValues, rangeOfArea, type CellArea } from './write-cells';

/** The cells of a sheet whose figures get a card. */
export interface SheetFigures {
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly CellArea[];
}

/** What the cards tell besides the figures' own origins. */
export interface CardSettings {
  readonly documentName: string;
  readonly language: Language;
}

/** Bytes of cards to write in one piece, well under Excel's 5 MB a request. */
const PIECE_BYTES = 1_000_000;

/** About how many bytes a card takes in a request, and the value and number format of a cell in an answer. */
const CARD_BYTES = 800;
const READ_BYTES = 40;

/**
 * Turns inserted figures into numbers with properties (document, page, line, quote), where Excel has them; the values stay what they are.
 * It comes after the figures stand, because an Excel that reports the API set may still refuse (Excel 2021 does): then they stay plain numbers.
 * Two syncs; a third puts plain numbers back where Excel shows something else than was written.
 * Source: ExcelApi 1.19, properties of basic cell values. Errors: none of Excel's; figures that were edited meanwhile stay as they are.
 */
export async function addFigureCards(context: Excel.RequestContext, sheets: readonly SheetFigures[], settings: CardSettings): Promise<void> {
  if (!hasExcelApi('1.19')) return;
  const figures = sheets.flatMap(({ sheet, areas }) => areas.flatMap(figureAreas).map((area): Figures => ({ sheet, area, expected: expectedOf(area), range: rangeOfArea(sheet, area) })));
  if (figures.length === 0) return;
  try {
    const reading = new RequestBudget(context);
    for (const { area, range } of figures) {
      await reading.reserve(cellCount(area) * READ_BYTES);
      range.load('values,numberFormat');
    }
    await context.sync();
    const standing = figures.filter(({ expected, range }) => isWritten(range.values, expected)).map((piece) => ({ ...piece, formats: JSON.stringify(piece.range.numberFormat) }));
    const writing = new RequestBudget(context);
    for (const { area, range } of standing) {
      await writing.reserve(cellCount(area) * CARD_BYTES);
      range.valuesAsJson = area.cells.map((row) => row.map((cell) => cellValue(cell, settings)));
      range.load('values,numberFormat');
    }
    await context.sync();
    const changed = standing.filter(({ expected, range, formats }) => !isWritten(range.values, expected) || JSON.stringify(range.numberFormat) !== formats);
    for (const { sheet, area } of changed) queueValues(sheet, area);
    if (changed.length > 0) await context.sync();
  } catch (error) {
    failureOf(error, 'unchanged');
  }
}

interface Figures {
  readonly sheet: Excel.Worksheet;
  readonly area: CellArea;
  readonly expected: ReturnType<typeof expectedOf>;
  readonly range: Excel.Range;
}

function cellCount({ cells }: CellArea): number {
  return cells.length * (cells[0]?.length ?? 0);
}

/** The rectangles of an area that hold printed figures, and empty cells between them, and nothing else. */
export function figureAreas(area: CellArea): CellArea[] {
  const found: CellArea[] = [];
  const open = new Map<string, { column: number; row: number; cells: PlanCell[][] }>();
  area.cells.forEach((cells, offset) => {
    const spans = figureSpans(cells);
    const keys = new Set(spans.map(({ from, to }) => `${from}:${to}`));
    for (const [key, piece] of open) {
      if (keys.has(key) && cellCount(piece) * CARD_BYTES < PIECE_BYTES) continue;
      found.push(piece);
      open.delete(key);
    }
    for (const { from, to } of spans) {
      const key = `${from}:${to}`;
      const piece = open.get(key) ?? { column: area.column + from, row: area.row + offset, cells: [] };
      piece.cells.push(cells.slice(from, to));
      open.set(key, piece);
    }
  });
  return [...found, ...open.values()];
}

/** Runs of printed figures and empty cells in a row that hold at least one figure. Shape: `to` is exclusive. */
function figureSpans(cells: readonly PlanCell[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let from = 0; from < cells.length; from += 1) {
    let to = from;
    while (isFigureOrBlank(cells[to])) to += 1;
    if (cells.slice(from, to).some(isFigure)) spans.push({ from, to });
    from = to;
  }
  return spans;
}

function isFigure(cell: PlanCell | undefined): boolean {
  return cell?.kind === 'number' && cell.origin !== undefined;
}

function isFigureOrBlank(cell: PlanCell | undefined): boolean {
  return cell?.kind === 'blank' || isFigure(cell);
}

function cellValue(cell: PlanCell, settings: CardSettings): Excel.CellValue {
  if (cell.kind !== 'number' || cell.origin === undefined) return { type: 'Empty' };
  const properties = figureProperties(cell.origin, settings.documentName, settings.language).map(({ name, value }) => [name, propertyValue(value)] as const);
  return { type: 'Double', basicValue: cell.value, basicType: 'Double', properties: Object.fromEntries(properties) };
}

function propertyValue(value: string | number): Excel.EntityPropertyType {
  return typeof value === 'number' ? { type: 'Double', basicValue: value, basicType: 'Double' } : { type: 'String', basicValue: value, basicType: 'String' };
}
