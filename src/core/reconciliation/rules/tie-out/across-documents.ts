import { type Agreement, type Initiative, type StatedAmount } from '../../../budget/agreement';
import { type Language } from '../../../money/danish-number';
import { compareRestated } from '../../arithmetic';
import { cellPlace, checkRestated, notCheckable, type Subject } from '../../checking/check-building';
import { spellFigure } from '../../checking/check-texts';
import { initiativePlace, printedTotal, printedYear, tableYears } from '../../checking/initiative-figures';
import { comparePairs } from '../../checking/paired-initiatives';
import { identityOf, isSameAgreement } from '../../checking/same-agreement';
import { figureOf, otherPriceLevel } from '../../checking/stated-total';
import { initiativesLike } from '../../checking/title-index';
import { tellingWords } from '../../checking/wording';
import { type Check, type LocalizedText, type Rule, type RuleContext } from '../../rule';

const ID = 'across-documents';

/** How much of an earlier initiative's title the quoting text has to repeat before the quotation is taken to be about it. */
const TELLING_OVERLAP = 0.6;

/** The same initiative in another document of the same agreement, and amounts quoted from an earlier agreement that is at hand. */
export const acrossDocuments: Rule = {
  id: ID,
  reference: 'Tie-out to corresponding figures and to related documents (ISA 710, ISA 720)',
  title: { da: 'På tværs af dokumenter', en: 'Across documents' },
  check(context) {
    const identity = identityOf(context.agreement);
    const same = context.others.filter((other) => isSameAgreement(identity, identityOf(other)));
    return [...same.flatMap((other) => comparePairs(ID, context.agreement, other)), ...context.agreement.initiatives.flatMap((initiative, index) => checkQuotations(context, initiative, index))];
  },
};

function checkQuotations(context: RuleContext, initiative: Initiative, index: number): Check[] {
  return initiative.stated.flatMap((stated) => {
    if (stated.role !== 'background') return [];
    return context.others.flatMap((other) => {
      const quoted = isEarlier(other, context.agreement) ? quotedInitiative(stated, initiative, other) : null;
      const checks = quoted === null ? [] : compareQuotation(stated, initiative, index, other, quoted);
      return stated.from === null ? checks.filter((check) => check.outcome !== 'differs') : checks;
    });
  });
}

/** Quotations look back. Without a period nothing says that this is the quoted agreement, unless the figure itself does. */
function isEarlier(other: Agreement, agreement: Agreement): boolean {
  return (other.years[0] ?? Infinity) < (agreement.years[0] ?? -Infinity);
}

/** The one initiative of the other agreement that a quotation names, by its title's words and with a period inside that agreement's years. */
function quotedInitiative(stated: StatedAmount, initiative: Initiative, other: Agreement): number | null {
  const [first, last] = [other.years[0], other.years[other.years.length - 1]];
  if (first === undefined || last === undefined) return null;
  if (stated.from !== null && (stated.from < first || (stated.to ?? stated.from) > last)) return null;
  const words = tellingWords(`${initiative.title ?? ''} ${stated.purpose ?? ''}`);
  const scored = initiativesLike(other, words)
    .filter(({ position, overlap }) => overlap >= TELLING_OVERLAP || (overlap > 0 && hasFigure(stated, other, position)))
    .sort((a, b) => b.overlap - a.overlap);
  const [best, next] = scored;
  return best === undefined || next?.overlap === best.overlap ? null : best.position;
}

/** Whether the row's total is the quoted figure: with one of the title's words that is enough to name the row. */
function hasFigure(stated: StatedAmount, other: Agreement, position: number): boolean {
  const candidate = other.initiatives[position];
  const total = candidate === undefined ? null : printedTotal(candidate, position);
  return total !== null && compareRestated(figureOf(stated), total.figure)?.outcome === 'agrees';
}

/**
 * A quotation compares with the row's total, or with its years when it names some of them or repeats every year.
 * A difference is worth a look and no more: the quoting text may have moved the amount to another price level without saying so.
 */
function compareQuotation(stated: StatedAmount, initiative: Initiative, index: number, other: Agreement, position: number): Check[] {
  const source = other.initiatives[position];
  if (source === undefined) return [];
  const place = cellPlace(initiativePlace(initiative, index), null, stated.position);
  const subject: Subject = { rule: ID, place, initiative: initiative.title, label: source.title };
  const isElsewhere = otherPriceLevel(stated.priceLevel, source.priceLevel);
  if (isElsewhere !== null) return [notCheckable(subject, isElsewhere, 'info', stated.amount)];
  const years = tableYears(source);
  const named = years.filter((year) => stated.from !== null && year >= stated.from && year <= (stated.to ?? stated.from));
  const isWhole = !stated.annual && !stated.permanent && (named.length === 0 || named.length === years.length);
  const figures = isWhole ? [printedTotal(source, position)] : named.map((year) => printedYear(source, position, year));
  return figures.flatMap((figure) => {
    if (figure === null || (!isWhole && named.length > 1 && !stated.annual)) return [];
    const spellSource = (language: Language): string => `${other.title ?? other.document.name} ${language === 'da' ? 'har' : 'has'} ${spellFigure(figure.figure.amount, language, stated.amount.unit)}`;
    const check = checkRestated({ subject: { ...subject, place: { ...place, column: figure.place.column } }, stated: figureOf(stated), source: figure.figure, saying: QUOTED, spellSource, related: [] });
    return [check.outcome === 'differs' ? { ...check, severity: 'info' as const } : check];
  });
}

const QUOTED: LocalizedText = { da: 'teksten citerer', en: 'the text quotes' };
