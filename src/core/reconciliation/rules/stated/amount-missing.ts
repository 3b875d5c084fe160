import { type Agreement, type Initiative } from '../../../budget/agreement';
import { type Row } from '../../../budget/table';
import { formatAmount } from '../../../money/danish-number';
import { notCheckable, observe, placeAt, type Subject } from '../../checking/check-building';
import { inBothLanguages } from '../../checking/check-texts';
import { initiativePlace } from '../../checking/initiative-figures';
import { hasFigures } from '../../checking/printed-rows';
import { type Check, type Rule } from '../../rule';

const ID = 'amount-missing';

/** What should come in pairs and does not: a lead without an amount, a section without a row, a row without a section, an initiative without figures. */
export const amountMissing: Rule = {
  id: ID,
  reference: 'Completeness as an assertion (ISA 315/500): what is stated in one place is recorded in the other',
  title: { da: 'Manglende beløb', en: 'Missing amounts' },
  check: ({ agreement }) => {
    const expected = expectedIn(agreement);
    return [...agreement.initiatives.flatMap((initiative, index) => checkInitiative(agreement, initiative, index, expected)), ...checkSections(agreement)];
  },
};

function checkInitiative(agreement: Agreement, initiative: Initiative, index: number, expected: Expected): Check[] {
  const subject: Subject = { rule: ID, place: initiativePlace(initiative, index), initiative: initiative.title, label: null };
  const checks: Check[] = [];
  if (initiative.lead !== null) {
    const leadSubject = { ...subject, place: { ...subject.place, position: initiative.lead.position } };
    checks.push(
      initiative.lead.hasAmount
        ? observe(leadSubject, 'agrees', 'info', { da: 'Indledningen angiver et beløb.', en: 'The lead states an amount.' })
        : observe(leadSubject, 'differs', 'warning', { da: 'Indledningen afsætter midler uden at nævne et beløb.', en: 'The lead grants money without stating an amount.' }),
    );
  }
  checks.push(...checkListing(initiative, expected, subject));
  if (expected.hasSections && initiative.section === null) {
    checks.push(observe(subject, 'differs', 'warning', { da: 'Oversigten har en række, men dokumentet har intet afsnit om initiativet.', en: 'The overview has a row, but the document has no section on the initiative.' }));
  }
  const rows = [...(initiative.total === null ? [] : [initiative.total]), ...initiative.components];
  if (!rows.some(hasFigures) && !isUnitReported(agreement, initiative, rows)) {
    checks.push(notCheckable(subject, { da: 'Initiativet har ingen tal, der kunne læses.', en: 'The initiative has no figures that could be read.' }, 'warning'));
  }
  return checks;
}

/** Where a document prints its initiatives: in prose sections alone, on sheets or forms; `listing` are the outer groups, and so the agreements of the file, that an overview lists. */
interface Expected {
  readonly hasSections: boolean;
  readonly listing: ReadonlySet<string>;
  readonly hasDetails: boolean;
}

function expectedIn({ initiatives }: Agreement): Expected {
  const groupsOf = (members: readonly Initiative[]): Set<string> => new Set(members.flatMap(({ group }) => [ANY_GROUP, group[0] ?? ANY_GROUP]));
  const hasDetails = initiatives.some(hasOwnPart);
  return { hasSections: !hasDetails && initiatives.some(({ section }) => section !== null), listing: groupsOf(initiatives.filter(isListed)), hasDetails };
}

/** Stands for the group of an initiative without one: that of the only agreement. */
const ANY_GROUP = '';

/** A sheet or form that the overview of its agreement does not list is in no printed total; an overview may have sheets for some of its initiatives only. */
function checkListing(initiative: Initiative, { listing, hasDetails }: Expected, subject: Subject): Check[] {
  const group = initiative.group[0] ?? ANY_GROUP;
  if (hasOwnPart(initiative)) {
    if (isListed(initiative) || !listing.has(group)) return [];
    return [observe(subject, 'differs', 'warning', { da: 'Initiativet har sin egen tabel, men oversigten har ingen række til det.', en: 'The initiative has a table of its own, but the overview has no row for it.' })];
  }
  if (!isListed(initiative) || initiative.section !== null || !hasDetails) return [];
  return [notCheckable(subject, { da: 'Oversigten har en række, men dokumentet har intet ark om initiativet.', en: 'The overview has a row, but the document has no sheet on the initiative.' })];
}

function isListed({ places }: Initiative): boolean {
  return places.some(({ kind }) => kind === 'overview');
}

/** Whether an initiative has a sheet or a form of its own. */
function hasOwnPart({ places }: Initiative): boolean {
  return places.some(({ kind }) => kind === 'initiative-sheet' || kind === 'initiative-form');
}

/** Whether the figures are there and their unit is not: that is said once of the table. */
function isUnitReported(agreement: Agreement, initiative: Initiative, rows: readonly Row[]): boolean {
  const hasUnread = rows.some((row) => row.cells.some((cell) => cell.kind === 'unreadable'));
  return initiative.unit === null && hasUnread && agreement.unread.some(({ reason }) => reason === 'unit-missing' || reason === 'foreign-currency');
}

/** A section that grants money has to have a row; one that grants none is worth naming, no more. */
function checkSections(agreement: Agreement): Check[] {
  return agreement.unmatchedSections.map((section) => {
    const subject: Subject = { rule: ID, place: placeAt({ position: section.title.position }), initiative: section.title.text, label: section.title.text };
    const granted = section.stated.find((stated) => stated.role === 'lead' || stated.role === 'economy');
    if (granted === undefined) {
      return observe(subject, 'not-checkable', 'info', { da: `Afsnittet »${section.title.text}« angiver intet beløb og har ingen række.`, en: `The section “${section.title.text}” states no amount and has no row.` }, { seen: [section.title.text] });
    }
    const message = inBothLanguages((language) => {
      const amount = formatAmount(granted.amount, language);
      return language === 'da' ? `Afsnittet »${section.title.text}« afsætter ${amount}, men oversigten har ingen række til det.` : `The section “${section.title.text}” grants ${amount}, but the overview has no row for it.`;
    });
    return observe(subject, 'differs', 'error', message, { printed: granted.amount, seen: [section.title.text] });
  });
}
