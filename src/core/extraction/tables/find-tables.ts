import { findAlignedGrids } from './text/aligned-text';
import { findAmountTextTables } from './text/amount-text-table';
import { findBoxGrids } from './boxes/box-table';
import { findCellGrids } from './grids/cell-table';
import { type TextLine } from '../lines/document-text';
import { type Grid } from './grids/grid';
import { readGrid } from './grids/grid-table';
import { type HyphenEvidence } from '../lines/join-lines';
import { type RawTable } from './raw-table';
import { findSingleColumns } from './text/single-column';
import { findTabbedGrids } from './text/tabbed-text';
import { findTextTables } from './text/text-table';
import { CONTINUED_HEAD, TABLE_LINE, TABLE_NUMBER, THOUSANDS_LINE } from '../vocabulary';

/**
 * Every table of a document in document order, none inside another.
 * Shape: what knows its columns best is asked first: cells, then coordinates, then tabs, then aligned characters, then the figures at the ends of lines.
 */
export function findTables(lines: readonly TextLine[], evidence: HyphenEvidence, limits: readonly number[]): RawTable[] {
  const tables: RawTable[] = [];
  const add = (candidates: readonly RawTable[]): void => {
    const taken = countTaken(lines.length, tables);
    for (const candidate of candidates) if ((taken[candidate.lastLine + 1] ?? 0) === (taken[candidate.firstLine] ?? 0)) tables.push(candidate);
  };
  add(readGrids([...findCellGrids(lines), ...findBoxGrids(lines, evidence)], lines, evidence));
  const byFigures = findTextTables(lines, evidence, limits);
  add(readGrids(findTabbedGrids(lines), lines, evidence).filter((table) => isReadAsWell(table, overlapping(byFigures, table))));
  add(readGrids(findAlignedGrids(lines, evidence), lines, evidence).filter((table) => isReadBetter(table, overlapping(byFigures, table))));
  add(byFigures);
  add(findAmountTextTables(lines, evidence));
  add(findSingleColumns(lines, evidence));
  return joinContinued(tables.sort((a, b) => a.firstLine - b.firstLine), lines).map((table, index, sorted) => withUnitLine(withNumber(table, lines), lines, sorted[index - 1]?.lastLine ?? -1));
}

/** The tables with each that goes on under "Tabel 1 (fortsat)" and heads the same columns as the one before in one piece with it. */
function joinContinued(tables: readonly RawTable[], lines: readonly TextLine[]): RawTable[] {
  const joined: RawTable[] = [];
  for (const table of tables) {
    const last = joined.at(-1);
    if (last === undefined || !isContinued(table, last, lines)) joined.push(table);
    else joined[joined.length - 1] = { ...last, rows: [...last.rows, ...table.rows], unread: [...last.unread, ...table.unread], lastLine: table.lastLine };
  }
  return joined;
}

function isContinued(table: RawTable, last: RawTable, lines: readonly TextLine[]): boolean {
  const text = lines[table.firstLine]?.text.trim() ?? '';
  const headers = ({ columns }: RawTable): string => columns.map(({ kind, header }) => `${kind} ${header}`).join('|');
  return TABLE_LINE.test(text) && CONTINUED_HEAD.test(text) && table.unit === last.unit && headers(table) === headers(last);
}

/** The table with the number of the line that announces it. */
function withNumber(table: RawTable, lines: readonly TextLine[]): RawTable {
  const number = TABLE_NUMBER.exec(lines[table.firstLine]?.text.trim() ?? '')?.[1];
  return number === undefined ? table : { ...table, number };
}

/** The table with the line above that states its unit as an amount would be printed: "1.000 kr.". */
function withUnitLine(table: RawTable, lines: readonly TextLine[], previousEnd: number): RawTable {
  const above = table.firstLine - 1;
  return above > previousEnd && THOUSANDS_LINE.test(lines[above]?.text.trim() ?? '') ? { ...table, firstLine: above } : table;
}

/** Tabs part cells for sure: they win where they give as many rows of figures as the ends of the lines do and leave no more unread. */
function isReadAsWell(parted: RawTable, others: readonly RawTable[]): boolean {
  const sum = (count: (table: RawTable) => number): number => others.reduce((all, other) => all + count(other), 0);
  return others.length === 0 || (countRows(parted) >= sum(countRows) && parted.unread.length <= sum(({ unread }) => unread.length));
}

/** Aligned characters win where they give more rows of figures than the ends of the lines do, or as many with more columns or fewer doubts, and leave nothing unread. */
function isReadBetter(parted: RawTable, others: readonly RawTable[]): boolean {
  if (parted.unread.length > 0) return others.length === 0;
  const rows = others.reduce((sum, other) => sum + countRows(other), 0);
  const hasDoubts = others.some((other) => other.unread.length > 0);
  const hasMoreColumns = others.every((other) => other.columns.length < parted.columns.length);
  return countRows(parted) > rows || (countRows(parted) === rows && (hasDoubts || hasMoreColumns));
}

function countRows(table: RawTable): number {
  return table.rows.filter((row) => row.cells.some((cell) => cell !== null)).length;
}

/** For every line how many of the lines before it belong to a table. */
function countTaken(lineCount: number, tables: readonly RawTable[]): Uint32Array {
  const isTaken = new Uint8Array(lineCount);
  for (const { firstLine, lastLine } of tables) isTaken.fill(1, firstLine, lastLine + 1);
  const counts = new Uint32Array(lineCount + 1);
  for (let line = 0; line < lineCount; line += 1) counts[line + 1] = (counts[line] ?? 0) + (isTaken[line] ?? 0);
  return counts;
}

/** Those of some tables in document order, none inside another, that share a line with a table. */
function overlapping(tables: readonly RawTable[], { firstLine, lastLine }: RawTable): readonly RawTable[] {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle]?.lastLine ?? 0) < firstLine) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tables.length && (tables[end]?.firstLine ?? 0) <= lastLine) end += 1;
  return tables.slice(low, end);
}

function readGrids(grids: readonly Grid[], lines: readonly TextLine[], evidence: HyphenEvidence): RawTable[] {
  const tables: RawTable[] = [];
  for (const grid of grids) {
    const table = readGrid(grid, { lines, previousEnd: tables[tables.length - 1]?.lastLine ?? -1, evidence });
    if (table !== null) tables.push(table);
  }
  return tables;
}
