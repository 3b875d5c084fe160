import { endsIn } from '../../lines/join-lines';
import { type TextLine } from '../../lines/document-text';
import { factsOf } from '../../lines/line-facts';
import { type Opening } from '../../lines/line-opening';
import { endsInAbbreviation } from '../../lines/running-text';
import { type ReadTable } from '../../tables/rows/budget-table';
import { isHeadingLine } from '../../titles/first-heading';
import { isSameTitle } from '../../titles/title-match';
import { LEAD_START } from '../../vocabulary';
import { firstTableBehind, lastTableBefore } from '../reading';

/** How many lines a heading may take. */
const MAX_HEADING_LINES = 4;

/** The heading of a section is shorter. */
const MAX_ANCHOR_LENGTH = 40;

/** A heading is set in type larger than the text below it by this factor. */
const LARGER_TYPE = 1.08;

/** Where a sheet stands: its first line, its lead and its "Baggrund og indhold", as indexes into the body lines. */
export interface SheetPlace {
  readonly start: number;
  readonly lead: number;
  readonly background: number;
  /** Whether headings part its sections; without them its economy stands among the rest. */
  readonly hasSections: boolean;
}

/** Where the sheets of a document start, as far as lines alone tell: the indexes of their first lines. */
export function findSheetStarts(lines: readonly TextLine[]): number[] {
  return findSheets(lines, []).map((sheet) => sheet.start);
}

/** The sheets of a document in order, each known by its "Baggrund og indhold" or "Økonomi". */
export function findSheets(lines: readonly TextLine[], tables: readonly ReadTable[]): SheetPlace[] {
  const anchors = anchorLines(lines);
  const sheets: SheetPlace[] = [];
  let floor = 0;
  for (const background of anchors) {
    const lastTable = lastTableBefore(tables, background);
    const from = Math.max(floor, lastTable === undefined ? 0 : lastTable.lastLine + 1);
    const caption = firstTableBehind(tables, background)?.table.caption?.text ?? null;
    const start = behindPreface(lines, findStart(lines, from, background), background, caption);
    sheets.push({ start, lead: findLead(lines, start, background), background, hasSections: true });
    floor = background + 1;
  }
  return sheets;
}

/** The lines that every sheet has once; one printed twice in a row counts once. */
function anchorLines(lines: readonly TextLine[]): number[] {
  const indexes = (opening: Opening) => lines.flatMap((line, index) => (line.text.length < MAX_ANCHOR_LENGTH && factsOf(line).opening === opening ? [index] : []));
  const backgrounds = indexes('background').filter((index, order, all) => all[order - 1] !== index - 1);
  return backgrounds.length > 0 ? backgrounds : indexes('economy');
}

/** A sheet starts at its heading in larger type; else at the page start nearest above its background; without page starts at the heading above its lead. */
function findStart(lines: readonly TextLine[], from: number, background: number): number {
  const heading = findLargeHeading(lines, from, background);
  if (heading !== null) return heading;
  for (let index = background - 1; index >= from; index -= 1) {
    if (lines[index]?.isPageStart === true) return headingBefore(lines, from, index) ?? index;
  }
  let lead = background - 1;
  while (lead > from && !LEAD_START.test(lines[lead]?.text.trim() ?? '')) lead -= 1;
  if (lead <= from) return Math.min(from, background);
  if (endsBlock(lines[lead - 1])) return lead;
  let start = lead - 1;
  while (start > from && lead - start < MAX_HEADING_LINES && (lines[start]?.blankLinesBefore ?? 1) === 0 && !endsBlock(lines[start - 1])) start -= 1;
  return start;
}

/** The first line of the heading that stands alone at the foot of a page, the lead at the head of the next; null without one. */
function headingBefore(lines: readonly TextLine[], from: number, lead: number): number | null {
  if (lead <= from || !LEAD_START.test(lines[lead]?.text.trim() ?? '')) return null;
  const start = blockStart(lines, from, lead);
  return lines.slice(start, lead).every((line) => isHeadingLine(line) && !endsBlock(line)) ? start : null;
}

/** The first of the lines right above one that stand together: up to an empty line, the end of a sentence or of a page. */
export function blockStart(lines: readonly TextLine[], from: number, below: number): number {
  let start = below - 1;
  while (start > from && below - start < MAX_HEADING_LINES && lines[start]?.blankLinesBefore === 0 && lines[start]?.isPageStart !== true && !endsBlock(lines[start - 1])) start -= 1;
  return start;
}

/** Where a sheet starts on a page that a preface starts: at the last heading behind sentences that the caption of its table repeats, else at one right above a lead. */
function behindPreface(lines: readonly TextLine[], start: number, background: number, caption: string | null): number {
  const repeated = caption === null ? -1 : headingLike(lines, start, background, (from, to) => isSameTitle(lines.slice(from, to).map((line) => line.text).join(' '), caption));
  const heading = repeated >= 0 ? repeated : headingLike(lines, start, background, (_, to) => LEAD_START.test(lines[to]?.text.trim() ?? ''));
  const isPreface = heading > start && lines.slice(start, heading).some(({ text }) => endsIn(text.trimEnd(), '.!?') && !endsInAbbreviation(text.trimEnd()));
  return isPreface ? heading : start;
}

/** The first line of the last block of lines between two that can be a heading and is what is looked for; -1 without one. */
function headingLike(lines: readonly TextLine[], start: number, end: number, isIt: (from: number, to: number) => boolean): number {
  for (let to = end - 1; to > start; to -= 1) {
    const from = blockStart(lines, start, to);
    if (lines.slice(from, to).every(isHeadingLine) && isIt(from, to)) return from;
  }
  return -1;
}

/** The first line of the nearest heading above a sheet's background that is set in larger type than all between; null without one. */
function findLargeHeading(lines: readonly TextLine[], from: number, background: number): number | null {
  const sizeAt = (index: number): number | null => lines[index]?.fontSizePt ?? null;
  let largest = sizeAt(background);
  if (largest === null) return null;
  for (let index = background - 1; index >= from; index -= 1) {
    const size = sizeAt(index);
    if (size === null) return null;
    if (size <= LARGER_TYPE * largest) {
      largest = Math.max(largest, size);
      continue;
    }
    let start = index;
    while (start > from && index - start < MAX_HEADING_LINES && sizeAt(start - 1) === size && lines[start]?.isPageStart !== true) start -= 1;
    return start;
  }
  return null;
}

/** Whether a line is the last of a block whatever follows it: the end of a sentence, a row of figures, a source. */
function endsBlock(line: TextLine | undefined): boolean {
  if (line === undefined) return false;
  const { text, opening, row } = factsOf(line);
  return (endsIn(text, '.!?:') && !endsInAbbreviation(text)) || row.figures.length > 1 || opening === 'source' || opening === 'criteria';
}

/** The first line that reads as a lead; else the first block behind the heading. */
function findLead(lines: readonly TextLine[], start: number, background: number): number {
  for (let index = start; index < Math.min(background, start + MAX_HEADING_LINES + 1); index += 1) {
    if (LEAD_START.test(`${lines[index]?.text.trim() ?? ''} ${lines[index + 1]?.text.trim() ?? ''}`.slice(0, 120))) return index;
  }
  for (let index = start + 1; index < background; index += 1) {
    if ((lines[index]?.blankLinesBefore ?? 0) > 0) return index;
  }
  return Math.min(start + 1, background);
}
