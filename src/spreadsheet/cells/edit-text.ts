import { type Culture, displayText } from './number-format';
import { CellError, type Scalar } from './value';

const dateFormat = /[dy]/i;
const timeFormat = /[hs]/i;

/** A number format without its quoted and bracketed texts. */
function letters(numberFormat: string): string {
  return numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
}

/** A cell's content as a person would type it in a culture: a formula, every digit of a number, a whole date, a percentage. */
export function editText(cell: { readonly value: Scalar; readonly formula?: string | undefined; readonly hasQuotePrefix?: boolean | undefined; readonly style?: { readonly numberFormat?: string | undefined } | undefined }, culture: Culture): string {
  const { value } = cell;
  if (cell.formula !== undefined) return cell.formula;
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? culture.trueText : culture.falseText;
  if (typeof value === 'string') return cell.hasQuotePrefix ? `'${value}` : value;
  const format = letters(cell.style?.numberFormat ?? 'General');
  const isDate = dateFormat.test(format) && !/general/i.test(format);
  if (isDate && value >= 0) return displayText(value, Number.isInteger(value) ? culture.shortDate : `${culture.shortDate} hh:mm:ss`, culture);
  if (timeFormat.test(format) && value >= 0 && value < 1) return displayText(value, 'hh:mm:ss', culture);
  if (format.includes('%')) return `${digits(Number((value * 100).toPrecision(15)), culture)}%`;
  return digits(value, culture);
}

function digits(value: number, culture: Culture): string {
  return String(value).replace('.', culture.decimalSeparator).replace('e', 'E');
}
