import { parseAddress } from '../core/sheet-plan/addresses';
import { type FigureFlag } from '../core/sheet-plan/figure-flags';
import { placeKey } from '../core/sheet-plan/figure-place';
import { flagComment, flagFill, isFlagComment, isFlagFill } from './flag-marks';
import { forEachCell, type ReadTable } from './read-tables';

/** A comment of Reserve's with the cell that it is on. */
export interface PlacedComment {
  readonly comment: Excel.Comment;
  readonly content: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

/** A comment whose cell is queued to be read. */
export interface CommentQuery {
  readonly comment: Excel.Comment;
  readonly cell: Excel.Range;
}

/** Queues where Reserve's comments are. Shape: `comments` are loaded with their content. */
export function queryComments(comments: readonly Excel.Comment[]): CommentQuery[] {
  return comments
    .filter(({ content }) => isFlagComment(content))
    .map((comment) => {
      const cell = comment.getLocation();
      cell.load('address');
      cell.worksheet.load('name');
      return { comment, cell };
    });
}

/** The comments that were queried, with their cells. */
export function resolveComments(queries: readonly CommentQuery[]): PlacedComment[] {
  return queries.flatMap(({ comment, cell }) => {
    const area = parseAddress(cell.address);
    return area === null ? [] : [{ comment, content: comment.content, sheetName: cell.worksheet.name, row: area.row, column: area.column }];
  });
}

/** The user's own fills under flags, by the figure's place. */
export type SavedFills = Readonly<Record<string, string | null>>;

/** Flags after they were moved: the fills to remember, and whether anything was queued. */
export interface MovedFlags {
  readonly fills: SavedFills;
  readonly hasChanged: boolean;
}

/**
 * Queues what makes a table's flags the wanted ones: a flag goes with its figure, wherever the row stands now; where a flag goes,
 * the user's own fill comes back. What is right already is left alone, so that a second run queues nothing.
 */
export function moveFlags(context: Excel.RequestContext, table: ReadTable, wanted: readonly FigureFlag[], comments: readonly PlacedComment[], saved: SavedFills): MovedFlags {
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const byPlace = new Map(wanted.filter((flag) => flag.table === table.role).map((flag) => [placeKey(flag), flag]));
  const fills: Record<string, string | null> = {};
  const placed = new Set<string>();
  const kept = new Set<PlacedComment>();
  let hasChanged = false;
  const change = (): void => {
    hasChanged = true;
  };
  const visit = (key: string | null, row: number, column: number): void => {
    const fill = table.fills[row]?.[column] ?? null;
    const flag = key === null || placed.has(key) ? undefined : byPlace.get(key);
    const isOurFill = isFlagFill(fill);
    const at = { row: table.row + row, column: table.column + column };
    const cell = (): Excel.Range => sheet.getRangeByIndexes(at.row, at.column, 1, 1);
    const here = comments.filter((comment) => comment.sheetName === table.sheetName && comment.row === at.row && comment.column === at.column);
    if (flag === undefined || key === null) {
      if (isOurFill) {
        restoreFill(cell(), key === null ? null : (saved[key] ?? null));
        change();
      }
      return;
    }
    placed.add(key);
    const own = isOurFill ? (saved[key] ?? null) : fill;
    if (own !== null) fills[key] = own;
    if (fill !== flagFill(flag.severity)) {
      cell().format.fill.color = flagFill(flag.severity);
      change();
    }
    const content = flagComment(flag.text);
    const same = here.find((comment) => comment.content === content);
    const other = same ?? here[0];
    if (other === undefined) context.workbook.comments.add(cell(), content);
    else if (same === undefined) other.comment.content = content;
    if (same === undefined) change();
    if (other !== undefined) kept.add(other);
  };
  const keys = new Map<string, string>();
  forEachCell(table, (rowId, columnKey, row, column) => keys.set(`${row},${column}`, placeKey({ table: table.role, rowId, columnKey })));
  table.fills.forEach((cells, row) => cells.forEach((_, column) => visit(keys.get(`${row},${column}`) ?? null, row, column)));
  for (const comment of comments) {
    if (kept.has(comment) || comment.sheetName !== table.sheetName) continue;
    const isInTable = comment.row >= table.row && comment.row < table.row + table.rowIds.length && comment.column >= table.column && comment.column < table.column + table.keys.length;
    if (!isInTable) continue;
    comment.comment.delete();
    change();
  }
  return { fills, hasChanged };
}

function restoreFill(cell: Excel.Range, color: string | null): void {
  if (color === null) cell.format.fill.clear();
  else cell.format.fill.color = color;
}
