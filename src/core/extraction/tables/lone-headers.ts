import { type Unread } from '../../budget/agreement';
import { type TextLine } from '../lines/document-text';
import { factsOf } from '../lines/line-facts';
import { positionOf } from '../lines/running-text';
import { type ReadTable } from './rows/budget-table';
import { lineAtPlace } from './table-surroundings';

/** A header has so many years at least. */
const LEAST_YEARS = 2;

/** The headers of years, with a unit, under which no table was found: what they head is lost, or was never printed. */
export function loneHeaders(lines: readonly TextLine[], tables: readonly ReadTable[]): Unread[] {
  const taken = new Uint8Array(lines.length);
  for (const table of tables) taken.fill(1, headLine(lines, table), table.lastLine + 1);
  return lines.flatMap((line, index): Unread[] => (taken[index] === 0 && isHeader(line) ? [{ text: line.text.trim(), reason: 'table-not-understood', position: positionOf(line) }] : []));
}

/** Where a table's own header stands: what stands between its caption and that is another one's. */
function headLine(lines: readonly TextLine[], { firstLine, lastLine, table }: ReadTable): number {
  return lineAtPlace(lines, table.position, firstLine, lastLine) ?? firstLine;
}

function isHeader(line: TextLine): boolean {
  const { header, opening } = factsOf(line);
  return header !== null && opening === null && header.unit !== null && header.columns.filter(({ kind }) => kind === 'year').length >= LEAST_YEARS;
}
