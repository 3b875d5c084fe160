import { type Agreement } from '../budget/agreement';
import { parseRowId } from '../budget/row-reference';
import { currentAgreements, firstImported, isOwnAgreement, type Catalogue, type Lookup } from './catalogue';
import { entryOfRowId, type CatalogueEntry } from './entries';
import { yearsOfEntry } from './entry-amount';
import { indexNames, placesOfName, type NameIndex } from './name-index';
import { normalizeName } from './name-matching';

/**
 * In which order a name is looked for: a part of an initiative's title comes before the label of a component.
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

/** What is kept of a catalogue: its names, and what was looked up before, because a workbook asks the same names in thousands of cells. */
interface Prepared {
  readonly names: NameIndex;
  /** By the agreement that was named, the name, and the year. */
  readonly answered: Map<Agreement | null, Map<string, Map<number | null, Lookup<CatalogueEntry>>>>;
}

const prepared = new WeakMap<Catalogue, Prepared>();

interface Fit {
  readonly entry: CatalogueEntry;
  readonly match: 'exact' | 'partial';
}

/**
 * The entry of a name or a row id ("I5") in one agreement or in all: an initiative or a group by its exact name, else by a part of it, else a component.
 * Shape: of agreements that know the name, the workbook's that know it exactly come first, then those that have the year, then the one imported first,
 * so that no later import changes an answer. `several` when one agreement knows it more than once, or only catalogues know it; `none` carries the
 * nearest names as candidates. A row id says nothing without its agreement: it is found when one agreement is meant.
 */
export function findEntry(catalogue: Catalogue, name: string, agreement: Agreement | null = null, year: number | null = null): Lookup<CatalogueEntry> {
  const { names, answered } = prepare(catalogue);
  const byName = kept(answered, agreement, () => new Map<string, Map<number | null, Lookup<CatalogueEntry>>>());
  const byYear = kept(byName, name, () => new Map<number | null, Lookup<CatalogueEntry>>());
  return kept(byYear, year, () => findByRowId(catalogue, name, agreement) ?? findByName(catalogue, names, name, agreement, year));
}

function prepare(catalogue: Catalogue): Prepared {
  const known = prepared.get(catalogue) ?? { names: indexNames(catalogue.entries.map((entry) => entry.normalizedTitle)), answered: new Map() };
  prepared.set(catalogue, known);
  return known;
}

/** The value of a key, made where there is none yet. */
function kept<K, V>(values: Map<K, V>, key: K, make: () => V): V {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}

/** What a row id names; null when the text is no row id of an agreement that may be meant. */
function findByRowId(catalogue: Catalogue, name: string, agreement: Agreement | null): Lookup<CatalogueEntry> | null {
  const rowId = name.trim().toUpperCase();
  if (parseRowId(rowId) === null) return null;
  const within = agreement === null ? agreementsMeant(catalogue) : [agreement];
  const found = within.flatMap((one) => entryOfRowId(one, rowId) ?? []);
  const [first] = found;
  if (first === undefined) return null;
  return found.length === 1 ? { kind: 'found', value: first } : { kind: 'several', candidates: found };
}

/** The agreements of which one is meant when none is named: the workbook's whole ones, else those that it has in part, or those of catalogues where it holds none. */
export function agreementsMeant(catalogue: Catalogue): readonly Agreement[] {
  const all = currentAgreements(catalogue);
  const own = all.filter((agreement) => isOwnAgreement(catalogue, agreement));
  const inPart = new Set(catalogue.own.flatMap(({ document, inserted }) => (inserted === undefined ? [] : [document.sha256])));
  const whole = own.filter(({ document }) => !inPart.has(document.sha256));
  return [whole, own, all].find(({ length }) => length > 0) ?? [];
}

function findByName(catalogue: Catalogue, names: NameIndex, name: string, agreement: Agreement | null, year: number | null): Lookup<CatalogueEntry> {
  const wanted = normalizeName(name);
  const within = new Set(agreement === null ? currentAgreements(catalogue) : [agreement]);
  const exact = exactFits(catalogue, names, wanted, within).filter(({ entry }) => agreement !== null || isOwnAgreement(catalogue, entry.agreement));
  if (exact.length > 0) return chooseAgreement(catalogue, bestPerAgreement(exact, LOOKUP_ORDERS[0] ?? []), year);
  const isBareDigit = /^\d$/.test(wanted);
  const fits = placesOfName(names, wanted).flatMap(({ place, match }): Fit[] => {
    const entry = catalogue.entries[place];
    return entry === undefined || !within.has(entry.agreement) || (isBareDigit && match === 'partial') ? [] : [{ entry, match }];
  });
  for (const order of LOOKUP_ORDERS) {
    const byAgreement = bestPerAgreement(fits, order);
    if (byAgreement.size > 0) return chooseAgreement(catalogue, byAgreement, year);
  }
  return { kind: 'none', candidates: isBareDigit ? [] : nearest(wanted, catalogue.entries.filter((entry) => entry.kind !== 'component' && within.has(entry.agreement))) };
}

/** The initiatives and groups of exactly that name; no longer name matters where the agreement or the workbook has one. */
function exactFits(catalogue: Catalogue, names: NameIndex, wanted: string, within: ReadonlySet<Agreement>): Fit[] {
  return (names.exact.get(wanted) ?? []).flatMap((place): Fit[] => {
    const entry = wanted === '' ? undefined : catalogue.entries[place];
    return entry === undefined || entry.kind === 'component' || !within.has(entry.agreement) ? [] : [{ entry, match: 'exact' }];
  });
}

function bestPerAgreement(fits: readonly Fit[], order: (typeof LOOKUP_ORDERS)[number]): Map<Agreement, Fit[]> {
  const all = new Map<Agreement, Fit[]>();
  for (const fit of fits) kept(all, fit.entry.agreement, (): Fit[] => []).push(fit);
  const best = new Map<Agreement, Fit[]>();
  for (const [agreement, known] of all) {
    const rank = order.find(([kind, match]) => known.some((fit) => fit.entry.kind === kind && fit.match === match));
    if (rank !== undefined) best.set(agreement, known.filter((fit) => fit.entry.kind === rank[0] && fit.match === rank[1]));
  }
  return best;
}

/** The fits of the one agreement that is meant; of all of them where only catalogues know the name. */
function chooseAgreement(catalogue: Catalogue, fits: ReadonlyMap<Agreement, readonly Fit[]>, year: number | null): Lookup<CatalogueEntry> {
  const known = narrow([...fits.values()].flat(), ({ entry }) => year === null || yearsOfEntry(entry).includes(year));
  const owned = narrow(known.filter(({ entry }) => isOwnAgreement(catalogue, entry.agreement)), ({ match }) => match === 'exact');
  const first = firstImported(catalogue, owned, ({ entry }) => entry.agreement);
  const candidates = (first === null ? known : (fits.get(first) ?? [])).map(({ entry }) => entry);
  const [only] = candidates;
  return only !== undefined && candidates.length === 1 ? { kind: 'found', value: only } : { kind: 'several', candidates };
}

/** Those that pass, or all where none does. */
function narrow<T>(things: readonly T[], passes: (thing: T) => boolean): readonly T[] {
  const passing = things.filter(passes);
  return passing.length > 0 ? passing : things;
}

const NEAREST_NAMES = 3;

const pairsOfTitles = new WeakMap<CatalogueEntry, ReadonlySet<string>>();

/** The titles that share most letters in a row with a name, the closest first. */
function nearest(normalizedName: string, entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const wanted = letterPairs(normalizedName);
  return entries
    .map((entry) => ({ entry, likeness: likeness(wanted, pairsOf(entry)) }))
    .filter(({ likeness: value }) => value > 0.2)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST_NAMES)
    .map(({ entry }) => entry);
}

function pairsOf(entry: CatalogueEntry): ReadonlySet<string> {
  const known = pairsOfTitles.get(entry) ?? letterPairs(entry.normalizedTitle);
  pairsOfTitles.set(entry, known);
  return known;
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
