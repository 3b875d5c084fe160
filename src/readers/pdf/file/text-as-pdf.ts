import { zlibSync } from 'fflate';
import { latinBytes, writePdf } from './pdf-writer';

/** An A4 page with its margins and the distance between lines. Units: points. */
const PAGE = { width: 595, height: 842, left: 56, right: 540, top: 786, bottom: 56, pitch: 14 } as const;

/** How far apart the figures of a row stand, and how wide their type is. Units: points. */
const COLUMN_PT = 46;
const DIGIT_PT = 5;

/** Figures at the end of a line, which stand in columns. */
const FIGURES = /(?:\s{1,400}-?\d[\d.,]{0,30}){2,256}$/;

/**
 * A text as a PDF, line by line, with the figures at the ends of lines in columns, and the first line of each page white on a dark ground.
 * Shape: plain pages in Helvetica with packed streams; characters beyond Latin-1 become question marks.
 */
export function textAsPdf(text: string): Uint8Array {
  const lines = text.split(/\r?\n/);
  const perPage = Math.floor((PAGE.top - PAGE.bottom) / PAGE.pitch);
  const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) => drawLines(lines.slice(page * perPage, (page + 1) * perPage)));
  const kids = pages.map((_, page) => `${4 + 2 * page} 0 R`);
  return writePdf([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    [`<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`],
    ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    ...pages.flatMap((content, page) => [
      [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * page} 0 R >>`],
      [`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`, content, '\nendstream'],
    ]),
  ]);
}

function drawLines(lines: readonly string[]): Uint8Array {
  const drawn = lines.flatMap((line, index) => {
    const y = PAGE.top - index * PAGE.pitch;
    const figures = FIGURES.exec(line.trimEnd())?.[0].trim().split(/\s+/) ?? [];
    const label = figures.length === 0 ? line.trim() : line.trimEnd().replace(FIGURES, '').trim();
    const columns = figures.map((figure, column) => drawText(PAGE.right - (figures.length - 1 - column) * COLUMN_PT - figure.length * DIGIT_PT, y, figure));
    const texts = [...(label === '' ? [] : [drawText(PAGE.left, y, label)]), ...columns];
    return index === 0 ? [`0.2 g ${PAGE.left - 4} ${y - 4} ${PAGE.right - PAGE.left + 8} ${PAGE.pitch} re f 1 g\n`, ...texts, '0 g\n'] : texts;
  });
  return zlibSync(latinBytes(drawn.join('')));
}

function drawText(x: number, y: number, text: string): string {
  return `BT /F1 9 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
}
