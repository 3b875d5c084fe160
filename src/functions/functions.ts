import { answerAmounts, answerParts, answerSums, answerTieOuts, answerTotal, answerYears } from './answers/amount-functions';
import { answer, type Answer } from './answer';
import { readChoice } from './arguments/arguments';
import { cellResult, rangeResult } from './cell-results';
import { currentCatalogue, currentLanguage, whenFilled } from './memory';
import { answerExpiries, answerSources } from './answers/origin-functions';
import { boundOfRange, checkRange, isRangeRight, residualOfRange } from './answers/range-check';
import { answerList, answerTable } from './answers/table-functions';
import { answerAtPriceLevel, answerParsed } from './answers/text-functions';

/**
 * Units of money.
 * @customenum {string}
 */
export enum Unit {
  /** Kroner. */
  kr = "kr.",
  /** Thousand kroner. */
  thousandKr = "1.000 kr.",
  /** Million kroner. */
  millionKr = "mio. kr.",
  /** Billion kroner. */
  billionKr = "mia. kr.",
}

/**
 * Price and wage levels.
 * @customenum {string}
 */
export enum PriceLevel {
  /** Prices and wages of 2020. */
  pl2020 = "2020-pl",
  /** Prices and wages of 2021. */
  pl2021 = "2021-pl",
  /** Prices and wages of 2022. */
  pl2022 = "2022-pl",
  /** Prices and wages of 2023. */
  pl2023 = "2023-pl",
  /** Prices and wages of 2024. */
  pl2024 = "2024-pl",
  /** Prices and wages of 2025. */
  pl2025 = "2025-pl",
  /** Prices and wages of 2026. */
  pl2026 = "2026-pl",
  /** Prices and wages of 2027. */
  pl2027 = "2027-pl",
  /** Prices and wages of 2028. */
  pl2028 = "2028-pl",
  /** Prices and wages of 2029. */
  pl2029 = "2029-pl",
  /** Prices and wages of 2030. */
  pl2030 = "2030-pl",
  /** Prices and wages of 2031. */
  pl2031 = "2031-pl",
  /** Prices and wages of 2032. */
  pl2032 = "2032-pl",
}

/**
 * Kinds of money of an initiative.
 * @customenum {string}
 */
export enum Kind {
  /** What is granted. */
  granted = "granted",
  /** The part of it that an "of which" row names. */
  ofWhich = "of which",
  /** What is handed out on application. */
  pool = "pool",
  /** What the text states. */
  stated = "stated",
}

/**
 * The money of initiatives in an agreement, in a year or in all: a name or a table of names and years in one formula.
 * @customfunction AMOUNT
 * @helpurl https://localhost:3000/help/functions/amount.html
 * @param what Name or id of an initiative, a ministry or a component, or enough of the name to be the only one; a range answers with a table.
 * @param [year] Fiscal year, e.g. 2027, or "permanent". Left out: the total over all years.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param [unit] Unit of the answer. Left out: the unit that the agreement prints.
 * @param [priceLevel] Price level that the figure must be in, e.g. "2026-pl"; another one is an error, never a conversion.
 * @param [ifMissing] What the cell shows when the agreement does not have the figure. Left out: #N/A.
 * @param [kind] Which money: granted, of which, pool or stated. Left out: granted.
 * @returns The amounts, one for each name and year.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function amount(what: any[][], year?: any[][], agreement?: any[][], unit?: Unit, priceLevel?: PriceLevel, ifMissing?: any[][], kind?: Kind): any[][] {
  return whenFilled(() => rangeResult(answerAmounts(currentCatalogue(), { what, year, agreement, unit, priceLevel, ifMissing, kind })));
}

/**
 * The money of an initiative in an agreement: its total, or one year's amount.
 * @customfunction TOTAL
 * @helpurl https://localhost:3000/help/functions/total.html
 * @param initiative Name of an initiative, a ministry or a component, or enough of it to be the only one.
 * @param [year] Fiscal year, e.g. 2027. Left out: the total over all years.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param [unit] Unit of the answer: "kr.", "1.000 kr.", "mio. kr." or "mia. kr.". Left out: the unit that the agreement prints.
 * @returns The amount as a number.
 */
export function total(initiative: string, year?: number, agreement?: string, unit?: string): number {
  return whenFilled(() => Number(cellResult(answerTotal(currentCatalogue(), initiative, year, agreement, unit))));
}

/**
 * The money of a component of an initiative.
 * @customfunction PART
 * @helpurl https://localhost:3000/help/functions/part.html
 * @param what Name or id of an initiative, a ministry or a component, or enough of the name to be the only one; a range answers with a table.
 * @param part Label or id of the component, or enough of the label to be the only one.
 * @param [year] Fiscal year, e.g. 2027, or "permanent". Left out: the total over all years.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param [unit] Unit of the answer. Left out: the unit that the agreement prints.
 * @param [priceLevel] Price level that the figure must be in, e.g. "2026-pl"; another one is an error, never a conversion.
 * @param [ifMissing] What the cell shows when the agreement does not have the figure. Left out: #N/A.
 * @returns The amounts, one for each name and year.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function part(what: any[][], part: any[][], year?: any[][], agreement?: any[][], unit?: Unit, priceLevel?: PriceLevel, ifMissing?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerParts(currentCatalogue(), part, { what, year, agreement, unit, priceLevel, ifMissing })));
}

/**
 * The amounts of an initiative in each of the agreement's years, as a row that spills.
 * @customfunction YEARS
 * @helpurl https://localhost:3000/help/functions/years.html
 * @param what Name or id of an initiative, a ministry or a component, or enough of the name to be the only one; a range answers with a table.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param [unit] Unit of the answer. Left out: the unit that the agreement prints.
 * @param [priceLevel] Price level that the figure must be in, e.g. "2026-pl"; another one is an error, never a conversion.
 * @param [ifMissing] What the cell shows when the agreement does not have the figure. Left out: #N/A.
 * @returns One row for each name, one column for each year.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function years(what: any[][], agreement?: any[][], unit?: Unit, priceLevel?: PriceLevel, ifMissing?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerYears(currentCatalogue(), { what, agreement, unit, priceLevel, ifMissing })));
}

/**
 * The table of an agreement, of a ministry, or of an initiative's components, in the columns you choose.
 * @customfunction TABLE
 * @helpurl https://localhost:3000/help/functions/table.html
 * @param [agreement] Name or period of the agreement. Needed when the workbook holds several.
 * @param [of] Only this ministry or theme, or the components of this initiative.
 * @param [columns] Columns in their order, e.g. "Id, Initiative, 2026, 2027, Total, Source". Left out: name, years and total.
 * @param [headings] TRUE puts the headings above. Left out: no headings.
 * @returns A table that spills.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function table(agreement?: any[][], of?: any[][], columns?: any[][], headings?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerTable(currentCatalogue(), { agreement, of, columns, headings }, currentLanguage())));
}

/**
 * The initiatives of an agreement as a table: name, one column per year, total.
 * @customfunction LIST
 * @helpurl https://localhost:3000/help/functions/list.html
 * @param [agreement] Name or period of the agreement. Needed when several agreements are at hand.
 * @param [group] Only the initiatives of this ministry or theme.
 * @param [headings] FALSE leaves the heading row out, so that a sum over the table is right.
 * @param [total] FALSE leaves the total column out, so that a sum over the table is right.
 * @returns A table that spills, with a heading row.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function list(agreement?: any[][], group?: any[][], headings?: any[][], total?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerList(currentCatalogue(), { agreement, group, headings, total }, currentLanguage())));
}

/**
 * The sum of a ministry, a theme, an agreement, or a list of names.
 * @customfunction SUMOF
 * @helpurl https://localhost:3000/help/functions/sumof.html
 * @param group Name of a ministry, a theme or an agreement, or a range of names to add.
 * @param [year] Fiscal year, e.g. 2027, or "permanent". Left out: the total over all years.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param [unit] Unit of the answer. Left out: the unit that the agreement prints.
 * @param [priceLevel] Price level that the figure must be in, e.g. "2026-pl"; another one is an error, never a conversion.
 * @param [ifMissing] What the cell shows when the agreement does not have the figure. Left out: #N/A.
 * @returns The sum, one for each year.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function sumof(group: any[][], year?: any[][], agreement?: any[][], unit?: Unit, priceLevel?: PriceLevel, ifMissing?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerSums(currentCatalogue(), { what: group, year, agreement, unit, priceLevel, ifMissing })));
}

/**
 * The last year in which an initiative has money, or "permanent".
 * @customfunction EXPIRES
 * @helpurl https://localhost:3000/help/functions/expires.html
 * @param what Name or id of an initiative, a ministry or a component, or enough of the name to be the only one; a range answers with a table.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @returns The year, one for each name.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function expires(what: any[][], agreement?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerExpiries(currentCatalogue(), what, agreement, currentLanguage())));
}

/**
 * Where the figures of an initiative stand: document, page, line, and the row as printed.
 * @customfunction SOURCE
 * @helpurl https://localhost:3000/help/functions/source.html
 * @param what A cell of an imported table, or the name or id of an initiative, a ministry or a component, or enough of the name to be the only one; a range answers with a table.
 * @param [year] Fiscal year: the figure of that year as printed. Left out: the whole row.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param invocation What Excel tells of the call: where its arguments stand.
 * @requiresParameterAddresses
 * @returns One row for each name: document, page, line, as printed.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function source(what: any[][], year?: any[][], agreement?: any[][], invocation?: CustomFunctions.Invocation): any[][] {
  const address = invocation?.parameterAddresses?.[0] ?? null;
  return whenFilled(() => rangeResult(answerSources(currentCatalogue(), what, year, agreement, address)));
}

/**
 * The difference between an amount of yours and the agreement: 0 when they agree.
 * @customfunction TIEOUT
 * @helpurl https://localhost:3000/help/functions/tieout.html
 * @param what Name or id of an initiative, a ministry or a component, or enough of the name to be the only one; a range answers with a table.
 * @param amount Your amount, in the unit of the answer.
 * @param [year] Fiscal year, e.g. 2027, or "permanent". Left out: the total over all years.
 * @param [agreement] Name or period of the agreement, e.g. "2026-2029". Needed when several agreements know the name.
 * @param [unit] Unit of the answer. Left out: the unit that the agreement prints.
 * @param [priceLevel] Price level that the figure must be in, e.g. "2026-pl"; another one is an error, never a conversion.
 * @param [ifMissing] What the cell shows when the agreement does not have the figure. Left out: #N/A.
 * @param [roundedTo] What your amount is rounded to, e.g. 1 or 0.1, where it shows fewer digits than the agreement prints. Left out: it is exact.
 * @returns Your amount minus the agreement's.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function tieout(what: any[][], amount: any[][], year?: any[][], agreement?: any[][], unit?: Unit, priceLevel?: PriceLevel, ifMissing?: any[][], roundedTo?: any[][]): any[][] {
  return whenFilled(() => rangeResult(answerTieOuts(currentCatalogue(), amount, { what, year, agreement, unit, priceLevel, ifMissing }, roundedTo)));
}

/**
 * What a sum misses: the sum of the figures in a range minus its total.
 * @customfunction RESIDUAL
 * @helpurl https://localhost:3000/help/functions/residual.html
 * @param range A table with its labels and totals, or one row or column whose last figure is the total of the others.
 * @returns The difference of the total that is furthest from agreeing.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function residual(range: any[][]): number {
  return cellResult(residualOfRange(range));
}

/**
 * How much rounding can explain of what a sum misses.
 * @customfunction BOUND
 * @helpurl https://localhost:3000/help/functions/bound.html
 * @param range A table with its labels and totals, or one row or column whose last figure is the total of the others.
 * @returns The largest difference that rounding explains.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function bound(range: any[][]): number {
  return cellResult(boundOfRange(range));
}

/**
 * Checks that the totals in a range agree with the figures they sum, within rounding.
 * @customfunction CHECK
 * @helpurl https://localhost:3000/help/functions/check.html
 * @param range A table with its labels and totals, or one row or column whose last figure is the total of the others.
 * @param [asTrueFalse] TRUE answers with TRUE or FALSE instead of words.
 * @returns "✓" when every total agrees, otherwise which total differs and by how much.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function check(range: any[][], asTrueFalse?: any[][]): any {
  const choice = cellResult(readChoice(asTrueFalse));
  const found: Answer<string | boolean> = choice === true ? isRangeRight(range) : spelled(checkRange(range));
  return cellResult(found);
}

/**
 * The amount in a text such as "6,6 mio. kr.".
 * @customfunction PARSE
 * @helpurl https://localhost:3000/help/functions/parse.html
 * @param text A text with one amount, or a range of such texts.
 * @param [unit] Unit of the answer. Left out: the unit of the text.
 * @returns The amount as a number.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function parse(text: any[][], unit?: Unit): any[][] {
  return rangeResult(answerParsed(text, unit));
}

/**
 * An amount at another price level, by an index in the workbook.
 * @customfunction PRICELEVEL
 * @helpurl https://localhost:3000/help/functions/pricelevel.html
 * @param amount The amount, or a range of amounts.
 * @param from Price level of the amount, e.g. "2022-pl".
 * @param to Price level of the answer, e.g. "2026-pl".
 * @param index Two columns or two rows of the workbook: years, and the index values.
 * @returns The amount times the index of the one year, divided by that of the other.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function pricelevel(amount: any[][], from: any[][], to: any[][], index: any[][]): any[][] {
  return rangeResult(answerAtPriceLevel(amount, from, to, index));
}

function spelled(found: ReturnType<typeof checkRange>): Answer<string> {
  return found.kind === 'value' ? answer(found.value[currentLanguage()]) : found;
}
