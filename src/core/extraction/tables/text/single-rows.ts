import { type Unit } from '../../../money/unit';
import { isPercentText, readPrintedFigure } from '../../lines/figures/printed-figure';
import { type TextLine } from '../../lines/document-text';
import { endsIn, type HyphenEvidence, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { factsOf } from '../../lines/line-facts';
import { positionOf } from '../../lines/running-text';
import { type RawCell, type RawRow } from '../raw-table';
import { UNIT_ROW } from '../../vocabulary';

/** A line longer than this is neither a row nor a header of a table of one column. */
const MAX_LENGTH = 100;
/** A figure with its unit and what calls it rough takes at most so many words. */
const MOST_WORDS = 5;
/** A bare year, as headers print it. */
const YEAR = /^(?:19|20)\d\d\*{0,3}$/;
/** How many lines of a label may follow its figure. */
const MOST_TAIL_LINES = 2;

/** A line of a label and one figure at its end. */
interface FigureLine {
  readonly label: string;
  readonly figure: string;
  readonly unit: Unit | null;
}

/** A row of one figure with the lines that it stands on. */
interface SingleRow {
  readonly row: RawRow;
  readonly start: number;
  readonly end: number;
  readonly hasUnit: boolean;
}

/** Rows that follow each other. Shape: `hasOwnUnits` tells whether every figure has its unit. */
export interface SingleRun {
  readonly count: number;
  readonly lastLine: number;
  readonly hasOwnUnits: boolean;
}

/** The rows of one figure that lines print, each looked at once however many headers are tried over it. */
export class SingleRows {
  private readonly rows = new Map<number, SingleRow | null>();
  /** By the empty lines that may part two rows, then by the line on which the run starts. */
  private readonly runs = new Map<number, Map<number, SingleRun>>();

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly evidence: HyphenEvidence,
  ) {}

  /** The rows from a line on, as long as they follow each other as the first two lines do; null where none starts. */
  runAt(start: number): SingleRun | null {
    const gap = this.lines[start + 1]?.blankLinesBefore ?? 0;
    const known = this.runs.get(gap) ?? new Map<number, SingleRun>();
    this.runs.set(gap, known);
    const walked: SingleRow[] = [];
    let next = this.rowAt(start);
    for (; next !== null && !known.has(next.start); next = this.rowBehind(next, gap)) walked.push(next);
    let run = next === null ? null : (known.get(next.start) ?? null);
    for (const { start: at, end, hasUnit } of walked.reverse()) {
      run = { count: (run?.count ?? 0) + 1, lastLine: run?.lastLine ?? end, hasOwnUnits: hasUnit && (run?.hasOwnUnits ?? true) };
      known.set(at, run);
    }
    return run;
  }

  /** The rows of a run. */
  rowsOf(start: number, { lastLine }: SingleRun): RawRow[] {
    const rows: RawRow[] = [];
    for (let next = this.rowAt(start); next !== null && next.end <= lastLine; next = this.rowAt(next.end + 1)) rows.push(next.row);
    return rows;
  }

  private rowBehind({ end }: SingleRow, gap: number): SingleRow | null {
    return (this.lines[end + 1]?.blankLinesBefore ?? 0) > gap ? null : this.rowAt(end + 1);
  }

  private rowAt(start: number): SingleRow | null {
    const known = this.rows.get(start);
    if (known !== undefined) return known;
    const row = readRow(this.lines, start, this.evidence);
    this.rows.set(start, row);
    return row;
  }
}

/** The row that starts on a line: its figure there or, where the label wraps, on the next. */
function readRow(lines: readonly TextLine[], start: number, evidence: HyphenEvidence): SingleRow | null {
  const first = lines[start];
  if (first === undefined) return null;
  const isWrapped = startsLabel(first, lines[start + 1]);
  const line = isWrapped ? lines[start + 1] : first;
  const found = figureLine(line, isWrapped);
  if (line === undefined || found === null) return null;
  const end = isWrapped ? start + 1 : start;
  const tail = tailBehind(lines, end, found.label);
  const cell: RawCell = { text: found.figure, position: positionOf(line), marks: [] };
  const label = joinAll([...(isWrapped ? [first.text] : []), found.label, ...tail], evidence);
  return { row: { number: null, label, cells: [cell], position: positionOf(first) }, start, end: end + tail.length, hasUnit: found.unit !== null };
}

/** Whether a line is plain text without tabs and short enough for a table of one column. */
export function isShort(line: TextLine): boolean {
  return line.cells === null && line.box === null && line.text.length <= MAX_LENGTH && !line.text.includes('\t');
}

/** Whether a line is the first of a label that goes on in front of the next line's figure. */
function startsLabel(line: TextLine, next: TextLine | undefined): boolean {
  if (next === undefined || next.blankLinesBefore > 0 || !isShort(line) || factsOf(line).hasDigit || endsIn(line.text, '.:;')) return false;
  return isOpenEnded(line.text) || startsSmall(next.text);
}

/** A line that ends in one figure, with its unit or without, behind a label in words; one that goes on may start in small letters. */
export function figureLine(line: TextLine | undefined, goesOn = false): FigureLine | null {
  if (line === undefined || !isShort(line)) return null;
  const { tokens, hasDigit, opening } = factsOf(line);
  if (!hasDigit || opening !== null) return null;
  for (let count = 1; count <= Math.min(MOST_WORDS, tokens.length - 1); count += 1) {
    const printed = readPrintedFigure(tokens.slice(-count).join(' '));
    if (printed === null || !/\d/.test(printed.digits)) continue;
    if (YEAR.test(tokens.slice(-count).join(' ')) || isPercentText(tokens.slice(-count).join(' '))) return null;
    if (UNIT_ROW.test(tokens.slice(-count).join(' '))) return null;
    const longer = wholeFigure(tokens, count);
    const label = tokens.slice(0, -longer).join(' ');
    const isLabel = (goesOn || /^[\p{Lu}\d–-]/u.test(label)) && /\p{L}/u.test(label) && !isOpenEnded(label) && readPrintedFigure(tokens[tokens.length - longer - 1] ?? '') === null;
    const figure = tokens.slice(-longer).join('\u00A0');
    return isLabel ? { label, figure, unit: readPrintedFigure(figure)?.unit ?? null } : null;
  }
  return null;
}

/** How many words a figure takes that ends a line, the groups of its thousands and what stands before it counted. */
function wholeFigure(tokens: readonly string[], least: number): number {
  let count = least;
  while (count < Math.min(MOST_WORDS, tokens.length - 1) && readPrintedFigure(tokens.slice(-count - 1).join(' ')) !== null) count += 1;
  return count;
}

/** The lines right under a figure that go on with its label. */
function tailBehind(lines: readonly TextLine[], index: number, label: string): string[] {
  const tail: string[] = [];
  for (let at = index + 1; at <= index + MOST_TAIL_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || line.blankLinesBefore > 0 || !isShort(line) || factsOf(line).hasDigit || endsIn(line.text, '.:;')) break;
    if (!startsSmall(line.text) && !(tail.at(-1) ?? label).endsWith('-')) break;
    tail.push(line.text);
  }
  return tail;
}
