import { type Agreement, type Mention } from '../budget/agreement';
import { componentRowId, initiativeRowId, mentionRowId, parseRowId, poolRowId, totalRowId } from '../budget/row-reference';
import { normalizeName } from '../catalogue/name-matching';
import { type EditionComparison, type EditionRow } from '../edition/edition';
import { pairNamesakes, type Thing } from '../edition/pair-things';

/** Which row of the new edition each row of the old one is, by their ids; a row that is gone is not there. */
export type RowMap = ReadonlyMap<string, string>;

/** The rows of two editions that are the same: initiatives with their components, printed totals, pools, amounts of the text. Shape: of what was split or merged, the one that kept its name. */
export function mapRows(old: Agreement, now: Agreement, { rows, totals, pools }: EditionComparison): RowMap {
  const map = new Map<string, string>();
  for (const row of rows) {
    const pair = pairOf(old, now, row);
    if (pair === null) continue;
    map.set(initiativeRowId(pair.old), initiativeRowId(pair.now));
    for (const { old: before, now: after } of row.components) if (before !== null && after !== null) map.set(componentRowId(pair.old, before), componentRowId(pair.now, after));
  }
  for (const { old: before, now: after } of totals) if (before !== null && after !== null) map.set(totalRowId(before), totalRowId(after));
  for (const { old: before, now: after } of pools) if (before !== null && after !== null) map.set(poolRowId(before), poolRowId(after));
  for (const { old: before, now: after } of pairNamesakes(old.mentions.map(thingOfMention), now.mentions.map(thingOfMention))) map.set(mentionRowId(before), mentionRowId(after));
  return map;
}

function pairOf(old: Agreement, now: Agreement, { old: before, now: after }: EditionRow): { readonly old: number; readonly now: number } | null {
  const nameOf = ({ initiatives }: Agreement, place: number): string => normalizeName(initiatives[place]?.title ?? '');
  if (before.length === 1 && after.length === 1) return { old: before[0] ?? 0, now: after[0] ?? 0 };
  for (const place of before) {
    const twin = after.find((one) => nameOf(now, one) !== '' && nameOf(now, one) === nameOf(old, place));
    if (twin !== undefined) return { old: place, now: twin };
  }
  return null;
}

function thingOfMention({ amount: { coefficient, decimals, unit }, purpose, from, to }: Mention): Thing {
  return { number: null, name: [purpose ?? '', coefficient, decimals, unit, from ?? '', to ?? ''].join(' '), group: '', figures: '' };
}

/** The id of a row in the new edition; rows that are none of the agreement's (sums, footers) keep theirs. Null where it is gone. */
export function followRow(rows: RowMap, rowId: string): string | null {
  return parseRowId(rowId) === null ? rowId : (rows.get(rowId) ?? null);
}
