import { setPdfEngine, type PdfEngine } from './engine';

/** Registers pdf.js's legacy build, for the command line and for scripts. It is loaded when the first PDF is read. */
export function registerNodePdfEngine(): void {
  setPdfEngine(loadNodeEngine);
}

async function loadNodeEngine(): Promise<PdfEngine> {
  await import('./node-language');
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  return { pdfjs, parser: WorkerMessageHandler } as unknown as PdfEngine;
}
