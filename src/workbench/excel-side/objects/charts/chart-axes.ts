import { type ChartAxis, type ChartModel, CROSSINGS } from '../../../../spreadsheet/model/charts/chart';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { type HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { ChartPart } from './chart-part';

type AxisName = 'categoryAxis' | 'valueAxis';

/** The two axes of a chart. */
export class ChartAxesObject extends ChartPart {
  readonly className = 'ChartAxes';

  get CategoryAxis(): HostObject {
    return new ChartAxisObject(this.session, this.sheet, this.chart.id, 'categoryAxis');
  }

  get ValueAxis(): HostObject {
    return new ChartAxisObject(this.session, this.sheet, this.chart.id, 'valueAxis');
  }
}

abstract class AxisPart extends ChartPart {
  constructor(session: Session, sheet: SheetModel, id: string, protected readonly axisName: AxisName) {
    super(session, sheet, id);
  }

  protected get axis(): ChartAxis {
    return this.chart[this.axisName];
  }

  protected changeAxis(change: Partial<ChartAxis>): void {
    this.change((chart: ChartModel) => {
      Object.assign(chart[this.axisName], change);
    });
  }
}

class ChartAxisObject extends AxisPart {
  readonly className = 'ChartAxis';

  get Title(): HostObject {
    return new ChartAxisTitleObject(this.session, this.sheet, this.chartId, this.axisName);
  }

  get NumberFormat(): string {
    return this.axis.numberFormat ?? 'General';
  }

  set NumberFormat(numberFormat: string) {
    this.changeAxis({ numberFormat });
  }

  get ReversePlotOrder(): boolean {
    return this.axis.isReversed;
  }

  set ReversePlotOrder(isReversed: boolean) {
    this.changeAxis({ isReversed });
  }

  get Minimum(): number | string {
    return this.axis.minimum ?? '';
  }

  set Minimum(minimum: number | string) {
    if (minimum !== '' && !Number.isFinite(Number(minimum))) throw failures.invalidArgument();
    this.changeAxis({ minimum: minimum === '' ? null : Number(minimum) });
  }

  /** Where the other axis crosses this one. */
  get Position(): string {
    return this.axis.crossing;
  }

  set Position(position: string) {
    const crossing = CROSSINGS.find((candidate) => candidate === position);
    if (!crossing) throw failures.apiNotFound(`axis position ${position}`);
    this.changeAxis({ crossing });
  }
}

class ChartAxisTitleObject extends AxisPart {
  readonly className = 'ChartAxisTitle';

  get Text(): string {
    return this.axis.title;
  }

  set Text(title: string) {
    this.changeAxis({ title, isTitleShown: true });
  }

  get Visible(): boolean {
    return this.axis.isTitleShown;
  }

  set Visible(isTitleShown: boolean) {
    this.changeAxis({ isTitleShown });
  }
}
