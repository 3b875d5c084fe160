import { ANSWER_TIMEOUT_MS, hostCodeOf, withinTime } from './failures';

/** How to run a batch: `isUserStarted` waits for a cell edit to end; `mergesUndo` makes one undo step where Excel offers it. */
export interface RunOptions {
  readonly isUserStarted?: boolean;
  readonly mergesUndo?: boolean;
  readonly timeoutMs?: number;
}

/** Counts the syncs of one action, because each is a round trip to Excel. */
export class SyncCounter {
  count = 0;

  /** Sends what is queued. */
  async flush(context: Excel.RequestContext): Promise<void> {
    this.count += 1;
    await context.sync();
  }
}

/** Whether this Excel has a set of its API. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Runs a batch against Excel. Errors: rejects with Excel's error, or one with the code 'Timeout' when Excel never answers.
 * Where merging undo steps is refused, the batch runs again without it; that refusal comes before anything is done.
 */
export async function runExcel<T>(options: RunOptions, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const runOptions: Excel.RunOptions = { delayForCellEdit: options.isUserStarted === true };
  const timeout = options.timeoutMs ?? ANSWER_TIMEOUT_MS;
  if (options.mergesUndo !== true || !hasExcelApi('1.20')) return withinTime(Excel.run(runOptions, batch), timeout);
  try {
    return await withinTime(Excel.run({ ...runOptions, mergeUndoGroup: true }, batch), timeout);
  } catch (error) {
    if (hostCodeOf(error) !== 'UndoNotSupported') throw error;
    return withinTime(Excel.run(runOptions, batch), timeout);
  }
}
