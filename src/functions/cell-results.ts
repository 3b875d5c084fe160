import { type CellValue } from './answers/amount-functions';
import { type Answer, type Refusal } from './answer';
import { currentLanguage } from './memory';

/** A value for one cell. Errors: throws what Excel shows in the cell, with its message. */
export function cellResult<T>(found: Answer<T>): T {
  if (found.kind === 'value') return found.value;
  throw cellError(found);
}

/** Values for a range that spills, each refusal as an error in its own cell. Errors: an answer of one cell throws its refusal. */
export function rangeResult(found: readonly (readonly Answer<CellValue>[])[]): (CellValue | CustomFunctions.Error)[][] {
  const [only] = found[0] ?? [];
  if (found.length === 1 && found[0]?.length === 1 && only !== undefined) return [[cellResult(only)]];
  return found.map((row) => row.map((cell) => (cell.kind === 'value' ? cell.value : cellError(cell))));
}

function cellError(refusal: Refusal): CustomFunctions.Error {
  const code = refusal.kind === 'not-found' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, refusal.message[currentLanguage()]);
}
