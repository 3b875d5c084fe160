import { writePdf } from '../../src/readers/pdf/file/pdf-writer';

/** A page of a hand-made PDF. Units: points; the origin of `content` is the bottom left corner, as PDF has it. */
export interface BuiltPage {
  readonly content: string | Uint8Array;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** A dictionary of more entries for the content stream, for filters. */
  readonly streamEntries?: string;
  /** Whether the page has a picture named Im1. */
  readonly hasPicture?: boolean;
}

/** Text at a place, for a page's content. F1 is Helvetica, F2 its bold, F3 a font that does not say which letters it prints. */
export function textAt(x: number, y: number, text: string, size = 10, font = 'F1'): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escapePdf(text)}) Tj ET\n`;
}

/** Text turned by a matrix of quarter turns counter-clockwise. */
export function turnedTextAt(x: number, y: number, text: string, quarterTurns: number, size = 10): string {
  const matrix = [[1, 0, 0, 1], [0, 1, -1, 0], [-1, 0, 0, -1], [0, -1, 1, 0]][quarterTurns % 4] ?? [];
  return `BT /F1 ${size} Tf ${matrix.join(' ')} ${x} ${y} Tm (${escapePdf(text)}) Tj ET\n`;
}

/** A PDF of some pages, written by hand so that a test knows where everything stands. */
export function buildPdf(pages: readonly BuiltPage[]): Uint8Array {
  const objects: (string | Uint8Array)[][] = [];
  const add = (...parts: (string | Uint8Array)[]): number => objects.push(parts);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const tree = add('');
  const fonts = [
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor << /Type /FontDescriptor /FontName /Nameless /Flags 4 /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 800] >> >>] >>',
  ].map((font) => add(font));
  const picture = add('<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 64 >>\nstream\n', new Uint8Array(64), '\nendstream');
  const resources = `<< /Font << ${fonts.map((font, index) => `/F${index + 1} ${font} 0 R`).join(' ')} >> /XObject << /Im1 ${picture} 0 R >> >>`;
  const kids = pages.map((page) => {
    const drawing = page.hasPicture === true ? 'q 500 0 0 700 40 40 cm /Im1 Do Q\n' : '';
    const data = typeof page.content === 'string' ? latinBytes(drawing + page.content) : page.content;
    const content = add(`<< /Length ${data.length} ${page.streamEntries ?? ''} >>\nstream\n`, data, '\nendstream');
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] /Rotate ${page.rotate ?? 0} /Resources ${resources} /Contents ${content} 0 R >>`,
    );
  });
  objects[tree - 1] = [`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`];
  return writePdf(objects);
}

/** Danish letters are one byte each in the encoding of the fonts; dashes stand where Windows-1252 has them. */
function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));
}

function escapePdf(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}
