import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { type TableUpdate } from '../../core/take-over/take-over';
import { type WorkbookOutcome } from '../requests/failures';
import { runExcel, type RunSettings } from '../requests/run-excel';
import { readStore, type ModelCache } from '../remembered/store';
import { type TakeOverLook } from './read-take-over';

/**
 * What a take-over that failed has come to: done when the workbook remembers the new edition, which is written last; else its tables are held against
 * what was read before the first write, and what differs is written back. Unknown where that cannot be seen or done.
 */
export async function settleTakeOver({ record, tables, plan }: TakeOverLook, sha256: string, cache: ModelCache, run: RunSettings): Promise<WorkbookOutcome> {
  return runExcel(run, async (context): Promise<WorkbookOutcome> => {
    const contents = await readStore(context, cache);
    const found = contents.imports.find(({ state }) => state.importId === record.state.importId);
    if (found?.state.documentSha256 === sha256) return 'done';
    const touched = plan.tables.flatMap((update) => {
      const table = tables.find(({ name }) => name === update.name);
      return table === undefined ? [] : [{ update, table, body: queryBody(context, table) }];
    });
    await context.sync();
    const changed = touched.filter(({ table, body }) => !readsAs(table, body.formulas));
    if (changed.length === 0) return 'unchanged';
    if (plan.newSheets.length > 0 || changed.some((one) => !canWriteBack(one.table, one.update, one.body.formulas))) return 'unknown';
    for (const { update, table, body } of changed) queueWriteBack(context, table, update, body.formulas.length);
    await context.sync();
    return 'restored';
  }).catch((): WorkbookOutcome => 'unknown');
}

/** A table's cells as they stand, with the rows below it that belong to it. */
function queryBody(context: Excel.RequestContext, { name, rowIds }: SheetTable): Excel.Range {
  const whole = context.workbook.tables.getItem(name).getDataBodyRange();
  const body = rowIds.includes('printed') ? whole.getResizedRange(rowIds.filter((rowId) => rowId === 'printed' || rowId === 'check').length, 0) : whole;
  body.load('formulas');
  return body;
}

function readsAs({ formulas }: SheetTable, now: readonly (readonly unknown[])[]): boolean {
  return formulas.length === now.length && formulas.every((row, index) => row.length === now[index]?.length && row.every((cell, column) => cell === now[index]?.[column]));
}

/** Whether the rows are those of before, or those with all new ones among them. */
function canWriteBack({ formulas }: SheetTable, { inserts }: TableUpdate, now: readonly unknown[]): boolean {
  const added = inserts.reduce((sum, { count }) => sum + count, 0);
  return now.length === formulas.length || now.length === formulas.length + added;
}

/** Takes new rows out again and writes the cells of before. */
function queueWriteBack(context: Excel.RequestContext, table: SheetTable, { inserts, movesSheetRows }: TableUpdate, rows: number): void {
  const body = (): Excel.Range => context.workbook.tables.getItem(table.name).getDataBodyRange();
  if (rows !== table.formulas.length) {
    for (const { row, count } of [...inserts].reverse()) {
      const range = body().getRow(row).getResizedRange(count - 1, 0);
      (movesSheetRows ? range.getEntireRow() : range).delete('Up');
    }
  }
  const range = body().getCell(0, 0).getResizedRange(table.formulas.length - 1, table.keys.length - 1);
  range.numberFormat = table.formats.map((row) => [...row]);
  range.formulas = table.formulas.map((row) => [...row]);
}
