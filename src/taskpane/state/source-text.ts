import { type Box } from '../../core/budget/position';
import { type DocumentFormat } from '../../core/extraction/lines/document-text';

/** A line as the source view shows it. */
export interface SourceLine {
  readonly text: string;
  readonly page: number | null;
  readonly line: number;
  readonly box: Box | null;
}

/** What the pane keeps of a document's text: lines without their words, which are many. */
export interface SourceText {
  readonly name: string;
  readonly sha256: string;
  readonly format: DocumentFormat;
  readonly pages: number | null;
  /** The document's first heading, for a document without a title; null without one. */
  readonly heading: string | null;
  readonly lines: readonly SourceLine[];
  readonly unreadablePages: readonly number[];
  readonly isPartlyRead: boolean;
}
