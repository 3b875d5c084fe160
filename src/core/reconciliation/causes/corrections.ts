import { amountOf } from '../../money/amount';
import { slipBetween } from '../checking/suggestion';
import { type Check } from '../rule';
import { type Correction } from './cause';
import { type Equation, type EquationSystem, type Variable } from './equations';
import { changesOf } from './localize';

/** What the figures of a set would have to be, so that the equations hold; null where no change in their own last digits does. */
export function toCorrections(figures: readonly number[], equations: readonly Equation[], system: EquationSystem, checks: readonly Check[]): Correction[] | null {
  const variables = figures.flatMap((figure) => system.variables[figure] ?? []);
  const changes = changesOf(equations, figures, variables.map(({ step }) => step));
  if (changes === null) return null;
  return variables.map((variable, index) => toCorrection(variable, changes[index] ?? 0, figures[index] ?? 0, equations, checks));
}

function toCorrection(variable: Variable, change: number, figure: number, equations: readonly Equation[], checks: readonly Check[]): Correction {
  const { place, printed, value, step } = variable;
  const coefficient = (value + change) / step;
  const named = equations.flatMap(({ check, terms }) => (terms.has(figure) && isAbout(checks[check], variable) ? [checks[check] as Check] : []))[0] ?? firstNamed(equations, figure, checks);
  return {
    place,
    initiative: named?.initiative ?? null,
    label: named !== undefined && isAbout(named, variable) ? named.label : null,
    printed,
    corrected: amountOf(coefficient, printed.decimals, printed.unit),
    slip: slipBetween(coefficient, printed.coefficient),
  };
}

function isAbout(check: Check | undefined, { place }: Variable): boolean {
  return check !== undefined && check.place.initiative === place.initiative && check.place.component === place.component && check.place.total === place.total && check.place.row === place.row && check.place.table === place.table;
}

function firstNamed(equations: readonly Equation[], figure: number, checks: readonly Check[]): Check | undefined {
  return equations.flatMap(({ check, terms }) => (terms.has(figure) ? (checks[check] ?? []) : []))[0];
}
