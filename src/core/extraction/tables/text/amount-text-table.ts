import { type Unread } from '../../../budget/agreement';
import { type PlacedText } from '../../../budget/position';
import { type Column } from '../../../budget/table';
import { totalledGroup } from '../rows/budget-table';
import { type TextLine } from '../../lines/document-text';
import { qualifiedStart } from '../../lines/figures/split-figures';
import { factsOf } from '../../lines/line-facts';
import { isFigure } from '../../lines/figures/printed-figure';
import { type HyphenEvidence, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { startsNote } from '../notes';
import { type RawCell, type RawRow, type RawTable } from '../raw-table';
import { positionOf } from '../../lines/running-text';
import { readPriceLevel, readUnit, withoutPriceLevel } from '../header/stated-unit';
import { EFFECT_HEADING, RECOMMENDATION_HEADER, RECOMMENDATIONS, SECTION_BUDGET_YEAR, TABLE_LINE, TOTAL_IN_HEADER } from '../../vocabulary';

/** How many lines a header may take behind the line that announces the table. */
const MAX_HEADER_LINES = 12;
/** A label, or a remark, takes at most so many lines. */
const MAX_CELL_LINES = 6;
/** A row has at most so many amounts; how many they are is counted over so many lines. */
const MAX_AMOUNTS = 7;
const COUNTED_LINES = 60;
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
  readonly amounts: readonly string[];
  /** The line of the amounts. */
  readonly line: TextLine;
  readonly remark: { readonly text: string; readonly line: TextLine }[];
}

/**
 * Tables of plain text with an amount, or a few, and one remark a row ("13.767 Bør videreføres"), which no header of years announces.
 * Shape: columns are the amount (the row's total), or the years that the header names, and the text. Rows without an amount behind the printed total make a table of their own.
 */
export function findAmountTextTables(lines: readonly TextLine[], evidence: HyphenEvidence): RawTable[] {
  const tables: RawTable[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const header = headerAt(lines, index, evidence);
    if (header === null) continue;
    const read = new RowReader(lines, evidence, usualCount(lines, header.next)).read(header.next);
    const first = lines[header.firstLine];
    if (first === undefined || read.rows.length < 2) continue;
    const unit = readUnit(header.amountHeader);
    const priceLevel = readPriceLevel(header.amountHeader);
    tables.push({
      caption: header.caption,
      unit,
      priceLevel,
      columns: [...amountColumns(header.amountHeader, read.amountCount), { kind: 'text', header: header.textHeader }],
      rows: withNumbers(read.rows),
      unread: read.unread,
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
  const match = factsOf(announcement).opening === 'table' ? TABLE_LINE.exec(announcement.text.trim()) : null;
  if (match === null) return null;
  const caption = (match[1] ?? '').trim();
  let unitAt = -1;
  let end = index + 1;
  for (; end < Math.min(lines.length, index + 1 + MAX_HEADER_LINES); end += 1) {
    const line = lines[end] ?? announcement;
    const { text, header } = factsOf(line);
    if (text.length > MAX_LINE_LENGTH || header !== null || startsNote(line)) return null;
    if (unitAt < 0 && readUnit(text) !== null && amountAt(line) === null) unitAt = end;
    if (unitAt >= 0 && amountAt(lines[end + 1]) !== null) break;
    if (unitAt >= 0 && RECOMMENDATION_HEADER.test(text)) break;
  }
  if (unitAt < 0 || end >= Math.min(lines.length, index + 1 + MAX_HEADER_LINES)) return null;
  const headerTexts = lines.slice(index + 1, unitAt + 1).map((line) => line.text);
  const amountTexts = joinAll(headerTexts, evidence).replace(caption, '').trim();
  const behind = joinAll(lines.slice(unitAt + 1, end + 1).map((line) => line.text), evidence);
  const textHeader = behind === '' ? (RECOMMENDATION_HEADER.exec(amountTexts)?.[0] ?? '') : behind;
  if (!RECOMMENDATION_HEADER.test(textHeader) && !RECOMMENDATION_HEADER.test(amountTexts)) return null;
  return {
    caption: caption === '' ? null : { text: caption, position: positionOf(announcement) },
    firstLine: index,
    amountHeader: amountTexts,
    textHeader,
    next: end + 1,
  };
}

/** The figures of a line with the label before them and the remark behind. */
interface AmountLine {
  readonly label: string;
  readonly amounts: readonly string[];
  readonly remark: string;
}

/** The last `count` figures of a line with the label before them and the remark behind; years in a sentence and counts are none. */
function amountAt(line: Pick<TextLine, 'text'> | undefined, count = 1): AmountLine | null {
  if (line === undefined || line.text.length > MAX_LINE_LENGTH) return null;
  const facts = factsOf(line);
  if (!facts.hasDigit) return null;
  const { tokens } = facts;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index] ?? '';
    if (!isAmount(token)) continue;
    const remark = tokens.slice(index + 1).join(' ');
    if (readUnit(`${token} ${remark}`) !== null) return null;
    if (remark !== '' && (startsSmall(remark) || !/^[\p{L}"”»(–-]/u.test(remark))) return null;
    let start = index;
    while (index + 1 - start < count && (isAmount(tokens[start - 1] ?? '') || isNil(tokens[start - 1] ?? ''))) start -= 1;
    const cell = qualifiedStart(tokens, start);
    const label = tokens.slice(0, cell).join(' ');
    if (/^(?:19|20)\d\d$/.test(token) && (label === '' || !isKnownRemark(remark))) return null;
    return { label, amounts: [tokens.slice(cell, start + 1).join('\u00A0'), ...tokens.slice(start + 1, index + 1)], remark };
  }
  return null;
}

function isAmount(token: string): boolean {
  return isFigure(token) && !token.endsWith('%') && /\d/.test(token);
}

function lastIndexOf(tokens: readonly string[], matches: (token: string) => boolean): number {
  let index = tokens.length - 1;
  while (index >= 0 && !matches(tokens[index] ?? '')) index -= 1;
  return index;
}

function isNil(token: string): boolean {
  return isFigure(token) && !/\d/.test(token);
}

/** How many figures most rows of a table print. */
function usualCount(lines: readonly TextLine[], from: number): number {
  const counts = new Map<number, number>();
  for (const line of lines.slice(from, from + COUNTED_LINES)) {
    if (startsNote(line)) break;
    const amounts = amountAt({ text: trailingDashes(line.text) }, MAX_AMOUNTS)?.amounts.length ?? 0;
    if (amounts > 0) counts.set(amounts, (counts.get(amounts) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** A dash before the remark stands in a column of its own: it counts as a figure. */
function trailingDashes(text: string): string {
  return text.replace(/(\s)[-–](?=\s+\p{Lu})/gu, '$10');
}

/** Rows whose labels are numbered from one on ("1. Gadelys"), with the numbers apart. */
function withNumbers(rows: readonly RawRow[]): RawRow[] {
  let count = 0;
  const numbered = rows.map((row): RawRow => {
    const match = /^(\d{1,3})[.)]\s+(\S.*)$/s.exec(row.label ?? '');
    if (match === null || Number(match[1]) !== count + 1) return row;
    count += 1;
    return { ...row, number: match[1] ?? null, label: match[2] ?? null };
  });
  return count >= 2 && count >= rows.length - 1 ? numbered : [...rows];
}

/** The columns of some amounts: the years that their header names, else one total, else amounts as the header calls them. */
function amountColumns(header: string, count: number): Column[] {
  if (count === 1) return [{ kind: 'total', header }];
  const years = [...new Set(withoutPriceLevel(header).match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])];
  const named = years.map((year): Column => ({ kind: 'year', year: Number(year), basis: null, header: year }));
  if (years.length === count) return named;
  if (years.length === count - 1 && TOTAL_IN_HEADER.test(header)) return [...named, { kind: 'total', header: TOTAL_IN_HEADER.exec(header)?.[0] ?? '' }];
  return Array.from({ length: count }, (): Column => ({ kind: 'amount', header }));
}

function isKnownRemark(text: string): boolean {
  return RECOMMENDATIONS.some((known) => known.pattern.test(text.trim()));
}

class RowReader {
  private readonly rows: RawRow[] = [];
  private label: TextLine[] = [];
  private open: OpenRow | null = null;
  private lastLine = -1;
  private readonly unread: Unread[] = [];

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly evidence: HyphenEvidence,
    private readonly amountCount: number,
  ) {}

  /** The rows from a line on, up to the printed total or to a line that no row can hold. */
  read(from: number): { rows: RawRow[]; lastLine: number; amountCount: number; unread: Unread[] } {
    for (let index = from; index < this.lines.length; index += 1) {
      const line = this.lines[index];
      if (line === undefined || startsNote(line) || line.text.length > MAX_LINE_LENGTH || this.label.length >= MAX_CELL_LINES) break;
      if (EFFECT_HEADING.test(line.text.trim()) || SECTION_BUDGET_YEAR.test(line.text)) break;
      const found = this.amountsOf(line);
      if (found !== null) this.startRow(line, found, index);
      else if (this.open !== null && this.continuesRemark(line, this.lines[index + 1])) {
        this.open.remark.push({ text: line.text, line });
        this.lastLine = index;
      } else this.label.push(line);
    }
    this.closeRow();
    return { rows: this.rows, lastLine: this.lastLine, amountCount: this.amountCount, unread: this.unread };
  }

  /** The figures of a line; a row of fewer figures than the table has columns counts, its figures are reported and not placed. */
  private amountsOf(line: TextLine): AmountLine | null {
    if (this.amountCount === 1) return amountAt(line);
    const { tokens } = factsOf(line);
    const end = lastIndexOf(tokens, (token) => isAmount(token) || isNil(token));
    const isRun = end + 1 >= this.amountCount && tokens.slice(end + 1 - this.amountCount, end + 1).every((token) => isAmount(token) || isNil(token));
    if (!isRun) return amountAt(line);
    const remark = tokens.slice(end + 1).join(' ');
    if (remark !== '' && (startsSmall(remark) || !/^[\p{L}"”»(]/u.test(remark))) return null;
    return { label: tokens.slice(0, end + 1 - this.amountCount).join(' '), amounts: tokens.slice(end + 1 - this.amountCount, end + 1), remark };
  }

  private startRow(line: TextLine, found: AmountLine, index: number): void {
    if (found.label === '' && this.label.length === 0) this.returnAmountToLabel();
    this.closeRow();
    const labelLines = found.label === '' ? this.label : [...this.label, line];
    const labelText = joinAll([...this.label.map((part) => part.text), found.label], this.evidence);
    this.open = { label: labelLines, labelText, amounts: found.amounts, line, remark: found.remark === '' ? [] : [{ text: found.remark, line }] };
    this.label = [];
    this.lastLine = index;
  }

  /** A short whole number without a remark, right above the amount of no label, was a word of the label: "Tilsyn efter § 150" / "776 Politisk", "Kurser i 98" / "kommuner" / "1.250 Politisk". */
  private returnAmountToLabel(): void {
    if (this.open === null || this.amountCount !== 1) return;
    const { label, amounts, line, remark } = this.open;
    const isWord = /^\d{1,3}$/.test(amounts[0] ?? '') && remark.every((part) => startsSmall(part.text) && part.line.blankLinesBefore === 0);
    if (!isWord || label.at(-1) !== line) return;
    this.label = [...label, ...remark.map((part) => part.line)];
    this.open = null;
  }

  /** A remark goes on while it is open, or starts on the line below its amount; a total needs none. */
  private continuesRemark(line: TextLine, next: TextLine | undefined): boolean {
    const said = this.open?.remark.map((part) => part.text) ?? [];
    if (this.label.length > 0 || said.length >= MAX_CELL_LINES) return false;
    const joined = joinAll(said, this.evidence);
    if (joined.endsWith('-')) return true;
    if (isKnownRemark(joined)) return false;
    const isTotal = totalledGroup(this.open?.labelText ?? '') !== null;
    if (said.length === 0) return (line.blankLinesBefore === 0 && !isTotal) || isKnownRemark(line.text) || isKnownRemark(joinAll([line.text, next?.text ?? ''], this.evidence));
    return isOpenEnded(joined) || (startsSmall(line.text) && line.blankLinesBefore === 0);
  }

  private closeRow(): void {
    if (this.open === null) return;
    const { label, labelText, amounts, line, remark } = this.open;
    const first = label[0] ?? line;
    const isWhole = amounts.length === this.amountCount;
    if (!isWhole) this.unread.push({ text: [labelText, ...amounts].join(' ').trim(), reason: 'cell-count', position: positionOf(line) });
    const cells = Array.from({ length: this.amountCount }, (_, index): RawCell | null => (isWhole ? { text: amounts[index] ?? '', position: positionOf(line), marks: [] } : null));
    const said = remark[0];
    this.rows.push({
      number: null,
      label: labelText === '' ? null : labelText,
      cells: [...cells, said === undefined ? null : { text: joinAll(remark.map((part) => part.text), this.evidence), position: positionOf(said.line), marks: [] }],
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
  const lineCount = blocks.reduce((sum, block) => sum + block.length, 0);
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
  return {
    caption: { text: joinAll(heading.map((line) => line.text), evidence), position: positionOf(first) },
    columns: [{ kind: 'text', header: textHeader }],
    rows,
    unread: [],
    position: positionOf(first),
    firstLine: from,
    lastLine: from + lineCount - 1,
  };
}

/** Lines up to a note or a section, in blocks parted by more empty lines than stand between the lines of a block. */
function remarkBlocks(lines: readonly TextLine[], from: number): TextLine[][] {
  const blocks: TextLine[][] = [];
  const tight = tightLines(lines, from);
  if (tight !== null) return repeatedBlocks(tight);
  const gap = Math.min(...lines.slice(from, from + COUNTED_LINES).map((line) => line.blankLinesBefore).filter((blanks) => blanks > 0), MAX_CELL_LINES);
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || startsNote(line) || line.cells !== null || line.text.length > MAX_LINE_LENGTH) break;
    if (SECTION_BUDGET_YEAR.test(line.text) || EFFECT_HEADING.test(line.text.trim())) return [];
    const block = blocks[blocks.length - 1];
    const isSecond = blocks.length === 1 && line.blankLinesBefore > 0;
    if (block === undefined || isSecond || line.blankLinesBefore > gap) blocks.push([line]);
    else block.push(line);
    if ((blocks[blocks.length - 1]?.length ?? 0) > 2 * MAX_CELL_LINES) return [];
  }
  return blocks;
}

/** The lines up to a note or a section where no empty line parts any of them; null where one does. */
function tightLines(lines: readonly TextLine[], from: number): TextLine[] | null {
  let end = from;
  while (end < lines.length && end - from < COUNTED_LINES) {
    const line = lines[end];
    if (line === undefined || startsNote(line) || line.cells !== null || line.text.length > MAX_LINE_LENGTH) break;
    if (SECTION_BUDGET_YEAR.test(line.text) || EFFECT_HEADING.test(line.text.trim())) break;
    if (end > from && line.blankLinesBefore > 0) return null;
    end += 1;
  }
  return lines.slice(from, end);
}

/** The same where no empty line parts the blocks: each ends with the lines that come again and again. The first block is the heading, as far as it goes on. */
function repeatedBlocks(lines: readonly TextLine[]): TextLine[][] {
  const texts = lines.map((line) => line.text.trim());
  const last = texts.find((text, index) => index > 1 && texts.indexOf(text) === index && texts.lastIndexOf(text) > index);
  const lastOfRemark = last === undefined ? undefined : lastLineOfRun(texts, texts.indexOf(last));
  const ends = texts.flatMap((text, index) => (text === lastOfRemark ? [index] : []));
  let head = 1;
  while (head < lines.length && (isOpenEnded(texts[head - 1] ?? '') || startsSmall(texts[head] ?? ''))) head += 1;
  if (ends.length < 2 || (ends[0] ?? 0) <= head) return [];
  return [lines.slice(0, head), ...ends.map((end, index) => lines.slice(index === 0 ? head : (ends[index - 1] ?? 0) + 1, end + 1))];
}

/** The text of the last line up to which what stands from a line on comes again word for word. */
function lastLineOfRun(texts: readonly string[], start: number): string | undefined {
  const again = texts.indexOf(texts[start] ?? '', start + 1);
  let length = 1;
  while (start + length < again && texts[start + length] === texts[again + length]) length += 1;
  return texts[start + length - 1];
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
