import { type Area, parseArea } from '../cells/address';
import { type ErrorCode, type Scalar } from '../cells/value';
import { type FormulaToken, FormulaSyntaxError, tokenize } from './lexer';

/** What a structured reference points at: items such as "#Headers", a span of columns, or the formula's own row. */
export interface StructuredReference {
  readonly tableName: string;
  readonly items: readonly string[];
  readonly columns: readonly [string, string] | null;
  readonly isThisRow: boolean;
}

export type Expression =
  | { readonly type: 'constant'; readonly value: Scalar }
  | { readonly type: 'error'; readonly code: ErrorCode }
  | { readonly type: 'reference'; readonly sheetName: string | null; readonly area: Area }
  | { readonly type: 'name'; readonly sheetName: string | null; readonly name: string }
  | { readonly type: 'structured'; readonly reference: StructuredReference }
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly type: 'unary'; readonly operator: '-' | '+' | '%' | '@' | '#'; readonly operand: Expression }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'array'; readonly rows: readonly (readonly Scalar[])[] }
  | { readonly type: 'omitted' };

const precedences: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/** Parses a formula in the invariant form (English names, comma between arguments); throws FormulaSyntaxError. */
export function parseFormula(formula: string): Expression {
  const parser = new Parser(tokenize(formula));
  const expression = parser.parseExpression();
  parser.expectEnd();
  return expression;
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  expectEnd(): void {
    const rest = this.tokens[this.position];
    if (rest) throw new FormulaSyntaxError(`Unexpected "${rest.text}"`);
  }

  parseExpression(level = 0): Expression {
    const operators = precedences[level];
    if (!operators) return this.parseUnary();
    let left = this.parseExpression(level + 1);
    for (;;) {
      const operator = this.peekOperator();
      if (!operator || !operators.includes(operator)) return left;
      this.position += 1;
      left = { type: 'binary', operator, left, right: this.parseExpression(level + 1) };
    }
  }

  private parseUnary(): Expression {
    const operator = this.peekOperator();
    if (operator === '-' || operator === '+' || operator === '@') {
      this.position += 1;
      return { type: 'unary', operator, operand: this.parseUnary() };
    }
    let operand = this.parseRange();
    for (;;) {
      const postfix = this.peekOperator();
      if (postfix !== '%' && postfix !== '#') return operand;
      this.position += 1;
      operand = { type: 'unary', operator: postfix, operand };
    }
  }

  private parseRange(): Expression {
    let left = this.parsePrimary();
    while (this.peekOperator() === ':') {
      this.position += 1;
      left = { type: 'binary', operator: ':', left, right: this.parsePrimary() };
    }
    return left;
  }

  private parsePrimary(): Expression {
    const token = this.tokens[this.position];
    if (!token) throw new FormulaSyntaxError('The formula ends too early');
    this.position += 1;
    switch (token.kind) {
      case 'number': return { type: 'constant', value: Number(token.text) };
      case 'string': return { type: 'constant', value: token.text.slice(1, -1).replace(/""/g, '"') };
      case 'error': return { type: 'error', code: token.local as ErrorCode };
      case 'structured': return { type: 'structured', reference: readStructuredReference(token.tableName ?? '', token.local) };
      case 'reference': {
        const area = parseArea(token.local);
        return area ? { type: 'reference', sheetName: token.sheetName ?? null, area } : { type: 'error', code: '#REF!' };
      }
      case 'name': return this.parseName(token);
      case 'operator': break;
    }
    if (token.text === '(') {
      const inner = this.parseExpression();
      this.expect(')');
      return inner;
    }
    if (token.text === '{') return this.parseArray();
    throw new FormulaSyntaxError(`Unexpected "${token.text}"`);
  }

  private parseName(token: FormulaToken): Expression {
    if (this.peekOperator() === '(') {
      this.position += 1;
      return { type: 'call', name: token.local.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, ''), arguments: this.parseArguments() };
    }
    const upper = token.local.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return { type: 'constant', value: upper === 'TRUE' };
    return { type: 'name', sheetName: token.sheetName ?? null, name: token.local };
  }

  private parseArguments(): Expression[] {
    const found: Expression[] = [];
    if (this.peekOperator() === ')') {
      this.position += 1;
      return found;
    }
    for (;;) {
      const next = this.peekOperator();
      found.push(next === ',' || next === ')' ? { type: 'omitted' } : this.parseExpression());
      if (this.peekOperator() === ',') {
        this.position += 1;
        continue;
      }
      this.expect(')');
      return found;
    }
  }

  private parseArray(): Expression {
    const rows: Scalar[][] = [[]];
    for (;;) {
      const item = this.parseUnary();
      const value = item.type === 'unary' && item.operator === '-' && item.operand.type === 'constant' && typeof item.operand.value === 'number' ? -item.operand.value : item;
      if (typeof value === 'object' && value.type !== 'constant') throw new FormulaSyntaxError('An array holds constants only');
      rows[rows.length - 1]?.push(typeof value === 'object' ? value.value : value);
      const separator = this.peekOperator();
      this.position += 1;
      if (separator === '}') return { type: 'array', rows };
      if (separator === ';') rows.push([]);
      else if (separator !== ',') throw new FormulaSyntaxError('Missing "}"');
    }
  }

  private peekOperator(): string | null {
    const token = this.tokens[this.position];
    return token?.kind === 'operator' ? token.text : null;
  }

  private expect(operator: string): void {
    if (this.peekOperator() !== operator) throw new FormulaSyntaxError(`Missing "${operator}"`);
    this.position += 1;
  }
}

/** Reads what stands between a structured reference's outer brackets: "Col", "@Col", "[#This Row],[Col]", "[A]:[B]" … */
export function readStructuredReference(tableName: string, inner: string): StructuredReference {
  let rest = inner.trim();
  let isThisRow = false;
  if (rest.startsWith('@')) {
    isThisRow = true;
    rest = rest.slice(1).trim();
  }
  if (!rest.startsWith('[')) {
    if (rest === '') return { tableName, items: [], columns: null, isThisRow };
    if (rest.startsWith('#')) return withItems(tableName, [rest], null, isThisRow);
    const column = unescape(rest);
    return { tableName, items: [], columns: [column, column], isThisRow };
  }
  const items: string[] = [];
  const columns: string[] = [];
  const part = /\[((?:'.|[^\]'])*)\]\s*([,:]?)\s*/y;
  let end = 0;
  for (let match = part.exec(rest); match; match = part.exec(rest)) {
    const text = match[1] ?? '';
    if (text.startsWith('#')) items.push(text);
    else columns.push(unescape(text.startsWith('@') ? text.slice(1) : text));
    end = part.lastIndex;
  }
  if (end !== rest.length) throw new FormulaSyntaxError(`"${inner}" is no structured reference`);
  const [first, second] = columns;
  return withItems(tableName, items, first === undefined ? null : [first, second ?? first], isThisRow);
}

function withItems(tableName: string, items: readonly string[], columns: readonly [string, string] | null, isThisRow: boolean): StructuredReference {
  const lower = items.map((item) => item.toLowerCase());
  return { tableName, items: lower.filter((item) => item !== '#this row'), columns, isThisRow: isThisRow || lower.includes('#this row') };
}

function unescape(column: string): string {
  return column.replace(/'(.)/g, '$1').trim();
}
