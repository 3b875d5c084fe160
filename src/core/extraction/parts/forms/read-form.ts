import { type Pool, type StatedAmount } from '../../../budget/agreement';
import { type Row } from '../../../budget/table';
import { type TextLine } from '../../lines/document-text';
import { joinAll } from '../../lines/join-lines';
import { positionOf } from '../../lines/running-text';
import { type MentionInContext } from '../../prose/mentions';
import { type ReadTable } from '../../tables/rows/budget-table';
import { ADMINISTRATION_SHARE, EARLIER_FRAME, FORM_ECONOMY_FIELD, FORM_POOL_FIELD, FORM_TITLE, GRANT_VERB, POOL_PURPOSE } from '../../vocabulary';
import { type Claims, type Entry, NO_CLAIMS } from '../claims';
import { readRoundYears, readSupportPeriod } from '../pools/pool-criteria';
import { mentionsOf, proseLines, type Reading, tablesIn } from '../reading';
import { type FormPlace } from './find-forms';

/** A numbered form: "Initiativ 1: …", numbered fields, an economy field in prose and a table of one row. */
export function readForm(reading: Reading, form: FormPlace, end: number): Claims {
  const [table = null] = tablesIn(reading, { from: form.start, to: end });
  const economy = findEconomy(reading, form, end);
  const before = mentionsOf(reading, proseLines(reading, { from: form.fields, to: economy }));
  const spent = mentionsOf(reading, withoutFieldName(proseLines(reading, { from: economy, to: end })));
  const stated = [...before.mentions.map((found): StatedAmount => ({ ...found.mention, role: 'other' })), ...readEconomy(spent.mentions)];
  const entry = toEntry(reading, form, table, stated);
  const criteria = findCriteria(reading, form, end);
  return {
    ...NO_CLAIMS,
    entries: [entry],
    pools: criteria === null ? [] : toPools(entry, criteria),
    mentions: [...before.mentions, ...spent.mentions],
    unread: [...before.unread, ...spent.unread],
    ownedTables: table === null ? [] : [table.table],
  };
}

function findEconomy(reading: Reading, form: FormPlace, end: number): number {
  for (let index = form.fields; index < end; index += 1) if (FORM_ECONOMY_FIELD.test(reading.lines[index]?.text.trim() ?? '')) return index;
  return end;
}

/** The first line of a field holds its name and the first words of its content. */
function withoutFieldName(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line, index) => {
    if (index > 0) return [line];
    const text = line.text.trim().replace(FORM_ECONOMY_FIELD, '');
    return text === '' ? [] : [{ ...line, text }];
  });
}

/** The economy field: its first grant is the total, what follows is what the total is spent on. */
function readEconomy(found: readonly MentionInContext[]): StatedAmount[] {
  let hasTotal = false;
  return found.map((item): StatedAmount => {
    if (!hasTotal && GRANT_VERB.test(item.sentence)) {
      hasTotal = true;
      return { ...item.mention, role: 'economy' };
    }
    return { ...item.mention, role: POOL_PURPOSE.test(item.mention.purpose ?? '') ? 'pool' : 'breakdown' };
  });
}

function toEntry(reading: Reading, form: FormPlace, table: ReadTable | null, stated: readonly StatedAmount[]): Entry {
  const lines = reading.lines.slice(form.start, form.fields);
  const first = lines[0];
  if (first === undefined) throw new Error('A form without a title line');
  const match = FORM_TITLE.exec(joinAll(lines.map((line) => line.text), reading.evidence));
  const title = (match?.[2] ?? '').trim();
  const rows = table?.table.rows ?? [];
  const total = rows.find((row) => row.kind === 'total') ?? (rows.length === 1 ? (rows[0] ?? null) : null);
  return {
    part: 'initiative-form',
    number: match?.[1] ?? null,
    title: title === '' ? null : title,
    titleDamaged: title === '',
    group: form.group,
    unit: table?.table.unit ?? null,
    priceLevel: table?.table.priceLevel ?? null,
    caption: table?.table.caption ?? null,
    columns: table?.table.columns ?? [],
    total,
    components: rows.filter((row): row is Row => row !== total && row.kind !== 'heading' && row.kind !== 'total'),
    stated,
    lead: null,
    section: null,
    recommendation: null,
    sectionRecommendation: null,
    notes: [],
    sources: [],
    position: positionOf(first),
  };
}

/** The text of the field of a pool's criteria, up to the next field; null without one. */
function findCriteria(reading: Reading, form: FormPlace, end: number): string | null {
  const start = reading.lines.slice(form.fields, end).findIndex((line) => FORM_POOL_FIELD.test(line.text.trim()));
  if (start < 0) return null;
  const lines = reading.lines.slice(form.fields + start, end);
  const next = lines.findIndex((line, index) => index > 0 && (FORM_ECONOMY_FIELD.test(line.text.trim()) || isNextField(lines[0], line)));
  return joinAll(lines.slice(0, next < 0 ? lines.length : next).map((line) => line.text), reading.evidence);
}

/** Whether a line starts the field behind another's; lists inside a field are numbered from one. */
function isNextField(field: TextLine | undefined, line: TextLine): boolean {
  const [first, second] = [field, line].map((part) => Number(/^(\d{1,2})\)\s/.exec(part?.text.trim() ?? '')?.[1] ?? NaN));
  return first !== undefined && second === first + 1;
}

function toPools(initiative: Entry, criteria: string): Pool[] {
  const share = ADMINISTRATION_SHARE.exec(criteria);
  const support = readSupportPeriod(criteria);
  return initiative.stated
    .filter((stated) => stated.role === 'pool')
    .map((stated) => ({
      title: initiative.title ?? stated.purpose ?? '',
      initiative: initiative.title,
      amounts: [],
      total: stated.amount,
      administrationPercent: share === null ? null : Number((share[1] ?? '').replace(',', '.')),
      roundYears: readRoundYears(criteria),
      supportFrom: support?.from ?? null,
      supportTo: support?.to ?? null,
      hasEarlierFrame: EARLIER_FRAME.test(criteria),
      position: stated.position,
    }));
}
