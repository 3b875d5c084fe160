import { type Agreement } from '../budget/agreement';
import { initiativeRowId, parseRowId } from '../budget/row-reference';
import { type ImportRecord, type WrittenSheet } from '../import-store/store-records';
import { type Check } from '../reconciliation/rule';
import { planImport } from '../sheet-plan/import-plan';
import { type PlannedSheet, type SheetPlan, type TableRole } from '../sheet-plan/plan';
import { type KeptNames } from '../sheet-plan/plan-names';
import { planInitiativeTable, ROWS_ABOVE } from '../sheet-plan/sheets/initiative-table';
import { type CellRectangle } from '../sheet-plan/written/own-cells';
import { type SheetTable } from '../sheet-plan/written/sheet-table';
import { blockUpdates, hasSums } from './columns/cells-above';
import { columnsInUse } from './columns/columns-in-use';
import { widenTable, type WidenedTable } from './columns/widen-table';
import { isOwnSheet, plannedOf, type Frame, type TakeOverOrder, type TakeOverWorkbook } from './frame';
import { headingRenamer } from './heading-renamer';
import { plannedSingle } from './standing-figures';
import { followRow, mapRows } from './row-map';
import { type PlannedRows, type TakeOverPlan, type TakeOverRefusal } from './take-over';
import { updateTable, type PlannedUpdate } from './update-table';
import { writtenTables, yearNames } from './written-after';

/** What has to be done in a workbook so that a new edition stands in place of the old one. */
export function planTakeOver(workbook: TakeOverWorkbook, order: TakeOverOrder): TakeOverPlan | TakeOverRefusal {
  const { record, tables } = workbook;
  const { language } = record.state;
  const kept = keptNames(workbook);
  const plan = (agreement: Agreement, checks: readonly Check[], importedAt: string): SheetPlan => planImport(agreement, checks, { language, taken: workbook.taken, kept, importedAt });
  const [old, now] = [plan(record.agreement, [], record.state.importedAt), plan(order.agreement, order.checks, order.importedAt)];
  const rows = mapRows(record.agreement, order.agreement, order.comparison);
  const widened = new Map(tables.flatMap((table) => widenOwn(table, old, now) ?? []));
  const frame: Frame = { workbook, order, rows, headings: headingRenamer([...widened.values()].map(({ table }) => table), now), oldHeadings: headingRenamer(tables, old), old, now, widened };
  const refusal = columnsInUse(frame);
  if (refusal !== null) return refusal;
  const own = tables.flatMap((table) => updateOwn(table, frame) ?? []);
  const single = tables.filter(({ role }) => role === 'initiative').map((table) => ({ table, update: updateSingle(table, frame) }));
  const left = single.flatMap(({ table, update }) => (update === null ? [table.name] : []));
  const updates = [...own, ...single.flatMap(({ update }) => update ?? [])];
  const newSheets = now.sheets.filter((sheet) => sheet.role !== 'findings' && !old.sheets.some(({ role }) => role === sheet.role)).map((sheet) => ({ ...sheet, flags: [] }));
  const blocks = blockUpdates(frame);
  const written = writtenTables(frame, left, newSheets);
  return {
    rows,
    tables: updates.map(({ update }) => update),
    blocks,
    newSheets,
    leftTables: left,
    edited: updates.flatMap(({ edited }) => edited),
    ownSheets: ownSheets(record, old, now),
    written,
    goneColumns: new Set(tables.flatMap(({ role, name }) => (widened.get(name)?.gone ?? []).map((column) => `${role}|${widened.get(name)?.table.keys[column] ?? ''}`))),
    ...yearNames(frame, written, blocks),
  };
}

/** Whether a plan was refused. */
export function isRefusal(plan: TakeOverPlan | TakeOverRefusal): plan is TakeOverRefusal {
  return 'kind' in plan;
}

function keptNames({ record: { state }, tables, otherTablesSheet }: TakeOverWorkbook): KeptNames {
  const own = state.tables.flatMap(({ role, name }) => (role === 'initiative' ? [] : [[role, name] as const]));
  const sheets = tables.flatMap(({ role, sheetName }) => (role === 'initiative' || role === 'year-total' ? [] : [[role, sheetName] as const]));
  const years = state.tables.find(({ role }) => role === 'overview')?.columns.flatMap(({ key }) => (key.startsWith('year:') ? [Number(key.slice(5))] : [])) ?? [];
  return {
    sheet: Object.fromEntries(sheets) as Partial<Record<TableRole, string>>,
    table: Object.fromEntries(own) as Partial<Record<TableRole, string>>,
    ...(otherTablesSheet === null ? {} : { otherTables: otherTablesSheet }),
    yearTotal: new Map(state.names.flatMap((name, index) => (years[index] === undefined ? [] : [[years[index] ?? 0, name] as const]))),
  };
}

/** A table with the columns that the new edition adds; one that it no longer prints keeps its own. Null for what the checks write. */
function widenOwn(table: SheetTable, old: SheetPlan, now: SheetPlan): readonly [string, WidenedTable][] | null {
  const before = plannedOf(old, table);
  if (before === null || table.role === 'findings' || table.role === 'sources') return null;
  return [[table.name, widenTable(table, before, plannedOf(now, table) ?? before)]];
}

function updateOwn(table: SheetTable, frame: Frame): PlannedUpdate | null {
  const [widened, old] = [frame.widened.get(table.name), plannedOf(frame.old, table)];
  if (widened === undefined || old === null) return null;
  const empty: PlannedRows = { role: old.role, rowIds: [], columns: old.columns, cellAt: () => undefined };
  return updateTable(widened, old, plannedOf(frame.now, table) ?? empty, surroundings(table, frame));
}

function surroundings(table: SheetTable, frame: Frame): Parameters<typeof updateTable>[3] {
  const { workbook, order, rows, headings } = frame;
  const area = areaOf(table);
  const isInside = (place: { readonly row: number; readonly column: number }): boolean => place.column >= area.column && place.column < area.column + area.columns;
  const beside = new Set((workbook.cells.get(table.sheetName) ?? []).flatMap((cell) => (isInside(cell) ? [] : [cell.row])));
  const commented = new Set((workbook.commented.get(table.sheetName) ?? []).map(({ row }) => row));
  const own = table.keys.flatMap((key, column) => (key === null ? [column] : []));
  const movesSheetRows = !workbook.shared.has(table.sheetName) && [...beside].some((row) => row >= area.row && row < area.row + area.rows);
  return {
    rows,
    headings,
    overwritten: order.overwritten,
    movesSheetRows,
    columns: { moves: isOwnSheet(table, workbook) ? 'sheet' : 'table', hasSums: hasSums(table, frame) },
    isFormulaChanged: (place) => workbook.changed.has(place),
    isOccupied: (row) => commented.has(table.row + row) || beside.has(table.row + row) || own.some((column) => (table.values[row]?.[column] ?? '') !== ''),
  };
}

function areaOf({ row, column, keys, rowIds }: SheetTable): CellRectangle {
  return { row, column, rows: rowIds.length, columns: keys.length };
}

/** A single initiative's table, where the new edition prints the same rows; null where it does not, and where the user has arranged it anew. */
function updateSingle(table: SheetTable, frame: Frame): PlannedUpdate | null {
  const { record } = frame.workbook;
  const index = record.state.tables.find(({ name }) => name === table.name)?.initiative ?? -1;
  const next = parseRowId(frame.rows.get(initiativeRowId(index)) ?? '')?.initiative ?? null;
  if (next === null) return null;
  const origin = { row: table.row - 1 - ROWS_ABOVE, column: table.column };
  const [old, now] = [singleRows(record.agreement, index, origin, frame), singleRows(frame.order.agreement, next, origin, frame)];
  if (old === null || now === null) return null;
  const isSame = table.keys.join() === old.columns.map(({ key }) => key).join() && old.columns.map(({ key }) => key).join() === now.columns.map(({ key }) => key).join();
  const follows = table.rowIds.every((rowId, row) => rowId === old.rowIds[row] && followRow(frame.rows, rowId) === now.rowIds[row]);
  if (!isSame || !follows || old.rowIds.length !== now.rowIds.length) return null;
  return updateTable(widenTable(table, old, now), old, now, surroundings(table, frame));
}

function singleRows(agreement: Agreement, index: number, origin: { readonly row: number; readonly column: number }, { workbook }: Frame): PlannedRows | null {
  const initiative = agreement.initiatives[index];
  return initiative === undefined ? null : plannedSingle(planInitiativeTable(agreement, initiative, origin, workbook.record.state.language));
}

/** The import's sheets in the order of the new edition's plan, which is how each is known again; then those that only the old edition has. */
function ownSheets({ state }: ImportRecord, old: SheetPlan, now: SheetPlan): WrittenSheet[] {
  const made = ({ sheets }: SheetPlan): PlannedSheet[] => sheets.filter(({ role }) => state.target === null || role !== 'overview');
  const standing = new Map(made(old).map(({ role }, index) => [role, index]));
  const follow = made(now).map(({ role, name }) => state.ownSheets[standing.get(role) ?? -1] ?? { id: null, name });
  return [...follow, ...state.ownSheets.filter((sheet) => !follow.includes(sheet))];
}

