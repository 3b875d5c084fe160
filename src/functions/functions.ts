import { answerList, answerTotal, type Answer } from './answers';
import { currentCatalogue, currentLanguage } from './memory';
import { checkRange } from './range-check';

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
  return valueOf(answerTotal(currentCatalogue(), text(initiative), year ?? null, optionalText(agreement), optionalText(unit)));
}

/**
 * The initiatives of an agreement as a table: name, one column per year, total.
 * @customfunction LIST
 * @helpurl https://localhost:3000/help/functions/list.html
 * @param [agreement] Name or period of the agreement. Needed when several agreements are at hand.
 * @param [group] Only the initiatives of this ministry or theme.
 * @returns A table that spills, with a heading row.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function list(agreement?: string, group?: string): any[][] {
  const headings = currentLanguage() === 'da' ? { initiative: 'Initiativ', total: 'I alt' } : { initiative: 'Initiative', total: 'Total' };
  return valueOf(answerList(currentCatalogue(), optionalText(agreement), optionalText(group), headings));
}

/**
 * Checks that the totals in a range agree with the figures they sum, within rounding.
 * @customfunction CHECK
 * @helpurl https://localhost:3000/help/functions/check.html
 * @param range A table with its labels and totals, or one row or column whose last figure is the total of the others.
 * @returns "✓" when every total agrees, otherwise which total differs and by how much.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no narrower type for a range
export function check(range: any[][]): string {
  return valueOf(checkRange(range))[currentLanguage()];
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.kind === 'value') return answer.value;
  const code = answer.kind === 'not-found' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  throw new CustomFunctions.Error(code, answer.message[currentLanguage()]);
}

/** An argument that was left out arrives as null, an empty cell as 0 or as an empty text. */
function optionalText(argument: string | null | undefined): string | null {
  return argument === null || argument === undefined ? null : text(argument);
}

/** A cell that holds a number arrives as a number even where a text is asked for. */
function text(argument: string): string {
  return String(argument ?? '');
}
