import { type LineCell, type TextLine, type Word } from '../core/extraction/lines/document-text';
import { joinLines } from '../core/extraction/lines/join-lines';
import { isMostlyBold, splitWords, textOf, type StyledRun } from './words';

/** What documents made of markup consist of. */
export type Block = Paragraph | Table;

/** A paragraph with its forced line breaks. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly lines: readonly ParagraphLine[];
}

/** A line up to a forced break. `isPageStart`: a page begins with it for certain. */
export interface ParagraphLine {
  readonly runs: readonly StyledRun[];
  readonly isPageStart: boolean;
}

/** A real table. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

/** A cell with its place on the table's grid. `isContinuation`: it belongs to a cell of the row above. */
export interface TableCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly isContinuation: boolean;
  readonly blocks: readonly Block[];
}

/**
 * The lines of some blocks: a line for every paragraph (for every part between forced breaks) and for every table row.
 * A table of one column is a frame around text, so its text counts as paragraphs; so do a caption and notes in the first and last rows that span a table.
 * A table in a cell follows the row that holds it, as a table of its own.
 */
export function linesOfBlocks(blocks: readonly Block[], role: TextLine['role'] = 'body', after: readonly TextLine[] = []): TextLine[] {
  const writer = new LineWriter(after, role);
  writer.writeBlocks(blocks);
  return writer.lines;
}

class LineWriter {
  readonly lines: TextLine[] = [];
  private line: number;
  private nextTable: number;
  private blanks = 0;
  private isPageStart: boolean;

  constructor(
    after: readonly TextLine[],
    private readonly role: TextLine['role'],
  ) {
    this.line = after.length;
    this.nextTable = after.reduce((next, { table }) => (table === null ? next : Math.max(next, table + 1)), 0);
    this.isPageStart = after.length === 0;
  }

  writeBlocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.writeParagraph(block);
      else this.writeTable(block);
    }
  }

  private writeParagraph(paragraph: Paragraph): void {
    this.blanks += 1;
    for (const { runs, isPageStart } of paragraph.lines) {
      this.isPageStart ||= isPageStart;
      const words = splitWords(runs);
      if (words.length > 0) this.push(words, null, null);
    }
  }

  private writeTable(table: Table): void {
    const columns = table.rows.reduce((most, row) => row.reduce((right, cell) => Math.max(right, cell.column + cell.columnSpan), most), 0);
    if (columns <= 1) {
      for (const row of table.rows) for (const cell of row) this.writeBlocks(cell.blocks);
      return;
    }
    const number = this.nextTable;
    this.nextTable += 1;
    this.blanks += 1;
    const isSpanned = (row: readonly TableCell[] | undefined): boolean => row !== undefined && row.length === 1 && (row[0]?.columnSpan ?? 0) >= columns;
    let from = 0;
    let to = table.rows.length;
    while (from < to && isSpanned(table.rows[from])) from += 1;
    while (to > from && isSpanned(table.rows[to - 1])) to -= 1;
    for (const row of table.rows.slice(0, from)) for (const cell of row) this.writeBlocks(cell.blocks);
    for (const row of table.rows.slice(from, to)) {
      const cells = row.map(lineCell);
      const words = cells.flatMap((cell) => cell.words);
      this.isPageStart ||= row.some((cell) => startsPage(cell.blocks));
      if (words.length > 0) this.push(words, cells, number);
      for (const cell of row) for (const block of cell.blocks) if (block.kind === 'table') this.writeTable(block);
    }
    for (const row of table.rows.slice(to)) for (const cell of row) this.writeBlocks(cell.blocks);
  }

  private push(words: readonly Word[], cells: readonly LineCell[] | null, table: number | null): void {
    this.line += 1;
    this.lines.push({
      text: textOf(words),
      page: null,
      line: this.line,
      box: null,
      words,
      blankLinesBefore: this.line === 1 ? 0 : this.blanks,
      whitespaceLinesBefore: 0,
      isPageStart: this.isPageStart && this.role === 'body',
      fontSizePt: words.reduce<number | null>((size, word) => (word.fontSizePt === null ? size : Math.max(size ?? 0, word.fontSizePt)), null),
      isBold: isMostlyBold(words),
      cells,
      table,
      role: this.role,
    });
    this.blanks = 0;
    this.isPageStart = false;
  }
}

function startsPage(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  return first !== undefined && first.kind === 'paragraph' && first.lines[0]?.isPageStart === true;
}

function lineCell({ blocks, column, columnSpan, isContinuation }: TableCell): LineCell {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines.map((line) => splitWords(line.runs)) : []));
  const words: Word[] = [];
  for (const line of lines) addLine(words, line);
  return { text: textOf(words), words, column, columnSpan, isContinuation };
}

/** A line of a cell behind the others: a word that a hyphen parts at the end of the line before is one again. */
function addLine(words: Word[], line: readonly Word[]): void {
  const [last, next] = [words.at(-1), line[0]];
  const joined = last !== undefined && next !== undefined && last.text.endsWith('-') ? joinLines(last.text, next.text) : ' ';
  const isOneWord = last !== undefined && !joined.includes(' ');
  if (isOneWord) words[words.length - 1] = { ...last, text: joined };
  for (const word of isOneWord ? line.slice(1) : line) words.push(word);
}
