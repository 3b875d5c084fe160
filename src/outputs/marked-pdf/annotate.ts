import { PDFHexString, PDFName, PDFString, type PDFPage } from '@cantoo/pdf-lib';
import { type Box } from '../../core/budget/position';
import { type FigureVerdict } from '../../core/verdicts/figure-verdicts';
import { markColor } from './mark-shapes';
import { type Matrix, ownRectangle } from './page-frame';

/** What is said about a place of a page. */
export interface Remark {
  readonly box: Box;
  readonly verdict: FigureVerdict;
  readonly text: string;
}

/** An annotation is printed with its page. Source: ISO 32000-1, 12.5.3. */
const PRINTED = 4;

/** Puts a remark on a page as a square annotation, which every viewer lists and opens. Source: ISO 32000-1, 12.5.6.8. */
export function annotate(page: PDFPage, matrix: Matrix, { box, verdict, text }: Remark, madeAt: string): void {
  const { context } = page.doc;
  const rectangle = ownRectangle({ left: box.left - 2, top: box.top - 2, right: box.right + 2, bottom: box.bottom + 2 }, matrix);
  const [left, bottom, right, top] = rectangle;
  const appearance = context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, right - left, top - bottom], Resources: {} });
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Square',
    Rect: rectangle,
    C: [...markColor(verdict)],
    F: PRINTED,
    BS: { W: 0 },
    AP: { N: context.register(appearance) },
  });
  annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text));
  annotation.set(PDFName.of('T'), PDFHexString.fromText('Reserve'));
  annotation.set(PDFName.of('M'), PDFString.of(pdfDate(madeAt)));
  page.node.addAnnot(context.register(annotation));
}

/** A time as PDF writes it. Source: ISO 32000-1, 7.9.4. */
function pdfDate(iso: string): string {
  return `D:${iso.replace(/\D/g, '').slice(0, 14)}Z`;
}
