import { type Block } from '../blocks';
import { type StyledRun } from '../words';

/** A line of a paragraph while it is read. */
export interface LineDraft {
  readonly runs: StyledRun[];
  isPageStart: boolean;
}

/** A Word paragraph while its markup is read. */
export class ParagraphBuilder {
  /** Text boxes that hang on the paragraph: printed beside it, read after it. */
  readonly textBoxes: Block[] = [];
  style: string | null = null;
  numId: string | null = null;
  level: number | null = null;
  /** Whether tracked changes have deleted the paragraph's end, so that it goes on in the next one. */
  isMarkDeleted = false;
  /** Whether a section ends here that is followed by a new page. */
  endsSection = false;

  constructor(readonly lines: LineDraft[] = [{ runs: [], isPageStart: false }]) {}

  addRun(run: StyledRun): void {
    this.lines.at(-1)?.runs.push(run);
  }

  /** What the current line ends in so far. */
  lastRun(): StyledRun | undefined {
    return this.lines.at(-1)?.runs.at(-1);
  }

  breakLine(isPageStart: boolean): void {
    this.lines.push({ runs: [], isPageStart });
  }

  /** Whether nothing has been printed yet. */
  isAtStart(): boolean {
    return this.lines.every((line) => line.runs.every((run) => run.text.trim() === ''));
  }

  hasText(): boolean {
    return this.lines.some((line) => line.runs.length > 0);
  }

  /** Takes a property that says what the paragraph is; other properties are left alone. */
  takeProperty(name: string, value: string | undefined): void {
    if (name === 'pStyle') this.style = value ?? null;
    else if (name === 'numId') this.numId = value ?? null;
    else if (name === 'ilvl') this.level = Number(value ?? 0);
  }
}
