import { type Initiative } from '../../budget/agreement';
import { cellPlace, notCheckable, observe, type Subject } from '../checking/check-building';
import { initiativePlace, printedTotal } from '../checking/initiative-figures';
import { type Check, type Rule } from '../rule';
import { checkStated } from '../checking/stated-total';
import { isSameWording } from '../checking/wording';

const ID = 'overview-tie-out';

/** An overview row against the initiative's own prose section: its total, and the wording of its title. */
export const overviewTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of an overview to its details (ISA 500, inspection and recalculation); bound 0 at equal precision',
  title: { da: 'Oversigt mod afsnit', en: 'Overview against sections' },
  check: (context) => context.agreement.initiatives.flatMap(checkInitiative),
};

function checkInitiative(initiative: Initiative, index: number): Check[] {
  const { section } = initiative;
  if (section === null) return [];
  const subject: Subject = { rule: ID, place: initiativePlace(initiative, index), initiative: initiative.title, label: section.text };
  return [...checkTotal(initiative, index, subject), checkTitle(initiative, { ...subject, place: { ...subject.place, position: section.position } }, section.text)];
}

function checkTotal(initiative: Initiative, index: number, subject: Subject): Check[] {
  const stated = initiative.stated.filter((amount) => amount.role === 'lead' || amount.role === 'economy');
  const total = printedTotal(initiative, index);
  if (total === null) return [];
  if (stated.length === 0) {
    const message = { da: 'Afsnittet angiver ingen total, som oversigten kan afstemmes med.', en: 'The section states no total to compare the overview with.' };
    return [notCheckable({ ...subject, place: total.place }, message, 'info', total.figure.amount)];
  }
  return checkStated(stated, (amount) => ({ ...subject, place: cellPlace(subject.place, 'total', amount.position) }), initiative, index);
}

/** Overviews shorten and reword titles, so another wording is worth a look and nothing more. */
function checkTitle(initiative: Initiative, subject: Subject, heading: string): Check {
  const title = initiative.title ?? '';
  if (isSameWording(title, heading)) return observe(subject, 'agrees', 'info', { da: 'Titlen er den samme to steder.', en: 'The title reads the same in both places.' });
  return observe(subject, 'agrees', 'info', {
    da: `Titlen er ordret forskellig: »${title}« i oversigten, »${heading}« over afsnittet.`,
    en: `The title is worded differently: “${title}” in the overview, “${heading}” above the section.`,
  });
}
