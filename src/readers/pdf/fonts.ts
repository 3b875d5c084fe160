import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api';

/** How many pages may be asked for their drawing lists to learn the fonts: they cost as much as the text itself. */
const MAX_PAGES_ASKED = 4;

/**
 * Learns which fonts of a document are bold. pdf.js tells it only with a page's drawing list, so a page is asked only when it brings fonts
 * that no page before it had, and no more than a few pages in all.
 */
export class FontWeights {
  private readonly bold = new Map<string, boolean>();
  private pagesAsked = 0;

  /** Looks at the fonts of a page. */
  async learn(page: PDFPageProxy, content: TextContent): Promise<void> {
    const unknown = Object.keys(content.styles).filter((font) => !this.bold.has(font));
    if (unknown.length === 0 || this.pagesAsked >= MAX_PAGES_ASKED) return;
    this.pagesAsked += 1;
    await countOperators(page);
    for (const font of unknown) {
      if (!page.commonObjs.has(font)) continue;
      const face: unknown = page.commonObjs.get(font);
      this.bold.set(font, isBoldFace(face));
    }
  }

  isBold(font: string): boolean {
    return this.bold.get(font) === true;
  }
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

/** Embedded fonts are judged by their names ("ABCDEF+Calibri-Bold"), as pdf.js itself does with fonts that are not embedded. */
function isBoldFace(face: unknown): boolean {
  return typeof face === 'object' && face !== null && 'name' in face && typeof face.name === 'string' && /bold|black|heavy|demi/i.test(face.name);
}
