import { slipBetween } from '../../checking/suggestion';
import { type Change, type RowSlip } from './row-slips';
import { type Equation, type EquationIndex, type EquationSystem } from './equations';
import { type FigureRows } from './figure-rows';
import { changesOf, type Corrigible } from './localize';

/** How telling a slip is: two digits changed places more than one that is simply another, a row in the neighbouring columns more than one that is missing. Units: none; higher is more telling. */
const TELLING: Readonly<Record<string, number>> = {
  'transposed-digits': 4, sign: 4, 'factor-thousand': 4, 'decimal-point': 4, 'dropped-digit': 2, 'one-digit': 1,
  'shifted-year': 5, 'doubled-row': 5, 'copied-row': 4, 'swapped-years': 4, 'missing-row': 3,
};

/** From which score on a slip is so telling that it goes before what rounding says. */
const STRONG = 4;

/** What a set of corrections would change. Shape: `changes` are those of the figures, the slips' among them. Units: `misfit`, what all sums that it has a part in then miss, in half units of the finest digit. */
export interface Explanation {
  readonly corrections: readonly number[];
  readonly slips: readonly RowSlip[];
  readonly changes: readonly Change[];
  readonly misfit: number;
}

/** Everything that explanations are weighed by. */
export interface Weighing {
  readonly failing: readonly Equation[];
  readonly passing: EquationIndex;
  readonly system: EquationSystem;
  readonly rows: FigureRows;
  readonly corrigible: Corrigible;
}

/**
 * Sets of corrections of one cost, the likeliest first: those whose changes are slips that leave a trace (digits that changed places, a row in the neighbouring
 * columns), then those after which the sums need the least rounding, then other slips that people make, then those whose figures fewer other places confirm,
 * then printed sums before the figures they are added from. Sets without a change in whole last digits are left out.
 */
export function rankSolutions(solutions: readonly (readonly number[])[], weighing: Weighing): Explanation[] {
  const rated = solutions.flatMap((corrections) => {
    const explanation = explain(corrections, weighing);
    if (explanation === null) return [];
    const figures = explanation.changes.map(({ variable }) => variable);
    const telling = tellingOf(explanation, weighing);
    return [{ explanation, telling, strong: telling >= STRONG ? telling : 0, confirmed: weighing.passing.touching(figures).length, sums: sumsAmong(figures, weighing.failing) }];
  });
  return rated.sort((a, b) => b.strong - a.strong || a.explanation.misfit - b.explanation.misfit || b.telling - a.telling || a.confirmed - b.confirmed || b.sums - a.sums).map(({ explanation }) => explanation);
}

function explain(corrections: readonly number[], { failing, passing, system, corrigible }: Weighing): Explanation | null {
  const own = [...new Set(corrections.flatMap((correction) => corrigible.touched(correction, passing))), ...failing.filter((equation) => corrections.some((correction) => corrigible.isTouched(equation, correction)))];
  const changes = changesOf(own, corrections, (figure) => system.variables[figure]?.step ?? 1, corrigible);
  if (changes === null) return null;
  const slips = corrections.flatMap((correction) => corrigible.slipOf(correction) ?? []);
  const misfit = own.reduce((sum, equation) => sum + Math.abs(residualAfter(equation, slips, changes)), 0);
  return { corrections, slips, changes: [...slips.flatMap((slip) => slip.changes), ...[...changes].map(([variable, change]) => ({ variable, change }))], misfit };
}

function residualAfter(equation: Equation, slips: readonly RowSlip[], changes: ReadonlyMap<number, number>): number {
  const ofSlips = slips.reduce((sum, { effects }) => sum + (effects.get(equation) ?? 0), equation.residual);
  return [...changes].reduce((sum, [figure, change]) => sum + (equation.terms.get(figure) ?? 0) * change, ofSlips);
}

/** How telling all changes together are. That one digit is another tells nothing where a row has several changes, which nobody makes by a slip of the finger. */
function tellingOf({ slips, changes }: Explanation, { system, rows }: Weighing): number {
  const ofSlips = new Set(slips.flatMap((slip) => slip.changes));
  const single = changes.filter((change) => !ofSlips.has(change));
  const isAlone = ({ variable }: Change): boolean => {
    const row = rows.of(variable);
    return row === undefined || single.every((other) => other.variable === variable || rows.of(other.variable) !== row);
  };
  return slips.reduce((sum, { kind }) => sum + (TELLING[kind] ?? 0), 0) + single.reduce((sum, change) => sum + tellingChange(change, isAlone(change), system), 0);
}

function tellingChange({ variable, change }: Change, isAlone: boolean, system: EquationSystem): number {
  const figure = system.variables[variable];
  const slip = figure === undefined ? null : slipBetween((figure.value + change) / figure.step, figure.value / figure.step);
  const telling = slip === null ? 0 : (TELLING[slip] ?? 0);
  return isAlone || telling >= STRONG ? telling : 0;
}

/** How many of the figures are the printed side of a failed equation. */
function sumsAmong(figures: readonly number[], failing: readonly Equation[]): number {
  return figures.filter((figure) => failing.some(({ result }) => result === figure)).length;
}
