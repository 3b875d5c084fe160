import { findAmountTextTables } from './amount-text-table';
import { findBoxGrids } from './box-table';
import { findCellGrids } from './cell-table';
import { type TextLine } from './document-text';
import { type Grid } from './grid';
import { readGrid } from './grid-table';
import { type HyphenEvidence } from './join-lines';
import { type RawTable } from './raw-table';
import { findTextTables } from './text-table';

/**
 * Every table of a document in document order, none inside another.
 * Shape: what knows its columns best is asked first: cells, then coordinates, then the figures at the ends of lines.
 */
export function findTables(lines: readonly TextLine[], evidence: HyphenEvidence, limits: readonly number[]): RawTable[] {
  const tables = readGrids([...findCellGrids(lines), ...findBoxGrids(lines, evidence)], lines, evidence);
  for (const candidate of [...findTextTables(lines, evidence, limits), ...findAmountTextTables(lines, evidence)]) {
    if (!tables.some((table) => candidate.firstLine <= table.lastLine && table.firstLine <= candidate.lastLine)) tables.push(candidate);
  }
  return tables.sort((a, b) => a.firstLine - b.firstLine);
}

function readGrids(grids: readonly Grid[], lines: readonly TextLine[], evidence: HyphenEvidence): RawTable[] {
  const tables: RawTable[] = [];
  for (const grid of grids) {
    const table = readGrid(grid, { lines, previousEnd: tables[tables.length - 1]?.lastLine ?? -1, evidence });
    if (table !== null) tables.push(table);
  }
  return tables;
}
