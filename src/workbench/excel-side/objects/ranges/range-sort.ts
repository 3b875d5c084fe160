import { type Area } from '../../../../spreadsheet/cells/address';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

/** Sorts the rows of a range or of a table's data. */
export class RangeSortObject extends HostObject {
  readonly className: string;

  constructor(session: Session, private readonly sheet: SheetModel, private readonly where: () => Area, isTable: boolean) {
    super(session);
    this.className = isTable ? 'TableSort' : 'RangeSort';
  }

  Apply(fields: readonly SortField[], _matchCase: boolean | null, hasHeaders: boolean | null): void {
    const whole = this.where();
    const area = this.className === 'RangeSort' && hasHeaders ? { ...whole, row: whole.row + 1, rows: whole.rows - 1 } : whole;
    this.session.workbook.sortRows(this.sheet, area, fields.map(({ key, ascending }) => ({ column: key, isDescending: ascending === false })), 'addIn');
  }
}
