import { type Inflate } from '../file/file-objects';
import { setPdfEngine, type PdfEngine } from './engine';
import { connectHere } from './parser-line';

/** Registers pdf.js's legacy build, for the command line and for scripts. It is loaded when the first PDF is read. Shape: `inflate` is Node's own. */
export function registerNodePdfEngine(inflate: Inflate): void {
  setPdfEngine(() => loadNodeEngine(inflate));
}

async function loadNodeEngine(inflate: Inflate): Promise<PdfEngine> {
  await import('./node-language');
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  process.on('unhandledRejection', ignoreRepaired);
  return { pdfjs: pdfjs as unknown as PdfEngine['pdfjs'], connectParser: () => connectHere(WorkerMessageHandler), inflate };
}

/**
 * pdf.js repairs a damaged table of objects by reading the file anew, and leaves behind the rejected promises of its first try, which would
 * end a Node process. Every other unhandled rejection ends it as before.
 */
function ignoreRepaired(reason: unknown): void {
  if (reason instanceof Error && (reason.name === 'XRefEntryException' || reason.name === 'XRefParseException')) return;
  throw reason;
}
