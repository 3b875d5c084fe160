import { type Area } from '../cells/address';
import { CellError, type ErrorCode, type Matrix, type Scalar } from '../cells/value';
import { type SheetModel } from '../model/sheet';

/** A place in the workbook as the value of an expression. */
export class Reference {
  constructor(
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {}
}

/** Several values as the value of an expression. */
export class ArrayValue {
  constructor(readonly rows: Matrix) {}
}

export type Operand = Scalar | Reference | ArrayValue;

/** An error on its way out of a function's arguments. */
export class FormulaFailure extends Error {
  constructor(readonly error: CellError) {
    super(error.code);
  }
}

export function fail(code: ErrorCode, message?: string): never {
  throw new FormulaFailure(new CellError(code, message));
}

/** The number a value counts as in arithmetic; text that looks like a number counts. */
export function toNumber(value: Scalar): number {
  if (value instanceof CellError) throw new FormulaFailure(value);
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = value.trim();
  const number = Number(text.endsWith('%') ? text.slice(0, -1) : text);
  if (text === '' || Number.isNaN(number)) return fail('#VALUE!');
  return text.endsWith('%') ? number / 100 : number;
}

export function toText(value: Scalar): string {
  if (value instanceof CellError) throw new FormulaFailure(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value;
}

export function toBoolean(value: Scalar): boolean {
  if (value instanceof CellError) throw new FormulaFailure(value);
  if (typeof value === 'string') {
    const upper = value.toUpperCase();
    return upper === 'TRUE' ? true : upper === 'FALSE' ? false : fail('#VALUE!');
  }
  return value === null ? false : Boolean(value);
}

const texts = new Intl.Collator('da', { sensitivity: 'accent' });

/** Orders two values the way Excel sorts them: numbers, then text without case, then FALSE, TRUE; empty counts as 0 or "". */
export function compare(a: Scalar, b: Scalar): number {
  if (a instanceof CellError) throw new FormulaFailure(a);
  if (b instanceof CellError) throw new FormulaFailure(b);
  const left = a ?? (typeof b === 'string' ? '' : typeof b === 'boolean' ? false : 0);
  const right = b ?? (typeof left === 'string' ? '' : typeof left === 'boolean' ? false : 0);
  const rank = (value: number | string | boolean): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string') return texts.compare(left, String(right));
  return Number(left) - Number(right);
}

/** Whether a value meets a criterion of COUNTIF and its kin: ">5", "<>", "Son*", 7. */
export function criterion(condition: Scalar): (value: Scalar) => boolean {
  if (condition instanceof CellError) return (value) => value instanceof CellError && value.code === condition.code;
  if (typeof condition !== 'string') return (value) => !(value instanceof CellError) && value !== null && typeof value === typeof (condition ?? 0) && compare(value, condition) === 0;
  const [, operator = '', rest = ''] = /^(<=|>=|<>|<|>|=)?([^]*)$/.exec(condition) ?? [];
  const number = rest.trim() === '' ? NaN : Number(rest);
  if (operator !== '' && operator !== '=' && operator !== '<>') {
    const bound = Number.isNaN(number) ? rest : number;
    return (value) => {
      if (value instanceof CellError || value === null || typeof value !== typeof bound) return false;
      const order = compare(value, bound);
      return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
    };
  }
  const isText = textTest(rest);
  const isEqual = (value: Scalar): boolean => {
    if (value instanceof CellError) return value.code === rest;
    if (rest === '') return value === null || (operator === '' && value === '');
    if (typeof value === 'number') return value === number;
    return typeof value === 'string' ? isText(value) : typeof value === 'boolean' && String(value).toUpperCase() === rest.toUpperCase();
  };
  return operator === '<>' ? (value) => !isEqual(value) : isEqual;
}

/** Whether a text is the wanted one, whatever its case; wildcards make a pattern of it. */
function textTest(wanted: string): (text: string) => boolean {
  if (/[?*~]/.test(wanted)) {
    const pattern = wildcard(wanted);
    return (text) => pattern.test(text);
  }
  const lower = wanted.toLowerCase();
  return (text) => text === wanted || (text.length === wanted.length && text.toLowerCase() === lower);
}

/** A pattern with Excel's wildcards ("?", "*", "~" as escape) that must match the whole text. */
export function wildcard(text: string): RegExp {
  const source = text.replace(/~([?*~])|([?*])|([\\^$.|+()[\]{}])/g, (_, escaped?: string, wild?: string, special?: string) =>
    escaped ? `\\${escaped}` : wild ? (wild === '?' ? '.' : '[^]*') : `\\${special ?? ''}`);
  return new RegExp(`^${source}$`, 'iu');
}
