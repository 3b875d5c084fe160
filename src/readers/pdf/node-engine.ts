import { inflateSync } from 'node:zlib';
import { setPdfEngine, type PdfEngine } from './engine';

/** Registers pdf.js's legacy build, for the command line and for scripts. It is loaded when the first PDF is read. */
export function registerNodePdfEngine(): void {
  setPdfEngine(loadNodeEngine);
}

async function loadNodeEngine(): Promise<PdfEngine> {
  await import('./node-language');
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  process.on('unhandledRejection', ignoreRepaired);
  return { pdfjs, parser: WorkerMessageHandler, inflate: inflateSync } as unknown as PdfEngine;
}

/**
 * pdf.js repairs a damaged table of objects by reading the file anew, and leaves behind the rejected promises of its first try, which would
 * end a Node process. Every other unhandled rejection ends it as before.
 */
function ignoreRepaired(reason: unknown): void {
  if (reason instanceof Error && (reason.name === 'XRefEntryException' || reason.name === 'XRefParseException')) return;
  throw reason;
}
