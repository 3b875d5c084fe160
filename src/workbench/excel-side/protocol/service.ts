import { HostObject } from './host-object';
import { type Session } from './session';

/** A service of the host outside the workbook's objects, such as the one that takes custom functions' results. */
export class ServiceObject extends HostObject {
  constructor(session: Session, readonly className: string, private readonly handler: (method: string, parameters: readonly unknown[]) => unknown) {
    super(session);
  }

  answer(method: string, parameters: readonly unknown[]): unknown {
    return this.handler(method, parameters) ?? null;
  }
}
