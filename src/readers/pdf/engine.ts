import type * as Pdfjs from 'pdfjs-dist';
import { type Inflate } from './file-objects';

/** The two halves of pdf.js: the interface, and the parser that pdf.js would like to run in a worker of its own. */
export interface PdfEngine {
  readonly pdfjs: Pick<typeof Pdfjs, 'getDocument' | 'PDFWorker'>;
  readonly parser: { initializeFromPort(port: MessagePortLike): void };
  /** The machine's own inflating, where there is one that answers at once. */
  readonly inflate?: Inflate;
}

/** The part of a message port that pdf.js uses. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: string, listener: MessageListener, options?: { signal?: AbortSignal }): void;
  removeEventListener(type: string, listener: MessageListener): void;
}

type MessageListener = (event: { data: unknown }) => void;

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

/** The registered engine, loaded at the first call. Errors: throws when no entry has registered one, which is our own mistake. */
export function pdfEngine(): Promise<PdfEngine> {
  if (loadEngine === null) throw new Error('No PDF engine is registered: call setPdfEngine first.');
  engine ??= loadEngine();
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
  /** Fonts whose names are wanted: the drawing list that brings the last of them ends there, because the rest of it is not needed. */
  readonly wantedFonts: Set<string>;
  /** How many times pictures have ended a page's drawing list so far; always 0 when errors do not stop it. */
  picturesMet(): number;
  close(): Promise<void>;
}

/**
 * Opens a PDF for its text, with its parser in this very thread, which is the product's own worker: pdf.js never starts a thread and never
 * falls back to another. Nothing but the bytes is read: no address, no font of the system, no form scripts; fonts and pictures never leave the
 * parser. Bytes are copied, because pdf.js takes them over.
 * Errors: rejects with pdf.js's own exceptions.
 */
export async function openPdf({ pdfjs, parser }: PdfEngine, bytes: Uint8Array, options: OpenPdfOptions): Promise<OpenPdf> {
  const fontNames = new Map<string, string>();
  const wantedFonts = new Set<string>();
  let pictures = 0;
  const [ours, parsers] = connectedPorts({
    toParser: withoutOutlines,
    fromParser: (message) => {
      if (isPictureRefusal(message)) pictures += 1;
      const font = fontOf(message);
      if (font !== null) {
        fontNames.set(...font);
        if (wantedFonts.delete(font[0]) && wantedFonts.size === 0) throw new EnoughFonts();
      }
      return isDrawingMaterial(message) ? null : message;
    },
  });
  parser.initializeFromPort(parsers);
  const worker = new pdfjs.PDFWorker({ port: ours, verbosity: 0 } as unknown as ConstructorParameters<typeof pdfjs.PDFWorker>[0]);
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
  };
  try {
    return { document: await task.promise, fontNames, wantedFonts, picturesMet: () => pictures, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Thrown into the parser to end a drawing list; it ends it as any error on the page would. */
class EnoughFonts extends Error {}

/** The parser is not asked to draw the outlines of glyphs, which nobody looks at; the interface still never loads a font. */
function withoutOutlines(message: unknown): unknown {
  if (!isRecord(message) || message['action'] !== 'GetDocRequest' || !isRecord(message['data'])) return message;
  const { data } = message;
  const evaluatorOptions = isRecord(data['evaluatorOptions']) ? { ...data['evaluatorOptions'], disableFontFace: false } : data['evaluatorOptions'];
  return { ...message, data: { ...data, evaluatorOptions } };
}

/** Fonts, glyphs and pictures that a drawing list brings along. */
function isDrawingMaterial(message: unknown): boolean {
  return isRecord(message) && (message['action'] === 'commonobj' || message['action'] === 'obj');
}

/** The name of a font that a drawing list brings along. Shape: pdf.js's name for it, then the font's own. */
function fontOf(message: unknown): [string, string] | null {
  if (!isRecord(message) || message['action'] !== 'commonobj' || !Array.isArray(message['data'])) return null;
  const [id, kind, font]: unknown[] = message['data'];
  if (typeof id !== 'string' || kind !== 'Font' || !isRecord(font) || !isRecord(font['extra'])) return null;
  const { name } = font['extra'];
  return typeof name === 'string' ? [id, name] : null;
}

/** Whether a message from the parser says that a list ended at a picture beyond `maxImageSize`. Source: buildPaintImageXObject in pdf.js. */
function isPictureRefusal(message: unknown): boolean {
  if (!isRecord(message) || !isRecord(message['reason'])) return false;
  const text = message['reason']['message'];
  return typeof text === 'string' && text.startsWith('Image exceeded maximum allowed size');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What happens to messages on their way; null drops one. */
interface Passage {
  toParser(message: unknown): unknown;
  fromParser(message: unknown): unknown;
}

/** A message that brings text items or drawing operators: the parser makes them anew for every message and only takes back what holds them. */
function copyOfChunk(message: unknown): Record<string, unknown> | null {
  if (!isRecord(message) || !isRecord(message['chunk'])) return null;
  const { chunk } = message;
  if (Array.isArray(chunk['items'])) return { ...message, chunk: { ...chunk } };
  if (Array.isArray(chunk['fnArray']) && Array.isArray(chunk['argsArray'])) return { ...message, chunk: { ...chunk, fnArray: [...(chunk['fnArray'] as unknown[])], argsArray: [...(chunk['argsArray'] as unknown[])] } };
  return null;
}

/** Two ports in one thread, each of which hears what the other one posts. Messages are cloned, as between threads, but for text and operators, which are most of them. */
function connectedPorts({ toParser, fromParser }: Passage): [MessagePortLike, MessagePortLike] {
  const listeners: [Set<MessageListener>, Set<MessageListener>] = [new Set(), new Set()];
  const port = (own: Set<MessageListener>, others: Set<MessageListener>, pass: (message: unknown) => unknown): MessagePortLike => ({
    postMessage(message, transfer) {
      const passed = pass(message);
      if (passed === null) return;
      const data = copyOfChunk(passed) ?? structuredClone(passed, transfer === undefined || transfer === null ? undefined : { transfer });
      queueMicrotask(() => others.forEach((listener) => listener({ data })));
    },
    addEventListener(_type, listener, options) {
      own.add(listener);
      options?.signal?.addEventListener('abort', () => own.delete(listener));
    },
    removeEventListener(_type, listener) {
      own.delete(listener);
    },
  });
  return [port(listeners[0], listeners[1], toParser), port(listeners[1], listeners[0], fromParser)];
}
