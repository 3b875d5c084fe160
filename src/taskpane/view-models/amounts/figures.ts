import { type Initiative } from '../../../core/budget/agreement';
import { initiativeInUnit } from '../../../core/budget/initiative-in-unit';
import { type Cell, type Column, type Row } from '../../../core/budget/table';
import { formatNumber, type Language } from '../../../core/money/danish-number';
import { type Amount } from '../../../core/money/amount';
import { type Settings } from '../../state/settings';

/** U+2007 and U+2008: blanks as wide as a digit and as a decimal sign. */
const FIGURE_SPACE = '\u2007';
const PUNCTUATION_SPACE = '\u2008';
const MINUS = '\u2212';

/** The printed figure with a real minus sign. */
export function figureText(amount: Amount, language: Language): string {
  return formatNumber(amount, language).replace(/^-/, MINUS);
}

/** A figure of a table as shown. Shape: `text` is padded so that right-aligned figures of a column have their decimal signs under each other. */
export interface ShownCell {
  readonly text: string;
  readonly kind: Cell['kind'] | 'absent';
  readonly cell: Cell | null;
}

/** A row of a figure table: a label with its cells. */
export interface ShownRow {
  readonly label: string | null;
  readonly kind: Row['kind'];
  readonly level: number;
  readonly cells: readonly ShownCell[];
  readonly row: Row;
}

/** An initiative's own figures as a small table, the text columns apart. */
export interface FigureTable {
  readonly headers: readonly { readonly text: string; readonly isTotal: boolean }[];
  readonly rows: readonly ShownRow[];
}

/** The initiative's total row and components as a table; null when it has no figures at all. */
export function figureTable(initiative: Initiative, totalHeader: string, language: Language): FigureTable | null {
  const columns = initiative.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.kind !== 'text');
  const rows = initiative.total === null ? initiative.components : [initiative.total, ...initiative.components];
  if (columns.length === 0 || rows.length === 0) return null;
  const decimals = columns.map(({ index }) => Math.max(0, ...rows.map((row) => printedDecimals(row.cells[index]))));
  return {
    headers: columns.map(({ column }) => ({ text: columnTitle(column, totalHeader), isTotal: column.kind === 'total' })),
    rows: rows.map((row) => ({
      label: row.label,
      kind: row.kind,
      level: row.level,
      cells: columns.map(({ index }, position) => shownCell(row.cells[index], decimals[position] ?? 0, language)),
      row,
    })),
  };
}

/** The texts of an initiative's text columns with their headers, and its recommendation where no column shows it. */
export function textColumns(initiative: Initiative, recommendationHeader: string): readonly { readonly header: string; readonly text: string }[] {
  const columns = initiative.columns.flatMap((column, index) => {
    const cell = initiative.total?.cells[index];
    return column.kind === 'text' && cell?.kind === 'text' ? [{ header: column.header, text: cell.text }] : [];
  });
  const recommendation = initiative.recommendation?.text ?? null;
  if (recommendation === null || columns.some(({ text }) => text === recommendation)) return columns;
  return [...columns, { header: recommendationHeader, text: recommendation }];
}

/** An initiative with its tables in the unit that was chosen for the pane; as printed where its own unit is not known. */
export function shownInitiative(initiative: Initiative, unit: Settings['unit']): Initiative {
  return unit === 'document' || initiative.unit === null ? initiative : initiativeInUnit(initiative, unit);
}

/** The one figure that stands for a row in a list: its total, else its only amount. */
export function headlineAmount({ columns, total: row }: { readonly columns: readonly Column[]; readonly total: Row | null }): Amount | null {
  if (row === null) return null;
  const amountAt = (kind: Column['kind']): Amount | null => {
    const cells = columns.flatMap((column, index) => (column.kind === kind ? [row.cells[index]] : []));
    const amounts = cells.flatMap((cell) => (cell?.kind === 'amount' ? [cell.amount] : []));
    return amounts.length === 1 ? (amounts[0] ?? null) : null;
  };
  return amountAt('total') ?? amountAt('amount') ?? amountAt('year');
}

/** A column's short header. */
export function columnTitle(column: Column, totalHeader: string): string {
  switch (column.kind) {
    case 'year':
      return column.basis === null ? String(column.year) : `${column.basis} ${column.year}`;
    case 'total':
      return totalHeader;
    default:
      return column.header;
  }
}

function printedDecimals(cell: Cell | undefined): number {
  return cell?.kind === 'amount' ? cell.amount.decimals : 0;
}

function shownCell(cell: Cell | undefined, decimals: number, language: Language): ShownCell {
  if (cell === undefined) return { text: '', kind: 'absent', cell: null };
  switch (cell.kind) {
    case 'amount':
      return { text: padDecimals(figureText(cell.amount, language), cell.amount.decimals, decimals), kind: 'amount', cell };
    case 'nil':
      return { text: padDecimals('–', 0, decimals), kind: 'nil', cell };
    case 'blank':
      return { text: '', kind: 'blank', cell };
    default:
      return { text: cell.text, kind: cell.kind, cell };
  }
}

function padDecimals(text: string, printed: number, wanted: number): string {
  if (printed >= wanted) return text;
  return text + (printed === 0 ? PUNCTUATION_SPACE : '') + FIGURE_SPACE.repeat(wanted - printed);
}
