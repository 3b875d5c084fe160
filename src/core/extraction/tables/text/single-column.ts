import { type Column } from '../../../budget/table';
import { type Unit } from '../../../money/unit';
import { type TextLine } from '../../lines/document-text';
import { endsIn, type HyphenEvidence } from '../../lines/join-lines';
import { factsOf } from '../../lines/line-facts';
import { positionOf } from '../../lines/running-text';
import { headerYear } from '../header/column-words';
import { readPriceLevel, readUnit } from '../header/stated-unit';
import { type RawTable } from '../raw-table';
import { findTableCaption, lineAtPlace, LINES_ABOVE, statedAround } from '../table-surroundings';
import { columnNames } from './named-header';
import { figureLine, isShort, SingleRows } from './single-rows';

/** Such a table has so many rows at least. */
const LEAST_ROWS = 2;

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
  const rows = new SingleRows(lines, evidence);
  for (let index = 0; index + LEAST_ROWS < lines.length; index += 1) {
    const table = tableAt(lines, index, rows, tables.at(-1)?.lastLine ?? -1, evidence);
    if (table === null) continue;
    tables.push(table);
    index = table.lastLine;
  }
  return tables;
}

function tableAt(lines: readonly TextLine[], index: number, rows: SingleRows, previousEnd: number, evidence: HyphenEvidence): RawTable | null {
  const line = lines[index];
  if (line === undefined || !canHead(line)) return null;
  const run = rows.runAt(index + 1);
  if (run === null || run.count < LEAST_ROWS) return null;
  const header = headerOf(line);
  if (header === null) return null;
  const around = statedAround(lines, previousEnd, index, run.lastLine);
  const unit = header.unit ?? around.unit;
  if (unit === null && !run.hasOwnUnits) return null;
  const caption = findTableCaption(lines, factsOf(line).opening === 'table' ? index + 1 : index, previousEnd, evidence);
  const announced = caption === null ? null : lineAtPlace(lines, caption.position, Math.max(previousEnd + 1, index - LINES_ABOVE), index);
  return {
    caption,
    unit,
    priceLevel: header.priceLevel ?? around.priceLevel,
    columns: [header.column],
    rows: rows.rowsOf(index + 1, run),
    unread: [],
    position: positionOf(line),
    firstLine: announced ?? index,
    lastLine: run.lastLine,
  };
}

/** Whether a line may be the header of one column at a glance: short, no note, with no figures but years. */
function canHead(line: TextLine): boolean {
  const { opening, row } = factsOf(line);
  return isShort(line) && opening !== 'note' && row.figures.every((figure) => headerYear(figure) !== null);
}

/** What a line that may be one says as the header of one column; null for a sentence, a row, a line that names neither money nor year nor table. */
function headerOf(line: TextLine): SingleHeader | null {
  const { text, opening } = factsOf(line);
  if (endsIn(text.replace(/kr\.$/i, ''), '.;:') || figureLine(line) !== null) return null;
  const name = columnNames(text).at(-1) ?? '';
  const year = headerYear(name);
  const unit = readUnit(text);
  if (opening !== 'table' && unit === null && year === null && columnNames(text).length < 2) return null;
  const header = opening === 'table' ? '' : name;
  return { column: year === null || header === '' ? { kind: 'total', header } : { kind: 'year', year, basis: null, header }, unit, priceLevel: readPriceLevel(text) };
}
