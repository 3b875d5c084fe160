import { type Agreement } from '../../budget/agreement';
import { type Position } from '../../budget/position';
import { amountToNumber, type Amount } from '../../money/amount';
import { type Cause } from '../../reconciliation/causes/cause';
import { ruleTitle } from '../../reconciliation/registry';
import { columnName, type Check, type CheckedColumn, type CheckedPlace, type Severity } from '../../reconciliation/rule';
import { comparedFigures, type ComparedFigures } from '../../reconciliation/worksheet/compared-figures';
import { groupFindings, isToldApart, messageOf, sharedSubject, type FindingGroup } from '../checks/finding-groups';
import { type KeyedFinding } from '../checks/findings';
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

/** The rows of a findings table. Shape: `rowIds` are the findings' keys, those of causes told by themselves after a word of their own, parallel to `rows`. */
export interface FindingRows {
  readonly rows: readonly (readonly PlanCell[])[];
  readonly rowIds: readonly string[];
}

/**
 * What a list of findings is made from. Shape: `causes` explain `checks`, whose indexes they name; `statuses` by the finding's key, those that somebody decided on;
 * `placeOf` is the cell that a check is about, `placeOfCause` that of the figure that is likely wrong, null for none; `isEdited` says that what a check is about was changed in its cell.
 */
export interface FindingFacts {
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly causes: readonly Cause[];
  readonly statuses: ReadonlyMap<string, FindingStatus>;
  readonly targets: readonly LinkTarget[];
  readonly placeOf: (check: Check) => FigurePlace | null;
  readonly placeOfCause: (cause: Cause) => FigurePlace | null;
  readonly isEdited: (check: Check) => boolean;
}

/** The list of findings as a table: what is likely wrong and what follows from it, how grave, where, the arithmetic, whether it was accepted, with a link to the cell. */
export function planFindings(frame: SheetFrame, checks: readonly Check[], causes: readonly Cause[], targets: readonly LinkTarget[]): PlannedSheet {
  const { agreement, names, language } = frame;
  const columns = findingColumns(language);
  const placeOf = ({ place }: Check): FigurePlace | null => placeOfCheck(place);
  const { rows, rowIds } = findingRows({ agreement, checks, causes, statuses: new Map(), targets, placeOf, placeOfCause: (cause) => placeOfPrinted(cause, checks), isEdited: () => false }, language);
  const table: PlannedTable = { role: 'findings', name: names.table.findings, row: ROWS_ABOVE_TABLE, column: 0, columns, rows, rowIds };
  const hidden = columns.flatMap(({ key }, column) => (isShownOnDemand(key) && rows.every((row) => row[column]?.kind !== 'number') ? [column] : []));
  return { ...sheetOfTable(table, names.sheet.findings, [sheetHead(frame, 'findings')]), hidden, frozenColumns: 3 };
}

/** The cell of the figure that is likely wrong; where none is, of what the first check is about. */
export function placeOfPrinted({ corrections, checks: indexes }: Cause, checks: readonly Check[]): FigurePlace | null {
  const place = corrections[0]?.place ?? checks[indexes[0] ?? -1]?.place;
  return place === undefined ? null : placeOfCheck(place);
}

/** Figures that many lists have none of: their columns are hidden until a finding has one. */
export function isShownOnDemand(key: string | null): boolean {
  return key !== null && ON_DEMAND.has(key);
}

const ON_DEMAND: ReadonlySet<string> = new Set(['in-sheet', 'corrected', 'computed', 'at-most', 'difference', 'bound']);

/** The columns of the findings table, the same for every agreement. */
export function findingColumns(language: Language): PlannedColumn[] {
  const column = namedColumns(language);
  return [
    column('number', 'number', 6),
    column('finding', 'finding', 19),
    column('severity', 'severity', 17),
    column('status', 'status', 14),
    column('initiative', 'initiative', 28),
    column('label', 'label', 22),
    column('column', 'column', 10),
    column('explanation', 'explanation', 58),
    column('cell', 'cell', 8),
    column('printed', 'printed', 12),
    column('in-sheet', 'inSheet', 10),
    column('corrected', 'corrected', 18),
    column('computed', 'computed', 12),
    column('at-most', 'atMost', 10),
    column('difference', 'difference', 11),
    column('bound', 'bound', 18),
    column('rule', 'rule', 24),
    column('source', 'source', 13),
    { ...column('id', 'id', 36), isMachine: true },
  ];
}

/**
 * One row for each thing to look at, with its number, and below it the checks that follow from it under the same number; a single row that says so
 * when there are none, because an Excel table has at least one row.
 */
export function findingRows(facts: FindingFacts, language: Language): FindingRows {
  const lines = groupFindings(facts.checks, facts.causes).flatMap((group, index) => linesOf(facts, group, index + 1, language));
  const columns = findingColumns(language);
  if (lines.length === 0) {
    const empty = columns.map((column): PlanCell => ({ kind: 'text', text: column.key === 'explanation' ? sheetText('noFindings', language) : '', style: 'wrapped' }));
    return { rows: [empty], rowIds: [''] };
  }
  const rows = lines.map((line) => cellsOf(line, facts, columns, language));
  return { rows, rowIds: lines.map(({ id }) => id) };
}

/** A row of the list before it is spelled into cells. Shape: `id` tells it from the others; `source` is where it stands in the document, null for nowhere. */
interface ListedLine {
  readonly id: string;
  readonly number: number;
  readonly finding: string;
  readonly severity: Severity;
  readonly status: string;
  readonly about: Pick<Check, 'initiative' | 'label'> & { readonly column: CheckedColumn };
  readonly message: string;
  readonly cell: FigurePlace | null;
  readonly figures: Partial<ComparedFigures> & { readonly corrected?: Amount | null };
  readonly rule: string;
  readonly source: Position | null;
}

function linesOf(facts: FindingFacts, group: FindingGroup, number: number, language: Language): ListedLine[] {
  const { cause, findings } = group;
  const [head, ...rest] = findings;
  if (head === undefined) return [];
  const line = (finding: KeyedFinding, isBelow: boolean): ListedLine => checkLine(facts, finding, number, isBelow ? belowText(group, number, language) : headText(group, language), language);
  if (cause !== null && isToldApart(group)) return [causeLine(facts, group, cause, number, language), ...findings.map((finding) => line(finding, true))];
  const first = line(head, false);
  return [cause === null ? first : withCause(first, head.check, cause, language), ...rest.map((finding) => line(finding, true))];
}

/** What is likely wrong, with the figure that would mend it. */
function causeLine(facts: FindingFacts, { findings }: FindingGroup, cause: Cause, number: number, language: Language): ListedLine {
  const [first] = findings;
  const [correction] = cause.corrections;
  const about = correction ?? sharedSubject(findings.map(({ check }) => check));
  const column = cause.corrections.length > 1 ? null : (correction?.place.column ?? null);
  return {
    id: `cause ${first?.key ?? ''}`,
    number,
    finding: headText({ cause, findings }, language),
    severity: cause.severity,
    status: statusOfAll(facts, findings, language),
    about: { initiative: about.initiative, label: about.label, column },
    message: cause.message[language],
    cell: facts.placeOfCause(cause),
    figures: figuresOf(cause),
    rule: '',
    source: first === undefined ? null : sourceOf(facts.agreement, (correction ?? first.check).place),
  };
}

/** The figure that is likely wrong and what it would be; nothing where several have to change. */
function figuresOf({ corrections }: Cause): ListedLine['figures'] {
  const [only, second] = corrections;
  return only === undefined || second !== undefined ? {} : { inDocument: only.printed, corrected: only.corrected };
}

/** The one check that a cause explains, or the edit that it is, with what the cause says besides. */
function withCause(line: ListedLine, check: Check, cause: Cause, language: Language): ListedLine {
  const { corrected = null } = figuresOf(cause);
  return { ...line, severity: cause.severity, message: messageOf(check, cause, language), figures: { ...line.figures, corrected } };
}

function checkLine({ agreement, statuses, placeOf, isEdited }: FindingFacts, { check, key }: KeyedFinding, number: number, finding: string, language: Language): ListedLine {
  return {
    id: key,
    number,
    finding,
    severity: check.severity,
    status: statusOf(statuses.get(key), language),
    about: { initiative: check.initiative, label: check.label, column: check.place.column },
    message: check.message[language],
    cell: placeOf(check),
    figures: comparedFigures(check, isEdited(check)),
    rule: ruleTitle(check.rule, language),
    source: sourceOf(agreement, check.place),
  };
}

/** What the first row of a group is, in a word to filter by. */
function headText({ cause, findings }: FindingGroup, language: Language): string {
  const outcome = findings[0]?.check.outcome;
  if (cause === null) return sheetText(outcome === 'not-checkable' ? 'notChecked' : outcome === 'differs' ? 'deviation' : 'largeRounding', language);
  if (cause.kind !== 'other') return sheetText('cause', language);
  return sheetText(findings.length > 1 ? 'noCause' : 'deviation', language);
}

/** What a row below the first of its group is: it follows from a cause, or only belongs to it. */
function belowText({ cause }: FindingGroup, number: number, language: Language): string {
  return `${sheetText(cause?.kind === 'other' ? 'belongsTo' : 'followsFrom', language)} ${number}`;
}

function statusOf(status: FindingStatus | undefined, language: Language): string {
  return status?.isAccepted === true ? `${statusText('accepted', language)}: ${status.reason}` : sheetText('open', language);
}

/** How the checks of a cause stand: in one word where all stand alike, else how many were accepted. */
function statusOfAll({ statuses }: FindingFacts, findings: readonly KeyedFinding[], language: Language): string {
  const each = new Set(findings.map(({ key }) => statusOf(statuses.get(key), language)));
  const [only] = each;
  if (only !== undefined && each.size === 1) return only;
  const accepted = findings.filter(({ key }) => statuses.get(key)?.isAccepted === true).length;
  if (accepted === findings.length) return statusText('accepted', language);
  return language === 'da' ? `${sheetText('open', language)} (${accepted} af ${findings.length} godkendt)` : `${sheetText('open', language)} (${accepted} of ${findings.length} accepted)`;
}

function sourceOf(agreement: Agreement, { position, initiative }: CheckedPlace): Position | null {
  return position ?? (initiative === null ? null : (agreement.initiatives[initiative]?.position ?? null));
}

function cellsOf(line: ListedLine, { targets }: FindingFacts, columns: readonly PlannedColumn[], language: Language): PlanCell[] {
  const text = (value: string | null): PlanCell => ({ kind: 'text', text: value ?? '', style: 'wrapped' });
  const link = linkFormula(targets, line.cell, sheetText('show', language));
  const { inDocument, inSheet, corrected, computed, atMost, difference, bound } = line.figures;
  const cells: Readonly<Record<string, PlanCell>> = {
    number: { kind: 'number', value: line.number, format: '0', style: 'centered' },
    finding: text(line.finding),
    severity: text(severityText(line.severity, language)),
    status: text(line.status),
    initiative: text(line.about.initiative),
    label: text(line.about.label),
    column: text(columnName(line.about.column, sheetText('total', language))),
    explanation: text(line.message),
    cell: link === null ? text('') : { kind: 'formula', formula: link, format: 'General', style: 'link' },
    printed: amountCell(inDocument),
    'in-sheet': amountCell(inSheet),
    corrected: amountCell(corrected),
    computed: amountCell(computed),
    'at-most': amountCell(atMost),
    difference: amountCell(difference),
    bound: amountCell(bound),
    rule: { kind: 'text', text: line.rule, style: 'wrapped-indented' },
    source: { kind: 'text', text: sourceText(line.source, language), style: 'indented' },
    id: { kind: 'text', text: line.id, style: 'subtle' },
  };
  return columns.map(({ key }) => cells[key] ?? amountCell(null));
}

function amountCell(amount: Amount | null | undefined): PlanCell {
  if (amount === null || amount === undefined) return { kind: 'blank', format: 'General' };
  return { kind: 'number', value: amountToNumber(amount), format: amountFormat(amount.decimals), style: 'wrapped' };
}
