import { readPriceLevel } from '../extraction/tables/header/stated-unit';
import { type Grid, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { type ColumnMatch, type TieOutChoices } from './tie-out';

/** What each column is compared with, its year or the total, and in which price level; what the user chose overrules. */
export function matchColumns(grid: Grid, reading: WorksheetReading, { columns: chosen, priceLevel }: TieOutChoices = {}): ColumnMatch[] {
  const matched = reading.columns.flatMap(({ role, year }, column) => {
    const isChosen = chosen?.has(column) === true;
    const target = isChosen ? (chosen.get(column) ?? null) : role === 'year' ? year : role === 'total' ? 'total' : null;
    return target === null ? [] : [{ column, target, isChosen }];
  });
  const levels = priceLevelsOf(grid, reading, matched.map(({ column }) => column));
  return matched.map(({ column, target, isChosen }): ColumnMatch => {
    const rivals = matched.filter((other) => other.target === target);
    const isOnlyChoice = isChosen && rivals.filter((other) => other.isChosen).length === 1;
    return { column, target, isShared: rivals.length > 1 && !isOnlyChoice, priceLevel: priceLevel ?? levels.get(column) ?? null };
  });
}

/** The price level of each compared column: that of its own heading, else the one that the headings of the other columns name. */
function priceLevelsOf(grid: Grid, reading: WorksheetReading, columns: readonly number[]): ReadonlyMap<number, string> {
  const headers = grid.values.filter((_row, index) => reading.rows[index]?.role === 'header');
  const levelsIn = (wanted: (column: number) => boolean): Set<string> =>
    new Set(headers.flatMap((row) => row.flatMap((value, column) => (typeof value === 'string' && wanted(column) ? (readPriceLevel(value) ?? []) : []))));
  const [common, second] = levelsIn((column) => !columns.includes(column));
  return new Map(
    columns.flatMap((column) => {
      const [own] = levelsIn((other) => other === column);
      const level = own ?? (second === undefined ? common : undefined);
      return level === undefined ? [] : [[column, level] as const];
    }),
  );
}
