import { type Agreement, type Initiative } from '../../budget/agreement';
import { figureCell, amountFormat, finestDecimals, rowSumFormat } from '../layout/number-formats';
import { initiativeRowId } from '../../budget/row-reference';
import { type Language, type PlanCell, type PlannedBlock, type PlannedColumn, type PlannedName, type PlannedSheet, type PlannedTable } from '../plan';
import { type PlanNames } from '../plan-names';
import { sourceHead } from '../layout/source-head';
import { rowKindText, sheetText, sourceText } from '../sheet-texts';
import { rowCheck, yearSpan } from '../layout/row-check';
import { columnWidths, distinctHeaders, figureColumns, groupColumns, hasMixedUnits, hasPrintedTotals, headerOf, measureColumns, textColumns, textUnder } from '../layout/table-columns';
import { checkFormula, textLiteral, thisRow, wholeColumn } from '../layout/table-formulas';

/** Rows above the overview's header: title, source, sums. */
const ROWS_ABOVE_TABLE = 3;

/**
 * The overview: one row per initiative with its figures as printed, its total as a live formula, the printed total, and checks in plain Excel.
 * Shape: `place` is the top left cell, 0-based, in a sheet of the user's, whose widths and view stay; without it the sheet is its own.
 */
export function planOverview(agreement: Agreement, names: PlanNames, language: Language, place?: { readonly row: number; readonly column: number }): PlannedSheet {
  const origin = place ?? { row: 0, column: 0 };
  const columns = overviewColumns(agreement, language);
  const table: PlannedTable = {
    role: 'overview',
    name: names.table.overview,
    row: origin.row + ROWS_ABOVE_TABLE,
    column: origin.column,
    columns,
    rows: agreement.initiatives.map((initiative, index) => overviewRow(agreement, initiative, index, columns, names, language)),
    rowIds: agreement.initiatives.map((_, index) => initiativeRowId(index)),
  };
  return {
    role: 'overview',
    name: names.sheet.overview,
    visibility: 'visible',
    blocks: headBlocks(agreement, table, origin, language),
    tables: [table],
    names: yearNames(table, names, hasMixedUnits(agreement)),
    flags: [],
    widths: place === undefined ? columnWidths(columns) : [],
    frozenRows: place === undefined ? ROWS_ABOVE_TABLE + 1 : 0,
  };
}

/** The columns of the overview, with the headers that stand in the sheet. */
export function overviewColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const { years, amounts } = figureColumns(agreement);
  const hasPrinted = hasPrintedTotals(agreement);
  const hasComponents = agreement.initiatives.some((initiative) => initiative.components.length > 0);
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  return distinctHeaders([
    ...(agreement.initiatives.some((initiative) => initiative.number !== null) ? [{ key: 'number', header: text('number'), width: 6 }] : []),
    ...groupColumns(agreement, language),
    { key: 'title', header: text('initiative'), width: 52 },
    ...measureColumns(agreement, language),
    ...years,
    ...amounts,
    ...(years.length > 0 ? [{ key: 'total', header: text('total'), width: 11 }] : []),
    ...(hasPrinted ? [{ key: 'printed-total', header: text('printedTotal'), width: 11 }] : []),
    ...(hasPrinted && years.length > 0 ? [{ key: 'check', header: text('check'), width: 18 }] : []),
    ...(hasPrinted && hasComponents && years.length > 0
      ? [
          { key: 'component-sum', header: text('componentSum'), width: 11 },
          { key: 'component-check', header: text('componentCheck'), width: 18 },
        ]
      : []),
    ...textColumns(agreement),
    ...(agreement.initiatives.some((initiative) => initiative.recommendation !== null) ? [{ key: 'recommendation', header: text('recommendation'), width: 18 }] : []),
    { key: 'source', header: text('source'), width: 13 },
    { key: 'id', header: text('id'), width: 7 },
  ]);
}

function overviewRow(agreement: Agreement, initiative: Initiative, index: number, columns: readonly PlannedColumn[], names: PlanNames, language: Language): PlanCell[] {
  const decimals = finestDecimals(agreement);
  return columns.map(({ key }): PlanCell => {
    if (key.startsWith('group:')) return { kind: 'text', text: initiative.group[Number(key.slice(6))] ?? '' };
    if (key.startsWith('text:')) return { kind: 'text', text: textUnder(key.slice(5), initiative.columns, initiative.total) };
    switch (key) {
      case 'number': return { kind: 'text', text: initiative.number ?? '' };
      case 'title': return { kind: 'text', text: initiative.title ?? sheetText('noTitle', language), style: 'label' };
      case 'unit': return { kind: 'text', text: initiative.unit ?? '' };
      case 'price-level': return { kind: 'text', text: initiative.priceLevel ?? '' };
      case 'recommendation': return { kind: 'text', text: initiative.recommendation?.text ?? '' };
      case 'source': return { kind: 'text', text: sourceText(initiative.total?.position ?? initiative.position, language) };
      case 'id': return { kind: 'text', text: initiativeRowId(index), style: 'subtle' };
      case 'total': return { kind: 'formula', formula: `=SUM(${yearSpan(names.table.overview, columns)})`, format: rowSumFormat(initiative.columns, initiative.total, decimals) };
      case 'check':
      case 'component-sum':
      case 'component-check': return overviewFormula(key, columns, names, decimals, language);
      default: return figureCell(initiative.columns, initiative.total, key, decimals);
    }
  });
}

type FormulaKey = 'check' | 'component-sum' | 'component-check';

/** The overview's formulas: the same text in every row, so that Excel treats each as a calculated column. */
function overviewFormula(key: FormulaKey, columns: readonly PlannedColumn[], names: PlanNames, decimals: number, language: Language): PlanCell {
  const table = names.table.overview;
  const components = names.table.components;
  const cell = (columnKey: string): string => thisRow(table, headerOf(columns, columnKey));
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  const ofThisInitiative = `${wholeColumn(components, text('initiativeId'))},${cell('id')},${wholeColumn(components, text('kind'))},${textLiteral(rowKindText('component', language))}`;
  switch (key) {
    case 'check':
      return rowCheck(table, columns, decimals, language);
    case 'component-sum':
      return { kind: 'formula', formula: `=SUMIFS(${wholeColumn(components, text('printedTotal'))},${ofThisInitiative})`, format: amountFormat(decimals) };
    case 'component-check':
      return {
        kind: 'formula',
        format: 'General',
        formula: checkFormula(
          { sum: cell('component-sum'), printed: cell('printed-total'), addends: `COUNTIFS(${ofThisInitiative})`, decimals },
          [
            { when: `COUNTIFS(${ofThisInitiative})=0`, text: text('noComponents') },
            { when: `${cell('printed-total')}=""`, text: text('noPrintedTotal') },
          ],
          language,
        ),
      };
  }
}

function headBlocks(agreement: Agreement, table: PlannedTable, origin: { row: number; column: number }, language: Language): PlannedBlock[] {
  const head = sourceHead(agreement, origin, language);
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
