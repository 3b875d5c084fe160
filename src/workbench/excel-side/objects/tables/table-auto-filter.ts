import { type TableModel } from '../../../../spreadsheet/model/tables/table';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';

/** What a table is filtered by. Source: the reference of Excel.AutoFilter; it is enabled while the table shows its filter buttons. */
export class TableAutoFilterObject extends HostObject {
  readonly className = 'AutoFilter';

  constructor(session: Session, private readonly table: TableModel) {
    super(session);
  }

  get Enabled(): boolean {
    return this.table.showFilterButton;
  }

  get IsDataFiltered(): boolean {
    return this.table.isFiltered;
  }

  ClearCriteria(): void {
    this.session.workbook.clearFilters(this.table);
  }

  Reapply(): void {
    this.session.workbook.applyFilters(this.table);
  }
}
