import { type Agreement, type PrintedTotal } from '../../budget/agreement';
import { totalRowId } from '../../budget/row-reference';
import { amountFormat, dashFormat, figureCell, finestDecimals, rowSumFormat } from '../layout/figures/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { type PlanNames } from '../plan-names';
import { overviewColumns } from './overview-sheet';
import { ROW_CHECK, rowCheck, rowCheckColumns, rowMarginColumn, yearSpan } from '../layout/row-check';
import { sourceCell } from '../layout/source-cell';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { STATUS_KEY, statusCell, statusColumn, VERDICT_KEY, verdictCell, verdictColumn, type RowStatuses } from '../layout/status-column';
import { sheetText } from '../sheet-texts';
import { distinctHeaders, figureColumns, groupColumns, hasMixedUnits, hasPrintedTotals, headerOf, machineColumn } from '../layout/table-columns';
import { marginFormula, thisRow, thisRowSpan, verdictFormula, wholeColumn } from '../layout/table-formulas';
import { sheetOfTable } from '../layout/table-sheet';

/**
 * The totals that the document prints above its initiatives, each beside the live sum of the overview's rows, which are left out where there
 * are none or where they are in different units; null when none are printed.
 */
export function planTotals(sheetFrame: SheetFrame): PlannedSheet | null {
  const { agreement, names, statuses, language } = sheetFrame;
  if (agreement.totals.length === 0) return null;
  const columns = totalColumns(agreement, language);
  const frame: Frame = { sheet: sheetFrame, columns, overview: overviewColumns(agreement, language), names, statuses, decimals: finestDecimals(agreement), language };
  const table: PlannedTable = {
    role: 'totals',
    name: names.table.totals,
    row: ROWS_ABOVE_TABLE,
    column: 0,
    columns,
    rows: agreement.totals.map((total, index) => totalCells(total, index, frame)),
    rowIds: agreement.totals.map((_, index) => totalRowId(index)),
  };
  return sheetOfTable(table, names.sheet.totals, [sheetHead(sheetFrame, 'totals')]);
}

/** What the cells of every row are made with. Shape: `overview` are the columns of the sheet whose rows are added. */
interface Frame {
  readonly sheet: SheetFrame;
  readonly columns: readonly PlannedColumn[];
  readonly overview: readonly PlannedColumn[];
  readonly names: PlanNames;
  readonly statuses: RowStatuses;
  readonly decimals: number;
  readonly language: Language;
}

function totalColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const { years, amounts } = figureColumns(agreement);
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  const sumOf = (column: PlannedColumn): PlannedColumn => ({ ...column, key: `sum:${column.key}`, header: `${text('sum')} ${column.header}` });
  const hasPrinted = hasPrintedTotals(agreement);
  const isRowChecked = hasPrinted && years.length > 0;
  const isMixed = hasMixedUnits(agreement);
  const hasSums = !isMixed && agreement.initiatives.length > 0;
  const printedTotal: PlannedColumn = { key: 'printed-total', header: text('printedTotal'), width: 11 };
  const sums: PlannedColumn[] = [
    ...[...years, ...amounts].map(sumOf),
    ...(hasPrinted ? [{ key: 'sum:printed-total', header: `${text('sum')} ${text('total').toLowerCase()}`, width: 11 }] : []),
    { key: 'sum-difference', header: text('sumDifference'), width: 12 },
    { key: 'sum-check', header: text('sumCheck'), width: 18 },
  ];
  return distinctHeaders([
    { key: 'title', header: text('label'), width: 36 },
    statusColumn(language),
    ...groupColumns(agreement, language).slice(0, Math.max(...agreement.totals.map(({ group }) => group.length))),
    ...(isMixed ? [{ key: 'unit', header: text('unit'), width: 10 }] : []),
    ...years,
    ...amounts,
    ...(hasPrinted ? [printedTotal] : []),
    ...(years.length > 0 ? [{ key: 'total', header: text('total'), width: 11 }] : []),
    ...(isRowChecked ? rowCheckColumns(language) : []),
    ...(hasSums ? sums : []),
    { key: 'source', header: text('source'), width: 13 },
    ...(isRowChecked ? [rowMarginColumn(language)] : []),
    ...(hasSums ? [machineColumn('sum-margin', text('sumMargin'), 12)] : []),
    ...(isRowChecked || hasSums ? [verdictColumn(language)] : []),
    machineColumn('id', text('id')),
  ]);
}

function totalCells(total: PrintedTotal, index: number, frame: Frame): PlanCell[] {
  const { columns, names, statuses, decimals, language } = frame;
  const table = names.table.totals;
  const rowId = totalRowId(index);
  const checks = [ROW_CHECK.check, 'sum-check'].filter((check) => columns.some(({ key }) => key === check));
  return columns.map(({ key }): PlanCell => {
    if (key.startsWith('group:')) return { kind: 'text', text: total.group[Number(key.slice(6))] ?? '', style: 'label' };
    if (key === STATUS_KEY && checks.length > 0) return statusCell(table, columns, checks, language);
    if (key === STATUS_KEY || key === VERDICT_KEY) return verdictCell(statuses, rowId, language);
    if (key.startsWith('sum:')) {
      return { kind: 'formula', formula: `=${groupSum(total, key.slice(4), frame)}`, format: amountFormat(decimals) };
    }
    switch (key) {
      case 'title': return { kind: 'text', text: total.label, style: 'label' };
      case 'unit': return { kind: 'text', text: unitOf(total) };
      case 'source': return sourceCell(frame.sheet, total.row.position);
      case 'id': return { kind: 'text', text: rowId, style: 'subtle' };
      case 'total': return { kind: 'formula', formula: `=SUM(${yearSpan(table, columns)})`, format: rowSumFormat(total.columns, total.row, decimals) };
      case ROW_CHECK.difference:
      case ROW_CHECK.margin:
      case ROW_CHECK.check: return rowCheck(key, table, columns, decimals, language);
      case 'sum-difference': return sumDifference(frame);
      case 'sum-margin': return { kind: 'formula', formula: marginFormula(total.group.length === 0 ? `ROWS(${wholeColumn(names.table.overview, headerOf(frame.overview, 'id'))})` : `COUNTIFS(${groupCriteria(total, frame)})`, decimals), format: amountFormat(decimals + 2) };
      case 'sum-check': return { kind: 'formula', formula: verdictFormula(thisRow(table, headerOf(columns, 'sum-difference')), thisRow(table, headerOf(columns, 'sum-margin')), sheetText('nothingToCompare', language), language), format: 'General', style: 'indented' };
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

/** The largest difference of a row between a printed total and the live sum of its column; nothing where a total is not printed. */
function sumDifference({ columns, names, decimals }: Frame): PlanCell {
  const table = names.table.totals;
  const figures = columns.filter((column) => /^(year:|amount:|printed-total$)/.test(column.key));
  const sums = columns.filter((column) => column.key.startsWith('sum:'));
  const printed = thisRowSpan(table, figures[0]?.header ?? '', figures.at(-1)?.header ?? '');
  const computed = thisRowSpan(table, sums[0]?.header ?? '', sums.at(-1)?.header ?? '');
  return { kind: 'formula', formula: `=IF(COUNT(${printed})<COLUMNS(${printed}),"",ROUND(SUMPRODUCT(MAX(ABS(${computed}-${printed}))),${decimals + 3}))`, format: dashFormat(decimals) };
}
