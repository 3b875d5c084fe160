import { type Agreement, type Initiative } from '../../../budget/agreement';
import { placeOf, type Position } from '../../../budget/position';
import { observe, placeAt, type Subject } from '../../checking/check-building';
import { initiativePlace } from '../../checking/initiative-figures';
import { normalizeWording } from '../../checking/wording';
import { type Check, type Rule } from '../../rule';

const ID = 'duplicate-initiative';

/** The same initiative printed twice, and gaps or repeats in the printed numbering. */
export const duplicateInitiative: Rule = {
  id: ID,
  reference: 'Sequence and duplicate tests of a listing (ISA 500; a standard computer-assisted audit test)',
  title: { da: 'Dubletter og huller i nummereringen', en: 'Duplicates and gaps in numbering' },
  check: ({ agreement }) => [...checkTitles(agreement), ...checkNumbers(agreement)],
};

function checkTitles(agreement: Agreement): Check[] {
  const first = new Map<string, number>();
  return agreement.initiatives.flatMap((initiative, index) => {
    if (initiative.title === null || initiative.titleDamaged) return [];
    const wording = [normalizeWording(initiative.title), ...tableOf(initiative)].join('|');
    const earlier = first.get(wording);
    if (earlier === undefined) {
      first.set(wording, index);
      return [];
    }
    const other = agreement.initiatives[earlier];
    const subject: Subject = { rule: ID, place: initiativePlace(initiative, index), initiative: initiative.title, label: null };
    const message = { da: `Initiativet »${initiative.title}« står også tidligere i dokumentet og kan være talt to gange.`, en: `The initiative “${initiative.title}” also stands earlier in the document and may be counted twice.` };
    return [observe(subject, 'differs', 'warning', message, { related: other === undefined ? [] : [initiativePlace(other, earlier)], seen: [initiative.title] })];
  });
}

/** Rows of plain tables may share names ("Udgifter") where their tables differ: each table is a group of its own. */
function tableOf({ places, group }: Initiative): readonly string[] {
  return places.some(({ kind }) => kind === 'budget-table') ? group : [];
}

interface Numbered {
  readonly initiative: Initiative;
  readonly index: number;
  readonly number: number;
}

/** Numbering may start again at 1 with every group; within a run it rises by one. */
function checkNumbers(agreement: Agreement): Check[] {
  const numbered = agreement.initiatives.flatMap((initiative, index): Numbered[] => (/^\d+$/.test(initiative.number ?? '') ? [{ initiative, index, number: Number(initiative.number) }] : []));
  if (numbered.length < 2) return [];
  const breaks = numbered.flatMap((one, position) => {
    const previous = numbered[position - 1];
    if (previous === undefined || one.number === previous.number + 1 || one.number === 1) return [];
    if (one.number > previous.number && agreement.unread.some(({ position }) => isBetween(position, previous.initiative, one.initiative))) return [];
    return [breakIn(one, previous)];
  });
  if (breaks.length > 0) return breaks;
  const subject: Subject = { rule: ID, place: placeAt({ position: numbered[0]?.initiative.position ?? null }), initiative: null, label: null };
  return [observe(subject, 'agrees', 'info', { da: `De ${numbered.length} numre følger efter hinanden uden huller.`, en: `The ${numbered.length} numbers follow one another without gaps.` })];
}

/** Whether something stands behind one initiative and before another: a row that could not be read takes its number along. */
function isBetween(position: Position, one: Initiative, other: Initiative): boolean {
  return placeOf(position) > placeOf(one.position) && placeOf(position) < placeOf(other.position);
}

function breakIn(one: Numbered, previous: Numbered): Check {
  const subject: Subject = { rule: ID, place: initiativePlace(one.initiative, one.index), initiative: one.initiative.title, label: one.initiative.number };
  const related = [initiativePlace(previous.initiative, previous.index)];
  if (one.number === previous.number) return observe(subject, 'differs', 'warning', { da: `Nummer ${one.number} er brugt to gange.`, en: `Number ${one.number} is used twice.` }, { related, seen: [String(one.number)] });
  return observe(subject, 'differs', 'warning', { da: `Nummer ${one.number} følger efter nummer ${previous.number}.`, en: `Number ${one.number} follows number ${previous.number}.` }, { related, seen: [String(previous.number), String(one.number)] });
}
