import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { type OpenPdf } from '../engine/engine';

/**
 * Which of some fonts are bold by their names ("ABCDEF+Calibri-Bold"). pdf.js tells a font's name only with the drawing list of a page that
 * uses it, which costs as much as the page's text: ask only where something depends on it.
 */
export async function findBoldFonts(opened: OpenPdf, pageNumber: number, fonts: readonly string[]): Promise<ReadonlySet<string>> {
  opened.wantFonts(fonts);
  await countOperators(await opened.document.getPage(pageNumber));
  opened.wantFonts([]);
  return new Set(fonts.filter((font) => /bold|black|heavy|demi/i.test(opened.fontNames.get(font) ?? '')));
}

/**
 * How many operators a page draws with. Pictures are refused unread (see openPdf) and end the list, and what is damaged ends it too:
 * what comes before has been looked at all the same.
 */
export async function countOperators(page: PDFPageProxy): Promise<number> {
  try {
    const list = await page.getOperatorList({ annotationMode: 0 });
    return list.fnArray.length;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 0;
  }
}
