import { CellValueType, type ICellData, type IStyleData } from '@univerjs/core';
import { BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { type Area, between, enclose } from '../excel-side/cells/address';
import { readEntry } from '../excel-side/cells/entry';
import { editText } from '../excel-side/cells/edit-text';
import { displayText } from '../excel-side/cells/number-format';
import { type ExcelSide } from '../excel-side/excel-side';
import { toInvariantFormula } from '../excel-side/formula/rewrite';
import { type SheetModel } from '../excel-side/model/sheet';
import { defaultStyle } from '../excel-side/model/style';
import { modelStyle } from './cell-data';
import { type Grid } from './create-univer';
import { type GridView } from './grid-view';
import { defaultColumnPoints, neededPoints } from './number-fit';

interface Typed {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type CellMatrix = Record<number, Record<number, ICellData | null>>;

/** Takes over what a person wrote into cells: typed, pasted, filled, cleared, or styled. */
export class CellEdits {
  private typed: Typed | null = null;

  constructor(private readonly grid: Grid, private readonly view: GridView, private readonly side: ExcelSide) {
    const { api } = grid;
    api.addEvent(api.Event.BeforeSheetEditEnd, ({ worksheet, row, column, value }) => {
      const text = value.toPlainText().replace(/[\r\n]+$/, '');
      this.typed = { sheetId: worksheet.getSheetId(), row, column, text };
    });
  }

  /** Lets the editor begin with the content as it would be typed, not as its number format shows it. Possible only once a workbook is open. */
  openEditorWithContent(): void {
    this.grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: 1000,
      handler: (cell, { unitId, subUnitId, row, col }, next) => {
        const sheet = unitId === this.view.unitId ? this.side.workbook.sheetBy(subUnitId) : null;
        const held = sheet?.cell(row, col);
        if (!held || held.formula !== undefined || held.value === null) return next(cell);
        return next({ ...cell, v: editText(held, this.side.workbook.culture), t: CellValueType.STRING, p: null });
      },
    });
  }

  take(sheet: SheetModel, cells: CellMatrix): void {
    const contents = new Map<string, unknown>();
    let area: Area | null = null;
    const typed = this.typed;
    let touched: Area | null = null;
    for (const [place, data] of placesOf(cells)) {
      touched = touched ? enclose(touched, place) : place;
      const written = this.written(sheet, place.row, place.column, data);
      if (written === undefined) continue;
      contents.set(`${place.row}|${place.column}`, written);
      area = area ? enclose(area, place) : place;
    }
    this.typed = null;
    const start = area;
    if (start) this.side.enter(sheet, start, (row, column) => contents.get(`${start.row + row}|${start.column + column}`));
    this.takeStyles(sheet, [...placesOf(cells)].filter(([place]) => !(typed && stands(typed, sheet, place.row, place.column))));
    if (touched) this.view.restore(sheet, touched);
    if (typed && start) this.widenFor(sheet, typed.row, typed.column);
  }

  /** A typed date or formatted number makes its column wide enough, unless somebody chose the width. */
  private widenFor(sheet: SheetModel, row: number, column: number): void {
    const value = sheet.valueAt(row, column);
    const style = sheet.styleAt(row, column);
    const numberFormat = style?.numberFormat ?? defaultStyle.numberFormat;
    if (typeof value !== 'number' || numberFormat === defaultStyle.numberFormat || sheet.columnWidths.has(column)) return;
    const needed = neededPoints(displayText(value, numberFormat, this.side.workbook.culture), style?.fontSize ?? defaultStyle.fontSize);
    if (needed > defaultColumnPoints) this.side.workbook.changeLayout(sheet, () => sheet.columnWidths.set(column, needed));
  }

  /** What the person wrote into a cell, or undefined when its content stays as it is. */
  private written(sheet: SheetModel, row: number, column: number, data: ICellData | null): unknown {
    const cell = sheet.cell(row, column);
    const typed = this.typed;
    if (typed && stands(typed, sheet, row, column)) {
      return typed.text !== '' && cell && typed.text === editText(cell, this.side.workbook.culture) ? undefined : this.localEntry(typed.text);
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

  /** A typed text that is no number the Danish way may still be one with a decimal point; a formula's last parentheses may be left out. */
  private localEntry(text: string): unknown {
    if (text.startsWith('=')) return this.closed(text);
    const local = readEntry(text, 'General', this.side.workbook.culture);
    if (local.kind === 'constant' && typeof local.value === 'string' && /^[+-]?\d+\.\d+$/.test(text.trim())) return Number(text);
    return text;
  }

  private closed(formula: string): string {
    const isWhole = (text: string): boolean => this.side.workbook.calculation.parse(toInvariantFormula(text)) !== null;
    if (isWhole(formula)) return formula;
    const missing = (formula.match(/\(/g) ?? []).length - (formula.match(/\)/g) ?? []).length;
    const closed = formula + ')'.repeat(Math.max(0, missing));
    return isWhole(closed) ? closed : formula;
  }

  private takeStyles(sheet: SheetModel, places: readonly (readonly [Area, ICellData | null])[]): void {
    const worksheet = this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getSheet();
    let changed: Area | null = null;
    for (const [place, data] of places) {
      if (data !== null && !('s' in data)) continue;
      const style = data?.s;
      const whole: IStyleData | null = style === null || style === undefined ? null : (worksheet?.getStyleDataByHash(String(style)) ?? worksheet?.getCellStyle(place.row, place.column) ?? null);
      const before = sheet.styleAt(place.row, place.column);
      const after = modelStyle(before, whole);
      if (after === before) continue;
      this.side.workbook.checkWritable(sheet, place);
      sheet.restyle(place, () => after ?? {});
      changed = changed ? enclose(changed, place) : place;
    }
    if (changed) this.side.workbook.emit({ kind: 'format', sheet, area: changed, actor: 'user' });
  }
}

function* placesOf(cells: CellMatrix): Generator<readonly [Area, ICellData | null]> {
  for (const [rowText, line] of Object.entries(cells)) {
    const row = Number(rowText);
    for (const [columnText, data] of Object.entries(line)) yield [between(row, Number(columnText), row, Number(columnText)), data];
  }
}

function stands(typed: Typed, sheet: SheetModel, row: number, column: number): boolean {
  return typed.sheetId === sheet.id && typed.row === row && typed.column === column;
}
