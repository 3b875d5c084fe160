/** What a JSON value should be. Shape: answers what is wrong, each with its path; nothing when it is in order. */
export type Shape = (value: unknown, path: string) => readonly string[];

/** A value that passes a test. */
export function value(what: string, isRight: (value: unknown) => boolean): Shape {
  return (found, path) => (isRight(found) ? [] : [`${path} is ${JSON.stringify(found) ?? 'absent'}, not ${what}`]);
}

export const text = value('a text', (found) => typeof found === 'string');
export const truth = value('true or false', (found) => typeof found === 'boolean');
export const whole = value('a whole number', (found) => Number.isInteger(found));
export const number = value('a number', (found) => typeof found === 'number' && Number.isFinite(found));

/** One of some texts. */
export function oneOf(...texts: readonly string[]): Shape {
  return value(texts.join(' or '), (found) => typeof found === 'string' && texts.includes(found));
}

/** A value that may be null; it is never absent. */
export function nullable(shape: Shape): Shape {
  return (found, path) => (found === null ? [] : shape(found, path));
}

/** A list, each item in one shape. */
export function listOf(shape: Shape): Shape {
  return (found, path) => (Array.isArray(found) ? found.flatMap((item, index) => shape(item, `${path}[${index}]`)) : [`${path} is ${JSON.stringify(found) ?? 'absent'}, not a list`]);
}

/** An object of entries, each key in a form and each value in a shape. */
export function entriesOf(key: RegExp, shape: Shape): Shape {
  return (found, path) => (isObject(found) ? Object.entries(found).flatMap(([name, entry]) => [...(key.test(name) ? [] : [`${path} has the key ${name}`]), ...shape(entry, `${path}.${name}`)]) : [`${path} is ${JSON.stringify(found) ?? 'absent'}, not an object`]);
}

/** An object with these fields: none absent and no other. */
export function record(fields: Readonly<Record<string, Shape>>): Shape {
  return (found, path) => {
    if (!isObject(found)) return [`${path} is ${JSON.stringify(found) ?? 'absent'}, not an object`];
    const others = Object.keys(found).filter((name) => !Object.hasOwn(fields, name));
    return [...others.map((name) => `${path} has the field ${name}`), ...Object.entries(fields).flatMap(([name, shape]) => shape(found[name], `${path}.${name}`))];
  };
}

function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
