import { type Agreement, type Initiative } from '../../budget/agreement';
import { type Row } from '../../budget/table';
import { componentRowId, initiativeRowId } from '../../budget/row-reference';
import { figureCell, finestDecimals, rowSumFormat } from '../layout/figures/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { ROW_CHECK, rowCheck, rowCheckColumns, rowMarginColumn, yearSpan } from '../layout/row-check';
import { sourceCell } from '../layout/source-cell';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { STATUS_KEY, statusCell, statusColumn, VERDICT_KEY, verdictCell, verdictColumn } from '../layout/status-column';
import { rowKindText, sheetText } from '../sheet-texts';
import { distinctHeaders, figureColumns, hasPrintedTotals, machineColumn, measureColumns } from '../layout/table-columns';
import { sheetOfTable } from '../layout/table-sheet';

/** The components of all initiatives in one table, each with its status and its row total as a formula beside the printed one; null when there are none. */
export function planComponents(frame: SheetFrame): PlannedSheet | null {
  const { agreement, names, language } = frame;
  const parts = agreement.initiatives.flatMap((initiative, index) =>
    initiative.components.map((row, component) => ({ initiative, index, row, component })),
  );
  if (parts.length === 0) return null;
  const columns = componentColumns(agreement, language);
  const table: PlannedTable = {
    role: 'components',
    name: names.table.components,
    row: ROWS_ABOVE_TABLE,
    column: 0,
    columns,
    rows: parts.map((part) => componentCells(frame, part, columns)),
    rowIds: parts.map((part) => componentRowId(part.index, part.component)),
  };
  return sheetOfTable(table, names.sheet.components, [sheetHead(frame, 'components')]);
}

function componentColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const { years, amounts } = figureColumns(agreement);
  const hasPrinted = hasPrintedTotals(agreement);
  const rows = agreement.initiatives.flatMap((initiative) => initiative.components);
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  const isRowChecked = hasPrinted && years.length > 0;
  return distinctHeaders([
    ...(agreement.initiatives.some((initiative) => initiative.number !== null) ? [{ key: 'number', header: text('number'), width: 6 }] : []),
    { key: 'initiative', header: text('initiative'), width: 34 },
    { key: 'title', header: text('component'), width: 40 },
    statusColumn(language),
    { key: 'kind', header: text('kind'), width: 12 },
    ...measureColumns(agreement, language),
    ...years,
    ...amounts,
    ...(years.length > 0 ? [{ key: 'total', header: text('total'), width: 11 }] : []),
    ...(hasPrinted ? [{ key: 'printed-total', header: text('printedTotal'), width: 11 }] : []),
    ...(isRowChecked ? rowCheckColumns(language) : []),
    ...(rows.some((row) => row.footnotes.length > 0) ? [{ key: 'footnotes', header: text('footnotes'), width: 12 }] : []),
    { key: 'source', header: text('source'), width: 13 },
    ...(isRowChecked ? [rowMarginColumn(language), verdictColumn(language)] : []),
    machineColumn('initiative-id', text('initiativeId')),
    machineColumn('id', text('id')),
  ]);
}

/** A component with its place in the agreement. */
interface Part {
  readonly initiative: Initiative;
  readonly index: number;
  readonly row: Row;
  readonly component: number;
}

function componentCells(frame: SheetFrame, { initiative, index, row, component }: Part, columns: readonly PlannedColumn[]): PlanCell[] {
  const { agreement, names, statuses, language } = frame;
  const decimals = finestDecimals(agreement);
  const table = names.table.components;
  const rowId = componentRowId(index, component);
  const isRowChecked = columns.some(({ key }) => key === ROW_CHECK.check);
  return columns.map(({ key }): PlanCell => {
    switch (key) {
      case 'number': return { kind: 'text', text: initiative.number ?? '' };
      case 'initiative': return { kind: 'text', text: initiative.title ?? sheetText('noTitle', language), style: 'label' };
      case 'title': return { kind: 'text', text: row.label ?? '', style: 'label' };
      case STATUS_KEY: return isRowChecked ? statusCell(table, columns, [ROW_CHECK.check], language) : verdictCell(statuses, rowId, language);
      case VERDICT_KEY: return verdictCell(statuses, rowId, language);
      case 'kind': return { kind: 'text', text: rowKindText(row.kind, language) };
      case 'unit': return { kind: 'text', text: initiative.unit ?? '' };
      case 'price-level': return { kind: 'text', text: initiative.priceLevel ?? '' };
      case 'footnotes': return { kind: 'text', text: row.footnotes.join(' '), style: 'indented' };
      case 'source': return sourceCell(frame, row.position);
      case 'initiative-id': return { kind: 'text', text: initiativeRowId(index), style: 'subtle' };
      case 'id': return { kind: 'text', text: rowId, style: 'subtle' };
      case 'total': return { kind: 'formula', formula: `=SUM(${yearSpan(table, columns)})`, format: rowSumFormat(initiative.columns, row, decimals) };
      case ROW_CHECK.difference:
      case ROW_CHECK.margin:
      case ROW_CHECK.check: return rowCheck(key, table, columns, decimals, language);
      default: return figureCell(initiative.columns, row, key, decimals);
    }
  });
}
