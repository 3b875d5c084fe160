import { type Failure } from '../../core/failure';

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

/** A failure with what became of the workbook. */
export function afterwards(failure: Failure, workbook: WorkbookOutcome): Failure {
  return { code: 'host', hostCode: failure.code === 'host' ? failure.hostCode : 'GeneralException', workbook };
}

/** A thrown error as a failure once what was written has been taken back: what did not read back then counts as a fault of Excel's. Shape: `workbook` is what came of taking it back. */
export function failureAfterUndo(error: unknown, workbook: WorkbookOutcome): Failure {
  const failure = failureOf(error, workbook);
  return failure.code === 'write-not-confirmed' ? afterwards(failure, workbook) : failure;
}
