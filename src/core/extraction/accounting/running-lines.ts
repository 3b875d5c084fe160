import { placeOf } from '../../budget/position';
import { type TextLine } from '../lines/document-text';
import { MOST_PAGES_BETWEEN } from '../lines/mark-furniture';
import { DATE_LINE, HEAD_WITH_PAGE, PAGE_OF_PAGES } from '../vocabulary';
import { printedNumbers } from './printed-numbers';

/** Running heads and feet that are proven to be some, and those of which nothing tells that they are no content. */
export interface RunningLines {
  readonly proven: readonly TextLine[];
  readonly doubtful: readonly TextLine[];
}

/** A number of a page alone on its line. */
const LONE_NUMBER = /^[-–]?\s?\d{1,3}\s?[-–]?$/;

/**
 * Which lines that were set aside as running heads and feet repeat: the same words on another page, with numbers that stay or that count the pages.
 * Shape: a page number, "side 2 af 8" and a date need no second one; a line that stands once, or whose numbers rise otherwise, is doubtful.
 */
export function provenRunningLines(lines: readonly TextLine[]): RunningLines {
  const groups = new Map<string, TextLine[]>();
  for (const line of lines) {
    const words = line.text.replace(/\d[\d.,]*/g, '#').replace(/\s+/g, ' ').trim();
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [line]);
    else group.push(line);
  }
  const proven = new Set([...groups.values()].filter(repeats).flat());
  const isProven = (line: TextLine): boolean => proven.has(line) || isPageLine(line.text.trim());
  return { proven: lines.filter(isProven), doubtful: lines.filter((line) => !isProven(line)) };
}

function isPageLine(text: string): boolean {
  return LONE_NUMBER.test(text) || PAGE_OF_PAGES.test(text) || DATE_LINE.test(text) || HEAD_WITH_PAGE.test(text);
}

/** Whether lines of the same words are those of several pages: each of their numbers stays, or rises by a few pages from one line to the next. */
function repeats(lines: readonly TextLine[]): boolean {
  if (lines.length < 2) return false;
  const numbers = [...lines].sort((a, b) => placeOf(a) - placeOf(b)).map(({ text }) => printedNumbers(text).map(({ key }) => Number(key.replace(',', '.'))));
  return (numbers[0] ?? []).every((first, at) => {
    const column = numbers.map((row) => row[at] ?? Number.NaN);
    return column.every((number) => number === first) || column.every((number, index) => index === 0 || isLaterPage(number - (column[index - 1] ?? Number.NaN)));
  });
}

function isLaterPage(step: number): boolean {
  return Number.isInteger(step) && step > 0 && step <= MOST_PAGES_BETWEEN;
}
