import { absoluteAmount, type Amount } from '../../money/amount';
import { formatAmount, formatNumber, type Language } from '../../money/danish-number';
import { type Unit } from '../../money/unit';
import { type Comparison, type Figure } from '../arithmetic';
import { type LocalizedText } from '../rule';

/** How many addends a message spells out before it shortens the sum, and how many of a shortened one stand first and last. */
export const SPELLED_ADDENDS = { all: 12, first: 6, last: 3 } as const;

/** An addend as a sentence has it: its size in words, and whether it is taken away. */
export interface SpelledTerm {
  readonly isMinus: boolean;
  readonly text: string;
}

/**
 * The left side of a sum: "12,5 + 3,1 - 0,4". Shape: `terms` are all of `count` addends, or the first and last ones of a long sum.
 */
export function spellTerms(terms: readonly SpelledTerm[], count: number, language: Language): string {
  const isShortened = terms.length < count;
  const spelled = terms.map(({ isMinus, text }, index) => (isMinus ? (index === 0 ? '-' : ' - ') : index === 0 ? '' : ' + ') + text);
  if (!isShortened) return spelled.join('');
  return [...spelled.slice(0, SPELLED_ADDENDS.first), ` + … (${count} ${language === 'da' ? 'tal' : 'figures'}) …`, ...spelled.slice(SPELLED_ADDENDS.first)].join('');
}

/** A text in both languages from one builder, which is asked when a language is: of a document's thousands of checks few are read. */
export function inBothLanguages(build: (language: Language) => string): LocalizedText {
  return new BuiltText(build);
}

/** Shape: both languages are properties of its own, so that a copy of it, for another thread or as JSON, is the plain texts. */
class BuiltText implements LocalizedText {
  declare readonly da: string;
  declare readonly en: string;
  readonly #build: (language: Language) => string;

  constructor(build: (language: Language) => string) {
    this.#build = build;
    Object.defineProperties(this, BuiltText.#languages);
  }

  /** The same two for all texts, so that they share their shape. */
  static readonly #languages: PropertyDescriptorMap & ThisType<BuiltText> = {
    da: { enumerable: true, get: BuiltText.#inLanguage('da') },
    en: { enumerable: true, get: BuiltText.#inLanguage('en') },
  };

  static #inLanguage(language: Language): (this: BuiltText) => string {
    return function (this: BuiltText) {
      return this.#build(language);
    };
  }
}

/**
 * A sum with its result as a reader would write it: "12,5 + 3,1 - 0,4 = 15,2".
 * Dashes add nothing and are left out, one figure stands alone, long sums are shortened; figures bear their units unless all are in `unit`.
 */
export function spellSum(addends: readonly Figure[], sum: Amount, language: Language, unit: Unit, weights?: readonly number[]): string {
  const isOneUnit = addends.every((addend) => addend.rounding === 'exact' || addend.amount.unit === unit);
  const terms = addends.flatMap((addend, index) => {
    if (addend.rounding === 'exact' && addend.amount.coefficient === 0) return [];
    const isMinus = addend.amount.coefficient < 0 !== (weights?.[index] === -1);
    const size = absoluteAmount(addend.amount);
    const figure = isOneUnit ? formatNumber(size, language) : formatAmount(size, language);
    return [{ isMinus, text: addend.rounding === 'approximate' ? `ca. ${figure}` : figure }];
  });
  const result = isOneUnit ? spellFigure(sum, language, unit) : formatAmount(sum, language);
  const [only] = terms;
  if (only === undefined || (terms.length === 1 && isOneUnit)) return result;
  const spelled = terms.length > SPELLED_ADDENDS.all ? [...terms.slice(0, SPELLED_ADDENDS.first), ...terms.slice(-SPELLED_ADDENDS.last)] : terms;
  return `${spellTerms(spelled, terms.length, language)} = ${result}`;
}

/** Whether a spelled sum shows more than its result. */
export function isArithmetic(sum: string): boolean {
  return sum.includes(' = ');
}

/** Who says the printed figure, in a sentence: a total, wherever it stands now, in the document or in the sheet. */
export const TOTAL_SAYS: LocalizedText = { da: 'i alt står der', en: 'the total says' };

/** The running text as the one who says the figure. */
export const PROSE: LocalizedText = { da: 'teksten siger', en: 'the text says' };

/** How figures of one message are written: bare where all are in the printed figure's unit, with their units where they are not. */
export function spellFigure(amount: Amount, language: Language, unit: Unit): string {
  return amount.unit === unit ? formatNumber(amount, language) : formatAmount(amount, language);
}

/**
 * The verdict of a comparison after its arithmetic; `hasUnits` where the left side is in other units than the printed figure.
 * The difference has the sign of the residual: what was computed less what is printed.
 * @example "12,5 + 3,1 + 2,8 + 2,1 = 20,5, men teksten siger 20,6: forskel -0,1 mio. kr."
 */
export function spellVerdict(left: (language: Language) => string, comparison: Comparison, saying: LocalizedText, isExactDocument: boolean, hasUnits: boolean): LocalizedText {
  return inBothLanguages((language) => {
    const [and, but, agrees, difference] = language === 'da' ? ['og', 'men', 'stemmer', 'forskel'] : ['and', 'but', 'agrees', 'difference'];
    const said = `${saying[language]} ${hasUnits ? formatAmount(comparison.printed, language) : formatNumber(comparison.printed, language)}`;
    if (comparison.outcome === 'agrees') return `${left(language)}, ${and} ${said}: ${agrees}.`;
    const start = `${left(language)}, ${but} ${said}: ${difference} ${formatAmount(comparison.residual, language)}`;
    return endSentence(start + explainBound(comparison, language, isExactDocument));
  });
}

function explainBound(comparison: Comparison, language: Language, isExactDocument: boolean): string {
  const isDanish = language === 'da';
  const bound = formatNumber(comparison.bound, language);
  if (comparison.outcome === 'differs') {
    if (comparison.bound.coefficient === 0) return '';
    return isDanish ? ` (højst ${bound} kan skyldes afrunding)` : ` (at most ${bound} may be due to rounding)`;
  }
  if (isExactDocument) {
    return isDanish
      ? '; den kunne skyldes afrunding, men dokumentets øvrige summer stemmer nøjagtigt, og det tager ikke forbehold for afrunding'
      : "; it could be due to rounding, but the document's other sums agree exactly and it has no rounding note";
  }
  const unusual = comparison.isUnusual ? (isDanish ? ', men usædvanligt stor for en afrunding' : ', but unusually large for rounding') : '';
  return isDanish ? `, inden for afrundingen (højst ${bound})${unusual}` : `, within rounding (at most ${bound})${unusual}`;
}

/** A sentence with its full stop, which "kr." already brings. */
export function endSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
