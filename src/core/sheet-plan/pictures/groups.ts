import { type Agreement } from '../../budget/agreement';
import { rowTotal } from '../../catalogue/entry-amount';
import { amountToNumber } from '../../money/amount';

/** The most groups that a chart tells apart; the smallest of more are shown together. */
const MOST_GROUPS = 11;

/** The groups of one depth that a picture tells apart, those with the most money first where there are too many, else in the agreement's order. */
export function shownGroups({ initiatives }: Agreement, depth: number): string[] {
  const sums = new Map<string, number>();
  for (const { group, columns, total, unit } of initiatives) {
    const name = group[depth];
    if (name === undefined) continue;
    const amount = total === null || unit === null ? null : rowTotal(columns, total, unit);
    sums.set(name, (sums.get(name) ?? 0) + (amount === null ? 0 : Math.abs(amountToNumber(amount))));
  }
  const names = [...sums.keys()];
  if (names.length <= MOST_GROUPS) return names;
  const kept = new Set([...sums].sort(([, a], [, b]) => b - a).slice(0, MOST_GROUPS).map(([name]) => name));
  return names.filter((name) => kept.has(name));
}
