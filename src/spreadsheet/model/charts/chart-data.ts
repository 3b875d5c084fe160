import { type Area } from '../../cells/address';
import { type Scalar } from '../../cells/value';
import { cellText, numberFormatAt } from '../cell-text';
import { type SheetModel } from '../sheet';
import { defaultStyle } from '../style';
import { type WorkbookModel } from '../workbook';
import { type ChartModel, colorOfSeries } from './chart';

/** What a chart shows of its cells now. Shape: `values` run parallel to the chart's categories, null where a cell holds no number. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly color: string; readonly values: readonly (number | null)[] }[];
  /** The number format of the first cell with values. */
  readonly numberFormat: string;
}

/** The cells of a part of a chart. */
export interface ChartCells {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** The cells that a series' formula names; null where they are gone. */
export function cellsOf(workbook: WorkbookModel, formula: string | null): ChartCells | null {
  if (formula === null) return null;
  const expression = workbook.calculation.parse(formula);
  if (expression?.type !== 'reference' || expression.sheetName === null) return null;
  const sheet = workbook.sheetNamed(expression.sheetName);
  return sheet && { sheet, area: expression.area };
}

/** The texts and numbers that a chart shows. */
export function chartData(workbook: WorkbookModel, chart: ChartModel): ChartData {
  workbook.settle();
  const labels = cellsOf(workbook, chart.series.find(({ categories }) => categories !== null)?.categories ?? null);
  const series = chart.series.map((one, index) => ({
    name: textsOf(workbook, cellsOf(workbook, one.name))[0] ?? '',
    color: colorOfSeries(one, index),
    values: valuesOf(cellsOf(workbook, one.values)).map((value) => (typeof value === 'number' ? value : null)),
  }));
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const texts = textsOf(workbook, labels);
  return {
    categories: Array.from({ length: count }, (_, index) => texts[index] ?? String(index + 1)),
    series,
    numberFormat: chart.valueAxis.numberFormat ?? formatOf(cellsOf(workbook, chart.series[0]?.values ?? null)),
  };
}

/** The number format of the first of some cells. */
export function formatOf(cells: ChartCells | null): string {
  return cells ? numberFormatAt(cells.sheet, cells.area.row, cells.area.column) : defaultStyle.numberFormat;
}

/** The values of cells, row by row. */
export function valuesOf(cells: ChartCells | null): Scalar[] {
  return eachCell(cells, (sheet, row, column) => sheet.valueAt(row, column));
}

/** The texts that cells show, row by row. */
export function textsOf(workbook: WorkbookModel, cells: ChartCells | null): string[] {
  return eachCell(cells, (sheet, row, column) => cellText(workbook, sheet, row, column));
}

function eachCell<T>(cells: ChartCells | null, read: (sheet: SheetModel, row: number, column: number) => T): T[] {
  if (!cells) return [];
  const { sheet, area } = cells;
  return Array.from({ length: area.rows * area.columns }, (_, index) => read(sheet, area.row + Math.floor(index / area.columns), area.column + (index % area.columns)));
}
