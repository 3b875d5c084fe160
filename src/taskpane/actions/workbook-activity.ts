import { fail, type Failure, type Result } from '../../core/failure';
import { type ActionOptions } from '../../excel/workbook-port';
import { type Activity, type Notice } from '../state/pane-state';
import { type StoreSlice } from '../state/pane-store';

/** What a long action tells while it runs, and what stops it. */
export type ActivityOptions = Required<ActionOptions>;

/** Runs what changes or reads the workbook, one action at a time, and shows how it goes. */
export interface WorkbookActivity {
  /** The action's result; null where another one runs, and the user has to ask again. */
  run<T>(kind: Activity['kind'], act: (options: ActivityOptions) => Promise<Result<T>>): Promise<Result<T> | null>;
  /** Ends when nothing runs: for what must not be lost because something else does. */
  whenIdle(): Promise<void>;
  /** Stops what runs between two of its steps. */
  cancel(): void;
  /** Ends the action with what is to be told of it. */
  end(notice: Notice | null): void;
  /** Ends the action with a failure; `done` is what it had done before. */
  endWithFailure(failure: Failure, done?: readonly Notice[]): void;
  /** Runs an action that ends with one message, or with its failure; whether it succeeded. */
  perform<T>(kind: Activity['kind'], act: (options: ActivityOptions) => Promise<Result<T>>, tell: (value: T) => Notice | null): Promise<boolean>;
}

/** The one activity over the open workbook. */
export function createWorkbookActivity(store: StoreSlice<never, 'activity-started' | 'activity-progressed' | 'activity-ended'>): WorkbookActivity {
  let running: AbortController | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const activity: WorkbookActivity = {
    async run(kind, act) {
      if (running !== null) return null;
      running = new AbortController();
      store.dispatch({ type: 'activity-started', kind });
      const onProgress = (done: number, total: number): void => store.dispatch({ type: 'activity-progressed', progress: { done, total } });
      const acting = settle(act({ signal: running.signal, onProgress }));
      last = acting;
      const result = await acting;
      running = null;
      return result;
    },
    async whenIdle() {
      while (running !== null) await last;
    },
    cancel: () => running?.abort(),
    end: (notice) => store.dispatch({ type: 'activity-ended', notice }),
    endWithFailure: (failure, done = []) => activity.end(done.length === 0 ? { kind: 'failure', failure } : { kind: 'failure', failure, done }),
    async perform(kind, act, tell) {
      const result = await activity.run(kind, act);
      if (result === null) return false;
      if (result.ok) activity.end(tell(result.value));
      else activity.endWithFailure(result.failure);
      return result.ok;
    },
  };
  return activity;
}

/** The promise's result; a thrown error becomes a failure that admits that the workbook's state is not known. */
export async function settle<T>(promise: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await promise;
  } catch (error) {
    return fail({ code: 'host', hostCode: errorCode(error), workbook: 'unknown' });
  }
}

/** What a host that lacks a function answers. */
export function lacking(): Promise<Result<never>> {
  return Promise.resolve(fail({ code: 'host', hostCode: 'ApiNotFound', workbook: 'unchanged' }));
}

function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'Error';
}
