import { type Initiative, type StatedAmount, type UnmatchedSection, type Unread } from '../../budget/agreement';
import { type Row } from '../../budget/table';
import { findAgreementTitle } from '../agreement-title';
import { type ReadTable } from '../budget-table';
import { type OverviewRow, readOverviewRows, rowsOutside } from '../overview-rows';
import { type MentionInContext } from '../mentions';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../reading';
import { normalizeTitle } from '../title-match';
import { ANNEX_HEADING, EARLIER_FRAME, POOL_ANNEX, SECTION_TOTAL } from '../vocabulary';
import { leadOf, markSaving } from '../lead-amounts';
import { readAnnexPools } from './annex-pools';
import { matchSections, type OverviewTitle, type ProseSection, splitSections } from './prose-sections';
import { statedRole } from '../stated-role';

/** A table with at least this many rows under groups, or with numbered rows, is an overview. */
const MIN_OVERVIEW_ROWS = 2;

/** The overview of a document: its table whose rows stand under groups or bear numbers; null when there is none. */
export function findOverview(reading: Reading): ReadTable | null {
  if (!reading.lines.some((line, index) => line.text.length < 400 && SECTION_TOTAL.test(`${line.text.trim()} ${reading.lines[index + 1]?.text.trim().slice(0, 200) ?? ''}`))) return null;
  const candidates = reading.tables.filter((table) => {
    const rows = table.table.rows;
    const components = rows.filter((row) => row.kind === 'component');
    const isGrouped = rows.some((row) => row.kind === 'subtotal') || rows.some((row) => row.kind === 'heading');
    const isNumbered = components.filter((row) => row.number !== null).length > components.length / 2;
    return components.length >= MIN_OVERVIEW_ROWS && (isNumbered || isGrouped);
  });
  return candidates.sort((a, b) => b.table.rows.length - a.table.rows.length)[0] ?? null;
}

/** An agreement of prose sections with an overview table of all initiatives under ministries and themes, and criteria of its pools. */
export function readAgreementWithOverview(reading: Reading): LayoutResult {
  const overview = findOverview(reading);
  if (overview === null) throw new Error('An agreement with an overview has an overview');
  const outside = rowsOutside(overview.table);
  const { rows, totals } = readOverviewRows({ ...overview.table, rows: overview.table.rows.filter((row) => !outside.includes(row)) });
  const annexes = findAnnexes(reading);
  const bodyEnd = Math.min(annexes[0]?.start ?? reading.lines.length, firstTableLine(reading, overview));
  const titles: OverviewTitle[] = rows.map((row) => ({ title: row.row.label ?? '', total: totalOf(overview, row.row) }));
  const groupNames = new Set([...rows.flatMap((row) => row.group), ...totals.map((total) => total.label)].map(normalizeTitle));
  const sections = splitSections(reading, 0, bodyEnd, groupNames, titles);
  const matched = matchSections(sections.sections, titles);
  const mentions: MentionInContext[] = [...sections.preface.mentions];
  const unread: Unread[] = [...sections.preface.unread];
  const statedBySection = sections.sections.map((section) => {
    const stated = readStated(section);
    mentions.push(...section.found.mentions);
    unread.push(...section.found.unread);
    return stated;
  });
  const initiatives = rows.map((row, index) => toInitiative(overview, row, index, sections.sections, statedBySection, matched.indexOf(index)));
  const framed = framedTitles(sections.sections, matched, titles);
  const rest = readRest(reading, bodyEnd, annexes, initiatives, overview);
  return {
    title: findAgreementTitle(reading, 0, bodyEnd) ?? overview.table.caption?.text ?? null,
    initiatives,
    totals,
    pools: rest.pools.map((pool) => (framed.has(pool.initiative) ? { ...pool, hasEarlierFrame: true } : pool)),
    unmatchedSections: sections.sections.flatMap((section, index): UnmatchedSection[] => (matched[index] === -1 ? [{ title: section.title, stated: statedBySection[index] ?? [] }] : [])),
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
