import { CellError, type Scalar } from './value';

/** How a culture writes numbers and dates. */
export interface Culture {
  readonly name: string;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly listSeparator: string;
  readonly shortDate: string;
  readonly trueText: string;
  readonly falseText: string;
}

export const danish: Culture = {
  name: 'da-DK', decimalSeparator: ',', groupSeparator: '.', listSeparator: ';', shortDate: 'dd-mm-yyyy', trueText: 'SAND', falseText: 'FALSK',
};
export const american: Culture = {
  name: 'en-US', decimalSeparator: '.', groupSeparator: ',', listSeparator: ',', shortDate: 'm/d/yyyy', trueText: 'TRUE', falseText: 'FALSE',
};

const millisecondsPerDay = 86_400_000;
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const dayZero = Date.UTC(1899, 11, 30);

export function dateOf(serial: number): Date {
  return new Date(dayZero + Math.round(serial * millisecondsPerDay));
}

export function serialOf(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - dayZero) / millisecondsPerDay;
}

/** The text a cell shows: its value through its number format (en-US codes) in a culture. */
export function displayText(value: Scalar, numberFormat: string, culture: Culture): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? culture.trueText : culture.falseText;
  const sections = splitSections(numberFormat);
  if (typeof value === 'string') {
    const section = sections[3] ?? (sections.length === 1 && sections[0]?.includes('@') ? sections[0] : '@');
    return formatTextSection(section, value);
  }
  const conditionedNegative = value < 0 && sections.length > 1;
  const section = (conditionedNegative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0]) ?? 'General';
  return formatNumberSection(section, conditionedNegative ? -value : value, culture);
}

function splitSections(format: string): string[] {
  const sections = [''];
  let quoted = false;
  for (let index = 0; index < format.length; index += 1) {
    const character = format.charAt(index);
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted) sections.push('');
    else sections[sections.length - 1] += character === '\\' ? character + format.charAt((index += 1)) : character;
  }
  return sections;
}

interface Token {
  readonly kind: 'literal' | 'digit' | 'point' | 'comma' | 'percent' | 'date' | 'text' | 'general' | 'exponent';
  readonly text: string;
}

function tokens(section: string): Token[] {
  const found: Token[] = [];
  const pattern = /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General)|([Ee][+-])|(AM\/PM|y+|m+|d+|h+|s+)|([0#?])|([.])|(,)|(%)|(@)|([^])/gi;
  for (const match of section.matchAll(pattern)) {
    const [whole, quoted, escaped, space, , bracket, general, exponent, date, digit, point, comma, percent, text] = match;
    if (quoted !== undefined) found.push({ kind: 'literal', text: quoted });
    else if (escaped !== undefined) found.push({ kind: 'literal', text: escaped });
    else if (space !== undefined) found.push({ kind: 'literal', text: ' ' });
    else if (bracket !== undefined) found.push({ kind: 'literal', text: /^\$([^-]*)/.exec(bracket)?.[1] ?? '' });
    else if (general) found.push({ kind: 'general', text: whole });
    else if (exponent) found.push({ kind: 'exponent', text: exponent });
    else if (date) found.push({ kind: 'date', text: date.toLowerCase() });
    else if (digit) found.push({ kind: 'digit', text: digit });
    else if (point) found.push({ kind: 'point', text: point });
    else if (comma) found.push({ kind: 'comma', text: comma });
    else if (percent) found.push({ kind: 'percent', text: percent });
    else if (text) found.push({ kind: 'text', text });
    else if (!whole.startsWith('*')) found.push({ kind: 'literal', text: whole });
  }
  return found;
}

function formatTextSection(section: string, value: string): string {
  return tokens(section).map((token) => (token.kind === 'text' ? value : token.kind === 'literal' ? token.text : '')).join('');
}

function formatNumberSection(section: string, value: number, culture: Culture): string {
  const parts = tokens(section);
  if (parts.some((part) => part.kind === 'date')) return formatDate(parts, value, culture);
  if (parts.some((part) => part.kind === 'general' || part.kind === 'text')) {
    return parts.map((part) => (part.kind === 'general' || part.kind === 'text' ? generalText(value, culture) : part.text)).join('');
  }
  return formatDigits(parts, value, culture);
}

/** General: up to eleven significant digits, no grouping. */
export function generalText(value: number, culture: Culture): string {
  if (!Number.isFinite(value)) return '#NUM!';
  const size = Math.abs(value);
  const text = size !== 0 && (size >= 1e11 || size < 1e-9)
    ? value.toExponential(5).replace(/\.?0+e/, 'e').replace('e', 'E').replace(/E([+-])(\d)$/, 'E$10$2')
    : String(Number(value.toPrecision(11)));
  return text.replace('.', culture.decimalSeparator);
}

function formatDigits(parts: readonly Token[], value: number, culture: Culture): string {
  const pointAt = parts.findIndex((part) => part.kind === 'point');
  const isDigit = (part: Token): boolean => part.kind === 'digit';
  const integerDigits = (pointAt < 0 ? parts : parts.slice(0, pointAt)).filter(isDigit);
  const decimalDigits = pointAt < 0 ? [] : parts.slice(pointAt).filter(isDigit);
  const lastDigit = parts.reduce((last, part, index) => (isDigit(part) ? index : last), -1);
  if (lastDigit < 0) return (value < 0 ? '-' : '') + parts.map((part) => part.text).join('');
  const isGrouped = parts.some((part, index) => part.kind === 'comma' && index < lastDigit && (pointAt < 0 || index < pointAt));
  const scale = parts.filter((part, index) => part.kind === 'comma' && index > lastDigit).length;
  const percents = parts.filter((part) => part.kind === 'percent').length;
  const scaled = roundHalfUp((Math.abs(value) * 100 ** percents) / 1000 ** scale, decimalDigits.length);
  const [whole = '0', fraction = ''] = scaled.split('.');
  const leastWhole = integerDigits.filter((digit) => digit.text === '0').length;
  let integer = (whole === '0' && leastWhole === 0 ? '' : whole).padStart(leastWhole, '0');
  if (isGrouped) integer = integer.replace(/\B(?=(\d{3})+$)/g, culture.groupSeparator);
  const leastFraction = decimalDigits.filter((digit) => digit.text === '0').length;
  let decimals = fraction;
  while (decimals.length > leastFraction && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  let isWritten = false;
  let text = '';
  parts.forEach((part, index) => {
    if (part.kind === 'digit' || part.kind === 'point') {
      if (!isWritten) text += integer + (pointAt >= 0 && (decimals || leastFraction > 0) ? culture.decimalSeparator + decimals : '');
      isWritten = true;
    } else if (part.kind === 'literal' || part.kind === 'percent') text += part.text;
    else if (part.kind === 'comma' && index === 0) text += '';
  });
  const isZero = !/[1-9]/.test(scaled);
  return (value < 0 && !isZero ? '-' : '') + text;
}

/** Rounds half away from zero on the decimal digits a user sees, as Excel does. */
function roundHalfUp(value: number, decimals: number): string {
  if (value >= 1e15) return value.toFixed(decimals);
  const shifted = Number(`${Number(value.toPrecision(15))}e${decimals}`);
  if (Number.isNaN(shifted)) return value.toFixed(decimals);
  return Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals);
}

function formatDate(parts: readonly Token[], serial: number, culture: Culture): string {
  if (serial < 0) return '#######';
  const date = dateOf(serial);
  const hasClockHalf = parts.some((part) => part.text === 'am/pm');
  let afterHours = false;
  return parts.map((part) => {
    if (part.kind === 'point') return '.';
    if (part.kind !== 'date') return part.kind === 'literal' ? part.text : part.kind === 'comma' ? ',' : part.kind === 'digit' ? '' : part.text;
    const text = dateField(part.text, date, culture, afterHours, hasClockHalf);
    afterHours = part.text.startsWith('h') || (afterHours && !part.text.startsWith('m'));
    return text;
  }).join('');
}

function dateField(field: string, date: Date, culture: Culture, afterHours: boolean, hasClockHalf: boolean): string {
  const two = (number: number): string => (field.length > 1 ? String(number).padStart(2, '0') : String(number));
  const named = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(culture.name, { ...options, timeZone: 'UTC' }).format(date);
  if (field === 'am/pm') return date.getUTCHours() < 12 ? 'AM' : 'PM';
  switch (field.charAt(0)) {
    case 'y': return field.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, '0');
    case 'm':
      if (afterHours) return two(date.getUTCMinutes());
      if (field.length > 2) return named({ month: field.length === 3 ? 'short' : 'long' }).replace(/\.$/, '');
      return two(date.getUTCMonth() + 1);
    case 'd': return field.length > 2 ? named({ weekday: field.length === 3 ? 'short' : 'long' }).replace(/\.$/, '') : two(date.getUTCDate());
    case 'h': return two(hasClockHalf ? ((date.getUTCHours() + 11) % 12) + 1 : date.getUTCHours());
    default: return two(date.getUTCSeconds());
  }
}
