import { placeKey } from '../checking/check-building';
import { type Check } from '../rule';
import { type Cause } from './cause';
import { toCorrections } from './corrections';
import { figureMessage } from './cause-texts';
import { editCauses, type EditedImport } from './edit-causes';
import { type Equation, EquationIndex, type EquationSystem, equationsOf } from './equations';
import { localizeErrors } from './localize';
import { linkedGroups } from './linked-groups';
import { rankSolutions } from './rank-solutions';
import { gravity, worstSeverity } from './severity-order';

/** The slips of a whole row, which explain several columns at once. */
const ROW_SLIPS = new Set(['shifted-year', 'doubled-row', 'copied-row', 'missing-row']);

/**
 * The causes of the checks that differ: one for every thing that is wrong, edits of the workbook first, then the gravest, then in document order.
 * Every check that differs stands under exactly one cause. Shape: `checks` as {@link reconcile} gives them, passed ones included, because
 * a figure that another place confirms is rarely the wrong one; `edited` where they are of a workbook.
 */
export function findCauses(checks: readonly Check[], edited: EditedImport | null = null): Cause[] {
  const edits = edited === null ? [] : editCauses(checks, edited);
  const ofEdits = new Set(edits.flatMap((cause) => cause.checks));
  return [...edits, ...printedCauses(checks, (index) => checks[index]?.outcome === 'differs' && !ofEdits.has(index))];
}

/** The causes of those checks that what is printed has to explain. */
function printedCauses(checks: readonly Check[], isToExplain: (index: number) => boolean): Cause[] {
  const system = equationsOf(checks);
  const failing = system.equations.filter(({ check }) => isToExplain(check));
  const table: Arithmetic = { system, checks, passing: new EquationIndex(system.equations.filter(({ check }) => checks[check]?.outcome !== 'differs')) };
  const explained = causesOf(failing, table);
  const known = new Set(explained.flatMap((cause) => cause.checks));
  const others = checks.flatMap((check, index): Cause[] => (isToExplain(index) && !known.has(index) ? [otherCause(check, index)] : []));
  return [...explained, ...others].sort((a, b) => gravity(a.severity) - gravity(b.severity) || (a.checks[0] ?? 0) - (b.checks[0] ?? 0));
}

/** What a search for causes looks at. */
interface Arithmetic {
  readonly system: EquationSystem;
  readonly checks: readonly Check[];
  readonly passing: EquationIndex;
}

/** The causes of failed equations: those that a passed one links are explained together, and where that is too much to look at, each by itself. */
function causesOf(failing: readonly Equation[], table: Arithmetic): Cause[] {
  const links = ({ terms }: Equation): (number | Equation)[] => [...terms.keys(), ...table.passing.touching([...terms.keys()])];
  return linkedGroups(failing, links).flatMap((group) => {
    const together = causesOfGroup(group, table);
    if (together !== null) return together;
    return linkedGroups(group, ({ terms }) => terms.keys()).flatMap((part) => causesOfGroup(part, table) ?? part.map(({ check }) => otherCause(table.checks[check] as Check, check)));
  });
}

/** The causes of failed equations that belong together: slips of whole rows where they explain more with less, else the fewest figures; null when neither was found. */
function causesOfGroup(group: readonly Equation[], table: Arithmetic): Cause[] | null {
  const figures = localizeErrors(table.passing, group);
  const fewest = figures.solutions[0]?.length ?? Infinity;
  if (fewest > 1) {
    const rows = rowSlips(group, table.checks);
    const inRows = new Set(rows.flat());
    const rest = group.filter(({ check }) => !inRows.has(check));
    const left = rest.length === 0 ? [] : (localizeErrors(table.passing, rest).solutions[0] ?? null);
    if (rows.length > 0 && left !== null && rows.length + left.length < fewest) return [...rows.map((row) => rowCause(row, table.checks)), ...causesOf(rest, table)];
  }
  if (fewest > group.length && Number.isFinite(fewest)) return contradictions(group, table.checks);
  const [best, ...others] = rankSolutions(figures.solutions, group, table.passing, table.system);
  return best === undefined ? null : figureCauses(best, others, figures.isComplete, group, table);
}

/**
 * Where more figures would have to change than checks differ, two places that each add up by themselves say different things, such as an overview
 * and a sheet: that is the cause, and which of them is wrong the figures do not tell. One for each rule and row.
 */
function contradictions(group: readonly Equation[], checks: readonly Check[]): Cause[] {
  const byRow = new Map<string, number[]>();
  for (const { check } of group) {
    const found = checks[check];
    if (found === undefined) continue;
    const key = [found.rule, placeKey({ ...found.place, column: null })].join('|');
    byRow.set(key, [...(byRow.get(key) ?? []), check]);
  }
  return [...byRow.values()].map((indexes) => ({ ...otherCause(checks[indexes[0] ?? 0] as Check, indexes[0] ?? 0), severity: worstSeverity(indexes.flatMap((index) => checks[index] ?? [])), checks: indexes, isCertain: false }));
}

/** One cause for each part of a solution that stands by itself, with the parts of other solutions that explain the same checks. */
function figureCauses(best: readonly number[], others: readonly (readonly number[])[], isComplete: boolean, group: readonly Equation[], { passing, system, checks }: Arithmetic): Cause[] {
  const touching = (figures: readonly number[]): Equation[] => [...passing.touching(figures), ...group.filter(({ terms }) => figures.some((figure) => terms.has(figure)))];
  const parts = linkedGroups(best, (figure) => touching([figure]));
  return parts.map((part) => {
    const explained = group.filter(({ terms }) => part.some((figure) => terms.has(figure)));
    const corrections = toCorrections(part, touching(part), system, checks) ?? [];
    const alternatives = distinct(others.map((other) => other.filter((figure) => explained.some(({ terms }) => terms.has(figure)))))
      .filter((other) => other.length === part.length && other.some((figure) => !part.includes(figure)) && explained.every(({ terms }) => other.some((figure) => terms.has(figure))))
      .flatMap((other) => {
        const found = toCorrections(other, touching(other), system, checks);
        return found === null ? [] : [found];
      });
    const indexes = explained.map(({ check }) => check);
    const severity = worstSeverity(indexes.flatMap((index) => checks[index] ?? []));
    const isCertain = isComplete && alternatives.length === 0;
    return { kind: 'figure', severity, corrections, alternatives, checks: indexes, isCertain, message: figureMessage(corrections, alternatives, indexes.length, isComplete) };
  });
}

/** The failed checks of one sum row that a slip of a whole row explains, grouped by that row. */
function rowSlips(group: readonly Equation[], checks: readonly Check[]): number[][] {
  const rows = new Map<string, number[]>();
  for (const { check } of group) {
    const found = checks[check];
    if (found?.suggestion === null || found === undefined || !ROW_SLIPS.has(found.suggestion.kind)) continue;
    const { initiative, component, total, table, row } = found.place;
    const key = [found.rule, initiative, component, total, table, row, found.suggestion.message.en].join('|');
    rows.set(key, [...(rows.get(key) ?? []), check]);
  }
  return [...rows.values()].filter((indexes) => indexes.length > 1);
}

function rowCause(indexes: readonly number[], checks: readonly Check[]): Cause {
  const found = checks[indexes[0] ?? 0];
  const message = found?.suggestion?.message ?? { da: '', en: '' };
  return { kind: 'row', severity: worstSeverity(indexes.flatMap((index) => checks[index] ?? [])), corrections: [], alternatives: [], checks: indexes, isCertain: true, message };
}

function otherCause(check: Check, index: number): Cause {
  return { kind: 'other', severity: check.severity, corrections: [], alternatives: [], checks: [index], isCertain: true, message: check.message };
}

function distinct(sets: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(sets.map((set) => [[...set].sort((a, b) => a - b).join('|'), set])).values()];
}
