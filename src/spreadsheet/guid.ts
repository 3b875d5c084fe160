/** A number as an id in the form that Excel gives sheets and comments. */
export function numberedGuid(number: string): string {
  return `{00000000-0000-4000-8000-${number.padStart(12, '0')}}`;
}

/** The number of an id that was made of one, null of any other. */
export function numberOfGuid(guid: string): number | null {
  const digits = /^\{00000000-0000-4000-8000-(\d{12})\}$/.exec(guid)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whether an id has the form that Excel gives sheets. */
export function isGuid(id: string): boolean {
  return /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(id);
}
