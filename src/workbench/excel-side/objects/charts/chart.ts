import { enclose } from '../../../../spreadsheet/cells/address';
import { CHART_TYPES, type ChartModel, type ChartType, LEGEND_POSITIONS } from '../../../../spreadsheet/model/charts/chart';
import { chartPlace } from '../../../../spreadsheet/model/charts/chart-place';
import { newChart, seriesOf, type SeriesBy } from '../../../../spreadsheet/model/charts/new-chart';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { rangeOf } from '../tables/table';
import { ChartAxesObject } from './chart-axes';
import { ChartPart } from './chart-part';
import { ChartSeriesCollectionObject } from './chart-series';

/** The charts of a sheet. */
export class ChartsObject extends HostObject {
  readonly className = 'ChartCollection';

  constructor(session: Session, private readonly sheet: SheetModel) {
    super(session);
  }

  private object(chart: ChartModel | undefined): HostObject {
    if (!chart) throw failures.itemNotFound();
    return new ChartObject(this.session, this.sheet, chart.id);
  }

  private find(key: unknown): ChartModel | undefined {
    const { charts } = this.sheet;
    const name = String(key).toLowerCase();
    return charts.find(({ id }) => id === key) ?? charts.find((chart) => chart.name.toLowerCase() === name);
  }

  override children(): HostObject[] {
    return this.sheet.charts.map((chart) => this.object(chart));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.find(key));
  }

  get Count(): number {
    return this.sheet.charts.length;
  }

  GetCount(): number {
    return this.Count;
  }

  GetItem(name: string): HostObject {
    return this.childBy(name);
  }

  GetItemOrNullObject(name: string): HostObject | null {
    const chart = this.find(name);
    return chart === undefined ? null : this.object(chart);
  }

  GetItemAt(index: number): HostObject {
    return this.object(this.sheet.charts[index]);
  }

  Add(type: string, source: unknown, seriesBy: string | null): HostObject {
    const { workbook } = this.session;
    const range = rangeOf(this.session, source, this.sheet);
    workbook.settle();
    return this.object(workbook.addChart(this.sheet, newChart(this.sheet, range, chartType(type), sideOf(seriesBy), workbook.newGuid())));
  }
}

/** A type that this host draws. Errors: `ApiNotFound` for Excel's other types, which it does not know. */
function chartType(type: string): ChartType {
  const known = CHART_TYPES.find((candidate) => candidate === type);
  if (!known) throw failures.apiNotFound(`chart type ${type}`);
  return known;
}

function sideOf(seriesBy: string | null): SeriesBy | null {
  if (seriesBy === null || seriesBy === undefined || seriesBy === 'Auto') return null;
  if (seriesBy !== 'Columns' && seriesBy !== 'Rows') throw failures.invalidArgument();
  return seriesBy;
}

class ChartObject extends ChartPart {
  readonly className = 'Chart';

  get Id(): string {
    return this.chart.id;
  }

  get Name(): string {
    return this.chart.name;
  }

  set Name(name: string) {
    this.change((chart) => {
      chart.name = name;
    });
  }

  get ChartType(): string {
    return this.chart.type;
  }

  set ChartType(type: string) {
    this.change((chart) => {
      chart.type = chartType(type);
    });
  }

  get Left(): number {
    return chartPlace(this.sheet, this.chart).left;
  }

  get Top(): number {
    return chartPlace(this.sheet, this.chart).top;
  }

  get Width(): number {
    return chartPlace(this.sheet, this.chart).width;
  }

  get Height(): number {
    return chartPlace(this.sheet, this.chart).height;
  }

  get Title(): HostObject {
    return this.part(ChartTitleObject);
  }

  get Legend(): HostObject {
    return this.part(ChartLegendObject);
  }

  get Axes(): HostObject {
    return this.part(ChartAxesObject);
  }

  get Series(): HostObject {
    return this.part(ChartSeriesCollectionObject);
  }

  SetPosition(start: unknown, end: unknown): void {
    const first = rangeOf(this.session, start, this.sheet).area;
    const last = end === null || end === undefined ? null : rangeOf(this.session, end, this.sheet).area;
    this.change((chart) => {
      chart.anchor = last === null ? { ...chart.anchor, row: first.row, column: first.column } : enclose(first, last);
    });
  }

  SetData(source: unknown, seriesBy: string | null): void {
    const { sheet, area } = rangeOf(this.session, source, this.sheet);
    this.change((chart) => {
      chart.series = seriesOf(sheet, area, sideOf(seriesBy));
    });
  }

  Delete(): void {
    this.session.workbook.removeChart(this.sheet, this.chart);
  }
}

class ChartTitleObject extends ChartPart {
  readonly className = 'ChartTitle';

  get Text(): string {
    return this.chart.title;
  }

  set Text(text: string) {
    this.change((chart) => Object.assign(chart, { title: text, isTitleShown: true }));
  }

  get Visible(): boolean {
    return this.chart.isTitleShown;
  }

  set Visible(isShown: boolean) {
    this.change((chart) => {
      chart.isTitleShown = isShown;
    });
  }
}

class ChartLegendObject extends ChartPart {
  readonly className = 'ChartLegend';

  get Position(): string {
    return this.chart.legend.position;
  }

  set Position(position: string) {
    const known = LEGEND_POSITIONS.find((candidate) => candidate === position);
    if (!known) throw failures.apiNotFound(`legend position ${position}`);
    this.change(({ legend }) => {
      legend.position = known;
    });
  }

  get Visible(): boolean {
    return this.chart.legend.isShown;
  }

  set Visible(isShown: boolean) {
    this.change(({ legend }) => {
      legend.isShown = isShown;
    });
  }
}
