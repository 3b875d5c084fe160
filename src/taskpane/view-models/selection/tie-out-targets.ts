import { type Agreement } from '../../../core/budget/agreement';
import { totalRowId } from '../../../core/budget/row-reference';
import { entriesOf, entryOfRowId, type CatalogueEntry } from '../../../core/catalogue/entries';
import { type RowMatch, type TieOutChoices } from '../../../core/tie-out/tie-out';

/** The choice of comparing a row or column with nothing. */
export const NOT_COMPARED = 'none';

/** The choice of comparing a column with the total. */
export const TOTAL = 'total';

/** Something that a row can be compared with. Shape: `key` is its row id; a group, which has none, can be kept but not chosen. */
export interface RowTarget {
  readonly key: string;
  readonly title: string;
}

/** What a row is compared with and can be: what it is now, the nearest, then everything of the agreement, each once. */
export function rowTargets({ entry, candidates }: RowMatch, agreement: Agreement): { readonly current: string; readonly options: readonly RowTarget[] } {
  const now = entry === null ? [] : [entry];
  const byKey = new Map<string, RowTarget>();
  for (const one of [...now, ...candidates, ...everythingOf(agreement)]) {
    const key = one.rowId ?? (one === entry ? one.title : null);
    if (key !== null && !byKey.has(key)) byKey.set(key, { key, title: titleOf(one) });
  }
  return { current: entry === null ? NOT_COMPARED : (entry.rowId ?? entry.title), options: [...byKey.values()] };
}

/** The choices with one more for a row. */
export function chooseRow(choices: TieOutChoices, row: number, target: string): TieOutChoices {
  return { ...choices, rows: new Map([...(choices.rows ?? []), [row, target === NOT_COMPARED ? null : target]]) };
}

/** The choices with one more for a column. */
export function chooseColumn(choices: TieOutChoices, column: number, target: string): TieOutChoices {
  const chosen = target === NOT_COMPARED ? null : target === TOTAL ? TOTAL : Number(target);
  return { ...choices, columns: new Map([...(choices.columns ?? []), [column, chosen]]) };
}

/** How many years before an agreement's first a table's price level is offered. */
const EARLIER_LEVELS = 4;

/** The price levels that a table can be said to be in: the agreement's, the one that is known, and those of its years and a few before; none where the agreement states none. */
export function priceLevelsToChoose({ priceLevel, years }: Agreement, known: string | null): readonly string[] {
  if (priceLevel === null) return [];
  const [first, last] = [years[0], years.at(-1)];
  const around = first === undefined || last === undefined ? [] : Array.from({ length: last - first + EARLIER_LEVELS + 1 }, (_none, index) => `${first - EARLIER_LEVELS + index}-pl`);
  const levels = new Map([priceLevel, ...(known === null ? [] : [known]), ...around].map((level) => [level.toLowerCase(), level] as const).reverse());
  return [...levels.values()].sort();
}

const everything = new WeakMap<Agreement, readonly CatalogueEntry[]>();

function everythingOf(agreement: Agreement): readonly CatalogueEntry[] {
  const known = everything.get(agreement);
  if (known !== undefined) return known;
  const all = [...entriesOf(agreement), ...agreement.totals.flatMap((_total, index) => entryOfRowId(agreement, totalRowId(index)) ?? [])];
  everything.set(agreement, all);
  return all;
}

/** A part is named with what it is a part of. */
function titleOf({ kind, title, initiative }: CatalogueEntry): string {
  return kind === 'component' && initiative?.title !== undefined && initiative.title !== null ? `${title} (${initiative.title})` : title;
}
