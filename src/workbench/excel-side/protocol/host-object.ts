import { failures } from '../../../spreadsheet/model/failure';
import { type Session } from './session';

/**
 * An object that a client can hold. Its wire members are the class's own accessors and methods in the
 * library's Pascal case ("Values", "GetRange", "_KeepReference"); everything in lower case is ours.
 */
export abstract class HostObject {
  /** The name in the library's documentation, for error locations. */
  abstract readonly className: string;

  constructor(readonly session: Session) {}

  /** Members of a collection; null for a single object. */
  children(): HostObject[] | null {
    return null;
  }

  /** What an indexer path (`getItem`) gives. */
  childBy(_key: unknown): HostObject {
    throw failures.apiNotFound(`${this.className}.getItem`);
  }

  /** Event numbers by the name in the register method ("_RegisterDataChangedEvent" is "DataChangedEvent"). */
  eventTypes(): Readonly<Record<string, number>> {
    return {};
  }

  /** To whom events are addressed: a sheet's or table's id, else the workbook. */
  eventTarget(): string {
    return 'Workbook';
  }
}

export type Member =
  | { readonly kind: 'method'; readonly call: (...parameters: unknown[]) => unknown }
  | { readonly kind: 'property'; readonly get: () => unknown; readonly set: ((value: unknown) => void) | null };

/** The wire member of that Pascal-case name, or null. */
export function memberOf(object: HostObject, name: string): Member | null {
  if (!/^_?[A-Z]/.test(name) || !(name in object)) return null;
  for (let prototype: object | null = Object.getPrototypeOf(object) as object | null; prototype && prototype !== HostObject.prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!descriptor) continue;
    if (typeof descriptor.value === 'function') {
      const method = descriptor.value as (...parameters: unknown[]) => unknown;
      return { kind: 'method', call: (...parameters) => method.apply(object, parameters) };
    }
    const { get, set } = descriptor;
    if (get) return { kind: 'property', get: () => get.call(object) as unknown, set: set ? (value) => set.call(object, value) : null };
  }
  return null;
}

/** The names of an object's wire properties. */
export function propertyNames(object: HostObject): string[] {
  const names = new Set<string>();
  for (let prototype: object | null = Object.getPrototypeOf(object) as object | null; prototype && prototype !== HostObject.prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (/^[A-Z]/.test(name) && descriptor.get) names.add(name);
    }
  }
  return [...names];
}

export function pascal(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

export function camel(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

export function propertyMember(object: HostObject, name: string): Member & { kind: 'property' } {
  const member = memberOf(object, pascal(name));
  if (member?.kind !== 'property') throw failures.apiNotFound(`${object.className}.${camel(name)}`);
  return member;
}
