import { type Area, MAX_ROWS, enclose, intersect } from '../cells/address';
import { CellError, type Matrix, type Scalar } from '../cells/value';
import { type SheetModel } from '../model/sheet';
import { type Evaluation, FunctionCall } from './function-call';
import { ArrayValue, FormulaFailure, type Operand, Reference, compare, fail, toNumber, toText } from './operand';
import { type Expression, type StructuredReference } from './parser';
import { structuredArea } from './structured';
import { type Surroundings } from './surroundings';
import { functions } from './built-in/all';

/** Computes an expression; errors come back as values. */
export function evaluate(expression: Expression, around: Surroundings): Operand {
  try {
    return new Evaluator(around).operand(expression);
  } catch (error) {
    if (error instanceof FormulaFailure) return error.error;
    throw error;
  }
}

export class Evaluator implements Evaluation {
  constructor(readonly around: Surroundings) {}

  /** The value of an expression; an error inside it becomes a value here, so that IFERROR and its kin can look at it. */
  guarded(expression: Expression): Operand {
    try {
      return this.operand(expression);
    } catch (error) {
      if (error instanceof FormulaFailure) return error.error;
      throw error;
    }
  }

  operand(expression: Expression): Operand {
    switch (expression.type) {
      case 'constant': return expression.value;
      case 'error': return new CellError(expression.code);
      case 'omitted': return null;
      case 'array': return new ArrayValue(expression.rows);
      case 'reference': return new Reference(this.sheet(expression.sheetName), expression.area);
      case 'name': return this.name(expression.name, expression.sheetName);
      case 'structured': return this.structured(expression.reference);
      case 'unary': return this.unary(expression.operator, expression.operand);
      case 'binary': return this.binary(expression.operator, expression.left, expression.right);
      case 'call': return this.call(expression.name, expression.arguments);
    }
  }

  private sheet(name: string | null): SheetModel {
    return name === null ? this.around.sheet : (this.around.sheetNamed(name) ?? fail('#REF!'));
  }

  private name(name: string, sheetName: string | null): Operand {
    const table = this.around.tableNamed(name);
    if (table) return new Reference(table.sheet, table.dataArea);
    const meaning = this.around.named(name, this.sheet(sheetName));
    return meaning ? this.operand(meaning) : fail('#NAME?');
  }

  private structured(reference: StructuredReference): Operand {
    const { sheet, row, column } = this.around;
    const table = reference.tableName ? this.around.tableNamed(reference.tableName) : this.around.tableAt(sheet, row, column);
    if (!table) return fail(reference.tableName ? '#NAME?' : '#VALUE!');
    const area = structuredArea(table, reference, row);
    return typeof area === 'string' ? fail(area) : new Reference(table.sheet, area);
  }

  private unary(operator: string, inner: Expression): Operand {
    if (operator === '#') return this.spill(inner);
    const operand = this.operand(inner);
    if (operator === '+') return operand;
    if (operator === '@') return this.implicitIntersection(operand);
    return this.map([operand], ([value = null]) => (operator === '%' ? toNumber(value) / 100 : -toNumber(value)));
  }

  private spill(inner: Expression): Operand {
    const anchor = this.operand(inner);
    if (!(anchor instanceof Reference)) return fail('#REF!');
    this.around.read(anchor.sheet, anchor.area.row, anchor.area.column);
    const area = this.around.spillAreaOf(anchor.sheet, anchor.area.row, anchor.area.column);
    return area ? new Reference(anchor.sheet, area) : fail('#REF!');
  }

  private implicitIntersection(operand: Operand): Operand {
    if (operand instanceof ArrayValue) return operand.rows[0]?.[0] ?? null;
    if (!(operand instanceof Reference)) return operand;
    const { area } = operand;
    const row = area.rows === 1 ? area.row : this.around.row;
    const column = area.columns === 1 ? area.column : this.around.column;
    const cell = intersect(area, { row, column, rows: 1, columns: 1 });
    return cell ? new Reference(operand.sheet, cell) : fail('#VALUE!');
  }

  private binary(operator: string, left: Expression, right: Expression): Operand {
    const a = this.operand(left);
    const b = this.operand(right);
    if (operator === ':') {
      if (!(a instanceof Reference) || !(b instanceof Reference) || a.sheet !== b.sheet) return fail('#REF!');
      return new Reference(a.sheet, enclose(a.area, b.area));
    }
    return this.map([a, b], ([x = null, y = null]) => applyOperator(operator, x, y));
  }

  private call(name: string, parameters: readonly Expression[]): Operand {
    const found = functions.get(name);
    if (found) return found(new FunctionCall(this, parameters));
    if (!this.around.hasCustomFunction(name)) return fail('#NAME?');
    return this.around.callCustomFunction(name, parameters.map((parameter) => (parameter.type === 'omitted' ? undefined : this.operand(parameter))));
  }

  /** Applies a function of single values to operands, element by element where one of them has several. */
  map(operands: readonly Operand[], apply: (values: readonly Scalar[]) => Scalar): Operand {
    if (operands.every(isSingle)) return apply(operands.map((operand) => this.single(operand)));
    const matrices = operands.map((operand) => this.values(operand));
    const rows = Math.max(...matrices.map((matrix) => matrix.length));
    const columns = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
    if (rows === 1 && columns === 1) return apply(matrices.map((matrix) => matrix[0]?.[0] ?? null));
    const pick = (matrix: Matrix, row: number, column: number): Scalar => {
      const line = matrix[matrix.length === 1 ? 0 : row];
      const value = line?.[line.length === 1 ? 0 : column];
      return value === undefined ? new CellError('#N/A') : value;
    };
    const one = (row: number, column: number): Scalar => {
      try {
        return apply(matrices.map((matrix) => pick(matrix, row, column)));
      } catch (error) {
        if (error instanceof FormulaFailure) return error.error;
        throw error;
      }
    };
    return new ArrayValue(Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => one(row, column))));
  }

  /** Every value of an operand, row by row; a whole-column reference ends with the sheet's used cells. */
  values(operand: Operand): Matrix {
    if (operand instanceof ArrayValue) return operand.rows;
    if (!(operand instanceof Reference)) return [[operand]];
    return this.around.readArea(operand.sheet, usedPart(operand));
  }

  single(operand: Operand): Scalar {
    if (operand instanceof Reference && operand.area.rows * operand.area.columns > 1) return this.single(this.implicitIntersection(operand));
    if (operand instanceof Reference) return this.around.read(operand.sheet, operand.area.row, operand.area.column);
    return operand instanceof ArrayValue ? (operand.rows[0]?.[0] ?? null) : operand;
  }
}

function isSingle(operand: Operand): boolean {
  if (operand instanceof Reference) return operand.area.rows === 1 && operand.area.columns === 1;
  return !(operand instanceof ArrayValue);
}

function usedPart(reference: Reference): Area {
  const { area, sheet } = reference;
  if (area.rows < 10_000 && area.columns < 1_000) return area;
  const extent = sheet.extent();
  const used = extent ? intersect(area, { row: 0, column: 0, rows: extent.row + extent.rows, columns: extent.column + extent.columns }) : null;
  return used ? (area.rows === MAX_ROWS ? { ...used, columns: Math.min(area.columns, Math.max(used.columns, 1)) } : used) : { ...area, rows: 1, columns: 1 };
}

function applyOperator(operator: string, x: Scalar, y: Scalar): Scalar {
  if (operator === '&') return toText(x) + toText(y);
  if (['=', '<>', '<', '>', '<=', '>='].includes(operator)) {
    const order = compare(x, y);
    switch (operator) {
      case '=': return order === 0;
      case '<>': return order !== 0;
      case '<': return order < 0;
      case '>': return order > 0;
      case '<=': return order <= 0;
      default: return order >= 0;
    }
  }
  const [a, b] = [toNumber(x), toNumber(y)];
  switch (operator) {
    case '+': return nearZero(a + b, a, b);
    case '-': return nearZero(a - b, a, b);
    case '*': return a * b;
    case '/': return b === 0 ? fail('#DIV/0!') : a / b;
    default: {
      const power = a ** b;
      return Number.isFinite(power) ? power : fail('#NUM!');
    }
  }
}

/** Excel takes a sum or difference for 0 when only the last bits of its terms are left. */
function nearZero(result: number, a: number, b: number): number {
  return Math.abs(result) < Math.max(Math.abs(a), Math.abs(b)) * 2 ** -49 ? 0 : result;
}
