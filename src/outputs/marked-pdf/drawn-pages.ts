import { type PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import { type Box } from '../../core/budget/position';
import { type TextLine, type Word } from '../../core/extraction/lines/document-text';
import { latinText } from './latin-text';
import { type PlacedLine, type PlacedWord } from './place-marks';

/** A4 with its margins and lines. Units: points. */
const PAGE = { width: 595, height: 842, left: 48, right: 547, top: 56, bottom: 790, pitch: 13 } as const;
const SIZE = 9;

/** Type of one width, for text whose columns are made with blanks. Units: points. */
const FIXED_SIZE = 7.6;
const FIXED_WIDTH = FIXED_SIZE * 0.6;

/** So many rows of one line are kept on a page where they can be. */
const FIXED_ROWS = 10;

/** How much of the width of a table its first column has. */
const LABEL_SHARE = 0.42;

/** Space around a cell's text, and behind a figure for its mark. Units: points. */
const GUTTER = 8;
const MARK_ROOM = 5;

/** A word that may get a mark: a figure, or a dash in place of one. */
const HAS_MARK = /\d|^[-–—]$/;

/** A line whose figures stand in columns made with blanks. */
const FIGURE_COLUMNS = / {2}[-–(]?\d/;

/** Draws the lines of a document that has no pages of its own (text, Word, HTML) on new pages, and says where each word stands. Shape: a word's `drawnOn` counts the new pages from 1; a line that no page has room for goes on on the next. */
export async function drawLines(document: PDFDocument, lines: readonly TextLine[]): Promise<PlacedLine[]> {
  const fonts = { plain: await document.embedFont(StandardFonts.Helvetica), bold: await document.embedFont(StandardFonts.HelveticaBold), fixed: await document.embedFont(StandardFonts.Courier) };
  const sheet = new Sheet(document);
  const columns = columnCounts(lines);
  return lines.map(withWords).map((line) => {
    for (let blank = 0; blank < Math.min(2, line.blankLinesBefore); blank += 1) sheet.skip(PAGE.pitch / 2);
    if (line.isPageStart && line.line > 1 && line.blankLinesBefore > 2) sheet.skip(PAGE.pitch);
    if (line.cells !== null) return drawRow(sheet, line, columns.get(line.table ?? -1) ?? 1, fonts.plain);
    return FIGURE_COLUMNS.test(line.text) ? drawFixed(sheet, line, fonts.fixed) : drawFlowing(sheet, line, line.isBold ? fonts.bold : fonts.plain);
  });
}

/** The line with its words, which plain text has none of. */
function withWords(line: TextLine): TextLine {
  if (line.words.length > 0) return line;
  const words = (line.text.match(/\S+/g) ?? []).map((text): Word => ({ text, box: null, fontSizePt: null, isBold: false, isSuperscript: false }));
  return { ...line, words };
}

/** The page that is being filled. */
class Sheet {
  page: PDFPage | null = null;
  number = 0;
  top: number = PAGE.bottom;

  constructor(private readonly document: PDFDocument) {}

  skip(height: number): void {
    this.top += height;
  }

  /** Room for some lines of type, on a new page where there is too little left. */
  room(lines: number): PDFPage {
    if (this.page === null || this.top + lines * PAGE.pitch > PAGE.bottom) {
      this.page = this.document.addPage([PAGE.width, PAGE.height]);
      this.number += 1;
      this.top = PAGE.top;
    }
    return this.page;
  }
}

/** How many columns each table has. */
function columnCounts(lines: readonly TextLine[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { cells, table } of lines) {
    if (cells === null || table === null) continue;
    counts.set(table, cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), counts.get(table) ?? 1));
  }
  return counts;
}

/** One word drawn at the height that the sheet has come to; the word with the box that it fills. */
function drawWord(sheet: Sheet, word: Word, x: number, font: PDFFont, size: number): PlacedWord & { readonly box: Box } {
  const text = latinText(word.text, font);
  sheet.page?.drawText(text, { x, y: PAGE.height - sheet.top - size, size, font });
  return { text: word.text, drawnOn: sheet.number, box: { left: x, top: sheet.top + 1, right: x + font.widthOfTextAtSize(text, size), bottom: sheet.top + size + 2 } };
}

function placed(line: TextLine, words: readonly PlacedWord[]): PlacedLine {
  return { page: line.page, line: line.line, box: null, words };
}

/** Whether so many lines of type fit a page. */
function fitsPage(lines: number): boolean {
  return PAGE.top + lines * PAGE.pitch <= PAGE.bottom;
}

/** Running text, wrapped at the margin. */
function drawFlowing(sheet: Sheet, line: TextLine, font: PDFFont): PlacedLine {
  const blank = font.widthOfTextAtSize(' ', SIZE);
  const rows = wrapWords(line.words, font, SIZE, PAGE.right - PAGE.left);
  const words: PlacedWord[] = [];
  for (const row of rows) {
    sheet.room(1);
    let x: number = PAGE.left;
    for (const word of row) {
      const drawn = drawWord(sheet, word, x, font, SIZE);
      words.push(drawn);
      x = drawn.box.right + blank + (HAS_MARK.test(word.text) ? MARK_ROOM : 0);
    }
    sheet.skip(PAGE.pitch);
  }
  return placed(line, words);
}

/** A line whose columns are made with blanks, in type of one width; a word that is beyond the margin goes on below. */
function drawFixed(sheet: Sheet, line: TextLine, font: PDFFont): PlacedLine {
  const most = Math.floor((PAGE.right - PAGE.left) / FIXED_WIDTH);
  const starts = [...line.text.matchAll(/\S+/g)].map((match) => match.index);
  const isWhole = starts.length === line.words.length;
  const words: PlacedWord[] = [];
  let begin = starts[0] !== undefined && starts[0] < most / 2 ? 0 : (starts[0] ?? 0);
  sheet.room(Math.min(FIXED_ROWS, Math.ceil(line.text.length / most)));
  let end = begin;
  line.words.forEach((word, index) => {
    const start = isWhole ? (starts[index] ?? end) : end;
    if (start - begin + word.text.length > most && start > begin) {
      sheet.skip(PAGE.pitch);
      sheet.room(1);
      begin = start;
    }
    words.push(drawWord(sheet, word, PAGE.left + (start - begin) * FIXED_WIDTH, font, FIXED_SIZE));
    end = start + word.text.length + 1;
  });
  sheet.skip(PAGE.pitch);
  return placed(line, words);
}

/** A row of a real table: figures to the right of their columns, texts wrapped to the left. */
function drawRow(sheet: Sheet, line: TextLine, columns: number, font: PDFFont): PlacedLine {
  const width = PAGE.right - PAGE.left;
  const label = columns === 1 ? width : width * LABEL_SHARE;
  const leftOf = (column: number): number => (column === 0 ? PAGE.left : PAGE.left + label + ((column - 1) * (width - label)) / Math.max(1, columns - 1));
  const cells = (line.cells ?? []).map((cell) => {
    const [left, right] = [leftOf(cell.column), leftOf(cell.column + cell.columnSpan) - GUTTER];
    return { left, right, isFigure: cell.column > 0 && /\d/.test(cell.text) && cell.words.length <= 2, rows: wrapWords(cell.words, font, SIZE, right - left) };
  });
  const height = Math.max(1, ...cells.map(({ rows }) => rows.length));
  if (fitsPage(height)) sheet.room(height);
  const words = cells.map((): PlacedWord[] => []);
  for (let index = 0; index < height; index += 1) {
    sheet.room(1);
    cells.forEach(({ left, right, isFigure, rows }, place) => words[place]?.push(...drawCellRow(sheet, rows[index] ?? [], isFigure ? { right } : { left }, font)));
    sheet.skip(PAGE.pitch);
  }
  sheet.page?.drawLine({ start: { x: PAGE.left, y: PAGE.height - sheet.top + 1.5 }, end: { x: PAGE.right, y: PAGE.height - sheet.top + 1.5 }, thickness: 0.3, opacity: 0.35 });
  return placed(line, words.flat());
}

/** A row of a cell's words, which begins or ends at a place. */
function drawCellRow(sheet: Sheet, row: readonly Word[], at: { readonly left: number } | { readonly right: number }, font: PDFFont): PlacedWord[] {
  const blank = font.widthOfTextAtSize(' ', SIZE);
  const taken = row.reduce((sum, word) => sum + font.widthOfTextAtSize(latinText(word.text, font), SIZE) + blank, -blank);
  let x = 'left' in at ? at.left : at.right - taken;
  return row.map((word) => {
    const drawn = drawWord(sheet, word, x, font, SIZE);
    x = drawn.box.right + blank;
    return drawn;
  });
}

/** Words in rows no wider than a width. */
function wrapWords(words: readonly Word[], font: PDFFont, size: number, width: number): Word[][] {
  const rows: Word[][] = [];
  let taken = 0;
  for (const word of words) {
    const needed = font.widthOfTextAtSize(latinText(`${word.text} `, font), size) + (HAS_MARK.test(word.text) ? MARK_ROOM : 0);
    const last = rows.at(-1);
    if (last === undefined || taken + needed > width) {
      rows.push([word]);
      taken = needed;
    } else {
      last.push(word);
      taken += needed;
    }
  }
  return rows;
}
