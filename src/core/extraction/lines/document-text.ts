import { type Box } from '../../budget/position';

/** The formats that readers turn into lines. */
export type DocumentFormat = 'text' | 'pdf' | 'docx' | 'html' | 'tsv';

/**
 * A word with its place. Units: points; `box` and `fontSizePt` are null for formats without coordinates.
 * `isSuperscript` tells a footnote mark from a digit by size and baseline (PDF) or by markup (DOCX, HTML).
 */
export interface Word {
  readonly text: string;
  readonly box: Box | null;
  readonly fontSizePt: number | null;
  readonly isBold: boolean;
  readonly isSuperscript: boolean;
}

/** One cell of a real table row (DOCX, HTML, TSV), or of a row whose columns the reader knows from ruling lines. */
export interface LineCell {
  readonly text: string;
  readonly words: readonly Word[];
  /** First grid column, 0-based, and how many grid columns the cell spans. */
  readonly column: number;
  readonly columnSpan: number;
  /** Whether the cell continues a vertically merged one from the row above. */
  readonly isContinuation: boolean;
}

/**
 * One printed line (text, PDF), one paragraph or one table row (DOCX, HTML, TSV).
 * Shape: `text` has no trailing blanks and no line break; leading blanks are kept, because plain text marks bullets and lost words with them.
 * `line` is 1-based as Position defines it. Blank lines are not lines: they are counted in `blankLinesBefore`.
 */
export interface TextLine {
  readonly text: string;
  readonly page: number | null;
  readonly line: number;
  readonly box: Box | null;
  readonly words: readonly Word[];
  /** Empty lines, or the vertical gap in line heights, since the line before; 0 for the next line of a block. */
  readonly blankLinesBefore: number;
  /** How many of those held blanks only (plain text writes two kinds of empty line and means different things by them). */
  readonly whitespaceLinesBefore: number;
  /** Whether a page starts here for certain (PDF page, form feed, three empty lines in plain text). */
  readonly isPageStart: boolean;
  readonly fontSizePt: number | null;
  readonly isBold: boolean;
  /** Cells of a real table row; null for running text. `table` numbers the tables of the document from 0. */
  readonly cells: readonly LineCell[] | null;
  readonly table: number | null;
  /** Running heads, page numbers and page footnotes are kept apart from the body. */
  readonly role: 'body' | 'furniture' | 'footnote';
}

/** What a reader makes of a file: its lines in reading order. Shape: `sha256` over the file's bytes; `unreadablePages` lists pages without usable text. */
export interface DocumentText {
  readonly name: string;
  readonly sha256: string;
  readonly format: DocumentFormat;
  readonly pages: number | null;
  readonly lines: readonly TextLine[];
  readonly unreadablePages: readonly number[];
  readonly isPartlyRead: boolean;
  /** What stands in a PDF for nobody to see (white on white, drawn without paint), by page; it is no part of the lines. */
  readonly hiddenText?: readonly { readonly page: number; readonly text: string }[];
  /** By page of a PDF: quarter turns clockwise that make its text upright, after the page's own rotation; boxes are those of the upright page. */
  readonly pageTurns?: readonly (0 | 1 | 2 | 3)[];
}
