import { STORE_SHEET } from '../core/import-store/store-records';
import { asksReserve } from '../core/sheet-plan/written/formula-references';
import { mergeCells, type CellRectangle } from '../core/sheet-plan/written/own-cells';
import { foundCells, queueCells, type PendingCells } from './removal/sheet-content';
import { RequestBudget } from './requests/run-excel';

/** A sheet whose size and names are queued to be read. */
interface SheetQuery {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly names: Excel.NamedItemCollection;
}

/**
 * Has the cells that RESERVE answers calculated again, and what looks at them; nobody else's formulas, because a full calculation of a heavy
 * workbook takes minutes. Four syncs, more for large sheets, three where no cell asks.
 * Where the user calculates by hand, only these cells are calculated: what looks at them waits for him.
 * Source: a cell marked by `setDirty` is calculated by `calculate('Recalculate')`, which takes dirty cells only.
 */
export async function recalculateAnswers(context: Excel.RequestContext): Promise<void> {
  const { worksheets, names, application } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name,items/formula');
  application.load('calculationMode');
  await context.sync();
  const queries = worksheets.items.filter(({ name, visibility }) => name !== STORE_SHEET || visibility === 'Visible').map(({ id }) => querySheet(context, id));
  await context.sync();
  const budget = new RequestBudget(context);
  const pending: { readonly sheet: Excel.Worksheet; readonly cells: PendingCells }[] = [];
  for (const { sheet, used } of queries) {
    if (used.isNullObject) continue;
    const area = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
    pending.push({ sheet, cells: await queueCells(sheet, area, budget) });
  }
  await context.sync();
  const asking = askingNames([names, ...queries.map((query) => query.names)].flatMap((list) => list.items));
  const ranges = pending.flatMap(({ sheet, cells }) => askingAreas(cells, asking).map(({ row, column, rows, columns }) => sheet.getRangeByIndexes(row, column, rows, columns)));
  if (ranges.length === 0) return;
  const isManual = application.calculationMode === 'Manual';
  for (const range of ranges) if (isManual) range.calculate(); else range.setDirty();
  if (!isManual) application.calculate('Recalculate');
  await context.sync();
}

function querySheet(context: Excel.RequestContext, id: string): SheetQuery {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const { names } = sheet;
  names.load('items/name,items/formula');
  return { sheet, used, names };
}

/** The names, in capitals, whose formulas ask RESERVE, be it through another name. */
function askingNames(names: readonly Excel.NamedItem[]): ReadonlySet<string> {
  const asking = new Set<string>();
  for (let size = -1; size < asking.size; ) {
    size = asking.size;
    for (const { name, formula } of names) if (typeof formula === 'string' && asksReserve(formula, asking)) asking.add(name.toUpperCase());
  }
  return asking;
}

function askingAreas(cells: PendingCells, names: ReadonlySet<string>): CellRectangle[] {
  return mergeCells(foundCells(cells).filter(({ formula }) => formula !== null && asksReserve(formula, names)));
}
