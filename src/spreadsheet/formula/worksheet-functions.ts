import { dateFunctions } from './functions-date';
import { logicFunctions } from './functions-logic';
import { lookupFunctions } from './functions-lookup';
import { mathFunctions } from './functions-math';
import { textFunctions } from './functions-text';
import { type Operand } from './operand';
import { type FunctionCall } from './evaluator';

export type WorksheetFunction = (call: FunctionCall) => Operand;

/** The built-in worksheet functions by English name. */
export const functions: ReadonlyMap<string, WorksheetFunction> = new Map(
  Object.entries({ ...mathFunctions, ...logicFunctions, ...textFunctions, ...lookupFunctions, ...dateFunctions }),
);
