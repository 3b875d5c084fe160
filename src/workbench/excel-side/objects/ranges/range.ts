import { type Area, MAX_COLUMNS, MAX_ROWS, isOnSheet } from '../../../../spreadsheet/cells/address';
import { type Scalar, toWireValue, valueType } from '../../../../spreadsheet/cells/value';
import { toInvariantFormula, translateFormula } from '../../../../spreadsheet/formula/rewrite';
import { cellText, numberFormatAt } from '../../../../spreadsheet/model/cell-text';
import { failures } from '../../../../spreadsheet/model/failure';
import { type Hyperlink, type SheetModel, cellKey } from '../../../../spreadsheet/model/sheet';
import { type LiveRange } from '../../../../spreadsheet/model/workbook';
import { HostObject, memberOf, pascal, propertyMember } from '../../protocol/host-object';
import { type SelectTree, inCamelCase, project } from '../../protocol/projection';
import { type Session } from '../../protocol/session';
import { ConditionalFormatsObject } from './conditional-format';
import { copyRange, readCopyKind } from './range-copy';
import { RangeFormatObject } from './range-format';
import { RangeNavigation } from './range-navigation';
import { RangeSortObject } from './range-sort';
import { WorksheetObject } from '../worksheet';

const mostCellsRead = 5_000_000;

/** A range of cells: its values, formats and looks, and what changes them. */
export class RangeObject extends RangeNavigation {
  readonly className = 'Range';
  private readonly live: LiveRange;
  private referenceId: string | null = null;

  constructor(session: Session, sheet: SheetModel, area: Area) {
    super(session);
    if (!isOnSheet(area)) throw failures.invalidArgument();
    this.live = session.liveRange(sheet, area);
  }

  get sheet(): SheetModel {
    return this.live.sheet;
  }

  get area(): Area {
    if (!this.live.area) throw failures.invalidReference();
    return this.live.area;
  }

  protected at(area: Area): RangeObject {
    return new RangeObject(this.session, this.sheet, area);
  }

  private grid<T>(read: (row: number, column: number) => T): T[][] | null {
    const { area } = this;
    if (area.rows * area.columns > mostCellsRead) return null;
    return Array.from({ length: area.rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => read(area.row + row, area.column + column)));
  }

  private valueAt(row: number, column: number): Scalar {
    return this.sheet.valueAt(row, column);
  }

  /**
   * Reads a written value by place: one for all cells, a formula being filled in as from the first cell, or a matrix of the range's own size, in which null leaves a cell alone.
   * Source: Microsoft Learn, "Set and get range values, text, or formulas".
   */
  private entries(written: unknown): (row: number, column: number) => unknown {
    if (!Array.isArray(written)) {
      const isFormula = typeof written === 'string' && written.startsWith('=');
      return (row, column) => (isFormula ? translateFormula(written, row, column) : (written ?? undefined));
    }
    const rows = written as unknown[][];
    const { area } = this;
    if (rows.length !== area.rows || rows.some((row) => !Array.isArray(row) || row.length !== area.columns)) {
      throw failures.invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
    return (row, column) => rows[row]?.[column] ?? undefined;
  }

  _KeepReference(): void {
    this.referenceId ??= this.session.keep(this, this.live);
  }

  get _ReferenceId(): string | null {
    return this.referenceId;
  }

  releaseReference(): void {
    if (this.referenceId) this.session.release(this.referenceId, this.live);
    this.referenceId = null;
  }

  _ValidateArraySize(rows: unknown, columns: unknown): void {
    const { area } = this;
    if (rows !== area.rows || columns !== area.columns) {
      throw failures.invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
  }

  // Properties

  get Address(): string {
    return this.workbook.addressOf(this.sheet, this.area);
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get RowIndex(): number {
    return this.area.row;
  }

  get ColumnIndex(): number {
    return this.area.column;
  }

  get RowCount(): number {
    return this.area.rows;
  }

  get ColumnCount(): number {
    return this.area.columns;
  }

  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get IsEntireColumn(): boolean {
    return this.area.rows === MAX_ROWS;
  }

  get IsEntireRow(): boolean {
    return this.area.columns === MAX_COLUMNS;
  }

  get Values(): unknown {
    return this.grid((row, column) => toWireValue(this.valueAt(row, column)));
  }

  set Values(written: unknown) {
    this.workbook.write(this.sheet, this.area, this.entries(written), 'addIn');
  }

  get Formulas(): unknown {
    return this.grid((row, column) => this.sheet.cell(row, column)?.formula ?? toWireValue(this.valueAt(row, column)));
  }

  set Formulas(written: unknown) {
    this.Values = written;
  }

  get FormulasLocal(): unknown {
    return this.Formulas;
  }

  set FormulasLocal(written: unknown) {
    const entry = this.entries(written);
    const local = (row: number, column: number): unknown => {
      const value = entry(row, column);
      return typeof value === 'string' && value.startsWith('=') ? toInvariantFormula(value) : value;
    };
    this.workbook.write(this.sheet, this.area, local, 'addIn', this.workbook.culture);
  }

  get Text(): unknown {
    return this.grid((row, column) => cellText(this.workbook, this.sheet, row, column));
  }

  get ValueTypes(): unknown {
    return this.grid((row, column) => valueType(this.valueAt(row, column)));
  }

  get NumberFormat(): unknown {
    return this.grid((row, column) => numberFormatAt(this.sheet, row, column));
  }

  set NumberFormat(written: unknown) {
    const entry = this.entries(written);
    const { area } = this;
    if (!Array.isArray(written)) {
      this.workbook.restyle(this.sheet, area, (style) => ({ ...style, numberFormat: String(written) }), 'addIn');
      return;
    }
    this.workbook.checkWritable(this.sheet, area);
    for (let row = 0; row < area.rows; row += 1) {
      for (let column = 0; column < area.columns; column += 1) {
        const numberFormat = entry(row, column);
        if (typeof numberFormat !== 'string') continue;
        this.sheet.restyle({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 }, (style) => ({ ...style, numberFormat }));
      }
    }
    this.workbook.emit({ kind: 'format', sheet: this.sheet, area, actor: 'addIn' });
  }

  get RowHidden(): boolean | null {
    return this.hidden(this.sheet.hiddenRows, this.area.row, this.area.rows);
  }

  set RowHidden(isHidden: boolean) {
    this.hide(this.sheet.hiddenRows, this.area.row, this.area.rows, isHidden);
  }

  get ColumnHidden(): boolean | null {
    return this.hidden(this.sheet.hiddenColumns, this.area.column, this.area.columns);
  }

  set ColumnHidden(isHidden: boolean) {
    this.hide(this.sheet.hiddenColumns, this.area.column, this.area.columns, isHidden);
  }

  get Hidden(): boolean | null {
    return this.RowHidden === true || this.ColumnHidden === true ? true : this.RowHidden === false && this.ColumnHidden === false ? false : null;
  }

  private hidden(set: Set<number>, from: number, count: number): boolean | null {
    const number = [...set].filter((index) => index >= from && index < from + count).length;
    return number === 0 ? false : number === count ? true : null;
  }

  private hide(set: Set<number>, from: number, count: number, isHidden: boolean): void {
    this.workbook.checkWritable(this.sheet, this.area);
    this.workbook.changeLayout(this.sheet, () => {
      for (let index = from; index < from + Math.min(count, 100_000); index += 1) {
        if (isHidden) set.add(index);
        else set.delete(index);
      }
    });
  }

  get HasSpill(): boolean | null {
    const has = (this.grid((row, column) => this.workbook.calculation.spillArea(this.sheet, cellKey(row, column)) !== null || this.sheet.spills.has(cellKey(row, column))) ?? []).flat();
    return has.every(Boolean) ? true : has.some(Boolean) ? null : false;
  }

  get Hyperlink(): Hyperlink | null {
    return this.sheet.cell(this.area.row, this.area.column)?.hyperlink ?? null;
  }

  set Hyperlink(link: Hyperlink) {
    const { area, sheet } = this;
    this.workbook.checkWritable(sheet, area);
    const text = link.textToDisplay;
    if (text !== undefined) this.workbook.write(sheet, area, () => `'${text}`, 'addIn');
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) sheet.touch(row, column).hyperlink = link;
    }
    this.workbook.restyle(sheet, area, (style) => ({ ...style, fontColor: '#0563C1', underline: 'Single' }), 'addIn');
  }

  get Format(): HostObject {
    return new RangeFormatObject(this.session, this.sheet, () => this.area);
  }

  get Worksheet(): HostObject {
    return new WorksheetObject(this.session, this.sheet);
  }

  get Sort(): HostObject {
    return new RangeSortObject(this.session, this.sheet, () => this.area, false);
  }

  get ConditionalFormats(): HostObject {
    return new ConditionalFormatsObject(this.session, this.sheet, () => this.area);
  }

  // Changes

  Clear(what: string | null): void {
    const kinds = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;
    const kind = kinds.find((candidate) => candidate === (what ?? 'All'));
    if (!kind) throw failures.invalidArgument();
    this.workbook.clear(this.sheet, this.area, kind, 'addIn');
  }

  Insert(direction: string): HostObject {
    const { area } = this;
    this.workbook.shiftCells(this.sheet, area, direction === 'Right' ? 'column' : 'row', false, 'addIn');
    return this.at(area);
  }

  Delete(direction: string): void {
    this.workbook.shiftCells(this.sheet, this.area, direction === 'Left' ? 'column' : 'row', true, 'addIn');
  }

  Select(): void {
    this.workbook.select(this.sheet, this.area, 'addIn');
  }

  Merge(isAcross: boolean | null): void {
    this.workbook.merge(this.sheet, this.area, isAcross === true);
  }

  Unmerge(): void {
    this.workbook.unmerge(this.sheet, this.area);
  }

  Calculate(): void {
    this.workbook.calculateArea(this.sheet, this.area);
  }

  SetDirty(): void {
    this.workbook.calculation.forgetAnswers(this.sheet, this.area);
    this.workbook.markDirty();
  }

  CopyFrom(source: unknown, copyType: string | null, skipBlanks: boolean | null, transpose: boolean | null): void {
    const from = source instanceof RangeObject ? source : new WorksheetObject(this.session, this.sheet).GetRange(String(source));
    copyRange(this.workbook, { from, to: this, kind: readCopyKind(copyType), skipsBlanks: skipBlanks === true, isTransposed: transpose === true });
  }

  MoveTo(destination: unknown): void {
    const to = destination instanceof RangeObject ? destination : new WorksheetObject(this.session, this.sheet).GetRange(String(destination));
    this.workbook.moveCells(this.sheet, this.area, to.sheet, to.area.row, to.area.column, 'addIn');
  }

  SetCellProperties(properties: unknown): void {
    const entry = this.entries(properties);
    this.grid((row, column) => {
      applyProperties(this.at({ row, column, rows: 1, columns: 1 }), entry(row - this.area.row, column - this.area.column));
    });
  }

  SetRowProperties(properties: unknown): void {
    (properties as unknown[]).forEach((item, index) => applyProperties(this.GetRow(index), item));
  }

  SetColumnProperties(properties: unknown): void {
    (properties as unknown[]).forEach((item, index) => applyProperties(this.GetColumn(index), item));
  }

  GetCellProperties(options: unknown): unknown {
    this.workbook.settle();
    const tree = optionsTree(options);
    return this.grid((row, column) => inCamelCase(project(this.at({ row, column, rows: 1, columns: 1 }), tree)));
  }

  GetRowProperties(options: unknown): unknown {
    return Array.from({ length: this.area.rows }, (_, row) => inCamelCase(project(this.GetRow(row), optionsTree(options))));
  }

  GetColumnProperties(options: unknown): unknown {
    return Array.from({ length: this.area.columns }, (_, column) => inCamelCase(project(this.GetColumn(column), optionsTree(options))));
  }
}

function optionsTree(options: unknown): SelectTree {
  const tree: SelectTree = new Map();
  for (const [name, inner] of Object.entries((options ?? {}) as Record<string, unknown>)) {
    if (inner) tree.set(name, typeof inner === 'object' ? optionsTree(inner) : new Map());
  }
  return tree;
}

function applyProperties(object: HostObject, properties: unknown): void {
  for (const [name, value] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
    const member = memberOf(object, pascal(name));
    const inner = member?.kind === 'property' && value !== null && typeof value === 'object' ? member.get() : null;
    if (inner instanceof HostObject) applyProperties(inner, value);
    else propertyMember(object, name).set?.(value);
  }
}
