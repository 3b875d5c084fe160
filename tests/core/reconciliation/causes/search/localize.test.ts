import { type Equation, EquationIndex } from '../../../../../src/core/reconciliation/causes/search/equations';
import { changesOf, Corrigible, type Localization, localizeErrors } from '../../../../../src/core/reconciliation/causes/search/localize';
import { linkedGroups } from '../../../../../src/core/reconciliation/causes/search/linked-groups';

/** An equation over figures by index. */
function equation(terms: Readonly<Record<number, number>>, residual: number, bound = 0): Equation {
  return { check: 0, result: -1, terms: new Map(Object.entries(terms).map(([figure, weight]) => [Number(figure), weight])), residual, bound };
}

/** Figures alone, no slips of rows. */
const FIGURES = new Corrigible(1000);

/** What explains some equations, those that hold and those that do not. */
function localize(equations: readonly Equation[]): Localization {
  return localizeErrors(new EquationIndex(equations), [], FIGURES);
}

/** The terms of an equation that nobody may look into. */
class Unseen extends Map<number, number> {
  override has(): boolean {
    throw new Error('looked at');
  }
}

describe('localizeErrors', () => {
  it('finds the figure that two failed equations share, and spares what a passed one holds', () => {
    const equations = [equation({ 0: 1, 1: 1, 2: -1 }, 6), equation({ 0: 1, 3: 1, 4: -1 }, 6), equation({ 1: 1, 5: -1 }, 0)];
    expect(localize(equations)).toEqual({ solutions: [[0]], cost: 1, isComplete: true });
  });

  it('looks at nothing that no chosen figure stands in', () => {
    const far = { check: 0, result: -1, terms: new Unseen([[8, 1], [9, -1]]), residual: 0, bound: 0 };
    const failing = [equation({ 0: 1, 1: 1, 2: -1 }, 6), equation({ 0: 1, 3: 1, 4: -1 }, 6)];
    expect(localizeErrors(new EquationIndex([far, equation({ 1: 1, 5: -1 }, 0)]), failing, FIGURES)).toEqual({ solutions: [[0]], cost: 1, isComplete: true });
  });

  it('gives every set of the smallest size', () => {
    expect(localize([equation({ 0: 1, 1: 1, 2: -1 }, 4)]).solutions.map(([figure]) => figure).sort()).toEqual([0, 1, 2]);
  });

  it('leaves what rounding explains', () => {
    expect(localize([equation({ 0: 1, 1: -1 }, 3, 3)])).toEqual({ solutions: [[]], cost: 1, isComplete: true });
  });

  it('finds nothing where no figure is free to change', () => {
    expect(localize([equation({}, 4)]).solutions).toEqual([]);
  });

  it('says that it stopped looking in a knot that is too large', () => {
    const knot = Array.from({ length: 40 }, (_, row) => equation(Object.fromEntries(Array.from({ length: 40 }, (_, column) => [(row * 7 + column * 13) % 200, 1])), 2 * (row + 1)));
    expect(localize(knot).isComplete).toBe(false);
  });
});

describe('changesOf', () => {
  it('gives the change that makes the equations hold exactly', () => {
    expect(changesOf([equation({ 0: 1, 1: -1 }, 8, 2), equation({ 1: 1, 2: -1 }, -8, 2)], [1], () => 2, FIGURES)).toEqual(new Map([[1, 8]]));
  });

  it('gives none that is no whole last digit', () => {
    expect(changesOf([equation({ 0: 1, 1: -1 }, 5)], [0], () => 2, FIGURES)).toBeNull();
  });
});

describe('linkedGroups', () => {
  it('joins items by links in common, also by way of others, in the order of their first items', () => {
    expect(linkedGroups([[1, 2], [3], [4, 5], [2, 4]], (item) => item)).toEqual([[[1, 2], [4, 5], [2, 4]], [[3]]]);
  });
});
