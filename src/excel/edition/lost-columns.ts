import { parseRowId } from '../../core/budget/row-reference';
import { cellAddress } from '../../core/sheet-plan/addresses';
import { referencesOf } from '../../core/sheet-plan/written/formula-references';
import { placeKey } from '../../core/sheet-plan/written/figure-place';
import { formulaIn, placeIn, type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { type CellRectangle, type FoundCell } from '../../core/sheet-plan/written/own-cells';
import { columnBefore, type TakeOverPlan, type TableUpdate, updatedTables } from '../../core/take-over/take-over';
import { type Verdict } from '../checking/verdict';
import { type StoreContents } from '../remembered/store';
import { formulasThatLose, MOST_NAMED, type LostColumn } from '../removal/dependent-formulas';
import { type SheetCells } from '../removal/sheet-content';
import { FailureSignal } from '../requests/failures';
import { type DependentFormulas, type TakeOverPreview } from '../workbook-port';

/** What a take-over does to columns, with the workbook that it is planned for. Shape: `tables` are the import's as they stand. */
export interface ColumnLook {
  readonly verdict: Verdict;
  readonly tables: readonly SheetTable[];
  readonly plan: TakeOverPlan;
  readonly worksheets: readonly Excel.Worksheet[];
}

/** Rows of a sheet. Source: Excel's specifications and limits. */
const SHEET_ROWS = 1_048_576;

/** The columns of the import's tables that the new edition no longer has. */
export function lostColumns(look: Pick<ColumnLook, 'tables' | 'plan'>): LostColumn[] {
  return updatedTables(look).flatMap(({ update, table }) => {
    const area = { row: table.row - 1, column: table.column, rows: table.rowIds.length + 1, columns: table.keys.length };
    return standingDeletes(update).map((column) => ({ table: table.name, header: table.headers[column] ?? '', sheet: table.sheetName, area }));
  });
}

/** The headings that come and go, each once. */
export function columnChanges({ tables, plan }: Pick<ColumnLook, 'tables' | 'plan'>): TakeOverPreview['columns'] {
  const added = plan.tables.flatMap(({ columns }) => columns.inserts.map(({ planned }) => planned.header));
  return { added: [...new Set(added)], gone: [...new Set(lostColumns({ tables, plan }).map(({ header }) => header))] };
}

/** The columns that go, as they stand before any comes. */
function standingDeletes({ columns }: TableUpdate): number[] {
  return columns.deletes.flatMap((column) => columnBefore(columns, column) ?? []);
}

/** Cells of the tables that are written to, by the sheet's name. */
export function areasOf(look: Pick<ColumnLook, 'tables' | 'plan'>, of: (table: SheetTable, update: TableUpdate) => readonly CellRectangle[]): ReadonlyMap<string, readonly CellRectangle[]> {
  const areas = new Map<string, readonly CellRectangle[]>();
  for (const { update, table } of updatedTables(look)) areas.set(table.sheetName, [...(areas.get(table.sheetName) ?? []), ...of(table, update)]);
  return areas;
}

/**
 * The workbook's cells without those whose formulas are written again: the import's own, also where they fill a row of the user's, those of the front and of pictures.
 * Shape: `front` is the name of the front sheet.
 */
export function usersSheets(sheets: readonly SheetCells[], { tables, verdict, worksheets }: Pick<ColumnLook, 'tables' | 'verdict' | 'worksheets'>, { imports }: StoreContents, front: string | null): SheetCells[] {
  const pictures = imports.flatMap(({ state }) => state.pictures ?? []);
  const drawn = new Set(pictures.map(({ id, name }) => worksheets.find((sheet) => sheet.id === id)?.name ?? name));
  const changed = new Set(verdict.placed.flatMap(({ place }) => (place === null ? [] : [placeKey(place)])));
  return sheets.filter(({ name }) => name !== front && !drawn.has(name)).map(({ name, cells }) => {
    const own = tables.filter(({ sheetName }) => sheetName === name).map((table) => ownFormulas(table, changed));
    return { name, cells: cells.filter((cell) => !own.some((isOwn) => isOwn(cell))) };
  });
}

/** Whether a cell of a table holds the formula that the import has in its column. */
function ownFormulas(table: SheetTable, changed: ReadonlySet<string>): (cell: FoundCell) => boolean {
  const written = table.keys.map((key, column) => {
    const own = table.rowIds.filter((rowId) => key !== null && parseRowId(rowId) !== null && !changed.has(placeKey(placeIn(table, rowId, key))));
    return new Set(own.map((rowId) => formulaIn(table, table.rowIds.indexOf(rowId), column)));
  });
  return ({ row, column, formula }) => formula !== null && row >= table.row && row < table.row + table.rowIds.length && written[column - table.column]?.has(formula) === true;
}

/** Errors: signals the user's formulas that would lose a column. */
export function refuseLostFormulas(sheets: readonly SheetCells[], look: Pick<ColumnLook, 'tables' | 'plan'>, columns: readonly LostColumn[]): void {
  const areas = areasOf(look, (table, update) => standingDeletes(update).map((column) => areaOfColumn(table, table.column + column, update)));
  const lost = formulasThatLose(sheets, { words: new Set(look.plan.goneNames.map((name) => name.toUpperCase())), deleted: new Set(), areas, shrinks: true, columns }, () => false);
  if (lost.count === 0) return;
  const formulas = lost.formulas.map(({ place: { sheet, address } }) => `${sheet}!${address}`);
  throw new FailureSignal({ code: 'edition-columns', columns: [...new Set(columns.map(({ header }) => header))], cells: [], formulas });
}

function areaOfColumn(table: SheetTable, column: number, { columns: { moves, hasSums } }: TableUpdate): CellRectangle {
  if (moves === 'sheet') return { row: 0, column, rows: SHEET_ROWS, columns: 1 };
  const above = hasSums ? 2 : 1;
  return { row: table.row - above, column, rows: table.rowIds.length + above, columns: 1 };
}

/** Functions that find a column by counting. */
const COUNTING = ['VLOOKUP', 'INDEX', 'OFFSET', 'CHOOSECOLS', 'TAKE', 'DROP'];

/** The user's formulas that count columns of a table in which some come or go: they may find another one afterwards. */
export function countingFormulas(sheets: readonly SheetCells[], look: Pick<ColumnLook, 'tables' | 'plan'>): DependentFormulas {
  const changed = updatedTables(look).flatMap(({ update: { columns: { inserts, deletes } }, table }) => (inserts.length + deletes.length === 0 ? [] : [table]));
  const formulas = sheets.flatMap(({ name: sheet, cells }) => cells.flatMap(({ row, column, formula }) => (formula !== null && changed.some((table) => countsIn(formula, sheet, table)) ? [{ place: { sheet, address: cellAddress(row, column) }, formula }] : [])));
  return { formulas: formulas.slice(0, MOST_NAMED), count: formulas.length };
}

/** Whether a formula counts columns of a table: named whole, or by cells of more than one of its columns. */
function countsIn(formula: string, home: string, table: SheetTable): boolean {
  if (!COUNTING.some((word) => formula.toUpperCase().includes(word))) return false;
  const { words, cells } = referencesOf(formula);
  if (!COUNTING.some((word) => words.has(word))) return false;
  const isMet = ({ column, columns }: CellRectangle): boolean => columns > 1 && column < table.column + table.keys.length && table.column < column + columns;
  return words.has(table.name.toUpperCase()) || cells.some(({ sheet, area }) => (sheet ?? home).toUpperCase() === table.sheetName.toUpperCase() && isMet(area));
}
