import { type Area } from '../../../../spreadsheet/cells/address';
import { failures } from '../../../../spreadsheet/model/failure';
import { type TableColumnModel, type TableModel } from '../../../../spreadsheet/model/tables/table';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { RangeObject } from '../ranges/range';

/** The columns of a table. */
export class TableColumnsObject extends HostObject {
  readonly className = 'TableColumnCollection';

  constructor(session: Session, private readonly table: TableModel) {
    super(session);
  }

  private object(column: TableColumnModel | undefined): HostObject {
    if (!column) throw failures.itemNotFound();
    return new TableColumnObject(this.session, this.table, column);
  }

  private byKey(key: unknown): TableColumnModel | undefined {
    return this.table.columns.find((column) => column.id === String(key)) ?? this.table.columns[this.table.columnIndex(String(key))];
  }

  override children(): HostObject[] {
    return this.table.columns.map((column) => this.object(column));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.byKey(key));
  }

  get Count(): number {
    return this.table.columns.length;
  }

  GetCount(): number {
    return this.Count;
  }

  GetItem(key: string): HostObject {
    return this.childBy(key);
  }

  GetItemOrNullObject(key: string): HostObject | null {
    const column = this.byKey(key);
    return column ? this.object(column) : null;
  }

  GetItemAt(index: number): HostObject {
    return this.object(this.table.columns[index]);
  }

  Add(index: number | null, values: unknown, name: string | null): HostObject {
    const { area, sheet } = this.table;
    const at = index === null || index < 0 ? area.columns : index;
    const column = area.column + at;
    const inserted = { ...area, column, columns: 1 };
    if (at < area.columns) this.session.workbook.shiftCells(sheet, inserted, 'column', false, 'addIn');
    else {
      if (sheet.extent(inserted, true)) this.session.workbook.shiftCells(sheet, inserted, 'column', false, 'addIn');
      this.session.workbook.resizeTable(this.table, { ...area, columns: area.columns + 1 }, 'addIn');
    }
    const target = new RangeObject(this.session, sheet, inserted);
    if (Array.isArray(values)) target.Values = values;
    if (name !== null) (target.GetRow(0) as RangeObject).Values = name;
    return this.object(this.table.columns[at]);
  }
}

class TableColumnObject extends HostObject {
  readonly className = 'TableColumn';

  constructor(session: Session, private readonly table: TableModel, private readonly column: TableColumnModel) {
    super(session);
  }

  private part(area: Area | null): RangeObject {
    if (!area || this.Index < 0) throw failures.itemNotFound();
    return new RangeObject(this.session, this.table.sheet, { ...area, column: area.column + this.Index, columns: 1 });
  }

  get Id(): string {
    return this.column.id;
  }

  get Index(): number {
    return this.table.columns.indexOf(this.column);
  }

  get Name(): string {
    return this.column.name;
  }

  set Name(name: string) {
    this.part(this.table.headerArea).Values = name;
  }

  get Values(): unknown {
    return this.part(this.table.area).Values;
  }

  set Values(values: unknown) {
    this.part(this.table.area).Values = values;
  }

  GetRange(): HostObject {
    return this.part(this.table.area);
  }

  GetHeaderRowRange(): HostObject {
    return this.part(this.table.headerArea);
  }

  GetDataBodyRange(): HostObject {
    return this.part(this.table.dataArea);
  }

  GetTotalRowRange(): HostObject {
    return this.part(this.table.totalsArea);
  }

  get Filter(): HostObject {
    return new FilterObject(this.session, this.table, this.column);
  }

  Delete(): void {
    const { area, sheet } = this.table;
    this.session.workbook.shiftCells(sheet, { ...area, column: area.column + this.Index, columns: 1 }, 'column', true, 'addIn');
  }
}

/** The filter of a table's column: by the texts that its cells show. */
class FilterObject extends HostObject {
  readonly className = 'Filter';

  constructor(session: Session, private readonly table: TableModel, private readonly column: TableColumnModel) {
    super(session);
  }

  get Criteria(): unknown {
    return this.column.shown === undefined ? null : { filterOn: 'Values', values: [...this.column.shown] };
  }

  ApplyValuesFilter(values: readonly unknown[]): void {
    this.session.workbook.filterTable(this.table, this.column, values.map(String));
  }

  Clear(): void {
    this.session.workbook.filterTable(this.table, this.column, null);
  }
}
