import { agreementLabel, catalogueOf, currentAgreements, findAgreement, type Catalogue } from '../../../core/catalogue/catalogue';
import { type CatalogueEntry } from '../../../core/catalogue/entries';
import { yearsOfEntry } from '../../../core/catalogue/entry-amount';
import { findEntry } from '../../../core/catalogue/find-entry';
import { normalizeName } from '../../../core/catalogue/name-matching';
import { formatUnit, type Language } from '../../../core/money/danish-number';
import { type Unit } from '../../../core/money/unit';
import { answerAmounts, answerParts, answerYears, type AmountArguments, type CellValue } from '../../../functions/answers/amount-functions';
import { type Answer } from '../../../functions/answer';
import { answerExpiries, answerSources } from '../../../functions/answers/origin-functions';

/** The functions that the pane helps to insert. */
export type OfferedFunction = 'AMOUNT' | 'PART' | 'YEARS' | 'EXPIRES' | 'SOURCE';

/** What the user has chosen. Shape: null is left out. */
export interface FunctionChoice {
  readonly entry: CatalogueEntry;
  readonly name: OfferedFunction;
  readonly year: number | null;
  readonly unit: Unit | null;
  readonly part: string | null;
}

/** A function with its arguments in the order of the formula; null is left out. */
export interface FunctionCall {
  readonly name: OfferedFunction;
  readonly values: readonly (string | number | null)[];
}

/** The longest text that a formula can hold between quotation marks. Source: Excel's specifications and limits. */
const LONGEST_TEXT = 255;
const MOST_HITS = 40;

/** The initiatives and groups whose name, number or agreement holds every typed word; those of the workbook first. Shape: all of them for an empty query, the first few of many. */
export function searchEntries(catalogue: Catalogue, query: string): readonly CatalogueEntry[] {
  const words = normalizeName(query).split(' ').filter((word) => word !== '');
  const current = currentAgreements(catalogue);
  const fitting = current.flatMap((agreement) => catalogue.entries.filter((entry) => entry.agreement === agreement && entry.kind !== 'component'));
  const isHit = ({ normalizedTitle, initiative, agreement }: CatalogueEntry): boolean => {
    const text = ` ${normalizedTitle} ${initiative?.number ?? ''} ${normalizeName(agreementLabel(agreement))}`;
    return words.every((word) => text.includes(` ${word}`));
  };
  return fitting.filter(isHit).slice(0, MOST_HITS);
}

/** The functions that answer something of an entry. */
export function functionsFor({ initiative, kind }: CatalogueEntry): readonly OfferedFunction[] {
  const hasParts = kind === 'initiative' && partsOf(initiative).length > 0;
  return ['AMOUNT', ...(hasParts ? (['PART'] as const) : []), 'YEARS', 'EXPIRES', 'SOURCE'];
}

/** The labels of an initiative's components, each once. */
export function partsOf(initiative: CatalogueEntry['initiative']): readonly string[] {
  return [...new Set((initiative?.components ?? []).flatMap(({ kind, label }) => (kind === 'heading' || label === null ? [] : [label])))];
}

/** The years that can be asked of an entry. */
export function yearsToAsk(entry: CatalogueEntry): readonly number[] {
  return yearsOfEntry(entry);
}

/** The call that answers a choice, naming the entry so that nothing else can be meant; null where no formula can name it. */
export function callOf(catalogue: Catalogue, { entry, name, year, unit, part }: FunctionChoice): FunctionCall | null {
  const named = namerOf(catalogue)(entry);
  if (named === null) return null;
  const { what, agreement } = named;
  switch (name) {
    case 'AMOUNT': return { name, values: [what, year, agreement, unit] };
    case 'PART': return { name, values: [what, part, year, agreement, unit] };
    case 'YEARS': return { name, values: [what, agreement, unit] };
    case 'EXPIRES': return { name, values: [what, agreement] };
    case 'SOURCE': return { name, values: [what, year, agreement] };
  }
}

/** A text as a formula writes it. */
export function quotedInFormula(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A call as a formula. Shape: what is left out at the end is not written. */
export function formulaOf({ name, values }: FunctionCall, listSeparator: ',' | ';'): string {
  const last = values.reduce<number>((found, value, index) => (value === null ? found : index), -1);
  const terms = values.slice(0, last + 1).map((value) => (value === null ? '' : typeof value === 'number' ? String(value) : quotedInFormula(value)));
  return `=RESERVE.${name}(${terms.join(listSeparator)})`;
}

/** What the formula of a call will show, in words: its figures with their unit, or why there are none. */
export function answerInWords(catalogue: Catalogue, call: FunctionCall, unit: Unit | null, language: Language): string {
  const cells = answersOf(catalogue, call, language).flat();
  const refusals = cells.flatMap((cell) => (cell.kind === 'value' ? [] : [cell.message[language]]));
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === cells.length) return refusal;
  const shown = cells.map((cell) => (cell.kind === 'value' ? shownValue(cell.value, language, call.name) : '#N/A')).join(' · ');
  const isMoney = call.name === 'AMOUNT' || call.name === 'PART' || call.name === 'YEARS';
  return isMoney && unit !== null ? `${shown} ${formatUnit(unit, language)}` : shown;
}

function answersOf(catalogue: Catalogue, { name, values }: FunctionCall, language: Language): Answer<CellValue>[][] {
  const [first, second, third, fourth, fifth] = values;
  const given = (year: unknown, agreement: unknown, unit: unknown): AmountArguments => ({ what: first, year, agreement, unit });
  switch (name) {
    case 'AMOUNT': return answerAmounts(catalogue, given(second, third, fourth));
    case 'PART': return answerParts(catalogue, second, given(third, fourth, fifth));
    case 'YEARS': return answerYears(catalogue, given(null, second, third));
    case 'EXPIRES': return answerExpiries(catalogue, first, second, language);
    case 'SOURCE': return answerSources(catalogue, first, second, third);
  }
}

function shownValue(value: CellValue, language: Language, name: OfferedFunction): string {
  const isPlain = typeof value !== 'number' || name === 'EXPIRES' || name === 'SOURCE';
  return isPlain ? String(value) : value.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 9 });
}

/** How a formula names an entry. Shape: `agreement` is null where no other one could be meant. */
export interface NamedEntry {
  readonly what: string;
  readonly agreement: string | null;
}

/**
 * Tells of a catalogue's entries how a formula names them: by the title, with the agreement where another one could be meant, else by the id; null when none does.
 * Shape: `preferred` is tried before the title.
 */
export function namerOf(catalogue: Catalogue): (entry: CatalogueEntry, preferred?: string) => NamedEntry | null {
  const strict = catalogueOf(currentAgreements(catalogue));
  const agreementNames = new Map<CatalogueEntry['agreement'], string | null>();
  return (entry, preferred) => {
    const isMeant = (what: string, agreement: CatalogueEntry['agreement'] | null): boolean => {
      const found = findEntry(strict, what, agreement);
      return what.length <= LONGEST_TEXT && found.kind === 'found' && found.value.agreement === entry.agreement && found.value.rows[0]?.row === entry.rows[0]?.row && found.value.kind === entry.kind;
    };
    const names = [...(preferred === undefined ? [] : [preferred]), entry.title];
    const alone = names.find((name) => isMeant(name, null));
    if (alone !== undefined) return { what: alone, agreement: null };
    const agreement = agreementNames.get(entry.agreement) ?? agreementName(strict, entry);
    agreementNames.set(entry.agreement, agreement);
    if (agreement === null) return null;
    const what = [...names, ...(entry.rowId === null ? [] : [entry.rowId])].find((name) => isMeant(name, entry.agreement));
    return what === undefined ? null : { what, agreement };
  };
}

/** A name by which a formula finds the entry's agreement: its period, else its title, else its file; null when none does. */
function agreementName(catalogue: Catalogue, { agreement }: CatalogueEntry): string | null {
  const [first, last] = [agreement.years[0], agreement.years.at(-1)];
  const names = [...(first === undefined || last === undefined ? [] : [`${first}-${last}`]), agreementLabel(agreement), agreement.document.name];
  const finding = names.find((name) => {
    const found = findAgreement(catalogue, name);
    return name.length <= LONGEST_TEXT && found.kind === 'found' && found.value === agreement;
  });
  return finding ?? null;
}
