import { type Initiative } from '../../../budget/agreement';
import { formatAmount } from '../../../money/danish-number';
import { cellPlace, type Participant, checkRestated, checkSum, notCheckable, observe, type Subject } from '../../checking/check-building';
import { inBothLanguages, spellFigure } from '../../checking/check-texts';
import { hasRepeatedYear, initiativePlace, printedTotal } from '../../checking/initiative-figures';
import { initiativeRows, isAmountColumn, overviewRow, participant, type PrintedRow } from '../../checking/printed-rows';
import { checkStated, otherPriceLevel } from '../../checking/stated-total';
import { suggestRestatedSlip } from '../../checking/suggestion';
import { isSameWording } from '../../checking/wording';
import { columnName, type Check, type LocalizedText, type Rule } from '../../rule';

const ID = 'overview-tie-out';

/** An overview row against the initiative's own sheet, year by year, or its prose section: its total, and the wording of its title. */
export const overviewTieOut: Rule = {
  id: ID,
  reference: 'Tie-out of an overview to its details (ISA 500, inspection and recalculation); bound 0 at equal precision',
  title: { da: 'Oversigt ↔ ark og afsnit', en: 'Overview vs sheets and sections' },
  check: (context) => context.agreement.initiatives.flatMap((initiative, index) => [...checkSheet(initiative, index), ...checkSection(initiative, index)]),
};

const OVERVIEW_SAYS: LocalizedText = { da: 'oversigten siger', en: 'the overview says' };

/** Every figure of the overview's row against the same one of the initiative's own table. */
function checkSheet(initiative: Initiative, index: number): Check[] {
  const listed = initiative.overview === undefined ? null : overviewRow(initiative, index);
  if (listed === null || initiative.overview === undefined) return [];
  const subject: Subject = { rule: ID, place: listed.place, initiative: initiative.title, label: listed.label };
  const isElsewhere = otherPriceLevel(initiative.overview.priceLevel, initiative.priceLevel);
  if (isElsewhere !== null) return [notCheckable(subject, isElsewhere)];
  const isDoubtful = hasRepeatedYear(initiative.columns) || hasRepeatedYear(listed.columns);
  return listed.columns.flatMap((column, at): Check[] => {
    if (isDoubtful && column.kind !== 'total') return [];
    const printed = participant(listed, at);
    return isAmountColumn(column) && printed.figure !== null ? checkFigure({ ...subject, place: printed.place }, printed, initiative, index) : [];
  });
}

/** A figure of the overview against that of the initiative's own row, or against its components together where it has none. */
function checkFigure(subject: Subject, printed: Participant, initiative: Initiative, index: number): Check[] {
  const { figure } = printed;
  if (figure === null) return [];
  const rows = initiativeRows(initiative, index).filter(({ row, place }) => (initiative.total === null ? row.kind === 'component' : place.component === null));
  const own = rows.flatMap((row) => participantAt(row, subject.place.column) ?? []);
  const [first] = own;
  if (first === undefined) return figure.amount.coefficient === 0 ? [] : [missingYear(subject, printed)];
  if (own.length > 1 || first.figure === null) return [checkSum({ subject, addends: own, total: printed, saying: OVERVIEW_SAYS, isExactDocument: false })];
  const source = first.figure;
  const spellSource = (language: 'da' | 'en'): string => `${language === 'da' ? 'Initiativets egen tabel har' : "The initiative's own table has"} ${spellFigure(source.amount, language, figure.amount.unit)}`;
  return [checkRestated({ subject, stated: figure, source, saying: OVERVIEW_SAYS, spellSource, related: [first.place], suggest: suggestRestatedSlip })];
}

function participantAt(row: PrintedRow, column: Subject['place']['column']): Participant | null {
  const cells = row.columns.map((_, at) => participant(row, at));
  return cells.find(({ place }) => place.column === column && column !== null) ?? null;
}

/** Money in the overview in a year, or under a heading, that the initiative's own table does not have. */
function missingYear(subject: Subject, { figure }: Participant): Check {
  const amount = figure === null ? null : figure.amount;
  const message = inBothLanguages((language) => {
    const spelled = amount === null ? '' : formatAmount(amount, language);
    const column = columnName(subject.place.column, language === 'da' ? 'I alt' : 'Total');
    return language === 'da' ? `Oversigten har ${spelled} under »${column}«, som initiativets egen tabel ikke har.` : `The overview has ${spelled} under “${column}”, which the initiative's own table does not have.`;
  });
  if (subject.place.column === 'total') return notCheckable(subject, message, 'info', amount);
  return observe(subject, 'differs', 'error', message, { printed: amount });
}

function checkSection(initiative: Initiative, index: number): Check[] {
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
