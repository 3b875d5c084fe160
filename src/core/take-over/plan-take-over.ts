import { type Agreement } from '../budget/agreement';
import { initiativeRowId, parseRowId } from '../budget/row-reference';
import { type EditionComparison } from '../edition/edition';
import { type ImportRecord, type WrittenSheet } from '../import-store/store-records';
import { type Check } from '../reconciliation/rule';
import { cellEntry } from '../sheet-plan/cell-entry';
import { planImport } from '../sheet-plan/import-plan';
import { type PlannedBlock, type PlannedSheet, type PlannedTable, type SheetPlan, type TableRole, type TakenNames } from '../sheet-plan/plan';
import { type KeptNames } from '../sheet-plan/plan-names';
import { planInitiativeTable, ROWS_ABOVE } from '../sheet-plan/sheets/initiative-table';
import { type CellRectangle, type FoundCell } from '../sheet-plan/written/own-cells';
import { type SheetTable, type WrittenTable } from '../sheet-plan/written/sheet-table';
import { writtenTable } from '../sheet-plan/written/written-table';
import { headingRenamer } from './heading-renamer';
import { plannedSingle } from './standing-figures';
import { followRow, mapRows, type RowMap } from './row-map';
import { plannedRows, type BlockUpdate, type PlannedRows, type TakeOverPlan, type TakeOverRefusal } from './take-over';
import { updateTable, type PlannedUpdate } from './update-table';

/** What of a workbook a take-over has to know. Shape: `tables` are the import's as they stand; `cells` is everything on their sheets, by the sheet's name. */
export interface TakeOverWorkbook {
  readonly record: ImportRecord;
  readonly tables: readonly SheetTable[];
  readonly cells: ReadonlyMap<string, readonly FoundCell[]>;
  /** Cells with comments or notes of the user's, by the sheet's name. */
  readonly commented: ReadonlyMap<string, readonly { readonly row: number; readonly column: number }[]>;
  /** Sheets on which other tables stand too: nothing of them moves but the import's own. */
  readonly shared: ReadonlySet<string>;
  /** Places whose formulas or figures read other than they were imported. */
  readonly changed: ReadonlySet<string>;
  /** What the sheet of the document's other tables is called now; null where there is none. */
  readonly otherTablesSheet: string | null;
  readonly taken: TakenNames;
}

/** The new edition with how it is to be taken over. */
export interface TakeOverOrder {
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly comparison: EditionComparison;
  readonly overwritten: ReadonlySet<string>;
  /** When the new edition is taken over, in ISO 8601. */
  readonly importedAt: string;
}

/** What has to be done in a workbook so that a new edition stands in place of the old one. */
export function planTakeOver(workbook: TakeOverWorkbook, order: TakeOverOrder): TakeOverPlan | TakeOverRefusal {
  const { record, tables } = workbook;
  const { language } = record.state;
  const kept = keptNames(workbook);
  const plan = (agreement: Agreement, checks: readonly Check[], importedAt: string): SheetPlan => planImport(agreement, checks, { language, taken: workbook.taken, kept, importedAt });
  const [old, now] = [plan(record.agreement, [], record.state.importedAt), plan(order.agreement, order.checks, order.importedAt)];
  const refusal = otherColumns(old, now);
  if (refusal !== null) return refusal;
  const rows = mapRows(record.agreement, order.agreement, order.comparison);
  const frame: Frame = { workbook, order, rows, headings: headingRenamer(tables, now), old, now };
  const own = tables.flatMap((table) => updateOwn(table, frame) ?? []);
  const single = tables.filter(({ role }) => role === 'initiative').map((table) => ({ table, update: updateSingle(table, frame) }));
  const left = single.flatMap(({ table, update }) => (update === null ? [table.name] : []));
  const updates = [...own, ...single.flatMap(({ update }) => update ?? [])];
  const newSheets = now.sheets.filter((sheet) => sheet.role !== 'findings' && !old.sheets.some(({ role }) => role === sheet.role)).map((sheet) => ({ ...sheet, flags: [] }));
  return {
    rows,
    tables: updates.map(({ update }) => update),
    blocks: blockUpdates(frame),
    newSheets,
    leftTables: left,
    edited: updates.flatMap(({ edited }) => edited),
    ownSheets: ownSheets(record, old, now),
    written: writtenTables(frame, left, newSheets),
    names: now.sheets.flatMap(({ names }) => names.map(({ name }) => name)),
  };
}

/** Whether a plan was refused. */
export function isRefusal(plan: TakeOverPlan | TakeOverRefusal): plan is TakeOverRefusal {
  return 'kind' in plan;
}

interface Frame {
  readonly workbook: TakeOverWorkbook;
  readonly order: TakeOverOrder;
  readonly rows: RowMap;
  readonly headings: (formula: string) => string;
  readonly old: SheetPlan;
  readonly now: SheetPlan;
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

function tablesOf(plan: SheetPlan): PlannedTable[] {
  return plan.sheets.flatMap(({ tables }) => tables);
}

/** A table of both editions with other columns. */
function otherColumns(old: SheetPlan, now: SheetPlan): TakeOverRefusal | null {
  const after = tablesOf(now);
  const pairs = tablesOf(old).flatMap((table) => after.filter(({ role }) => role === table.role).map((twin) => [table, twin] as const));
  const missing = (from: PlannedTable, to: PlannedTable): string[] => from.columns.flatMap(({ key, header }) => (to.columns.some((column) => column.key === key) ? [] : [header]));
  const [added, gone] = [pairs.flatMap(([table, twin]) => missing(twin, table)), pairs.flatMap(([table, twin]) => missing(table, twin))];
  return added.length + gone.length === 0 ? null : { kind: 'other-columns', added: [...new Set(added)], gone: [...new Set(gone)] };
}

function updateOwn(table: SheetTable, frame: Frame): PlannedUpdate | null {
  const [old, now] = [frame.old, frame.now].map((plan) => tablesOf(plan).find(({ role, name }) => role === table.role && name === table.name));
  if (old === undefined || table.role === 'findings' || table.role === 'sources') return null;
  const empty: PlannedRows = { role: old.role, rowIds: [], columns: old.columns, cellAt: () => undefined };
  return updateTable(table, plannedRows(old), now === undefined ? empty : plannedRows(now), surroundings(table, frame));
}

function surroundings(table: SheetTable, { workbook, order, rows, headings }: Frame): Parameters<typeof updateTable>[3] {
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
  return updateTable(table, old, now, surroundings(table, frame));
}

function singleRows(agreement: Agreement, index: number, origin: { readonly row: number; readonly column: number }, { workbook }: Frame): PlannedRows | null {
  const initiative = agreement.initiatives[index];
  return initiative === undefined ? null : plannedSingle(planInitiativeTable(agreement, initiative, origin, workbook.record.state.language));
}

/** The cells outside tables that the editions print differently and that read as the old one printed them. */
function blockUpdates({ workbook, old, now }: Frame): BlockUpdate[] {
  return now.sheets.flatMap((sheet): BlockUpdate[] => {
    const before = old.sheets.find(({ role }) => role === sheet.role);
    const at = before === undefined ? null : placeOfBlocks(before, workbook);
    if (before === undefined || at === null) return [];
    const found = new Map((workbook.cells.get(at.sheetName) ?? []).map((cell) => [`${cell.row},${cell.column}`, cell]));
    const [was, is] = [cellsOfBlocks(before.blocks, at), cellsOfBlocks(sheet.blocks, at)];
    const writes = [...new Set([...was.keys(), ...is.keys()])].flatMap((place) => {
      const [oldCell, newCell] = [was.get(place), is.get(place)];
      const [row = 0, column = 0] = place.split(',').map(Number);
      const current = found.get(place);
      const reads = current === undefined ? oldCell === undefined || cellEntry(oldCell).expected === '' : oldCell !== undefined && oldCell.kind !== 'formula' && current.formula === null && current.value === cellEntry(oldCell).expected;
      const next = newCell ?? ({ kind: 'blank', format: 'General' } as const);
      const isSame = oldCell !== undefined && next.kind === oldCell.kind && (next.kind === 'formula' || cellEntry(next).written === cellEntry(oldCell).written);
      return isSame || !reads || next.kind === 'formula' ? [] : [{ row, column, cell: next }];
    });
    return writes.length === 0 ? [] : [{ sheetName: at.sheetName, writes }];
  });
}

/** Where the blocks of a sheet stand now: with its table, or on the sheet of the other tables. */
function placeOfBlocks(sheet: PlannedSheet, { tables, otherTablesSheet }: TakeOverWorkbook): { readonly sheetName: string; readonly rows: number; readonly columns: number } | null {
  const [planned] = sheet.tables;
  if (planned === undefined) return otherTablesSheet === null ? null : { sheetName: otherTablesSheet, rows: 0, columns: 0 };
  const table = tables.find(({ role, name }) => role === planned.role && name === planned.name);
  return table === undefined ? null : { sheetName: table.sheetName, rows: table.row - 1 - planned.row, columns: table.column - planned.column };
}

function cellsOfBlocks(blocks: readonly PlannedBlock[], { rows, columns }: { readonly rows: number; readonly columns: number }): Map<string, PlannedBlock['cells'][number][number]> {
  return new Map(blocks.flatMap((block) => block.cells.flatMap((line, row) => line.map((cell, column) => [`${block.row + rows + row},${block.column + columns + column}`, cell] as const))));
}

/** The import's sheets in the order of the new edition's plan, which is how each is known again; then those that only the old edition has. */
function ownSheets({ state }: ImportRecord, old: SheetPlan, now: SheetPlan): WrittenSheet[] {
  const made = ({ sheets }: SheetPlan): PlannedSheet[] => sheets.filter(({ role }) => state.target === null || role !== 'overview');
  const standing = new Map(made(old).map(({ role }, index) => [role, index]));
  const follow = made(now).map(({ role, name }) => state.ownSheets[standing.get(role) ?? -1] ?? { id: null, name });
  return [...follow, ...state.ownSheets.filter((sheet) => !follow.includes(sheet))];
}

/** The tables as they are to be remembered: with the headings that stand, and under the initiatives' new places. */
function writtenTables({ workbook, order, rows, now }: Frame, left: readonly string[], newSheets: readonly PlannedSheet[]): WrittenTable[] {
  const { state } = workbook.record;
  const planned = tablesOf(now);
  const standing = state.tables.flatMap((table): WrittenTable[] => {
    if (table.role === 'initiative') return left.includes(table.name) ? [] : singleWritten(table, order.agreement, rows, state.language);
    const twin = planned.find(({ role }) => role === table.role);
    if (twin === undefined) return [table];
    const headers = new Map(table.columns.map(({ key, header }) => [key, header]));
    const written = writtenTable(twin);
    return [{ ...written, name: table.name, ...(table.id === undefined ? {} : { id: table.id }), columns: written.columns.map((column) => ({ ...column, header: headers.get(column.key) ?? column.header })) }];
  });
  return [...standing, ...newSheets.flatMap(({ tables }) => tables).map(writtenTable)];
}

function singleWritten(table: WrittenTable, agreement: Agreement, rows: RowMap, language: ImportRecord['state']['language']): WrittenTable[] {
  const index = parseRowId(rows.get(initiativeRowId(table.initiative ?? -1)) ?? '')?.initiative ?? -1;
  const initiative = agreement.initiatives[index];
  if (initiative === undefined) return [];
  return [{ ...planInitiativeTable(agreement, initiative, { row: 0, column: 0 }, language).written, name: table.name, ...(table.id === undefined ? {} : { id: table.id }) }];
}
