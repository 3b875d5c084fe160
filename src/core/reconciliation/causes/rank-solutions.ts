import { slipBetween } from '../checking/suggestion';
import { type Equation, type EquationIndex, type EquationSystem } from './equations';
import { changesOf } from './localize';

/** How telling a slip is: two digits changed places more than one that is simply another. Units: none; higher is more telling. */
const TELLING: Readonly<Record<string, number>> = { 'transposed-digits': 4, sign: 4, 'factor-thousand': 4, 'decimal-point': 4, 'dropped-digit': 2, 'one-digit': 1 };

/**
 * Sets of the same size, the likeliest first: those whose changes are slips that people make, then those whose figures fewer other places
 * confirm, then printed sums before the figures they are added from. Sets without a change in whole last digits are left out.
 */
export function rankSolutions(solutions: readonly (readonly number[])[], failing: readonly Equation[], passing: EquationIndex, system: EquationSystem): (readonly number[])[] {
  const rated = solutions.flatMap((figures) => {
    const own = [...passing.touching(figures), ...failing.filter(({ terms }) => figures.some((figure) => terms.has(figure)))];
    const changes = changesOf(own, figures, figures.map((figure) => system.variables[figure]?.step ?? 1));
    return changes === null ? [] : [{ figures, slips: slipsOf(figures, changes, system), confirmed: passing.touching(figures).length, sums: sumsAmong(figures, failing) }];
  });
  return rated.sort((a, b) => b.slips - a.slips || a.confirmed - b.confirmed || b.sums - a.sums).map(({ figures }) => figures);
}

function slipsOf(figures: readonly number[], changes: readonly number[], system: EquationSystem): number {
  return figures.reduce((sum, figure, index) => {
    const variable = system.variables[figure];
    if (variable === undefined) return sum;
    const slip = slipBetween((variable.value + (changes[index] ?? 0)) / variable.step, variable.value / variable.step);
    return sum + (slip === null ? 0 : (TELLING[slip] ?? 0));
  }, 0);
}

/** How many of the figures are the printed side of a failed equation. */
function sumsAmong(figures: readonly number[], failing: readonly Equation[]): number {
  return figures.filter((figure) => failing.some(({ terms }) => terms.get(figure) === -1)).length;
}
