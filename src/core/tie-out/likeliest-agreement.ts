import { type Agreement } from '../budget/agreement';
import { type Grid, type WorksheetReading } from '../reconciliation/worksheet/worksheet-reading';
import { matchRows } from './match-rows';

/** How many rows with a name decide which agreement a table is about. */
const SAMPLE_ROWS = 100;

/** The agreement in which most of a table's rows are found, of equally many the one with most of its years, then the first; null without agreements. */
export function likeliestAgreement(grid: Grid, reading: WorksheetReading, agreements: readonly Agreement[]): Agreement | null {
  if (agreements.length <= 1) return agreements[0] ?? null;
  const sample = sampleOf(grid, reading);
  const years = reading.columns.flatMap(({ year }) => year ?? []);
  const rated = agreements.map((agreement) => ({
    agreement,
    rows: matchRows(sample.grid, sample.reading, agreement).filter(({ entry }) => entry !== null).length,
    years: years.filter((year) => agreement.years.includes(year)).length,
  }));
  rated.sort((a, b) => b.rows - a.rows || b.years - a.years);
  return rated[0]?.agreement ?? null;
}

function sampleOf({ values }: Grid, reading: WorksheetReading): { readonly grid: Grid; readonly reading: WorksheetReading } {
  const named = reading.rows.flatMap(({ role }, row) => (role === 'header' || role === 'heading' || role === 'blank' ? [] : [row])).slice(0, SAMPLE_ROWS);
  return {
    grid: { values: named.map((row) => values[row] ?? []) },
    reading: { ...reading, rows: named.flatMap((row) => reading.rows[row] ?? []) },
  };
}
