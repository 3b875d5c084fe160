import { type Area } from '../../cells/address';
import { type SheetModel } from '../sheet';

export interface TableColumnModel {
  readonly id: string;
  name: string;
  /** The texts whose rows its filter shows; undefined where it has no filter. */
  shown?: readonly string[] | undefined;
}

/** A table: an area of a sheet with a header row, data rows and perhaps a totals row. */
export class TableModel {
  style = 'TableStyleMedium2';
  showHeaders = true;
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  /** Made of a header row alone, or emptied: its one row is room for the first. Source: ECMA-376 part 1, 18.5.1.2, insertRow. */
  hasInsertRow = false;
  columns: TableColumnModel[] = [];

  constructor(
    readonly id: string,
    public name: string,
    public sheet: SheetModel,
    /** Header and totals rows included. */
    public area: Area,
  ) {}

  get headerArea(): Area | null {
    return this.showHeaders ? { ...this.area, rows: 1 } : null;
  }

  get totalsArea(): Area | null {
    return this.showTotals ? { ...this.area, row: this.area.row + this.area.rows - 1, rows: 1 } : null;
  }

  get dataArea(): Area {
    const header = this.showHeaders ? 1 : 0;
    return { ...this.area, row: this.area.row + header, rows: this.area.rows - header - (this.showTotals ? 1 : 0) };
  }

  /** Whether its only data row is the empty one for the first row to come. */
  get isEmpty(): boolean {
    return this.hasInsertRow && this.dataArea.rows === 1 && this.sheet.extent(this.dataArea, true) === null;
  }

  /** Whether a filter hides rows of it. */
  get isFiltered(): boolean {
    return this.columns.some(({ shown }) => shown !== undefined);
  }

  columnIndex(name: string): number {
    const lower = name.toLowerCase();
    return this.columns.findIndex((column) => column.name.toLowerCase() === lower);
  }
}
