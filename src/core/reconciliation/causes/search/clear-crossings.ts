import { type Equation, EquationIndex, type EquationSystem } from './equations';
import { changesOf, Corrigible } from './localize';
import { type Change } from './row-slips';

/** A figure whose correction alone mends every failed equation that it stands in, two at least. Shape: `mended` are these as they were. */
export interface ClearCrossing extends Change {
  readonly mended: readonly Equation[];
}

/**
 * The figures where a failed row and a failed column miss by the same and nothing else would mend either: what is plain in a knot that is too large
 * to look at every set of figures. Shape: where some mend without rounding, only these; no two of them stand in one failed equation, and together they break none that holds.
 */
export function clearCrossings(group: readonly Equation[], passing: EquationIndex, system: EquationSystem): ClearCrossing[] {
  const failing = new EquationIndex(group);
  const figures = new Corrigible(system.variables.length);
  const found = failing.figures.flatMap((variable): ClearCrossing[] => {
    const mended = failing.touching([variable]);
    if (mended.length < 2) return [];
    const change = changesOf([...passing.touching([variable]), ...mended], [variable], (figure) => system.variables[figure]?.step ?? 1, figures)?.get(variable) ?? 0;
    return change === 0 ? [] : [{ variable, change, mended }];
  });
  const exact = found.filter(({ variable, change, mended }) => withCorrected(mended, { variable, change }).every(({ residual }) => residual === 0));
  return withoutRivals(exact.length > 0 ? exact : found).filter((one, _index, all) => passing.touching([one.variable]).every((equation) => holdsWith(equation, all)));
}

/** Those of which no other one would mend the same equation. */
function withoutRivals(crossings: readonly ClearCrossing[]): ClearCrossing[] {
  const claims = new Map<Equation, number>();
  for (const { mended } of crossings) for (const equation of mended) claims.set(equation, (claims.get(equation) ?? 0) + 1);
  return crossings.filter(({ mended }) => mended.every((equation) => claims.get(equation) === 1));
}

function holdsWith({ terms, residual, bound }: Equation, changes: readonly Change[]): boolean {
  return Math.abs(changes.reduce((rest, { variable, change }) => rest + (terms.get(variable) ?? 0) * change, residual)) <= bound;
}

/** The equations as they are with a figure corrected. */
export function withCorrected(equations: readonly Equation[], { variable, change }: Change): Equation[] {
  return equations.map((equation) => ({ ...equation, residual: equation.residual + (equation.terms.get(variable) ?? 0) * change }));
}
