import { sharesWords } from '../reconciliation/checking/wording';
import { indexLikeness, likestNames } from '../tie-out/likeness';
import { type Pair } from './edition';
import { addProfiles, profileKey, type MoneyProfile } from './money-profile';

/** How many initiatives one can be split into, or merged from: neighbours of each other, or the likest names. */
const MOST_PARTS = 6;

/** A profile of fewer amounts than this is met by chance, so then the names have to share a word. */
const TELLING_AMOUNTS = 2;

/** An initiative as a split is found: its name and its money, null where that is not exactly known. */
export interface SplitThing {
  readonly name: string;
  readonly money: MoneyProfile | null;
}

/** One whole whose money is that of several parts. Shape: indexes of the sides that the caller named. */
export interface Split {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** What is sought: money that a run of parts has to make up. */
interface Sought {
  readonly whole: number;
  readonly name: string;
  readonly money: MoneyProfile;
  readonly least: number;
}

/** The initiatives of one side, left without a twin, whose amounts are in every year the sum of several of the other side. Takes no part twice; n log n. */
export function findSplits(wholes: readonly SplitThing[], openWholes: readonly number[], parts: readonly SplitThing[], openParts: readonly number[]): Split[] {
  const sought = openWholes.flatMap((whole): Sought[] => {
    const thing = wholes[whole];
    return thing?.money === null || thing === undefined || thing.money.size === 0 ? [] : [{ whole, name: thing.name, money: thing.money, least: 2 }];
  });
  return takeOnce([...likelyParts(sought, parts, openParts), ...neighbouringParts(sought, parts, openParts)]);
}

/** Pairs of which the old one grants in no year less than its twin, and what it grants more is the money of initiatives without a twin. Shape: `whole` indexes the pairs. */
export function findRests(pairs: readonly Pair[], wholes: readonly SplitThing[], remainders: readonly SplitThing[], side: 'old' | 'now', openParts: readonly number[], parts: readonly SplitThing[]): Split[] {
  const sought = pairs.flatMap((pair, index): Sought[] => {
    const { name = '', money: whole = null } = wholes[side === 'old' ? pair.old : pair.now] ?? {};
    const rest = remainders[side === 'old' ? pair.now : pair.old]?.money ?? null;
    if (whole === null || rest === null) return [];
    const money = addProfiles(whole, rest, -1);
    return money.size === 0 || [...money.values()].some((oere) => oere < 0) ? [] : [{ whole: index, name, money, least: 1 }];
  });
  return takeOnce(neighbouringParts(sought, parts, openParts));
}

/** Sums of neighbours. */
function neighbouringParts(sought: readonly Sought[], parts: readonly SplitThing[], open: readonly number[]): Split[] {
  const byMoney = new Map<string, Sought[]>();
  for (const one of sought) {
    const key = profileKey(one.money);
    byMoney.set(key, [...(byMoney.get(key) ?? []), one]);
  }
  return open.flatMap((_first, start): Split[] => {
    const found: Split[] = [];
    let sum: MoneyProfile = new Map();
    for (let length = 1; length <= MOST_PARTS && start + length <= open.length; length += 1) {
      const money = parts[open[start + length - 1] ?? -1]?.money ?? null;
      if (money === null || money.size === 0) break;
      sum = addProfiles(sum, money);
      const [only, second] = byMoney.get(profileKey(sum)) ?? [];
      const members = open.slice(start, start + length);
      if (only !== undefined && second === undefined && length >= only.least && isTelling(only, members, parts)) found.push({ whole: only.whole, parts: members });
    }
    return found;
  });
}

/** Sums of some of the likest names. */
function likelyParts(sought: readonly Sought[], parts: readonly SplitThing[], open: readonly number[]): Split[] {
  const index = indexLikeness(open.map((place) => parts[place]?.name ?? ''));
  return sought.flatMap((one): Split[] => {
    const wanted = profileKey(one.money);
    const likest = likestNames(index, one.name).places.flatMap((place) => open[place] ?? []);
    const fitting = subsetsOf(likest).filter((members) => {
      const moneys = members.map((place) => parts[place]?.money ?? null);
      return moneys.every((money) => money !== null && money.size > 0) && profileKey(moneys.reduce<MoneyProfile>((sum, money) => addProfiles(sum, money ?? new Map()), new Map())) === wanted;
    });
    const [only] = fitting;
    return only === undefined || !isTelling(one, only, parts) ? [] : [{ whole: one.whole, parts: [...only].sort((a, b) => a - b) }];
  });
}

/** Whether the sum is no chance: several amounts, or names that share a word. */
function isTelling({ name, money }: Sought, members: readonly number[], parts: readonly SplitThing[]): boolean {
  return money.size >= TELLING_AMOUNTS || members.some((place) => sharesWords(name, parts[place]?.name ?? ''));
}

/** The subsets of two or more of a handful of things, the smaller first. */
function subsetsOf(things: readonly number[]): number[][] {
  const subsets = Array.from({ length: 2 ** things.length }, (_none, bits) => things.filter((_thing, index) => (bits & (1 << index)) !== 0));
  return subsets.filter(({ length }) => length >= 2).sort((a, b) => a.length - b.length);
}

/** Splits in order, each thing in one of them only. */
function takeOnce(splits: readonly Split[]): Split[] {
  const [wholes, parts] = [new Set<number>(), new Set<number>()];
  return splits.filter((split) => {
    if (wholes.has(split.whole) || split.parts.some((part) => parts.has(part))) return false;
    wholes.add(split.whole);
    for (const part of split.parts) parts.add(part);
    return true;
  });
}
