import { type Area } from '../../../../spreadsheet/cells/address';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { RangeObject } from './range';
import { RangeFormatObject } from './range-format';
import { WorksheetObject } from '../worksheet';

/** Several rectangles of one sheet. */
export class RangeAreasObject extends HostObject {
  readonly className = 'RangeAreas';
  private referenceId: string | null = null;
  private readonly ranges: RangeObject[];

  constructor(session: Session, readonly sheet: SheetModel, areas: readonly Area[]) {
    super(session);
    this.ranges = areas.map((area) => new RangeObject(session, sheet, area));
  }

  _KeepReference(): void {
    for (const range of this.ranges) range._KeepReference();
    this.referenceId ??= `areas ${this.ranges.map((range) => range._ReferenceId).join(' ')}`;
    this.session.references.set(this.referenceId, this);
  }

  get _ReferenceId(): string | null {
    return this.referenceId;
  }

  releaseReference(): void {
    for (const range of this.ranges) range.releaseReference();
    if (this.referenceId) this.session.references.delete(this.referenceId);
  }

  get Address(): string {
    return this.ranges.map((range) => range.Address).join(',');
  }

  get AreaCount(): number {
    return this.ranges.length;
  }

  get CellCount(): number {
    return this.ranges.reduce((sum, range) => sum + range.CellCount, 0);
  }

  get Areas(): HostObject {
    return new RangeCollectionObject(this.session, this.ranges);
  }

  get Format(): HostObject {
    return new RangeFormatObject(this.session, this.sheet, () => this.ranges.map((range) => range.area));
  }

  get Worksheet(): HostObject {
    return new WorksheetObject(this.session, this.sheet);
  }

  Clear(what: string | null): void {
    for (const range of this.ranges) range.Clear(what);
  }
}

class RangeCollectionObject extends HostObject {
  readonly className = 'RangeCollection';

  constructor(session: Session, private readonly ranges: readonly RangeObject[]) {
    super(session);
  }

  override children(): HostObject[] {
    return [...this.ranges];
  }

  GetItemAt(index: number): HostObject {
    const range = this.ranges[index];
    if (!range) throw failures.itemNotFound();
    return range;
  }

  GetCount(): number {
    return this.ranges.length;
  }
}
