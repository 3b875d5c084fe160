import { type PlacedText } from '../budget/position';
import { type TextLine } from './document-text';
import { isFigure, tokenize } from './figures';
import { type HyphenEvidence, isOpenEnded, joinAll, startsSmall } from './join-lines';
import { startsNote } from './notes';
import { type RawCell, type RawRow, type RawTable } from './raw-table';
import { positionOf } from './running-text';
import { readHeaderLine, readPriceLevel, readUnit } from './table-header';
import { EFFECT_HEADING, RECOMMENDATION_HEADER, RECOMMENDATIONS, SECTION_BUDGET_YEAR, TABLE_LINE } from './vocabulary';

/** How many lines a header may take behind the line that announces the table. */
const MAX_HEADER_LINES = 12;
/** A label, or a remark, takes at most so many lines. */
const MAX_CELL_LINES = 6;
/** A line of running text is longer than any line of such a table. */
const MAX_LINE_LENGTH = 110;

/** Where a table of one amount and one remark a row starts: header cells, unit, first row. */
interface AmountTextHeader {
  readonly caption: PlacedText | null;
  readonly firstLine: number;
  readonly amountHeader: string;
  readonly textHeader: string;
  readonly next: number;
}

/** A row being read. */
interface OpenRow {
  readonly label: readonly TextLine[];
  readonly labelText: string;
  readonly amount: { readonly text: string; readonly line: TextLine };
  readonly remark: { readonly text: string; readonly line: TextLine }[];
}

/**
 * Tables of plain text with one amount and one remark a row ("13.767 Bør videreføres"), which no header of years announces.
 * Shape: columns are the amount (the row's total) and the text. Rows without an amount behind the printed total make a table of their own.
 */
export function findAmountTextTables(lines: readonly TextLine[], evidence: HyphenEvidence): RawTable[] {
  const tables: RawTable[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const header = headerAt(lines, index, evidence);
    if (header === null) continue;
    const read = new RowReader(lines, evidence).read(header.next);
    const first = lines[header.firstLine];
    if (first === undefined || read.rows.length < 2) continue;
    const unit = readUnit(header.amountHeader);
    const priceLevel = readPriceLevel(header.amountHeader);
    tables.push({
      caption: header.caption,
      unit,
      priceLevel,
      columns: [
        { kind: 'total', header: header.amountHeader },
        { kind: 'text', header: header.textHeader },
      ],
      rows: read.rows,
      unread: [],
      position: positionOf(first),
      firstLine: header.firstLine,
      lastLine: read.lastLine,
    });
    const rest = readRemarkTable(lines, read.lastLine + 1, header.textHeader, evidence);
    if (rest !== null) tables.push({ ...rest, unit, priceLevel });
    index = rest?.lastLine ?? read.lastLine;
  }
  return tables;
}

/** The header under a table line: one column of amounts with its unit, then one of remarks; no years. */
function headerAt(lines: readonly TextLine[], index: number, evidence: HyphenEvidence): AmountTextHeader | null {
  const announcement = lines[index];
  if (announcement === undefined || announcement.cells !== null) return null;
  const match = TABLE_LINE.exec(announcement.text.trim());
  if (match === null) return null;
  const caption = (match[1] ?? '').trim();
  let unitAt = -1;
  let end = index + 1;
  for (; end < Math.min(lines.length, index + 1 + MAX_HEADER_LINES); end += 1) {
    const text = lines[end]?.text.trim() ?? '';
    if (text.length > MAX_LINE_LENGTH || readHeaderLine(text) !== null || startsNote(lines[end] ?? announcement)) return null;
    if (unitAt < 0 && readUnit(text) !== null && amountAt(text) === null) unitAt = end;
    if (unitAt >= 0 && amountAt(lines[end + 1]?.text ?? '') !== null) break;
    if (unitAt >= 0 && RECOMMENDATION_HEADER.test(text)) break;
  }
  if (unitAt < 0 || end >= Math.min(lines.length, index + 1 + MAX_HEADER_LINES)) return null;
  const headerTexts = lines.slice(index + 1, unitAt + 1).map((line) => line.text);
  const amountTexts = joinAll(headerTexts, evidence).replace(caption, '').trim();
  const textHeader = joinAll(lines.slice(unitAt + 1, end + 1).map((line) => line.text), evidence);
  if (!RECOMMENDATION_HEADER.test(textHeader) && !RECOMMENDATION_HEADER.test(amountTexts)) return null;
  return {
    caption: caption === '' ? null : { text: caption, position: positionOf(announcement) },
    firstLine: index,
    amountHeader: amountTexts,
    textHeader,
    next: end + 1,
  };
}

/** The amount of a line with the label before it and the remark behind; years in a sentence and counts are none. */
function amountAt(text: string): { label: string; amount: string; remark: string } | null {
  if (text.length > MAX_LINE_LENGTH) return null;
  const tokens = tokenize(text.trim());
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index] ?? '';
    if (!isFigure(token) || token.endsWith('%') || !/\d/.test(token)) continue;
    const remark = tokens.slice(index + 1).join(' ');
    if (readUnit(`${token} ${remark}`) !== null) return null;
    if (remark !== '' && (startsSmall(remark) || !/^[\p{L}"”»(–-]/u.test(remark))) return null;
    const label = tokens.slice(0, index).join(' ');
    if (/^(?:19|20)\d\d$/.test(token) && (label === '' || !isKnownRemark(remark))) return null;
    return { label, amount: token, remark };
  }
  return null;
}

function isKnownRemark(text: string): boolean {
  return RECOMMENDATIONS.some((known) => known.pattern.test(text.trim()));
}

class RowReader {
  private readonly rows: RawRow[] = [];
  private label: TextLine[] = [];
  private open: OpenRow | null = null;
  private lastLine = -1;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly evidence: HyphenEvidence,
  ) {}

  /** The rows from a line on, up to the printed total or to a line that no row can hold. */
  read(from: number): { rows: RawRow[]; lastLine: number } {
    for (let index = from; index < this.lines.length; index += 1) {
      const line = this.lines[index];
      if (line === undefined || startsNote(line) || line.text.length > MAX_LINE_LENGTH || this.label.length >= MAX_CELL_LINES) break;
      if (EFFECT_HEADING.test(line.text.trim()) || SECTION_BUDGET_YEAR.test(line.text)) break;
      const found = amountAt(line.text);
      if (found !== null) this.startRow(line, found, index);
      else if (this.open !== null && this.continuesRemark(line)) {
        this.open.remark.push({ text: line.text, line });
        this.lastLine = index;
      } else this.label.push(line);
    }
    this.closeRow();
    return { rows: this.rows, lastLine: this.lastLine };
  }

  private startRow(line: TextLine, found: { label: string; amount: string; remark: string }, index: number): void {
    this.closeRow();
    const labelLines = found.label === '' ? this.label : [...this.label, line];
    const labelText = joinAll([...this.label.map((part) => part.text), found.label], this.evidence);
    this.open = { label: labelLines, labelText, amount: { text: found.amount, line }, remark: found.remark === '' ? [] : [{ text: found.remark, line }] };
    this.label = [];
    this.lastLine = index;
  }

  /** A remark goes on while it is open, or starts on the line below its amount. */
  private continuesRemark(line: TextLine): boolean {
    const said = this.open?.remark.map((part) => part.text) ?? [];
    if (this.label.length > 0 || said.length >= MAX_CELL_LINES) return false;
    const joined = joinAll(said, this.evidence);
    if (isKnownRemark(joined)) return false;
    if (said.length === 0) return line.blankLinesBefore === 0 || isKnownRemark(line.text) || isKnownRemark(joinAll([line.text, this.lines[this.lines.indexOf(line) + 1]?.text ?? ''], this.evidence));
    return isOpenEnded(joined) || (startsSmall(line.text) && line.blankLinesBefore === 0);
  }

  private closeRow(): void {
    if (this.open === null) return;
    const { label, labelText, amount, remark } = this.open;
    const first = label[0] ?? amount.line;
    const cell: RawCell = { text: amount.text, position: positionOf(amount.line), marks: [] };
    const said = remark[0];
    this.rows.push({
      number: null,
      label: labelText === '' ? null : labelText,
      cells: [cell, said === undefined ? null : { text: joinAll(remark.map((part) => part.text), this.evidence), position: positionOf(said.line), marks: [] }],
      position: positionOf(first),
    });
    this.open = null;
  }
}

/**
 * Rows of a label and a remark without any amount, as printed under the total of the table above: a heading line, then blocks parted by empty lines.
 * The remark is what the blocks end in alike.
 */
function readRemarkTable(lines: readonly TextLine[], from: number, textHeader: string, evidence: HyphenEvidence): Omit<RawTable, 'unit' | 'priceLevel'> | null {
  const blocks = remarkBlocks(lines, from);
  const heading = blocks.shift();
  const first = heading?.[0];
  if (first === undefined || heading === undefined || heading.length > 2 || blocks.length < 2) return null;
  const remarkLength = sharedTail(blocks);
  if (remarkLength === 0) return null;
  const rows = blocks.map((block): RawRow => {
    const label = block.slice(0, block.length - remarkLength);
    const remark = block.slice(block.length - remarkLength);
    const [labelLine, remarkLine] = [label[0] ?? first, remark[0] ?? first];
    return {
      number: null,
      label: joinAll(label.map((line) => line.text), evidence),
      cells: [{ text: joinAll(remark.map((line) => line.text), evidence), position: positionOf(remarkLine), marks: [] }],
      position: positionOf(labelLine),
    };
  });
  const last = blocks[blocks.length - 1]?.at(-1) ?? first;
  return {
    caption: { text: joinAll(heading.map((line) => line.text), evidence), position: positionOf(first) },
    columns: [{ kind: 'text', header: textHeader }],
    rows,
    unread: [],
    position: positionOf(first),
    firstLine: from,
    lastLine: lines.indexOf(last),
  };
}

/** Lines up to a note or a section, in blocks parted by more than one empty line. */
function remarkBlocks(lines: readonly TextLine[], from: number): TextLine[][] {
  const blocks: TextLine[][] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || startsNote(line) || line.cells !== null || line.text.length > MAX_LINE_LENGTH) break;
    if (SECTION_BUDGET_YEAR.test(line.text) || EFFECT_HEADING.test(line.text.trim())) return [];
    const block = blocks[blocks.length - 1];
    const isSecond = blocks.length === 1 && line.blankLinesBefore > 0;
    if (block === undefined || isSecond || line.blankLinesBefore > 1) blocks.push([line]);
    else block.push(line);
    if ((blocks[blocks.length - 1]?.length ?? 0) > 2 * MAX_CELL_LINES) return [];
  }
  return blocks;
}

/** How many last lines all blocks share, leaving each a label. */
function sharedTail(blocks: readonly (readonly TextLine[])[]): number {
  let count = 0;
  for (;;) {
    const texts = new Set(blocks.map((block) => (block.length > count + 1 ? block[block.length - 1 - count]?.text.trim() : undefined)));
    if (texts.size !== 1 || texts.has(undefined)) return count;
    count += 1;
  }
}
