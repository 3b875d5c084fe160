import { answer, badArgument, notFound, type Answer, type Refusal } from '../answer';

/** What a cell holds that reached a function; null when it is empty or left out. */
export type CellInput = string | number | boolean | null | CellFault;

/** An error that stands in a cell. */
export interface CellFault {
  readonly fault: string;
}

const ERROR_TEXT = /^#(?:N\/A|I\/T|VALUE!|VÆRDI!|REF!|REFERENCE!|DIV\/0!|NUM!|NAME\?|NAVN\?|NULL!|NUL!|SPILL!|OVERLØB!|CALC!|BUSY!|BLOCKED!|FIELD!)$/;

/**
 * A cell as a function received it.
 * Shape: an empty cell arrives as 0, null or an empty text, depending on the Excel; errors as objects or, in older ones, as their text;
 * a number with properties is its number.
 */
export function readCell(raw: unknown): CellInput {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw === 'string') return raw.trim() === '' ? null : ERROR_TEXT.test(raw) ? { fault: raw } : raw;
  if (typeof raw !== 'object') return null;
  const { basicValue, type, code } = raw as { readonly basicValue?: unknown; readonly type?: unknown; readonly code?: unknown };
  if (type === 'Error' || basicValue === undefined) return { fault: spellFault(basicValue ?? code) };
  return readCell(basicValue);
}

function spellFault(fault: unknown): string {
  return typeof fault === 'string' ? fault : '#N/A';
}

/** Rows of a range from which on it is a whole column: what is empty below its last cell is not asked about. */
const WHOLE_COLUMN = 100_000;

/** Most cells of one answer: a larger one would take longer than anybody waits, and more memory than there is. */
const MOST_CELLS = 200_000;

/** A range, a spilled array or a single value, as rows of cells; an empty range is one empty cell, a whole column ends with its last filled cell. */
export function readCells(raw: unknown): CellInput[][] {
  if (!Array.isArray(raw)) return [[readCell(raw)]];
  const rows = (raw.length < WHOLE_COLUMN ? raw : upToLastFilled(raw)).map((row: unknown) => (Array.isArray(row) ? row.map(readCell) : [readCell(row)]));
  return rows.length === 0 || rows.every((row) => row.length === 0) ? [[null]] : rows;
}

function upToLastFilled(rows: readonly unknown[]): readonly unknown[] {
  let count = rows.length;
  while (count > 1 && !isFilledRow(rows[count - 1])) count -= 1;
  return rows.slice(0, count);
}

/** Whether a row of a range holds anything; an empty cell arrives as 0, null or an empty text. */
function isFilledRow(row: unknown): boolean {
  return Array.isArray(row) ? row.some((cell) => !isLeftOut(readCell(cell))) : !isLeftOut(readCell(row));
}

/** What is said of a range that is too large to answer; null for one that is not. */
export function refuseSize(rows: number, columns: number): Refusal | null {
  if (rows * columns <= MOST_CELLS) return null;
  return badArgument('Området er for stort: spørg om højst 200.000 celler ad gangen.', 'The range is too large: ask about 200,000 cells at a time at most.');
}

/** An optional argument of one value: null when it is left out, which every empty cell means and 0 too. */
export function readOption(raw: unknown): CellInput {
  if (raw === null || raw === undefined) return null;
  const cell = readCells(raw)[0]?.[0] ?? null;
  return isLeftOut(cell) ? null : cell;
}

/** Whether a cell means that the argument is left out. */
export function isLeftOut(cell: CellInput): boolean {
  return cell === null || cell === 0 || cell === '0';
}

/** A text of an optional argument; null when it is left out. */
export function readText(raw: unknown): Answer<string | null> {
  return textOf(readOption(raw));
}

/** The text of a cell; null when it is left out. */
export function textOf(cell: CellInput): Answer<string | null> {
  if (isLeftOut(cell) || cell === null) return answer(null);
  return typeof cell === 'object' ? refuseFault(cell) : answer(String(cell));
}

/** A yes or no; null when it is left out. */
export function readChoice(raw: unknown): Answer<boolean | null> {
  const cell = readOption(raw);
  if (cell === null || typeof cell === 'boolean') return answer(cell);
  if (typeof cell === 'object') return refuseFault(cell);
  if (typeof cell === 'number') return answer(true);
  const word = cell.trim().toUpperCase();
  if (['SAND', 'TRUE'].includes(word)) return answer(true);
  if (['FALSK', 'FALSE'].includes(word)) return answer(false);
  return badArgument(`"${cell}" er hverken SAND eller FALSK.`, `"${cell}" is neither TRUE nor FALSE.`);
}

/** What a function says of an argument that is an error itself. */
export function refuseFault({ fault }: CellFault): Refusal {
  const [da, en] = [`Cellen, der spørges med, indeholder fejlen ${fault}.`, `The cell that is asked with holds the error ${fault}.`];
  return fault === '#N/A' || fault === '#I/T' ? notFound(da, en) : badArgument(da, en);
}

/**
 * Calls once for each cell of a table over several ranges: a column beside a row makes a table, a single value goes with all.
 * Shape: as many rows and columns as the largest has; where a range ends before, the cell refuses.
 */
export function spread<T>(ranges: readonly (readonly (readonly CellInput[])[])[], call: (cells: readonly CellInput[]) => Answer<T>): Answer<T>[][] {
  const rows = Math.max(...ranges.map((range) => range.length));
  const columns = Math.max(...ranges.map((range) => range[0]?.length ?? 1));
  const refused = refuseSize(rows, columns);
  if (refused !== null) return [[refused]];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): Answer<T> => {
      const cells = ranges.map((range) => range[range.length === 1 ? 0 : row]?.[range[0]?.length === 1 ? 0 : column]);
      const known = cells.filter((cell) => cell !== undefined);
      return known.length < cells.length ? notFound('Områderne har ikke lige mange rækker og kolonner.', 'The ranges do not have the same number of rows and columns.') : call(known);
    }),
  );
}
