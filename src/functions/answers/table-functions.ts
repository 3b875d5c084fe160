import { type Agreement, type Initiative } from '../../core/budget/agreement';
import { cellAmount, yearCell } from '../../core/budget/cells';
import { componentRowId, initiativeRowId } from '../../core/budget/row-reference';
import { type Column, type Row } from '../../core/budget/table';
import { rowTotal } from '../../core/catalogue/entry-amount';
import { groupNames } from '../../core/catalogue/entries';
import { initiativesOf, type Catalogue } from '../../core/catalogue/catalogue';
import { normalizeName } from '../../core/catalogue/name-matching';
import { amountToNumber, type Amount } from '../../core/money/amount';
import { type Language } from '../../core/money/danish-number';
import { type Unit } from '../../core/money/unit';
import { sourceText } from '../../core/sheet-plan/sheet-texts';
import { type CellValue } from './amount-functions';
import { answer, badArgument, listNames, notFound, type Answer } from '../answer';
import { isLeftOut, readCells, readChoice, readText, refuseFault } from '../arguments/arguments';
import { entryOf, wholeAgreement } from '../arguments/resolve';

/** A row of an answered table: an initiative's, or a component's of one. */
interface TableRow {
  readonly id: string;
  readonly label: string;
  readonly initiative: Initiative;
  readonly columns: readonly Column[];
  readonly row: Row | null;
}

/**
 * LIST: the initiatives of an agreement as a table that spills: a heading row, then one row each with name, years and total.
 * Units: each initiative's own. Shape: what is missing in the agreement is an empty text, which a sum passes over, never 0.
 */
export function answerList(catalogue: Catalogue, given: { readonly agreement?: unknown; readonly group?: unknown; readonly headings?: unknown; readonly total?: unknown }, language: Language): Answer<CellValue>[][] {
  const [agreementName, group] = [readText(given.agreement), readText(given.group)];
  const [headings, total] = [readChoice(given.headings), readChoice(given.total)];
  for (const argument of [agreementName, group, headings, total]) if (argument.kind !== 'value') return [[argument]];
  if (agreementName.kind !== 'value' || group.kind !== 'value' || headings.kind !== 'value' || total.kind !== 'value') return [];
  const agreement = wholeAgreement(catalogue, agreementName.value);
  if (agreement.kind !== 'value') return [[agreement]];
  const rows = rowsOfGroup(agreement.value, group.value);
  if (rows.kind !== 'value') return [[rows]];
  const keys = ['title', ...agreement.value.years.map((year) => `year:${year}`), ...(total.value === false ? [] : ['total'])];
  return tableOf(agreement.value, rows.value, keys, headings.value !== false, language, answer(''));
}

/**
 * TABLE: an agreement's table, or that of one of its groups or initiatives, in the columns that are asked for.
 * Shape: name, years and total when no columns are named; a figure that is missing refuses in its own cell.
 */
export function answerTable(catalogue: Catalogue, given: { readonly agreement?: unknown; readonly of?: unknown; readonly columns?: unknown; readonly headings?: unknown }, language: Language): Answer<CellValue>[][] {
  const [agreementName, of, headings] = [readText(given.agreement), readText(given.of), readChoice(given.headings)];
  for (const argument of [agreementName, of, headings]) if (argument.kind !== 'value') return [[argument]];
  if (agreementName.kind !== 'value' || of.kind !== 'value' || headings.kind !== 'value') return [];
  const agreement = wholeAgreement(catalogue, agreementName.value);
  if (agreement.kind !== 'value') return [[agreement]];
  const rows = rowsWithin(catalogue, agreement.value, of.value, agreementName.value);
  if (rows.kind !== 'value') return [[rows]];
  const keys = columnKeys(agreement.value, given.columns);
  return keys.kind === 'value' ? tableOf(agreement.value, rows.value, keys.value, headings.value === true, language, null) : [[keys]];
}

function rowsOfGroup(agreement: Agreement, group: string | null): Answer<readonly TableRow[]> {
  const initiatives = initiativesOf(agreement, group);
  if (initiatives === null) {
    const names = listNames(groupNames(agreement));
    return notFound(`Aftalen har ingen gruppe "${group}". Den har: ${names}.`, `The agreement has no group "${group}". It has: ${names}.`);
  }
  if (initiatives.length === 0) return notFound('Aftalen har ingen initiativer.', 'The agreement has no initiatives.');
  const places = new Map(agreement.initiatives.map((initiative, index) => [initiative, index]));
  return answer(initiatives.map((initiative): TableRow => ({ id: initiativeRowId(places.get(initiative) ?? 0), label: initiative.title ?? '', initiative, columns: initiative.columns, row: initiative.total })));
}

/** The rows of a group, or the components of an initiative. */
function rowsWithin(catalogue: Catalogue, agreement: Agreement, of: string | null, agreementName: string | null): Answer<readonly TableRow[]> {
  const grouped = rowsOfGroup(agreement, of);
  if (grouped.kind === 'value' || of === null) return grouped;
  const entry = entryOf(catalogue, of, agreementName);
  if (entry.kind !== 'value') return entry;
  const { initiative } = entry.value;
  if (initiative === null || entry.value.agreement !== agreement) return grouped;
  const index = agreement.initiatives.indexOf(initiative);
  const rows = initiative.components.map((row, component): TableRow => ({ id: componentRowId(index, component), label: row.label ?? '', initiative, columns: initiative.columns, row }));
  return rows.length > 0 ? answer(rows) : notFound(`"${of}" har ingen delposter i aftalen.`, `"${of}" has no components in the agreement.`);
}

/** Words by which columns are asked for, in both languages, and their headings. */
const COLUMNS: Readonly<Record<string, { readonly words: readonly string[]; readonly da: string; readonly en: string }>> = {
  title: { words: ['initiativ', 'navn', 'initiative', 'name'], da: 'Initiativ', en: 'Initiative' },
  id: { words: ['id'], da: 'Id', en: 'Id' },
  number: { words: ['nr', 'nummer', 'no', 'number'], da: 'Nr.', en: 'No.' },
  group: { words: ['gruppe', 'ministerium', 'tema', 'group', 'ministry', 'theme'], da: 'Gruppe', en: 'Group' },
  unit: { words: ['enhed', 'unit'], da: 'Enhed', en: 'Unit' },
  'price-level': { words: ['pl', 'pl niveau', 'prisniveau', 'price level'], da: 'Prisniveau', en: 'Price level' },
  total: { words: ['i alt', 'total'], da: 'I alt', en: 'Total' },
  source: { words: ['kilde', 'source'], da: 'Kilde', en: 'Source' },
};
const EVERY_YEAR = ['år', 'years', 'year'];

function columnKeys(agreement: Agreement, columns: unknown): Answer<readonly string[]> {
  const asked = readCells(columns).flat().filter((cell) => !isLeftOut(cell));
  const years = agreement.years.map((year) => `year:${year}`);
  if (asked.length === 0) return answer(['title', ...years, 'total']);
  const keys: string[] = [];
  for (const cell of asked) {
    if (typeof cell === 'object' && cell !== null) return refuseFault(cell);
    for (const word of String(cell).split(/[;,]/).map((part) => part.trim()).filter((part) => part !== '')) {
      const key = EVERY_YEAR.includes(normalizeName(word)) ? years : columnKey(agreement, word);
      if (key.length === 0) return badArgument(`"${word}" er ikke en kolonne: brug ${columnWords('da', agreement)}.`, `"${word}" is not a column: use ${columnWords('en', agreement)}.`);
      keys.push(...key);
    }
  }
  return answer(keys);
}

function columnKey(agreement: Agreement, word: string): string[] {
  if (/^\d{4}$/.test(word)) return agreement.years.includes(Number(word)) ? [`year:${word}`] : [];
  return Object.entries(COLUMNS).flatMap(([key, { words }]) => (words.includes(normalizeName(word)) ? [key] : [])).slice(0, 1);
}

function columnWords(language: Language, { years }: Agreement): string {
  return listNames([...Object.values(COLUMNS).map((column) => column[language]), ...years.map(String)].slice(0, 8));
}

function tableOf(agreement: Agreement, rows: readonly TableRow[], keys: readonly string[], hasHeadings: boolean, language: Language, missing: Answer<CellValue> | null): Answer<CellValue>[][] {
  const heading = keys.map((key): Answer<CellValue> => answer(key.startsWith('year:') ? Number(key.slice(5)) : (COLUMNS[key]?.[language] ?? '')));
  const body = rows.map((row) => keys.map((key): Answer<CellValue> => cellOf(agreement, row, key, language, missing)));
  return hasHeadings ? [heading, ...body] : body;
}

function cellOf(agreement: Agreement, { id, label, initiative, columns, row }: TableRow, key: string, language: Language, missing: Answer<CellValue> | null): Answer<CellValue> {
  const figure = (amount: Amount | null): Answer<CellValue> => (amount === null ? (missing ?? notFound(`Tallet for "${label}" mangler eller kan ikke læses i aftalen.`, `The figure of "${label}" is missing or cannot be read in the agreement.`)) : answer(amountToNumber(amount)));
  const unit: Unit | null = initiative.unit;
  if (key.startsWith('year:')) return figure(row === null ? null : cellAmount(yearCell(columns, row, Number(key.slice(5))), unit));
  switch (key) {
    case 'total': return figure(row === null || unit === null ? null : rowTotal(columns, row, unit));
    case 'title': return answer(label);
    case 'id': return answer(id);
    case 'number': return answer(initiative.number ?? '');
    case 'group': return answer(initiative.group.join(' › '));
    case 'unit': return answer(unit ?? '');
    case 'price-level': return answer(initiative.priceLevel ?? agreement.priceLevel ?? '');
    default: return answer(sourceText((row ?? initiative).position, language));
  }
}
