import { type Amount, amountToNumber } from '../money/amount';
import { formatNumber, type Language } from '../money/danish-number';
import { observe, type Subject } from './checking/check-building';
import { inBothLanguages } from './checking/check-texts';
import { type Check, type CheckedPlace, type LocalizedText, type RuleInfo } from './rule';
import { isError, type GridValue, isNumberText } from './worksheet-reading';

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

/** What an import wrote into a cell: a figure of the document, or a formula that adds rows of one column (worksheet row numbers from 1). */
export type ImportedContent =
  | { readonly kind: 'figure'; readonly amount: Amount | null }
  | { readonly kind: 'sum'; readonly columnName: string; readonly rows: readonly number[] }
  | { readonly kind: 'formula' };

/** An imported cell with what stands there now; `actual` is null when the cell is gone. */
export interface ImportedCell {
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
  readonly content: ImportedContent;
  readonly actual: ReadBackCell | null;
}

/** One finding for each imported cell that no longer is what the import wrote; cells that are as imported make an `agrees` check of figures. */
export function compareWithImport(cells: readonly ImportedCell[], hiddenRows: readonly number[] = []): Check[] {
  return cells.flatMap((cell) => compareCell(cell, hiddenRows));
}

function compareCell(cell: ImportedCell, hiddenRows: readonly number[]): Check[] {
  const subject: Subject = { rule: editedAfterImport.id, place: cell.place, initiative: cell.initiative, label: cell.label };
  const { content, actual } = cell;
  if (actual === null) return [changed(subject, { da: 'Cellen findes ikke længere.', en: 'The cell is gone.' })];
  if (content.kind === 'figure') return [compareFigure(subject, content.amount, actual)];
  if (actual.formula === null) {
    return [changed(subject, { da: 'Formlen er overskrevet med en fast værdi og følger ikke længere tallene.', en: 'The formula was overwritten with a fixed value and no longer follows the figures.' })];
  }
  if (content.kind !== 'sum') return [];
  const missed = rowsMissedBy(actual.formula, content.columnName, content.rows);
  const hidden = content.rows.filter((row) => hiddenRows.includes(row));
  const checks: Check[] = [];
  if (missed.length > 0) checks.push(changed(subject, { da: `Formlens område mangler række ${missed.join(', ')}.`, en: `The formula's range lacks row ${missed.join(', ')}.` }));
  if (hidden.length > 0) checks.push(observe(subject, 'differs', 'info', { da: `Summen dækker skjulte rækker: ${hidden.join(', ')}.`, en: `The sum covers hidden rows: ${hidden.join(', ')}.` }));
  return checks;
}

function compareFigure(subject: Subject, imported: Amount | null, actual: ReadBackCell): Check {
  const { value } = actual;
  if (typeof value === 'string' && isNumberText(value)) {
    return changed(subject, { da: `Tallet ${value.trim()} er gemt som tekst og tælles ikke med af Excel.`, en: `The number ${value.trim()} is stored as text and Excel does not add it.` }, imported);
  }
  const isEmpty = value === null || value === '' || (typeof value === 'string' && value.trim() === '-');
  const number = typeof value === 'number' ? value : isEmpty ? null : Number.NaN;
  const was = imported === null ? null : amountToNumber(imported);
  if (isSameNumber(was, number)) return observe(subject, 'agrees', 'info', { da: 'Som importeret.', en: 'As imported.' }, { printed: imported });
  const message = inBothLanguages((language) => {
    const before = imported === null ? nothing(language) : formatNumber(imported, language);
    const after = typeof value === 'number' ? formatPlain(value, language) : isEmpty ? nothing(language) : spell(value);
    return language === 'da' ? `Ændret efter importen: kilden siger ${before}, arket siger ${after}.` : `Changed after the import: the source says ${before}, the sheet says ${after}.`;
  });
  return changed(subject, message, imported);
}

/** A dash and an empty cell are the same nothing; zero in the sheet stands for either. */
function isSameNumber(was: number | null, now: number | null): boolean {
  if (was === null || now === null) return (was ?? 0) === (now ?? 0);
  return Math.abs(was - now) <= 1e-9 * Math.max(1, Math.abs(was));
}

/**
 * Rows of a column that no reference of the formula covers.
 * @example rowsMissedBy('=SUM(C4:C5)', 'C', [4, 5, 6]) // [6]
 */
export function rowsMissedBy(formula: string, columnName: string, rows: readonly number[]): number[] {
  const spans: [number, number][] = [];
  for (const match of formula.matchAll(/\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?/g)) {
    const [, first, from, last, to] = match;
    if (first === undefined || from === undefined) continue;
    if (columnIndex(first) <= columnIndex(columnName) && columnIndex(last ?? first) >= columnIndex(columnName)) spans.push([Number(from), Number(to ?? from)]);
  }
  if (spans.length === 0 && /\[/.test(formula)) return [];
  return rows.filter((row) => !spans.some(([from, to]) => row >= Math.min(from, to) && row <= Math.max(from, to)));
}

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index;
}

function changed(subject: Subject, message: LocalizedText, printed: Amount | null = null): Check {
  return observe(subject, 'differs', 'warning', message, { printed });
}

function nothing(language: Language): string {
  return language === 'da' ? 'ingenting' : 'nothing';
}

function spell(value: GridValue): string {
  return isError(value) ? value.error : `"${String(value)}"`;
}

function formatPlain(value: number, language: Language): string {
  return value.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 9 });
}
