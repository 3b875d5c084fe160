import { type Result } from '../../src/core/failure';

/** The value of a result that has to be one. Errors: throws with the failure otherwise. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
