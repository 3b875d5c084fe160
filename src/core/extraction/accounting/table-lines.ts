import { type TextLine } from '../lines/document-text';
import { placeOf, type TablePlaces } from './claims';

/** Rows of one table are at most so many lines apart, those of wrapped labels and of groups between them counted. */
const MOST_BETWEEN = 12;

/** Which lines stand inside a table, told by the places of its rows. */
export interface TableLines {
  isInTable(index: number): boolean;
  /** The one initiative whose table has the line between its rows; null where there is none. */
  initiativeAt(index: number): number | null;
}

/** The lines from the first to the last row of each table, as indexes into the document's lines. */
export function tableLines(tables: readonly TablePlaces[], lines: readonly TextLine[]): TableLines {
  const indexes = new Map(lines.map((line, index) => [placeOf(line), index]));
  const owners = new Map<number, number | null>();
  for (const { places, initiative } of tables) {
    let previous = -1;
    for (const place of places) {
      const index = indexes.get(place);
      if (index === undefined) continue;
      const from = previous >= 0 && index - previous <= MOST_BETWEEN ? previous : index;
      for (let at = from; at <= index; at += 1) owners.set(at, initiative);
      previous = index;
    }
  }
  return { isInTable: (index) => owners.has(index), initiativeAt: (index) => owners.get(index) ?? null };
}
