import { type Unread } from '../../budget/agreement';
import { type PlacedText } from '../../budget/position';
import { type BudgetTable, type Column, type Row } from '../../budget/table';
import { takeFootnotes, totalledGroup } from '../budget-table';
import { type TextLine } from '../document-text';
import { isFigure, tokenize } from '../figures';
import { joinAll } from '../join-lines';
import { readCell } from '../read-cell';
import { type Reading } from '../reading';
import { positionOf } from '../running-text';
import { readPriceLevel, readUnit } from '../table-header';
import { EXPIRY_WORDS, GRANT_STATUS, RECOMMENDATION_HEADER, RECOMMENDATIONS, TABLE_LINE } from '../vocabulary';

/** How many lines the header of a grant table may take. */
const MAX_HEADER_LINES = 12;
const MAX_LABEL_LINES = 4;

/** A row of a grant table: its own row of the model and what is recommended for it. */
export interface GrantRow {
  readonly row: Row;
  readonly recommendation: PlacedText | null;
}

/** The table of expiring grants: one amount and a recommendation per row, a printed total, and a second list without amounts. */
export interface GrantTable {
  readonly table: BudgetTable;
  readonly grants: readonly GrantRow[];
  readonly others: BudgetTable | null;
  readonly unread: readonly Unread[];
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A printed line taken apart: label, amount, and what stands behind the amount. */
interface Parts {
  readonly label: string;
  readonly figure: string | null;
  readonly rest: string;
}

/** The grant table of a document, found by its caption and its header; null when there is none. */
export function findGrantTable(reading: Reading): GrantTable | null {
  for (let index = 0; index < reading.lines.length; index += 1) {
    const caption = TABLE_LINE.exec(reading.lines[index]?.text.trim() ?? '');
    if (caption === null) continue;
    const header = readGrantHeader(reading, index);
    if (header !== null && EXPIRY_WORDS.test(header.text)) return readGrantTable(reading, index, header, caption[1] ?? '');
  }
  return null;
}

/** The normalized recommendation that a text starts with, null when it starts with none. */
export function readRecommendation(text: string): string | null {
  return RECOMMENDATIONS.find((candidate) => candidate.pattern.test(text.trim()))?.value ?? null;
}

function readGrantHeader(reading: Reading, caption: number): { text: string; next: number } | null {
  for (let index = caption + 1; index < Math.min(reading.lines.length, caption + MAX_HEADER_LINES); index += 1) {
    if (!RECOMMENDATION_HEADER.test(reading.lines[index]?.text ?? '')) continue;
    const text = joinAll(reading.lines.slice(caption, index + 1).map((line) => line.text), reading.evidence);
    return { text, next: index + 1 };
  }
  return null;
}

function readGrantTable(reading: Reading, start: number, header: { text: string; next: number }, captionText: string): GrantTable {
  const unit = readUnit(header.text);
  const priceLevel = readPriceLevel(header.text);
  const columns: readonly Column[] = [
    { kind: 'amount', header: [priceLevel, unit].filter((part) => part !== null).join(', ') },
    { kind: 'text', header: reading.lines[header.next - 1]?.text.trim() ?? '' },
  ];
  const startLine = lineAt(reading, start);
  const reader = new GrantReader(reading, unit);
  let index = header.next;
  while (index < reading.lines.length && !reader.isDone) {
    if (!reader.accept(lineAt(reading, index))) break;
    index += 1;
  }
  reader.close();
  const others = readStatusList(reading, index);
  const rows = [...reader.grants.map((grant) => grant.row), ...(reader.total === null ? [] : [reader.total])];
  return {
    table: { caption: { text: captionText, position: positionOf(startLine) }, unit, priceLevel, columns, rows, position: positionOf(startLine) },
    grants: reader.grants,
    others: others?.table ?? null,
    unread: reader.unread,
    firstLine: start,
    lastLine: others?.lastLine ?? index - 1,
  };
}

/** Builds rows from lines in which labels, amounts and recommendations wrap in any combination. */
class GrantReader {
  readonly grants: GrantRow[] = [];
  readonly unread: Unread[] = [];
  total: Row | null = null;
  isDone = false;
  private label: TextLine[] = [];
  private labelTexts: string[] = [];
  private figure: { text: string; line: TextLine } | null = null;
  private recommendation: { texts: string[]; line: TextLine } | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly unit: BudgetTable['unit'],
  ) {}

  accept(line: TextLine): boolean {
    const text = line.text.trim();
    if (this.figure !== null && (this.isRecommendationOpen() || (this.recommendation === null && readRecommendation(text) !== null))) {
      this.addRecommendation(text, line);
      return true;
    }
    const parts = takeApart(text);
    if (parts.figure === null) {
      if (this.figure !== null) this.close();
      if (this.labelTexts.length >= MAX_LABEL_LINES || (/[.:]$/.test(text) && text.length > 60)) return false;
      this.addLabel(parts.label, line);
      return true;
    }
    if (this.figure !== null) this.close();
    if (parts.label !== '') this.addLabel(parts.label, line);
    this.figure = { text: parts.figure, line };
    if (parts.rest !== '') this.addRecommendation(parts.rest, line);
    if (totalledGroup(this.joinedLabel()) !== null) {
      this.close();
      this.isDone = true;
    }
    return true;
  }

  close(): void {
    const first = this.label[0] ?? this.figure?.line;
    if (this.figure !== null && first !== undefined) this.emit(first, this.figure);
    this.label = [];
    this.labelTexts = [];
    this.figure = null;
    this.recommendation = null;
  }

  private emit(first: TextLine, figure: { text: string; line: TextLine }): void {
    const own = takeFootnotes(this.joinedLabel());
    const group = totalledGroup(own.label);
    const figurePosition = positionOf(figure.line);
    const read = readCell({ text: figure.text, position: figurePosition, marks: [] }, { unit: this.unit, style: 'danish', decimals: 0 });
    if (read.cell.kind === 'unreadable') this.unread.push({ text: figure.text, reason: this.unit === null ? 'unit-missing' : 'malformed-amount', position: figurePosition });
    if (own.label === '') this.unread.push({ text: figure.text, reason: 'row-without-label', position: figurePosition });
    const text = this.recommendation === null ? '' : joinAll(this.recommendation.texts, this.reading.evidence);
    const place = positionOf(this.recommendation?.line ?? figure.line);
    const row: Row = {
      kind: group === null ? 'component' : 'total',
      number: null,
      label: own.label === '' ? null : own.label,
      cells: [read.cell, text === '' ? { kind: 'blank', position: place } : { kind: 'text', text, position: place }],
      footnotes: own.footnotes,
      level: 0,
      position: positionOf(first),
    };
    if (group !== null) this.total = row;
    else this.grants.push({ row, recommendation: text === '' ? null : { text: readRecommendation(text) ?? text.replace(/\.$/, ''), position: place } });
  }

  private addLabel(text: string, line: TextLine): void {
    this.label.push(line);
    this.labelTexts.push(text);
  }

  private addRecommendation(text: string, line: TextLine): void {
    if (this.recommendation === null) this.recommendation = { texts: [text], line };
    else this.recommendation.texts.push(text);
  }

  /** A recommendation goes on after a line-end hyphen. */
  private isRecommendationOpen(): boolean {
    return this.recommendation?.texts.at(-1)?.endsWith('-') === true;
  }

  private joinedLabel(): string {
    return joinAll(this.labelTexts, this.reading.evidence);
  }
}

/** The last figure of a line that nothing but a recommendation follows is its amount. */
function takeApart(text: string): Parts {
  const tokens = tokenize(text);
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index] ?? '';
    if (!isFigure(token) || !/\d|^[-–]$/.test(token)) continue;
    const rest = tokens.slice(index + 1).join(' ');
    if (rest !== '' && readRecommendation(rest) === null) continue;
    return { label: tokens.slice(0, index).join(' '), figure: token, rest };
  }
  return { label: text, figure: null, rest: '' };
}

/** The list behind the total: labels with the state of their grant and no amounts. */
function readStatusList(reading: Reading, from: number): { table: BudgetTable; lastLine: number } | null {
  const caption = reading.lines[from];
  if (caption === undefined || !EXPIRY_WORDS.test(caption.text)) return null;
  const rows: Row[] = [];
  let label: TextLine[] = [];
  let status: TextLine[] = [];
  let lastLine = from;
  const close = () => {
    const first = label[0];
    const firstStatus = status[0];
    if (first === undefined || firstStatus === undefined) return;
    const own = takeFootnotes(joinAll(label.map((line) => line.text), reading.evidence));
    const text = joinAll(status.map((line) => line.text), reading.evidence);
    rows.push({ kind: 'component', number: null, label: own.label, cells: [{ kind: 'text', text, position: positionOf(firstStatus) }], footnotes: own.footnotes, level: 0, position: positionOf(first) });
    label = [];
    status = [];
  };
  for (let index = from + 1; index < reading.lines.length; index += 1) {
    const line = lineAt(reading, index);
    const text = line.text.trim();
    const isStatus = label.length > 0 && (GRANT_STATUS.test(text) || (status.length > 0 && line.blankLinesBefore === 0));
    if (isStatus) {
      status.push(line);
      lastLine = index;
      continue;
    }
    close();
    if (label.length >= MAX_LABEL_LINES || text.startsWith('*') || /[.:]$/.test(text)) break;
    label.push(line);
  }
  close();
  if (rows.length === 0) return null;
  return {
    table: { caption: { text: caption.text.trim(), position: positionOf(caption) }, unit: null, priceLevel: null, columns: [{ kind: 'text', header: '' }], rows, position: positionOf(caption) },
    lastLine,
  };
}

function lineAt(reading: Reading, index: number): TextLine {
  const line = reading.lines[index];
  if (line === undefined) throw new Error('A line beyond the document');
  return line;
}
