import { cellEntry, type CellEntry } from '../../core/sheet-plan/cell-entry';
import { COLUMN_HEAD_FILL, LINK_COLOR, SECTION_COLOR, SUBTLE_COLOR } from '../../core/sheet-plan/colors';
import { headerCells, type PlanCell, type PlannedBlock, type PlannedSheet, type PlannedTable } from '../../core/sheet-plan/plan';

/** A rectangle of planned cells. Shape: 0-based; a table counts with its header. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

/** Every rectangle of cells of a planned sheet: its blocks and its tables. */
export function areasOf(sheet: PlannedSheet): CellArea[] {
  return [...sheet.blocks, ...sheet.tables.map(tableArea)];
}

/** A table's cells with its header. */
export function tableArea(table: PlannedTable): CellArea {
  return { row: table.row, column: table.column, cells: [headerCells(table), ...table.rows] };
}

/** What to write into each cell of an area and what to read back. */
export function entriesOf(area: CellArea): CellEntry[][] {
  return area.cells.map((row) => row.map(cellEntry));
}

/** What the cells of an area must hold once they are written. */
export function expectedOf(area: CellArea): CellEntry['expected'][][] {
  return entriesOf(area).map((row) => row.map(({ expected }) => expected));
}

/** Bytes of cells to write in one piece, well under Excel's 5 MB a request. */
const SLICE_BYTES = 1_000_000;

/** An area in pieces of rows that each fit a request. */
export function slicesOf(area: CellArea): { readonly area: CellArea; readonly bytes: number }[] {
  const slices: { area: CellArea; bytes: number }[] = [];
  let cells: (readonly PlanCell[])[] = [];
  let bytes = 0;
  const close = (end: number): void => {
    if (cells.length > 0) slices.push({ area: { ...area, row: area.row + end - cells.length, cells }, bytes });
    cells = [];
    bytes = 0;
  };
  area.cells.forEach((row, index) => {
    const size = row.reduce((sum, cell) => sum + cellBytes(cell), 0);
    if (bytes + size > SLICE_BYTES) close(index);
    cells.push(row);
    bytes += size;
  });
  close(area.cells.length);
  return slices;
}

/** About how many bytes a cell takes in a request: its value and its number format, quoted. */
function cellBytes(cell: PlanCell): number {
  if (cell.kind === 'text') return 12 + 2 * cell.text.length;
  return cell.kind === 'number' ? 20 + cell.format.length : 6 + cell.format.length;
}

/** Queues the values of an area: number formats before values, formulas not yet. */
export function queueValues(sheet: Excel.Worksheet, area: CellArea): void {
  const entries = entriesOf(area);
  const range = rangeOfArea(sheet, area);
  range.numberFormat = entries.map((row) => row.map((entry) => entry.format));
  range.values = entries.map((row) => row.map((entry) => entry.written));
}

/** The range of an area. */
export function rangeOfArea(sheet: Excel.Worksheet, area: CellArea): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.cells.length, area.cells[0]?.length ?? 1);
}

/** Whether the values read back are those that were meant. */
export function isWritten(values: readonly (readonly unknown[])[] | null, expected: readonly (readonly unknown[])[]): boolean {
  return values !== null && values.length === expected.length && expected.every((row, index) => row.every((cell, column) => values[index]?.[column] === cell));
}

/** Queues the formulas of a block: one cell at a time, because they differ; blocks outside tables hold few. */
export function queueBlockFormulas(sheet: Excel.Worksheet, block: PlannedBlock | CellArea): void {
  block.cells.forEach((row, offset) => {
    row.forEach((cell, column) => {
      if (cell.kind === 'formula') sheet.getRangeByIndexes(block.row + offset, block.column + column, 1, 1).formulas = [[cell.formula]];
    });
  });
}

/** Queues the formulas of a table, column by column; a column with one formula is set in one go and becomes a calculated column. Rows without one stay empty. */
export function queueTableFormulas(sheet: Excel.Worksheet, table: PlannedTable): void {
  table.columns.forEach((_, column) => {
    const formulas = table.rows.map((row) => {
      const cell = row[column];
      return cell?.kind === 'formula' ? cell.formula : '';
    });
    const [first] = formulas;
    if (formulas.every((formula) => formula === '')) return;
    const range = sheet.getRangeByIndexes(table.row + 1, table.column + column, formulas.length, 1);
    range.formulas = formulas.every((formula) => formula === first) ? (first as unknown as string[][]) : formulas.map((formula) => [formula]);
  });
}

/** Queues the looks that cells ask for beyond number formats. Few cells have one; ids and messages have it by the column. */
export function queueStyles(sheet: Excel.Worksheet, area: CellArea): void {
  area.cells.forEach((row, offset) => {
    row.forEach((cell, column) => {
      const style = cell.kind === 'blank' ? undefined : cell.style;
      if (style === undefined || (offset > 0 && style === styleAt(area, offset - 1, column))) return;
      let last = offset;
      while (styleAt(area, last + 1, column) === style) last += 1;
      applyStyle(sheet.getRangeByIndexes(area.row + offset, area.column + column, last - offset + 1, 1), style);
    });
  });
}

function styleAt(area: CellArea, row: number, column: number): string | undefined {
  const cell = area.cells[row]?.[column];
  return cell === undefined || cell.kind === 'blank' ? undefined : cell.style;
}

function applyStyle(range: Excel.Range, style: string): void {
  const { format } = range;
  switch (style) {
    case 'title':
      format.font.bold = true;
      format.font.size = 14;
      break;
    case 'subtle':
      format.font.color = SUBTLE_COLOR;
      break;
    case 'right':
      format.horizontalAlignment = 'Right';
      break;
    case 'label':
      format.wrapText = true;
      break;
    case 'wrapped':
      format.wrapText = true;
      format.verticalAlignment = 'Top';
      break;
    case 'indented':
      format.horizontalAlignment = 'Left';
      format.indentLevel = 1;
      break;
    case 'wrapped-indented':
      format.wrapText = true;
      format.verticalAlignment = 'Top';
      format.horizontalAlignment = 'Left';
      format.indentLevel = 1;
      break;
    case 'link':
    case 'wrapped-link':
      if (style === 'wrapped-link') format.wrapText = true;
      format.verticalAlignment = 'Top';
      format.font.color = LINK_COLOR;
      format.font.underline = 'Single';
      format.horizontalAlignment = 'Left';
      format.indentLevel = 1;
      break;
    case 'centered':
      format.horizontalAlignment = 'Center';
      format.verticalAlignment = 'Top';
      break;
    case 'section':
      format.font.bold = true;
      format.font.size = 12;
      format.font.color = SECTION_COLOR;
      break;
    case 'column-head':
    case 'column-head-right':
    case 'column-head-figure':
    case 'column-head-centered':
    case 'column-head-indented':
      format.font.bold = true;
      format.font.color = SECTION_COLOR;
      format.wrapText = true;
      format.verticalAlignment = 'Bottom';
      format.fill.color = COLUMN_HEAD_FILL;
      if (style !== 'column-head') format.horizontalAlignment = style === 'column-head-centered' ? 'Center' : style === 'column-head-indented' ? 'Left' : 'Right';
      if (style === 'column-head-figure') format.indentLevel = 2;
      if (style === 'column-head-indented') format.indentLevel = 1;
      break;
    default:
      format.font.bold = true;
  }
}

/** Column width in points for a number of characters. Source: Excel's default font, 7 pixels a character and 5 for the margins, 4/3 pixels a point. */
export function columnWidthPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
