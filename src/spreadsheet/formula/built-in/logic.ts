import { CellError } from '../../cells/value';
import { ArrayValue, FormulaFailure, type Operand, Reference, fail, toBoolean } from '../operand';
import { type FunctionCall, type WorksheetFunction } from '../function-call';

function truths(call: FunctionCall): boolean[] {
  const found: boolean[] = [];
  for (const { value, isFromReference } of call.everyValue()) {
    if (value instanceof CellError) throw new FormulaFailure(value);
    if (value !== null && !(isFromReference && typeof value === 'string')) found.push(toBoolean(value));
  }
  return found.length > 0 ? found : fail('#VALUE!');
}

function hasSeveral(operand: Operand): boolean {
  return (operand instanceof Reference && operand.area.rows * operand.area.columns > 1) || operand instanceof ArrayValue;
}

/** A test of one value, element by element; errors are looked at, not passed on. */
function test(check: (value: unknown) => boolean): WorksheetFunction {
  return (call) => call.evaluator.map([call.guarded(0)], ([value]) => check(value));
}

function replaceErrors(call: FunctionCall, isReplaced: (error: CellError) => boolean): Operand {
  const operand = call.guarded(0);
  if (!hasSeveral(operand)) {
    const value = call.evaluator.single(operand);
    return value instanceof CellError && isReplaced(value) ? call.operand(1) : operand;
  }
  return call.evaluator.map([operand, call.operand(1)], ([value = null, other = null]) => (value instanceof CellError && isReplaced(value) ? other : value));
}

export const logicFunctions: Record<string, WorksheetFunction> = {
  IF: (call) => {
    const condition = call.operand(0);
    if (!hasSeveral(condition)) {
      if (toBoolean(call.evaluator.single(condition))) return call.has(1) ? call.operand(1) : 0;
      return call.count > 2 ? (call.has(2) ? call.operand(2) : 0) : false;
    }
    return call.evaluator.map([condition, call.guarded(1), call.count > 2 ? call.guarded(2) : false], ([isTrue = null, yes = null, no = null]) => (toBoolean(isTrue) ? yes : no));
  },
  IFS: (call) => {
    for (let index = 0; index + 1 < call.count; index += 2) if (toBoolean(call.scalar(index))) return call.operand(index + 1);
    return fail('#N/A');
  },
  SWITCH: (call) => {
    const value = call.scalar(0);
    let index = 1;
    for (; index + 1 < call.count; index += 2) if (call.scalar(index) === value) return call.operand(index + 1);
    return index < call.count ? call.operand(index) : fail('#N/A');
  },
  IFERROR: (call) => replaceErrors(call, () => true),
  IFNA: (call) => replaceErrors(call, (error) => error.code === '#N/A'),
  AND: (call) => truths(call).every(Boolean),
  OR: (call) => truths(call).some(Boolean),
  XOR: (call) => truths(call).filter(Boolean).length % 2 === 1,
  NOT: (call) => call.evaluator.map([call.operand(0)], ([value = null]) => !toBoolean(value)),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => fail('#N/A'),
  ISERROR: test((value) => value instanceof CellError),
  ISERR: test((value) => value instanceof CellError && value.code !== '#N/A'),
  ISNA: test((value) => value instanceof CellError && value.code === '#N/A'),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISNONTEXT: test((value) => typeof value !== 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISBLANK: test((value) => value === null),
  ISFORMULA: (call) => {
    const operand = call.operand(0);
    return operand instanceof Reference ? call.around.formulaAt(operand.sheet, operand.area.row, operand.area.column) !== null : fail('#VALUE!');
  },
  FORMULATEXT: (call) => {
    const operand = call.operand(0);
    return (operand instanceof Reference ? call.around.formulaAt(operand.sheet, operand.area.row, operand.area.column) : null) ?? fail('#N/A');
  },
};
