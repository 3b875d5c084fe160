import { type Agreement } from '../core/budget/agreement';
import { cellAmount, yearCell } from '../core/budget/cells';
import {
  agreementLabel,
  amountOfEntry,
  findAgreement,
  findEntry,
  groupNames,
  initiativesOf,
  rowTotal,
  type Catalogue,
  type CatalogueEntry,
} from '../core/catalogue/catalogue';
import { amountToNumber, convertAmount } from '../core/money/amount';
import { type Unit } from '../core/money/unit';
import { type LocalizedText } from '../core/reconciliation/rule';

/** What a custom function answers: a value, or a refusal with its reason. `not-found` shows as #N/A, `bad-argument` as #VALUE!. */
export type Answer<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'not-found' | 'bad-argument'; readonly message: LocalizedText };

const MOST_CANDIDATES = 4;
const UNIT_SPELLINGS: readonly (readonly [RegExp, Unit])[] = [
  [/^(kr|dkk|kroner)$/, 'kr.'],
  [/^(1000|1 000|t|tkr|t kr|tusind|1000 kr|1 000 kr|tusind kr|thousand|thousand kr)$/, '1.000 kr.'],
  [/^(mio|mio kr|million|millioner|millioner kr|million kr|m|mkr|mill kr|mill)$/, 'mio. kr.'],
  [/^(mia|mia kr|milliard|milliarder|milliarder kr|billion|billion kr)$/, 'mia. kr.'],
];

/** A unit as somebody types it ("mio", "1.000 kr.", "t.kr."); null when it is none. */
export function readUnit(text: string): Unit | null {
  const spelling = text.toLowerCase().replace(/(\d)\.(\d)/g, '$1$2').replace(/[.\s]+/g, ' ').trim();
  return UNIT_SPELLINGS.find(([pattern]) => pattern.test(spelling))?.[1] ?? null;
}

/**
 * The money of an initiative, a group or a component: in one year or in all, of the named agreement or of the only one that knows the name.
 * Units: `unit`, else the unit in which the agreement prints it. Shape: null arguments are left out.
 */
export function answerTotal(catalogue: Catalogue, name: string, year: number | null, agreementName: string | null, unitName: string | null): Answer<number> {
  const unit = unitName === null ? null : readUnit(unitName);
  if (unitName !== null && unit === null) return badArgument(`"${unitName}" er ikke en enhed: brug kr., 1.000 kr., mio. kr. eller mia. kr.`, `"${unitName}" is not a unit: use kr., 1.000 kr., mio. kr. or mia. kr.`);
  if (year !== null && !Number.isInteger(year)) return badArgument('Året skal være et helt tal, fx 2027.', 'The year must be a whole number such as 2027.');
  if (name.trim() === '') return badArgument('Skriv et initiativs navn.', 'Give the name of an initiative.');
  const agreement = agreementOf(catalogue, agreementName);
  if (agreement.kind !== 'value') return agreement;
  const entry = findEntry(catalogue, name, agreement.value);
  if (entry.kind === 'several') return severalEntries(name, entry.candidates);
  if (entry.kind === 'none') return noEntry(name, entry.candidates);
  const answer = amountOfEntry(entry.value, year);
  switch (answer.kind) {
    case 'amount':
      return { kind: 'value', value: amountToNumber(unit === null ? answer.amount : convertAmount(answer.amount, unit)) };
    case 'no-such-year':
      return notFound(`"${entry.value.title}" har ikke året ${year}; årene er ${answer.years.join(', ')}.`, `"${entry.value.title}" does not have the year ${year}; its years are ${answer.years.join(', ')}.`);
    case 'unread':
      return notFound(`Tallet for "${entry.value.title}" mangler eller kan ikke læses i aftalen.`, `The figure of "${entry.value.title}" is missing or cannot be read in the agreement.`);
    case 'no-unit':
      return notFound(`"${entry.value.title}" har ingen fælles enhed i aftalen.`, `"${entry.value.title}" has no single unit in the agreement.`);
  }
}

/**
 * The initiatives of an agreement as a table that spills: a heading row, then one row each with name, years and total.
 * Units: each initiative's own. Shape: what is missing in the agreement is an empty text, never 0.
 */
export function answerList(catalogue: Catalogue, agreementName: string | null, group: string | null, headings: { readonly initiative: string; readonly total: string }): Answer<(string | number)[][]> {
  const agreement = agreementOf(catalogue, agreementName);
  if (agreement.kind !== 'value') return agreement;
  const chosen = agreement.value ?? onlyAgreement(catalogue);
  if (chosen === null) return agreementNeeded(catalogue);
  const initiatives = initiativesOf(chosen, group);
  if (initiatives === null) {
    const names = listNames(groupNames(chosen));
    return notFound(`Aftalen har ingen gruppe "${group}". Den har: ${names}.`, `The agreement has no group "${group}". It has: ${names}.`);
  }
  if (initiatives.length === 0) return notFound('Aftalen har ingen initiativer.', 'The agreement has no initiatives.');
  const rows = initiatives.map((initiative): (string | number)[] => {
    const { columns, total, unit } = initiative;
    const number = (amount: ReturnType<typeof cellAmount>): string | number => (amount === null ? '' : amountToNumber(amount));
    const years = chosen.years.map((year) => number(total === null ? null : cellAmount(yearCell(columns, total, year), unit)));
    return [initiative.title ?? '', ...years, number(total === null || unit === null ? null : rowTotal(columns, total, unit))];
  });
  return { kind: 'value', value: [[headings.initiative, ...chosen.years, headings.total], ...rows] };
}

function agreementOf(catalogue: Catalogue, name: string | null): Answer<Agreement | null> {
  if (catalogue.agreements.length === 0) return notFound('Der er ingen aftale at slå op i. Importér en aftale først.', 'There is no agreement to look in. Import one first.');
  if (name === null || name.trim() === '') return { kind: 'value', value: null };
  const found = findAgreement(catalogue, name);
  if (found.kind === 'found') return { kind: 'value', value: found.value };
  const names = listNames(found.candidates.map(agreementLabel));
  return found.kind === 'several'
    ? notFound(`"${name}" passer på flere aftaler: ${names}.`, `"${name}" fits several agreements: ${names}.`)
    : notFound(`Ingen aftale hedder "${name}". Her er: ${names}.`, `No agreement is called "${name}". There is: ${names}.`);
}

/** The agreement that a question without a name means: the workbook's only one, else the only one at all. */
function onlyAgreement({ own, agreements }: Catalogue): Agreement | null {
  const meant = own.length > 0 ? own : agreements;
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function agreementNeeded<T>(catalogue: Catalogue): Answer<T> {
  const names = listNames(catalogue.agreements.map(agreementLabel));
  return notFound(`Der er flere aftaler: angiv hvilken. Her er: ${names}.`, `There are several agreements: say which. There is: ${names}.`);
}

function severalEntries<T>(name: string, candidates: readonly CatalogueEntry[]): Answer<T> {
  const agreements = new Set(candidates.map((candidate) => candidate.agreement));
  if (agreements.size > 1) {
    const names = listNames([...agreements].map((agreement) => withPeriod(agreement)));
    return notFound(`"${name}" findes i flere aftaler: ${names}. Angiv aftalen som tredje argument.`, `"${name}" is in several agreements: ${names}. Give the agreement as the third argument.`);
  }
  const names = listNames(candidates.map((candidate) => candidate.title));
  return notFound(`"${name}" passer på flere: ${names}.`, `"${name}" fits several: ${names}.`);
}

function noEntry<T>(name: string, candidates: readonly CatalogueEntry[]): Answer<T> {
  const names = listNames(candidates.map((candidate) => candidate.title));
  if (names === '') return notFound(`"${name}" findes ikke i aftalen.`, `"${name}" is not in the agreement.`);
  return notFound(`"${name}" findes ikke. Mente du: ${names}?`, `"${name}" was not found. Did you mean: ${names}?`);
}

/** An agreement with its period, because titles of two years' agreements differ in nothing else. */
function withPeriod(agreement: Agreement): string {
  const first = agreement.years[0];
  const last = agreement.years.at(-1);
  const label = agreementLabel(agreement);
  const period = first === undefined || last === undefined ? '' : first === last ? String(first) : `${first}-${last}`;
  return period === '' || label.includes(period) ? label : `${label} (${period})`;
}

function listNames(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, MOST_CANDIDATES).map((name) => `"${name}"`).join(', ');
  return distinct.length > MOST_CANDIDATES ? `${shown} …` : shown;
}

function notFound<T>(da: string, en: string): Answer<T> {
  return { kind: 'not-found', message: { da, en } };
}

function badArgument<T>(da: string, en: string): Answer<T> {
  return { kind: 'bad-argument', message: { da, en } };
}
