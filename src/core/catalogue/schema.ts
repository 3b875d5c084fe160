/** Whether a stored value has the expected shape. Unknown further fields are allowed, so that a newer writer's data stays readable. */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === 'string';
export const isFlag: Shape = (value) => typeof value === 'boolean';
/** A finite number. */
export const isNumber: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
/** A whole number that is represented exactly. */
export const isWhole: Shape = (value) => Number.isSafeInteger(value);
/** A fiscal year. */
export const isYear: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 1900 && Number(value) <= 2200;

/** The shape or null. */
export function orNull(shape: Shape): Shape {
  return (value) => value === null || shape(value);
}

/** One of the given texts. */
export function oneOf(...texts: readonly string[]): Shape {
  return (value) => typeof value === 'string' && texts.includes(value);
}

/** A list of things of one shape. */
export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

/** An object with any names and values of one shape. */
export function mapOf(shape: Shape): Shape {
  return (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(shape);
}

/** An object with these fields of its own. Shape: `optional` are fields that it may lack. */
export function record(fields: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  const [entries, lacking] = [Object.entries(fields), Object.entries(optional)];
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const object = value as Record<string, unknown>;
    return entries.every(([name, shape]) => Object.hasOwn(object, name) && shape(object[name])) && lacking.every(([name, shape]) => object[name] === undefined || shape(object[name]));
  };
}

/** An object whose field `kind` decides which other fields it has. */
export function variants(byKind: Readonly<Record<string, Shape>>): Shape {
  const shapes = new Map(Object.entries(byKind));
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const kind = (value as Record<string, unknown>)['kind'];
    return typeof kind === 'string' && (shapes.get(kind)?.(value) ?? false);
  };
}
