import { parseAddress } from '../core/sheet-plan/addresses';
import { type FigureFlag } from '../core/sheet-plan/figure-flags';
import { placeKey } from '../core/sheet-plan/figure-place';
import { type CellFill, forEachCell, placeIn, type SheetTable } from '../core/sheet-plan/sheet-table';
import { flagComment, flagFill, isFlagComment, isFlagFill } from './flag-marks';

/** A comment with the cell that it is on. */
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

/** Comments of others beyond which only Reserve's own are located: then a flag says less where one of theirs is. */
const MOST_COMMENTS = 2_000;

/** Queues where comments are: Reserve's own, and those of others, which its flags leave alone. Shape: `comments` are loaded with their content. */
export function queryComments(comments: readonly Excel.Comment[]): CommentQuery[] {
  const located = comments.length > MOST_COMMENTS ? comments.filter(({ content }) => isFlagComment(content)) : comments;
  return located.map((comment) => {
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
export type SavedFills = Readonly<Record<string, CellFill>>;

/** Flags after they were moved: the fills to remember, and whether anything was queued. */
export interface MovedFlags {
  readonly fills: SavedFills;
  readonly hasChanged: boolean;
}

/** What the flags of a table are to be. Shape: `comments` are all comments at hand, the user's own among them. */
export interface WantedFlags {
  readonly flags: readonly FigureFlag[];
  readonly comments: readonly PlacedComment[];
  readonly saved: SavedFills;
  /** Whether a flag may have a comment: cells with a note of the user's refuse one. */
  readonly hasComments: boolean;
}

/** Fills that Excel lets nobody set again: a flag leaves them alone and speaks through its comment. */
const GRADIENTS: ReadonlySet<string> = new Set(['LinearGradient', 'RectangularGradient']);

/**
 * Queues what makes a table's flags the wanted ones: a flag goes with its figure, wherever the row stands now; where a flag goes,
 * the user's own fill comes back. What is right already is left alone, so that a second run queues nothing. A comment of the user's stays
 * as it is: a cell holds one comment, so the flag is then the fill and its row in the list of findings.
 */
export function moveFlags(context: Excel.RequestContext, table: SheetTable, wanted: WantedFlags): MovedFlags {
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const { comments, saved } = wanted;
  const byPlace = new Map(wanted.flags.filter((flag) => flag.table === table.role && (flag.insertion ?? table.name) === table.name).map((flag) => [placeKey(flag), flag]));
  const here = new Map<string, PlacedComment[]>();
  for (const comment of comments) if (comment.sheetName === table.sheetName) here.set(`${comment.row},${comment.column}`, [...(here.get(`${comment.row},${comment.column}`) ?? []), comment]);
  const fills: Record<string, CellFill> = {};
  const kept = new Set<PlacedComment>();
  let hasChanged = false;
  const keys = new Map<string, string>();
  forEachCell(table, (rowId, columnKey, row, column) => keys.set(`${row},${column}`, placeKey(placeIn(table, rowId, columnKey))));
  const flagCell = (key: string, flag: FigureFlag, at: { readonly row: number; readonly column: number }, fill: CellFill | null): void => {
    const cell = (): Excel.Range => sheet.getRangeByIndexes(at.row, at.column, 1, 1);
    const own = isFlagFill(fill?.color ?? null) ? (saved[key] ?? null) : fill;
    if (own !== null) fills[key] = own;
    const color = flagFill(flag.severity);
    if (fill?.color !== color && !GRADIENTS.has(own?.pattern ?? '')) {
      cell().format.fill.color = color;
      hasChanged = true;
    }
    const found = here.get(`${at.row},${at.column}`) ?? [];
    const ours = found.filter((comment) => isFlagComment(comment.content));
    const content = flagComment(flag.text);
    const same = ours.find((comment) => comment.content === content) ?? ours[0];
    if (same !== undefined) kept.add(same);
    if (same?.content === content || (same === undefined && (found.length > 0 || !wanted.hasComments))) return;
    if (same === undefined) context.workbook.comments.add(cell(), content);
    else same.comment.content = content;
    hasChanged = true;
  };
  table.fills.forEach((cells, row) => {
    cells.forEach((fill, column) => {
      const key = keys.get(`${row},${column}`) ?? null;
      const flag = key === null ? undefined : byPlace.get(key);
      const at = { row: table.row + row, column: table.column + column };
      if (key !== null && flag !== undefined) flagCell(key, flag, at, fill);
      else if (isFlagFill(fill?.color ?? null)) {
        restoreFill(sheet.getRangeByIndexes(at.row, at.column, 1, 1), key === null ? null : (saved[key] ?? null));
        hasChanged = true;
      }
    });
  });
  for (const comment of comments) {
    if (kept.has(comment) || comment.sheetName !== table.sheetName || !isFlagComment(comment.content) || !isInside(table, comment)) continue;
    comment.comment.delete();
    hasChanged = true;
  }
  return { fills, hasChanged };
}

function isInside(table: SheetTable, { row, column }: PlacedComment): boolean {
  return row >= table.row && row < table.row + table.rowIds.length && column >= table.column && column < table.column + table.keys.length;
}

/** Queues that a cell has its own fill again. */
export function restoreFill(cell: Excel.Range, own: CellFill | null): void {
  const { fill } = cell.format;
  if (own === null) {
    fill.clear();
    return;
  }
  fill.color = own.color ?? '#FFFFFF';
  if (own.pattern === null) return;
  fill.pattern = own.pattern as Excel.FillPattern;
  if (own.patternColor !== null) fill.patternColor = own.patternColor;
}
