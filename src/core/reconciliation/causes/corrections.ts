import { absoluteAmount, amountOf, areEqualAmounts, compareAmounts, subtractAmounts, type Amount } from '../../money/amount';
import { unitExponent } from '../../money/unit';
import { slipBetween } from '../checking/suggestion';
import { type Check } from '../rule';
import { type Correction } from './cause';
import { type Equation, type EquationSystem, type Variable } from './search/equations';
import { type FigureRows } from './search/figure-rows';
import { type Change } from './search/row-slips';

/** What names figures: the checks that they stand in, and the rows. */
export interface Naming {
  readonly equations: readonly Equation[];
  readonly checks: readonly Check[];
  readonly system: EquationSystem;
  readonly rows: FigureRows;
}

/** Changed figures as a reader knows them, with what they would have to be; row by row in the order of the document, the text's last. */
export function toCorrections(changes: readonly Change[], naming: Naming): Correction[] {
  const place = ({ variable }: Change): [number, number] => {
    const row = naming.rows.of(variable);
    return row === undefined ? [Infinity, variable] : [row.order, row.figures.indexOf(variable)];
  };
  const ordered = [...changes].sort((a, b) => (place(a)[0] === place(b)[0] ? place(a)[1] - place(b)[1] : place(a)[0] - place(b)[0]));
  return ordered.flatMap(({ variable, change }) => {
    const figure = naming.system.variables[variable];
    return figure === undefined || change === 0 ? [] : [toCorrection(figure, change, variable, naming)];
  });
}

function toCorrection(figure: Variable, change: number, variable: number, { equations, checks, system, rows }: Naming): Correction {
  const { place, printed, value, step } = figure;
  const coefficient = (value + change) / step;
  const corrected = amountOf(coefficient, decimalsOf(figure, system), printed.unit);
  const mistaken = mistakenUnit(printed, corrected, variable, equations, checks);
  const row = rows.of(variable)?.printed;
  const first = equations.flatMap(({ check, terms }) => (terms.has(variable) ? (checks[check] ?? []) : []))[0];
  return {
    place,
    initiative: row?.initiative ?? first?.initiative ?? null,
    label: row?.label ?? (row === undefined && first !== undefined && isAbout(first, figure) ? first.label : null),
    printed,
    corrected: mistaken ?? corrected,
    slip: mistaken === null ? slipBetween(coefficient, value / step) : 'factor-thousand',
    ...(row === undefined ? { inText: true as const } : {}),
  };
}

/** The figure with its unit mistaken, where a check suggests that and the correction is that figure in as many decimals as are printed; null where it is none. */
function mistakenUnit(printed: Amount, corrected: Amount, variable: number, equations: readonly Equation[], checks: readonly Check[]): Amount | null {
  const suggested = equations.flatMap(({ check, terms }) => {
    const suggestion = terms.has(variable) ? checks[check]?.suggestion : null;
    return suggestion?.kind === 'factor-thousand' && suggestion.printed !== null && areEqualAmounts(suggestion.printed, printed) ? (suggestion.corrected ?? []) : [];
  });
  const half = amountOf(5, corrected.decimals + 1, corrected.unit);
  return suggested.find((amount) => amount.decimals > corrected.decimals && compareAmounts(absoluteAmount(subtractAmounts(amount, corrected)), half) <= 0) ?? null;
}

/** The decimals that a figure's last digit asks for; a dash takes those of the figures that it is added with. */
function decimalsOf({ printed, step }: Variable, { exponent }: EquationSystem): number {
  return Math.max(0, unitExponent(printed.unit) - exponent - Math.round(Math.log10(step / 2)));
}

function isAbout({ place: one }: Check, { place }: Variable): boolean {
  return one.initiative === place.initiative && one.component === place.component && one.total === place.total && one.row === place.row && one.table === place.table;
}
