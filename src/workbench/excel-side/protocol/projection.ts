import { HostObject, camel, memberOf, pascal, propertyMember, propertyNames } from './host-object';
import { type QueryInfo } from './wire';

/** What a load asks for: property names, each with what it asks of a navigation property. */
export type SelectTree = Map<string, SelectTree>;

export function selectTree(query: QueryInfo | undefined): SelectTree {
  const tree: SelectTree = new Map();
  const add = (path: string): void => {
    let node = tree;
    for (const segment of path.split('/').filter((name) => name !== 'items')) {
      const next = node.get(segment) ?? new Map();
      node.set(segment, next);
      node = next;
    }
  };
  for (const path of query?.Select ?? []) add(path);
  for (const path of query?.Expand ?? []) add(`${path}/*`);
  if ((query?.Select ?? []).length === 0) tree.set('*', new Map());
  return tree;
}

/** The loaded properties as the wire carries them. */
export function project(object: HostObject | null, tree: SelectTree, query?: QueryInfo): Record<string, unknown> | null {
  if (!object) return null;
  const children = object.children();
  const result: Record<string, unknown> = {};
  const rest: SelectTree = new Map();
  for (const [name, inner] of tree) {
    if (name === '$none') continue;
    if (name === '*' || name === '$all') {
      if (children) rest.set('*', new Map());
      else addScalars(object, result);
    } else if (children && !memberOf(object, pascal(name))) rest.set(name, inner);
    else addProperty(object, name, inner, result);
  }
  if (!children) return result;
  const skipped = children.slice(query?.Skip ?? 0, query?.Top === undefined ? undefined : (query.Skip ?? 0) + query.Top);
  result['_Items'] = skipped.map((child) => ({ ...identity(child), ...project(child, rest.size > 0 ? rest : new Map([['$none', new Map()]])) }));
  return result;
}

function addProperty(object: HostObject, name: string, inner: SelectTree, result: Record<string, unknown>): void {
  const value = propertyMember(object, name).get();
  const isNavigation = value instanceof HostObject;
  result[pascal(name)] = isNavigation ? project(value, inner.size > 0 ? inner : new Map([['*', new Map()]])) : value;
}

function addScalars(object: HostObject, result: Record<string, unknown>): void {
  for (const name of propertyNames(object)) {
    const value = propertyMember(object, name).get();
    if (!(value instanceof HostObject) && !name.endsWith('OrNullObject')) result[name] = value;
  }
}

/** What a client needs to find an object again in a later request. */
export function identity(object: HostObject): Record<string, unknown> {
  for (const name of ['Id', '_Id', 'Key']) {
    const member = memberOf(object, name);
    if (member?.kind === 'property') return { [name === 'Key' ? '_Id' : name]: member.get() };
  }
  return {};
}

/** Loaded properties in the client's camelCase, for the methods that answer with plain objects. */
export function inCamelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCamelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [camel(name), inCamelCase(inner)]));
}
