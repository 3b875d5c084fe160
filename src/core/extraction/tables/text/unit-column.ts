import { type Column } from '../../../budget/table';
import { type RawRow } from '../raw-table';
import { NO_MONEY_UNIT, UNIT_COLUMN, UNIT_ROW } from '../../vocabulary';

/** A unit of money takes at most so many words: "1.000 kr.", "mio. kr.". */
const MOST_WORDS = 2;

/** The columns and rows of a table whose header names a column of units behind that of labels ("Post Enhed 2026 2027"): the unit that ends each label is a cell of its own. */
export function withUnitColumn(lead: string, columns: readonly Column[], rows: readonly RawRow[]): { readonly columns: readonly Column[]; readonly rows: readonly RawRow[] } {
  const header = lead.trim().split(' ').at(-1) ?? '';
  if (!UNIT_COLUMN.test(header)) return { columns, rows };
  return { columns: [{ kind: 'text', header }, ...columns], rows: rows.map(withUnitCell) };
}

function withUnitCell(row: RawRow): RawRow {
  const words = (row.label ?? '').split(' ');
  const count = Array.from({ length: MOST_WORDS }, (_, index) => MOST_WORDS - index).find((length) => length < words.length && isUnit(words.slice(-length).join(' ')));
  if (count === undefined) return { ...row, cells: [null, ...row.cells] };
  return { ...row, label: words.slice(0, -count).join(' '), cells: [{ text: words.slice(-count).join(' '), position: row.position, marks: [] }, ...row.cells] };
}

function isUnit(text: string): boolean {
  return UNIT_ROW.test(text) || (NO_MONEY_UNIT.test(text) && !text.includes(' '));
}
