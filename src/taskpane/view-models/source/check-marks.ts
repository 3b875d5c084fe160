import { type Position } from '../../../core/budget/position';
import { absoluteAmount, type Amount } from '../../../core/money/amount';
import { formatNumber, type Language } from '../../../core/money/danish-number';
import { SPELLED_ADDENDS, spellTerms } from '../../../core/reconciliation/checking/check-texts';
import { type Check, type CheckedPlace, type Term } from '../../../core/reconciliation/rule';
import { type LookedAtCheck, type Quote, type SourceTarget } from '../../state/pane-state';
import { writtenAmount } from './printed-figures';

/** What a place of the document is to a check: the figure itself, one of those that it is added from, or what it is compared with. */
export type MarkRole = 'figure' | 'term' | 'compared';

/** A place that a check marks in the document. Shape: `quote` is its figure within the line, null to mark the whole line. */
export interface CheckMark {
  readonly role: MarkRole;
  readonly position: Position;
  readonly quote: Quote | null;
}

/** What leads to a place of a document. */
export interface SourceAbout {
  readonly sha256: string;
  readonly position: Position;
  readonly quote: Quote | null;
  readonly check?: LookedAtCheck;
  readonly finding?: string;
}

/** The place as the source view shows it. */
export function sourceTarget({ sha256, position, ...about }: SourceAbout): SourceTarget {
  return { sha256, page: position.page, line: position.line, box: position.box, ...about };
}

/** A figure of a check in its document, with the check that is to be seen there and the finding to go back to; null where the figure's place is not known. */
export function aboutCheck(check: Check, figure: CheckedPlace, sha256: string, finding: string): SourceAbout | null {
  return figure.position === null ? null : { sha256, position: figure.position, quote: quoteOf(check, figure), check: { check, figure }, finding };
}

/** The other places that a check marks: its addends, its own figure where another one is looked at, and what else it is compared with; none is marked twice, and none whose place is not known. */
export function marksOfCheck({ check, figure }: LookedAtCheck): readonly CheckMark[] {
  const { terms = [], related, place } = check;
  const added = isSum(terms) ? 'term' : 'compared';
  const figures = [...terms.map((term) => ({ role: added as MarkRole, place: term.place })), ...(terms.some((term) => isSameFigure(term.place, place)) ? [] : [{ role: 'compared' as const, place }])];
  const others = figures.filter((other) => !isSameFigure(other.place, figure));
  const rest = related.filter((other) => ![figure, ...others.map((one) => one.place)].some((known) => isSameFigure(known, other) || isSameLine(known, other)));
  return [...others, ...rest.map((other) => ({ role: 'compared' as const, place: other }))].flatMap(({ role, place: at }) => (at.position === null ? [] : [{ role, position: at.position, quote: quoteOf(check, at) }]));
}

/** A figure's text in its line; of equal ones among the addends, which. Null for a place whose figure the check does not know. */
function quoteOf({ place, printed, terms = [] }: Check, figure: CheckedPlace): Quote | null {
  const at = terms.findIndex((term) => isSameFigure(term.place, figure));
  const amount = terms[at]?.amount ?? (isSameFigure(place, figure) ? printed : null);
  if (amount === null) return null;
  const text = writtenAmount(amount);
  const later = at < 0 ? [] : terms.slice(at + 1).filter((term) => isSameLine(term.place, figure) && writtenAmount(term.amount) === text);
  return { text, fromEnd: later.length };
}

function isSameFigure(one: CheckedPlace, other: CheckedPlace): boolean {
  const keys = ['initiative', 'component', 'total', 'pool', 'table', 'row', 'column', 'isOverview'] as const;
  return keys.every((key) => one[key] === other[key]) && isSameLine(one, other);
}

function isSameLine({ position: one }: CheckedPlace, { position: other }: CheckedPlace): boolean {
  return one?.page === other?.page && one?.line === other?.line;
}

/** The sum as it stands in the margin: "1,5 + 1,3 = 2,8"; null for a check that adds nothing. Shape: a long sum is shortened in its middle. */
export function marginSum({ check: { terms = [], computed } }: LookedAtCheck, language: Language): string | null {
  if (!isSum(terms) || computed === null) return null;
  const spelled = terms.map(({ amount, weight }) => ({ isMinus: amount.coefficient < 0 !== weight < 0, text: figureOf(amount, language) }));
  const { all, first, last } = SPELLED_ADDENDS;
  const shown = spelled.length <= all ? spelled : [...spelled.slice(0, first), ...spelled.slice(-last)];
  return `${spellTerms(shown, spelled.length, language)} = ${formatNumber(computed, language)}`;
}

/** One figure is not added up: it is what the check's figure is compared with. */
function isSum(terms: readonly Term[]): boolean {
  return terms.length > 1;
}

function figureOf(amount: Amount, language: Language): string {
  return formatNumber(absoluteAmount(amount), language);
}
