import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Title } from 'chart.js';
import { type Culture, displayText } from '../../../spreadsheet/cells/number-format';
import { type ChartAxis, type ChartModel, isBarChart, isStackedChart } from '../../../spreadsheet/model/charts/chart';
import { type ChartData } from '../../../spreadsheet/model/charts/chart-data';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Title);

const LEGENDS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;
const INK = '#404040';

/** Draws a chart; gives the way to take it away. */
export type DrawChart = (canvas: HTMLCanvasElement, chart: ChartModel, data: ChartData, culture: Culture) => { destroy(): void };

/** Draws a chart as Excel would, at once and without motion. */
export const drawChart: DrawChart = (canvas, chart, data, culture) => {
  const isLying = isBarChart(chart.type);
  const share = 100 / (100 + chart.gapWidth);
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...data.categories],
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
          ticks: { color: INK, callback: (value: string | number) => displayText(Number(value), data.numberFormat, culture) },
        },
      },
    },
  });
};

function axisOf({ title, isTitleShown }: ChartAxis, stacked: boolean): { readonly stacked: boolean; readonly title: object } {
  return { stacked, title: { display: isTitleShown && title !== '', text: title, color: INK } };
}
