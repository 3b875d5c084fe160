import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api';
import { type OpenPdf } from './engine';

/** One page in so many may be asked for its drawing list to learn the fonts, and one in any case. */
const PAGES_PER_QUESTION = 8;

/**
 * Learns which fonts of a document are bold. pdf.js tells a font's name only with a page's drawing list, so a page is asked only when it
 * brings fonts that no page before it had, and seldom in a document where every page has fonts of its own.
 */
export class FontWeights {
  private pagesAsked = 0;
  private readonly known = new Set<string>();

  constructor(private readonly opened: OpenPdf) {}

  /** Looks at the fonts of a page. A page all in one font has nothing that stands out. */
  async learn(page: PDFPageProxy, content: TextContent): Promise<void> {
    const fonts = Object.keys(content.styles);
    const unknown = fonts.filter((font) => !this.known.has(font));
    if (unknown.length === 0 || fonts.length === 1 || this.pagesAsked > page.pageNumber / PAGES_PER_QUESTION) return;
    this.pagesAsked += 1;
    for (const font of unknown) this.opened.wantedFonts.add(font);
    await countOperators(page);
    this.opened.wantedFonts.clear();
    for (const font of unknown) if (this.opened.fontNames.has(font)) this.known.add(font);
  }

  /** Whether a font's name says that it is bold ("ABCDEF+Calibri-Bold"); false for a font that was not looked at. */
  isBold(font: string): boolean {
    return /bold|black|heavy|demi/i.test(this.opened.fontNames.get(font) ?? '');
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
