import { sheetText, statusText, type RowStatus } from '../sheet-texts';
import { type Language, type PlanCell, type PlannedColumn } from '../plan';
import { headerOf, machineColumn } from './table-columns';
import { textLiteral, thisRow } from './table-formulas';

/** The column that shows a row's status, and the one that keeps what the last check found of it where sums of the sheet have their own say. */
export const STATUS_KEY = 'status';
export const VERDICT_KEY = 'verdict';

/** The status of rows by their ids. */
export type RowStatuses = ReadonlyMap<string, RowStatus>;

/** The column of the rows' status. */
export function statusColumn(language: Language): PlannedColumn {
  return { key: STATUS_KEY, header: sheetText('status', language), width: 22 };
}

/** The column of what the last check found. */
export function verdictColumn(language: Language): PlannedColumn {
  return machineColumn(VERDICT_KEY, sheetText('verdict', language), 22);
}

/** What the last check found of a row. */
export function verdictCell(statuses: RowStatuses, rowId: string, language: Language): PlanCell {
  return { kind: 'text', text: statusText(statuses.get(rowId) ?? 'unchecked', language), style: 'indented' };
}

/**
 * A row's status as a formula: what the last check found, and an error as soon as a sum of the sheet says that it differs or cannot be reckoned, with or without the add-in;
 * but for a row in which every finding was accepted. Shape: `checks` are the keys of the columns whose cells begin with a mark.
 */
export function statusCell(table: string, columns: readonly PlannedColumn[], checks: readonly string[], language: Language): PlanCell {
  const verdict = thisRow(table, headerOf(columns, VERDICT_KEY));
  const differs = checks.map((key) => `LEFT(${thisRow(table, headerOf(columns, key))})="✗"`);
  const isWrong = `IFERROR(${differs.length === 1 ? differs.join('') : `OR(${differs.join(',')})`},TRUE)`;
  const accepted = textLiteral(statusText('accepted', language));
  const unchecked = textLiteral(statusText('unchecked', language));
  return { kind: 'formula', formula: `=IF(AND(${isWrong},${verdict}<>${accepted}),${textLiteral(statusText('error', language))},IF(${verdict}="",${unchecked},${verdict}))`, format: 'General', style: 'indented' };
}
