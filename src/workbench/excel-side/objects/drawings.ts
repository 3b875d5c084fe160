import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';

/** What lies over the cells of a sheet and is not shown here: a file's charts, pictures and pivot tables are only counted. */
export class DrawingsObject extends HostObject {
  constructor(session: Session, readonly className: 'ShapeCollection' | 'ChartCollection' | 'PivotTableCollection', private readonly count: number) {
    super(session);
  }

  override children(): HostObject[] {
    return [];
  }

  GetCount(): number {
    return this.count;
  }
}
