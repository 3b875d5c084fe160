import { uniteBoxes } from '../../../budget/position';
import { isDash, type NumberStyle, readNumber } from '../../../money/danish-number';
import { type TextLine, type Word } from '../document-text';
import { isOpenEnded, startsSmall } from '../join-lines';

/** Lines of one cell are at most so many type sizes apart; between them at most two lines of other cells stand. */
const LINE_REACH = 1.5;
const MAX_REACH = 3;
/** The parts of a figure share an edge or their middle, within so many points. */
const EDGE_PT = 1.3;
/** A figure stands free of words when a gap of so many type sizes parts them. */
const WORD_GAP = 0.5;
/** Type sizes of one figure differ by at most this share. */
const SAME_SIZE = 0.06;
const PART = /^[-–−‐\u2011—÷+(]?[\d.,]*\d[\d.,]*\)?\*{0,3}$|^[.,]$/;
/** What a year may be broken into. */
const YEAR_PART = /^\d{1,3}$/;
const YEAR = /^(?:19|20)\d\d$/;
/** A figure that waits for its decimals or its next group. */
const OPEN = /\d[.,]$/;
/** The rest of one. */
const REST = /^\d{1,3}\)?$/;
/** What only a group of thousands can be: digits behind a nought. */
const GROUP_ONLY = /^0\d\d$/;
const GROUP = /^\d{3}$/;
const STARS = /\*{1,3}$/;
const UNMARKED_THOUSANDS = /\d{4}/;
const MARKED_THOUSANDS = /\d[.,]\d{3}(?!\d)/;
/** Stands between the parts of a figure that may be one and may be two: no figure is written so, and so it is reported. */
const PART_SIGN = ' / ';

/** A part of a figure, or a whole one, alone in its cell's line, with the footnote marks raised behind it. */
interface Part {
  readonly line: number;
  readonly at: number;
  readonly count: number;
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  /** Whether it stands free of words; only years need not, and what ends a figure that is open above it need not on its right. */
  readonly isFree: boolean;
  readonly isFreeOnLeft: boolean;
  /** Whether it was put together: what stands closely above or below it in its cell is another part. */
  readonly isJoined: boolean;
  /** The lower edges of its first and its last line. */
  readonly first: number;
  readonly last: number;
}

/** Two parts above each other: `isSure` where one of them is no figure alone but both together are. */
interface Pair {
  readonly upper: Part;
  readonly lower: Part;
  readonly isSure: boolean;
  /** Whether a page break stands between them: their places have nothing in common. */
  readonly isOverPage?: boolean;
}

/**
 * Lines whose words have places, with every figure in one piece that a narrow cell broke over two lines ("11." above "948").
 * Shape: parts stand above each other in one column, closely, and are one figure together; a part that is no figure alone proves the break, for its own
 * figure and for the others of its row. Where nothing proves it, but a line holds no more than such parts, both parts stand in one cell with a stroke
 * between them, which no reader takes for a figure. A line that has given up all its words is gone.
 */
export function joinBrokenFigures(lines: readonly TextLine[], style: NumberStyle): TextLine[] {
  const parts = lines.map((line, index) => partsOf(line, index));
  const broken = new BrokenGroups();
  if (parts.every((own) => own.length === 0)) return [...lines];
  const hasMarkedThousands = parts.some((own) => own.some((part) => MARKED_THOUSANDS.test(part.text)));
  const isFigure = (text: string): boolean => readNumber(text, style).kind === 'number' && !(hasMarkedThousands && UNMARKED_THOUSANDS.test(text));
  const words = new Map<number, (Word | null)[]>();
  const wordsAt = (line: number): (Word | null)[] => {
    const own = words.get(line) ?? [...(lines[line]?.words ?? [])];
    words.set(line, own);
    return own;
  };
  for (let index = 0; index < lines.length; index += 1) for (const pair of findTorn(lines, parts, index, isFigure)) join(pair, parts, wordsAt);
  for (let hasJoined = true; hasJoined; ) {
    hasJoined = false;
    for (let index = 0; index < lines.length; index += 1) {
      for (let reach = 1; reach <= MAX_REACH; reach += 1) {
        for (const pair of findPairs(lines, parts, index, index + reach, isFigure, broken)) {
          if (pair.isSure && GROUP.test(pair.lower.text)) broken.add(pair);
          join(pair, parts, wordsAt);
          hasJoined = true;
        }
      }
    }
  }
  return words.size === 0 ? [...lines] : lines.flatMap((line, index) => rebuild(line, words.get(index)));
}

/** The columns in which cells are known to break figures before a group of three digits, and how far apart the parts stand. */
class BrokenGroups {
  private readonly known = new Set<string>();

  add(pair: Pair): void {
    for (const key of keysOf(pair)) this.known.add(key);
  }

  has(pair: { readonly upper: Part; readonly lower: Part }): boolean {
    return GROUP.test(pair.lower.text) && keysOf(pair).some((key) => this.known.has(key));
  }
}

/** The right edge and the distance of two parts, each as two overlapping stretches. */
function keysOf({ upper, lower }: { readonly upper: Part; readonly lower: Part }): string[] {
  const stretches = (value: number): number[] => [Math.floor(value / EDGE_PT), Math.floor(value / EDGE_PT + 0.5) + 0.5];
  return stretches(lower.right).flatMap((edge) => stretches(lower.first - upper.last).map((distance) => `${edge} ${distance}`));
}

/** Parts of a figure as one cell holds them where nothing proves that they are one. */
export function asParts(upper: string, lower: string): string {
  return `${upper}${PART_SIGN}${lower}`;
}

/** Whether a cell holds parts of a figure that could not be joined for certain. */
export function isBrokenFigure(text: string): boolean {
  return text.includes(PART_SIGN);
}

function partsOf(line: TextLine, index: number): Part[] {
  if (line.box === null || line.cells !== null) return [];
  const { words } = line;
  const found: Part[] = [];
  words.forEach((word, at) => {
    if (word.box === null || word.isSuperscript || !isPartText(word.text)) return;
    let end = at + 1;
    while (words[end]?.isSuperscript === true) end += 1;
    const room = WORD_GAP * (word.fontSizePt ?? 0);
    const isFreeOnLeft = isFree(words[at - 1], word, room);
    const isOwn = isFreeOnLeft && isFree(words[end - 1], words[end], room);
    if (!isOwn && !YEAR_PART.test(word.text) && !(isFreeOnLeft && OPEN.test(word.text))) return;
    found.push({ line: index, at, count: end - at, text: word.text, size: word.fontSizePt ?? 0, left: word.box.left, right: words[end - 1]?.box?.right ?? word.box.right, isFree: isOwn, isFreeOnLeft, isJoined: false, first: word.box.bottom, last: word.box.bottom });
  });
  return found;
}

function isPartText(text: string): boolean {
  return text.length < 20 && !YEAR.test(text) && (isDash(text) || PART.test(text));
}

/** Whether two neighbours are parted by a gap, or both are figures. */
function isFree(one: Word | undefined, other: Word | undefined, room: number): boolean {
  if (one === undefined || other === undefined || one.box === null || other.box === null) return true;
  const isFigureBeside = (isPartText(one.text) || one.isSuperscript) && (isPartText(other.text) || other.text === '%');
  return isFigureBeside || other.box.left - one.box.right >= room;
}

/** What of two lines of a row belongs together. */
function findPairs(lines: readonly TextLine[], parts: readonly (readonly Part[])[], upperIndex: number, lowerIndex: number, isFigure: (text: string) => boolean, broken: BrokenGroups): Pair[] {
  const [above, below] = [parts[upperIndex] ?? [], parts[lowerIndex] ?? []];
  if (above.length === 0 || below.length === 0 || lines[upperIndex]?.page !== lines[lowerIndex]?.page) return [];
  const stacked = above.flatMap((upper) => below.filter((lower) => sharesColumn(upper, lower) && !areRowNumbers(upper, lower) && isClose(lines, upper, lower) && !hasBetween(parts, upper, lower)).map((lower) => ({ upper, lower })));
  const years = findYears(stacked, lines.slice(upperIndex, lowerIndex + 1).flatMap(({ words }) => words));
  const pairs: Pair[] = [];
  for (const { upper, lower } of stacked) {
    const isWhole = isWholeFigure(upper.text, isFigure) && isWholeFigure(lower.text, isFigure);
    const isYear = years.has(textOf(upper, lower));
    if (isYear || (((upper.isFree && lower.isFree) || isRestOf(lower, upper)) && isFigure(textOf(upper, lower).replace(STARS, '')))) pairs.push({ upper, lower, isSure: isYear || !isWhole || upper.isJoined || lower.isJoined });
    else if (isWhole && upper.isFree && lower.isFree) return [];
  }
  const hasWords = wordsOf(lines[lowerIndex]).some((word) => /\p{L}/u.test(word.text));
  const areBroken = pairs.length > 0 && pairs.some((pair) => broken.has(pair)) && pairs.every((pair) => GROUP.test(pair.lower.text));
  if (pairs.some((pair) => pair.isSure) || (areBroken && !hasWords)) return pairs.map((pair) => ({ ...pair, isSure: true }));
  if (areBroken && above.length === pairs.length) return pairs;
  const isReadOn = readsOn(lines[upperIndex], lines[lowerIndex]);
  const isLonely = (index: number, own: readonly Part[], other: readonly Part[]): boolean =>
    own.length === pairs.length && own.length < other.length && (isReadOn || own.reduce((sum, part) => sum + part.count, 0) === wordsOf(lines[index]).length);
  return isLonely(upperIndex, above, below) || isLonely(lowerIndex, below, above) ? pairs : [];
}

/** Whether digits end what an open figure above them waits for, though the words of the next column stand close behind either. */
function isRestOf(lower: Part, upper: Part): boolean {
  return upper.isFreeOnLeft && lower.isFreeOnLeft && OPEN.test(upper.text) && REST.test(lower.text) && Math.abs(upper.right - lower.right) <= EDGE_PT;
}

/**
 * The parts of a row's figures that a page break tears: figures at the end of a page that wait for their rest, and the starts of years, each over one rest at
 * the start of the next page, which holds no other figures.
 */
function findTorn(lines: readonly TextLine[], parts: readonly (readonly Part[])[], index: number, isFigure: (text: string) => boolean): Pair[] {
  if (lines[index]?.page === lines[index + 1]?.page) return [];
  const [above, rests] = [parts[index] ?? [], parts[index + 1] ?? []];
  const isAbove = (upper: Part, lower: Part): boolean => Math.abs(upper.right - lower.right) <= EDGE_PT;
  const stacked = above.flatMap((upper) => rests.filter((lower) => isAbove(upper, lower)).map((lower) => ({ upper, lower })));
  const years = findYears(stacked, wordsOf(lines[index]));
  const pairs = stacked.filter(({ upper, lower }) => years.has(textOf(upper, lower)) || (isRestOf(lower, upper) && isFigure(textOf(upper, lower)))).map((pair) => ({ ...pair, isSure: true, isOverPage: true }));
  const open = above.filter((part) => OPEN.test(part.text) || pairs.some(({ upper }) => upper === part));
  return pairs.length === open.length && pairs.length === rests.length ? pairs : [];
}

/** Whether two parts are the numbers of rows that follow each other: each the first of its line, the lower one by one greater. */
function areRowNumbers(upper: Part, lower: Part): boolean {
  return upper.at === 0 && lower.at === 0 && YEAR_PART.test(upper.text) && YEAR_PART.test(lower.text) && Number(lower.text) === Number(upper.text) + 1;
}

/** Whether the words of a line go on in another, as those of a label do that wraps. */
function readsOn(upper: TextLine | undefined, lower: TextLine | undefined): boolean {
  const label = wordsOf(upper).filter((word) => !isPartText(word.text)).map((word) => word.text).join(' ');
  return label !== '' && (startsSmall(lower?.text ?? '') || isOpenEnded(label));
}

function wordsOf(line: TextLine | undefined): readonly Word[] {
  return line?.words ?? [];
}

function textOf(upper: Part, lower: Part): string {
  return upper.text + lower.text;
}

/** Stacked parts that are years next to years, broken or whole, as headers print them. */
function findYears(stacked: readonly { readonly upper: Part; readonly lower: Part }[], words: readonly Word[]): ReadonlySet<string> {
  const broken = stacked.map(({ upper, lower }) => textOf(upper, lower)).filter((text) => YEAR.test(text));
  const known = new Set([...broken, ...words.map((word) => word.text)].filter((text) => YEAR.test(text)).map(Number));
  return new Set(broken.filter((year) => known.has(Number(year) - 1) || known.has(Number(year) + 1)));
}

function sharesColumn(upper: Part, lower: Part): boolean {
  if (lower.first <= upper.last || Math.abs(upper.size - lower.size) > SAME_SIZE * upper.size || upper.right <= lower.left || upper.left >= lower.right) return false;
  const shifts = [upper.right - lower.right, upper.left - lower.left, (upper.left + upper.right - lower.left - lower.right) / 2];
  return shifts.some((shift) => Math.abs(shift) <= EDGE_PT);
}

/** Whether parts follow closely, or lines that follow each other closely stand between: a row's cells need not have as many lines. */
function isClose(lines: readonly TextLine[], upper: Part, lower: Part): boolean {
  const reach = LINE_REACH * lower.size;
  if (lower.first - upper.last <= reach) return true;
  const bottoms = lines.slice(upper.line, lower.line + 1).flatMap((line) => (line.box === null ? [] : [line.box.bottom]));
  return bottoms.every((bottom, index) => index === 0 || bottom - (bottoms[index - 1] ?? bottom) <= reach);
}

function hasBetween(parts: readonly (readonly Part[])[], upper: Part, lower: Part): boolean {
  return lower.line - upper.line > 1 && parts.slice(upper.line + 1, lower.line).some((own) => own.some((part) => part.left < upper.right && part.right > upper.left));
}

function isWholeFigure(text: string, isFigure: (text: string) => boolean): boolean {
  const bare = text.replace(STARS, '');
  return isDash(bare) || (isFigure(bare) && !GROUP_ONLY.test(bare));
}

/** Puts both parts where most of their row stands: on the line of the two, or between them, with most words. */
function join({ upper, lower, isSure, isOverPage = false }: Pair, parts: Part[][], wordsAt: (line: number) => (Word | null)[]): void {
  const [upperWords, lowerWords] = [wordsAt(upper.line), wordsAt(lower.line)];
  const [first, second] = [upperWords[upper.at], lowerWords[lower.at]];
  const [firstBox, secondBox] = [first?.box ?? null, second?.box ?? null];
  if (first === undefined || first === null || firstBox === null || secondBox === null) return;
  const text = isSure ? textOf(upper, lower) : asParts(upper.text, lower.text);
  const marks = [...upperWords.slice(upper.at + 1, upper.at + upper.count), ...lowerWords.slice(lower.at + 1, lower.at + lower.count)];
  upperWords.fill(null, upper.at, upper.at + upper.count);
  lowerWords.fill(null, lower.at, lower.at + lower.count);
  let target = lower.line;
  for (let index = lower.line; index >= upper.line; index -= 1) if (countWords(wordsAt(index)) >= countWords(wordsAt(target))) target = index;
  const words = wordsAt(target);
  const whole: Part = { ...upper, line: target, at: words.length, count: 1 + marks.length, text, isJoined: isSure, left: Math.min(upper.left, lower.left), right: Math.max(upper.right, lower.right), last: isOverPage ? upper.last : lower.last };
  words.push({ ...first, text, box: isOverPage ? firstBox : uniteBoxes(firstBox, secondBox) }, ...marks);
  for (const index of [upper.line, lower.line]) parts[index] = (parts[index] ?? []).filter((part) => part !== upper && part !== lower);
  parts[target] = [...(parts[target] ?? []), whole];
}

function countWords(words: readonly (Word | null)[]): number {
  return words.filter((word) => word !== null).length;
}

function rebuild(line: TextLine, changed: readonly (Word | null)[] | undefined): TextLine[] {
  if (changed === undefined) return [line];
  const words = changed.flatMap((word) => (word === null ? [] : [word])).sort((one, other) => (one.box?.left ?? 0) - (other.box?.left ?? 0));
  if (words.length === 0) return [];
  return [{ ...line, words, text: words.map((word) => word.text).join(' ') }];
}
