/** One piece of a formula with its place in the text, so that references can be rewritten where they stand. */
export interface FormulaToken {
  readonly kind: 'number' | 'string' | 'error' | 'reference' | 'name' | 'structured' | 'operator';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Sheet prefix of a reference or name, unquoted. */
  readonly sheetName?: string;
  /** The text after the sheet prefix; for a structured reference, what stands inside the outer brackets. */
  readonly local: string;
  /** Table name of a structured reference; empty inside the table itself. */
  readonly tableName?: string;
}

export class FormulaSyntaxError extends Error {}

const sheetPrefix = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
const patterns = {
  space: /\s+/y,
  string: /"(?:[^"]|"")*"/y,
  rows: /\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}(?![\d.])/y,
  number: /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  error: /#(?:N\/A|DIV\/0!|NUM!|VALUE!|NULL!|NAME\?|REF!|SPILL!|CALC!|BUSY!)/iy,
  reference: /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?(?![\p{L}\p{N}_.([])/uy,
  columns: /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.([$])/uy,
  name: /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy,
  operator: /<=|>=|<>|[-+*/^&=<>%(),;{}@#:]/y,
};

/** Splits a formula (with or without its leading "=") into tokens; throws FormulaSyntaxError on what is none. */
export function tokenize(formula: string): FormulaToken[] {
  const found: FormulaToken[] = [];
  let at = formula.startsWith('=') ? 1 : 0;
  const take = (pattern: RegExp, from = at): string | null => {
    pattern.lastIndex = from;
    return pattern.exec(formula)?.[0] ?? null;
  };
  const push = (kind: FormulaToken['kind'], start: number, end: number, more: Partial<FormulaToken> = {}): void => {
    found.push({ kind, text: formula.slice(start, end), start, end, local: formula.slice(start, end), ...more });
    at = end;
  };
  while (at < formula.length) {
    const start = at;
    const space = take(patterns.space);
    if (space) {
      at += space.length;
      continue;
    }
    const string = take(patterns.string);
    if (string) {
      push('string', start, start + string.length);
      continue;
    }
    const prefix = take(sheetPrefix) ?? '';
    const localStart = start + prefix.length;
    const sheet = prefix ? { sheetName: prefix.startsWith("'") ? prefix.slice(1, -2).replace(/''/g, "'") : prefix.slice(0, -1) } : {};
    const reference = take(patterns.reference, localStart) ?? take(patterns.columns, localStart) ?? take(patterns.rows, localStart);
    if (reference) {
      push('reference', start, localStart + reference.length, { ...sheet, local: reference });
      continue;
    }
    const error = take(patterns.error, localStart);
    if (error) {
      push('error', start, localStart + error.length, { local: error.toUpperCase() });
      continue;
    }
    const number = prefix ? null : take(patterns.number);
    if (number) {
      push('number', start, start + number.length);
      continue;
    }
    const name = take(patterns.name, localStart);
    const nameEnd = localStart + (name?.length ?? 0);
    if (formula.charAt(nameEnd) === '[' && (name || !prefix)) {
      const end = closingBracket(formula, nameEnd);
      push('structured', start, end + 1, { tableName: name ?? '', local: formula.slice(nameEnd + 1, end) });
      continue;
    }
    if (name) {
      push('name', start, nameEnd, { ...sheet, local: name });
      continue;
    }
    const operator = prefix ? null : take(patterns.operator);
    if (!operator) throw new FormulaSyntaxError(`Unexpected "${formula.charAt(at)}" at ${at}`);
    push('operator', start, start + operator.length);
  }
  return found;
}

function closingBracket(formula: string, open: number): number {
  let depth = 0;
  for (let index = open; index < formula.length; index += 1) {
    const character = formula.charAt(index);
    if (character === "'") index += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth === 0) return index;
  }
  throw new FormulaSyntaxError('Missing "]"');
}
