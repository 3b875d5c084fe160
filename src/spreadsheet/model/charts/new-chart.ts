import { type Area, formatFixedAddress } from '../../cells/address';
import { type SheetModel } from '../sheet';
import { type ChartAxis, type ChartModel, type ChartSeries, type ChartType } from './chart';

/** How a chart takes its series from a range. */
export type SeriesBy = 'Columns' | 'Rows';

/** The cells that a new chart covers until it is placed. Source: Excel makes it 360 by 216 points. */
const COVERED = { rows: 15, columns: 8 };

/**
 * A chart of a range, with names and categories found as Excel finds them: the first row and the first column are headings where they hold texts alone.
 * Shape: `seriesBy` null leaves to the range's shape whether its rows or its columns are the series.
 */
export function newChart(sheet: SheetModel, source: { readonly sheet: SheetModel; readonly area: Area }, type: ChartType, seriesBy: SeriesBy | null, id: string): ChartModel {
  return chartOf(sheet, seriesOf(source.sheet, source.area, seriesBy), type, id);
}

/** A chart of series as Excel makes it, before anything of it is chosen. */
export function chartOf(sheet: SheetModel, series: ChartSeries[], type: ChartType, id: string): ChartModel {
  return {
    id,
    name: freeChartName(sheet),
    type,
    title: '',
    isTitleShown: true,
    legend: { position: 'Right', isShown: series.length > 1 },
    categoryAxis: newAxis(),
    valueAxis: newAxis(),
    gapWidth: 150,
    series,
    anchor: { row: 1, column: 1, ...COVERED },
  };
}

/** A formula that names cells for good. */
export function fixedReference(sheet: SheetModel, area: Area): string {
  return `=${formatFixedAddress(sheet.name, area)}`;
}

/** The series of a range with their names and categories. */
export function seriesOf(sheet: SheetModel, area: Area, seriesBy: SeriesBy | null): ChartSeries[] {
  const headRows = area.rows > 1 && isHeading(sheet, { ...area, rows: 1 }) ? 1 : 0;
  const headColumns = area.columns > 1 && isHeading(sheet, { ...area, columns: 1 }) ? 1 : 0;
  return headedSeries(sheet, area, seriesBy, { headRows, headColumns });
}

/** The series of a range of which it is known how many of its first rows and columns are headings, none or one. */
export function headedSeries(sheet: SheetModel, area: Area, seriesBy: SeriesBy | null, { headRows, headColumns }: { readonly headRows: number; readonly headColumns: number }): ChartSeries[] {
  const data = { row: area.row + headRows, column: area.column + headColumns, rows: area.rows - headRows, columns: area.columns - headColumns };
  const isByColumns = seriesBy === null ? data.rows >= data.columns : seriesBy === 'Columns';
  const named = isByColumns ? headRows : headColumns;
  const labelled = isByColumns ? headColumns : headRows;
  const labels = isByColumns ? { ...data, column: area.column, columns: 1 } : { ...data, row: area.row, rows: 1 };
  return Array.from({ length: isByColumns ? data.columns : data.rows }, (_, index): ChartSeries => {
    const values = isByColumns ? { ...data, column: data.column + index, columns: 1 } : { ...data, row: data.row + index, rows: 1 };
    const name = isByColumns ? { row: area.row, column: data.column + index, rows: 1, columns: 1 } : { row: data.row + index, column: area.column, rows: 1, columns: 1 };
    return { name: named === 0 ? null : fixedReference(sheet, name), categories: labelled === 0 ? null : fixedReference(sheet, labels), values: fixedReference(sheet, values), color: null };
  });
}

/** Whether the cells of a row or column after its first hold texts or nothing, and not all nothing. */
function isHeading(sheet: SheetModel, { row, column, rows, columns }: Area): boolean {
  const values = Array.from({ length: rows * columns }, (_, index) => sheet.valueAt(row + (columns === 1 ? index : 0), column + (columns === 1 ? 0 : index))).slice(1);
  return values.every((value) => value === null || typeof value === 'string') && values.some((value) => value !== null);
}

function newAxis(): ChartAxis {
  return { title: '', isTitleShown: false, numberFormat: null, isReversed: false, crossing: 'Automatic', minimum: null };
}

function freeChartName(sheet: SheetModel): string {
  for (let number = sheet.charts.length + 1; ; number += 1) {
    const name = `Diagram ${number}`;
    if (!sheet.charts.some((chart) => chart.name === name)) return name;
  }
}
