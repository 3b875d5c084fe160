import { cellAddress } from './addresses';
import { type Position } from '../budget/position';
import { type Language } from '../money/danish-number';
import { type Unit } from '../money/unit';
import { type Severity } from '../reconciliation/rule';

export type { Language };

/** How a cell looks beyond its number format. */
export type CellStyle = 'title' | 'subtle' | 'strong' | 'total' | 'wrapped' | 'label' | 'right' | 'section' | 'column-head' | 'column-head-right' | 'column-head-centered' | 'column-head-figure' | 'column-head-indented' | 'centered' | 'indented' | 'wrapped-indented' | 'link' | 'wrapped-link';

/** A cell of the same workbook that another one leads to. Shape: `row` and `column` 0-based. */
export interface CellLink {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A link's cell as Excel names it: "'Kilder 2026-2029'!A5". */
export function linkAddress({ sheet, row, column }: CellLink): string {
  return `'${sheet.replaceAll("'", "''")}'!${cellAddress(row, column)}`;
}

/** Where a printed figure comes from. Shape: `printed` is the figure's own text, `quote` its row as printed or what the text says it is for, both empty where nothing is kept; `unit` null for a dash. */
export interface FigureOrigin {
  readonly position: Position;
  readonly printed: string;
  readonly quote: string;
  readonly unit: Unit | null;
}

/**
 * What one planned cell holds. A number that the document prints carries its origin.
 * Units: `format` is a number format in Excel's locale-neutral (en-US) codes; formulas are in the same en-US spelling with structured references
 * in the long form `Table[[#This Row],[Column]]`, which files, Excel and the workbench all understand.
 */
export type PlanCell =
  | { readonly kind: 'text'; readonly text: string; readonly style?: CellStyle; readonly link?: CellLink }
  | { readonly kind: 'number'; readonly value: number; readonly format: string; readonly style?: CellStyle; readonly origin?: FigureOrigin }
  | { readonly kind: 'formula'; readonly formula: string; readonly format: string; readonly style?: CellStyle }
  | { readonly kind: 'blank'; readonly format: string };

/** Cells outside the tables. Shape: `row` and `column` are 0-based and name the top left cell; every row of `cells` has the same length. */
export interface PlannedBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

/** What a planned table is for. */
export type TableRole = 'overview' | 'components' | 'totals' | 'pools' | 'mentions' | 'findings' | 'sources';

/**
 * A column of a planned table.
 * Shape: `key` says what the column is, whatever its header reads: `year:2026`, `amount:Budget`, `printed-total`, `title`, `id` …
 * Units: `width` in characters. `isMachine` marks what only the add-in and formulas read: hidden on sheets of an import's own.
 */
export interface PlannedColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly isMachine?: true;
}

/**
 * An Excel table with its cells.
 * Shape: the header stands in row `row`, `rows` below it; `rowIds` runs parallel to `rows` and stands in the sheet too, in the column `id`,
 * so that a row is recognised after sorting and inserting.
 */
export interface PlannedTable {
  readonly role: TableRole;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly (readonly PlanCell[])[];
  readonly rowIds: readonly string[];
}

/** A flag on a cell: a fill and a comment, never the fill alone. Shape: `key` names the figure's place, `row` and `column` 0-based in the sheet. */
export interface PlannedFlag {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  readonly text: string;
}

/** A defined name for a cell of its sheet. Shape: `row` and `column` 0-based. */
export interface PlannedName {
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

/** How a sheet is printed: on landscape A4, as wide as a page. Shape: `titleRows` at the top are repeated on every page; texts without Excel's own codes. */
export interface PrintSetup {
  readonly titleRows: number;
  readonly header: { readonly left: string; readonly right: string };
  /** What stands at the foot, beside the page numbers; `page` and `of` are the words around them. */
  readonly footer: { readonly left: string; readonly page: string; readonly of: string };
}

/**
 * A chart over the cells of its sheet.
 * Shape: `source` is the rectangle with the names of the series and the categories in its first row and column; `by` says whether its rows or its columns are the series;
 * `anchor` is the cells that it covers; `colors` are those of the series in their order. The categories of lying bars run from the top.
 */
export interface PlannedChart {
  readonly name: string;
  readonly kind: 'ColumnStacked' | 'ColumnClustered' | 'BarStacked' | 'BarClustered';
  readonly title: string;
  readonly valueTitle: string;
  readonly source: PlannedArea;
  readonly by: 'Rows' | 'Columns';
  readonly anchor: PlannedArea;
  readonly colors: readonly string[];
  readonly hasLegend: boolean;
  /** Whether the axis of values begins at 0, as bars have to; where an amount is below, Excel finds the axis. */
  readonly isFromZero: boolean;
}

/** The gap between the columns of a chart. Units: hundredths of a column's width. */
export const CHART_GAP_WIDTH = 60;

/** A rectangle of a sheet. Shape: 0-based first cell with counts. */
export interface PlannedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One sheet. Shape: `widths` in characters from column A, empty on a sheet of the user's; `frozenRows` and `frozenColumns` stay in view; `tabColor` as "#RRGGBB". */
export interface PlannedSheet {
  readonly role: TableRole | 'other-tables' | 'initiative' | 'working-paper' | 'changes' | 'log' | 'picture' | 'front';
  readonly name: string;
  readonly visibility: 'visible' | 'very-hidden';
  readonly blocks: readonly PlannedBlock[];
  readonly tables: readonly PlannedTable[];
  readonly names: readonly PlannedName[];
  readonly flags: readonly PlannedFlag[];
  readonly widths: readonly number[];
  /** Columns that are hidden besides those of tables that only the add-in reads. */
  readonly hidden?: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns?: number;
  readonly tabColor?: string;
  readonly print?: PrintSetup;
  readonly charts?: readonly PlannedChart[];
}

/** The columns of a sheet that are hidden, from column A. On a sheet of the user's none is. */
export function hiddenColumns({ tables, widths, hidden = [] }: PlannedSheet): number[] {
  if (widths.length === 0) return [];
  return [...hidden, ...tables.flatMap(({ column, columns }) => columns.flatMap(({ isMachine }, index) => (isMachine === true ? [column + index] : [])))];
}

/** How many rows at the top are repeated on every printed page: down to the headings. */
export function titleRowsOf({ print, tables, frozenRows }: PlannedSheet): number {
  return print?.titleRows ?? (tables[0] === undefined ? frozenRows : tables[0].row + 1);
}

/** A text as Excel prints it in a header or footer, where "&" starts a code. */
export function printText(text: string): string {
  return text.replaceAll('&', '&&');
}

/** The page numbers of a footer: "side 2 af 5". */
export function pageNumbers({ footer }: PrintSetup): string {
  return `${printText(footer.page)} &P ${printText(footer.of)} &N`;
}

/** Everything that is to be put in a workbook, as data. */
export interface SheetPlan {
  readonly language: Language;
  readonly sheets: readonly PlannedSheet[];
}

/** The names that a workbook already uses, so that planned ones are free. Shape: compared without case, as Excel does. */
export interface TakenNames {
  readonly sheets: readonly string[];
  readonly tablesAndNames: readonly string[];
}

/** The smallest rectangle from A1 that holds all cells of a sheet. */
export function sheetExtent(sheet: PlannedSheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const block of sheet.blocks) {
    rows = Math.max(rows, block.row + block.cells.length);
    columns = Math.max(columns, block.column + (block.cells[0]?.length ?? 0));
  }
  for (const table of sheet.tables) {
    rows = Math.max(rows, table.row + table.rows.length + 1);
    columns = Math.max(columns, table.column + table.columns.length);
  }
  return { rows, columns };
}

/** Cells whose text goes on in a new line when it is longer than the column. */
const WRAPPING: ReadonlySet<CellStyle> = new Set(['wrapped', 'wrapped-indented', 'label', 'column-head', 'column-head-right', 'column-head-centered', 'column-head-figure', 'column-head-indented']);

/** How wide a letter of running text is, on average, to a digit, by which columns are measured. */
const LETTER = 0.9;

/** How many lines a row of cells takes; files need it, for nobody fits their rows. Shape: `widths` in characters, from the first cell on. */
export function linesOfRow(cells: readonly PlanCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, column) => {
    if (cell.kind !== 'text' || cell.style === undefined || !WRAPPING.has(cell.style)) return 1;
    return cell.text.split('\n').reduce((sum, line) => sum + wrappedLines(line, (widths[column] ?? 8) / LETTER), 0);
  });
  return Math.max(1, ...lines);
}

/** How many lines a text takes whose words go to the next line where they do not fit. Units: `room` in letters. */
function wrappedLines(text: string, room: number): number {
  let [lines, taken] = [1, 0];
  for (const { length } of text.split(' ')) {
    const isFitting = taken === 0 || taken + 1 + length <= room;
    if (!isFitting) lines += 1;
    lines += Math.max(0, Math.ceil(length / room) - 1);
    taken = isFitting && taken > 0 ? taken + 1 + length : length;
  }
  return lines;
}

/** Columns of figures: their headings stand over the digits. */
const FIGURE_COLUMN = /^(year:|amount:|sum:|million$|from$|to$|administration$|total$|printed-total$|component-sum$|printed$|in-sheet$|corrected$|at-most$|computed$|difference$|component-difference$|sum-difference$|bound$)/;

/** Whether a column's heading stands over digits. */
export function isFigureHead({ key }: PlannedColumn): boolean {
  return FIGURE_COLUMN.test(key);
}

/** Cells that stand a little in from the edge of their column. */
const INDENTED: ReadonlySet<CellStyle | undefined> = new Set(['indented', 'wrapped-indented', 'link', 'wrapped-link']);

/** How the heading over a column of texts stands: in from the edge where its cells do. Shape: `below` is the first cell under it. */
export function textHead(below: PlanCell | undefined): CellStyle {
  return below !== undefined && below.kind !== 'blank' && INDENTED.has(below.style) ? 'column-head-indented' : 'column-head';
}

/** The header cells of a table, always text: a year as a header is a name, not a number. */
export function headerCells(table: Pick<PlannedTable, 'columns' | 'rows'>): PlanCell[] {
  return table.columns.map((column, index) => ({ kind: 'text', text: column.header, style: isFigureHead(column) ? 'column-head-figure' : textHead(table.rows[0]?.[index]) }));
}
