import { type Unread, type UnreadReason } from '../../../budget/agreement';
import { type Position } from '../../../budget/position';
import { type Column } from '../../../budget/table';
import { type TextLine } from '../../lines/document-text';
import { isRowNumber, splitFigures, type SplitRow, takeFigures } from '../../lines/figures/split-figures';
import { factsOf } from '../../lines/line-facts';
import { endsIn, type HyphenEvidence, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { type RawCell, type RawRow } from '../raw-table';
import { positionOf } from '../../lines/running-text';
import { joinBlankGroups } from './row-figures/blank-groups';
import { tellNumbers } from './row-figures/label-numbers';
import { readWordedRow } from './row-figures/worded-row';
import { OF_WHICH } from '../../vocabulary';

/** How many lines a label may take. */
const MAX_LABEL_LINES = 6;

/** How many lines of a label may follow its figures. */
const MAX_TAIL_LINES = 3;

/** A whole number that can be the last word of a label. */
const TAIL_NUMBER = /^\d{1,4}[.)]?$/;

/** A label line that waits for its figures. `gap` is the number of empty lines before it. */
interface PendingLine {
  readonly line: TextLine;
  readonly text: string;
  readonly gap: number;
}

/** Turns the lines under a header into rows: labels that wrap, figures that wrap, numbers and headings on lines of their own. */
export class TextRowReader {
  private readonly rows: RawRow[] = [];
  private readonly unread: Unread[] = [];
  /** The lines that have an unread entry. */
  private readonly reported = new Set<string>();
  private pending: PendingLine[] = [];
  private figures: { text: string; line: TextLine }[] = [];
  private number: { text: string; line: TextLine } | null = null;
  private lastLine = -1;
  /** The printed line of the last row's figures, and its page. */
  private rowEnd = -1;
  private rowPage: number | null = null;
  /** Where the label of the last row starts in its line. */
  private labelStart = 0;
  /** Whether a row has parted its thousands by blanks: then more figures than columns are no words of a label. */
  private isGrouped = false;
  /** How many unread entries stood when the last row was complete: later ones lie outside the table. */
  private unreadAtLastRow = 0;

  private readonly columnCount: number;

  constructor(
    private readonly columns: readonly Column[],
    private readonly hasNumberColumn: boolean,
    private readonly spaced: boolean,
    private readonly hasDecimals: boolean,
    private readonly evidence: HyphenEvidence,
  ) {
    this.columnCount = columns.length;
  }

  /** Takes a line into the table; false when it cannot be part of it. */
  accept(line: TextLine, index: number): boolean {
    const { text, row: printed } = factsOf(line);
    if (this.takeTailNumber(line, text)) return true;
    if (this.hasNumberColumn && isRowNumber(text) && this.figures.length === 0 && !this.isWordOfLabel(text)) {
      this.flushHeadings();
      this.number = { text, line };
      return true;
    }
    const tabbed = this.hasNumberColumn ? null : tabbedRow(line.text, this.columnCount);
    if (tabbed !== null) return this.acceptWhole(line, index, tabbed);
    const grouped = joinBlankGroups(printed, this.columns, this.isGrouped);
    if (grouped.kind === 'ambiguous') return this.acceptTooMany(line, printed);
    if (grouped.kind === 'row' && grouped.row.figures.some((figure) => figure.includes('\u00A0'))) this.isGrouped = true;
    const split = grouped.kind === 'row' ? grouped.row : printed;
    if (this.isGrouped && split.figures.length > this.columnCount) return this.acceptTooMany(line, split);
    if (withoutNote(split.figures, split.label).slice(0, -this.columnCount).some(isAmountFigure)) return this.acceptTooMany(line, split);
    const told = tellNumbers(line.text, split, this.columns, this.hasDecimals);
    if (told.kind === 'doubtful') return this.acceptTooMany(line, split);
    if (told.kind === 'words') return this.acceptLabel(line, text);
    if (told.kind === 'row') return this.acceptWhole(line, index, told);
    if (split.figures.length >= this.columnCount) return this.acceptWhole(line, index, takeFigures(split, this.columnCount));
    const worded = readWordedRow(line, this.columns);
    if (worded !== null) return this.acceptWhole(line, index, { label: worded.label, figures: worded.cells });
    if (split.figures.length > 0) return this.acceptPart(line, index, split.label, split.figures);
    return this.acceptLabel(line, text);
  }

  /** A whole number alone right under a row, where the row's label starts, is the label's last word: "Cykelsti, etape" / "3"; so it is under a line of a label that asks for more. */
  private takeTailNumber(line: TextLine, text: string): boolean {
    const last = this.pending.at(-1);
    if (last !== undefined && TAIL_NUMBER.test(text) && line.blankLinesBefore === 0 && isOpenEnded(last.text) && this.figures.length === 0 && line.text.search(/\S/) === last.line.text.search(/\S/)) return this.acceptLabel(line, text);
    const row = this.rows.at(-1);
    if (!TAIL_NUMBER.test(text) || row === undefined || row.label === null || this.pending.length + this.figures.length > 0 || this.number !== null) return false;
    const isNext = line.blankLinesBefore === 0 && line.page === this.rowPage && line.line === this.rowEnd + 1 && !line.isPageStart;
    const isInPlace = line.text.search(/\S/) === this.labelStart && (this.labelStart > 0 || !this.hasNumberColumn);
    if (!isNext || !(isInPlace || isOpenEnded(row.label))) return false;
    this.rows[this.rows.length - 1] = { ...row, label: `${row.label} ${text}` };
    this.rowEnd += 1;
    this.lastLine += 1;
    return true;
  }

  /** A year behind a label that asks for more is its last word: "… børnehaver i" / "2027". */
  private isWordOfLabel(text: string): boolean {
    const last = this.pending[this.pending.length - 1];
    return last !== undefined && (isOpenEnded(last.text) || /^(?:19|20)\d\d$/.test(text));
  }

  /** Whether any row has its figures. */
  hasRows(): boolean {
    return this.lastLine >= 0;
  }

  /** What was read; `lastLine` is -1 where no row had its figures. */
  finish(): { rows: RawRow[]; unread: Unread[]; lastLine: number } {
    if (this.figures.length > 0 && this.pending.length > 0) {
      const first = this.pending[0];
      if (first !== undefined && this.figures.length > 1) this.report(first.line, [...this.pending.map((part) => part.text), ...this.figures.map((figure) => figure.text)].join(' '), 'cell-count');
    }
    if (this.figures.length <= 1) this.dropUnreadBehindLastRow();
    this.returnTailToRow();
    for (const { line, text, gap } of this.lastLine < 0 ? [] : this.pending) {
      if (gap > 0 || !isBrokenRow(text)) break;
      this.reportBrokenRow(line, text);
    }
    return { rows: this.rows, unread: this.unread, lastLine: this.lastLine };
  }

  private dropUnreadBehindLastRow(): void {
    for (const { position } of this.unread.splice(this.unreadAtLastRow)) this.reported.delete(placeKey(position));
  }

  private acceptWhole(line: TextLine, index: number, row: { label: string; figures: readonly (string | null)[] }): boolean {
    this.returnFiguresToLabel();
    const cells = row.figures.map((text) => (text === null ? null : rawCell(text, line)));
    if (row.label === '') {
      const label = this.takeLabelGroup();
      this.emit(label, cells, line, index);
      return true;
    }
    const last = this.pending[this.pending.length - 1];
    const isNumbered = splitNumber(row.label, this.hasNumberColumn, null).number !== null;
    const continues = last !== undefined && ((!isNumbered && this.numberedStart() >= 0) || this.continues(last.text, row.label, line.blankLinesBefore, last.gap));
    if (continues) {
      this.pending.push({ line, text: row.label, gap: line.blankLinesBefore });
      this.emit(this.takeLabelGroup(), cells, line, index);
    } else {
      if (this.number === null || this.pending.length > 0) this.flushHeadings();
      this.emit([{ line, text: row.label, gap: 0 }], cells, line, index);
    }
    return true;
  }

  /** More amounts than columns: which of them belong to which column is not known. */
  private acceptTooMany(line: TextLine, split: SplitRow): boolean {
    this.flushHeadings();
    this.report(line, [split.label, ...split.figures].join(' ').trim(), 'cell-count');
    this.figures = [];
    return true;
  }

  private acceptPart(line: TextLine, index: number, label: string, figures: readonly string[]): boolean {
    if (label === '') {
      if (this.figures.length + figures.length > this.columnCount) {
        this.report(line, figures.join(' '), 'cell-count');
        this.figures = [];
        return true;
      }
      this.figures.push(...figures.map((text) => ({ text, line })));
      if (this.figures.length === this.columnCount) {
        const cells = this.figures.map((figure) => rawCell(figure.text, figure.line));
        this.figures = [];
        this.emit(this.takeLabelGroup(), cells, line, index);
      }
      return true;
    }
    if (!this.acceptLabel(line, label)) return false;
    this.figures = figures.map((text) => ({ text, line }));
    return true;
  }

  private acceptLabel(line: TextLine, text: string): boolean {
    this.returnFiguresToLabel();
    if (this.pending.length >= MAX_LABEL_LINES || line.text.length > 250) return false;
    this.pending.push({ line, text, gap: line.blankLinesBefore });
    return true;
  }

  /** A whole number that no further figures followed was a word of the label: "… flexuddannelse i 2022"; decimals are a figure of a row that lacks others. */
  private returnFiguresToLabel(): void {
    const last = this.pending[this.pending.length - 1];
    if (this.figures.length === 0) return;
    if (last === undefined) {
      const first = this.figures[0];
      if (first !== undefined) this.report(first.line, this.figures.map((figure) => figure.text).join(' '), 'cell-count');
    } else if (this.figures.length > 1 || /\d,\d/.test(this.figures[0]?.text ?? '')) {
      this.report(last.line, [last.text, ...this.figures.map((figure) => figure.text)].join(' '), 'cell-count');
      this.pending.pop();
    } else {
      this.pending[this.pending.length - 1] = { ...last, text: `${last.text} ${this.figures[0]?.text ?? ''}` };
    }
    this.figures = [];
  }

  /** Whether a label line goes on with the next one. */
  private continues(first: string, second: string, gap: number, firstGap: number): boolean {
    if (isOpenEnded(first)) return true;
    if (this.number !== null && !isRowNumber(second.split(' ', 1)[0] ?? '')) return true;
    if (this.hasNumberColumn && isRowNumber(second.split(' ', 1)[0] ?? '')) return false;
    if (TAIL_NUMBER.test(second)) return true;
    if (startsSmall(second)) return !OF_WHICH.test(second) || first.endsWith(',');
    return this.spaced && gap === 0 && firstGap >= 0;
  }

  /** The pending lines that make up the label of the row now complete; earlier ones are headings. */
  private takeLabelGroup(): PendingLine[] {
    let start = this.pending.length - 1;
    if (this.number !== null) start = 0;
    const numbered = this.numberedStart();
    if (numbered >= 0) start = numbered;
    while (start > 0) {
      const current = this.pending[start];
      const previous = this.pending[start - 1];
      if (current === undefined || previous === undefined || !this.continues(previous.text, current.text, current.gap, previous.gap)) break;
      start -= 1;
    }
    const label = this.pending.splice(Math.max(0, start));
    this.flushHeadings();
    return label;
  }

  /** The last waiting line that starts with a number in a table that numbers its rows: what follows it is its label until its figures come; -1 where none does. */
  private numberedStart(): number {
    if (!this.hasNumberColumn || !this.rows.some(({ number, cells }) => number !== null && cells.some((cell) => cell !== null))) return -1;
    return this.pending.map(({ text }) => splitNumber(text, true, null).number !== null).lastIndexOf(true);
  }

  /** Lines right under a row's figures that read on from its label are the rest of it: "… uden" / "for skoletiden". */
  private returnTailToRow(): void {
    const row = this.rows.at(-1);
    if (row?.label === undefined || row.label === null || this.rowEnd < 0) return;
    let label = row.label;
    let count = 0;
    for (const { line, text, gap } of this.pending) {
      const isNext = gap === 0 && line.page === this.rowPage && line.line === this.rowEnd + count + 1;
      if (OF_WHICH.test(text) && !label.endsWith(',')) break;
      if (!isNext || count >= MAX_TAIL_LINES || !(startsSmall(text) || isOpenEnded(label) || label.endsWith('-')) || isBrokenRow(text) || line.isPageStart) break;
      label = joinAll([label, text], this.evidence);
      count += 1;
    }
    if (count === 0) return;
    this.pending.splice(0, count);
    this.rows[this.rows.length - 1] = { ...row, label };
    this.lastLine += count;
  }

  private flushHeadings(): void {
    this.returnTailToRow();
    let group: PendingLine[] = [];
    for (const part of this.pending) {
      const last = group[group.length - 1];
      if (last !== undefined && !this.continues(last.text, part.text, part.gap, last.gap)) {
        this.pushHeading(group);
        group = [];
      }
      group.push(part);
    }
    if (group.length > 0) this.pushHeading(group);
    this.pending = [];
  }

  private pushHeading(group: readonly PendingLine[]): void {
    const first = group[0];
    if (first === undefined) return;
    const label = joinAll(group.map((part) => part.text), this.evidence);
    if (isBrokenRow(label)) return this.reportBrokenRow(first.line, label);
    this.rows.push({ number: null, label, cells: new Array<null>(this.columnCount).fill(null), position: positionOf(first.line) });
  }

  private emit(label: readonly PendingLine[], cells: readonly (RawCell | null)[], line: TextLine, index: number): void {
    const split = splitNumber(joinAll(label.map((part) => part.text), this.evidence), this.hasNumberColumn, this.number?.text ?? null);
    const first = label[0]?.line ?? line;
    const start = this.number?.line ?? first;
    const position: Position = positionOf(start);
    if (split.label === '') this.report(line, cells.flatMap((cell) => cell?.text ?? []).join(' '), 'row-without-label');
    this.rows.push({ number: split.number, label: split.label === '' ? null : split.label, cells, position });
    this.number = null;
    this.lastLine = index;
    this.rowEnd = line.line;
    this.labelStart = Math.max(0, first.text.indexOf(split.label.split(' ', 1)[0] ?? ''));
    this.rowPage = line.page;
    this.unreadAtLastRow = this.unread.length;
  }

  /** A row that lacks figures, unless its line is reported with all that it has. */
  private reportBrokenRow(line: TextLine, text: string): void {
    if (!this.reported.has(placeKey(positionOf(line)))) this.report(line, text, 'cell-count');
  }

  private report(line: TextLine, text: string, reason: UnreadReason): void {
    this.reported.add(placeKey(positionOf(line)));
    this.unread.push({ text, reason, position: positionOf(line) });
  }
}

/** The figures behind a footnote's number in parentheses at the end of a label: "Kampagne (1) 2,5 - 2,5". */
function withoutNote(figures: readonly string[], label: string): readonly string[] {
  return label !== '' && /^\(\d{1,2}\)$/.test(figures[0] ?? '') ? figures.slice(1) : figures;
}

/** A figure that no label ends in: with decimals or a sign. */
function isAmountFigure(figure: string): boolean {
  return /\d,\d|^[-–(]\d|%$/.test(figure);
}

/** Longest line that is a row and no sentence. */
const MAX_BROKEN_ROW = 100;

/** Whether a line that ends in no figures is a row all the same: a figure with decimals or thousands stands in it without a unit behind it ("Aalborg 8,0 ukendt"). */
function isBrokenRow(text: string): boolean {
  return text.length <= MAX_BROKEN_ROW && !endsIn(text, '.:;') && /^\p{L}.*\s[-–]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)\s+(?!(?:mio|mia|mill|kr|pct|t\.?kr|procent|årsværk|[%€$])(?![\p{L}]))\p{L}/iu.test(text);
}

/** A row whose cells tabs part, one for each column, where not every cell is a figure: "Aalborg⇥8,0⇥ukendt". Null for any other line; rows of figures alone need no tabs. */
function tabbedRow(text: string, columnCount: number): { label: string; figures: string[] } | null {
  if (!text.includes('\t')) return null;
  const [label = '', ...cells] = text.trimStart().split('\t').map((cell) => cell.trim());
  if (cells.length !== columnCount || !/\p{L}/u.test(label)) return null;
  const figures = cells.filter((cell) => splitFigures(cell).label === '' && cell !== '').length;
  return figures > 0 && figures < cells.length ? { label, figures: cells } : null;
}

function placeKey({ page, line }: Position): string {
  return `${page ?? ''}:${line}`;
}

function rawCell(text: string, line: TextLine): RawCell {
  return { text, position: positionOf(line), marks: [] };
}

function splitNumber(label: string, hasNumberColumn: boolean, number: string | null): { number: string | null; label: string } {
  if (number !== null) return { number: number.replace(/\.$/, ''), label };
  const match = /^(\d{1,4}(?:\.\d{1,2})*|\p{Lu}{1,3}[-.]?\d{1,3}[a-z]?)[.)]?\s+(\D.*)$/su.exec(label);
  if (!hasNumberColumn || match === null) return { number: null, label };
  return { number: match[1] ?? null, label: match[2] ?? '' };
}
