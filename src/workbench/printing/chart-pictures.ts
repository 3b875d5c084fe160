import { type ChartModel } from '../../spreadsheet/model/charts/chart';
import { chartData } from '../../spreadsheet/model/charts/chart-data';
import { chartPlace } from '../../spreadsheet/model/charts/chart-place';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';
import { describeChart } from '../grid/charts/describe-chart';

const PIXELS_PER_POINT = 96 / 72;

/** A chart on paper. Units: points. Shape: `source` is an image's address. */
export interface ChartPicture {
  readonly source: string;
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The charts of sheets, drawn for paper. What draws them is fetched where there is one, for it is large. */
export async function chartPictures(workbook: WorkbookModel, sheets: readonly SheetModel[]): Promise<Map<ChartModel, ChartPicture>> {
  if (sheets.every(({ charts }) => charts.length === 0)) return new Map();
  const { chartPicture } = await import('../grid/charts/draw-chart');
  workbook.settle();
  return new Map(sheets.flatMap((sheet) => sheet.charts.map((chart) => {
    const { width, height } = chartPlace(sheet, chart);
    const data = chartData(workbook, chart);
    const source = chartPicture(chart, data, workbook.culture, { width: Math.round(width * PIXELS_PER_POINT), height: Math.round(height * PIXELS_PER_POINT) });
    return [chart, { source, text: describeChart(chart, data), width, height }] as const;
  })));
}
