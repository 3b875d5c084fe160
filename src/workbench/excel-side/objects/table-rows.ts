import { type Area, intersect } from '../cells/address';
import { toWireValue } from '../cells/value';
import { failures } from '../model/failure';
import { type TableModel } from '../model/table';
import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';
import { RangeObject } from './range';

/** The data rows of a table. */
export class TableRowsObject extends HostObject {
  readonly className = 'TableRowCollection';

  constructor(session: Session, private readonly table: TableModel) {
    super(session);
  }

  override children(): HostObject[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRowObject(this.session, this.table, index));
  }

  get Count(): number {
    return this.table.dataArea.rows;
  }

  GetCount(): number {
    return this.Count;
  }

  GetItemAt(index: number): HostObject {
    if (index < 0 || index >= this.Count) throw failures.invalidArgument();
    return new TableRowObject(this.session, this.table, index);
  }

  override childBy(key: unknown): HostObject {
    return this.GetItemAt(Number(key));
  }

  Add(index: number | null, values: unknown): HostObject {
    const { workbook } = this.session;
    const rows = Array.isArray(values) ? (values as unknown[][]) : [[]];
    const { dataArea: data, sheet } = this.table;
    const at = index === null || index < 0 ? data.rows : index;
    const inserted = { ...data, row: data.row + at, rows: rows.length };
    const isAtEnd = at >= data.rows && !this.table.showTotals;
    if (!isAtEnd || sheet.extent(inserted, true)) workbook.shiftCells(sheet, inserted, 'row', false, 'addIn');
    if (isAtEnd) workbook.resizeTable(this.table, { ...this.table.area, rows: this.table.area.rows + rows.length }, 'addIn');
    if (Array.isArray(values)) new RangeObject(this.session, sheet, inserted).Values = rows;
    return new TableRowObject(this.session, this.table, at);
  }

  DeleteRowsAt(index: number, count: number | null): void {
    const { dataArea: data, sheet } = this.table;
    this.session.workbook.shiftCells(sheet, { ...data, row: data.row + index, rows: count ?? 1 }, 'row', true, 'addIn');
  }
}

class TableRowObject extends HostObject {
  readonly className = 'TableRow';

  constructor(session: Session, private readonly table: TableModel, private readonly index: number) {
    super(session);
  }

  private get area(): Area {
    const area = intersect(this.table.dataArea, { ...this.table.dataArea, row: this.table.dataArea.row + this.index, rows: 1 });
    if (!area) throw failures.itemNotFound();
    return area;
  }

  get Index(): number {
    return this.index;
  }

  get Values(): unknown {
    const { area } = this;
    return [Array.from({ length: area.columns }, (_, column) => toWireValue(this.table.sheet.valueAt(area.row, area.column + column)))];
  }

  set Values(values: unknown) {
    new RangeObject(this.session, this.table.sheet, this.area).Values = values;
  }

  GetRange(): HostObject {
    return new RangeObject(this.session, this.table.sheet, this.area);
  }

  Delete(): void {
    this.session.workbook.shiftCells(this.table.sheet, this.area, 'row', true, 'addIn');
  }
}
