import { formatAddress } from '../../cells/address';
import { CellError, type Matrix, type Scalar } from '../../cells/value';
import { ArrayValue, type Operand, Reference } from '../../formula/operand';
import { type SheetModel } from '../sheet';

export interface CustomFunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly isMatrix: boolean;
  readonly isOptional: boolean;
  readonly isRepeating: boolean;
}

/** What the workbook knows about an add-in's function before it is called. */
export interface CustomFunctionSignature {
  /** Full name in formulas, namespace included, in capitals. */
  readonly name: string;
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly CustomFunctionParameter[];
  readonly isVolatile: boolean;
  /** Whether the function is told where its arguments stand. */
  readonly needsParameterAddresses: boolean;
}

/** The cell that calls. */
export interface CallingCell {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** An argument as it reaches the function: an omitted one is null. */
export type WireArgument = number | string | boolean | null | readonly (readonly (number | string | boolean | null)[])[];

/** Where the arguments of a call stand, with the sheet: the empty text for one that is no reference; null where the function does not ask. */
export type ParameterAddresses = readonly string[] | null;

/** What a function hears of an empty cell: 0 from Excel on the desktop, null from Excel on the web. Source: office-js issues 4702, 1951 and 5262. */
export type EmptyArgument = 0 | null;

/** Answers the calls of an add-in's functions. */
export interface CustomFunctionSource {
  signature(name: string): CustomFunctionSignature | null;
  call(name: string, values: readonly WireArgument[], place: CallingCell, addresses: ParameterAddresses): Operand;
  signatures(): readonly CustomFunctionSignature[];
}

export function addressOf(place: CallingCell): string {
  return formatAddress(place.sheet.name, { row: place.row, column: place.column, rows: 1, columns: 1 });
}

/**
 * Where the arguments of a call stand, for a function that asks.
 * Source: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options, "Get the address of a parameter".
 */
export function addressesOf({ needsParameterAddresses, parameters }: CustomFunctionSignature, operands: readonly (Operand | undefined)[]): ParameterAddresses {
  if (!needsParameterAddresses) return null;
  const count = Math.max(operands.length, parameters.length);
  return Array.from({ length: count }, (_, index) => {
    const operand = operands[index];
    return operand instanceof Reference ? formatAddress(operand.sheet.name, operand.area) : '';
  });
}

/** Converts arguments as the signature wants them and calls; a range where one value is wanted calls once per cell. */
export function callWithConversion(
  signature: CustomFunctionSignature,
  operands: readonly (Operand | undefined)[],
  matrixOf: (operand: Operand) => Matrix,
  call: (values: readonly WireArgument[]) => Operand,
  empty: EmptyArgument,
): Operand {
  const isLastRepeating = signature.parameters[signature.parameters.length - 1]?.isRepeating === true;
  if (operands.length > signature.parameters.length && !isLastRepeating) return new CellError('#VALUE!');
  const missing = signature.parameters.findIndex((parameter, index) => !parameter.isOptional && !parameter.isRepeating && operands[index] === undefined);
  if (missing >= 0) return new CellError('#VALUE!');
  const parameterAt = (index: number): CustomFunctionParameter | undefined => signature.parameters[Math.min(index, signature.parameters.length - 1)];
  const matrices = operands.map((operand) => (operand === undefined ? undefined : matrixOf(operand)));
  const isLifted = (index: number): boolean => !parameterAt(index)?.isMatrix && ((matrices[index]?.length ?? 0) > 1 || (matrices[index]?.[0]?.length ?? 0) > 1);
  const lifted = matrices.map((_, index) => index).filter(isLifted);
  const single = (row: number, column: number): Operand => {
    const values: WireArgument[] = [];
    for (let index = 0; index < Math.max(operands.length, signature.parameters.length); index += 1) {
      const matrix = matrices[index];
      const parameter = parameterAt(index);
      if (matrix === undefined || !parameter) {
        if (!parameter?.isRepeating) values.push(null);
        continue;
      }
      const converted = parameter.isMatrix
        ? convertMatrix(matrix, parameter, empty)
        : convert(pick(matrix, row, column), parameter, empty);
      if (converted instanceof CellError) return converted;
      values.push(converted);
    }
    return call(values);
  };
  if (lifted.length === 0) return single(0, 0);
  const rows = Math.max(...lifted.map((index) => matrices[index]?.length ?? 1));
  const columns = Math.max(...lifted.map((index) => matrices[index]?.[0]?.length ?? 1));
  return new ArrayValue(Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => {
    const answer = single(row, column);
    return answer instanceof ArrayValue ? (answer.rows[0]?.[0] ?? null) : answer instanceof Reference ? null : answer;
  })));
}

function pick(matrix: Matrix, row: number, column: number): Scalar {
  const line = matrix[matrix.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column] ?? null;
}

function convert(value: Scalar, parameter: CustomFunctionParameter, empty: EmptyArgument): number | string | boolean | null | CellError {
  if (value instanceof CellError) return value;
  if (parameter.type === 'number') {
    if (typeof value === 'string') {
      const number = Number(value);
      return value.trim() === '' || Number.isNaN(number) ? new CellError('#VALUE!') : number;
    }
    return Number(value ?? 0);
  }
  if (parameter.type === 'boolean') return typeof value === 'string' ? new CellError('#VALUE!') : Boolean(value);
  if (parameter.type === 'string') return value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  return value ?? empty;
}

function convertMatrix(matrix: Matrix, parameter: CustomFunctionParameter, empty: EmptyArgument): CellError | (number | string | boolean | null)[][] {
  const rows: (number | string | boolean | null)[][] = [];
  for (const line of matrix) {
    const row: (number | string | boolean | null)[] = [];
    for (const value of line) {
      const converted = value === null ? empty : convert(value, parameter, empty);
      if (converted instanceof CellError) return converted;
      row.push(converted);
    }
    rows.push(row);
  }
  return rows;
}

const codesByName = new Map<string, CellError['code']>([
  ['#N/A', '#N/A'], ['#DIV/0!', '#DIV/0!'], ['#NUM!', '#NUM!'], ['#VALUE!', '#VALUE!'], ['#NULL!', '#NULL!'], ['#NAME?', '#NAME?'], ['#REF!', '#REF!'],
]);

/** What a function gave back, or threw, as the content of cells. */
export function readFunctionResult(result: unknown): Operand {
  if (Array.isArray(result)) {
    const rows = result.map((row: unknown) => (Array.isArray(row) ? row.map(readScalar) : [readScalar(row)]));
    return new ArrayValue(rows);
  }
  return readScalar(result) ?? 0;
}

export function readFunctionError(thrown: unknown): CellError {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  const known = codesByName.get(String(code));
  const text = typeof message === 'string' && message !== String(code) ? message : undefined;
  return new CellError(known ?? '#VALUE!', text);
}

function readScalar(value: unknown): Scalar {
  if (typeof value === 'number') return Number.isFinite(value) ? value : new CellError('#NUM!');
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null) return null;
  if (value instanceof Error || (typeof value === 'object' && 'code' in value)) return readFunctionError(value);
  if (typeof value === 'object' && 'basicValue' in value) return readScalar(value.basicValue);
  return new CellError('#VALUE!');
}
