import { type Amount, digitExponent } from '../../money/amount';
import { placeKey } from '../checking/check-building';
import { type Check, type CheckedPlace } from '../rule';

/** A printed figure that can be wrong. Units: `value` and `step` (its last printed digit) in half units of the finest digit of all. */
export interface Variable {
  readonly place: CheckedPlace;
  readonly printed: Amount;
  readonly value: number;
  readonly step: number;
}

/**
 * What a check demands of the figures: |Σ weight × value| ≤ bound. Shape: `terms` by the variable's index.
 * Units: half units of the finest digit, so that a bound of half a unit is a whole number. `residual` is the sum as printed.
 */
export interface Equation {
  /** The index of the check. */
  readonly check: number;
  readonly terms: ReadonlyMap<number, number>;
  readonly residual: number;
  readonly bound: number;
}

/** The arithmetic of a set of checks. */
export interface EquationSystem {
  readonly variables: readonly Variable[];
  readonly equations: readonly Equation[];
}

/** Some equations, which a figure finds those that it stands in. */
export class EquationIndex {
  private readonly byFigure = new Map<number, number[]>();
  /** Those that do not hold. */
  readonly broken: readonly Equation[];

  constructor(private readonly equations: readonly Equation[]) {
    this.broken = equations.filter(({ residual, bound }) => Math.abs(residual) > bound);
    equations.forEach(({ terms }, index) => {
      for (const figure of terms.keys()) {
        const known = this.byFigure.get(figure);
        if (known === undefined) this.byFigure.set(figure, [index]);
        else known.push(index);
      }
    });
  }

  /** Those in which any of some figures stands, in their order. */
  touching(figures: readonly number[]): Equation[] {
    const indexes = new Set(figures.flatMap((figure) => this.byFigure.get(figure) ?? []));
    return [...indexes].sort((a, b) => a - b).flatMap((index) => this.equations[index] ?? []);
  }
}

/** The largest number that is still computed with; beyond it an equation is left out. */
const LARGEST = 2 ** 50;

/**
 * The equations of the checks that compare a sum with a printed figure, passed and failed.
 * Shape: a check that differs although rounding could explain it (an exact document) gets a bound of zero.
 */
export function equationsOf(checks: readonly Check[]): EquationSystem {
  const variables = new Variables(finestExponent(checks));
  return { equations: checks.flatMap((check, index) => equationOf(check, index, variables) ?? []), variables: variables.all };
}

/** The printed figures that take part, each once. */
class Variables {
  readonly all: Variable[] = [];
  private readonly indexes = new Map<string, number>();

  constructor(private readonly exponent: number) {}

  /** The amount in half units of the finest digit. */
  scale(amount: Amount): number {
    return 2 * amount.coefficient * 10 ** (digitExponent(amount) - this.exponent);
  }

  /** The figure at a place: the same place on the same line is the same figure. */
  indexOf(place: CheckedPlace, printed: Amount): number {
    const key = `${placeKey(place)}|${place.position?.page ?? ''}|${place.position?.line ?? ''}`;
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.all.length);
    return this.all.push({ place, printed, value: this.scale(printed), step: this.scale({ ...printed, coefficient: 1 }) }) - 1;
  }
}

function equationOf(check: Check, index: number, variables: Variables): Equation | null {
  if (check.printed === null || check.residual === null || check.bound === null || check.terms === undefined) return null;
  const terms = new Map<number, number>();
  for (const { place, amount, weight } of check.terms) addTerm(terms, variables.indexOf(place, amount), weight);
  addTerm(terms, variables.indexOf(check.place, check.printed), -1);
  const [residual, bound] = [variables.scale(check.residual), variables.scale(check.bound)];
  const sum = [...terms].reduce((total, [variable, weight]) => total + weight * (variables.all[variable]?.value ?? 0), 0);
  if (sum !== residual || Math.abs(sum) > LARGEST) return null;
  return { check: index, terms, residual, bound: check.outcome === 'differs' && Math.abs(residual) <= bound ? 0 : bound };
}

function addTerm(terms: Map<number, number>, variable: number, weight: number): void {
  const sum = (terms.get(variable) ?? 0) + weight;
  if (sum === 0) terms.delete(variable);
  else terms.set(variable, sum);
}

function finestExponent(checks: readonly Check[]): number {
  let finest = Infinity;
  for (const { printed, residual, computed, bound } of checks) for (const amount of [printed, residual, computed, bound]) if (amount !== null) finest = Math.min(finest, digitExponent(amount));
  return finest === Infinity ? 0 : finest;
}
