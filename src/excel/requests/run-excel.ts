import { FailureSignal, hostCodeOf } from './failures';

/** How long a request to Excel may take before it counts as never answered. */
const ANSWER_TIMEOUT_MS = 30_000;

/** After how long a first request that is not answered counts as held back, which is told. */
const HELD_MS = 1_500;

/** Calls back after a time; returns the way to stop it. */
export type Timer = (milliseconds: number, callback: () => void) => () => void;

/** How to run a batch: `isUserStarted` waits for a cell edit to end; `mergesUndo` makes one undo step where Excel offers it. */
export interface RunOptions {
  readonly isUserStarted?: boolean;
  /** Whether the first request has a time limit, too, because an earlier batch of the same action has been answered. */
  readonly isLimited?: boolean;
  readonly mergesUndo?: boolean;
  /** Gives up while the first request waits for a cell edit; later the action itself looks at it. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly timer?: Timer;
  /** Called when Excel keeps the first request waiting, as for a half-typed cell, and again when it has answered. */
  readonly onHeld?: (isHeld: boolean) => void;
  /** Called at each sync, because each is a round trip to Excel. */
  readonly onSync?: () => void;
  /** Called when Excel answers a request after all that had been given up: what it asked for may stand by now. */
  readonly onLate?: () => void;
}

/** What an action passes on to each of its batches. */
export type RunSettings = Pick<RunOptions, 'timeoutMs' | 'timer' | 'onLate' | 'onHeld' | 'signal'>;

/** Ends an action that the user has stopped, before it writes anything. Errors: signals `cancelled`. */
export function stopIfAsked({ signal }: Pick<RunOptions, 'signal'>): void {
  if (signal?.aborted === true) throw new FailureSignal({ code: 'cancelled' });
}

/** Whether this Excel has a set of its API. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Runs a batch against Excel. Errors: rejects with Excel's error, or one with the code 'Timeout' when Excel never answers.
 * Where merging undo steps is refused, the batch runs again without it and is told so: what stood before the refused call may have been done.
 */
export async function runExcel<T>(options: RunOptions, action: (context: Excel.RequestContext, isSecondAttempt: boolean) => Promise<T>): Promise<T> {
  const first = (context: Excel.RequestContext): Promise<T> => action(context, false);
  const runOptions: Excel.RunOptions = { delayForCellEdit: options.isUserStarted === true };
  if (options.mergesUndo !== true || !hasExcelApi('1.20')) return runInTime(runOptions, options, first);
  try {
    return await runInTime({ ...runOptions, mergeUndoGroup: true }, options, first);
  } catch (error) {
    if (hostCodeOf(error) !== 'UndoNotSupported') throw error;
    return runInTime(runOptions, options, (context) => action(context, true));
  }
}

/**
 * Runs a batch of which each request has the whole time limit, but for the first of one that the user started: Excel holds it back for as long as
 * a cell is being edited. A batch that was given up sends nothing more, whatever Excel answers later.
 */
function runInTime<T>(runOptions: Excel.RunOptions, options: RunOptions, action: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const batch = new Batch(options, reject);
    Excel.run(runOptions, (context) => action(batch.observe(context))).then(
      (value) => {
        batch.end();
        resolve(value);
      },
      (error: unknown) => {
        batch.end();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/** The requests of one batch, each within its time. */
class Batch {
  private syncs = 0;
  private isGivenUp = false;
  private stopTimer: (() => void) | null = null;
  private isHeldTold = false;
  private readonly onAbort = (): void => {
    if (this.isHeldBack) this.giveUp(new FailureSignal({ code: 'cancelled' }));
  };

  constructor(private readonly options: RunOptions, private readonly reject: (error: Error) => void) {
    options.signal?.addEventListener('abort', this.onAbort);
  }

  /** Whether the first request may be waiting for a cell edit to end. */
  private get isHeldBack(): boolean {
    return this.options.isUserStarted === true && this.options.isLimited !== true && this.syncs <= 1;
  }

  /** The same context, telling of each sync. */
  observe(context: Excel.RequestContext): Excel.RequestContext {
    const sync = context.sync.bind(context);
    context.sync = (passThrough?: unknown) => this.send(() => sync(passThrough)) as never;
    return context;
  }

  end(): void {
    this.stopTimer?.();
    this.options.signal?.removeEventListener('abort', this.onAbort);
  }

  private async send(sync: () => Promise<unknown>): Promise<unknown> {
    if (this.isGivenUp) throw noAnswer();
    this.syncs += 1;
    this.options.onSync?.();
    if (this.isHeldBack) this.startHeldTimer();
    else this.startTimer();
    try {
      return await sync();
    } finally {
      this.stopTimer?.();
      this.tellHeld(false);
      if (this.isGivenUp) this.options.onLate?.();
    }
  }

  private startTimer(): void {
    const timer = this.options.timer ?? systemTimer;
    this.stopTimer = timer(this.options.timeoutMs ?? ANSWER_TIMEOUT_MS, () => this.giveUp(noAnswer()));
  }

  private startHeldTimer(): void {
    if (this.options.onHeld !== undefined) this.stopTimer = (this.options.timer ?? systemTimer)(HELD_MS, () => this.tellHeld(true));
  }

  private tellHeld(isHeld: boolean): void {
    if (this.isHeldTold !== isHeld) this.options.onHeld?.(isHeld);
    this.isHeldTold = isHeld;
  }

  private giveUp(error: Error): void {
    this.isGivenUp = true;
    this.tellHeld(false);
    this.reject(error);
  }
}

function systemTimer(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

function noAnswer(): Error {
  return Object.assign(new Error('Excel did not answer'), { code: 'Timeout' });
}

/** Sends what is queued: one of several requests whose number only the size of the data decides. */
export async function sendQueued(context: Excel.RequestContext): Promise<void> {
  await context.sync();
}

/** Bytes to send or fetch in one request where they are estimated. Source: Excel on the web takes 5 MB. */
const ESTIMATED_BYTES = 3_000_000;

/** The same where they are counted, or estimated high. */
export const COUNTED_BYTES = 4_500_000;

/** Counts what is queued and sends it before it grows beyond one request. Shape: `onSent` is called after that, before anything more is queued. */
export class RequestBudget {
  private bytes = 0;

  constructor(private readonly context: Excel.RequestContext, private readonly mostBytes = ESTIMATED_BYTES, private readonly onSent: () => void = () => undefined) {}

  /** Notes bytes that are about to be queued, after sending what no longer fits with them. */
  async reserve(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > this.mostBytes) {
      await sendQueued(this.context);
      this.bytes = 0;
      this.onSent();
    }
    this.bytes += bytes;
  }
}
