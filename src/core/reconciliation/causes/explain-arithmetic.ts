import { type Agreement } from '../../budget/agreement';
import { placeKey } from '../checking/check-building';
import { isExactDocument } from '../exactness';
import { SUM_RULES } from '../registry';
import { type Check } from '../rule';
import { type Cause, type Correction } from './cause';
import { toCorrections } from './corrections';
import { clearCrossings, withCorrected } from './search/clear-crossings';
import { type Equation, EquationIndex, type EquationSystem, equationsOf } from './search/equations';
import { FigureRows } from './search/figure-rows';
import { linkedGroups } from './search/linked-groups';
import { Corrigible, localizeErrors } from './search/localize';
import { type Explanation, rankSolutions, type Weighing } from './search/rank-solutions';
import { type RowSlip, rowSlips } from './search/row-slips';

/** What would have to be otherwise. Shape: `slip` where it is a whole row; `corrections` are empty for a row that is to be struck or is not there; `missing` are the figures of the latter. */
export interface Remedy {
  readonly slip: RowSlip | null;
  readonly corrections: readonly Correction[];
  readonly missing: readonly Correction[];
}

/** One thing that is wrong in the arithmetic of a document. Shape: as {@link Cause}; `alternatives` are other remedies that explain as much; `isComplete` says whether all of them were looked for. */
export interface Finding extends Remedy {
  readonly kind: Cause['kind'];
  readonly alternatives: readonly Remedy[];
  readonly checks: readonly number[];
  readonly isCertain: boolean;
  readonly isComplete: boolean;
}

const SUM_IDS = new Set(SUM_RULES.map(({ id }) => id));

/** What a search for causes looks at. */
interface Arithmetic {
  readonly system: EquationSystem;
  readonly checks: readonly Check[];
  readonly passing: EquationIndex;
  readonly rows: FigureRows;
}

/** Checks that no figure explains. */
const UNEXPLAINED: Omit<Finding, 'checks' | 'isComplete'> = { kind: 'other', slip: null, corrections: [], missing: [], alternatives: [], isCertain: false };

/** What explains the failed checks that can be put as sums. */
export function explainArithmetic(checks: readonly Check[], agreement: Agreement, isToExplain: (index: number) => boolean): Finding[] {
  const sums = checks.filter(({ rule }) => SUM_IDS.has(rule));
  const isExact = isExactDocument(sums, agreement.hasRoundingNote);
  const system = equationsOf(checks, ({ rule, outcome }) => isExact && SUM_IDS.has(rule) && outcome !== 'agrees-within-rounding');
  const failing = system.equations.filter(({ check }) => isToExplain(check));
  if (failing.length === 0) return [];
  const passing = new EquationIndex(system.equations.filter(({ check }) => checks[check]?.outcome !== 'differs'));
  return explainAll(failing, { system, checks, passing, rows: new FigureRows(agreement, system) });
}

/** Failed equations that a passed one links are explained together, and where that is too much to look at, each by itself. */
function explainAll(failing: readonly Equation[], table: Arithmetic): Finding[] {
  const links = ({ terms }: Equation): (number | Equation)[] => [...terms.keys(), ...table.passing.touching([...terms.keys()])];
  return linkedGroups(failing, links).flatMap((group) => explainGroup(group, table) ?? explainParts(group, table));
}

/** Failed equations that were too much to look at together, by those that share a figure; where that is all of them the search would be the same again. */
function explainParts(group: readonly Equation[], table: Arithmetic): Finding[] {
  const parts = linkedGroups(group, ({ terms }) => terms.keys());
  return parts.length === 1 ? unexplained(group) : parts.flatMap((part) => explainGroup(part, table) ?? unexplained(part));
}

/** The checks of a knot in which the search found nothing within its limits, as one finding. */
function unexplained(group: readonly Equation[]): Finding[] {
  return [{ ...UNEXPLAINED, checks: group.map(({ check }) => check), isComplete: false }];
}

/** What explains failed equations that belong together with the fewest corrections; null when nothing was found. */
function explainGroup(group: readonly Equation[], table: Arithmetic): Finding[] | null {
  const { passing, system, rows } = table;
  const corrigible = new Corrigible(system.variables.length, rowSlips(group, passing, system, rows));
  const { solutions, cost, isComplete } = localizeErrors(passing, group, corrigible);
  const clear = isComplete ? null : explainClear(group, table);
  if (clear !== null) return clear;
  if (solutions.length > 0 && cost > group.length) return contradictions(group, table.checks);
  const weighing: Weighing = { failing: group, passing, system, rows, corrigible };
  const [best, ...others] = rankSolutions(solutions, weighing);
  return best === undefined ? null : toFindings(best, others, isComplete, weighing, table.checks);
}

/** What is plain among more than can be looked at, and then what is left with these figures corrected; null where nothing is plain. */
function explainClear(group: readonly Equation[], table: Arithmetic): Finding[] | null {
  const { passing, system, rows, checks } = table;
  const crossings = clearCrossings(group, passing, system);
  if (crossings.length === 0) return null;
  const plain = crossings.map((crossing): Finding => {
    const corrections = toCorrections([crossing], { equations: crossing.mended, checks, system, rows });
    return { kind: 'figure', slip: null, corrections, missing: [], alternatives: [], checks: crossing.mended.map(({ check }) => check), isCertain: true, isComplete: true };
  });
  const mended = crossings.flatMap((crossing) => withCorrected(crossing.mended, crossing));
  const explained = new Set(plain.flatMap((finding) => finding.checks));
  return [...plain, ...explainAll(group.filter(({ check }) => !explained.has(check)), { ...table, passing: passing.with(mended) })];
}

/**
 * Where more figures would have to change than checks differ, two places that each add up by themselves say different things, such as an overview
 * and a sheet: that is the cause, and which of them is wrong the figures do not tell. One for each rule and row.
 */
function contradictions(group: readonly Equation[], checks: readonly Check[]): Finding[] {
  const byRow = new Map<string, number[]>();
  for (const { check } of group) {
    const found = checks[check];
    if (found === undefined) continue;
    const key = [found.rule, placeKey({ ...found.place, column: null })].join('|');
    byRow.set(key, [...(byRow.get(key) ?? []), check]);
  }
  return [...byRow.values()].map((indexes): Finding => ({ ...UNEXPLAINED, checks: indexes, isComplete: true }));
}

/** The best explanation as one finding for each of its corrections, or for several that only together keep what holds; with what else explains the same. */
function toFindings(best: Explanation, others: readonly Explanation[], isComplete: boolean, weighing: Weighing, checks: readonly Check[]): Finding[] {
  const { passing, corrigible } = weighing;
  const parts = linkedGroups(best.corrections, (correction) => [correction, ...corrigible.touched(correction, passing), ...cancelledBy(correction, best, weighing)]);
  const explained = shareOut(parts, weighing);
  const claimed = new Set<Explanation>();
  return parts.map((part, index): Finding => {
    const rest = best.corrections.filter((correction) => !part.includes(correction));
    const own = others.filter((other) => !claimed.has(other) && (rest.every((correction) => other.corrections.includes(correction)) || index === parts.length - 1));
    for (const other of own) claimed.add(other);
    const alternatives = own.map((other) => remedyOf(other.corrections.filter((correction) => part.includes(correction) || !best.corrections.includes(correction)), other, weighing, checks));
    const remedy = remedyOf(part, best, weighing, checks);
    const kind = remedy.slip === null || remedy.slip.kind === 'outdated-row' ? 'figure' : 'row';
    return { kind, ...remedy, alternatives, checks: explained[index] ?? [], isCertain: isComplete && others.every(({ corrections }) => part.every((correction) => corrections.includes(correction))), isComplete };
  });
}

/** The failed equations in which another correction takes away what one adds: a figure of a row and its total that were changed by the same money. */
function cancelledBy(correction: number, { corrections, changes }: Explanation, { failing }: Weighing): string[] {
  const effect = (figure: number, { terms }: Equation): number => (terms.get(figure) ?? 0) * (changes.find(({ variable }) => variable === figure)?.change ?? 0);
  return failing.flatMap((equation) => {
    const own = effect(correction, equation);
    return own !== 0 && corrections.some((other) => effect(other, equation) === -own) ? [`${equation.check} ${Math.abs(own)}`] : [];
  });
}

/** The failed checks of each part of an explanation: a check with a share of several stands under the one that has fewest besides. */
function shareOut(parts: readonly (readonly number[])[], { failing, corrigible }: Weighing): number[][] {
  const own = parts.map((): number[] => []);
  const partsOf = failing.map((equation) => ({ equation, sharing: parts.flatMap((part, index) => (part.some((correction) => corrigible.isTouched(equation, correction)) ? [index] : [])) }));
  for (const { equation, sharing } of partsOf.sort((a, b) => a.sharing.length - b.sharing.length)) {
    const [least] = sharing.sort((a, b) => (own[a]?.length ?? 0) - (own[b]?.length ?? 0));
    if (least !== undefined) own[least]?.push(equation.check);
  }
  return own.map((indexes) => indexes.sort((a, b) => a - b));
}

/** Some corrections of an explanation as a reader is told of them. */
function remedyOf(corrections: readonly number[], { changes }: Explanation, { failing, passing, system, rows, corrigible }: Weighing, checks: readonly Check[]): Remedy {
  const slips = corrections.flatMap((correction) => corrigible.slipOf(correction) ?? []);
  const ofSlips = new Set(slips.flatMap((slip) => slip.changes));
  const own = changes.filter((change) => ofSlips.has(change) || corrections.includes(change.variable));
  const named = own.map(({ variable }) => variable);
  const equations = [...failing.filter(({ terms }) => named.some((figure) => terms.has(figure))), ...passing.touching(named)];
  const naming = { equations, checks, system, rows };
  const [slip = null] = slips;
  return { slip, corrections: toCorrections(own, naming), missing: slip === null ? [] : toCorrections(slip.missing, naming) };
}
