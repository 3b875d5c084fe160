import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';

/** What lies over the cells of a sheet and is not shown here: pictures and pivot tables are only counted. */
export class DrawingsObject extends HostObject {
  constructor(session: Session, readonly className: 'ShapeCollection' | 'PivotTableCollection', private readonly count: number) {
    super(session);
  }

  override children(): HostObject[] {
    return Array.from({ length: this.count }, (_, index) => new DrawingObject(this.session, index + 1));
  }

  GetCount(): number {
    return this.count;
  }
}

class DrawingObject extends HostObject {
  readonly className = 'Shape';

  constructor(session: Session, private readonly number: number) {
    super(session);
  }

  get Id(): string {
    return String(this.number);
  }

  get Name(): string {
    return `Billede ${this.number}`;
  }
}
