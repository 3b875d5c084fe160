import { type Language, type PlanCell, type PlannedColumn } from '../plan';
import { sheetText } from '../sheet-texts';
import { headerOf } from './table-columns';
import { checkFormula, countAmounts, thisRow, thisRowSpan } from './table-formulas';

/** The year cells of this row, from the first year column to the last. Errors: throws when there is no year column. */
export function yearSpan(table: string, columns: readonly PlannedColumn[]): string {
  const years = columns.filter((column) => column.key.startsWith('year:'));
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new Error('The plan has no year column');
  return thisRowSpan(table, first.header, last.header);
}

/** Row total against printed total, for a table whose columns have the keys `total` and `printed-total`. */
export function rowCheck(table: string, columns: readonly PlannedColumn[], decimals: number, language: Language): PlanCell {
  const span = yearSpan(table, columns);
  const printed = thisRow(table, headerOf(columns, 'printed-total'));
  const formula = checkFormula(
    { sum: thisRow(table, headerOf(columns, 'total')), printed, addends: countAmounts(span), decimals },
    [
      { when: `COUNT(${span})=0`, text: sheetText('noYears', language) },
      { when: `${printed}=""`, text: sheetText('noPrintedTotal', language) },
    ],
    language,
  );
  return { kind: 'formula', formula, format: 'General' };
}
