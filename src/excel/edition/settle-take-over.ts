import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { type FoundCell } from '../../core/sheet-plan/written/own-cells';
import { type BlockUpdate, columnBefore, type TableUpdate, updatedTables } from '../../core/take-over/take-over';
import { type WorkbookOutcome } from '../requests/failures';
import { runExcel, type RunSettings } from '../requests/run-excel';
import { readStore, type ModelCache } from '../remembered/store';
import { type TakeOverLook } from './read-take-over';
import { queueColumnsOut } from './write-take-over';

/**
 * What a take-over that failed has come to: done when the workbook remembers the new edition, which is written last; else its tables are held against
 * what was read before the first write, and what differs is written back. Unknown where that cannot be seen or done.
 */
export async function settleTakeOver({ record, tables, plan, cells, namesAtHand }: TakeOverLook, sha256: string, cache: ModelCache, run: RunSettings): Promise<WorkbookOutcome> {
  return runExcel(run, async (context): Promise<WorkbookOutcome> => {
    const contents = await readStore(context, cache);
    const found = contents.imports.find(({ state }) => state.importId === record.state.importId);
    if (found?.state.documentSha256 === sha256) return 'done';
    const touched = updatedTables({ plan, tables }).map(({ update, table }): Touched => ({ update, table, ...queryTable(context, table) }));
    const names = plan.newNames.filter(({ name }) => !namesAtHand.has(name)).map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    for (const name of names) name.load('name');
    const blocks = plan.blocks.map((update) => queryBlock(context, update));
    await context.sync();
    const changed = touched.filter((one) => !readsAsBefore(one));
    if (changed.length === 0) return 'unchanged';
    if (plan.newSheets.length > 0 || !changed.every(canWriteBack)) return 'unknown';
    for (const one of changed) queueWriteBack(context, one);
    for (const name of names) if (!name.isNullObject) name.delete();
    for (const block of blocks) queueBlockBack(block, cells.get(block.update.sheetName) ?? [], touched.find(({ table }) => table.sheetName === block.update.sheetName));
    await context.sync();
    return 'restored';
  }).catch((): WorkbookOutcome => 'unknown');
}

/** A table that was written to, with its headings and cells as they stand. */
interface Touched {
  readonly update: TableUpdate;
  readonly table: SheetTable;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
}

/** A table's headings and cells as they stand, with the rows below it that belong to it. */
function queryTable(context: Excel.RequestContext, { name, rowIds }: SheetTable): Pick<Touched, 'header' | 'body'> {
  const table = context.workbook.tables.getItem(name);
  const header = table.getHeaderRowRange();
  header.load('values');
  const whole = table.getDataBodyRange();
  const body = rowIds.includes('printed') ? whole.getResizedRange(rowIds.filter((rowId) => rowId === 'printed' || rowId === 'check').length, 0) : whole;
  body.load('formulas');
  return { header, body };
}

function headersOf({ header }: Touched): string[] {
  return (header.values[0] ?? []).map((text: unknown) => String(text).trim());
}

function readsAsBefore(touched: Touched): boolean {
  const { table: { formulas, headers }, body } = touched;
  const now = body.formulas as unknown[][];
  return headersOf(touched).join('\n') === headers.join('\n') && formulas.length === now.length && formulas.every((row, index) => row.length === now[index]?.length && row.every((cell, column) => cell === now[index]?.[column]));
}

/** Whether the rows and columns are those of before, or those with all new ones among them. */
function canWriteBack(touched: Touched): boolean {
  const { table: { formulas, headers }, update: { inserts, columns }, body } = touched;
  const added = inserts.reduce((sum, { count }) => sum + count, 0);
  const now = headersOf(touched);
  const wide = [...headers];
  for (const { column, planned } of columns.inserts) wide.splice(column, 0, planned.header);
  const areColumnsKnown = now.join('\n') === headers.join('\n') || now.join('\n') === wide.join('\n');
  return areColumnsKnown && (body.formulas.length === formulas.length || body.formulas.length === formulas.length + added);
}

/** Takes new rows and columns out again and writes the cells of before. */
function queueWriteBack(context: Excel.RequestContext, touched: Touched): void {
  const { table, update: { inserts, movesSheetRows, columns }, body } = touched;
  const bodyNow = (): Excel.Range => context.workbook.tables.getItem(table.name).getDataBodyRange();
  if (headersOf(touched).length !== table.headers.length) queueColumnsOut(context, table, { ...columns, deletes: columns.inserts.map(({ column }) => column) });
  if (body.formulas.length !== table.formulas.length) {
    for (const { row, count } of [...inserts].reverse()) {
      const range = bodyNow().getRow(row).getResizedRange(count - 1, 0);
      (movesSheetRows ? range.getEntireRow() : range).delete('Up');
    }
  }
  const range = bodyNow().getCell(0, 0).getResizedRange(table.formulas.length - 1, table.keys.length - 1);
  range.numberFormat = table.formats.map((row) => [...row]);
  range.formulas = table.formulas.map((row) => [...row]);
}

/** Cells outside tables that were written to, with what stands in the rectangle around them. */
interface TouchedBlock {
  readonly update: BlockUpdate;
  readonly area: { readonly row: number; readonly column: number };
  readonly range: Excel.Range;
}

function queryBlock(context: Excel.RequestContext, update: BlockUpdate): TouchedBlock {
  const [rows, columns] = [update.writes.map(({ row }) => row), update.writes.map(({ column }) => column)];
  const area = { row: Math.min(...rows), column: Math.min(...columns) };
  const range = context.workbook.worksheets.getItem(update.sheetName).getRangeByIndexes(area.row, area.column, Math.max(...rows) - area.row + 1, Math.max(...columns) - area.column + 1);
  range.load('formulas');
  return { update, area, range };
}

/** Writes back what stood outside tables, so far as it reads otherwise now; what stood over a table's new columns only went with them. */
function queueBlockBack({ update: { writes }, area, range }: TouchedBlock, cells: readonly FoundCell[], touched: Touched | undefined): void {
  const isWide = touched !== undefined && headersOf(touched).length !== touched.table.headers.length;
  for (const { row, column } of writes) {
    const place = touched === undefined ? column : standingPlace(column, touched);
    if (place === null) continue;
    const found = cells.find((cell) => cell.row === row && cell.column === place);
    const before = found?.formula ?? found?.value ?? '';
    const now = (range.formulas as unknown[][])[row - area.row]?.[(isWide ? column : place) - area.column];
    if (now !== before) range.worksheet.getRangeByIndexes(row, place, 1, 1).formulas = [[before]];
  }
}

/** Where a column of a sheet stood before a table on it got its new ones; null for a new one. */
function standingPlace(column: number, { table, update: { columns } }: Touched): number | null {
  const before = columnBefore(columns, column - table.column);
  return before === null ? null : table.column + before;
}
