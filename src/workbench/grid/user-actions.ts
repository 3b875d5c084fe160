import { CellValueType, type ICellData, type ICommandInfo, type IRange, type IStyleData } from '@univerjs/core';
import { type Area, MAX_COLUMNS, MAX_ROWS, between, enclose } from '../excel-side/cells/address';
import { readEntry } from '../excel-side/cells/entry';
import { CellError, type Scalar } from '../excel-side/cells/value';
import { type ExcelSide } from '../excel-side/excel-side';
import { toInvariantFormula } from '../excel-side/formula/rewrite';
import { ExcelError } from '../excel-side/model/failure';
import { type SheetModel } from '../excel-side/model/sheet';
import { modelStyle } from './cell-data';
import { type Grid } from './create-univer';
import { type GridView, areaOfRange } from './grid-view';

interface Typed {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface RangeParameters {
  readonly subUnitId?: string;
  readonly cellValue?: Record<number, Record<number, ICellData | null>>;
  readonly range?: IRange;
  readonly ranges?: IRange[];
  readonly selections?: readonly { readonly range: IRange }[];
  readonly sheet?: { readonly id: string; readonly name: string };
  readonly name?: string;
  readonly hidden?: number;
  readonly toOrder?: number;
  readonly colWidth?: number | Record<number, number>;
}

const pointsPerPixel = 3 / 4;

/** Takes over into the workbook model what a person does in the grid, and puts the grid right where the model refuses. */
export class UserActions {
  private typed: Typed | null = null;

  constructor(private readonly grid: Grid, private readonly view: GridView, private readonly side: ExcelSide, private readonly onRefusal: (error: ExcelError) => void) {
    const { api } = grid;
    api.addEvent(api.Event.BeforeSheetEditEnd, ({ worksheet, row, column, value }) => {
      const text = value.toPlainText().replace(/[\r\n]+$/, '');
      this.typed = { sheetId: worksheet.getSheetId(), row, column, text };
    });
    view.onUserAction((command) => this.take(command));
  }

  private take(command: ICommandInfo): void {
    const parameters = (command.params ?? {}) as RangeParameters;
    const sheet = parameters.subUnitId === undefined ? null : this.side.workbook.sheetBy(parameters.subUnitId);
    if (command.id === 'sheet.mutation.insert-sheet') {
      this.guard(() => this.adoptSheet(parameters), () => this.view.open());
      return;
    }
    if (!sheet) return;
    this.guard(() => this.apply(command.id, sheet, parameters), () => this.undo(sheet, parameters));
  }

  private guard(act: () => void, undo: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof ExcelError)) throw error;
      undo();
      this.onRefusal(error);
    }
    this.side.workbook.settle();
  }

  /** Shows again what the model has: the cells that were written, or everything when it was more than cells. */
  private undo(sheet: SheetModel, { cellValue }: RangeParameters): void {
    if (!cellValue) {
      this.view.open();
      return;
    }
    for (const [row, line] of Object.entries(cellValue)) {
      for (const column of Object.keys(line)) this.view.restore(sheet, between(Number(row), Number(column), Number(row), Number(column)));
    }
  }

  private apply(id: string, sheet: SheetModel, parameters: RangeParameters): void {
    const { workbook } = this.side;
    const { range, ranges, selections } = parameters;
    switch (id) {
      case 'sheet.mutation.set-range-values': return this.takeCells(sheet, parameters.cellValue ?? {});
      case 'sheet.mutation.insert-row': return range && workbook.shiftCells(sheet, { ...areaOfRange(range), column: 0, columns: MAX_COLUMNS }, 'row', false, 'user');
      case 'sheet.mutation.remove-rows': return range && workbook.shiftCells(sheet, { ...areaOfRange(range), column: 0, columns: MAX_COLUMNS }, 'row', true, 'user');
      case 'sheet.mutation.insert-col': return range && workbook.shiftCells(sheet, { ...areaOfRange(range), row: 0, rows: MAX_ROWS }, 'column', false, 'user');
      case 'sheet.mutation.remove-col': return range && workbook.shiftCells(sheet, { ...areaOfRange(range), row: 0, rows: MAX_ROWS }, 'column', true, 'user');
      case 'sheet.mutation.remove-sheet': return workbook.deleteSheet(sheet);
      case 'sheet.mutation.set-worksheet-name': return workbook.renameSheet(sheet, parameters.name ?? sheet.name);
      case 'sheet.mutation.set-worksheet-hidden': return workbook.setVisibility(sheet, parameters.hidden ? 'Hidden' : 'Visible');
      case 'sheet.mutation.set-worksheet-order': return workbook.moveSheet(sheet, parameters.toOrder ?? 0);
      case 'sheet.mutation.set-worksheet-col-width': return this.takeWidths(sheet, ranges ?? [], parameters.colWidth);
      case 'sheet.mutation.add-worksheet-merge':
        for (const merged of ranges ?? []) workbook.merge(sheet, areaOfRange(merged), false);
        return;
      case 'sheet.mutation.remove-worksheet-merge':
        for (const merged of ranges ?? []) workbook.unmerge(sheet, areaOfRange(merged));
        return;
      case 'sheet.operation.set-worksheet-active': return sheet.visibility === 'Visible' ? workbook.activate(sheet) : undefined;
      case 'sheet.operation.set-selections': {
        const last = selections?.[selections.length - 1]?.range;
        return last && sheet === workbook.activeSheet ? workbook.select(sheet, selectedArea(last), 'user') : undefined;
      }
    }
  }

  private adoptSheet({ sheet }: RangeParameters): void {
    if (!sheet || this.side.workbook.sheetBy(sheet.id)) return;
    this.side.workbook.addSheet(sheet.name, 'user', sheet.id);
  }

  private takeWidths(sheet: SheetModel, ranges: readonly IRange[], width: number | Record<number, number> | undefined): void {
    for (const { startColumn, endColumn } of ranges) {
      for (let column = startColumn; column <= endColumn; column += 1) {
        const pixels = typeof width === 'number' ? width : width?.[column];
        if (pixels !== undefined) sheet.columnWidths.set(column, pixels * pointsPerPixel);
      }
    }
  }

  private takeCells(sheet: SheetModel, cellValue: Record<number, Record<number, ICellData | null>>): void {
    const contents = new Map<string, unknown>();
    let area: Area | null = null;
    const touched: Area[] = [];
    const typed = this.typed;
    for (const [rowText, line] of Object.entries(cellValue)) {
      for (const [columnText, data] of Object.entries(line)) {
        const [row, column] = [Number(rowText), Number(columnText)];
        const place = between(row, column, row, column);
        touched.push(place);
        const written = this.written(sheet, row, column, data);
        if (written === undefined) continue;
        contents.set(`${row}|${column}`, written);
        area = area ? enclose(area, place) : place;
      }
    }
    this.typed = null;
    const start = area;
    if (start) this.side.enter(sheet, start, (row, column) => contents.get(`${start.row + row}|${start.column + column}`));
    for (const place of touched) {
      const data = cellValue[place.row]?.[place.column];
      const isTyped = typed !== null && stands(typed, sheet, place.row, place.column);
      if (!isTyped && (data === null || (data && 's' in data))) this.takeStyle(sheet, place, data?.s);
      this.view.restore(sheet, place);
    }
  }

  /** What the person wrote into a cell, or undefined when its content stays as it is. */
  private written(sheet: SheetModel, row: number, column: number, data: ICellData | null): unknown {
    const cell = sheet.cell(row, column);
    const typed = this.typed;
    if (typed && stands(typed, sheet, row, column)) {
      return typed.text === '' || typed.text !== shownInEditor(cell?.formula, cell?.value ?? null) ? this.localEntry(typed.text) : undefined;
    }
    if (data === null) return cell && (cell.value !== null || cell.formula !== undefined) ? null : undefined;
    if (!('v' in data) && !('f' in data) && !('si' in data) && !('p' in data)) return undefined;
    const formula = data.f ?? (data.si ? this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getRange(row, column).getFormula() : null);
    if (formula) return toInvariantFormula(formula) === cell?.formula ? undefined : formula;
    const plain = data.p ? (data.p.body?.dataStream ?? '').replace(/[\r\n]+$/, '') : data.v;
    if (plain === null || plain === undefined) return cell && (cell.value !== null || cell.formula !== undefined) ? null : undefined;
    const value = data.t === CellValueType.BOOLEAN ? Boolean(Number(plain)) : plain;
    if (cell?.formula === undefined && cell?.value === value) return undefined;
    return typeof value === 'string' && data.t === CellValueType.STRING && !value.startsWith('=') ? `'${value}` : value;
  }

  /** A typed text that is no number the Danish way may still be one with a decimal point. */
  private localEntry(text: string): unknown {
    const local = readEntry(text, 'General', this.side.workbook.culture);
    if (local.kind === 'constant' && typeof local.value === 'string' && /^[+-]?\d+\.\d+$/.test(text.trim())) return Number(text);
    return text;
  }

  private takeStyle(sheet: SheetModel, place: Area, style: ICellData['s']): void {
    const worksheet = this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getSheet();
    const whole: IStyleData | null = style === null || style === undefined ? null : (worksheet?.getStyleDataByHash(String(style)) ?? worksheet?.getCellStyle(place.row, place.column) ?? null);
    const after = modelStyle(sheet.styleAt(place.row, place.column), whole);
    this.side.workbook.restyle(sheet, place, () => after ?? {}, 'user');
  }
}

function stands(typed: Typed, sheet: SheetModel, row: number, column: number): boolean {
  return typed.sheetId === sheet.id && typed.row === row && typed.column === column;
}

function shownInEditor(formula: string | undefined, value: Scalar): string {
  if (formula !== undefined) return formula;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof CellError ? value.code : String(value);
}

/** Whole-row and whole-column selections of the grid reach to its edge; in Excel to the sheet's. */
function selectedArea(range: IRange): Area {
  const area = between(range.startRow || 0, range.startColumn || 0, range.endRow || 0, range.endColumn || 0);
  const rowSelection = 1;
  const columnSelection = 2;
  if (range.rangeType === rowSelection) return { ...area, column: 0, columns: MAX_COLUMNS };
  if (range.rangeType === columnSelection) return { ...area, row: 0, rows: MAX_ROWS };
  return area;
}
