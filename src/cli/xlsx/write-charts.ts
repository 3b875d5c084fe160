import { CHART_GAP_WIDTH, type PlannedChart, type PlannedSheet } from '../../core/sheet-plan/plan';
import { type ChartModel, isBarChart } from '../../spreadsheet/model/charts/chart';
import { chartOf, headedSeries } from '../../spreadsheet/model/charts/new-chart';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';

/** Lays the charts of a planned sheet over its cells, as the add-in does. */
export function writeCharts(workbook: WorkbookModel, sheet: SheetModel, { charts = [] }: PlannedSheet): void {
  for (const plan of charts) workbook.addChart(sheet, plannedChart(sheet, plan, workbook.newGuid()));
}

function plannedChart(sheet: SheetModel, plan: PlannedChart, id: string): ChartModel {
  const series = headedSeries(sheet, plan.source, plan.by, { headRows: 1, headColumns: 1 }).map((one, index) => ({ ...one, color: plan.colors[index] ?? null }));
  const chart = chartOf(sheet, series, plan.kind, id);
  const isLying = isBarChart(plan.kind);
  return {
    ...chart,
    name: plan.name,
    title: plan.title,
    legend: { position: 'Bottom', isShown: plan.hasLegend },
    categoryAxis: { ...chart.categoryAxis, isReversed: isLying, crossing: isLying ? 'Maximum' : 'Automatic' },
    valueAxis: { ...chart.valueAxis, title: plan.valueTitle, isTitleShown: plan.valueTitle !== '', minimum: plan.isFromZero ? 0 : null },
    gapWidth: CHART_GAP_WIDTH,
    anchor: { ...plan.anchor },
  };
}
