import { ICommandService } from '@univerjs/core';
import { type ChartModel } from '../../../spreadsheet/model/charts/chart';
import { chartData } from '../../../spreadsheet/model/charts/chart-data';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { type ExcelSide } from '../../excel-side/excel-side';
import { type Grid } from '../create-univer';
import { describeChart } from './describe-chart';
import { type DrawChart } from './draw-chart';

/** Where a chart lies on the screen. Units: pixels from the layer's corner. */
interface ScreenArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A chart on the screen. */
interface Shown {
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  drawn: { readonly print: string; readonly drawing: { destroy(): void } } | null;
}

/** Shows the charts of the sheet that is shown, over its cells, and keeps them there. They take no clicks: what lies under them can be reached. Shape: the layer stands beside the grid's place, which the grid fills anew. */
export class ChartLayer {
  private readonly layer = document.createElement('div');
  private readonly shown = new Map<string, Shown>();
  /** How a chart is drawn; fetched with the first chart, for the library is large. */
  private drawer: Promise<{ readonly drawChart: DrawChart }> | null = null;
  private isScheduled = false;

  constructor(private readonly place: HTMLElement, private readonly grid: Grid, private readonly side: ExcelSide) {
    this.layer.className = 'chart-layer';
    place.after(this.layer);
    side.watch(() => this.schedule());
    grid.injector.get(ICommandService).onCommandExecuted(() => this.schedule());
    new ResizeObserver(() => this.schedule()).observe(place);
    this.schedule();
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => {
      this.isScheduled = false;
      this.show();
    });
  }

  private show(): void {
    const { workbook } = this.side;
    const sheet = workbook.activeSheet;
    const sight = sheet.charts.length === 0 ? null : this.sight(sheet);
    const charts = sight === null ? [] : sheet.charts;
    for (const [id, shown] of [...this.shown]) if (!charts.some((chart) => chart.id === id)) this.remove(id, shown);
    if (sight === null) return;
    Object.assign(this.layer.style, pixels(sight.frame));
    for (const chart of charts) this.showChart(chart, sight.areaOf(chart));
  }

  /** The part of the screen in which cells are seen, and where a chart lies in it; null while there is none. */
  private sight(sheet: SheetModel): { readonly frame: ScreenArea; readonly areaOf: (chart: ChartModel) => ScreenArea } | null {
    const canvas = this.place.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]');
    const worksheet = this.grid.api.getActiveWorkbook()?.getActiveSheet();
    if (!canvas || worksheet?.getSheetId() !== sheet.id) return null;
    const [outer, inner] = [(this.layer.offsetParent ?? document.body).getBoundingClientRect(), canvas.getBoundingClientRect()];
    const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = worksheet.getScrollState();
    const zoom = worksheet.getZoom();
    const corner = worksheet.getRange(0, 0).getCellRect();
    const first = worksheet.getRange(sheetViewStartRow, sheetViewStartColumn).getCellRect();
    const frame = { left: inner.left - outer.left + corner.x * zoom, top: inner.top - outer.top + corner.y * zoom, width: inner.width - corner.x * zoom, height: inner.height - corner.y * zoom };
    return {
      frame,
      areaOf: ({ anchor }) => {
        const start = worksheet.getRange(anchor.row, anchor.column).getCellRect();
        const end = worksheet.getRange(anchor.row + anchor.rows - 1, anchor.column + anchor.columns - 1).getCellRect();
        return { left: (start.x - first.x - offsetX) * zoom, top: (start.y - first.y - offsetY) * zoom, width: (end.right - start.x) * zoom, height: (end.bottom - start.y) * zoom };
      },
    };
  }

  private showChart(chart: ChartModel, area: ScreenArea): void {
    const shown = this.shown.get(chart.id) ?? this.addFrame(chart.id);
    Object.assign(shown.frame.style, pixels(area));
    const data = chartData(this.side.workbook, chart);
    const print = JSON.stringify([{ ...chart, anchor: null }, data, area.width, area.height]);
    if (shown.drawn?.print === print) return;
    shown.frame.setAttribute('aria-label', describeChart(chart, data));
    this.drawer ??= import('./draw-chart');
    void this.drawer.then(({ drawChart }) => {
      if (this.shown.get(chart.id) !== shown || shown.drawn?.print === print) return;
      shown.drawn?.drawing.destroy();
      shown.drawn = { print, drawing: drawChart(shown.canvas, chart, data, this.side.workbook.culture, area) };
    });
  }

  private addFrame(id: string): Shown {
    const frame = document.createElement('div');
    frame.className = 'chart-frame';
    frame.setAttribute('role', 'img');
    const canvas = document.createElement('canvas');
    frame.append(canvas);
    this.layer.append(frame);
    const shown: Shown = { frame, canvas, drawn: null };
    this.shown.set(id, shown);
    return shown;
  }

  private remove(id: string, { frame, drawn }: Shown): void {
    drawn?.drawing.destroy();
    frame.remove();
    this.shown.delete(id);
  }
}

function pixels({ left, top, width, height }: ScreenArea): Record<string, string> {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}
