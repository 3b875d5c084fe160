import { CellError, type Matrix, type Scalar } from '../../cells/value';
import { type FunctionCall, type WorksheetFunction } from '../function-call';
import { ArrayValue, FormulaFailure, Reference, criterion, fail, toNumber } from '../operand';

/** A sum without the dust of binary fractions: compensated, and 0 when only the last bits are left. */
function sum(numbers: readonly number[]): number {
  let total = 0;
  let lost = 0;
  let size = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
    size = Math.max(size, Math.abs(number));
  }
  const result = total + lost;
  return Math.abs(result) < size * 2 ** -49 ? 0 : result;
}

function scalarFunction(compute: (...numbers: number[]) => number, defaults: readonly number[] = []): WorksheetFunction {
  return (call) => {
    const count = Math.max(call.count, defaults.length);
    const operands = Array.from({ length: count }, (_, index) => (call.has(index) ? call.operand(index) : (defaults[index] ?? 0)));
    return call.evaluator.map(operands, (values) => {
      const result = compute(...values.map(toNumber));
      return Number.isFinite(result) ? result : fail('#NUM!');
    });
  };
}

function rounded(number: number, digits: number, how: (value: number) => number): number {
  const size = Number(`${Number(Math.abs(number).toPrecision(15))}e${Math.trunc(digits)}`);
  if (Number.isNaN(size)) return number;
  return Math.sign(number) * Number(`${how(size)}e${-Math.trunc(digits)}`);
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? fail('#DIV/0!') : sum(numbers) / numbers.length;
}

function largest(numbers: readonly number[]): number {
  return numbers.length ? numbers.reduce((a, b) => Math.max(a, b)) : 0;
}

function smallest(numbers: readonly number[]): number {
  return numbers.length ? numbers.reduce((a, b) => Math.min(a, b)) : 0;
}

function sampleDeviation(numbers: readonly number[]): number {
  if (numbers.length < 2) return fail('#DIV/0!');
  const mean = average(numbers);
  return Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - 1));
}

const aggregates: Record<number, (numbers: number[], values: Scalar[]) => number> = {
  1: average,
  2: (numbers) => numbers.length,
  3: (_, values) => values.filter((value) => value !== null).length,
  4: largest,
  5: smallest,
  6: (numbers) => numbers.reduce((product, number) => product * number, 1),
  7: sampleDeviation,
  9: sum,
};

/** SUBTOTAL: leaves out other subtotals, rows that a filter hides and, from 101 on, all rows that are hidden. */
function subtotal(call: FunctionCall): number {
  const code = call.number(0);
  const values: Scalar[] = [];
  for (let index = 1; index < call.count; index += 1) {
    const operand = call.operand(index);
    if (!(operand instanceof Reference)) return fail('#VALUE!');
    call.evaluator.values(operand).forEach((line, offset) => {
      const row = operand.area.row + offset;
      if (operand.sheet.hiddenRows.has(row) && (code > 100 || call.around.tableAt(operand.sheet, row, operand.area.column)?.isFiltered === true)) return;
      line.forEach((value, columnOffset) => {
        const formula = call.around.formulaAt(operand.sheet, row, operand.area.column + columnOffset);
        if (!formula || !/\bSUBTOTAL\s*\(/i.test(formula)) values.push(value);
      });
    });
  }
  const aggregate = aggregates[code % 100];
  if (!aggregate) return fail('#VALUE!');
  const error = values.find((value) => value instanceof CellError);
  if (error instanceof CellError && code % 100 !== 2 && code % 100 !== 3) throw new FormulaFailure(error);
  return aggregate(values.filter((value) => typeof value === 'number'), values);
}

/** The places that meet every pair of range and criterion, from one argument on. */
function matches(call: FunctionCall, from: number): (row: number, column: number) => boolean {
  const conditions: { matrix: Matrix; isMet: (value: Scalar) => boolean }[] = [];
  for (let index = from; index + 1 < call.count; index += 2) {
    conditions.push({ matrix: call.matrix(index), isMet: criterion(call.evaluator.single(call.operand(index + 1))) });
  }
  return (row, column) => conditions.every(({ matrix, isMet }) => isMet(matrix[row]?.[column] ?? null));
}

function selected(values: Matrix, isSelected: (row: number, column: number) => boolean): number[] {
  const found: number[] = [];
  values.forEach((line, row) => line.forEach((value, column) => {
    if (!isSelected(row, column)) return;
    if (value instanceof CellError) throw new FormulaFailure(value);
    if (typeof value === 'number') found.push(value);
  }));
  return found;
}

function several(call: FunctionCall): number[] {
  return selected(call.matrix(0), matches(call, 1));
}

function countMatches(call: FunctionCall): number {
  const isMatch = matches(call, 0);
  return call.matrix(0).reduce((count, line, row) => count + line.filter((_, column) => isMatch(row, column)).length, 0);
}

/** SUMIF and AVERAGEIF take their condition from the first two arguments only. */
function singleCondition(call: FunctionCall): number[] {
  const isMet = criterion(call.evaluator.single(call.operand(1)));
  const tested = call.matrix(0);
  return call.count > 2
    ? selected(call.matrix(2), (row, column) => isMet(tested[row]?.[column] ?? null))
    : selected(tested, (row, column) => isMet(tested[row]?.[column] ?? null));
}

export const mathFunctions: Record<string, WorksheetFunction> = {
  SUM: (call) => sum(call.numbers()),
  SUBTOTAL: subtotal,
  AGGREGATE: (call) => {
    const code = call.number(0);
    const aggregate = aggregates[code];
    const values = [...call.everyValue(2)].map(({ value }) => value).filter((value) => !(value instanceof CellError));
    return aggregate ? aggregate(values.filter((value) => typeof value === 'number'), values) : fail('#VALUE!');
  },
  PRODUCT: (call) => call.numbers().reduce((product, number) => product * number, 1),
  SUMPRODUCT: (call) => {
    const matrices = Array.from({ length: call.count }, (_, index) => call.matrix(index));
    const first = matrices[0] ?? [];
    if (matrices.some((matrix) => matrix.length !== first.length || matrix[0]?.length !== first[0]?.length)) return fail('#VALUE!');
    return sum(first.flatMap((line, row) => line.map((_, column) =>
      matrices.reduce((product, matrix) => {
        const value = matrix[row]?.[column] ?? null;
        if (value instanceof CellError) throw new FormulaFailure(value);
        return product * (typeof value === 'number' ? value : typeof value === 'boolean' && matrices.length === 1 ? Number(value) : 0);
      }, 1))));
  },
  COUNT: (call) => [...call.everyValue()].filter(({ value }) => typeof value === 'number').length,
  COUNTA: (call) => [...call.everyValue()].filter(({ value }) => value !== null).length,
  COUNTBLANK: (call) => call.matrix(0).flat().filter((value) => value === null || value === '').length,
  COUNTIF: countMatches,
  COUNTIFS: countMatches,
  SUMIF: (call) => sum(singleCondition(call)),
  SUMIFS: (call) => sum(several(call)),
  AVERAGE: (call) => average(call.numbers()),
  AVERAGEIF: (call) => average(singleCondition(call)),
  AVERAGEIFS: (call) => average(several(call)),
  MAXIFS: (call) => largest(several(call)),
  MINIFS: (call) => smallest(several(call)),
  MIN: (call) => smallest(call.numbers()),
  MAX: (call) => largest(call.numbers()),
  MEDIAN: (call) => {
    const sorted = call.numbers().sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length === 0 ? fail('#NUM!') : sorted.length % 2 ? (sorted[middle] ?? 0) : average(sorted.slice(middle - 1, middle + 1));
  },
  LARGE: (call) => nth(call, (a, b) => b - a),
  SMALL: (call) => nth(call, (a, b) => a - b),
  STDEV: (call) => sampleDeviation(call.numbers()),
  NPV: (call) => {
    const rate = call.number(0);
    return call.numbers(1).reduce((value, number, index) => value + number / (1 + rate) ** (index + 1), 0);
  },
  ABS: scalarFunction(Math.abs),
  SIGN: scalarFunction(Math.sign),
  INT: scalarFunction(Math.floor),
  SQRT: scalarFunction(Math.sqrt),
  EXP: scalarFunction(Math.exp),
  LN: scalarFunction(Math.log),
  PI: () => Math.PI,
  RAND: () => Math.random(),
  RANDBETWEEN: (call) => Math.floor(call.number(0) + Math.random() * (call.number(1) - call.number(0) + 1)),
  POWER: scalarFunction((base, exponent) => base ** exponent),
  MOD: scalarFunction((number, divisor) => (divisor === 0 ? fail('#DIV/0!') : number - divisor * Math.floor(number / divisor))),
  ROUND: scalarFunction((number, digits = 0) => rounded(number, digits, Math.round), [0, 0]),
  ROUNDUP: scalarFunction((number, digits = 0) => rounded(number, digits, Math.ceil), [0, 0]),
  ROUNDDOWN: scalarFunction((number, digits = 0) => rounded(number, digits, Math.floor), [0, 0]),
  TRUNC: scalarFunction((number, digits = 0) => rounded(number, digits, Math.floor), [0, 0]),
  SEQUENCE: (call) => {
    const [rows, columns, start, step] = [call.number(0), call.number(1, 1), call.number(2, 1), call.number(3, 1)];
    return new ArrayValue(Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => start + (row * columns + column) * step)));
  },
};

function nth(call: FunctionCall, order: (a: number, b: number) => number): number {
  const numbers = [...call.matrix(0).flat()].filter((value) => typeof value === 'number').sort(order);
  return numbers[call.number(1) - 1] ?? fail('#NUM!');
}
