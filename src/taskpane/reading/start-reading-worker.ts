/** Starts the worker that reads documents; the bundler makes it a script of its own. */
export function startReadingWorker(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
}
