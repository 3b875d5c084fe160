import { type Agreement, type Initiative } from '../../budget/agreement';
import { figureCell, amountFormat, dashFormat, finestDecimals, rowSumFormat } from '../layout/figures/number-formats';
import { initiativeRowId } from '../../budget/row-reference';
import { type Language, type PlanCell, type PlannedBlock, type PlannedColumn, type PlannedName, type PlannedSheet, type PlannedTable } from '../plan';
import { type PlanNames } from '../plan-names';
import { sourceCell } from '../layout/source-cell';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { rowKindText, sheetText } from '../sheet-texts';
import { ROW_CHECK, rowCheck, rowCheckColumns, rowMarginColumn, yearSpan } from '../layout/row-check';
import { STATUS_KEY, statusCell, statusColumn, VERDICT_KEY, verdictCell, verdictColumn } from '../layout/status-column';
import { sheetOfTable } from '../layout/table-sheet';
import { distinctHeaders, figureColumns, groupColumns, hasMixedUnits, hasPrintedTotals, headerOf, machineColumn, measureColumns, textColumns, textUnder } from '../layout/table-columns';
import { differenceFormula, marginFormula, textLiteral, thisRow, verdictFormula, wholeColumn } from '../layout/table-formulas';

/**
 * The overview: one row per initiative with its status, its figures as printed, its total as a live formula, the printed total, and checks in plain Excel.
 * Shape: `place` is the top left cell, 0-based, in a sheet of the user's, whose widths and view stay; without it the sheet is its own.
 */
export function planOverview(frame: SheetFrame, place?: { readonly row: number; readonly column: number }): PlannedSheet {
  const { agreement, names, language } = frame;
  const origin = place ?? { row: 0, column: 0 };
  const columns = overviewColumns(agreement, language);
  const table: PlannedTable = {
    role: 'overview',
    name: names.table.overview,
    row: origin.row + ROWS_ABOVE_TABLE,
    column: origin.column,
    columns,
    rows: agreement.initiatives.map((initiative, index) => overviewRow(frame, initiative, index, columns)),
    rowIds: agreement.initiatives.map((_, index) => initiativeRowId(index)),
  };
  const sheet = sheetOfTable(table, names.sheet.overview, headBlocks(frame, table, origin));
  const named = { ...sheet, names: yearNames(table, names, hasMixedUnits(agreement)) };
  return place === undefined ? named : { ...named, widths: [], frozenRows: 0, frozenColumns: 0 };
}

/** The columns of the overview, with the headers that stand in the sheet. */
export function overviewColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const { years, amounts } = figureColumns(agreement);
  const hasPrinted = hasPrintedTotals(agreement);
  const isRowChecked = hasPrinted && years.length > 0;
  const hasComponents = agreement.initiatives.some((initiative) => initiative.components.length > 0);
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  return distinctHeaders([
    ...(agreement.initiatives.some((initiative) => initiative.number !== null) ? [{ key: 'number', header: text('number'), width: 6 }] : []),
    { key: 'title', header: text('initiative'), width: 44 },
    statusColumn(language),
    ...groupColumns(agreement, language),
    ...measureColumns(agreement, language),
    ...years,
    ...amounts,
    ...(years.length > 0 ? [{ key: 'total', header: text('total'), width: 11 }] : []),
    ...(hasPrinted ? [{ key: 'printed-total', header: text('printedTotal'), width: 11 }] : []),
    ...(isRowChecked ? rowCheckColumns(language) : []),
    ...(isRowChecked && hasComponents ? componentCheckColumns(language) : []),
    ...textColumns(agreement),
    ...(agreement.initiatives.some((initiative) => initiative.recommendation !== null) ? [{ key: 'recommendation', header: text('recommendation'), width: 18 }] : []),
    { key: 'source', header: text('source'), width: 13 },
    ...(isRowChecked ? [rowMarginColumn(language), ...(hasComponents ? [machineColumn('component-margin', text('componentMargin'), 12)] : []), verdictColumn(language)] : []),
    machineColumn('id', text('id')),
  ]);
}

function componentCheckColumns(language: Language): PlannedColumn[] {
  return [
    { key: 'component-sum', header: sheetText('componentSum', language), width: 11 },
    { key: 'component-difference', header: sheetText('componentDifference', language), width: 12 },
    { key: 'component-check', header: sheetText('componentCheck', language), width: 18 },
  ];
}

function overviewRow(frame: SheetFrame, initiative: Initiative, index: number, columns: readonly PlannedColumn[]): PlanCell[] {
  const { agreement, names, statuses, language } = frame;
  const decimals = finestDecimals(agreement);
  const checks = ['check', 'component-check'].filter((check) => columns.some(({ key }) => key === check));
  return columns.map(({ key }): PlanCell => {
    if (key.startsWith('group:')) return { kind: 'text', text: initiative.group[Number(key.slice(6))] ?? '', style: 'label' };
    if (key.startsWith('text:')) return { kind: 'text', text: textUnder(key.slice(5), initiative.columns, initiative.total), style: 'indented' };
    switch (key) {
      case 'number': return { kind: 'text', text: initiative.number ?? '' };
      case 'title': return { kind: 'text', text: initiative.title ?? sheetText('noTitle', language), style: 'label' };
      case STATUS_KEY: return checks.length > 0 ? statusCell(names.table.overview, columns, checks, language) : verdictCell(statuses, initiativeRowId(index), language);
      case VERDICT_KEY: return verdictCell(statuses, initiativeRowId(index), language);
      case 'unit': return { kind: 'text', text: initiative.unit ?? '' };
      case 'price-level': return { kind: 'text', text: initiative.priceLevel ?? '' };
      case 'recommendation': return { kind: 'text', text: initiative.recommendation?.text ?? '', style: 'wrapped-indented' };
      case 'source': return sourceCell(frame, initiative.total?.position ?? initiative.position);
      case 'id': return { kind: 'text', text: initiativeRowId(index), style: 'subtle' };
      case 'total': return { kind: 'formula', formula: `=SUM(${yearSpan(names.table.overview, columns)})`, format: rowSumFormat(initiative.columns, initiative.total, decimals) };
      case ROW_CHECK.difference:
      case ROW_CHECK.margin:
      case ROW_CHECK.check: return rowCheck(key, names.table.overview, columns, decimals, language);
      case 'component-sum':
      case 'component-difference':
      case 'component-margin':
      case 'component-check': return componentCheck(key, columns, names, decimals, language);
      default: return figureCell(initiative.columns, initiative.total, key, decimals);
    }
  });
}

type ComponentKey = 'component-sum' | 'component-difference' | 'component-margin' | 'component-check';

/** The check of an initiative's components against its total: the same text in every row, so that Excel treats each as a calculated column. */
function componentCheck(key: ComponentKey, columns: readonly PlannedColumn[], names: PlanNames, decimals: number, language: Language): PlanCell {
  const components = names.table.components;
  const cell = (columnKey: string): string => thisRow(names.table.overview, headerOf(columns, columnKey));
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  const ofThisInitiative = `${wholeColumn(components, text('initiativeId'))},${cell('id')},${wholeColumn(components, text('kind'))},${textLiteral(rowKindText('component', language))}`;
  switch (key) {
    case 'component-sum': return { kind: 'formula', formula: `=SUMIFS(${wholeColumn(components, text('printedTotal'))},${ofThisInitiative})`, format: amountFormat(decimals) };
    case 'component-margin': return { kind: 'formula', formula: marginFormula(`COUNTIFS(${ofThisInitiative})`, decimals), format: amountFormat(decimals + 2) };
    case 'component-difference': return { kind: 'formula', formula: differenceFormula(cell('component-sum'), cell('printed-total'), `OR(COUNTIFS(${ofThisInitiative})=0,${cell('printed-total')}="")`, decimals), format: dashFormat(decimals) };
    case 'component-check': return { kind: 'formula', formula: verdictFormula(cell('component-difference'), cell('component-margin'), text('nothingToCompare'), language), format: 'General', style: 'indented' };
  }
}

function headBlocks(frame: SheetFrame, table: PlannedTable, origin: { row: number; column: number }): PlannedBlock[] {
  const { agreement, language } = frame;
  const head = sheetHead(frame, 'overview', origin);
  const sums = table.columns.map((column): PlanCell => sumCell(column, table, finestDecimals(agreement), language));
  const first = sums.findIndex((cell) => cell.kind === 'formula');
  if (hasMixedUnits(agreement) || first < 0 || table.rows.length === 0) return [head];
  const label = Math.max(0, table.columns.findIndex((column) => column.key === 'title'));
  const last = sums.map((cell) => cell.kind).lastIndexOf('formula');
  return [head, { row: origin.row + 2, column: origin.column + label, cells: [sums.slice(label, last + 1)] }];
}

function sumCell(column: PlannedColumn, table: PlannedTable, decimals: number, language: Language): PlanCell {
  if (column.key === 'title') return { kind: 'text', text: sheetText('total', language), style: 'total' };
  if (!/^(year:|amount:|total$|printed-total$)/.test(column.key)) return { kind: 'blank', format: 'General' };
  return { kind: 'formula', formula: `=SUM(${wholeColumn(table.name, column.header)})`, format: amountFormat(decimals), style: 'total' };
}

function yearNames(table: PlannedTable, names: PlanNames, isMixed: boolean): PlannedName[] {
  if (isMixed || table.rows.length === 0) return [];
  return table.columns.flatMap((column, index) => {
    const name = column.key.startsWith('year:') ? names.yearTotal.get(Number(column.key.slice(5))) : undefined;
    return name === undefined ? [] : [{ name, row: table.row - 1, column: table.column + index }];
  });
}
