import { type WorksheetFunction } from '../function-call';
import { dateFunctions } from './date';
import { logicFunctions } from './logic';
import { lookupFunctions } from './lookup';
import { mathFunctions } from './math';
import { textFunctions } from './text';

/** The built-in worksheet functions by English name. */
export const functions: ReadonlyMap<string, WorksheetFunction> = new Map(
  Object.entries({ ...mathFunctions, ...logicFunctions, ...textFunctions, ...lookupFunctions, ...dateFunctions }),
);
