import { type Column } from '../../../budget/table';
import { readNumber } from '../../../money/danish-number';
import { columnsOfHeaders } from '../grids/grid-columns';
import { withoutPriceLevel } from '../header/stated-unit';
import { type TableHeader } from '../header/table-header';
import { detectNumberStyle } from '../rows/read-cell';
import { UNIT_LEAD } from '../../vocabulary';
import { columnNames } from './named-header';

/** So many rows must have a figure more than the header has columns, and twice as many as have not. */
const LEAST_ROWS = 2;
const TIMES_AS_MANY = 2;

/**
 * The columns of a header with one more where every row has a figure more than the header names: a total behind the years when the last figures are their sums,
 * else the column that the words in front of the years name ("1.000 kr. Antal årsværk 2027 2028").
 */
export function withUnnamedColumn({ columns, lead }: TableHeader, rows: readonly (readonly string[])[]): readonly Column[] {
  const more = rows.filter((figures) => figures.length === columns.length + 1);
  const exact = rows.filter((figures) => figures.length === columns.length).length;
  if (more.length < LEAST_ROWS || more.length <= exact * TIMES_AS_MANY) return columns;
  const hasTotal = columns.some((column) => column.kind === 'total');
  if (!hasTotal && 2 * more.filter(endsInItsSum).length >= more.length) return [...columns, { kind: 'total', header: '' }];
  const name = columnNames(withoutPriceLevel(lead).replace(UNIT_LEAD, '')).at(-1);
  const named = name === undefined ? [] : columnsOfHeaders([name]);
  if (named.length > 0) return [...named, ...columns];
  return hasTotal ? columns : [...columns, { kind: 'total', header: '' }];
}

/** Whether the last figure of a row is the sum of the others, give or take a unit of the last digit for each. */
function endsInItsSum(figures: readonly string[]): boolean {
  const style = detectNumberStyle(figures) ?? 'danish';
  const numbers = figures.map((figure) => readNumber(figure, style));
  const decimals = numbers.reduce((most, number) => (number.kind === 'number' ? Math.max(most, number.decimals) : most), 0);
  const values = numbers.map((number) => (number.kind === 'number' ? number.coefficient * 10 ** (decimals - number.decimals) : number.kind === 'nil' ? 0 : Number.NaN));
  const total = values.at(-1) ?? Number.NaN;
  return Math.abs(values.slice(0, -1).reduce((sum, value) => sum + value, 0) - total) <= figures.length;
}
