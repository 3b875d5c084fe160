/** A rectangle of cells; rows and columns count from zero. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const cellPattern = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const columnPattern = /^\$?([A-Za-z]{1,3})$/;
const rowPattern = /^\$?([1-9]\d{0,6})$/;

/** The letters of a column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

function parseCell(text: string): { row: number; column: number } | null {
  const match = cellPattern.exec(text);
  if (!match) return null;
  const row = Number(match[2]) - 1;
  const column = columnNumber(match[1] ?? '');
  return row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : null;
}

/** The rectangle an A1 address without sheet name means, or null when it is no address. */
export function parseArea(text: string): Area | null {
  const [first = '', second, ...more] = text.trim().split(':');
  if (more.length > 0) return null;
  const from = parseCell(first);
  if (second === undefined) return from && { ...from, rows: 1, columns: 1 };
  const to = parseCell(second);
  if (from && to) return between(from.row, from.column, to.row, to.column);
  const columns = [columnPattern.exec(first), columnPattern.exec(second)];
  if (columns[0] && columns[1]) {
    const [a, b] = [columnNumber(columns[0][1] ?? ''), columnNumber(columns[1][1] ?? '')];
    return Math.max(a, b) < MAX_COLUMNS ? between(0, a, MAX_ROWS - 1, b) : null;
  }
  const rows = [rowPattern.exec(first), rowPattern.exec(second)];
  if (rows[0] && rows[1]) {
    const [a, b] = [Number(rows[0][1]) - 1, Number(rows[1][1]) - 1];
    return Math.max(a, b) < MAX_ROWS ? between(a, 0, b, MAX_COLUMNS - 1) : null;
  }
  return null;
}

/** The rectangle between two corners, in whatever order they come. */
export function between(rowA: number, columnA: number, rowB: number, columnB: number): Area {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  return { row, column, rows: Math.abs(rowA - rowB) + 1, columns: Math.abs(columnA - columnB) + 1 };
}

/** The A1 address of a rectangle, without sheet name. */
export function formatArea(area: Area): string {
  const lastRow = area.row + area.rows;
  const lastColumn = area.column + area.columns - 1;
  if (area.rows === MAX_ROWS) return `${columnName(area.column)}:${columnName(lastColumn)}`;
  if (area.columns === MAX_COLUMNS) return `${area.row + 1}:${lastRow}`;
  const first = `${columnName(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${columnName(lastColumn)}${lastRow}`;
}

/** A sheet name as it stands in an address: quoted when it is not a plain word. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseArea(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

export function formatAddress(sheetName: string, area: Area): string {
  return `${quoteSheetName(sheetName)}!${formatArea(area)}`;
}

/** An address that stays as it is where its formula is copied to; with `isRowFixed` false its rows move. */
export function formatFixedAddress(sheetName: string, area: Area, isRowFixed = true): string {
  return `${quoteSheetName(sheetName)}!${formatArea(area).replace(/(?<![A-Z])([A-Z]+)(\d+)/g, isRowFixed ? '$$$1$$$2' : '$$$1$2')}`;
}

/** Splits "'Ark 1'!A1:B2" into the sheet's name and the rest. */
export function splitAddress(address: string): { sheetName: string | null; local: string } {
  const bang = address.lastIndexOf('!');
  if (bang < 0) return { sheetName: null, local: address };
  const name = address.slice(0, bang);
  const isQuoted = name.startsWith("'") && name.endsWith("'");
  return { sheetName: isQuoted ? name.slice(1, -1).replace(/''/g, "'") : name, local: address.slice(bang + 1) };
}

export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest rectangle around both. */
export function enclose(a: Area, b: Area): Area {
  return between(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(a.row + a.rows, b.row + b.rows) - 1,
    Math.max(a.column + a.columns, b.column + b.columns) - 1,
  );
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

export function isSameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function isOnSheet(area: Area): boolean {
  return area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0 && area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS;
}

/** Rows or columns that come in or go out; only cells with their other coordinate in the cross range move. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Positive: inserted before `at`; negative: that many deleted from `at` on. */
  readonly count: number;
  readonly crossFrom: number;
  readonly crossTo: number;
}

/** Where a rectangle lies after a shift; null when it was deleted whole. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const isRow = shift.axis === 'row';
  const cross = isRow ? area.column : area.row;
  const crossSize = isRow ? area.columns : area.rows;
  if (cross < shift.crossFrom || cross + crossSize - 1 > shift.crossTo) return area;
  const start = isRow ? area.row : area.column;
  const size = isRow ? area.rows : area.columns;
  const limit = isRow ? MAX_ROWS : MAX_COLUMNS;
  if (size === limit) return area;
  let from = start;
  let to = start + size;
  if (shift.count > 0) {
    if (from >= shift.at) from += shift.count;
    if (to > shift.at) to += shift.count;
  } else {
    const end = shift.at - shift.count;
    const moved = (position: number): number => (position <= shift.at ? position : Math.max(shift.at, position + shift.count));
    if (from >= shift.at && to <= end) return null;
    from = moved(from);
    to = moved(to);
  }
  if (to > limit) return null;
  return isRow ? { ...area, row: from, rows: to - from } : { ...area, column: from, columns: to - from };
}
