import { type Agreement } from '../../budget/agreement';
import { amountToNumber, type Amount } from '../../money/amount';
import { ruleTitle } from '../../reconciliation/registry';
import { columnName, type Check } from '../../reconciliation/rule';
import { isOfSheet } from '../../reconciliation/worksheet/is-of-sheet';
import { keyedFindings } from '../checks/findings';
import { amountFormat } from '../layout/figures/number-formats';
import { linkFormula, type LinkTarget } from '../layout/cell-links';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { namedColumns } from '../layout/table-columns';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { sheetText, severityText, sourceText, statusText } from '../sheet-texts';
import { sheetOfTable } from '../layout/table-sheet';
import { placeOfCheck, type FigurePlace } from '../written/figure-place';

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

/** What a list of findings is made from. Shape: `statuses` by the finding's key, those that somebody decided on; `placeOf` is the cell that a check is about, null for none. */
export interface FindingFacts {
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly statuses: ReadonlyMap<string, FindingStatus>;
  readonly targets: readonly LinkTarget[];
  readonly placeOf: (check: Check) => FigurePlace | null;
}

/** The list of findings as a table: how grave, where, what, the arithmetic, whether it was accepted, with a link to the cell. */
export function planFindings(frame: SheetFrame, checks: readonly Check[], targets: readonly LinkTarget[]): PlannedSheet {
  const { agreement, names, language } = frame;
  const columns = findingColumns(language);
  const { rows, rowIds } = findingRows({ agreement, checks, statuses: new Map(), targets, placeOf: ({ place }) => placeOfCheck(place) }, language);
  const table: PlannedTable = { role: 'findings', name: names.table.findings, row: ROWS_ABOVE_TABLE, column: 0, columns, rows, rowIds };
  const hidden = columns.flatMap(({ key }, column) => (isShownOnDemand(key) && rows.every((row) => row[column]?.kind !== 'number') ? [column] : []));
  return { ...sheetOfTable(table, names.sheet.findings, [sheetHead(frame, 'findings')]), hidden, frozenColumns: 2 };
}

/** Figures that many lists have none of: their columns are hidden until a finding has one. */
export function isShownOnDemand(key: string | null): boolean {
  return key === 'in-sheet' || key === 'computed' || key === 'difference' || key === 'bound';
}

/** The columns of the findings table, the same for every agreement. */
export function findingColumns(language: Language): PlannedColumn[] {
  const column = namedColumns(language);
  return [
    column('number', 'number', 6),
    column('severity', 'severity', 17),
    column('status', 'status', 14),
    column('initiative', 'initiative', 28),
    column('label', 'label', 22),
    column('column', 'column', 10),
    column('explanation', 'explanation', 58),
    column('cell', 'cell', 8),
    column('printed', 'printed', 12),
    column('in-sheet', 'inSheet', 10),
    column('computed', 'computed', 12),
    column('difference', 'difference', 11),
    column('bound', 'bound', 18),
    column('rule', 'rule', 24),
    column('source', 'source', 13),
    { ...column('id', 'id', 36), isMachine: true },
  ];
}

/** One row per finding; a single row that says so when there are none, because an Excel table has at least one row. */
export function findingRows(facts: FindingFacts, language: Language): FindingRows {
  const findings = keyedFindings(facts.checks);
  if (findings.length === 0) {
    const columns = findingColumns(language);
    const empty = columns.map((column): PlanCell => ({ kind: 'text', text: column.key === 'explanation' ? sheetText('noFindings', language) : '', style: 'wrapped' }));
    return { rows: [empty], rowIds: [''] };
  }
  const rows = findings.map(({ check, key }, index) => findingCells(facts, check, index, key, language));
  return { rows, rowIds: findings.map(({ key }) => key) };
}

function findingCells({ agreement, statuses, targets, placeOf }: FindingFacts, check: Check, index: number, key: string, language: Language): PlanCell[] {
  const text = (value: string | null): PlanCell => ({ kind: 'text', text: value ?? '', style: 'wrapped' });
  const status = statuses.get(key);
  const position = check.place.position ?? (check.place.initiative === null ? null : (agreement.initiatives[check.place.initiative]?.position ?? null));
  const link = linkFormula(targets, placeOf(check), sheetText('show', language));
  return [
    { kind: 'number', value: index + 1, format: '0', style: 'centered' },
    text(severityText(check.severity, language)),
    text(status?.isAccepted === true ? `${statusText('accepted', language)}: ${status.reason}` : sheetText('open', language)),
    text(check.initiative),
    text(check.label),
    text(columnName(check.place.column, sheetText('total', language))),
    text(check.message[language]),
    link === null ? text('') : { kind: 'formula', formula: link, format: 'General', style: 'link' },
    amountCell(isOfSheet(check) ? null : check.printed),
    amountCell(isOfSheet(check) ? check.printed : null),
    amountCell(check.computed),
    amountCell(check.residual),
    amountCell(check.bound),
    { kind: 'text', text: ruleTitle(check.rule, language), style: 'wrapped-indented' },
    { kind: 'text', text: sourceText(position, language), style: 'indented' },
    { kind: 'text', text: key, style: 'subtle' },
  ];
}

function amountCell(amount: Amount | null): PlanCell {
  if (amount === null) return { kind: 'blank', format: 'General' };
  return { kind: 'number', value: amountToNumber(amount), format: amountFormat(amount.decimals), style: 'wrapped' };
}
