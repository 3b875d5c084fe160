import { type StatedAmount, type Unread } from '../../../budget/agreement';
import { cellAmount, totalCell } from '../../../budget/cells';
import { type Row } from '../../../budget/table';
import { type Amount } from '../../../money/amount';
import { type TextLine } from '../../lines/document-text';
import { joinAll } from '../../lines/join-lines';
import { positionOf } from '../../lines/running-text';
import { leadAmounts, leadOf, markSaving } from '../../prose/lead-amounts';
import { type MentionInContext } from '../../prose/mentions';
import { readFirstPeriod } from '../../prose/periods';
import { statedRole } from '../../prose/stated-role';
import { readNotes } from '../../tables/notes';
import { ECONOMY_SENTENCE } from '../../vocabulary';
import { type Claims, type Entry, NO_CLAIMS } from '../claims';
import { mentionsOf, type Reading, tablesIn } from '../reading';
import { type SheetPlace } from './find-sheets';
import { readHeading } from './sheet-heading';
import { readSheetPools } from './sheet-pools';
import { segmentSheet, type SheetSegment } from './sheet-segments';

/** An initiative sheet: heading, lead sentence, background, economy, one table or more. The first table is the initiative's own. */
export function readSheet(reading: Reading, place: SheetPlace, end: number): Claims {
  const [table = null, ...further] = tablesIn(reading, { from: place.start, to: end });
  const segments = segmentSheet(reading, place, end);
  const heading = readHeading(reading, place);
  const rows = table?.table.rows ?? [];
  const total = rows.find((row) => row.kind === 'total') ?? null;
  const columns = table?.table.columns ?? [];
  const printedTotal = total === null ? null : cellAmount(totalCell(columns, total), table?.table.unit ?? null);
  const stated = readStated(reading, segments, printedTotal, place.hasSections);
  const notes = readNotes(segments.filter((segment) => segment.section === 'notes').flatMap((segment) => segment.lines), reading.evidence);
  const leadLine = reading.lines[place.lead];
  const entry: Entry = {
    part: 'initiative-sheet',
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
  return {
    ...NO_CLAIMS,
    entries: [entry],
    pools: readSheetPools(reading, entry, segments),
    mentions: stated.mentions,
    unread: stated.unread,
    ownedTables: table === null ? [] : [table.table],
    furtherTables: further.map((one) => ({ table: one.table, entry })),
  };
}

function readStated(reading: Reading, segments: readonly SheetSegment[], total: Amount | null, hasSections: boolean): { stated: StatedAmount[]; mentions: MentionInContext[]; unread: Unread[] } {
  const stated: StatedAmount[] = [];
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [];
  for (const segment of segments) {
    const found = mentionsOf(reading, segment.lines);
    const leads = segment.section === 'lead' ? leadAmounts(found.mentions) : [];
    for (const mention of found.mentions) {
      const role = leads.includes(mention) ? 'lead' : segment.section === 'lead' ? 'other' : statedRole(mention, hasSections || !ECONOMY_SENTENCE.test(mention.sentence) ? segment.section : 'economy', total);
      const isTotal = role === 'lead' || role === 'economy';
      stated.push({ ...(isTotal ? markSaving(mention.mention, mention.sentence) : mention.mention), role });
      mentions.push(mention);
    }
    for (const one of found.unread) unread.push(one);
  }
  return { stated, mentions, unread };
}

function readLead(reading: Reading, segments: readonly SheetSegment[], stated: readonly StatedAmount[], line: TextLine | undefined): Entry['lead'] {
  const lines = segments.find((segment) => segment.section === 'lead')?.lines ?? [];
  if (line === undefined || lines.length === 0) return null;
  const leads = stated.filter((mention) => mention.role === 'lead');
  const [amount] = leads;
  if (amount !== undefined) return { ...leadOf(leads), position: amount.position };
  const period = readFirstPeriod(joinAll(lines.map((part) => part.text), reading.evidence));
  return { hasAmount: false, from: period?.from ?? null, to: period?.to ?? null, position: positionOf(line) };
}
