import { american, danish, displayText } from '../../cells/number-format';
import { CellError, type Scalar } from '../../cells/value';
import { type WorksheetFunction } from '../function-call';
import { FormulaFailure, fail, toBoolean, toNumber, toText, wildcard } from '../operand';

function lifted(compute: (...values: Scalar[]) => Scalar): WorksheetFunction {
  return (call) => call.evaluator.map(
    Array.from({ length: call.count }, (_, index) => (call.has(index) ? call.operand(index) : null)),
    (values) => {
      for (const value of values) if (value instanceof CellError) throw new FormulaFailure(value);
      return compute(...values);
    },
  );
}

function joined(values: Iterable<{ value: Scalar }>, separator: string, skipsEmpty: boolean): string {
  const texts = [...values].map(({ value }) => toText(value));
  return texts.filter((text) => !skipsEmpty || text !== '').join(separator);
}

function position(needle: string, haystack: string, start: number, isPattern: boolean): number {
  if (!isPattern) {
    const index = haystack.indexOf(needle, start - 1);
    return index < 0 ? fail('#VALUE!') : index + 1;
  }
  const source = wildcard(needle).source.slice(1, -1);
  const match = new RegExp(source, 'iu').exec(haystack.slice(start - 1));
  return match ? match.index + start : fail('#VALUE!');
}

export const textFunctions: Record<string, WorksheetFunction> = {
  TEXT: lifted((value = null, format = null) => {
    const code = toText(format);
    const isDanish = /[a-zA-Z"]*[0#],0/.test(code) && !/#,##0/.test(code);
    return displayText(value, isDanish ? code.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : code, isDanish ? danish : american);
  }),
  FIXED: lifted((value = null, decimals = 2, hasNoSeparator = false) => {
    const places = Math.max(0, Math.trunc(toNumber(decimals)));
    const code = `${toBoolean(hasNoSeparator) ? '0' : '#,##0'}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
    return displayText(toNumber(value), code, danish);
  }),
  VALUE: lifted((value = null) => toNumber(value)),
  CONCAT: (call) => joined(call.everyValue(), '', false),
  CONCATENATE: (call) => joined(call.everyValue(), '', false),
  TEXTJOIN: (call) => joined(call.everyValue(2), call.text(0), toBoolean(call.scalar(1))),
  LEFT: lifted((text = null, count = 1) => toText(text).slice(0, toNumber(count))),
  RIGHT: lifted((text = null, count = 1) => (toNumber(count) === 0 ? '' : toText(text).slice(-toNumber(count)))),
  MID: lifted((text = null, start = null, count = null) => toText(text).slice(toNumber(start) - 1, toNumber(start) - 1 + toNumber(count))),
  LEN: lifted((text = null) => toText(text).length),
  TRIM: lifted((text = null) => toText(text).trim().replace(/ +/g, ' ')),
  UPPER: lifted((text = null) => toText(text).toUpperCase()),
  LOWER: lifted((text = null) => toText(text).toLowerCase()),
  PROPER: lifted((text = null) => toText(text).toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))),
  SUBSTITUTE: lifted((text = null, old = null, replacement = null, instance = null) => {
    const pieces = toText(text).split(toText(old));
    if (instance === null) return pieces.join(toText(replacement));
    const at = toNumber(instance);
    return at < pieces.length ? pieces.slice(0, at).join(toText(old)) + toText(replacement) + pieces.slice(at).join(toText(old)) : toText(text);
  }),
  FIND: lifted((needle = null, text = null, start = 1) => position(toText(needle), toText(text), toNumber(start), false)),
  SEARCH: lifted((needle = null, text = null, start = 1) => position(toText(needle), toText(text), toNumber(start), true)),
  EXACT: lifted((a = null, b = null) => toText(a) === toText(b)),
  REPT: lifted((text = null, count = null) => toText(text).repeat(toNumber(count))),
  CHAR: lifted((code = null) => String.fromCharCode(toNumber(code))),
  UNICHAR: lifted((code = null) => String.fromCodePoint(toNumber(code))),
  T: lifted((value = null) => (typeof value === 'string' ? value : '')),
  N: lifted((value = null) => (typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0)),
  HYPERLINK: (call) => (call.has(1) ? call.scalar(1) : call.scalar(0)),
};
