import { type Agreement } from '../../core/budget/agreement';
import { agreementLabel, findAgreement, type Catalogue } from '../../core/catalogue/catalogue';
import { type CatalogueEntry } from '../../core/catalogue/entries';
import { agreementsMeant, findEntry } from '../../core/catalogue/find-entry';
import { answer, badArgument, listIds, listNames, notFound, type Answer, type Refusal } from '../answer';
import { isLeftOut, refuseFault, type CellInput } from './arguments';

/** A row id with its agreement in front: "2026-2029/I5". */
const PLACED_ROW_ID = /^(.*\S)\s*\/\s*(I\d+(?:D\d+)?|[TPM]\d+)$/i;

/** The name or row id that a cell asks for. Errors: an empty cell, 0 and a yes or no name nothing. */
export function nameArgument(cell: CellInput): Answer<string> {
  if (typeof cell === 'object' && cell !== null) return refuseFault(cell);
  if (isLeftOut(cell) || cell === null || typeof cell === 'boolean') return badArgument('Skriv et initiativs navn eller id.', 'Give the name or the id of an initiative.');
  return answer(String(cell));
}

/** The agreement of a name; null when none is named. Errors: no agreement at hand, none or several of the name. */
export function agreementOf(catalogue: Catalogue, name: string | null): Answer<Agreement | null> {
  if (catalogue.agreements.length === 0) return notFound('Der er ingen aftale at slå op i. Importér en aftale først.', 'There is no agreement to look in. Import one first.');
  if (name === null) return answer(null);
  const found = findAgreement(catalogue, name);
  if (found.kind === 'found') return answer(found.value);
  const names = listNames(found.candidates.map(agreementLabel));
  return found.kind === 'several'
    ? notFound(`"${name}" passer på flere aftaler: ${names}.`, `"${name}" fits several agreements: ${names}.`)
    : notFound(`Ingen aftale hedder "${name}". Her er: ${names}.`, `No agreement is called "${name}". There is: ${names}.`);
}

/** The agreement that a question about a whole agreement means: the named one, else the workbook's only one, else the only one at all. */
export function wholeAgreement(catalogue: Catalogue, name: string | null): Answer<Agreement> {
  const named = agreementOf(catalogue, name);
  if (named.kind !== 'value') return named;
  if (named.value !== null) return wholeOnly(named.value);
  const [only, second] = agreementsMeant(catalogue);
  if (only !== undefined && second === undefined) return wholeOnly(only);
  const names = listNames(catalogue.agreements.map(agreementLabel));
  return notFound(`Der er flere aftaler: angiv hvilken. Her er: ${names}.`, `There are several agreements: say which. There is: ${names}.`);
}

/** The agreement, if the workbook has not just some of its initiatives: they are no list of it and no sum. */
export function wholeOnly(agreement: Agreement): Answer<Agreement> {
  return agreement.inserted === undefined ? answer(agreement) : inPart(agreement, agreement.inserted);
}

function inPart(agreement: Agreement, inserted: readonly number[]): Refusal {
  const [names, label] = [listNames(inserted.flatMap((index) => agreement.initiatives[index]?.title ?? [])), agreementLabel(agreement)];
  return notFound(`Fra "${label}" er kun ${names} indsat i projektmappen. Indsæt hele aftalen for at slå op i resten.`, `Of "${label}" only ${names} is in the workbook. Insert the whole agreement to look up the rest.`);
}

/** The entry of a name or a row id. Shape: of several agreements that know the name, those that have the year come first. */
export function entryOf(catalogue: Catalogue, name: string, agreementName: string | null, year: number | null = null): Answer<CatalogueEntry> {
  const placed = name.includes('/') ? PLACED_ROW_ID.exec(name.trim()) : null;
  const named = agreementOf(catalogue, agreementName);
  if (named.kind !== 'value') return named;
  const within = placed === null ? named : agreementOf(catalogue, placed[1] ?? null);
  if (within.kind !== 'value') return within;
  if (named.value !== null && within.value !== named.value) return badArgument(`"${name}" er ikke i aftalen "${agreementName ?? ''}".`, `"${name}" is not in the agreement "${agreementName ?? ''}".`);
  const found = findEntry(catalogue, placed?.[2] ?? name, within.value, year);
  if (found.kind === 'found') return answer(found.value);
  if (found.kind === 'several') return severalEntries(name, found.candidates);
  const inserted = within.value?.inserted;
  return inserted === undefined || within.value === null ? noEntry(name, found.candidates) : inPart(within.value, inserted);
}

function severalEntries(name: string, candidates: readonly CatalogueEntry[]): Refusal {
  const agreements = new Set(candidates.map((candidate) => candidate.agreement));
  if (agreements.size > 1) {
    const names = listNames([...agreements].map((agreement) => withPeriod(agreement)));
    return notFound(`"${name}" findes i flere aftaler: ${names}. Angiv aftalen som tredje argument.`, `"${name}" is in several agreements: ${names}. Give the agreement as the third argument.`);
  }
  const isNamesake = new Set(candidates.map(({ title }) => title)).size < candidates.length;
  const names = isNamesake ? listIds(candidates) : listNames(candidates.map((candidate) => candidate.title));
  return isNamesake
    ? notFound(`"${name}" passer på flere: ${names}. Spørg med id'et.`, `"${name}" fits several: ${names}. Ask with the id.`)
    : notFound(`"${name}" passer på flere: ${names}.`, `"${name}" fits several: ${names}.`);
}

function noEntry(name: string, candidates: readonly CatalogueEntry[]): Refusal {
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
