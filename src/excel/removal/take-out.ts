import { type CellRectangle } from '../../core/sheet-plan/written/own-cells';
import { type FrontRow } from './front-row';
import { queueFrontRowRemoval } from '../front/write-front';
import { type SheetContent } from './sheet-content';

/** Something to take out of a workbook. Shape: `made` are the sheets that the import made, true where that is certain; `tables` and `names` are its own, by the names they have now. */
export interface Removal {
  readonly contents: readonly SheetContent[];
  readonly made: ReadonlyMap<string, boolean>;
  readonly tables: readonly { readonly name: string; readonly sheetName: string }[];
  readonly names: readonly string[];
  /** Whether no sheet can be made or deleted. */
  readonly isProtected: boolean;
  /** The row of it on the front sheet, where that stays. */
  readonly frontRow?: FrontRow;
}

/** What a removal came to. Shape: `deleted` and `kept` name sheets that the import made; a kept one holds something of the user's. */
export interface TakenOut {
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
}

/** The sheets that go whole: made by the import, with something of it on them, and nothing else. */
export function sheetsToDelete({ contents, made }: Removal): string[] {
  return contents.filter(({ name, areas, hasOthers }) => made.has(name) && areas.length > 0 && !hasOthers).map(({ name }) => name);
}

/**
 * Queues that something is taken out: whole sheets where nothing else is on them, else only own tables, cells, comments and names. Sheets go first, for
 * what Excel refuses leaves then everything as it was (a very hidden sheet is made a hidden one first, which can be deleted); they are known by the ids that they were listed with, so that a new name keeps nobody from it.
 * Formulas elsewhere that point at a cell that goes show an error afterwards: the cells move to a sheet that is then deleted, because a cell
 * that is only cleared would be read as 0. Shape: `worksheets` are loaded with name and visibility.
 */
export function queueTakingOut(context: Excel.RequestContext, removal: Removal, worksheets: readonly Excel.Worksheet[]): TakenOut {
  const { workbook } = context;
  const sheetOf = (wanted: string): Excel.Worksheet => worksheets.find(({ name }) => name === wanted) ?? workbook.worksheets.getItem(wanted);
  const deleted = sheetsToDelete(removal);
  const rest = removal.contents.filter(({ name }) => !deleted.includes(name));
  if (!worksheets.some(({ name, visibility }) => visibility === 'Visible' && !deleted.includes(name))) workbook.worksheets.add();
  for (const { name, visibility } of worksheets) if (visibility === 'VeryHidden' && deleted.includes(name)) sheetOf(name).visibility = 'Hidden';
  for (const name of deleted) sheetOf(name).delete();
  if (removal.frontRow !== undefined) queueFrontRowRemoval(context, removal.frontRow.front, removal.frontRow.importId);
  for (const name of removal.names) workbook.names.getItem(name).delete();
  for (const { comments } of rest) for (const { comment } of comments) comment.delete();
  for (const { name, charts } of rest) for (const chart of charts) sheetOf(name).charts.getItem(chart).delete();
  for (const { name, sheetName } of removal.tables) if (!deleted.includes(sheetName)) workbook.tables.getItem(name).convertToRange();
  for (const { name, commented } of rest) for (const { row, column } of commented) sheetOf(name).getRangeByIndexes(row, column, 1, 1).clear('Contents');
  queueMoveAway(workbook.worksheets, rest, sheetOf);
  return { deleted, kept: rest.filter(({ name, areas }) => removal.made.get(name) === true || (removal.made.has(name) && areas.length > 0)).map(({ name }) => name) };
}

/** Queues that the own cells of sheets that stay move to a sheet of their own, which is deleted with them. */
function queueMoveAway(worksheets: Excel.WorksheetCollection, contents: readonly SheetContent[], sheetOf: (name: string) => Excel.Worksheet): void {
  const moved = contents.flatMap(({ name, areas }) => areas.map((area) => ({ name, area })));
  if (moved.length === 0) return;
  const away = worksheets.add();
  const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: CellRectangle): Excel.Range => sheet.getRangeByIndexes(row, column, rows, columns);
  for (const { name, area } of moved) rangeOf(sheetOf(name), area).moveTo(rangeOf(away, area));
  away.delete();
}
