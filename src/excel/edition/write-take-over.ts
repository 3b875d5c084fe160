import { columnWidths } from '../../core/sheet-plan/layout/table-columns';
import { headerCells, linkAddress, type PlanCell } from '../../core/sheet-plan/plan';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { cellEntry } from '../../core/sheet-plan/cell-entry';
import { type CellWrite, type TableUpdate, updatedTables } from '../../core/take-over/take-over';
import { queueSheetFormulas, queueSheetStructure, queueSheetValues } from '../writing/apply-plan';
import { columnWidthPoints, queueStyles } from '../writing/write-cells';
import { moveFlags } from '../writing/flags';
import { RequestBudget } from '../requests/run-excel';
import { type TakeOverLook } from './read-take-over';

/** About how many bytes a cell takes in a request. */
const CELL_BYTES = 60;

/**
 * Queues everything that a take-over writes, so that what fails first leaves most: rows that are new and cells that changed, sheets that are new,
 * flags of what is gone, and last the rows and columns that go. Columns come before everything else, because formulas name them.
 */
export async function queueTakeOver(context: Excel.RequestContext, { plan, tables, record, comments, namesAtHand }: TakeOverLook): Promise<void> {
  const { workbook } = context;
  const budget = new RequestBudget(context);
  const updated = updatedTables({ plan, tables });
  queueFlagsTaken(context, { plan, tables, record, comments });
  for (const { update, table } of updated) queueColumns(context, update, table);
  for (const { name, sheetName, row, column } of plan.newNames) workbook.names.add(name, workbook.worksheets.getItem(sheetName).getRangeByIndexes(row, column, 1, 1));
  for (const { update, table } of updated) await queueTableRows(context, update, table.keys.length + update.columns.inserts.length, budget);
  for (const { sheetName, writes } of plan.blocks) {
    const sheet = workbook.worksheets.getItem(sheetName);
    await queueCells((row, column) => sheet.getRangeByIndexes(row, column, 1, 1), writes, budget);
    for (const { row, column, cell } of writes) if (cell.kind === 'formula') queueStyles(sheet, { row, column, cells: [[cell]] });
  }
  for (const sheet of plan.newSheets) {
    const added = workbook.worksheets.add(sheet.name);
    await queueSheetValues(added, sheet, budget);
    queueSheetStructure(context, added, sheet);
    queueSheetFormulas(added, sheet);
  }
  for (const { update } of updated) queueDeletions(context, update);
  for (const { update, table } of updated) queueColumnsOut(context, table, update.columns);
  for (const name of plan.goneNames.filter((one) => namesAtHand.has(one))) workbook.names.getItem(name).delete();
}

/** Flags of rows that are gone, and of tables that are the user's own from now on. */
function queueFlagsTaken(context: Excel.RequestContext, { plan, tables, record, comments }: Pick<TakeOverLook, 'plan' | 'tables' | 'record' | 'comments'>): void {
  for (const table of tables) {
    const gone = plan.leftTables.includes(table.name) ? table.rowIds : (plan.tables.find(({ name }) => name === table.name)?.goneRows ?? []);
    if (gone.length === 0) continue;
    const rowIds = table.rowIds.map((rowId) => (gone.includes(rowId) ? rowId : ''));
    moveFlags(context, { ...table, rowIds }, { flags: [], comments, marks: record.state.marks, hasComments: true });
  }
}

/** Columns that are new, with their headings and looks; whole columns of the sheet where it is the import's own, so that widths and what stands above go along. */
function queueColumns(context: Excel.RequestContext, { name, sheetName, columns: { inserts, moves, hasSums } }: TableUpdate, table: SheetTable): void {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const header = table.row - 1;
  let width = table.keys.length;
  for (const { column, planned, style } of inserts) {
    const place = table.column + column;
    const [isWhole, isLast] = [moves === 'sheet', column >= width];
    if (isWhole) sheet.getRangeByIndexes(0, place, 1, 1).getEntireColumn().insert('Right');
    if (!isWhole || isLast) context.workbook.tables.getItem(name).columns.add(isLast ? -1 : column);
    if (!isWhole && hasSums) sheet.getRangeByIndexes(header - 1, place, 1, 1).insert('Right');
    width += 1;
    const cells = sheet.getRangeByIndexes(header, place, table.rowIds.length + 1, 1);
    cells.clear('Formats');
    cells.format.verticalAlignment = 'Top';
    sheet.getRangeByIndexes(header, place, 1, 1).numberFormat = [['@']];
    sheet.getRangeByIndexes(header, place, 1, 1).values = [[planned.header]];
    const rows = table.rowIds.map((): PlanCell[] => [{ kind: 'text', text: '', ...(style === null ? {} : { style }) }]);
    queueStyles(sheet, { row: header, column: place, cells: [headerCells({ columns: [planned], rows }), ...rows] });
    if (!isWhole) continue;
    const whole = sheet.getRangeByIndexes(0, place, 1, 1).getEntireColumn();
    whole.format.columnWidth = columnWidthPoints(columnWidths([planned])[0] ?? planned.width);
    whole.columnHidden = planned.isMachine === true;
  }
}

/** Queues that columns of a table go, the last first, with the sums above them. */
export function queueColumnsOut(context: Excel.RequestContext, table: SheetTable, { deletes, moves, hasSums }: Pick<TableUpdate['columns'], 'deletes' | 'moves' | 'hasSums'>): void {
  const sheet = context.workbook.worksheets.getItem(table.sheetName);
  for (const column of [...deletes].sort((a, b) => b - a)) {
    const place = table.column + column;
    if (moves === 'sheet') sheet.getRangeByIndexes(0, place, 1, 1).getEntireColumn().delete('Left');
    else {
      context.workbook.tables.getItem(table.name).columns.getItemAt(column).delete();
      if (hasSums) sheet.getRangeByIndexes(table.row - 2, place, 1, 1).delete('Left');
    }
  }
}

/** The data cells of a table at this point of the request. */
function bodyOf(context: Excel.RequestContext, name: string): Excel.Range {
  return context.workbook.tables.getItem(name).getDataBodyRange();
}

async function queueTableRows(context: Excel.RequestContext, { name, inserts, writes, movesSheetRows }: TableUpdate, width: number, budget: RequestBudget): Promise<void> {
  for (const { row, count, isAtEnd } of inserts) {
    const blank = Array.from({ length: count }, () => Array.from({ length: width }, () => ''));
    if (isAtEnd) context.workbook.tables.getItem(name).rows.add(undefined, blank);
    else {
      const rows = bodyOf(context, name).getRow(row).getResizedRange(count - 1, 0);
      (movesSheetRows ? rows.getEntireRow() : rows).insert('Down');
      bodyOf(context, name).getRow(row).getResizedRange(count - 1, 0).format.fill.clear();
    }
  }
  await queueCells((row, column) => bodyOf(context, name).getCell(row, column), writes, budget);
}

/** Queues cells, those that stand below each other in one piece. */
async function queueCells(cellAt: (row: number, column: number) => Excel.Range, writes: readonly CellWrite[], budget: RequestBudget): Promise<void> {
  for (const run of runsOf(writes)) {
    await budget.reserve(run.reduce((sum, { cell }) => sum + CELL_BYTES + (cell.kind === 'text' ? 2 * cell.text.length : cell.kind === 'formula' ? cell.formula.length : 0), 0));
    const [first] = run;
    if (first === undefined) continue;
    const range = cellAt(first.row, first.column).getResizedRange(run.length - 1, 0);
    const entries = run.map(({ cell }) => cellEntry(cell));
    range.numberFormat = entries.map(({ format }) => [format]);
    if (first.cell.kind === 'formula') range.formulas = run.map(({ cell }) => [cell.kind === 'formula' ? cell.formula : '']);
    else range.values = entries.map(({ written }) => [written]);
    run.forEach(({ row, column, cell }) => {
      if (cell.kind === 'text' && cell.link !== undefined) cellAt(row, column).hyperlink = { documentReference: linkAddress(cell.link), textToDisplay: cell.text };
    });
  }
}

/** Cells in runs down a column: of formulas, or of what is none. */
function runsOf(writes: readonly CellWrite[]): CellWrite[][] {
  const runs: CellWrite[][] = [];
  for (const write of [...writes].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last !== undefined && last.column === write.column && last.row + 1 === write.row && (last.cell.kind === 'formula') === (write.cell.kind === 'formula');
    if (goesOn) runs.at(-1)?.push(write);
    else runs.push([write]);
  }
  return runs;
}

function queueDeletions(context: Excel.RequestContext, { name, deletes, movesSheetRows }: TableUpdate): void {
  for (const row of [...deletes].sort((a, b) => b - a)) {
    const range = bodyOf(context, name).getRow(row);
    (movesSheetRows ? range.getEntireRow() : range).delete('Up');
  }
}
