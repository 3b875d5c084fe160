import { type Amount, digitExponent } from '../../../money/amount';
import { placeKey } from '../../checking/check-building';
import { type Check, type CheckedPlace, type Term } from '../../rule';

/** A printed figure that can be wrong. Units: `value` and `step` (its last printed digit, for a dash that of the figures it is added with) in half units of the finest digit of all. */
export interface Variable {
  readonly place: CheckedPlace;
  readonly printed: Amount;
  readonly value: number;
  readonly step: number;
}

/**
 * What a check demands of the figures: |Σ weight × value| ≤ bound. Shape: `terms` by the variable's index; `result` is the variable that the check prints.
 * Units: half units of the finest digit, so that a bound of half a unit is a whole number. `residual` is the sum as printed.
 */
export interface Equation {
  /** The index of the check. */
  readonly check: number;
  readonly result: number;
  readonly terms: ReadonlyMap<number, number>;
  readonly residual: number;
  readonly bound: number;
}

/** The arithmetic of a set of checks. Units: `exponent` is the power of ten, in kroner, of the finest digit of all. */
export interface EquationSystem {
  readonly variables: readonly Variable[];
  readonly equations: readonly Equation[];
  readonly exponent: number;
  /** The figure that stands at a place, by its index; undefined where no equation knows it. */
  variableAt(place: CheckedPlace, printed: Amount): number | undefined;
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

  /** These and some more. */
  with(more: readonly Equation[]): EquationIndex {
    return new EquationIndex([...this.equations, ...more]);
  }

  /** The figures that stand in any of them, in the order of the equations. */
  get figures(): number[] {
    return [...this.byFigure.keys()];
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
 * Shape: `isExact` tells of which checks rounding explains nothing, because the document's figures were not rounded one by one; one that differs although rounding could explain it gets a bound of zero too.
 * An amount that the text repeats in the same figures, and that each time is held against one and the same cell, is one figure: it was decided once.
 */
export function equationsOf(checks: readonly Check[], isExact: (check: Check) => boolean): EquationSystem {
  const exponent = finestExponent(checks);
  const variables = new Variables(exponent, repeatedFigures(checks));
  const equations = checks.flatMap((check, index) => equationOf(check, index, variables, isExact(check)) ?? []);
  return { equations, variables: withSteps(variables.all, equations), exponent, variableAt: (place, printed) => variables.at(place, printed) };
}

/** The printed figures that take part, each once. */
class Variables {
  readonly all: Variable[] = [];
  private readonly indexes = new Map<string, number>();

  constructor(
    private readonly exponent: number,
    private readonly repeated: ReadonlyMap<string, string>,
  ) {}

  /** The amount in half units of the finest digit. */
  scale(amount: Amount): number {
    return 2 * amount.coefficient * 10 ** (digitExponent(amount) - this.exponent);
  }

  at(place: CheckedPlace, printed: Amount): number | undefined {
    return this.indexes.get(this.nameOf(figureName(place, printed)));
  }

  /** The figure at a place: the same digits at the same place on the same line are the same figure, unless one check has them there several times. */
  indexOf(place: CheckedPlace, printed: Amount, earlier = 0): number {
    const name = this.nameOf(figureName(place, printed, earlier));
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    this.indexes.set(name, this.all.length);
    return this.all.push({ place, printed, value: this.scale(printed), step: this.scale({ ...printed, coefficient: 1 }) }) - 1;
  }

  private nameOf(name: string): string {
    return this.repeated.get(name) ?? name;
  }
}

function figureName(place: CheckedPlace, { coefficient, decimals, unit }: Amount, earlier = 0): string {
  return [placeKey(place), place.position?.page, place.position?.line, coefficient, decimals, unit, earlier].join('|');
}

/** The figures, where a dash has the last digit of the finest figure that it is added with: it has none of its own. */
function withSteps(variables: readonly Variable[], equations: readonly Equation[]): Variable[] {
  const isDash = ({ printed }: Variable): boolean => printed.coefficient === 0 && printed.decimals === 0;
  const finest = new Map<number, number>();
  for (const { terms } of equations) {
    const figures = [...terms.keys()];
    const step = Math.min(...figures.flatMap((figure) => (variables[figure] === undefined || isDash(variables[figure]) ? [] : [variables[figure].step])));
    for (const figure of figures) finest.set(figure, Math.min(finest.get(figure) ?? Infinity, step));
  }
  return variables.map((variable, index) => ({ ...variable, step: isDash(variable) ? Math.min(variable.step, finest.get(index) ?? Infinity) : variable.step }));
}

/** For the further places of an amount that is printed in several, the first one: they are of one cell and alike in every digit. */
function repeatedFigures(checks: readonly Check[]): ReadonlyMap<string, string> {
  const [first, names] = [new Map<string, string>(), new Map<string, string>()];
  for (const { place, printed, terms } of checks) {
    const [term, ...more] = terms ?? [];
    if (printed === null || term === undefined || more.length > 0) continue;
    const name = figureName(place, printed);
    const key = [placeKey(place), figureName(term.place, term.amount), term.weight, printed.coefficient, printed.decimals, printed.unit].join('|');
    const known = first.get(key);
    if (known === undefined) first.set(key, name);
    else if (known !== name) names.set(name, known);
  }
  return names;
}

function equationOf(check: Check, index: number, variables: Variables, isExact: boolean): Equation | null {
  if (check.printed === null || check.residual === null || check.bound === null || check.terms === undefined) return null;
  const terms = new Map<number, number>();
  for (const { term, earlier } of counted(check.terms)) addTerm(terms, variables.indexOf(term.place, term.amount, earlier), term.weight);
  const result = variables.indexOf(check.place, check.printed);
  addTerm(terms, result, -1);
  const [residual, bound] = [variables.scale(check.residual), variables.scale(check.bound)];
  const sum = [...terms].reduce((total, [variable, weight]) => total + weight * (variables.all[variable]?.value ?? 0), 0);
  if (sum !== residual || Math.abs(sum) > LARGEST) return null;
  return { check: index, result, terms, residual, bound: isExact || (check.outcome === 'differs' && Math.abs(residual) <= bound) ? 0 : bound };
}

/** The terms of a sum with how many like it stand at the same place before: a sentence may name one amount several times in a line. */
function counted(terms: readonly Term[]): { readonly term: Term; readonly earlier: number }[] {
  const seen = new Map<string, number>();
  return terms.map((term) => {
    const name = figureName(term.place, term.amount);
    const earlier = seen.get(name) ?? 0;
    seen.set(name, earlier + 1);
    return { term, earlier };
  });
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
