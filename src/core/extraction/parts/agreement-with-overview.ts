import { type Initiative, type StatedAmount, type UnmatchedSection, type Unread } from '../../budget/agreement';
import { type BudgetTable, type Row } from '../../budget/table';
import { findAgreementTitle } from '../assembly/agreement-title';
import { type ReadTable } from '../tables/budget-table';
import { joinAll } from '../lines/join-lines';
import { type OverviewRow, readOverviewRows, rowsOutside } from './overview-rows';
import { type MentionInContext } from '../prose/mentions';
import { notesBelow, notesFor } from '../tables/notes';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../assembly/reading';
import { rankSubtotals, recognizeSums } from '../tables/sum-rows';
import { normalizeTitle } from '../assembly/title-match';
import { AGREEMENT_TITLE, ANNEX_HEADING, EARLIER_FRAME, LEAD_START, POOL_ANNEX, SECTION_TOTAL } from '../vocabulary';
import { leadOf, markSaving } from '../prose/lead-amounts';
import { readAnnexPools } from './annex-pools';
import { matchSections, type OverviewTitle, type ProseSection, splitSections, withGrant } from './prose-sections';
import { statedRole } from '../prose/stated-role';

/** A table with at least this many rows under groups, or with numbered rows, is an overview. */
const MIN_OVERVIEW_ROWS = 2;
/** A line of a title is no longer than this. */
const MAX_TITLE_LENGTH = 160;

/** The overview of a document: its table whose rows stand under groups or bear numbers; null when there is none. */
export function findOverview(reading: Reading): ReadTable | null {
  const overviews = grantsInProse(reading, 0, reading.lines.length) ? overviewsOf(reading, MIN_OVERVIEW_ROWS) : [];
  return largestOf(overviews) ?? largestOf(reading.tables.filter((table) => repeatsTitles(reading, table)));
}

/** Whether at least half of a table's rows bear titles that stand as headings above it, with as many grants among them. */
function repeatsTitles({ lines }: Reading, { table, firstLine }: ReadTable): boolean {
  const labels = table.rows.flatMap((row) => (row.kind === 'component' ? [normalizeTitle(row.label ?? '')] : []));
  if (labels.length < MIN_OVERVIEW_ROWS || table.columns.some((column) => column.kind === 'text')) return false;
  const grants = lines.slice(0, firstLine).filter((line) => LEAD_START.test(line.text.trim()) && /\d/.test(line.text));
  if (2 * grants.length < labels.length) return false;
  const printed = new Set<string>();
  for (let index = 0; index < firstLine; index += 1) {
    const [text, next] = [lines[index]?.text ?? '', lines[index + 1]?.text ?? ''];
    if (text.length > MAX_TITLE_LENGTH) continue;
    printed.add(normalizeTitle(text));
    printed.add(normalizeTitle(joinAll([text, next.slice(0, MAX_TITLE_LENGTH)])));
  }
  return 2 * labels.filter((label) => label !== '' && printed.has(label)).length >= labels.length;
}

function largestOf(tables: readonly ReadTable[]): ReadTable | null {
  return [...tables].sort((a, b) => b.table.rows.length - a.table.rows.length)[0] ?? null;
}

/** The tables that can be an overview of so many initiatives at least, in document order. */
function overviewsOf(reading: Reading, least: number): ReadTable[] {
  return reading.tables.filter((table) => {
    const components = table.table.rows.filter((row) => row.kind === 'component');
    return components.length >= least && isOrdered(table.table);
  });
}

/** Whether a table prints the groups of its rows, or their numbers. */
function isOrdered({ rows }: BudgetTable): boolean {
  const components = rows.filter((row) => row.kind === 'component');
  const isGrouped = rows.some((row) => row.kind === 'subtotal' || row.kind === 'heading');
  return isGrouped || components.filter((row) => row.number !== null).length > components.length / 2;
}

/** Whether the text between two lines grants an initiative its total. */
function grantsInProse({ lines }: Reading, from: number, to: number): boolean {
  return lines.slice(from, to).some((line, index) => line.text.length < 400 && SECTION_TOTAL.test(`${line.text.trim()} ${lines[from + index + 1]?.text.trim().slice(0, 200) ?? ''}`));
}

/** An agreement of prose sections with an overview table of all initiatives under ministries and themes, and criteria of its pools; several in one file one after the other. */
export function readAgreementWithOverview(reading: Reading): LayoutResult {
  const results = splitAgreements(reading).map(readOneAgreement);
  const [first] = results;
  if (first === undefined || results.length === 1) return first ?? readOneAgreement(reading);
  return {
    title: first.title,
    initiatives: results.flatMap((result, index) => result.initiatives.map((initiative) => inAgreement(initiative, result, index))).map((initiative, index) => ({ ...initiative, id: `i${index + 1}` })),
    totals: results.flatMap((result, index) => result.totals.map((total) => inAgreement(total, result, index))),
    pools: results.flatMap((result) => result.pools),
    unmatchedSections: results.flatMap((result) => result.unmatchedSections),
    countClaims: results.flatMap((result) => result.countClaims),
    mentions: results.flatMap((result) => result.mentions),
    unread: results.flatMap((result) => result.unread),
    ownedTables: new Set(results.flatMap((result) => [...result.ownedTables])),
    otherTables: results.flatMap((result) => result.otherTables),
  };
}

/** With several agreements each is a group of its own, because its totals sum its own rows only. */
function inAgreement<T extends { readonly group: readonly string[] }>(member: T, { title }: LayoutResult, index: number): T {
  return { ...member, group: [title ?? String(index + 1), ...member.group] };
}

/** One reading for every agreement of a file: a new one starts at the title between two overviews that sections with totals of their own follow. */
function splitAgreements(reading: Reading): Reading[] {
  const overviews = overviewsOf(reading, 1);
  const starts = overviews.slice(1).flatMap((next, index) => {
    const from = (overviews[index]?.lastLine ?? 0) + 1;
    const title = reading.lines.slice(from, next.firstLine).findIndex((line) => AGREEMENT_TITLE.test(line.text.trim()) && !ANNEX_HEADING.test(line.text.trim()));
    return title >= 0 && grantsInProse(reading, from + title, next.firstLine) ? [from + title] : [];
  });
  return [0, ...starts].map((start, index) => partOf(reading, start, starts[index] ?? reading.lines.length));
}

/** The lines from one to another with the tables among them. */
function partOf(reading: Reading, from: number, to: number): Reading {
  if (from === 0 && to === reading.lines.length) return reading;
  const tables = reading.tables.filter((table) => table.firstLine >= from && table.lastLine < to);
  return { ...reading, lines: reading.lines.slice(from, to), tables: tables.map((table) => ({ ...table, firstLine: table.firstLine - from, lastLine: table.lastLine - from })) };
}

function readOneAgreement(reading: Reading): LayoutResult {
  const overview = findOverview(reading) ?? largestOf(overviewsOf(reading, 1));
  if (overview === null) throw new Error('An agreement with an overview has an overview');
  const printed = isOrdered(overview.table) ? rankSubtotals(overview.table) : recognizeSums(overview.table);
  const outside = rowsOutside(printed);
  const { rows, totals } = readOverviewRows({ ...printed, rows: printed.rows.filter((row) => !outside.includes(row)) });
  const annexes = findAnnexes(reading);
  const bodyEnd = Math.min(annexes[0]?.start ?? reading.lines.length, firstTableLine(reading, overview));
  const titles: OverviewTitle[] = rows.map((row) => ({ title: row.row.label ?? '', total: totalOf(overview, row.row) }));
  const groupNames = new Set([...rows.flatMap((row) => row.group), ...totals.map((total) => total.label)].map(normalizeTitle));
  const { preface, sections: split } = splitSections(reading, 0, bodyEnd, groupNames, titles);
  const matched = matchSections(split, titles);
  const sections = split.map((section, index) => withGrant(section, titles[matched[index] ?? -1]?.total ?? null));
  const mentions: MentionInContext[] = [...preface.mentions];
  const unread: Unread[] = [...preface.unread];
  const statedBySection = sections.map((section) => {
    const stated = readStated(section);
    mentions.push(...section.found.mentions);
    unread.push(...section.found.unread);
    return stated;
  });
  const notes = notesBelow(reading.lines, overview.lastLine, overview.table.rows, reading.evidence);
  const initiatives = rows.map((row, index) => ({ ...toInitiative(overview, row, index, sections, statedBySection, matched.indexOf(index)), notes: notesFor([row.row, ...row.parts].flatMap((part) => part.footnotes), notes) }));
  const framed = framedTitles(sections, matched, titles);
  const rest = readRest(reading, bodyEnd, annexes, initiatives, overview);
  return {
    title: findAgreementTitle(reading, 0, bodyEnd) ?? overview.table.caption?.text ?? null,
    initiatives,
    totals,
    pools: rest.pools.map((pool) => (framed.has(pool.initiative) ? { ...pool, hasEarlierFrame: true } : pool)),
    unmatchedSections: sections.flatMap((section, index): UnmatchedSection[] => (matched[index] === -1 ? [{ title: section.title, stated: statedBySection[index] ?? [] }] : [])),
    countClaims: [],
    mentions: [...mentions, ...rest.mentions],
    unread: [...unread, ...rest.unread, ...outside.map(asUnread)],
    ownedTables: new Set([overview.table]),
    otherTables: [],
  };
}

/** A row of the overview that is neither an initiative nor a total. */
function asUnread(row: Row): Unread {
  const figures = row.cells.flatMap((cell) => ('text' in cell ? [cell.text] : []));
  return { text: [row.label ?? '', ...figures].join(' ').trim(), reason: 'other', position: row.position };
}

/** The initiatives whose own section names a frame from an earlier agreement: their pools may exceed this agreement's years. */
function framedTitles(sections: readonly ProseSection[], matched: readonly number[], titles: readonly OverviewTitle[]): Set<string | null> {
  const framed = sections.flatMap((section, index) => (section.found.mentions.some((mention) => EARLIER_FRAME.test(mention.before)) ? [titles[matched[index] ?? -1]?.title ?? null] : []));
  return new Set(framed.filter((title) => title !== null));
}

function totalOf(overview: ReadTable, row: Row): OverviewTitle['total'] {
  const index = overview.table.columns.findIndex((column) => column.kind === 'total');
  const cell = row.cells[index];
  return cell?.kind === 'amount' ? cell.amount : null;
}

/** The amounts of a section: the last granting sentence's are the lead, all others are background unless the sentence grants them now. */
function readStated(section: ProseSection): StatedAmount[] {
  return section.found.mentions.map((found) => {
    if (section.leads.includes(found)) return { ...markSaving(found.mention, found.sentence), role: 'lead' };
    const role = EARLIER_FRAME.test(found.before.slice(-80)) ? 'background' : statedRole(found, 'background', section.leads[0]?.mention.amount ?? null);
    return { ...found.mention, role };
  });
}

function toInitiative(overview: ReadTable, row: OverviewRow, index: number, sections: readonly ProseSection[], stated: readonly StatedAmount[][], sectionIndex: number): Initiative {
  const section = sections[sectionIndex];
  const own = stated[sectionIndex] ?? [];
  const leads = own.filter((amount) => amount.role === 'lead');
  return {
    id: `i${index + 1}`,
    number: row.row.number,
    title: row.row.label,
    titleDamaged: row.row.label === null,
    group: row.group,
    unit: overview.table.unit,
    priceLevel: overview.table.priceLevel,
    caption: null,
    columns: overview.table.columns,
    total: row.row,
    components: row.parts,
    stated: own,
    lead:
      section === undefined
        ? null
        : { ...leadOf(leads), position: leads[0]?.position ?? section.title.position },
    section: section?.title ?? null,
    recommendation: null,
    sectionRecommendation: null,
    notes: [],
    sources: [],
    position: row.row.position,
  };
}

/** The annexes behind the prose: where each starts, as an index into the body lines, and whether it holds pool criteria. */
interface Annex {
  readonly start: number;
  readonly isPools: boolean;
}

function findAnnexes(reading: Reading): Annex[] {
  return reading.lines.flatMap((line, index) => {
    const text = line.text.trim();
    return text.length < 200 && ANNEX_HEADING.test(text) && isHeadingLike(text) ? [{ start: index, isPools: POOL_ANNEX.test(text) }] : [];
  });
}

function isHeadingLike(text: string): boolean {
  return !/[.,;]$/.test(text) || text.length < 40;
}

function firstTableLine(reading: Reading, overview: ReadTable): number {
  return overview.firstLine > reading.lines.length / 4 ? overview.firstLine : reading.lines.length;
}

function readRest(reading: Reading, bodyEnd: number, annexes: readonly Annex[], initiatives: readonly Initiative[], overview: ReadTable) {
  const pools: LayoutResult['pools'][number][] = [];
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [];
  const starts = [...new Set([bodyEnd, ...annexes.map((annex) => annex.start).filter((start) => start > bodyEnd)])].sort((a, b) => a - b);
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? reading.lines.length;
    const lines = proseLines(reading, start, end);
    const found = mentionsOf(reading, lines);
    mentions.push(...found.mentions);
    unread.push(...found.unread);
    if (annexes.some((annex) => annex.start === start && annex.isPools)) pools.push(...readAnnexPools(reading, lines, initiatives, overview.table.columns));
  });
  return { pools, mentions, unread };
}
