import { type GridValue } from './worksheet-reading';

/** The serial numbers of 1 January 1950 and 31 December 2099; other numbers are not looked at as dates. */
const FIRST_DATE = 18_264;
const LAST_DATE = 73_050;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** What a worksheet cell holds, from the value and the number format that Excel gives; a format of null shows no date. */
export function gridValue(value: unknown, format: unknown): GridValue {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string') return isErrorText(value) ? { error: value } : value;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'number') return String(value);
  const date = typeof format === 'string' && isDateSerial(value) ? dateText(value, format) : null;
  return date === null ? value : { date };
}

/** Whether a value could be a date, so that its number format has to be looked at. */
export function isDateSerial(value: unknown): boolean {
  return typeof value === 'number' && value >= FIRST_DATE && value <= LAST_DATE;
}

/** Excel's error values in any language of its functions: "#REF!", "#NAME?", "#N/A". */
function isErrorText(text: string): boolean {
  return /^#(?:\p{Lu}\/\p{Lu}|[\p{Lu}\d/_]+[!?])$/u.test(text);
}

/** The date that a number shows in a format; null when the format is none of a date. */
function dateText(serial: number, format: string): string | null {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  if (!/[dy]/.test(codes) || /general|[0#?]/.test(codes)) return null;
  const date = new Date(DAY_ZERO + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
  return /[dm]/.test(codes) ? date : date.slice(0, 4);
}
