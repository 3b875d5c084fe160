import { strToU8, zipSync } from 'fflate';
import { deflateSync } from 'node:zlib';
import { writePdf } from '../../src/readers/pdf/file/pdf-writer';

/** A file made to be too much: of which kind, and its bytes at a size. */
export interface HostileInput {
  readonly name: string;
  /** The size at which it is hard to bear. */
  readonly size: number;
  make(size: number): Uint8Array;
}

const HEADER = '1.000 kr. (2027-PL) 2027 2028 2029 I alt';
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const lines = (count: number, line: (index: number) => string): Uint8Array => text(Array.from({ length: count }, (_, index) => line(index)).join('\n'));

/** Inputs in which one thing comes so often, lies so deep or is so long that a reader which looks at it more than once or twice does not get through. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [
  { name: 'header-again.txt', size: 90_000, make: (size) => lines(size, () => HEADER) },
  { name: 'header-and-row-too-long.txt', size: 90_000, make: (size) => lines(size, (index) => (index % 2 === 0 ? HEADER : 'Drift 1,5 2,5 3,5 4,5 5,5 6,5')) },
  { name: 'one-table.txt', size: 90_000, make: (size) => lines(size, (index) => (index === 0 ? HEADER : `Post ${index} 1 2 3 6`)) },
  { name: 'captions.txt', size: 90_000, make: (size) => lines(size, (index) => `Tabel ${index}. Udgifter`) },
  { name: 'initiatives.txt', size: 20_000, make: (size) => lines(size, (index) => ['', `Initiativ ${index}: Indsats nr. ${index}`, HEADER, `Drift ${index} 2 3 ${index + 5}`][index % 4] ?? '') },
  { name: 'labels.txt', size: 90_000, make: (size) => lines(size, (index) => `En linje uden beløb ${index % 7 === 0 ? 'i 2027' : ''}`) },
  { name: 'amounts.txt', size: 60_000, make: (size) => lines(size, (index) => `Der gives ${index % 90},5 mio. kr. i 2027 til indsatsen og ${index % 7} mio. kr. i 2028.`) },
  { name: 'hyphens.txt', size: 90_000, make: (size) => lines(size, (index) => `ord${index} til arbejds${index}-`) },
  { name: 'blanks.txt', size: 8_000_000, make: (size) => text(`${' '.repeat(size)}\n${'\n'.repeat(size / 2)}`) },
  { name: 'line.txt', size: 15_000_000, make: (size) => text('b2,0 '.repeat(size / 5)) },
  { name: 'digits.txt', size: 90_000, make: (size) => text(`${HEADER}\nDrift ${'7'.repeat(size)},0 1 2 3`) },
  { name: 'tabs.txt', size: 5_000_000, make: (size) => text(`${'\t'.repeat(size)}1`) },
  { name: 'nested.html', size: 20_000, make: (size) => text(`<html>${'<table><tr><td>1,0<td>'.repeat(size)}`) },
  { name: 'span.html', size: 5_000, make: (size) => text(`<table>${'<tr><td colspan=999 rowspan=9999>2</td></tr>'.repeat(size)}</table>`) },
  { name: 'row-span.html', size: 100, make: (size) => text(`<table>${`<tr>${`<td rowspan=${size}>1`.repeat(200)}`.repeat(size)}</table>`) },
  { name: 'cells.html', size: 1_000_000, make: (size) => text(`<table><tr>${'<td>3'.repeat(size)}`) },
  { name: 'unclosed.html', size: 200_000, make: (size) => text(`<html>${'<p><i>'.repeat(size)}x`) },
  { name: 'columns.docx', size: 3_000, make: (size) => word(table([['Mio. kr.', ...years(size)], ['Drift', ...new Array<string>(size).fill('1,0')]])) },
  { name: 'columns-250.docx', size: 250, make: (size) => word(table([['Mio. kr.', ...years(size)], ...Array.from({ length: 40 }, (_, row) => [`Post ${row}`, ...new Array<string>(size).fill('1,0')])])) },
  { name: 'rows.docx', size: 40_000, make: (size) => word(table(Array.from({ length: size }, (_, row) => (row === 0 ? ['Mio. kr.', '2027', '2028', 'I alt'] : [`Post ${row}`, '1,0', '2,0', '3,0'])))) },
  { name: 'paragraphs.docx', size: 90_000, make: (size) => word(Array.from({ length: size }, () => paragraph('2,0')).join('')) },
  { name: 'nested.docx', size: 50_000, make: (size) => word(`${'<w:sdt><w:sdtContent>'.repeat(size)}${'</w:sdtContent></w:sdt>'.repeat(size)}`) },
  { name: 'string.pdf', size: 50_000_000, make: (size) => pdf(`BT /F1 9 Tf 40 700 Td (${'b'.repeat(size)}) Tj ET`) },
  { name: 'items.pdf', size: 800_000, make: (size) => pdf(`BT /F1 1 Tf ${Array.from({ length: size }, (_, index) => `1 0 0 1 ${index % 480} ${index % 790} Tm (y${index % 9}) Tj`).join(' ')} ET`) },
  { name: 'states.pdf', size: 2_000_000, make: (size) => pdf('q '.repeat(size)) },
  { name: 'forms.pdf', size: 24, make: (size) => pdf([drawing('/A Do'), ...Array.from({ length: size }, (_, level) => form(level === size - 1 ? 'BT /F1 9 Tf (1,0) Tj ET' : '/A Do /B Do', `/XObject<</A ${7 + level} 0 R/B ${7 + level} 0 R>>`))], { drawn: '/XObject<</A 6 0 R>>' }) },
  { name: 'contents.pdf', size: 5_000, make: (size) => pdf('10 10 m 20 20 l S\n'.repeat(5_000), { contents: `[${'5 0 R '.repeat(size)}]` }) },
  { name: 'packed-twice.pdf', size: 300_000_000, make: (size) => pdf([{ entries: '/Filter[/ASCIIHexDecode/FlateDecode]', data: Buffer.from(deflateSync(Buffer.alloc(size, ' ')).toString('hex')) }]) },
  { name: 'many-bombs.pdf', size: 100, make: (size) => pdf(new Array<PdfStream>(size).fill(form(' '.repeat(50_000_000), ''))) },
  { name: 'figures-with-unit.pdf', size: 14, make: (size) => pdf(`BT /F1 9 Tf 40 700 Td (${Array.from({ length: size }, (_, index) => `${index + 2}.${index * 31 + 200}`).join(' ')} kr.) Tj ET`) },
];

function years(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(1990 + (index % 60)));
}

function paragraph(content: string): string {
  return `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
}

function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
}

function word(body: string): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) }, { level: 0 });
}

/** A stream of a PDF: its data, and what its dictionary says besides their length. */
interface PdfStream {
  readonly entries: string;
  readonly data: Uint8Array;
}

/** Packed drawing commands. */
function drawing(commands: string | Uint8Array, entries = ''): PdfStream {
  return { entries: `/Filter/FlateDecode${entries}`, data: deflateSync(commands) };
}

/** Commands that are drawn by a name, with the names of others that they draw. */
function form(commands: string, drawn: string): PdfStream {
  return drawing(commands, `/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Resources<<${drawn}/Font<</F1 3 0 R>>>>`);
}

/** A PDF of one page. Shape: the streams are objects 5 and on, and the page draws the first of them unless it is told what else. */
function pdf(content: string | readonly PdfStream[], { contents = '5 0 R', drawn = '' } = {}): Uint8Array {
  const streams = typeof content === 'string' ? [drawing(content)] : content;
  return writePdf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[4 0 R]/Count 1>>'],
    ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents}/Resources<<${drawn}/Font<</F1 3 0 R>>>>>>`],
    ...streams.map(({ entries, data }) => [`<</Length ${data.length}${entries}>>stream\n`, data, '\nendstream']),
  ]);
}
