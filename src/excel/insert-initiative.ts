import { type Agreement } from '../core/budget/agreement';
import { fail, succeed, type Result } from '../core/failure';
import { cellAddress } from '../core/sheet-plan/addresses';
import { planInitiativeTable, type InitiativeTablePlan } from '../core/sheet-plan/initiative-table';
import { freeDefinedName } from '../core/sheet-plan/names';
import { type Language } from '../core/sheet-plan/plan';
import { FailureSignal, failureOf, type WorkbookOutcome } from './failures';
import { runExcel } from './run-excel';
import { entriesOf, isWritten, queueBlockFormulas, queueStyles, queueValues, rangeOfArea } from './write-cells';
import { type CellPlace } from './workbook-port';

/** What an insertion needs. */
export interface InsertionSettings {
  readonly language: Language;
  readonly timeoutMs?: number;
}

const LONGEST_TABLE_NAME = 24;
const TABLE_STYLE = 'TableStyleLight9';

interface Insertion {
  readonly plan: InitiativeTablePlan;
  readonly sheetName: string;
}

/**
 * Writes one initiative's own table at the selected cell: four syncs.
 * Errors: nothing is written on a protected sheet or over cells that are not empty; what a failure left is cleared.
 */
export async function insertInitiative(agreement: Agreement, index: number, settings: InsertionSettings): Promise<Result<CellPlace>> {
  const initiative = agreement.initiatives[index];
  if (initiative === undefined) throw new RangeError(`The agreement has no initiative ${index}`);
  const timeout = settings.timeoutMs === undefined ? {} : { timeoutMs: settings.timeoutMs };
  const begun: { insertion: Insertion | null } = { insertion: null };
  try {
    const place = await runExcel({ isUserStarted: true, ...timeout }, async (context) => {
      const insertion = await prepare(context, (origin) => planInitiativeTable(agreement, initiative, origin, settings.language));
      begun.insertion = insertion;
      await write(context, insertion, tableName(initiative.title ?? ''));
      return { sheet: insertion.sheetName, address: cellAddress(insertion.plan.origin.row, insertion.plan.origin.column) };
    });
    return succeed(place);
  } catch (error) {
    const { insertion } = begun;
    const outcome = insertion === null ? 'unchanged' : await runExcel(timeout, (context) => clearInsertion(context, insertion)).catch((): WorkbookOutcome => 'unknown');
    return fail(failureOf(error, outcome));
  }
}

async function prepare(context: Excel.RequestContext, plan: (origin: { readonly row: number; readonly column: number }) => InitiativeTablePlan): Promise<Insertion> {
  const cell = context.workbook.getSelectedRange().getCell(0, 0);
  cell.load('rowIndex,columnIndex');
  const { worksheet } = cell;
  worksheet.load('name');
  worksheet.protection.load('protected');
  const size = plan({ row: 0, column: 0 });
  const area = cell.getResizedRange(size.rows - 1, size.columns - 1);
  area.load('address,valueTypes');
  context.workbook.tables.load('items/name');
  context.workbook.names.load('items/name');
  await context.sync();
  if (worksheet.protection.protected) throw new FailureSignal({ code: 'sheet-protected', sheet: worksheet.name });
  const types = area.valueTypes as string[][] | null;
  if (types === null || types.flat().some((type) => type !== 'Empty')) throw new FailureSignal({ code: 'target-not-empty', address: area.address });
  return { plan: plan({ row: cell.rowIndex, column: cell.columnIndex }), sheetName: worksheet.name };
}

async function write(context: Excel.RequestContext, { plan, sheetName }: Insertion, wantedName: string): Promise<void> {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem(sheetName);
  for (const block of plan.blocks) queueValues(sheet, block);
  const pending = plan.blocks.map((block) => {
    const range = rangeOfArea(sheet, block);
    range.load('values');
    return { range, block };
  });
  await context.sync();
  if (!pending.every(({ range, block }) => isWritten(range.values as unknown[][] | null, entriesOf(block)))) {
    throw new FailureSignal({ code: 'write-not-confirmed', sheet: sheetName });
  }
  const { row, column, rows, columns } = plan.table;
  const table = sheet.tables.add(sheet.getRangeByIndexes(row, column, rows, columns), true);
  table.name = freeDefinedName(wantedName, [...workbook.tables.items, ...workbook.names.items].map(({ name }) => name));
  table.style = TABLE_STYLE;
  table.showFilterButton = false;
  for (const block of plan.blocks) {
    queueStyles(sheet, block);
    queueBlockFormulas(sheet, block);
  }
  await context.sync();
}

/** Clears what an insertion wrote where its cells had been empty. */
async function clearInsertion(context: Excel.RequestContext, { plan, sheetName }: Insertion): Promise<WorkbookOutcome> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const areas = plan.blocks.map((block) => {
    const range = rangeOfArea(sheet, block);
    range.load('values');
    return { block, range };
  });
  const tables = sheet.getRangeByIndexes(plan.table.row, plan.table.column, plan.table.rows, plan.table.columns).getTables(true);
  tables.load('items/name');
  await context.sync();
  const own = areas.flatMap(({ block, range }) => {
    const entries = entriesOf(block);
    return (range.values as unknown[][]).flatMap((cells, row) =>
      cells.flatMap((value, column) => {
        const isOwn = value !== '' && (block.cells[row]?.[column]?.kind === 'formula' || entries[row]?.[column]?.expected === value);
        return isOwn ? [{ row: block.row + row, column: block.column + column }] : [];
      }),
    );
  });
  if (own.length === 0 && tables.items.length === 0) return 'unchanged';
  for (const { name } of tables.items) sheet.tables.getItem(name).convertToRange();
  for (const { row, column } of own) sheet.getRangeByIndexes(row, column, 1, 1).clear();
  await context.sync();
  return 'restored';
}

/** A short table name from an initiative's title: its first words as far as they fit. */
function tableName(title: string): string {
  let name = '';
  for (const word of title.split(/[^\p{L}\p{N}]+/u)) {
    if (name !== '' && name.length + word.length > LONGEST_TABLE_NAME) break;
    name += word.charAt(0).toUpperCase() + word.slice(1);
  }
  return (name || 'Initiativ').slice(0, LONGEST_TABLE_NAME);
}
