import { type PdfPageRenderer } from '../../readers/pdf/drawing/draw-page';
import { type PageRenderer } from '../services/page-renderer';

/** A renderer of PDF pages that fetches pdf.js and starts its parser when the first page is drawn. */
export function createPageRenderer(): PageRenderer {
  let renderer: Promise<PdfPageRenderer> | null = null;
  return {
    async drawPage({ password, ...drawing }) {
      renderer ??= loadRenderer();
      try {
        return await (await renderer).drawPage({ ...drawing, ...(password === null ? {} : { password }), pixelRatio: window.devicePixelRatio });
      } catch {
        renderer = null;
        return null;
      }
    },
  };
}

async function loadRenderer(): Promise<PdfPageRenderer> {
  const [{ createPdfPageRenderer }, { browserPageHost }] = await Promise.all([import('../../readers/pdf/drawing/draw-page'), import('../../readers/pdf/drawing/browser-page-host')]);
  return createPdfPageRenderer(browserPageHost);
}
