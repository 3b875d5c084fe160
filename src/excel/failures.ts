import { type Failure } from '../core/failure';

/** How long a request to Excel may take before it counts as never answered. */
export const ANSWER_TIMEOUT_MS = 30_000;

/** Thrown inside an Excel batch to end it with a failure of ours; never leaves this folder. */
export class FailureSignal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'FailureSignal';
  }
}

/** What happened to the workbook when an action failed. */
export type WorkbookOutcome = 'unchanged' | 'restored' | 'done' | 'unknown';

/** Excel's error code of anything that was thrown; 'Timeout' and 'GeneralException' where it has none. */
export function hostCodeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  return 'GeneralException';
}

/** A thrown error as a failure; `workbook` is what was found there afterwards. Errors: a programming mistake is thrown on. */
export function failureOf(error: unknown, workbook: WorkbookOutcome): Failure {
  if (error instanceof FailureSignal) return error.failure;
  if (isOurMistake(error)) throw error;
  const hostCode = hostCodeOf(error);
  if (hostCode === 'InvalidOperationInCellEditMode' && workbook === 'unchanged') return { code: 'cell-edit-mode' };
  return { code: 'host', hostCode, workbook };
}

/** Whether an error comes from our own code rather than from Excel. */
function isOurMistake(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

/** What an action answers, or an error with the code 'Timeout' when Excel does not answer in time after the start or the last call of `restart`. */
export function withinTime<T>(action: (restart: () => void) => Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      clearTimeout(timer);
      timer = undefined;
    };
    const start = (): void => {
      timer = setTimeout(() => {
        timer = undefined;
        reject(Object.assign(new Error('Excel did not answer'), { code: 'Timeout' }));
      }, milliseconds);
    };
    start();
    const restart = (): void => {
      if (timer === undefined) return;
      stop();
      start();
    };
    action(restart).then(
      (value) => {
        stop();
        resolve(value);
      },
      (error: unknown) => {
        stop();
        reject(error);
      },
    );
  });
}
