import { type PageHost } from './draw-page';
import { readStandardFont } from './standard-fonts';

/** What a browser gives for drawing pages; the bundler makes the parser a script of its own. */
export const browserPageHost: PageHost = {
  loadPdfjs: () => import('pdfjs-dist/build/pdf.mjs'),
  startParser: () => new Worker(new URL('./page-parser.ts', import.meta.url), { type: 'module' }),
  readFont: readStandardFont,
};
