import { type Equation, type EquationIndex } from './equations';

/** A linear condition on how far figures are off: |constant + Σ weight × change| ≤ bound. */
interface Condition {
  readonly terms: ReadonlyMap<number, number>;
  readonly constant: number;
  readonly bound: number;
}

/** Sets of figures whose change makes every equation hold, all of the smallest size. `isComplete` says whether there are such sets and all of them were looked at. */
export interface Localization {
  readonly solutions: readonly (readonly number[])[];
  readonly isComplete: boolean;
}

/** How far the search goes before it says that it stopped looking. Units: sets of figures tried; figures in a set; solutions of one size. */
const LIMITS = { nodes: 4000, size: 6, solutions: 40 } as const;

/**
 * The smallest sets of figures that can be changed so that all equations hold, within their rounding bounds.
 * Shape: what holds is looked at where a chosen figure stands in it, so that the search does not grow with the rest of the document. Indexes of variables; several sets where several of the same size explain everything; none within the limits gives an empty list.
 * Source: error localisation after Fellegi and Holt (1976), by branching on a violated condition and eliminating the chosen figure
 * from the others (Fourier and Motzkin), as in de Waal (2003) and R's editrules.
 */
export function localizeErrors(passing: EquationIndex, failing: readonly Equation[]): Localization {
  const search = new Search(passing);
  const conditions = [...passing.broken, ...failing].map(toCondition);
  for (let size = 1; size <= LIMITS.size; size += 1) {
    search.run(conditions, size);
    if (search.solutions.length > 0 || search.isStopped) break;
  }
  return { solutions: search.solutions, isComplete: search.solutions.length > 0 && !search.isStopped && search.solutions.length < LIMITS.solutions };
}

/** Depth-first over sets of one size at a time, so that the first found are the smallest. */
class Search {
  readonly solutions: number[][] = [];
  isStopped = false;
  private nodes = 0;

  constructor(private readonly passing: EquationIndex) {}

  run(conditions: readonly Condition[], size: number): void {
    this.branch(conditions, [], new Set(), size);
  }

  private branch(conditions: readonly Condition[], chosen: readonly number[], excluded: ReadonlySet<number>, left: number): void {
    this.nodes += 1;
    this.isStopped = this.isStopped || this.nodes > LIMITS.nodes;
    if (this.isStopped || this.solutions.length >= LIMITS.solutions) return;
    const violated = conditions.filter(isViolated).sort((a, b) => a.terms.size - b.terms.size);
    const [first] = violated;
    if (first === undefined) {
      this.solutions.push([...chosen]);
      return;
    }
    if (countDisjoint(violated, excluded) > left) return;
    const tried = new Set(excluded);
    for (const variable of byOccurrence(first, violated)) {
      if (tried.has(variable)) continue;
      this.branch(eliminate([...this.untouched(variable, chosen), ...conditions], variable), [...chosen, variable], tried, left - 1);
      tried.add(variable);
    }
  }

  /** The conditions that hold and that a figure is the first chosen one to stand in. */
  private untouched(variable: number, chosen: readonly number[]): Condition[] {
    return this.passing.touching([variable]).filter(({ terms, residual, bound }) => Math.abs(residual) <= bound && !chosen.some((figure) => terms.has(figure))).map(toCondition);
  }
}

function toCondition({ terms, residual, bound }: Equation): Condition {
  return { terms, constant: residual, bound };
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
 * By how much each figure of a set is off: the change that makes the equations hold, exact ones where they can be.
 * Shape: parallel to `figures`; null where no change in whole last digits (`steps`) does.
 */
export function changesOf(equations: readonly Equation[], figures: readonly number[], steps: readonly number[]): number[] | null {
  const systems: Condition[][] = [equations.map(toCondition)];
  for (const variable of figures) systems.push(eliminate(systems[systems.length - 1] ?? [], variable));
  const changes = new Map<number, number>();
  for (let index = figures.length - 1; index >= 0; index -= 1) {
    const variable = figures[index] ?? 0;
    const change = changeWithin(systems[index] ?? [], variable, changes, steps[index] ?? 1);
    if (change === null) return null;
    changes.set(variable, change);
  }
  return figures.map((variable) => changes.get(variable) ?? 0);
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
