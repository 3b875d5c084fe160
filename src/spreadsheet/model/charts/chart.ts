import { type Area } from '../../cells/address';

/** The kinds of chart that a workbook knows, by Excel's own names. */
export const CHART_TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'BarStacked'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** Where a chart's legend stands. */
export const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right'] as const;
export type LegendPosition = (typeof LEGEND_POSITIONS)[number];

/**
 * One series of a chart. Shape: each part is a formula that names cells ("=Ark1!$B$3:$F$3"), so that the chart follows them; null where there is none.
 * `color` is "#RRGGBB", null for the one that its place in the chart gives.
 */
export interface ChartSeries {
  name: string | null;
  categories: string | null;
  values: string;
  color: string | null;
}

/** Where the other axis crosses this one. */
export const CROSSINGS = ['Automatic', 'Maximum', 'Minimum'] as const;
export type AxisCrossing = (typeof CROSSINGS)[number];

/** An axis of a chart. Shape: `title` is empty where none was written; `isReversed` runs it from the end; `minimum` null where it follows the values. */
export interface ChartAxis {
  title: string;
  isTitleShown: boolean;
  numberFormat: string | null;
  isReversed: boolean;
  crossing: AxisCrossing;
  minimum: number | null;
}

/** A chart that lies over the cells of a sheet. Shape: `anchor` is the cells that it covers and moves with. */
export interface ChartModel {
  readonly id: string;
  name: string;
  type: ChartType;
  title: string;
  isTitleShown: boolean;
  legend: { position: LegendPosition; isShown: boolean };
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
  gapWidth: number;
  series: ChartSeries[];
  anchor: Area;
}

/** A chart of the same looks and series that changes by itself. */
export function copyChart(chart: ChartModel, id = chart.id): ChartModel {
  return { ...chart, id, legend: { ...chart.legend }, categoryAxis: { ...chart.categoryAxis }, valueAxis: { ...chart.valueAxis }, series: chart.series.map((series) => ({ ...series })) };
}

/** Applies a change to the formulas of a series; tells whether any reads differently now. */
export function rewriteSeries(series: ChartSeries, change: (formula: string) => string): boolean {
  const before = { ...series };
  series.values = change(series.values);
  series.name = series.name && change(series.name);
  series.categories = series.categories && change(series.categories);
  return before.values !== series.values || before.name !== series.name || before.categories !== series.categories;
}

/** Whether the bars of a chart lie. */
export function isBarChart(type: ChartType): boolean {
  return type.startsWith('Bar');
}

/** Whether the series of a chart stand on each other. */
export function isStackedChart(type: ChartType): boolean {
  return type.endsWith('Stacked');
}

/** The colours of series that were given none, in their order. Source: the accents of the Office theme since 2013. */
const THEME = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

/** The colour in which a series is drawn. */
export function colorOfSeries({ color }: ChartSeries, index: number): string {
  return color ?? THEME[index % THEME.length] ?? '#4472C4';
}
