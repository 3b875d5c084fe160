import { setPdfEngine, type PdfEngine } from './engine';
import { unpackingPort } from './packed-text';
import { connectHere, type ParserLine } from './parser-line';

/** How many pages the parser reads ahead. Far enough that it never waits for the reader, and little enough to keep in memory. */
const PAGES_AHEAD = 60;

/** The parser has started by then, or it never will: then documents are read without it. Units: milliseconds. */
const START_MS = 4000;

/** Registers pdf.js's build for browsers, for the worker that reads documents. It is fetched when the first PDF is read. */
export function registerBrowserPdfEngine(): void {
  setPdfEngine(loadBrowserEngine);
}

/** The parser runs in a worker of its own, so that it reads the next pages while lines are made of the last; where there is none, beside the interface. */
async function loadBrowserEngine(): Promise<PdfEngine> {
  const [pdfjs, parser] = await Promise.all([import('pdfjs-dist/build/pdf.mjs'), startParser()]);
  return { pdfjs, connectParser: parser === null ? await connectorHere() : () => connectTo(parser) };
}

/** The parser's worker, once it runs; null where it cannot be fetched or started, as in browsers where a worker cannot start another. */
async function startParser(): Promise<Worker | null> {
  if (typeof Worker === 'undefined') return null;
  const parser = new Worker(new URL('./text-parser.ts', import.meta.url), { type: 'module' });
  const starting = new AbortController();
  const { signal } = starting;
  const isRunning = await new Promise<boolean>((resolve) => {
    parser.addEventListener('message', () => resolve(true), { signal });
    parser.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(false);
    }, { signal });
    setTimeout(() => resolve(false), START_MS);
  });
  starting.abort();
  if (isRunning) return parser;
  parser.terminate();
  return null;
}

function connectTo(parser: Worker): ParserLine {
  const { port1, port2 } = new MessageChannel();
  parser.postMessage({}, [port2]);
  port1.start();
  return { port: unpackingPort(port1), pagesAhead: PAGES_AHEAD, close: () => port1.close() };
}

async function connectorHere(): Promise<() => ParserLine> {
  const { WorkerMessageHandler } = await import('pdfjs-dist/build/pdf.worker.mjs');
  return () => connectHere(WorkerMessageHandler);
}
