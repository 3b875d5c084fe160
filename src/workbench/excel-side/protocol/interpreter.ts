import { ExcelError, failures } from '../../../spreadsheet/model/failure';
import { HostObject, camel, memberOf, propertyMember } from './host-object';
import { identity, project, selectTree } from './projection';
import { ServiceObject } from './service';
import { type Session } from './session';
import { type Action, type ArgumentInfo, type ObjectPathInfo, type RequestBody, type ResponseBody, actionTypes, pathTypes, responseError } from './wire';

/** Carries out the actions of one request in their order and stops at the first that fails. */
export class Interpreter {
  private readonly objects = new Map<number, HostObject | null>();
  private location = '';

  constructor(
    private readonly session: Session,
    private readonly root: HostObject,
    private readonly services: (name: string) => HostObject,
    private readonly body: RequestBody,
  ) {}

  run(): ResponseBody {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];
    try {
      for (const [index, action] of this.body.Actions.entries()) {
        this.location = '';
        try {
          if (action.ActionType === actionTypes.trace) traceIds.push(action.Id);
          results.push({ ActionId: action.Id, Value: this.perform(action) ?? null });
        } catch (error) {
          if (!(error instanceof ExcelError)) throw error;
          return { Results: results, TraceIds: traceIds, Error: responseError(error.code, error.message, this.location, index) };
        }
      }
      return { Results: results, TraceIds: traceIds };
    } finally {
      this.session.endRequest();
    }
  }

  private perform(action: Action): unknown {
    if (action.ActionType === actionTypes.trace) return null;
    const object = this.object(action.ObjectPathId);
    if (object === null) return null;
    const name = action.Name ?? '';
    switch (action.ActionType) {
      case actionTypes.instantiate: return { ...identity(object), ...this.keptReference(object) };
      case actionTypes.query:
        this.session.workbook.settle();
        this.location = object.className;
        return project(object, selectTree(action.QueryInfo), action.QueryInfo);
      case actionTypes.method: return this.call(object, name, action.ArgumentInfo);
      case actionTypes.setProperty: {
        this.location = `${object.className}.${camel(name)}`;
        const { set } = propertyMember(object, name);
        if (!set) throw failures.apiNotFound(`${this.location} =`);
        const [value] = this.parameters(action.ArgumentInfo);
        this.session.perform(this.location, () => set(value));
        return null;
      }
      default: throw failures.apiNotFound(`action type ${action.ActionType}`);
    }
  }

  private keptReference(object: HostObject): Record<string, unknown> {
    const reference = memberOf(object, '_ReferenceId');
    const id = reference?.kind === 'property' ? reference.get() : null;
    return id ? { _ReferenceId: id } : {};
  }

  private call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    this.location = `${object.className}.${camel(name)}`;
    const registration = /^_(Un)?Register(\w+)$/.exec(name);
    const eventType = registration ? object.eventTypes()[registration[2] ?? ''] : undefined;
    if (registration && eventType !== undefined) {
      this.session.subscribe(eventType, object.eventTarget(), registration[1] ? -1 : 1);
      return null;
    }
    if (object instanceof ServiceObject) return object.answer(name, this.parameters(info));
    const member = memberOf(object, name);
    if (member?.kind !== 'method') throw failures.apiNotFound(this.location);
    const parameters = this.parameters(info);
    const result = this.session.perform(this.location, () => member.call(...parameters));
    return result instanceof HostObject ? null : result;
  }

  /** The object that a path leads to; null when it, or what it hangs on, is a null object. */
  private object(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw failures.invalidArgument(`Unknown object path ${id}`);
    const object = this.follow(path);
    this.objects.set(id, object);
    return object;
  }

  private follow(path: ObjectPathInfo): HostObject | null {
    switch (path.ObjectPathType) {
      case pathTypes.global: return this.root;
      case pathTypes.newObject: return this.services(path.Name);
      case pathTypes.reference: {
        const kept = this.session.references.get(path.Name);
        if (!kept) throw failures.invalidReference();
        return kept;
      }
      case pathTypes.null: return null;
    }
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    this.location = path.Name ? `${parent.className}.${camel(path.Name)}` : `${parent.className}.getItem`;
    if (path.ObjectPathType === pathTypes.indexer) return parent.childBy(this.parameters(path.ArgumentInfo)[0]);
    const member = memberOf(parent, path.Name);
    if (!member || (member.kind === 'method') !== (path.ObjectPathType === pathTypes.method)) throw failures.apiNotFound(this.location);
    const parameters = member.kind === 'method' ? this.parameters(path.ArgumentInfo) : [];
    const result = member.kind === 'method' ? this.session.perform(this.location, () => member.call(...parameters)) : member.get();
    if (result !== null && !(result instanceof HostObject)) throw failures.apiNotFound(this.location);
    return result;
  }

  private parameters(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, index) => this.parameter(argument, references?.[index]));
  }

  private parameter(argument: unknown, reference: unknown): unknown {
    if (Array.isArray(argument) && Array.isArray(reference)) return argument.map((inner: unknown, index) => this.parameter(inner, (reference as unknown[])[index]));
    if (typeof reference === 'number' && reference !== 0) return this.object(reference);
    const nested = (argument as { _ObjectPathId?: unknown } | null)?._ObjectPathId;
    return typeof nested === 'number' ? this.object(nested) : argument;
  }
}
