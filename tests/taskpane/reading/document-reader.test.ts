import { createDocumentReader, type ReadingOrder, type WorkerLike } from '../../../src/taskpane/reading/document-reader';
import { type PrepareRequest, type ReadAnswer, type ReadRequest } from '../../../src/taskpane/reading/reading-messages';
import { agreementOf } from '../../support/sample-agreement';

type Play = (request: ReadRequest, worker: PlayedWorker) => void;

/** A worker that does what the test says; `isStarting` false never says that it is ready. */
class PlayedWorker implements WorkerLike {
  isTerminated = false;
  private readonly messages: ((event: { readonly data: ReadAnswer }) => void)[] = [];
  private readonly errors: (() => void)[] = [];
  constructor(
    private readonly play: Play,
    isStarting = true,
  ) {
    if (isStarting) setTimeout(() => this.answer({ kind: 'ready' }), 0);
  }
  preparations = 0;
  postMessage(request: ReadRequest | PrepareRequest): void {
    if (request.kind === 'prepare') this.preparations += 1;
    else setTimeout(() => this.play(request, this), 1);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  addEventListener(type: string, listener: ((event: { readonly data: ReadAnswer }) => void) | (() => void)): void {
    if (type === 'message') this.messages.push(listener);
    else this.errors.push(listener as () => void);
  }
  answer(data: ReadAnswer): void {
    if (!this.isTerminated) for (const listener of this.messages) listener({ data });
  }
  breakDown(): void {
    for (const listener of this.errors) listener();
  }
}

const LIMITS = { startMs: 40, silenceMs: 60, totalMs: 200 };
const ORDER: ReadingOrder = { name: 'a.pdf', bytes: new Uint8Array([1]), password: null, encoding: null, acceptPartly: false, others: [] };
const DONE = (request: number): ReadAnswer => ({
  kind: 'done',
  request,
  source: { name: 'a.pdf', sha256: 'a', format: 'pdf', pages: 1, heading: null, lines: [], unreadablePages: [], isPartlyRead: false },
  agreement: agreementOf([]),
  checks: [],
});

function started(play: Play, isStarting = true): { reader: ReturnType<typeof createDocumentReader>; workers: PlayedWorker[] } {
  const workers: PlayedWorker[] = [];
  const reader = createDocumentReader(() => {
    const worker = new PlayedWorker(play, isStarting);
    workers.push(worker);
    return worker;
  }, LIMITS);
  return { reader, workers };
}
const never = new AbortController().signal;
const quiet = (): void => undefined;

describe('createDocumentReader', () => {
  it('passes progress on and answers what was read, with one worker for many documents', async () => {
    const { reader, workers } = started(({ request }, worker) => {
      worker.answer({ kind: 'progress', request, done: 1, total: 3 });
      worker.answer(DONE(request));
    });
    const progress: unknown[] = [];
    expect(await reader.read(ORDER, never, (one) => progress.push(one))).toMatchObject({ ok: true });
    expect(await reader.read(ORDER, never, quiet)).toMatchObject({ ok: true });
    expect(progress).toEqual([{ done: 1, total: 3 }]);
    expect(workers).toHaveLength(1);
  });

  it('prepares the worker that reads, and another one when it broke meanwhile', async () => {
    const { reader, workers } = started(({ request }, worker) => worker.answer(DONE(request)));
    reader.prepare();
    reader.prepare();
    expect(workers.map(({ preparations }) => preparations)).toEqual([2]);
    expect(await reader.read(ORDER, never, quiet)).toMatchObject({ ok: true });
    workers[0]?.breakDown();
    expect(await reader.read(ORDER, never, quiet)).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
  });

  it('hands on the reader’s own failure and keeps the worker', async () => {
    const { reader, workers } = started(({ request }, worker) => worker.answer({ kind: 'failed', request, failure: { code: 'empty-file', name: 'a.pdf' } }));
    expect(await reader.read(ORDER, never, quiet)).toEqual({ ok: false, failure: { code: 'empty-file', name: 'a.pdf' } });
    expect(workers[0]?.isTerminated).toBe(false);
  });

  it('kills a worker that is silent, and reads the next document in a new one', async () => {
    let isHanging = true;
    const { reader, workers } = started(({ request }, worker) => {
      if (!isHanging) worker.answer(DONE(request));
    });
    expect(await reader.read(ORDER, never, quiet)).toEqual({ ok: false, failure: { code: 'timed-out', name: 'a.pdf' } });
    expect(workers[0]?.isTerminated).toBe(true);
    isHanging = false;
    expect(await reader.read(ORDER, never, quiet)).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
  });

  it('kills a worker that goes on reporting for too long', async () => {
    const timers: NodeJS.Timeout[] = [];
    const { reader } = started(({ request }, worker) => {
      timers.push(setInterval(() => worker.answer({ kind: 'progress', request, done: 1, total: 9 }), 10));
    });
    const begin = Date.now();
    expect(await reader.read(ORDER, never, quiet)).toMatchObject({ failure: { code: 'timed-out' } });
    expect(Date.now() - begin).toBeGreaterThanOrEqual(LIMITS.totalMs - 20);
    timers.forEach((timer) => clearInterval(timer));
  });

  it('cancels at once by ending the worker', async () => {
    const { reader, workers } = started(quiet);
    const controller = new AbortController();
    const result = reader.read(ORDER, controller.signal, quiet);
    controller.abort();
    expect(await result).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(workers[0]?.isTerminated).toBe(true);
    expect(await reader.read(ORDER, controller.signal, quiet)).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });

  it('refuses when the worker cannot be made, never starts, or breaks at its start', async () => {
    const unavailable = { ok: false, failure: { code: 'reader-unavailable' } };
    const broken = createDocumentReader(() => {
      throw new Error('blocked by policy');
    }, LIMITS);
    expect(await broken.read(ORDER, never, quiet)).toEqual(unavailable);
    expect(await started(quiet, false).reader.read(ORDER, never, quiet)).toEqual(unavailable);
    expect(await started((_request, worker) => worker.breakDown(), false).reader.read(ORDER, never, quiet)).toEqual(unavailable);
  });

  it('calls a document damaged when reading it breaks a running worker', async () => {
    const { reader } = started((_request, worker) => worker.breakDown());
    expect(await reader.read(ORDER, never, quiet)).toMatchObject({ failure: { code: 'damaged-file', name: 'a.pdf' } });
  });
});
