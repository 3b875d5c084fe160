import { type AST, RegExpParser } from '@eslint-community/regexpp';

/**
 * Whether a regular expression can take exponentially long: whether it has a loop that can run over the same text in two ways.
 * Shape: the places of the pattern's characters and which may follow which (Glushkov's automaton); two runs from one place over equal characters that part
 * and meet again there make it ambiguous, and so does a step that two nested loops both allow.
 * What looks around is looked at by itself. Repetitions of many times count as endless, those of a few times are written out.
 */
export function isExponential(source: string, flags: string): boolean {
  const automaton = new Automaton(flags.replace(/[gy]/g, ''), source, FEW_TIMES);
  const pending: (readonly AST.Alternative[])[] = [alternativesOf(source, flags)];
  for (let alternatives = pending.pop(); alternatives !== undefined; alternatives = pending.pop()) automaton.readAlternatives(alternatives, pending);
  return automaton.hasDoubledStep() || automaton.hasTwoRuns();
}

/**
 * Whether a regular expression can take a time that grows with the square of its text, or faster: whether a loop that the rest of the pattern may fail behind
 * can be entered at many places of a text that runs through it, from a loop before it or from any start of a search.
 * Shape: places and steps as for `isExponential`; repetitions up to a number count as few, whatever the number. What stands in front of a start
 * (`^`, a character that may not stand before) is known, other conditions in the middle are not.
 */
export function isPolynomial(source: string, flags: string): boolean {
  const pending: (readonly AST.Alternative[])[] = [alternativesOf(source, flags)];
  for (let alternatives = pending.pop(), isSearched = !flags.includes('y'); alternatives !== undefined; alternatives = pending.pop(), isSearched = false) {
    const automaton = new Automaton(flags.replace(/[gy]/g, ''), source, Number.POSITIVE_INFINITY);
    if (automaton.hasManyEntries(automaton.readAlternatives(alternatives, pending), isSearched)) return true;
  }
  return false;
}

function alternativesOf(source: string, flags: string): readonly AST.Alternative[] {
  return new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') }).alternatives;
}

/** Repetitions of more times than this count as endless. */
const FEW_TIMES = 4;

/** The characters on which classes are compared: Latin letters, figures and marks, and what the vocabulary knows besides. */
const SAMPLES = [...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)), ...'\u2007\u2009\u200B\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201C\u201D\u2020\u2022\u2028\u202F\u20AC\u2212\uFB01\uF0B7'];

/** Which samples a class accepts, by the pattern's flags and the class. */
const KNOWN_CLASSES = new Map<string, ReadonlySet<string>>();

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
  /** What may stand before it where it takes nothing, and before each of its first places; null for anything. */
  readonly guard: Guard;
  readonly entries: ReadonlyMap<number, Guard>;
  /** Whether it may take nothing without a condition, and the last places behind which nothing can fail. */
  readonly isFree: boolean;
  readonly ends: readonly number[];
  /** Whether it asks for nothing but the end of the text. */
  readonly isEnd: boolean;
}

/** The characters that may stand before a place; null for any. */
type Guard = ReadonlySet<string> | null;

const EMPTY: Part = { first: [], last: [], isNullable: true, guard: null, entries: new Map(), isFree: true, ends: [], isEnd: false };

class Automaton {
  private readonly accepts: ReadonlySet<string>[] = [];
  private readonly next: Set<number>[] = [];
  private readonly doubled: (readonly [from: number, to: number])[] = [];
  private readonly samples: readonly string[];
  private pending: (readonly AST.Alternative[])[] = [];

  constructor(private readonly flags: string, source: string, private readonly fewTimes: number) {
    this.samples = [...new Set([...SAMPLES, ...source])];
  }

  readAlternatives(alternatives: readonly AST.Alternative[], pending: (readonly AST.Alternative[])[]): Part {
    this.pending = pending;
    const parts = alternatives.map(({ elements }) => elements.map((element) => this.readElement(element)).reduce((one, other) => this.concat(one, other), EMPTY));
    return {
      first: parts.flatMap((part) => part.first),
      last: parts.flatMap((part) => part.last),
      isNullable: parts.some((part) => part.isNullable),
      guard: eitherGuard(parts.filter((part) => part.isNullable).map((part) => part.guard)),
      entries: new Map(parts.flatMap((part) => [...part.entries])),
      isFree: parts.some((part) => part.isFree),
      ends: parts.flatMap((part) => part.ends),
      isEnd: false,
    };
  }

  /** Whether a step within a loop is allowed twice. */
  hasDoubledStep(): boolean {
    const loops = components(this.next.map((followers) => [...followers]));
    return this.doubled.some(([from, to]) => loops[from] === loops[to]);
  }

  /** Whether a loop that may fail can be entered at many places of a text that runs through it. */
  hasManyEntries(whole: Part, isSearched: boolean): boolean {
    const loops = components(this.next.map((followers) => [...followers]));
    const isInLoop = (place: number): boolean => [...(this.next[place] ?? [])].some((follower) => loops[follower] === loops[place]);
    const looping = this.next.flatMap((_followers, place) => (isInLoop(place) ? [place] : []));
    const canFail = this.reachedBefore(whole.ends, [...whole.entries.keys()]);
    return looping.some((loop) => {
      if (whole.ends.includes(loop)) return false;
      const isSearchedFor = isSearched && canFail.has(loop) && this.runsInto(null, loop, loops, whole.entries);
      return isSearchedFor || looping.some((from) => loops[from] !== loops[loop] && this.runsInto(from, loop, loops, whole.entries));
    });
  }

  /** The places that can be reached before any of those at which the pattern is found. */
  private reachedBefore(ends: readonly number[], entries: readonly number[]): ReadonlySet<number> {
    const reached = new Set(entries);
    for (const place of reached) if (!ends.includes(place)) for (const follower of this.next[place] ?? []) reached.add(follower);
    return reached;
  }

  /** Whether over one text a run stays in a loop (any start of a search where it is null), another one comes from there into a second loop, and a third stays in that. */
  private runsInto(from: number | null, loop: number, loops: readonly number[], entries: ReadonlyMap<number, Guard>): boolean {
    const seen = new Set<string>();
    const open: (readonly [stays: number | null, comes: number | null, runs: number, before: readonly string[] | null])[] = [[from, from, loop, null]];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      const [stays, comes, runs, before] = state;
      for (const nextRuns of this.within(runs, loops)) {
        for (const nextStays of stays === null ? [null] : this.within(stays, loops)) {
          for (const nextComes of comes === null ? [null, ...entries.keys()] : (this.next[comes] ?? [])) {
            const guard = comes === null && nextComes !== null ? (entries.get(nextComes) ?? null) : null;
            if (guard !== null && !(before ?? [...(this.accepts[runs] ?? [])]).some((character) => guard.has(character))) continue;
            const shared = [...(this.accepts[nextRuns] ?? [])].filter((character) => (nextStays === null || this.accepts[nextStays]?.has(character) === true) && (nextComes === null || this.accepts[nextComes]?.has(character) === true));
            if (shared.length === 0) continue;
            if (nextStays === from && nextComes === loop && nextRuns === loop) return true;
            const key = `${nextStays ?? ''},${nextComes ?? ''},${nextRuns}`;
            if (seen.has(key)) continue;
            seen.add(key);
            open.push([nextStays, nextComes, nextRuns, shared]);
          }
        }
      }
    }
    return false;
  }

  private within(place: number, loops: readonly number[]): number[] {
    return [...(this.next[place] ?? [])].filter((follower) => loops[follower] === loops[place]);
  }

  /** Whether two runs from one place over equal characters part and meet there again. */
  hasTwoRuns(): boolean {
    const loops = components(this.next.map((followers) => [...followers]));
    const numbers = new Map<string, number>();
    const pairs: (readonly [number, number])[] = [];
    const edges: number[][] = [];
    const numberOf = (one: number, other: number): number => {
      const key = `${one},${other}`;
      const known = numbers.get(key) ?? pairs.push([one, other]) - 1;
      numbers.set(key, known);
      return known;
    };
    this.next.forEach((followers, place) => {
      if ([...followers].some((follower) => loops[follower] === loops[place])) numberOf(place, place);
    });
    for (let index = 0; index < pairs.length; index += 1) {
      const [one, other] = pairs[index] ?? [0, 0];
      const inLoop = (place: number): number[] => [...(this.next[place] ?? [])].filter((follower) => loops[follower] === loops[place]);
      edges[index] = inLoop(one).flatMap((a) => inLoop(other).filter((b) => this.isOverlapping(a, b)).map((b) => numberOf(a, b)));
    }
    const circles = components(edges);
    const meeting = new Set(pairs.flatMap(([one, other], index) => (one === other ? [circles[index]] : [])));
    return pairs.some(([one, other], index) => one !== other && meeting.has(circles[index]));
  }

  private readElement(element: AST.Element): Part {
    switch (element.type) {
      case 'Character':
        return this.addPlace(new Set(this.flags.includes('i') ? casesOf(element.value) : [String.fromCodePoint(element.value)]));
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.addPlace(this.acceptedBy(element.raw));
      case 'Group':
      case 'CapturingGroup':
        return this.readAlternatives(element.alternatives, this.pending);
      case 'Quantifier':
        return this.readQuantifier(element);
      case 'Assertion':
        if (element.kind === 'lookahead' || element.kind === 'lookbehind') this.pending.push(element.alternatives);
        return { ...EMPTY, isFree: false, guard: this.guardOf(element), isEnd: element.kind === 'end' && !this.flags.includes('m') };
      case 'Backreference':
        return EMPTY;
    }
  }

  private readQuantifier({ element, min, max }: AST.Quantifier): Part {
    if (max === 0) return EMPTY;
    if (max <= this.fewTimes && max !== Number.POSITIVE_INFINITY) {
      let whole = EMPTY;
      for (let times = Math.min(max, FEW_TIMES); times > 0; times -= 1) {
        const part = this.readElement(element);
        const rest = this.concat(part, whole);
        whole = times > min ? orNothing(rest) : rest;
      }
      return min === 0 ? orNothing(whole) : whole;
    }
    const part = this.readElement(element);
    this.connect(part.last, part.first);
    return min === 0 ? orNothing(part) : part;
  }

  /** What may stand before a place behind an assertion; any character where that is not told by one alone. */
  private guardOf(element: AST.Assertion): Guard {
    if (element.kind === 'start') return new Set(this.flags.includes('m') ? ['\n'] : []);
    if (element.kind !== 'lookbehind') return null;
    const single = element.alternatives.map(({ elements: [only, ...others] }) => (only !== undefined && others.length === 0 && /^Character/.test(only.type) ? only : null));
    const known = single.flatMap((one) => (one === null ? [] : [this.acceptedBy(one.raw)]));
    if (element.negate) return new Set(this.samples.filter((sample) => !known.some((accepted) => accepted.has(sample))));
    return known.length < single.length ? null : new Set(known.flatMap((accepted) => [...accepted]));
  }

  private concat(one: Part, other: Part): Part {
    this.connect(one.last, other.first);
    return {
      first: one.isNullable ? [...one.first, ...other.first] : one.first,
      last: other.isNullable ? [...one.last, ...other.last] : other.last,
      isNullable: one.isNullable && other.isNullable,
      guard: bothGuards(one.guard, other.guard),
      entries: new Map([...[...other.entries].flatMap(([place, guard]): [number, Guard][] => (one.isNullable ? [[place, bothGuards(one.guard, guard)]] : [])), ...one.entries]),
      isFree: one.isFree && other.isFree,
      ends: other.isFree ? [...one.ends, ...other.ends] : other.isEnd ? one.ends.filter((place) => this.runsToTheEnd(place)) : other.ends,
      isEnd: false,
    };
  }

  /** Whether a place takes whatever comes, so that it reaches the end of the text. */
  private runsToTheEnd(place: number): boolean {
    return this.next[place]?.has(place) === true && this.samples.every((sample) => this.accepts[place]?.has(sample) === true);
  }

  private connect(from: readonly number[], to: readonly number[]): void {
    for (const one of from) {
      for (const other of to) {
        if (this.next[one]?.has(other) === true) this.doubled.push([one, other]);
        this.next[one]?.add(other);
      }
    }
  }

  private addPlace(accepted: ReadonlySet<string>): Part {
    const place = this.accepts.push(accepted) - 1;
    this.next.push(new Set());
    return { first: [place], last: [place], isNullable: false, guard: null, entries: new Map([[place, null]]), isFree: false, ends: [place], isEnd: false };
  }

  private acceptedBy(raw: string): ReadonlySet<string> {
    const key = `${this.flags} ${this.samples.length} ${raw}`;
    const known = KNOWN_CLASSES.get(key);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^(?:${raw})$`, this.flags);
    const accepted = new Set(this.samples.filter((sample) => pattern.test(sample)));
    if (this.samples.length === SAMPLES.length) KNOWN_CLASSES.set(key, accepted);
    return accepted;
  }

  private isOverlapping(one: number, other: number): boolean {
    const [a, b] = [this.accepts[one] ?? new Set<string>(), this.accepts[other] ?? new Set<string>()];
    for (const sample of a) if (b.has(sample)) return true;
    return false;
  }
}

/** A part that may be left out. */
function orNothing(part: Part): Part {
  return { ...part, isNullable: true, isFree: true, guard: null };
}

/** What may stand before where two conditions hold. */
function bothGuards(one: Guard, other: Guard): Guard {
  if (one === null || other === null) return one ?? other;
  return new Set([...one].filter((character) => other.has(character)));
}

/** What may stand before where one of some conditions holds. */
function eitherGuard(guards: readonly Guard[]): Guard {
  const known = guards.flatMap((guard) => (guard === null ? [] : [guard]));
  return known.length < guards.length || guards.length === 0 ? null : new Set(known.flatMap((guard) => [...guard]));
}

/** A character in small and in capital letters. */
function casesOf(code: number): string[] {
  const character = String.fromCodePoint(code);
  return [character, character.toLowerCase(), character.toUpperCase()];
}

/** For every place the circle of steps that it belongs to (Tarjan); places on no circle have circles of their own. */
function components(edges: readonly (readonly number[] | undefined)[]): number[] {
  const component: number[] = new Array<number>(edges.length).fill(-1);
  const order: number[] = [];
  const low: number[] = [];
  const open: number[] = [];
  let count = 0;
  let counter = 0;
  const visit = (start: number): void => {
    const path: { readonly node: number; at: number }[] = [{ node: start, at: 0 }];
    order[start] = low[start] = counter += 1;
    open.push(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const target = edges[node]?.[top.at];
      top.at += 1;
      if (target === undefined) {
        if (low[node] === order[node]) {
          for (let member = open.pop(); member !== undefined; member = open.pop()) {
            component[member] = count;
            if (member === node) break;
          }
          count += 1;
        }
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
      } else if (order[target] === undefined) {
        order[target] = low[target] = counter += 1;
        open.push(target);
        path.push({ node: target, at: 0 });
      } else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  };
  for (let node = 0; node < edges.length; node += 1) {
    if (order[node] !== undefined) continue;
    visit(node);
  }
  return component;
}
