import { endsIn } from '../lines/join-lines';
import { type PartKind } from '../../budget/agreement';
import { isBudget, readBudgetTables } from '../parts/budget-tables';
import { type Claims, joinClaims, NO_CLAIMS } from '../parts/claims';
import { type Detail, readDetail } from '../parts/details';
import { findGrantTable, readExpiringGrants } from '../parts/expiring-grants';
import { findOverview, isOverviewOf, largestOf } from '../parts/overview/find-overview';
import { readOverview } from '../parts/overview/read-overview';
import { type PartSpan } from '../parts/part-spans';
import { readAnnexPools } from '../parts/pools/annex-pools';
import { type Annex, findAnnexes } from '../parts/pools/find-annexes';
import { linesOf, mentionsOf, proseLines, type Reading, type Span, tablesIn } from '../parts/reading';
import { readSections } from '../parts/sections/read-sections';
import { type MentionInContext } from '../prose/mentions';
import { type ReadTable } from '../tables/rows/budget-table';
import { findAgreementTitle } from '../titles/agreement-title';
import { firstHeading } from '../titles/first-heading';
import { WHOLE_OF_AGREEMENT } from '../vocabulary';
import { assemble, type Assembled } from './assemble';

/** An overview behind this share of its agreement ends the prose before it. */
const EARLY_SHARE = 1 / 4;

/** One agreement of a file: its entries joined to initiatives, and what its parts claim besides. */
export interface ReadAgreement extends Assembled, Omit<Claims, 'entries' | 'totals' | 'pools' | 'furtherTables'> {
  readonly title: string | null;
  readonly spans: readonly PartSpan[];
}

/** What one agreement says: each of its parts read by the reader of its kind, entries about the same initiative joined. */
export function readAgreement(reading: Reading, span: Span, details: readonly Detail[]): ReadAgreement {
  const gaps = gapsBetween(span, details);
  const overview = details.length > 0 ? overviewBeside(reading, details, gaps) : findOverview(reading, span);
  const grants = overview === null && details.length === 0 ? findGrantTable(reading, span) : null;
  if (grants !== null) return readGrants(reading, span, grants);
  return overview === null && details.length === 0 ? readPlain(reading, span) : readListed(reading, span, details, gaps, overview);
}

/** An agreement with an overview, or with sheets or forms, or both: prose sections, annexes and the rest of its text between them. */
function readListed(reading: Reading, span: Span, details: readonly Detail[], gaps: readonly Span[], overview: ReadTable | null): ReadAgreement {
  const listed = overview === null ? NO_CLAIMS : readOverview(reading, overview);
  const annexes = gaps.flatMap((gap) => findAnnexes(reading, gap));
  const bodyEnd = Math.min(annexes[0]?.start ?? span.to, overview === null || details.length > 0 ? span.to : firstTableLine(span, overview));
  const stretches = gaps.flatMap((gap) => cutAt(gap, [bodyEnd, ...annexes.map((annex) => annex.start)]));
  const text = readSections(reading, stretches.filter((stretch) => stretch.from < bodyEnd), { rows: listed.entries, totals: listed.totals });
  const rest = stretches.filter((stretch) => stretch.from >= bodyEnd);
  const read = details.map((detail) => readDetail(reading, detail));
  const assembled = assemble({ ...listed, entries: text.entries }, joinClaims(read), NO_CLAIMS);
  const annexPools = rest.filter((stretch) => isPoolAnnex(annexes, stretch)).flatMap((stretch) => readAnnexPools(reading, proseLines(reading, stretch), assembled.initiatives.map(({ title }) => title ?? ''), overview?.table.columns ?? []));
  const prose = joinClaims([text, ...rest.map((stretch) => readProse(reading, stretch))]);
  const all = joinClaims([{ ...prose, mentions: overview === null ? prose.mentions : prose.mentions.map(markWhole) }, ...read, listed]);
  return {
    ...all,
    ...assembled,
    pools: [...assembled.pools, ...annexPools.map((pool) => (text.framed.has(pool.initiative ?? '') ? { ...pool, hasEarlierFrame: true } : pool))],
    title: titleOfListed(reading, span, details, bodyEnd) ?? overview?.table.caption?.text ?? null,
    spans: [
      ...text.spans,
      ...rest.filter((stretch) => isPoolAnnex(annexes, stretch)).map((stretch): PartSpan => ({ kind: 'pool-annex', ...stretch })),
      ...tableSpans(gaps.flatMap((gap) => tablesIn(reading, gap)), overview, 'overview'),
      ...details,
    ],
  };
}

/** An amount that the parties hand out with the agreement as a whole, marked as such. */
function markWhole(found: MentionInContext): MentionInContext {
  return WHOLE_OF_AGREEMENT.test(found.before) ? { ...found, mention: { ...found.mention, isWhole: true } } : found;
}

/** A list of expiring grants with its sections. */
function readGrants(reading: Reading, span: Span, grants: ReadTable): ReadAgreement {
  const { sectionStarts, ...claims } = readExpiringGrants(reading, span, grants);
  const sections = sectionStarts.map((from, index): PartSpan => ({ kind: 'prose-section', from, to: sectionStarts[index + 1] ?? span.to }));
  return {
    ...claims,
    ...assemble(NO_CLAIMS, NO_CLAIMS, claims),
    title: findAgreementTitle(linesOf(reading, { from: span.from, to: grants.firstLine }), reading.evidence) ?? headingOf(reading, span),
    spans: [...sections, ...tableSpans(tablesIn(reading, span), grants, 'expiring-grants')],
  };
}

/** Any other text with its tables: every row of those that grant money is an initiative. */
function readPlain(reading: Reading, span: Span): ReadAgreement {
  const tables = tablesIn(reading, span);
  const claims = joinClaims([readProse(reading, span), readBudgetTables(reading, tables.filter(isBudget))]);
  const title = findAgreementTitle(linesOf(reading, span), reading.evidence);
  return { ...claims, ...assemble(NO_CLAIMS, NO_CLAIMS, claims), title: title ?? (tables.length === 0 ? null : headingOf(reading, span)), spans: tableSpans(tables, null, 'budget-table') };
}

/** The overview of an agreement with sheets or forms: among the tables outside them the one with most rows that lists their initiatives. */
function overviewBeside(reading: Reading, details: readonly Detail[], gaps: readonly Span[]): ReadTable | null {
  const titles = details.map((detail) => detail.title);
  return largestOf(gaps.flatMap((gap) => tablesIn(reading, gap)).filter((table) => isOverviewOf(table, titles, true)));
}

/** The stretches of a span that no sheet and no form takes. */
function gapsBetween(span: Span, details: readonly Detail[]): Span[] {
  const starts = [span.from, ...details.map((detail) => detail.to)];
  return starts.map((from, index) => ({ from, to: details[index]?.from ?? span.to })).filter((gap) => gap.from < gap.to);
}

/** A span cut into consecutive ones at some lines. */
function cutAt(span: Span, lines: readonly number[]): Span[] {
  const cuts = [...new Set(lines.filter((line) => line > span.from && line < span.to))].sort((a, b) => a - b);
  return [span.from, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? span.to }));
}

/** Where the prose before an overview ends: at the overview, unless that stands early and the prose behind it. */
function firstTableLine({ from, to }: Span, overview: ReadTable): number {
  return overview.firstLine - from > (to - from) * EARLY_SHARE ? overview.firstLine : to;
}

function isPoolAnnex(annexes: readonly Annex[], { from }: Span): boolean {
  return annexes.some((annex) => annex.start === from && annex.isPools);
}

function readProse(reading: Reading, span: Span): Claims {
  return { ...NO_CLAIMS, ...mentionsOf(reading, proseLines(reading, span)) };
}

function titleOfListed(reading: Reading, { from }: Span, details: readonly Detail[], bodyEnd: number): string | null {
  const [first] = details;
  const end = first === undefined ? bodyEnd : first.kind === 'initiative-sheet' ? first.place.lead : first.place.start;
  return findAgreementTitle(linesOf(reading, { from, to: end }), reading.evidence) ?? (first === undefined ? null : prefaceHeading(reading, { from, to: first.from }));
}

/** The heading of a preface; null where no sentence stands under it: then it heads the first sheets or forms. */
function prefaceHeading(reading: Reading, span: Span): string | null {
  return linesOf(reading, span).some(({ text }) => endsIn(text.trimEnd(), '.!?')) ? headingOf(reading, span) : null;
}

/** The heading that a span starts with; null when it starts with a table. */
function headingOf(reading: Reading, span: Span): string | null {
  return reading.tables.some((table) => table.firstLine === span.from) ? null : firstHeading(linesOf(reading, span), reading.evidence);
}

/** Tables as parts: one of a kind of its own, the others by whether they grant money. */
function tableSpans(tables: readonly ReadTable[], special: ReadTable | null, kind: PartKind): PartSpan[] {
  return tables.map((table) => ({ kind: table === special ? kind : isBudget(table) ? 'budget-table' : 'other-table', from: table.firstLine, to: table.lastLine + 1 }));
}
