import { type PrintedTotal, type StatedAmount, type UnmatchedSection } from '../../../budget/agreement';
import { totalCell } from '../../../budget/cells';
import { leadOf } from '../../prose/lead-amounts';
import { normalizeTitle } from '../../titles/title-match';
import { type Claims, type Entry, NO_CLAIMS } from '../claims';
import { type PartSpan } from '../part-spans';
import { mentionsOf, proseLines, type Reading, type Span } from '../reading';
import { matchSections } from './match-sections';
import { namesEarlierFrame, type OverviewTitle, type ProseSection, readSection, readStated, withGrant } from './prose-section';
import { sectionStarts } from './section-starts';

/** What an overview knows of the sections about its initiatives: their rows, and the printed totals with the names of groups. */
export interface SectionIndex {
  readonly rows: readonly Entry[];
  readonly totals: readonly PrintedTotal[];
}

/** The claims of a text with sections about an overview's initiatives. */
export interface SectionClaims extends Claims {
  /** The overview's rows in their order, each with what its section states. */
  readonly entries: readonly Entry[];
  readonly spans: readonly PartSpan[];
  /** The titles whose sections name a frame from an earlier agreement. */
  readonly framed: ReadonlySet<string>;
}

/** The prose sections in some stretches of text about the initiatives of an overview; what stands before the first heading of a stretch is its preface. */
export function readSections(reading: Reading, stretches: readonly Span[], { rows, totals }: SectionIndex): SectionClaims {
  const titles = rows.map((row): OverviewTitle => ({ title: row.title ?? '', total: totalOf(row) }));
  const groupNames = new Set([...rows.flatMap((row) => row.group), ...totals.map((total) => total.label)].map(normalizeTitle));
  const read = stretches.map((stretch) => readStretch(reading, stretch, groupNames, titles));
  const split = read.flatMap((one) => one.sections);
  const matched = matchSections(split, titles);
  const sections = split.map((section, index) => withGrant(section, titles[matched[index] ?? -1]?.total ?? null));
  const stated = sections.map(readStated);
  return {
    ...NO_CLAIMS,
    entries: rows.map((row, index) => withSection(row, sections[matched.indexOf(index)], stated[matched.indexOf(index)] ?? [])),
    unmatchedSections: sections.flatMap((section, index): UnmatchedSection[] => (matched[index] === -1 ? [{ title: section.title, stated: stated[index] ?? [] }] : [])),
    mentions: read.flatMap((one) => [...one.preface.mentions, ...one.sections.flatMap((section) => section.found.mentions)]),
    unread: read.flatMap((one) => [...one.preface.unread, ...one.sections.flatMap((section) => section.found.unread)]),
    spans: read.flatMap((one) => one.spans),
    framed: new Set(sections.flatMap((section, index) => (namesEarlierFrame(section) ? (titles[matched[index] ?? -1]?.title ?? []) : []))),
  };
}

function readStretch(reading: Reading, stretch: Span, groupNames: ReadonlySet<string>, titles: readonly OverviewTitle[]) {
  const starts = sectionStarts(reading, stretch, groupNames, titles);
  const ends = starts.map((_, index) => starts[index + 1]?.boundary ?? stretch.to);
  return {
    preface: mentionsOf(reading, proseLines(reading, { from: stretch.from, to: starts[0]?.boundary ?? stretch.to })),
    sections: starts.map((start, index) => readSection(reading, { from: start.title, to: start.titleEnd }, { from: start.titleEnd, to: ends[index] ?? stretch.to })),
    spans: starts.map((start, index): PartSpan => ({ kind: 'prose-section', from: start.boundary, to: ends[index] ?? stretch.to })),
  };
}

function totalOf({ columns, total }: Entry): OverviewTitle['total'] {
  const cell = total === null ? undefined : totalCell(columns, total);
  return cell?.kind === 'amount' ? cell.amount : null;
}

function withSection(row: Entry, section: ProseSection | undefined, stated: readonly StatedAmount[]): Entry {
  if (section === undefined) return row;
  const leads = stated.filter((amount) => amount.role === 'lead');
  return { ...row, stated, lead: { ...leadOf(leads), position: leads[0]?.position ?? section.title.position }, section: section.title };
}
