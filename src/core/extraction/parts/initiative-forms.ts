import { type Initiative, type Pool, type StatedAmount, type Unread } from '../../budget/agreement';
import { type BudgetTable, type Row } from '../../budget/table';
import { type ReadTable } from '../tables/budget-table';
import { type TextLine } from '../lines/document-text';
import { splitFigures } from '../lines/figures';
import { joinAll, startsSmall } from '../lines/join-lines';
import { type MentionInContext } from '../prose/mentions';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../assembly/reading';
import { positionOf } from '../lines/running-text';
import { readRoundYears, readSupportPeriod } from './pool-criteria';
import { ADMINISTRATION_SHARE, EARLIER_FRAME, FORM_ECONOMY_FIELD, FORM_FIELD, FORM_GROUP, FORM_GROUP_NAMES, FORM_POOL_FIELD, FORM_SECTION, FORM_TITLE, GRANT_VERB, POOL_PURPOSE } from '../vocabulary';

const MAX_TITLE_LINES = 6;
/** A heading over several forms takes at most so many lines, each at most so long. */
const MAX_SECTION_LINES = 2;
const MAX_SECTION_LENGTH = 80;

/** Where a form stands: its title line, its first field, its economy field (or its end), as indexes into the body lines. */
interface FormPlace {
  readonly start: number;
  readonly fields: number;
  readonly group: readonly string[];
}

/** How many forms a document has; titles without numbered fields make none. */
export function countForms(lines: readonly TextLine[]): number {
  const fields = lines.filter((line) => FORM_FIELD.test(line.text.trim())).length;
  const titles = lines.filter((line) => FORM_TITLE.test(line.text.trim())).length;
  return fields >= titles ? titles : 0;
}

/** Numbered forms: "Initiativ 1: …", numbered fields, an economy field in prose and a table of one row. */
export function readInitiativeForms(reading: Reading): LayoutResult {
  const forms = findForms(reading);
  const initiatives: Initiative[] = [];
  const pools: Pool[] = [];
  const mentions: MentionInContext[] = [];
  const unread: Unread[] = [];
  const ownedTables = new Set<BudgetTable>();
  const take = (found: { mentions: readonly MentionInContext[]; unread: readonly Unread[] }) => {
    mentions.push(...found.mentions);
    unread.push(...found.unread);
  };
  take(mentionsOf(reading, proseLines(reading, 0, forms[0]?.start ?? reading.lines.length)));
  forms.forEach((form, index) => {
    const end = forms[index + 1]?.start ?? reading.lines.length;
    const table = reading.tables.find((candidate) => candidate.firstLine >= form.start && candidate.firstLine < end) ?? null;
    if (table !== null) ownedTables.add(table.table);
    const economy = findEconomy(reading, form, end);
    const before = mentionsOf(reading, proseLines(reading, form.fields, economy));
    const economyLines = withoutFieldName(proseLines(reading, economy, end));
    const stated = mentionsOf(reading, economyLines);
    take(before);
    take(stated);
    const amounts = [...before.mentions.map((found): StatedAmount => ({ ...found.mention, role: 'other' })), ...readEconomy(stated.mentions)];
    const initiative = toInitiative(reading, form, table, amounts, `i${index + 1}`);
    initiatives.push(initiative);
    const criteria = findCriteria(reading, form, end);
    if (criteria !== null) pools.push(...toPools(initiative, criteria));
  });
  return { title: null, initiatives, totals: [], pools, unmatchedSections: [], countClaims: [], mentions, unread, ownedTables, otherTables: [] };
}

function findForms(reading: Reading): FormPlace[] {
  const forms: FormPlace[] = [];
  let group: readonly string[] = [];
  let lastHeading = 0;
  reading.lines.forEach((line, index) => {
    const text = line.text.trim();
    const next = reading.lines[index + 1];
    const wrapped = next !== undefined && next.blankLinesBefore === 0 ? `${text} ${next.text.trim()}` : text;
    const heading = FORM_GROUP.exec(text) ?? FORM_GROUP.exec(wrapped);
    if (heading !== null) {
      group = [groupName(heading[1] ?? '')];
      lastHeading = index;
    }
    const title = FORM_TITLE.exec(text);
    if (title === null) return;
    const last = forms[forms.length - 1];
    if (title[1] === '1' && lastHeading < (last?.start ?? 0)) group = sectionHeading(reading.lines, index, last?.start ?? 0);
    forms.push({ start: index, fields: findFields(reading, index), group });
  });
  return forms;
}

/** The heading above a form with which the numbers start again, in words that name no area: the lines between the empty ones; none where they are text or figures. */
function sectionHeading(lines: readonly TextLine[], form: number, floor: number): readonly string[] {
  let start = form - 1;
  if ((lines[form]?.blankLinesBefore ?? 0) === 0) return [];
  while (start > floor && form - start < MAX_SECTION_LINES && lines[start]?.blankLinesBefore === 0) start -= 1;
  const block = lines.slice(start, form);
  const isHeading = start > floor && block.every(({ text, cells }) => cells === null && text.length <= MAX_SECTION_LENGTH && !/[.;:,]$/.test(text.trim()) && splitFigures(text).figures.length === 0);
  const heading = joinAll(block.map((line) => line.text));
  return isHeading && !startsSmall(heading) && heading !== '' ? [FORM_SECTION.exec(heading)?.[1] ?? heading] : [];
}

/** Where a form's fields start; the end of the title's own block where they are too far to belong to it. */
function findFields(reading: Reading, title: number): number {
  for (let index = title + 1; index <= title + MAX_TITLE_LINES && index < reading.lines.length; index += 1) {
    if (FORM_FIELD.test(reading.lines[index]?.text.trim() ?? '')) return index;
  }
  let end = title + 1;
  while (end < reading.lines.length && end - title < MAX_TITLE_LINES && reading.lines[end]?.blankLinesBefore === 0) end += 1;
  return end;
}

function groupName(text: string): string {
  const name = text.replace(/-$/, '').trim();
  return FORM_GROUP_NAMES.get(name.toLowerCase()) ?? name;
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

function toInitiative(reading: Reading, form: FormPlace, table: ReadTable | null, stated: readonly StatedAmount[], id: string): Initiative {
  const lines = reading.lines.slice(form.start, form.fields);
  const first = lines[0];
  if (first === undefined) throw new Error('A form without a title line');
  const match = FORM_TITLE.exec(joinAll(lines.map((line) => line.text), reading.evidence));
  const title = (match?.[2] ?? '').trim();
  const rows = table?.table.rows ?? [];
  const total = rows.find((row) => row.kind === 'total') ?? (rows.length === 1 ? (rows[0] ?? null) : null);
  return {
    id,
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

function toPools(initiative: Initiative, criteria: string): Pool[] {
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
