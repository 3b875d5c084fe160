import { cellAddress, parseAddress } from '../../core/sheet-plan/addresses';
import { type FigureFlag } from '../../core/sheet-plan/checks/figure-flags';
import { placeKey } from '../../core/sheet-plan/written/figure-place';
import { type CellFill, forEachCell, placeIn, type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { flagComment, flagFill, isFlagComment, isFlagFill, type FlagMark, type FlagMarks } from '../../core/import-store/flag-marks';
import { hasExcelApi } from '../requests/run-excel';

/** A comment, or a note, with the cell that it is on. Shape: `id` null for a note, which has none. */
export interface PlacedComment {
  readonly kind: 'comment' | 'note';
  readonly id: string | null;
  readonly comment: Excel.Comment | Excel.Note;
  readonly content: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

/** The comments and notes of a workbook, queued to be read. */
export interface CommentLists {
  readonly comments: Excel.CommentCollection;
  readonly notes: Excel.NoteCollection | null;
}

/** Comments and notes whose cells are queued to be read. */
export interface CommentQuery {
  readonly kind: PlacedComment['kind'];
  readonly comment: Excel.Comment | Excel.Note;
  readonly cell: Excel.Range;
}

/** Comments of others beyond which only those that read as Reserve's own are located: then a flag says less where one of theirs is. */
export const MOST_COMMENTS = 2_000;

/** Queues that the workbook's comments are read, and its notes where this Excel tells of them. */
export function queryCommentLists(context: Excel.RequestContext): CommentLists {
  const { comments } = context.workbook;
  comments.load('items/id,items/content');
  const notes = notesOf(context);
  notes?.load('items/content');
  return { comments, notes };
}

/** The workbook's notes, null where Excel or its library is too old for them. Source: ExcelApi 1.18. */
function notesOf({ workbook }: Excel.RequestContext): Excel.NoteCollection | null {
  const notes = workbook.notes as Excel.NoteCollection | undefined;
  return hasExcelApi('1.18') && notes !== undefined ? notes : null;
}

/** Queues where comments and notes are: Reserve's own, and those of others, which its flags leave alone. */
export function queryComments({ comments, notes }: CommentLists): CommentQuery[] {
  const all = [...comments.items.map((comment) => ({ kind: 'comment' as const, comment })), ...(notes?.items ?? []).map((comment) => ({ kind: 'note' as const, comment }))];
  const located = all.length > MOST_COMMENTS ? all.filter(({ comment }) => isFlagComment(comment.content)) : all;
  return located.map(({ kind, comment }) => {
    const cell = comment.getLocation();
    cell.load('address');
    cell.worksheet.load('name');
    return { kind, comment, cell };
  });
}

/** The comments and notes that were queried, with their cells. */
export function resolveComments(queries: readonly CommentQuery[]): PlacedComment[] {
  return queries.flatMap(({ kind, comment, cell }) => {
    const area = parseAddress(cell.address);
    const id = kind === 'comment' ? (comment as Excel.Comment).id : null;
    return area === null ? [] : [{ kind, id, comment, content: comment.content, sheetName: cell.worksheet.name, row: area.row, column: area.column }];
  });
}

/** Flags after they were moved: what to remember of them, and whether anything was queued. */
export interface MovedFlags {
  readonly marks: FlagMarks;
  readonly hasChanged: boolean;
}

/** What the flags of a table are to be. Shape: `comments` are all comments at hand, the user's own among them; `marks` are the flags that were written. */
export interface WantedFlags {
  readonly flags: readonly FigureFlag[];
  readonly comments: readonly PlacedComment[];
  readonly marks: FlagMarks;
  /** Of a workbook whose flags were not remembered one by one: the fills under them. */
  readonly earlierFills?: Readonly<Record<string, CellFill>>;
  /** Whether a flag may have a comment: cells with a note of the user's refuse one. */
  readonly hasComments: boolean;
}

/** Fills that Excel lets nobody set again: a flag leaves them alone and speaks through its comment. */
const GRADIENTS: ReadonlySet<string> = new Set(['LinearGradient', 'RectangularGradient']);

interface FlaggedCell {
  readonly key: string;
  readonly address: string;
  readonly range: () => Excel.Range;
  readonly fill: CellFill | null;
  readonly comments: readonly PlacedComment[];
}

/**
 * Queues what makes a table's flags the wanted ones: a flag goes with its figure, wherever the row stands now; where a flag goes,
 * the user's own fill comes back. What is right already is left alone, so that a second run queues nothing. Only what was written as a flag is
 * ever taken away: a fill in a flag's colour, or a comment, that was not remembered is the user's. A cell holds one comment, so on a cell with
 * one of the user's the flag is the fill and its row in the list of findings.
 */
export function moveFlags(context: Excel.RequestContext, table: SheetTable, wanted: WantedFlags): MovedFlags {
  const flags = new Map(wanted.flags.filter((flag) => flag.table === table.role && (flag.insertion ?? table.name) === table.name).map((flag) => [placeKey(flag), flag]));
  const cells = cellsOf(context, table, wanted.comments);
  const before: Record<string, FlagMark> = { ...earlierMarks(cells, wanted.earlierFills), ...wanted.marks };
  const own = ownComments(cells, before);
  const marks: Record<string, FlagMark> = {};
  let hasChanged = false;
  for (const cell of cells) {
    const flag = flags.get(cell.key);
    const mark = before[cell.key] ?? null;
    const comment = own.get(cell.key) ?? null;
    if (flag !== undefined) {
      const set = setFlag(context, cell, flag, mark, comment, wanted.hasComments);
      marks[cell.key] = set.mark;
      hasChanged ||= set.hasChanged;
    } else if (mark !== null) hasChanged = takeFlag(cell, mark, comment) || hasChanged;
  }
  return { marks, hasChanged };
}

/** A table without the flags that its cells no longer stand for. Shape: `marks` are those that are left to be moved; `comments` those that stay; `isClean` when nothing was queued. */
export interface WithoutStrays {
  readonly table: SheetTable;
  readonly comments: readonly PlacedComment[];
  readonly marks: FlagMarks;
  readonly isClean: boolean;
}

/**
 * Queues that the flags go which stand in a table of the user's on cells that are about something else by now: a row was renamed, or other figures were written over it,
 * and the flag stayed in its cell. Such a flag is known by its note or comment; one that says nothing, because its cell has a note of the user's, by the cell that it was written on.
 */
export function takeStrayFlags(context: Excel.RequestContext, table: SheetTable, marks: FlagMarks, comments: readonly PlacedComment[]): WithoutStrays {
  const keys = new Map<string, string>();
  forEachCell(table, (rowId, columnKey, row, column) => keys.set(`${row},${column}`, placeKey(placeIn(table, rowId, columnKey))));
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const here = comments.filter(({ sheetName }) => sheetName === table.sheetName);
  const fills = table.fills.map((row) => [...row]);
  const used = new Set<PlacedComment>();
  let hasSilent = false;
  const left = new Map(Object.entries(marks));
  for (const [key, mark] of Object.entries(marks)) {
    if (!key.startsWith(`${table.name}!`)) continue;
    if (mark.kind === 'none') {
      const silent = silentStray(table, fills, keys, marks, key, mark);
      if (silent === null) continue;
      restoreFill(sheet.getRangeByIndexes(table.row + silent.row, table.column + silent.column, 1, 1), mark.own);
      (fills[silent.row] ?? [])[silent.column] = mark.own;
      left.delete(key);
      hasSilent = true;
      continue;
    }
    const comment = here.find((one) => !used.has(one) && one.kind === mark.kind && one.content === mark.text && (mark.id === null || one.id === mark.id));
    const [row, column] = [(comment?.row ?? -1) - table.row, (comment?.column ?? -1) - table.column];
    const fill = fills[row]?.[column];
    if (comment === undefined || fill === undefined || keys.get(`${row},${column}`) === key) continue;
    used.add(comment);
    comment.comment.delete();
    if (mark.color !== null && fill?.color !== mark.color) continue;
    if (mark.color !== null) restoreFill(sheet.getRangeByIndexes(comment.row, comment.column, 1, 1), mark.own);
    (fills[row] ?? [])[column] = mark.own;
    left.delete(key);
  }
  return { table: { ...table, fills }, comments: comments.filter((one) => !used.has(one)), marks: Object.fromEntries(left), isClean: used.size === 0 && !hasSilent };
}

/** The cell on which a flag without a note was written, where that is another figure's by now, has the flag's fill still, and no flag of its own; null else. Shape: `keys` by "row,column" in the table. */
function silentStray(table: SheetTable, fills: SheetTable['fills'], keys: ReadonlyMap<string, string>, marks: FlagMarks, key: string, mark: FlagMark): { readonly row: number; readonly column: number } | null {
  const at = mark.at === undefined ? null : parseAddress(mark.at);
  if (at === null || mark.color === null) return null;
  const [row, column] = [at.row - table.row, at.column - table.column];
  const now = keys.get(`${row},${column}`);
  const isStray = now !== undefined && now !== key && marks[now] === undefined && fills[row]?.[column]?.color === mark.color;
  return isStray ? { row, column } : null;
}

function cellsOf(context: Excel.RequestContext, table: SheetTable, comments: readonly PlacedComment[]): FlaggedCell[] {
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  const at = (row: number, column: number): string => `${row},${column}`;
  const here = new Map<string, PlacedComment[]>();
  for (const comment of comments) {
    if (comment.sheetName !== table.sheetName) continue;
    const key = at(comment.row, comment.column);
    const others = here.get(key);
    if (others === undefined) here.set(key, [comment]);
    else others.push(comment);
  }
  const cells: FlaggedCell[] = [];
  forEachCell(table, (rowId, columnKey, row, column) => {
    const place = { row: table.row + row, column: table.column + column };
    cells.push({
      key: placeKey(placeIn(table, rowId, columnKey)),
      address: cellAddress(place.row, place.column),
      range: () => sheet.getRangeByIndexes(place.row, place.column, 1, 1),
      fill: table.fills[row]?.[column] ?? null,
      comments: here.get(at(place.row, place.column)) ?? [],
    });
  });
  return cells;
}

/** The flags of a workbook in which they were not remembered one by one: a flag's fill with a comment that reads as one, or with a fill remembered under it. */
function earlierMarks(cells: readonly FlaggedCell[], fills: WantedFlags['earlierFills']): Record<string, FlagMark> {
  if (fills === undefined) return {};
  return Object.fromEntries(
    cells.flatMap(({ key, fill, comments }) => {
      const comment = comments.find(({ content }) => isFlagComment(content));
      if (!isFlagFill(fill?.color ?? null) || (comment === undefined && fills[key] === undefined)) return [];
      const mark: FlagMark = { kind: comment?.kind ?? 'none', id: comment?.id ?? null, text: comment?.content ?? '', color: fill?.color ?? null, own: fills[key] ?? null };
      return [[key, mark] as const];
    }),
  );
}

/** The comments that were written for flags, by the flag's place: known by id wherever they are now, else by their text in their cell or, once, in another of the table. */
function ownComments(cells: readonly FlaggedCell[], marks: FlagMarks): Map<string, PlacedComment> {
  const all = cells.flatMap(({ comments }) => comments);
  const byId = new Map(all.flatMap((comment) => (comment.id === null ? [] : [[comment.id, comment] as const])));
  const found = new Map<string, PlacedComment>();
  const taken = new Set<PlacedComment>();
  const take = (key: string, comment: PlacedComment | undefined): void => {
    if (comment === undefined || taken.has(comment)) return;
    taken.add(comment);
    found.set(key, comment);
  };
  for (const { key, comments } of cells) {
    const mark = marks[key];
    if (mark === undefined || mark.kind === 'none') continue;
    take(key, (mark.id === null ? undefined : byId.get(mark.id)) ?? comments.find((comment) => comment.kind === mark.kind && comment.content === mark.text));
  }
  for (const { key } of cells) {
    const mark = marks[key];
    if (mark === undefined || mark.kind === 'none' || found.has(key)) continue;
    take(key, all.find((comment) => comment.kind === mark.kind && comment.content === mark.text && !taken.has(comment)));
  }
  return found;
}

function setFlag(context: Excel.RequestContext, cell: FlaggedCell, flag: FigureFlag, mark: FlagMark | null, comment: PlacedComment | null, hasComments: boolean): { readonly mark: FlagMark; readonly hasChanged: boolean } {
  const own = mark !== null && mark.color !== null && cell.fill?.color === mark.color ? mark.own : cell.fill;
  const isGradient = GRADIENTS.has(own?.pattern ?? '');
  const color = flagFill(flag.severity);
  const isFilled = isGradient || cell.fill?.color === color;
  if (!isFilled) cell.range().format.fill.color = color;
  const spoken = speak(context, cell, flagComment(flag.text), mark, comment, hasComments);
  const at = spoken.mark.kind === 'none' ? { at: cell.address } : {};
  return { mark: { ...spoken.mark, color: isGradient ? null : color, own, ...at }, hasChanged: !isFilled || spoken.hasChanged };
}

/** Queues what a flag says at its cell. A comment that was edited after it was written has become its writer's, and stays. */
function speak(context: Excel.RequestContext, cell: FlaggedCell, text: string, mark: FlagMark | null, comment: PlacedComment | null, hasComments: boolean): { readonly mark: Pick<FlagMark, 'kind' | 'id' | 'text'>; readonly hasChanged: boolean } {
  const isHere = comment !== null && cell.comments.includes(comment);
  const isOurs = comment !== null && comment.content === mark?.text;
  if (comment !== null && isOurs && isHere) {
    const isSame = comment.content === text;
    if (!isSame) comment.comment.content = text;
    return { mark: { kind: comment.kind, id: comment.id, text }, hasChanged: !isSame };
  }
  if (comment !== null && isOurs) comment.comment.delete();
  const isFree = cell.comments.length === 0 && hasComments;
  if (!isFree) return { mark: { kind: 'none', id: null, text: '' }, hasChanged: isOurs };
  return { mark: { kind: queueComment(context, cell.range(), text).kind, id: null, text }, hasChanged: true };
}

/** Queues that a flag goes: its fill where it is still the one that was written, its comment where it still says what was written. Whether anything was queued. */
function takeFlag(cell: FlaggedCell, mark: FlagMark, comment: PlacedComment | null): boolean {
  const isFilled = mark.color !== null && cell.fill?.color === mark.color;
  if (isFilled) restoreFill(cell.range(), mark.own);
  const isOurs = comment !== null && comment.content === mark.text;
  if (isOurs) comment.comment.delete();
  return isFilled || isOurs;
}

/** Queues the comment of a flag: a note where Excel has notes, because a comment is signed by the user and asks for answers. */
export function queueComment(context: Excel.RequestContext, cell: Excel.Range, text: string): { readonly kind: 'comment' | 'note'; readonly comment: Excel.Comment | null } {
  const notes = notesOf(context);
  if (notes !== null) {
    notes.add(cell, text);
    return { kind: 'note', comment: null };
  }
  return { kind: 'comment', comment: context.workbook.comments.add(cell, text) };
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
