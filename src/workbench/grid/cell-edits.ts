import { CellValueType, type ICellData, ICommandService, type IStyleData } from '@univerjs/core';
import { BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { type Area, between, enclose } from '../../spreadsheet/cells/address';
import { type Entry, readEntry } from '../../spreadsheet/cells/entry';
import { editText } from '../../spreadsheet/cells/edit-text';
import { displayText } from '../../spreadsheet/cells/number-format';
import { CellError } from '../../spreadsheet/cells/value';
import { type ExcelSide } from '../excel-side/excel-side';
import { toInvariantFormula } from '../../spreadsheet/formula/rewrite';
import { DEFAULT_COLUMN_WIDTH } from '../../spreadsheet/model/cell-sizes';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { defaultStyle } from '../../spreadsheet/model/style';
import { modelStyle } from './looks/grid-style';
import { type Grid } from './create-univer';
import { type GridView } from './grid-view';
import { neededPoints } from './sizes/number-fit';
import { pastedCells } from './pasted-text';

interface Typed {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What the grid writes into the clipboard with cells of its own. */
const ownCopyMark = 'data-copy-id';
const mostCellsFilled = 100_000;

export type CellMatrix = Record<number, Record<number, ICellData | null>>;

/** Takes over what a person wrote into cells: typed, pasted, filled, cleared, or styled. */
export class CellEdits {
  private typed: Typed | null = null;
  /** The widths that typing gave to columns. */
  private readonly widened = new Map<string, number>();
  /** What is being pasted, by "row|column". */
  private pasted: Map<string, unknown> | null = null;

  constructor(private readonly grid: Grid, private readonly view: GridView, private readonly side: ExcelSide) {
    const { api } = grid;
    api.addEvent(api.Event.BeforeSheetEditEnd, ({ worksheet, row, column, value }) => {
      const text = value.toPlainText().replace(/(?<![\r\n])[\r\n]+$/, '');
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

  /** Takes over what is pasted from elsewhere as if it were typed; cells copied in the grid itself are left to the grid. */
  listenForPaste(container: HTMLElement): void {
    window.addEventListener('paste', (event) => {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const isElsewhere = !container.contains(document.activeElement) || this.grid.api.getActiveWorkbook()?.isCellEditing() === true;
      if (isElsewhere || html.includes(ownCopyMark)) return;
      const texts = pastedCells(html, event.clipboardData?.getData('text/plain') ?? '');
      if (texts.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.paste(texts);
    }, { capture: true });
  }

  private paste(texts: readonly (readonly string[])[]): void {
    const sheet = this.side.workbook.activeSheet;
    const { selection } = sheet;
    const size = { rows: texts.length, columns: texts[0]?.length ?? 1 };
    const isFill = size.rows === 1 && size.columns === 1 && selection.rows * selection.columns <= mostCellsFilled;
    const area = isFill ? selection : { ...selection, ...size };
    this.view.makeRoom(sheet, area);
    this.pasted = new Map();
    const value: CellMatrix = {};
    for (let row = 0; row < area.rows; row += 1) {
      const line: Record<number, ICellData> = {};
      for (let column = 0; column < area.columns; column += 1) {
        const entry = this.pastedEntry(texts[row % size.rows]?.[column % size.columns] ?? '');
        this.pasted.set(`${area.row + row}|${area.column + column}`, entry);
        line[area.column + column] = gridEntry(readEntry(entry, 'General', this.side.workbook.culture));
      }
      value[area.row + row] = line;
    }
    try {
      this.grid.injector.get(ICommandService).syncExecuteCommand('sheet.command.set-range-values', { unitId: this.view.unitId, subUnitId: sheet.id, value });
    } finally {
      this.pasted = null;
    }
    this.side.workbook.select(sheet, area, 'addIn');
  }

  /** A pasted text as it would be typed; what only looks like a formula stays text. */
  private pastedEntry(text: string): unknown {
    const entry = this.localEntry(text);
    const read = readEntry(entry, 'General', this.side.workbook.culture);
    return read.kind === 'formula' && this.side.workbook.calculation.parse(toInvariantFormula(read.formula)) === null ? `'${text}` : entry;
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
    const place = `${sheet.id}|${column}`;
    const present = sheet.columnWidths.get(column);
    if (typeof value !== 'number' || numberFormat === defaultStyle.numberFormat || present !== this.widened.get(place)) return;
    const needed = neededPoints(displayText(value, numberFormat, this.side.workbook.culture), style?.fontSize ?? defaultStyle.fontSize);
    if (needed <= (present ?? DEFAULT_COLUMN_WIDTH)) return;
    this.widened.set(place, needed);
    this.side.workbook.changeLayout(sheet, () => sheet.columnWidths.set(column, needed));
  }

  /** What the person wrote into a cell, or undefined when its content stays as it is. */
  private written(sheet: SheetModel, row: number, column: number, data: ICellData | null): unknown {
    const cell = sheet.cell(row, column);
    const typed = this.typed;
    if (typed && stands(typed, sheet, row, column)) {
      return typed.text !== '' && cell && typed.text === editText(cell, this.side.workbook.culture) ? undefined : this.localEntry(typed.text);
    }
    if (this.pasted) return this.pasted.get(`${row}|${column}`);
    if (data === null) return cell && (cell.value !== null || cell.formula !== undefined) ? null : undefined;
    if (!('v' in data) && !('f' in data) && !('si' in data) && !('p' in data)) return undefined;
    const formula = data.f ?? (data.si ? this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getRange(row, column).getFormula() : null);
    if (formula) return toInvariantFormula(formula) === cell?.formula ? undefined : formula;
    const plain = data.p ? (data.p.body?.dataStream ?? '').replace(/(?<![\r\n])[\r\n]+$/, '') : data.v;
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
      const whole: IStyleData | null = style === null || style === undefined ? null : (worksheet?.getCellStyle(place.row, place.column) ?? null);
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

/** An entry as the grid keeps it, for when it does it again after an undo. */
function gridEntry(entry: Entry): ICellData {
  if (entry.kind === 'formula') return { v: null, f: toInvariantFormula(entry.formula), t: null };
  const { value, numberFormat } = entry;
  if (typeof value === 'number') return { v: value, f: null, t: CellValueType.NUMBER, ...(numberFormat ? { s: { n: { pattern: numberFormat } } } : {}) };
  if (typeof value === 'boolean') return { v: Number(value), f: null, t: CellValueType.BOOLEAN };
  return { v: value instanceof CellError ? value.code : value, f: null, t: value === null ? null : CellValueType.STRING };
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
