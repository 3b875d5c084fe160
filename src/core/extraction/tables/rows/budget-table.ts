import { type Unread, type UnreadReason } from '../../../budget/agreement';
import { type BudgetTable, type Cell, type Row, type RowKind } from '../../../budget/table';
import { convertAmount } from '../../../money/amount';
import { type NumberStyle } from '../../../money/danish-number';
import { type Unit } from '../../../money/unit';
import { isBrokenFigure } from '../../lines/figures/broken-figures';
import { isDamagedFigure, isFigure } from '../../lines/figures/printed-figure';
import { type RawCell, type RawRow, type RawTable } from '../raw-table';
import { type CellContext, detectNumberStyle, digitsOf, figureOfCell, readCell, usualDecimals } from './read-cell';
import { readRowUnits, type UnitOfRow } from './row-units';
import { isTotalWord } from '../header/column-words';
import { markAddends } from './total-addends';
import { markDashedParts } from './dashed-rows';
import { markProvenTotal } from './proven-total';
import { readTableUnits } from './table-units';
import { CARRIED_ALONE, CARRIED_FORWARD, FOREIGN_UNIT, GENERIC_TOTAL_SUBJECTS, LABEL_ENDS_AS_TOTAL, LABEL_STARTS_AS_TOTAL, OF_WHICH, SUBTOTAL_WORDS } from '../../vocabulary';
import { markRepeatedYear } from '../header/repeated-year';

/** A table with its rows understood, and what was not. `lines` are the indexes of its first and last line. */
export interface ReadTable {
  readonly table: BudgetTable;
  /** Rows that carry a sum over a page break, as a table of their own; null without any. */
  readonly carried: BudgetTable | null;
  readonly unread: readonly Unread[];
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A cell of a column of amounts that holds a figure with marks and words besides: neither was told from the other. */
const FIGURE_AMONG_WORDS = /(?:^|\s)\d[\d.]*[.,]\d+(?=\s+\p{L}{2})|\p{L}{2}\s+\d[\d.]*[.,]\d+(?:\s|$)/u;

/** What the document says where a table itself says nothing. */
export interface TableDefaults {
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  readonly style: NumberStyle;
}

/** Reads the cells of a raw table and tells totals, subtotals, of-which rows, headings and components apart. */
export function toBudgetTable(printed: RawTable, defaults: TableDefaults): ReadTable {
  const table = { ...printed, columns: markRepeatedYear(printed.columns) };
  const own = readRowUnits(table);
  const raw = { ...table, rows: withNumbers(own.rows) };
  const texts = digitsOf(raw.rows.flatMap((row) => row.cells.flatMap((cell) => (cell === null ? [] : [cell.text]))));
  const style = detectNumberStyle(texts) ?? defaults.style;
  const stated = own.unit ?? raw.unit ?? defaults.unit;
  const money = readTableUnits(raw, own.units, stated);
  const context: CellContext = { unit: null, style, decimals: usualDecimals(texts, style) };
  const unread: Unread[] = [...raw.unread];
  const kinds = classifyRows(raw.rows);
  const rows = raw.rows.map((row, index) => {
    const read = readRow(row, { raw, context, unit: money.unit, units: money.units[index] ?? [] }, kinds[index] ?? 'component', unread);
    const unit = own.units[index] ?? null;
    return unit === null || unit === 'no-money' || unit === money.unit ? read : { ...read, unit };
  });
  const named = raw.caption?.text ?? raw.rows[0]?.label ?? '';
  if (money.unit === null && texts.length > 0 && raw.columns.some((column) => column.kind !== 'text')) unread.push({ text: named, reason: FOREIGN_UNIT.test(named) ? 'foreign-currency' : 'unit-missing', position: raw.position });
  const shared = { caption: withoutMarks(raw.caption), unit: money.unit, priceLevel: raw.priceLevel ?? own.priceLevel ?? defaults.priceLevel, columns: raw.columns, ...(raw.number === undefined ? {} : { number: raw.number }), position: raw.position };
  const carried = new Set(rows.filter((_, index) => isCarried(rows, index)));
  return {
    table: markAddends(markProvenTotal(markDashedParts({ ...shared, rows: rows.filter((row) => !carried.has(row)) }))),
    carried: carried.size === 0 ? null : { ...shared, rows: [...carried] },
    unread,
    firstLine: raw.firstLine,
    lastLine: raw.lastLine,
  };
}

/** Whether a row only carries a sum over a page break: "Transport til næste side", "Overført fra forrige side"; "At overføre" and "Overført" where they print the same figures. */
function isCarried(rows: readonly Row[], index: number): boolean {
  const row = rows[index];
  if (row === undefined || row.kind === 'heading') return false;
  const isRepeated = (other: Row | undefined): boolean => other !== undefined && CARRIED_ALONE.test(other.label ?? '') && textsOf(other) === textsOf(row);
  return CARRIED_FORWARD.test(row.label ?? '') || (CARRIED_ALONE.test(row.label ?? '') && (isRepeated(rows[index - 1]) || isRepeated(rows[index + 1])));
}

function textsOf(row: Row): string {
  return row.cells.map((cell) => ('text' in cell ? cell.text : '')).join('|');
}

/** Rows numbered from one on, or by sections ("1.1", "2a"), in front of their labels, under no header that says so: the numbers apart. Totals and headings bear none. */
function withNumbers(rows: readonly RawRow[]): readonly RawRow[] {
  if (rows.some((row) => row.number !== null)) return rows;
  return withRisingNumbers(rows) ?? withSectionNumbers(rows) ?? rows;
}

function isNumberless(row: RawRow): boolean {
  return row.cells.every((cell) => cell === null) || totalledGroup(takeFootnotes(row.label ?? '').label) !== null || OF_WHICH.test(row.label ?? '');
}

/** Rows of which each bears the number of a section in front of its label, none twice; null where one does not. */
function withSectionNumbers(rows: readonly RawRow[]): readonly RawRow[] | null {
  const matches = rows.map((row) => (isNumberless(row) ? null : /^(\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)[.)]?\s+(\p{L}.*)$/su.exec(row.label ?? '')));
  const numbers = matches.flatMap((match) => match?.[1] ?? []);
  const isEach = rows.every((row, index) => isNumberless(row) || matches[index] !== null);
  if (!isEach || numbers.length < 2 || new Set(numbers).size < numbers.length || !numbers.some((number) => /[.a-z]/.test(number))) return null;
  return rows.map((row, index) => ({ ...row, number: matches[index]?.[1] ?? null, label: matches[index]?.[2] ?? row.label }));
}

function withRisingNumbers(rows: readonly RawRow[]): readonly RawRow[] | null {
  let count = 0;
  let isNumbered = true;
  const numbered = rows.map((row): RawRow => {
    if (isNumberless(row)) return row;
    count += 1;
    const match = /^(\d{1,3})[.)]?\s+(\p{L}.*)$/su.exec(row.label ?? '');
    isNumbered &&= match !== null && Number(match[1]) === count;
    return { ...row, number: match?.[1] ?? null, label: match?.[2] ?? row.label };
  });
  return isNumbered && count > 1 ? numbered : null;
}

/** Dots that lead from a label to its figures. */
const LEADERS = /\s?(?:(?<!\.)\.{4,}|(?<!…)…{2,}|(?:\. ){3,300}\.?)\s*$/;

/** What a label with footnote marks ends in. */
const MARK_ENDS = '*)⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾';

/** The footnote marks at the end of a label, and the label without them: "Rekruttering**", "Pulje (*, **)". */
export function takeFootnotes(label: string): { label: string; footnotes: string[] } {
  if (!MARK_ENDS.includes(label.charAt(label.length - 1))) return { label, footnotes: [] };
  const inParentheses = /^(.*?)\s*\(\s*(\*{1,4}(?:\s*,\s*\*{1,4})*)\s*\)$/.exec(label);
  if (inParentheses !== null) return { label: inParentheses[1] ?? '', footnotes: (inParentheses[2] ?? '').split(',').map((mark) => mark.trim()) };
  const glued = /^(.*?[^*\s])\s*(\*{1,4})$/.exec(label);
  if (glued !== null) return { label: glued[1] ?? '', footnotes: [glued[2] ?? ''] };
  const raised = /^(.*?[^\s⁰¹²³⁴-⁹⁽⁾])\s?([⁰¹²³⁴-⁹⁽⁾]{1,4}\)?)$/.exec(label);
  if (raised !== null) return { label: raised[1] ?? '', footnotes: [raised[2] ?? ''] };
  const numbered = /^(.*[a-zæøå)])\s?(\(\d{1,2}\))$/i.exec(label);
  if (numbered !== null) return { label: numbered[1] ?? '', footnotes: [numbered[2] ?? ''] };
  const digits = /^(.*[a-zæøå)])\s?(\d{1,2})\)$/i.exec(label) ?? /^(.*\d)\s(\d{1,2})\)$/.exec(label);
  if (digits !== null && !isOpen(digits[1] ?? '')) return { label: digits[1] ?? '', footnotes: [`${digits[2] ?? ''})`] };
  return { label, footnotes: [] };
}

/** A caption without the footnote marks behind it. */
function withoutMarks(caption: RawTable['caption']): RawTable['caption'] {
  return caption === null ? null : { ...caption, text: takeFootnotes(caption.text).label };
}

/** Whether a parenthesis that a text opens is not closed in it. */
function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** What a label totals: '' for a plain total, a group's name for a subtotal, null for any other row. */
export function totalledGroup(label: string): string | null {
  if (isTotalWord(label)) return '';
  const ends = LABEL_ENDS_AS_TOTAL.exec(label);
  const starts = ends === null ? LABEL_STARTS_AS_TOTAL.exec(label) : null;
  const subject = (ends?.[1] ?? starts?.[1] ?? '').trim();
  if (subject === '') return null;
  return GENERIC_TOTAL_SUBJECTS.has(subject.toLowerCase()) ? '' : subject;
}

function classifyRows(rows: readonly RawRow[]): RowKind[] {
  const headings = new Set<string>();
  const kinds = rows.map((row): RowKind => {
    if (row.cells.every((cell) => cell === null)) {
      headings.add(withoutColon(row.label ?? ''));
      return 'heading';
    }
    const label = takeFootnotes(row.label ?? '').label;
    if (SUBTOTAL_WORDS.has(label.toLowerCase())) return 'subtotal';
    if (OF_WHICH.test(label)) return 'of-which';
    const group = row.number === null ? totalledGroup(label) : null;
    if (group === null) return 'component';
    return group === '' && !isOfHeading(label, headings) ? 'total' : 'subtotal';
  });
  return promoteOnlySubtotal(rows, kinds);
}

/** Whether a total is that of the rows under a heading of its own name: "Udgifter i alt" under "Udgifter". */
function isOfHeading(label: string, headings: ReadonlySet<string>): boolean {
  const subject = LABEL_ENDS_AS_TOTAL.exec(label)?.[1];
  return subject !== undefined && headings.has(withoutColon(subject));
}

function withoutColon(heading: string): string {
  return heading.replace(/(?<!\s)\s*:$/, '').trim().toLowerCase();
}

function hasFigure(row: RawRow): boolean {
  return row.cells.some((cell) => cell !== null && isFigure(cell.text.trim()));
}

/** A single named total at the edge of a table without a plain total is the table's total: "Bevillingsudløb 2026 i alt"; rows without figures may stand behind it. */
function promoteOnlySubtotal(rows: readonly RawRow[], kinds: readonly RowKind[]): RowKind[] {
  const hasTotal = kinds.includes('total');
  const subtotals = kinds.flatMap((kind, index) => (kind === 'subtotal' ? [index] : []));
  const only = subtotals[0];
  if (hasTotal || subtotals.length !== 1 || only === undefined) return [...kinds];
  const isEdge = only === 0 || !rows.slice(only + 1).some(hasFigure);
  return kinds.map((kind, index) => (index === only && isEdge ? 'total' : kind));
}

/** What a row is read with: the table's own unit, and the unit of each cell, 'no-money' for figures that are none. */
interface RowContext {
  readonly raw: RawTable;
  readonly context: CellContext;
  readonly unit: Unit | null;
  readonly units: readonly UnitOfRow[];
}

function readRow(row: RawRow, { raw, context, unit, units }: RowContext, kind: RowKind, unread: Unread[]): Row {
  const own = takeFootnotes((row.label ?? '').replace(LEADERS, ''));
  const marks = [...own.footnotes];
  const cells = row.cells.map((cell, index): Cell => {
    if (cell === null) return { kind: 'blank', position: row.position };
    const cellUnit = units[index] ?? null;
    if (raw.columns[index]?.kind === 'text' && isBrokenFigure(cell.text)) unread.push({ text: cell.text, reason: 'broken-figure', position: cell.position });
    if (raw.columns[index]?.kind === 'text' || cellUnit === 'no-money') return cell.text.trim() === '' ? { kind: 'blank', position: cell.position } : { kind: 'text', text: cell.text.trim(), position: cell.position };
    const read = readCell(cell, { ...context, unit: cellUnit });
    for (const mark of read.marks) if (!marks.includes(mark)) marks.push(mark);
    const found = cell.isMerged === true && read.cell.kind === 'amount' ? { kind: 'unreadable' as const, text: read.cell.text, position: cell.position } : read.cell;
    const reason = unit === null ? null : reasonOf(cell, found, cellUnit);
    if (reason !== null) unread.push({ text: cell.text, reason, position: cell.position });
    return found.kind === 'amount' && unit !== null ? { ...found, amount: convertAmount(found.amount, unit) } : found;
  });
  return {
    kind,
    number: row.number,
    label: own.label === '' ? null : own.label,
    cells,
    footnotes: marks,
    level: kind === 'subtotal' ? 1 : 0,
    position: row.position,
  };
}

/** Why a cell with a figure was not understood; null where it was. */
function reasonOf(printed: RawCell, cell: Cell, unit: Unit | null): UnreadReason | null {
  if (cell.kind === 'text') return FIGURE_AMONG_WORDS.test(printed.text) ? 'malformed-amount' : null;
  if (cell.kind !== 'unreadable') return null;
  if (printed.isMerged === true) return 'merged-cell';
  if (isBrokenFigure(printed.text)) return 'broken-figure';
  return unit === null && figureOfCell(printed.text) !== null && !isDamagedFigure(printed.text) ? 'unit-missing' : 'malformed-amount';
}
