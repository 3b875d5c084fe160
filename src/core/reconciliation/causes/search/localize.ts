import { type Equation, type EquationIndex } from './equations';
import { type RowSlip } from './row-slips';

/** A linear condition on how far figures are off and on which slips were made: |constant + Σ weight × change| ≤ bound. */
interface Condition {
  readonly terms: ReadonlyMap<number, number>;
  readonly constant: number;
  readonly bound: number;
}

/**
 * Sets of corrections that make every equation hold, all of the smallest cost: a figure costs one, a slip of a row what it says.
 * Shape: a figure by its index, a slip by that of {@link Corrigible}. `isComplete` says whether there are such sets and all of them were looked at.
 */
export interface Localization {
  readonly solutions: readonly (readonly number[])[];
  readonly cost: number;
  readonly isComplete: boolean;
}

/** How far the search goes before it says that it stopped looking. Units: sets of corrections tried; cost of a set; solutions of one cost. */
export const SEARCH_LIMITS = { nodes: 4000, cost: 6, solutions: 40 } as const;

/** What can be corrected: every figure, by its index, and slips of whole rows, by the indexes after the last figure's. */
export class Corrigible {
  private readonly slipsOf = new Map<Equation, (readonly [number, number])[]>();

  constructor(
    private readonly figures: number,
    private readonly slips: readonly RowSlip[] = [],
  ) {
    slips.forEach(({ effects }, index) => {
      for (const [equation, effect] of effects) {
        const known = this.slipsOf.get(equation);
        if (known === undefined) this.slipsOf.set(equation, [[figures + index, effect]]);
        else known.push([figures + index, effect]);
      }
    });
  }

  slipOf(correction: number): RowSlip | undefined {
    return this.slips[correction - this.figures];
  }

  costOf(correction: number): number {
    return this.slipOf(correction)?.cost ?? 1;
  }

  /** What an equation demands of figures and slips. */
  conditionOf(equation: Equation): Condition {
    const slips = this.slipsOf.get(equation);
    return { terms: slips === undefined ? equation.terms : new Map([...equation.terms, ...slips]), constant: equation.residual, bound: equation.bound };
  }

  /** Those of some equations that a correction has a part in. */
  touched(correction: number, equations: EquationIndex): Equation[] {
    const slip = this.slipOf(correction);
    return slip === undefined ? equations.touching([correction]) : equations.touching([...slip.effects.keys()].map(({ result }) => result)).filter((equation) => slip.effects.has(equation));
  }

  isTouched(equation: Equation, correction: number): boolean {
    return this.slipOf(correction)?.effects.has(equation) ?? equation.terms.has(correction);
  }
}

/**
 * The cheapest sets of corrections with which all equations hold, within their rounding bounds.
 * Shape: what holds is looked at where a chosen correction has a part in it, so that the search does not grow with the rest of the document. Several sets where several of the same cost explain everything; none within the limits gives an empty list.
 * Source: error localisation after Fellegi and Holt (1976), by branching on a violated condition and eliminating the chosen figure
 * from the others (Fourier and Motzkin), as in de Waal (2003) and R's editrules; a slip of a row is a figure that is either off by what the slip says or not at all.
 */
export function localizeErrors(passing: EquationIndex, failing: readonly Equation[], corrigible: Corrigible): Localization {
  const search = new Search(passing, corrigible);
  const conditions = [...passing.broken, ...failing].map((equation) => corrigible.conditionOf(equation));
  let cost = 0;
  while (search.solutions.length === 0 && !search.isStopped && cost < SEARCH_LIMITS.cost) {
    cost += 1;
    search.run(conditions, cost);
  }
  return { solutions: search.solutions, cost, isComplete: search.solutions.length > 0 && !search.isStopped && search.solutions.length < SEARCH_LIMITS.solutions };
}

/** Depth-first over sets of one cost at a time, so that the first found are the cheapest. */
class Search {
  readonly solutions: number[][] = [];
  isStopped = false;
  private nodes = 0;

  constructor(
    private readonly passing: EquationIndex,
    private readonly corrigible: Corrigible,
  ) {}

  run(conditions: readonly Condition[], cost: number): void {
    this.branch(conditions, [], new Set(), cost);
  }

  /** Shape: what uses up the cost must have a part in everything that is still violated. */
  private branch(conditions: readonly Condition[], chosen: readonly number[], excluded: ReadonlySet<number>, left: number): void {
    this.nodes += 1;
    this.isStopped = this.isStopped || this.nodes > SEARCH_LIMITS.nodes;
    if (this.isStopped || this.solutions.length >= SEARCH_LIMITS.solutions) return;
    const violated = conditions.filter(isViolated).sort((a, b) => a.terms.size - b.terms.size);
    const [first] = violated;
    if (first === undefined) {
      this.solutions.push([...chosen]);
      return;
    }
    if (countDisjoint(violated, excluded) > left) return;
    const tried = new Set(excluded);
    for (const correction of byOccurrence(first, violated)) {
      const cost = this.corrigible.costOf(correction);
      if (tried.has(correction) || cost > left || (cost === left && violated.some(({ terms }) => !terms.has(correction)))) continue;
      this.branch(this.corrected([...this.untouched(correction, chosen), ...conditions], correction), [...chosen, correction], tried, left - cost);
      tried.add(correction);
    }
  }

  private corrected(conditions: readonly Condition[], correction: number): Condition[] {
    return this.corrigible.slipOf(correction) === undefined ? eliminate(conditions, correction) : conditions.map((condition) => settle(condition, correction));
  }

  /** The conditions that hold and that a correction is the first chosen one to have a part in. */
  private untouched(correction: number, chosen: readonly number[]): Condition[] {
    return this.corrigible
      .touched(correction, this.passing)
      .filter((equation) => Math.abs(equation.residual) <= equation.bound && !chosen.some((other) => this.corrigible.isTouched(equation, other)))
      .map((equation) => this.corrigible.conditionOf(equation));
  }
}

/** A condition after a slip was corrected. */
function settle(condition: Condition, slip: number): Condition {
  const effect = condition.terms.get(slip);
  if (effect === undefined) return condition;
  const terms = new Map(condition.terms);
  terms.delete(slip);
  return { ...condition, terms, constant: condition.constant + effect };
}

function isViolated({ constant, bound }: Condition): boolean {
  return Math.abs(constant) > bound;
}

/** How many violated conditions share no figure: each of them needs a figure of its own. Infinite where one has none left. */
function countDisjoint(violated: readonly Condition[], excluded: ReadonlySet<number>): number {
  const used = new Set<number>();
  let count = 0;
  for (const { terms } of violated) {
    const free = [...terms.keys()].filter((variable) => !excluded.has(variable));
    if (free.length === 0) return Infinity;
    if (free.some((variable) => used.has(variable))) continue;
    for (const variable of free) used.add(variable);
    count += 1;
  }
  return count;
}

/** The figures of a condition, those first that stand in most of the violated ones. */
function byOccurrence(condition: Condition, violated: readonly Condition[]): number[] {
  const count = (variable: number): number => violated.filter(({ terms }) => terms.has(variable)).length;
  return [...condition.terms.keys()].map((variable) => [variable, count(variable)] as const).sort((a, b) => b[1] - a[1]).map(([variable]) => variable);
}

/** The conditions that remain when a figure may take any value: each two that contain it become one without it. */
function eliminate(conditions: readonly Condition[], variable: number): Condition[] {
  const [inside, outside]: [Condition[], Condition[]] = [[], []];
  for (const condition of conditions) (condition.terms.has(variable) ? inside : outside).push(condition);
  for (let one = 0; one < inside.length; one += 1) {
    for (let other = one + 1; other < inside.length; other += 1) outside.push(combine(inside[one] as Condition, inside[other] as Condition, variable));
  }
  return outside;
}

/** Two conditions as one without a figure that both contain. */
function combine(one: Condition, other: Condition, variable: number): Condition {
  const a = other.terms.get(variable) ?? 0;
  const b = -(one.terms.get(variable) ?? 0);
  const terms = new Map<number, number>();
  for (const [key, weight] of one.terms) if (key !== variable) terms.set(key, a * weight);
  for (const [key, weight] of other.terms) {
    if (key === variable) continue;
    const sum = (terms.get(key) ?? 0) + b * weight;
    if (sum === 0) terms.delete(key);
    else terms.set(key, sum);
  }
  return { terms, constant: a * one.constant + b * other.constant, bound: Math.abs(a) * one.bound + Math.abs(b) * other.bound };
}

/**
 * By how much each figure of a set of corrections is off: the change that makes the equations hold, exact ones where they can be.
 * Shape: by figure; null where no change in whole last digits (`stepOf`) does.
 */
export function changesOf(equations: readonly Equation[], corrections: readonly number[], stepOf: (figure: number) => number, corrigible: Corrigible): ReadonlyMap<number, number> | null {
  const slips = corrections.filter((correction) => corrigible.slipOf(correction) !== undefined);
  const figures = corrections.filter((correction) => corrigible.slipOf(correction) === undefined);
  const settled = equations.map((equation) => slips.reduce(settle, corrigible.conditionOf(equation)));
  const systems: Condition[][] = [settled];
  for (const figure of figures.slice(0, -1)) systems.push(eliminate(systems[systems.length - 1] ?? [], figure));
  const changes = new Map<number, number>();
  for (let index = figures.length - 1; index >= 0; index -= 1) {
    const figure = figures[index] ?? 0;
    const change = changeWithin(systems[index] ?? [], figure, changes, stepOf(figure));
    if (change === null) return null;
    changes.set(figure, change);
  }
  return changes;
}

/** The change of one figure that all conditions allow, the others being known: the one that the narrowest condition asks for exactly. */
function changeWithin(conditions: readonly Condition[], variable: number, known: ReadonlyMap<number, number>, step: number): number | null {
  let [low, high, exact, width] = [-Infinity, Infinity, 0, Infinity];
  for (const { terms, constant, bound } of conditions) {
    const weight = terms.get(variable);
    if (weight === undefined) continue;
    const rest = [...terms].reduce((sum, [key, factor]) => (key === variable ? sum : sum + factor * (known.get(key) ?? 0)), constant);
    const [from, to] = [(-rest - bound) / weight, (-rest + bound) / weight].sort((a, b) => a - b) as [number, number];
    low = Math.max(low, from);
    high = Math.min(high, to);
    if (to - from < width) [exact, width] = [-rest / weight, to - from];
  }
  const wished = Math.round(Math.min(high, Math.max(low, exact)) / step) * step;
  return [wished, wished - step, wished + step].find((change) => change >= low - 1e-9 && change <= high + 1e-9) ?? null;
}
