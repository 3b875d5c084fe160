import { MAX_COLUMNS, MAX_ROWS, columnName, parseArea, splitAddress } from '../../cells/address';
import { CellError, type Matrix, type Scalar } from '../../cells/value';
import { type FunctionCall, type WorksheetFunction } from '../function-call';
import { ArrayValue, FormulaFailure, type Operand, Reference, compare, fail, toBoolean, wildcard } from '../operand';

function isMatch(value: Scalar, wanted: Scalar): boolean {
  if (value === null || value instanceof CellError || typeof value !== typeof wanted) return false;
  return typeof wanted === 'string' && /[?*]/.test(wanted) ? wildcard(wanted).test(String(value)) : compare(value, wanted) === 0;
}

/** Position of a value in a line: exact, or the last not above it (`mode` 1), or the last not below it (-1). */
function find(line: readonly Scalar[], wanted: Scalar, mode: number): number {
  if (mode === 0) return line.findIndex((value) => isMatch(value, wanted));
  let found = -1;
  line.forEach((value, index) => {
    if (value === null || value instanceof CellError || typeof value !== typeof wanted) return;
    const order = compare(value, wanted);
    if (mode > 0 ? order <= 0 : order >= 0) found = index;
  });
  return found;
}

function lineOf(matrix: Matrix): readonly Scalar[] {
  return matrix.length === 1 ? (matrix[0] ?? []) : matrix.map((row) => row[0] ?? null);
}

function columnOf(matrix: Matrix, column: number): Scalar[] {
  return matrix.map((row) => row[column] ?? null);
}

function transpose(matrix: Matrix): Scalar[][] {
  return Array.from({ length: matrix[0]?.length ?? 0 }, (_, column) => columnOf(matrix, column));
}

function lookup(call: FunctionCall, isVertical: boolean): Operand {
  const wanted = call.scalar(0);
  const matrix = isVertical ? call.matrix(1) : transpose(call.matrix(1));
  const index = find(columnOf(matrix, 0), wanted, call.has(3) && !toBoolean(call.scalar(3)) ? 0 : 1);
  if (index < 0) return fail('#N/A');
  const column = call.number(2);
  return column > (matrix[0]?.length ?? 0) ? fail('#REF!') : (matrix[index]?.[column - 1] ?? null);
}

function part(operand: Operand, call: FunctionCall, row: number, column: number): Operand {
  if (operand instanceof Reference) {
    const { area, sheet } = operand;
    if (row > area.rows || column > area.columns) return fail('#REF!');
    return new Reference(sheet, {
      row: row ? area.row + row - 1 : area.row, rows: row ? 1 : area.rows,
      column: column ? area.column + column - 1 : area.column, columns: column ? 1 : area.columns,
    });
  }
  const matrix = call.evaluator.values(operand);
  const rows = row ? [matrix[row - 1] ?? fail('#REF!')] : matrix;
  const found = column ? rows.map((line) => [line[column - 1] ?? null]) : rows;
  return new ArrayValue(found);
}

function sizeOf(call: FunctionCall): { readonly rows: number; readonly columns: number } {
  const operand = call.operand(0);
  if (operand instanceof CellError) throw new FormulaFailure(operand);
  if (operand instanceof Reference) return operand.area;
  return operand instanceof ArrayValue ? { rows: operand.rows.length, columns: operand.rows[0]?.length ?? 0 } : { rows: 1, columns: 1 };
}

function sorted(call: FunctionCall): Operand {
  const isByColumn = call.has(3) && toBoolean(call.scalar(3));
  const rows = isByColumn ? transpose(call.matrix(0)) : call.matrix(0);
  const [index, order] = [call.number(1, 1) - 1, call.number(2, 1)];
  const result = [...rows].sort((a, b) => order * compare(a[index] ?? null, b[index] ?? null));
  return new ArrayValue(isByColumn ? transpose(result) : result);
}

function filtered(call: FunctionCall): Operand {
  const matrix = call.matrix(0);
  const condition = call.matrix(1);
  const isByColumn = condition.length === 1 && (condition[0]?.length ?? 0) > 1;
  const kept = lineOf(condition).map((value) => {
    if (value instanceof CellError) throw new FormulaFailure(value);
    return toBoolean(value);
  });
  const rows = isByColumn ? matrix.map((row) => row.filter((_, index) => kept[index])) : matrix.filter((_, index) => kept[index]);
  if (rows.length === 0 || rows[0]?.length === 0) return call.has(2) ? call.operand(2) : fail('#CALC!');
  return new ArrayValue(rows);
}

function reference(call: FunctionCall, index: number): Reference {
  const operand = call.operand(index);
  return operand instanceof Reference ? operand : fail('#VALUE!');
}

function placed(call: FunctionCall, axis: 'row' | 'column'): Operand {
  if (!call.has(0)) return call.around[axis] + 1;
  const { area } = reference(call, 0);
  const start = area[axis] + 1;
  const count = axis === 'row' ? area.rows : area.columns;
  if (count === 1) return start;
  const line = Array.from({ length: count }, (_, index) => start + index);
  return new ArrayValue(axis === 'row' ? line.map((number) => [number]) : [line]);
}

export const lookupFunctions: Record<string, WorksheetFunction> = {
  INDEX: (call) => {
    const operand = call.operand(0);
    const isLine = call.count === 2 && (call.evaluator.values(operand)[0]?.length ?? 0) > 1 && call.evaluator.values(operand).length === 1;
    return isLine ? part(operand, call, 1, call.number(1)) : part(operand, call, call.number(1, 0), call.number(2, 0) || (call.count === 2 ? 1 : 0));
  },
  MATCH: (call) => {
    const index = find(lineOf(call.matrix(1)), call.scalar(0), call.number(2, 1));
    return index < 0 ? fail('#N/A') : index + 1;
  },
  XMATCH: (call) => {
    const index = find(lineOf(call.matrix(1)), call.scalar(0), 0);
    return index < 0 ? fail('#N/A') : index + 1;
  },
  VLOOKUP: (call) => lookup(call, true),
  HLOOKUP: (call) => lookup(call, false),
  XLOOKUP: (call) => {
    const tested = call.matrix(1);
    const index = find(lineOf(tested), call.scalar(0), 0);
    if (index < 0) return call.has(3) ? call.operand(3) : fail('#N/A');
    const isHorizontal = tested.length === 1 && (tested[0]?.length ?? 0) > 1;
    return part(call.operand(2), call, isHorizontal ? 0 : index + 1, isHorizontal ? index + 1 : 0);
  },
  CHOOSE: (call) => (call.number(0) >= 1 && call.number(0) < call.count ? call.operand(Math.trunc(call.number(0))) : fail('#VALUE!')),
  ROW: (call) => placed(call, 'row'),
  COLUMN: (call) => placed(call, 'column'),
  ROWS: (call) => sizeOf(call).rows,
  COLUMNS: (call) => sizeOf(call).columns,
  OFFSET: (call) => {
    const { sheet, area } = reference(call, 0);
    const moved = {
      row: area.row + call.number(1), column: area.column + call.number(2), rows: call.number(3, area.rows), columns: call.number(4, area.columns),
    };
    if (moved.row < 0 || moved.column < 0 || moved.row + moved.rows > MAX_ROWS || moved.column + moved.columns > MAX_COLUMNS) return fail('#REF!');
    return new Reference(sheet, moved);
  },
  INDIRECT: (call) => {
    const { sheetName, local } = splitAddress(call.text(0));
    const sheet = sheetName === null ? call.around.sheet : call.around.sheetNamed(sheetName);
    const area = parseArea(local);
    return sheet && area ? new Reference(sheet, area) : fail('#REF!');
  },
  ADDRESS: (call) => `$${columnName(call.number(1) - 1)}$${call.number(0)}`,
  TRANSPOSE: (call) => new ArrayValue(transpose(call.matrix(0))),
  SORT: sorted,
  UNIQUE: (call) => {
    const seen = new Set<string>();
    return new ArrayValue(call.matrix(0).filter((row) => {
      const key = JSON.stringify(row.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }));
  },
  FILTER: filtered,
};
