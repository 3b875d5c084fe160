import { type Unread } from '../../../budget/agreement';
import { type Column, type YearSpan } from '../../../budget/table';
import { readColumnUnits } from '../header/column-units';
import { type TextLine } from '../../lines/document-text';
import { isRowNumber } from '../../lines/figures/split-figures';
import { cellAt, type Grid, type GridCell, type GridRow, isFigureText, isYearText, textAt, withoutEmptyColumns } from './grid';
import { type GridColumn, readGridColumns } from './grid-columns';
import { withUnitsInFigures } from './unit-cells';
import { type HyphenEvidence, joinAll } from '../../lines/join-lines';
import { type RawCell, type RawRow, type RawTable } from '../raw-table';
import { positionOf } from '../../lines/running-text';
import { areCounts, asTexts } from '../header/column-words';
import { readPriceLevel, readUnit } from '../header/stated-unit';
import { findTableCaption, statedAround } from '../table-surroundings';
import { NUMBER_COLUMN, QUALIFIER_BEHIND, UNIT_ROW } from '../../vocabulary';

/** What a grid is read with: the lines around it and the end of the table before. */
export interface GridContext {
  readonly lines: readonly TextLine[];
  readonly previousEnd: number;
  readonly evidence: HyphenEvidence;
}

/**
 * A grid as a table of amounts: header rows, columns, labels, figures.
 * Shape: null when the grid holds no figures of money (a form's fields, a list); such a grid stays running text.
 * Errors: figures in columns that cannot be told apart are reported as 'table-not-understood', row by row, and make no rows; a header that leaves one of several
 * columns of figures without a name is reported so too.
 */
export function readGrid(printed: Grid, context: GridContext): RawTable | null {
  const grid = withoutEmptyColumns(withUnitsInFigures(printed));
  const headerRows = countHeaderRows(grid);
  const printedHeader = grid.rows.slice(0, headerRows);
  const outdone = outdoneHeaders(printedHeader);
  const header = printedHeader.filter((row) => !outdone.includes(row));
  const body = grid.rows.slice(headerRows).filter((row) => !isRepeatedHeader(row, header));
  const columns = withMergedYears(readGridColumns(grid.columnCount, header, body, context.evidence), body);
  const amounts = columns.filter((column) => column.role === 'amount');
  const firstRow = grid.rows[0];
  const first = amounts[0];
  if (firstRow === undefined || first === undefined || body.length === 0 || !body.some((row) => amounts.some((column) => isFigureText(textAt(row, column.index))))) return null;
  const caption = findTableCaption(context.lines, grid.firstLine, context.previousEnd, context.evidence) ?? spanningCaption(header, grid.columnCount, context.evidence);
  const texts = [...columns.map((column) => column.header), caption?.text ?? ''];
  const around = statedAround(context.lines, context.previousEnd, grid.firstLine, grid.lastLine);
  const kept = columns.filter((column): column is GridColumn & { column: Column } => column.column !== null);
  const statedForAll = firstStated([...columns.slice(0, columns.indexOf(first)).map((column) => column.header), caption?.text ?? ''], readUnit) ?? around.unit;
  const { unit, columns: read, units, unknown } = readColumnUnits(kept.map(({ column }) => column), statedForAll);
  const priceLevel = firstStated(texts, readPriceLevel) ?? around.priceLevel;
  if (unit === null && amounts.length === 1 && first.column?.kind !== 'year' && headerRows === 0 && caption === null) return null;
  const shared = { caption, unit, priceLevel, position: positionOf(firstRow.line), firstLine: captionLine(context, grid, caption), lastLine: grid.lastLine };
  if (amounts.length > 1 && amounts.every(({ header: name, column }) => name === first.header && (name === '' || column?.kind === 'amount'))) {
    return { ...shared, columns: [], rows: [], unread: body.map(notUnderstood) };
  }
  const rows = body.flatMap((row, index) => readRow(row, columns, kept, body[index + 1]));
  const label = columns.find((column) => column.role === 'label')?.header ?? '';
  if (areCounts([label, caption?.text ?? ''])) return { ...shared, unit: null, priceLevel: null, columns: asTexts(read), rows, unread: [] };
  const unnamed = amounts.length > 1 && amounts.some((column) => column.header === '') ? header.slice(-1).map(notUnderstood) : [];
  return { ...shared, columns: read, units, rows, unread: [...outdone.map(notUnderstood), ...unnamed, ...unknown.map((text): Unread => ({ text, reason: 'unit-missing', position: shared.position }))] };
}

/** Rows before the first row of figures, as far down as one of them names a column. */
function countHeaderRows(grid: Grid): number {
  const firstData = grid.rows.findIndex(hasFigures);
  if (firstData < 0) return grid.rows.length;
  let count = firstData;
  while (count > 0 && isHeadingRow(grid.rows[count - 1])) count -= 1;
  return count === 0 && firstData > 0 && spansAll(grid.rows[0], grid.columnCount) ? firstData : count;
}

/** A figure that is no year of a header, outside the first column. */
function hasFigures(row: GridRow): boolean {
  const figures = row.cells.filter((cell) => cell.column > 0 && !cell.isContinuation && isFigureText(cell.text) && !UNIT_ROW.test(cell.text));
  if (figures.length === 0) return false;
  return !(figures.every((cell) => isYearText(cell.text)) || areYearsWithUnit(figures)) || isSameYearTwice(figures);
}

/** Whether cells are years that follow each other, each above the unit of its column: "2026 mio. kr.", "2027 mio. kr.". The word for a total may have the unit too. */
function areYearsWithUnit(cells: readonly GridCell[]): boolean {
  const parts = cells.map(({ text }) => YEAR_AND_UNIT.exec(text));
  return cells.length > 1 && parts.every((part, index) => part !== null && readUnit(part[2] ?? '') !== null && (index === 0 || Number(part[1]) === Number(parts[index - 1]?.[1]) + 1));
}

const YEAR_AND_UNIT = /^((?:19|20)\d\d)\s+(\D[^]*)$/;

/** Header years differ; amounts that look like years need not. */
function isSameYearTwice(cells: readonly GridCell[]): boolean {
  return cells.length > 2 && new Set(cells.map((cell) => cell.text)).size === 1;
}

/** Only the first column says something: a heading inside the body, not a header. */
function isHeadingRow(row: GridRow | undefined): boolean {
  return row !== undefined && row.cells.some((cell) => cell.text !== '') && row.cells.every((cell) => cell.text === '' || cell.column === 0 || cell.isContinuation);
}

function spansAll(row: GridRow | undefined, columnCount: number): boolean {
  const filled = row?.cells.filter((cell) => cell.text !== '') ?? [];
  return filled.length === 1 && (filled[0]?.columnSpan ?? 0) >= columnCount;
}

/** Header rows of years above another of other years in the same columns: they head no row. */
function outdoneHeaders(header: readonly GridRow[]): GridRow[] {
  const years = header.map((row) => row.cells.filter((cell) => cell.columnSpan === 1 && isYearText(cell.text)));
  return header.filter((_, index) => {
    const own = years[index] ?? [];
    const below = years.slice(index + 1).find((cells) => cells.length > 1);
    return own.length > 1 && below !== undefined && own.every((cell) => below.some((other) => other.column === cell.column && other.text !== cell.text));
  });
}

/** A header row that a new page prints again. */
function isRepeatedHeader(row: GridRow, header: readonly GridRow[]): boolean {
  const text = row.cells.map((cell) => cell.text).join('|');
  return row.cells.some((cell) => cell.text !== '' && cell.column > 0) && header.some((other) => other.cells.map((cell) => cell.text).join('|') === text);
}

/** A cell over the whole width above the other header rows is the caption. */
function spanningCaption(header: readonly GridRow[], columnCount: number, evidence: HyphenEvidence): RawTable['caption'] {
  const first = header[0];
  if (first === undefined || header.length < 2 || !spansAll(first, columnCount)) return null;
  const text = joinAll([first.cells.map((cell) => cell.text).join(' ')], evidence);
  return readUnit(text) !== null && text.length < 30 ? null : { text, position: positionOf(first.line) };
}

function firstStated<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}

function captionLine(context: GridContext, grid: Grid, caption: RawTable['caption']): number {
  if (caption === null) return grid.firstLine;
  for (let index = grid.firstLine - 1; index > context.previousEnd && index >= grid.firstLine - 6; index -= 1) {
    const line = context.lines[index];
    if (line !== undefined && line.line === caption.position.line && line.page === caption.position.page) return captionStart(context, index);
  }
  return grid.firstLine;
}

/** "Tabel 1" alone on the line above its caption belongs to the table. */
function captionStart(context: GridContext, index: number): number {
  const above = context.lines[index - 1]?.text.trim() ?? '';
  return index - 1 > context.previousEnd && above.length < 16 && /\d[.:]?$/.test(above) ? index - 1 : index;
}

/** The columns with one more behind the years that a merged cell with a figure covers, for each such stretch: its amount is that of all of them. */
function withMergedYears(columns: readonly GridColumn[], body: readonly GridRow[]): GridColumn[] {
  const spans = new Map<string, GridColumn>();
  for (const row of body) {
    for (const cell of row.cells) {
      const years = cell.columnSpan > 1 && !cell.isContinuation && isFigureText(cell.text) ? coveredYears(cell, columns) : null;
      if (years === null) continue;
      const header = `${years.from}-${years.to}`;
      spans.set(header, { index: cell.column, header, role: 'amount', column: { kind: 'amount', header, years }, covers: years });
    }
  }
  if (spans.size === 0) return [...columns];
  return columns.flatMap((column) => [column, ...[...spans.values()].filter(({ covers }) => column.column?.kind === 'year' && column.column.year === covers?.to)]);
}

/** The years of the columns that a cell covers, when they are two or more that follow each other and nothing else. */
function coveredYears(cell: GridCell, columns: readonly GridColumn[]): YearSpan | null {
  if (cell.columnSpan < 2) return null;
  const covered = columns.filter(({ index, covers }) => covers === undefined && index >= cell.column && index < cell.column + cell.columnSpan);
  const years = covered.flatMap(({ column }) => (column?.kind === 'year' ? [column.year] : []));
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined || years.length < 2 || years.length < covered.length) return null;
  return years.every((year, index) => year === from + index) ? { from, to } : null;
}

function isSameSpan(one: YearSpan, other: YearSpan | undefined): boolean {
  return one.from === other?.from && one.to === other.to;
}

function notUnderstood({ cells, line }: GridRow): Unread {
  return { text: cells.map((cell) => cell.text).join(' ').trim(), reason: 'table-not-understood', position: positionOf(line) };
}

/** A row with its number, label and cells; a group printed in a column of its own becomes a heading row before it, and the label of a row of figures that has no other ("I alt"). */
function readRow(row: GridRow, columns: readonly GridColumn[], kept: readonly GridColumn[], next: GridRow | undefined): RawRow[] {
  const rows: RawRow[] = [];
  const position = positionOf(row.line);
  const empty = kept.map(() => null);
  const printed = kept.map((column) => cellUnder(row, column, kept, next));
  const own = labelUnder(row, columns, 'label');
  const group = labelUnder(row, columns, 'group');
  const isLabel = own === null && printed.some((cell) => cell !== null);
  if (group !== null && !isLabel) rows.push({ number: null, label: group, cells: empty, position });
  const numberText = numberUnder(row, columns);
  const { label, cells } = partQualifier(partGlued(row, isLabel ? group : own, printed, columns, kept), row, kept);
  if (cells.some((cell) => cell !== null) || label !== null) {
    const split = splitLabelNumber(label, columns, numberText);
    rows.push({ number: split.number, label: split.label, cells, position: labelPosition(row, columns) ?? position });
  }
  return rows;
}

/** The cell that starts in a column; a figure over several years stands in the column of all of them, and one over several rows or other columns is marked. */
function cellUnder(row: GridRow, column: GridColumn, kept: readonly GridColumn[], next: GridRow | undefined): RawCell | null {
  const cell = cellAt(row, column.index);
  if (cell === undefined || cell.text === '' || cell.isContinuation || cell.column !== column.index) return null;
  const covered = coveredYears(cell, kept);
  if ((covered === null) !== (column.covers === undefined)) return null;
  if (covered !== null && !isSameSpan(covered, column.covers)) return null;
  const below = next === undefined ? undefined : cellAt(next, column.index);
  const isOverRows = below?.isContinuation === true && next?.cells.some((other) => !other.isContinuation && other.text !== '') === true;
  const isOverColumns = covered === null && kept.filter((other) => other.role === 'amount' && other.covers === undefined && other.index >= cell.column && other.index < cell.column + cell.columnSpan).length > 1;
  const isMerged = column.role === 'amount' && isFigureText(cell.text) && (isOverRows || isOverColumns);
  return { text: cell.text, position: cell.position, marks: cell.marks, ...(isMerged ? { isMerged: true } : {}) };
}

/** An amount at the end of a label, which is no longer than this. */
const MAX_LABEL_LENGTH = 300;
const GLUED_AMOUNT = /^(.*\p{L}[^\d]*?)\s([-–−]?\d{1,3}(?:\.\d{3})*,\d{1,3}|[-–−]?\d{1,3}(?:\.\d{3})+)$/su;

/** A label so close to the figure of the first column that both were taken for words of the label: the cell beside it is empty then. Real cells hold what is theirs. */
function partGlued(row: GridRow, label: string | null, cells: (RawCell | null)[], columns: readonly GridColumn[], kept: readonly GridColumn[]): { label: string | null; cells: (RawCell | null)[] } {
  const first = kept.findIndex((column) => column.role === 'amount');
  const isBeside = kept[first]?.index === columns.findIndex((column) => column.role === 'label') + 1;
  const match = isBeside && row.line.cells === null && cells[first] === null && cells.some((cell) => cell !== null) && (label ?? '').length < MAX_LABEL_LENGTH ? GLUED_AMOUNT.exec(label ?? '') : null;
  if (match === null) return { label, cells };
  const position = labelPosition(row, columns) ?? positionOf(row.line);
  return { label: match[1] ?? '', cells: cells.map((cell, index) => (index === first ? { text: match[2] ?? '', position, marks: [] } : cell)) };
}

/** A word that only qualifies the first figure ("ca.") and stands so close behind the label that it was taken for its last. */
function partQualifier({ label, cells }: { label: string | null; cells: (RawCell | null)[] }, row: GridRow, kept: readonly GridColumn[]): { label: string | null; cells: (RawCell | null)[] } {
  const first = kept.findIndex((column) => column.role === 'amount');
  const [cell, qualifier] = [cells[first] ?? null, QUALIFIER_BEHIND.exec(label ?? '')?.[0]];
  if (row.line.cells !== null || cell === null || qualifier === undefined) return { label, cells };
  return { label: (label ?? '').slice(0, -qualifier.length), cells: cells.map((other, index) => (index === first ? { ...cell, text: `${qualifier.trim()} ${cell.text}` } : other)) };
}

/** The text of the label or group column with its raised marks put behind it, so that they count as footnotes. */
function labelUnder(row: GridRow, columns: readonly GridColumn[], role: 'label' | 'group'): string | null {
  const index = columns.findIndex((column) => column.role === role);
  const cell = index < 0 ? undefined : cellAt(row, index);
  if (cell === undefined || cell.text === '' || (cell.isContinuation && role === 'group')) return null;
  if (role === 'group' && (cell.column !== index || cell.columnSpan > 1)) return null;
  return cell.marks.length === 0 ? cell.text : `${cell.text}${cell.marks.join('')}`;
}

function labelPosition(row: GridRow, columns: readonly GridColumn[]): RawRow['position'] | null {
  const index = columns.findIndex((column) => column.role === 'label');
  return cellAt(row, index)?.position ?? null;
}

function numberUnder(row: GridRow, columns: readonly GridColumn[]): string | null {
  const index = columns.findIndex((column) => column.role === 'number');
  const text = index < 0 ? '' : textAt(row, index).trim();
  return text === '' ? null : text.replace(/\.$/, '');
}

/** A number printed before the label in one cell, where the header says "Nr.". */
function splitLabelNumber(label: string | null, columns: readonly GridColumn[], number: string | null): { number: string | null; label: string | null } {
  const header = columns.find((column) => column.role === 'label')?.header.split(' ')[0] ?? '';
  const match = number === null && NUMBER_COLUMN.test(header) ? /^(\S{1,8})\s+(.+)$/s.exec(label ?? '') : null;
  if (match === null || !isRowNumber(match[1] ?? '')) return { number, label };
  return { number: (match[1] ?? '').replace(/\.$/, ''), label: match[2] ?? '' };
}
