import { holds, ownCells, withoutCells, type CellRectangle, type FoundCell } from '../../core/sheet-plan/written/own-cells';
import { type PlannedBlock, type PlannedSheet } from '../../core/sheet-plan/plan';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { type FlagMarks } from '../../core/import-store/flag-marks';
import { MOST_COMMENTS, type PlacedComment } from '../writing/flags';
import { hasExcelApi, RequestBudget } from '../requests/run-excel';

/** Bytes that the value and formula of a cell take in an answer, about. */
const CELL_BYTES = 120;

/** Bytes of cells to read in one piece. */
const PIECE_BYTES = 1_000_000;

/** A sheet whose size, tables and drawings are queued to be read. */
export interface SheetQuery {
  /** Its id, or its name where the id is not known. */
  readonly id: string;
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly tables: Excel.TableCollection;
  readonly charts: Excel.ChartCollection;
  readonly shapes: Excel.ShapeCollection | null;
  readonly pivotTables: OfficeExtension.ClientResult<number>;
}

/** Queues that it is read how far a sheet is used, which tables it has, and whether anything is drawn on it. */
export function querySheet(context: Excel.RequestContext, key: string, name: string): SheetQuery {
  const sheet = context.workbook.worksheets.getItem(key);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const { tables, charts } = sheet;
  tables.load('items/name');
  charts.load('items/name');
  const shapes = hasExcelApi('1.9') ? queryShapes(sheet) : null;
  return { id: key, name, sheet, used, tables, charts, shapes, pivotTables: sheet.pivotTables.getCount() };
}

/** Queues the pictures and shapes of a sheet. */
function queryShapes({ shapes }: Pick<Excel.Worksheet, 'shapes'>): Excel.ShapeCollection {
  shapes.load('items/name');
  return shapes;
}

/** How many tables and drawings of others are on a sheet. Shape: `tables` and `charts` are the own ones by name; a chart may count among the shapes, too, under its own name. */
export function foreignThings({ tables, charts, shapes, pivotTables }: SheetQuery, own: { readonly tables: ReadonlySet<string>; readonly charts: ReadonlySet<string> }): number {
  const drawn = new Set(charts.items.map(({ name }) => name));
  const counts = [tables.items.filter(({ name }) => !own.tables.has(name)), charts.items.filter(({ name }) => !own.charts.has(name)), (shapes?.items ?? []).filter(({ name }) => !drawn.has(name))];
  return counts.reduce((sum, { length }) => sum + length, 0) + pivotTables.value;
}

/** The charts of a plan that stand on a sheet, by name. */
export function chartsOf({ charts = [] }: Pick<PlannedSheet, 'charts'>, query: SheetQuery): string[] {
  const planned = new Set(charts.map(({ name }) => name));
  return query.charts.items.flatMap(({ name }) => (planned.has(name) ? [name] : []));
}

/** Queues a second look at a sheet; it says after the next sync, given the comments that were read, whether anything came or went meanwhile. */
export function lookAgain(context: Excel.RequestContext, first: SheetQuery): (comments: readonly PlacedComment[]) => boolean {
  const again = querySheet(context, first.id, first.name);
  const { comments } = again.sheet;
  comments.load('items/id');
  const extentOf = ({ used }: SheetQuery): string => (used.isNullObject ? '' : [used.rowIndex, used.columnIndex, used.rowCount, used.columnCount].join());
  const thingsOf = (query: SheetQuery): number => foreignThings(query, { tables: new Set(), charts: new Set() });
  return (placed) => {
    const known = placed.filter(({ kind, sheetName }) => kind === 'comment' && sheetName === first.name).length;
    return extentOf(again) !== extentOf(first) || thingsOf(again) !== thingsOf(first) || (comments.items.length !== known && placed.length < MOST_COMMENTS);
  };
}

/** Cells that are queued to be read. */
export type PendingCells = readonly Excel.Range[];

/** Queues that everything that stands on a sheet is read. */
export async function queueSheetCells({ sheet, used }: SheetQuery, budget: RequestBudget): Promise<PendingCells> {
  if (used.isNullObject) return [];
  return queueCells(sheet, { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount }, budget);
}

/** Queues that a rectangle of a sheet is read, in pieces that fit an answer. */
export async function queueCells(sheet: Excel.Worksheet, area: CellRectangle, budget: RequestBudget): Promise<PendingCells> {
  const ranges: Excel.Range[] = [];
  const step = Math.max(1, Math.floor(PIECE_BYTES / (area.columns * CELL_BYTES)));
  for (let offset = 0; offset < area.rows; offset += step) {
    const rows = Math.min(step, area.rows - offset);
    await budget.reserve(rows * area.columns * CELL_BYTES);
    const range = sheet.getRangeByIndexes(area.row + offset, area.column, rows, area.columns);
    range.load('values,formulas,rowIndex,columnIndex');
    ranges.push(range);
  }
  return ranges;
}

/** The cells in which something stands, of those that were queued. */
export function foundCells(pending: PendingCells): FoundCell[] {
  return pending.flatMap(({ values, formulas, rowIndex, columnIndex }) =>
    (formulas as unknown[][]).flatMap((cells, row) =>
      cells.flatMap((content, column): FoundCell[] => {
        if (content === '') return [];
        const formula = typeof content === 'string' && content.startsWith('=') ? content : null;
        return [{ row: rowIndex + row, column: columnIndex + column, value: (values as unknown[][])[row]?.[column], formula }];
      }),
    ),
  );
}

/** The cells of one sheet. */
export interface SheetCells {
  readonly name: string;
  readonly cells: readonly FoundCell[];
}

/** Everything that stands on sheets that were queried before the last sync; one sync, more for large sheets. */
export async function readSheetCells(context: Excel.RequestContext, queries: readonly SheetQuery[]): Promise<SheetCells[]> {
  const budget = new RequestBudget(context);
  const pending = [];
  for (const query of queries) pending.push({ name: query.name, cells: await queueSheetCells(query, budget) });
  await context.sync();
  return pending.map(({ name, cells }): SheetCells => ({ name, cells: foundCells(cells) }));
}

/** What is on a sheet, told apart. Shape: `areas` are the import's own cells, `comments` its own comments; `hasOthers` says whether anything else is there. */
export interface SheetContent {
  readonly name: string;
  readonly areas: readonly CellRectangle[];
  /** Cells of the import that bear a comment of the user's, which stays with its cell. */
  readonly commented: readonly { readonly row: number; readonly column: number }[];
  readonly comments: readonly PlacedComment[];
  readonly hasOthers: boolean;
  /** The import's own charts that stand on it, by name. */
  readonly charts: readonly string[];
}

/** What belongs to an import on a sheet. Shape: `blocks` are its cells outside tables, where they stand now. */
export interface OwnContent {
  readonly blocks: readonly PlannedBlock[];
  readonly tables: readonly SheetTable[];
  readonly marks: FlagMarks;
  readonly charts: readonly string[];
}

/** Tells what on a sheet is the import's own. Shape: `foreignThings` counts tables of others and drawings. */
export function contentOf(name: string, cells: readonly FoundCell[], comments: readonly PlacedComment[], own: OwnContent, foreignThings: number): SheetContent {
  const { areas, others } = ownCells(own.blocks, own.tables, cells);
  const here = comments.filter(({ sheetName }) => sheetName === name);
  const isOwn = ownComment(own.marks);
  const foreign = here.filter((comment) => !isOwn(comment));
  const commented = foreign.filter(({ row, column }) => areas.some((area) => holds(area, row, column)));
  return { name, areas: withoutCells(areas, commented), commented, comments: here.filter(isOwn), hasOthers: others.length > 0 || foreign.length > 0 || foreignThings > 0, charts: own.charts };
}

/** Whether a comment was written for a flag and still says what was written. */
export function ownComment(marks: FlagMarks): (comment: PlacedComment) => boolean {
  const written = new Set(Object.values(marks).map(({ kind, text }) => `${kind}|${text}`));
  return ({ kind, content }) => written.has(`${kind}|${content}`);
}
