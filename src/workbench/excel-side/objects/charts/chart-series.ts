import { type ChartModel, type ChartSeries } from '../../../../spreadsheet/model/charts/chart';
import { cellsOf, textsOf } from '../../../../spreadsheet/model/charts/chart-data';
import { failures } from '../../../../spreadsheet/model/failure';
import { readColor } from '../../../../spreadsheet/model/color';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { type HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { ChartPart } from './chart-part';

/** The series of a chart, in their order. */
export class ChartSeriesCollectionObject extends ChartPart {
  readonly className = 'ChartSeriesCollection';

  private object(index: number): HostObject {
    if (!this.chart.series[index]) throw failures.itemNotFound();
    return new ChartSeriesObject(this.session, this.sheet, this.chart.id, index);
  }

  override children(): HostObject[] {
    return this.chart.series.map((_, index) => this.object(index));
  }

  override childBy(key: unknown): HostObject {
    return this.object(Number(key));
  }

  get Count(): number {
    return this.chart.series.length;
  }

  GetCount(): number {
    return this.Count;
  }

  GetItemAt(index: number): HostObject {
    return this.object(index);
  }
}

abstract class SeriesPart extends ChartPart {
  constructor(session: Session, sheet: SheetModel, id: string, protected readonly index: number) {
    super(session, sheet, id);
  }

  protected seriesOf(chart: ChartModel): ChartSeries {
    const series = chart.series[this.index];
    if (!series) throw failures.itemNotFound();
    return series;
  }

  protected seriesPart<T>(make: new (session: Session, sheet: SheetModel, id: string, index: number) => T): T {
    return new make(this.session, this.sheet, this.chartId, this.index);
  }
}

class ChartSeriesObject extends SeriesPart {
  readonly className = 'ChartSeries';

  get Name(): string {
    const { workbook } = this.session;
    return textsOf(workbook, cellsOf(workbook, this.seriesOf(this.chart).name))[0] ?? '';
  }

  get GapWidth(): number {
    return this.chart.gapWidth;
  }

  set GapWidth(width: number) {
    if (width < 0 || width > 500) throw failures.invalidArgument();
    this.change((chart) => {
      chart.gapWidth = width;
    });
  }

  get Format(): HostObject {
    return this.seriesPart(ChartSeriesFormatObject);
  }
}

class ChartSeriesFormatObject extends SeriesPart {
  readonly className = 'ChartSeriesFormat';

  get Fill(): HostObject {
    return this.seriesPart(ChartFillObject);
  }
}

class ChartFillObject extends SeriesPart {
  readonly className = 'ChartFill';

  SetSolidColor(color: string): void {
    const read = readColor(color);
    this.change((chart) => {
      this.seriesOf(chart).color = read;
    });
  }

  Clear(): void {
    this.change((chart) => {
      this.seriesOf(chart).color = null;
    });
  }
}
