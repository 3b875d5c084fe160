import { type Language } from '../../money/danish-number';
import { inBothLanguages } from '../checking/check-texts';
import { placeKey } from '../checking/check-building';
import { type Check, type CheckedPlace, type LocalizedText, SEEN_GONE } from '../rule';
import { type Cause } from './cause';
import { worstSeverity } from './severity-order';

/** What became of an import in its workbook. Shape: `edits` are those of the explained checks that compare the workbook with what was imported; `asImported` are the checks of the figures as they were imported. */
export interface EditedImport {
  readonly edits: ReadonlySet<Check>;
  readonly asImported: readonly Check[];
}

/** What a formula shows in place of something that is gone. Source: Excel. */
const LOST = '#REF!';

/**
 * One cause for each edit of the workbook, in the order of the checks, with the checks that differ only since something was edited
 * and have to do with the edited figure: they are about it or compute with it. Formulas that lost what they refer to stand under the table that is gone.
 * Shape: a check with several edited figures stands under the first of them.
 */
export function editCauses(checks: readonly Check[], { edits, asImported }: EditedImport): Cause[] {
  const before = new Set(asImported.flatMap((check) => (check.outcome === 'differs' ? [nameOf(check)] : [])));
  const caused = checks.flatMap((check, index) => (check.outcome === 'differs' && !edits.has(check) && !before.has(nameOf(check)) ? [index] : []));
  const taken = new Set<number>();
  return groupsOf(checks, edits).map((group): Cause => {
    const [first, ...lost] = group.map((index) => checks[index] as Check);
    const own = caused.filter((one) => !taken.has(one) && [first, ...lost].some((edit) => edit !== undefined && hasPartIn(edit.place, checks[one] as Check)));
    for (const one of own) taken.add(one);
    const indexes = [...group, ...own];
    const severity = worstSeverity(indexes.map((index) => checks[index] as Check));
    return { kind: 'edit', severity, corrections: [], alternatives: [], checks: indexes, isCertain: true, message: editMessage(first as Check, lost.length, own.length) };
  });
}

/** The edits by what was done. Shape: indexes of checks, the first of each group the edit itself; what is gone without a trace in a formula is no group. */
function groupsOf(checks: readonly Check[], edits: ReadonlySet<Check>): number[][] {
  const indexes = checks.flatMap((check, index) => (edits.has(check) ? [index] : []));
  const seenBy = (index: number): readonly string[] => checks[index]?.seen ?? [];
  const gone = Object.values(SEEN_GONE).flatMap((kind) => indexes.filter((index) => seenBy(index)[0] === kind))[0];
  const lost = gone === undefined ? [] : indexes.filter((index) => checks[index]?.outcome !== 'agrees' && seenBy(index).some((text) => text.includes(LOST)));
  const alone = indexes.filter((index) => checks[index]?.outcome === 'differs' && !lost.includes(index));
  return [...(gone === undefined || lost.length === 0 ? [] : [[gone, ...lost]]), ...alone.map((index) => [index])];
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

function editMessage({ message }: Check, lost: number, count: number): LocalizedText {
  return inBothLanguages((language) => [message[language], lostFormulas(lost, language), moreDifferences(count, language)].filter((part) => part !== '').join(' '));
}

function lostFormulas(count: number, language: Language): string {
  if (count === 0) return '';
  if (language === 'da') return `${count === 1 ? 'Én formel har' : `${count} formler har`} derfor mistet det, ${count === 1 ? 'den' : 'de'} regner på. Fjern importen, og indsæt aftalen igen, hvis du skal bruge tallene.`;
  return `${count === 1 ? 'One formula has' : `${count} formulas have`} therefore lost what ${count === 1 ? 'it calculates' : 'they calculate'} from. Remove the import and insert the agreement again if you need the figures.`;
}

function moreDifferences(count: number, language: Language): string {
  if (count === 0) return '';
  if (language === 'da') return count === 1 ? 'Det giver én afvigelse mere.' : `Det giver ${count} afvigelser mere.`;
  return count === 1 ? 'That makes one more check differ.' : `That makes ${count} more checks differ.`;
}
