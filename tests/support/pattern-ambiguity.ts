import { type AST, RegExpParser } from '@eslint-community/regexpp';

/**
 * Whether a regular expression can take exponentially long: whether it has a loop that can run over the same text in two ways.
 * Shape: the places of the pattern's characters and which may follow which (Glushkov's automaton); two runs from one place over equal characters that part
 * and meet again there make it ambiguous, and so does a step that two nested loops both allow.
 * What looks around is looked at by itself. Repetitions of many times count as endless, those of a few times are written out.
 */
export function isExponential(source: string, flags: string): boolean {
  const parsed = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') });
  const automaton = new Automaton(flags.replace(/[gy]/g, ''), source);
  const pending: (readonly AST.Alternative[])[] = [parsed.alternatives];
  for (let alternatives = pending.pop(); alternatives !== undefined; alternatives = pending.pop()) automaton.readAlternatives(alternatives, pending);
  return automaton.hasDoubledStep() || automaton.hasTwoRuns();
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
}

const EMPTY: Part = { first: [], last: [], isNullable: true };

class Automaton {
  private readonly accepts: ReadonlySet<string>[] = [];
  private readonly next: Set<number>[] = [];
  private readonly doubled: (readonly [from: number, to: number])[] = [];
  private readonly samples: readonly string[];
  private pending: (readonly AST.Alternative[])[] = [];

  constructor(private readonly flags: string, source: string) {
    this.samples = [...new Set([...SAMPLES, ...source])];
  }

  readAlternatives(alternatives: readonly AST.Alternative[], pending: (readonly AST.Alternative[])[]): Part {
    this.pending = pending;
    const parts = alternatives.map(({ elements }) => elements.map((element) => this.readElement(element)).reduce((one, other) => this.concat(one, other), EMPTY));
    return { first: parts.flatMap((part) => part.first), last: parts.flatMap((part) => part.last), isNullable: parts.some((part) => part.isNullable) };
  }

  /** Whether a step within a loop is allowed twice. */
  hasDoubledStep(): boolean {
    const loops = components(this.next.map((followers) => [...followers]));
    return this.doubled.some(([from, to]) => loops[from] === loops[to]);
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
        return EMPTY;
      case 'Backreference':
        return EMPTY;
    }
  }

  private readQuantifier({ element, min, max }: AST.Quantifier): Part {
    if (max === 0) return EMPTY;
    if (max <= FEW_TIMES) {
      let whole = EMPTY;
      for (let times = max; times > 0; times -= 1) {
        const part = this.readElement(element);
        const rest = this.concat(part, whole);
        whole = times > min ? { ...rest, isNullable: true } : rest;
      }
      return { ...whole, isNullable: whole.isNullable || min === 0 };
    }
    const part = this.readElement(element);
    this.connect(part.last, part.first);
    return { ...part, isNullable: part.isNullable || min === 0 };
  }

  private concat(one: Part, other: Part): Part {
    this.connect(one.last, other.first);
    return {
      first: one.isNullable ? [...one.first, ...other.first] : one.first,
      last: other.isNullable ? [...one.last, ...other.last] : other.last,
      isNullable: one.isNullable && other.isNullable,
    };
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
    return { first: [place], last: [place], isNullable: false };
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
