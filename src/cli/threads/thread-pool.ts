import { basename } from 'node:path';
import { type Worker } from 'node:worker_threads';
import { fail, type Result } from '../../core/failure';
import { type ReadingLimits } from '../../readers/reading-limits';
import { type Answerer } from '../command';
import { type ThreadAnswer, type ThreadQuestion } from './command-thread';
import { afterProcessorTime } from './processor-limit';

/** How much a thread may hold before its file is given up. Units: megabytes. */
export const MEMORY_MEGABYTES = 700;

/**
 * Answerers in threads of their own, at most so many at a time. A thread that answers too late, or needs too much memory, is stopped, its file
 * is answered with a failure, and another one takes its place. The limits count processor time: a paper is not too slow because the machine is busy.
 */
export function createThreadPool(startThread: () => Worker, size: number, limits: ReadingLimits): Answerer & { close(): Promise<void> } {
  const idle: Thread[] = [];
  const waiting: ((thread: Thread) => void)[] = [];
  let running = 0;
  const newThread = (): Thread => new Thread(startThread(), limits, () => running - idle.length);
  const take = (): Promise<Thread> => {
    const free = idle.pop();
    if (free !== undefined) return Promise.resolve(free);
    if (running === size) return new Promise((resolve) => waiting.push(resolve));
    running += 1;
    return Promise.resolve(newThread());
  };
  const give = (thread: Thread): void => {
    const next = waiting.shift();
    if (next === undefined && !thread.isSpent) idle.push(thread);
    else if (next === undefined) running -= 1;
    else next(thread.isSpent ? newThread() : thread);
  };
  const ask = async <Value>(question: ThreadQuestion): Promise<Result<Value>> => {
    const thread = await take();
    try {
      return (await thread.ask(question)) as Result<Value>;
    } finally {
      give(thread);
    }
  };
  return {
    outline: (path) => ask({ ask: 'outline', asked: [path] }),
    answer: (path, others) => ask({ ask: 'answer', asked: [path, others] }),
    agreement: (path) => ask({ ask: 'agreement', asked: [path] }),
    outputs: (path) => ask({ ask: 'outputs', asked: [path] }),
    close: async () => void (await Promise.all(idle.map((thread) => thread.stop()))),
  };
}

/** One thread, which answers one question at a time. */
class Thread {
  isSpent = false;
  private isReady = false;
  private listener: ((answer: ThreadAnswer | Error) => void) | null = null;

  constructor(private readonly worker: Worker, private readonly limits: ReadingLimits, private readonly threadsAtWork: () => number) {
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.kind === 'ready') this.isReady = true;
      this.listener?.(answer);
    });
    worker.on('error', (error: Error) => {
      this.isSpent = true;
      this.listener?.(error);
    });
    // A thread that nobody asks does not keep the program alive.
    worker.unref();
  }

  ask(question: ThreadQuestion): Promise<Result<unknown>> {
    const name = basename(question.asked[0]);
    // An output is made in one go, which tells of no progress.
    const silenceMs = question.ask === 'outputs' ? this.limits.totalMs : this.limits.silenceMs;
    this.worker.ref();
    return new Promise((resolve) => {
      const end = (result: Result<unknown>, isStopped: boolean): void => {
        callOffTotal();
        callOffSilence();
        this.listener = null;
        this.worker.unref();
        if (isStopped) void this.stop();
        resolve(result);
      };
      const timeOut = (): void => end(fail(this.isReady ? { code: 'timed-out', name } : { code: 'reader-unavailable' }), true);
      const within = (limitMs: number): (() => void) => afterProcessorTime(limitMs, this.threadsAtWork, timeOut);
      const callOffTotal = within(this.limits.totalMs);
      let callOffSilence = within(this.isReady ? silenceMs : this.limits.startMs);
      this.listener = (answer) => {
        if (answer instanceof Error) return end(fail(failureOf(answer, name)), true);
        if (answer.kind === 'answer') return end(answer.answer as Result<unknown>, false);
        if (answer.kind === 'defect') return end(fail({ code: 'damaged-file', name, detail: answer.message }), false);
        callOffSilence();
        callOffSilence = within(silenceMs);
      };
      this.worker.postMessage(question);
    });
  }

  async stop(): Promise<void> {
    this.isSpent = true;
    await this.worker.terminate();
  }
}

function failureOf(error: Error, name: string): Parameters<typeof fail>[0] {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isFull ? { code: 'too-large', name, limitMegabytes: MEMORY_MEGABYTES, overfull: 'unpacked' } : { code: 'damaged-file', name, detail: error.message };
}
