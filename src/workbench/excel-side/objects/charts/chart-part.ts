import { type ChartModel } from '../../../../spreadsheet/model/charts/chart';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';

/** A chart or a part of one; the chart is found anew each time, as it may have come back from the undo stack. */
export abstract class ChartPart extends HostObject {
  constructor(session: Session, protected readonly sheet: SheetModel, protected readonly chartId: string) {
    super(session);
  }

  protected get chart(): ChartModel {
    const chart = this.sheet.charts.find(({ id }) => id === this.chartId);
    if (!chart) throw failures.itemNotFound();
    return chart;
  }

  protected change(change: (chart: ChartModel) => void): void {
    const { chart } = this;
    this.session.workbook.changeCharts(this.sheet, () => change(chart));
  }

  protected part<T>(make: new (session: Session, sheet: SheetModel, chartId: string) => T): T {
    return new make(this.session, this.sheet, this.chartId);
  }
}
