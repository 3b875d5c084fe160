import { type Agreement, type PrintedTotal } from '../../budget/agreement';
import { totalRowId } from '../../budget/row-reference';
import { amountFormat, figureCell, finestDecimals, rowSumFormat } from '../layout/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { type PlanNames } from '../plan-names';
import { overviewColumns } from './overview-sheet';
import { rowCheck, yearSpan } from '../layout/row-check';
import { sheetText, sourceText } from '../sheet-texts';
import { distinctHeaders, figureColumns, groupColumns, hasMixedUnits, hasPrintedTotals, headerOf } from '../layout/table-columns';
import { textLiteral, thisRow, thisRowSpan, wholeColumn } from '../layout/table-formulas';
import { sheetOfTable } from '../layout/table-sheet';

/**
 * The totals that the document prints above its initiatives, each beside the live sum of the overview's rows, which are left out where there
 * are none or where they are in different units; null when none are printed.
 */
export function planTotals(agreement: Agreement, names: PlanNames, language: Language): PlannedSheet | null {
  if (agreement.totals.length === 0) return null;
  const columns = totalColumns(agreement, language);
  const frame: Frame = { columns, overview: overviewColumns(agreement, language), names, decimals: finestDecimals(agreement), language };
  const table: PlannedTable = {
    role: 'totals',
    name: names.table.totals,
    row: 0,
    column: 0,
    columns,
    rows: agreement.totals.map((total, index) => totalCells(total, index, frame)),
    rowIds: agreement.totals.map((_, index) => totalRowId(index)),
  };
  return sheetOfTable(table, names.sheet.totals);
}

/** What the cells of every row are made with. Shape: `overview` are the columns of the sheet whose rows are added. */
interface Frame {
  readonly columns: readonly PlannedColumn[];
  readonly overview: readonly PlannedColumn[];
  readonly names: PlanNames;
  readonly decimals: number;
  readonly language: Language;
}

function totalColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const { years, amounts } = figureColumns(agreement);
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  const sumOf = (column: PlannedColumn): PlannedColumn => ({ ...column, key: `sum:${column.key}`, header: `${text('sum')} ${column.header}` });
  const hasPrinted = hasPrintedTotals(agreement);
  const isMixed = hasMixedUnits(agreement);
  const hasSums = !isMixed && agreement.initiatives.length > 0;
  const printedTotal: PlannedColumn = { key: 'printed-total', header: text('printedTotal'), width: 11 };
  const sums: PlannedColumn[] = [
    ...[...years, ...amounts].map(sumOf),
    ...(hasPrinted ? [{ key: 'sum:printed-total', header: `${text('sum')} ${text('total').toLowerCase()}`, width: 11 }] : []),
    { key: 'sum-check', header: text('sumCheck'), width: 18 },
  ];
  return distinctHeaders([
    { key: 'title', header: text('label'), width: 36 },
    ...groupColumns(agreement, language),
    ...(isMixed ? [{ key: 'unit', header: text('unit'), width: 10 }] : []),
    ...years,
    ...amounts,
    ...(hasPrinted ? [printedTotal] : []),
    ...(years.length > 0 ? [{ key: 'total', header: text('total'), width: 11 }] : []),
    ...(hasPrinted && years.length > 0 ? [{ key: 'check', header: text('check'), width: 18 }] : []),
    ...(hasSums ? sums : []),
    { key: 'source', header: text('source'), width: 13 },
    { key: 'id', header: text('id'), width: 7 },
  ]);
}

function totalCells(total: PrintedTotal, index: number, frame: Frame): PlanCell[] {
  const { columns, names, decimals, language } = frame;
  const table = names.table.totals;
  return columns.map(({ key }): PlanCell => {
    if (key.startsWith('group:')) return { kind: 'text', text: total.group[Number(key.slice(6))] ?? '' };
    if (key.startsWith('sum:')) {
      return { kind: 'formula', formula: `=${groupSum(total, key.slice(4), frame)}`, format: amountFormat(decimals) };
    }
    switch (key) {
      case 'title': return { kind: 'text', text: total.label };
      case 'unit': return { kind: 'text', text: unitOf(total) };
      case 'source': return { kind: 'text', text: sourceText(total.row.position, language) };
      case 'id': return { kind: 'text', text: totalRowId(index), style: 'subtle' };
      case 'total': return { kind: 'formula', formula: `=SUM(${yearSpan(table, columns)})`, format: rowSumFormat(total.columns, total.row, decimals) };
      case 'check': return rowCheck(table, columns, decimals, language);
      case 'sum-check': return sumCheck(total, frame);
      default: return figureCell(total.columns, total.row, key, decimals);
    }
  });
}

/** The unit of a printed total's amounts; empty where it prints none. */
function unitOf({ row }: PrintedTotal): string {
  return row.cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.amount.unit] : []))[0] ?? '';
}

/** The sum of a column of the overview over the initiatives of a total's group; all of them for the grand total. */
function groupSum(total: PrintedTotal, key: string, frame: Frame): string {
  const summed = wholeColumn(frame.names.table.overview, headerOf(frame.overview, key));
  return total.group.length === 0 ? `SUM(${summed})` : `SUMIFS(${summed},${groupCriteria(total, frame)})`;
}

function groupCriteria(total: PrintedTotal, { columns, overview, names }: Frame): string {
  return total.group
    .map((_, depth) => `${wholeColumn(names.table.overview, headerOf(overview, `group:${depth}`))},${thisRow(names.table.totals, headerOf(columns, `group:${depth}`))}`)
    .join(',');
}

/** Printed totals of all columns against the live sums: the largest difference of the row decides. */
function sumCheck(total: PrintedTotal, frame: Frame): PlanCell {
  const { columns, names, decimals, language } = frame;
  const table = names.table.totals;
  const figures = columns.filter((column) => /^(year:|amount:|printed-total$)/.test(column.key));
  const sums = columns.filter((column) => column.key.startsWith('sum:'));
  const printed = thisRowSpan(table, figures[0]?.header ?? '', figures.at(-1)?.header ?? '');
  const computed = thisRowSpan(table, sums[0]?.header ?? '', sums.at(-1)?.header ?? '');
  const largest = `ROUND(SUMPRODUCT(MAX(ABS(${computed}-${printed}))),${decimals + 3})`;
  const halfUnit = decimals === 0 ? '0.5' : `0.${'0'.repeat(decimals)}5`;
  const members =
    total.group.length === 0
      ? `ROWS(${names.table.overview})`
      : `COUNTIFS(${groupCriteria(total, frame)})`;
  const amount = `FIXED(${largest},${decimals})`;
  const formula =
    `=IF(COUNT(${printed})<COLUMNS(${printed}),${textLiteral(sheetText('noPrintedTotal', language))},` +
    `IF(${largest}=0,${textLiteral(sheetText('agrees', language))},` +
    `IF(${largest}<=ROUND((${members}+1)*${halfUnit},${decimals + 3}),${textLiteral(`${sheetText('rounding', language)} `)}&${amount},` +
    `${textLiteral(`${sheetText('differs', language)} `)}&${amount})))`;
  return { kind: 'formula', formula, format: 'General' };
}
