import { ANSWER_TIMEOUT_MS, hostCodeOf, withinTime } from './failures';

/** How to run a batch: `isUserStarted` waits for a cell edit to end; `mergesUndo` makes one undo step where Excel offers it. */
export interface RunOptions {
  readonly isUserStarted?: boolean;
  readonly mergesUndo?: boolean;
  readonly timeoutMs?: number;
  /** Called at each sync, because each is a round trip to Excel. */
  readonly onSync?: () => void;
}

/** Whether this Excel has a set of its API. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Runs a batch against Excel. Errors: rejects with Excel's error, or one with the code 'Timeout' when Excel never answers.
 * Where merging undo steps is refused, the batch runs again without it; that refusal comes before anything is done.
 */
export async function runExcel<T>(options: RunOptions, action: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const runOptions: Excel.RunOptions = { delayForCellEdit: options.isUserStarted === true };
  if (options.mergesUndo !== true || !hasExcelApi('1.20')) return runInTime(runOptions, options, action);
  try {
    return await runInTime({ ...runOptions, mergeUndoGroup: true }, options, action);
  } catch (error) {
    if (hostCodeOf(error) !== 'UndoNotSupported') throw error;
    return runInTime(runOptions, options, action);
  }
}

/** Runs a batch; each of its syncs has the whole time limit, because many short answers are no silence. */
function runInTime<T>(runOptions: Excel.RunOptions, options: RunOptions, action: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return withinTime((restart) => {
    const onSync = (): void => {
      restart();
      options.onSync?.();
    };
    return Excel.run(runOptions, (context) => action(observeSyncs(context, onSync)));
  }, options.timeoutMs ?? ANSWER_TIMEOUT_MS);
}

/** The same context, telling of each sync. */
function observeSyncs(context: Excel.RequestContext, onSync: () => void): Excel.RequestContext {
  const sync = context.sync.bind(context);
  context.sync = (passThrough?: unknown) => {
    onSync();
    return sync(passThrough) as never;
  };
  return context;
}

/** Sends what is queued: one of several requests whose number only the size of the data decides. */
export async function sendQueued(context: Excel.RequestContext): Promise<void> {
  await context.sync();
}

/** Bytes to send or fetch in one request. Source: Excel on the web takes 5 MB. */
const REQUEST_BYTES = 3_000_000;

/** Counts what is queued and sends it before it grows beyond one request. */
export class RequestBudget {
  private bytes = 0;

  constructor(private readonly context: Excel.RequestContext) {}

  /** Notes bytes that are about to be queued, after sending what no longer fits with them. */
  async reserve(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > REQUEST_BYTES) {
      await sendQueued(this.context);
      this.bytes = 0;
    }
    this.bytes += bytes;
  }
}
