import { type Culture, american, serialOf } from './number-format';
import { CellError, type Scalar, isErrorCode } from './value';

/** What a written text turns into. */
export type Entry =
  | { readonly kind: 'constant'; readonly value: Scalar; readonly numberFormat?: string; readonly hasQuotePrefix?: boolean }
  | { readonly kind: 'formula'; readonly formula: string };

/** Reads what was written into a cell as Excel does: numbers, dates, booleans and formulas hide in text unless the cell is formatted as text. */
export function readEntry(written: unknown, numberFormat: string, culture: Culture = american): Entry {
  if (typeof written === 'number' || typeof written === 'boolean') return { kind: 'constant', value: written };
  if (written === null || written === undefined || written === '') return { kind: 'constant', value: null };
  if (typeof written === 'object') {
    const basic = (written as { basicValue?: unknown }).basicValue;
    return readEntry(basic === undefined ? '' : basic, numberFormat, culture);
  }
  const text = String(written);
  if (text.startsWith("'")) return { kind: 'constant', value: text.slice(1), hasQuotePrefix: true };
  if (numberFormat === '@') return { kind: 'constant', value: text };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text };
  const constant = readConstant(text.trim(), culture);
  if (constant) return { kind: 'constant', ...constant };
  if (/^[+\-@]./.test(text)) return { kind: 'formula', formula: text.startsWith('+') || text.startsWith('-') ? `=${text}` : `=${text.slice(1)}` };
  return { kind: 'constant', value: text };
}

function readConstant(text: string, culture: Culture): { value: Scalar; numberFormat?: string } | null {
  const number = readNumber(text, culture);
  if (number) return number;
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === culture.trueText) return { value: true };
  if (upper === 'FALSE' || upper === culture.falseText) return { value: false };
  if (isErrorCode(upper)) return { value: new CellError(upper) };
  return readTime(text) ?? readDate(text, culture);
}

function readNumber(text: string, culture: Culture): { value: number; numberFormat?: string } | null {
  const point = `\\${culture.decimalSeparator}`;
  const group = `\\${culture.groupSeparator}`;
  const pattern = new RegExp(`^(\\()?([+-])?\\s*(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:${point}(\\d*))?(e[+-]?\\d+)?\\s*(%)?(\\))?$`, 'i');
  const match = pattern.exec(text);
  if (!match) return null;
  const [, open, sign, whole, fraction, exponent, percent, close] = match;
  if ((whole === undefined && !fraction) || (open === undefined) !== (close === undefined)) return null;
  const digits = `${(whole ?? '0').split(culture.groupSeparator).join('')}.${fraction || '0'}${exponent ?? ''}`;
  const size = percent ? Number(shiftPoint(digits, -2)) : Number(digits);
  const value = sign === '-' || open ? -size : size;
  if (percent) return { value, numberFormat: fraction ? '0.00%' : '0%' };
  return whole?.includes(culture.groupSeparator) ? { value, numberFormat: fraction ? '#,##0.00' : '#,##0' } : { value };
}

function shiftPoint(digits: string, places: number): string {
  return /e/i.test(digits) ? String(Number(digits) * 10 ** places) : `${digits}e${places}`;
}

/** A time of day as Excel counts it, in parts of a day. */
function readTime(text: string): { value: number; numberFormat: string } | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds] = match;
  return { value: (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400, numberFormat: seconds === undefined ? 'hh:mm' : 'hh:mm:ss' };
}

function readDate(text: string, culture: Culture): { value: number; numberFormat: string } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dateEntry(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'yyyy-mm-dd');
  const local = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!local) return null;
  const isDayFirst = culture.shortDate.startsWith('d');
  const [, first, separator, second, yearText] = local;
  if (separator === '.' && (!isDayFirst || yearText === undefined)) return null;
  const [day, month] = isDayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  if (yearText === undefined) return dateEntry(new Date().getFullYear(), month, day, 'dd-mmm');
  return dateEntry(wholeYear(yearText), month, day, culture.shortDate);
}

/** A year of two digits lies between 1930 and 2029, as Excel reads it. */
function wholeYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dateEntry(year: number, month: number, day: number, numberFormat: string): { value: number; numberFormat: string } | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return isReal ? { value: serialOf(year, month, day), numberFormat } : null;
}
