import { type ImportRecord } from '../import-store/store-records';
import { planImport } from '../sheet-plan/import-plan';
import { type PlanCell, type PlannedTable } from '../sheet-plan/plan';
import { planInitiativeTable } from '../sheet-plan/sheets/initiative-table';
import { CHECK_ROW, PRINTED_ROW } from '../sheet-plan/written/figure-place';
import { readsAs, type SheetTable } from '../sheet-plan/written/sheet-table';
import { plannedRows, type PlannedRows } from './take-over';

/** Stands for a cell that is no printed figure, or that reads otherwise than it was planned. */
const OTHER: PlanCell = { kind: 'text', text: '' };

/** Finds the cells of an import's tables, where they stand now, that show a figure as the document prints it, with its origin; every other cell is a text. */
export function standingFigures(record: ImportRecord): (table: SheetTable) => PlanCell[][] {
  const { agreement, state } = record;
  const tables = planImport(agreement, [], { language: state.language, taken: { sheets: [], tablesAndNames: [] }, importedAt: state.importedAt }).sheets.flatMap((sheet) => sheet.tables);
  return (table) => {
    const planned = table.role === 'initiative' ? singleRows(record, table.name) : ownRows(tables, table.role);
    return table.rowIds.map((rowId, row) => table.keys.map((key, column) => (planned === null || key === null ? OTHER : standingCell(table, row, column, planned.cellAt(rowId, key)))));
  };
}

function standingCell(table: SheetTable, row: number, column: number, cell: PlanCell | undefined): PlanCell {
  if (cell === undefined || (cell.kind !== 'number' && cell.kind !== 'blank')) return OTHER;
  return readsAs(table, row, column, cell) ? cell : OTHER;
}

function ownRows(tables: readonly PlannedTable[], role: SheetTable['role']): PlannedRows | null {
  const table = tables.find((one) => one.role === role);
  return table === undefined || role === 'findings' ? null : plannedRows(table);
}

function singleRows({ agreement, state }: ImportRecord, name: string): PlannedRows | null {
  const initiative = agreement.initiatives[state.tables.find((table) => table.name === name)?.initiative ?? -1];
  return initiative === undefined ? null : plannedSingle(planInitiativeTable(agreement, initiative, { row: 0, column: 0 }, state.language));
}

/** A single initiative's planned table with the rows below it. */
export function plannedSingle({ blocks, written }: ReturnType<typeof planInitiativeTable>): PlannedRows {
  const [, body, footer] = blocks;
  const footers = footer === undefined ? [] : [PRINTED_ROW, CHECK_ROW];
  return plannedRows({ role: 'initiative', rowIds: [...(written.rows ?? []).map(({ rowId }) => rowId), ...footers], columns: written.columns.map((column) => ({ ...column, width: 0 })), rows: [...(body?.cells.slice(1) ?? []), ...(footer?.cells ?? [])] });
}
