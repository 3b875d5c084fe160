import { type Agreement, type Initiative, type LayoutName, type Mention, type PartKind, type Unread } from '../../budget/agreement';
import { columnYears } from '../../budget/cells';
import { placeOf } from '../../budget/position';
import { type BudgetTable, type Column } from '../../budget/table';
import { type Unit } from '../../money/unit';
import { type DocumentText } from '../lines/document-text';
import { toParts } from '../parts/part-spans';
import { mentionsOf, type Reading } from '../parts/reading';
import { loneHeaders } from '../tables/lone-headers';
import { type JoinedInitiative } from './assemble';
import { type ReadAgreement } from './read-agreement';

/** What initiatives of a kind of part make of a document, when most of its initiatives are of that kind. */
const LAYOUT_OF: Readonly<Partial<Record<PartKind, LayoutName>>> = {
  'initiative-sheet': 'initiative-sheets',
  'initiative-form': 'initiative-forms',
  overview: 'agreement-with-overview',
  'expiring-grants': 'expiring-grants',
};

/** The agreements of a file as one: years, unit and price level from the tables, mentions in document order. With several each is a group of its own, because its totals sum its own rows only. */
export function toAgreement(reading: Reading, agreements: readonly ReadAgreement[], hasRoundingNote: boolean): Agreement {
  const grouped = agreements.length > 1 ? agreements.map(inGroup) : agreements;
  const initiatives = grouped.flatMap((one) => one.initiatives);
  const ids = new Map(agreements.flatMap((one) => one.initiatives).map((initiative, index) => [initiative, `i${index + 1}`]));
  const owners = new Map(agreements.flatMap((one) => [...one.tableOwners].map(([table, owner]) => [table, ids.get(owner)] as const)));
  const owned = new Set(grouped.flatMap((one) => one.ownedTables));
  const granted = initiatives.filter((initiative) => initiative.total !== null);
  const units: (Unit | null)[] = granted.length > 0 ? granted.map((initiative) => initiative.unit) : reading.tables.map((table) => table.table.unit);
  const levels = granted.length > 0 ? granted.map((initiative) => initiative.priceLevel) : reading.tables.map((table) => table.table.priceLevel);
  const inNotes = mentionsOf(reading, reading.footnotes);
  const allColumns: (readonly Column[])[] = [...initiatives.map((initiative) => initiative.columns), ...reading.tables.map((table) => table.table.columns)];
  return {
    document: { name: reading.document.name, sha256: reading.document.sha256, layout: layoutOf(initiatives, reading), pages: reading.document.pages },
    title: grouped[0]?.title ?? null,
    priceLevel: sharedValue(levels),
    unit: sharedValue(units),
    years: [...new Set(allColumns.flatMap((columns) => columnYears(columns)))].sort((a, b) => a - b),
    initiatives: initiatives.map(({ part: _part, ...initiative }, index): Initiative => ({ id: `i${index + 1}`, ...initiative })),
    totals: grouped.flatMap((one) => one.totals),
    pools: grouped.flatMap((one) => one.pools),
    mentions: [...grouped.flatMap((one) => one.mentions), ...inNotes.mentions].map((found): Mention => found.mention).sort((a, b) => placeOf(a.position) - placeOf(b.position)),
    unread: [...grouped.flatMap((one) => one.unread), ...inNotes.unread, ...reading.tables.flatMap((table) => table.unread), ...loneHeaders(reading.lines, reading.tables), ...unreadablePages(reading.document), ...hiddenText(reading.document)].sort((a, b) => placeOf(a.position) - placeOf(b.position)),
    unmatchedSections: grouped.flatMap((one) => one.unmatchedSections),
    countClaims: grouped.flatMap((one) => one.countClaims),
    parts: toParts(reading, grouped.flatMap((one) => one.spans)),
    tables: [...reading.tables.flatMap(({ table, carried }) => [...(owned.has(table) ? [] : [withOwner(table, owners.get(table))]), ...(carried === null ? [] : [carried])]), ...grouped.flatMap((one) => one.tables)],
    hasRoundingNote,
    isPartlyRead: reading.document.isPartlyRead,
  };
}

function inGroup(agreement: ReadAgreement, index: number): ReadAgreement {
  const name = agreement.title ?? String(index + 1);
  const inIt = <T extends { readonly group: readonly string[] }>(member: T): T => ({ ...member, group: [name, ...member.group] });
  return { ...agreement, initiatives: agreement.initiatives.map(inIt), totals: agreement.totals.map(inIt) };
}

/** The kind of most of the initiatives; a document without any is a report, unless it prints tables. */
function layoutOf(initiatives: readonly JoinedInitiative[], reading: Reading): LayoutName {
  if (initiatives.length === 0) return reading.tables.length === 0 ? 'report' : 'unknown';
  const counts = new Map<LayoutName, number>();
  for (const { part } of initiatives) {
    const layout = LAYOUT_OF[part] ?? 'unknown';
    counts.set(layout, (counts.get(layout) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';
}

/** The one value that all share, null when there is none or more than one. */
function sharedValue<T extends string>(values: readonly (T | null)[]): T | null {
  const known = new Set(values.filter((value) => value !== null));
  if (known.size !== 1) return null;
  return [...known][0] ?? null;
}

function withOwner(table: BudgetTable, initiative: string | undefined): BudgetTable {
  return initiative === undefined ? table : { ...table, initiative };
}

function hiddenText(document: DocumentText): Unread[] {
  return (document.hiddenText ?? []).map(({ page, text }) => ({ text, reason: 'hidden-text', position: { page, line: 1, box: null } }));
}

function unreadablePages(document: DocumentText): Unread[] {
  return document.unreadablePages.map((page) => ({ text: '', reason: 'no-text-on-page', position: { page, line: 1, box: null } }));
}
