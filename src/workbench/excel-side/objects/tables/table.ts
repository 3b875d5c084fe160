import { type Area, parseArea, splitAddress } from '../../../../spreadsheet/cells/address';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { type TableModel } from '../../../../spreadsheet/model/tables/table';
import { HostObject } from '../../protocol/host-object';
import { tableEvents, tablesEvents } from '../../protocol/events';
import { type Session } from '../../protocol/session';
import { RangeObject } from '../ranges/range';
import { RangeSortObject } from '../ranges/range-sort';
import { TableAutoFilterObject } from './table-auto-filter';
import { TableColumnsObject } from './table-columns';
import { TableRowsObject } from './table-rows';
import { WorksheetObject } from '../worksheet';

/** Tables found by some condition, without a way to add any. */
export class ScopedTablesObject extends HostObject {
  readonly className: string = 'TableScopedCollection';

  constructor(session: Session, protected readonly find: () => TableModel[]) {
    super(session);
  }

  protected object(table: TableModel | null | undefined): HostObject {
    if (!table) throw failures.itemNotFound();
    return new TableObject(this.session, table);
  }

  override children(): HostObject[] {
    return this.find().map((table) => this.object(table));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.byKey(key));
  }

  private byKey(key: unknown): TableModel | null {
    const table = this.session.workbook.tableBy(String(key));
    return table && this.find().includes(table) ? table : null;
  }

  get Count(): number {
    return this.find().length;
  }

  GetCount(): number {
    return this.Count;
  }

  GetFirst(): HostObject {
    return this.object(this.find()[0]);
  }

  GetItem(key: string): HostObject {
    return this.childBy(key);
  }

  GetItemOrNullObject(key: string): HostObject | null {
    const table = this.byKey(key);
    return table && this.object(table);
  }

  GetItemAt(index: number): HostObject {
    return this.object(this.find()[index]);
  }
}

export class TablesObject extends ScopedTablesObject {
  override readonly className = 'TableCollection';

  constructor(session: Session, private readonly sheet: SheetModel | null) {
    super(session, () => (sheet ? session.workbook.tablesOn(sheet) : session.workbook.tables));
  }

  override eventTypes(): Readonly<Record<string, number>> {
    return tablesEvents;
  }

  override eventTarget(): string {
    return this.sheet?.id ?? 'Workbook';
  }

  Add(address: unknown, hasHeaders: boolean): HostObject {
    const range = rangeOf(this.session, address, this.sheet ?? this.session.workbook.activeSheet);
    return this.object(this.session.workbook.addTable(range.sheet, range.area, hasHeaders, 'addIn'));
  }
}

/** The range an argument means: a range object, or an address with or without sheet name. */
export function rangeOf(session: Session, argument: unknown, sheet: SheetModel): RangeObject {
  if (argument instanceof RangeObject) return argument;
  const { sheetName, local } = splitAddress(String(argument));
  const target = sheetName === null ? sheet : session.workbook.sheetNamed(sheetName);
  if (!target || !parseArea(local)) throw failures.invalidArgument();
  return new WorksheetObject(session, target).GetRange(local);
}

export class TableObject extends HostObject {
  readonly className = 'Table';

  constructor(session: Session, readonly table: TableModel) {
    super(session);
  }

  private get workbook() {
    return this.session.workbook;
  }

  private range(area: Area | null): HostObject {
    if (!this.workbook.tables.includes(this.table)) throw failures.itemNotFound();
    if (!area) throw failures.itemNotFound();
    return new RangeObject(this.session, this.table.sheet, area);
  }

  private change(change: (table: TableModel) => void): void {
    change(this.table);
    this.workbook.emit({ kind: 'tableRestyled', table: this.table, actor: 'addIn' });
  }

  override eventTypes(): Readonly<Record<string, number>> {
    return tableEvents;
  }

  override eventTarget(): string {
    return this.table.id;
  }

  get Id(): string {
    return this.table.id;
  }

  get LegacyId(): string {
    return this.table.id;
  }

  get Name(): string {
    return this.table.name;
  }

  set Name(name: string) {
    this.workbook.renameTable(this.table, name);
  }

  get Style(): string {
    return this.table.style;
  }

  set Style(style: string) {
    this.change((table) => {
      table.style = style;
    });
  }

  get ShowHeaders(): boolean {
    return this.table.showHeaders;
  }

  set ShowHeaders(isShown: boolean) {
    this.change((table) => {
      table.showHeaders = isShown;
    });
  }

  get ShowTotals(): boolean {
    return this.table.showTotals;
  }

  set ShowTotals(isShown: boolean) {
    this.workbook.setTotalsRow(this.table, isShown, 'addIn');
  }

  get ShowBandedRows(): boolean {
    return this.table.showBandedRows;
  }

  set ShowBandedRows(isShown: boolean) {
    this.change((table) => {
      table.showBandedRows = isShown;
    });
  }

  get ShowBandedColumns(): boolean {
    return this.table.showBandedColumns;
  }

  set ShowBandedColumns(isShown: boolean) {
    this.change((table) => {
      table.showBandedColumns = isShown;
    });
  }

  get ShowFilterButton(): boolean {
    return this.table.showFilterButton;
  }

  set ShowFilterButton(isShown: boolean) {
    this.change((table) => {
      table.showFilterButton = isShown;
    });
  }

  get HighlightFirstColumn(): boolean {
    return this.table.highlightFirstColumn;
  }

  set HighlightFirstColumn(isHighlighted: boolean) {
    this.change((table) => {
      table.highlightFirstColumn = isHighlighted;
    });
  }

  get HighlightLastColumn(): boolean {
    return this.table.highlightLastColumn;
  }

  set HighlightLastColumn(isHighlighted: boolean) {
    this.change((table) => {
      table.highlightLastColumn = isHighlighted;
    });
  }

  get Columns(): HostObject {
    return new TableColumnsObject(this.session, this.table);
  }

  get Rows(): HostObject {
    return new TableRowsObject(this.session, this.table);
  }

  get Sort(): HostObject {
    return new RangeSortObject(this.session, this.table.sheet, () => this.table.dataArea, true);
  }

  get AutoFilter(): HostObject {
    return new TableAutoFilterObject(this.session, this.table);
  }

  get Worksheet(): HostObject {
    return new WorksheetObject(this.session, this.table.sheet);
  }

  GetRange(): HostObject {
    return this.range(this.table.area);
  }

  GetHeaderRowRange(): HostObject {
    return this.range(this.table.headerArea);
  }

  GetDataBodyRange(): HostObject {
    return this.range(this.table.dataArea);
  }

  GetTotalRowRange(): HostObject {
    return this.range(this.table.totalsArea);
  }

  Resize(range: unknown): void {
    this.workbook.resizeTable(this.table, rangeOf(this.session, range, this.table.sheet).area, 'addIn');
  }

  ConvertToRange(): HostObject {
    const { area, sheet } = this.table;
    this.workbook.removeTable(this.table, true, 'addIn');
    return new RangeObject(this.session, sheet, area);
  }

  Delete(): void {
    this.workbook.removeTable(this.table, false, 'addIn');
  }

  ClearFilters(): void {
    this.workbook.clearFilters(this.table);
  }

  ReapplyFilters(): void {
    this.workbook.applyFilters(this.table);
  }
}
