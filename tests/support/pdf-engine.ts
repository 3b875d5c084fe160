import '../../src/readers/pdf/engine/node-language';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as parser from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { setPdfEngine, type PdfEngine } from '../../src/readers/pdf/engine/engine';
import { connectHere } from '../../src/readers/pdf/engine/parser-line';

/** Registers pdf.js's build for Node in tests, where modules cannot be imported later on. */
export function registerPdfEngine(): void {
  setPdfEngine(() => Promise.resolve({ pdfjs: pdfjs as unknown as PdfEngine['pdfjs'], connectParser: () => connectHere(parser.WorkerMessageHandler) }));
}
