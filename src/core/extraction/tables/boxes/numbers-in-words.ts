import { type BoxLine, type Item, overlaps, textOfItem, wordItems } from './box-items';
import { isYearLine } from './box-region';
import { readUnit } from '../header/stated-unit';

/** Lines in which the numbers that are part of words are no figures: those of units, of periods that wrap, and of labels. */
export function withoutNumbersInWords(lines: readonly (BoxLine | null)[]): (BoxLine | null)[] {
  return withNumbersInLabels(withPeriodEnds(withoutUnits(lines)));
}

/** The thousand of a unit that wraps ("1.000" above "kr."), or that stands before years, is a word, no figure. */
function withoutUnits(lines: readonly (BoxLine | null)[]): (BoxLine | null)[] {
  return lines.map((line, index) => {
    const below = lines[index + 1] ?? null;
    if (line === null) return line;
    const isAbove = (item: Item): boolean => below?.items.flatMap(wordItems).some((other) => overlaps(item, other) && isUnitWord(textOfItem(other))) === true;
    const isBeforeYears = (item: Item): boolean => item === line.items[0] && isYearLine({ ...line, items: line.items.slice(1) });
    const isUnit = (item: Item): boolean => item.isFigure && ((readUnit(`${textOfItem(item)} kr.`) === '1.000 kr.' && isAbove(item)) || (readUnit(textOfItem(item)) === '1.000 kr.' && isBeforeYears(item)));
    return asWords(line, isUnit);
  });
}

/** A line with some of its figures as words. */
function asWords(line: BoxLine, isWord: (item: Item) => boolean): BoxLine {
  return line.items.some(isWord) ? { ...line, items: line.items.map((item) => (isWord(item) ? { ...item, isFigure: false } : item)) } : line;
}

function isUnitWord(text: string): boolean {
  return text.length < 8 && readUnit(text) === 'kr.';
}

/** Lines of a page among which labels are looked for, in both directions, and how many labels must start at a place, and for one figure that does. */
const NEIGHBOURS = 12;
const LEAST_LABELS = 3;
const LABELS_PER_FIGURE = 2;
/** Starts at one place differ by less. Units: points. */
const SAME_START_PT = 1.5;
/** Lines of one label are at most so many type sizes apart. */
const CLOSE_LINES = 1.7;
const NUMBER_IN_LABEL = /^\(?\d{1,4}\)?$/;

/** Lines in which a whole number that stands alone where labels start, close under one, is a word of that label ("Kulturaftale 2026-" above "2029", "fase" above "2"). */
function withNumbersInLabels(lines: readonly (BoxLine | null)[]): (BoxLine | null)[] {
  return lines.map((line, index) => {
    const first = line?.items[0];
    if (line === null || first?.isFigure !== true) return line;
    const isUnderWord = lines.slice(Math.max(0, index - 2), index).some((above) => above !== null && isCloseAbove(above, line) && above.items.some((item) => !item.isFigure && startsWith(item, first)));
    if (!isUnderWord || !NUMBER_IN_LABEL.test(textOfItem(first))) return line;
    const near = lines.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS).flatMap((other) => (other?.line.page === line.line.page ? other.items : []));
    const starts = near.filter((item) => startsWith(item, first));
    const figures = starts.filter((item) => item.isFigure).length;
    const isWord = starts.length - figures >= Math.max(LEAST_LABELS, LABELS_PER_FIGURE * figures);
    return isWord ? asWords(line, (item) => item === first) : line;
  });
}

/** The second year of a period, and what its first ends in where the period wraps: "2026-" above "29". */
const PERIOD_START = /(?:19|20)\d\d[-–]$/;
const PERIOD_END = /^(?:(?:19|20)\d\d|\d\d)\)?$/;

/** Lines in which a number close under the first year of a period that wraps is the period's last year, and no figure. */
function withPeriodEnds(lines: readonly (BoxLine | null)[]): (BoxLine | null)[] {
  return lines.map((line, index) => {
    const above = lines[index - 1];
    if (line === null || above === null || above === undefined || !isCloseAbove(above, line)) return line;
    const starts = above.items.filter((item) => PERIOD_START.test(item.words.at(-1)?.text ?? ''));
    const isEnd = (item: Item): boolean => item.isFigure && PERIOD_END.test(textOfItem(item)) && starts.some((start) => overlaps(start, item));
    return asWords(line, isEnd);
  });
}

function isCloseAbove(upper: BoxLine, lower: BoxLine): boolean {
  return upper.line.page === lower.line.page && lower.bottom - upper.bottom <= CLOSE_LINES * lower.size;
}

function startsWith(one: Item, other: Item): boolean {
  return Math.abs(one.left - other.left) <= SAME_START_PT;
}
