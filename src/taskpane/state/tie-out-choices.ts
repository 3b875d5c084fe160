import { type TieOutChoices } from '../../core/tie-out/tie-out';
import { type CellPlace, type SelectionCheck } from '../../excel/workbook-port';

/** Whether two places are the same range; no place is the same as none. */
export function isSamePlace(one: CellPlace | null, other: CellPlace): boolean {
  return one?.sheet === other.sheet && one.address === other.address;
}

/**
 * What of the user's choices is still about the same thing after the range was read again: a row's by its name, where just one row has it, so that it
 * follows the row through a sort; a column's where its heading is the same.
 */
export function keptChoices(before: SelectionCheck, now: SelectionCheck, { rows = new Map(), columns = new Map(), ...others }: TieOutChoices): TieOutChoices {
  const [placesBefore, placesNow] = [before.rowNames, now.rowNames].map(placesByName);
  const keptRows = [...rows].flatMap(([row, rowId]) => {
    const name = before.rowNames[row] ?? '';
    const [place, second] = placesNow?.get(name) ?? [];
    const isOne = place !== undefined && second === undefined && placesBefore?.get(name)?.length === 1;
    return isOne ? [[place, rowId] as const] : [];
  });
  const keptColumns = [...columns].filter(([column]) => before.reading.columns[column]?.header === now.reading.columns[column]?.header);
  return { ...others, rows: new Map(keptRows), columns: new Map(keptColumns) };
}

function placesByName(names: readonly (string | null)[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  names.forEach((name, row) => {
    if (name === null) return;
    const known = places.get(name);
    if (known === undefined) places.set(name, [row]);
    else known.push(row);
  });
  return places;
}
