import { type CountClaim, type PrintedTotal, type StatedAmount } from '../../budget/agreement';
import { type PlacedText } from '../../budget/position';
import { type BudgetTable, type Cell, type Row } from '../../budget/table';
import { type TextLine } from '../lines/document-text';
import { endsIn, joinAll } from '../lines/join-lines';
import { positionOf, sentenceAround, toRunningText } from '../lines/running-text';
import { type FoundMentions, type MentionInContext } from '../prose/mentions';
import { statedRole } from '../prose/stated-role';
import { type ReadTable, totalledGroup } from '../tables/rows/budget-table';
import { notesFor, readNotes } from '../tables/notes';
import { titleSimilarity } from '../titles/title-match';
import { ALL_GRANTS, COUNT_CLAIM, COUNT_WORDS, EFFECT_HEADING, EXPIRY_WORDS, GRANTS_WORD, PART_OF_TOTAL, RECOMMENDATION_HEADER, RECOMMENDATION_SENTENCE, RECOMMENDATIONS, SECTION_BUDGET_YEAR, WHOLE_OF_GRANTS } from '../vocabulary';
import { type Claims, type Entry, NO_CLAIMS } from './claims';
import { linesOf, mentionsOf, proseLines, type Reading, type Span, tablesIn } from './reading';

/** A heading takes at most so many lines, each at most so long. */
const MAX_HEADING_LINES = 4;
const MAX_HEADING_LENGTH = 160;
/** A section heading this like a row's label is about that row; else order decides. */
const LIKE_TITLE = 0.6;
/** How far before a count the words that make it one of all stand. */
const WORDS_BEFORE = 12;
/** How far into the document the word for expiry stands. */
const EXPIRY_REACH = 60;

/** A section about one grant. */
interface GrantSection {
  readonly title: PlacedText;
  readonly start: number;
}

/** The table of expiring grants: an amount and a recommendation a row; null when the document has none. */
export function findGrantTable(reading: Reading, span: Span): ReadTable | null {
  if (!linesOf(reading, span).slice(0, EXPIRY_REACH).some((line) => EXPIRY_WORDS.test(line.text))) return null;
  const candidates = tablesIn(reading, span).filter(({ table }) => {
    const column = recommendationColumn(table);
    return column >= 0 && table.columns.some((other) => other.kind !== 'text') && table.rows.some((row) => readRecommendation(row.cells[column]) !== null);
  });
  return candidates.sort((a, b) => b.table.rows.length - a.table.rows.length)[0] ?? null;
}

/** A list of expiring grants: one table of amounts with recommendations, then a section for every grant, up to the end of the span. */
export function readExpiringGrants(reading: Reading, span: Span, grants: ReadTable): GrantClaims {
  const { table } = grants;
  const rows = table.rows.filter((row) => row.kind === 'component' && row.cells.some((cell) => cell.kind === 'amount' || cell.kind === 'nil' || cell.kind === 'unreadable'));
  const sections = findSections(reading, { from: grants.lastLine + 1, to: span.to }, rows.map((row) => row.label ?? ''));
  const matched = matchSections(sections, rows.map((row) => row.label ?? ''));
  const bodyStart = sections[0]?.start ?? span.to;
  const before = mentionsOf(reading, proseLines(reading, { from: span.from, to: bodyStart }));
  const read = sections.map((section, index) => readGrantSection(reading, section, sections[index + 1]?.start ?? span.to));
  const notes = readNotes(proseLines(reading, { from: grants.firstLine, to: bodyStart }), reading.evidence).notes;
  return {
    ...NO_CLAIMS,
    entries: rows.map((row, index) => toEntry(table, row, read[matched.indexOf(index)], notes)),
    totals: table.rows.flatMap((row) => printedTotal(table, row)),
    unmatchedSections: read.flatMap((section, index) => (matched[index] === -1 ? [{ title: section.title, stated: section.stated }] : [])),
    countClaims: readCountClaims(reading, proseLines(reading, { from: span.from, to: grants.firstLine })),
    mentions: [...before.mentions.map(markWhole), ...read.flatMap((section) => section.found.mentions)],
    unread: [...before.unread, ...read.flatMap((section) => section.found.unread)],
    ownedTables: [table],
    sectionStarts: sections.map((section) => section.start),
  };
}

/** An amount that the text before the list states for all of it, marked as such. */
function markWhole(found: MentionInContext): MentionInContext {
  const isWhole = WHOLE_OF_GRANTS.test(found.before) && !PART_OF_TOTAL.test(found.before);
  return isWhole ? { ...found, mention: { ...found.mention, isWhole: true } } : found;
}

/** The claims of a list of expiring grants, and where the sections about its rows start. */
export interface GrantClaims extends Claims {
  readonly sectionStarts: readonly number[];
}

/** What a section about a grant states and recommends. */
interface ReadGrantSection {
  readonly title: PlacedText;
  readonly found: FoundMentions;
  readonly stated: readonly StatedAmount[];
  readonly recommendation: PlacedText | null;
}

function readGrantSection(reading: Reading, section: GrantSection, end: number): ReadGrantSection {
  const lines = proseLines(reading, { from: section.start, to: end });
  const found = mentionsOf(reading, lines);
  const stated = found.mentions.map((mention): StatedAmount => ({ ...mention.mention, role: statedRole(mention, 'background', null) }));
  return { title: section.title, found, stated, recommendation: sectionRecommendation(reading, lines) };
}

function printedTotal(table: BudgetTable, row: Row): PrintedTotal[] {
  if (row.kind !== 'total' && row.kind !== 'subtotal') return [];
  const label = totalledGroup(row.label ?? '') || (row.label ?? '');
  const isOwn = row.kind === 'total' && table.number !== undefined;
  return [{ label, group: row.kind === 'total' ? [] : [label], columns: table.columns, row, ...(isOwn ? { table: table.number } : {}) }];
}

function recommendationColumn(table: BudgetTable): number {
  return table.columns.findIndex((column) => column.kind === 'text' && RECOMMENDATION_HEADER.test(column.header));
}

/** The recommendation of a cell in the form in which two printings compare. */
function readRecommendation(cell: Cell | undefined): PlacedText | null {
  return cell?.kind === 'text' ? { text: normalizeRecommendation(cell.text), position: cell.position } : null;
}

function normalizeRecommendation(text: string): string {
  const bare = text.replace(/["”“»«’']/g, '').replace(/(?<![\s.])[\s.]+$/, '').trim();
  return RECOMMENDATIONS.find((known) => known.pattern.test(bare))?.value ?? bare.toLowerCase();
}

/** Sections stand under "Indsats og effekt" or headings that end in the year of their budget; a heading is the lines most like a row's label. */
function findSections(reading: Reading, { from, to }: Span, labels: readonly string[]): GrantSection[] {
  const sections: GrantSection[] = [];
  let floor = from;
  for (let last = from; last < to; last += 1) {
    const section = sectionEndingAt(reading, last, floor, labels);
    if (section === null) continue;
    sections.push(section);
    floor = last + 1;
  }
  return sections;
}

function sectionEndingAt(reading: Reading, last: number, floor: number, labels: readonly string[]): GrantSection | null {
  const isAnnounced = EFFECT_HEADING.test(reading.lines[last + 1]?.text.trim() ?? '');
  let best: GrantSection | null = null;
  let bestSimilarity = isAnnounced ? -1 : LIKE_TITLE;
  for (let start = last; start >= Math.max(floor, last - MAX_HEADING_LINES + 1); start -= 1) {
    const line = reading.lines[start];
    if (line === undefined || line.text.length > MAX_HEADING_LENGTH || (start < last && endsIn(line.text.trimEnd(), '.!?'))) break;
    const text = joinAll(reading.lines.slice(start, last + 1).map((part) => part.text), reading.evidence);
    if (!isAnnounced && !SECTION_BUDGET_YEAR.test(text)) continue;
    const similarity = Math.max(0, ...labels.map((label) => likeness(text, label)));
    if (similarity <= bestSimilarity) continue;
    bestSimilarity = similarity;
    best = { title: { text, position: positionOf(line) }, start };
  }
  return best;
}

/** How alike a heading and a label are, with and without what stands in their parentheses. */
function likeness(heading: string, label: string): number {
  const title = heading.replace(SECTION_BUDGET_YEAR, '').trim();
  return Math.max(titleSimilarity(title, label), titleSimilarity(withoutParentheses(title), withoutParentheses(label)));
}

function withoutParentheses(title: string): string {
  return title.replace(/\([^()]*\)/g, '').replace(/\s+/g, ' ').trim();
}

/** For every section the index of its row: the most like label that is free, else the row at the same place in the order; -1 without one. */
function matchSections(sections: readonly GrantSection[], labels: readonly string[]): number[] {
  const taken = new Set<number>();
  const rows = sections.map((section) => {
    const scored = labels.map((label, index) => ({ index, similarity: taken.has(index) ? 0 : likeness(section.title.text, label) })).sort((a, b) => b.similarity - a.similarity);
    const best = scored[0];
    if (best === undefined || best.similarity < LIKE_TITLE) return -1;
    taken.add(best.index);
    return best.index;
  });
  return rows.map((row, index) => {
    if (row !== -1 || sections.length !== labels.length || taken.has(index)) return row;
    taken.add(index);
    return index;
  });
}

function toEntry(table: BudgetTable, row: Row, section: ReadGrantSection | undefined, notes: readonly string[]): Entry {
  return {
    part: 'expiring-grants',
    number: row.number,
    title: row.label,
    titleDamaged: row.label === null,
    group: [],
    unit: table.unit,
    priceLevel: table.priceLevel,
    caption: null,
    columns: table.columns,
    total: row,
    components: [],
    stated: section?.stated ?? [],
    lead: null,
    section: section?.title ?? null,
    recommendation: readRecommendation(row.cells[recommendationColumn(table)]),
    sectionRecommendation: section?.recommendation ?? null,
    notes: notesFor(row.footnotes, notes),
    sources: [],
    position: row.position,
  };
}

/** What a section's own sentence recommends. */
function sectionRecommendation(reading: Reading, lines: readonly TextLine[]): PlacedText | null {
  if (lines.length === 0) return null;
  const running = toRunningText(lines, reading.evidence);
  const match = RECOMMENDATION_SENTENCE.exec(running.text);
  if (match === null) return null;
  const { end } = sentenceAround(running, match.index);
  const said = running.text.slice(match.index, end).replace(RECOMMENDATION_SENTENCE, '$1');
  return { text: normalizeRecommendation(said), position: positionOf(running.lineAt(match.index)) };
}

/** "4 bevillingsudløb bør videreføres": counts of rows by their recommendation. */
function readCountClaims(reading: Reading, lines: readonly TextLine[]): CountClaim[] {
  if (lines.length === 0) return [];
  const running = toRunningText(lines, reading.evidence);
  const claims: CountClaim[] = [];
  for (const match of running.text.matchAll(COUNT_CLAIM)) {
    const count = COUNT_WORDS.get((match[1] ?? '').toLowerCase()) ?? Number(match[1]);
    const subject = RECOMMENDATIONS.find((known) => known.claim.test(match[2] ?? ''))?.value;
    const position = positionOf(running.lineAt(match.index));
    const isAll = subject === undefined && ALL_GRANTS.test(running.text.slice(Math.max(0, match.index - WORDS_BEFORE), match.index + match[0].length));
    if (!Number.isInteger(count)) continue;
    if (subject !== undefined) claims.push({ count, subject, position });
    else if (isAll) claims.push({ count, subject: GRANTS_WORD, isWhole: true, position });
  }
  return claims;
}
