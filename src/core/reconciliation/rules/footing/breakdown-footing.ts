import { type Initiative, type Mention, type StatedAmount } from '../../../budget/agreement';
import { absoluteAmount, compareAmounts } from '../../../money/amount';
import { cellPlace, checkSum, notCheckable, type Participant, placeAt, type Subject } from '../../checking/check-building';
import { PROSE } from '../../checking/check-texts';
import { initiativePlace, printedTotal } from '../../checking/initiative-figures';
import { figureOf } from '../../checking/stated-total';
import { type Check, type LocalizedText, type Rule } from '../../rule';

const ID = 'breakdown-footing';
const TABLE: LocalizedText = { da: 'tabellen siger', en: 'the table says' };

/**
 * The amounts into which the text breaks a total down, against the total that it states and against the table.
 * Where they add up to the stated total, its tie-out to the table has said already that the two differ: the parts only tell which of them they bear out.
 */
export const breakdownFooting: Rule = {
  id: ID,
  reference: 'XBRL Calculations 1.1, round-to-nearest, applied to running text; "ca." is one unit wider',
  title: { da: 'Fordeling i teksten ↔ i alt', en: 'Breakdown in the text vs total' },
  check: ({ agreement }) => [...agreement.initiatives.flatMap(checkInitiative), ...agreement.mentions.flatMap(checkSentence)],
};

/** A sum that a sentence states against the amounts for single years that it names before. */
function checkSentence(mention: Mention): Check[] {
  if (mention.sumOf === undefined) return [];
  const place = placeAt({ position: mention.position });
  const addends = mention.sumOf.map((part): Participant => ({ figure: figureOf(part), place: placeAt({ position: part.position }) }));
  return [checkSum({ subject: { rule: ID, place, initiative: null, label: null }, addends, total: { figure: figureOf(mention), place }, saying: PROSE, isExactDocument: false })];
}

function checkInitiative(initiative: Initiative, index: number): Check[] {
  const isComplete = initiative.places.some(({ kind }) => kind === 'initiative-form');
  const parts = breakdownOf(initiative);
  const [first] = parts;
  if (first === undefined || parts.length < 2) return [];
  const place = cellPlace(initiativePlace(initiative, index), 'total', first.position);
  const subject: Subject = { rule: ID, place, initiative: initiative.title, label: null };
  const addends = parts.map((part): Participant => ({ figure: figureOf(part), place: cellPlace(place, null, part.position) }));
  const stated = initiative.stated.find((amount) => amount.role === 'economy') ?? initiative.stated.find((amount) => amount.role === 'lead');
  const total = printedTotal(initiative, index);
  const checks: Check[] = [];
  if (stated !== undefined) {
    const totalPlace = { ...place, position: stated.position };
    checks.push(checkSum({ subject: { ...subject, place: totalPlace }, addends, total: { figure: figureOf(stated), place: totalPlace }, saying: PROSE, isExactDocument: false }));
  }
  const isSaidTwice = stated !== undefined && total !== null && compareAmounts(stated.amount, total.figure.amount) === 0;
  if (total !== null && !isSaidTwice) {
    const against = checkSum({ subject, addends, total, saying: TABLE, isExactDocument: false });
    const isOneContradiction = checks.some((check) => check.outcome !== 'differs');
    checks.push(isOneContradiction && against.outcome === 'differs' ? { ...against, severity: 'info' } : against);
  }
  return isComplete ? checks : checks.map((check) => softenPartial(check, parts));
}

/** Running text need not name every part: what it leaves out is at least as large as the smallest part that it names. */
function softenPartial(check: Check, parts: readonly StatedAmount[]): Check {
  if (check.outcome !== 'differs' || check.residual === null) return check;
  const { residual } = check;
  const isOmission = residual.coefficient > 0 || parts.some((part) => compareAmounts(part.amount, absoluteAmount(residual)) <= 0);
  if (!isOmission) return { ...check, severity: 'warning' };
  const subject: Subject = { rule: ID, place: check.place, initiative: check.initiative, label: check.label };
  const message = {
    da: 'De delbeløb, som teksten nævner, er ikke hele totalen, så de kan ikke lægges sammen til den.',
    en: 'The part amounts that the text names are not the whole total, so they cannot be added up to it.',
  };
  return notCheckable(subject, message, 'info', check.printed, check.related);
}

/**
 * The amounts of the breakdown: those that the text spends on something, and the pools that are handed out beside them.
 * Amounts per year or at another price level than the table's are no parts of this total; a pool restated word for word counts once.
 */
function breakdownOf(initiative: Initiative): StatedAmount[] {
  const isPart = (stated: StatedAmount): boolean => !stated.annual && !stated.permanent && stated.priceLevel === null;
  const parts = initiative.stated.filter((stated) => stated.role === 'breakdown' && isPart(stated));
  const pools = initiative.stated.filter((stated) => stated.role === 'pool' && isPart(stated));
  if (parts.length === 0) return [];
  const distinct = pools.filter((pool, index) => !pools.slice(index + 1).some((later) => compareAmounts(later.amount, pool.amount) === 0));
  return [...parts, ...distinct].sort((a, b) => (a.position.page ?? 0) - (b.position.page ?? 0) || a.position.line - b.position.line);
}
