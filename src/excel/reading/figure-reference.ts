import { parseAddress } from '../../core/sheet-plan/addresses';
import { componentRowId, initiativeRowId, mentionRowId, parseRowId, poolRowId, totalRowId } from '../../core/budget/row-reference';
import { columnOfKey, keyOfColumn, MENTION_COLUMN_KEY, placeKey, tableOfRow } from '../../core/sheet-plan/written/figure-place';
import { addressesOf, type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { type CellPlace, type FigureColumn, type FigureReference } from '../workbook-port';

/** Which figure a cell of a table shows; a column that is not printed counts as the row without a column. */
export function figureAt(table: SheetTable, cell: string): FigureReference | null {
  const area = parseAddress(cell);
  if (area === null) return null;
  const reference = parseRowId(table.rowIds[area.row - table.row] ?? '');
  const key = table.keys[area.column - table.column];
  if (reference === null || key === undefined || area.column < table.column) return null;
  return { ...reference, column: reference.mention === undefined ? shownColumn(key) : null };
}

/** The cell that shows a figure, among an import's tables; null where none does. */
export function cellOfFigure(tables: readonly SheetTable[], figure: FigureReference): CellPlace | null {
  const rowId = rowIdOf(figure);
  if (rowId === null) return null;
  const role = tableOfRow(figure);
  const columnKey = figure.mention === undefined ? keyOfShown(figure.column) : MENTION_COLUMN_KEY;
  const table = tables.find((candidate) => candidate.role === role);
  const address = table === undefined ? undefined : addressesOf(table).get(placeKey({ table: role, rowId, columnKey }));
  return table === undefined || address === undefined ? null : { sheet: table.sheetName, address };
}

function rowIdOf(figure: FigureReference): string | null {
  if (figure.pool !== undefined) return poolRowId(figure.pool);
  if (figure.mention !== undefined) return mentionRowId(figure.mention);
  if (figure.total !== null) return totalRowId(figure.total);
  if (figure.initiative === null) return null;
  return figure.component === null ? initiativeRowId(figure.initiative) : componentRowId(figure.initiative, figure.component);
}

/** What a sheet's column shows of its rows. */
function shownColumn(key: string | null): FigureColumn {
  return key === 'title' || key === 'recommendation' ? key : columnOfKey(key ?? '');
}

/** The key of the column that shows what a reference names. */
export function keyOfShown(column: FigureColumn): string {
  return column === 'title' || column === 'recommendation' ? column : keyOfColumn(column);
}
