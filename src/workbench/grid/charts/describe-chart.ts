import { type ChartModel } from '../../../spreadsheet/model/charts/chart';
import { type ChartData } from '../../../spreadsheet/model/charts/chart-data';

/** What a chart is called where it is not seen: its title and its series. The cells that it is drawn from say the rest. */
export function describeChart({ title, name }: ChartModel, { series }: ChartData): string {
  return [title === '' ? name : title, series.map((one) => one.name).filter((text) => text !== '').join(', ')].filter((text) => text !== '').join(': ');
}
