import { type Agreement } from '../../core/budget/agreement';
import { fail, succeed, type Result } from '../../core/failure';
import { READING_LIMITS, type ReadingLimits } from '../../readers/reading-limits';
import { type Progress, type Reading } from '../state/pane-state';
import { type PrepareRequest, type ReadAnswer, type ReadRequest, type SaveRequest } from './reading-messages';

/** A document to read, with what the user has said of it. */
export interface ReadingOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
  readonly encoding: string | null;
  readonly acceptPartly: boolean;
  readonly others: readonly Agreement[];
}

/** A document of which something is to leave. */
export type SavingOrder = Omit<SaveRequest, 'kind' | 'request'>;

/** Reads documents away from the pane's own thread. */
export interface DocumentReader {
  /** Starts the worker, which loads what PDFs need and practises, so that reading is fast from the start when the user has chosen. */
  prepare(): void;
  read(order: ReadingOrder, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Result<Reading>>;
  /** The bytes of what leaves of a document. */
  save(order: SavingOrder, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Result<Uint8Array>>;
}

/** The part of a worker that the reader uses, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: ReadRequest | SaveRequest | PrepareRequest): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ReadAnswer }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
}

/**
 * A reader that runs one document at a time in a worker and kills the worker when it hangs, fails or is cancelled.
 * Errors: 'reader-unavailable' when the worker cannot start, 'timed-out' by the limits, 'cancelled' by the signal.
 */
export function createDocumentReader(startWorker: () => WorkerLike, limits: ReadingLimits = READING_LIMITS): DocumentReader {
  let worker: RunningWorker | null = null;
  let requests = 0;

  const runningWorker = (): RunningWorker | null => {
    if (worker?.isSpent) worker = null;
    worker ??= startRunningWorker(startWorker);
    return worker;
  };

  async function ask<Value>(makeRequest: (request: number) => ReadRequest | SaveRequest, valueOf: (answer: ReadAnswer) => Value | null, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Result<Value>> {
    if (signal.aborted) return fail({ code: 'cancelled' });
    const running = runningWorker();
    if (running === null) return fail({ code: 'reader-unavailable' });
    requests += 1;
    return runRequest({ running, request: makeRequest(requests), valueOf, limits }, signal, onProgress);
  }

  return {
    prepare() {
      runningWorker()?.worker.postMessage({ kind: 'prepare' });
    },
    read: (order, signal, onProgress) => ask((request) => ({ kind: 'read', request, ...order }), readingOf, signal, onProgress),
    save: (order, signal, onProgress) => ask((request) => ({ kind: 'save', request, ...order }), (answer) => (answer.kind === 'saved' ? answer.bytes : null), signal, onProgress),
  };
}

function readingOf(answer: ReadAnswer): Reading | null {
  return answer.kind === 'done' ? { source: answer.source, agreement: answer.agreement, checks: answer.checks } : null;
}

interface RunningWorker {
  readonly worker: WorkerLike;
  isReady: boolean;
  isSpent: boolean;
  listener: ((answer: ReadAnswer | 'broken') => void) | null;
}

function startRunningWorker(startWorker: () => WorkerLike): RunningWorker | null {
  let worker: WorkerLike;
  try {
    worker = startWorker();
  } catch {
    return null;
  }
  const running: RunningWorker = { worker, isReady: false, isSpent: false, listener: null };
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'ready') running.isReady = true;
    running.listener?.(data);
  });
  const breakDown = (): void => {
    if (running.listener !== null) return running.listener('broken');
    running.isSpent = true;
    worker.terminate();
  };
  worker.addEventListener('error', breakDown);
  worker.addEventListener('messageerror', breakDown);
  return running;
}

/** A question to a worker, and what its last answer holds. */
interface Asked<Value> {
  readonly running: RunningWorker;
  readonly request: ReadRequest | SaveRequest;
  readonly valueOf: (answer: ReadAnswer) => Value | null;
  readonly limits: ReadingLimits;
}

function runRequest<Value>({ running, request, valueOf, limits }: Asked<Value>, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Result<Value>> {
  return new Promise((resolve) => {
    const end = (result: Result<Value>, isKilled: boolean): void => {
      clearTimeout(totalTimer);
      clearTimeout(silenceTimer);
      signal.removeEventListener('abort', cancel);
      running.listener = null;
      if (isKilled) {
        running.isSpent = true;
        running.worker.terminate();
      }
      resolve(result);
    };
    const cancel = (): void => end(fail({ code: 'cancelled' }), true);
    const timeOut = (): void => end(fail(running.isReady ? { code: 'timed-out', name: request.name } : { code: 'reader-unavailable' }), true);
    const totalTimer = setTimeout(timeOut, limits.totalMs);
    let silenceTimer = setTimeout(timeOut, running.isReady ? limits.silenceMs : limits.startMs);
    const waitAgain = (): void => {
      clearTimeout(silenceTimer);
      silenceTimer = setTimeout(timeOut, limits.silenceMs);
    };
    running.listener = (answer) => {
      if (answer === 'broken') {
        end(fail(running.isReady ? { code: 'damaged-file', name: request.name, detail: '' } : { code: 'reader-unavailable' }), true);
      } else if (answer.kind === 'ready') {
        waitAgain();
      } else if (answer.request === request.request) {
        if (answer.kind === 'progress') {
          waitAgain();
          onProgress({ done: answer.done, total: answer.total });
        } else if (answer.kind === 'failed') end(fail(answer.failure), false);
        else {
          const value = valueOf(answer);
          if (value !== null) end(succeed(value), false);
        }
      }
    };
    signal.addEventListener('abort', cancel);
    running.worker.postMessage(request);
  });
}
