import { type Agreement, type Initiative } from '../budget/agreement';
import { cellAmount, totalCell, yearCell } from '../budget/cells';
import { type Column, type Row } from '../budget/table';
import { type Amount, sumAmounts } from '../money/amount';
import { type Unit } from '../money/unit';
import { matchName, matchNormalized, normalizeName, type NameMatch } from './name-matching';

/** The agreements at hand, in the order in which they came, with their entries ready for look-up. */
export interface Catalogue {
  readonly agreements: readonly Agreement[];
  /** Those that the workbook itself holds; the rest come from catalogues. */
  readonly own: readonly Agreement[];
  readonly entries: readonly CatalogueEntry[];
}

/** Something that a name finds: an initiative, a component of one, or a group of initiatives. */
export interface CatalogueEntry {
  readonly kind: 'initiative' | 'component' | 'group';
  readonly agreement: Agreement;
  readonly title: string;
  readonly normalizedTitle: string;
  readonly unit: Unit | null;
  /** The rows that the entry consists of, each with the columns that head it: one, or a group's initiatives. */
  readonly rows: readonly { readonly columns: readonly Column[]; readonly row: Row }[];
}

/** What a look-up gives: one thing, or the names that it could have meant. Shape: `several` when more than one fits equally well. */
export type Lookup<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'several'; readonly candidates: readonly T[] }
  | { readonly kind: 'none'; readonly candidates: readonly T[] };

/** A catalogue of agreements, of which the workbook holds `own`; of the same document read twice, the last one counts. */
export function catalogueOf(agreements: readonly Agreement[], own: readonly Agreement[] = []): Catalogue {
  const byDocument = new Map<string, Agreement>();
  for (const agreement of agreements) byDocument.set(agreement.document.sha256, agreement);
  const distinct = [...byDocument.values()];
  return { agreements: distinct, own, entries: distinct.flatMap((agreement) => [...initiativeEntries(agreement), ...groupEntries(agreement), ...componentEntries(agreement)]) };
}

/** What an agreement is called in a sentence: its title, or its file name. */
export function agreementLabel(agreement: Agreement): string {
  return agreement.title ?? agreement.document.name;
}

/**
 * The agreement of a name: title, file name, period ("2026-2029") or a year that opens its period; exact first, else the only partial match.
 * Shape: letters beside a period are tried too, so that "SSA 2022-2025" finds the agreement of 2022-2025.
 */
export function findAgreement(catalogue: Catalogue, name: string): Lookup<Agreement> {
  const found = best(catalogue.agreements, (agreement) => closest(agreementNames(agreement).map((candidate) => matchName(name, candidate))));
  if (found.kind !== 'none') return found;
  const period = /((?:19|20)\d\d)\s*[-–]\s*((?:19|20)?\d\d)/.exec(name);
  if (period === null) return { kind: 'none', candidates: catalogue.agreements };
  const [, from = '', to = ''] = period;
  const wanted = `${from}-${to.length === 2 ? from.slice(0, 2) : ''}${to}`;
  const byPeriod = best(catalogue.agreements, (agreement) => closest(agreementPeriods(agreement).map((candidate) => matchName(wanted, candidate))));
  return byPeriod.kind === 'none' ? { kind: 'none', candidates: catalogue.agreements } : byPeriod;
}

/**
 * In which order one agreement is asked for a name: a part of an initiative's title comes before the label of a component.
 * Shape: an agreement that knows the name by a label only is heard when none knows it by a title.
 */
const LOOKUP_ORDERS: readonly (readonly (readonly [CatalogueEntry['kind'], 'exact' | 'partial'])[])[] = [
  [
    ['initiative', 'exact'],
    ['group', 'exact'],
    ['initiative', 'partial'],
    ['group', 'partial'],
  ],
  [
    ['component', 'exact'],
    ['component', 'partial'],
  ],
];

/** What was looked up in a catalogue before: a workbook asks the same few names in thousands of cells. */
const answered = new WeakMap<Catalogue, Map<string, Lookup<CatalogueEntry>>>();

/**
 * The entry of a name in one agreement or in all: an initiative or a group by its exact name, else by a part of it, else a component.
 * Shape: `several` when more than one agreement knows the name, however exactly each does; `none` carries the nearest names as candidates.
 */
export function findEntry(catalogue: Catalogue, name: string, agreement: Agreement | null = null): Lookup<CatalogueEntry> {
  const known = answered.get(catalogue) ?? new Map<string, Lookup<CatalogueEntry>>();
  answered.set(catalogue, known);
  const question = `${agreement?.document.sha256 ?? ''} ${name}`;
  const answer = known.get(question) ?? searchEntry(catalogue, name, agreement);
  known.set(question, answer);
  return answer;
}

function searchEntry(catalogue: Catalogue, name: string, agreement: Agreement | null): Lookup<CatalogueEntry> {
  const wanted = normalizeName(name);
  const entries = agreement === null ? catalogue.entries : catalogue.entries.filter((entry) => entry.agreement === agreement);
  const matched = entries.map((entry) => ({ entry, match: matchNormalized(wanted, entry.normalizedTitle) })).filter(({ match }) => match !== 'none');
  const knowing = new Set(matched.map(({ entry }) => entry.agreement));
  for (const order of LOOKUP_ORDERS) {
    const fitting = [...knowing].flatMap((one) => {
      const known = matched.filter(({ entry }) => entry.agreement === one);
      const best = order.find(([kind, match]) => known.some((candidate) => candidate.entry.kind === kind && candidate.match === match));
      return known.filter((candidate) => candidate.entry.kind === best?.[0] && candidate.match === best[1]).map(({ entry }) => entry);
    });
    const [first] = fitting;
    if (first !== undefined) return fitting.length === 1 ? { kind: 'found', value: first } : { kind: 'several', candidates: fitting };
  }
  return { kind: 'none', candidates: nearest(wanted, entries.filter((entry) => entry.kind !== 'component')) };
}

/** The initiatives of an agreement, or of its group with a name (a ministry, a theme); null when it has no such group. */
export function initiativesOf(agreement: Agreement, group: string | null): readonly Initiative[] | null {
  if (group === null) return agreement.initiatives;
  for (const wanted of ['exact', 'partial'] as const) {
    const members = agreement.initiatives.filter((initiative) => initiative.group.some((part) => matchName(group, part) === wanted));
    if (members.length > 0) return members;
  }
  return null;
}

/** The names of an agreement's groups, outermost first, each once. */
export function groupNames(agreement: Agreement): string[] {
  return [...new Set(agreement.initiatives.flatMap((initiative) => initiative.group))];
}

/** Why an entry has no amount: no such year in its table, or a cell that is empty or could not be read. */
export type AmountAnswer =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'no-such-year'; readonly years: readonly number[] }
  | { readonly kind: 'unread' }
  | { readonly kind: 'no-unit' };

/**
 * The money of an entry in a year, or in all when `year` is null: the printed total, else the exact sum of its years.
 * Units: the entry's own. A dash is zero; an empty or unreadable cell makes the answer `unread`, never zero.
 */
export function amountOfEntry(entry: CatalogueEntry, year: number | null): AmountAnswer {
  const { unit } = entry;
  if (unit === null) return { kind: 'no-unit' };
  const years = [...new Set(entry.rows.flatMap(({ columns }) => yearsOf(columns)))].sort((a, b) => a - b);
  if (year !== null && !years.includes(year)) return { kind: 'no-such-year', years };
  const amounts = entry.rows.map(({ columns, row }) => (year === null ? rowTotal(columns, row, unit) : cellAmount(yearCell(columns, row, year), unit)));
  const read = amounts.filter((amount) => amount !== null);
  if (read.length === 0 || read.length < amounts.length) return { kind: 'unread' };
  return { kind: 'amount', amount: read.length === 1 && read[0] !== undefined ? read[0] : sumAmounts(read, unit) };
}

/** The total of a row: printed, else the exact sum of its years; null when any of them is missing. Units: `unit`. */
export function rowTotal(columns: readonly Column[], row: Row, unit: Unit): Amount | null {
  const printed = cellAmount(totalCell(columns, row), unit);
  if (printed !== null) return printed;
  const years = yearsOf(columns).map((year) => cellAmount(yearCell(columns, row, year), unit));
  const read = years.filter((amount) => amount !== null);
  return read.length === years.length && read.length > 0 ? sumAmounts(read, unit) : null;
}

function initiativeEntries(agreement: Agreement): CatalogueEntry[] {
  return agreement.initiatives.flatMap((initiative): CatalogueEntry[] => {
    if (initiative.title === null || initiative.total === null) return [];
    return [{ kind: 'initiative', agreement, title: initiative.title, normalizedTitle: normalizeName(initiative.title), unit: initiative.unit, rows: [{ columns: initiative.columns, row: initiative.total }] }];
  });
}

function componentEntries(agreement: Agreement): CatalogueEntry[] {
  return agreement.initiatives.flatMap((initiative) =>
    initiative.components.flatMap((row): CatalogueEntry[] =>
      row.label === null || row.kind === 'heading' ? [] : [{ kind: 'component', agreement, title: row.label, normalizedTitle: normalizeName(row.label), unit: initiative.unit, rows: [{ columns: initiative.columns, row }] }],
    ),
  );
}

function groupEntries(agreement: Agreement): CatalogueEntry[] {
  return groupNames(agreement).map((title): CatalogueEntry => {
    const members = agreement.initiatives.filter((initiative) => initiative.group.includes(title));
    const units = new Set(members.map((initiative) => initiative.unit));
    const rows = members.flatMap((initiative) => (initiative.total === null ? [] : [{ columns: initiative.columns, row: initiative.total }]));
    return { kind: 'group', agreement, title, normalizedTitle: normalizeName(title), unit: units.size === 1 ? ([...units][0] ?? null) : null, rows };
  });
}

function agreementNames(agreement: Agreement): string[] {
  return [agreement.title ?? '', agreement.document.name, agreement.document.name.replace(/\.[^.]*$/, ''), ...agreementPeriods(agreement)];
}

function agreementPeriods(agreement: Agreement): string[] {
  const first = agreement.years[0];
  const last = agreement.years.at(-1);
  return first === undefined || last === undefined ? [] : [first === last ? String(first) : `${first}-${last}`];
}

function closest(matches: readonly NameMatch[]): NameMatch {
  return matches.includes('exact') ? 'exact' : matches.includes('partial') ? 'partial' : 'none';
}

function best<T>(things: readonly T[], match: (thing: T) => NameMatch): Lookup<T> {
  for (const wanted of ['exact', 'partial'] as const) {
    const matches = things.filter((thing) => match(thing) === wanted);
    const [first] = matches;
    if (first !== undefined) return matches.length === 1 ? { kind: 'found', value: first } : { kind: 'several', candidates: matches };
  }
  return { kind: 'none', candidates: [] };
}

const NEAREST_NAMES = 3;

/** The titles that share most letters in a row with a name, the closest first. */
function nearest(normalizedName: string, entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const wanted = letterPairs(normalizedName);
  return entries
    .map((entry) => ({ entry, likeness: likeness(wanted, letterPairs(entry.normalizedTitle)) }))
    .filter(({ likeness: value }) => value > 0.2)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST_NAMES)
    .map(({ entry }) => entry);
}

function letterPairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}

/** Dice's coefficient of two sets of letter pairs: 1 for the same, 0 for nothing in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function yearsOf(columns: readonly Column[]): number[] {
  return columns.flatMap((column) => (column.kind === 'year' ? [column.year] : []));
}
