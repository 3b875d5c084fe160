import type * as Pdfjs from 'pdfjs-dist';
import { type Inflate } from '../file/file-objects';
import { readerEnd, type ParserLine } from './parser-line';

/** The two halves of pdf.js: the interface, and the parser, in this thread or in one of its own. */
export interface PdfEngine {
  readonly pdfjs: Pick<typeof Pdfjs, 'getDocument' | 'PDFWorker'>;
  /** A line to the parser for one opening of a file. */
  connectParser(): ParserLine;
  /** The machine's own inflating, where there is one that answers at once. */
  readonly inflate?: Inflate;
}

let loadEngine: (() => Promise<PdfEngine>) | null = null;
let engine: Promise<PdfEngine> | null = null;

/**
 * Tells the reader where pdf.js comes from: each entry (worker, command line, tests) has its own build of it.
 * The function is called once, when the first PDF is read, so that other formats never load pdf.js.
 */
export function setPdfEngine(load: () => Promise<PdfEngine>): void {
  loadEngine = load;
  engine = null;
}

/** The registered engine, loaded at the first call, and again after a call that could not load it. Errors: throws when no entry has registered one, which is our own mistake. */
export function pdfEngine(): Promise<PdfEngine> {
  if (loadEngine === null) throw new Error('No PDF engine is registered: call setPdfEngine first.');
  engine ??= loadEngine().catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

/** How strictly and with what to open a PDF. */
export interface OpenPdfOptions {
  readonly password: string | undefined;
  readonly stopAtErrors: boolean;
}

/** An open PDF. Call `close` when done, whatever happened. */
export interface OpenPdf {
  readonly document: Pdfjs.PDFDocumentProxy;
  /** The names of the fonts that drawing lists have brought so far, by the name that pdf.js gives a font on every page. */
  readonly fontNames: ReadonlyMap<string, string>;
  /** How many pages the parser may read while this thread is busy with an earlier one; 0 where it runs in this thread. */
  readonly pagesAhead: number;
  /** Says whose names are wanted: the drawing list that brings the last of these fonts ends there, because the rest of it is not needed. */
  wantFonts(fonts: readonly string[]): void;
  /** How many times pictures have ended a page's drawing list so far; always 0 when errors do not stop it. */
  picturesMet(): number;
  close(): Promise<void>;
}

/**
 * Opens a PDF for its text, with the engine's own parser: pdf.js never starts a thread and never falls back to another. Nothing but the
 * bytes is read: no address, no font of the system, no form scripts; fonts and pictures never leave the parser. Bytes are copied, because
 * pdf.js takes them over.
 * Errors: rejects with pdf.js's own exceptions.
 */
export async function openPdf({ pdfjs, connectParser }: PdfEngine, bytes: Uint8Array, options: OpenPdfOptions): Promise<OpenPdf> {
  const line = connectParser();
  const { port, fontNames, wantFonts, picturesMet } = readerEnd(line.port);
  const worker = new pdfjs.PDFWorker({ port, verbosity: 0 } as unknown as ConstructorParameters<typeof pdfjs.PDFWorker>[0]);
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    worker,
    password: options.password,
    stopAtErrors: options.stopAtErrors,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    // Only the extra properties name an embedded font, and its name tells whether it is bold.
    fontExtraProperties: true,
    // Images are never decoded for their text: one that is met ends the page's drawing list at once.
    maxImageSize: 1,
    verbosity: 0,
    isEvalSupported: false,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    line.close();
  };
  try {
    return { document: await task.promise, fontNames, pagesAhead: line.pagesAhead, wantFonts, picturesMet, close };
  } catch (error) {
    await close();
    throw error;
  }
}
