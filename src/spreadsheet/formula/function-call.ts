import { CellError, type Matrix, type Scalar } from '../cells/value';
import { ArrayValue, FormulaFailure, type Operand, Reference, fail, toNumber, toText } from './operand';
import { type Expression } from './parser';
import { type Surroundings } from './surroundings';

/** What a function can have computed. */
export interface Evaluation {
  readonly around: Surroundings;
  operand(expression: Expression): Operand;
  /** The same with an error as a value. */
  guarded(expression: Expression): Operand;
  /** Applies a function of single values to operands, element by element where one of them has several. */
  map(operands: readonly Operand[], apply: (values: readonly Scalar[]) => Scalar): Operand;
  values(operand: Operand): Matrix;
  single(operand: Operand): Scalar;
}

/** A built-in worksheet function. */
export type WorksheetFunction = (call: FunctionCall) => Operand;

/** A function's arguments, computed when the function asks for them. */
export class FunctionCall {
  constructor(
    readonly evaluator: Evaluation,
    private readonly parameters: readonly Expression[],
  ) {}

  get count(): number {
    return this.parameters.length;
  }

  get around(): Surroundings {
    return this.evaluator.around;
  }

  has(index: number): boolean {
    const parameter = this.parameters[index];
    return parameter !== undefined && parameter.type !== 'omitted';
  }

  operand(index: number): Operand {
    const parameter = this.parameters[index];
    return parameter ? this.evaluator.operand(parameter) : fail('#VALUE!');
  }

  guarded(index: number): Operand {
    const parameter = this.parameters[index];
    return parameter ? this.evaluator.guarded(parameter) : null;
  }

  scalar(index: number): Scalar {
    const value = this.evaluator.single(this.operand(index));
    if (value instanceof CellError) throw new FormulaFailure(value);
    return value;
  }

  number(index: number, otherwise?: number): number {
    return !this.has(index) && otherwise !== undefined ? otherwise : toNumber(this.scalar(index));
  }

  text(index: number, otherwise?: string): string {
    return !this.has(index) && otherwise !== undefined ? otherwise : toText(this.scalar(index));
  }

  /** The values of an argument that is a range or an array. Errors: an argument that is an error itself, as a range that is gone, is what the function gives. */
  matrix(index: number): Matrix {
    const operand = this.operand(index);
    if (operand instanceof CellError) throw new FormulaFailure(operand);
    return this.evaluator.values(operand);
  }

  /** Every value of the arguments from one on; whether it came from a reference decides how text and logicals count. */
  *everyValue(from = 0): Generator<{ value: Scalar; isFromReference: boolean }> {
    for (let index = from; index < this.count; index += 1) {
      const operand = this.operand(index);
      const isFromReference = operand instanceof Reference || operand instanceof ArrayValue;
      for (const row of this.evaluator.values(operand)) for (const value of row) yield { value, isFromReference };
    }
  }

  /** The numbers of the arguments; text in references is passed over, errors are not. */
  numbers(from = 0): number[] {
    const found: number[] = [];
    for (const { value, isFromReference } of this.everyValue(from)) {
      if (value instanceof CellError) throw new FormulaFailure(value);
      if (typeof value === 'number') found.push(value);
      else if (!isFromReference && value !== null) found.push(toNumber(value));
    }
    return found;
  }
}
