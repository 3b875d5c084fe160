import { type Column } from '../../../budget/table';
import { YEAR_BASIS } from '../../vocabulary';

/**
 * The columns of a header that prints one year twice ("2027 2029 2029"), the doubtful one as an amount under that year with the year that its neighbours ask for.
 * Shape: the columns as they are, unless one year repeats and another in its place makes all years follow each other.
 */
export function markRepeatedYear(columns: readonly Column[]): readonly Column[] {
  const years = columns.flatMap((column, index) => {
    const found = yearOf(column);
    return found === null ? [] : [{ year: found.year, index, name: `${found.year}|${found.basis}` }];
  });
  const repeated = years.filter(({ name }, order) => years.findIndex((other) => other.name === name) !== order);
  const [again] = repeated;
  if (repeated.length !== 1 || again === undefined) return columns;
  const doubtful = years.flatMap((one, order) => (one.name === again.name ? [{ ...one, likely: yearInSequence(years.map(({ year }) => year), order) }] : [])).reverse().find(({ likely }) => likely !== null);
  if (doubtful === undefined || doubtful.likely === null) return columns;
  const { year, likely } = doubtful;
  return columns.map((column, index): Column => {
    if (index === doubtful.index) return { kind: 'amount', header: column.header, years: { from: year, to: year }, likelyYear: likely };
    return years.some((one) => one.index === index) && column.kind === 'amount' ? { kind: 'year', year: yearOf(column)?.year ?? year, basis: null, header: column.header } : column;
  });
}

/** A header of no more than a year and its basis: "2027", "B2027", "Budget 2027". */
const BARE_YEAR = /^(\p{L}{0,12})\s?((?:19|20)\d\d)\*{0,3}$/u;

/** The year of a column with its basis; a header that prints no more than those of another is an amount without a year of its own. */
function yearOf(column: Column): { readonly year: number; readonly basis: string } | null {
  if (column.kind === 'text' || column.kind === 'total') return null;
  const [, basis = '', year = ''] = BARE_YEAR.exec(column.header.trim()) ?? [];
  const isBare = year !== '' && (basis === '' || YEAR_BASIS.test(basis));
  if (column.kind === 'year') return { year: column.year, basis: (isBare ? basis : (column.basis ?? '')).toLowerCase() };
  return isBare ? { year: Number(year), basis: basis.toLowerCase() } : null;
}

/** The year that makes all years follow each other when it stands at a place among them; null when none does. */
function yearInSequence(years: readonly number[], place: number): number | null {
  const neighbour = place > 0 ? (years[place - 1] ?? NaN) + 1 : (years[1] ?? NaN) - 1;
  const mended = years.map((year, order) => (order === place ? neighbour : year));
  return mended.every((year, order) => order === 0 || year === (mended[order - 1] ?? NaN) + 1) ? neighbour : null;
}
