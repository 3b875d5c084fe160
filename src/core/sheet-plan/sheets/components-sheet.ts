import { type Agreement, type Initiative } from '../../budget/agreement';
import { type Row } from '../../budget/table';
import { componentRowId, initiativeRowId } from '../../budget/row-reference';
import { figureCell, finestDecimals, rowSumFormat } from '../layout/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { type PlanNames } from '../plan-names';
import { rowCheck, yearSpan } from '../layout/row-check';
import { rowKindText, sheetText, sourceText } from '../sheet-texts';
import { distinctHeaders, figureColumns, hasPrintedTotals, measureColumns } from '../layout/table-columns';
import { sheetOfTable } from '../layout/table-sheet';

/** The components of all initiatives in one table, each with its row total as a formula beside the printed one; null when there are none. */
export function planComponents(agreement: Agreement, names: PlanNames, language: Language): PlannedSheet | null {
  const parts = agreement.initiatives.flatMap((initiative, index) =>
    initiative.components.map((row, component) => ({ initiative, index, row, component })),
  );
  if (parts.length === 0) return null;
  const columns = componentColumns(agreement, language);
  const table: PlannedTable = {
    role: 'components',
    name: names.table.components,
    row: 0,
    column: 0,
    columns,
    rows: parts.map((part) => componentCells(agreement, part.initiative, part.index, part.row, part.component, columns, names, language)),
    rowIds: parts.map((part) => componentRowId(part.index, part.component)),
  };
  return sheetOfTable(table, names.sheet.components);
}

function componentColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const { years, amounts } = figureColumns(agreement);
  const hasPrinted = hasPrintedTotals(agreement);
  const rows = agreement.initiatives.flatMap((initiative) => initiative.components);
  const text = (name: Parameters<typeof sheetText>[0]): string => sheetText(name, language);
  return distinctHeaders([
    ...(agreement.initiatives.some((initiative) => initiative.number !== null) ? [{ key: 'number', header: text('number'), width: 6 }] : []),
    { key: 'initiative', header: text('initiative'), width: 44 },
    { key: 'title', header: text('component'), width: 52 },
    { key: 'kind', header: text('kind'), width: 10 },
    ...measureColumns(agreement, language),
    ...years,
    ...amounts,
    ...(years.length > 0 ? [{ key: 'total', header: text('total'), width: 11 }] : []),
    ...(hasPrinted ? [{ key: 'printed-total', header: text('printedTotal'), width: 11 }] : []),
    ...(hasPrinted && years.length > 0 ? [{ key: 'check', header: text('check'), width: 18 }] : []),
    ...(rows.some((row) => row.footnotes.length > 0) ? [{ key: 'footnotes', header: text('footnotes'), width: 9 }] : []),
    { key: 'source', header: text('source'), width: 13 },
    { key: 'initiative-id', header: text('initiativeId'), width: 11 },
    { key: 'id', header: text('id'), width: 8 },
  ]);
}

function componentCells(
  agreement: Agreement,
  initiative: Initiative,
  initiativeIndex: number,
  row: Row,
  component: number,
  columns: readonly PlannedColumn[],
  names: PlanNames,
  language: Language,
): PlanCell[] {
  const decimals = finestDecimals(agreement);
  const table = names.table.components;
  return columns.map(({ key }): PlanCell => {
    switch (key) {
      case 'number': return { kind: 'text', text: initiative.number ?? '' };
      case 'initiative': return { kind: 'text', text: initiative.title ?? sheetText('noTitle', language), style: 'label' };
      case 'title': return { kind: 'text', text: row.label ?? '', style: 'label' };
      case 'kind': return { kind: 'text', text: rowKindText(row.kind, language) };
      case 'unit': return { kind: 'text', text: initiative.unit ?? '' };
      case 'price-level': return { kind: 'text', text: initiative.priceLevel ?? '' };
      case 'footnotes': return { kind: 'text', text: row.footnotes.join(' ') };
      case 'source': return { kind: 'text', text: sourceText(row.position, language) };
      case 'initiative-id': return { kind: 'text', text: initiativeRowId(initiativeIndex), style: 'subtle' };
      case 'id': return { kind: 'text', text: componentRowId(initiativeIndex, component), style: 'subtle' };
      case 'total': return { kind: 'formula', formula: `=SUM(${yearSpan(table, columns)})`, format: rowSumFormat(initiative.columns, row, decimals) };
      case 'check': return rowCheck(table, columns, decimals, language);
      default: return figureCell(initiative.columns, row, key, decimals);
    }
  });
}
