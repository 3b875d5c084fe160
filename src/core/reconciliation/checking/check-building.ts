import { type Amount } from '../../money/amount';
import { type Language } from '../../money/danish-number';
import { type Position } from '../../budget/position';
import { compareRestated, compareSum, type Comparison, type Figure } from '../arithmetic';
import { inBothLanguages, isArithmetic, spellSum, spellVerdict, TOTAL_SAYS } from './check-texts';
import { type Check, type CheckedPlace, type LocalizedText, type Outcome, type Severity, type Suggestion, type Term } from '../rule';

/** What a check is about: the printed thing and the names that a reader knows it by. */
export interface Subject {
  readonly rule: string;
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
}

/** A figure that takes part in a check with its place; `figure` is null when the cell holds none, and then `gap` says why. */
export interface Participant {
  readonly figure: Figure | null;
  readonly place: CheckedPlace;
  readonly gap?: 'blank' | 'unreadable' | 'text' | 'missing';
}

/** A place from the parts that apply. */
export function placeAt(parts: Partial<CheckedPlace>): CheckedPlace {
  const { initiative = null, component = null, total = null, pool = null, table = null, row = null, column = null, position = null, isOverview, sheetCell } = parts;
  const place = { initiative, component, total, pool, table, row, column, position };
  return isOverview === undefined && sheetCell === undefined ? place : { ...place, ...parts };
}

/** The keys of places that were asked for before: every check of a cell has the same place. */
const KNOWN_KEYS = new WeakMap<CheckedPlace, string>();

/** A text that tells printed cells apart, whatever their position. */
export function placeKey(place: CheckedPlace): string {
  const known = KNOWN_KEYS.get(place);
  if (known !== undefined) return known;
  const key = [place.initiative, place.component, place.total, place.table, place.row, place.column, place.isOverview === true].join('|');
  KNOWN_KEYS.set(place, key);
  return key;
}

/** The same place with its position and column set. */
export function cellPlace(place: CheckedPlace, column: CheckedPlace['column'], position: Position | null): CheckedPlace {
  return { ...place, column, position: position ?? place.position };
}

/** A check without figures: an observation about wording, periods, counts. */
export function observe(
  subject: Subject,
  outcome: Outcome,
  severity: Severity,
  message: LocalizedText,
  more: Partial<Pick<Check, 'printed' | 'computed' | 'residual' | 'bound' | 'suggestion' | 'related' | 'within' | 'seen'>> = {},
): Check {
  const { rule, place, initiative, label } = subject;
  const { printed = null, computed = null, residual = null, bound = null, suggestion = null, related = NOTHING, within, seen } = more;
  return { rule, place, initiative, label, outcome, severity, message, printed, computed, residual, bound, isUnusual: false, suggestion, related, ...(within === undefined ? {} : { within }), ...(seen === undefined ? {} : { seen }) };
}

/** No places. */
const NOTHING: readonly CheckedPlace[] = [];

/** A check that a rule could not make, with the reason. */
export function notCheckable(subject: Subject, message: LocalizedText, severity: Severity = 'info', printed: Amount | null = null, related: readonly CheckedPlace[] = NOTHING): Check {
  return observe(subject, 'not-checkable', severity, message, { printed, related });
}

const GAP_TEXT: Readonly<Record<NonNullable<Participant['gap']>, LocalizedText>> = {
  blank: { da: 'et felt er tomt, og tomt er ikke nul', en: 'a cell is blank, and blank is not zero' },
  unreadable: { da: 'et felt kunne ikke læses', en: 'a cell could not be read' },
  text: { da: 'et felt indeholder tekst i stedet for et tal', en: 'a cell holds text instead of a figure' },
  missing: { da: 'et tal mangler i tabellen', en: 'the table lacks a figure' },
};

/** What a sum is compared with and how the result is worded. */
export interface SumInput {
  readonly subject: Subject;
  readonly addends: readonly Participant[];
  readonly weights?: readonly number[];
  readonly total: Participant;
  readonly saying?: LocalizedText;
  readonly isExactDocument: boolean;
  readonly suggest?: (comparison: Comparison, addends: readonly Figure[], total: Figure) => Suggestion | null;
}

/** The check of a sum against its printed total; not checkable when a figure is missing, with the reason. */
export function checkSum(input: SumInput): Check {
  const { subject, addends, total } = input;
  const related = addends.map((addend) => addend.place);
  const gap = [total, ...addends].find((participant) => participant.figure === null);
  if (total.figure === null || gap !== undefined) {
    const reason = GAP_TEXT[gap?.gap ?? 'missing'];
    const severity = gap?.gap === 'unreadable' ? 'warning' : 'info';
    const message = { da: `Summen kan ikke kontrolleres: ${reason.da}.`, en: `The sum cannot be checked: ${reason.en}.` };
    return observe(subject, 'not-checkable', severity, message, { printed: total.figure?.amount ?? null, related, seen: [gap?.gap ?? 'missing'] });
  }
  const figures = addends.flatMap((addend) => (addend.figure === null ? [] : [addend.figure]));
  const comparison = compareSum(figures, total.figure, input.weights);
  if (comparison === null) return tooLarge(subject, total.figure.amount, related);
  const message = spellVerdict(
    (language) => {
      const sum = spellSum(figures, comparison.computed, language, comparison.printed.unit, input.weights);
      return comparison.outcome === 'agrees' || isArithmetic(sum) ? sum : { da: `Summen er ${sum}`, en: `The sum is ${sum}` }[language];
    },
    comparison,
    input.saying ?? TOTAL_SAYS,
    input.isExactDocument,
    figures.some((figure) => figure.rounding !== 'exact' && figure.amount.unit !== comparison.printed.unit),
  );
  const suggestion = comparison.outcome === 'agrees' ? null : (input.suggest?.(comparison, figures, total.figure) ?? null);
  const terms = addends.flatMap(({ place, figure }, index) => (figure === null ? [] : [{ place, amount: figure.amount, weight: input.weights?.[index] ?? 1 }]));
  return conclude(subject, comparison, message, related, terms, input.isExactDocument, suggestion);
}

/** What a printed figure is tied out to: where the same figure stands a second time, and how a message spells it. */
export interface RestatedInput {
  readonly subject: Subject;
  readonly stated: Figure;
  readonly source: Figure;
  readonly saying: LocalizedText;
  /** The source with its own arithmetic, without its unit where that is the stated figure's: "12,5 + 3,1 = 15,6". */
  readonly spellSource: (language: Language) => string;
  /** Where the source stands, first; then what else took part. */
  readonly related: readonly CheckedPlace[];
  readonly suggest?: (comparison: Comparison) => Suggestion | null;
}

/** The check of a figure against another printing of the same figure. */
export function checkRestated(input: RestatedInput): Check {
  const { subject, stated, source, related } = input;
  const comparison = compareRestated(stated, source);
  if (comparison === null) return tooLarge(subject, stated.amount, related);
  const message = spellVerdict(input.spellSource, comparison, input.saying, false, source.rounding !== 'exact' && source.amount.unit !== stated.amount.unit);
  const [place] = related;
  const terms = place === undefined ? [] : [{ place, amount: source.amount, weight: 1 }];
  return conclude(subject, comparison, message, related, terms, false, comparison.outcome === 'agrees' ? null : (input.suggest?.(comparison) ?? null));
}

function conclude(subject: Subject, comparison: Comparison, message: LocalizedText, related: readonly CheckedPlace[], terms: readonly Term[], isExactDocument: boolean, suggestion: Suggestion | null): Check {
  const isDoubted = comparison.outcome === 'agrees-within-rounding' && isExactDocument;
  const outcome: Outcome = isDoubted ? 'differs' : comparison.outcome;
  const severity: Severity = isDoubted ? 'warning' : outcome === 'differs' ? 'error' : 'info';
  const explained = outcome === 'differs' ? suggestion : null;
  const { rule, place, initiative, label } = subject;
  const { printed, computed, residual, bound, isUnusual } = comparison;
  const said = explained === null ? message : joinSentences(message, explained.message);
  const check: Check = { rule, place, initiative, label, outcome, severity, message: said, printed, computed, residual, bound, isUnusual, suggestion: explained, related };
  return terms.length > 0 ? Object.assign(check, { terms }) : check;
}

function tooLarge(subject: Subject, printed: Amount, related: readonly CheckedPlace[]): Check {
  const message = {
    da: 'Summen kan ikke kontrolleres: tallene er større, end der kan regnes nøjagtigt med.',
    en: 'The sum cannot be checked: the figures are larger than can be computed exactly.',
  };
  return notCheckable(subject, message, 'warning', printed, related);
}

function joinSentences(first: LocalizedText, second: LocalizedText): LocalizedText {
  return inBothLanguages((language) => `${first[language]} ${second[language]}`);
}
