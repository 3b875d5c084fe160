import { createHash } from 'node:crypto';
import { type Agreement, type CountClaim, type Initiative, type LayoutName, type Mention, type PartKind, type Pool, type PrintedTotal, type StatedAmount, type StatedRole, type UnmatchedSection, type Unread } from '../../src/core/budget/agreement';
import { type Position } from '../../src/core/budget/position';
import { type BudgetTable, type Cell, type Column, type Row, type RowKind } from '../../src/core/budget/table';
import { type Amount, amountOf } from '../../src/core/money/amount';
import { readNumber } from '../../src/core/money/danish-number';
import { type Unit } from '../../src/core/money/unit';

/**
 * Agreements from readable text, for tests and for the conformance suite. docs/conformance-format.md describes the text.
 * Each line is a fact; its number is the position of what it states. The text's hash is the document's, so that another text is another document.
 */
export function buildAgreement(text: string): Agreement {
  return new AgreementText(text, 1).read();
}

/** Agreements written one after the other, parted by lines "%% other"; the first is the one under test. */
export function buildAgreements(text: string): { agreement: Agreement; others: Agreement[] } {
  const parts: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '%% other') parts.push([]);
    else parts[parts.length - 1]?.push(line);
  }
  const [agreement, ...others] = parts.map((part) => buildAgreement(part.join('\n')));
  if (agreement === undefined) throw new Error('No agreement');
  return { agreement, others };
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

const UNIT_WORDS: readonly (readonly [RegExp, Unit])[] = [
  [/\s*mia\.(?: kr\.)?$/, 'mia. kr.'],
  [/\s*mio\.(?: kr\.)?$/, 'mio. kr.'],
  [/\s*1\.000 kr\.$/, '1.000 kr.'],
  [/\s*kr\.$/, 'kr.'],
];

const ROLES: ReadonlySet<string> = new Set(['economy', 'breakdown', 'background', 'other', 'pooled']);

/** What the initiatives of a layout are printed on. */
const PART_OF: Readonly<Record<LayoutName, PartKind>> = {
  'initiative-sheets': 'initiative-sheet',
  'initiative-forms': 'initiative-form',
  'agreement-with-overview': 'overview',
  'expiring-grants': 'expiring-grants',
  report: 'prose',
  unknown: 'budget-table',
};

/** Reads one agreement line by line. */
class AgreementText {
  private line = 0;
  private unit: Unit | null = 'mio. kr.';
  private priceLevel: string | null = '2026-pl';
  private columns: Column[] = [];
  private initiative: Draft<Initiative> | null = null;
  private table: Draft<BudgetTable> | null = null;
  private isInTotals = false;
  private totalsTable: string | null = null;
  private group: string[] = [];
  private readonly agreement: Draft<Agreement> = {
    document: { name: 'case.txt', sha256: '', layout: 'initiative-sheets', pages: null },
    title: null,
    priceLevel: null,
    unit: null,
    years: [],
    initiatives: [],
    totals: [],
    pools: [],
    mentions: [],
    unread: [],
    unmatchedSections: [],
    countClaims: [],
    parts: [],
    tables: [],
    hasRoundingNote: false,
    isPartlyRead: false,
  };

  constructor(
    private readonly text: string,
    private readonly firstLine: number,
  ) {}

  read(): Agreement {
    this.text.split('\n').forEach((raw, index) => {
      this.line = this.firstLine + index;
      const line = raw.trim();
      if (line !== '' && !line.startsWith('//')) this.readLine(line);
    });
    this.agreement.initiatives = this.agreement.initiatives.map((initiative) => (initiative.places.length > 0 ? initiative : { ...initiative, places: [{ kind: this.usualPart(), position: initiative.position }] }));
    const years = this.agreement.initiatives.flatMap((initiative) => initiative.columns.flatMap((column) => (column.kind === 'year' ? [column.year] : [])));
    this.agreement.years = [...new Set(years)].sort((a, b) => a - b);
    this.agreement.unit = this.unit;
    this.agreement.priceLevel = this.priceLevel;
    this.agreement.document = { ...this.agreement.document, sha256: createHash('sha256').update(this.text.trim()).digest('hex') };
    return this.agreement;
  }

  /** What initiatives are printed on where the text does not say: rows of an overview where there are sections or totals, else what the layout says. */
  private usualPart(): PartKind {
    if (this.agreement.totals.length > 0 || this.agreement.initiatives.some((initiative) => initiative.section !== null)) return 'overview';
    return PART_OF[this.agreement.document.layout];
  }

  private readLine(line: string): void {
    if (line.startsWith('|')) return this.readRow(line);
    const numbered = /^#(\d*)\s*(.*)$/.exec(line);
    if (numbered !== null) return this.startInitiative(numbered[1] ?? '', numbered[2] ?? '');
    const [word = '', rest = ''] = split(line);
    switch (word) {
      case 'name':
        this.agreement.document = { ...this.agreement.document, name: rest };
        return;
      case 'title':
        this.agreement.title = rest;
        return;
      case 'layout':
        this.agreement.document = { ...this.agreement.document, layout: rest as LayoutName };
        return;
      case 'unit':
        this.unit = rest === 'none' ? null : unitNamed(rest);
        return;
      case 'price':
        this.priceLevel = rest === 'none' ? null : rest;
        return;
      case 'rounding-note':
        this.agreement.hasRoundingNote = true;
        return;
      case 'partly-read':
        this.agreement.isPartlyRead = true;
        return;
      case 'group':
        this.group = rest === '' ? [] : rest.split(' / ');
        return;
      case 'totals':
        this.isInTotals = true;
        this.totalsTable = rest === '' ? null : rest;
        this.initiative = null;
        this.table = null;
        return;
      case 'table':
        return this.startTable(rest);
      case 'further':
        return this.startTable(rest, this.agreement.initiatives.at(-1)?.id);
      case 'pool':
        this.agreement.pools = [...this.agreement.pools, this.readPool(rest)];
        return;
      case 'claim': {
        const [count = '', subject = ''] = split(rest);
        this.agreement.countClaims = [...this.agreement.countClaims, { count: Number(count), subject, position: this.position() } satisfies CountClaim];
        return;
      }
      case 'unread': {
        const [reason = '', unreadText = ''] = split(rest);
        this.agreement.unread = [...this.agreement.unread, { reason: reason as Unread['reason'], text: unreadText, position: this.position() }];
        return;
      }
      case 'mention':
        this.agreement.mentions = [...this.agreement.mentions, this.readMention(rest)];
        return;
      case 'stray-section': {
        const [title = '', amount = ''] = rest.split(' = ');
        const stated = amount === '' ? [] : [{ ...this.readMention(amount), role: 'lead' as const }];
        const section: UnmatchedSection = { title: { text: title, position: this.position() }, stated };
        this.agreement.unmatchedSections = [...this.agreement.unmatchedSections, section];
        return;
      }
      default:
        return this.readInitiativeLine(word, rest);
    }
  }

  private readInitiativeLine(word: string, rest: string): void {
    const initiative = this.initiative;
    if (initiative === null) throw new Error(`Line ${this.line}: "${word}" belongs to an initiative`);
    const placed = { text: rest, position: this.position() };
    if (word === 'damaged') initiative.titleDamaged = true;
    else if (word === 'caption') initiative.caption = placed;
    else if (word === 'section') initiative.section = placed;
    else if (word === 'places') initiative.places = rest.split(', ').map((kind) => ({ kind: kind as PartKind, position: this.position() }));
    else if (word === 'recommended') initiative.recommendation = placed;
    else if (word === 'section-recommends') initiative.sectionRecommendation = placed;
    else if (word === 'note') initiative.notes = [...initiative.notes, rest];
    else if (word === 'lead') this.readLead(initiative, rest);
    else if (ROLES.has(word)) this.addStated(initiative, word === 'pooled' ? 'pool' : (word as StatedRole), rest);
    else throw new Error(`Line ${this.line}: unknown word "${word}"`);
  }

  private startInitiative(number: string, title: string): void {
    const id = `i${this.agreement.initiatives.length + 1}`;
    const initiative: Draft<Initiative> = {
      id,
      number: number === '' ? null : number,
      title: title === '' ? null : title,
      titleDamaged: false,
      group: this.group,
      unit: this.unit,
      priceLevel: this.priceLevel,
      caption: null,
      columns: this.columns,
      total: null,
      components: [],
      stated: [],
      lead: null,
      section: null,
      recommendation: null,
      sectionRecommendation: null,
      notes: [],
      sources: [],
      places: [],
      position: this.position(),
    };
    this.initiative = initiative;
    this.table = null;
    this.isInTotals = false;
    this.agreement.initiatives = [...this.agreement.initiatives, initiative];
  }

  private startTable(caption: string, initiative?: string): void {
    const table: Draft<BudgetTable> = {
      caption: caption === '' ? null : { text: caption, position: this.position() },
      unit: this.unit,
      priceLevel: this.priceLevel,
      columns: [],
      rows: [],
      ...(initiative === undefined ? {} : { initiative }),
      position: this.position(),
    };
    this.table = table;
    this.initiative = null;
    this.isInTotals = false;
    this.agreement.tables = [...this.agreement.tables, table];
  }

  private readRow(line: string): void {
    const cells = line.split('|').slice(1, -1).map((cell) => cell.trim());
    const [first = '', ...rest] = cells;
    if (first === 'år' || first === 'year') {
      this.columns = rest.map(readColumn);
      if (this.initiative !== null) this.initiative.columns = this.columns;
      if (this.table !== null) this.table.columns = this.columns;
      return;
    }
    const marked = /^(=|~+|>|:|\^)?\s*(.*?)(?:\s+@\s+(.*))?$/.exec(first);
    const [, mark = '', label = '', groupText] = marked ?? [];
    const row = this.rowOf(kindOf(mark), label, rest, mark.startsWith('~') ? mark.length : 0);
    if (this.isInTotals) {
      const group = groupText === undefined ? [] : groupText.split(' / ');
      const total: PrintedTotal = { label, group, columns: this.columns, row: { ...row, kind: group.length === 0 ? 'total' : 'subtotal' }, ...(this.totalsTable === null || group.length > 0 ? {} : { table: this.totalsTable }) };
      this.agreement.totals = [...this.agreement.totals, total];
    } else if (this.table !== null) this.table.rows = [...this.table.rows, row];
    else if (this.initiative === null) throw new Error(`Line ${this.line}: a row without a table`);
    else if (mark === '^') this.initiative.overview = { unit: this.unit, priceLevel: this.priceLevel, columns: this.columns, row };
    else if (row.kind === 'total') this.initiative.total = row;
    else this.initiative.components = [...this.initiative.components, row];
  }

  private rowOf(kind: RowKind, label: string, cells: readonly string[], level: number): Row {
    const marks = /^(.*?)\s*((?:\*+(?:,\s*)?)+)$/.exec(label);
    return {
      kind,
      number: null,
      label: (marks?.[1] ?? label) === '' ? null : (marks?.[1] ?? label),
      cells: this.columns.map((_column, index) => this.cellOf(cells[index] ?? '')),
      footnotes: marks?.[2] === undefined ? [] : marks[2].split(/,\s*/),
      level,
      position: this.position(),
    };
  }

  private cellOf(text: string): Cell {
    const position = this.position();
    if (text === '') return { kind: 'blank', position };
    if (text.startsWith('"')) return { kind: 'text', text: text.slice(1, -1), position };
    if (text.startsWith('?')) return { kind: 'unreadable', text, position };
    const number = readNumber(unitless(text));
    if (number.kind === 'nil') return { kind: 'nil', text, position };
    if (number.kind === 'malformed') return { kind: 'unreadable', text, position };
    return { kind: 'amount', amount: this.amountFrom(text), text, position };
  }

  private readLead(initiative: Draft<Initiative>, rest: string): void {
    const none = /^none\b\s*(.*)$/.exec(rest);
    const period = none === null ? this.readMention(rest) : readPeriod(none[1] ?? '');
    if (initiative.lead === null) initiative.lead = { hasAmount: none === null, from: period.from, to: period.to, position: this.position() };
    if (none === null) this.addStated(initiative, 'lead', rest);
  }

  private addStated(initiative: Draft<Initiative>, role: StatedRole, rest: string): void {
    const stated: StatedAmount = { ...this.readMention(rest), role };
    initiative.stated = [...initiative.stated, stated];
  }

  /** "ca. 3,2 mio. kr. årligt 2027-2028 (2025-pl) til evaluering" */
  private readMention(text: string): Mention {
    const found = /^(ca\.\s+)?(-?[\d.,]+)((?:\s*(?:mia\.|mio\.|1\.000 kr\.|kr\.)(?: kr\.)?)?)(.*)$/.exec(text);
    if (found === null) throw new Error(`Line ${this.line}: no amount in "${text}"`);
    const [, approximate, number = '', unit = '', rest = ''] = found;
    const level = /\((\d{4}-pl)\)/i.exec(rest);
    const purpose = /\btil\s+(.+)$/.exec(rest);
    const table = /,\s+jf\. tabel (\S+)/.exec(rest);
    return {
      amount: this.amountFrom(number + unit),
      approximate: approximate !== undefined,
      annual: rest.includes('årligt'),
      permanent: /\bvarigt\b/.test(rest),
      ...readPeriod(rest.replace(/\(\d{4}-pl\)/i, '').replace(/\btil\s+.+$/, '')),
      priceLevel: level?.[1] ?? null,
      purpose: purpose?.[1] ?? null,
      ...(table?.[1] === undefined ? {} : { table: table[1] }),
      position: this.position(),
    };
  }

  /** "Titel; af Initiativ; 2024 10,0; total 10,0; administration 3; runde 2024; støtte 2024-2026; tidligere ramme" */
  private readPool(text: string): Pool {
    const [title = '', ...facts] = text.split(';').map((part) => part.trim());
    const pool: Draft<Pool> = {
      title,
      initiative: this.initiative?.title ?? null,
      amounts: [],
      total: null,
      administrationPercent: null,
      roundYears: [],
      supportFrom: null,
      supportTo: null,
      hasEarlierFrame: false,
      position: this.position(),
    };
    for (const fact of facts) {
      const [word = '', rest = ''] = split(fact);
      if (word === 'af') pool.initiative = rest;
      else if (word === 'total') pool.total = this.amountFrom(rest);
      else if (word === 'administration') pool.administrationPercent = Number(rest.replace(',', '.'));
      else if (word === 'runde') pool.roundYears = rest.split(/\s+/).map(Number);
      else if (word === 'støtte') [pool.supportFrom, pool.supportTo] = [readPeriod(rest).from, readPeriod(rest).to];
      else if (fact === 'tidligere ramme') pool.hasEarlierFrame = true;
      else pool.amounts = [...pool.amounts, { year: Number(word), amount: this.amountFrom(rest), position: this.position() }];
    }
    return pool;
  }

  private amountFrom(text: string): Amount {
    const own = UNIT_WORDS.find(([pattern]) => pattern.test(text));
    const number = readNumber(unitless(text));
    if (number.kind !== 'number') throw new Error(`Line ${this.line}: "${text}" is no amount`);
    return amountOf(number.coefficient, number.decimals, own?.[1] ?? this.unit ?? 'kr.');
  }

  private position(): Position {
    return { page: null, line: this.line, box: null };
  }
}

function split(text: string): [string, string] {
  const space = text.indexOf(' ');
  return space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space + 1).trim()];
}

function unitless(text: string): string {
  return UNIT_WORDS.reduce((rest, [pattern]) => rest.replace(pattern, ''), text).trim();
}

function unitNamed(text: string): Unit {
  const found = UNIT_WORDS.find(([pattern]) => pattern.test(` ${text}`));
  if (found === undefined) throw new Error(`Unknown unit "${text}"`);
  return found[1];
}

function readColumn(header: string): Column {
  const year = /^((?:19|20)\d\d)(?:\s+(\S+))?$/.exec(header);
  if (year !== null) return { kind: 'year', year: Number(year[1]), basis: year[2] ?? null, header };
  if (/^i alt$/i.test(header)) return { kind: 'total', header };
  const span = /^((?:19|20)\d\d)-((?:19|20)\d\d)$/.exec(header);
  if (span !== null) return { kind: 'amount', header, years: { from: Number(span[1]), to: Number(span[2]) } };
  const repeated = /^((?:19|20)\d\d)→((?:19|20)\d\d)$/.exec(header);
  if (repeated !== null) return { kind: 'amount', header: repeated[1] ?? '', years: { from: Number(repeated[1]), to: Number(repeated[1]) }, likelyYear: Number(repeated[2]) };
  return header.startsWith('"') ? { kind: 'text', header: header.slice(1, -1) } : { kind: 'amount', header };
}

function readPeriod(text: string): { from: number | null; to: number | null } {
  const found = /\b((?:19|20)\d\d)(?:-((?:19|20)\d\d))?\b/.exec(text);
  if (found === null) return { from: null, to: null };
  return { from: Number(found[1]), to: Number(found[2] ?? found[1]) };
}

function kindOf(mark: string): RowKind {
  if (mark === '=') return 'total';
  if (mark.startsWith('~')) return 'subtotal';
  if (mark === '>') return 'of-which';
  return mark === ':' ? 'heading' : 'component';
}
