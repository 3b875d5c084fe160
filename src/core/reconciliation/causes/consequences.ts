import { type Agreement } from '../../budget/agreement';
import { placeKey } from '../checking/check-building';
import { reconcile } from '../engine';
import { DOCUMENT_RULES } from '../registry';
import { type Check, type CheckedPlace } from '../rule';
import { correctAgreement } from './corrected-agreement';
import { type Finding } from './explain-arithmetic';

/**
 * Which of the other failed checks would be gone with a finding's correction: a period that no longer fits a row shifted a year, a name that stands
 * twice with a row that does, a pool larger than a figure that lost a digit. Found by checking the corrected document.
 * Shape: by finding, indexes of checks; each check under the first finding that is about the same row.
 */
export function consequencesOf(findings: readonly Finding[], others: readonly number[], checks: readonly Check[], agreement: Agreement): ReadonlyMap<Finding, readonly number[]> {
  const found = new Map<Finding, number[]>();
  const ruleIds = new Set(others.flatMap((index) => checks[index]?.rule ?? []));
  const rules = DOCUMENT_RULES.filter(({ id }) => ruleIds.has(id));
  const telling = findings.filter((finding) => finding.corrections.length > 0 || isStruck(finding));
  if (rules.length === 0 || telling.length === 0) return found;
  const struck = telling.flatMap(({ slip }) => slip?.struck ?? []);
  const corrected = correctAgreement(agreement, telling.flatMap(({ corrections }) => corrections), struck);
  const failing = new Set(reconcile(corrected.agreement, [], { rules }).flatMap((check) => (check.outcome === 'differs' ? [nameOf(check, corrected.placeBefore(check.place))] : [])));
  for (const index of others) {
    const check = checks[index];
    if (check === undefined || !rules.some(({ id }) => id === check.rule) || failing.has(nameOf(check, check.place))) continue;
    const finding = telling.find((one) => isAboutSame(one, check));
    if (finding !== undefined) found.set(finding, [...(found.get(finding) ?? []), index]);
  }
  return found;
}

/** Whether a row is to be struck: it stands there twice. */
function isStruck({ slip }: Finding): boolean {
  return (slip?.struck.length ?? 0) > 0;
}

/** What tells a check apart from the others of its agreement, whatever its figures. */
function nameOf({ rule }: Check, place: CheckedPlace): string {
  return [rule, placeKey(place), place.pool, place.position?.page, place.position?.line].join('|');
}

/** Whether a check is about an initiative, a total or a table that a finding would change. */
function isAboutSame({ slip, corrections }: Finding, { place, related }: Check): boolean {
  const changed = [...corrections.map((correction) => correction.place), ...(slip === null ? [] : [slip.row.place, ...slip.struck])];
  const about = [place, ...related];
  return changed.some((one) => about.some((other) => (one.initiative !== null && one.initiative === other.initiative) || (one.total !== null && one.total === other.total) || (one.table !== null && one.table === other.table)));
}
