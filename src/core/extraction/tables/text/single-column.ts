import { type Column } from '../../../budget/table';
import { type Unit } from '../../../money/unit';
import { readPrintedFigure } from '../../lines/figures/printed-figure';
import { type TextLine } from '../../lines/document-text';
import { endsIn, type HyphenEvidence, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { factsOf } from '../../lines/line-facts';
import { positionOf } from '../../lines/running-text';
import { headerYear } from '../header/column-words';
import { readPriceLevel, readUnit } from '../header/stated-unit';
import { type RawCell, type RawRow, type RawTable } from '../raw-table';
import { findTableCaption, statedAround } from '../table-surroundings';
import { UNIT_ROW } from '../../vocabulary';
import { columnNames } from './named-header';

/** A line longer than this is neither a row nor a header of such a table. */
const MAX_LENGTH = 100;
/** A figure with its unit and what calls it rough takes at most so many words. */
const MOST_WORDS = 5;
const LEAST_ROWS = 2;
/** How many lines of a label may follow its figure. */
const MOST_TAIL_LINES = 2;

/** A line of a label and one figure at its end. */
interface FigureLine {
  readonly label: string;
  readonly figure: string;
  readonly unit: Unit | null;
}

/** A header and what it says. */
interface SingleHeader {
  readonly column: Column;
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
}

/**
 * Tables of plain text with one figure a row and nothing but blanks before it: "Forening Tilskud" over "Roklubben 1.250.000 kr.".
 * Shape: a short header line, or the line that announces the table, over rows that follow each other; each figure has its unit, or the header states one.
 */
export function findSingleColumns(lines: readonly TextLine[], evidence: HyphenEvidence): RawTable[] {
  const tables: RawTable[] = [];
  for (let index = 0; index + LEAST_ROWS < lines.length; index += 1) {
    const table = tableAt(lines, index, tables.at(-1)?.lastLine ?? -1, evidence);
    if (table === null) continue;
    tables.push(table);
    index = table.lastLine;
  }
  return tables;
}

function tableAt(lines: readonly TextLine[], index: number, previousEnd: number, evidence: HyphenEvidence): RawTable | null {
  const line = lines[index];
  const first = lines[index + 1];
  if (line === undefined || first === undefined || (figureLine(first) === null && !startsLabel(first, lines[index + 2]))) return null;
  const header = headerOf(line);
  if (header === null) return null;
  const { rows, lastLine, hasOwnUnits } = readRows(lines, index + 1, evidence);
  const caption = factsOf(line).opening === 'table' ? findTableCaption(lines, index + 1, previousEnd, evidence) : findTableCaption(lines, index, previousEnd, evidence);
  const around = statedAround(lines, previousEnd, index, lastLine);
  const unit = header.unit ?? around.unit;
  if (rows.length < LEAST_ROWS || (unit === null && !hasOwnUnits)) return null;
  const announced = caption === null ? index : lines.findIndex((other) => other.page === caption.position.page && other.line === caption.position.line);
  return {
    caption,
    unit,
    priceLevel: header.priceLevel ?? around.priceLevel,
    columns: [header.column],
    rows,
    unread: [],
    position: positionOf(line),
    firstLine: announced > previousEnd && announced < index ? announced : index,
    lastLine,
  };
}

/** What a line says as the header of one column; null for a sentence, a row, a line that names neither money nor year nor table. */
function headerOf(line: TextLine): SingleHeader | null {
  const { text, opening, row } = factsOf(line);
  if (!isShort(line) || endsIn(text.replace(/kr\.$/i, ''), '.;:') || figureLine(line) !== null || opening === 'note') return null;
  if (row.figures.some((figure) => headerYear(figure) === null)) return null;
  const name = columnNames(text).at(-1) ?? '';
  const year = headerYear(name);
  const unit = readUnit(text);
  if (opening !== 'table' && unit === null && year === null && columnNames(text).length < 2) return null;
  const header = opening === 'table' ? '' : name;
  return { column: year === null || header === '' ? { kind: 'total', header } : { kind: 'year', year, basis: null, header }, unit, priceLevel: readPriceLevel(text) };
}

function isShort(line: TextLine): boolean {
  return line.cells === null && line.box === null && line.text.length <= MAX_LENGTH && !line.text.includes('\t');
}

/** Whether a line is the first of a label that goes on in front of the next line's figure. */
function startsLabel(line: TextLine, next: TextLine | undefined): boolean {
  if (next === undefined || next.blankLinesBefore > 0 || !isShort(line) || factsOf(line).hasDigit || endsIn(line.text, '.:;')) return false;
  return isOpenEnded(line.text) || startsSmall(next.text);
}

/** A line that ends in one figure, with its unit or without, behind a label in words; one that goes on may start in small letters. */
function figureLine(line: TextLine | undefined, goesOn = false): FigureLine | null {
  if (line === undefined || !isShort(line)) return null;
  const { tokens, hasDigit, opening } = factsOf(line);
  if (!hasDigit || opening !== null) return null;
  for (let count = 1; count <= Math.min(MOST_WORDS, tokens.length - 1); count += 1) {
    const printed = readPrintedFigure(tokens.slice(-count).join(' '));
    if (printed === null || !/\d/.test(printed.digits)) continue;
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

/** The rows from a line on: lines that end in one figure, as long as they follow each other as the first two do. */
function readRows(lines: readonly TextLine[], from: number, evidence: HyphenEvidence): { rows: RawRow[]; lastLine: number; hasOwnUnits: boolean } {
  const rows: RawRow[] = [];
  const gap = lines[from + 1]?.blankLinesBefore ?? 0;
  let hasOwnUnits = true;
  let lastLine = from - 1;
  for (let index = from; index < lines.length; index += 1) {
    const first = lines[index];
    if (first === undefined || (index > from && first.blankLinesBefore > gap)) break;
    const isWrapped = startsLabel(first, lines[index + 1]);
    const line = isWrapped ? lines[index + 1] : first;
    const found = figureLine(line, isWrapped);
    if (line === undefined || found === null) break;
    const end = isWrapped ? index + 1 : index;
    const tail = tailBehind(lines, end, found.label);
    const cell: RawCell = { text: found.figure, position: positionOf(line), marks: [] };
    rows.push({ number: null, label: joinAll([...(isWrapped ? [first.text] : []), found.label, ...tail], evidence), cells: [cell], position: positionOf(first) });
    hasOwnUnits &&= found.unit !== null;
    index = end + tail.length;
    lastLine = index;
  }
  return { rows, lastLine, hasOwnUnits };
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
