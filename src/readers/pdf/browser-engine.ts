import { setPdfEngine, type PdfEngine } from './engine';

/** Registers pdf.js's build for browsers, for the worker that reads documents. It is fetched when the first PDF is read. */
export function registerBrowserPdfEngine(): void {
  setPdfEngine(loadBrowserEngine);
}

async function loadBrowserEngine(): Promise<PdfEngine> {
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([import('pdfjs-dist/build/pdf.mjs'), import('pdfjs-dist/build/pdf.worker.mjs')]);
  return { pdfjs, parser: WorkerMessageHandler } as unknown as PdfEngine;
}
