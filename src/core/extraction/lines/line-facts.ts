import { readHeaderLine, type TableHeader } from '../tables/header/table-header';
import { type TextLine } from './document-text';
import { splitFigures, type SplitRow, tokenize } from './figures/split-figures';
import { type Opening, openingOf } from './line-opening';

const DIGIT = /\d/;

/**
 * What the text of a line is made of, looked at once however many readers ask.
 * Shape: what costs more than a glance is made when it is first asked for.
 */
export class LineFacts {
  /** The text without the blanks around it. */
  readonly text: string;
  /** Whether a digit stands in it: without one a line heads no years and is no row of figures. */
  readonly hasDigit: boolean;
  private knownOpening: Opening | null | undefined;
  private knownTokens: readonly string[] | undefined;
  private knownRow: SplitRow | undefined;
  private knownHeader: TableHeader | null | undefined;

  constructor(text: string) {
    this.text = text.trim();
    this.hasDigit = DIGIT.test(text);
  }

  /** What its first words open; null where it goes on with what stands above. */
  get opening(): Opening | null {
    if (this.knownOpening === undefined) this.knownOpening = openingOf(this.text);
    return this.knownOpening;
  }

  /** Its words. */
  get tokens(): readonly string[] {
    return (this.knownTokens ??= tokenize(this.text));
  }

  /** Its label and the figures at its end. */
  get row(): SplitRow {
    return (this.knownRow ??= splitFigures(this.text));
  }

  /** The columns that it heads; null where it is no header. */
  get header(): TableHeader | null {
    if (this.knownHeader === undefined) this.knownHeader = this.hasDigit ? readHeaderLine(this.text) : null;
    return this.knownHeader;
  }
}

/** A line of the body with its facts. */
class BodyLine implements TextLine {
  readonly text: string;
  readonly page: TextLine['page'];
  readonly line: number;
  readonly box: TextLine['box'];
  readonly words: TextLine['words'];
  readonly blankLinesBefore: number;
  readonly whitespaceLinesBefore: number;
  readonly isPageStart: boolean;
  readonly fontSizePt: TextLine['fontSizePt'];
  readonly isBold: boolean;
  readonly cells: TextLine['cells'];
  readonly table: TextLine['table'];
  readonly role: TextLine['role'];
  readonly facts: LineFacts;

  constructor(line: TextLine) {
    this.text = line.text;
    this.page = line.page;
    this.line = line.line;
    this.box = line.box;
    this.words = line.words;
    this.blankLinesBefore = line.blankLinesBefore;
    this.whitespaceLinesBefore = line.whitespaceLinesBefore;
    this.isPageStart = line.isPageStart;
    this.fontSizePt = line.fontSizePt;
    this.isBold = line.isBold;
    this.cells = line.cells;
    this.table = line.table;
    this.role = line.role;
    this.facts = new LineFacts(line.text);
  }
}

/** The lines of a body, once nothing changes them any more, each with its facts. */
export function withFacts(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.map((line) => new BodyLine(line));
}

/** The facts of a line: those that it has, or fresh ones. */
export function factsOf(line: Pick<TextLine, 'text'>): LineFacts {
  return line instanceof BodyLine ? line.facts : new LineFacts(line.text);
}
