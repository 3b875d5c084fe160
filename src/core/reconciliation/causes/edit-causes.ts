import { inBothLanguages } from '../checking/check-texts';
import { placeKey } from '../checking/check-building';
import { type Check, type CheckedPlace, type LocalizedText } from '../rule';
import { type Cause } from './cause';
import { worstSeverity } from './severity-order';

/** What became of an import in its workbook. Shape: `edits` are those of the explained checks that compare the workbook with what was imported; `asImported` are the checks of the figures as they were imported. */
export interface EditedImport {
  readonly edits: ReadonlySet<Check>;
  readonly asImported: readonly Check[];
}

/**
 * One cause for each edit of the workbook, in the order of the checks, with the checks that differ only since something was edited
 * and have to do with the edited figure: they are about it or compute with it.
 * Shape: a check with several edited figures stands under the first of them.
 */
export function editCauses(checks: readonly Check[], { edits, asImported }: EditedImport): Cause[] {
  const before = new Set(asImported.flatMap((check) => (check.outcome === 'differs' ? [nameOf(check)] : [])));
  const caused = checks.flatMap((check, index) => (check.outcome === 'differs' && !edits.has(check) && !before.has(nameOf(check)) ? [index] : []));
  const taken = new Set<number>();
  return checks.flatMap((edit, index): Cause[] => {
    if (edit.outcome !== 'differs' || !edits.has(edit)) return [];
    const own = caused.filter((one) => !taken.has(one) && hasPartIn(edit.place, checks[one] as Check));
    for (const one of own) taken.add(one);
    const severity = worstSeverity([edit, ...own.map((one) => checks[one] as Check)]);
    return [{ kind: 'edit', severity, corrections: [], alternatives: [], checks: [index, ...own], isCertain: true, message: editMessage(edit, own.length) }];
  });
}

/** What tells a check apart from the others of its agreement, whatever its figures. */
function nameOf({ rule, place }: Check): string {
  return [rule, placeKey(place), place.pool, place.position?.page, place.position?.line].join('|');
}

/** Whether a check is about a figure of the workbook or computes with it; of a row without a column every figure counts. */
function hasPartIn(edited: CheckedPlace, { place, related, terms = [] }: Check): boolean {
  const isRow = [edited.initiative, edited.component, edited.total, edited.pool].some((index) => index !== null);
  if (!isRow) return false;
  const isSame = (other: CheckedPlace): boolean =>
    other.initiative === edited.initiative && other.component === edited.component && other.total === edited.total && other.pool === edited.pool && (edited.column === null || other.column === edited.column);
  return [place, ...related, ...terms.map((term) => term.place)].some(isSame);
}

function editMessage({ message }: Check, count: number): LocalizedText {
  return inBothLanguages((language) => {
    if (count === 0) return message[language];
    const more = language === 'da' ? (count === 1 ? 'Det giver én afvigelse mere.' : `Det giver ${count} afvigelser mere.`) : count === 1 ? 'That makes one more check differ.' : `That makes ${count} more checks differ.`;
    return `${message[language]} ${more}`;
  });
}
