import { type Agreement } from '../../budget/agreement';
import { amountToNumber, type Amount } from '../../money/amount';
import { ruleInfo } from '../../reconciliation/registry';
import { columnName, type Check } from '../../reconciliation/rule';
import { keyedFindings } from '../checks/findings';
import { amountFormat } from '../layout/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { type PlanNames } from '../plan-names';
import { sheetText, severityText, sourceText } from '../sheet-texts';
import { sheetOfTable } from '../layout/table-sheet';

/** How a finding stands: open, or accepted with a reason. */
export interface FindingStatus {
  readonly isAccepted: boolean;
  readonly reason: string;
}

/** The rows of a findings table. Shape: `rowIds` are the findings' keys, parallel to `rows`. */
export interface FindingRows {
  readonly rows: readonly (readonly PlanCell[])[];
  readonly rowIds: readonly string[];
}

/** The list of findings as a table: what, where, the arithmetic, why, and whether it was accepted. */
export function planFindings(agreement: Agreement, checks: readonly Check[], names: PlanNames, language: Language, statuses: ReadonlyMap<string, FindingStatus> = new Map()): PlannedSheet {
  const columns = findingColumns(language);
  const { rows, rowIds } = findingRows(agreement, checks, language, statuses);
  const table: PlannedTable = { role: 'findings', name: names.table.findings, row: 0, column: 0, columns, rows, rowIds };
  return sheetOfTable(table, names.sheet.findings);
}

/** The columns of the findings table, the same for every agreement. */
export function findingColumns(language: Language): PlannedColumn[] {
  const column = (key: string, name: Parameters<typeof sheetText>[0], width: number): PlannedColumn => ({ key, header: sheetText(name, language), width });
  return [
    column('number', 'number', 5),
    column('severity', 'severity', 17),
    column('status', 'status', 13),
    column('initiative', 'initiative', 40),
    column('label', 'label', 32),
    column('column', 'column', 9),
    column('printed', 'printed', 12),
    column('computed', 'computed', 11),
    column('difference', 'difference', 10),
    column('bound', 'bound', 18),
    column('explanation', 'explanation', 90),
    column('rule', 'rule', 34),
    column('source', 'source', 13),
    column('id', 'id', 36),
  ];
}

/** One row per finding; a single row that says so when there are none, because an Excel table has at least one row. */
export function findingRows(agreement: Agreement, checks: readonly Check[], language: Language, statuses: ReadonlyMap<string, FindingStatus> = new Map()): FindingRows {
  const findings = keyedFindings(checks);
  if (findings.length === 0) {
    const columns = findingColumns(language);
    const empty = columns.map((column): PlanCell => ({ kind: 'text', text: column.key === 'explanation' ? sheetText('noFindings', language) : '' }));
    return { rows: [empty], rowIds: [''] };
  }
  const rows = findings.map(({ check, key }, index) => findingCells(agreement, check, index, key, language, statuses));
  return { rows, rowIds: findings.map(({ key }) => key) };
}

function findingCells(agreement: Agreement, check: Check, index: number, key: string, language: Language, statuses: ReadonlyMap<string, FindingStatus>): PlanCell[] {
  const text = (value: string | null): PlanCell => ({ kind: 'text', text: value ?? '', style: 'wrapped' });
  const status = statuses.get(key);
  const column = columnName(check.place.column, sheetText('total', language));
  const position = check.place.position ?? (check.place.initiative === null ? null : (agreement.initiatives[check.place.initiative]?.position ?? null));
  return [
    { kind: 'number', value: index + 1, format: '0', style: 'wrapped' },
    text(severityText(check.severity, language)),
    text(status?.isAccepted === true ? `${sheetText('accepted', language)}: ${status.reason}` : sheetText('open', language)),
    text(check.initiative),
    text(check.label),
    text(column),
    amountCell(check.printed),
    amountCell(check.computed),
    amountCell(check.residual),
    amountCell(check.bound),
    text(check.message[language]),
    text(ruleInfo(check.rule)?.title[language] ?? check.rule),
    text(sourceText(position, language)),
    { kind: 'text', text: key, style: 'wrapped' },
  ];
}

function amountCell(amount: Amount | null): PlanCell {
  if (amount === null) return { kind: 'blank', format: 'General' };
  return { kind: 'number', value: amountToNumber(amount), format: amountFormat(amount.decimals), style: 'wrapped' };
}
