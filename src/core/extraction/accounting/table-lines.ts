import { type TextLine } from '../lines/document-text';
import { placeOf } from '../../budget/position';
import { type TablePlaces } from './claims';

/** Rows of one table are at most so many lines apart, those of wrapped labels and of groups between them counted. */
const MOST_BETWEEN = 12;

/** A row at the edge of a table that was lost stands within so many lines of the others, and is no sentence. */
const EDGE_LINES = 3;
const MAX_ROW_LENGTH = 120;

/** Whether a line stands between the rows of a table, beside its first or last one, or away from all tables. */
export type TablePlace = 'inside' | 'beside' | 'outside';

/** Where lines stand, told by the places of the rows of the tables. */
export interface TableLines {
  placeAt(index: number): TablePlace;
  /** The one initiative whose table has the line; null where there is none. */
  initiativeAt(index: number): number | null;
}

/** The lines of each table from its first row to its last, and those beside them that can be rows, by their indexes among the document's lines. */
export function tableLines(tables: readonly TablePlaces[], lines: readonly TextLine[]): TableLines {
  const indexes = new Map<number, number>();
  lines.forEach((line, index) => indexes.set(placeOf(line), index));
  const inside = new Map<number, number | null>();
  const beside = new Map<number, number | null>();
  for (const { places, initiative } of tables) {
    const rows = places.flatMap((place) => indexes.get(place) ?? []);
    rows.forEach((index, order) => {
      const previous = rows[order - 1] ?? index;
      for (let at = index - previous <= MOST_BETWEEN ? previous : index; at <= index; at += 1) inside.set(at, initiative);
    });
    for (const [edge, step] of [[rows[0], -1], [rows.at(-1), 1]] as const) {
      for (let count = 1; edge !== undefined && count <= EDGE_LINES && canBeRow(lines[edge + step * count]); count += 1) beside.set(edge + step * count, initiative);
    }
  }
  return {
    placeAt: (index) => (inside.has(index) ? 'inside' : beside.has(index) ? 'beside' : 'outside'),
    initiativeAt: (index) => inside.get(index) ?? beside.get(index) ?? null,
  };
}

function canBeRow(line: TextLine | undefined): boolean {
  return line !== undefined && line.cells === null && line.text.length <= MAX_ROW_LENGTH && !/[.:;]\s*$/.test(line.text);
}
