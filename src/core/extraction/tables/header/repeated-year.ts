import { type Column } from '../../../budget/table';

/**
 * The columns of a header that prints one year twice ("2027 2029 2029"), the doubtful one as an amount under that year with the year that its neighbours ask for.
 * Shape: the columns as they are, unless one year repeats and another in its place makes all years follow each other.
 */
export function markRepeatedYear(columns: readonly Column[]): readonly Column[] {
  const years = columns.flatMap((column, index) => {
    const year = yearOf(column);
    return year === null ? [] : [{ year, index, name: `${year}|${column.kind === 'year' ? (column.basis ?? '') : ''}` }];
  });
  const repeated = years.filter(({ name }, order) => years.findIndex((other) => other.name === name) !== order);
  const [again] = repeated;
  if (repeated.length !== 1 || again === undefined) return columns;
  const doubtful = years.flatMap((one, order) => (one.name === again.name ? [{ ...one, likely: yearInSequence(years.map(({ year }) => year), order) }] : [])).reverse().find(({ likely }) => likely !== null);
  if (doubtful === undefined || doubtful.likely === null) return columns;
  const { year, likely } = doubtful;
  return columns.map((column, index): Column => {
    if (index === doubtful.index) return { kind: 'amount', header: column.header, years: { from: year, to: year }, likelyYear: likely };
    return years.some((one) => one.index === index) && column.kind === 'amount' ? { kind: 'year', year: yearOf(column) ?? year, basis: null, header: column.header } : column;
  });
}

/** The year of a column; a header that prints no more than a year that another has is an amount without one. */
function yearOf(column: Column): number | null {
  if (column.kind === 'year') return column.year;
  return column.kind === 'amount' && /^(?:19|20)\d\d$/.test(column.header.trim()) ? Number(column.header) : null;
}

/** The year that makes all years follow each other when it stands at a place among them; null when none does. */
function yearInSequence(years: readonly number[], place: number): number | null {
  const neighbour = place > 0 ? (years[place - 1] ?? NaN) + 1 : (years[1] ?? NaN) - 1;
  const mended = years.map((year, order) => (order === place ? neighbour : year));
  return mended.every((year, order) => order === 0 || year === (mended[order - 1] ?? NaN) + 1) ? neighbour : null;
}
