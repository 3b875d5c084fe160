import type * as Pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { readTurns } from '../text/pieces';

/** A page to draw. Units: `scaleFor` answers CSS pixels per point for a page of that size; `pixelRatio` device pixels per CSS pixel. */
export interface PageOrder {
  readonly bytes: Uint8Array;
  readonly password?: string;
  readonly page: number;
  readonly canvas: HTMLCanvasElement;
  readonly scaleFor: (size: PageSize) => number;
  readonly pixelRatio?: number;
  readonly signal: AbortSignal;
}

/** The size of a drawn page, upright as its text was read, so that a word's box can be laid over the canvas. Units: points. */
export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/**
 * What a browser host gives: pdf.js's interface, a worker of our own that runs pdf.js's parser, and the fonts that every PDF program must
 * have, for documents that name them without bringing them along.
 */
export interface PageHost {
  loadPdfjs(): Promise<Pick<typeof Pdfjs, 'getDocument' | 'PDFWorker'>>;
  startParser(): Worker;
  readFont(fileName: string): Promise<Uint8Array>;
}

/** Draws pages of one PDF after the other. */
export interface PdfPageRenderer {
  drawPage(order: PageOrder): Promise<PageSize | null>;
  close(): Promise<void>;
}

/** No canvas is made larger than this: browsers refuse. Units: pixels in all. */
const MAX_PIXELS = 16_000_000;

/** Pictures beyond this are left out of the drawing. Units: pixels in all. */
const MAX_PICTURE_PIXELS = 50_000_000;

/**
 * A renderer of PDF pages for the source view. Parsing runs in the host's worker and never on the thread of the pane; the document that was
 * drawn last stays open. Fonts are drawn as outlines and never loaded; there are no links, forms or annotations.
 * Errors: `drawPage` gives null when the page cannot be drawn or the drawing was cancelled.
 */
export function createPdfPageRenderer(host: PageHost): PdfPageRenderer {
  let open: { readonly bytes: Uint8Array; readonly document: Promise<PDFDocumentProxy>; close(): Promise<void> } | null = null;
  const close = async (): Promise<void> => {
    const last = open;
    open = null;
    await last?.close();
  };
  return {
    close,
    async drawPage(order) {
      if (open?.bytes !== order.bytes) {
        await close();
        open = openForDrawing(host, order);
      }
      try {
        const document = await open.document;
        return await drawOn(order, await document.getPage(order.page));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!order.signal.aborted) await close();
        return null;
      }
    },
  };
}

function openForDrawing(host: PageHost, { bytes, password }: PageOrder): { bytes: Uint8Array; document: Promise<PDFDocumentProxy>; close(): Promise<void> } {
  const parser = host.startParser();
  const broken = new Promise<never>((_, reject) => {
    parser.addEventListener('error', () => reject(new Error('The parser of PDF pages cannot start.')));
  });
  const opening = host.loadPdfjs().then(({ getDocument, PDFWorker }) => {
    const worker = new PDFWorker({ port: parser, verbosity: 0 } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
    return getDocument({
      data: new Uint8Array(bytes),
      worker,
      password,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      BinaryDataFactory: fontsOf(host),
      disableWorkerRendering: true,
      maxImageSize: MAX_PICTURE_PIXELS,
      verbosity: 0,
      isEvalSupported: false,
    } as Parameters<typeof getDocument>[0]);
  });
  return {
    bytes,
    document: Promise.race([opening.then((task) => task.promise), broken]),
    async close() {
      parser.terminate();
      await opening.then((task) => void task.destroy().catch(() => undefined));
    },
  };
}

/** The way in which pdf.js asks for what it does not bring along: of the kinds there are, only fonts are given. */
function fontsOf(host: PageHost): new () => { fetch(asked: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> } {
  return class {
    fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      return kind === 'standardFontDataUrl' ? host.readFont(filename) : Promise.reject(new Error(`There is no ${kind}.`));
    }
  };
}

async function drawOn({ canvas, scaleFor, pixelRatio = 1, signal }: PageOrder, page: PDFPageProxy): Promise<PageSize | null> {
  const turns = readTurns(page, await page.getTextContent({ includeMarkedContent: false, disableNormalization: true }));
  const rotation = (page.rotate + 270 * turns) % 360;
  const size = page.getViewport({ scale: 1, rotation });
  const wanted = scaleFor({ widthPt: size.width, heightPt: size.height }) * pixelRatio;
  const scale = Math.min(wanted, Math.sqrt(MAX_PIXELS / (size.width * size.height)));
  const viewport = page.getViewport({ scale, rotation });
  if (signal.aborted) return null;
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport, annotationMode: 0 });
  const cancel = (): void => task.cancel();
  signal.addEventListener('abort', cancel);
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
  return { widthPt: size.width, heightPt: size.height };
}
