import 'core-js/full';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as parser from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { setPdfEngine, type PdfEngine } from '../../src/readers/pdf/engine';

/** Registers pdf.js's build for Node, for tests and scripts that read PDFs. */
export function registerPdfEngine(): void {
  setPdfEngine(() => Promise.resolve({ pdfjs, parser: parser.WorkerMessageHandler } as unknown as PdfEngine));
}
