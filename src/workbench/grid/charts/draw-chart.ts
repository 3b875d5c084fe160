import { BarController, BarElement, CategoryScale, Chart, type ChartConfiguration, Legend, LinearScale, Title } from 'chart.js';
import { type Culture, displayText } from '../../../spreadsheet/cells/number-format';
import { type ChartAxis, type ChartModel, isBarChart, isStackedChart } from '../../../spreadsheet/model/charts/chart';
import { type ChartData } from '../../../spreadsheet/model/charts/chart-data';
import { labelLines } from './label-lines';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Title);

const LEGENDS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;
const INK = '#404040';
/** The part of a chart's width that the labels of lying bars may take. */
const LABELS_SHARE = 0.4;
/** The part of a chart's height that the bars have, beside title, legend and axis. */
const BARS_SHARE = 0.8;
const LINE_HEIGHT = 15;
/** How much finer a chart is drawn for paper than for a screen. */
const PAPER_DENSITY = 3;

/** How large a chart is. Units: pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Draws a chart where it is seen; gives the way to take it away. */
export type DrawChart = (canvas: HTMLCanvasElement, chart: ChartModel, data: ChartData, culture: Culture, size: ChartSize) => { destroy(): void };

/** Draws a chart as Excel would, at once and without motion. */
export const drawChart: DrawChart = (canvas, chart, data, culture, size) => new Chart(canvas, configuration(chart, data, culture, size));

/** A chart as a picture for paper. Shape: a data address. */
export function chartPicture(chart: ChartModel, data: ChartData, culture: Culture, size: ChartSize): string {
  const { options, ...rest } = configuration(chart, data, culture, size);
  const drawn = new Chart(Object.assign(document.createElement('canvas'), size), { ...rest, options: { ...options, responsive: false, devicePixelRatio: PAPER_DENSITY } });
  const picture = drawn.toBase64Image();
  drawn.destroy();
  return picture;
}

function configuration(chart: ChartModel, data: ChartData, culture: Culture, size: ChartSize): ChartConfiguration<'bar', (number | null)[], string | string[]> {
  const isLying = isBarChart(chart.type);
  const share = 100 / (100 + chart.gapWidth);
  return {
    type: 'bar',
    data: {
      labels: isLying ? linesOfLabels(data.categories, size) : [...data.categories],
      datasets: data.series.map(({ name, color, values }) => ({ label: name, data: [...values], backgroundColor: color, categoryPercentage: share, barPercentage: 1 })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      indexAxis: isLying ? 'y' : 'x',
      plugins: {
        title: { display: chart.isTitleShown && chart.title !== '', text: chart.title, color: INK, font: { size: 14, weight: 'normal' } },
        legend: { display: chart.legend.isShown, position: LEGENDS[chart.legend.position], labels: { color: INK, boxWidth: 10, boxHeight: 10 } },
      },
      scales: {
        [isLying ? 'y' : 'x']: { ...axisOf(chart.categoryAxis, isStackedChart(chart.type)), reverse: isLying !== chart.categoryAxis.isReversed, grid: { display: false }, ticks: { color: INK, autoSkip: !isLying } },
        [isLying ? 'x' : 'y']: {
          ...axisOf(chart.valueAxis, isStackedChart(chart.type)),
          reverse: chart.valueAxis.isReversed,
          beginAtZero: true,
          ...(chart.valueAxis.minimum === null ? {} : { min: chart.valueAxis.minimum }),
          ticks: { color: INK, ...precisionOf(data.numberFormat), callback: (value: string | number) => displayText(Number(value), data.numberFormat, culture) },
        },
      },
    },
  };
}

/** The labels of lying bars, broken into lines as in Excel: the library would cut what is longer than half of the chart. */
function linesOfLabels(texts: readonly string[], { width, height }: ChartSize): string[][] {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
  const room = { width: width * LABELS_SHARE, lines: Math.floor((height * BARS_SHARE) / Math.max(1, texts.length) / LINE_HEIGHT) };
  return texts.map((text) => labelLines(text, room, (part) => pen?.measureText(part).width ?? 0));
}

/** The steps of an axis are as fine as its number format, so that no two read the same. */
function precisionOf(numberFormat: string): { readonly precision?: number } {
  const digits = /^[#,]*0(?:\.(0+))?/.exec(numberFormat);
  return digits === null ? {} : { precision: (digits[1]?.length ?? 0) + (numberFormat.includes('%') ? 2 : 0) };
}

function axisOf({ title, isTitleShown }: ChartAxis, stacked: boolean): { readonly stacked: boolean; readonly title: object } {
  return { stacked, title: { display: isTitleShown && title !== '', text: title, color: INK } };
}
