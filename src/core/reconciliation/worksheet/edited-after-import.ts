import { type Amount, amountToNumber } from '../../money/amount';
import { formatNumber, type Language } from '../../money/danish-number';
import { observe, type Subject } from '../checking/check-building';
import { inBothLanguages } from '../checking/check-texts';
import { canonicalFormula, type FormulaPlace, isSummed, summedCells, type SummedCells } from './formula-reading';
import { type Check, type CheckedPlace, type LocalizedText, type RuleInfo } from '../rule';
import { isDate, isError, type GridValue, isNumberText } from './worksheet-reading';

/** What became of the imported cells: figures changed, formulas overwritten, ranges that miss rows, numbers stored as text, hidden rows in sums. */
export const editedAfterImport: RuleInfo = {
  id: 'edited-after-import',
  reference: 'Comparison of a copy with its stored original, cell by cell; spreadsheet review practice (formula overwritten, range short, hidden rows)',
  title: { da: 'Ændret efter import', en: 'Edited after import' },
};

/** What the workbook shows in an imported cell now. Shape: `formula` as Excel prints it in English ("=SUM(C4:C6)"), null where the cell holds a constant. */
export interface ReadBackCell {
  readonly value: GridValue;
  readonly formula: string | null;
}

/** A cell that an imported formula adds. Shape: `row` and `column` 0-based in the sheet; `name` as a reader knows it; `value` null where it holds no number. */
export interface Addend {
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly value: number | null;
}

/**
 * What an import wrote into a cell: a figure of the document, or a formula.
 * Shape: `formula` is what was written, null where only what it does is known; `adds` are the cells that it has to add, null for no plain sum.
 */
export type ImportedContent =
  | { readonly kind: 'figure'; readonly amount: Amount | null }
  | { readonly kind: 'formula'; readonly formula: string | null; readonly adds: readonly Addend[] | null; readonly place: FormulaPlace; readonly renamed?: ReadonlyMap<string, ReadonlyMap<string, string>> };

/** An imported cell with what stands there now; `actual` is null when the cell is gone. */
export interface ImportedCell {
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
  readonly content: ImportedContent;
  readonly actual: ReadBackCell | null;
}

/** One finding for each imported cell that no longer is what the import wrote; cells that are as imported make an `agrees` check of figures. */
export function compareWithImport(cells: readonly ImportedCell[]): Check[] {
  return cells.flatMap(compareCell);
}

function compareCell(cell: ImportedCell): Check[] {
  const subject: Subject = { rule: editedAfterImport.id, place: cell.place, initiative: cell.initiative, label: cell.label };
  const { content, actual } = cell;
  if (actual === null) return [changed(subject, { da: 'Cellen findes ikke længere.', en: 'The cell is gone.' }, ['gone'])];
  return content.kind === 'figure' ? [compareFigure(subject, content.amount, actual)] : compareFormula(subject, content, actual);
}

type ImportedFormula = Extract<ImportedContent, { readonly kind: 'formula' }>;

function compareFormula(subject: Subject, content: ImportedFormula, actual: ReadBackCell): Check[] {
  const { formula, value } = actual;
  if (formula === null) {
    return [changed(subject, { da: 'Formlen er overskrevet med en fast værdi og følger ikke længere tallene.', en: 'The formula was overwritten with a fixed value and no longer follows the figures.' }, ['fixed', seenValue(value)])];
  }
  if (isError(value)) {
    return [observe(subject, 'not-checkable', 'warning', { da: `Formlen viser fejlværdien ${value.error}, så den kan ikke kontrolleres.`, en: `The formula shows the error value ${value.error}, so it cannot be checked.` }, { seen: [value.error] })];
  }
  const isAsImported = content.formula !== null && canonicalFormula(formula, content.place.table, content.renamed) === canonicalFormula(content.formula, content.place.table);
  if (isAsImported) return [];
  if (content.adds === null) return content.formula === null ? [] : [changed(subject, otherFormula(formula), ['formula', canonicalFormula(formula, content.place.table)])];
  const summed = summedCells(formula, content.place);
  return summed === null ? [changed(subject, otherFormula(formula), ['formula', canonicalFormula(formula, content.place.table)])] : compareSum(subject, content.adds, summed, value);
}

/** A sum that was rewritten: it may be another way to add the same cells. */
function compareSum(subject: Subject, adds: readonly Addend[], summed: SummedCells, value: GridValue): Check[] {
  const missed = adds.filter(({ row, column }) => !isSummed(summed, row, column));
  const expected = adds.some(({ value: part }) => part !== null) ? sumOf(adds) : null;
  if (missed.length > 0) {
    return [
      changed(subject, inBothLanguages((language) => {
        const names = missed.map(({ name, value: part }) => (part === null ? name : `${name} (${formatPlain(part, language)})`)).join(', ');
        return (language === 'da' ? `Formlens område mangler ${names}` : `The formula's range lacks ${names}`) + difference(expected, value, language);
      }), ['short', ...missed.map(({ name }) => name), seenValue(value)]),
    ];
  }
  const isMore = typeof value === 'number' && expected !== null && Math.abs(value - expected) > 1e-9 * Math.max(1, Math.abs(expected));
  if (!isMore) return [];
  return [changed(subject, inBothLanguages((language) => (language === 'da' ? 'Formlen lægger andet til end det, den skal' : 'The formula adds other cells than it should') + difference(expected, value, language)), ['other cells', seenValue(value)])];
}

/** ": den giver 5,7, men tallene giver 6,6: forskel 0,9." */
function difference(expected: number | null, value: GridValue, language: Language): string {
  if (typeof value !== 'number' || expected === null) return '.';
  const [shows, sum, residual] = [value, expected, Math.abs(expected - value)].map((figure) => formatPlain(figure, language));
  return language === 'da' ? `: den giver ${shows}, men tallene giver ${sum}: forskel ${residual}.` : `: it gives ${shows}, but the figures give ${sum}: difference ${residual}.`;
}

function otherFormula(formula: string): LocalizedText {
  const shown = formula.length > 120 ? `${formula.slice(0, 119)}…` : formula;
  return { da: `Formlen er en anden end den, importen skrev: ${shown}.`, en: `The formula is not the one that the import wrote: ${shown}.` };
}

function compareFigure(subject: Subject, imported: Amount | null, actual: ReadBackCell): Check {
  const { value } = actual;
  if (typeof value === 'string' && isNumberText(value)) {
    return changed(subject, { da: `Tallet ${value.trim()} er gemt som tekst og tælles ikke med af Excel.`, en: `The number ${value.trim()} is stored as text and Excel does not add it.` }, ['text', value.trim()], imported);
  }
  const isEmpty = value === null || value === '' || (typeof value === 'string' && value.trim() === '-');
  const number = typeof value === 'number' ? value : isEmpty ? null : Number.NaN;
  const was = imported === null ? null : amountToNumber(imported);
  if (isSameNumber(was, number)) return observe(subject, 'agrees', 'info', { da: 'Som importeret.', en: 'As imported.' }, { printed: imported });
  const message = inBothLanguages((language) => {
    const before = imported === null ? nothing(language) : formatNumber(imported, language);
    const after = typeof value === 'number' ? formatPlain(value, language) : isEmpty ? nothing(language) : spell(value, language);
    return language === 'da' ? `Ændret efter importen: i dokumentet står der ${before}, i arket ${after}.` : `Changed after the import: ${before} in the document, ${after} in the sheet.`;
  });
  return changed(subject, message, [seenValue(value)], imported);
}

/** A dash and an empty cell are the same nothing; zero in the sheet stands for either. */
function isSameNumber(was: number | null, now: number | null): boolean {
  if (was === null || now === null) return (was ?? 0) === (now ?? 0);
  return Math.abs(was - now) <= 1e-9 * Math.max(1, Math.abs(was));
}

/** What the numbers among cells add up to, without the noise of binary fractions. */
export function sumOf(addends: readonly Addend[]): number {
  return Number(addends.reduce((sum, { value }) => sum + (value ?? 0), 0).toPrecision(14));
}

function changed(subject: Subject, message: LocalizedText, seen: readonly string[], printed: Amount | null = null): Check {
  return observe(subject, 'differs', 'warning', message, { printed, seen });
}

/** A cell's value as a decision knows it again. */
function seenValue(value: GridValue): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(14))) : JSON.stringify(value);
}

function nothing(language: Language): string {
  return language === 'da' ? 'ingenting' : 'nothing';
}

function spell(value: GridValue, language: Language): string {
  if (isDate(value)) return language === 'da' ? `datoen ${danishDate(value.date)}` : `the date ${value.date}`;
  if (isError(value)) return value.error;
  return language === 'da' ? `»${String(value)}«` : `“${String(value)}”`;
}

/** A date as it is written in Danish: "28.11.2026". */
function danishDate(iso: string): string {
  return iso.split('-').reverse().map(Number).join('.');
}

/** A worksheet number as a reader writes it. */
export function formatPlain(value: number, language: Language): string {
  return Number(value.toPrecision(14)).toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 9 });
}
