import { cellAddress, rangeAddress } from '../../core/sheet-plan/addresses';
import { CHART_GAP_WIDTH, hiddenColumns, linkAddress, type CellLink, type PlannedFlag, type PlannedSheet, type PlannedTable } from '../../core/sheet-plan/plan';
import { writtenMark } from '../../core/import-store/import-state';
import { flagComment, flagFill, type FlagMark } from '../../core/import-store/flag-marks';
import { queueComment } from './flags';
import { type ReadBack } from './read-back';
import { type RequestBudget } from '../requests/run-excel';
import { areasOf, columnWidthPoints, expectedOf, queueBlockFormulas, queueStyles, queueTableFormulas, queueValues, rangeOfArea, slicesOf } from './write-cells';

const TABLE_STYLE = 'TableStyleLight1';

/** Queues all values of a planned sheet, before anything is built on them. Shape: `readBack` notes them. */
export async function queueSheetValues(sheet: Excel.Worksheet, plan: PlannedSheet, budget: RequestBudget, readBack?: ReadBack): Promise<void> {
  for (const { area, bytes } of areasOf(plan).flatMap(slicesOf)) {
    await budget.reserve(bytes);
    queueValues(sheet, area);
    readBack?.note(() => rangeOfArea(sheet, area), expectedOf(area));
  }
}

/** What Excel tells of a sheet's structure after the next sync: the ids by which it is known from then on. */
export interface PendingStructure {
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly Excel.Table[];
  readonly flags: readonly PendingFlag[];
}

/** A flag that is queued to be written. Shape: the mark's id comes from `comment`, null for a note. */
export interface PendingFlag {
  readonly key: string;
  readonly mark: FlagMark;
  readonly comment: Excel.Comment | null;
}

/** Queues what is built on the values: tables, formulas, looks, names, widths, frozen rows, flags. */
export function queueSheetStructure(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: PlannedSheet): PendingStructure {
  const tables = plan.tables.map((table) => queueTable(sheet, table));
  for (const area of areasOf(plan)) queueStyles(sheet, area);
  plan.widths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = columnWidthPoints(characters);
  });
  for (const column of hiddenColumns(plan)) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  queueFrozen(sheet, plan);
  if (plan.tabColor !== undefined && plan.widths.length > 0) sheet.tabColor = plan.tabColor;
  for (const name of plan.names) context.workbook.names.add(name.name, sheet.getRangeByIndexes(name.row, name.column, 1, 1));
  for (const { row, column, link, text } of linksOf(plan)) sheet.getRangeByIndexes(row, column, 1, 1).hyperlink = { documentReference: linkAddress(link), textToDisplay: text };
  const flags = plan.flags.map((flag) => queueFlag(context, sheet, flag));
  sheet.load('id,name');
  return { sheet, tables, flags };
}

/** Links of one sheet to write in one request; formulas lead the way in a larger one. */
const MOST_LINKS = 2_000;

/** The cells of a sheet that lead to another. */
function linksOf(plan: PlannedSheet): { readonly row: number; readonly column: number; readonly link: CellLink; readonly text: string }[] {
  const links = areasOf(plan).flatMap((area) => area.cells.flatMap((cells, row) => cells.flatMap((cell, column) => (cell.kind === 'text' && cell.link !== undefined ? [{ row: area.row + row, column: area.column + column, link: cell.link, text: cell.text }] : []))));
  return links.slice(0, MOST_LINKS);
}

function queueFrozen({ freezePanes }: Excel.Worksheet, { frozenRows, frozenColumns = 0 }: PlannedSheet): void {
  if (frozenRows > 0 && frozenColumns > 0) freezePanes.freezeAt(rangeAddress(0, 0, frozenRows, frozenColumns));
  else if (frozenRows > 0) freezePanes.freezeRows(frozenRows);
}

/** Queues the formulas of a planned sheet, once every table that they name is there. */
export function queueSheetFormulas(sheet: Excel.Worksheet, plan: PlannedSheet): void {
  for (const block of plan.blocks) queueBlockFormulas(sheet, block);
  for (const table of plan.tables) queueTableFormulas(sheet, table);
}

/** Queues the charts of a planned sheet, once the cells that they show have their values. */
export function queueCharts(sheet: Excel.Worksheet, { charts = [] }: PlannedSheet): void {
  for (const plan of charts) {
    const { source, anchor } = plan;
    const chart = sheet.charts.add(plan.kind, sheet.getRangeByIndexes(source.row, source.column, source.rows, source.columns), plan.by);
    chart.name = plan.name;
    chart.title.text = plan.title;
    chart.legend.visible = plan.hasLegend;
    if (plan.hasLegend) chart.legend.position = 'Bottom';
    if (plan.valueTitle !== '') chart.axes.valueAxis.title.text = plan.valueTitle;
    if (plan.isFromZero) chart.axes.valueAxis.minimum = 0;
    if (plan.kind.startsWith('Bar')) queueFromTop(chart);
    plan.colors.forEach((color, index) => chart.series.getItemAt(index).format.fill.setSolidColor(color));
    if (plan.colors.length > 0) chart.series.getItemAt(0).gapWidth = CHART_GAP_WIDTH;
    chart.setPosition(cellAddress(anchor.row, anchor.column), cellAddress(anchor.row + anchor.rows - 1, anchor.column + anchor.columns - 1));
  }
}

/** Lying bars begin at the bottom unless told otherwise; the axis of values stays below. */
function queueFromTop({ axes: { categoryAxis } }: Excel.Chart): void {
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = 'Maximum';
}

function queueTable(sheet: Excel.Worksheet, plan: PlannedTable): Excel.Table {
  const table = sheet.tables.add(sheet.getRangeByIndexes(plan.row, plan.column, plan.rows.length + 1, plan.columns.length), true);
  table.name = plan.name;
  table.style = TABLE_STYLE;
  table.getDataBodyRange().format.verticalAlignment = 'Top';
  table.load('id,name');
  return table;
}

/** Queues a flag on a cell that has neither fill nor comment. */
function queueFlag(context: Excel.RequestContext, sheet: Excel.Worksheet, flag: PlannedFlag): PendingFlag {
  const cell = sheet.getRangeByIndexes(flag.row, flag.column, 1, 1);
  cell.format.fill.color = flagFill(flag.severity);
  const { kind, comment } = queueComment(context, cell, flagComment(flag.text));
  comment?.load('id');
  return { key: flag.key, comment, mark: writtenMark(flag, kind) };
}
