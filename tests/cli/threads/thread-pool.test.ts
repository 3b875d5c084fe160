import { EventEmitter } from 'node:events';
import { type Worker } from 'node:worker_threads';
import { type ThreadAnswer, type ThreadQuestion } from '../../../src/cli/threads/command-thread';
import { createThreadPool } from '../../../src/cli/threads/thread-pool';

/** Limits that a thread which never answers runs into at once, and one that answers never. */
const LIMITS = { startMs: 20, silenceMs: 20, totalMs: 20 };

/** A thread that answers each question as the test says. */
class PlayedThread extends EventEmitter {
  isStopped = false;

  constructor(private readonly play: (question: ThreadQuestion, thread: PlayedThread) => void) {
    super();
    queueMicrotask(() => this.say({ kind: 'ready' }));
  }

  say(answer: ThreadAnswer): void {
    this.emit('message', answer);
  }

  postMessage(question: ThreadQuestion): void {
    queueMicrotask(() => this.play(question, this));
  }

  terminate(): Promise<number> {
    this.isStopped = true;
    return Promise.resolve(0);
  }

  ref(): void {}
  unref(): void {}
}

const answered = (text: string): ThreadAnswer => ({ kind: 'answer', answer: { ok: true, value: { text, exitCode: 0 } } });

function pool(size: number, play: (question: ThreadQuestion, thread: PlayedThread) => void) {
  const threads: PlayedThread[] = [];
  const start = (): Worker => {
    const thread = new PlayedThread(play);
    threads.push(thread);
    return thread as unknown as Worker;
  };
  return { threads, answerers: createThreadPool(start, size, LIMITS) };
}

it('asks no more threads than it may, each one question at a time', async () => {
  const { threads, answerers } = pool(2, ({ asked }, thread) => thread.say(answered(asked[0])));
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((path) => answerers.answer(path, [])));
  expect(answers.map((answer) => (answer.ok ? answer.value.text : null))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(threads).toHaveLength(2);
  await answerers.close();
  expect(threads.map(({ isStopped }) => isStopped)).toEqual([true, true]);
});

it('stops a thread that does not answer, says so of its file, and answers for the next one', async () => {
  const { threads, answerers } = pool(1, ({ asked }, thread) => {
    if (asked[0] !== '/papers/hangs.pdf') thread.say(answered(asked[0]));
  });
  const [first, second] = await Promise.all([answerers.answer('/papers/hangs.pdf', []), answerers.answer('b', [])]);
  expect(first).toEqual({ ok: false, failure: { code: 'timed-out', name: 'hangs.pdf' } });
  expect(second).toMatchObject({ ok: true, value: { text: 'b' } });
  expect(threads.map(({ isStopped }) => isStopped)).toEqual([true, false]);
});

it.each([
  ['needs too much memory', Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }), { code: 'too-large', overfull: 'unpacked' }],
  ['breaks', new Error('broken'), { code: 'damaged-file', detail: 'broken' }],
])('answers with a failure when a thread %s, and goes on with another', async (_what, error, failure) => {
  const { threads, answerers } = pool(1, ({ asked }, thread) => (asked[0] === 'bad.txt' ? thread.emit('error', error) : thread.say(answered(asked[0]))));
  expect(await answerers.answer('bad.txt', [])).toMatchObject({ ok: false, failure: { name: 'bad.txt', ...failure } });
  expect(await answerers.answer('good.txt', [])).toMatchObject({ ok: true });
  expect(threads).toHaveLength(2);
});

it('passes a defect on as a failure of its file, and keeps the thread', async () => {
  const { threads, answerers } = pool(1, (_question, thread) => thread.say({ kind: 'defect', message: 'a broken promise' }));
  expect(await answerers.answer('a.txt', [])).toMatchObject({ ok: false, failure: { code: 'damaged-file', detail: 'a broken promise' } });
  expect(threads[0]?.isStopped).toBe(false);
});

it('gives an output as long as a file may take, for its making tells of no progress', async () => {
  const thread = new PlayedThread(({ ask, asked }, played) => void setTimeout(() => played.say(answered(asked[0])), ask === 'outputs' ? 25 : 0));
  const answerers = createThreadPool(() => thread as unknown as Worker, 1, { startMs: 60_000, silenceMs: 1, totalMs: 60_000 });
  await answerers.answer('a', []);
  expect((await answerers.outputs('a')).ok).toBe(true);
  await answerers.close();
});
