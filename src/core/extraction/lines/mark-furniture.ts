import { type TextLine } from './document-text';
import { splitFigures } from './figures/split-figures';
import { endsIn, isOpenEnded } from './join-lines';
import { isTotalWord } from '../tables/header/column-words';
import { readHeaderLine } from '../tables/header/table-header';
import { BACKGROUND_HEADING, CRITERIA_HEADING, DATE_LINE, ECONOMY_HEADING, FORM_FIELD, FORM_TITLE, HEAD_WITH_PAGE, NOTE_START, PAGE_OF_PAGES, SOURCE_START, TABLE_LINE } from '../vocabulary';

/** Empty lines around a number that stands alone, beyond which it is a page number. */
const GAP_AT_PAGE_NUMBER = 3;
/** A running head or foot is no longer than this, and stands on so many pages, and on this share of them. */
const MAX_FURNITURE_LENGTH = 100;
const LEAST_REPETITIONS = 3;
const REPEATED_SHARE = 0.3;
/** Of the pages that print a running line or a number, so many may lie between two. */
export const MOST_PAGES_BETWEEN = 5;
/** A page of plain text has so many lines, empty ones counted. */
const LEAST_LINES_A_PAGE = 15;
const MOST_LINES_A_PAGE = 150;
const YEAR = /^(?:19|20)\d\d$/;
/** The number of a page before the words of a running line or behind them. */
const NUMBER_AT_EDGE = /^(\d{1,3})\s+|(?<!\s)\s+(\d{1,3})$/;
/** A ruling line drawn with characters. */
const MAX_RULE_LENGTH = 300;
const RULE = /^[-–—_=+|]{5,}$/;
/** How many lines at the top and at the foot of a page can be its furniture. */
const EDGE_LINES = 2;

/**
 * The lines of plain text with page numbers, running heads and feet and date lines marked as furniture.
 * The line behind furniture starts the page that the furniture started. Other formats come with their furniture marked by their reader, which knows the pages.
 */
export function markFurniture(lines: readonly TextLine[]): TextLine[] {
  const edges = pageEdges(lines);
  const furniture = new Set([...repeatedLines(lines, edges), ...pageNumbers(lines, edges), ...loneNumbers(lines)]);
  const marked = lines.map((line, index): TextLine => (line.role === 'body' && line.box === null && (furniture.has(index) || isFurniture(lines, index)) ? { ...line, role: 'furniture' } : line));
  return handOnPageStarts(marked);
}

/** A line at the top or foot of a page: how far from the edge, and of which page. */
interface Edge {
  readonly index: number;
  readonly place: string;
  readonly page: number;
}

/** The first and last lines of every page of plain text. */
function pageEdges(lines: readonly TextLine[]): Edge[] {
  const starts = lines.flatMap((line, index) => (line.isPageStart && line.box === null && line.cells === null ? [index] : []));
  return starts.flatMap((start, page): Edge[] => {
    const end = starts[page + 1] ?? lines.length;
    const edges: Edge[] = [];
    for (let offset = 0; offset < EDGE_LINES && start + offset < end; offset += 1) edges.push({ index: start + offset, place: `top ${offset}`, page });
    if (page === starts.length - 1) return edges;
    for (let offset = 1; offset <= EDGE_LINES && end - offset > start; offset += 1) edges.push({ index: end - offset, place: `foot ${offset}`, page });
    return edges;
  });
}

/** A line that many pages may print alike, with the number at its start or end. */
interface Repeated {
  readonly index: number;
  readonly number: number | null;
}

/** Lines that many pages print alike at the same edge, the number that counts the pages aside. */
function repeatedLines(lines: readonly TextLine[], edges: readonly Edge[]): number[] {
  const groups = new Map<string, Repeated[]>();
  const pages = new Set(edges.map((edge) => edge.page)).size;
  for (const { index, place } of edges) {
    const text = lines[index]?.text.trim() ?? '';
    if (text.length > MAX_FURNITURE_LENGTH) continue;
    const match = NUMBER_AT_EDGE.exec(text);
    const bare = text.replace(NUMBER_AT_EDGE, '');
    if (!canBeRepeated(bare, match !== null)) continue;
    addTo(groups, `${place}|${bare}`, { index, number: match === null ? null : Number(match[1] ?? match[2]) });
  }
  return [...groups.values()].filter((group) => group.length >= Math.max(LEAST_REPETITIONS, pages * REPEATED_SHARE) && countsPages(group.flatMap(({ number }) => number ?? []))).flatMap((group) => group.map(({ index }) => index));
}

/** Whether the numbers of a running line are the same on every page, or rise as the numbers of pages do; those of a sum do neither. */
function countsPages(numbers: readonly number[]): boolean {
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.every((number) => number === first)) return true;
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0)) && last - first <= MOST_PAGES_BETWEEN * (numbers.length - 1);
}

/** What pages may repeat without meaning it: sentences, rows, headings and headers of their content. */
function canBeRepeated(text: string, isNumbered: boolean): boolean {
  if (text.length < 4 || endsIn(text, '.:;,') || isTotalWord(text)) return false;
  if (splitFigures(text).figures.some((figure) => !isNumbered || !YEAR.test(figure)) || readHeaderLine(text) !== null) return false;
  return ![BACKGROUND_HEADING, ECONOMY_HEADING, CRITERIA_HEADING, TABLE_LINE, NOTE_START, SOURCE_START, FORM_TITLE, FORM_FIELD].some((pattern) => pattern.test(text));
}

/** Numbers alone at the edge of their pages that count as the pages do. */
function pageNumbers(lines: readonly TextLine[], edges: readonly Edge[]): number[] {
  const groups = new Map<string, number[]>();
  for (const { index, place, page } of edges) {
    const match = /^[-–]?\s?(\d{1,3})\s?[-–]?$/.exec(lines[index]?.text.trim().slice(0, MAX_FURNITURE_LENGTH) ?? '');
    if (match === null) continue;
    addTo(groups, `${place}|${Number(match[1]) - page}`, index);
  }
  return [...groups.values()].filter((group) => group.length > 1).flat();
}

function addTo<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}

/** A line of a number alone. */
interface LoneNumber {
  readonly index: number;
  readonly number: number;
}

/** Numbers alone between empty lines that go on counting from the one before or towards the next; a number that nothing counts with may be a figure. */
function loneNumbers(lines: readonly TextLine[]): number[] {
  const lone = lines.flatMap((line, index): LoneNumber[] => {
    const isLone = line.cells === null && line.text.length < MAX_FURNITURE_LENGTH && /^\d{1,3}$/.test(line.text.trim());
    const gap = Math.max(line.blankLinesBefore, lines[index + 1]?.blankLinesBefore ?? GAP_AT_PAGE_NUMBER);
    return isLone && gap >= GAP_AT_PAGE_NUMBER ? [{ index, number: Number(line.text) }] : [];
  });
  const counts = (one: LoneNumber | undefined, other: LoneNumber | undefined): boolean => {
    if (one === undefined || other === undefined) return false;
    const step = other.number - one.number;
    const linesBetween = (lines[other.index]?.line ?? 0) - (lines[one.index]?.line ?? 0);
    return step > 0 && (step <= MOST_PAGES_BETWEEN || (linesBetween >= step * LEAST_LINES_A_PAGE && linesBetween <= step * MOST_LINES_A_PAGE));
  };
  return lone.flatMap((one, order) => (counts(lone[order - 1], one) || counts(one, lone[order + 1]) || one.number <= MOST_PAGES_BETWEEN ? [one.index] : []));
}

/** Lines behind furniture with the page start and the empty lines that stood before it. */
function handOnPageStarts(lines: readonly TextLine[]): TextLine[] {
  let isPageStart = false;
  let blanks = 0;
  return lines.map((line) => {
    if (line.role !== 'body') {
      if (line.box === null) {
        isPageStart ||= line.isPageStart;
        blanks += line.blankLinesBefore;
      }
      return line;
    }
    const handed = isPageStart || blanks > 0 ? { ...line, isPageStart: line.isPageStart || isPageStart, blankLinesBefore: line.blankLinesBefore + blanks } : line;
    isPageStart = false;
    blanks = 0;
    return handed;
  });
}

function isFurniture(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.cells !== null) return false;
  if (line.text.length > MAX_FURNITURE_LENGTH) return line.text.length < MAX_RULE_LENGTH && RULE.test(line.text.trim());
  const text = line.text.trim();
  if (RULE.test(text)) return true;
  if (!/\d/.test(text)) return false;
  if (PAGE_OF_PAGES.test(text)) return true;
  const next = lines[index + 1];
  const gapBehind = next?.blankLinesBefore ?? GAP_AT_PAGE_NUMBER;
  const isAlone = line.blankLinesBefore > 0 && (gapBehind > 0 || next?.text.startsWith(' ') === true);
  if (DATE_LINE.test(text) && index > 0) return isAlone || !isOpenEnded(lines[index - 1]?.text ?? '');
  return HEAD_WITH_PAGE.test(text) && isAlone && isPageFraction(text);
}

/** "Afdeling 12/12": the page of the pages, the first not above the second. */
function isPageFraction(text: string): boolean {
  const match = /(\d{1,3})\/(\d{1,3})$/.exec(text);
  return match !== null && Number(match[1]) <= Number(match[2]) && Number(match[2]) > 1;
}
