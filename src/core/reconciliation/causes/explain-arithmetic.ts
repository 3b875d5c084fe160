import { type Agreement } from '../../budget/agreement';
import { placeKey } from '../checking/check-building';
import { type Check } from '../rule';
import { type Cause, type Correction } from './cause';
import { toCorrections } from './corrections';
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

/** What a search for causes looks at. */
interface Arithmetic {
  readonly system: EquationSystem;
  readonly checks: readonly Check[];
  readonly passing: EquationIndex;
  readonly rows: FigureRows;
}

/** What explains the failed checks that can be put as sums; those that nothing explains are left out. */
export function explainArithmetic(checks: readonly Check[], agreement: Agreement, isToExplain: (index: number) => boolean): Finding[] {
  const system = equationsOf(checks);
  const failing = system.equations.filter(({ check }) => isToExplain(check));
  if (failing.length === 0) return [];
  const passing = new EquationIndex(system.equations.filter(({ check }) => checks[check]?.outcome !== 'differs'));
  return explainAll(failing, { system, checks, passing, rows: new FigureRows(agreement, system) });
}

/** Failed equations that a passed one links are explained together, and where that is too much to look at, each by itself. */
function explainAll(failing: readonly Equation[], table: Arithmetic): Finding[] {
  const links = ({ terms }: Equation): (number | Equation)[] => [...terms.keys(), ...table.passing.touching([...terms.keys()])];
  return linkedGroups(failing, links).flatMap((group) => explainGroup(group, table) ?? linkedGroups(group, ({ terms }) => terms.keys()).flatMap((part) => explainGroup(part, table) ?? []));
}

/** What explains failed equations that belong together with the fewest corrections; null when nothing was found. */
function explainGroup(group: readonly Equation[], table: Arithmetic): Finding[] | null {
  const { passing, system, rows } = table;
  const corrigible = new Corrigible(system.variables.length, rowSlips(group, passing, system, rows));
  const { solutions, cost, isComplete } = localizeErrors(passing, group, corrigible);
  if (solutions.length > 0 && cost > group.length) return contradictions(group, table.checks);
  const weighing: Weighing = { failing: group, passing, system, rows, corrigible };
  const [best, ...others] = rankSolutions(solutions, weighing);
  return best === undefined ? null : toFindings(best, others, isComplete, weighing, table.checks);
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
  return [...byRow.values()].map((indexes): Finding => ({ kind: 'other', slip: null, corrections: [], missing: [], alternatives: [], checks: indexes, isCertain: false, isComplete: true }));
}

/** The best explanation as one finding for each of its corrections, or for several that only together keep what holds; with what else explains the same. */
function toFindings(best: Explanation, others: readonly Explanation[], isComplete: boolean, weighing: Weighing, checks: readonly Check[]): Finding[] {
  const { passing, corrigible } = weighing;
  const parts = linkedGroups(best.corrections, (correction) => [correction, ...corrigible.touched(correction, passing)]);
  const explained = shareOut(parts, weighing);
  const claimed = new Set<Explanation>();
  return parts.map((part, index): Finding => {
    const rest = best.corrections.filter((correction) => !part.includes(correction));
    const own = others.filter((other) => !claimed.has(other) && (rest.every((correction) => other.corrections.includes(correction)) || isLast(index, parts)));
    for (const other of own) claimed.add(other);
    const alternatives = own.map((other) => remedyOf(other.corrections.filter((correction) => part.includes(correction) || !best.corrections.includes(correction)), other, weighing, checks));
    const remedy = remedyOf(part, best, weighing, checks);
    const kind = remedy.slip === null || remedy.slip.kind === 'outdated-row' ? 'figure' : 'row';
    return { kind, ...remedy, alternatives, checks: explained[index] ?? [], isCertain: isComplete && others.every(({ corrections }) => part.every((correction) => corrections.includes(correction))), isComplete };
  });
}

function isLast(index: number, all: readonly unknown[]): boolean {
  return index === all.length - 1;
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
