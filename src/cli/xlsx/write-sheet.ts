import { cellEntry, cleanCellText } from '../../core/sheet-plan/cell-entry';
import { writtenMark } from '../../core/import-store/import-state';
import { headerCells, hiddenColumns, linkAddress, linesOfRow, pageNumbers, printText, sheetExtent, titleRowsOf, type PlanCell, type PlannedSheet, type PlannedTable } from '../../core/sheet-plan/plan';
import { between, formatFixedAddress, type Area } from '../../spreadsheet/cells/address';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { shareStyle } from '../../spreadsheet/model/style';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';
import { CELL_LOOKS } from './cell-looks';

const TABLE_STYLE = 'TableStyleLight1';
const NOTE_AUTHOR = 'Reserve';
/** Height of a line of the workbook's font. Units: points. */
const LINE_POINTS = 15;
/** Margins in points: the header and the footer stand inside them. */
const SIDE_MARGIN = 36;
const TOP_MARGIN = 54;

/** Puts a planned sheet into a workbook as the add-in does, but for its formulas, which may name tables of later sheets. */
export function writeSheet(workbook: WorkbookModel, plan: PlannedSheet): SheetModel {
  const sheet = workbook.addSheet(plan.name, 'addIn');
  for (const { row, column, cells } of areasOf(plan)) cells.forEach((line, down) => line.forEach((cell, right) => writeCell(sheet, row + down, column + right, cell)));
  for (const table of plan.tables) addTable(workbook, sheet, table);
  plan.widths.forEach((characters, column) => sheet.columnWidths.set(column, (characters * 7 + 5) * 0.75));
  for (const [row, lines] of linesOf(plan)) if (lines > 1) sheet.rowHeights.set(row, lines * LINE_POINTS);
  for (const column of hiddenColumns(plan)) sheet.hiddenColumns.add(column);
  sheet.freeze = { rows: plan.frozenRows, columns: plan.frozenColumns ?? 0 };
  if (plan.tabColor !== undefined) sheet.tabColor = plan.tabColor;
  for (const { name, row, column } of plan.names) workbook.addName(name, `=${formatFixedAddress(sheet.name, cellArea(row, column))}`, null);
  for (const flag of plan.flags) {
    const { text, color } = writtenMark(flag, 'note');
    if (color !== null) sheet.restyle(cellArea(flag.row, flag.column), (style) => ({ ...style, fill: color }));
    workbook.comments.push({ id: workbook.newGuid(), sheet, row: flag.row, column: flag.column, content: cleanCellText(text), author: NOTE_AUTHOR, created: '', isResolved: false, isNote: true });
  }
  setUpPrint(sheet, plan);
  if (plan.visibility === 'very-hidden') sheet.visibility = 'VeryHidden';
  return sheet;
}

/** Puts the formulas of a planned sheet into its cells, once every table that they name is there. */
export function writeFormulas(sheet: SheetModel, plan: PlannedSheet): void {
  for (const { row, column, cells } of areasOf(plan)) {
    cells.forEach((line, down) => line.forEach((cell, right) => {
      if (cell.kind === 'formula') sheet.touch(row + down, column + right).formula = cell.formula;
    }));
  }
}

interface PlannedArea {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

function areasOf(plan: PlannedSheet): PlannedArea[] {
  return [...plan.blocks, ...plan.tables.map((table) => ({ row: table.row, column: table.column, cells: [headerCells(table), ...table.rows] }))];
}

function cellArea(row: number, column: number): Area {
  return between(row, column, row, column);
}

/** A label that looks like a formula keeps its text even when somebody edits it. */
function writeCell(sheet: SheetModel, row: number, column: number, planned: PlanCell): void {
  const entry = cellEntry(planned);
  const cell = sheet.touch(row, column);
  const look = planned.kind === 'blank' || planned.style === undefined ? {} : CELL_LOOKS[planned.style];
  cell.style = shareStyle({ ...look, ...(entry.format === 'General' ? {} : { numberFormat: entry.format }) });
  if (planned.kind === 'number') cell.value = planned.value;
  if (planned.kind !== 'text') return;
  const text = cleanCellText(planned.text);
  if (planned.link !== undefined) cell.hyperlink = { documentReference: linkAddress(planned.link), textToDisplay: text };
  cell.value = text === '' ? null : text;
  if (/^[=+\-@']/.test(text)) cell.hasQuotePrefix = true;
}

function addTable(workbook: WorkbookModel, sheet: SheetModel, plan: PlannedTable): void {
  const area = { row: plan.row, column: plan.column, rows: plan.rows.length + 1, columns: plan.columns.length };
  const table = workbook.addTable(sheet, area, true, 'addIn');
  workbook.renameTable(table, plan.name);
  table.style = TABLE_STYLE;
  if (plan.rows.length > 0) sheet.restyle({ ...area, row: area.row + 1, rows: plan.rows.length }, (style) => ({ ...style, verticalAlignment: 'Top' }));
}

/** How many lines each row takes; in a file nobody fits the rows to their texts. */
function linesOf(plan: PlannedSheet): Map<number, number> {
  const { columns } = sheetExtent(plan);
  const rows = new Map<number, PlanCell[]>();
  for (const area of areasOf(plan)) {
    area.cells.forEach((line, down) => {
      const row = rows.get(area.row + down) ?? Array.from({ length: columns }, (): PlanCell => ({ kind: 'blank', format: 'General' }));
      line.forEach((cell, right) => row.splice(area.column + right, 1, cell));
      rows.set(area.row + down, row);
    });
  }
  return new Map([...rows].map(([row, cells]) => [row, linesOfRow(cells, plan.widths)]));
}

/** Every sheet prints on landscape A4 as wide as a page; one with a print set-up of its own says more. */
function setUpPrint(sheet: SheetModel, plan: PlannedSheet): void {
  const { print } = plan;
  const titleRows = titleRowsOf(plan);
  const settings: Record<string, unknown> = {
    Orientation: 'Landscape', PaperSize: 'A4', Zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
    LeftMargin: SIDE_MARGIN, RightMargin: SIDE_MARGIN, TopMargin: TOP_MARGIN, BottomMargin: TOP_MARGIN,
    ...(titleRows > 0 ? { PrintTitleRows: `$1:$${titleRows}` } : {}),
    ...(print === undefined ? { LeftHeader: '&A', RightFooter: '&P / &N' } : { LeftHeader: printText(print.header.left), RightHeader: printText(print.header.right), LeftFooter: printText(print.footer.left), RightFooter: pageNumbers(print) }),
  };
  for (const [name, value] of Object.entries(settings)) sheet.pageLayout.set(name, value);
}
