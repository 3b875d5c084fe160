import { matchNormalized, normalizeName } from '../catalogue/name-matching';
import { indexLikeness, likestNames } from '../tie-out/likeness';
import { type EditionChoices, type Pair, type PairReason } from './edition';

/** What a thing is known by. Shape: `figures` is one text for all of its money, empty where that tells too little; `group` one text for where it stands. */
export interface Thing {
  readonly number: string | null;
  readonly name: string;
  readonly group: string;
  readonly figures: string;
}

/** What must not be paired, because it is known to be something else. Shape: indexes. */
export interface SetAside {
  readonly old: ReadonlySet<number>;
  readonly now: ReadonlySet<number>;
}

const NOTHING: SetAside = { old: new Set(), now: new Set() };

/** The pairs of things that bear the same name, or that the user paired. Shape: in the order of the new edition. */
export function pairNamesakes(old: readonly Thing[], now: readonly Thing[], chosen: EditionChoices = new Map()): Pair[] {
  return pairSigns(old, now, chosen, NOTHING).sorted();
}

/**
 * Pairs the things of two editions, each once: as the user said, then by ever weaker signs; what is left is paired with nothing.
 * A sign counts where it is unique among what is left on both sides; several of one name are paired in their order where both sides have as many.
 * Source: the order of a tie-out: the same name before a part of it, that before a likely one; n log n.
 */
export function pairThings(old: readonly Thing[], now: readonly Thing[], chosen: EditionChoices = new Map(), aside: SetAside = NOTHING): Pair[] {
  const matching = pairSigns(old, now, chosen, aside);
  matching.pairLike('part-of-name', (name, likest) => {
    const holding = likest.places.filter((place) => matchNormalized(name, likest.nameAt(place)) !== 'none' || matchNormalized(likest.nameAt(place), name) !== 'none');
    return holding.length === 1 ? (holding[0] ?? null) : null;
  });
  matching.pairLike('likeness', (_name, likest) => (likest.isUnique ? (likest.places[0] ?? null) : null));
  matching.pairBy('amounts', ({ number, figures }) => (number === null || figures === '' ? null : `${number}|${figures}`));
  matching.pairBy('amounts', ({ figures }) => (figures === '' ? null : figures));
  return matching.sorted();
}

function pairSigns(old: readonly Thing[], now: readonly Thing[], chosen: EditionChoices, aside: SetAside): Matching {
  const matching = new Matching(old.map(named), now.map(named), aside);
  matching.choose(chosen);
  matching.pairBy('number-and-name', ({ number, normalized }) => (number === null || normalized === '' ? null : `${number}|${normalized}`));
  matching.pairBy('name', ({ normalized, figures }) => (normalized === '' || figures === '' ? null : `${normalized}|${figures}`));
  matching.pairBy('name', ({ normalized, group }) => (normalized === '' ? null : `${normalized}|${group}`));
  matching.pairBy('name', ({ normalized }) => (normalized === '' ? null : normalized), true);
  matching.pairBy('number', ({ number }) => number, false, (a, b) => a.normalized === '' || b.normalized === '');
  return matching;
}

/** A thing with its name as it is compared. */
interface Named extends Thing {
  readonly normalized: string;
}

function named(thing: Thing): Named {
  return { ...thing, normalized: normalizeName(thing.name) };
}

/** The likest names of the other edition, the likest first; `isUnique` when that is clearly ahead. */
interface Likest {
  readonly places: readonly number[];
  readonly isUnique: boolean;
  readonly nameAt: (place: number) => string;
}

/** A pairing under way: what is paired, and what is left on both sides. */
class Matching {
  private readonly pairs: Pair[] = [];
  private openOld: number[];
  private openNow: number[];

  constructor(private readonly old: readonly Named[], private readonly now: readonly Named[], aside: SetAside) {
    this.openOld = [...old.keys()].filter((index) => !aside.old.has(index));
    this.openNow = [...now.keys()].filter((index) => !aside.now.has(index));
  }

  /** The pairs in the order of the new edition. */
  sorted(): Pair[] {
    return [...this.pairs].sort((a, b) => a.now - b.now);
  }

  choose(chosen: EditionChoices): void {
    const [old, now] = [new Set(this.openOld), new Set(this.openNow)];
    for (const [place, twin] of chosen) {
      if (twin === null || !now.has(place) || !old.delete(twin)) continue;
      this.pairs.push({ old: twin, now: place, reason: 'user' });
    }
    this.openOld = [...old];
    this.openNow = this.openNow.filter((place) => !chosen.has(place));
  }

  /** Pairs what has the same key: the only ones with it, or with `inOrder` as many on both sides. */
  pairBy(reason: PairReason, keyOf: (thing: Named) => string | null, inOrder = false, isSame: (old: Named, now: Named) => boolean = () => true): void {
    const old = placesByKey(this.old, this.openOld, keyOf);
    for (const [key, places] of placesByKey(this.now, this.openNow, keyOf)) {
      const twins = old.get(key) ?? [];
      if (twins.length !== places.length || (places.length > 1 && !inOrder)) continue;
      places.forEach((place, index) => {
        const [a, b, twin] = [this.old[twins[index] ?? -1], this.now[place], twins[index]];
        if (a !== undefined && b !== undefined && twin !== undefined && isSame(a, b)) this.pairs.push({ old: twin, now: place, reason });
      });
    }
    this.close();
  }

  /** Pairs names of which each is the one that is chosen for the other. */
  pairLike(reason: PairReason, choose: (name: string, likest: Likest) => number | null): void {
    const there = chooseAll(this.now, this.openNow, this.old, this.openOld, choose);
    const back = chooseAll(this.old, this.openOld, this.now, this.openNow, choose);
    for (const [now, old] of there) if (back.get(old) === now) this.pairs.push({ old, now, reason });
    this.close();
  }

  private close(): void {
    const [old, now] = [new Set(this.pairs.map((pair) => pair.old)), new Set(this.pairs.map((pair) => pair.now))];
    this.openOld = this.openOld.filter((place) => !old.has(place));
    this.openNow = this.openNow.filter((place) => !now.has(place));
  }
}

function chooseAll(from: readonly Named[], openFrom: readonly number[], to: readonly Named[], openTo: readonly number[], choose: (name: string, likest: Likest) => number | null): Map<number, number> {
  const index = indexLikeness(openTo.map((place) => to[place]?.normalized ?? ''));
  const nameAt = (place: number): string => to[openTo[place] ?? -1]?.normalized ?? '';
  return new Map(
    openFrom.flatMap((place) => {
      const name = from[place]?.normalized ?? '';
      const chosen = choose(name, { ...likestNames(index, name), nameAt });
      const twin = chosen === null ? undefined : openTo[chosen];
      return twin === undefined ? [] : [[place, twin] as const];
    }),
  );
}

function placesByKey(things: readonly Named[], open: readonly number[], keyOf: (thing: Named) => string | null): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const place of open) {
    const thing = things[place];
    const key = thing === undefined ? null : keyOf(thing);
    if (key === null) continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  }
  return places;
}
