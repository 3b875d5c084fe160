import { type Language, type PlanCell, type PlannedColumn } from '../plan';
import { sheetText } from '../sheet-texts';
import { headerOf, machineColumn } from './table-columns';
import { amountFormat, dashFormat } from './figures/number-formats';
import { countAmounts, differenceFormula, marginFormula, thisRow, thisRowSpan, verdictFormula } from './table-formulas';

/** The keys of the columns that check the sum of the years. */
export const ROW_CHECK = { difference: 'difference', margin: 'margin', check: 'check' } as const;

/** The year cells of this row, from the first year column to the last. Errors: throws when there is no year column. */
export function yearSpan(table: string, columns: readonly PlannedColumn[]): string {
  const years = columns.filter((column) => column.key.startsWith('year:'));
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new Error('The plan has no year column');
  return thisRowSpan(table, first.header, last.header);
}

/** The columns of a row's check: the difference as a number, then what it comes to. */
export function rowCheckColumns(language: Language): PlannedColumn[] {
  return [
    { key: ROW_CHECK.difference, header: sheetText('difference', language), width: 11 },
    { key: ROW_CHECK.check, header: sheetText('check', language), width: 18 },
  ];
}

/** The column of how much rounding explains of a row's difference. */
export function rowMarginColumn(language: Language): PlannedColumn {
  return machineColumn(ROW_CHECK.margin, sheetText('bound', language), 12);
}

/** Row total against printed total, for a table whose columns have the keys `total` and `printed-total`: the cell under one of the keys of its check. */
export function rowCheck(key: string, table: string, columns: readonly PlannedColumn[], decimals: number, language: Language): PlanCell {
  const span = yearSpan(table, columns);
  const cell = (name: string): string => thisRow(table, headerOf(columns, name));
  if (key === ROW_CHECK.margin) return { kind: 'formula', formula: marginFormula(countAmounts(span), decimals), format: amountFormat(decimals + 2) };
  if (key === ROW_CHECK.check) return { kind: 'formula', formula: verdictFormula(cell(ROW_CHECK.difference), cell(ROW_CHECK.margin), sheetText('nothingToCompare', language), language), format: 'General', style: 'indented' };
  return { kind: 'formula', formula: differenceFormula(cell('total'), cell('printed-total'), `OR(COUNT(${span})=0,${cell('printed-total')}="")`, decimals), format: dashFormat(decimals) };
}
