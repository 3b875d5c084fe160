import { type Initiative, type StatedAmount, type StatedRole } from '../../budget/agreement';
import { spellPosition } from '../../budget/position';
import { amountOf, negateAmount } from '../../money/amount';
import { type Language } from '../../money/danish-number';
import { compareRestated, compareSum, printedFigure, type Figure } from '../arithmetic';
import { cellPlace, checkRestated, checkSum, notCheckable, type Subject } from './check-building';
import { PROSE, spellFigure, spellSum } from './check-texts';
import { furtherTotals, type FurtherTotals, initiativePlace, printedTotal, printedYear, type SourcedFigure, tableYears } from './initiative-figures';
import { type Check, type LocalizedText, type RuleContext } from '../rule';
import { suggestRestatedSlip } from './suggestion';

/**
 * The amounts of a role with which an initiative's text states its total, against the table's total.
 * An initiative whose figures stand in an overview elsewhere is left to the overview's own tie-out.
 */
export function checkStatedTotals(rule: string, role: StatedRole, context: RuleContext): Check[] {
  return context.agreement.initiatives.flatMap((initiative, index) => {
    if (initiative.section !== null) return [];
    const stated = initiative.stated.filter((amount) => amount.role === role);
    const subject = (amount: StatedAmount): Subject => ({
      rule,
      place: cellPlace(initiativePlace(initiative, index), 'total', amount.position),
      initiative: initiative.title,
      label: null,
    });
    return checkStated(stated, subject, initiative, index, furtherTotals(context.agreement, initiative));
  });
}

/** Stated totals of one initiative: amounts for periods that do not overlap together, annual ones year by year, any other against the table's total. */
export function checkStated(stated: readonly StatedAmount[], subject: (amount: StatedAmount) => Subject, initiative: Initiative, index: number, further: FurtherTotals = []): Check[] {
  if (areSuccessive(stated) && stated.some(isPerYear)) return stated.flatMap((amount) => checkPeriod(subject(amount), amount, initiative, index));
  const parts = partsOfTotal(stated, initiative, index);
  if (parts !== null) return [checkParts(subject(parts.first), parts, initiative)];
  return stated.flatMap((amount) => checkOne(subject(amount), amount, initiative, index, further));
}

const YEARLY: LocalizedText = { da: 'tekstens årlige beløb er', en: "the text's annual amount is" };
const HALF_YEAR: LocalizedText = { da: 'halvdelen af tekstens årlige beløb er', en: "half of the text's annual amount is" };

interface StatedParts {
  readonly first: StatedAmount;
  readonly stated: readonly StatedAmount[];
  readonly total: SourcedFigure;
}

/** Amounts for periods that do not overlap ("1,0 mio. kr. i 2027 og 2,0 mio. kr. i 2028") make up the total together. */
function partsOfTotal(stated: readonly StatedAmount[], initiative: Initiative, index: number): StatedParts | null {
  const total = printedTotal(initiative, index);
  if (total === null || stated.some(isPerYear) || !areSuccessive(stated)) return null;
  const ordered = [...stated].sort(byFirstYear);
  const [first] = ordered;
  return first === undefined ? null : { first, stated: ordered, total };
}

/** Whether several amounts stand for periods of their own, one after the other. */
function areSuccessive(stated: readonly StatedAmount[]): boolean {
  const ordered = [...stated].sort(byFirstYear);
  return stated.length > 1 && ordered.every((amount, place) => amount.from !== null && (place === 0 || amount.from > (ordered[place - 1]?.to ?? Infinity)));
}

function byFirstYear(a: StatedAmount, b: StatedAmount): number {
  return (a.from ?? 0) - (b.from ?? 0);
}

/** An amount of several against the years that it names: each of them for an annual one, else their sum. */
function checkPeriod(subject: Subject, stated: StatedAmount, initiative: Initiative, index: number): Check[] {
  if (isPerYear(stated)) return checkOne(subject, stated, initiative, index, []);
  const named = tableYears(initiative).filter((year) => year >= (stated.from ?? Infinity) && year <= (stated.to ?? stated.from ?? -Infinity));
  const years = named.flatMap((year) => printedYear(initiative, index, year) ?? []);
  if (years.length === 0 || years.length < named.length) {
    return [notCheckable(subject, { da: 'Årene med beløb er ikke læst.', en: 'The years with amounts were not read.' }, 'info', stated.amount)];
  }
  return [checkSum({ subject, addends: years, total: { figure: totalFigureOf(stated, initiative), place: subject.place }, saying: sayingOf(stated), isExactDocument: false })];
}

/** What says a stated amount, with its place: a finding is flagged at the table's figure, and the sentence stands elsewhere. */
function sayingOf({ role, position }: StatedAmount): LocalizedText {
  const [danish, english] = role === 'lead' ? ['indledningen', 'the lead'] : role === 'economy' ? ['afsnittet om økonomi', 'the section on finances'] : ['teksten', 'the text'];
  return { da: `${danish} (${spellPosition(position, 'da')}) siger`, en: `${english} (${spellPosition(position, 'en')}) says` };
}

/** A stated total as a figure; money saved has a minus where the table prints it with one. */
function totalFigureOf(stated: StatedAmount, initiative: Initiative): Figure {
  const figure = figureOf(stated);
  const isNegative = stated.isSaving === true && stated.amount.coefficient > 0 && isBelowZero(initiative);
  return isNegative ? { ...figure, amount: negateAmount(figure.amount) } : figure;
}

/** Whether an initiative's own row prints money saved: its figures are negative or nil. */
function isBelowZero({ total }: Initiative): boolean {
  const coefficients = (total?.cells ?? []).flatMap((cell) => (cell.kind === 'amount' ? [cell.amount.coefficient] : []));
  return coefficients.some((coefficient) => coefficient < 0) && coefficients.every((coefficient) => coefficient <= 0);
}

function checkParts(subject: Subject, parts: StatedParts, initiative: Initiative): Check {
  return checkSum({
    subject,
    addends: parts.stated.map((amount) => ({ figure: totalFigureOf(amount, initiative), place: cellPlace(subject.place, null, amount.position) })),
    total: parts.total,
    saying: { da: 'tabellen siger', en: 'the table says' },
    isExactDocument: false,
  });
}

function checkOne(subject: Subject, stated: StatedAmount, initiative: Initiative, index: number, further: FurtherTotals): Check[] {
  const isElsewhere = otherPriceLevel(stated.priceLevel, initiative.priceLevel);
  if (isElsewhere !== null) return [notCheckable(subject, isElsewhere, 'info', stated.amount)];
  if (isPerYear(stated)) return checkPerYear(subject, stated, initiative, index);
  const total = printedTotal(initiative, index);
  if (total !== null && further.length > 0) return [checkAgainstTables(subject, stated, initiative, index, total, further)];
  if (total !== null) return [checkAgainstTotal(subject, totalFigureOf(stated, initiative), initiative, index, total, sayingOf(stated))];
  const years = tableYears(initiative).flatMap((year) => printedYear(initiative, index, year) ?? []);
  if (years.length === 0 || years.length < tableYears(initiative).length) {
    return [notCheckable(subject, { da: 'Tabellens total er ikke læst.', en: "The table's total was not read." }, 'info', stated.amount)];
  }
  return [checkSum({ subject, addends: years, total: { figure: totalFigureOf(stated, initiative), place: subject.place }, saying: sayingOf(stated), isExactDocument: false })];
}

/** A stated total of an initiative with several tables: that of its own table, else all their totals together. */
function checkAgainstTables(subject: Subject, stated: StatedAmount, initiative: Initiative, index: number, total: SourcedFigure, further: FurtherTotals): Check {
  const figure = totalFigureOf(stated, initiative);
  const own = checkAgainstTotal(subject, figure, initiative, index, total, sayingOf(stated));
  if (own.outcome === 'agrees') return own;
  const known = further.flatMap((one) => one ?? []);
  if (known.length < further.length) return notCheckable(subject, { da: 'Initiativet har flere tabeller, og deres totaler kan ikke lægges sammen.', en: 'The initiative has several tables, and their totals cannot be added.' }, 'info', stated.amount);
  return checkSum({ subject, addends: [total, ...known], total: { figure, place: subject.place }, saying: sayingOf(stated), isExactDocument: false });
}

/** An annual amount repeats each year of its period; half a year's effect in the first or last year is allowed, as the notes of budgets use it. */
function checkPerYear(subject: Subject, stated: StatedAmount, initiative: Initiative, index: number): Check[] {
  const years = tableYears(initiative).filter((year) => year >= (stated.from ?? -Infinity) && year <= (stated.to ?? Infinity));
  const figures = years.flatMap((year) => {
    const source = printedYear(initiative, index, year);
    return source === null ? [] : [{ year, source }];
  });
  if (figures.length === 0) {
    return [notCheckable(subject, { da: 'Et årligt beløb uden år i tabellen at holde det op mod.', en: 'An annual amount with no year in the table to compare it with.' }, 'info', stated.amount)];
  }
  const yearly = totalFigureOf(stated, initiative);
  return figures.map(({ year, source }, place) => {
    const isEdge = place === 0 || place === figures.length - 1;
    const input = {
      subject: { ...subject, place: { ...subject.place, column: year } },
      source: source.figure,
      spellSource: (language: Language) => `${language === 'da' ? `I ${year} har tabellen` : `In ${year} the table has`} ${spellFigure(source.figure.amount, language, stated.amount.unit)}`,
      related: [source.place],
    };
    const isHalf = isEdge && compareRestated(halved(yearly), source.figure)?.outcome === 'agrees';
    if (isHalf) return checkRestated({ ...input, stated: halved(yearly), saying: HALF_YEAR });
    return checkRestated({ ...input, stated: yearly, saying: YEARLY, suggest: suggestRestatedSlip });
  });
}

/**
 * A stated total against the printed total of the initiative's own row.
 * The message shows the row's own sum where it holds, so that the reader sees which of the two the years support.
 */
export function checkAgainstTotal(subject: Subject, stated: Figure, initiative: Initiative, index: number, total: SourcedFigure, saying = PROSE): Check {
  const years = tableYears(initiative).flatMap((year) => printedYear(initiative, index, year) ?? []);
  const figures = years.map((year) => year.figure);
  const addsUp = figures.length > 1 && figures.length === tableYears(initiative).length && compareSum(figures, total.figure)?.outcome === 'agrees';
  const spellSource = (language: Language): string => {
    const shown = spellFigure(total.figure.amount, language, stated.amount.unit);
    if (addsUp) return spellSum(figures, total.figure.amount, language, stated.amount.unit);
    return language === 'da' ? `Tabellens total er ${shown}` : `The table's total is ${shown}`;
  };
  return checkRestated({ subject, stated, source: total.figure, saying, spellSource, related: [total.place, ...(addsUp ? years.map((year) => year.place) : [])], suggest: suggestRestatedSlip });
}

/** The stated amount as a figure, "ca." widened. */
export function figureOf(stated: Pick<StatedAmount, 'amount' | 'approximate'>): Figure {
  return printedFigure(stated.amount, stated.approximate);
}

/** Why amounts of two price levels are not compared; null where they are of one, or where one is not stated. */
export function otherPriceLevel(stated: string | null, table: string | null): LocalizedText | null {
  if (stated === null || table === null || stated.toLowerCase() === table.toLowerCase()) return null;
  return {
    da: `Beløbet er i ${stated} og tabellen i ${table}; beløb i forskellige prisniveauer sammenlignes ikke.`,
    en: `The amount is at ${stated} and the table at ${table}; amounts of different price levels are not compared.`,
  };
}

function isPerYear(stated: StatedAmount): boolean {
  return stated.annual || stated.permanent;
}

function halved(figure: Figure): Figure {
  const { coefficient, decimals, unit } = figure.amount;
  return coefficient % 2 === 0
    ? { amount: amountOf(coefficient / 2, decimals, unit), rounding: figure.rounding }
    : { amount: amountOf(coefficient * 5, decimals + 1, unit), rounding: figure.rounding };
}
