/** pdf.js's parser. */
export interface PdfParser {
  initializeFromPort(port: MessagePortLike): void;
}

/** The part of a message port that pdf.js uses. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: MessageListener, options?: { signal?: AbortSignal }): void;
  removeEventListener(type: 'message', listener: MessageListener): void;
}

export type MessageListener = (event: { readonly data: unknown }) => void;

/** A line to a parser. Shape: `pagesAhead` is how many pages the parser may read while the reader is busy; 0 in the reader's own thread. */
export interface ParserLine {
  readonly port: MessagePortLike;
  readonly pagesAhead: number;
  close(): void;
}

/** A line to a parser in this very thread. */
export function connectHere(parser: PdfParser): ParserLine {
  const [ours, parsers] = connectedPorts();
  answerWith(parser, parsers);
  return { port: ours, pagesAhead: 0, close: () => undefined };
}

/** What both ends say to each other besides pdf.js's own messages, which pdf.js passes over because they are addressed to nobody. */
interface FontName {
  readonly fontName: readonly [id: string, name: string];
}
interface WantedFonts {
  readonly wantedFonts: readonly string[];
}

/** The reader's end of a line. */
export interface ReaderEnd {
  readonly port: MessagePortLike;
  /** The names of the fonts that drawing lists have brought so far, by the name that pdf.js gives a font on every page. */
  readonly fontNames: ReadonlyMap<string, string>;
  /** Says whose names are wanted: the drawing list that brings the last of these fonts ends there. */
  wantFonts(fonts: readonly string[]): void;
  /** How many times pictures have ended a page's drawing list so far. */
  picturesMet(): number;
}

/** The end of a line for pdf.js's interface, which hears what goes by. */
export function readerEnd(port: MessagePortLike): ReaderEnd {
  const fontNames = new Map<string, string>();
  let pictures = 0;
  port.addEventListener('message', ({ data }) => {
    if (isPictureRefusal(data)) pictures += 1;
    if (isRecord(data) && 'fontName' in data) fontNames.set(...(data as unknown as { fontName: [string, string] }).fontName);
  });
  return {
    port: { ...passingOn(port), postMessage: (message, transfer) => port.postMessage(withoutOutlines(message), transfer) },
    fontNames,
    wantFonts: (wantedFonts) => port.postMessage({ wantedFonts } satisfies WantedFonts),
    picturesMet: () => pictures,
  };
}

/** Lets a parser answer on its end of a line. What is there to be drawn stays with it. */
export function answerWith(parser: PdfParser, port: MessagePortLike): void {
  const wanted = new Set<string>();
  port.addEventListener('message', ({ data }) => {
    if (!isRecord(data) || !('wantedFonts' in data)) return;
    wanted.clear();
    for (const font of (data as unknown as WantedFonts).wantedFonts) wanted.add(font);
  });
  parser.initializeFromPort({
    ...passingOn(port),
    postMessage(message, transfer) {
      const fontName = fontOf(message);
      if (fontName !== null) {
        port.postMessage({ fontName } satisfies FontName);
        if (wanted.delete(fontName[0]) && wanted.size === 0) throw new EnoughFonts();
      }
      if (!isDrawingMaterial(message)) port.postMessage(message, transfer);
    },
  });
}

/** The hearing side of a port, as it is. */
export function passingOn(port: MessagePortLike): Pick<MessagePortLike, 'addEventListener' | 'removeEventListener'> {
  return {
    addEventListener: (type, listener, options) => port.addEventListener(type, listener, options),
    removeEventListener: (type, listener) => port.removeEventListener(type, listener),
  };
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

/** A message that brings text items or drawing operators: the parser makes them anew for every message and only takes back what holds them. */
function copyOfChunk(message: unknown): Record<string, unknown> | null {
  if (!isRecord(message) || !isRecord(message['chunk'])) return null;
  const { chunk } = message;
  if (Array.isArray(chunk['items'])) return { ...message, chunk: { ...chunk } };
  if (Array.isArray(chunk['fnArray']) && Array.isArray(chunk['argsArray'])) return { ...message, chunk: { ...chunk, fnArray: [...(chunk['fnArray'] as unknown[])], argsArray: [...(chunk['argsArray'] as unknown[])] } };
  return null;
}

/** The hearing side of a port that calls the given listeners. */
export function hearing(listeners: Set<MessageListener>): Pick<MessagePortLike, 'addEventListener' | 'removeEventListener'> {
  return {
    addEventListener(_type, listener, options) {
      listeners.add(listener);
      options?.signal?.addEventListener('abort', () => listeners.delete(listener));
    },
    removeEventListener(_type, listener) {
      listeners.delete(listener);
    },
  };
}

/** Two ports in one thread, each of which hears what the other one posts. Messages are cloned, as between threads, but for text and operators, which are most of them. */
function connectedPorts(): [MessagePortLike, MessagePortLike] {
  const listeners: [Set<MessageListener>, Set<MessageListener>] = [new Set(), new Set()];
  const port = (own: Set<MessageListener>, others: Set<MessageListener>): MessagePortLike => ({
    postMessage(message, transfer) {
      const data = copyOfChunk(message) ?? structuredClone(message, transfer === undefined || transfer === null ? undefined : { transfer });
      queueMicrotask(() => others.forEach((listener) => listener({ data })));
    },
    ...hearing(own),
  });
  return [port(listeners[0], listeners[1]), port(listeners[1], listeners[0])];
}
