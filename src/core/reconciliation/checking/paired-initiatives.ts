import { type Agreement, type Initiative } from '../../budget/agreement';
import { type Amount } from '../../money/amount';
import { formatAmount, formatUnit, type Language } from '../../money/danish-number';
import { type Unit } from '../../money/unit';
import { type Check, type CheckedColumn, columnName, type LocalizedText } from '../rule';
import { checkRestated, notCheckable, observe, placeAt, type Subject } from './check-building';
import { inBothLanguages, spellFigure } from './check-texts';
import { initiativePlace, printedTotal, printedYear, tableYears } from './initiative-figures';
import { otherPriceLevel } from './stated-total';
import { initiativesTitled } from './title-index';

/** The differing initiatives that a question about two documents names. */
const NAMED = 3;
/** Two documents print one agreement's figures when at least this share of what both print agrees. */
const AGREEING = 0.5;

const HERE: LocalizedText = { da: 'her står', en: 'this document prints' };

/** An initiative that two documents have under one title, with the checks of its figures. */
interface Pair {
  readonly subject: Subject;
  readonly checks: readonly Check[];
}

/**
 * The initiatives that stand in two documents of an agreement: a check for every figure that agrees, and one for all the figures of an initiative that differ.
 * Where fewer of the figures agree than differ the documents may be two agreements, or two editions of one: then one question for all of them.
 */
export function comparePairs(rule: string, agreement: Agreement, other: Agreement): Check[] {
  const pairs = agreement.initiatives.flatMap((initiative, index) => pairOf(rule, agreement, other, initiative, index) ?? []);
  const compared = pairs.filter(({ checks }) => checks.some(({ outcome }) => outcome !== 'not-checkable'));
  const differing = compared.flatMap((pair) => (pair.checks.some(isDifferent) ? [pair] : []));
  const isOne = areOfOneAgreement(compared.flatMap(({ checks }) => checks));
  const found = isOne ? differing.map((pair) => contradiction(pair, agreement, other)) : [question(differing, compared.length, agreement, other)];
  return [...pairs.flatMap(({ checks }) => checks.filter((check) => !isDifferent(check))), ...found];
}

/** Whether most of what two documents print for their years, nothing printed in both aside, agrees; of the totals where they print no years. */
function areOfOneAgreement(checks: readonly Check[]): boolean {
  const printed = checks.filter((check) => [check.printed, check.computed].some((amount) => amount !== null && amount.coefficient !== 0));
  const years = printed.filter(({ place }) => typeof place.column === 'number');
  const telling = years.length > 0 ? years : printed;
  return telling.filter((check) => !isDifferent(check)).length >= AGREEING * telling.length;
}

function isDifferent({ outcome }: Check): boolean {
  return outcome === 'differs';
}

/** The initiative of the other document under the same title, where both have one only. */
function pairOf(rule: string, agreement: Agreement, other: Agreement, initiative: Initiative, index: number): Pair | null {
  const { title } = initiative;
  if (title === null || initiative.titleDamaged || initiativesTitled(agreement, title).length !== 1) return null;
  const found = initiativesTitled(other, title);
  const [position] = found;
  const twin = position === undefined ? undefined : other.initiatives[position];
  if (found.length !== 1 || position === undefined || twin === undefined) return null;
  const subject: Subject = { rule, place: initiativePlace(initiative, index), initiative: title, label: other.document.name };
  const isElsewhere = otherPriceLevel(initiative.priceLevel, twin.priceLevel);
  return { subject, checks: isElsewhere === null ? compareFigures(subject, [initiative, index], [twin, position], other) : [notCheckable(subject, isElsewhere)] };
}

function compareFigures(subject: Subject, [initiative, index]: readonly [Initiative, number], [twin, position]: readonly [Initiative, number], other: Agreement): Check[] {
  const columns: CheckedColumn[] = [...tableYears(initiative), 'total'];
  return columns.flatMap((column) => {
    const own = typeof column === 'number' ? printedYear(initiative, index, column) : printedTotal(initiative, index);
    const source = typeof column === 'number' ? printedYear(twin, position, column) : printedTotal(twin, position);
    if (own === null || source === null) return [];
    const spellSource = (language: Language): string => `${other.document.name} ${language === 'da' ? 'siger' : 'says'} ${spellFigure(source.figure.amount, language, own.figure.amount.unit)}`;
    return [checkRestated({ subject: { ...subject, place: { ...own.place, column } }, stated: own.figure, source: source.figure, saying: HERE, spellSource, related: [] })];
  });
}

/** One finding for an initiative whose figures differ between two documents of one agreement: at its total where that differs, with every year. */
function contradiction({ checks }: Pair, agreement: Agreement, other: Agreement): Check {
  const differing = checks.filter(isDifferent);
  const main = differing.find(({ place }) => place.column === 'total') ?? differing[0];
  if (main === undefined) throw new Error('A pair that does not differ');
  const message = inBothLanguages((language) => {
    const [own, its] = [nameOf(agreement, language), nameOf(other, language)];
    const figures = [`${agreement.document.name}: ${spellSide(differing, ({ printed }) => printed, language)}`, `${other.document.name}: ${spellSide(differing, ({ computed }) => computed, language)}`].join('; ');
    const unit = unitOf(differing);
    const inUnit = unit === null ? '' : ` (${formatUnit(unit, language)})`;
    return language === 'da' ? `»${main.initiative ?? ''}« har ikke de samme beløb i ${own} og ${its}. ${figures}${inUnit}.` : `“${main.initiative ?? ''}” does not have the same amounts in ${own} and ${its}. ${figures}${inUnit}.`;
  });
  const compared = differing.flatMap(({ place, printed, computed }) => (printed === null || computed === null ? [] : [{ column: place.column, printed, computed }]));
  return { ...main, message, compared, related: differing.flatMap(({ place }) => (place === main.place ? [] : [place])), seen: seenOf(differing) };
}

/** One warning for two documents that share names and little else. */
function question(pairs: readonly Pair[], compared: number, agreement: Agreement, other: Agreement): Check {
  const [first] = pairs;
  const message = inBothLanguages((language) => {
    const shown = pairs.slice(0, NAMED).map(({ subject, checks }) => `${subject.initiative ?? ''} (${spellDifferences(checks.filter(isDifferent), language)})`);
    const rest = pairs.length - shown.length;
    const [own, its] = [nameOf(agreement, language), nameOf(other, language)];
    const few = `${shown.join('; ')}${rest > 0 ? (language === 'da' ? ` og ${rest} flere` : ` and ${rest} more`) : ''}`;
    if (language === 'da') return `Er ${own} og ${its} den samme aftale? ${compared === 1 ? 'Ét initiativ står i begge, men med andre beløb' : `${pairs.length} af de ${compared} initiativer, der står i begge, har andre beløb`}: ${few}.`;
    return `Are ${own} and ${its} the same agreement? ${compared === 1 ? 'One initiative stands in both, but with other amounts' : `${pairs.length} of the ${compared} initiatives that stand in both have other amounts`}: ${few}.`;
  });
  const place = first === undefined ? placeAt({}) : first.subject.place;
  const seen = pairs.flatMap(({ checks }) => seenOf(checks.filter(isDifferent)));
  return observe({ rule: first?.subject.rule ?? '', place, initiative: pairs.length === 1 ? (first?.subject.initiative ?? null) : null, label: other.document.name }, 'differs', 'warning', message, { related: pairs.slice(1).map(({ subject }) => subject.place), seen });
}

/** What a decision on differing figures was about. */
function seenOf(checks: readonly Check[]): string[] {
  return checks.map(({ place, printed, computed }) => [place.initiative, place.column, ...[printed, computed].map((amount) => (amount === null ? '' : formatAmount(amount, 'en')))].join(' '));
}

/** "5,0 i 2027 og 9,0 i alt" */
function spellSide(checks: readonly Check[], side: (check: Check) => Amount | null, language: Language): string {
  const parts = checks.flatMap((check) => {
    const [amount, { printed, place }] = [side(check), check];
    if (amount === null || printed === null) return [];
    const column = place.column === 'total' ? (language === 'da' ? 'i alt' : 'in total') : `${language === 'da' ? 'i' : 'in'} ${columnName(place.column, '')}`;
    return [`${spellFigure(amount, language, printed.unit)} ${column}`];
  });
  return joined(parts, language);
}

/** "a, b og c" */
function joined(parts: readonly string[], language: Language): string {
  const [last = ''] = parts.slice(-1);
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${language === 'da' ? 'og' : 'and'} ${last}`;
}

/** "2027: 5,0 mod 4,0, i alt: 9,0 mod 8,0 mio. kr." */
function spellDifferences(checks: readonly Check[], language: Language): string {
  const spelled = checks.flatMap(({ place, printed, computed }) => {
    if (printed === null || computed === null) return [];
    const [here, there] = [printed, computed].map((amount) => spellFigure(amount, language, printed.unit));
    return [`${columnName(place.column, language === 'da' ? 'i alt' : 'total')}: ${here ?? ''} ${language === 'da' ? 'mod' : 'against'} ${there ?? ''}`];
  });
  const unit = unitOf(checks);
  return `${spelled.join(', ')}${unit === null ? '' : ` ${formatUnit(unit, language)}`}`;
}

/** The unit of figures that are spelled without it. */
function unitOf(checks: readonly Check[]): Unit | null {
  return checks.find(({ printed }) => printed !== null)?.printed?.unit ?? null;
}

/** By what a reader knows an agreement: its title, with its file where that tells it apart. */
function nameOf({ title, document }: Agreement, language: Language): string {
  if (title === null) return document.name;
  return language === 'da' ? `»${title}« (${document.name})` : `“${title}” (${document.name})`;
}
