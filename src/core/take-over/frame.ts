import { type Agreement } from '../budget/agreement';
import { type EditionComparison } from '../edition/edition';
import { type ImportRecord } from '../import-store/store-records';
import { type Check } from '../reconciliation/rule';
import { type PlannedTable, type SheetPlan, type TakenNames } from '../sheet-plan/plan';
import { type FoundCell } from '../sheet-plan/written/own-cells';
import { type SheetTable } from '../sheet-plan/written/sheet-table';
import { type RowMap } from './row-map';
import { plannedRows, type PlannedRows } from './take-over';
import { type WidenedTable } from './columns/widen-table';

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

/** What planning a take-over works on: the workbook, the order, and both editions as they would be written. Shape: `headings` and `oldHeadings` give a formula of the new and of the old plan the headings that stand. */
export interface Frame {
  readonly workbook: TakeOverWorkbook;
  readonly order: TakeOverOrder;
  readonly rows: RowMap;
  readonly headings: (formula: string) => string;
  readonly oldHeadings: (formula: string) => string;
  readonly old: SheetPlan;
  readonly now: SheetPlan;
  /** The tables of both editions with their new columns, by name. */
  readonly widened: ReadonlyMap<string, WidenedTable>;
}

/** Every table of a plan. */
export function tablesOf(plan: SheetPlan): PlannedTable[] {
  return plan.sheets.flatMap(({ tables }) => tables);
}

/** A planned table as rows; null where a plan has none for a table that stands. */
export function plannedOf(plan: SheetPlan, { role, name }: SheetTable): PlannedRows | null {
  const found = tablesOf(plan).find((table) => table.role === role && table.name === name);
  return found === undefined ? null : plannedRows(found);
}

/** Whether a table stands on a sheet of the import's own, with no other table on it. */
export function isOwnSheet({ sheetId, sheetName }: SheetTable, { record, shared }: TakeOverWorkbook): boolean {
  return !shared.has(sheetName) && record.state.ownSheets.some(({ id, name }) => (id === null ? name === sheetName : id === sheetId));
}

