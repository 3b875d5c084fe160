import { type Language } from '../../money/danish-number';
import { observe, placeAt, type Subject } from '../checking/check-building';
import { inBothLanguages } from '../checking/check-texts';
import { type Addend, editedAfterImport, formatPlain, sumOf } from './edited-after-import';
import { SEEN_GONE, type Check, type CheckedPlace, type LocalizedText } from '../rule';

/** A table of an import as its reader knows it: what it is ("Oversigt") and what it is called in Excel. */
export interface NamedTable {
  readonly title: LocalizedText;
  readonly name: string;
}

/** How many names a message spells out before it counts the rest. */
const SPELLED_NAMES = 4;

/** Every figure of a table reads as the import wrote it; null where there is none. */
export function tableAsImported(table: NamedTable, figures: number): Check | null {
  if (figures === 0) return null;
  const message = { da: `${table.title.da}: alle ${figures} tal er som importeret.`, en: `${table.title.en}: all ${figures} figures are as imported.` };
  return observe(subjectOf(table), 'agrees', 'info', message);
}

/** A table that is not in the workbook any more; what it showed is not checked. */
export function tableGone(table: NamedTable, figures: number): Check {
  return observe(
    subjectOf(table),
    'not-checkable', 'warning',
    {
      da: `Tabellen ${table.name} (${table.title.da}) findes ikke længere: den er slettet, omdøbt eller lavet om til et almindeligt område. Dens ${figures} tal er ikke kontrolleret.`,
      en: `The table ${table.name} (${table.title.en}) is gone: it was deleted, renamed or converted to a range. Its ${figures} figures were not checked.`,
    },
    { seen: [SEEN_GONE.table, table.name] },
  );
}

/** A column that is not in its table any more; what it showed is not checked. */
export function columnGone(table: NamedTable, header: string, figures: number): Check {
  return observe(
    { ...subjectOf(table), label: header },
    'not-checkable', 'warning',
    {
      da: `Kolonnen ${header} findes ikke længere i ${table.title.da}: dens ${figures} tal er ikke kontrolleret.`,
      en: `The column ${header} is no longer in ${table.title.en}: its ${figures} figures were not checked.`,
    },
    { seen: [SEEN_GONE.column, table.name, header] },
  );
}

/** A name of the import that is not in the workbook any more; formulas that use it show an error. */
export function nameGone(name: string): Check {
  const message = { da: `Navnet ${name} findes ikke længere eller peger ingen steder hen: formler, der bruger det, viser en fejl.`, en: `The name ${name} is gone or points nowhere: formulas that use it show an error.` };
  return observe({ rule: editedAfterImport.id, place: placeAt({}), initiative: null, label: name }, 'not-checkable', 'warning', message, { seen: [SEEN_GONE.name, name] });
}

/** An imported row that is not in its table any more. */
export function rowGone(table: NamedTable, row: { readonly place: CheckedPlace; readonly initiative: string | null; readonly label: string | null }, figures: readonly Addend[]): Check {
  const name = row.label ?? row.initiative ?? '';
  const message = inBothLanguages((language) => {
    const [is, shown] = language === 'da' ? [`Rækken ${name} findes ikke længere i ${table.title.da}`, 'Der stod'] : [`The row ${name} is no longer in ${table.title.en}`, 'It showed'];
    return figures.length === 0 ? `${is}.` : `${is}. ${shown} ${spellAddends(figures, language)}.`;
  });
  return observe({ rule: editedAfterImport.id, place: row.place, initiative: row.initiative, label: row.label }, 'differs', 'warning', message, { seen: ['row gone', table.name, ...seenAddends(figures)] });
}

/** A row with figures that the import did not write: the sums over its table add it, or leave it out. Shape: `row` is its number in the sheet, from 1. */
export function rowAdded(table: NamedTable, row: number, label: string | null, figures: readonly Addend[], isSummed: boolean): Check {
  const message = inBothLanguages((language) => {
    const counts = language === 'da' ? (isSummed ? 'tæller med' : 'tæller ikke med') : isSummed ? 'counts' : 'does not count';
    return language === 'da'
      ? `Række ${row} er tilføjet efter importen og ${counts} i summerne over ${table.title.da}: ${spellAddends(figures, language)}.`
      : `Row ${row} was added after the import and ${counts} in the sums over ${table.title.en}: ${spellAddends(figures, language)}.`;
  });
  return observe({ ...subjectOf(table), place: placeAt({ row }), label }, 'differs', 'warning', message, { seen: ['row added', table.name, ...seenAddends(figures)] });
}

/** An imported row that stands in its table more than once: sums over the table add it each time. Shape: `row` is the copy's number in the sheet, from 1. */
export function rowCopied(table: NamedTable, row: number, label: string | null, figures: readonly Addend[]): Check {
  const message = inBothLanguages((language) =>
    language === 'da'
      ? `Række ${row} er en kopi af en importeret række, så summerne over ${table.title.da} tæller den to gange: ${spellAddends(figures, language)}.`
      : `Row ${row} is a copy of an imported row, so the sums over ${table.title.en} count it twice: ${spellAddends(figures, language)}.`,
  );
  return observe({ ...subjectOf(table), place: placeAt({ row }), label }, 'differs', 'warning', message, { seen: ['row copied', table.name, ...seenAddends(figures)] });
}

/** Rows that are hidden and that a sum adds all the same. Shape: `hidden` and `all` are the summed cells. */
export function hiddenInSum(subject: Omit<Subject, 'rule'>, hidden: readonly Addend[], all: readonly Addend[]): Check {
  const message = inBothLanguages((language) => {
    const [part, whole] = [sumOf(hidden), sumOf(all)].map((value) => formatPlain(value, language));
    const names = hidden.slice(0, SPELLED_NAMES).map(({ name }) => name).join(', ') + (hidden.length > SPELLED_NAMES ? ' …' : '');
    return language === 'da'
      ? `Summen tæller ${hidden.length === 1 ? 'en skjult række' : `${hidden.length} skjulte rækker`} med: ${part} af ${whole} (${names}).`
      : `The sum counts ${hidden.length === 1 ? 'a hidden row' : `${hidden.length} hidden rows`}: ${part} of ${whole} (${names}).`;
  });
  return observe({ rule: editedAfterImport.id, ...subject }, 'differs', 'info', message, { seen: ['hidden', ...seenAddends(hidden), String(sumOf(all))] });
}

function subjectOf(table: NamedTable): Subject {
  return { rule: editedAfterImport.id, place: placeAt({}), initiative: null, label: table.name };
}

/** Cells with their values as a decision knows them again. */
function seenAddends(figures: readonly Addend[]): string[] {
  return figures.map(({ name, value }) => `${name} ${value ?? ''}`);
}

/** "2026: 1,0, 2027: 2,5" */
function spellAddends(figures: readonly Addend[], language: Language): string {
  return figures.flatMap(({ name, value }) => (value === null ? [] : [`${name}: ${formatPlain(value, language)}`])).join(', ');
}
