import { type Agreement, type Initiative } from '../budget/agreement';
import { entriesOf, type CatalogueEntry } from './entries';
import { matchName, normalizeName, type NameMatch } from './name-matching';

/** The agreements at hand, in the order in which they came, with their entries ready for look-up. */
export interface Catalogue {
  readonly agreements: readonly Agreement[];
  /** Those that the workbook itself holds, the first imported first; the rest come from catalogues. */
  readonly own: readonly Agreement[];
  readonly entries: readonly CatalogueEntry[];
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
  return { agreements: distinct, own, entries: distinct.flatMap(entriesOf) };
}

/**
 * The workbook's agreements and those of shared catalogues, each document once, the workbook's before.
 * Shape: what {@link catalogueOf} asks for; an agreement that the workbook has in part stands aside for the whole of a shared catalogue.
 */
export function joinAgreements(workbook: readonly Agreement[], shared: readonly Agreement[]): Pick<Catalogue, 'agreements' | 'own'> {
  const whole = new Set(workbook.flatMap(({ document, inserted }) => (inserted === undefined ? [document.sha256] : [])));
  const isShared = new Set(shared.map(({ document }) => document.sha256));
  const standing = workbook.filter(({ document, inserted }) => inserted === undefined || !isShared.has(document.sha256));
  return { agreements: [...standing, ...shared.filter(({ document }) => !whole.has(document.sha256))], own: workbook };
}

/** What an agreement is called in a sentence: its title, or its file name. */
export function agreementLabel(agreement: Agreement): string {
  return agreement.title ?? agreement.document.name;
}

const current = new WeakMap<Catalogue, readonly Agreement[]>();

/**
 * The agreements that answer when none is named: of several editions of one agreement (the same title and years, or one that took the other's place) the newest,
 * and of those in the workbook before those of a catalogue. The workbook's stand first, the first imported of them first.
 */
export function currentAgreements(catalogue: Catalogue): readonly Agreement[] {
  const known = current.get(catalogue) ?? newestEditions(catalogue);
  current.set(catalogue, known);
  return known;
}

function newestEditions({ agreements, own }: Catalogue): Agreement[] {
  const owned = new Set(own.map(({ document }) => document.sha256));
  const isOwn = (agreement: Agreement): boolean => owned.has(agreement.document.sha256);
  const newest = new Map<string, Agreement>();
  const standing = agreements.filter(({ supersededBy }) => supersededBy === undefined || !owned.has(supersededBy));
  for (const agreement of [...standing.filter(isOwn), ...standing.filter((one) => !isOwn(one))]) {
    const known = newest.get(editionKey(agreement));
    if (known === undefined || !isOwn(known) || isOwn(agreement)) newest.set(editionKey(agreement), agreement);
  }
  return [...newest.values()];
}

/** One text for all editions of an agreement. */
function editionKey(agreement: Agreement): string {
  return `${normalizeName(agreementLabel(agreement))} ${agreement.years.join(' ')}`;
}

/** Whether the workbook itself holds an agreement. */
export function isOwnAgreement({ own }: Catalogue, { document }: Agreement): boolean {
  return own.some((one) => one.document.sha256 === document.sha256);
}

/**
 * The one that is meant among things of several agreements: that of the agreement imported first, so that no later import changes an answer;
 * null where only catalogues know them.
 */
export function firstImported<T>(catalogue: Catalogue, things: readonly T[], agreementOf: (thing: T) => Agreement): Agreement | null {
  const meant = new Set(things.map(agreementOf));
  return currentAgreements(catalogue).find((agreement) => meant.has(agreement) && isOwnAgreement(catalogue, agreement)) ?? null;
}

/**
 * The agreement of a name: title, file name, period ("2026-2029") or a year that opens its period; exact first, else the only partial match.
 * Shape: letters beside a period are tried too, so that "SSA 2022-2025" finds the agreement of 2022-2025. Of several editions the newest is
 * found, an earlier one by its file name; of several agreements the one that the workbook holds, and of those the first imported.
 */
export function findAgreement(catalogue: Catalogue, name: string): Lookup<Agreement> {
  const found = best(catalogue, (agreement) => closest(agreementNames(agreement).map((candidate) => matchName(name, candidate))));
  if (found.kind !== 'none') return found;
  const period = /((?:19|20)\d\d)\s*[-–]\s*((?:19|20)?\d\d)/.exec(name);
  if (period === null) return { kind: 'none', candidates: catalogue.agreements };
  const [, from = '', to = ''] = period;
  const wanted = `${from}-${to.length === 2 ? from.slice(0, 2) : ''}${to}`;
  const byPeriod = best(catalogue, (agreement) => closest(agreementPeriods(agreement).map((candidate) => matchName(wanted, candidate))));
  return byPeriod.kind === 'none' ? { kind: 'none', candidates: catalogue.agreements } : byPeriod;
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

function best(catalogue: Catalogue, match: (agreement: Agreement) => NameMatch): Lookup<Agreement> {
  for (const wanted of ['exact', 'partial'] as const) {
    const matches = catalogue.agreements.filter((agreement) => match(agreement) === wanted);
    if (matches.length > 0) return oneAgreement(catalogue, matches);
  }
  return { kind: 'none', candidates: [] };
}

function oneAgreement(catalogue: Catalogue, matches: readonly Agreement[]): Lookup<Agreement> {
  const newest = matches.filter((agreement) => currentAgreements(catalogue).includes(agreement));
  const meant = newest.length > 0 ? newest : matches;
  const [first] = meant;
  const found = meant.length === 1 ? first : (firstImported(catalogue, meant, (agreement) => agreement) ?? undefined);
  return found === undefined ? { kind: 'several', candidates: meant } : { kind: 'found', value: found };
}
