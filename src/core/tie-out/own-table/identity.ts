import { normalizeName } from '../../catalogue/name-matching';
import { type Grid, type WorksheetReading } from '../../reconciliation/worksheet/worksheet-reading';

/**
 * What tells the rows of a table apart wherever they stand: the first text of the row that no other row has, else all its texts together.
 * Shape: parallel to the rows; null for a row without a text, and for rows that no text tells apart.
 */
export function rowKeysOf(grid: Grid, reading: WorksheetReading): (string | null)[] {
  const texts = textsOf(grid, reading);
  const places = placesOf(texts);
  return texts.map((own) => own.find((text) => places.get(text)?.length === 1) ?? null);
}

/** Finds rows by what told them apart when it was remembered. Shape: of a key that several rows have by now, none is found. */
export function rowFinder(grid: Grid, reading: WorksheetReading): (key: string) => number | null {
  const places = placesOf(textsOf(grid, reading));
  return (key) => {
    const [only, second] = places.get(key) ?? [];
    return only === undefined || second !== undefined ? null : only;
  };
}

/** What tells the columns of a table apart: their headings; a column without one of its own is known by its place, as long as the table is as wide. */
export function columnKeysOf({ columns }: WorksheetReading): string[] {
  const names = columns.map(({ header }) => (header === null ? '' : normalizeName(header)));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, index) => (name !== '' && counts.get(name) === 1 ? name : `#${index + 1}/${columns.length}`));
}

/** Every text of each row by which it can be known: each of its labels, then all of them together. */
function textsOf(grid: Grid, reading: WorksheetReading): string[][] {
  const labels = reading.columns.flatMap(({ role }, index) => (role === 'label' ? [index] : []));
  return reading.rows.map(({ role }, row) => {
    if (role === 'header' || role === 'blank') return [];
    const own = labels.flatMap((column) => {
      const value = grid.values[row]?.[column];
      const text = typeof value === 'string' ? normalizeName(value) : '';
      return text === '' ? [] : [text];
    });
    return own.length > 1 ? [...own, own.join(' | ')] : own;
  });
}

function placesOf(texts: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((own, row) => {
    for (const text of new Set(own)) {
      const known = places.get(text);
      if (known === undefined) places.set(text, [row]);
      else known.push(row);
    }
  });
  return places;
}
