import { type Initiative, type Pool, type StatedAmount, type Unread } from '../../budget/agreement';
import { cellAmount, totalCell } from '../../budget/cells';
import { type PlacedText } from '../../budget/position';
import { type BudgetTable, type Row } from '../../budget/table';
import { type Amount } from '../../money/amount';
import { type ReadTable } from '../tables/budget-table';
import { type TextLine } from '../lines/document-text';
import { isRowNumber, splitFigures } from '../lines/figures';
import { isOpenEnded, joinAll, startsSmall } from '../lines/join-lines';
import { leadAmounts, leadOf, markSaving } from '../prose/lead-amounts';
import { type MentionInContext } from '../prose/mentions';
import { noteEnd, readNotes, startsNote } from '../tables/notes';
import { readFirstPeriod } from '../prose/periods';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../assembly/reading';
import { endsInAbbreviation, positionOf } from '../lines/running-text';
import { type Section, statedRole } from '../prose/stated-role';
import { findAgreementTitle } from '../assembly/agreement-title';
import { BACKGROUND_HEADING, CRITERIA_HEADING, ECONOMY_HEADING, FORM_TITLE, LEAD_START, SOURCE_START } from '../vocabulary';
import { readSheetPools } from './sheet-pools';

/** How many lines a heading may take. */
const MAX_HEADING_LINES = 4;
/** A heading stands this many lines above its lead: the heading and one empty line. */
const HEADING_DISTANCE = 2;

/** A heading is set in type larger than the text below it by this factor. */
const LARGER_TYPE = 1.08;

/** Where a sheet stands: its first line, its lead and its "Baggrund og indhold", as indexes into the body lines. */
interface SheetPlace {
  readonly start: number;
  readonly lead: number;
  readonly background: number;
}

/** Lines of one section of a sheet. */
export interface SheetSegment {
  readonly section: Section;
  readonly lines: readonly TextLine[];
}

/** Where the sheets of a document start: the indexes of their first lines. */
export function findSheetStarts(lines: readonly TextLine[]): number[] {
  return findSheets(lines, []).map((sheet) => sheet.start);
}

/** How many sheets a document has. */
export function countSheets(lines: readonly TextLine[]): number {
  return lines.filter((line) => BACKGROUND_HEADING.test(line.text.trim())).length;
}

/** A document of initiative sheets: heading, lead sentence, background, economy, one table each. */
export function readInitiativeSheets(reading: Reading): LayoutResult {
  const sheets = findSheets(reading.lines, reading.tables);
  const initiatives: Initiative[] = [];
  const pools: Pool[] = [];
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [];
  const ownedTables = new Set<BudgetTable>();
  const tableOwners = new Map<BudgetTable, string>();
  const preface = mentionsOf(reading, proseLines(reading, 0, sheets[0]?.start ?? reading.lines.length));
  mentions.push(...preface.mentions);
  unread.push(...preface.unread);
  sheets.forEach((sheet, index) => {
    const end = sheets[index + 1]?.start ?? reading.lines.length;
    const read = readSheet(reading, sheet, end, `i${index + 1}`);
    initiatives.push(read.initiative);
    pools.push(...read.pools);
    mentions.push(...read.mentions);
    unread.push(...read.unread);
    if (read.table !== null) ownedTables.add(read.table.table);
    for (const further of tablesBetween(reading, sheet.start, end).slice(1)) tableOwners.set(further.table, read.initiative.id);
  });
  return {
    title: findAgreementTitle(reading, 0, sheets[0]?.lead ?? 0),
    initiatives,
    totals: [],
    pools,
    unmatchedSections: [],
    countClaims: [],
    mentions,
    unread,
    ownedTables,
    tableOwners,
    otherTables: [],
  };
}

function findSheets(lines: readonly TextLine[], tables: readonly ReadTable[]): SheetPlace[] {
  const anchors = anchorLines(lines);
  const sheets: SheetPlace[] = [];
  let floor = 0;
  for (const background of anchors) {
    const lastTable = tables.filter((table) => table.lastLine < background).at(-1);
    const from = Math.max(floor, lastTable === undefined ? 0 : lastTable.lastLine + 1);
    const start = findStart(lines, from, background);
    sheets.push({ start, lead: findLead(lines, start, background), background });
    floor = background + 1;
  }
  return sheets;
}

/** The lines that every sheet has once; one printed twice in a row counts once. */
function anchorLines(lines: readonly TextLine[]): number[] {
  const indexes = (pattern: RegExp) => lines.flatMap((line, index) => (line.text.length < 40 && pattern.test(line.text.trim()) ? [index] : []));
  const backgrounds = indexes(BACKGROUND_HEADING).filter((index, order, all) => all[order - 1] !== index - 1);
  return backgrounds.length > 0 ? backgrounds : indexes(ECONOMY_HEADING);
}

/** A sheet starts at its heading in larger type; else at the page start nearest above its background; without page starts at the heading above its lead. */
function findStart(lines: readonly TextLine[], from: number, background: number): number {
  const heading = findLargeHeading(lines, from, background);
  if (heading !== null) return heading;
  for (let index = background - 1; index >= from; index -= 1) {
    if (lines[index]?.isPageStart === true) return index;
  }
  let lead = background - 1;
  while (lead > from && !LEAD_START.test(lines[lead]?.text.trim() ?? '')) lead -= 1;
  if (lead <= from) return Math.min(from, background);
  if (endsBlock(lines[lead - 1]?.text.trim() ?? '')) return lead;
  let start = lead - 1;
  while (start > from && lead - start < MAX_HEADING_LINES && (lines[start]?.blankLinesBefore ?? 1) === 0 && !endsBlock(lines[start - 1]?.text.trim() ?? '')) start -= 1;
  return start;
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
function endsBlock(text: string): boolean {
  return (/[.!?:]$/.test(text) && !endsInAbbreviation(text)) || splitFigures(text).figures.length > 1 || SOURCE_START.test(text) || CRITERIA_HEADING.test(text);
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

function readSheet(
  reading: Reading,
  place: SheetPlace,
  end: number,
  id: string,
): { initiative: Initiative; pools: Pool[]; mentions: MentionInContext[]; unread: Unread[]; table: ReadTable | null } {
  const table = tablesBetween(reading, place.start, end)[0] ?? null;
  const segments = segmentSheet(reading, place, end);
  const heading = readHeading(reading, place);
  const rows = table?.table.rows ?? [];
  const total = rows.find((row) => row.kind === 'total') ?? null;
  const columns = table?.table.columns ?? [];
  const printedTotal = total === null ? null : cellAmount(totalCell(columns, total), table?.table.unit ?? null);
  const stated = readStated(reading, segments, printedTotal);
  const notes = readNotes(segments.filter((segment) => segment.section === 'notes').flatMap((segment) => segment.lines), reading.evidence);
  const leadLine = reading.lines[place.lead];
  const initiative: Initiative = {
    id,
    number: heading.number,
    title: heading.title,
    titleDamaged: heading.isDamaged,
    group: [],
    unit: table?.table.unit ?? null,
    priceLevel: table?.table.priceLevel ?? null,
    caption: table?.table.caption ?? null,
    columns,
    total,
    components: rows.filter((row): row is Row => row.kind !== 'total' && row.kind !== 'heading'),
    stated: stated.stated,
    lead: readLead(reading, segments, stated.stated, leadLine),
    section: null,
    recommendation: null,
    sectionRecommendation: null,
    notes: notes.notes,
    sources: notes.sources,
    position: heading.position,
  };
  return { initiative, pools: readSheetPools(reading, initiative, segments), mentions: stated.mentions, unread: stated.unread, table };
}

/** The tables of a sheet: the first is the initiative's own. */
function tablesBetween(reading: Reading, from: number, to: number): ReadTable[] {
  return reading.tables.filter((table) => table.firstLine >= from && table.firstLine < to);
}

/** The heading: its lines joined, a section number taken off; damaged when it is lost, cut in front or left open. */
function readHeading(reading: Reading, place: SheetPlace): { title: string | null; number: string | null; isDamaged: boolean; position: PlacedText['position'] } {
  const lines = headingBlock(reading.lines.slice(place.start, place.lead));
  const first = lines[0];
  const leadLine = reading.lines[place.lead] ?? reading.lines[place.start];
  if (first === undefined) {
    if (leadLine === undefined) throw new Error('A sheet without lines');
    const position = positionOf(leadLine);
    const isLostOnItsLine = leadLine.whitespaceLinesBefore > 0 && leadLine.box === null;
    return { title: null, number: null, isDamaged: true, position: isLostOnItsLine ? { ...position, line: position.line - HEADING_DISTANCE } : position };
  }
  const joined = joinAll(lines.map((line) => line.text), reading.evidence);
  const named = FORM_TITLE.exec(joined);
  if (named !== null && (named[2] ?? '') !== '') return { title: named[2] ?? joined, number: named[1] ?? null, isDamaged: isDamagedTitle(named[2] ?? ''), position: positionOf(first) };
  const numbered = /^(\S{1,9})\s+(.+)$/s.exec(joined);
  const hasNumber = numbered !== null && isHeadingNumber(numbered[1] ?? '', numbered[2] ?? '');
  const title = hasNumber ? (numbered[2] ?? joined) : joined;
  return { title, number: hasNumber ? (numbered[1] ?? '').replace(/[.:)]$/, '') : null, isDamaged: isDamagedTitle(title), position: positionOf(first) };
}

/** Whether a heading's first word is its number: "6.2", "4.", "7b:", "IV."; an initial ("I. C. Jacobsen") is none. */
function isHeadingNumber(word: string, rest: string): boolean {
  const isRoman = /^[IVX]{1,6}[.:)]$/.test(word) && !/^\p{Lu}\./u.test(rest);
  return isRoman || (isRowNumber(word) && word.includes('.')) || /^\d{1,2}[a-z]?[:)]$/.test(word) || /^\d{1,2}[a-z]\.$/.test(word);
}

/** The last block of lines above a lead; what stands above it, a document's own title or a part's heading, is no part of the initiative's. */
function headingBlock(lines: readonly TextLine[]): readonly TextLine[] {
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const [line, above] = [lines[index], lines[index - 1]];
    if (line === undefined || above === undefined || line.blankLinesBefore === 0) continue;
    if (!isOpenEnded(above.text) && !startsSmall(line.text) && !line.text.trimStart().startsWith('(')) return lines.slice(index);
  }
  return lines;
}

/** A title that starts small or with a mark, or ends in a hyphen, has lost words. A small letter before a capital is a brand ("iFokus"). */
function isDamagedTitle(title: string): boolean {
  return (startsSmall(title) && !/^[a-zæøå][A-ZÆØÅ]/.test(title)) || /^[,.;:)\-–]/.test(title) || /[-–]$/.test(title);
}

/** The lines of a sheet by section; tables are left out, notes end where their sentences do. */
function segmentSheet(reading: Reading, place: SheetPlace, end: number): SheetSegment[] {
  const segments: { section: Section; lines: TextLine[] }[] = [
    { section: 'heading', lines: reading.lines.slice(place.start, place.lead) },
    { section: 'lead', lines: reading.lines.slice(place.lead, place.background) },
  ];
  const lines = proseLines(reading, place.background, end);
  let section = 'background' as Section;
  let current: TextLine[] = [];
  const close = (next: Section) => {
    if (current.length > 0) segments.push({ section, lines: current });
    current = [];
    section = next;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const text = line.text.trim();
    if (BACKGROUND_HEADING.test(text)) close('background');
    else if (ECONOMY_HEADING.test(text)) close('economy');
    else if (CRITERIA_HEADING.test(text)) {
      close('criteria');
      current.push(line);
    } else if (startsNote(line)) {
      const stop = noteEnd(lines, index, lines.length);
      close('notes');
      current = lines.slice(index, stop);
      close('criteria');
      index = stop - 1;
    } else if (section === 'criteria' && /^\d\)\s/.test(text)) {
      close('background');
      current.push(line);
    } else current.push(line);
  }
  close(section);
  return segments;
}

function readStated(reading: Reading, segments: readonly SheetSegment[], total: Amount | null): { stated: StatedAmount[]; mentions: MentionInContext[]; unread: Unread[] } {
  const stated: StatedAmount[] = [];
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [];
  for (const segment of segments) {
    const found = mentionsOf(reading, segment.lines);
    const leads = segment.section === 'lead' ? leadAmounts(found.mentions) : [];
    for (const mention of found.mentions) {
      const role = leads.includes(mention) ? 'lead' : segment.section === 'lead' ? 'other' : statedRole(mention, segment.section, total);
      const isTotal = role === 'lead' || role === 'economy';
      stated.push({ ...(isTotal ? markSaving(mention.mention, mention.sentence) : mention.mention), role });
      mentions.push(mention);
    }
    unread.push(...found.unread);
  }
  return { stated, mentions, unread };
}

function readLead(reading: Reading, segments: readonly SheetSegment[], stated: readonly StatedAmount[], line: TextLine | undefined): Initiative['lead'] {
  const lines = segments.find((segment) => segment.section === 'lead')?.lines ?? [];
  if (line === undefined || lines.length === 0) return null;
  const leads = stated.filter((mention) => mention.role === 'lead');
  const [amount] = leads;
  if (amount !== undefined) return { ...leadOf(leads), position: amount.position };
  const period = readFirstPeriod(joinAll(lines.map((part) => part.text), reading.evidence));
  return { hasAmount: false, from: period?.from ?? null, to: period?.to ?? null, position: positionOf(line) };
}
