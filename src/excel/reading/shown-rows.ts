import { findOtherTableRow, type OtherTableRow } from '../../core/sheet-plan/sheets/other-tables-sheet';
import { type ImportRecord } from '../../core/import-store/store-records';

/** A row of a sheet as texts, with the sheet's name. */
export interface SheetRow {
  readonly sheet: string;
  readonly texts: readonly string[];
}

/** Reads the first cells of a row of a sheet. */
export async function readRow(context: Excel.RequestContext, worksheetId: string, row: number, width: number): Promise<SheetRow> {
  const sheet = context.workbook.worksheets.getItem(worksheetId);
  const range = sheet.getRangeByIndexes(row, 0, 1, width);
  sheet.load('name');
  range.load('values');
  await context.sync();
  return { sheet: sheet.name, texts: (range.values[0] ?? []).map((value) => String(value)) };
}

/** A row of an import's tables of no money. Shape: `cells` is how many it has; `isOnOwnSheet` unless it was copied or its sheet has another name now. */
export interface ShownRow {
  readonly importId: string;
  readonly row: OtherTableRow;
  readonly cells: number;
  readonly isOnOwnSheet: boolean;
}

/** The row of an import's tables of no money that a row of a sheet shows, where it shows one. */
export function shownRow({ state, agreement }: ImportRecord, { sheet, texts }: SheetRow): ShownRow[] {
  const row = findOtherTableRow(agreement, texts);
  return row === null ? [] : [{ importId: state.importId, row, cells: agreement.tables[row.table]?.columns.length ?? 0, isOnOwnSheet: state.ownSheets.some(({ name }) => name === sheet) }];
}
