import { type CellEntry } from '../core/sheet-plan/cell-entry';
import { type PlannedFlag, type PlannedSheet, type PlannedTable } from '../core/sheet-plan/plan';
import { writtenMark } from '../core/import-store/import-state';
import { flagComment, flagFill, type FlagMark } from '../core/import-store/flag-marks';
import { queueComment } from './flags';
import { type RequestBudget } from './run-excel';
import { areasOf, columnWidthPoints, entriesOf, isWritten, queueBlockFormulas, queueStyles, queueTableFormulas, queueValues, rangeOfArea, slicesOf } from './write-cells';

const TABLE_STYLE = 'TableStyleLight9';

/** Values that were queued and what must be read back of them. */
export interface PendingValues {
  readonly range: Excel.Range;
  readonly entries: readonly (readonly CellEntry[])[];
}

/** Queues all values of a planned sheet, before anything is built on them. */
export async function queueSheetValues(sheet: Excel.Worksheet, plan: PlannedSheet, budget: RequestBudget): Promise<void> {
  for (const { area, bytes } of areasOf(plan).flatMap(slicesOf)) {
    await budget.reserve(bytes);
    queueValues(sheet, area);
  }
}

/** Queues that all values of a planned sheet are read back; compare with `areReadBack` after the next sync. */
export async function queueReadBack(sheet: Excel.Worksheet, plan: PlannedSheet, budget: RequestBudget): Promise<PendingValues[]> {
  const pending: PendingValues[] = [];
  for (const { area, bytes } of areasOf(plan).flatMap(slicesOf)) {
    await budget.reserve(bytes);
    const range = rangeOfArea(sheet, area);
    range.load('values');
    pending.push({ range, entries: entriesOf(area) });
  }
  return pending;
}

/** Whether every value stands as it was meant. */
export function areReadBack(pending: readonly PendingValues[]): boolean {
  return pending.every(({ range, entries }) => isWritten(range.values as unknown[][] | null, entries));
}

/** What Excel tells of a sheet's structure after the next sync: the ids by which it is known from then on. */
export interface PendingStructure {
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly Excel.Table[];
  readonly flags: readonly PendingFlag[];
}

/** A flag that is queued to be written. Shape: the mark's id comes from `comment`, null for a note. */
export interface PendingFlag {
  readonly key: string;
  readonly mark: FlagMark;
  readonly comment: Excel.Comment | null;
}

/** Queues what is built on the values: tables, formulas, looks, names, widths, frozen rows, flags. */
export function queueSheetStructure(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: PlannedSheet): PendingStructure {
  const tables = plan.tables.map((table) => queueTable(sheet, table));
  for (const area of areasOf(plan)) queueStyles(sheet, area);
  plan.widths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = columnWidthPoints(characters);
  });
  if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
  for (const name of plan.names) context.workbook.names.add(name.name, sheet.getRangeByIndexes(name.row, name.column, 1, 1));
  const flags = plan.flags.map((flag) => queueFlag(context, sheet, flag));
  sheet.load('id,name');
  return { sheet, tables, flags };
}

/** Queues the formulas of a planned sheet, once every table that they name is there. */
export function queueSheetFormulas(sheet: Excel.Worksheet, plan: PlannedSheet): void {
  for (const block of plan.blocks) queueBlockFormulas(sheet, block);
  for (const table of plan.tables) queueTableFormulas(sheet, table);
}

function queueTable(sheet: Excel.Worksheet, plan: PlannedTable): Excel.Table {
  const table = sheet.tables.add(sheet.getRangeByIndexes(plan.row, plan.column, plan.rows.length + 1, plan.columns.length), true);
  table.name = plan.name;
  table.style = TABLE_STYLE;
  table.load('id,name');
  return table;
}

/** Queues a flag on a cell that has neither fill nor comment. */
function queueFlag(context: Excel.RequestContext, sheet: Excel.Worksheet, flag: PlannedFlag): PendingFlag {
  const cell = sheet.getRangeByIndexes(flag.row, flag.column, 1, 1);
  cell.format.fill.color = flagFill(flag.severity);
  const { kind, comment } = queueComment(context, cell, flagComment(flag.text));
  comment?.load('id');
  return { key: flag.key, comment, mark: writtenMark(flag, kind) };
}
