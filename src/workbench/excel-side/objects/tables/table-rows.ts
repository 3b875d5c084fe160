import { type Area, intersect } from '../../../../spreadsheet/cells/address';
import { toWireValue } from '../../../../spreadsheet/cells/value';
import { failures } from '../../../../spreadsheet/model/failure';
import { type TableModel } from '../../../../spreadsheet/model/tables/table';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { RangeObject } from '../ranges/range';

/** The data rows of a table. */
export class TableRowsObject extends HostObject {
  readonly className = 'TableRowCollection';

  constructor(session: Session, private readonly table: TableModel) {
    super(session);
  }

  override children(): HostObject[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRowObject(this.session, this.table, index));
  }

  /** A table whose one row is room for the first has none. */
  get Count(): number {
    return this.table.isEmpty ? 0 : this.table.dataArea.rows;
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
    if (this.table.isEmpty) return this.fill(rows, Array.isArray(values));
    const at = index === null || index < 0 ? data.rows : index;
    const inserted = { ...data, row: data.row + at, rows: rows.length };
    const isAtEnd = at >= data.rows && !this.table.showTotals;
    if (!isAtEnd || sheet.extent(inserted, true)) workbook.shiftCells(sheet, inserted, 'row', false, 'addIn');
    if (isAtEnd) workbook.resizeTable(this.table, { ...this.table.area, rows: this.table.area.rows + rows.length }, 'addIn');
    if (Array.isArray(values)) new RangeObject(this.session, sheet, inserted).Values = rows;
    return new TableRowObject(this.session, this.table, at);
  }

  /** The first rows of a table made of a header row alone go into the empty row that it has. */
  private fill(rows: unknown[][], hasValues: boolean): HostObject {
    const { workbook } = this.session;
    const { dataArea: data, sheet, area } = this.table;
    const added = { ...data, rows: rows.length };
    const below = { ...data, row: data.row + 1, rows: rows.length - 1 };
    if (below.rows > 0) {
      if (this.table.showTotals || sheet.extent(below, true)) workbook.shiftCells(sheet, below, 'row', false, 'addIn');
      if (this.table.area.rows === area.rows) workbook.resizeTable(this.table, { ...area, rows: area.rows + below.rows }, 'addIn');
    }
    this.table.hasInsertRow = false;
    if (hasValues) new RangeObject(this.session, sheet, added).Values = rows;
    return new TableRowObject(this.session, this.table, 0);
  }

  DeleteRowsAt(index: number, count: number | null): void {
    deleteRows(this.session, this.table, index, count ?? 1);
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
    deleteRows(this.session, this.table, this.index, 1);
  }
}

/** Deletes data rows; a table that loses all of them keeps an empty one. */
function deleteRows(session: Session, table: TableModel, index: number, count: number): void {
  const { dataArea: data, sheet } = table;
  const isAll = index === 0 && count >= data.rows;
  if (index < 0 || count < 1 || index + count > data.rows) throw failures.invalidArgument();
  const gone = { ...data, row: data.row + index + (isAll ? 1 : 0), rows: count - (isAll ? 1 : 0) };
  if (gone.rows > 0) session.workbook.shiftCells(sheet, gone, 'row', true, 'addIn');
  if (!isAll) return;
  session.workbook.clear(sheet, { ...data, rows: 1 }, 'Contents', 'addIn');
  table.hasInsertRow = true;
}
