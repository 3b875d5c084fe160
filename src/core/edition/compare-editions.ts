import { type Agreement, type Initiative, type Pool } from '../budget/agreement';
import { rowOfPool } from '../budget/row-reference';
import { type Row } from '../budget/table';
import { normalizeName } from '../catalogue/name-matching';
import { isSameRecommendation } from '../reconciliation/checking/wording';
import { areOtherPriceLevels, compareRows, figuresOfRow, kindsOfFigures, moneyOfRow, type MeasuredRow } from './compare-figures';
import { cautionsOf } from './edition-cautions';
import { type ChangeKind, type ComponentChange, type EditionChoices, type EditionComparison, type EditionRow, type FigureChange, type Pair, type PoolChange, type PoolCondition, type TotalChange } from './edition';
import { findRests, findSplits, type Split, type SplitThing } from './find-splits';
import { profileKey, type MoneyProfile } from './money-profile';
import { pairNamesakes, pairThings, type SetAside, type Thing } from './pair-things';
import { sumOfInitiatives } from './sum-initiatives';

/** Money in fewer places than this is met by chance: it is no sign that two things are the same. */
const TELLING_AMOUNTS = 2;

/**
 * Two editions of an agreement side by side: initiatives, their components, printed totals and pools, paired and compared figure by figure.
 * Shape: what the user said of the pairing goes first; nothing is converted between price levels.
 */
export function compareEditions(old: Agreement, now: Agreement, chosen: EditionChoices = new Map()): EditionComparison {
  const { pairs, splits } = pairInitiatives(old, now, chosen);
  const rows = rowsOf(old, now, pairs, splits);
  return { rows, totals: compareTotals(old, now), pools: comparePools(old, now), cautions: cautionsOf(old, now, rows) };
}

/** What of the initiatives is the same, and what was split or merged. */
interface InitiativePairing {
  readonly pairs: readonly Pair[];
  readonly splits: readonly { readonly old: readonly number[]; readonly now: readonly number[] }[];
}

function pairInitiatives(old: Agreement, now: Agreement, chosen: EditionChoices): InitiativePairing {
  const [before, after] = [old.initiatives.map(thingOfInitiative), now.initiatives.map(thingOfInitiative)];
  if (areOtherPriceLevels(old.priceLevel, now.priceLevel)) return { pairs: pairThings(before, after, chosen), splits: [] };
  const [was, is] = [old.initiatives.map(splitThing), now.initiatives.map(splitThing)];
  const namesakes = pairNamesakes(before, after, chosen);
  const [openOld, openNow] = open(namesakes, before.length, after.length, chosen);
  const divided = findSplits(was, openOld, is, openNow).map(({ whole, parts }) => ({ old: [whole], now: parts }));
  const aside = asideOf(divided);
  const merged = findSplits(is, openNow.filter((place) => !aside.now.has(place)), was, openOld.filter((place) => !aside.old.has(place))).map(({ whole, parts }) => ({ old: parts, now: [whole] }));
  const pairs = pairThings(before, after, chosen, asideOf([...divided, ...merged]));
  return withRests({ pairs, splits: [...divided, ...merged] }, was, is, chosen);
}

/** Pairs of which a part became, or came from, an initiative without a twin. */
function withRests({ pairs, splits }: InitiativePairing, was: readonly SplitThing[], is: readonly SplitThing[], chosen: EditionChoices): InitiativePairing {
  const aside = asideOf(splits);
  const [allOld, allNow] = open(pairs, was.length, is.length, chosen);
  const [openOld, openNow] = [allOld.filter((place) => !aside.old.has(place)), allNow.filter((place) => !aside.now.has(place))];
  const free = pairs.filter(({ reason }) => reason !== 'user');
  const divided = findRests(free, was, is, 'old', openNow, is);
  const taken = new Set(divided.map(({ whole }) => whole));
  const merged = findRests(free, is, was, 'now', openOld, was).filter(({ whole }) => !taken.has(whole));
  const pairOf = ({ whole }: Split): Pair => free[whole] ?? { old: 0, now: 0, reason: 'name' };
  const found = [
    ...divided.map((split) => ({ old: [pairOf(split).old], now: [pairOf(split).now, ...split.parts] })),
    ...merged.map((split) => ({ old: [pairOf(split).old, ...split.parts], now: [pairOf(split).now] })),
  ];
  const gone = asideOf(found);
  return { pairs: pairs.filter(({ old }) => !gone.old.has(old)), splits: [...splits, ...found] };
}

function open(pairs: readonly Pair[], old: number, now: number, chosen: EditionChoices): [number[], number[]] {
  const [before, after] = [new Set(pairs.map((pair) => pair.old)), new Set(pairs.map((pair) => pair.now))];
  return [Array.from({ length: old }, (_none, place) => place).filter((place) => !before.has(place)), Array.from({ length: now }, (_none, place) => place).filter((place) => !after.has(place) && !chosen.has(place))];
}

function asideOf(splits: InitiativePairing['splits']): SetAside {
  return { old: new Set(splits.flatMap(({ old }) => old)), now: new Set(splits.flatMap(({ now }) => now)) };
}

function thingOfInitiative(initiative: Initiative): Thing {
  const { number, title, titleDamaged, group, total } = initiative;
  const money = total === null ? null : moneyOfRow(measured(initiative, total));
  return { number, name: title === null || titleDamaged ? '' : title, group: group.map(normalizeName).join('|'), figures: tellingKey(money) };
}

function tellingKey(money: MoneyProfile | null): string {
  return money === null || money.size < TELLING_AMOUNTS ? '' : profileKey(money);
}

function splitThing(initiative: Initiative): SplitThing {
  return { name: initiative.title ?? '', money: initiative.total === null ? null : moneyOfRow(measured(initiative, initiative.total)) };
}

/** A row of an initiative with what its figures are in. */
function measured({ columns, unit, priceLevel }: Initiative, row: Row): MeasuredRow {
  return { columns, row, unit, priceLevel };
}

function rowsOf(old: Agreement, now: Agreement, pairs: readonly Pair[], splits: InitiativePairing['splits']): EditionRow[] {
  const byNow = new Map<number, EditionRow>();
  for (const pair of pairs) byNow.set(pair.now, comparePair(old, now, pair));
  for (const split of splits) byNow.set(Math.min(...split.now), compareSplit(old, now, split));
  const aside = asideOf(splits);
  const paired = new Set(pairs.map((pair) => pair.old));
  now.initiatives.forEach((initiative, place) => {
    if (!byNow.has(place) && !aside.now.has(place)) byNow.set(place, onlyIn('now', initiative, place));
  });
  const gone = old.initiatives.flatMap((initiative, place) => (paired.has(place) || aside.old.has(place) ? [] : [onlyIn('old', initiative, place)]));
  return [...[...byNow].sort(([a], [b]) => a - b).map(([, row]) => row), ...gone];
}

function onlyIn(edition: 'old' | 'now', initiative: Initiative, place: number): EditionRow {
  const figures = initiative.total === null ? [] : figuresOfRow(measured(initiative, initiative.total), edition);
  const places = { old: edition === 'old' ? [place] : [], now: edition === 'now' ? [place] : [] };
  return { ...places, reason: null, kinds: [edition === 'old' ? 'gone' : 'new'], figures, components: [] };
}

function comparePair(old: Agreement, now: Agreement, { old: place, now: twin, reason }: Pair): EditionRow {
  const [was, is] = [old.initiatives[place], now.initiatives[twin]];
  if (was === undefined || is === undefined) throw new RangeError('A pair of an initiative that is not there');
  const figures = was.total === null || is.total === null ? [] : compareRows(measured(was, was.total), measured(is, is.total));
  const components = compareComponents(was, is);
  const kinds: ChangeKind[] = [
    ...(isRenamed(was.title, is.title) ? ['renamed' as const] : []),
    ...kindsOfFigures(figures),
    ...((was.total === null) === (is.total === null) ? [] : ['not-comparable' as const]),
    ...(was.unit !== null && is.unit !== null && was.unit !== is.unit ? ['unit' as const] : []),
    ...(components.some((component) => component.kinds.length > 0) ? ['components' as const] : []),
    ...(isOtherRecommendation(was, is) ? ['recommendation' as const] : []),
    ...(was.group.map(normalizeName).join('|') === is.group.map(normalizeName).join('|') ? [] : ['group' as const]),
  ];
  return { old: [place], now: [twin], reason, kinds: [...new Set(kinds)], figures, components };
}

function isRenamed(old: string | null, now: string | null): boolean {
  return normalizeName(old ?? '') !== normalizeName(now ?? '');
}

function isOtherRecommendation(old: Initiative, now: Initiative): boolean {
  const [was, is] = [old.recommendation?.text ?? '', now.recommendation?.text ?? ''];
  return was !== is && !isSameRecommendation(was, is);
}

function compareSplit(old: Agreement, now: Agreement, { old: before, now: after }: InitiativePairing['splits'][number]): EditionRow {
  const [was, is] = [sumOfInitiatives(old, before), sumOfInitiatives(now, after)];
  const figures = was === null || is === null ? [] : compareRows(was, is);
  return { old: before, now: after, reason: null, kinds: [before.length === 1 ? 'split' : 'merged'], figures, components: [] };
}

function compareComponents(old: Initiative, now: Initiative): ComponentChange[] {
  const things = ({ components, ...initiative }: Initiative): Thing[] => components.map((row) => ({ number: row.number, name: row.label ?? '', group: row.kind, figures: tellingKey(moneyOfRow({ ...initiative, row })) }));
  const pairs = pairThings(things(old), things(now));
  return compareAll(pairs, old.components.length, now.components.length).map(([before, after]): ComponentChange => {
    const [was, is] = [old.components[before ?? -1], now.components[after ?? -1]];
    const figures = figuresOfPair(was === undefined ? null : measured(old, was), is === undefined ? null : measured(now, is));
    return { old: before, now: after, figures, kinds: kindsOfPair(was?.label ?? null, is?.label ?? null, before, after, figures) };
  });
}

/** Every pair, and everything without a twin, in the order of the new edition. */
function compareAll(pairs: readonly Pair[], old: number, now: number): (readonly [number | null, number | null])[] {
  const [byNow, paired] = [new Map(pairs.map((pair) => [pair.now, pair.old])), new Set(pairs.map((pair) => pair.old))];
  const there = Array.from({ length: now }, (_none, place) => [byNow.get(place) ?? null, place] as const);
  return [...there, ...Array.from({ length: old }, (_none, place) => place).flatMap((place) => (paired.has(place) ? [] : [[place, null] as const]))];
}

function figuresOfPair(old: MeasuredRow | null, now: MeasuredRow | null): FigureChange[] {
  if (old !== null && now !== null) return compareRows(old, now);
  if (old !== null) return figuresOfRow(old, 'old');
  return now === null ? [] : figuresOfRow(now, 'now');
}

function kindsOfPair(oldName: string | null, nowName: string | null, old: number | null, now: number | null, figures: readonly FigureChange[]): ChangeKind[] {
  if (old === null) return ['new'];
  if (now === null) return ['gone'];
  return [...(isRenamed(oldName, nowName) ? ['renamed' as const] : []), ...kindsOfFigures(figures)];
}

function compareTotals(old: Agreement, now: Agreement): TotalChange[] {
  const things = ({ totals }: Agreement): Thing[] => totals.map(({ label, group, table }) => ({ number: table ?? null, name: label, group: group.map(normalizeName).join('|'), figures: '' }));
  const rowAt = (agreement: Agreement, place: number | null): MeasuredRow | null => {
    const total = place === null ? undefined : agreement.totals[place];
    if (total === undefined) return null;
    const unit = total.row.cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.amount.unit] : []))[0] ?? agreement.unit;
    return { columns: total.columns, row: total.row, unit, priceLevel: agreement.priceLevel };
  };
  return compareAll(pairThings(things(old), things(now)), old.totals.length, now.totals.length).map(([before, after]): TotalChange => {
    const figures = figuresOfPair(rowAt(old, before), rowAt(now, after));
    const name = (agreement: Agreement, place: number | null): string | null => agreement.totals[place ?? -1]?.label ?? null;
    return { old: before, now: after, figures, kinds: kindsOfPair(name(old, before), name(now, after), before, after, figures) };
  });
}

function comparePools(old: Agreement, now: Agreement): PoolChange[] {
  const things = ({ pools }: Agreement): Thing[] => pools.map((pool) => ({ number: null, name: pool.title, group: normalizeName(pool.initiative ?? ''), figures: '' }));
  const rowAt = (agreement: Agreement, place: number | null): MeasuredRow | null => {
    const pool = agreement.pools[place ?? -1];
    return pool === undefined ? null : { ...rowOfPool(pool), unit: (pool.total ?? pool.amounts[0]?.amount)?.unit ?? null, priceLevel: agreement.priceLevel };
  };
  return compareAll(pairThings(things(old), things(now)), old.pools.length, now.pools.length).map(([before, after]): PoolChange => {
    const [was, is] = [old.pools[before ?? -1], now.pools[after ?? -1]];
    const figures = figuresOfPair(rowAt(old, before), rowAt(now, after));
    const conditions = was === undefined || is === undefined ? [] : changedConditions(was, is);
    return { old: before, now: after, figures, conditions, kinds: [...kindsOfPair(was?.title ?? null, is?.title ?? null, before, after, figures), ...(conditions.length > 0 ? ['conditions' as const] : [])] };
  });
}

const CONDITIONS: readonly PoolCondition[] = ['initiative', 'administration', 'rounds', 'support'];

function changedConditions(old: Pool, now: Pool): PoolChange['conditions'] {
  return CONDITIONS.map((condition) => ({ condition, old: conditionOf(old, condition), now: conditionOf(now, condition) })).filter((one) => normalizeName(one.old) !== normalizeName(one.now));
}

function conditionOf({ initiative, administrationPercent, roundYears, supportFrom, supportTo }: Pool, condition: PoolCondition): string {
  switch (condition) {
    case 'initiative': return initiative ?? '';
    case 'administration': return administrationPercent === null ? '' : `${administrationPercent} %`;
    case 'rounds': return roundYears.join(', ');
    case 'support': return [...new Set([supportFrom, supportTo].filter((year) => year !== null))].join('-');
  }
}
