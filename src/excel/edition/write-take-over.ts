import { linkAddress } from '../../core/sheet-plan/plan';
import { cellEntry } from '../../core/sheet-plan/cell-entry';
import { type CellWrite, type TableUpdate } from '../../core/take-over/take-over';
import { queueSheetFormulas, queueSheetStructure, queueSheetValues } from '../writing/apply-plan';
import { moveFlags } from '../writing/flags';
import { RequestBudget } from '../requests/run-excel';
import { type TakeOverLook } from './read-take-over';

/** About how many bytes a cell takes in a request. */
const CELL_BYTES = 60;

/**
 * Queues everything that a take-over writes, so that what fails first leaves most: rows that are new and cells that changed, sheets that are new,
 * flags of what is gone, and last the rows that go.
 */
export async function queueTakeOver(context: Excel.RequestContext, { plan, tables, record, comments }: TakeOverLook): Promise<void> {
  const { workbook } = context;
  const budget = new RequestBudget(context);
  queueFlagsTaken(context, { plan, tables, record, comments });
  for (const update of plan.tables) await queueTableRows(context, update, tables.find(({ name }) => name === update.name)?.keys.length ?? 1, budget);
  for (const { sheetName, writes } of plan.blocks) {
    const sheet = workbook.worksheets.getItem(sheetName);
    await queueCells((row, column) => sheet.getRangeByIndexes(row, column, 1, 1), writes, budget);
  }
  for (const sheet of plan.newSheets) {
    const added = workbook.worksheets.add(sheet.name);
    await queueSheetValues(added, sheet, budget);
    queueSheetStructure(context, added, sheet);
    queueSheetFormulas(added, sheet);
  }
  for (const update of plan.tables) queueDeletions(context, update);
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
