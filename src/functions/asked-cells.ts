import { parseSheetAddress, shownCell, type ShownCell, type ShownTables } from '../core/sheet-plan/written/shown-cell';
import { type CellInput } from './arguments/arguments';

/** What stands in a cell that a formula asks about: a printed row; null for a cell of none; `changed` where it no longer holds what was last read of it. */
export type AskedCell = ShownCell | 'changed' | null;

/** The tables of the workbook as they were last read. */
let shown: readonly ShownTables[] = [];

/** What was answered about cells since the tables were last calculated with, by address. */
const asked = new Map<string, { readonly ask: () => AskedCell; readonly answer: AskedCell }>();

/** Replaces the tables that the functions know. Shape: whether a cell that was asked about would be answered otherwise now. */
export function setShownTables(tables: readonly ShownTables[]): boolean {
  shown = tables;
  const isStale = [...asked.values()].some(({ ask, answer }) => !isSameAnswer(ask(), answer));
  if (isStale) asked.clear();
  return isStale;
}

/**
 * What the cells of an argument show, row by row.
 * Shape: `address` as Excel tells it, with the sheet; `values` as they arrived. Errors: null where the host tells no address, or one that does not fit the values.
 */
export function askedCells(address: string | null | undefined, values: readonly (readonly CellInput[])[]): AskedCell[][] | null {
  const area = typeof address === 'string' ? parseSheetAddress(address) : null;
  if (area === null || area.rows !== values.length || values.some((row) => row.length !== area.columns)) return null;
  return values.map((cells, row) => cells.map((value, column) => askCell(area.sheet, area.row + row, area.column + column, value)));
}

function askCell(sheet: string, row: number, column: number, value: CellInput): AskedCell {
  const ask = (): AskedCell => {
    const cell = shownCell(shown, sheet, row, column);
    return cell === null || isSameValue(cell.value, value) ? cell : 'changed';
  };
  const answer = ask();
  asked.set(`${sheet}!${row},${column}`, { ask, answer });
  return answer;
}

function isSameAnswer(one: AskedCell, other: AskedCell): boolean {
  if (one === null || other === null || one === 'changed' || other === 'changed') return one === other;
  const identity = ({ agreement, row, figure }: ShownCell): string => JSON.stringify([agreement.document.sha256, row, figure]);
  return identity(one) === identity(other);
}

/** Whether a cell holds what was read of it; an empty one reaches a function as 0, null or an empty text, an error in Excel's language. */
function isSameValue(read: unknown, given: CellInput): boolean {
  if (typeof given === 'object' && given !== null) return typeof read === 'string' && read.startsWith('#');
  const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === 0;
  return read === given || (isEmpty(read) && isEmpty(given));
}
