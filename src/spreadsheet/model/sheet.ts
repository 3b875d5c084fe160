import { type Area, MAX_COLUMNS, MAX_ROWS, type Shift, between, contains, enclose, intersect, shiftArea } from '../cells/address';
import { type Scalar } from '../cells/value';
import { renameSheetInFormula, translateFormula } from '../formula/rewrite';
import { type ChartModel, copyChart, rewriteSeries } from './charts/chart';
import { type CellStyle, shareStyle } from './style';

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface Cell {
  /** The constant, or the last computed value of the formula. */
  value: Scalar;
  formula?: string | undefined;
  hasQuotePrefix?: boolean | undefined;
  style?: CellStyle | undefined;
  hyperlink?: Hyperlink | undefined;
}

export interface ConditionalFormat {
  readonly id: string;
  area: Area;
  readonly type: string;
  /** Rule and look as the client wrote them, by property name ("Formula", "Fill.Color" …). */
  readonly settings: Map<string, unknown>;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** A value that a formula elsewhere spilled into this place. */
export interface SpilledValue {
  readonly value: Scalar;
  readonly parentKey: number;
}

export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

export function keyRow(key: number): number {
  return Math.floor(key / MAX_COLUMNS);
}

export function keyColumn(key: number): number {
  return key % MAX_COLUMNS;
}

/** One worksheet: its cells and everything that lies on it. */
export class SheetModel {
  cells = new Map<number, Cell>();
  spills = new Map<number, SpilledValue>();
  columnStyles = new Map<number, CellStyle>();
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  merges: Area[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  charts: ChartModel[] = [];
  /** How many other things lie over its cells. */
  readonly drawings = { shapes: 0, pivotTables: 0 };
  freeze: { rows: number; columns: number } = { rows: 0, columns: 0 };
  visibility: Visibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  protection: { readonly options: Record<string, unknown>; readonly password: string | null } | null = null;
  readonly pageLayout = new Map<string, unknown>();
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  valueAt(row: number, column: number): Scalar {
    const key = cellKey(row, column);
    const cell = this.cells.get(key);
    if (cell && (cell.formula !== undefined || cell.value !== null)) return cell.value;
    return this.spills.get(key)?.value ?? null;
  }

  styleAt(row: number, column: number): CellStyle | undefined {
    return this.cell(row, column)?.style ?? this.columnStyles.get(column);
  }

  /** The cell to write into; made when it is not there. */
  touch(row: number, column: number): Cell {
    const key = cellKey(row, column);
    let cell = this.cells.get(key);
    if (!cell) {
      cell = { value: null };
      const style = this.columnStyles.get(column);
      if (style) cell.style = style;
      this.cells.set(key, cell);
    }
    return cell;
  }

  /** Changes the look of every cell of an area; whole columns keep it as their default. */
  restyle(area: Area, change: (style: CellStyle) => CellStyle): void {
    if (area.rows === MAX_ROWS) {
      for (let column = area.column; column < area.column + Math.min(area.columns, 1000); column += 1) {
        const style = shareStyle(change(this.columnStyles.get(column) ?? {}));
        if (style) this.columnStyles.set(column, style);
        else this.columnStyles.delete(column);
      }
      for (const [, cell] of this.cellsIn(area)) cell.style = shareStyle(change(cell.style ?? {}));
      return;
    }
    const columns = area.columns === MAX_COLUMNS ? Math.max(this.extent()?.columns ?? 1, 26) : area.columns;
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + columns; column += 1) {
        const cell = this.touch(row, column);
        cell.style = shareStyle(change(cell.style ?? {}));
      }
    }
  }

  /** The existing cells within an area, in no particular order. */
  *cellsIn(area: Area): Generator<[number, Cell]> {
    if (area.rows * area.columns <= this.cells.size) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          const key = cellKey(row, column);
          const cell = this.cells.get(key);
          if (cell) yield [key, cell];
        }
      }
      return;
    }
    for (const [key, cell] of this.cells) if (contains(area, keyRow(key), keyColumn(key))) yield [key, cell];
  }

  /** The rectangle from the first to the last used cell, within an area when given; null when nothing is used. */
  extent(within?: Area, valuesOnly = false): Area | null {
    let found: Area | null = null;
    const add = (key: number): void => {
      const [row, column] = [keyRow(key), keyColumn(key)];
      if (within && !contains(within, row, column)) return;
      const area = between(row, column, row, column);
      found = found ? (contains(found, row, column) ? found : enclose(found, area)) : area;
    };
    for (const [key, cell] of this.cells) {
      if (cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style)) add(key);
    }
    for (const key of this.spills.keys()) add(key);
    return found;
  }

  /** Moves cells, sizes and everything that lies on the sheet when rows or columns come in or go out. */
  shift(shift: Shift): void {
    const isRow = shift.axis === 'row';
    const isWhole = shift.crossFrom === 0 && shift.crossTo === (isRow ? MAX_COLUMNS : MAX_ROWS) - 1;
    const movedIndex = (index: number): number | null => {
      if (shift.count > 0) return index >= shift.at ? index + shift.count : index;
      if (index < shift.at) return index;
      return index < shift.at - shift.count ? null : index + shift.count;
    };
    const cells = new Map<number, Cell>();
    for (const [key, cell] of this.cells) {
      const [row, column] = [keyRow(key), keyColumn(key)];
      const cross = isRow ? column : row;
      if (cross < shift.crossFrom || cross > shift.crossTo) cells.set(key, cell);
      else {
        const index = movedIndex(isRow ? row : column);
        if (index !== null) cells.set(isRow ? cellKey(index, column) : cellKey(row, index), cell);
      }
    }
    this.cells = cells;
    this.merges = this.merges.flatMap((area) => shiftArea(area, shift) ?? []);
    this.conditionalFormats = this.conditionalFormats.flatMap((format) => {
      const area = shiftArea(format.area, shift);
      if (!area) return [];
      const formula = format.settings.get('Formula');
      if (typeof formula === 'string') format.settings.set('Formula', translateFormula(formula, ...lostLead(format.area, shift)));
      return [Object.assign(format, { area })];
    });
    if (!isWhole) return;
    for (const chart of this.charts) chart.anchor = shiftArea(chart.anchor, shift) ?? { ...chart.anchor, ...(isRow ? { row: shift.at, rows: 1 } : { column: shift.at, columns: 1 }) };
    const movedSet = (set: Set<number>): Set<number> => new Set([...set].flatMap((index) => movedIndex(index) ?? []));
    const movedMap = <T>(map: Map<number, T>): Map<number, T> =>
      new Map([...map].flatMap(([index, kept]) => {
        const moved = movedIndex(index);
        return moved === null ? [] : [[moved, kept] as const];
      }));
    if (isRow) [this.hiddenRows, this.rowHeights] = [movedSet(this.hiddenRows), movedMap(this.rowHeights)];
    else [this.hiddenColumns, this.columnWidths, this.columnStyles] = [movedSet(this.hiddenColumns), movedMap(this.columnWidths), movedMap(this.columnStyles)];
  }

  /** Becomes like another sheet in all but name, identity and visibility. */
  takeOver(other: SheetModel, newId: () => string): void {
    this.cells = new Map([...other.cells].map(([key, cell]) => [key, { ...cell }]));
    this.columnStyles = new Map(other.columnStyles);
    this.columnWidths = new Map(other.columnWidths);
    this.rowHeights = new Map(other.rowHeights);
    this.hiddenRows = new Set(other.hiddenRows);
    this.hiddenColumns = new Set(other.hiddenColumns);
    this.merges = [...other.merges];
    this.conditionalFormats = other.conditionalFormats.map((format) => ({ ...format, id: newId(), settings: new Map(format.settings) }));
    this.charts = other.charts.map((chart) => copyChart(chart, newId()));
    for (const series of this.charts.flatMap((chart) => chart.series)) rewriteSeries(series, (formula) => renameSheetInFormula(formula, other.name, this.name));
    for (const [name, value] of other.pageLayout) this.pageLayout.set(name, value);
    const { freeze, tabColor, showGridlines, showHeadings, protection } = other;
    Object.assign(this, { freeze: { ...freeze }, tabColor, showGridlines, showHeadings, protection });
  }

  mergeAt(row: number, column: number): Area | null {
    return this.merges.find((area) => contains(area, row, column)) ?? null;
  }

  isLocked(area: Area): boolean {
    if (!this.protection) return false;
    if (area.rows * area.columns > 100_000) return true;
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        if (this.styleAt(row, column)?.locked !== false) return true;
      }
    }
    return false;
  }

  hasMergeAcross(area: Area): boolean {
    return this.merges.some((merge) => intersect(merge, area) !== null);
  }
}

/** How many rows and columns an area loses at its start: a rule's formula is written for the area's first cell. */
function lostLead(area: Area, { axis, at, count }: Shift): [rows: number, columns: number] {
  const start = axis === 'row' ? area.row : area.column;
  const lost = count < 0 && at <= start ? Math.max(0, at - count - start) : 0;
  return axis === 'row' ? [lost, 0] : [0, lost];
}
