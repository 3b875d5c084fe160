import { type DraftLine } from './lines';

/** A page's lines with the page's height, for roles that follow from the place on the page. Units: points. */
export interface DraftPage {
  readonly height: number;
  readonly lines: readonly DraftLine[];
}

/** Running heads and feet are looked for among so many lines at the top and at the bottom of a page. */
const EDGE_LINES = 4;

/** They stand in the outer part of the page. */
const EDGE_SHARE = 0.2;

/** A line that returns at one height on this share of the pages (odd and even pages may differ) is a running head or foot. */
const REPEATED_SHARE = 0.4;

/** A running head stands at least this share of the type size away from the text, from baseline to baseline. */
const RUNNING_GAP = 1.8;

/** Type that stands out: larger than this share of the body's. Headings stand out; running lines seldom do. */
const LARGE_TYPE = 1.15;

/** Type of less than this share of the body's is no heading's. */
const SMALL_TYPE = 0.95;

/** Words of a head further apart than this share of the type size stand over columns of their own. */
const COLUMN_GAP = 0.7;

/** How far apart the heights of a running head may be from page to page. Units: points. */
const SAME_HEIGHT_PT = 4;

/** The parts of one figure end at one edge, within so many points. */
const SAME_EDGE_PT = 1.3;

/** Page footnotes are set in type of at most this share of the body's. */
const FOOTNOTE_SIZE = 0.92;

/** Marks running heads and feet, page numbers and page footnotes on the lines; headings are told by their bold fonts. Changes the lines' roles. */
export function assignRoles(pages: readonly DraftPage[], boldFonts: ReadonlySet<string>): void {
  markRunningLines(pages, boldFonts);
  markLonePageNumbers(pages);
  const running = new Set(pages.flatMap(({ lines }) => lines.filter(({ role }) => role === 'furniture')));
  for (const page of pages) keepOutermost(page);
  returnRunning(pages, running);
  const bodySize = usualSize(pages);
  for (const page of pages) markFootnotes(page, bodySize);
}

/** The type size in which most of the document is set. Units: points; 0 without text. */
export function usualSize(pages: readonly DraftPage[]): number {
  const letters = new Map<number, number>();
  for (const page of pages) {
    for (const line of page.lines) {
      if (line.role !== 'body') continue;
      const size = Math.round(line.size * 2) / 2;
      letters.set(size, (letters.get(size) ?? 0) + line.words.reduce((sum, word) => sum + word.text.length, 0));
    }
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0] as [number, number])[0];
}

/**
 * Lines at the top of pages that are running heads in plain type and headings in bold, with their page numbers: only the names of their fonts
 * can tell, unless it is the font of the text.
 */
export function doubtfulHeads(pages: readonly DraftPage[]): { readonly line: DraftLine; readonly page: number }[] {
  const { groups, bodySize, needed } = findRepeated(pages);
  const bodyFont = usualFont(pages);
  const isDoubtful = (entry: EdgeLine, entries: readonly EdgeLine[]): boolean =>
    entry.edge === 'top' &&
    !entry.line.fonts.includes(bodyFont) &&
    entry.line.size > SMALL_TYPE * bodySize &&
    isRunning(entry, entries, false, needed) &&
    !isRunning(entry, entries, true, needed);
  return groups.flatMap((entries) => entries.filter((entry) => isDoubtful(entry, entries)).map(({ line, page }) => ({ line, page: page + 1 })));
}

/** The font that most words of the document are set in. */
function usualFont(pages: readonly DraftPage[]): string {
  const counts = new Map<string, number>();
  for (const page of pages) for (const { fonts, words } of page.lines) if (fonts[0] !== undefined) counts.set(fonts[0], (counts.get(fonts[0]) ?? 0) + words.length);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0] as [string, number])[0];
}

interface EdgeLine {
  readonly line: DraftLine;
  readonly edge: 'top' | 'bottom';
  /** The distance of the baseline from the edge. */
  readonly height: number;
  readonly page: number;
  readonly figures: readonly number[];
}

interface RepeatedLines {
  readonly groups: readonly (readonly EdgeLine[])[];
  readonly bodySize: number;
  /** On how many pages a running line returns at least. */
  readonly needed: number;
}

/** The lines at the edges of pages, grouped by their words whatever their figures. */
function findRepeated(pages: readonly DraftPage[]): RepeatedLines {
  const seen = new Map<string, EdgeLine[]>();
  pages.forEach((page, index) => {
    for (const { line, edge } of edgeLines(page)) {
      const text = line.words.map((word) => word.text).join(' ');
      const key = `${edge} ${text.replace(/\d+/g, '#')}`;
      const entry = { line, edge, height: edge === 'top' ? line.baseline : page.height - line.baseline, page: index, figures: (text.match(/\d+/g) ?? []).map(Number) };
      const same = seen.get(key);
      if (same === undefined) seen.set(key, [entry]);
      else same.push(entry);
    }
  });
  return { groups: [...seen.values()], bodySize: usualSize(pages), needed: Math.min(5, Math.max(2, Math.ceil(pages.length * REPEATED_SHARE))) };
}

function markRunningLines(pages: readonly DraftPage[], boldFonts: ReadonlySet<string>): void {
  const { groups, bodySize, needed } = findRepeated(pages);
  for (const entries of groups) {
    for (const entry of entries) {
      const { line, edge } = entry;
      const isBold = line.isBold || (edge === 'top' && line.fonts.length > 0 && line.fonts.every((font) => boldFonts.has(font)));
      if (isRunning(entry, entries, isBold || line.size > LARGE_TYPE * bodySize, needed)) line.role = 'furniture';
    }
  }
}

/** Whether a line at an edge returns on enough pages; type that stands out must return more often and not count, because headings do. */
function isRunning(entry: EdgeLine, entries: readonly EdgeLine[], stands: boolean, needed: number): boolean {
  if (isTableHead(entry.line)) return false;
  const mayCount = !stands && !entry.line.words.some((word) => /\d[.,]\d/.test(word.text));
  const least = stands ? Math.max(3, needed) : needed;
  const repeated = new Set<number>();
  for (const other of entries) {
    if (isRepetition(entry, other, mayCount)) repeated.add(other.page);
    if (repeated.size >= least) return true;
  }
  return false;
}

/** Whether two lines with the same words are one running line: at one height, with equal figures or, in plain type and without decimals, figures that count the pages. */
function isRepetition(one: EdgeLine, other: EdgeLine, mayCount: boolean): boolean {
  if (Math.abs(one.height - other.height) > SAME_HEIGHT_PT) return false;
  const step = other.page - one.page;
  return one.figures.every((figure, index) => {
    const difference = (other.figures[index] ?? 0) - figure;
    return difference === 0 || (mayCount && difference === step);
  });
}

/** Running heads come before all else and feet after all else, with a gap: a repeated line within the text or close to it is part of it. */
function keepOutermost(page: DraftPage): void {
  const sorted = page.lines.filter((line) => line.part >= 0).sort((one, other) => one.baseline - other.baseline);
  let first = sorted.findIndex((line) => line.role === 'body');
  if (first < 0) return;
  let last = sorted.length - 1;
  while (sorted[last]?.role !== 'body') last -= 1;
  while (isClose(sorted[first - 1], sorted[first])) first -= 1;
  while (isClose(sorted[last], sorted[last + 1])) last += 1;
  for (const line of sorted.slice(first, last + 1)) line.role = 'body';
}

/** Running lines that the text comes close to on few pages, and that stand apart from it at the same height on as many or more, are no part of it. Changes the lines' roles. */
function returnRunning(pages: readonly DraftPage[], running: ReadonlySet<DraftLine>): void {
  const placed = pages.flatMap(({ lines, height }) => lines.filter((line) => running.has(line)).map((line) => ({ line, place: line.baseline < height / 2 ? line.baseline : line.baseline - height })));
  const taken = placed.filter(({ line }) => line.role === 'body');
  for (const { line, place } of taken) {
    const same = placed.filter((other) => Math.abs(other.place - place) <= SAME_HEIGHT_PT);
    const apart = same.filter((other) => !taken.includes(other)).length;
    if (2 * apart >= same.length) line.role = 'furniture';
  }
}

function isClose(upper: DraftLine | undefined, lower: DraftLine | undefined): boolean {
  return upper !== undefined && lower !== undefined && lower.baseline - upper.baseline <= RUNNING_GAP * Math.max(upper.size, lower.size);
}

function edgeLines(page: DraftPage): { line: DraftLine; edge: 'top' | 'bottom' }[] {
  const sorted = [...page.lines].sort((one, other) => one.baseline - other.baseline);
  const top = sorted.slice(0, EDGE_LINES).filter((line) => line.bottom < page.height * EDGE_SHARE);
  const bottom = sorted.slice(-EDGE_LINES).filter((line) => line.top > page.height * (1 - EDGE_SHARE));
  return [...top.map((line) => ({ line, edge: 'top' as const })), ...bottom.map((line) => ({ line, edge: 'bottom' as const }))];
}

/** A word for one year, or for a period, as heads of columns print it. */
const YEAR_OF_HEAD = /^(?:19|20)\d\d(?:[-–/](?:(?:19|20)\d\d|\d\d))?[*):,]{0,3}$/;

/** The head of a table that goes on over several pages is repeated too, but it is no furniture: it holds years apart from its words or next to each other, or amounts. */
function isTableHead({ words, size }: DraftLine): boolean {
  const isYear = (index: number): boolean => YEAR_OF_HEAD.test(words[index]?.text ?? '');
  const isApart = (index: number): boolean => (words[index]?.box?.left ?? 0) - (words[index - 1]?.box?.right ?? 0) > COLUMN_GAP * size;
  const years = words.filter((_, index) => isYear(index) && (isApart(index) || isYear(index - 1) || isYear(index + 1))).length;
  return years >= 2 || words.filter(({ text }) => /^[-–−]?\d[\d.\u00A0]*,\d+$/.test(text)).length >= 2;
}

/**
 * A number alone at the very edge of a page, which counts up with the pages by the same step, is a page number even where its height varies,
 * unless it ends a figure that the page break tore.
 */
function markLonePageNumbers(pages: readonly DraftPage[]): void {
  const candidates = pages.map((page, index) => {
    return outermost(page).flatMap((line) => {
      const number = loneNumber(line);
      return number === null || endsTornFigure(line, pages[index - 1]) ? [] : [{ line, offset: number - index }];
    });
  });
  const offsets = new Map<number, number>();
  for (const page of candidates) for (const { offset } of page) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  for (const page of candidates) for (const { line, offset } of page) if ((offsets.get(offset) ?? 0) >= 2) line.role = 'furniture';
}

/** The highest and the lowest line of a page. */
function outermost({ lines }: DraftPage): DraftLine[] {
  const [first] = lines;
  if (first === undefined) return [];
  let [highest, lowest] = [first, first];
  for (const line of lines) {
    if (line.baseline < highest.baseline) highest = line;
    if (line.baseline >= lowest.baseline) lowest = line;
  }
  return [highest, lowest];
}

/** Whether digits stand at the right edge of a figure that waits for its decimals or its next group in the last line of the page before. */
function endsTornFigure(line: DraftLine, before: DraftPage | undefined): boolean {
  const last = before === undefined ? undefined : outermost(before).at(-1);
  return last?.words.some((word) => /\d[.,]$/.test(word.text) && word.box !== null && Math.abs(word.box.right - line.right) <= SAME_EDGE_PT) === true;
}

function loneNumber(line: DraftLine): number | null {
  const match = /^[-–]?\s*(\d{1,4})\s*[-–]?$/.exec(line.words.map((word) => word.text).join(' '));
  return match === null ? null : Number(match[1]);
}

/** Small type at the foot of the page, from a line on that begins with a raised mark which the page's text carries too. */
function markFootnotes(page: DraftPage, bodySize: number): void {
  const body = page.lines.filter((line) => line.role === 'body');
  const marks = new Set(body.flatMap((line) => line.words.flatMap((word, index) => (index > 0 && word.isSuperscript ? [word.text] : []))));
  let start = body.length;
  for (let index = body.length - 1; index >= 0; index -= 1) {
    const line = body[index];
    if (line === undefined || line.size > FOOTNOTE_SIZE * bodySize) break;
    const first = line.words[0];
    if (first?.isSuperscript === true && marks.has(first.text)) start = index;
  }
  for (const line of body.slice(start)) line.role = 'footnote';
}
