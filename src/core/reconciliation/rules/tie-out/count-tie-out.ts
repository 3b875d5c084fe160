import { type Agreement, type CountClaim } from '../../../budget/agreement';
import { observe, placeAt, type Subject } from '../../checking/check-building';
import { isSameRecommendation, normalizeWording } from '../../checking/wording';
import { type Check, type Rule } from '../../rule';

const ID = 'count-tie-out';

/** A counted claim ("4 bevillingsudløb bør videreføres") against the rows that it counts. */
export const countTieOut: Rule = {
  id: ID,
  reference: 'Completeness of a listing against a stated control count (ISA 500, recalculation)',
  title: { da: 'Antal i teksten ↔ rækker i tabellen', en: 'Counts in the text vs rows in the table' },
  check: ({ agreement }) => agreement.countClaims.map((claim) => checkClaim(agreement, claim)),
};

function checkClaim(agreement: Agreement, claim: CountClaim): Check {
  const subject: Subject = { rule: ID, place: placeAt({ position: claim.position }), initiative: null, label: claim.subject };
  const rows = claim.isWhole === true ? allGrants(agreement) : countedRows(agreement, claim.subject);
  if (rows === null) {
    return observe(subject, 'not-checkable', 'info', { da: `Teksten tæller ${claim.count} »${claim.subject}«, men ingen rækker har den betegnelse.`, en: `The text counts ${claim.count} “${claim.subject}”, but no rows have that name.` }, { seen: [String(claim.count)] });
  }
  const related = rows.map((index) => placeAt({ initiative: index, position: agreement.initiatives[index]?.position ?? null }));
  if (rows.length === claim.count) {
    return observe(subject, 'agrees', 'info', { da: `Teksten tæller ${claim.count} »${claim.subject}«, og tabellen har ${rows.length}: stemmer.`, en: `The text counts ${claim.count} “${claim.subject}” and the table has ${rows.length}: agrees.` }, { related });
  }
  return observe(subject, 'differs', 'error', { da: `Teksten tæller ${claim.count} »${claim.subject}«, men tabellen har ${rows.length}.`, en: `The text counts ${claim.count} “${claim.subject}”, but the table has ${rows.length}.` }, { related, seen: [String(claim.count), String(rows.length)] });
}

/** The rows of the list of expiring grants. */
function allGrants({ initiatives }: Agreement): number[] {
  return initiatives.flatMap(({ places }, index) => (places.some(({ kind }) => kind === 'expiring-grants') ? [index] : []));
}

/** The initiatives with the recommendation, else those of the group, that the claim names; null when neither exists. */
function countedRows(agreement: Agreement, name: string): number[] | null {
  const indexes = agreement.initiatives.map((_initiative, index) => index);
  const recommended = indexes.filter((index) => isSameRecommendation(agreement.initiatives[index]?.recommendation?.text ?? '', name));
  if (recommended.length > 0) return recommended;
  const grouped = indexes.filter((index) => agreement.initiatives[index]?.group.some((group) => normalizeWording(group) === normalizeWording(name)) === true);
  return grouped.length > 0 ? grouped : null;
}
