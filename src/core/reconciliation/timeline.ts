import { type Agreement, type Initiative } from '../budget/agreement';
import { totalCell, yearCell } from '../budget/cells';
import { type Amount } from '../money/amount';
import { cellFigure } from './arithmetic';
import { tableYears } from './checking/initiative-figures';
import { isSameWording, normalizeWording, sharedNames, wordOverlap } from './checking/wording';

/** An initiative as one agreement grants it. Units: amounts in the agreement's own unit and price level. */
export interface TimelineEntry {
  readonly agreement: Agreement;
  readonly initiative: Initiative;
  readonly years: readonly { readonly year: number; readonly amount: Amount | null }[];
  readonly total: Amount | null;
  readonly priceLevel: string | null;
  /** Whether the title is the same words, or only shares its telling words. */
  readonly isSameTitle: boolean;
}

/** An initiative's grants over agreements, earliest first. Amounts of different price levels stand side by side and are never added. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  readonly priceLevels: readonly (string | null)[];
  readonly hasMixedPriceLevels: boolean;
}

/** How much of the shorter title the longer one repeats before two titles are taken for one initiative. */
const SAME_INITIATIVE = 0.6;

/** Where an initiative stands in each agreement at hand, by title: at most one entry an agreement, the best fitting. */
export function timelineOf(title: string, agreements: readonly Agreement[]): Timeline {
  const entries = agreements.flatMap((agreement) => entryIn(title, agreement) ?? []).sort((a, b) => firstYear(a) - firstYear(b));
  const priceLevels = [...new Set(entries.map((entry) => entry.priceLevel))];
  return { entries, priceLevels, hasMixedPriceLevels: priceLevels.length > 1 };
}

function entryIn(title: string, agreement: Agreement): TimelineEntry | null {
  const scored = agreement.initiatives
    .map((initiative) => ({ initiative, score: scoreOf(title, initiative, agreement) }))
    .filter(({ score }) => score >= SAME_INITIATIVE)
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || (next !== undefined && next.score === best.score)) return null;
  return entryOf(agreement, best.initiative, isSameWording(best.initiative.title ?? '', title));
}

function scoreOf(title: string, initiative: Initiative, agreement: Agreement): number {
  const names = [initiative.title, initiative.section?.text ?? null].flatMap((name) => name ?? []);
  if (initiative.titleDamaged || names.length === 0) return 0;
  if (names.some((name) => isSameWording(name, title))) return 2;
  if (names.some((name) => sharedNames(name, title).some((word) => isOnlyIn(word, initiative, agreement)))) return 1;
  return Math.max(...names.map((name) => wordOverlap(name, title)));
}

/** A name that several initiatives of an agreement bear ("Danmark") tells none of them. */
function isOnlyIn(word: string, initiative: Initiative, agreement: Agreement): boolean {
  return agreement.initiatives.every((other) => other === initiative || !normalizeWording(other.title ?? '').split(' ').includes(word));
}

function entryOf(agreement: Agreement, initiative: Initiative, isSameTitle: boolean): TimelineEntry {
  const row = initiative.total;
  const years = tableYears(initiative).map((year) => ({
    year,
    amount: row === null ? null : (cellFigure(yearCell(initiative.columns, row, year), initiative.unit)?.amount ?? null),
  }));
  const total = row === null ? null : (cellFigure(totalCell(initiative.columns, row), initiative.unit)?.amount ?? null);
  return { agreement, initiative, years, total, priceLevel: initiative.priceLevel, isSameTitle };
}

function firstYear(entry: TimelineEntry): number {
  return entry.years[0]?.year ?? Infinity;
}
