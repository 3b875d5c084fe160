import { type MessagePort } from 'node:worker_threads';
import { createAnswerer } from './answering';
import { type Answerer, type CommandCall, type FileSource } from '../command';

/** What a thread is started with: the command and how it was called. */
export interface ThreadOrder {
  readonly command: string;
  readonly call: CommandCall;
}

/** A question to a thread, and its answer. Shape: `progress` says that a file is still being read. */
export type ThreadQuestion = { readonly [ask in keyof Answerer]: { readonly ask: ask; readonly asked: Parameters<Answerer[ask]> } }[keyof Answerer];
export type ThreadAnswer = { readonly kind: 'ready' } | { readonly kind: 'progress' } | { readonly kind: 'answer'; readonly answer: Awaited<ReturnType<Answerer[keyof Answerer]>> } | { readonly kind: 'defect'; readonly message: string };

/** How often a thread says at most that it goes on. Units: milliseconds. */
const PROGRESS_MS = 200;

/** Answers questions on a thread's port, one after the other. */
export function answerOn(port: MessagePort, { command, call }: ThreadOrder, source: FileSource): void {
  const send = (message: ThreadAnswer): void => port.postMessage(message);
  let told = 0;
  const answerer = createAnswerer(command, call, source, () => {
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    send({ kind: 'progress' });
  });
  port.on('message', ({ ask, asked }: ThreadQuestion) => {
    const answering = (answerer[ask] as (...words: unknown[]) => ReturnType<Answerer[typeof ask]>)(...asked);
    answering.then(
      (answer) => send({ kind: 'answer', answer }),
      (error: unknown) => send({ kind: 'defect', message: error instanceof Error ? error.message : String(error) }),
    );
  });
  send({ kind: 'ready' });
}
