import { type Unread } from '../../../budget/agreement';
import { type PlacedText } from '../../../budget/position';
import { type Column } from '../../../budget/table';
import { type Unit } from '../../../money/unit';
import { readColumnUnits } from '../header/column-units';
import { type TextLine } from '../../lines/document-text';
import { splitFigures } from '../../lines/figures/split-figures';
import { factsOf } from '../../lines/line-facts';
import { endsIn, type HyphenEvidence, joinAll } from '../../lines/join-lines';
import { type RawTable } from '../raw-table';
import { positionOf } from '../../lines/running-text';
import { areCounts, asTexts, isPeriodText, isTotalWord } from '../header/column-words';
import { readPriceLevel, readUnit } from '../header/stated-unit';
import { readBasisLine, readColumns, readHeaderLine, readLoneYear, type TableHeader } from '../header/table-header';
import { printsDecimals } from './row-figures/label-numbers';
import { readNamedHeader, withNamesAbove } from './named-header';
import { TextRowReader } from './text-row-reader';
import { withUnitColumn } from './unit-column';
import { withUnnamedColumn } from './unnamed-column';
import { readWordedRow } from './row-figures/worded-row';
import { ANNEX_HEADING, CONTINUED_HEAD, CRITERIA_PARAGRAPH, TABLE_LINE, UNIT_NOTE } from '../../vocabulary';

/** How many lines a caption may stand above its header. */
const MAX_CAPTION_LINES = 4;
/** How many lines under a table may state its unit. */
const LINES_BELOW = 2;
/** A line longer than this heads nothing. */
const MAX_HEADING_LENGTH = 60;
/** A header of named columns is shorter than this. */
const MAX_NAMED_HEADER_LENGTH = 120;
/** How often a header may come again before the first row: one that heads nothing is not looked through to the end of the document. */
const MAX_HEADERS_WITHOUT_ROWS = 3;
/** So many empty lines stand above a heading and between no rows. */
const BLANKS_BEFORE_HEADING = 2;
/** So many lines under a header tell how many figures its rows have. */
const MOST_ROWS_COUNTED = 40;
/** So many lines under a header of one year are looked at for two rows. */
const LINES_OF_ROWS = 8;
/** How many lines a header may take. */
const MAX_HEADER_LINES = 12;

/**
 * Every table of plain text: found by its header of years, its rows by the figures at the right end of their lines.
 * `limits` are line indexes where a table must have ended (the start of the next sheet).
 */
export function findTextTables(lines: readonly TextLine[], evidence: HyphenEvidence, limits: readonly number[] = []): RawTable[] {
  const tables: RawTable[] = [];
  let index = 0;
  let limit = 0;
  while (index < lines.length) {
    const header = headerAt(lines, index);
    if (header === null) {
      index += 1;
      continue;
    }
    while (limit < limits.length && (limits[limit] ?? 0) <= index) limit += 1;
    const table = readTable(lines, index, header, limits[limit] ?? lines.length, tables[tables.length - 1]?.lastLine ?? -1, evidence);
    if (table === null) {
      index += 1;
      continue;
    }
    tables.push(table);
    index = table.lastLine + 1;
  }
  return tables;
}

/** A header with the index of the first line behind it. */
interface PlacedHeader extends TableHeader {
  readonly next: number;
}

function headerAt(lines: readonly TextLine[], index: number): PlacedHeader | null {
  const line = lines[index];
  if (line === undefined || line.role !== 'body' || line.cells !== null) return null;
  const own = factsOf(line).header;
  const basis = own === null ? readBasisLine(line.text) : null;
  const first = own ?? (basis === null ? null : headerOf(lines[index + 1]));
  if (first === null) return basis === null ? (columnHeaderAt(lines, index) ?? namedHeaderAt(lines, index) ?? loneYearAt(lines, index)) : null;
  const start = basis === null ? index : index + 1;
  if (basis === null) return extendHeader(lines, start, first);
  const stated = { ...first, unit: first.unit ?? readUnit(line.text), priceLevel: first.priceLevel ?? readPriceLevel(line.text) };
  return extendHeader(lines, start, withBasis(stated, basis));
}

/** A header of amounts without years ("1.000 kr. Ansøgt Bevilget"), under the line that announces the table or with a unit of its own, and over two rows of as many figures. */
function namedHeaderAt(lines: readonly TextLine[], index: number): PlacedHeader | null {
  const text = lines[index]?.text ?? '';
  const count = figuresAt(lines, index + 1);
  if (count < 2 || figuresAt(lines, index + 2) !== count || text.length > MAX_NAMED_HEADER_LENGTH) return null;
  if (lines.slice(index + 1, index + 3).some((line) => factsOf(line).row.label === '')) return null;
  const isAnnounced = lines.slice(Math.max(0, index - MAX_CAPTION_LINES), index).some((line) => factsOf(line).opening === 'table');
  const hasUnit = readUnit(text) !== null || readUnit(headingOf(lines[index - 1]?.text.replace(/kr\.$/i, 'kr') ?? '')) !== null;
  if (!isAnnounced && !hasUnit) return null;
  const header = readNamedHeader(text, count);
  return header === null ? null : { ...header, next: index + 1 };
}

/** A header of one year without a unit, under the line that announces the table or states its unit, and over rows of figures. */
function loneYearAt(lines: readonly TextLine[], index: number): PlacedHeader | null {
  const header = readLoneYear(lines[index]?.text.trim() ?? '');
  if (header === null) return null;
  const above = lines.slice(Math.max(0, index - MAX_CAPTION_LINES), index);
  const isAnnounced = above.some((line) => factsOf(line).opening === 'table' || isUnitLine(line.text.trim()));
  const rows = lines.slice(index + 1, index + 1 + LINES_OF_ROWS).filter((line) => factsOf(line).row.figures.length > 0 || readWordedRow(line, header.columns) !== null);
  return isAnnounced && rows.length >= 2 ? { ...header, next: index + 1 } : null;
}

/** How many figures a line ends in; 0 where there is no line. */
function figuresAt(lines: readonly TextLine[], index: number): number {
  const line = lines[index];
  return line === undefined ? 0 : factsOf(line).row.figures.length;
}

function headerOf(line: TextLine | undefined): TableHeader | null {
  return line === undefined ? null : factsOf(line).header;
}

/** A header whose columns stand below each other, one or a few a line. */
function columnHeaderAt(lines: readonly TextLine[], index: number): PlacedHeader | null {
  const line = lines[index];
  const columns = line === undefined || !factsOf(line).hasDigit ? null : readColumns(line.text);
  if (columns?.some((column) => column.kind === 'year') !== true) return null;
  const header = extendHeader(lines, index, { columns, unit: null, priceLevel: null, hasNumberColumn: false, lead: '' });
  return header.columns.filter((column) => column.kind === 'year').length >= 2 ? header : null;
}

function withBasis(header: TableHeader, basis: readonly string[]): TableHeader {
  const years = header.columns.filter((column) => column.kind === 'year');
  if (years.length !== basis.length) return header;
  let next = 0;
  const columns = header.columns.map((column): Column => {
    if (column.kind !== 'year') return column;
    const word = basis[next] ?? '';
    next += 1;
    return { ...column, basis: word, header: `${word} ${column.header}` };
  });
  return { ...header, columns };
}

/** Header lines behind the first: "I alt" and its period on lines of their own, the unit, the basis of the years. */
function extendHeader(lines: readonly TextLine[], start: number, header: TableHeader): PlacedHeader {
  let result = header;
  let index = start + 1;
  while (index < lines.length && index - start < MAX_HEADER_LINES) {
    const text = lines[index]?.text.trim() ?? '';
    const hasTotal = result.columns.some((column) => column.kind === 'total');
    const basis = readBasisLine(text);
    const more = readColumns(text);
    if (isTotalWord(text) && !hasTotal) result = { ...result, columns: [...result.columns, { kind: 'total', header: text }] };
    else if (isPeriodText(text) && hasTotal) result = { ...result, columns: result.columns.map((column) => (column.kind === 'total' ? { ...column, header: `${column.header} ${text}` } : column)) };
    else if (basis !== null && basis.join(' ') === text) result = withBasis(result, basis);
    else if (more !== null && canFollow(result.columns, more)) result = { ...result, columns: [...result.columns, ...more] };
    else if (isUnitLine(text)) result = { ...result, unit: result.unit ?? readUnit(text), priceLevel: result.priceLevel ?? readPriceLevel(text) };
    else break;
    index += 1;
  }
  return { ...result, next: index };
}

/** Whether more years go on where a header's years ended. */
function canFollow(columns: readonly Column[], more: readonly Column[]): boolean {
  const years = more.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
  const last = columns.flatMap((column) => (column.kind === 'year' ? [column.year] : [])).at(-1);
  return columns.at(-1)?.kind === 'year' && last !== undefined && years[0] === last + 1;
}

/** A line that states the unit and nothing else: "Mio. kr., 2026-pl". */
function isUnitLine(text: string): boolean {
  return text.length < 40 && splitFigures(text).figures.length === 0 && readHeaderLine(text) === null && readUnit(text) !== null && /^\(?(?:i\s+)?(?:mio|mia|mill|kr|t\.?kr|1[.,]000|dkk|hele|tusind)/i.test(text);
}

function readTable(lines: readonly TextLine[], headerIndex: number, header: PlacedHeader, limit: number, previousEnd: number, evidence: HyphenEvidence): RawTable | null {
  const figures = figuresBelow(lines, header, limit);
  const named = withNamesAbove(header.columns, lines[headerIndex - 1]?.text ?? '');
  const columns = withUnnamedColumn({ ...header, columns: named }, figures);
  const reader = new TextRowReader(columns, header.hasNumberColumn, isSpaced(lines, header.next, limit), printsDecimals(figures, columns.length), evidence);
  let index = header.next;
  let headers = 0;
  while (index < limit) {
    const line = lines[index];
    const again = line === undefined ? null : (repeatedHeader(lines, index) ?? continuedHeader(lines, index, header));
    if (again !== null && !isSameHeader(again, header)) break;
    if (again !== null) {
      headers += 1;
      if (headers > MAX_HEADERS_WITHOUT_ROWS && !reader.hasRows()) break;
      index = again.next;
      continue;
    }
    if (reader.hasRows() && isHeadingOfNext(lines, index)) break;
    if (line === undefined || (line.role === 'body' && (isTableEnd(line, lines, index) || !reader.accept(line, index)))) break;
    index += 1;
  }
  const read = reader.finish();
  if (read.rows.length === 0 || read.lastLine <= headerIndex) return null;
  const parted = withUnitColumn(header.lead, columns, read.rows);
  const caption = findCaption(lines, headerIndex, previousEnd, evidence);
  const headerLine = lines[headerIndex];
  if (headerLine === undefined) return null;
  const above = lines.slice(Math.max(previousEnd + 1, headerIndex - MAX_CAPTION_LINES), headerIndex).map((line) => line.text);
  const shared = { caption: caption.text, rows: parted.rows, unread: read.unread, position: positionOf(headerLine), firstLine: caption.firstLine, lastLine: read.lastLine };
  const lead = columns === named ? header.lead : '';
  if (areCounts([lead, caption.text?.text ?? '', headingOf(above.at(-1)?.replace(/kr\.$/i, 'kr') ?? '')])) return { ...shared, unit: null, priceLevel: null, columns: asTexts(parted.columns) };
  const forAll = parted.columns.some((column) => readUnit(column.header) !== null) ? readUnit(header.lead) : header.unit;
  const { unit, columns: inUnits, units, unknown } = readColumnUnits(parted.columns, forAll ?? statedAbove(above, readUnit) ?? statedBelow(lines, read.lastLine));
  return {
    ...shared,
    unread: [...read.unread, ...unknown.map((text): Unread => ({ text, reason: 'unit-missing', position: shared.position }))],
    unit,
    units,
    priceLevel: header.priceLevel ?? statedAbove(above, readPriceLevel),
    columns: inUnits,
  };
}

/** Whether a line right above a header, the table's own or another, is the heading of what the header starts: it names an annex, or stands apart as no row does. */
function isHeadingOfNext(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.text.length > MAX_HEADING_LENGTH) return false;
  const isHeading = line.blankLinesBefore >= BLANKS_BEFORE_HEADING || ANNEX_HEADING.test(line.text.trim());
  return isHeading && repeatedHeader(lines, index + 1) !== null && splitFigures(line.text).figures.length === 0;
}

/** A line above a table that can be part of its heading; no words of running text. */
function headingOf(text: string): string {
  return text.trim().length < MAX_HEADING_LENGTH && !endsIn(text.trim(), '.;:') ? text : '';
}

/** A header in the body of a table: its own again on a new page, or that of the next table. */
function repeatedHeader(lines: readonly TextLine[], index: number): PlacedHeader | null {
  const header = headerOf(lines[index]);
  return header === null || header.columns.length < 2 ? null : extendHeader(lines, index, header);
}

/** The header that stands again under a line that says that the table goes on ("Tabel 1 (fortsat)", perhaps with its caption); without one the rows go on behind that line. */
function continuedHeader(lines: readonly TextLine[], index: number, header: PlacedHeader): PlacedHeader | null {
  const text = lines[index]?.text.trim() ?? '';
  if (text.length > MAX_NAMED_HEADER_LENGTH || !CONTINUED_HEAD.test(text) || !TABLE_LINE.test(text)) return null;
  for (let at = index + 1; at <= index + MAX_CAPTION_LINES; at += 1) {
    const again = repeatedHeader(lines, at);
    if (again !== null) return again;
  }
  return { ...header, next: index + 1 };
}

function isSameHeader(one: TableHeader, other: TableHeader): boolean {
  const names = (header: TableHeader) => header.columns.map((column) => column.header).join('|');
  return names(one) === names(other);
}

function statedAbove<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const text = texts[index] ?? '';
    const value = text.length < 160 && !endsIn(text.replace(/kr\.$/i, ''), '.;') ? read(text) : null;
    if (value !== null) return value;
  }
  return null;
}

/** The unit that the line under a table states and nothing else, or its note: "Anm.: Beløb i 1.000 kr.". */
function statedBelow(lines: readonly TextLine[], lastLine: number): Unit | null {
  for (const line of lines.slice(lastLine + 1, lastLine + 1 + LINES_BELOW)) {
    const text = line.text.trim();
    if (isUnitLine(text) || UNIT_NOTE.test(text)) return readUnit(text);
  }
  return null;
}

/** The figures of the rows under a header, as far as its table can reach. */
function figuresBelow(lines: readonly TextLine[], header: PlacedHeader, limit: number): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let index = header.next; index < Math.min(limit, header.next + MOST_ROWS_COUNTED); index += 1) {
    const line = lines[index];
    if (line === undefined || isTableEnd(line, lines, index)) break;
    rows.push(factsOf(line).row.figures);
  }
  return rows;
}

/** Whether rows are parted by empty lines: then an empty line before figures means nothing, and one between two labels means a heading. */
function isSpaced(lines: readonly TextLine[], from: number, limit: number): boolean {
  let spaced = 0;
  let tight = 0;
  for (let index = from; index < Math.min(limit, from + 12); index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (factsOf(line).row.figures.length < 2) continue;
    if (line.blankLinesBefore > 0) spaced += 1;
    else tight += 1;
  }
  return spaced > tight;
}

/** Whether a line under a table is not one of its rows. */
export function isTableEnd(line: TextLine, lines: readonly TextLine[], index: number): boolean {
  const { text, opening, row } = factsOf(line);
  if (opening !== null && (opening !== 'mark' || row.figures.length < 2)) return true;
  if (line.isPageStart && CRITERIA_PARAGRAPH.test(text)) return true;
  const next = lines[index + 1];
  return endsIn(text, '.!?') && text.length > 70 && row.figures.length === 0 && (next === undefined || factsOf(next).row.label !== '');
}

/** The caption: the lines between "Tabel 1" and the header, or the rest of that line. */
function findCaption(lines: readonly TextLine[], headerIndex: number, previousEnd: number, evidence: HyphenEvidence): { text: PlacedText | null; firstLine: number } {
  for (let index = headerIndex - 1; index > previousEnd && index >= headerIndex - MAX_CAPTION_LINES; index -= 1) {
    const line = lines[index];
    if (line === undefined) break;
    const match = factsOf(line).opening === 'table' ? TABLE_LINE.exec(line.text.trim()) : null;
    if (match === null) continue;
    const parts = [...((match[1] ?? '') === '' ? [] : [{ line, text: match[1] ?? '' }]), ...captionLines(lines.slice(index + 1, headerIndex).filter((one) => headerOf(one) === null), (match[1] ?? '') !== '').map((captionLine) => ({ line: captionLine, text: captionLine.text }))];
    const first = parts[0];
    const text = joinAll(parts.map((part) => part.text), evidence);
    return { text: first === undefined || text === '' ? null : { text, position: positionOf(first.line) }, firstLine: index };
  }
  return { text: null, firstLine: headerIndex };
}

/** The lines of a caption: up to the unit, or behind it where it comes first. */
function captionLines(lines: readonly TextLine[], hasBegun: boolean): readonly TextLine[] {
  const unit = lines.findIndex((line) => isUnitLine(line.text.trim()));
  if (unit < 0) return lines;
  return unit > 0 || hasBegun ? lines.slice(0, unit) : lines.slice(1);
}
